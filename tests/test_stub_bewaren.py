"""What the stub said yes to is on disk and is handed over, whatever happens; and what is theirs stays theirs."""

import hashlib
import json
import sqlite3
import time
import uuid
from dataclasses import replace

import httpx
import pytest

from catalogue.beoordelen import beoordeel
from catalogue.voorbeelden import omstandigheden_uit
from generator.target import Kader
from generator.targets import stub as target
from generator.targets.schema.inzending import voorbeeld as inzending_van
from generator.write import Schrijver, op_plek
from tests.hulp.stub import SHA, VANDAAG, Draaiend, catalogus, schrijf

SLUG = "verhuizing-doorgeven"
PDF = b"%PDF-1.7\n" + b"x" * 3000


@pytest.fixture(scope="module")
def formulier():
    return catalogus().formulier(SLUG)


@pytest.fixture(scope="module")
def stub(formulier, tmp_path_factory):
    draaiend = Draaiend(schrijf(formulier, tmp_path_factory.mktemp("stub"))).start()
    yield draaiend
    draaiend.stop()


@pytest.fixture
def bericht(formulier):
    """A submission without files that is right whatever the municipality has."""
    for v in catalogus().voorbeelden(SLUG):
        o = omstandigheden_uit(v.omstandigheden, formulier, VANDAAG)
        kaal = replace(o, voorzieningen={}, parameters={})
        if o.rol == "indiener" and "mediatype" not in json.dumps(v.antwoorden) and beoordeel(formulier, v.antwoorden, kaal).geldig:
            return inzending_van(formulier, v.naam, v.antwoorden, o)
    raise AssertionError("no such example")


def met_bestand(formulier, inhoud=PDF, mediatype="application/pdf", **anders):
    """A right submission, its files replaced by one small file each; gives the message, the circumstances and the parts."""
    for v in catalogus().voorbeelden(SLUG):
        o = omstandigheden_uit(v.omstandigheden, formulier, VANDAAG)
        if v.goed and o.rol == "indiener" and "mediatype" in json.dumps(v.antwoorden):
            antwoorden, delen = json.loads(json.dumps(v.antwoorden)), []
            for b in _beschreven(antwoorden):
                b |= {"mediatype": mediatype, "grootte": len(inhoud), "sha256": hashlib.sha256(inhoud).hexdigest(), **anders}
                delen.append((b["id"], (b["naam"], inhoud, mediatype)))
            return inzending_van(formulier, v.naam, antwoorden, o), proef(o), delen
    raise AssertionError("no example with a file")


def proef(o):
    """Circumstances as a trial reads them in its header."""
    wie = {"soort": o.indiener.soort, "middel": o.indiener.middel, "niveau": o.indiener.niveau}
    data = {"vandaag": o.vandaag.isoformat(), "indiener": wie, "voorzieningen": dict(o.voorzieningen), "parameters": dict(o.parameters)}
    return {"Proef-Omstandigheden": json.dumps(data)}


def _beschreven(deel):
    if isinstance(deel, dict):
        if "sha256" in deel:
            yield deel
        for onder in deel.values():
            yield from _beschreven(onder)
    elif isinstance(deel, list):
        for onder in deel:
            yield from _beschreven(onder)


def post(stub, naam, data, delen, **koppen):
    alles = [(naam, (f"{naam}.json", json.dumps(data), "application/json")), *delen]
    return httpx.post(f"{stub.adres}/v1/inzendingen", files=alles, headers=koppen)


def wacht_tot(voorwaarde, seconden=30):
    einde = time.monotonic() + seconden
    while not voorwaarde():
        assert time.monotonic() < einde, "it did not happen"
        time.sleep(0.01)


