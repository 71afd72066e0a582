"""Een ontvanger komt uit een vraag naar een gemeente.

Wat: De vraag achter ontvanger bestaat en kiest uit de lijst gemeenten.

Waarom: Anders weet niemand naar welke gemeente de inzending gaat.

Voorbeeld:

    ontvanger: {gemeente: plaats.naam}

In plaats daarvan:

    ontvanger: {gemeente: plaats.gemeente}
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.conditie import bedoelde
from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL325", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    if o.dienst.ontvanger is None:
        return
    pad, plaats = o.dienst.ontvanger.gemeente, o.bron.plaats(("ontvanger", "gemeente"))
    vragen = {v.pad: v for v in o.vragen()}
    if pad not in vragen:
        yield o.meld(REGEL, f"‘{pad}’ is geen vraag van deze dienst", bedoelde(pad, list(vragen)), plaats)
    elif vragen[pad].lijst != "gemeenten":
        yield o.meld(REGEL, f"‘{pad}’ kiest niet uit de lijst gemeenten", "Schrijf opties: {lijst: gemeenten} bij die vraag.", plaats)
