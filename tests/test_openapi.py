"""The contract of every service: linters have nothing against it, its examples follow it, and the running stub keeps to it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import jsonschema_rs
import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator

from catalogue.dienst import Dienst
from catalogue.soorten import SOORTEN
from catalogue.uitwerken import Bouwstenen, werk_uit
from catalogue.voorbeelden import omstandigheden_uit
from generator.target import Kader
from generator.targets import openapi, schema
from generator.targets.openapi.onderdelen import per_stap, schemas
from generator.targets.schema.inzending import voorbeeld as inzending_van
from tests.hulp.node import ROOT, commando
from tests.hulp.stub import SHA, VANDAAG, Draaiend, catalogus, schrijf

SLUGS = catalogus().slugs
ADR = ROOT.parent / "shared" / "standaarden" / "adr"
"""The Dutch API Design Rules, as rule sets of Spectral."""
UITZONDERING = {"linter-2.2-draft-2026-05.yaml": {}, "linter-2.1.0.yaml": {"openapi3": "off"}}
"""What each rule set is not asked: `openapi3` of 2.1 admits OpenAPI 3.0 only, where 2.2 admits 3.1, which this is."""
ANDERS = ("verhuizing-doorgeven", "erkenning-kind", "uittreksel-brp-aanvragen", "kwijtschelding-aanvragen", "melding-openbare-ruimte", "klacht-indienen")
"""Services that differ most: parts of other persons, costs, lists in lists, no login, and one that is plain."""
ZWAAR = ("verhuizing-doorgeven", "uittreksel-brp-aanvragen", "klacht-indienen")
"""The three that differ most, for what takes long: linters (contracts are put together alike) and made-up messages."""


@cache
def bestanden(slug: str) -> dict[str, bytes]:
    """The files of a contract, by their path."""
    kader = Kader(VANDAAG, tuple(catalogus().voorbeelden(slug)), SHA)
    return {a.pad: a.inhoud for a in openapi.bouw(catalogus().formulier(slug), kader)}


@cache
def contract(slug: str) -> dict[str, Any]:
    return json.loads(bestanden(slug)["openapi.json"])


@cache
def houdt(slug: str, naam: str) -> jsonschema_rs.Draft202012Validator:
    """A validator of one schema of the contract, by its name there."""
    wortel = {"$ref": f"#/components/schemas/{naam}", "components": contract(slug)["components"]}
    return jsonschema_rs.Draft202012Validator(wortel, validate_formats=True)


def gebreken(slug: str, inhoud: dict[str, Any], waarde: Any) -> list[str]:
    """What a body has against the schema that the contract names for it (`inhoud`: a media type of the contract)."""
    naam = inhoud["schema"]["$ref"].rpartition("/")[2]
    return [f"{f.instance_path}: {f.message[:200]}" for f in houdt(slug, naam).iter_errors(waarde)]


def opgezocht(slug: str, deel: dict[str, Any]) -> dict[str, Any]:
    """A part of the contract, its reference followed."""
    while "$ref" in deel:
        plek: Any = contract(slug)
        for woord in deel["$ref"].removeprefix("#/").split("/"):
            plek = plek[woord]
        deel = plek
    return deel


# ---- what linters say ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def contracten(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Contracts as files with their examples beside them, nationally and of every municipality that filled one in."""
    map = tmp_path_factory.mktemp("contracten")
    for slug in ZWAAR:
        for pad, inhoud in bestanden(slug).items():
            (doel := map / slug / pad).parent.mkdir(parents=True, exist_ok=True)
            doel.write_bytes(inhoud)
    for code, gelezen in catalogus().adopties.items():
        for slug, vul in ((s, v) for s, v in gelezen.model.diensten.items() if s in ZWAAR):
            versie = vul.uitgave or (catalogus().uitgaven(slug) or ("werk",))[-1]
            (doel := map / f"{slug}-{code}").mkdir()
            for artifact in openapi.bouw(catalogus().formulier(slug, versie, code), Kader(VANDAAG, (), SHA)):
                (doel / artifact.pad).write_bytes(artifact.inhoud)
    return sorted(map.glob("*/openapi.json"))


