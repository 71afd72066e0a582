"""Hands over what was kept to `eigen.ontvang`, in the background, again and again until it is done.

It survives a crash: what was not finished is handed over again. So the same submission may come twice.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dienst.bewaren import Opslag
from dienst.omgeving import nu
from dienst.schil import meld_fout

LOG = logging.getLogger("dienst")
LANGST = 3600.0
"""Seconds: the longest wait between two attempts."""


@dataclass(frozen=True)
class Bijlage:
    """A file of a submission, with its bytes."""

    id: str
    naam: str
    mediatype: str
    grootte: int
    sha256: str
    inhoud: bytes


class Bezorger(threading.Thread):
    """One thread that takes what is due, in order of coming in. Of several processes on one store one has the turn."""

    def __init__(self, opslag: Opslag, ontvang: Callable[[dict[str, Any], list[Bijlage]], Any]) -> None:
        super().__init__(name="bezorger", daemon=True)
        self.opslag, self.ontvang = opslag, ontvang
        self._wek, self._klaar = threading.Event(), threading.Event()

    def wek(self) -> None:
        """There is something new."""
        self._wek.set()

    def stop(self) -> None:
        self._klaar.set()
        self._wek.set()
        self.join(timeout=10)

    def run(self) -> None:
        while not self._klaar.is_set():
            try:
                if self.opslag.heeft_beurt() and self.een():
                    continue
            except Exception as fout:
                meld_fout("het bezorgen", fout)
            self._wek.wait(1.0)
            self._wek.clear()

    def een(self) -> bool:
        """Hand over one; False when nothing is due."""
        volgende = self.opslag.volgende(time.time())
        if volgende is None:
            return False
        kenmerk, eerder = volgende
        bericht, bijlagen = self.opslag.inhoud(kenmerk)
        try:
            self.ontvang(bericht, [Bijlage(*b) for b in bijlagen])
        except Exception as fout:
            wacht = min(2.0**eerder, LANGST)
            self.opslag.later(kenmerk, time.time() + wacht)
            meld_fout(f"eigen.ontvang van {kenmerk}, opnieuw over {wacht:.0f} s", fout)
        else:
            self.opslag.overgedragen(kenmerk, nu().isoformat())
            LOG.info("inzending %s overgedragen", kenmerk)
        return True
