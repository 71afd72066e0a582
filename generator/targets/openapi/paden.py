"""The operations of the contract: send, look up, describe."""

from __future__ import annotations

from typing import Any

from catalogue.formulier import Formulier
from catalogue.tekst import in_taal
from generator.dialect.jsonschema import TEKST
from generator.targets.openapi.onderdelen import KENMERK, STATUSSEN, wijs

_CORS = "access-control-allow-origin"
PROBLEMEN: dict[str, tuple[str, str, str, str]] = {
    "Onjuist": ("400", "urn:samenloket:fout:bericht", "Het bericht is niet te lezen", "Het bericht is niet te lezen, of de antwoorden kloppen niet."),
    "NietGevonden": ("404", "urn:samenloket:fout:niet-gevonden", "Niet gevonden", "Er is geen inzending met dit kenmerk."),
    "SleutelGebruikt": ("409", "urn:samenloket:fout:sleutel", "Deze sleutel is al gebruikt", "Met deze Idempotency-Key is al een ander bericht verstuurd."),
    "TeGroot": ("413", "urn:samenloket:fout:te-groot", "Het bericht is te groot", "Het bericht is groter dan de ontvanger aanneemt."),
    "VreemdMediatype": ("415", "urn:samenloket:fout:mediatype", "Dit soort bericht kan niet", "De ontvanger neemt dit Content-Type niet aan."),
    "Storing": ("500", "about:blank", "Internal Server Error", "Het is niet gelukt. Bewaar het bericht en probeer het later opnieuw met dezelfde Idempotency-Key."),
}  # fmt: skip
"""The problems of the contract: status, type, title and detail."""


def _kop(*meer: str) -> dict[str, Any]:
    return {naam: {"$ref": f"#/components/headers/{naam}"} for naam in ("API-Version", *meer)}


def _json(schema: str, voorbeelden: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"schema": wijs(schema), **({"examples": voorbeelden} if voorbeelden else {})}


def _probleem(naam: str) -> dict[str, Any]:
    return {"$ref": f"#/components/responses/{naam}"}


def versturen(goed: dict[str, Any], ontvangst: dict[str, Any], fout: dict[str, Any]) -> dict[str, Any]:
    """POST /inzendingen."""
    pagina = {"text/html": {"schema": {"title": "De bevestiging als pagina, voor het formulier zonder JavaScript", **TEKST}}}
    onjuist = {**problemen()["Onjuist"]}
    if fout:
        onjuist["content"] = {
            "application/problem+json": _json("Probleem", fout),
            "text/html": {"schema": {"title": "Het formulier met de fouten erbij", **TEKST}},
        }
    return {
        "operationId": "verstuurInzending",
        "tags": ["inzendingen"],
        "summary": "Een inzending versturen",
        "description": (
            "Het antwoord komt pas als het bericht duurzaam is bewaard. Dezelfde `Idempotency-Key` met hetzelfde bericht "
            "geeft hetzelfde antwoord en bewaart niets dubbel. Alle fouten komen in één keer terug."
        ),
        "parameters": [{"$ref": "#/components/parameters/IdempotencyKey"}],
        "requestBody": {"required": True, "description": "De inzending, zo nodig met de bestanden ernaast.", "content": _lading(goed)},
        "responses": {
            "201": {
                "description": "Bewaard. De indiener krijgt een kenmerk, de tijd en een kopie.",
                "headers": _kop("Location"),
                "content": {"application/json": _json("Ontvangst", ontvangst), **pagina},
            },
            "400": onjuist,
            "409": _probleem("SleutelGebruikt"),
            "413": _probleem("TeGroot"),
            "415": _probleem("VreemdMediatype"),
            "default": _probleem("Storing"),
        },
    }


def _lading(goed: dict[str, Any]) -> dict[str, Any]:
    """The kinds of body: a system, a system with files, the form with its script, the form without."""
    bestand = {"title": "Een bestand; het deel heet zoals de id van het bestand in de antwoorden", **TEKST, "format": "binary"}
    delen = {
        "type": "object",
        "description": (
            "Met `inzending` (een heel bericht) of `antwoorden` (van het eigen formulier: de ontvanger maakt het bericht), en een "
            "deel per bestand. Zonder deze twee is het een gewone formulierpost: een deel per vraag, met namen als `stap.veld`, "
            "datums in `.dag`, `.maand` en `.jaar`, en lijsten als `stap.lijst.0.veld`."
        ),
        "properties": {"inzending": wijs("Bericht"), "antwoorden": {"title": "Alleen de antwoorden", "type": "object"}},
        "additionalProperties": bestand,
    }
    codering = {naam: {"contentType": "application/json"} for naam in ("inzending", "antwoorden")}
    post = {
        "type": "object",
        "description": "De gewone formulierpost: een naam per vraag, zoals `stap.veld`.",
        "additionalProperties": {"anyOf": [TEKST, {"type": "array", "items": TEKST}]},
    }
    return {
        "application/cloudevents+json": _json("Bericht", goed),
        "application/json": {"schema": wijs("Bericht")},
        "multipart/form-data": {"schema": delen, "encoding": codering},
        "application/x-www-form-urlencoded": {"schema": post},
    }


def ophalen(formulier: Formulier) -> dict[str, Any]:
    """GET /inzendingen/{kenmerk}."""
    zinnen = [f"`{status}`: {in_taal(formulier.teksten[status], 'nl')}" for status in STATUSSEN if status in formulier.teksten]  # type: ignore[index]
    return {
        "operationId": "haalInzendingOp",
        "tags": ["inzendingen"],
        "summary": "Hoe het met een inzending staat",
        "description": "\n\n".join(["Zonder antwoorden en zonder persoonsgegevens.", *zinnen]),
        "parameters": [{"$ref": "#/components/parameters/Kenmerk"}],
        "responses": {
            "200": {"description": "De status.", "headers": _kop(), "content": {"application/json": _json("Status")}},
            "400": _probleem("Onjuist"),
            "404": _probleem("NietGevonden"),
            "default": _probleem("Storing"),
        },
    }


def beschrijving() -> dict[str, Any]:
    """GET /openapi.json."""
    return {
        "operationId": "haalOpenapiOp",
        "tags": ["beschrijving"],
        "summary": "Dit contract",
        "responses": {
            "200": {
                "description": "Dit contract, als OpenAPI 3.1.",
                "headers": {**_kop(), _CORS: {"description": "Iedereen mag het lezen.", "schema": {"const": "*"}}},
                "content": {"application/json": {"schema": {"type": "object"}}},
            },
            "default": _probleem("Storing"),
        },
    }


def parameters() -> dict[str, Any]:
    """What comes in beside a body."""
    return {
        "IdempotencyKey": {
            "name": "Idempotency-Key",
            "in": "header",
            "required": False,
            "description": "Een eigen nummer voor deze poging, bijvoorbeeld een UUID; gebruik het opnieuw bij een tweede poging.",
            "schema": {**TEKST, "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
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
    return {
        naam: {
            "description": detail,
            "headers": _kop(),
            "content": {
                "application/problem+json": {
                    **_json("Probleem"),
                    "example": {"type": soort, "title": titel, "status": int(status), "detail": detail},
                }
            },
        }
        for naam, (status, soort, titel, detail) in PROBLEMEN.items()
    }
