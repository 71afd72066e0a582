"""Writes what a build made: only what changed, and takes away what is no longer made.

`manifest.json` in the output folder knows every file that a build wrote, with its sha256, per job: the folder of a
service in a version, and the target (`diensten/<slug>/<versie>#schema`). A job that failed keeps the files of its last
good build. Files that are theirs are written once.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from generator.target import Artifact

MANIFEST = "manifest.json"


class Schrijver:
    """One build's writing in one output folder."""

    def __init__(self, uit: Path) -> None:
        self.uit = uit
        self.oud: dict[str, Any] = lees_manifest(uit / MANIFEST)
        self.taken: dict[str, Any] = {}
        self.geschreven = self.verwijderd = 0

    def ongewijzigd(self, taak: str, sleutel: str) -> bool:
        """Was this job built from the same input, and is all of it still there? Then it is kept as it is."""
        vorige = self.oud.get("taken", {}).get(taak)
        if not vorige or vorige["sleutel"] != sleutel:
            return False
        if not all((self.uit / pad).is_file() for pad in vorige["bestanden"]):
            return False
        self.taken[taak] = vorige
        return True

    def behoud(self, map: str) -> None:
        """Keep what all jobs of a folder, and of those below it, made the last time they went well."""
        for taak in self.oud.get("taken", {}):
            if taak.startswith((f"{map}#", f"{map}/")):
                self.behoud_taak(taak)

    def behoud_taak(self, taak: str) -> None:
        """Keep what one job made the last time it went well: nothing, when it never did."""
        self.taken[taak] = {"bestanden": {}, **self.oud.get("taken", {}).get(taak, {}), "sleutel": ""}

    def schrijf(self, taak: str, sleutel: str, per_pad: dict[str, Artifact]) -> None:
        """Write the files of one job, each by its path below the output folder (`op_plek`)."""
        for pad, artifact in per_pad.items():
            doel = self.uit / pad
            if not (artifact.van_hen and doel.exists()):
                self._schrijf(doel, artifact.inhoud)
        bestanden = {pad: hashlib.sha256(a.inhoud).hexdigest() for pad, a in sorted(per_pad.items()) if not a.van_hen}
        self.taken[taak] = {"sleutel": sleutel, "bestanden": bestanden}

    def _schrijf(self, doel: Path, inhoud: bytes) -> None:
        if doel.is_file() and doel.stat().st_size == len(inhoud) and doel.read_bytes() == inhoud:
            return
        doel.parent.mkdir(parents=True, exist_ok=True)
        tijdelijk = doel.with_name(f".{doel.name}.{os.getpid()}")
        tijdelijk.write_bytes(inhoud)
        tijdelijk.replace(doel)
        self.geschreven += 1

    def sluit_af(self, kop: dict[str, Any], alles: bool) -> None:
        """Remove what no job makes any more, and write the manifest. Without `alles`, jobs that were not done stay."""
        if not alles:
            self.taken = {**self.oud.get("taken", {}), **self.taken}
        blijft = {pad for taak in self.taken.values() for pad in taak["bestanden"]}
        for vorige in self.oud.get("taken", {}).values():
            for pad in vorige["bestanden"]:
                if pad not in blijft:
                    self._verwijder(self.uit / pad)
        data = {**kop, "taken": dict(sorted(self.taken.items()))}
        self._schrijf(self.uit / MANIFEST, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())

    def _verwijder(self, pad: Path) -> None:
        pad.unlink(missing_ok=True)
        self.verwijderd += 1
        map = pad.parent
        while map != self.uit and map.is_dir() and not any(map.iterdir()):
            map.rmdir()
            map = map.parent


def lees_manifest(pad: Path) -> dict[str, Any]:
    """What the last build left behind; nothing when there was none, or when somebody else wrote in it."""
    try:
        data = json.loads(pad.read_text(encoding="utf-8"))
        for taak in data["taken"].values():
            buiten = any(naam.startswith("/") or ".." in naam.split("/") for naam in taak["bestanden"])
            if buiten or not isinstance(taak["sleutel"], str):
                return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return data


def op_plek(map: str, artifacts: Iterable[Artifact]) -> dict[str, Artifact]:
    """The files of a job by their path below the output folder. Raises ValueError for one that leaves it, or comes twice."""
    per_pad: dict[str, Artifact] = {}
    for artifact in artifacts:
        pad = _veilig(map, artifact.pad)
        if pad in per_pad:
            raise ValueError(f"two artifacts for {pad}")
        per_pad[pad] = artifact
    return per_pad


def _veilig(map: str, pad: str) -> str:
    """The path below the output folder. Raises ValueError when it would leave it."""
    delen = PurePosixPath(map, pad).parts
    if PurePosixPath(pad).is_absolute() or ".." in delen or "\\" in pad or "\0" in pad:
        raise ValueError(f"a path outside the output folder: {pad!r}")
    return "/".join(delen)
