"""A plain form post to the stub, as a browser without scripts sends it: kept as the reference would have it, or the same
page back with what was filled in and what is wrong."""

import http.client
import json
import re

import httpx
import pytest

from catalogue.beoordelen import beoordeel
from catalogue.formulier import Herhaling, Info, Vraag, elementen
from catalogue.voorbeelden import omstandigheden_uit
from tests.hulp.kern import kern
from tests.hulp.stub import VANDAAG, Draaiend, catalogus, schrijf

HTML = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "Sec-Fetch-Site": "same-origin"}
BYTES = {"application/pdf": b"%PDF-1.4\n", "image/jpeg": b"\xff\xd8\xff\xe0", "image/png": b"\x89PNG\r\n\x1a\n"}


@pytest.fixture(scope="module", params=kern())
def stub(request, tmp_path_factory):
    map = schrijf(catalogus().formulier(request.param), tmp_path_factory.mktemp("stub"))
    draaiend = Draaiend(map).start()
    draaiend.slug = request.param
    yield draaiend
    draaiend.stop()


def plat(velden, antwoorden, naam, delen, bestanden):
    """What a browser would send for these answers: the inverse of formpost.py."""
    for v in velden:
        if v["id"] not in antwoorden:
            continue
        w, n = antwoorden[v["id"]], f"{naam}.{v['id']}"
        if v["soort"] == "groep":
            plat(v["velden"], w, n, delen, bestanden)
        elif v["soort"] == "herhaling":
            for nummer, item in enumerate(w):
                if "per" in v:
                    delen.append((f"{n}.{nummer}.voor", item["voor"]))
                plat([x for x in v["velden"] if x["id"] != "voor"], item, f"{n}.{nummer}", delen, bestanden)
        elif v["soort"] in ("datum", "datumtijd"):
            dag, _, tijd = w.partition("T")
            delen += [(f"{n}.{deel}", x) for deel, x in zip(("jaar", "maand", "dag"), dag.split("-"), strict=False)]
            delen += [(f"{n}.tijd", tijd)] if tijd else []
        elif v["soort"] == "adres":
            delen += [(f"{n}.{deel}", x) for deel, x in w.items()]
        elif v["soort"] == "upload":
            bestanden += [(n, (b["naam"], BYTES[b["mediatype"]], b["mediatype"])) for b in w]
        elif isinstance(w, list):
            delen += [(n, code) for code in w]
        else:
            delen.append((n, {True: "ja", False: "nee"}.get(w, str(w)) if isinstance(w, bool) else str(w)))


def formulierpost(stub, antwoorden, o, erbij=()):
    plan = json.loads((stub.map / "formulier" / "plan.nl.json").read_text("utf-8"))
    delen, bestanden = list(erbij), []
    for stap in plan["stappen"]:
        plat(stap.get("velden", []), antwoorden.get(stap["id"], {}), stap["id"], delen, bestanden)
    data: dict = {}
    for naam, waarde in delen:
        data.setdefault(naam, []).append(waarde)
    wie = {"soort": o.indiener.soort, "middel": o.indiener.middel, "niveau": o.indiener.niveau}
    om = {"vandaag": o.vandaag.isoformat(), "indiener": wie, "voorzieningen": dict(o.voorzieningen), "parameters": dict(o.parameters)}
    koppen = {**HTML, "Proef-Omstandigheden": json.dumps(om)}
    leeg = [("leeg", ("", b"", "application/octet-stream"))]
    return httpx.post(f"{stub.adres}/", data=data, files=bestanden or leeg, headers=koppen, timeout=20)


def van_indiener(stub, goed):
    formulier = catalogus().formulier(stub.slug)
    for v in catalogus().voorbeelden(stub.slug):
        o = omstandigheden_uit(v.omstandigheden, formulier, VANDAAG)
        if v.goed == goed and o.rol == "indiener" and not o.aangeboden and isinstance(v.antwoorden, dict):
            yield v, o


def zonder_bestanden(deel):
    """Answers with only the name and kind of each file: the rest is found by the receiver."""
    if isinstance(deel, dict):
        return {k: deel[k] for k in ("naam", "mediatype")} if "sha256" in deel else {k: zonder_bestanden(w) for k, w in deel.items()}
    return [zonder_bestanden(w) for w in deel] if isinstance(deel, list) else deel


