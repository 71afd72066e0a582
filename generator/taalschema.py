"""The JSON Schema of the language, for editors: what can stand where, with the descriptions of the models."""

from __future__ import annotations

import json
from typing import Any

from catalogue.dienst import Dienst

ADRES = "https://json-schema.org/draft/2020-12/schema"
BESTAND = "taal.schema.json"


def taalschema() -> str:
    """The schema as text. Scalars may be written without quotes, so numbers and booleans are texts here too."""
    schema = Dienst.model_json_schema(mode="validation")
    schema = {"$schema": ADRES, "title": "Samenloket: de taal van een dienst", **{k: v for k, v in schema.items() if k != "title"}}
    return json.dumps(_ruimer(schema), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _ruimer(deel: Any, naam: str = "") -> Any:
    """As a person writes it: `ja` for true, a bare text for a text in Dutch, one item for a list of one."""
    if isinstance(deel, list):
        return [_ruimer(d) for d in deel]
    if not isinstance(deel, dict):
        return deel
    if naam == "properties":
        return {sleutel: _ruimer(waarde) for sleutel, waarde in deel.items()}
    uit = {sleutel: _ruimer(waarde, sleutel) for sleutel, waarde in deel.items() if sleutel not in ("title", "default")}
    if uit.get("type") == "boolean":
        return {**{k: v for k, v in uit.items() if k != "type"}, "enum": ["ja", "nee", True, False]}
    if uit.get("type") == "object" and "propertyNames" in uit and "additionalProperties" in uit:
        return {**{k: v for k, v in uit.items() if k in ("description",)}, "anyOf": [{"type": "string"}, {k: v for k, v in uit.items() if k != "description"}]}
    if uit.get("type") == "string" and not {"const", "enum"} & set(uit):
        return {**uit, "type": ["string", "number", "boolean"]}
    return uit
