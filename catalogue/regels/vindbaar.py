"""Een dienst is te vinden.

Wat: Een dienst heeft een levensgebeurtenis of een thema.

Waarom: Zonder staat zij alleen bij A tot Z.

Voorbeeld:

    thema en levensgebeurtenis ontbreken

In plaats daarvan:

    thema: burgerzaken
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL311", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    if not o.dienst.levensgebeurtenis and not o.dienst.thema:
        yield o.meld(REGEL, "deze dienst heeft geen levensgebeurtenis en geen thema", "Schrijf levensgebeurtenis: [...] of thema: ...", o.bron.plaats(("dienst",)))
