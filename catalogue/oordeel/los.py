"""What is wrong with an answer in its place: may it be chosen now, is it within its bounds, does the outside say otherwise?

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
Mag = Callable[[Any, str], bool]


def maak(maten: Mapping[str, Any], opties: Opties, keur: Keur) -> tuple[Keur, Los | None]:
    """The check of a value alone, and the one that needs the walk; None where the first says all there is to say."""
    vorm = maten["vorm"]
    if vorm in ("keuze", "keuzes") and not maten.get("open") and not any(opties.values()):
        vast = frozenset(opties)
        return (_vaste_keuze(vast) if vorm == "keuze" else _vaste_keuzes(vast, keur)), None
    if vorm in ("keuze", "keuzes"):
        return keur, _keuzes(_mag(maten, opties), keur)
    return keur, (_grenzen(maten["grenzen"], keur) if maten.get("grenzen") else None)


def _vaste_keuze(codes: frozenset[str]) -> Keur:
    def keur(w: Any) -> Gebreken:
        if not isinstance(w, str):
            return SOORT
        return GOED if w in codes else KEUZE

    return keur


def _vaste_keuzes(codes: frozenset[str], keur: Keur) -> Keur:
    def met_codes(w: Any) -> Gebreken:
        eigen = keur(w)
        return eigen if eigen is SOORT or codes.issuperset(w) else (*eigen, *KEUZE)

    return met_codes


def _mag(maten: Mapping[str, Any], opties: Opties) -> Mag:
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


def _keuzes(mag: Mag, keur: Keur) -> Los:
    """Of one code or more."""

    def los(gang: Any, pad: str, waarde: Any) -> Gebreken:
        eigen = keur(waarde)
        if eigen is SOORT:
            return eigen
        for code in waarde if isinstance(waarde, list) else (waarde,):
            if not mag(gang, code):
                return (*eigen, *KEUZE)
        return eigen

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


def van_buiten(v: Any, pad: str, waarde: Any, gebreken: Gebreken, o: Any) -> Gebreken:
    """What a running form and the bytes say: the codes that it offered here decide, and a file must be what it says."""
    if v.maten["vorm"] in ("keuze", "keuzes") and pad in o.aangeboden:
        eigen, mag = v.vorm(waarde), o.aangeboden[pad]
        goed = eigen is SOORT or all(code in mag for code in (waarde if isinstance(waarde, list) else [waarde]))
        return eigen if goed else (*eigen, *KEUZE)
    if v.maten["vorm"] == "bestanden" and not gebreken:
        return tuple((f"[{n}]", "bestand") for n, b in enumerate(waarde) if b["id"] in o.mis)
    return gebreken
