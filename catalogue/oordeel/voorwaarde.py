"""Conditions of a plan, made into functions once, when it is compiled.

In a plan a condition is `true`, `false`, `["en", ...]`, `["of", ...]`, `["niet", c]` or a comparison `[hoe, pad, ...]`.
A comparison with something unknown is false, whatever the comparison; `niet` turns a whole condition round. A function takes
the walk (`gang.Gang`): what it knows so far, for the row it is in, and today.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .moment import minuten, schuif, tijdvak

Waar = Callable[[Any], bool]
Lees = Callable[[Any], Any]
Houdt = Callable[[Any, Any], bool]
OPEN = ("parameter.", "voorziening.")
"""What a municipality fills in; until it has, what names it is in doubt (rule 30)."""
CONTEXT = ("indiener.", *OPEN)


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """A condition: does it hold, which answers does it look at (and what stands round them), which open values does it name."""

    waar: Waar
    plekken: tuple[tuple[int, str], ...]
    open: tuple[str, ...]

    def waar_of_open(self, gang: Any) -> bool:
        """Does it hold, or has the municipality not filled in what it names?"""
        return gang.open(self) or self.waar(gang)

    def waar_en_dicht(self, gang: Any) -> bool:
        """Does it hold, and has the municipality filled in all that it names?"""
        return self.waar(gang) and not gang.open(self)


def maak(c: Any) -> Voorwaarde | None:
    """A condition, compiled; None when it always holds."""
    if c is None or c is True:
        return None
    genoemd = list(dict.fromkeys(namen(c)))
    plekken = {plek: None for naam in genoemd if not naam.startswith(CONTEXT) for plek in _rondom(naam)}
    return Voorwaarde(_maak(c), tuple(plekken), tuple(naam for naam in genoemd if naam.startswith(OPEN)))


def diepte(pad: str) -> int:
    """In how many rows a path lies."""
    return pad.count("[]")


def _rondom(pad: str) -> list[tuple[int, str]]:
    """A path and what stands round it, each with the depth at which it is known."""
    uit = []
    while pad:
        kaal = pad.removesuffix("[]")
        uit.append((diepte(kaal), kaal))
        pad = kaal.rpartition(".")[0]
    return uit


def lezer(pad: str) -> Lees:
    """What is known at a path, for the row the walk is in; None when it is not known."""
    diep = diepte(pad)
    if diep == 0:
        return lambda gang: gang.begin.get(pad)

    def lees(gang: Any) -> Any:
        vakken = gang.vakken
        return vakken[diep].get(pad) if diep < len(vakken) else None

    return lees


def namen(c: Any) -> list[str]:
    """The paths that a condition looks at, in order."""
    if not isinstance(c, list):
        return []
    if c[0] in ("en", "of", "niet"):
        return [naam for deel in c[1:] for naam in namen(deel)]
    basis = basis_van(c[3]) if len(c) > 3 else None
    return [c[1]] if basis is None else [c[1], basis]


def basis_van(tegen: Any) -> str | None:
    """The answer or parameter that a bound starts from; None for a literal and for today."""
    if not isinstance(tegen, list) or tegen[0] == "vandaag" or str(tegen[0])[:1].isdigit():
        return None
    return tegen[0]


def _maak(c: Any) -> Waar:
    if isinstance(c, bool):
        return lambda gang: c
    hoe, *rest = c
    if hoe in _SAMEN:
        return _SAMEN[hoe]([_maak(deel) for deel in rest])
    if hoe in ("is", "is_niet"):
        return _is(rest[0], rest[1], hoe == "is", len(rest) > 2)
    lees = lezer(rest[0])
    if hoe == "beantwoord":
        return lambda gang: lees(gang) not in (None, [])
    if hoe == "minimaal_tekens":
        return lambda gang: (waarde := lees(gang)) is not None and len(waarde) >= rest[1]
    houdt = grens(hoe, rest[1], rest[2])
    return lambda gang: (waarde := lees(gang)) is not None and houdt(gang, waarde)


def _en(delen: list[Waar]) -> Waar:
    if len(delen) == 2:
        een, twee = delen
        return lambda gang: een(gang) and twee(gang)

    def waar(gang: Any) -> bool:
        for deel in delen:
            if not deel(gang):
                return False
        return True

    return waar


def _of(delen: list[Waar]) -> Waar:
    if len(delen) == 2:
        een, twee = delen
        return lambda gang: een(gang) or twee(gang)

    def waar(gang: Any) -> bool:
        for deel in delen:
            if deel(gang):
                return True
        return False

    return waar


def _niet(delen: list[Waar]) -> Waar:
    (deel,) = delen
    return lambda gang: not deel(gang)


_SAMEN: dict[str, Callable[[list[Waar]], Waar]] = {"en": _en, "of": _of, "niet": _niet}


def _is(pad: str, waarden: list[Any], moet: bool, als_getal: bool) -> Waar:
    """Is (or is not) one of these; of a list, any. As JSON has it: `true` is not `1`, and `1` is `1.0`."""
    if not als_getal and all(isinstance(w, str) for w in waarden):
        return _is_tekst(pad, waarden[0] if len(waarden) == 1 else None, frozenset(waarden), moet)
    if moet and not als_getal and len(waarden) == 1 and isinstance(waarden[0], bool) and diepte(pad) == 0:
        gezocht_ja_nee = waarden[0]
        return lambda gang: gang.begin.get(pad) is gezocht_ja_nee
    lees, sleutel = lezer(pad), _decimaal if als_getal else _sleutel
    gezocht = frozenset(sleutel(w) for w in waarden)

    def waar(gang: Any) -> bool:
        waarde = lees(gang)
        if isinstance(waarde, list):
            return any(sleutel(een) in gezocht for een in waarde) == moet
        return waarde is not None and (sleutel(waarde) in gezocht) == moet

    return waar


def _is_tekst(pad: str, een: str | None, gezocht: frozenset[str], moet: bool) -> Waar:
    """What most conditions are: an answer is this text (`een`), or one of these."""
    lees = lezer(pad)
    if een is not None and moet and diepte(pad) == 0:

        def waar(gang: Any) -> bool:
            waarde = gang.begin.get(pad)
            return waarde == een or (isinstance(waarde, list) and een in waarde)

        return waar

    def waar_of_niet(gang: Any) -> bool:
        waarde = lees(gang)
        if isinstance(waarde, str):
            return (waarde in gezocht) == moet
        if isinstance(waarde, list):
            return (not gezocht.isdisjoint(w for w in waarde if isinstance(w, str))) == moet
        return waarde is not None and not moet

    return waar_of_niet


def _sleutel(waarde: Any) -> Any:
    """What is equal has the same key; a boolean equals no number."""
    return ("waar", waarde) if isinstance(waarde, bool) else waarde if isinstance(waarde, str | int | float) else None


def _decimaal(waarde: Any) -> Any:
    return Decimal(str(waarde))


def grens(hoe: str, als: str, tegen: Any) -> Houdt:
    """Is a known, valid value on this side of the bound? `als` is d (day), t (time) or g (number, or how many).

    False when the bound is unknown.
    """
    maat, tegenover, (van, houdt, tot) = _MATEN[als], ander(als, tegen), _HOE[hoe]

    def binnen(gang: Any, waarde: Any) -> bool:
        a, b = maat(waarde), tegenover(gang)
        return a is not None and b is not None and houdt(a[van], b[tot])

    return binnen


_HOE: dict[str, tuple[int, Callable[[Any, Any], bool], int]] = {
    "na": (0, operator.gt, 1),
    "meer_dan": (0, operator.gt, 1),
    "voor": (1, operator.lt, 0),
    "minder_dan": (1, operator.lt, 0),
    "vanaf": (1, operator.ge, 0),
    "tot_en_met": (0, operator.le, 1),
}
"""Which end of the one period is compared with which of the other: later or earlier only when that is certain of every day."""


def _getal(waarde: Any) -> tuple[Any, Any]:
    getal = len(waarde) if isinstance(waarde, list) else waarde if isinstance(waarde, int) else Decimal(str(waarde))
    return getal, getal


def _tijd(waarde: str) -> tuple[int, int]:
    punt = minuten(waarde)
    return punt, punt


_MATEN: dict[str, Callable[[Any], Any]] = {"d": tijdvak, "t": _tijd, "g": _getal}


def ander(als: str, tegen: Any) -> Lees:
    """The other side of a comparison, as first and last: a literal, or `[basis, aantal, eenheid, uitloop]`."""
    maat = _MATEN[als]
    if not isinstance(tegen, list):
        vast = maat(str(tegen) if als == "d" else tegen)
        return lambda gang: vast
    lees = _basis(tegen)
    _, aantal, eenheid, uitloop = tegen

    def tegenover(gang: Any) -> Any:
        waarde = lees(gang)
        vak = None if waarde is None else maat(waarde)
        if vak is None or als != "d" or not aantal:
            return vak
        gelijk = gang.plan.gelijkgesteld
        return tuple(schuif(punt, aantal, eenheid, bool(uitloop), gelijk) for punt in vak)

    return tegenover


def _basis(tegen: list[Any]) -> Lees:
    begin = str(tegen[0])
    if begin == "vandaag":
        return lambda gang: gang.vandaag
    if begin[:1].isdigit():
        return lambda gang: begin
    return lezer(begin)
