"""A kind of question stands whole in its own module: a new one needs nothing elsewhere that follows from its shape."""

from __future__ import annotations

import ast
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pytest

from catalogue.beoordelen import beoordeel
from catalogue.dienst import Dienst, Stap
from catalogue.formulier import Formulier, Vraag
from catalogue.formulier import vragen as alle_vragen
from catalogue.meldingen import ALGEMEEN, melding_bij
from catalogue.oordeel import Omstandigheden
from catalogue.soorten import MODELLEN, SOORTEN
from catalogue.uitwerken import Bouwstenen, werk_uit
from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Soort
from catalogue.veld.vergelijken import TELBAAR, VERGELIJKINGEN
from catalogue.weergave import als_woorden
from generator.dialect.nederlands import zin
from generator.targets.afdruk.teksten import teksten as papierteksten
from generator.targets.afdruk.vakken import vak
from generator.targets.formulier import soorten as op_scherm
from generator.targets.formulier.pagina import render
from generator.targets.formulier.pagina import teksten as formulierteksten
from generator.targets.formulier.wijzer import Wijzer
from generator.targets.typen.boom import boom
from generator.targets.typen.interfaces import interfaces
from generator.targets.typen.modellen import modellen
from generator.targets.typen.vormen import vormen
from tests.hulp.soorten import ROOT, TABEL, bronnen, lijsten, rijen, tabellen, vergelijkingen

VANDAAG = date(2026, 11, 24)
MAP = ROOT / "catalogue" / "soorten"
MAAKT_ZELF = {"getal", "decimaal", "moment", "keuze", "keuzes", "bestanden"}
"""Shapes of which a right answer follows from the measures; so does that of a text without a pattern."""
MEESTE_REGELS = 120
PLAFOND = 24
"""So many comparisons with the name of a kind are left of 163. It only goes down."""
NODIG = {
    "keuze": {"opties": ["a", "b"]},
    "keuzes": {"opties": ["a", "b"]},
    "bestanden": {"typen": ["application/pdf"], "grootte": 1},
}
"""What a question of a shape cannot do without."""


@cache
def formulier() -> Formulier:
    """A form with a question of every kind, called after its kind."""
    return _form(_dienst(*(veld(naam, verplicht=False) for naam in SOORTEN)))


KOP = {
    "dienst": "elke-soort", "naam": "Elke soort", "samenvatting": "Om te proberen.", "producten": ["x"],
    "doelgroep": ["inwoner"], "bewaartermijn": [{"selectielijst": "7.1.7", "termijn": "P5Y"}],
    "toegang": [{"middel": "geen"}],
}  # fmt: skip


def _dienst(*velden: dict[str, Any]) -> Dienst:
    return Dienst.model_validate({**KOP, "stappen": [{"stap": "stap", "titel": "Stap", "velden": list(velden)}]})


def veld(soort: str, **meer: Any) -> dict[str, Any]:
    """A question of a kind, called after it, with what it cannot do without."""
    nodig = NODIG.get(SOORTEN[soort].vorm, {})
    return {"veld": _id(soort), "vraag": f"Vraag {soort}?", "soort": soort, **nodig, **meer}


def _form(dienst: Dienst, soorten: dict[str, Soort] = SOORTEN) -> Formulier:
    uit = werk_uit(dienst, Bouwstenen(soorten=soorten))
    assert not uit.problemen, uit.problemen
    return uit.formulier


def _id(soort: str) -> str:
    eerste, *rest = soort.split("-")
    return eerste + "".join(deel.title() for deel in rest)


def vraag(soort: str) -> Vraag:
    return next(v for v in alle_vragen(formulier()) if v.soort == soort)


def oordeel(v: Vraag, waarde: Any) -> list[str]:
    """The codes of the faults of an answer."""
    return codes(formulier(), v.id, waarde)


def codes(f: Formulier, id: str, waarde: Any) -> list[str]:
    return [fout.code for fout in beoordeel(f, {"stap": {id: waarde}}, Omstandigheden(vandaag=VANDAAG)).fouten]


# -- a kind is whole -------------------------------------------------------------------------------------------------


