"""The features of the language that are easiest to get wrong: what can be asked of them beside a verdict on answers.

Each folder in `kenmerken/` is a feature: `dienst.yaml`, `gevallen.json`, at times `adoptie.yaml`. Its cases are judged in test_taal.py.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from catalogue.beoordelen import beoordeel
from catalogue.dienst import Dienst
from catalogue.formulier import Formulier
from catalogue.invulling import Invulling
from catalogue.load import laad
from catalogue.uitwerken import werk_uit
from catalogue.voorbeelden import omstandigheden_uit
from catalogue.voorwaarde import vergelijkingen
from catalogue.weergave import vul_in

MAPPEN = sorted((Path(__file__).parent / "kenmerken").iterdir())
DAG = date(2026, 11, 24)


def formulier_uit(map: Path, invulling: Invulling | None = None) -> Formulier:
    gelezen = laad(map / "dienst.yaml", Dienst)
    assert gelezen.problemen == []
    uitwerking = werk_uit(gelezen.model, invulling=invulling)
    assert uitwerking.problemen == []
    return uitwerking.formulier


@pytest.mark.parametrize("map", MAPPEN, ids=lambda m: m.name)
def test_een_formulier_blijft_hetzelfde_als_het_bewaard_wordt(map):
    formulier = formulier_uit(map)
    tekst = formulier.model_dump_json(exclude_none=True)
    assert Formulier.model_validate_json(tekst).model_dump_json(exclude_none=True) == tekst


def test_wat_een_gemeente_heeft_wordt_een_vast_gegeven():
    map = next(m for m in MAPPEN if m.name == "K94")
    formulier = formulier_uit(map, laad(map / "adoptie.yaml", Invulling).model)
    (stap,) = formulier.stappen
    namen = [v.pad for e in stap.inhoud for deel in (e.toon_als, *(k.toon_als for k in e.opties)) for v in vergelijkingen(deel)]
    assert namen == []
    goed = {"bericht": {"waar": "berichtenbox"}}
    assert beoordeel(formulier, goed, omstandigheden_uit({}, formulier, DAG)).geldig


def test_een_vraag_met_een_eerder_antwoord_erin():
    formulier = formulier_uit(next(m for m in MAPPEN if m.name == "K82"))
    vraag = formulier.stappen[0].inhoud[-1]
    assert vul_in(formulier, vraag.veld.vraag, {"voorwerp.soort": "container"}.get, "nl") == "Hoe breed is een container in centimeters?"
    assert vul_in(formulier, vraag.veld.vraag, {}.get, "nl") == "Hoe breed is [het voorwerp] in centimeters?"


def test_te_betalen_telt_het_mandje():
    formulier = formulier_uit(next(m for m in MAPPEN if m.name == "K39"))
    mandje = {"mandje": {"uittreksel": [{"akte": {"wat": "geboorte"}}] * 2}}
    onbekend = beoordeel(formulier, mandje, omstandigheden_uit({}, formulier, DAG)).te_betalen
    assert [(r.aantal, r.totaal) for r in onbekend] == [(2, None)]
    bekend = beoordeel(formulier, mandje, omstandigheden_uit({"parameters": {"prijs": "8.35"}}, formulier, DAG)).te_betalen
    assert [(r.aantal, r.bedrag, r.totaal) for r in bekend] == [(2, "8.35", "16.70")]
