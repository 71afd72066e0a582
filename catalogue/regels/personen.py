"""Een ander die iets invult, bestaat en heeft iets te doen.

Wat: Achter door staat een persoon van de dienst; elke persoon heeft een stap; en een stap van een ander kijkt alleen naar zijn eigen antwoorden.

Waarom: De ander vult later en apart in: de antwoorden van de eerste staan niet in zijn inzending.

Voorbeeld:

    - stap: akkoord met door: partner, en geen personen

In plaats daarvan:

    personen: [{persoon: partner, naam: De partner, toegang: [{middel: digid, niveau: midden}]}]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.conditie import bedoelde
from catalogue.diagnostics import Diagnostic
from catalogue.formulier import Vraag, elementen
from catalogue.regels.onderwerp import Onderwerp
from catalogue.voorwaarde import namen

CODE, ERNST = "SL324", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    personen = {p.persoon for p in o.formulier.personen}
    for stap in o.formulier.stappen:
        if stap.door and stap.door not in personen:
            yield o.meld(REGEL, f"‘{stap.door}’ is geen persoon van deze dienst", bedoelde(stap.door, sorted(personen)) or "Zet de persoon onder personen.", o.plaats(stap.pad, "door"))
    for i, persoon in enumerate(o.formulier.personen):
        if not o.formulier.stappen_van(persoon.persoon):
            yield o.meld(REGEL, f"‘{persoon.persoon}’ vult niets in", "Schrijf door: bij een stap, of haal de persoon weg.", o.bron.plaats(("personen", i)))
    eigenaar = {stap.pad: stap.door or "indiener" for stap in o.formulier.stappen}
    for stap in o.formulier.stappen:
        for e in (stap, *elementen(stap.inhoud)):
            voorwaarden = [e.toon_als, *([e.verplicht] if isinstance(e, Vraag) else [])]
            for naam in (n for v in voorwaarden for n in namen(v)):
                ander = eigenaar.get(naam.partition(".")[0])
                if ander and ander != eigenaar[stap.pad]:
                    yield o.meld(REGEL, f"‘{e.pad}’ hangt af van ‘{naam}’, en dat vult een ander in", "Vraag het in deze stap opnieuw, of zet de voorwaarde bij de persoon (als).", o.plaats(e.pad))
