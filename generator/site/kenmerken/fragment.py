"""A few lines of a real text that say a feature: whole lines, as written, with a mark where lines are left out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from catalogue.source import Bron, Pad
from generator.site.kenmerken.blad import Tekst

MEER = "# ..."
HOOGSTE = 10
"""No more lines than this; a reader opens the file for the rest."""


class Fragment(NamedTuple):
    """Lines of a file, and the number of the first."""

    bestand: str
    regel: int
    tekst: str


def fragment(tekst: Tekst, yp: Pad, sleutels: Iterable[str]) -> Fragment:
    """What stands at a YAML path: of a mapping its first key and these, otherwise all of it."""
    bron, ding = tekst.bron, tekst.op(yp)
    begin = bron.plaats(yp, sleutel=True).regel - 1
    nummers: list[int] = []
    if isinstance(ding, dict) and not _op_een_regel(bron, yp, ding):
        eerste = next(iter(ding))
        for sleutel in (k for k in ding if k == eerste or k in set(sleutels)):
            nummers += _blok(bron.regels, bron.sleutels[(*yp, sleutel)][0])
    else:
        start = bron.sleutels.get(yp, bron.waarden.get(yp))[0]  # type: ignore[index]
        nummers += _blok(bron.regels, start)
    if not isinstance(yp[-1], int) and begin not in nummers:
        nummers.insert(0, begin)
    return Fragment(tekst.bestand, nummers[0] + 1, textwrap.dedent("\n".join(_regels(bron.regels, nummers))))


def _op_een_regel(bron: Bron, yp: Pad, ding: dict[str, Any]) -> bool:
    """Is this mapping written between braces?"""
    return len({bron.sleutels[(*yp, sleutel)][0].line for sleutel in ding}) < len(ding)


def _blok(regels: list[str], begin: Any) -> Iterator[int]:
    """The line where something begins, and those below it that stand further in."""
    nummer, kolom = begin.line, begin.column
    yield nummer
    while (nummer := nummer + 1) < len(regels):
        regel = regels[nummer]
        if regel.strip() and len(regel) - len(regel.lstrip()) <= kolom:
            return
        if regel.strip():
            yield nummer


def _regels(regels: list[str], nummers: list[int]) -> Iterator[str]:
    """The lines in order, with a mark in each gap and at the end of what is too long."""
    vorige = None
    gekozen = sorted(set(nummers))
    for nummer in gekozen[:HOOGSTE]:
        regel = regels[nummer]
        if vorige is not None and any(regels[n].strip() for n in range(vorige + 1, nummer)):
            yield " " * (len(regel) - len(regel.lstrip())) + MEER
        yield regel
        vorige = nummer
    if len(gekozen) > HOOGSTE:
        regel = regels[gekozen[HOOGSTE]]
        yield " " * (len(regel) - len(regel.lstrip())) + MEER
