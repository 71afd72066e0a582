"""Every engine on every form of the language: its written cases, and the vectors of the form.

An engine that is not right yet about a form stands in NOG_FOUT with why; one that is not run on a form in NIET_GEDRAAID.
"""

from __future__ import annotations

import json

import pytest

from tests.hulp import taal
from tests.overeenkomst.gevallen import Geval, uit_taal, uit_vectoren
from tests.overeenkomst.motoren import MOTOREN, Stapel, anders
from tests.test_taal import NOG_FOUT as REFERENTIE_FOUT

VORMEN = [*taal.vormen(), taal.ALLE_SOORTEN]
HOPEN = 6
"""The forms are judged in so many heaps: a run of Node for each engine takes many, and two workers can share the work."""
MEEST = 40
"""So many vectors of a form, spread over all; `make agreement` takes all of them."""
OVER_HTTP = ("taal/per-gekozen", "taal/namen-vraag", "taal/personen", "voorbeelden/alle-soorten")
NIET_GEDRAAID = {
    "stub-http": (OVER_HTTP, "a stub is started for each form, and judges with what the engine `stub` judges with: a few forms show that it does"),
}
"""The engines that run on some forms only: on which, and why."""
FOUTEN: dict[str, dict[str, str]] = {
    "jsonforms": {"its core drops `then/` from a scope, so it finds no question or step of that name": "namen-groep namen-stap"},
    "open-formulieren": {"a number component cannot hold 2.50, which is 2.5": "decimaal-basis decimaal-gelijk soort-decimaal"},
}
NOG_FOUT = {motor: {f"taal/{naam}": reden for reden, namen in redenen.items() for naam in namen.split()} for motor, redenen in FOUTEN.items()}
"""By engine: the forms on which it still says something else than the reference, with why. What is mended must be taken out."""


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