def test_every_right_example_can_be_sent_without_a_script(stub):
    for v, o in van_indiener(stub, True):
        antwoord = formulierpost(stub, v.antwoorden, o)
        assert antwoord.status_code == 201, (v.naam, re.findall(r'<li><a[^>]*href="([^"]*)"[^>]*>([^<]*)', antwoord.text))
        kenmerk = re.search(r'<strong id="kenmerk">([^<]*)</strong>', antwoord.text)[1]
        assert antwoord.headers["location"].endswith(kenmerk)
        gekregen = stub.wacht_op(kenmerk)
        assert zonder_bestanden(gekregen["data"]["antwoorden"]) == zonder_bestanden(v.antwoorden), v.naam
        for b in gekregen["data"].get("bijlagen", []):
            assert (stub.opslag / "ontvangen" / kenmerk / b["id"]).read_bytes() == BYTES[b["mediatype"]]
        assert "<script" not in antwoord.text


def leeg_formulier(formulier, o):
    """The answers of a form in which nothing is filled in: every step, group and first row that is shown, and nothing in it."""
    leeg = {x.pad: [{}] if isinstance(x, Herhaling) else {} for s in formulier.stappen for x in (s, *elementen(s.inhoud)) if not isinstance(x, Vraag | Info)}
    antwoorden = {}
    while nieuw := [f.pad for f in beoordeel(formulier, antwoorden, o).fouten if f.code == "verplicht" and f.pad in leeg]:
        for pad in nieuw:
            houder = antwoorden
            for deel in pad.split(".")[:-1]:
                houder = houder[deel]
            houder[pad.rpartition(".")[2]] = leeg[pad]
    return antwoorden


def test_an_empty_form_comes_back_with_every_fault_of_the_reference(stub):
    formulier = catalogus().formulier(stub.slug)
    _, o = next(van_indiener(stub, True))
    antwoord = formulierpost(stub, {}, o)
    assert antwoord.status_code == 400
    assert antwoord.headers["content-type"].startswith("text/html")
    verwacht = beoordeel(formulier, leeg_formulier(formulier, o), o).fouten
    assert verwacht
    assert len(re.findall(r"<li>", antwoord.text.partition('id="fouten"')[2].partition("</ul>")[0])) == len(verwacht)
    assert "<title>Fout: " in antwoord.text


def test_what_was_filled_in_comes_back_escaped(stub):
    _, o = next(van_indiener(stub, True))
    naam = eerste_tekstvraag(stub)
    antwoord = formulierpost(stub, {}, o, [(naam, '"><script>alert(1)</script>')])
    assert antwoord.status_code == 400
    assert "<script>alert" not in antwoord.text
    assert "&lt;script&gt;alert(1)" in antwoord.text


def eerste_tekstvraag(stub):
    pagina = httpx.get(f"{stub.adres}/").text
    return re.search(r'<input class="utrecht-textbox[^>]*type="text"[^>]*name="([^"]*)"', pagina)[1]


def test_files_that_are_not_what_they_say_come_back_as_a_fault(stub):
    for v, o in van_indiener(stub, True):
        if "mediatype" in json.dumps(v.antwoorden):
            echt = dict(BYTES)
            try:
                BYTES.update(dict.fromkeys(BYTES, b"MZ\x90\x00"))
                antwoord = formulierpost(stub, v.antwoorden, o)
            finally:
                BYTES.update(echt)
            assert antwoord.status_code == 400
            assert "Kies uw bestanden opnieuw" in antwoord.text
            return
    pytest.skip("this service asks for no files")


def test_a_form_that_is_too_large_gets_a_page_that_says_so(stub):
    grens = json.loads((stub.map / "dienst" / "ontvanger.json").read_text("utf-8"))["grens"]
    lijn = http.client.HTTPConnection(stub.adres.removeprefix("http://"), timeout=10)
    lijn.putrequest("POST", "/")
    for naam, waarde in {**HTML, "Content-Type": "multipart/form-data; boundary=x", "Content-Length": str(grens + 1)}.items():
        lijn.putheader(naam, waarde)
    lijn.endheaders(b"--x\r\n")
    antwoord = lijn.getresponse()
    assert antwoord.status == 413
    assert antwoord.headers["content-type"].startswith("text/html")
    assert "hooguit" in antwoord.read().decode()
    lijn.close()
