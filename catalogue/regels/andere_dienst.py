"""Een dienst waarnaar verwezen wordt, bestaat.

Wat: De naam achter dienst, bij een stop of onder elders, is een dienst van de catalogus.

Waarom: Een verwijzing naar een dienst die er nog niet is, loopt dood.

Voorbeeld:

    dienst: emigratie

In plaats daarvan:

    dienst: emigratie-doorgeven
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.conditie import bedoelde
from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL326", "waarschuwing"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    slugs = list(o.catalogus.slugs)
    for pad, waarde in o.bron_waarden("dienst"):
        if len(pad) > 1 and waarde not in slugs:
            yield o.meld(REGEL, f"de dienst ‘{waarde}’ is er nog niet", bedoelde(str(waarde), slugs), o.bron.plaats(pad))
