"""One ZIP with the Open Formulieren import of every service, which its import takes as many forms at once.

Nothing but ZIPs may be in it: with one other file Open Formulieren imports nothing, and says that all went well.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.site.bundel import Bundel, inpakken
from generator.targets.openformulieren import MAP

NAAM = "openformulieren-alles.zip"


def zet_bulk(bundels: Iterable[Bundel | None], site: Path) -> None:
    """Write it at the root of the site: of each service the forms of all its roles."""
    site.mkdir(parents=True, exist_ok=True)
    (site / NAAM).write_bytes(
        inpakken({pad.name: pad.read_bytes() for bundel in bundels if bundel for pad in formulieren(bundel)})
    )


def formulieren(bundel: Bundel) -> list[Path]:
    """The imports of one service: that of the one who applies, and those of other persons."""
    return [pad for naam, pad in bundel.bestanden.items() if naam.startswith(f"{MAP}/") and naam.endswith(".zip")]
