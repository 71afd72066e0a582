"""Een eigenschap komt één keer voor.

Wat: Elke korte naam als zaakeigenschap hoort bij één vraag van de dienst.

Waarom: Een zaaksysteem kent bij een zaak elke eigenschap maar één keer.

Voorbeeld:

    twee vragen met eigenschap: datum

In plaats daarvan:

    eigenschap: verhuisdatum en eigenschap: geboortedatum
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL323", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    gezien: dict[str, str] = {}
    for vraag in o.vragen():
        naam = vraag.veld.eigenschap
        if naam and naam in gezien:
            yield o.meld(REGEL, f"eigenschap ‘{naam}’ staat ook bij ‘{gezien[naam]}’", "Kies een andere korte naam.", o.plaats(vraag.pad, "eigenschap"))
        elif naam:
            gezien[naam] = vraag.pad
