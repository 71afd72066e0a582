"""Conditions of the plan, made into functions once, when the service starts.

In the plan a condition is `true`, `false`, `["en", ...]`, `["of", ...]`, `["niet", c]` or a comparison `[hoe, pad, ...]`.
A comparison with something unknown is false, whatever the comparison; `niet` turns a whole condition round.
A function takes the walk (`oordeel.Gang`): it knows the answers so far, the row it is in, and today.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from .moment import minuten, schuif, tijdvak

Waar = Callable[[Any], bool]
Lees = Callable[[Any], Any]


def maak(c: Any) -> Waar | None:
    """The function of a condition; None when it always holds."""
    return None if c is None or c is True else _maak(c)


def lezer(pad: str) -> Lees:
    """What is known at a path, for the row the walk is in; None when it is not known."""
    if "[]" not in pad:
        return lambda gang: gang.bekend.get(pad)
    voor, _, achter = pad.partition("[]")
    if "[]" in achter:
        return lambda gang: gang.bekend.get(gang.hier(pad))
    return lambda gang: gang.bekend.get(f"{voor}[{gang.rij[0]}]{achter}" if gang.rij else pad)


def namen(c: Any) -> list[str]:
    """The paths that a condition looks at."""
    if not isinstance(c, list):
        return []
    if c[0] in ("en", "of", "niet"):
        return [naam for deel in c[1:] for naam in namen(deel)]
    basis = c[3][0] if len(c) > 3 and isinstance(c[3], list) else "vandaag"
    return [c[1]] if basis == "vandaag" or basis[:1].isdigit() else [c[1], basis]


def _maak(c: Any) -> Waar:
    if isinstance(c, bool):
        return lambda gang: c
    hoe, *rest = c
    if hoe == "en":
        return _en([_maak(deel) for deel in rest])
    if hoe == "of":
        return _of([_maak(deel) for deel in rest])
    if hoe == "niet":
        deel = _maak(rest[0])
        return lambda gang: not deel(gang)
    if hoe in ("is", "is_niet"):
        return _is(rest[0], rest[1], hoe == "is")
    lees = lezer(rest[0])
    if hoe == "beantwoord":
        return lambda gang: lees(gang) not in (None, [])
    if hoe == "minimaal_tekens":
        return lambda gang: (waarde := lees(gang)) is not None and len(waarde) >= rest[1]
    houdt = grens(hoe, rest[1], rest[2])
    return lambda gang: (waarde := lees(gang)) is not None and houdt(gang, waarde)


def _en(delen: list[Waar]) -> Waar:
    def waar(gang: Any) -> bool:
        for deel in delen:
            if not deel(gang):
                return False
        return True

    return waar


def _of(delen: list[Waar]) -> Waar:
    def waar(gang: Any) -> bool:
        for deel in delen:
            if deel(gang):
                return True
        return False

    return waar


def _is(pad: str, waarden: list[Any], moet: bool) -> Waar:
    """Is (or is not) one of these; of a list, any. As JSON has it: `true` is not `1`, and `1` is `1.0`."""
    lees = lezer(pad)
    gezocht, teksten = frozenset(_sleutel(w) for w in waarden), frozenset(w for w in waarden if isinstance(w, str))

    def waar(gang: Any) -> bool:
        waarde = lees(gang)
        if isinstance(waarde, str):
            return (waarde in teksten) == moet
        if isinstance(waarde, list):
            return any(_sleutel(een) in gezocht for een in waarde) == moet
        return waarde is not None and (_sleutel(waarde) in gezocht) == moet

    return waar


def _sleutel(waarde: Any) -> tuple[str, Any]:
    if isinstance(waarde, bool | str):
        return type(waarde).__name__, waarde
    return ("getal", waarde) if isinstance(waarde, int | float) else ("anders", id(waarde))


def grens(hoe: str, als: str, tegen: Any) -> Callable[[Any, Any], bool]:
    """Is a known, valid value on this side of the bound? `als` is d (day), t (time) or g (number). False when the bound is unknown."""
    maat: Any = {"d": tijdvak, "t": lambda t: (minuten(t),) * 2 if t else None, "g": _getal}[als]
    ander = _ander(als, tegen, maat)

    def houdt(gang: Any, waarde: Any) -> bool:
        a, b = maat(waarde), ander(gang)
        if a is None or b is None:
            return False
        if hoe in ("na", "meer_dan"):
            return a[0] > b[1]
        if hoe in ("voor", "minder_dan"):
            return a[1] < b[0]
        return a[1] >= b[0] if hoe == "vanaf" else a[0] <= b[1]

    return houdt


def _ander(als: str, tegen: Any, maat: Any) -> Lees:
    """The other side of a comparison: a literal, or `[basis, aantal, eenheid, uitloop]`."""
    if not isinstance(tegen, list):
        vast = maat(str(tegen) if als == "d" else tegen)
        return lambda gang: vast
    basis, aantal, eenheid, uitloop = tegen
    if basis == "vandaag":
        lees: Lees = lambda gang: gang.vandaag  # noqa: E731
    elif str(basis)[:1].isdigit():
        lees = lambda gang: basis  # noqa: E731
    else:
        lees = lezer(basis)

    def ander(gang: Any) -> Any:
        waarde = lees(gang)
        vak = None if waarde is None else maat(waarde)
        if vak is None or als != "d" or not aantal:
            return vak
        return schuif(vak[0], aantal, eenheid, uitloop), schuif(vak[1], aantal, eenheid, uitloop)

    return ander


def _getal(waarde: Any) -> tuple[Any, Any]:
    getal = waarde if isinstance(waarde, int) else len(waarde) if isinstance(waarde, list) else Decimal(str(waarde))
    return getal, getal
