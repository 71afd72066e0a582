"""The conformance of the language: the tiny forms with their verdicts as a download, and what every engine made of them.

The forms are those of tests/taal; `uitkomst.json` beside them is what `make conformance` saw, and a test holds it against a run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.plekken import bron_map
from generator.site.bundel import inpakken
from generator.sjabloon import sjabloon

NAAM = "conformiteit.zip"
UITKOMST = "uitkomst.json"
TELLING = ("eens", "regel", "oneens", "geen")
"""How often an engine agreed, let something pass by a listed rule, disagreed, or gave no verdict."""


def bron() -> Path:
    """The folder with the forms."""
    return bron_map("tests/taal")


def download() -> bytes:
    """The set as one ZIP: same forms, same bytes."""
    map = bron()
    paden = (pad for pad in sorted(map.rglob("*")) if pad.is_file())
    return inpakken({f"taal/{pad.relative_to(map).as_posix()}": pad.read_bytes() for pad in paden})


def conformiteitspagina() -> Iterator[tuple[str, bytes]]:
    """The page, with a row per construct and a column per engine."""
    uitkomst = json.loads((bron() / UITKOMST).read_text("utf-8"))
    rijen = _rijen(uitkomst)
    uit = sjabloon("site/conformiteit.md.j2").render(
        motoren=uitkomst["motoren"],
        rijen=rijen,
        vormen=len(uitkomst["vormen"]),
        gevallen=sum(vorm["gevallen"] for vorm in uitkomst["vormen"].values()),
        zip=NAAM,
    )
    yield "conformiteit.md", uit.encode()


def _rijen(uitkomst: dict[str, Any]) -> list[dict[str, Any]]:
    """The forms of one construct together: those whose names begin with the same word."""
    per: dict[str, dict[str, Any]] = {}
    for naam, vorm in sorted(uitkomst["vormen"].items()):
        rij = per.setdefault(naam.partition("-")[0], {"vormen": 0, "gevallen": 0, "motoren": {}})
        rij["vormen"] += 1
        rij["gevallen"] += vorm["gevallen"]
        for motor, telling in vorm["motoren"].items():
            som = rij["motoren"].setdefault(motor, dict.fromkeys(TELLING, 0))
            for soort, aantal in zip(TELLING, telling, strict=True):
                som[soort] += aantal
    return [{"naam": naam, **rij, "cellen": [_cel(rij["motoren"].get(m)) for m in uitkomst["motoren"]]} for naam, rij in per.items()]


def _cel(som: dict[str, int] | None) -> str:
    """What stands in one cell: agreed always, more is let pass, or how often not."""
    if som is None or not som["eens"] + som["regel"] + som["oneens"]:
        return "–"
    if som["oneens"]:
        return f"{som['oneens']} keer oneens"
    return f"ruimer ({som['regel']})" if som["regel"] else "eens"