def test_the_folder_is_the_list():
    modules = {pad.stem.replace("_", "-") for pad in MAP.glob("*.py")} - {"--init--"}
    assert SOORTEN.keys() == MODELLEN.keys() == modules
    assert list(SOORTEN) == sorted(SOORTEN)


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_kind_has_a_model_facts_and_a_word_and_fits_in_a_small_module(soort):
    feiten, model = SOORTEN[soort], MODELLEN[soort]
    assert feiten.soort == soort and issubclass(model, VeldBasis)
    assert model.model_fields["soort"].annotation == Literal[soort] and model.model_fields["soort"].description
    assert feiten.woord.keys() >= {"nl", "en"} and feiten.als in VERGELIJKINGEN
    assert len((MAP / f"{soort.replace('-', '_')}.py").read_text("utf-8").splitlines()) <= MEESTE_REGELS


@pytest.mark.parametrize("soort", SOORTEN)
def test_its_examples_are_judged_as_they_say(soort):
    feiten, v = SOORTEN[soort], vraag(soort)
    zelf = feiten.vorm in MAAKT_ZELF or (feiten.vorm == "tekst" and "patroon" not in feiten.maten)
    assert feiten.goed or zelf, "give examples that are right"
    assert [oordeel(v, waarde) for waarde in feiten.goed] == [[]] * len(feiten.goed)
    assert all(oordeel(v, waarde) for _, waarde in feiten.fout)
    assert len({naam for naam, _ in feiten.fout}) == len(feiten.fout)


@pytest.mark.parametrize("soort", SOORTEN)
def test_it_has_a_text_for_every_fault_that_somebody_can_make(soort):
    feiten, v = SOORTEN[soort], vraag(soort)
    assert "verplicht" in feiten.codes and feiten.meldingen.keys() <= ALGEMEEN.keys()
    for code in feiten.codes:
        for taal, melding in melding_bij(v, code).items():
            assert taal in ("nl", "en") and melding and not re.search(r"[{}]", melding), (code, melding)


@pytest.mark.parametrize("soort", SOORTEN)
def test_it_stands_on_a_screen_and_on_paper(soort):
    v, t = vraag(soort), papierteksten("nl")
    sjabloon = (ROOT / "templates/formulier/vragen.html.j2").read_text("utf-8")
    assert f"{{% macro {SOORTEN[soort].invoer.bouwsteen}(" in sjabloon and f'"{op_scherm.vorm(v)}": ' in sjabloon
    html = render(formulier(), "nl")
    assert f'name="stap.{v.id}"' in html or f'name="stap.{v.id}.' in html
    papier = (ROOT / "templates/afdruk/formulier.html.j2").read_text("utf-8")
    ruimte = vak(v, [], "nl", t)
    assert ruimte["vorm"] == "regel" or f'v.vorm == "{ruimte["vorm"]}"' in papier


@pytest.mark.parametrize("soort", [naam for naam, feiten in SOORTEN.items() if feiten.type])
def test_the_type_that_its_answers_share_is_in_the_package(soort):
    formulier = Formulier.model_construct(soorten={soort: SOORTEN[soort]})
    tekst = vormen(formulier, ROOT / "templates/typen/python/vormen.py")
    assert re.search(rf"^(class )?{SOORTEN[soort].type.naam}\b", tekst, re.M)
    compile(tekst, "vormen.py", "exec")


@pytest.mark.parametrize("soort", [naam for naam, feiten in SOORTEN.items() if feiten.delen])
def test_the_parts_of_an_answer_are_all_facts(soort):
    delen = SOORTEN[soort].delen
    assert len({deel.id for deel in delen}) == len(delen) and any(deel.verplicht for deel in delen)
    for deel in delen:
        assert deel.naam.keys() >= {"nl", "en"} and deel.rij and deel.maat and deel.soort in SOORTEN, deel.id


# -- on a screen -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", [naam for naam, feiten in SOORTEN.items() if feiten.vorm == "tekst"])
def test_a_browser_leaves_a_text_with_a_fixed_form_as_it_was_typed(soort):
    vak_ = re.search(rf'<(?:input|textarea)[^>]*name="stap\.{vraag(soort).id}"[^>]*>', render(formulier(), "nl"))[0]
    vast = "patroon" in SOORTEN[soort].maten
    assert ('spellcheck="false" autocapitalize="off"' in vak_) == vast


def test_a_part_with_a_fixed_form_and_a_question_with_a_pattern_of_its_own_are_left_too():
    html = render(formulier(), "nl")
    for deel in SOORTEN["adres"].delen:
        vak_ = re.search(rf'<input[^>]*name="stap\.adres\.{deel.id}"[^>]*>', html)[0]
        assert ("spellcheck" in vak_) == (deel.patroon is not None), deel.id
    eigen = _form(_dienst({"veld": "a", "vraag": "Wat is het nummer?", "soort": "tekst", "patroon": "[0-9]{12}"}))
    assert op_scherm.regel(next(alle_vragen(eigen)), False)["letterlijk"]