def test_after_kill_minus_nine_in_the_middle_of_it_it_is_there_and_is_handed_over(formulier, tmp_path):
    map = schrijf(formulier, tmp_path)
    eigen = map / "eigen.py"
    wacht = '    hier = Path(__file__).parent\n    (hier / "bezig").touch()\n    while not (hier / "open").exists():\n        pass\n    plek = Path('
    eigen.write_text(eigen.read_text("utf-8").replace("    plek = Path(", wacht), "utf-8")
    stub = Draaiend(map).start()
    bericht, kop, delen = met_bestand(formulier)
    ontvangen = post(stub, "inzending", bericht, delen, **kop)
    assert ontvangen.status_code == 201, ontvangen.text
    wacht_tot((map / "bezig").exists)
    stub.doodt()
    kenmerk = ontvangen.json()["kenmerk"]
    (map / "open").touch()
    stub.start()
    try:
        stand = httpx.get(f"{stub.adres}/v1/inzendingen/{kenmerk}").json()
        assert stand == {k: ontvangen.json()[k] for k in ("kenmerk", "ontvangenOp", "dienst", "versie", "rol", "status")}
        gekregen = stub.wacht_op(kenmerk)
        assert gekregen["data"]["antwoorden"] == bericht["data"]["antwoorden"]
        for b in gekregen["data"]["bijlagen"]:
            assert (stub.opslag / "ontvangen" / kenmerk / b["id"]).read_bytes() == PDF
        assert len(gekregen["data"]["bijlagen"]) == len(delen)
    finally:
        stub.stop()


def test_handing_over_is_tried_again_until_it_is_done(formulier, bericht, tmp_path):
    map = schrijf(formulier, tmp_path)
    (map / "eigen.py").write_text(
        "import json, os, pathlib\nGEMEENTE, VOORZIENINGEN, PARAMETERS, poging = '0344', {}, {}, 0\n"
        "def ontvang(inzending, bijlagen):\n"
        "    global poging\n    poging += 1\n    if poging < 3:\n        raise OSError(str(inzending))\n"
        "    plek = pathlib.Path(os.environ['SAMENLOKET_OPSLAG'], 'ontvangen', inzending['id'])\n"
        "    plek.mkdir(parents=True)\n    (plek / 'inzending.json').write_text(json.dumps({**inzending, 'poging': poging}))\n",
        "utf-8",
    )
    stub = Draaiend(map).start()
    try:
        kenmerk = stub.stuur(bericht).json()["kenmerk"]
        assert stub.wacht_op(kenmerk)["poging"] == 3
        assert stub.log.count(": OSError") == 2
        assert "specversion" not in stub.log, "the text of an exception may hold an answer"
    finally:
        stub.stop()


def test_of_two_processes_on_one_store_one_hands_over_and_the_other_takes_its_place(formulier, bericht, tmp_path):
    map = schrijf(formulier, tmp_path)
    (map / "eigen.py").write_text(
        "import os, pathlib\nGEMEENTE, VOORZIENINGEN, PARAMETERS = '0344', {}, {}\n"
        "def ontvang(inzending, bijlagen):\n"
        "    with pathlib.Path('wie.txt').open('a') as uit:\n        uit.write(f'{os.getpid()}\\n')\n",
        "utf-8",
    )
    een, ander = Draaiend(map).start(), Draaiend(map).start()
    wie = map / "wie.txt"

    def gedaan():
        return wie.read_text().split() if wie.exists() else []

    try:
        for stub in (een, ander, een, ander):
            assert stub.stuur(bericht).status_code == 201
        wacht_tot(lambda: len(gedaan()) == 4)
        assert set(gedaan()) == {str(een.proces.pid)}, "the first has the turn"
        een.doodt()
        assert ander.stuur(bericht).status_code == 201
        # The fourth may come twice: it is written down by `ontvang` before the store knows that it was handed over.
        wacht_tot(lambda: len(gedaan()) >= 5)
        assert set(gedaan()[4:]) == {str(ander.proces.pid)}
    finally:
        een.proces.kill()
        ander.stop()


def test_what_is_kept_is_what_was_sent_and_its_sum_is_right(stub, bericht):
    antwoord = stub.stuur(bericht)
    ontvangst = antwoord.json()
    assert antwoord.headers["location"] == f"/v1/inzendingen/{ontvangst['kenmerk']}"
    assert set(ontvangst) == {
        "kenmerk", "ontvangenOp", "dienst", "versie", "rol", "status", "sha256", "antwoorden", "bijlagen", "waarschuwingen", "teBetalen",
    }  # fmt: skip
    with sqlite3.connect(stub.opslag / "inzendingen.sqlite") as db:
        (tekst,) = db.execute("SELECT bericht FROM inzending WHERE kenmerk = ?", (ontvangst["kenmerk"],)).fetchone()
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert hashlib.sha256(tekst.encode()).hexdigest() == ontvangst["sha256"]
    assert json.loads(tekst)["data"]["antwoorden"] == ontvangst["antwoorden"] == bericht["data"]["antwoorden"]


