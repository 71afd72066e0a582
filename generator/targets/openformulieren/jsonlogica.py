"""Pieces of JSON Logic that say the same wherever Open Formulieren runs them: in a browser, and on its server from 3.4 to 4.0.

`and` and `or` look at all their parts there, so each part must bear a value that is missing. A missing value is null, and on 4.0
something else again, unless the `var` says what stands in for it. A date or a time is a text in a browser and none on the server.
"""

from __future__ import annotations

from typing import Any

Logica = dict[str, Any] | bool
TEKENS = {"meer_dan": ">", "na": ">", "minder_dan": "<", "voor": "<", "vanaf": ">=", "tot_en_met": "<="}
_TOT_NU_TOE, _DIT = {"var": "accumulator"}, {"var": "current"}


def is_getal(plek: str) -> Logica:
    """A number was filled in: zero is one."""
    hier = {"var": [plek, None]}
    return {"and": [{"!==": [hier, None]}, {"!==": [hier, ""]}]}


def een_van(waarde: Any, waarden: list[Any]) -> Logica:
    """It is one of these texts, also when the server made it a date or a time."""
    return {"or": [{"==": [waarde, een]} for een in waarden]}


def rijen(plek: str) -> Logica:
    """The number of rows of a repeat, or of files."""
    return {"reduce": [{"var": plek}, {"+": [_TOT_NU_TOE, 1]}, 0]}


def ingevuld(plek: str) -> Logica:
    """The number of texts in a list that are not empty."""
    return {"reduce": [{"var": plek}, {"+": [_TOT_NU_TOE, {"if": [_DIT, 1, 0]}]}, 0]}


def aangevinkt(plek: str, codes: list[str]) -> Logica:
    """The number of boxes that are ticked: their value is yes or no per code."""
    return {"+": [0, *({"if": [{"var": f"{plek}.{code}"}, 1, 0]} for code in codes)]}


def staat_in(plek: str, waarden: list[Any]) -> Logica:
    """One of these stands in a list of texts."""
    return {"or": [{"in": [waarde, {"var": plek}]} for waarde in waarden]}
