"""Every example of every service is judged as its author wrote it. A new example needs a file, not test code."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from catalogue.beoordelen import beoordeel
from catalogue.catalogus import Catalogus
from catalogue.formulier import WERK
from catalogue.voorbeelden import omstandigheden_uit

CATALOGUS = Catalogus(Path(__file__).parent.parent / "specs")
DAG = date(2026, 11, 24)
VERSIES = [(slug, versie) for slug in CATALOGUS.slugs for versie in (WERK, *CATALOGUS.uitgaven(slug))]
GEVALLEN = [(slug, versie, voorbeeld) for slug, versie in VERSIES for voorbeeld in CATALOGUS.voorbeelden(slug, versie)]


@pytest.mark.parametrize(("slug", "versie", "voorbeeld"), GEVALLEN, ids=[f"{s}-{v}-{e.naam}" for s, v, e in GEVALLEN])
def test_voorbeeld_krijgt_precies_zijn_fouten(slug, versie, voorbeeld):
    formulier = CATALOGUS.formulier(slug, versie)
    oordeel = beoordeel(formulier, voorbeeld.antwoorden, omstandigheden_uit(voorbeeld.omstandigheden, formulier, DAG))
    assert tuple((f.pad, f.code) for f in oordeel.fouten) == voorbeeld.fouten
    assert voorbeeld.goed == (not voorbeeld.fouten)


@pytest.mark.parametrize("slug", CATALOGUS.slugs)
def test_genoeg_verhalen_en_geen_twee_keer_hetzelfde(slug):
    verhalen = list(CATALOGUS.voorbeelden(slug))
    goed = [v for v in verhalen if v.goed]
    dienst = CATALOGUS.dienst(slug).model
    minstens_goed, minstens_fout = (2, 4) if dienst.herkomst and dienst.herkomst_heel else (8, 20)
    assert len(goed) >= minstens_goed
    assert len(verhalen) - len(goed) >= minstens_fout
    paren = Counter(frozenset(v.fouten) for v in verhalen if not v.goed)
    assert [set(p) for p, aantal in paren.items() if aantal > 1] == []
    assert all(len(v.verhaal) > 30 for v in verhalen)
