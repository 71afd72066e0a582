"""An output says itself what it is: once, whole, and true of the files that it makes."""

from __future__ import annotations

import re
from datetime import date
from fnmatch import filter
from pathlib import Path

import pytest

from catalogue.catalogus import Catalogus
from catalogue.formulier import WERK
from generator.site.bundel import Bundel
from generator.site.motoren import motoren
from generator.site.uitvoer import uitvoer as op_de_pagina
from generator.site.uitvoer import uitvoerpagina
from generator.target import STEMMEN, Kader
from generator.targets import TARGETS, stemmen, target, uitvoer, vanzelf
from tests.hulp.node import ROOT
from tests.hulp.schema import SPECS
from tests.overeenkomst.motoren import MOTOREN, SCHEMAS

DIENST = "kenteken-wijzigen"


@pytest.fixture(scope="module")
def bundel(tmp_path_factory: pytest.TempPathFactory) -> Bundel:
    """Every file of every output of a working text, but those that take seconds."""
    map, catalogus = tmp_path_factory.mktemp("bundel"), Catalogus(SPECS)
    formulier, kader = catalogus.formulier(DIENST), Kader(date(2026, 11, 24), tuple(catalogus.voorbeelden(DIENST)))
    bestanden = {a.pad: map / a.pad for naam in vanzelf(WERK) for a in kader.van(target(naam), formulier)}
    for naam in vanzelf(WERK):
        for a in kader.van(target(naam), formulier):
            bestanden[a.pad].parent.mkdir(parents=True, exist_ok=True)
            bestanden[a.pad].write_bytes(a.inhoud)
    return Bundel("", dict(sorted(bestanden.items())), map / "geen.zip")


@pytest.mark.parametrize("naam", TARGETS)
def test_an_output_says_what_it_is(naam: str) -> None:
    u = uitvoer(naam)
    assert u.naam == naam
    for deel in (u, *u.delen):
        assert deel.titel and deel.voor
        assert re.fullmatch(r"[A-Z][^|<>`]{15,120}\.", deel.wat), "a sentence or two, for Markdown and for HTML"
    assert all(waarden for waarden in u.instellingen.values())
    assert all(sleutel.startswith(f"{naam}.") for sleutel in u.instellingen)


def test_every_module_of_an_output_is_in_the_registry() -> None:
    map = ROOT / "generator" / "targets"
    modules = {p.stem for p in map.glob("*.py")} | {p.parent.name for p in map.glob("*/__init__.py")}
    assert modules - {"__init__"} == set(TARGETS)
    with pytest.raises(KeyError):
        target("__init__")


def test_every_file_belongs_to_one_part_of_an_output_and_every_path_is_of_a_file(bundel: Bundel) -> None:
    paden = [pad for naam in vanzelf(WERK) for deel in uitvoer(naam).delen for pad in deel.paden]
    van = {bestand: [pad for pad in paden if bestand.startswith(pad)] for bestand in bundel.bestanden}
    assert {bestand: treffers for bestand, treffers in van.items() if len(treffers) != 1} == {}
    assert {pad for treffers in van.values() for pad in treffers} == set(paden)


def test_the_page_of_a_service_shows_them_all_the_chosen_ones_first(bundel: Bundel) -> None:
    rijen = {rij["naam"]: rij for rij in op_de_pagina(bundel, WERK)}
    assert list(rijen) == [deel.titel for naam in vanzelf(WERK) for deel in uitvoer(naam).delen]
    geteld = sum(len(r["bestanden"]) + len(r["rest"]) + r["in_zip"] for r in rijen.values())
    assert geteld == len(bundel.bestanden)
    eerst = [b["naam"] for b in rijen["Open Formulieren"]["bestanden"]]
    assert eerst == [f"openformulieren/{DIENST}.zip", "openformulieren/LEESMIJ.md"]
    for naam in vanzelf(WERK):
        for deel in uitvoer(naam).delen:
            assert all(filter(bundel.bestanden, vorm) for vorm in deel.eerst), deel.eerst
            assert not deel.uitleg or deel.uitleg in bundel.bestanden


def test_what_takes_seconds_is_made_of_national_releases_only() -> None:
    assert set(TARGETS) - set(vanzelf(WERK)) == {"vectoren", "afdruk"}
    assert vanzelf("1.0.0") == TARGETS
    assert vanzelf("1.0.0", "9999") == vanzelf(WERK)


# ---- voices -------------------------------------------------------------------------------------------------------


def test_every_engine_of_the_agreement_belongs_to_an_output_and_has_a_voice() -> None:
    assert stemmen().keys() == MOTOREN.keys()
    assert set(stemmen().values()) | {"verhalen"} == set(STEMMEN)


def test_who_shares_a_judge_has_one_voice() -> None:
    van = stemmen()
    assert {van[naam] for naam in SCHEMAS} == {"jsonschema"}
    assert van["stub"] == van["stub-http"] == van["pydantic"] == "python"
    assert van["formulier"] == van["typescript"] == "javascript"


def test_an_engine_has_one_name_and_its_row_says_with_whose_voice_it_speaks(bundel: Bundel) -> None:
    gevonden = motoren(Catalogus(SPECS).formulier(DIENST), bundel)
    alle = [motor for naam in TARGETS for motor in uitvoer(naam).motoren]
    assert len({m.sleutel for m in alle}) == len(alle)
    assert [(r["naam"], r["stem"]) for r in gevonden["rijen"]] == [(m.naam, STEMMEN.get(m.stem, "")) for m in alle]
    assert sorted(gevonden["stemmen"]) == sorted(set(STEMMEN.values()) - {STEMMEN["verhalen"]})


def test_an_engine_of_what_was_not_built_has_no_row_and_no_voice(bundel: Bundel) -> None:
    deel = Bundel("", {naam: pad for naam, pad in bundel.bestanden.items() if naam.startswith("schema/")}, Path())
    gevonden = motoren(Catalogus(SPECS).formulier(DIENST), deel)
    assert len(gevonden["rijen"]) == 2
    assert gevonden["stemmen"] == ["JSON Schema"]


def test_the_page_about_outputs_counts_voices() -> None:
    ((_, inhoud),) = uitvoerpagina()
    tekst = inhoud.decode()
    assert f"Dat zijn {len(STEMMEN)} stemmen." in tekst
    for u in map(uitvoer, TARGETS):
        assert f"<code>{u.naam}</code></th>" in tekst and f">{u.voor}</td><td>{u.wat}" in tekst
        assert all(f"`{sleutel}`" in tekst for sleutel in u.instellingen)
        assert all(m.naam in tekst for m in u.motoren)
