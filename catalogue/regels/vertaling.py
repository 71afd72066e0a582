"""Een dienst is er helemaal in elke taal die zij belooft.

Wat: Elke tekst staat er in alle talen die onder talen genoemd zijn.

Waarom: Een half vertaald formulier is voor wie geen Nederlands leest onbruikbaar.

Voorbeeld:

    talen: [nl, en] en daarna vraag: Waar woont u?

In plaats daarvan:

    vraag: {nl: "Waar woont u?", en: "Where do you live?"}
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL317", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for plaats, tekst in o.teksten():
        mist = [taal for taal in o.dienst.talen if taal not in tekst]
        if mist:
            begin = next(iter(tekst.values()))[:40]
            yield o.meld(REGEL, f"deze tekst is er niet in het {' en '.join(mist)}: ‘{begin}’", 'Schrijf {nl: "...", en: "..."}, of haal de taal weg bij talen.', plaats)
