"""One service in one version, to look for features in: the form, its text, and where each part is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from catalogue.dienst import AlsStappen, AlsVelden, Dienst
from catalogue.dienst import Groep as GroepTekst
from catalogue.dienst import Herhaling as HerhalingTekst
from catalogue.dienst import Stap as StapTekst
from catalogue.formulier import Formulier, Groep, Herhaling, Info, Keus, Stap, Stop, Vraag, elementen
from catalogue.source import Bron, Pad
from catalogue.uitwerken import DIENST


class Vondst(NamedTuple):
    """A place: the path as a reader knows it; the file (`dienst`, `blok:<slug>`) and YAML path where it is written."""

    pad: str
    waar: tuple[str, Pad] | None


class Tekst(NamedTuple):
    """A text as a reader knows it, `specs/...`, with its data and places."""

    bestand: str
    bron: Bron

    def op(self, yp: Pad) -> Any:
        """What stands at a YAML path."""
        data = self.bron.data
        for deel in yp:
            data = data[deel]
        return data


class Regel(NamedTuple):
    """A line of the text: what it is, the path of what holds it in the answers, and where it is written."""

    ding: Any
    houder: str
    waar: tuple[str, Pad]


@dataclass
class Blad:
    """One service in one version. `teksten` by file; a release has no text of its blocks."""

    slug: str
    versie: str
    formulier: Formulier
    dienst: Dienst
    plaatsen: dict[str, tuple[str, Pad]]
    teksten: dict[str, Tekst]

    @cached_property
    def stappen(self) -> list[Stap]:
        return list(self.formulier.stappen)

    @cached_property
    def dingen(self) -> list[Any]:
        """Every step and element, in written order; without the code that a repeat per answer has by itself."""
        alles = (e for stap in self.stappen for e in (stap, *elementen(stap.inhoud)))
        return [e for e in alles if not e.pad.endswith("[].voor")]

    @cached_property
    def vragen(self) -> list[Vraag]:
        return [e for e in self.dingen if isinstance(e, Vraag)]

    @cached_property
    def groepen(self) -> list[Groep]:
        return [e for e in self.dingen if isinstance(e, Groep)]

    @cached_property
    def herhalingen(self) -> list[Herhaling]:
        return [e for e in self.dingen if isinstance(e, Herhaling)]

    @cached_property
    def infos(self) -> list[Info]:
        return [e for e in self.dingen if isinstance(e, Info)]

    @cached_property
    def stops(self) -> list[Stop]:
        return [stop for stap in self.stappen for stop in stap.stop]

    @cached_property
    def opties(self) -> list[tuple[Vraag, int, Keus]]:
        """Every option that is written with its question."""
        return [(v, i, keus) for v in self.vragen if not v.lijst for i, keus in enumerate(v.opties)]

    @cached_property
    def regels(self) -> list[Regel]:
        """Every line of the text of the service, without what is in its blocks."""
        kop = (("vooraf", self.dienst.vooraf), ("stappen", self.dienst.stappen))
        return [r for sleutel, regels in kop for r in _regels(regels, "", (sleutel,))]

    def geschreven(self, pad: str) -> dict[str, Any]:
        """The keys with which this was written; none for what comes from a frozen block."""
        bestand, yp = self.plaatsen.get(pad, ("", ()))
        return self.teksten[bestand].op(yp) if bestand in self.teksten else {}

    def op(self, pad: str, *verder: str | int) -> Vondst:
        """What has this path in the answers, or a part of how that is written."""
        waar = self.plaatsen.get(pad)
        return Vondst(pad, (waar[0], (*waar[1], *verder)) if waar else None)

    def kop(self, sleutel: str, *verder: str | int) -> Vondst:
        """A key at the head of the text."""
        woorden = (str(d + 1) if isinstance(d, int) else d for d in verder)
        return Vondst(" ".join([sleutel, *woorden]), (DIENST, (sleutel, *verder)))

    def afwijking(self, ding: Any, *woorden: str) -> bool:
        """Is there an explanation for a row of this thing, with one of these words in it?"""
        rijen = {rij for rijen in (ding.bron or {}).values() for rij in rijen}
        uitleg = (a for a in self.formulier.afwijkingen if rijen & set(a.bron))
        return any(woord in f"{a.zegt} {a.wordt} {a.reden}".lower() for a in uitleg for woord in woorden)


def _regels(regels: Iterable[Any], houder: str, yp: Pad) -> Iterator[Regel]:
    for i, regel in enumerate(regels):
        hier = (*yp, i)
        yield Regel(regel, houder, (DIENST, hier))
        eigen = houder
        if isinstance(regel, StapTekst):
            eigen = f"{houder}.{regel.stap}" if houder else regel.stap
        elif isinstance(regel, GroepTekst | HerhalingTekst):
            eigen = f"{houder}.{regel.groep if isinstance(regel, GroepTekst) else regel.herhaling + '[]'}"
        if isinstance(regel, StapTekst | GroepTekst | HerhalingTekst | AlsVelden):
            yield from _regels(regel.velden, eigen, (*hier, "velden"))
        if isinstance(regel, HerhalingTekst | AlsStappen):
            yield from _regels(regel.stappen, eigen, (*hier, "stappen"))
