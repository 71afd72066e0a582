"""A value of ours as Open Formulieren holds it, where a condition compares with it."""

from __future__ import annotations

import itertools
from typing import Any

from catalogue.formulier import Vraag
from catalogue.soorten.postcode import PATROON
from catalogue.veld.patroon import past

ADRESDELEN = {"postcode": "postcode", "huisnummer": "houseNumber", "huisletter": "houseLetter", "toevoeging": "houseNumberAddition", "straat": "streetName", "plaats": "city"}
"""The parts of an address, as the component addressNL has them."""


def zelf(waarde: Any) -> list[Any]:
    """The value as it is."""
    return [waarde]


def akkoord(waarde: Any) -> list[Any]:
    """A box that is ticked; one that is not has no value of ours."""
    return [True] if waarde is True else []


def ja_nee(waarde: Any) -> list[Any]:
    """Yes and no are the words of two radio buttons."""
    return ["ja" if waarde else "nee"]


def getal(waarde: Any) -> list[Any]:
    """A number as text becomes a number."""
    return [float(waarde)] if str(waarde).replace(".", "", 1).removeprefix("-").isdigit() else []


def tijd(waarde: Any) -> list[Any]:
    """A time with and without its seconds."""
    return [waarde, f"{waarde}:00"]


def postcodes(tekst: str) -> list[str]:
    """A postcode with and without a space, in large and in small letters: each may be typed."""
    if not past(PATROON, tekst):
        return []
    letters = ["".join(paar) for paar in itertools.product(*({een.upper(), een.lower()} for een in tekst[4:]))]
    return [f"{tekst[:4]}{tussen}{einde}" for tussen in ("", " ") for einde in sorted(letters)]


def codes_van(vraag: Any) -> list[str]:
    """The codes that a question offers here; none when the options come from elsewhere, and its component is a text."""
    return [keus.code for keus in vraag.opties] if isinstance(vraag, Vraag) and not vraag.open_lijst else []
