"""Een verplichte vraag heeft een doel.

Wat: Een vraag die verplicht is, zegt waarom zij gesteld wordt: zelf, of via haar stap, haar blok of de doelbinding van de dienst.

Waarom: Wie niet kan zeggen waarvoor een gegeven nodig is, mag het niet vragen (artikel 5 AVG).

Voorbeeld:

    - {veld: beroep, vraag: "Wat is uw beroep?", soort: tekst}

In plaats daarvan:

    - {veld: beroep, vraag: "Wat is uw beroep?", soort: tekst, doel: Bepalen of u als ondernemer aanvraagt}
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp
from catalogue.voorwaarde import NOOIT

CODE, ERNST = "SL304", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for vraag in o.vragen():
        if vraag.verplicht != NOOIT and not vraag.doel and vraag.id != "voor":
            yield o.meld(REGEL, f"‘{vraag.pad}’ is verplicht en heeft geen doel", "Schrijf doel: bij de vraag of de stap, of doelbinding: bij de dienst.", o.plaats(vraag.pad))
