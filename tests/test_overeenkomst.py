"""One specification, many engines, one verdict: a fast share of what `make agreement` does at length."""

from __future__ import annotations

import json

import pytest

from catalogue.catalogus import Catalogus
from tests.hulp.kern import kern
from tests.hulp.schema import SPECS
from tests.overeenkomst.gevallen import gegenereerd, uit_vectoren
from tests.overeenkomst.motoren import GRENZEN, MOTOREN, oordeel, verschillen

OVER_HTTP = ("erkenning-kind", "subsidie-aanvragen-of-aantonen")
"""Sent to the running stub as well; that gets every example of every service in test_stub.py."""
CATALOGUS = Catalogus(SPECS)
EERDER = [f"{slug}@{versie}" for slug in CATALOGUS.slugs for versie in CATALOGUS.uitgaven(slug)[:-1]]
"""Releases that the working text has left behind: another form under the same name."""
SLUGS = [*CATALOGUS.slugs, *EERDER]
AANTAL, WEINIG = 150, 40
"""So many generated answers per service, beside all its vectors: of those that together use everything, and of the others."""


@pytest.mark.parametrize("slug", SLUGS)
def test_every_engine_says_what_the_reference_says(slug):
    gevallen = [*uit_vectoren(slug), *gegenereerd(slug, AANTAL if slug in kern() else WEINIG)]
    for naam in MOTOREN:
        if naam == "stub-http" and slug not in OVER_HTTP:
            continue
        uitspraken = oordeel(naam, slug, gevallen)
        assert sum(u.geldig is not None for u in uitspraken) >= 20, f"{naam} hardly says anything"
        oneens = [(g.naam, wat, json.dumps(g.antwoorden, ensure_ascii=False)[:400]) for g, soort, wat in verschillen(naam, slug, gevallen, uitspraken) if soort == "oneens"]
        assert oneens == [], naam


def test_what_an_engine_cannot_hold_is_a_short_list_that_does_not_grow():
    assert {naam: sorted(lijst) for naam, lijst in GRENZEN.items()} == {"jsonschema": ["laatsteRegeleinde"]}
    assert all(len(grens.reden) > 40 for lijst in GRENZEN.values() for grens in lijst.values())


def test_the_answers_are_of_every_kind():
    gevallen = gegenereerd("verhuizing-doorgeven", 400)
    goed = sum(g.oordeel.geldig for g in gevallen)
    assert 80 < goed < 320
    assert {code for g in gevallen for _, code in g.fouten} >= {"verplicht", "onbekend", "verborgen", "soort", "keuze"}
    assert [g.antwoorden for g in gegenereerd("verhuizing-doorgeven", 400)] == [g.antwoorden for g in gevallen]
