"""What Open Formulieren sends with its generic JSON registration, sent to a stub that runs: kept as the same answers, or refused."""

import base64
import copy
import json

import httpx
import pytest

from generator.targets.openformulieren.inpakken import LOA
from tests.hulp.stub import Draaiend, catalogus, schrijf
from tests.overeenkomst.gevallen import uit_vectoren
from tests.overeenkomst.open_formulieren import NietIntevullen, ingevuld

SLUGS = ("erkenning-kind", "verhuizing-doorgeven", "standplaatsvergunning-aanvragen")
BEGIN = {"application/pdf": b"%PDF-1.7\n", "image/jpeg": b"\xff\xd8\xff\xe0", "image/png": b"\x89PNG\r\n\x1a\n"}
EXTENSIE = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


@pytest.fixture(scope="module", params=SLUGS)
def stub(request, tmp_path_factory):
    draaiend = Draaiend(schrijf(catalogus().formulier(request.param), tmp_path_factory.mktemp(request.param))).start()
    yield request.param, draaiend
    draaiend.stop()


def gevallen(slug, geldig=True):
    """The vectors of the one who applies, as data of Open Formulieren; those that its form cannot hold are left out."""
    for g in uit_vectoren(slug):
        if g.o.rol == "indiener" and g.o.indiener and g.oordeel.geldig is geldig and not g.o.aangeboden:
            try:
                yield g, met_bestanden(ingevuld(slug, g))
            except NietIntevullen:
                continue


def met_bestanden(data):
    """Every file as it is sent: its name and its bytes; one alone when the question takes one."""
    if isinstance(data, dict):
        if "sha256" in data:
            soort = data["mediatype"] if data["mediatype"] in BEGIN else "application/pdf"
            return {
                "file_name": f"bewijs.{EXTENSIE[soort]}",
                "content": base64.b64encode(BEGIN[soort] + b"x" * 50).decode(),
            }
        return {naam: met_bestanden(deel) for naam, deel in data.items()}
    return [met_bestanden(deel) for deel in data] if isinstance(data, list) else data


def zonder_bestanden(waarde):
    if isinstance(waarde, dict):
        return "bestand" if "sha256" in waarde else {naam: zonder_bestanden(deel) for naam, deel in waarde.items()}
    return [zonder_bestanden(deel) for deel in waarde] if isinstance(waarde, list) else waarde


def stuur(stub, g, data, koppen=None, **metadata):
    """As the plugin does; who logged in stands in the metadata only."""
    wie = g.o.indiener
    soort = "bsn" if wie.soort == "burger" else "kvkNummer"
    if wie.middel == "digid":
        context = {"source": wie.middel, "levelOfAssurance": LOA[wie.niveau]}
        metadata["auth_context"] = {
            **context,
            "authorizee": {"legalSubject": {"identifierType": soort, "identifier": "999990639"}},
        }
    om = {
        "vandaag": g.o.vandaag.isoformat(),
        "voorzieningen": dict(g.o.voorzieningen),
        "parameters": dict(g.o.parameters),
    }
    if "auth_context" not in metadata:
        om["indiener"] = {"soort": wie.soort, "middel": wie.middel, "niveau": wie.niveau}
    bericht = {"values": data, "values_schema": {}, "metadata": metadata, "metadata_schema": {}}
    kop = {"Proef-Omstandigheden": json.dumps(om), **(koppen or {})}
    return httpx.post(f"{stub.adres}/v1/open-formulieren", json=bericht, headers=kop, timeout=20)


def test_right_submissions_are_kept_as_the_same_answers(stub):
    slug, draaiend = stub
    gedaan = 0
    for g, data in list(gevallen(slug))[:40]:
        antwoord = stuur(draaiend, g, data)
        assert antwoord.status_code == 201, (g.naam, antwoord.text)
        assert zonder_bestanden(antwoord.json()["antwoorden"]) == zonder_bestanden(g.antwoorden), g.naam
        gedaan += 1
    assert gedaan >= 10


def test_what_its_form_lets_through_is_judged_again(stub):
    slug, draaiend = stub
    g, data = next(gevallen(slug))
    stappen = copy.deepcopy(data)
    sleutel = next(iter(stappen))
    stappen[sleutel] = {"verkeerd": "x" * 10}
    antwoord = stuur(draaiend, g, stappen)
    assert antwoord.status_code == 400 and antwoord.json()["fouten"], antwoord.text
    assert "x" * 10 not in antwoord.text


def test_a_registration_that_is_tried_again_is_the_same_submission(stub):
    slug, draaiend = stub
    g, data = next(gevallen(slug))
    eerste, tweede = (
        stuur(draaiend, g, data, public_reference="OF-8RVWSA", registration_timestamp=moment).json()
        for moment in ("1", "2")
    )
    assert eerste == tweede
    assert stuur(draaiend, g, data, public_reference="OF-ANDERE").json()["kenmerk"] != eerste["kenmerk"]


@pytest.mark.parametrize("soort", ["geen", "values", "metadata", "tekst"])
def test_another_message_is_refused(stub, soort):
    _, draaiend = stub
    bericht = {
        "geen": {},
        "values": {"values": [], "metadata": {}},
        "metadata": {"values": {}, "metadata": 1},
        "tekst": "ja",
    }[soort]
    antwoord = httpx.post(f"{draaiend.adres}/v1/open-formulieren", json=bericht, timeout=20)
    assert antwoord.status_code == 400 and antwoord.json()["type"] == "urn:samenloket:fout:bericht"


def test_nobody_is_believed_about_a_login_without_the_proxy(tmp_path):
    draaiend = Draaiend(
        schrijf(catalogus().formulier("verhuizing-doorgeven"), tmp_path), {"SAMENLOKET_PROEF": "0"}
    ).start()
    try:
        g, data = next((g, d) for g, d in gevallen("verhuizing-doorgeven") if g.o.indiener.middel == "digid")
        assert [(f["pad"], f["code"]) for f in stuur(draaiend, g, data).json()["fouten"]] == [("indiener", "keuze")]
        assert stuur(draaiend, g, data, {"Login-Systeem": "open-formulieren"}).status_code == 201
    finally:
        draaiend.stop()
