"""Clients in Java and C#: openapi-generator reads our contract without a word against it, and every question is in what it makes.

What it cannot say in those languages (conditions) it leaves out: the receiver judges them. The client in Java is made with the
command of the page for vendors, compiled, and used against a receiver that runs; that in C# is not compiled.
"""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openapi_generator_cli
import pytest

from catalogue.formulier import Groep, Herhaling, Info
from generator.plekken import bron_map
from generator.target import Kader
from generator.targets import openapi
from tests.hulp.node import ROOT, run
from tests.hulp.schema import VANDAAG, catalogus, gevallen
from tests.hulp.stub import Draaiend, schrijf

SLUGS = ("verhuizing-doorgeven", "aangifte-overlijden")
"""One with a second role and repeats; one with long lists, files and costs."""
TALEN = {"java": ("*.java", r'SERIALIZED_NAME_\w+ = "([^"]+)"'), "csharp": ("*.cs", r'JsonPropertyName\("([^"]+)"\)')}
"""By generator: its files, and how a member of the JSON stands in them."""
VAN_DE_GENERATOR = {
    "OpenAPI 3.1 support is still in beta": "It says so of every OpenAPI 3.1 document.",
    "Failed to get the schema name: null": "It says so of every closed object within a closed object, and reads both well.",
}
"""What the generator says of itself, with the reason; this list may only get shorter."""
JARS = (Path(openapi_generator_cli.__file__).parent / "openapi-generator.jar", Path("/usr/share/java/jakarta-annotation-api.jar"), Path("/usr/share/java/httpmime.jar"))
"""What the client in Java needs: Jackson stands in the generator itself, the rest are packages of Debian."""
_START = "import sys, openapi_generator_cli as o; sys.exit(o.run(sys.argv[1:]).returncode)"
_ZONDER = "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false"


