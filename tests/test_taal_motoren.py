"""Every engine on every form of the language: its written cases, and the vectors of the form.

An engine that is not right yet about a form stands in NOG_FOUT with why; one that is not run on a form in NIET_GEDRAAID.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.hulp import taal
from tests.overeenkomst.bekend import NIET_GEDRAAID, NOG_FOUT, OVER_HTTP
from tests.overeenkomst.gevallen import Geval, uit_taal, uit_vectoren
from tests.overeenkomst.motoren import MOTOREN, Stapel, anders
from tests.test_taal import NOG_FOUT as REFERENTIE_FOUT
from tools import conformance

VORMEN = [*taal.vormen(), taal.ALLE_SOORTEN]
HOPEN = 6
"""The forms are judged in so many heaps: a run of Node for each engine takes many, and two workers can share the work."""
MEEST = 40
"""So many vectors of a form, spread over all; of a form on which an engine is known to differ, all of them."""


def hoop(nummer: int) -> list[str]:
    return VORMEN[nummer::HOPEN]


def gevallen(vorm: str, heel: bool = False) -> list[Geval]:
    """The written cases and the vectors, each set of answers once; of the vectors MEEST, or with `heel` all."""
    vectoren = uit_vectoren(vorm)
    stap = 1 if heel else -(-len(vectoren) // MEEST)
    uit = {json.dumps([g.antwoorden, repr(g.o)], sort_keys=True): g for g in (*uit_taal(vorm), *vectoren[::stap])}
    return list(uit.values())


@pytest.mark.parametrize("nummer", range(HOPEN))
def test_every_engine_says_what_the_reference_says(nummer):
    assert {naam: uit for naam in MOTOREN if (uit := _anders(naam, hoop(nummer)))} == {}


def _anders(naam: str, vormen: list[str]) -> dict[str, object]:
    bekend = NOG_FOUT.get(naam, {})
    op = [vorm for vorm in vormen if vorm in NIET_GEDRAAID[naam][0]] if naam in NIET_GEDRAAID else vormen
    return anders(naam, [Stapel(vorm, gevallen(vorm, vorm in bekend)) for vorm in op], bekend)


def test_the_lists_name_forms_and_reasons():
    assert set(NOG_FOUT) | set(NIET_GEDRAAID) <= set(MOTOREN)
    assert {vorm for lijst in NOG_FOUT.values() for vorm in lijst} | set(OVER_HTTP) <= set(VORMEN)
    assert all(len(reden) > 20 for lijst in NOG_FOUT.values() for reden in lijst.values())
    assert {vorm for vorm in taal.vormen() if vorm not in VORMEN} <= set(REFERENTIE_FOUT)


@pytest.mark.parametrize("nummer", range(HOPEN))
def test_there_is_much_to_judge(nummer):
    """Right and wrong answers of each form, also among the vectors."""
    arm = [vorm for vorm in hoop(nummer) if {g.oordeel.geldig for g in uit_vectoren(vorm)} != {True, False} or len(gevallen(vorm)) < 10]
    assert arm == []


# ---- what the site says of it ------------------------------------------------------------------------------------------


def gezien() -> dict[str, Any]:
    """What `make conformance` saw last: tests/taal/uitkomst.json."""
    return json.loads(conformance.DOEL.read_text("utf-8"))


def test_the_page_for_vendors_tells_of_every_form_and_case_there_is():
    vormen = [vorm for vorm in taal.vormen() if vorm.startswith("taal/")]
    er_zijn = {vorm.removeprefix("taal/"): len(uit_taal(vorm)) for vorm in vormen}
    assert {naam: rij["gevallen"] for naam, rij in gezien()["vormen"].items()} == er_zijn, "run make conformance"
    assert gezien()["motoren"] == list(MOTOREN)


def test_the_page_for_vendors_tells_what_the_engines_say_now():
    """A share of the forms, other ones every time a form is added; `make conformance` sees them all."""
    vormen = [vorm for vorm in taal.vormen() if vorm.startswith("taal/")][:: len(gezien()["vormen"]) // 12]
    nu = conformance.uitkomst([vorm for vorm in vormen if vorm not in OVER_HTTP])["vormen"]
    assert {naam: gezien()["vormen"][naam] for naam in nu} == nu, "run make conformance"
