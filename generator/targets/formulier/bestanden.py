"""The files that every form shares: the style sheet, the house style and the script, each with its hash in its name.

They are made by tools/css and committed under templates/formulier/gebouwd, so that building a form needs no npm.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

from generator.plekken import bron_map

MAP = bron_map("templates") / "formulier"
NAMEN = ("formulier.css", "huisstijl.css", "formulier.mjs")
_OORDEEL = ("oordeel.mjs", "voorwaarde.mjs", "waarde.mjs", "moment.mjs", "getal.mjs", "meldingen.mjs")


def oordeel() -> dict[str, bytes]:
    """The modules of the script that judge by a plan: they stand alone, so that other outputs can take them along."""
    return {naam: (MAP / naam).read_bytes() for naam in _OORDEEL}


@lru_cache(maxsize=1)
def gedeeld() -> dict[str, bytes]:
    """Name with hash -> bytes, in the order in which a page refers to them: style sheets, then the script."""
    return dict(_met_hash(naam, (MAP / "gebouwd" / naam).read_bytes()) for naam in NAMEN)


def _met_hash(naam: str, inhoud: bytes) -> tuple[str, bytes]:
    stam, _, extensie = naam.rpartition(".")
    return f"{stam}.{hashlib.sha256(inhoud).hexdigest()[:10]}.{extensie}", inhoud


def bronsom() -> str:
    """The hash of the sources that the built files were made from; it stands in their first lines."""
    som = hashlib.sha256()
    for bestand in sorted(MAP.iterdir(), key=lambda p: p.name):
        if bestand.suffix in (".j2", ".mjs", ".css"):
            som.update(bestand.read_bytes())
    return som.hexdigest()[:16]
