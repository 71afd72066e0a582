"""A value of ours as Open Formulieren holds it, where a condition compares with it."""

from __future__ import annotations

import itertools
from typing import Any

from catalogue.formulier import Vraag
from catalogue.soorten.postcode import PATROON
from catalogue.veld.patroon import past

ADRESDELEN = {"postcode": "postcode", "huisnummer": "houseNumber", "huisletter": "houseLetter", "toevoeging": "houseNumberAddition", "straat": "streetName", "plaats": "city"}
"""The parts of an address, as the component addressNL has them."""


def als_waarden(soort: str, waarde: Any) -> list[Any]:
    """A value of ours in every way that a component may hold it; none when it never does."""
    if soort == "akkoord":
        return [True] if waarde is True else []
    if isinstance(waarde, bool):
        return ["ja" if waarde else "nee"]
    if soort in ("bedrag", "decimaal"):
        return [float(waarde)] if str(waarde).replace(".", "", 1).removeprefix("-").isdigit() else []
    if soort == "tijd":
        return [waarde, f"{waarde}:00"]
    return _postcodes(waarde) if soort == "postcode" else [waarde]


def _postcodes(tekst: str) -> list[str]:
    """A postcode with and without a space, in large and in small letters: each may be typed."""
    if not past(PATROON, tekst):
        return []
    letters = ["".join(paar) for paar in itertools.product(*({een.upper(), een.lower()} for een in tekst[4:]))]
    return [f"{tekst[:4]}{tussen}{einde}" for tussen in ("", " ") for einde in sorted(letters)]


def codes_van(vraag: Any) -> list[str]:
    """The codes that a question offers here; none when the options come from elsewhere, and its component is a text."""
    return [keus.code for keus in vraag.opties] if isinstance(vraag, Vraag) and not vraag.open_lijst else []