@pytest.mark.parametrize(
    ("gevraagd", "toetsen"),
    [
        ({"soort": "getal"}, "numeric"),
        ({"soort": "getal", "minimum": -5}, ""),
        ({"soort": "getal", "decimalen": 2}, "decimal"),
        ({"soort": "getal", "decimalen": 2, "minimum": "-0.5"}, ""),
        ({"soort": "bedrag"}, "decimal"),
        ({"soort": "bedrag", "minimum": "-10.00"}, ""),
        ({"soort": "bsn"}, "numeric"),
        ({"soort": "iban"}, ""),
    ],
)
def test_the_keys_of_a_telephone_can_type_every_right_answer(gevraagd, toetsen):
    f = _form(_dienst({"veld": "a", "vraag": "Hoeveel is het?", **gevraagd}))
    assert op_scherm.regel(next(alle_vragen(f)), False)["inputmode"] == toetsen


@pytest.mark.parametrize("soort", SOORTEN)
def test_every_condition_on_it_reads_as_people_write(soort):
    """Whatever may be asked of an answer has its words; a number has a comma in Dutch."""
    zinnen = [_zin(soort, hoe, taal) for hoe in VERGELIJKINGEN[SOORTEN[soort].als] for taal in ("nl", "en")]
    assert all(zin.startswith(("als ", "if ")) and f"Vraag {soort}?" in zin for zin in zinnen)
    if SOORTEN[soort].als == "decimaal":
        assert "12,50" in _zin(soort, "meer_dan", "nl") and "12.50" in _zin(soort, "meer_dan", "en")


def _zin(soort: str, hoe: str, taal: str) -> str:
    tegen = {"dag": "2026-01-31", "tijd": "10:00", "decimaal": "12.50", "waar": "ja", "code": "a", "codes": "a"}
    waarde = tegen.get(SOORTEN[soort].als, "3")
    if hoe not in ("is", "niet"):
        waarde = {"beantwoord": "ja", "minimaal_tekens": "3"}.get(hoe, _telt(soort, waarde))
    als = {_id(soort): waarde if hoe == "is" else {hoe: waarde}}
    f = _form(_dienst(veld(soort), {"veld": "na", "vraag": "Daarna?", "soort": "tekst", "toon_als": als}))
    *_, laatste = alle_vragen(f)
    return zin(laatste.toon_als, Wijzer(f, taal, formulierteksten(taal)).noem, taal)


def _telt(soort: str, waarde: str) -> str:
    return "3" if SOORTEN[soort].als in TELBAAR else waarde


# -- a kind that nobody made room for --------------------------------------------------------------------------------


class Chassis(VeldBasis):
    soort: Literal["chassis"] = "chassis"


CHASSIS = Soort(
    soort="chassis", vorm="tekst", als="tekst", maten={"minimum": 1, "maximum": 17, "patroon": "[A-HJ-NPR-Z0-9]{17}"},
    woord={"nl": "chassisnummer", "en": "chassis number"}, codes=("verplicht", "lengte", "patroon"),
)  # fmt: skip
GOED, FOUT = "WVWZZZ1JZXW000001", "WVWZZZ1JZXW00000O"


def test_a_new_kind_of_text_with_a_pattern_needs_no_row_anywhere():
    """Its facts are enough to ask, print, type, judge and show it."""
    velden = (Chassis.model_validate({"veld": "nummer", "vraag": "Welk nummer?"}),)
    stap = Stap.model_construct(stap="stap", titel={"nl": "Stap"}, velden=velden)
    dienst = _dienst(veld("tekst")).model_copy(update={"stappen": (stap,)})
    f = _form(dienst, {**SOORTEN, "chassis": CHASSIS})
    v = next(alle_vragen(f))
    assert codes(f, "nummer", GOED) == [] and codes(f, "nummer", FOUT) == ["patroon"]
    assert op_scherm.vorm(v) == "tekst" and op_scherm.regel(v, False)["maat"] == "m18"
    assert 'name="stap.nummer" spellcheck="false"' in render(f, "nl")
    assert vak(v, [], "nl", papierteksten("nl")) == {"vorm": "regel", "maat": "half", "voor": "", "na": ""}
    assert als_woorden(v, GOED, "nl") == GOED
    type_ = 'nummer: Annotated[Tekst, Field(max_length=17, pattern=r"^(?:[A-HJ-NPR-Z0-9]{17})$")]'
    assert type_ in modellen(boom(f, "indiener"))
    assert "readonly nummer: string;" in interfaces(boom(f, "indiener"))


