"""Wie kosten vaststelt, staat erbij met zijn grondslag.

Wat: Een bedrag van de gemeente is een parameter en rust op een verordening of wet; een bedrag van het Rijk is een bedrag of een landelijk tarief.

Waarom: Een bedrag zonder vaststeller kan niemand controleren, en een gemeente mag een landelijk tarief niet zelf kiezen.

Voorbeeld:

    - {kosten: leges, omschrijving: Leges, vaststeller: gemeente, bedrag: "12.50"}

In plaats daarvan:

    - {kosten: leges, omschrijving: Leges, vaststeller: gemeente, parameter: leges, grondslag: [{wet: Gemeentewet, artikel: "229"}]}
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue import register
from catalogue.conditie import bedoelde
from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL319", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for i, k in enumerate(o.dienst.kosten):
        plaats = o.bron.plaats(("kosten", i))
        if k.vaststeller == "gemeente" and not k.parameter:
            yield o.meld(REGEL, "een bedrag van de gemeente staat niet in de landelijke tekst", "Schrijf parameter: en zet die onder parameters.", plaats)
        if k.vaststeller == "rijk" and not (k.bedrag or k.tarief):
            yield o.meld(REGEL, "een bedrag van het Rijk heeft een bedrag of een tarief", "Schrijf bedrag: of tarief:.", plaats)
        if k.tarief and k.tarief not in register.tarieven():
            yield o.meld(REGEL, f"‘{k.tarief}’ is geen landelijk tarief in het register", bedoelde(k.tarief, list(register.tarieven())), o.bron.plaats(("kosten", i, "tarief")))
        if not k.grondslag and not o.dienst.grondslag:
            yield o.meld(REGEL, "deze kosten hebben geen grondslag", "Schrijf grondslag: met de wet of verordening.", plaats)
