"""The JSON Schema of the language, for editors: what can stand where, and what it is for.

One schema holds for every file below specs/: one with `blok`, `lijst` or `gemeente` is that, any other is a service.
The explanations are the descriptions of the keys in the models. The docstrings of the models are for programmers; where
a key opens a construct (`groep`, `stap`) or says the kind (`soort`), its description explains the whole.
The schema is never stricter than the reader: a number or `true` without quotes is a text there, and `ja` a yes.
"""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import models_json_schema

from catalogue.dienst import Blok, Dienst, StapRegel, VeldRegel, Waardelijst
from catalogue.invulling import Invulling
from catalogue.soorten import MODELLEN as MODELLEN_PER_SOORT
from catalogue.soorten import SOORTEN
from catalogue.tekst import TAALCODES, Tekst
from catalogue.veld.basis import MATEN, Bronnen, Bronrijen, Conditie, JaNee, Teksten
from catalogue.veld.opties import Opties
from catalogue.veld.vergelijken import VERGELIJKERS

Schema = dict[str, Any]
ADRES = "https://json-schema.org/draft/2020-12/schema"
BESTAND = "taal.schema.json"
MODELLEN = {"blok": Blok, "lijst": Waardelijst, "gemeente": Invulling}
"""What a file is, by a key that only it has; a service has none of these."""
OPENT = ("soort", "groep", "herhaling", "blok", "als", "info", "stap")
"""Keys whose description explains what they stand in."""
GEDEELD = {
    "Tekst": Tekst,
    "Teksten": Teksten,
    "Voorwaarde": Conditie,
    "Bronrijen": Bronrijen,
    "Bron": Bronnen,
    "Opties": Opties,
    "JaNee": JaNee,
    "VeldRegel": VeldRegel,
    "StapRegel": StapRegel,
}
"""What stands in many places: named in the schema, once."""
VERWIJZING = "#/$defs/{model}"
ZOALS = {"1": "number", "12.50": "number", "2026": "number", "true": "boolean"}
"""How another reader takes a text without quotes."""
LOS = {"type": ["string", "number", "boolean"]}
WAARDEN = {"type": "array", "items": LOS}
GELIJK = {"anyOf": [LOS, WAARDEN]}


def ref(naam: str) -> Schema:
    return {"$ref": f"#/$defs/{naam}"}


def dicht(sleutels: Schema) -> Schema:
    """What has these keys and no others."""
    return {"type": "object", "properties": sleutels, "additionalProperties": False}


def vergelijker(woord: str) -> Schema:
    """What may stand behind a comparison: one value, or several where any of them counts."""
    return GELIJK if woord == "niet" else LOS


VOORWAARDEN = {"type": "array", "items": ref("Voorwaarde")}
GEEN_VAN = "Deze voorwaarde klopt niet. Beantwoord met iets anders is {vraag: {niet: waarde}}."
EIGEN: dict[str, Schema] = {
    "Tekst": {"anyOf": [LOS, dicht({taal: LOS for taal in TAALCODES})]},
    "Teksten": {"anyOf": [ref("Tekst"), {"type": "array", "items": ref("Tekst")}]},
    "Voorwaarde": {
        "type": "object",
        "additionalProperties": {"anyOf": [LOS, WAARDEN, ref("Vergelijking")]},
        "properties": {
            "een_van": VOORWAARDEN | {"description": "Minstens één van deze voorwaarden klopt."},
            "alle_van": VOORWAARDEN | {"description": "Al deze voorwaarden kloppen."},
            "niet": ref("Voorwaarde") | {"description": GEEN_VAN},
        },
    },
    "Vergelijking": dicht({woord: vergelijker(woord) | {"description": uitleg} for woord, uitleg in VERGELIJKERS.items()}),
    "Bronrijen": {"anyOf": [LOS, WAARDEN]},
    "Bron": {"anyOf": [ref("Bronrijen"), {"type": "object", "additionalProperties": ref("Bronrijen")}]},
    "Opties": {"anyOf": [{"type": "array", "items": {"anyOf": [LOS, ref("Optie")]}}, ref("Optielijst")]},
    "JaNee": {"enum": ["ja", "nee", True, False, "true", "false"]},
}
"""As a person may write what a model holds: a bare text, one item for a list of one, ja for true."""


