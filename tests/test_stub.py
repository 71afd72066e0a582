"""Every example of every service, sent over HTTP to the stub that was made of it: the reference's verdict, paths and codes."""

import json
import re
from dataclasses import replace

import pytest

from catalogue.beoordelen import beoordeel
from catalogue.voorbeelden import omstandigheden_uit
from generator.oordeel_json import als_json
from generator.targets.schema.inzending import voorbeeld as inzending_van
from tests.hulp.kern import kern
from tests.hulp.stub import VANDAAG, Draaiend, catalogus, schrijf

SLUGS = catalogus().slugs


@pytest.fixture(scope="module")
def stubs(tmp_path_factory):
    """`stubs(slug)`: the stub of a service, running; all are stopped in the end."""
    draaiend = {}

    def geef(slug):
        if slug not in draaiend:
            map = schrijf(catalogus().formulier(slug), tmp_path_factory.mktemp(slug))
            draaiend[slug] = Draaiend(map).start()
        return draaiend[slug]

    yield geef
    for stub in draaiend.values():
        stub.stop()


def omstandigheden(o):
    """Circumstances as a trial reads them in its header."""
    data = {
        "voorzieningen": dict(o.voorzieningen),
        "parameters": dict(o.parameters),
        "aangeboden": {pad: list(codes) for pad, codes in o.aangeboden.items()},
    }
    return {"Proef-Omstandigheden": json.dumps(data)}


def gevallen(slug):
    formulier = catalogus().formulier(slug)
    for v in catalogus().voorbeelden(slug):
        yield v, omstandigheden_uit(v.omstandigheden, formulier, VANDAAG)


def eerste_inzending(stub, slug):
    """The reference of a right submission of the one who applies, for another person to follow."""
    formulier = catalogus().formulier(slug)
    v, o = next((v, o) for v, o in gevallen(slug) if v.goed and o.rol == "indiener")
    antwoord = stub.stuur(inzending_van(formulier, v.naam, v.antwoorden, o), **omstandigheden(o))
    return antwoord.json()["kenmerk"]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_example_gets_the_verdict_of_the_reference(stubs, slug):
    stub, formulier = stubs(slug), catalogus().formulier(slug)
    eerste = eerste_inzending(stub, slug)
    anders, aantal = [], 0
    for v, o in gevallen(slug):
        bericht = inzending_van(formulier, v.naam, v.antwoorden, o)
        if o.rol != "indiener":
            bericht["data"]["vervolgOp"] = eerste
        antwoord = stub.stuur(bericht, **omstandigheden(o))
        verwacht = als_json(beoordeel(formulier, v.antwoorden, o))
        gekregen = antwoord.json()
        paren = [[(f["pad"], f["code"]) for f in uit.get(soort, [])] for soort in ("fouten", "waarschuwingen") for uit in (gekregen, verwacht)]
        gelijk = paren[0] == paren[1] and paren[2] == paren[3] and antwoord.status_code == (201 if verwacht["geldig"] else 400)
        if verwacht["geldig"]:
            gelijk = gelijk and gekregen.get("antwoorden") == v.antwoorden and gekregen.get("teBetalen") == verwacht["teBetalen"]
        if not gelijk or verwacht["geldig"] != v.goed:
            anders.append((v.naam, antwoord.status_code, gekregen, paren[1]))
        aantal += 1
    assert not anders
    assert aantal == len(list(catalogus().voorbeelden(slug)))


@pytest.mark.parametrize("slug", kern())
def test_pages_of_every_role_and_language_are_served_with_their_files(stubs, slug):
    import httpx

    stub, formulier = stubs(slug), catalogus().formulier(slug)
    for rol in formulier.rollen:
        for taal in formulier.talen:
            pad = ("" if rol == "indiener" else f"{rol}/") + ("" if taal == formulier.talen[0] else f"{taal}/")
            pagina = httpx.get(f"{stub.adres}/{pad}")
            assert pagina.status_code == 200, pad
            assert f'lang="{taal}"' in pagina.text and 'id="proef"' in pagina.text
            koppen = pagina.headers
            assert "require-trusted-types-for 'script'" in koppen["content-security-policy"]
            assert "default-src 'none'" in koppen["content-security-policy"]
            assert koppen["cache-control"] == "no-store" and koppen["x-content-type-options"] == "nosniff"
            verwijzingen = set(re.findall(r'(?:href|src)="(/[^"]*)"', pagina.text))
            assert any(v.endswith(".css") for v in verwijzingen) and any(v.endswith(".mjs") for v in verwijzingen)
            for verwijzing in verwijzingen:
                assert httpx.get(stub.adres + verwijzing).status_code == 200, verwijzing


@pytest.mark.parametrize("slug", kern())
def test_no_number_of_a_person_comes_into_the_log(stubs, slug):
    stub = stubs(slug)
    eerste_inzending(stub, slug)
    assert "bewaard" in stub.log
    assert not re.search(r"(?<![0-9a-f-])[0-9]{9}(?![0-9a-f-])", stub.log)


def test_the_stub_imports_nothing_of_ours(tmp_path):
    map = schrijf(catalogus().formulier(SLUGS[0]), tmp_path)
    for bestand in map.rglob("*.py"):
        assert not re.search(r"^\s*(from|import) (catalogue|generator)\b", bestand.read_text("utf-8"), re.M), bestand.name


def test_the_same_form_gives_the_same_bytes(tmp_path):
    formulier = catalogus().formulier(SLUGS[0])
    a, b = (schrijf(formulier, tmp_path / naam) for naam in "ab")
    bestanden = [p.relative_to(a) for p in a.rglob("*") if p.is_file()]
    assert len(bestanden) > 20
    assert all((a / p).read_bytes() == (b / p).read_bytes() for p in bestanden)


def test_a_trial_only_believes_other_circumstances(tmp_path):
    """Outside a trial the header does nothing, and without a login one is refused."""
    slug = "verhuizing-doorgeven"
    formulier = catalogus().formulier(slug)
    v, o = next((v, o) for v, o in gevallen(slug) if v.goed and o.rol == "indiener")
    stub = Draaiend(schrijf(formulier, tmp_path), {"SAMENLOKET_PROEF": "0"}).start()
    try:
        bericht = inzending_van(formulier, v.naam, v.antwoorden, replace(o, vandaag=VANDAAG))
        zonder = stub.stuur(bericht, **omstandigheden(o))
        assert zonder.status_code == 400
        assert ("indiener", "keuze") in [(f["pad"], f["code"]) for f in zonder.json()["fouten"]]
        systeem = stub.stuur(bericht, **{"Login-Systeem": "zaaksysteem", "Login-Middel": "geen"})
        assert ("indiener", "keuze") not in [(f["pad"], f["code"]) for f in systeem.json().get("fouten", [])]
    finally:
        stub.stop()