@pytest.fixture
def stuk(tmp_path: Path) -> Path:
    """A contract with faults that a linter must see: no major version in the address, no 400, a header less."""
    data = json.loads(bestanden(SLUGS[0])["openapi.json"])
    data["servers"][0]["url"] = "http://gemeente.example/"
    del data["paths"]["/inzendingen"]["post"]["responses"]["400"]
    del data["paths"]["/inzendingen"]["post"]["responses"]["201"]["headers"]
    pad = tmp_path / "openapi.json"
    pad.write_text(json.dumps(data), "utf-8")
    return pad


@pytest.mark.parametrize("slug", SLUGS)
def test_it_is_an_openapi_document(slug: str) -> None:
    assert [fout.message for fout in OpenAPIV31SpecValidator(contract(slug)).iter_errors()] == []
    assert yaml.safe_load(bestanden(slug)["openapi.yaml"]) == contract(slug)


@pytest.mark.usefixtures("node")
def test_redocly_has_nothing_against_a_contract(contracten: list[Path], stuk: Path) -> None:
    assert len(contracten) > len(ZWAAR)
    gedaan = commando("redocly", "lint", *contracten)
    assert (gedaan.returncode, re.findall(r"^\[\d+\].*", gedaan.stdout, re.M)) == (0, [])
    assert "no-server-trailing-slash" in commando("redocly", "lint", stuk).stdout


@pytest.mark.usefixtures("node")
@pytest.mark.parametrize("regels", UITZONDERING)
def test_the_dutch_api_design_rules_hold(regels: str, contracten: list[Path], stuk: Path, tmp_path: Path) -> None:
    if not (ADR / regels).is_file():
        pytest.skip(f"../shared/standaarden/adr/{regels} is not here: the Dutch API Design Rules were not tried")
    ruleset = tmp_path / "regels.yaml"
    ruleset.write_text(yaml.safe_dump({"extends": str(ADR / regels), "rules": UITZONDERING[regels]}), "utf-8")
    gedaan = commando("spectral", "lint", "--fail-severity", "hint", "--ruleset", ruleset, *contracten)
    assert gedaan.returncode == 0, gedaan.stdout
    tegen = commando("spectral", "lint", "--ruleset", ruleset, stuk)
    assert tegen.returncode == 1
    assert "include-major-version-in-uri" in tegen.stdout and "missing-header" in tegen.stdout


# ---- what it says of itself ----------------------------------------------------------------------------------------------


def inhouden(deel: Any) -> Iterator[dict[str, Any]]:
    """Every media type below a part of the contract."""
    if isinstance(deel, dict):
        for naam, waarde in deel.items():
            if naam == "content":
                yield from waarde.values()
            else:
                yield from inhouden(waarde)


@pytest.mark.parametrize("slug", SLUGS)
def test_its_examples_follow_its_schemas(slug: str) -> None:
    gezien = set()
    for inhoud in inhouden({"paths": contract(slug)["paths"], "responses": contract(slug)["components"]["responses"]}):
        waarden = [inhoud["example"]] if "example" in inhoud else []
        for een in inhoud.get("examples", {}).values():
            if "externalValue" in een:
                gezien.add(een["externalValue"])
                waarden.append(json.loads(bestanden(slug)[een["externalValue"]]))
            else:
                waarden.append(een["value"])
        for waarde in waarden:
            assert gebreken(slug, inhoud, waarde) == []
    assert gezien == {pad for pad in bestanden(slug) if not pad.startswith("openapi.")}, "each file is pointed to"
    assert len(gezien) >= 3


