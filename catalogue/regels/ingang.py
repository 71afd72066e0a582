"""Een ingang bestaat.

Wat: Levensgebeurtenis, thema, doelgroep en SDG-gebied zijn codes die de catalogus kent.

Waarom: Anders staat de dienst op geen enkele lijst.

Voorbeeld:

    levensgebeurtenis: [geboorte]

In plaats daarvan:

    levensgebeurtenis: [kind-krijgen]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue import register
from catalogue.conditie import bedoelde
from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL310", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    tabellen = {
        "levensgebeurtenis": register.levensgebeurtenissen,
        "thema": register.themas,
        "doelgroep": register.doelgroepen,
        "sdg": register.sdg_gebieden,
    }
    for soort, tabel in tabellen.items():
        waarde = getattr(o.dienst, soort)
        for i, code in enumerate((waarde,) if isinstance(waarde, str) else waarde or ()):
            if code not in tabel():
                plaats = o.bron.plaats((soort,) if isinstance(waarde, str) else (soort, i))
                yield o.meld(REGEL, f"‘{code}’ is geen {soort} die de catalogus kent", bedoelde(code, list(tabel())), plaats)
