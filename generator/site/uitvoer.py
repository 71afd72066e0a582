"""The outputs as the site shows them: which files of one version there are, for whom; and the page with all outputs."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from generator.site.bundel import Bundel
from generator.sjabloon import sjabloon
from generator.target import STEMMEN, Deel
from generator.targets import TARGETS
from generator.targets import uitvoer as van

HOOGSTE = 6
"""More files than this stand behind a line that opens."""


def uitvoer(bundel: Bundel, versie: str) -> list[dict[str, Any]]:
    """The outputs of one version that are there, with their files: exactly what a build made."""
    delen = (deel for naam in TARGETS for deel in van(naam).delen)
    return [_deel(deel, namen, bundel, versie) for deel in delen if (namen := bestanden(deel, bundel))]


def bestanden(deel: Deel, bundel: Bundel) -> list[str]:
    """The files of a bundle that belong to one part of an output."""
    return [naam for naam in bundel.bestanden if naam.startswith(deel.paden)]


def _deel(deel: Deel, namen: list[str], bundel: Bundel, versie: str) -> dict[str, Any]:
    eerst = [naam for vorm in deel.eerst for naam in namen if fnmatchcase(naam, vorm)]
    if not eerst:
        eerst = namen[:HOOGSTE] if len(namen) > HOOGSTE + 1 else namen
    rest = [naam for naam in namen if naam not in eerst]
    return {
        "naam": deel.titel,
        "voor": deel.voor,
        "zin": deel.wat,
        "bestanden": [_bestand(bundel, versie, naam) for naam in eerst],
        "rest": [_bestand(bundel, versie, naam) for naam in rest] if deel.rest else [],
        "in_zip": 0 if deel.rest else len(rest),
    }


def _bestand(bundel: Bundel, versie: str, naam: str) -> dict[str, str]:
    return {"url": f"{versie}/{naam}", "naam": naam, "kb": bundel.kb(naam)}


def uitvoerpagina() -> Iterator[tuple[str, bytes]]:
    """The page about all outputs: what each is, what can be set, and with how many voices they judge."""
    alle = [van(naam) for naam in TARGETS]
    motoren = [motor for u in alle for motor in u.motoren]
    stemmen = [{"naam": naam, "motoren": [m.naam for m in motoren if m.stem == stem]} for stem, naam in STEMMEN.items()]
    zonder = [m.naam for m in motoren if not m.stem]
    yield "uitvoer.md", sjabloon("site/uitvoer.md.j2").render(alle=alle, stemmen=stemmen, zonder=zonder).encode()
