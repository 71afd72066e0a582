"""Which name means which answer, from where one stands (language.md, b10 and b11).

A bare name is looked up in the item or group, then outward up to the own step. Another step is always `stap.veld`.
From outside nothing in a repeat can be named, only the repeat itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

CONTEXT = {
    "indiener.soort": ("burger", "bedrijf"),
    "indiener.middel": ("digid", "eherkenning", "eidas", "geen"),
    "indiener.niveau": ("basis", "midden", "eh2plus", "laag", "substantieel", "hoog"),
}


@dataclass(slots=True)
class Naam:
    """A name that can be used: its path, its kind, how it compares (`veld.vergelijken`), what may be chosen (None: anything),
    and what is inside."""

    pad: str
    soort: str
    als: str
    codes: frozenset[str] | None = None
    uit: bool = False
    naam: dict[str, str] | None = None
    waarde: Any = None
    onder: dict[str, Naam] = field(default_factory=dict)


class Onbekend(Exception):
    """A name that means nothing here. `reden`: onbekend, vooruit or herhaling; `bekend` lists what could be meant."""

    def __init__(self, reden: str, bekend: list[str]) -> None:
        super().__init__(reden)
        self.reden, self.bekend = reden, bekend


class Namen:
    """The names that were written so far, and the containers one stands in. `later` gives every name there is, for who errs."""

    def __init__(self, later: Callable[[], frozenset[str]]) -> None:
        self.stappen: dict[str, Naam] = {}
        self.context: dict[str, Naam] = {pad: Naam(pad, "keuze", "code", frozenset(codes)) for pad, codes in CONTEXT.items()}
        self.keten: list[Naam] = []
        self._later = later

    def zoek(self, naam: str, in_herhaling: bool = False) -> Naam:
        """What a name means from here; `in_herhaling`: of every item of a repeat together. Raises Onbekend."""
        if naam in self.context:
            return self.context[naam]
        eerste, *rest = naam.split(".")
        for houder in reversed(self.keten):
            if eerste in houder.onder:
                return self._daal(houder.onder[eerste], rest, naam, in_herhaling)
        if rest and eerste in self.stappen:
            return self._daal(self.stappen[eerste], rest, naam, in_herhaling)
        raise self._onbekend(naam)

    def _daal(self, doel: Naam, rest: list[str], naam: str, in_herhaling: bool) -> Naam:
        for deel in rest:
            if doel.soort == "herhaling" and doel not in self.keten and not in_herhaling:
                raise Onbekend("herhaling", [doel.pad])
            if deel not in doel.onder:
                raise self._onbekend(naam)
            doel = doel.onder[deel]
        return doel

    def _onbekend(self, naam: str) -> Onbekend:
        bekend = [n for houder in reversed(self.keten) for n in houder.onder]
        bekend += [f"{s.pad}.{n}" for s in self.stappen.values() for n in s.onder] + list(self.context)
        laatste = naam.rpartition(".")[2]
        return Onbekend("vooruit" if laatste not in bekend and laatste in self._later() else "onbekend", bekend)
