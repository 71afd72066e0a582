"""Random forms: legal, always the same, with every construct; every engine judges them; and a disagreement is made small."""

from __future__ import annotations

import json

import pytest
import yaml

from catalogue.dienst import Dienst
from catalogue.load import laad
from catalogue.soorten import SOORTEN
from catalogue.uitwerken import werk_uit
from tests.overeenkomst import motoren, willekeurig
from tests.overeenkomst.gevallen import gegenereerd, uit_vectoren
from tests.overeenkomst.kleinste_vorm import bewaar, verklein
from tests.overeenkomst.motoren import MOTOREN, Stapel, Uitspraak, anders

AANTAL, HOPEN = 12, 2
GEGENEREERD = 40
NOG_FOUT: dict[str, dict[str, str]] = {
    "open-formulieren": {"willekeurig/3": "a number component cannot hold 2.50, which is 2.5"},
}
"""By engine: the random forms on which it still says something else than the reference, with why."""
NIET_GEDRAAID = {"stub-http": "a stub is started for each form, and judges with what the engine `stub` judges with: see test_taal_motoren.py"}


@pytest.mark.parametrize("nummer", range(HOPEN))
def test_every_engine_says_what_the_reference_says(nummer):
    slugs = [f"willekeurig/{n}" for n in range(nummer, AANTAL, HOPEN)]
    stapels = [Stapel(slug, [*uit_vectoren(slug), *gegenereerd(slug, GEGENEREERD)]) for slug in slugs]
    assert all(len(s.gevallen) > 30 and any(g.oordeel.geldig for g in s.gevallen) for s in stapels)
    namen = [naam for naam in MOTOREN if naam not in NIET_GEDRAAID]
    assert {naam: uit for naam in namen if (uit := anders(naam, stapels, NOG_FOUT.get(naam, {})))} == {}


def test_the_same_number_gives_the_same_form():
    eerst = [willekeurig.als_yaml(willekeurig.geschreven(f"willekeurig/{n}")) for n in range(4)]
    willekeurig.geschreven.cache_clear()
    assert [willekeurig.als_yaml(willekeurig.geschreven(f"willekeurig/{n}")) for n in range(4)] == eerst
    assert len(set(eerst)) == 4


def test_the_check_has_nothing_against_a_random_form():
    assert willekeurig.bezwaren(willekeurig.geschreven("willekeurig/3")) == []
    assert willekeurig.bezwaren({**willekeurig.geschreven("willekeurig/3"), "doelgroep": ["iets"], "toegang": []}) != []


def test_every_construct_comes_by():
    woorden: set[str] = set()
    for n in range(80):
        data = willekeurig.geschreven(f"willekeurig/{n}")
        woorden |= set(_woorden(data))
    assert woorden >= {*SOORTEN, *WOORDEN}


WOORDEN = (
    "groep", "herhaling", "per", "uniek", "als", "info", "toon_als", "verplicht_als", "een_van", "alle_van", "niet", "beantwoord", "meer_dan", "minder_dan",
    "vanaf", "tot_en_met", "na", "voor", "minimaal_tekens", "regels", "stop", "door", "personen", "parameters", "voorzieningen", "vooraf", "keuze_gemeente",
    "namelijk", "lijst", "parameter", "bron", "onvolledig", "decimalen", "patroon", "waarschuwing", "indiener", "werkdagen", "uitloop", "in herhaling", "in optie",
)  # fmt: skip


def _woorden(ding, rond=""):
    """The keys and words of a text; a repeat in a repeat and a condition of an option by name."""
    if isinstance(ding, dict):
        if "herhaling" in ding and rond == "herhaling":
            yield "in herhaling"
        if "code" in ding and "toon_als" in ding:
            yield "in optie"
        for sleutel, onder in ding.items():
            yield from sleutel.split(".")
            yield from _woorden(onder, "herhaling" if "herhaling" in ding else rond)
    elif isinstance(ding, list):
        for onder in ding:
            yield from _woorden(onder, rond)
    else:
        yield from str(ding).split()


def _soorten(ding):
    """The kind of every question in a text."""
    if isinstance(ding, dict) and "veld" in ding:
        yield ding["soort"]
    for onder in ding.values() if isinstance(ding, dict) else ding if isinstance(ding, list) else ():
        yield from _soorten(onder)


def test_a_disagreement_is_made_small_and_kept_as_a_form_of_the_language(monkeypatch, tmp_path):
    """An engine that refuses whoever answers a question of the kind telefoon: one such question remains."""
    slug = next(s for s in (f"willekeurig/{n}" for n in range(40)) if "telefoon" in _woorden(willekeurig.geschreven(s)))

    def streng(stapel):
        return [Uitspraak(g.oordeel.geldig and "0612345678" not in json.dumps(g.antwoorden)) for g in stapel.gevallen]

    monkeypatch.setitem(MOTOREN, "streng", motoren._los(streng))
    geval = next(g for g in uit_vectoren(slug) if g.oordeel.geldig and "0612345678" in json.dumps(g.antwoorden))
    map = bewaar("streng", verklein("streng", slug, geval), tmp_path)
    data = yaml.safe_load((map / "dienst.yaml").read_text("utf-8"))
    assert list(_soorten(data)) == ["telefoon"]
    assert werk_uit(laad(map / "dienst.yaml", Dienst).model).problemen == []
    (kleinste,) = json.loads((map / "gevallen.json").read_text("utf-8"))
    assert kleinste.keys() == {"verhaal", "omstandigheden", "antwoorden", "fouten"} and kleinste["fouten"] == []
