"""Een geregistreerd gegeven bestaat.

Wat: De naam achter gegeven is er een uit het register van gegevens.

Waarom: Met die naam weet een formulier wat het vooraf kan invullen, en een gemeente wat zij al heeft.

Voorbeeld:

    gegeven: brp/achternaam

In plaats daarvan:

    gegeven: brp/naam.geslachtsnaam
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue import register
from catalogue.conditie import bedoelde
from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL309", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    bekend = register.gegevens()
    for vraag in o.vragen():
        naam = vraag.veld.gegeven
        if naam and naam not in bekend:
            yield o.meld(REGEL, f"‘{naam}’ is geen bekend gegeven", bedoelde(naam, list(bekend)), o.plaats(vraag.pad, "gegeven"))
