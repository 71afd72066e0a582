"""Elke rij van de bron staat terug.

Wat: voor elke rij van het bronformulier, en voor elk blok zonder rijen, is er een vraag, tekst, stap of stop met die bron, of een regel onder vanzelf.

Waarom: wie een formulier overneemt, mag er niets ongemerkt uit weglaten. Een afwijking legt een verschil uit; zij vervangt de vraag niet.

Voorbeeld:

    herkomst: gemma-2016/hond-aan-of-afmelden    # en nergens bron: "4/2"

In plaats daarvan:

    - {veld: reden, vraag: "Waarom meldt u de hond af?", bron: "4/2", ...}
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.herleiding import gemist
from catalogue.regels.onderwerp import Onderwerp
from catalogue.register import bronformulier, bronformulieren

CODE, ERNST = "SL334", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    tekst = o.dienst
    if tekst.herkomst not in bronformulieren() or not tekst.herkomst_heel:
        return
    vorm = bronformulier(tekst.herkomst)
    for rij in gemist(o.formulier, tekst):
        wat = vorm.rijen[rij].omschrijving
        kort = wat if len(wat) <= 70 else f"{wat[:67]}..."
        yield o.meld(REGEL, f"rij {rij} van de bron staat nergens terug: {kort}", f'Zet bron: "{rij}" bij de vraag of tekst die dit doet, of schrijf onder vanzelf hoe het formulier het doet.', o.bron.plaats(("herkomst",)))
