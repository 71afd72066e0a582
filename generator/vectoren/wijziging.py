"""The difference between two sets of answers as operations of JSON Patch (RFC 6902)."""

from __future__ import annotations

import copy
from typing import Any

Stap = dict[str, Any]


def verschil(oud: Any, nieuw: Any, pad: str = "") -> list[Stap]:
    """What has to be done to `oud` to get `nieuw`: one operation, at the deepest place that holds the whole difference."""
    if isinstance(oud, dict) and isinstance(nieuw, dict):
        uit = [{"op": "remove", "path": f"{pad}/{_wijs(naam)}"} for naam in oud if naam not in nieuw]
        for naam, waarde in nieuw.items():
            plek = f"{pad}/{_wijs(naam)}"
            uit += verschil(oud[naam], waarde, plek) if naam in oud else [{"op": "add", "path": plek, "value": waarde}]
    elif isinstance(oud, list) and isinstance(nieuw, list) and len(oud) == len(nieuw):
        uit = [stap for i, (a, b) in enumerate(zip(oud, nieuw, strict=True)) for stap in verschil(a, b, f"{pad}/{i}")]
    else:
        uit = [{"op": "replace", "path": pad, "value": nieuw}] if type(oud) is not type(nieuw) or oud != nieuw else []
    return uit if len(uit) < 2 else [{"op": "replace", "path": pad, "value": nieuw}]


def _wijs(sleutel: str) -> str:
    return sleutel.replace("~", "~0").replace("/", "~1")


def pas_toe(antwoorden: Any, wijziging: list[Stap]) -> Any:
    """The answers after the operations."""
    uit = copy.deepcopy(antwoorden)
    for stap in wijziging:
        delen = [d.replace("~1", "/").replace("~0", "~") for d in stap["path"].split("/")[1:]]
        if not delen:
            uit = copy.deepcopy(stap["value"])
            continue
        houder = uit
        for deel in delen[:-1]:
            houder = houder[int(deel)] if isinstance(houder, list) else houder[deel]
        sleutel: Any = int(delen[-1]) if isinstance(houder, list) else delen[-1]
        if stap["op"] == "remove":
            del houder[sleutel]
        else:
            houder[sleutel] = copy.deepcopy(stap["value"])
    return uit
