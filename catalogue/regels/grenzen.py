"""Grenzen laten iets over.

Wat: Het kleinste is niet groter dan het grootste, en twee datumgrenzen sluiten elkaar niet uit.

Waarom: Een vraag waarop geen antwoord goed is, kan niemand invullen.

Voorbeeld:

    - {veld: aantal, vraag: "Hoeveel?", soort: getal, minimum: 5, maximum: 3}

In plaats daarvan:

    - {veld: aantal, vraag: "Hoeveel?", soort: getal, minimum: 3, maximum: 5}
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from catalogue.beoordelen import tijdvak
from catalogue.diagnostics import Diagnostic
from catalogue.formulier import Herhaling, Vraag
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL316", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for e in o.elementen():
        houder = e.veld if isinstance(e, Vraag) else e
        laag, hoog = _getal(getattr(houder, "minimum", None)), _getal(getattr(houder, "maximum", None))
        if isinstance(e, Vraag | Herhaling) and laag is not None and hoog is not None and laag > hoog:
            yield o.meld(REGEL, f"bij ‘{e.pad}’ is minimum {houder.minimum} groter dan maximum {houder.maximum}", "Wissel ze om.", o.plaats(e.pad, "minimum"))
        if isinstance(e, Vraag) and _sluiten_uit(e):
            yield o.meld(REGEL, f"geen enkele datum past bij de grenzen van ‘{e.pad}’", "Kijk of de vroegste dag niet na de laatste ligt.", o.plaats(e.pad))


def _getal(waarde: Any) -> int | Decimal | None:
    if isinstance(waarde, int):
        return waarde
    return Decimal(waarde) if isinstance(waarde, str) and not waarde.startswith("<") else None


def _sluiten_uit(vraag: Vraag) -> bool:
    """Two bounds on the same basis, of which the lower lies above the upper."""
    if vraag.feiten.als != "dag" or len(vraag.grenzen) < 2:
        return False
    moment = {hoe: [b.grens for b in vraag.grenzen if b.hoe in hoe] for hoe in (("vanaf", "na"), ("tot_en_met", "voor"))}
    onder, boven = moment.values()
    return any(
        laag.basis == hoog.basis and tijdvak(laag, _elk, _DAG)[0] > tijdvak(hoog, _elk, _DAG)[1]
        for laag in onder
        for hoog in boven
    )


_DAG = date(2026, 6, 15)


def _elk(_: str) -> str:
    return _DAG.isoformat()