# -- nowhere else ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", bronnen())
def test_every_list_of_kinds_is_made_from_the_folder(naam):
    gevonden = list(lijsten(naam, bronnen()[naam]))
    hoe = f"read the facts (catalogue/soorten), or declare it as the one table of this output: {' or '.join(TABEL)}"
    assert not gevonden, f"{hoe}\n" + "\n".join(map(str, gevonden))


def uitvoer(naam: str) -> str:
    """The output that a module belongs to: its folder, or the module itself."""
    delen = Path(naam).parts
    return "/".join(delen[:3]) if naam.startswith("generator/targets/") else naam


MET_TABEL = {naam: gevonden for naam, tekst in bronnen().items() if (gevonden := tabellen(ast.parse(tekst)))}


def test_an_output_has_one_table_of_kinds_at_most():
    per = [uitvoer(naam) for naam in MET_TABEL]
    assert len(per) == len(set(per)), per


def gebrek(gevonden: dict[str, ast.AST]) -> str:
    """What is wrong with a table of kinds; "" when every kind has its row, or a reason why it has none."""
    eigen, niet, per_vorm = (set(rijen(gevonden.get(naam))) for naam in ("tabel", "NIET", "PER_VORM"))
    mist = [soort for soort, feiten in SOORTEN.items() if soort not in eigen | niet and feiten.vorm not in per_vorm]
    if mist:
        return f"give these a row, a reason in NIET, or a row for their shape in PER_VORM: {', '.join(mist)}"
    if dubbel := sorted((eigen - SOORTEN.keys()) | (eigen & niet)):
        return f"no kind, or a row and a reason: {', '.join(dubbel)}"
    redenen = gevonden["NIET"].values if isinstance(gevonden.get("NIET"), ast.Dict) else []
    zonder = [reden.lineno for reden in redenen if not isinstance(reden, ast.Constant) or len(str(reden.value)) < 10]
    return f"no reason at line {zonder}" if zonder else ""


def test_a_table_has_a_row_for_every_kind_or_says_why_not():
    assert {naam: fout for naam, gevonden in MET_TABEL.items() if (fout := gebrek(gevonden))} == {}


ANDERE = dict.fromkeys(("tekst", "moment", "decimaal", "waar", "keuze", "keuzes", "delen"), 1)


@pytest.mark.parametrize(
    ("rest", "fout"),
    [
        (f'NIET = {{"upload": "paper takes no bytes"}}\nPER_VORM = {ANDERE}', ""),
        (f'NIET = {{"upload": "x"}}\nPER_VORM = {ANDERE}', "no reason"),
        ('PER_VORM = {"tekst": 1, "moment": 2}', "give these a row"),
        ('NIET = {"getal": "it cannot be said"}', "give these a row"),
    ],
)
def test_a_row_that_is_missing_shows(rest, fout):
    gezegd = gebrek(tabellen(ast.parse(f'SOORTEN = {{"getal": 1, "bsn": 2}}\n{rest}\n')))
    assert gezegd.startswith(fout) and bool(gezegd) == bool(fout)


def test_fewer_and_fewer_places_compare_with_the_name_of_a_kind():
    alle = [plaats for naam, tekst in bronnen().items() for plaats in vergelijkingen(naam, tekst)]
    assert len(alle) <= PLAFOND, "\n".join(map(str, alle))


def test_the_walk_sees_what_it_should():
    tekst = (
        'SOORTEN = {"bsn": 1, "iban": 2, "kvk": 3, "datum": 4}\nX = ("bsn", "iban", "kvk", "datum")\n'
        'def f(v, soort, vorm):\n    if v.soort == "bsn" or soort in ("iban", "x") or v["soort"] != "kvk":\n'
        '        return vorm == "tekst"\n    match v.soort:\n        case "bsn" | "iban":\n            return 1\n'
        '        case "anders":\n            return 2\n'
    )
    assert [plaats.regel for plaats in lijsten("x.py", tekst)] == [2]
    assert sorted(plaats.regel for plaats in vergelijkingen("x.py", tekst)) == [4, 4, 4, 7]
    assert rijen(tabellen(ast.parse(tekst))["tabel"]) == ["bsn", "iban", "kvk", "datum"]
    map = "generator/targets/formulier"
    assert uitvoer(f"{map}/beeld.py") == uitvoer(f"{map}/soorten.py") == map
