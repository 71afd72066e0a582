"""The vectors of every service: right about the verdict, near misses, and reaching everything that the form can decide."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

import pytest

from catalogue.antwoorden import beoordeel
from catalogue.catalogus import Catalogus
from catalogue.formulier import Formulier, Vraag, elementen
from catalogue.velden import SOORTEN
from catalogue.velden.nummer import EmailVeld
from catalogue.velden.patroon import past
from catalogue.voorbeelden import omstandigheden_uit
from generator.target import Kader
from generator.targets.vectoren import bouw
from generator.vectoren.dekking import gemist
from generator.vectoren.document import Geval, gevallen
from generator.vectoren.waarden import email_van
from generator.vectoren.wijziging import pas_toe, verschil
from tests.hulp.schema import SPECS
from tests.hulp.taal import formulier as vorm

CATALOGUS = Catalogus(SPECS)
DAG = date(2026, 11, 24)
ONBEREIKBAAR = json.loads((SPECS.parent / "tests" / "onbereikbaar.json").read_text("utf-8"))
"""By service, what no answers can reach, with the reason; the list may only get shorter."""


@cache
def vectoren(slug: str) -> tuple[Formulier, dict, tuple[Geval, ...]]:
    formulier = CATALOGUS.formulier(slug)
    (artifact,) = bouw(formulier, Kader(DAG))
    data = json.loads(artifact.inhoud)
    return formulier, data, tuple(gevallen(data))


@pytest.mark.parametrize("slug", CATALOGUS.slugs)
def test_the_verdict_of_a_vector_is_that_of_the_reference(slug):
    formulier, _, rij = vectoren(slug)
    for g in rij:
        oordeel = beoordeel(formulier, g.antwoorden, omstandigheden_uit(g.omstandigheden, formulier, date(1, 1, 1)))
        assert (oordeel.geldig, tuple((f.pad, f.code) for f in oordeel.fouten)) == (g.geldig, g.fouten), g.waarom


@pytest.mark.parametrize("slug", CATALOGUS.slugs)
def test_a_wrong_vector_is_one_change_away_from_a_right_one(slug):
    _, data, _ = vectoren(slug)
    goed = {rij["id"] for rij in data["vectoren"] if rij["geldig"]}
    for rij in data["vectoren"]:
        if not rij["geldig"] and "basis" in rij:
            assert rij["basis"] in goed
            assert len(rij["wijziging"]) <= 1, rij
    los = [rij for rij in data["vectoren"] if not rij["geldig"] and "basis" not in rij]
    assert all({f["code"] for f in rij["fouten"]} & {"stop", "vergelijking", "datum"} for rij in los), "only what an earlier answer decides may stand alone"


@pytest.mark.parametrize("slug", CATALOGUS.slugs)
def test_the_vectors_reach_everything(slug):
    formulier, _, rij = vectoren(slug)
    assert sorted(gemist(formulier, rij)) == sorted(ONBEREIKBAAR.get(slug, {}))


@pytest.mark.parametrize("slug", CATALOGUS.slugs)
def test_every_question_has_right_and_wrong_answers(slug):
    formulier, _, rij = vectoren(slug)
    fout = {pad.replace("[0]", "[]").replace("[1]", "[]") for g in rij if not g.geldig for pad, _ in g.fouten}
    for stap in formulier.stappen:
        for e in elementen(stap.inhoud):
            if isinstance(e, Vraag):
                assert any(pad == e.pad or pad.startswith(f"{e.pad}.") or pad.startswith(f"{e.pad}[") for pad in fout), e.pad


VASTE_LENGTE = [soort for soort, veld in SOORTEN.items() if hasattr(veld, "lengte")]


@pytest.mark.parametrize("soort", VASTE_LENGTE)
def test_a_kind_with_a_length_of_its_own_is_tried_on_it_and_one_beyond(soort):
    formulier = vorm(f"taal/soort-{soort}")
    lengte = formulier.stappen[0].inhoud[0].veld.lengte
    antwoorden = [(g["deel"]["x"], fouten) for g, fouten in _vragen(formulier) if isinstance(g["deel"].get("x"), str)]
    assert any(len(x) == lengte and not fouten for x, fouten in antwoorden) or soort == "iban", "none of the longest"
    assert any(len(x) == lengte + 1 and fouten == (("deel.x", "lengte"),) for x, fouten in antwoorden)


def _vragen(formulier: Formulier):
    (artifact,) = bouw(formulier, Kader(DAG))
    heel = [g for g in gevallen(json.loads(artifact.inhoud)) if isinstance(g.antwoorden, dict) and isinstance(g.antwoorden.get("deel"), dict)]
    return [(g.antwoorden, g.fouten) for g in heel]


@pytest.mark.parametrize("lengte", [8, 9, 10, 20, 68, 69, 70, 71, 132, 133, 134, 135, 196, 197, 254, 255])
def test_an_email_address_can_be_made_of_any_length(lengte):
    assert len(email_van(lengte)) == lengte
    assert past(EmailVeld.vorm, email_van(lengte))


def test_the_same_form_gives_the_same_bytes():
    een, ander = (next(iter(bouw(Catalogus(SPECS).formulier("hond-aan-of-afmelden"), Kader(DAG)))) for _ in range(2))
    assert een == ander


def test_a_change_is_undone_by_what_it_says():
    oud = {"a": {"b~/": 1, "c": [{"d": 1}, {"d": 2}]}, "e": [1, 2]}
    nieuw = {"a": {"c": [{"d": 1}, {}]}, "e": [1], "f": {"g": None}}
    assert pas_toe(oud, verschil(oud, nieuw)) == nieuw
    assert verschil(1, True) and verschil(1, 1.0)
