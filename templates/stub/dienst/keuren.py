"""What is wrong with one value by itself, per kind of question. Each check is made once, when the service starts.

A check takes a value as JSON gave it and returns what is wrong with it, in order: pairs of the path below the question
("" for the question itself) and a code. An empty tuple: nothing.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from .moment import is_datum, is_datumtijd, is_tijd
from .proeven import PROEVEN

Gebreken = tuple[tuple[str, str], ...]
Keur = Callable[[Any], Gebreken]
GOED: Gebreken = ()
SOORT, LENGTE, PATROON = ((("", code),) for code in ("soort", "lengte", "patroon"))
MINIMUM, MAXIMUM, DATUM, PROEF = ((("", code),) for code in ("minimum", "maximum", "datum", "proef"))
MB = 1_000_000
LEEG = " \t\r\n"
_BEDRAG = r"-?(0|[1-9][0-9]{0,8})\.[0-9]{2}"
_NUL = re.compile(r"-0(\.0+)?")
_DAG, _TIJD = r"[0-9]{4}-[0-9]{2}-[0-9]{2}", r"[0-9]{2}:[0-9]{2}"
_POSTCODE = r"[1-9][0-9]{3}[A-Z]{2}"
VORMEN: dict[str, tuple[str, int, str | None]] = {
    "bsn": (r"[0-9]{9}", 9, "11-proef"),
    "postcode": (_POSTCODE, 6, None),
    "email": (r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}", 254, None),
    "telefoon": (r"\+?[0-9]{8,15}", 16, None),
    "iban": (r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", 34, "97-proef"),
    "kenteken": (r"[A-Z0-9]{6}", 6, None),
    "kvk": (r"[0-9]{8}", 8, None),
}
"""Kinds of one fixed form: the pattern, the greatest length, the named check."""
ADRES: dict[str, tuple[bool, int, str | None]] = {
    "postcode": (True, 6, _POSTCODE),
    "huisnummer": (True, 5, r"[1-9][0-9]{0,4}"),
    "huisletter": (False, 1, r"[A-Za-z]"),
    "toevoeging": (False, 4, r"[A-Za-z0-9-]{1,4}"),
    "straat": (False, 80, None),
    "plaats": (False, 80, None),
}
BESTAND = {
    "id": r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    "sha256": r"[0-9a-f]{64}",
}
SLEUTELS = frozenset({"id", "naam", "mediatype", "grootte", "sha256"})


def maak(vraag: dict[str, Any]) -> Keur:
    """The check of one question of the plan."""
    soort = vraag["soort"]
    if soort in VORMEN:
        patroon, lengte, proef = VORMEN[soort]
        return _vorm(patroon, vraag.get("maximum", lengte), proef)
    return _MAKERS[soort](vraag)


def past(patroon: str) -> Callable[[str], Any]:
    """Does the whole text follow the pattern? With ASCII digits and classes only."""
    return re.compile(patroon, re.ASCII).fullmatch


def _tekst(v: dict[str, Any]) -> Keur:
    minimum, maximum = v["minimum"], v["maximum"]
    volgt = past(v["patroon"]) if v.get("patroon") else None

    def keur(w: Any) -> Gebreken:
        if not isinstance(w, str):
            return SOORT
        if not minimum <= len(w) <= maximum or not w.strip(LEEG):
            return LENGTE
        return GOED if volgt is None or volgt(w) else PATROON

    return keur


def _vorm(patroon: str, lengte: int, proef: str | None) -> Keur:
    volgt, klopt = past(patroon), PROEVEN[proef] if proef else None

    def keur(w: Any) -> Gebreken:
        if not isinstance(w, str):
            return SOORT
        if volgt(w) and len(w) <= lengte:
            return GOED if klopt is None or klopt(w) else PROEF
        return LENGTE if len(w) > lengte or not w.strip(LEEG) else PATROON

    return keur


def _geheel(w: Any) -> bool:
    """A whole number, also when it is written as `5.0`, as JSON Schema and JavaScript read it."""
    return not isinstance(w, bool) and (isinstance(w, int) or (isinstance(w, float) and w.is_integer()))


def _getal(v: dict[str, Any]) -> Keur:
    if v.get("decimalen"):
        return _decimaal(rf"-?(0|[1-9][0-9]{{0,8}})(\.[0-9]{{1,{v['decimalen']}}})?", v)
    minimum = v["minimum"] if isinstance(v["minimum"], int) else None
    maximum = v["maximum"] if isinstance(v["maximum"], int) else None

    def keur(w: Any) -> Gebreken:
        if not _geheel(w):
            return SOORT
        if minimum is not None and w < minimum:
            return MINIMUM
        return MAXIMUM if maximum is not None and w > maximum else GOED

    return keur


def _decimaal(patroon: str, v: dict[str, Any]) -> Keur:
    volgt = past(patroon)
    minimum, maximum = (None if str(g).startswith("<") else Decimal(g) for g in (v["minimum"], v["maximum"]))

    def keur(w: Any) -> Gebreken:
        if not isinstance(w, str):
            return SOORT
        if not volgt(w) or _NUL.fullmatch(w):
            return PATROON
        getal = Decimal(w)
        if minimum is not None and getal < minimum:
            return MINIMUM
        return MAXIMUM if maximum is not None and getal > maximum else GOED

    return keur


def _moment(patroon: str, bestaat: Callable[[str], bool]) -> Keur:
    volgt = past(patroon)

    def keur(w: Any) -> Gebreken:
        if not isinstance(w, str):
            return SOORT
        if not volgt(w):
            return PATROON
        return GOED if bestaat(w) else DATUM

    return keur


def _datum(v: dict[str, Any]) -> Keur:
    return _moment(rf"{_DAG}|[0-9]{{4}}(-[0-9]{{2}})?" if v.get("onvolledig") else _DAG, is_datum)


def _meerkeuze(v: dict[str, Any]) -> Keur:
    minimum, maximum = v["minimum"], v.get("maximum")

    def keur(w: Any) -> Gebreken:
        if not isinstance(w, list) or not all(isinstance(code, str) for code in w):
            return SOORT
        dubbel = (("", "dubbel"),) if len(set(w)) != len(w) else GOED
        past_niet = len(w) < minimum or (maximum is not None and len(w) > maximum)
        return (*dubbel, ("", "aantal")) if past_niet else dubbel

    return keur


def _adres(_: dict[str, Any]) -> Keur:
    delen = {naam: (moet, lengte, past(vorm) if vorm else None) for naam, (moet, lengte, vorm) in ADRES.items()}

    def keur(w: Any) -> Gebreken:
        if not isinstance(w, dict):
            return SOORT
        uit = []
        for naam, (moet, lengte, volgt) in delen.items():
            if naam in w:
                deel = w[naam]
                if not isinstance(deel, str):
                    uit.append((naam, "soort"))
                elif len(deel) > lengte or not deel.strip(LEEG):
                    uit.append((naam, "lengte"))
                elif volgt and not volgt(deel):
                    uit.append((naam, "patroon"))
            elif moet:
                uit.append((naam, "verplicht"))
        uit += [(naam, "onbekend") for naam in w if naam not in delen]
        return tuple(uit)

    return keur


def _upload(v: dict[str, Any]) -> Keur:
    minimum, maximum, typen, grootte = v["minimum"], v["maximum"], frozenset(v["typen"]), (v.get("grootte") or 0) * MB
    vormen = {sleutel: past(patroon) for sleutel, patroon in BESTAND.items()}

    def bestand(b: Any) -> str | None:
        if not isinstance(b, dict) or b.keys() != SLEUTELS or not _geheel(b["grootte"]):
            return "soort"
        if not all(isinstance(b[k], str) for k in ("id", "naam", "mediatype", "sha256")):
            return "soort"
        vorm = all(volgt(b[k]) for k, volgt in vormen.items()) and b["naam"].strip(LEEG) and len(b["naam"]) <= 200
        return None if vorm and b["mediatype"] in typen and 1 <= b["grootte"] <= grootte else "bestand"

    def keur(w: Any) -> Gebreken:
        if not isinstance(w, list):
            return SOORT
        uit = [] if minimum <= len(w) <= maximum else [("", "aantal")]
        uit += [(f"[{n}]", code) for n, b in enumerate(w) if (code := bestand(b))]
        ids = [b["id"] for b in w if isinstance(b, dict) and isinstance(b.get("id"), str)]
        return tuple(uit) if len(set(ids)) == len(ids) else (*uit, ("", "dubbel"))

    return keur


_MAKERS: dict[str, Callable[[dict[str, Any]], Keur]] = {
    "tekst": _tekst,
    "tekstvlak": _tekst,
    "getal": _getal,
    "bedrag": lambda v: _decimaal(_BEDRAG, v),
    "ja-nee": lambda v: lambda w: GOED if isinstance(w, bool) else SOORT,
    "akkoord": lambda v: lambda w: GOED if w is True else SOORT,
    "keuze": lambda v: lambda w: GOED if isinstance(w, str) else SOORT,
    "meerkeuze": _meerkeuze,
    "datum": _datum,
    "tijd": lambda v: _moment(_TIJD, is_tijd),
    "datumtijd": lambda v: _moment(f"{_DAG}T{_TIJD}", is_datumtijd),
    "adres": _adres,
    "upload": _upload,
}