@pytest.fixture(autouse=True)
def _kort(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of seconds needs no compiler for the long run: a third less work."""
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")


def genereer(taal: str, document: Path, doel: Path, *, goed: bool = True) -> list[str]:
    """Make a client; every line in which the generator warns."""
    return opdracht(["generate", "-i", document, "-g", taal, "-o", doel, "--global-property", _ZONDER], goed)


def opdracht(woorden: list[Any], goed: bool = True) -> list[str]:
    """Run the generator; every line in which it warns."""
    klaar = run([sys.executable, "-c", _START, *woorden], input=None, timeout=120, check=goed)
    return [regel for regel in (klaar.stdout + klaar.stderr).splitlines() if re.search(r"\b(?:WARN|ERROR)\b|^Exception|^Errors", regel)]


def zonder_bekend(regels: list[str]) -> list[str]:
    return [regel for regel in regels if not any(bekend in regel for bekend in VAN_DE_GENERATOR)]


def leden(inhoud: tuple[Any, ...]) -> Iterator[str]:
    """Every name that stands in the JSON of the answers."""
    for e in inhoud:
        if not isinstance(e, Info):
            yield e.id
        if isinstance(e, Groep | Herhaling):
            yield from leden(e.inhoud)


def contract(slug: str, map: Path) -> Path:
    document = map / "openapi.yaml"
    document.write_bytes(next(a.inhoud for a in openapi.bouw(catalogus().formulier(slug), Kader(VANDAAG)) if a.pad == document.name))
    return document


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_client_is_made_without_warnings_and_has_every_question(slug: str, taal: str, tmp_path: Path) -> None:
    formulier = catalogus().formulier(slug)
    document = contract(slug, tmp_path)
    assert zonder_bekend(genereer(taal, document, tmp_path / "client")) == []
    bestanden, vorm = TALEN[taal]
    code = "\n".join(pad.read_text("utf-8") for pad in (tmp_path / "client").rglob(bestanden))
    verwacht = {s.pad for s in formulier.stappen} | {naam for s in formulier.stappen for naam in leden(s.inhoud)}
    assert len(verwacht) > 30
    assert verwacht <= set(re.findall(vorm, code))
    assert all(re.search(naam, code, re.I) for naam in ("verstuurInzending", "haalInzendingOp"))


def in_java(slug: str, map: Path) -> list[Any]:
    """The command that runs `tests/java/Stuur.java` with the client that the page for vendors has one make."""
    pagina = (bron_map("site") / "docs/leveranciers.md").read_text("utf-8").replace("\\\n", "")
    woorden = shlex.split(next(regel for regel in pagina.splitlines() if regel.startswith("openapi-generator-cli generate")))[1:]
    waar = {"openapi.yaml": contract(slug, map), "client": map / "client"}
    assert waar.keys() <= set(woorden)
    assert zonder_bekend(opdracht([waar.get(woord, woord) for woord in woorden])) == []
    stuur = map / "Stuur.java"
    bericht = "Bericht" if len(catalogus().formulier(slug).rollen) > 1 else "Inzending"
    stuur.write_text((ROOT / "tests/java/Stuur.java").read_text("utf-8").replace("Bericht", bericht), "utf-8")
    bronnen = [stuur, *(map / "client/src/main").rglob("*.java")]
    klassen = ":".join(str(pad) for pad in (map / "klassen", *JARS))
    run(["javac", "-proc:none", "-nowarn", "-cp", klassen, "-d", map / "klassen", *bronnen], input=None, timeout=120, check=True)
    return ["java", "-cp", klassen, "Stuur"]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_client_in_java_sends_the_stories_and_reads_what_comes_back(slug: str, tmp_path: Path) -> None:
    """Every right story arrives as it was told, and no wrong one does. Most wrong ones get the faults they should get; the others the
    classes cannot hold: one of another kind is made right, one that is not in the contract is left out, one that is missing is null."""
    formulier, stuur = catalogus().formulier(slug), in_java(slug, tmp_path)
    verhalen = [(v, maat, o) for v, maat, o in gevallen(slug) if o.rol == "indiener" and isinstance(v.antwoorden, dict)]
    regels = [json.dumps({"bericht": maat.stuk("inzending", v.antwoorden, o), "omstandigheden": v.omstandigheden}) for v, maat, o in verhalen]
    ontvanger = Draaiend(schrijf(formulier, tmp_path)).start()
    try:
        terug = iter(run([*stuur, f"{ontvanger.adres}/v1"], input="\n".join(regels), timeout=120, check=True).stdout.splitlines())
    finally:
        ontvanger.stop()
    fout = precies = 0
    for v, _, _ in verhalen:
        code, _, lijf = next(terug).partition(" ")
        stand = json.loads(next(terug).removeprefix("200 ")) if code == "201" else {}
        antwoord = json.loads(lijf) if code in ("201", "400") else {}
        assert v.goed == (code == "201" and antwoord["antwoorden"] == v.antwoorden), (v.naam, lijf)
        assert stand.get("kenmerk") == antwoord.get("kenmerk"), v.naam
        fout += not v.goed
        precies += not v.goed and {(f["pad"], f["code"]) for f in antwoord.get("fouten", ())} == set(v.fouten)
    assert next(terug, None) is None
    assert precies > fout / 2 > 10, (precies, fout)


def _klein(schema: Any) -> str:
    antwoord = {"description": "x", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Klein"}}}}
    paden = {"/a": {"get": {"operationId": "haal", "responses": {"200": antwoord}}}}
    kop = {"openapi": "3.1.0", "info": {"title": "x", "version": "1"}, "servers": [{"url": "https://x.example"}]}
    return json.dumps({**kop, "paths": paden, "components": {"schemas": schema}})


def test_what_the_generator_says_of_itself_it_says_without_us(tmp_path: Path) -> None:
    """So the list above says nothing about our document; when the generator mends it, this fails and the list gets shorter."""
    dicht = {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False}
    (tmp_path / "klein.json").write_text(_klein({"Klein": {**dicht, "properties": {"b": dicht}}}))
    gezegd = "\n".join(genereer("java", tmp_path / "klein.json", tmp_path / "client"))
    assert {bekend for bekend in VAN_DE_GENERATOR if bekend in gezegd} == set(VAN_DE_GENERATOR)
    assert (tmp_path / "client/src/main/java/org/openapitools/client/model/KleinB.java").is_file()


def test_a_wrong_document_is_warned_about(tmp_path: Path) -> None:
    """The sieve lets a real warning through."""
    (tmp_path / "fout.json").write_text(_klein({}))
    assert zonder_bekend(genereer("java", tmp_path / "fout.json", tmp_path / "client", goed=False))