def test_what_is_kept_follows_the_published_schema(stub, formulier, bericht):
    import jsonschema_rs

    from generator.targets.schema import inzendingschema

    schema = jsonschema_rs.validator_for(inzendingschema(formulier, sha256=SHA), validate_formats=True)
    kop = {"Proef-Omstandigheden": json.dumps({"vandaag": VANDAAG.isoformat()})}
    los = post(stub, "antwoorden", bericht["data"]["antwoorden"], [], **kop)
    heel = stub.stuur(bericht)
    for antwoord in (los, heel):
        assert antwoord.status_code == 201, antwoord.text
        fouten = [str(f) for f in schema.iter_errors(stub.wacht_op(antwoord.json()["kenmerk"]))]
        assert not fouten


def test_an_idempotency_key_keeps_a_submission_once(stub, bericht):
    sleutel = {"Idempotency-Key": str(uuid.uuid4())}
    eerste, tweede = stub.stuur(bericht, **sleutel), stub.stuur(bericht, **sleutel)
    assert (eerste.status_code, tweede.status_code) == (201, 201)
    assert eerste.json() == tweede.json()
    assert stub.stuur(bericht).json()["kenmerk"] != eerste.json()["kenmerk"]
    anders = stub.stuur({**bericht, "source": "urn:iets:anders"}, **sleutel)
    assert anders.status_code == 409 and anders.json()["type"] == "urn:samenloket:fout:sleutel"
    ander = {"Login-Middel": "digid", "Login-Niveau": "hoog", "Login-Nummer": "999990019"}
    ander |= {"Proef-Omstandigheden": json.dumps({"vandaag": VANDAAG.isoformat()})}
    assert stub.stuur(bericht, **sleutel, **ander).json().get("kenmerk") not in (None, eerste.json()["kenmerk"]), "a key is of its sender"
    assert stub.stuur(bericht, **{"Idempotency-Key": "x" * 256}).status_code == 400


def test_files_are_counted_summed_and_looked_at_here(stub, formulier):
    goed, kop, delen = met_bestand(formulier)
    pad = next(iter(_plekken(goed["data"]["antwoorden"])))

    def fouten(antwoord):
        assert antwoord.status_code == 400, antwoord.text
        return {(f["pad"], f["code"]) for f in antwoord.json().get("fouten", [])}

    assert post(stub, "inzending", goed, delen, **kop).status_code == 201
    script, kop2, delen2 = met_bestand(formulier)
    assert post(stub, "antwoorden", script["data"]["antwoorden"], delen2, **kop2).status_code == 201
    nep = [(naam, (n, b"MZ\x90\x00" + b"x" * (len(PDF) - 4), m)) for naam, (n, _, m) in delen]
    assert (pad, "bestand") in fouten(post(stub, "inzending", goed, nep, **kop))
    assert (pad, "bestand") in fouten(post(stub, "inzending", goed, [], **kop))
    verkeerd, kop3, delen3 = met_bestand(formulier, sha256="0" * 64)
    assert (pad, "bestand") in fouten(post(stub, "inzending", verkeerd, delen3, **kop3))
    assert fouten(post(stub, "inzending", goed, [*delen, (str(uuid.uuid4()), ("x.pdf", PDF, "application/pdf"))], **kop)) == set()


def _plekken(deel, pad=""):
    if isinstance(deel, dict):
        if "sha256" in deel:
            yield pad
        for naam, onder in deel.items():
            yield from _plekken(onder, f"{pad}.{naam}" if pad else naam)
    elif isinstance(deel, list):
        for nummer, onder in enumerate(deel):
            yield from _plekken(onder, f"{pad}[{nummer}]")


