"""The schemas of the contract: the submission and its answers per role, the receipt, the status and the problem."""

from __future__ import annotations

import re
from typing import Any

from catalogue.formulier import Formulier
from catalogue.oordeel import CODES
from generator.dialect.jsonschema import TEKST, Schema
from generator.targets.schema.inzending import bedrag, gesloten, kort, tijdstip
from generator.targets.schema.inzending import schema as berichtschema
from generator.targets.schema.waarde import elk_bestand, leesbaar

KENMERK = "^[A-Za-z0-9-]{1,64}$"
STATUSSEN = ("ontvangen", "in_behandeling", "wacht_op_ander", "afgehandeld", "afgewezen")
_EIGEN = "#/$defs/"
_OPERATIE = re.compile("put|post|patch")
_VAST = ("Inzending", "Antwoorden", "Bericht", "BerichtMetBestanden", "Ontvangst", "Status", "Probleem", "Fout", "Tekst", "Betaalregel", "Bestand")


def pascal(naam: str) -> str:
    """A name as the schemas of a contract are called."""
    return naam[:1].upper() + naam[1:]


def wijs(naam: str) -> dict[str, Any]:
    """A reference to a schema of the contract."""
    return {"$ref": f"#/components/schemas/{naam}"}


def schemas(formulier: Formulier, sha256: str) -> dict[str, Schema]:
    """Every schema of the contract, by name."""
    vormen: dict[str, Schema] = {}
    eigen: dict[str, Schema] = {}
    for rol in formulier.rollen:
        achter = "" if rol == "indiener" else pascal(rol)
        bericht = berichtschema(formulier, rol, vormen, sha256)
        data = bericht["properties"]["data"]["properties"]
        eigen[f"Antwoorden{achter}"] = per_stap(data["antwoorden"], eigen)
        data["antwoorden"] = wijs(f"Antwoorden{achter}")
        eigen[f"Inzending{achter}"] = bericht
    leesbare = [leesbaar(formulier, regels=regels) for regels in (False, True)]
    teksten: dict[str, Any] = {f"{_EIGEN}{naam}": vorm for naam, vorm in vormen.items() if vorm in leesbare}
    eigen = {naam: _uitgeschreven(vorm, teksten) for naam, vorm in eigen.items()}
    vormen = {naam: _uitgeschreven(vorm, teksten) for naam, vorm in vormen.items() if vorm not in leesbare}
    namen = {naam: pascal(naam) + ("Keuze" if pascal(naam) in (*_VAST, *eigen) else "") for naam in vormen}
    alles = {**eigen, **{namen[naam]: vorm for naam, vorm in sorted(vormen.items())}}
    return {naam: _leesbaar(vorm, namen) for naam, vorm in alles.items()} | _antwoord(formulier)


def per_stap(antwoorden: Schema, eigen: dict[str, Schema]) -> Schema:
    """The answers with each step as a schema of its own: a client names its classes after them, and an id stays where a title changes."""
    return {**antwoorden, "properties": {stap: _benoem(f"Stap{pascal(stap)}", vorm, eigen) for stap, vorm in antwoorden["properties"].items()}}


def _benoem(naam: str, vorm: Schema, eigen: dict[str, Schema]) -> Schema:
    """An object, or the objects of a list, as a schema with this name, put in `eigen`; anything else as it is. So is what would get a
    name that is taken: step `a` with group `bC`, and step `aB` with group `c`."""
    if isinstance(vorm, bool):
        return vorm
    if "items" in vorm:
        return {**vorm, "items": _benoem(f"{naam}Deel", vorm["items"], eigen)}
    if "properties" not in vorm or naam in eigen:
        return vorm
    eigen[naam] = {}
    eigen[naam] = {**vorm, "properties": {lid: _benoem(naam + pascal(lid), deel, eigen) for lid, deel in vorm["properties"].items()}}
    return wijs(naam)


def rollen(formulier: Formulier, wat: str) -> Schema:
    """The schema of any role."""
    alle = [wijs(wat + ("" if rol == "indiener" else pascal(rol))) for rol in formulier.rollen]
    return alle[0] if len(alle) == 1 else {"anyOf": alle}


def _uitgeschreven(schema: Any, teksten: dict[str, Any]) -> Any:
    """A schema with the shared texts, by reference, written out: makers of clients read a reference or what stands beside it, not both."""
    if isinstance(schema, list):
        return [_uitgeschreven(deel, teksten) for deel in schema]
    if not isinstance(schema, dict):
        return schema
    uit = {sleutel: _uitgeschreven(waarde, teksten) for sleutel, waarde in schema.items()}
    if str(uit.get("$ref")) not in teksten:
        return uit
    gedeeld = {sleutel: waarde for sleutel, waarde in teksten[uit.pop("$ref")].items() if sleutel != "description"}
    beide = {"allOf": [{"pattern": gedeeld["pattern"]}]} if "pattern" in uit else {}
    return {**gedeeld, **uit, **beide}


def _leesbaar(schema: Schema, namen: dict[str, str]) -> dict[str, Any]:
    """A schema as OpenAPI tools read it: references to schemas of the contract, an object for true and false, items for a list."""
    if isinstance(schema, bool):
        return {} if schema else {"not": {}}
    uit = {sleutel: _deel(sleutel, waarde, namen) for sleutel, waarde in schema.items()}
    if uit.get("$ref", "").startswith(_EIGEN):
        uit |= wijs(namen[uit["$ref"].removeprefix(_EIGEN)])
    if uit.get("type") == "array":
        uit.setdefault("items", {})
    return uit


