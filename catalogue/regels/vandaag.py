"""Een voorwaarde op vandaag kan niet elke ontvanger volgen.

Wat: Of een vraag getoond wordt, hangt af van de dag van versturen.

Waarom: Een JSON Schema kent vandaag niet: het laat zo een antwoord door, en de regel staat er apart bij.

Voorbeeld:

    toon_als: {geboortedatum: {tot_en_met: vandaag - 12 jaar}}

In plaats daarvan:

    Kan het met een gewone vraag, gebruik die dan. Anders mag dit zo blijven.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp
from catalogue.voorwaarde import vergelijkingen

CODE, ERNST = "SL303", "waarschuwing"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for e in (*o.formulier.stappen, *o.elementen()):
        if any(v.grens and v.grens.basis == "vandaag" for v in vergelijkingen(e.toon_als)):
            yield o.meld(REGEL, f"of ‘{e.pad}’ getoond wordt, hangt af van vandaag", "Kan het met een gewone vraag, gebruik die dan.", o.plaats(e.pad, "toon_als"))
