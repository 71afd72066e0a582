"""What is wrong with one value by itself, per shape. Each check is made once, when a plan is compiled.

A check takes a value as JSON gave it and returns what is wrong with it, in order: pairs of the path below the question
("" for the question itself) and a code. An empty tuple: nothing.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import Any
from unicodedata import is_normalized

from .moment import is_tijd, tijdvak
from .proeven import PROEVEN
from .tekens import Tekens

Gebreken = tuple[tuple[str, str], ...]
Keur = Callable[[Any], Gebreken]
Maten = Mapping[str, Any]
GOED: Gebreken = ()
SOORT, LENGTE, PATROON, MINIMUM, MAXIMUM, DATUM, PROEF, KEUZE = (
    (("", code),) for code in ("soort", "lengte", "patroon", "minimum", "maximum", "datum", "proef", "keuze")
)
_DAG, _TIJD = "[0-9]{4}-[0-9]{2}-[0-9]{2}", "[0-9]{2}:[0-9]{2}"
_ONVOLLEDIG = f"{_DAG}|[0-9]{{4}}(-[0-9]{{2}})?"
BESTAND = ("id", "naam", "mediatype", "grootte", "sha256")
"""What the description of a file says of it, and nothing else."""
_velden = itemgetter(*BESTAND)


def past(patroon: str) -> Callable[[str], Any]:
    """Does the whole text follow the pattern? With ASCII digits and classes only."""
    return re.compile(patroon, re.ASCII).fullmatch


def maak(maten: Maten, tekens: Tekens) -> Keur:
    """The check of one question: its shape (`vorm`) and measures, those of its kind and its own together."""
    vorm = maten["vorm"]
    return _MET_TEKST[vorm](maten, tekens) if vorm in _MET_TEKST else _MAKERS[vorm](maten)


def is_geheel(w: Any) -> bool:
    """A whole number, also when it is written as `5.0`, as JSON Schema and JavaScript read it; `true` is none."""
    return type(w) is int or (isinstance(w, float) and w.is_integer())


def _tekst(m: Maten, tekens: Tekens) -> Keur:
    """Order of what is said: soort, lengte (blank too), patroon (characters, then the form), proef."""
    minimum, maximum = m.get("minimum", 1), m["maximum"]
    mis = tekens.fout_in_regels if m.get("meer_regels") else tekens.fout_in_regel
    zichtbaar, gewoon = tekens.zichtbaar, tekens.gewoon
    volgt = past(m["patroon"]) if "patroon" in m else None
    klopt = PROEVEN[m["proef"]] if "proef" in m else None

    def keur(w: Any) -> Gebreken:
        if not isinstance(w, str):
            return SOORT
        if not minimum <= len(w) <= maximum:
            return LENGTE
        if not gewoon(w):
            if not zichtbaar(w):
                return LENGTE
            if mis(w) or not is_normalized("NFC", w):
                return PATROON
        if volgt is not None and not volgt(w):
            return PATROON
        return GOED if klopt is None or klopt(w) else PROEF

    return keur


def _grens(maat: Any) -> float | None:
    """A measure as a number; None for one that is left open.

    A number has nine digits before its point and four behind it at the most: as a float it is told apart from every other.
    """
    return None if maat is None or str(maat).startswith("<") else float(maat)


def _getal(m: Maten) -> Keur:
    minimum, maximum = _grens(m.get("minimum")), _grens(m.get("maximum"))
    laag = None if minimum is None else int(minimum)
    hoog = None if maximum is None else int(maximum)

    def keur(w: Any) -> Gebreken:
        if not is_geheel(w):
            return SOORT
        if laag is not None and w < laag:
            return MINIMUM
        return MAXIMUM if hoog is not None and w > hoog else GOED

    return keur


def _decimaal(m: Maten) -> Keur:
    minimum, maximum = _grens(m.get("minimum")), _grens(m.get("maximum"))
    volgt = past(decimaalpatroon(m["decimalen"], m.get("decimalen_minstens", 0)))

    def keur(w: Any) -> Gebreken:
        if not isinstance(w, str):
            return SOORT
        if not volgt(w):
            return PATROON
        getal = float(w)
        if not getal and w[0] == "-":
            return PATROON
        if minimum is not None and getal < minimum:
            return MINIMUM
        return MAXIMUM if maximum is not None and getal > maximum else GOED

    return keur


def decimaalpatroon(decimalen: int, minstens: int) -> str:
    """A number as text: at most nine digits before the point, and so many behind it."""
    achter = rf"\.[0-9]{{{max(minstens, 1)},{decimalen}}}"
    return rf"-?(0|[1-9][0-9]{{0,8}})({achter})" if minstens else rf"-?(0|[1-9][0-9]{{0,8}})({achter})?"


def _moment(m: Maten) -> Keur:
    if m["deel"] == "tijd":
        return _vorm_en_bestaan(past(_TIJD), is_tijd)
    if m["deel"] == "dagtijd":
        return _vorm_en_bestaan(past(f"{_DAG}T{_TIJD}"), tijdvak)
    return _vorm_en_bestaan(past(_ONVOLLEDIG if m.get("onvolledig") else _DAG), tijdvak)


def _vorm_en_bestaan(volgt: Callable[[str], Any], bestaat: Callable[[str], Any]) -> Keur:
    def keur(w: Any) -> Gebreken:
        if not isinstance(w, str):
            return SOORT
        if not volgt(w):
            return PATROON
        return GOED if bestaat(w) else DATUM

    return keur


def _waar(m: Maten) -> Keur:
    ja, nee = True in m["waarden"], False in m["waarden"]
    return lambda w: GOED if (w is True and ja) or (w is False and nee) else SOORT


def _keuze(_: Maten) -> Keur:
    return lambda w: GOED if isinstance(w, str) else SOORT


def _keuzes(m: Maten) -> Keur:
    minimum, maximum = m["minimum"], m.get("maximum")

    def keur(w: Any) -> Gebreken:
        if not isinstance(w, list) or not all(isinstance(code, str) for code in w):
            return SOORT
        dubbel = (("", "dubbel"),) if len(set(w)) != len(w) else GOED
        te_weinig_of_veel = len(w) < minimum or (maximum is not None and len(w) > maximum)
        return (*dubbel, ("", "aantal")) if te_weinig_of_veel else dubbel

    return keur


def _delen(m: Maten, tekens: Tekens) -> Keur:
    keuren = {deel["id"]: (deel["verplicht"], _tekst(deel, tekens)) for deel in m["delen"]}

    def keur(w: Any) -> Gebreken:
        if not isinstance(w, dict):
            return SOORT
        uit: list[tuple[str, str]] = []
        for naam, (verplicht, van_deel) in keuren.items():
            if naam in w:
                uit += [(naam, code) for _, code in van_deel(w[naam])]
            elif verplicht:
                uit.append((naam, "verplicht"))
        uit += [(naam, "onbekend") for naam in w if naam not in keuren]
        return tuple(uit)

    return keur


def _bestanden(m: Maten, tekens: Tekens) -> Keur:
    minimum, maximum = m["minimum"], m["maximum"]
    bestand = _bestand(m, tekens)

    def keur(w: Any) -> Gebreken:
        if not isinstance(w, list):
            return SOORT
        uit = [] if minimum <= len(w) <= maximum else [("", "aantal")]
        for nummer, b in enumerate(w):
            code = bestand(b)
            if code:
                uit.append((f"[{nummer}]", code))
        if len(w) > 1 and _twee_keer(b["id"] for b in w if isinstance(b, dict) and isinstance(b.get("id"), str)):
            uit.append(("", "dubbel"))
        return tuple(uit)

    return keur


def _twee_keer(ids: Iterable[str]) -> bool:
    lijst = list(ids)
    return len(set(lijst)) != len(lijst)


def _bestand(m: Maten, tekens: Tekens) -> Callable[[Any], str | None]:
    """The code of what is wrong with the description of one file."""
    typen, grootste, langste = m.get("typen"), (m.get("grootte") or math.inf) * m["mb"], m["naamlengte"]
    volgt_id, volgt_som = past(m["vormen"]["id"]), past(m["vormen"]["sha256"])
    gewoon, zichtbaar, mis = tekens.gewoon, tekens.zichtbaar, tekens.fout_in_regel

    def bestand(b: Any) -> str | None:
        try:
            id, naam, mediatype, grootte, som = _velden(b)
        except (KeyError, TypeError, IndexError):
            return "soort"
        if len(b) != len(BESTAND):
            return "soort"
        if not (isinstance(id, str) and isinstance(naam, str) and isinstance(mediatype, str) and isinstance(som, str)):
            return "soort"
        if type(grootte) is not int and not is_geheel(grootte):
            return "soort"
        if typen and mediatype not in typen or not 1 <= grootte <= grootste or not volgt_id(id) or not volgt_som(som):
            return "bestand"
        heet_goed = gewoon(naam) or (zichtbaar(naam) and not mis(naam))
        return None if len(naam) <= langste and heet_goed else "bestand"

    return bestand


_MAKERS: dict[str, Callable[[Maten], Keur]] = {
    "getal": _getal,
    "decimaal": _decimaal,
    "moment": _moment,
    "waar": _waar,
    "keuze": _keuze,
    "keuzes": _keuzes,
}
_MET_TEKST: dict[str, Callable[[Maten, Tekens], Keur]] = {"tekst": _tekst, "delen": _delen, "bestanden": _bestanden}