@pytest.mark.parametrize("slug", SLUGS)
def test_it_refuses_what_the_schema_of_the_submission_refuses(slug: str) -> None:
    """The same verdict on every example and on each with something strange in it, role by role."""
    formulier, geweigerd = catalogus().formulier(slug), 0
    exact = {rol: jsonschema_rs.Draft202012Validator(schema.inzendingschema(formulier, rol, SHA), validate_formats=True) for rol in formulier.rollen}
    for v in catalogus().voorbeelden(slug):
        o = omstandigheden_uit(v.omstandigheden, formulier, VANDAAG)
        heel = inzending_van(formulier, v.naam, v.antwoorden, o)
        vreemd = {**heel, "data": {**heel["data"], "vreemd": 1}}
        for bericht in (heel, vreemd, {**heel, "specversion": "0.3"}):
            past = houdt(slug, "Bericht").is_valid(bericht)
            assert past == any(een.is_valid(bericht) for een in exact.values()), v.naam
            geweigerd += not past
    assert geweigerd > 2 * len(list(catalogus().voorbeelden(slug)))


# ---- what the running stub does ------------------------------------------------------------------------------------------


class Loket:
    """A running stub, and its answers held against the contract."""

    def __init__(self, slug: str, map: Path) -> None:
        self.slug = slug
        self.stub = Draaiend(schrijf(catalogus().formulier(slug), map, tuple(catalogus().voorbeelden(slug)))).start()

    def vraag(self, methode: str, pad: str, plek: str, **meer: Any) -> httpx.Response:
        """Ask, and check status, headers and body against what the contract has for `plek`, one of its paths."""
        antwoord = httpx.request(methode, f"{self.stub.adres}/v1{pad}", timeout=20, **meer)
        antwoorden = contract(self.slug)["paths"][plek][methode.lower()]["responses"]
        assert str(antwoord.status_code) in antwoorden, antwoord.text
        beloofd = opgezocht(self.slug, antwoorden[str(antwoord.status_code)])
        assert [naam for naam in beloofd["headers"] if naam not in antwoord.headers] == []
        soort = antwoord.headers["content-type"].partition(";")[0]
        if "$ref" in beloofd["content"][soort]["schema"]:
            assert gebreken(self.slug, beloofd["content"][soort], antwoord.json()) == []
        return antwoord

    def stuur(self, bericht: Any, **koppen: str) -> httpx.Response:
        return self.vraag("POST", "/inzendingen", "/inzendingen", content=json.dumps(bericht), headers={"Content-Type": "application/cloudevents+json", **koppen})

    def voorbeelden(self) -> dict[str, Any]:
        """The messages of the contract, by name; one of another person follows the first of the one who applies."""
        uit = {Path(pad).stem: json.loads(inhoud) for pad, inhoud in bestanden(self.slug).items() if pad.startswith("voorbeelden/inzending/")}
        eerste = self.stuur(next(b for b in uit.values() if b["data"]["rol"] == "indiener")).json()["kenmerk"]
        for bericht in uit.values():
            if bericht["data"]["rol"] != "indiener":
                bericht["data"]["vervolgOp"] = eerste
        return uit


@pytest.fixture(scope="module")
def loket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """`loket(slug)`: the stub of a service; all are stopped in the end."""
    open: dict[str, Loket] = {}

    def geef(slug: str) -> Loket:
        if slug not in open:
            open[slug] = Loket(slug, tmp_path_factory.mktemp(slug))
        return open[slug]

    yield geef
    for een in open.values():
        een.stub.stop()


@pytest.mark.parametrize("slug", ANDERS)
def test_the_stub_serves_its_contract_with_every_file(slug: str, loket: Any) -> None:
    for pad, inhoud in bestanden(slug).items():
        antwoord = httpx.get(f"{loket(slug).stub.adres}/v1/{pad}")
        assert (antwoord.status_code, antwoord.content) == (200, inhoud), pad
        assert antwoord.headers["access-control-allow-origin"] == "*"
    assert loket(slug).vraag("GET", "/openapi.json", "/openapi.json").json() == contract(slug)


