"""Judging a Formulier, or a condition that stands alone, with the judge of `catalogue.oordeel`: there is no other in Python."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from catalogue.formulier import Formulier
from catalogue.oordeel import Omstandigheden, Oordeel, Plan, voorwaarde
from catalogue.oordeel import beoordeel as _beoordeel
from catalogue.oordeel.werkdagen import GELIJKGESTELD
from catalogue.plan import maak_plan
from catalogue.planvoorwaarde import als_data, grens, letter
from catalogue.soorten import SOORTEN
from catalogue.voorwaarde import Grens

Lees = Callable[[str], Any]
_KLAAR: dict[int, tuple[Formulier, Plan]] = {}
_MEESTE = 64


def rechter(formulier: Formulier) -> Plan:
    """The compiled plan of a Formulier, made once for as long as it is in use."""
    klaar = _KLAAR.get(id(formulier))
    if klaar is None:
        if len(_KLAAR) >= _MEESTE:
            _KLAAR.pop(next(iter(_KLAAR)))
        klaar = _KLAAR[id(formulier)] = (formulier, Plan(maak_plan(formulier)))
    return klaar[1]


def beoordeel(formulier: Formulier, antwoorden: Any, omstandigheden: Omstandigheden) -> Oordeel:
    """Judge answers (plain JSON data) to a form under given circumstances. Never raises for what is in the answers."""
    return _beoordeel(rechter(formulier), antwoorden, omstandigheden)


class _Los:
    """What a compiled condition asks of a walk, for a condition that stands alone: values by path, whatever row they lie in."""

    def __init__(self, lees: Lees, vandaag: date) -> None:
        self.get, self.vandaag = lees, vandaag.isoformat()
        self.begin = self.plan = self
        self.vakken = _Elk(self)
        self.gelijkgesteld = GELIJKGESTELD


class _Elk(tuple):
    """Every row is the same one."""

    def __new__(cls, los: _Los) -> _Elk:
        return super().__new__(cls, (los,) * DIEPST)


DIEPST = 8
_GEMAAKT: dict[int, tuple[Any, Any]] = {}


def waar(v: Any, lees: Lees, vandaag: date) -> bool:
    """Does a condition hold, for what is known? `lees` gives the known value at a path, or None."""
    gemaakt = _GEMAAKT.get(id(v))
    if gemaakt is None:
        if len(_GEMAAKT) > 50_000:
            _GEMAAKT.clear()
        gemaakt = _GEMAAKT[id(v)] = (v, voorwaarde.maak(als_data(v, SOORTEN)))
    return gemaakt[1] is None or gemaakt[1].waar(_Los(lees, vandaag))


def houdt(soort: str, waarde: Any, hoe: str, g: Grens, lees: Lees, vandaag: date) -> bool:
    """Is a known, valid value of a kind on this side of a bound? False when the bound itself is unknown."""
    return voorwaarde.grens(hoe, letter(soort, SOORTEN), grens(g))(_Los(lees, vandaag), waarde)


def tijdvak(g: Grens, lees: Lees, vandaag: date) -> tuple[int, int] | None:
    """The first and last minute that a bound stands for, counted from the first day of year 1; None when it is unknown."""
    return voorwaarde.ander("d", grens(g))(_Los(lees, vandaag))
