"""The vectors of every service: right about the verdict, near misses, and reaching everything that the form can decide."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache

import pytest

from catalogue.beoordelen import beoordeel
from catalogue.catalogus import Catalogus
from catalogue.formulier import Formulier, Vraag, elementen, vragen
from catalogue.soorten import SOORTEN
from catalogue.voorbeelden import omstandigheden_uit
from generator.target import Kader
from generator.targets.vectoren import bouw
from generator.vectoren.dekking import gemist
from generator.vectoren.document import Geval, document, gevallen
from generator.vectoren.waarden import gerekt
from generator.vectoren.wijziging import pas_toe, verschil
from tests.hulp import taal
from tests.hulp.schema import SPECS

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


def test_the_same_form_gives_the_same_bytes():
    een, ander = (next(iter(bouw(Catalogus(SPECS).formulier("hond-aan-of-afmelden"), Kader(DAG)))) for _ in range(2))
    assert een == ander


def test_a_change_is_undone_by_what_it_says():
    oud = {"a": {"b~/": 1, "c": [{"d": 1}, {"d": 2}]}, "e": [1, 2]}
    nieuw = {"a": {"c": [{"d": 1}, {}]}, "e": [1], "f": {"g": None}}
    assert pas_toe(oud, verschil(oud, nieuw)) == nieuw
    assert verschil(1, True) and verschil(1, 1.0)


# -- kinds of values, on the forms of the language -------------------------------------------------------------------------


@cache
def taalvectoren(vorm: str) -> tuple[Formulier, tuple[Geval, ...]]:
    formulier = taal.formulier(vorm)
    return formulier, tuple(gevallen(document(formulier)))


def van(vorm: str, waarom: str) -> list[Geval]:
    """The vectors of a form whose reason ends so."""
    return [g for g in taalvectoren(vorm)[1] if g.waarom.endswith(waarom)]


TEKSTSOORTEN = [soort for soort, feiten in SOORTEN.items() if feiten.vorm == "tekst"]


@pytest.mark.parametrize("soort", TEKSTSOORTEN)
def test_every_kind_of_text_is_tried_one_too_long_blank_and_with_a_control_character(soort):
    formulier, _ = taalvectoren(f"taal/{soort}-los")
    vraag = next(v for v in vragen(formulier) if v.soort == soort)
    for waarom, codes in (("teLang", {"lengte"}), ("vasteSpatie", {"lengte"}), ("stuurteken", {"patroon"})):
        (een, *_) = van(f"taal/{soort}-los", f"{vraag.pad}: {waarom}")
        assert {code for pad, code in een.fouten if pad == vraag.pad} == codes, waarom
    lang = van(f"taal/{soort}-los", f"{vraag.pad}: teLang")[0].antwoorden["deel"][vraag.id]
    assert len(lang) == vraag.alle_maten["maximum"] + 1
    if "patroon" not in vraag.alle_maten:
        for waarom, code in (("nietZichtbaar", "lengte"), ("nietNfc", "patroon")):
            assert (vraag.pad, code) in van(f"taal/{soort}-los", f"{vraag.pad}: {waarom}")[0].fouten


def test_a_text_that_follows_its_pattern_is_too_long_by_one_character():
    (een, *_) = van("taal/email-los", "teLang")
    assert re.fullmatch(SOORTEN["email"].maten["patroon"], een.antwoorden["deel"]["x"])
    assert gerekt("0612345678", r"\+?[0-9]{8,15}", 16) is None


def test_the_last_row_of_a_list_by_a_list_that_is_not_known_yet_is_judged():
    formulier, _ = taalvectoren("taal/per-open-lijst")
    per = next(e for stap in formulier.stappen for e in elementen(stap.inhoud) if getattr(e, "per", None))
    (goed,) = van("taal/per-open-lijst", f"{per.pad}: {per.maximum} gekozen")
    assert goed.geldig and len(goed.antwoorden["deel"][per.id]) == per.maximum
    (fout,) = van("taal/per-open-lijst", f"{per.pad}: onbekende vraag in de laatste")
    assert fout.fouten == ((f"{per.pad}[{per.maximum - 1}].bestaatNiet", "onbekend"),)


@pytest.mark.parametrize("wat", ["voorziening", "parameter"])
def test_what_hangs_on_what_nobody_filled_in_may_be_there_and_may_be_absent(wat):
    zonder = [g for g in taalvectoren(f"taal/{wat}-open")[1] if g.geldig and not g.omstandigheden.keys() & {"voorzieningen", "parameters"}]
    assert {"vraag" in g.antwoorden["deel"] for g in zonder} == {"soms" in g.antwoorden for g in zonder} == {True, False}
    assert {g.antwoorden["deel"].get("kies") for g in zonder} >= {"soms", "anders"}


@pytest.mark.parametrize("soort", ["bedrag", "datum", "getal", "ja-nee", "tekst", "url"])
def test_every_kind_of_value_that_a_municipality_fills_in_is_tried(soort):
    _, rij = taalvectoren(f"taal/parameter-{soort}-open")
    assert len({repr(g.omstandigheden.get("parameters")) for g in rij}) > 1


def test_a_number_is_written_in_more_ways_than_one():
    assert {"2.5", "2.50"} <= {g.antwoorden["deel"].get("x") for g in taalvectoren("taal/decimaal-gelijk")[1] if g.geldig}