@pytest.mark.parametrize("slug", ANDERS)
def test_the_stub_takes_the_messages_of_the_contract_and_gives_its_receipt(slug: str, loket: Any) -> None:
    hier = loket(slug)
    ontvangsten = {Path(pad).stem: json.loads(inhoud) for pad, inhoud in bestanden(slug).items() if pad.startswith("voorbeelden/ontvangst/")}
    for naam, bericht in hier.voorbeelden().items():
        antwoord = hier.stuur(bericht)
        assert antwoord.status_code == 201, (naam, antwoord.text)
        kenmerk = antwoord.json()["kenmerk"]
        assert antwoord.headers["location"] == f"/v1/inzendingen/{kenmerk}"
        stand = hier.vraag("GET", f"/inzendingen/{kenmerk}", "/inzendingen/{kenmerk}")
        assert stand.json() == {deel: antwoord.json()[deel] for deel in stand.json()}
        if naam in ontvangsten:
            eigen = {"kenmerk", "ontvangenOp", "sha256"}
            beloofd = ontvangsten.pop(naam)
            assert {k: w for k, w in antwoord.json().items() if k not in eigen} == {k: w for k, w in beloofd.items() if k not in eigen}
    assert not ontvangsten


@pytest.mark.parametrize("slug", ANDERS)
def test_the_stub_refuses_as_the_contract_shows(slug: str, loket: Any) -> None:
    hier, formulier = loket(slug), catalogus().formulier(slug)
    getoond = contract(slug)["paths"]["/inzendingen"]["post"]["responses"]["400"]["content"]["application/problem+json"]["examples"]
    voorbeelden = {v.naam: v for v in catalogus().voorbeelden(slug) if not v.goed}
    eerste = hier.stuur(next(b for b in hier.voorbeelden().values() if b["data"]["rol"] == "indiener")).json()["kenmerk"]
    assert getoond
    for naam, een in getoond.items():
        bericht = inzending_van(formulier, naam, voorbeelden[naam].antwoorden, omstandigheden_uit(voorbeelden[naam].omstandigheden, formulier, VANDAAG))
        if "vervolgOp" in bericht["data"]:
            bericht["data"]["vervolgOp"] = eerste
        antwoord = hier.stuur(bericht)
        assert (antwoord.status_code, antwoord.json()) == (400, een["value"])


@pytest.mark.parametrize("slug", ANDERS)
def test_every_other_status_of_the_contract_happens(slug: str, loket: Any) -> None:
    """And the problem that comes is the one that the contract shows for it."""
    hier = loket(slug)
    een, *_ = (b for b in hier.voorbeelden().values() if b["data"]["rol"] == "indiener")
    sleutel = {"Idempotency-Key": f"{slug}-1"}
    assert hier.stuur(een, **sleutel).status_code == 201
    json_kop = {"Content-Type": "application/json"}
    gekregen = [
        hier.stuur({**een, "source": "urn:een:ander"}, **sleutel),
        hier.vraag("POST", "/inzendingen", "/inzendingen", content=b" " * 2_000_001, headers=json_kop),
        hier.vraag("POST", "/inzendingen", "/inzendingen", content=b"tekst", headers={"Content-Type": "text/plain"}),
        hier.vraag("GET", "/inzendingen/niet%20goed", "/inzendingen/{kenmerk}"),
        hier.vraag("GET", "/inzendingen/is-er-niet", "/inzendingen/{kenmerk}"),
    ]
    getoond = [opgezocht(slug, {"$ref": f"#/components/responses/{naam}"})["content"]["application/problem+json"]["example"]
               for naam in ("SleutelGebruikt", "TeGroot", "VreemdMediatype", "Onjuist", "NietGevonden")]  # fmt: skip
    assert [a.json() for a in gekregen] == getoond
    assert [a.status_code for a in gekregen] == [p["status"] for p in getoond] == [409, 413, 415, 400, 404]


@pytest.mark.parametrize("slug", ANDERS)
def test_there_is_nothing_else_below_v1(slug: str, loket: Any) -> None:
    hier = loket(slug)
    for pad, bewerkingen in contract(slug)["paths"].items():
        for methode in {"get", "post", "put", "patch", "delete"} - set(bewerkingen):
            antwoord = httpx.request(methode, f"{hier.stub.adres}/v1{pad.replace('{kenmerk}', 'x')}")
            assert antwoord.status_code == 405, (methode, pad)
            assert antwoord.headers["content-type"] == "application/problem+json"
    for pad in ("", "/", "/docs", "/inzendingen/", "/inzending", "/openapi"):
        assert httpx.get(f"{hier.stub.adres}/v1{pad}").status_code in (404, 405), pad


