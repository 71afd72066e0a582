"""Whose data a question asks: its own `van`, or that of the line which put its block there (the language, `van`)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from catalogue.catalogus import Catalogus
from catalogue.formulier import Vraag, vragen
from generator.targets.pagina import gegevens

HIER = Path(__file__).parent
SPECS = Catalogus(HIER.parent / "specs")
GEVAL = HIER / "regels" / "SL335"


@pytest.fixture
def vraag(tmp_path: Path):
    """`vraag("fout", path)`: a question of one of the two cases of SL335, worked out."""

    def zoek(naam: str, pad: str) -> Vraag:
        (tmp_path / "diensten" / "proef-dienst").mkdir(parents=True, exist_ok=True)
        shutil.copy(GEVAL / f"{naam}.yaml", tmp_path / "diensten" / "proef-dienst" / "dienst.yaml")
        shutil.copytree(GEVAL / "blokken", tmp_path / "blokken", dirs_exist_ok=True)
        formulier = Catalogus(tmp_path).formulier("proef-dienst")
        return next(v for v in vragen(formulier) if v.pad == pad)

    return zoek


@pytest.mark.parametrize(
    ("pad", "wie"),
    [
        ("zelf.voornamen", "indiener"),
        ("kind.voornamen", "kind"),
        ("kind.adres", "kind"),
        ("iemandMetNummer.nummer.voornamen", "partner"),
        ("iemandMetNummer.nummer.bsn", "partner"),
        ("iemandMetNummer.ouder.voornamen", "ouder"),
        ("moeder.zij.voornamen", "moeder"),
        ("moeder.kinderen[].naam.voornamen", "kind"),
    ],
)
def test_the_line_of_a_block_says_whose_data_it_asks(vraag, pad: str, wie: str) -> None:
    gevonden = vraag("goed", pad)
    assert (gevonden.persoon, gevonden.veld.van) == (wie, wie)


@pytest.mark.parametrize("pad", ["kind.voornamen", "iemandMetNummer.nummer.bsn", "moeder.kinderen[].naam.voornamen"])
def test_without_that_it_is_somebody_unknown(vraag, pad: str) -> None:
    assert vraag("fout", pad).persoon is None


def test_nothing_is_filled_in_for_somebody_unknown(vraag) -> None:
    assert vraag("fout", "kind.adres").veld.prefill == "niet"
    assert vraag("goed", "kind.adres").veld.prefill == "alleen_lezen"
    assert vraag("fout", "zelf.voornamen").veld.prefill == "vraag"


def test_a_question_about_no_registered_data_keeps_to_itself(vraag) -> None:
    assert vraag("goed", "kind.bijnaam").persoon == "indiener"


def test_a_line_within_a_block_that_names_somebody_needs_no_more(vraag) -> None:
    assert vraag("fout", "iemandMetNummer.ouder.voornamen").persoon == "ouder"


def test_the_list_of_questions_says_who_it_is_or_that_nobody_said() -> None:
    rijen = {r["pad"]: r["van"] for r in gegevens(SPECS.formulier("verhuizing-doorgeven"))}
    vier = ["machtiging.voornamen", "woning.bewoner.voornamen", "gezin.gezinsleden[].voornamen", "toestemming.inwoners[].voornamen"]
    assert [rijen[pad] for pad in vier] == ["volmachtgever", "hoofdbewoner", "gezinslid", "inwoner"]
    oud = {r["pad"]: r["van"] for r in gegevens(SPECS.formulier("verhuizing-doorgeven", "2.0.0"))}
    assert {oud[pad] for pad in vier} == {"onbekend"}


@pytest.mark.parametrize("slug", SPECS.slugs)
def test_every_service_says_of_every_registered_datum_whose_it_is(slug: str) -> None:
    assert [v.pad for v in vragen(SPECS.formulier(slug)) if v.veld.gegeven and v.persoon is None] == []


def test_a_step_within_a_repeat_has_its_own_questions_and_those_of_its_block(tmp_path: Path) -> None:
    map = tmp_path / "diensten" / "proef-dienst"
    map.mkdir(parents=True)
    shutil.copytree(GEVAL / "blokken", tmp_path / "blokken")
    tekst = (GEVAL / "goed.yaml").read_text("utf-8")
    erbij = tekst.replace("            titel: De naam\n", "            titel: De naam\n            velden: [{veld: wel, vraag: Wel, soort: ja-nee}]\n")
    assert erbij != tekst
    (map / "dienst.yaml").write_text(erbij, "utf-8")
    paden = [v.pad for v in vragen(Catalogus(tmp_path).formulier("proef-dienst"))]
    assert [p.rpartition(".")[2] for p in paden if ".naam." in p] == ["wel", "voornamen", "bijnaam"]
