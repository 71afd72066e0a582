"""What municipalities fill in: the fillings in the catalogue, and how a choice changes verhuizing-doorgeven."""

from datetime import date
from pathlib import Path

import pytest

from catalogue.beoordelen import beoordeel
from catalogue.catalogus import Catalogus
from catalogue.invulling import Invulling
from catalogue.oordeel import Oordeel
from catalogue.uitgave import bouwstenen_van, maak_uitgave
from catalogue.uitwerken import werk_uit
from catalogue.voorbeelden import omstandigheden_uit

SPECS = Path(__file__).parents[1] / "specs"
VERHUIZING, UITTREKSEL = "verhuizing-doorgeven", "uittreksel-brp-aanvragen"
CATALOGUS = Catalogus(SPECS)
VANDAAG = date(2026, 11, 24)


def voorbeeld(slug: str, naam: str):
    return next(v for v in CATALOGUS.voorbeelden(slug) if v.naam == naam)


def oordeel(formulier, v, antwoorden=None) -> Oordeel:
    omstandigheden = omstandigheden_uit(v.omstandigheden, formulier, VANDAAG)
    return beoordeel(formulier, v.antwoorden if antwoorden is None else antwoorden, omstandigheden)


def fouten(o: Oordeel) -> list[tuple[str, str]]:
    return [(f.pad, f.code) for f in o.fouten]


def met_keuzes(**keuzes):
    """verhuizing-doorgeven for a municipality with these choices."""
    data = {"gemeente": "1876", "naam": "Proefgemeente", "diensten": {VERHUIZING: keuzes}}
    invulling = Invulling.model_validate(data)
    uitwerking = werk_uit(CATALOGUS.dienst(VERHUIZING).model, CATALOGUS.bouwstenen, invulling)
    assert not uitwerking.problemen
    return uitwerking.formulier


@pytest.mark.parametrize("gemeente", sorted(CATALOGUS.adopties))
def test_every_filling_can_be_read_and_fits_its_services(gemeente: str) -> None:
    gelezen = CATALOGUS.adopties[gemeente]
    assert gelezen.model is not None
    for slug in gelezen.model.diensten:
        assert not CATALOGUS.uitwerking(slug, gemeente).problemen


@pytest.mark.parametrize(
    ("gemeente", "online", "balie"), [("0394", "25.00", "€ 16,25"), ("9999", "42.50", "€ 14,00")]
)
def test_the_extract_has_a_fee_per_channel(gemeente: str, online: str, balie: str) -> None:
    """Five copies in one basket: two, two and one."""
    formulier = CATALOGUS.formulier(UITTREKSEL, gemeente=gemeente)
    o = oordeel(formulier, voorbeeld(UITTREKSEL, "gezin-gaat-naar-spanje"))
    assert [(r.aantal, r.totaal) for r in o.te_betalen] == [(5, online)]
    assert balie in formulier.elders[0].uitleg["nl"]


def test_a_municipality_without_a_fee_shows_none() -> None:
    o = oordeel(CATALOGUS.formulier(UITTREKSEL), voorbeeld(UITTREKSEL, "gemeente-zonder-prijs"))
    assert [(r.aantal, r.bedrag, r.totaal) for r in o.te_betalen] == [(3, None, None)]


def test_voorbeeldstad_only_offers_its_own_languages_and_desks() -> None:
    formulier = CATALOGUS.formulier(UITTREKSEL, gemeente="9999")
    frans = voorbeeld(UITTREKSEL, "oude-adressen-voor-belgie")
    assert fouten(oordeel(formulier, frans)) == [("aanvraag.uittreksels[0].taal", "keuze")]
    ophalen = voorbeeld(UITTREKSEL, "bewijs-van-in-leven-zijn-voor-duits-pensioen")
    assert fouten(oordeel(formulier, ophalen)) == [("levering.afhaalbalie", "keuze")]


