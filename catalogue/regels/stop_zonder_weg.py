"""Een stop wijst de weg.

Wat: Bij uitkomst andere_dienst staat welke dienst of waar, en bij andere_instantie welke instantie.

Waarom: Wie hier niet verder kan, moet weten waar wel.

Voorbeeld:

    - {stop: briefadres, als: {soort: brief}, melding: "Dat kan hier niet.", uitkomst: andere_instantie}

In plaats daarvan:

    - {stop: briefadres, als: {soort: brief}, melding: "Dat kan hier niet.", uitkomst: andere_instantie, instantie: {naam: "De rechtbank"}}
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL314", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for stap in o.formulier.stappen:
        for i, stop in enumerate(stap.stop):
            if stop.uitkomst == "andere_instantie" and stop.instantie is None:
                yield o.meld(REGEL, "deze stop zegt niet bij welke instantie men moet zijn", "Schrijf instantie: {naam: ...}.", o.plaats(stap.pad, "stop", i))
            if stop.uitkomst == "andere_dienst" and stop.dienst is None and stop.instantie is None:
                yield o.meld(REGEL, "deze stop zegt niet welke dienst het wel is", "Schrijf dienst: met de naam van de dienst, of instantie: met waar men moet zijn.", o.plaats(stap.pad, "stop", i))
