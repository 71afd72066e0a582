"""What is wrong with an answer in its place: may it be chosen now, is it within its bounds, are the bytes what they say?

A check takes the walk (`gang.Gang`), the path and the answer; it looks at the answer alone first, with the check of `waarde`.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from . import voorwaarde
from .voorwaarde import Voorwaarde
from .waarde import GOED, KEUZE, SOORT, Gebreken, Keur, past

Los = Callable[[Any, str, Any], Gebreken]
Opties = Mapping[str, Voorwaarde | None]


def maak(maten: Mapping[str, Any], opties: Opties, keur: Keur) -> Los | None:
    """The check of one question; None when its value says all there is to say."""
    vorm = maten["vorm"]
    if vorm == "keuze":
        return _keuze(_mag(maten, opties), frozenset(code for code, als in opties.items() if als is None))
    if vorm == "keuzes":
        return _keuzes(_mag(maten, opties), keur)
    if vorm == "bestanden":
        return _bestanden(keur)
    return _grenzen(maten["grenzen"], keur) if maten.get("grenzen") else None


def _mag(maten: Mapping[str, Any], opties: Opties) -> Callable[[Any, str], bool]:
    """May this code be chosen?"""
    if maten.get("open"):
        volgt = past(maten["patroon"])
        return lambda gang, code: volgt(code) is not None

    def mag(gang: Any, code: str) -> bool:
        if code not in opties:
            return False
        als = opties[code]
        return als is None or gang.open(als) or als.waar(gang) or gang.twijfel(als)

    return mag


def _keuze(mag: Callable[[Any, str], bool], vast: frozenset[str]) -> Los:
    """`vast`: codes that may be chosen always."""

    def los(gang: Any, pad: str, waarde: Any) -> Gebreken:
        if not isinstance(waarde, str):
            return SOORT
        aangeboden = gang.o.aangeboden
        if aangeboden and pad in aangeboden:
            return GOED if waarde in aangeboden[pad] else KEUZE
        return GOED if waarde in vast or mag(gang, waarde) else KEUZE

    return los


def _keuzes(mag: Callable[[Any, str], bool], keur: Keur) -> Los:
    def los(gang: Any, pad: str, waarde: Any) -> Gebreken:
        eigen = keur(waarde)
        if eigen is SOORT:
            return eigen
        aangeboden = gang.o.aangeboden
        if pad in aangeboden:
            goed = all(code in aangeboden[pad] for code in waarde)
        else:
            goed = all(mag(gang, code) for code in waarde)
        return eigen if goed else (*eigen, *KEUZE)

    return los


def _bestanden(keur: Keur) -> Los:
    def los(gang: Any, pad: str, waarde: Any) -> Gebreken:
        eigen, mis = keur(waarde), gang.o.mis
        if eigen or not mis:
            return eigen
        return tuple((f"[{n}]", "bestand") for n, b in enumerate(waarde) if b["id"] in mis)

    return los


def _grenzen(grenzen: list[list[Any]], keur: Keur) -> Los:
    """Every bound, in order; one that starts from another answer says nothing while that is unknown."""
    klaar = tuple(_grens(*g) for g in grenzen)

    def los(gang: Any, pad: str, waarde: Any) -> Gebreken:
        eigen = keur(waarde)
        if eigen:
            return eigen
        for basis, houdt, fout in klaar:
            if (basis is None or basis(gang) is not None) and not houdt(gang, waarde):
                return fout
        return GOED

    return los


def _grens(hoe: str, als: str, tegen: Any) -> tuple[Any, Any, Gebreken]:
    """A bound: the answer that it starts from (None for no answer), the test, and its fault."""
    basis = voorwaarde.basis_van(tegen)
    lees = None if basis is None else voorwaarde.lezer(basis)
    return lees, voorwaarde.grens(hoe, als, tegen), (("", "datum" if basis is None else "vergelijking"),)
