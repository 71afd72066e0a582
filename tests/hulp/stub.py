"""Built stubs, really run: each in a process of its own on a free loopback port, with its log kept."""

import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import httpx

from catalogue.catalogus import Catalogus
from catalogue.formulier import Formulier
from generator.target import Kader
from generator.targets import stub

SPECS = Path(__file__).resolve().parents[2] / "specs"
VANDAAG = date(2026, 11, 24)
SHA = "5a" * 32


@cache
def catalogus() -> Catalogus:
    return Catalogus(SPECS)


def schrijf(formulier: Formulier, map: Path, voorbeelden: tuple[Any, ...] = ()) -> Path:
    """The stub of a form, written below a folder, with these examples in its contract; gives the folder `stub`."""
    for artifact in stub.bouw(formulier, Kader(VANDAAG, voorbeelden, SHA)):
        pad = map / artifact.pad
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(artifact.inhoud)
    return map / "stub"


@dataclass
class Draaiend:
    """A stub that runs. `start` after `doodt` starts it again on the same store."""

    map: Path
    omgeving: dict[str, str] = field(default_factory=dict)
    proces: Any = None
    adres: str = ""

    @property
    def log(self) -> str:
        return (self.map / "log.txt").read_text("utf-8")

    @property
    def opslag(self) -> Path:
        return self.map / "opslag"

    def start(self) -> "Draaiend":
        with socket.socket() as vrij:
            vrij.bind(("127.0.0.1", 0))
            poort = vrij.getsockname()[1]
        omgeving = {**os.environ, "SAMENLOKET_PROEF": "1", "SAMENLOKET_OPSLAG": str(self.opslag), **self.omgeving, "PYTHONPATH": ""}
        with (self.map / "log.txt").open("ab") as log:
            woorden = [sys.executable, "-m", "dienst", "--port", str(poort)]
            self.proces = subprocess.Popen(woorden, cwd=self.map, env=omgeving, stdout=log, stderr=log)
        self.adres = f"http://127.0.0.1:{poort}{self.omgeving.get('SAMENLOKET_BASIS', '')}"
        einde = time.monotonic() + 30
        while True:
            try:
                httpx.get(f"{self.adres}/v1/inzendingen/0", timeout=2)
                return self
            except httpx.TransportError:
                if self.proces.poll() is not None or time.monotonic() > einde:
                    raise RuntimeError(f"the stub did not start:\n{self.log}") from None
                time.sleep(0.05)

    def doodt(self) -> None:
        """kill -9: nothing gets a chance to tidy up."""
        self.proces.kill()
        self.proces.wait(10)

    def stop(self) -> None:
        self.proces.terminate()
        self.proces.wait(15)

    def stuur(self, inzending: Any, **koppen: str) -> httpx.Response:
        """Send a whole submission as JSON."""
        return httpx.post(f"{self.adres}/v1/inzendingen", content=json.dumps(inzending), headers={"Content-Type": "application/cloudevents+json", **koppen}, timeout=20)

    def wacht_op(self, kenmerk: str, seconden: float = 60) -> dict[str, Any]:
        """What the stub's own `ontvang` wrote for a submission, once it is there."""
        pad = self.opslag / "ontvangen" / kenmerk / "inzending.json"
        einde = time.monotonic() + seconden
        while time.monotonic() < einde:
            if pad.is_file():
                try:
                    return json.loads(pad.read_text("utf-8"))
                except ValueError:
                    pass
            time.sleep(0.05)
        raise AssertionError(f"not handed over within {seconden} s:\n{self.log}")
