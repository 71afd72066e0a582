"""Een stap houdt altijd een vraag.

Wat: Een stap heeft minstens één vraag die een gemeente niet kan uitzetten.

Waarom: Een stap zonder vragen hoort niet in de antwoorden. Zet een gemeente alle vragen uit, dan zou de stap daar ontbreken en landelijk niet.

Voorbeeld:

    een stap met alleen vragen met keuze_gemeente: ja

In plaats daarvan:

    een stap met ook een vraag die altijd gesteld wordt
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.formulier import Vraag, elementen
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL331", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for stap in o.formulier.stappen:
        vragen = [e for e in elementen(stap.inhoud) if isinstance(e, Vraag)]
        if vragen and all(v.keuze_gemeente for v in vragen):
            yield o.meld(REGEL, f"een gemeente kan alle vragen van stap ‘{stap.pad}’ uitzetten", "Zet een van de vragen in een andere stap, of laat keuze_gemeente bij een vraag weg.", o.plaats(stap.pad, "stap"))
