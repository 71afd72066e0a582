"""OpenAPI 3.1 of the receiving side: `openapi.json`, the same as `openapi.yaml`, and the messages in `voorbeelden/`.

Follows the Dutch API Design Rules (2.2 draft): major version in the address, the full one in a header, faults as
RFC 9457 problems. What a municipality adds is its own address and its own security.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from catalogue.formulier import Formulier
from generator.target import Artifact, Deel, Kader, Uitvoer, json_bytes
from generator.targets.openapi import paden
from generator.targets.openapi.onderdelen import schemas
from generator.targets.openapi.voorbeelden import Berichten, berichten, bestanden
from generator.targets.schema.waarde import tekst

UITVOER = Uitvoer(
    naam="openapi",
    titel="OpenAPI",
    voor="leverancier",
    wat="Het contract van de ontvangende kant, als YAML en als JSON, met berichten die u zo kunt versturen.",
    delen=(Deel(("openapi.yaml", "openapi.json", "voorbeelden/"), eerst=("openapi.*",)),),
)
VERSIE = "1.0.0"
"""The version of the interface. The release of the service stands in the submission."""


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    def ignore_aliases(self, _: Any) -> bool:
        return True


def _tekst(dumper: Any, tekst: str) -> Any:
    """A text that begins like a number is quoted: `0599` is a text in YAML 1.1 and a number in YAML 1.2."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", tekst, style='"' if tekst[:1] in "0123456789+-." else None)


_Dumper.add_representer(str, _tekst)


def bouw(formulier: Formulier, kader: Kader) -> Iterable[Artifact]:
    """The contract in both notations, and the examples that it points to."""
    gevallen = berichten(formulier, kader)
    document = openapi(formulier, kader.sha256, gevallen)
    yield Artifact("openapi.json", json_bytes(document, indent=2))
    als_yaml = yaml.dump(document, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=4096)
    yield Artifact("openapi.yaml", als_yaml.encode())
    yield from bestanden(gevallen)


def openapi(formulier: Formulier, sha256: str, gevallen: Berichten) -> dict[str, Any]:
    """The whole document."""
    return {
        "openapi": "3.1.0",
        "info": _info(formulier),
        "servers": [_server(formulier)],
        "security": [],
        "tags": [
            {"name": "inzendingen", "description": "Wat inwoners en ondernemers insturen."},
            {"name": "beschrijving", "description": "Dit contract zelf."},
        ],
        "paths": {
            "/inzendingen": {"post": paden.versturen(formulier, gevallen)},
            "/inzendingen/{kenmerk}": {"get": paden.ophalen(formulier, gevallen)},
            "/openapi.json": {"get": paden.beschrijving()},
        },
        "components": {
            "schemas": schemas(formulier, sha256),
            "parameters": paden.parameters(),
            "headers": paden.koppen(VERSIE),
            "responses": paden.problemen(),
        },
    }


def _info(formulier: Formulier) -> dict[str, Any]:
    versie = "werkversie" if formulier.versie == "werk" else f"uitgave {formulier.versie}"
    gemeente = formulier.gemeente
    contact = gemeente.contact if gemeente else {}
    return {
        "title": f"Inzendingen: {tekst(formulier.naam)}",
        "version": VERSIE,
        "summary": f"Ontvangt wat wordt ingestuurd met ‘{tekst(formulier.naam)}’, {versie}.",
        "description": (
            f"{tekst(formulier.samenvatting)}\n\n"
            "Een inzending is een CloudEvent 1.0. Het schema hier zegt bijna alles wat een inzending geldig maakt; "
            "wat overblijft staat met naam in `schema/proeven.json` naast dit contract.\n\n"
            "**Beveiliging** kiest de gemeente. Een systeem dat inzendingen aanlevert, meldt zich met OAuth 2.0 "
            "(client credentials, volgens het NL GOV-profiel) of met een certificaat van PKIoverheid. Wie het formulier "
            "zelf invult, is ingelogd met een middel dat bij de dienst staat; het nummer van die persoon komt uit de "
            "inlogsessie en nooit uit een adres, een kop of een logboek."
        ),
        "contact": {
            "name": gemeente.naam if gemeente else "Door de gemeente in te vullen",
            "url": contact.get("url") or contact.get("website") or "https://gemeente.example",
            "email": contact.get("email") or "in-te-vullen@gemeente.example",
        },
        "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    }


def _server(formulier: Formulier) -> dict[str, Any]:
    return {
        "url": f"https://formulieren.gemeente.example/{formulier.dienst}/v1",
        "description": "Een voorbeeld. De gemeente zet hier haar eigen adres.",
    }
