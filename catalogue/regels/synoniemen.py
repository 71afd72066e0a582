"""Een dienst heeft drie synoniemen of meer.

Wat: Onder synoniemen staan de woorden waaronder mensen de dienst zoeken.

Waarom: Mensen zoeken zelden op de naam die de overheid gebruikt.

Voorbeeld:

    synoniemen: []

In plaats daarvan:

    synoniemen: [adreswijziging, nieuw adres, inschrijven]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL312", "waarschuwing"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    if len(set(o.dienst.synoniemen)) < 3:
        yield o.meld(REGEL, f"deze dienst heeft {len(set(o.dienst.synoniemen))} synoniemen", "Schrijf er minstens drie op: woorden waarmee mensen zoeken.", o.bron.plaats(("synoniemen",), sleutel=True))