def taalschema() -> str:
    """The schema as text."""
    modellen = [(model, "validation") for model in (Dienst, *MODELLEN.values())]
    _, alles = models_json_schema(modellen, ref_template=VERWIJZING)  # type: ignore[arg-type]
    namen = {_vorm(TypeAdapter(soort).json_schema(ref_template=VERWIJZING)): naam for naam, soort in GEDEELD.items()}
    delen = {naam: _zoals_geschreven(_uitgelegd(deel), namen) for naam, deel in alles["$defs"].items()}
    for vorm, naam in namen.items():
        delen[naam] = EIGEN.get(naam) or _zoals_geschreven(json.loads(vorm), {})
    delen["Vergelijking"] = EIGEN["Vergelijking"]
    for soort, feiten in SOORTEN.items():
        _zet_maten(delen[MODELLEN_PER_SOORT[soort].__name__]["properties"], feiten.maten)
    kop = {"$schema": ADRES, "title": "Samenloket: de taal van een specificatie", "type": "object"}
    schema = {**kop, **_keuze(), "$defs": delen}
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _zet_maten(sleutels: Schema, maten: dict[str, Any]) -> None:
    """What holds for a kind of question when nothing is written, for an editor to show."""
    for naam, waarde in maten.items():
        if naam in MATEN and naam in sleutels:
            sleutels[naam]["default"] = waarde


def _keuze() -> Schema:
    """Which model a file must follow: a chain of if, then and else."""
    keuze = ref("Dienst")
    for sleutel, model in reversed(MODELLEN.items()):
        keuze = {"if": {"required": [sleutel]}, "then": ref(model.__name__), "else": keuze}
    return keuze


def _vorm(deel: Schema) -> str:
    """A part without what describes it, as text: to see whether two parts are the same."""
    weg = ("$defs", "title", "default", "description")
    return json.dumps({k: v for k, v in deel.items() if k not in weg}, sort_keys=True)


def _uitgelegd(deel: Schema) -> Schema:
    """A model with the description of the key that opens it, in the place of its docstring."""
    sleutels = deel.get("properties", {})
    opent = next((s for s in OPENT if "const" in sleutels.get(s, {}) or s == next(iter(sleutels), "")), None)
    uitleg = {"description": sleutels[opent]["description"]} if opent else {}
    return {k: v for k, v in deel.items() if k != "description"} | uitleg


def _zoals_geschreven(deel: Any, namen: dict[str, str], is_sleutels: bool = False) -> Any:
    """A part of the schema as a person may write it, with the shared parts by name."""
    if isinstance(deel, list):
        return [_zoals_geschreven(d, namen) for d in deel]
    if not isinstance(deel, dict):
        return deel
    if is_sleutels:
        return {sleutel: _zoals_geschreven(d, namen) for sleutel, d in deel.items()}
    uitleg = {k: deel[k] for k in ("description",) if k in deel}
    if naam := namen.get(_vorm(deel)):
        return ref(naam) | uitleg
    if {"type": "null"} in deel.get("anyOf", ()):
        echt = [d for d in deel["anyOf"] if d != {"type": "null"}]
        return _zoals_geschreven(echt[0] if len(echt) == 1 else {"anyOf": echt}, namen) | uitleg
    over = {k: v for k, v in deel.items() if k not in ("title", "default")}
    return _ruim({k: _zoals_geschreven(v, namen, k in ("properties", "patternProperties")) for k, v in over.items()})


def _ruim(deel: Schema) -> Schema:
    """A single value as YAML may give it: the reader keeps every scalar as it was written."""
    if "patternProperties" in deel:
        return {"additionalProperties": False, **deel}
    if deel.get("type") == "integer":
        return {**deel, "type": ["integer", "string"], "pattern": "^-?[0-9]+$"}
    if deel.get("type") != "string" or "const" in deel or "enum" in deel:
        return deel
    past = {soort for tekst, soort in ZOALS.items() if re.search(deel.get("pattern", ""), tekst)}
    return {**deel, "type": ["string", *sorted(past)]} if past else deel
