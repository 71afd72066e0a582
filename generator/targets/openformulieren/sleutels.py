"""Component keys: `<stap>.<veld>`, one dot, so that the data of Open Formulieren are our answers for what stands directly in a step.

What stands deeper is joined in camelCase (`stap.groepVeld`), and children of a repeat get a key that is unique in the whole form
(`lijstVeld`): Open Formulieren refuses a key twice, also across repeats. `herleiding.json` says which key is which path.
A repeat in which one question depends on another gets a key without a dot: with a dot its conditions fail on the server.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalogue.formulier import Formulier, Groep, Herhaling, Info, Stap, Vraag
from catalogue.voorwaarde import ALTIJD, namen

GERESERVEERD = frozenset({
    "now", "today", "current_year", "environment", "form_name", "form_id", "form_url", "submission_id", "language_code", "auth",
    "auth_type", "auth_bsn", "auth_kvk", "auth_pseudo", "auth_context",
})  # fmt: skip
"""Names that Open Formulieren keeps for its own variables: no step may have one."""


class Sleutels:
    """The key of every element of the steps of one role, by its formal path."""

    def __init__(self, formulier: Formulier, rol: str) -> None:
        self.van: dict[str, str] = {}
        self.stappen = [s for s in formulier.stappen_van(rol)]
        self._bezet: set[str] = {s.pad for s in self.stappen}
        for stap in self.stappen:
            for e in stap.inhoud:
                self._geef(e, stap, (), None)

    def _geef(self, e: Any, stap: Stap, rond: tuple[str, ...], grid: str | None) -> None:
        naam = _kameel((*rond, e.id))
        if grid is not None:
            sleutel = self._uniek(_kameel((grid, naam)))
        elif isinstance(e, Herhaling) and leunt_op_elkaar(e):
            sleutel = self._uniek(_kameel((stap.pad, naam)))
        else:
            sleutel = self._uniek(f"{stap.pad}.{naam}")
        self.van[e.pad] = sleutel
        if isinstance(e, Groep):
            for kind in e.inhoud:
                self._geef(kind, stap, (*rond, e.id), grid)
        elif isinstance(e, Herhaling):
            for kind in e.inhoud:
                self._geef(kind, stap, (), sleutel.rpartition(".")[2])

    def _uniek(self, sleutel: str) -> str:
        kandidaten: Iterator[str] = (sleutel if n == 1 else f"{sleutel}{n}" for n in range(1, 1000))
        vrij = next(k for k in kandidaten if k not in self._bezet)
        self._bezet.add(vrij)
        return vrij


def leunt_op_elkaar(h: Herhaling) -> bool:
    """Does a question in this repeat depend on another one in it?"""
    return any(naam.startswith(f"{h.pad}[]") for v in voorwaarden_in(h.inhoud) for naam in namen(v))


def voorwaarden_in(inhoud: tuple[Any, ...]) -> Iterator[Any]:
    """Every condition that is not always true below these elements."""
    for e in inhoud:
        if e.toon_als != ALTIJD:
            yield e.toon_als
        if isinstance(e, Vraag):
            if e.verplicht != ALTIJD:
                yield e.verplicht
        elif not isinstance(e, Info):
            yield from voorwaarden_in(e.inhoud)


def _kameel(delen: tuple[str, ...]) -> str:
    eerste, *rest = delen
    return eerste + "".join(deel[:1].upper() + deel[1:] for deel in rest)