def test_voorbeeldstad_asks_a_contract_and_a_question_of_its_own() -> None:
    formulier = CATALOGUS.formulier(VERHUIZING, gemeente="9999")
    v = voorbeeld(VERHUIZING, "drie-weken-te-laat")
    assert fouten(oordeel(formulier, v)) == [
        ("bewijsstukken.contract", "verplicht"),
        ("lokaal", "verplicht"),
        ("lokaal.huisvestingsvergunning", "verplicht"),
    ]
    v = voorbeeld(VERHUIZING, "gezin-van-vijf-verhuist")
    assert oordeel(formulier, v, v.antwoorden | {"lokaal": {"huisvestingsvergunning": "nietNodig"}}).geldig


def test_questions_of_a_municipality_come_before_the_declaration_that_all_is_true() -> None:
    stappen = [stap.pad for stap in CATALOGUS.formulier(VERHUIZING, gemeente="9999").stappen if stap.door is None]
    assert stappen[-2:] == ["lokaal", "afronden"]


def test_voorbeeldstad_sends_an_authorised_person_to_the_desk() -> None:
    v = voorbeeld(VERHUIZING, "buurvrouw-met-machtiging")
    assert oordeel(CATALOGUS.formulier(VERHUIZING), v).geldig
    assert ("check.machtigingBijBalie", "stop") in fouten(oordeel(CATALOGUS.formulier(VERHUIZING, gemeente="9999"), v))


def test_consent_only_by_the_main_occupant_logging_in() -> None:
    """Contract required, consent with DigiD, and who cannot log in comes to the desk."""
    formulier = met_keuzes(verplicht=["bewijsstukken.contract"], parameters={"toestemmingOpPapier": "nee"})
    assert oordeel(formulier, voorbeeld(VERHUIZING, "moeder-trekt-in-bij-dochter")).geldig
    zonder = voorbeeld(VERHUIZING, "drie-weken-te-laat")
    assert fouten(oordeel(formulier, zonder)) == [("bewijsstukken.contract", "verplicht")]
    op_papier = voorbeeld(VERHUIZING, "inwonen-met-toestemming-op-papier")
    assert fouten(oordeel(formulier, op_papier)) == [("woning.toestemmingBijBalie", "stop")]


def test_consent_only_on_paper() -> None:
    """Without the question whether the main occupant can log in, everybody who moves in sends the statement."""
    formulier = met_keuzes(uit=["woning.hoofdbewonerLogtIn"])
    v = voorbeeld(VERHUIZING, "inwonen-met-toestemming-op-papier")
    assert fouten(oordeel(formulier, v)) == [("woning.hoofdbewonerLogtIn", "onbekend")]
    del v.antwoorden["woning"]["hoofdbewonerLogtIn"]
    assert oordeel(formulier, v).geldig
    del v.antwoorden["bewijsstukken"]["toestemmingsverklaring"]
    assert fouten(oordeel(formulier, v)) == [("bewijsstukken.toestemmingsverklaring", "verplicht")]


def test_consent_only_at_the_desk() -> None:
    formulier = met_keuzes(uit=["woning.hoofdbewonerLogtIn"], parameters={"toestemmingOpPapier": "nee"})
    v = voorbeeld(VERHUIZING, "inwonen-met-toestemming-op-papier")
    del v.antwoorden["woning"]["hoofdbewonerLogtIn"]
    assert fouten(oordeel(formulier, v)) == [("woning.toestemmingBijBalie", "stop")]


def test_a_release_keeps_the_national_list_behind_a_municipal_one(tmp_path: Path) -> None:
    """The languages of an extract: frozen with it, so that a municipality without a list of its own offers them all."""
    gelezen = CATALOGUS.dienst(UITTREKSEL)
    maak_uitgave(tmp_path, "9.0.0", gelezen.model, CATALOGUS.bouwstenen, gelezen.bron.tekst, VANDAAG)
    dienst, bouwstenen = bouwstenen_van(tmp_path, "9.0.0")
    formulier = werk_uit(dienst, bouwstenen, CATALOGUS.adopties["0394"].model).formulier
    assert oordeel(formulier, voorbeeld(UITTREKSEL, "gezin-gaat-naar-spanje")).geldig
    pools = voorbeeld(UITTREKSEL, "uittreksel-in-het-pools")
    assert fouten(oordeel(formulier, pools)) == [("aanvraag.uittreksels[0].taal", "keuze")]
