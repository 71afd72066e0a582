"""Namen en titels passen bij ontvangers.

Wat: De naam van een dienst is hooguit 80 tekens, de titel van een stap 50, en de namen van stap en diepste veld zijn samen hooguit 50.

Waarom: Zaaksystemen en formuliersystemen kappen langere namen af of weigeren ze.

Voorbeeld:

    titel: Welke gezinsleden verhuizen er met u mee naar het nieuwe adres?

In plaats daarvan:

    titel: Wie verhuist er mee?
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL321", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    if any(len(naam) > 80 for naam in o.dienst.naam.values()):
        yield o.meld(REGEL, "de naam van de dienst is langer dan 80 tekens", "Maak de naam korter.", o.bron.plaats(("naam",)))
    for stap in o.formulier.stappen:
        for titel in stap.titel.values():
            if len(titel) > 50:
                yield o.meld(REGEL, f"de titel ‘{titel}’ is {len(titel)} tekens; hooguit 50", "Maak de titel korter.", o.plaats(stap.pad, "titel"))
    for vraag in o.vragen():
        if len(vraag.pad.partition(".")[0]) + len(vraag.id) + 1 > 50:
            yield o.meld(REGEL, f"de namen van stap en vraag zijn samen te lang: ‘{vraag.pad}’", "Kies kortere namen; samen hooguit 50 tekens.", o.plaats(vraag.pad, "veld"))
