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
from typing import Any

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp
from catalogue.voorwaarde import En, Vergelijk

CODE, ERNST = "SL306", "waarschuwing"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    if not any(weg.middel == "digid" for weg in o.formulier.toegang):
        return
    for vraag in o.vragen():
        veld = vraag.veld
        if (veld.gegeven or "").startswith("brp/") and vraag.persoon == "indiener" and veld.prefill == "niet" and not _zonder_inloggen(vraag.toon_als):
            yield o.meld(REGEL, f"‘{vraag.pad}’ staat al in de BRP en wordt niet vooraf ingevuld", "Schrijf prefill: vraag, of prefill: alleen_lezen.", o.plaats(vraag.pad))


def _zonder_inloggen(v: Any) -> bool:
    """Whether a question is only for who does not log in: then no register can answer it."""
    delen = v.delen if isinstance(v, En) else (v,)
    return any(isinstance(d, Vergelijk) and d.pad == "indiener.middel" and d.hoe == "is" and d.waarden == ("geen",) for d in delen)
