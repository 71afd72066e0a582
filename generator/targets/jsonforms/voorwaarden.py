"""When something is shown, as a rule of JSON Forms.

A comparison becomes a schema condition on the place of its answer, with `failWhenUndefined`: unanswered is false, as it is with
us. JSON Forms keeps the answers of what it hides, so each comparison also asks whether its question is shown itself. Who is logged
in stands in the data beside the steps, as `indiener`. In the item of a repeat a scope starts at the item: what stands around it
cannot be named there. What cannot be said is weakened.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from catalogue.formulier import Formulier
from catalogue.voorwaarde import (
    ALTIJD,
    NOOIT,
    En,
    Niet,
    Of,
    Vast,
    Vergelijk,
    en,
    is_open,
    niet,
    of,
    vergelijkingen,
    vervang,
)
from generator.dialect.jsonschema import conditie, waarde
from generator.targets.schema.antwoorden import zicht

Regel = dict[str, Any]
HEEL, INDIENER = "#", "indiener"


@dataclass(frozen=True, slots=True)
class Deel:
    """What is known of an element by its path: its own condition, and the container it stands in."""

    toon_als: Any
    houder: str | None


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a rule stands: the container it is in, and the repeat whose item it sees ("" outside every repeat)."""

    houder: str | None
    item: str = ""


class Voorwaarden:
    """The rules of one form and role."""

    def __init__(self, formulier: Formulier, rol: str) -> None:
        self.zicht = zicht(formulier, rol, indiener=True)
        self._delen: dict[str, Deel] = {INDIENER: Deel(ALTIJD, None)}
        for stap in formulier.stappen_van(rol):
            self._leg_vast(stap, None)
        self._getoond = cache(self._zelf_getoond)

    def _leg_vast(self, element: Any, houder: str | None) -> None:
        self._delen[element.pad] = Deel(element.toon_als, houder)
        for kind in getattr(element, "inhoud", ()):
            self._leg_vast(kind, element.pad)

    def plek(self, pad: str) -> Plek:
        """Where the rule of an element stands."""
        return Plek(self._delen[pad].houder, item_van(pad))

    def redenen(self, v: Any, plek: Plek) -> list[str]:
        """Why this condition cannot be said whole in that place; empty when it can."""
        alle = (self._reden(een, plek.item) for een in vergelijkingen(v) if not self.zicht.nooit(een))
        return list(dict.fromkeys(reden for reden in alle if reden))

    def _reden(self, v: Vergelijk, item: str) -> str | None:
        return self.zicht.reden(v) or (None if item_van(v.pad) == item else "herhaling")

    def toon(self, v: Any, plek: Plek) -> Regel | None:
        """The rule that shows something at least when it has to be; None when nothing hides it."""
        return self._regel(self._ruim(v, plek), plek)

    def zeker(self, v: Any, plek: Plek) -> Regel | None:
        """The rule that shows something only when it certainly holds, as with a message that stops somebody."""
        return self._regel(NOOIT if hangt_af_van_gemeente(v) else self._zegbaar(v, plek.item, False), plek)

    def _ruim(self, v: Any, plek: Plek) -> Any:
        """The condition under which something may have to be seen: always, where the municipality must still fill in something."""
        return ALTIJD if hangt_af_van_gemeente(v) else self._zegbaar(v, plek.item, True)

    def _regel(self, v: Any, plek: Plek) -> Regel | None:
        dicht = self._dicht(v, plek)
        return None if dicht == ALTIJD else {"effect": "SHOW", "condition": self._conditie(dicht)}

    def _zegbaar(self, v: Any, item: str, anders: bool) -> Any:
        """The condition with `anders` for what cannot be said: of one that names what the municipality has yet to fill in
        that is the whole (rule 30)."""
        return Vast(waarde=anders) if is_open(v) else self._verzwak(v, item, anders)

    def _verzwak(self, v: Any, item: str, anders: bool) -> Any:
        """The same by comparison; a `niet` turns it round."""
        if isinstance(v, Niet):
            return niet(self._verzwak(v.deel, item, not anders))
        if isinstance(v, En | Of):
            return (en if isinstance(v, En) else of)(*(self._verzwak(deel, item, anders) for deel in v.delen))
        if isinstance(v, Vast):
            return v
        if self.zicht.nooit(v):
            return NOOIT
        return Vast(waarde=anders) if self._reden(v, item) else v

    def _dicht(self, v: Any, plek: Plek) -> Any:
        """The condition in which each comparison also asks whether its own question is shown, as far as that can be said."""
        return vervang(v, lambda een: en(self._getoond(een.pad, plek), een))

    def _zelf_getoond(self, pad: str, plek: Plek) -> Any:
        """Is what stands at a path shown? What it shares with `plek` is: one looks from inside it."""
        uit, hier = ALTIJD, pad if pad in self._delen else pad.rpartition(".")[0]
        rond = self._rond(plek.houder)
        while hier not in rond:
            deel = self._delen[hier]
            uit = en(uit, self._dicht(self._ruim(deel.toon_als, plek), plek))
            hier = deel.houder
        return uit

    def _rond(self, houder: str | None) -> set[str | None]:
        """A container and what stands around it; None is the form."""
        uit: set[str | None] = {None}
        while houder is not None:
            uit.add(houder)
            houder = self._delen[houder].houder
        return uit

    def _conditie(self, v: Any) -> Regel:
        if isinstance(v, Vergelijk):
            blad = waarde(v, self.zicht)
            return {"scope": scope(v.pad), "schema": {} if blad is True else blad, "failWhenUndefined": True}
        if isinstance(v, En | Of):
            return {
                "type": "AND" if isinstance(v, En) else "OR",
                "conditions": [self._conditie(deel) for deel in v.delen],
            }
        heel = conditie(v, self.zicht)
        return {"scope": HEEL, "schema": {"not": {}} if heel is False else heel, "failWhenUndefined": True}


def hangt_af_van_gemeente(v: Any) -> bool:
    """Does a condition look at what the municipality has not filled in? In its own form nothing of it is left."""
    paden = (pad for een in vergelijkingen(v) for pad in (een.pad, een.grens.basis if een.grens else None) if pad)
    return any(pad.startswith(("parameter.", "voorziening.")) for pad in paden)


def scope(pad: str) -> str:
    """Where a path stands in the schema, seen from its own item."""
    return HEEL + "".join(f"/properties/{stuk}" for stuk in pad.rpartition("[].")[2].split("."))


def item_van(pad: str) -> str:
    """The repeat whose item a path stands in; "" outside every repeat."""
    return pad.rpartition("[].")[0]
