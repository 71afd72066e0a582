"""Een product staat in de Uniforme Productnamenlijst.

Wat: Elke naam onder producten is een uniforme productnaam, en van gemeenten.

Waarom: Aan die naam hangt waar mensen de dienst vinden, ook buiten deze catalogus.

Voorbeeld:

    producten: [verhuizing melden]

In plaats daarvan:

    producten: [verhuismelding]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue import register
from catalogue.conditie import bedoelde
from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL307", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for i, naam in enumerate(o.dienst.producten):
        product = register.producten().get(naam)
        plaats = o.bron.plaats(("producten", i))
        if product is None:
            yield o.meld(REGEL, f"‘{naam}’ is geen uniforme productnaam", bedoelde(naam, list(register.producten())), plaats)
        elif not product.gemeente:
            yield o.meld(REGEL, f"‘{naam}’ is geen product van gemeenten", "Kies een product dat een gemeente levert.", plaats)
