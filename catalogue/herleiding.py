"""Which rows of its source form a service or block answers for, and with what.

A row is claimed by the element that names it in `bron`, or by a line of `vanzelf`. What was copied from a shared block
answers for the rows of that block, not for those of the service.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from catalogue.dienst import Blok, Dienst, Stap
from catalogue.formulier import Formulier, Groep, Herhaling, Vraag
from catalogue.register import bronformulier
from catalogue.uitwerken import Bouwstenen, Uitwerking, werk_uit
from catalogue.voorwaarde import ALTIJD, en


class Aanspraak(NamedTuple):
    """A row, the thing that answers for it, the path of that thing, and the condition under which it is there.

    `deel` is a part of an address, or "_". Without row: an element that has no source.
    """

    rij: str | None
    ding: Any
    pad: str | None
    deel: str
    als: Any


def blok_als_formulier(blok: Blok, bouwstenen: Bouwstenen) -> Uitwerking:
    """A block worked out by itself, as the one step `blok` of a service without anything else."""
    leeg = Dienst.model_construct(
        dienst=blok.blok, naam=blok.naam, samenvatting=blok.naam, producten=(), doelgroep=(), bewaartermijn=(), toegang=(),
        herkomst=blok.herkomst, herkomst_heel=blok.herkomst_heel, vanzelf=blok.vanzelf, afwijkingen=blok.afwijkingen,
        stappen=(Stap.model_construct(stap="blok", titel=blok.naam, blok=blok.blok),),
    )  # fmt: skip
    return werk_uit(leeg, bouwstenen)


def blok_van(tekst: Any) -> str | None:
    """The slug of a block; None for a service."""
    return tekst.blok if isinstance(tekst, Blok) else None


def gemist(formulier: Formulier, tekst: Any) -> list[str]:
    """The rows of its source form that a service, release or block does not answer for, in the order of the source."""
    genoemd = {a.rij for a in aanspraken(formulier, blok_van(tekst))}
    return [rij for rij in bronformulier(tekst.herkomst).rijen if rij not in genoemd]


def aanspraken(formulier: Formulier, blok: str | None = None) -> Iterator[Aanspraak]:
    """Every claim of a service, or of one block in it, in written order; then those of the head."""
    for stap in formulier.stappen:
        if blok is None:
            yield from _van(stap, stap.pad, stap.toon_als, alleen_met_bron=True)
            yield from _blokregels(stap, stap.pad, stap.toon_als)
        yield from _in(stap.inhoud, stap.toon_als, blok)
        for stop in stap.stop if blok is None else ():
            yield from _van(stop, stop.pad, en(stap.toon_als, stop.als), alleen_met_bron=True)
    for ding in (*formulier.toegang, *formulier.personen, *formulier.kosten):
        yield from _van(ding, None, ALTIJD, alleen_met_bron=True)
    for v in formulier.vanzelf:
        yield from (Aanspraak(rij, v, None, "_", ALTIJD) for rij in v.bron)


def _in(inhoud: Iterable[Any], rond: Any, blok: str | None) -> Iterator[Aanspraak]:
    for e in inhoud:
        als = en(rond, e.toon_als)
        if e.uit_blok == blok:
            yield from _van(e, e.pad, als, alleen_met_bron=not isinstance(e, Vraag) or e.id == "voor")
            for keus in (keus for keus in getattr(e, "opties", ()) if keus.bron):
                yield from _van(keus, e.pad, en(als, keus.toon_als), alleen_met_bron=True)
        if isinstance(e, Groep | Herhaling):
            if blok is None:
                yield from _blokregels(e, e.pad if isinstance(e, Groep) else f"{e.pad}[]", als)
            yield from _in(e.inhoud, als, blok)


def _blokregels(houder: Any, pad: str, rond: Any) -> Iterator[Aanspraak]:
    for regel in houder.blokregels:
        yield from _van(regel, pad, en(rond, regel.toon_als), alleen_met_bron=True)


def _van(ding: Any, pad: str | None, als: Any, alleen_met_bron: bool) -> Iterator[Aanspraak]:
    for deel, rijen in (ding.bron or {}).items():
        for rij in rijen:
            yield Aanspraak(rij, ding, pad if deel == "_" or pad is None else f"{pad}.{deel}", deel, als)
    if not ding.bron and not alleen_met_bron:
        yield Aanspraak(None, ding, pad, "_", als)
