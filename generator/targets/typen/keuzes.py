"""Answers that decide which other members are there: what makes a type of TypeScript a union to choose from.

Only what is certain counts: a yes/no or a choice, and members whose own condition looks at that answer alone. When the
answer is absent such a member is absent too, for a comparison with something unknown is false.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress

from catalogue.formulier import Vraag
from catalogue.voorwaarde import ALTIJD, Vergelijk
from generator.targets.typen.boom import Klasse, Lid

MEEST = 24
"""So many combinations a type may have; the choices that would make it more stay plain optional members."""


@dataclass(frozen=True, slots=True)
class Tak:
    """For these answers (none: it is not answered) these members are there; `moet` says which must be."""

    waarden: tuple[bool | str, ...]
    er_zijn: tuple[Lid, ...]


@dataclass(frozen=True, slots=True)
class Keuze:
    """One deciding answer, the members that hang on it, and its branches."""

    lid: Lid
    hangt: tuple[Lid, ...]
    takken: tuple[Tak, ...]


def keuzes(klasse: Klasse) -> list[Keuze]:
    """The deciding answers of a class, in written order."""
    uit, ruimte = [], MEEST
    for lid in klasse.leden:
        keuze = _keuze(lid, klasse)
        if keuze and len(keuze.takken) <= ruimte:
            uit.append(keuze)
            ruimte //= len(keuze.takken)
    return uit


def _keuze(lid: Lid, klasse: Klasse) -> Keuze | None:
    mogelijk = _mogelijk(lid)
    hangt = tuple(ander for ander in klasse.leden if mogelijk and _kijkt_naar(ander, lid))
    if not hangt:
        return None
    per: dict[tuple[bool, ...], list[bool | str]] = {}
    for waarde in mogelijk:
        per.setdefault(tuple(_getoond(h, waarde) for h in hangt), []).append(waarde)
    takken = [Tak(tuple(waarden), tuple(compress(hangt, getoond))) for getoond, waarden in per.items()]
    return Keuze(lid, hangt, (*takken, *(() if lid.moet else (Tak((), ()),))))


def _mogelijk(lid: Lid) -> tuple[bool | str, ...]:
    """Every answer that a deciding question can get; empty for what does not decide."""
    if not isinstance(lid.element, Vraag):
        return ()
    if lid.element.vorm == "waar":
        waarden = lid.element.alle_maten["waarden"]
        return tuple(sorted(waarden, reverse=True)) if len(waarden) > 1 else ()
    keuze = lid.element.vorm == "keuze" and not lid.element.open_lijst
    return tuple(o.code for o in lid.element.opties) if keuze else ()


def _kijkt_naar(ander: Lid, lid: Lid) -> bool:
    als = ander.element.toon_als
    return isinstance(als, Vergelijk) and als.hoe in ("is", "is_niet") and als.pad == lid.element.pad


def _getoond(lid: Lid, waarde: bool | str) -> bool:
    als = lid.element.toon_als
    return any(waarde is w or (isinstance(w, str) and waarde == w) for w in als.waarden) == (als.hoe == "is")


def moet_in_tak(lid: Lid) -> bool:
    """Must this member be there in a branch that shows it?"""
    return getattr(lid.element, "verplicht", ALTIJD) == ALTIJD