def test_a_message_that_is_too_large_is_stopped_while_it_comes_in(stub):
    def stroom():
        for _ in range(300):
            yield b" " * 10_000

    antwoord = httpx.post(f"{stub.adres}/v1/inzendingen", content=stroom(), headers={"Content-Type": "application/json"})
    assert antwoord.status_code == 413
    assert antwoord.json()["type"] == "urn:samenloket:fout:te-groot"


@pytest.mark.parametrize(
    ("inhoud", "soort", "status"),
    [
        (b"{", "application/json", 400),
        (b'{"a": NaN}', "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b'{"a": "\\ud800"}', "application/json", 400),
        (b"\xff\xfe\x00", "application/json", 400),
        (b"1" * 5000, "application/json", 400),
        (b"null", "application/cloudevents+json", 400),
        (b"x", "text/plain", 415),
        (b"", "", 415),
        (b"--x\r\nrommel", "multipart/form-data; boundary=x", 400),
        (b"x", "multipart/form-data", 400),
    ],
)
def test_what_cannot_be_read_is_a_problem_and_never_a_crash(stub, inhoud, soort, status):
    koppen = {"Content-Type": soort} if soort else {}
    antwoord = httpx.post(f"{stub.adres}/v1/inzendingen", content=inhoud, headers=koppen)
    assert antwoord.status_code == status, antwoord.text
    assert antwoord.headers["content-type"] == "application/problem+json"
    assert antwoord.json()["status"] == status
    assert "Traceback" not in stub.log and "ERROR" not in stub.log


@pytest.mark.parametrize("tekst", ["[]", '{"aangeboden": {"a.b": 5}}', '{"aangeboden": 5}', '{"indiener": 5}', '{"vandaag": 5}'])
def test_circumstances_that_cannot_be_read_are_said_so(stub, bericht, tekst):
    antwoord = stub.stuur(bericht, **{"Proef-Omstandigheden": tekst})
    assert antwoord.status_code == 400 and "Proef-Omstandigheden" in antwoord.text
    assert "Traceback" not in stub.log


def test_addresses_that_are_not_there(stub):
    assert httpx.get(f"{stub.adres}/v1/inzendingen/bestaat-niet").json()["type"] == "urn:samenloket:fout:niet-gevonden"
    assert httpx.get(f"{stub.adres}/v1/inzendingen/niet%20goed").status_code == 400
    assert httpx.get(f"{stub.adres}/../eigen.py").status_code == 404
    assert httpx.get(f"{stub.adres}/plan.nl.json").status_code == 404
    assert httpx.delete(f"{stub.adres}/v1/inzendingen").json()["type"] == "about:blank"
    kruis = httpx.post(f"{stub.adres}/", data={"a": "b"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert kruis.status_code == 403


def test_making_it_again_never_touches_their_file(formulier, tmp_path):
    kader = Kader(VANDAAG, (), SHA)
    for ronde in ("begin", "hunne"):
        schrijver = Schrijver(tmp_path)
        schrijver.schrijf("d#stub", ronde, op_plek("d", target.bouw(formulier, kader)))
        schrijver.sluit_af({}, alles=True)
        if ronde == "begin":
            (tmp_path / "d/stub/eigen.py").write_text("# van ons\n", "utf-8")
            (tmp_path / "d/stub/dienst/app.py").write_text("# stuk\n", "utf-8")
    assert (tmp_path / "d/stub/eigen.py").read_text("utf-8") == "# van ons\n"
    assert "maak_app" in (tmp_path / "d/stub/dienst/app.py").read_text("utf-8")


def test_it_can_be_served_below_another_path(formulier, bericht, tmp_path):
    stub = Draaiend(schrijf(formulier, tmp_path), {"SAMENLOKET_BASIS": "/proef/verhuizing-doorgeven"}).start()
    try:
        pagina = httpx.get(f"{stub.adres}/")
        assert pagina.status_code == 200 and 'href="/proef/verhuizing-doorgeven/' in pagina.text
        assert stub.stuur(bericht).headers["location"].startswith("/proef/verhuizing-doorgeven/v1/inzendingen/")
        kaal = stub.adres.replace("/proef/verhuizing-doorgeven", "")
        assert httpx.get(f"{kaal}/en/").status_code == 200, "a proxy may take the path off"
    finally:
        stub.stop()
