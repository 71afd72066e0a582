"""What is said about a fault: the text of the plan for its code and kind, with the name and the measures filled in.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CODES = (
    "verplicht",
    "onbekend",
    "verborgen",
    "soort",
    "lengte",
    "patroon",
    "minimum",
    "maximum",
    "keuze",
    "aantal",
    "dubbel",
    "proef",
    "vergelijking",
    "datum",
    "bestand",
    "stop",
)
"""Every code that a fault can have: the closed list of the contract."""
Melding = dict[str, str]
_VOORBEELD = {"nl": "bijvoorbeeld", "en": "for example"}
_TOT = {"nl": "tot", "en": "to"}
_GELIJK = ("lengte", "aantal")
"""Codes whose text gives a range: of one number when both ends are the same."""


def melding(
    teksten: Mapping[str, Melding],
    code: str,
    soort: str,
    naam: Mapping[str, str],
    maten: Mapping[str, Any] | None = None,
) -> Melding:
    """The text in every language. `soort`: a kind of question, or stap, groep, herhaling, inloggen; `naam`: the question."""
    sjabloon = teksten.get(f"{code}/{soort}") or teksten[code]
    return {taal: vul(zin, code, taal, naam.get(taal) or naam.get("nl", ""), maten or {}) for taal, zin in sjabloon.items()}


def vul(zin: str, code: str, taal: str, naam: str, maten: Mapping[str, Any]) -> str:
    """One text with its name and measures. `{voorbeeld}` brings its own words."""
    woorden = {"minimum": 1, "maximum": "", "voorbeeld": "", "typen": "", "grootte": "", **maten}
    if woorden["voorbeeld"]:
        woorden["voorbeeld"] = f", {_VOORBEELD.get(taal, _VOORBEELD['nl'])} {woorden['voorbeeld']}"
    if code in _GELIJK and woorden["minimum"] == woorden["maximum"]:
        zin = zin.replace(f" {{minimum}} {_TOT.get(taal, _TOT['nl'])} {{maximum}} ", " {minimum} ")
    woorden["naam"] = naam.rstrip(" ?.:")
    for naam_, waarde in woorden.items():
        zin = zin.replace(f"{{{naam_}}}", str(waarde))
    return zin
