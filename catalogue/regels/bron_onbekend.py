"""Een bron bestaat.

Wat: herkomst noemt een bronformulier, en achter bron staat een rij of een blok van dat formulier, of van een ander met de naam ervoor.

Waarom: alleen zo is elke vraag terug te vinden in de tekst waar ze vandaan komt.

Voorbeeld:

    bron: "2/11"    # blok 2 heeft acht rijen

In plaats daarvan:

    bron: "2/1"
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from catalogue.conditie import bedoelde
from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp
from catalogue.register import bronformulier, bronformulieren

CODE, ERNST = "SL332", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    eigen = o.dienst.herkomst
    if eigen and eigen not in bronformulieren():
        yield o.meld(REGEL, f"er is geen bronformulier ‘{eigen}’", bedoelde(eigen, list(bronformulieren())), o.bron.plaats(("herkomst",)))
        return
    for pad, waarde in o.bron_waarden("bron"):
        if len(pad) < 2 or pad[-2] == "opties":
            continue
        for rij in _rijen(waarde):
            fout = _mis(eigen, rij)
            if fout:
                yield o.meld(REGEL, *fout, o.bron.plaats(pad))


def _rijen(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict):
        for deel in waarde.values():
            yield from _rijen(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _rijen(deel)


def _mis(eigen: str | None, rij: str) -> tuple[str, str] | None:
    """What is wrong with one row, and the way out."""
    slug, _, kort = rij.rpartition(" ")
    sleutel = f"{eigen.partition('/')[0]}/{slug}" if slug and eigen else eigen
    if sleutel is None:
        return "er staat een bron bij, maar de herkomst ontbreekt", "Schrijf bovenaan herkomst: met het bronformulier, zoals gemma-2016/verhuizing-doorgeven."
    if sleutel not in bronformulieren():
        return f"er is geen bronformulier ‘{sleutel}’", bedoelde(sleutel, list(bronformulieren()))
    vorm = bronformulier(sleutel)
    if kort in vorm.rijen or kort in vorm.blokken:
        return None
    blok = kort.partition("/")[0]
    bekend = [r for r in vorm.rijen if r.partition("/")[0] == blok] or list(vorm.blokken)
    return f"‘{kort}’ is geen rij van {sleutel}", f"Bekend zijn: {', '.join(bekend)}."
