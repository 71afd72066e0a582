"""The operations of the contract: send, look up, describe."""

from __future__ import annotations

from typing import Any

from catalogue.formulier import Formulier
from catalogue.tekst import in_taal
from generator.dialect.jsonschema import TEKST
from generator.targets.openapi.onderdelen import KENMERK, STATUSSEN, wijs
from generator.targets.openapi.voorbeelden import Berichten, erin, ernaast

PROBLEMEN: dict[str, tuple[int, str, str, str, str]] = {
    "Onjuist": (400, "bericht", "Het bericht is niet te lezen", "Een kenmerk bestaat uit 1 tot 64 letters, cijfers en streepjes.", "De vraag klopt niet: wat u stuurde, is niet te lezen of niet van de goede vorm."),
    "NietGevonden": (404, "niet-gevonden", "Niet gevonden", "Er is geen inzending met dit kenmerk.", "Op dit adres is niets te vinden."),
    "SleutelGebruikt": (409, "sleutel", "Deze Idempotency-Key is al gebruikt", "Onder deze Idempotency-Key is al iets anders bewaard. Kies een nieuwe.", "Met deze Idempotency-Key is al een ander bericht bewaard. Er is niets veranderd."),
    "TeGroot": (413, "te-groot", "Het bericht is te groot", "Stuur hooguit 2 MB in één bericht.", "Het bericht is groter dan de ontvanger aanneemt."),
    "VreemdMediatype": (415, "mediatype", "Dit soort bericht wordt niet gelezen", "Stuur application/json, application/cloudevents+json, multipart/form-data.", "De ontvanger leest dit Content-Type niet."),
    "AnderProbleem": (500, "", "Internal Server Error", "Er ging iets mis. Probeer het later opnieuw.", "Een ander probleem. Bij een storing (500 of hoger) mag u hetzelfde bericht nog een keer sturen, met dezelfde `Idempotency-Key`."),
}  # fmt: skip
"""The problems of the contract: status, kind, title, an example of the detail, and what it means."""

_NAAR_STAND = {
    "operationId": "haalInzendingOp",
    "parameters": {"kenmerk": "$response.body#/kenmerk"},
    "description": "Met het kenmerk kan de indiener zien hoe het met de inzending staat.",
}


def _kop(*meer: str) -> dict[str, Any]:
    return {naam: {"$ref": f"#/components/headers/{naam}"} for naam in ("API-Version", *meer)}


def _json(schema: str, voorbeelden: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"schema": wijs(schema), **({"examples": voorbeelden} if voorbeelden else {})}


def _probleem(naam: str) -> dict[str, Any]:
    return {"$ref": f"#/components/responses/{naam}"}


def versturen(formulier: Formulier, b: Berichten) -> dict[str, Any]:
    """POST /inzendingen."""
    vervolg = " Wat een ander dan de indiener invult, hoort bij een eerdere inzending: `vervolgOp` is het kenmerk daarvan."
    onjuist = {
        "description": "De antwoorden kloppen niet, of het bericht is niet te lezen. Er is niets bewaard.",
        "headers": _kop(),
        "content": {"application/problem+json": _json("Probleem", erin(b, "fout"))},
    }
    return {
        "operationId": "verstuurInzending",
        "tags": ["inzendingen"],
        "summary": "Een inzending versturen",
        "description": (
            "De ontvanger beoordeelt alle antwoorden in één keer. Kloppen ze, dan komt het antwoord pas als het bericht veilig "
            "is bewaard. Stuurt u hetzelfde bericht nog een keer met dezelfde `Idempotency-Key`, dan krijgt u hetzelfde "
            "antwoord en wordt er niets dubbel bewaard."
        )
        + (vervolg if len(formulier.rollen) > 1 else ""),
        "parameters": [{"$ref": f"#/components/parameters/{naam}"} for naam in ("IdempotencyKey", "AcceptLanguage")],
        "requestBody": {"required": True, "description": "De inzending, zo nodig met de bestanden ernaast.", "content": _lading(b)},
        "responses": {
            "201": {
                "description": "Bewaard. De indiener krijgt een kenmerk, de tijd en een kopie van wat is bewaard.",
                "headers": _kop("Location"),
                "content": {"application/json": _json("Ontvangst", ernaast(b, "ontvangst"))},
                "links": {"Stand": _NAAR_STAND},
            },
            "400": onjuist,
            "409": _probleem("SleutelGebruikt"),
            "413": _probleem("TeGroot"),
            "415": _probleem("VreemdMediatype"),
            "default": _probleem("AnderProbleem"),
        },
    }


