"""Er staan geen open plekken meer.

Wat: Een tekst met [invullen] is nog niet geschreven.

Waarom: samenloket new zet die plekken klaar; zolang ze er staan, is de dienst niet af.

Voorbeeld:

    vraag: "[invullen] Wat wilt u vragen?"

In plaats daarvan:

    vraag: Wat wilt u laten ophalen?
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL330", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    if "[invullen]" not in o.bron.tekst:
        return
    for pad in o.bron.waarden:
        waarde = o.waarde_op(pad)
        if isinstance(waarde, str) and "[invullen]" in waarde:
            yield o.meld(REGEL, "deze plek is nog niet ingevuld", "Vervang [invullen] door uw eigen tekst.", o.bron.plaats(pad))
