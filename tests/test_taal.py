"""The language itself: forms that hold every combination it can say, each with verdicts that were thought out, not printed.

A folder of tests/taal needs no code here. What the reference does not do rightly yet stands in NOG_FOUT, and only there.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from catalogue.beoordelen import beoordeel
from catalogue.catalogus import Catalogus
from catalogue.controle import Controle
from catalogue.dienst import Dienst
from catalogue.load import laad_tekst
from catalogue.soorten import MODELLEN, SOORTEN
from catalogue.soorten.tekst import TekstVeld
from catalogue.uitwerken import werk_uit
from catalogue.voorbeelden import omstandigheden_uit
from tests.hulp import taal, taaldekking

DAG = date(2026, 11, 24)
NOG_FOUT: dict[str, str] = {}
"""What the reference still does wrong: a form, or one of its cases, with why. What is mended must be taken out."""
NOG_AANGENOMEN: dict[str, str] = {}
"""What the check still accepts and should not, by the name of a text in GEWEIGERD."""


@pytest.mark.parametrize("vorm", taal.vormen())
def test_the_reference_says_what_the_language_says(vorm):
    fout = dict(_afwijkingen(vorm))
    bekend = {sleutel for sleutel in NOG_FOUT if sleutel.partition(": ")[0] == vorm}
    assert {sleutel: wat for sleutel, wat in fout.items() if not {vorm, sleutel} & bekend} == {}
    gemaakt = [sleutel for sleutel in bekend if sleutel not in fout and not (sleutel == vorm and fout)]
    assert gemaakt == [], "mended: take it out of NOG_FOUT"


def _afwijkingen(vorm):
    """Each case that comes out otherwise, with how; or the form itself when it is not accepted."""
    try:
        f = taal.formulier(vorm)
    except taal.Geweigerd as fout:
        yield vorm, f"not accepted: {fout}"
        return
    for geval in taal.gevallen(vorm):
        oordeel = beoordeel(f, geval["antwoorden"], omstandigheden_uit(geval["omstandigheden"], f, DAG))
        is_zo = {"fouten": [{"pad": x.pad, "code": x.code} for x in oordeel.fouten], "zichtbaar": list(oordeel.zichtbaar), "verplicht": list(oordeel.verplicht)}
        anders = {naam: (is_zo[naam], geval[naam]) for naam in is_zo if naam in geval and is_zo[naam] != geval[naam]}
        if anders:
            yield f"{vorm}: {geval['verhaal']}", anders


def test_every_combination_that_the_language_can_say_is_in_a_form():
    assert sorted(_gemist()) == []


def _gemist():
    heeft = set()
    for vorm in taal.vormen():
        try:
            heeft |= set(taaldekking.van(vorm))
        except taal.Geweigerd:
            assert vorm in NOG_FOUT
    return set(taaldekking.moet()) - heeft


def test_a_kind_without_forms_is_missed(monkeypatch):
    monkeypatch.setitem(SOORTEN, "locatie", SOORTEN["tekst"])
    monkeypatch.setitem(MODELLEN, "locatie", TekstVeld)
    gemist = _gemist()
    assert {c[1] for c in gemist} == {"locatie"}
    assert {("voorwaarde", "locatie", "is een van", "groep in rij"), ("regel", "locatie", "beantwoord", "lokaal"), ("gebruik", "locatie", "is_niet", "stop"), ("uniek", "locatie")} <= gemist


@pytest.mark.parametrize("vorm", taal.vormen())
def test_the_cases_of_a_form_are_clean(vorm):
    """They are published: JSON with these keys only, right and wrong answers, each story once."""
    gevallen = taal.gevallen(vorm)
    verhalen = [g["verhaal"] for g in gevallen]
    assert len(set(verhalen)) == len(verhalen)
    assert all(g.keys() - {"zichtbaar", "verplicht"} == {"verhaal", "omstandigheden", "antwoorden", "fouten"} for g in gevallen)
    assert all(f.keys() == {"pad", "code"} for g in gevallen for f in g["fouten"])
    assert {bool(g["fouten"]) for g in gevallen} == {True, False}


def test_the_check_has_nothing_against_the_forms(tmp_path):
    """But for what can never be shown: a yes/no that is neither yes nor no must still be read."""
    for naam in ("blokken", "waardelijsten"):
        shutil.copytree(taal.TESTS.parent / "specs" / naam, tmp_path / naam)
    (tmp_path / "adopties").mkdir()
    for vorm in (v for v in taal.vormen() if v.startswith("taal/") and v not in NOG_FOUT):
        slug = f"taal-{vorm.removeprefix('taal/')}"
        map = tmp_path / "diensten" / slug
        map.mkdir(parents=True)
        shutil.copy(taal.bestand(vorm), map)
        if taal.invulling(vorm):
            shutil.copy(taal.bestand(vorm).parent / "invulling.yaml", tmp_path / "adopties" / f"{slug}.yaml")
    fouten = [d for d in Controle(Catalogus(tmp_path)).alles().bevindingen if d.ernst == "fout"]
    nooit = [d for d in fouten if d.code == "SL301" and Path(d.plaats.bestand).parent.name.startswith(("taal-ja-nee-", "taal-akkoord-"))]
    assert [d for d in fouten if d not in nooit] == []


HEEL = """
dienst: proef
naam: Proef
samenvatting: Een proef.
producten: [verhuismelding]
doelgroep: [inwoner]
bewaartermijn: [{selectielijst: "7.1.7", termijn: P5Y}]
toegang: [{soort: burger, middel: digid, niveau: midden}]
stappen:
  - stap: deel
    titel: Vragen
    velden:
      - {veld: n, vraag: "Hoeveel?", soort: getal}
      - {veld: d, vraag: "Welke dag?", soort: datum}
      - {veld: t, vraag: "Wat?", soort: tekst, toon_als: VOORWAARDE}
"""
GEWEIGERD = {
    "getal": "{n: {vanaf: 2.5}}",
    "getal is": "{n: 2.5}",
    "datum als getal": "{d: {meer_dan: 2}}",
    "tekst": "{n: {minimaal_tekens: 2}}",
    "onbekend": "{m: ja}",
    "vooruit": "{t: ja}",
    "tot": "{d: {tot: vandaag}}",
    "leeg": "{}",
    "niet beantwoord": "{n: {beantwoord: nee}}",
}


@pytest.mark.parametrize("naam", GEWEIGERD)
def test_a_condition_that_means_nothing_is_refused(naam):
    gelezen = laad_tekst(HEEL.replace("VOORWAARDE", GEWEIGERD[naam]).encode(), "proef", Dienst)
    problemen = werk_uit(gelezen.model).problemen
    assert bool(problemen) != (naam in NOG_AANGENOMEN), "mended: take it out of NOG_AANGENOMEN" if problemen else "accepted"