def _deel(sleutel: str, waarde: Any, namen: dict[str, str]) -> Any:
    """The value of a keyword, with the schemas in it made readable."""
    if sleutel in ("properties", "patternProperties"):
        return {naam: _lid(naam, lid, namen) for naam, lid in waarde.items()}
    if sleutel in ("allOf", "anyOf", "oneOf"):
        return [_leesbaar(deel, namen) for deel in waarde]
    if sleutel in ("if", "then", "else", "not", "items", "contains", "propertyNames"):
        return _leesbaar(waarde, namen)
    return waarde


def _lid(naam: str, lid: Schema, namen: dict[str, str]) -> Schema:
    """The schema of a member. True and false stay, for `nlgov:specify-format-for-date-and-time` asks a format of an object;
    but not where `nlgov:problem-invalid-input` takes the name for that of an operation and asks an object."""
    return lid if isinstance(lid, bool) and not _OPERATIE.search(naam) else _leesbaar(lid, namen)


def _antwoord(formulier: Formulier) -> dict[str, Schema]:
    status: dict[str, Schema] = {
        "kenmerk": {"title": "Het kenmerk, dat de indiener bewaart en niemand kan raden", **TEKST, "pattern": KENMERK},
        "ontvangenOp": tijdstip("Wanneer het bericht is bewaard"),
        "dienst": {"const": formulier.dienst},
        "versie": kort("De uitgave van de dienst", 40),
        "rol": {"enum": formulier.rollen},
        "status": {"enum": list(STATUSSEN)},
    }
    bewaard: dict[str, Schema] = {
        "sha256": {"title": "SHA-256 van het bewaarde bericht", **TEKST, "pattern": "^[0-9a-f]{64}$"},
        "antwoorden": {"title": "Precies de antwoorden die bewaard zijn", **rollen(formulier, "Antwoorden")},
        "bijlagen": {"type": "array", "items": wijs("Bestand")},
        "waarschuwingen": {"type": "array", "items": wijs("Fout")},
        "teBetalen": {"type": "array", "items": wijs("Betaalregel")},
    }
    bedragen = {naam: {"title": titel, "oneOf": [bedrag("In euro"), {"type": "null"}]} for naam, titel in (("bedrag", "Per stuk"), ("totaal", "Samen"))}
    regel = {"kosten": kort("Welke kosten", 60), "omschrijving": wijs("Tekst"), "aantal": {"type": "integer", "minimum": 1}, **bedragen}
    return {
        "Bericht": rollen(formulier, "Inzending"),
        "BerichtMetBestanden": _met_bestanden(),
        "Ontvangst": gesloten({**status, **bewaard}, titel="De ontvangstbevestiging, met een kopie van wat is bewaard"),
        "Status": gesloten(status, titel="Hoe het met een inzending staat; zonder antwoorden"),
        "Bestand": elk_bestand(formulier),
        "Betaalregel": gesloten(regel, titel="Een regel om te betalen; null als het bedrag nog niet is vastgesteld"),
        "Probleem": _probleem(),
        "Fout": _fout(),
        "Tekst": {"title": "Een tekst per taal", "type": "object", "properties": {"nl": TEKST, "en": TEKST}, "required": ["nl"], "additionalProperties": TEKST},
    }


def _met_bestanden() -> Schema:
    """The parts of a multipart body."""
    return {
        "title": "Een bericht, of alleen de antwoorden, met de bestanden ernaast",
        "type": "object",
        "description": (
            "Precies één van twee: `inzending` is een heel bericht, `antwoorden` zijn alleen de antwoorden van de indiener; de "
            "ontvanger maakt daar het bericht van. Elk bestand dat in de antwoorden staat, is een deel dat heet zoals de `id` "
            "van dat bestand."
        ),
        "properties": {"inzending": wijs("Bericht"), "antwoorden": wijs("Antwoorden")},
        "oneOf": [{"required": ["inzending"]}, {"required": ["antwoorden"]}],
        "additionalProperties": {"title": "Een bestand", **TEKST, "contentMediaType": "application/octet-stream"},
    }


def _probleem() -> Schema:
    fouten = {"type": "array", "items": wijs("Fout")}
    eigen: dict[str, Schema] = {
        "type": {"title": "Welk soort probleem", **TEKST, "format": "uri-reference"},
        "title": {"title": "Het probleem in het kort", **TEKST},
        "status": {"title": "De HTTP-status", "type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"title": "Wat er nu aan de hand is, en wat helpt", **TEKST},
        "instance": {"title": "Dit ene geval", **TEKST, "format": "uri-reference"},
        "fouten": {"title": "Alle fouten in de antwoorden, in de volgorde van het formulier", **fouten},
        "waarschuwingen": {"title": "Wat opvalt, maar niet fout is", **fouten},
    }
    return gesloten(eigen, niet_verplicht=("instance", "fouten", "waarschuwingen"), titel="Een probleem (RFC 9457)")


def _fout() -> Schema:
    eigen: dict[str, Schema] = {
        "pad": {"title": "Waar: stap.veld, of stap.lijst[0].veld", **TEKST},
        "code": {"enum": list(CODES)},
        "melding": wijs("Tekst"),
    }
    return gesloten(eigen, titel="Een fout, met wat de indiener kan doen")
