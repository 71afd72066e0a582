"""Het aantal gemeenten staat niet in een tekst.

Wat: Een tekst noemt niet hoeveel gemeenten er zijn.

Waarom: Dat aantal verandert elk jaar; de tekst blijft staan.

Voorbeeld:

    samenvatting: Dit formulier is er voor alle 342 gemeenten.

In plaats daarvan:

    samenvatting: Dit formulier is er voor alle gemeenten.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL320", "fout"
REGEL = sys.modules[__name__]


_AANTAL = re.compile(r"\b3[0-9]{2} (?:\w+ )?(?:gemeente|municipalit)", re.IGNORECASE)


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for plaats, tekst in o.teksten():
        if any("3" in zin and _AANTAL.search(zin) for zin in tekst.values()):
            yield o.meld(REGEL, "deze tekst noemt een aantal gemeenten", "Schrijf: alle gemeenten.", plaats)
