"""Wat de BRP al weet, wordt vooraf ingevuld.

Wat: Een vraag naar een gegeven van de indiener dat in de BRP staat, wordt bij inloggen met DigiD vooraf ingevuld.

Waarom: Mensen hoeven niet opnieuw te vertellen wat de overheid al weet.

Voorbeeld:

    - {veld: achternaam, vraag: "Wat is uw achternaam?", soort: tekst, gegeven: brp/naam.geslachtsnaam}

In plaats daarvan:

    - {veld: achternaam, vraag: "Wat is uw achternaam?", soort: tekst, gegeven: brp/naam.geslachtsnaam, prefill: vraag}
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL306", "waarschuwing"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    if not any(weg.middel == "digid" for weg in o.formulier.toegang):
        return
    for vraag in o.vragen():
        veld = vraag.veld
        if (veld.gegeven or "").startswith("brp/") and veld.van == "indiener" and veld.prefill == "niet":
            yield o.meld(REGEL, f"‘{vraag.pad}’ staat al in de BRP en wordt niet vooraf ingevuld", "Schrijf prefill: vraag, of prefill: alleen_lezen.", o.plaats(vraag.pad))
