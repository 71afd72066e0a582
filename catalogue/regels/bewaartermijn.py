"""Een bewaartermijn staat in de Selectielijst 2020.

Wat: Het nummer bestaat, is niet vervallen, en de termijn is die van de lijst.

Waarom: De Archiefwet bepaalt hoe lang iets bewaard wordt; een nummer dat niet bestaat, kan geen zaaksysteem uitvoeren.

Voorbeeld:

    bewaartermijn: [{selectielijst: "7.1.7", termijn: P10Y}]

In plaats daarvan:

    bewaartermijn: [{selectielijst: "7.1.7", termijn: P5Y}]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue import register
from catalogue.conditie import bedoelde
from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL308", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    lijst = register.selectielijst()
    for i, b in enumerate(o.dienst.bewaartermijn):
        plaats = o.bron.plaats(("bewaartermijn", i, "selectielijst"))
        resultaat = lijst.get(b.selectielijst)
        if resultaat is None:
            yield o.meld(REGEL, f"‘{b.selectielijst}’ staat niet in de Selectielijst 2020", bedoelde(b.selectielijst, list(lijst)), plaats)
        elif resultaat.waardering == "vervallen":
            yield o.meld(REGEL, f"nummer {b.selectielijst} is vervallen in de Selectielijst 2020", "Kies een nummer dat nog geldt.", plaats)
        elif b.termijn and resultaat.termijn and b.termijn != resultaat.termijn:
            yield o.meld(REGEL, f"bij {b.selectielijst} hoort {resultaat.termijn}, niet {b.termijn}", f"Schrijf termijn: {resultaat.termijn}.", o.bron.plaats(("bewaartermijn", i, "termijn")))
