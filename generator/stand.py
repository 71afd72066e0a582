"""Has anything changed since the last good build? Answered from sizes and times of files, before anything is imported.

`.stand` in the output folder holds what was asked, every source with its size and time, and every folder of the output with
its time (which changes when a file in it is taken away). When all of it is still so, there is nothing to build; when it is
not, the build itself compares by content. Paths are plain texts here: importing pathlib would cost more than all the looking.
"""

from __future__ import annotations

import os
import sys

from generator.plekken import PAKKET, plek

NAAM = ".stand"
OVERGESLAGEN = ".overgeslagen"
"""What a build left out because this machine lacks something: it may have it the next time, so that build is not the last word."""


class Stand:
    """What a command line (the words after `build`) reads, as it stood when this object was made."""

    def __init__(self, woorden: list[str]) -> None:
        self.uit = _optie(woorden, "--out", "build")
        dag = "" if any(w.startswith("--today") for w in woorden) else _vandaag()
        pakketten = [_stand(pad) for pad in sys.path if pad.endswith("-packages")]
        mappen = _optie(woorden, "--specs", plek("specs")), plek("templates"), plek("site"), PAKKET, f"{os.path.dirname(PAKKET)}/catalogue"
        gevraagd = repr((woorden, os.getcwd(), dag, sys.version, pakketten))
        self.bronnen = "\n".join([gevraagd, *(f"{_stand(pad)} {pad}" for map in mappen for pad in _bestanden(map))])

    def gelijk(self) -> bool:
        """Is all of it as it was after the last good build of the same?"""
        try:
            with open(f"{self.uit}/{NAAM}", encoding="utf-8", errors="surrogateescape") as bestand:
                bronnen, _, mappen = bestand.read().partition("\n\n")
        except (OSError, ValueError):
            return False
        return bronnen == self.bronnen and _zoals_genoteerd(mappen)

    def noteer(self) -> None:
        """Remember that the output is what these sources give, when it is all of it."""
        if os.path.exists(f"{self.uit}/{OVERGESLAGEN}"):
            return
        with open(f"{self.uit}/{NAAM}", "w", encoding="utf-8", errors="surrogateescape") as bestand:
            mappen = "\n".join(f"{_tijd(map)} {map}" for map, _, _ in os.walk(self.uit))
            bestand.write(f"{self.bronnen}\n\n{mappen}")


def _optie(woorden: list[str], naam: str, anders: str) -> str:
    """The last value of an option, written as `--naam waarde` or `--naam=waarde`."""
    for i, woord in enumerate(woorden):
        if woord == naam and i + 1 < len(woorden):
            anders = woorden[i + 1]
        elif woord.startswith(f"{naam}="):
            anders = woord.partition("=")[2]
    return anders


def _zoals_genoteerd(mappen: str) -> bool:
    """Does every folder still have its time? There are thousands."""
    try:
        for regel in mappen.split("\n"):
            tijd, _, pad = regel.partition(" ")
            if os.stat(pad).st_mtime_ns != int(tijd):
                return False
    except (OSError, ValueError):
        return False
    return True


def _vandaag() -> str:
    """The date in the Netherlands, which a build without `--today` follows."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo("Europe/Amsterdam")).date().isoformat()


def _bestanden(map: str) -> list[str]:
    """Every file below a folder, in order, without what Python keeps there."""
    try:
        with os.scandir(map) as rij:
            ingangen = sorted((e.name, e.is_dir()) for e in rij)
    except OSError:
        return []
    uit: list[str] = []
    for naam, is_map in ingangen:
        if not is_map:
            uit.append(f"{map}/{naam}")
        elif naam != "__pycache__":
            uit += _bestanden(f"{map}/{naam}")
    return uit


def _stand(pad: str) -> str:
    """The size and time of a file; nothing when it is not there."""
    try:
        stand = os.stat(pad)
    except OSError:
        return ""
    return f"{stand.st_size} {stand.st_mtime_ns}"


def _tijd(pad: str) -> str:
    return _stand(pad).rpartition(" ")[2]
