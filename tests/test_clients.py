"""Clients in Java and C#: openapi-generator reads our contract without a word against it, and every question is in what it makes.

What it cannot say in those languages (conditions) it leaves out: the receiver judges them.
The clients are not compiled here: their libraries come from registries that a test does not visit.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from catalogue.formulier import Groep, Herhaling, Info
from generator.target import Kader
from generator.targets import openapi
from tests.hulp.node import run
from tests.hulp.schema import VANDAAG, catalogus

SLUGS = ("verhuizing-doorgeven", "aangifte-overlijden")
"""One with a second role and repeats; one with long lists, files and costs."""
TALEN = {"java": ("*.java", r'SERIALIZED_NAME_\w+ = "([^"]+)"'), "csharp": ("*.cs", r'JsonPropertyName\("([^"]+)"\)')}
"""By generator: its files, and how a member of the JSON stands in them."""
VAN_DE_GENERATOR = {
    "OpenAPI 3.1 support is still in beta": "It says so of every OpenAPI 3.1 document.",
    "Failed to get the schema name: null": "It says so of every closed object within a closed object, and reads both well.",
}
"""What the generator says of itself, with the reason; this list may only get shorter."""
_START = "import sys, openapi_generator_cli as o; sys.exit(o.run(sys.argv[1:]).returncode)"
_ZONDER = "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false"


@pytest.fixture(autouse=True)
def _kort(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of seconds needs no compiler for the long run: a third less work."""
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")


def genereer(taal: str, document: Path, doel: Path, *, goed: bool = True) -> list[str]:
    """Make a client; every line in which the generator warns."""
    klaar = run([sys.executable, "-c", _START, "generate", "-i", document, "-g", taal, "-o", doel, "--global-property", _ZONDER], input=None, timeout=120, check=goed)
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


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_client_is_made_without_warnings_and_has_every_question(slug: str, taal: str, tmp_path: Path) -> None:
    formulier = catalogus().formulier(slug)
    document = tmp_path / "openapi.yaml"
    document.write_bytes(next(a.inhoud for a in openapi.bouw(formulier, Kader(VANDAAG)) if a.pad == document.name))
    assert zonder_bekend(genereer(taal, document, tmp_path / "client")) == []
    bestanden, vorm = TALEN[taal]
    code = "\n".join(pad.read_text("utf-8") for pad in (tmp_path / "client").rglob(bestanden))
    verwacht = {s.pad for s in formulier.stappen} | {naam for s in formulier.stappen for naam in leden(s.inhoud)}
    assert len(verwacht) > 30
    assert verwacht <= set(re.findall(vorm, code))
    assert all(re.search(naam, code, re.I) for naam in ("verstuurInzending", "haalInzendingOp"))


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