def test_a_text_is_written_out_also_beside_a_list_of_the_same_name() -> None:
    """A long list of a question called `regel` takes the name that the shared text would have: each is still what it is."""
    stap = {"stap": "a", "titel": "Deel", "velden": [
        {"veld": "regel", "vraag": "Welke?", "soort": "keuze", "opties": [f"o{n}" for n in range(20)]},
        {"veld": "t", "vraag": "Wat?", "soort": "tekst"},
    ]}  # fmt: skip
    dienst = Dienst.model_validate({
        "dienst": "x", "naam": "X", "samenvatting": "Om te proberen.", "producten": ["x"], "doelgroep": ["inwoner"],
        "bewaartermijn": [{"selectielijst": "7.1.7", "termijn": "P5Y"}], "toegang": [{"middel": "geen"}], "stappen": [stap],
    })  # fmt: skip
    uit = schemas(werk_uit(dienst, Bouwstenen(soorten=SOORTEN)).formulier, SHA)
    vragen = uit["StapA"]["properties"]
    assert vragen["t"]["type"] == "string" and "$ref" not in vragen["t"] and {"pattern", "not", "maxLength"} <= vragen["t"].keys()
    assert "o19" in json.dumps(uit["Regel"]) and "Regel2" not in uit


def test_a_name_that_is_taken_is_not_given_again() -> None:
    """Two groups that would have the same name are two schemas: the second stays where it stands."""
    een, ander = ({"type": "object", "properties": {naam: {"type": "string"}}} for naam in ("x", "y"))
    eigen: dict[str, Any] = {}
    stappen = per_stap({"properties": {"a": {"properties": {"bC": een}}, "aB": {"properties": {"c": ander}}}}, eigen)["properties"]
    assert stappen == {naam: {"$ref": f"#/components/schemas/Stap{naam[0].upper()}{naam[1:]}"} for naam in ("a", "aB")}
    assert eigen["StapA"]["properties"]["bC"] == {"$ref": "#/components/schemas/StapABC"} and eigen["StapABC"] == een
    assert eigen["StapAB"]["properties"]["c"] == ander


@pytest.mark.parametrize("slug", ZWAAR)
def test_made_up_messages_find_nothing(slug: str, loket: Any, tmp_path: Path) -> None:
    """Schemathesis: no crash, no answer beside the contract, nothing wrong taken, nothing right refused but for named rules."""
    hier, formulier = loket(slug), catalogus().formulier(slug)
    lijsten = [schema.proevenlijst(formulier, rol) for rol in formulier.rollen]
    regels = {naam: [(e["pad"], e["code"]) for lijst in lijsten for e in lijst[naam]] for naam in ("inzending", "antwoorden")}
    if len(formulier.rollen) > 1:
        regels["inzending"].append(("data.vervolgOp", "keuze"))
    (tmp_path / "regels.json").write_text(json.dumps(regels), "utf-8")
    omgeving = {"GENOEMDE_REGELS": str(tmp_path / "regels.json"), "SCHEMATHESIS_HOOKS": "tests.hulp.schemathesis_haken", "PYTHONPATH": str(ROOT)}
    woorden = [
        Path(sys.executable).with_name("schemathesis"), "run", hier.stub.map / "dienst/contract/openapi.json", "--url", f"{hier.stub.adres}/v1", "--no-color",
        "--exclude-checks", "positive_data_acceptance", "--generation-database", "none", "--max-examples", "10", "--warnings", "off",
        "--seed", "1",
    ]  # fmt: skip
    eerder = hier.stub.log.count(" bewaard")
    gedaan = subprocess.run([*map(str, woorden)], cwd=tmp_path, env={**os.environ, **omgeving}, capture_output=True, encoding="utf-8", timeout=300)
    assert gedaan.returncode == 0, gedaan.stdout[-6000:] + gedaan.stderr
    assert "Tested: 3" in gedaan.stdout
    assert slug == "verhuizing-doorgeven" or hier.stub.log.count(" bewaard") > eerder, "some of it was right; of a long form it seldom is"
    assert "ERROR" not in hier.stub.log and "strenger" not in hier.stub.log
