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


def beoordeel(
    formulier: Formulier, antwoorden: Any, omstandigheden: Omstandigheden, *, snoei: bool = False
) -> Oordeel:
    """Judge answers (plain JSON data) to a form under given circumstances. Never raises for what is in the answers.

    `snoei`: they come from a page, so what does not apply is left out instead of refused.
    """
    return _beoordeel(rechter(formulier), antwoorden, omstandigheden, snoei=snoei)


DIEPST = 8
_MEEST_GEMAAKT = 50_000
_GEMAAKT: dict[Any, tuple[Any, Any]] = {}


def _gemaakt(ding: Any, maak: Callable[[], Any], hoe: str = "") -> Any:
    """What was made of a condition or bound, made once for as long as that is in use."""
    sleutel = (id(ding), hoe) if hoe else id(ding)
    klaar = _GEMAAKT.get(sleutel)
    if klaar is None:
        if len(_GEMAAKT) > _MEEST_GEMAAKT:
            _GEMAAKT.clear()
        klaar = _GEMAAKT[sleutel] = (ding, maak())
    return klaar[1]


class Weger:
    """Weighs conditions and bounds that stand alone. `lees` gives the known value at a path, or None.

    It is what a compiled condition asks of a walk: values by path, whatever row they lie in.
    """

    def __init__(self, lees: Lees, vandaag: date) -> None:
        self.get, self.vandaag = lees, vandaag.isoformat()
        self.begin = self.plan = self
        self.vakken = (self,) * DIEPST
        self.gelijkgesteld = GELIJKGESTELD

    def waar(self, v: Any) -> bool:
        """Does a condition hold, for what is known?"""
        gemaakt = _gemaakt(v, lambda: voorwaarde.maak(als_data(v, SOORTEN)))
        return gemaakt is None or gemaakt.waar(self)

    def houdt(self, soort: str, waarde: Any, hoe: str, g: Grens) -> bool:
        """Is a known, valid value of a kind on this side of a bound? False when the bound itself is unknown."""
        test = _gemaakt(g, lambda: voorwaarde.grens(hoe, letter(soort, SOORTEN), grens(g)), f"{hoe} {soort}")
        return test(self, waarde)

    def tijdvak(self, g: Grens) -> tuple[int, int] | None:
        """The first and last minute that a bound stands for, counted from the first day of year 1; None when it is unknown."""
        return _gemaakt(g, lambda: voorwaarde.ander("d", grens(g)), "tijdvak")(self)


def waar(v: Any, lees: Lees, vandaag: date) -> bool:
    """Does a condition hold, for what is known?"""
    return Weger(lees, vandaag).waar(v)


def houdt(soort: str, waarde: Any, hoe: str, g: Grens, lees: Lees, vandaag: date) -> bool:
    """Is a known, valid value of a kind on this side of a bound?"""
    return Weger(lees, vandaag).houdt(soort, waarde, hoe, g)


def tijdvak(g: Grens, lees: Lees, vandaag: date) -> tuple[int, int] | None:
    """The first and last minute that a bound stands for."""
    return Weger(lees, vandaag).tijdvak(g)
