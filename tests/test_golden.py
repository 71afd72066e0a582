"""Every output of one released service, byte for byte: a change in what is generated shows itself here, and is looked at.

What is the same for every service (the programs and styles that go with it) is not kept twice: other tests run that.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest

from catalogue.catalogus import Catalogus
from generator.target import Kader
from generator.targets import TARGETS, target
from tests.hulp import goud
from tests.hulp.schema import SPECS

DIENST, ANDER = "kenteken-wijzigen", "klacht-indienen"
ELDERS = {"schema": "test_schema.py", "typen": "test_typen.py", "afdruk": "test_afdruk.py, by what can be read in the PDF"}


@cache
def bestanden(naam: str, slug: str) -> dict[str, bytes]:
    """The files of one output by their path, those in a ZIP apart, and without those of another output."""
    formulier = Catalogus(SPECS).formulier(slug, "1.0.0")
    return {pad: inhoud for a in target(naam).bouw(formulier, Kader(date(2026, 11, 24))) for pad, inhoud in _los(a.pad, a.inhoud)}


def _los(pad: str, inhoud: bytes) -> Iterator[tuple[str, bytes]]:
    if pad.endswith(".zip"):
        with ZipFile(BytesIO(inhoud)) as zip:
            yield from ((f"{pad}/{lid}", zip.read(lid)) for lid in zip.namelist())
    else:
        yield pad, inhoud


@pytest.mark.parametrize("naam", [naam for naam in TARGETS if naam not in ELDERS])
def test_golden_output(naam: str) -> None:
    gedeeld = set(bestanden(naam, ANDER).values())
    if naam == "stub":  # it takes these in whole
        gedeeld |= {inhoud for ander in ("formulier", "openapi", "schema") for inhoud in bestanden(ander, DIENST).values()}
    eigen = {pad: inhoud for pad, inhoud in bestanden(naam, DIENST).items() if inhoud not in gedeeld}
    assert eigen
    for pad, inhoud in eigen.items():
        goud.vergelijk(f"{DIENST}/{naam}/{pad}", inhoud)
    map = goud.MAP / DIENST / naam
    assert {str(p.relative_to(map)) for p in map.rglob("*") if p.is_file()} == eigen.keys(), "a file that is no longer made"
