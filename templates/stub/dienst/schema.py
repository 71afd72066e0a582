"""The published JSON Schema, compiled once: what it says about the envelope of a message, and about the whole.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema_rs

CODES = {
    "required": "verplicht",
    "additionalProperties": "onbekend",
    "const": "keuze",
    "enum": "keuze",
    "pattern": "patroon",
    "format": "patroon",
    "minLength": "lengte",
    "maxLength": "lengte",
    "maxItems": "aantal",
    "minimum": "minimum",
}
_TEKST = {"type": "string", "minLength": 1, "maxLength": 256}
_INDIENER = {
    "type": "object",
    "properties": {naam: _TEKST for naam in ("soort", "middel", "niveau", "nummer")},
    "required": ["soort", "middel"],
    "additionalProperties": False,
}


class Schema:
    """The schema of one role. `heel` is exact; the envelope leaves answers and login to the reference, which says more."""

    def __init__(self, pad: Path) -> None:
        data = json.loads(pad.read_text("utf-8"))
        self.heel = jsonschema_rs.validator_for(data)
        los = copy.deepcopy(data)
        binnen = los["properties"]["data"]
        binnen["properties"] |= {"antwoorden": True, "indiener": _INDIENER}
        binnen.pop("allOf", None)
        self._envelop = jsonschema_rs.validator_for(los, validate_formats=True)

    def gebreken(self, bericht: Any) -> list[tuple[str, str]]:
        """What is wrong with the envelope: path and code."""
        if self._envelop.is_valid(bericht):
            return []
        return sorted({_gebrek(fout, bericht) for fout in self._envelop.iter_errors(bericht)})

    def past(self, bericht: Any) -> bool:
        """Does the whole message follow the published schema?"""
        return self.heel.is_valid(bericht)


def _gebrek(fout: Any, bericht: Any) -> tuple[str, str]:
    pad = [str(deel) for deel in fout.instance_path]
    regel = str(list(fout.schema_path)[-1]) if fout.schema_path else ""
    if regel == "required":
        pad.append(fout.message.split('"')[1])
    return ".".join(pad), CODES.get(regel, "soort")