def _lading(b: Berichten) -> dict[str, Any]:
    """The kinds of body: the message alone, and the message or the answers with files."""
    codering = {naam: {"contentType": "application/json"} for naam in ("inzending", "antwoorden")}
    return {
        "application/cloudevents+json": _json("Bericht", ernaast(b, "inzending")),
        "application/json": _json("Bericht", ernaast(b, "inzending")),
        "multipart/form-data": {"schema": wijs("BerichtMetBestanden"), "encoding": codering},
    }


def ophalen(formulier: Formulier, b: Berichten) -> dict[str, Any]:
    """GET /inzendingen/{kenmerk}."""
    zinnen = [f"- `{status}`: {in_taal(formulier.teksten[status], 'nl')}" for status in STATUSSEN if status in formulier.teksten]  # type: ignore[index]
    uitleg = "Hoe ver de gemeente is, zonder antwoorden en zonder persoonsgegevens."
    return {
        "operationId": "haalInzendingOp",
        "tags": ["inzendingen"],
        "summary": "Hoe het met een inzending staat",
        "description": f"{uitleg} Dit leest de indiener bij elke status:\n\n" + "\n".join(zinnen) if zinnen else uitleg,
        "parameters": [{"$ref": "#/components/parameters/Kenmerk"}],
        "responses": {
            "200": {"description": "De status.", "headers": _kop(), "content": {"application/json": _json("Status", erin(b, "stand"))}},
            "400": _probleem("Onjuist"),
            "404": _probleem("NietGevonden"),
            "default": _probleem("AnderProbleem"),
        },
    }


def beschrijving() -> dict[str, Any]:
    """GET /openapi.json."""
    open = {"access-control-allow-origin": {"description": "Elke website mag het contract lezen.", "schema": {"const": "*"}}}
    return {
        "operationId": "haalOpenapiOp",
        "tags": ["beschrijving"],
        "summary": "Dit contract",
        "description": "Het contract zelf. Met `openapi.yaml` krijgt u hetzelfde als YAML. De voorbeelden staan ernaast.",
        "responses": {
            "200": {
                "description": "Dit contract, als OpenAPI 3.1.",
                "headers": {**_kop(), **open},
                "content": {"application/json": {"schema": {"title": "Een OpenAPI-document", "type": "object"}}},
            },
            "404": _probleem("NietGevonden"),
            "default": _probleem("AnderProbleem"),
        },
    }


def parameters() -> dict[str, Any]:
    """What comes in beside a body."""
    return {
        "IdempotencyKey": {
            "name": "Idempotency-Key",
            "in": "header",
            "required": False,
            "description": "Een nummer dat u zelf kiest, bijvoorbeeld een UUID. Gebruik bij een tweede poging hetzelfde nummer.",
            "schema": {**TEKST, "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
        },
        "AcceptLanguage": {
            "name": "Accept-Language",
            "in": "header",
            "required": False,
            "description": "De taal van de indiener, als u alleen `antwoorden` stuurt. Een heel bericht zegt dit zelf.",
            "schema": TEKST,
            "example": "nl",
        },
        "Kenmerk": {
            "name": "kenmerk",
            "in": "path",
            "required": True,
            "description": "Het kenmerk uit de ontvangstbevestiging.",
            "schema": {**TEKST, "pattern": KENMERK},
        },
    }


def koppen(versie: str) -> dict[str, Any]:
    """What goes out beside a body."""
    return {
        "API-Version": {"description": "De volledige versie van deze API.", "schema": TEKST, "example": versie},
        "Location": {"description": "Waar de status van deze inzending te vinden is.", "schema": {**TEKST, "format": "uri-reference"}},
    }


def problemen() -> dict[str, Any]:
    """The problems, as answers."""
    uit = {}
    for naam, (status, soort, titel, detail, uitleg) in PROBLEMEN.items():
        voorbeeld = {"type": f"urn:samenloket:fout:{soort}" if soort else "about:blank", "title": titel, "status": status, "detail": detail}
        inhoud = {"application/problem+json": {**_json("Probleem"), "example": voorbeeld}}
        uit[naam] = {"description": uitleg, "headers": _kop(), "content": inhoud}
    return uit
