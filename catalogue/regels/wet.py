"""Een wet heeft haar officiële naam.

Wat: De naam onder wet staat in het register van wetten.

Waarom: Met de officiële naam is de wet te vinden en te volgen als zij verandert.

Voorbeeld:

    wet: Wet BRP

In plaats daarvan:

    wet: Wet basisregistratie personen
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue import register
from catalogue.conditie import bedoelde
from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL313", "waarschuwing"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    bekend = register.wetten()
    for pad, waarde in o.bron_waarden("wet"):
        if isinstance(waarde, str) and waarde not in bekend:
            yield o.meld(REGEL, f"‘{waarde}’ staat niet in het register van wetten", bedoelde(waarde, list(bekend)), o.bron.plaats(pad))
