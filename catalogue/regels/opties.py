"""Er valt iets te kiezen.

Wat: Een keuze heeft minstens twee opties, elke code één keer, en een meerkeuze vraagt niet meer dan er is.

Waarom: Een keuze uit één is geen vraag.

Voorbeeld:

    opties: [ja]

In plaats daarvan:

    opties: [koop, huur]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL327", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for vraag in o.vragen():
        if vraag.vorm not in ("keuze", "keuzes") or vraag.open_lijst or vraag.id == "voor":
            continue
        codes = [keus.code for keus in vraag.opties]
        plaats = o.plaats(vraag.pad, "opties")
        dubbel = {c for c in codes if codes.count(c) > 1} if len(set(codes)) < len(codes) else ()
        if dubbel:
            yield o.meld(REGEL, f"de code {' en '.join(sorted(dubbel))} staat er meer dan één keer", "Geef elke optie een eigen code.", plaats)
        nodig = vraag.alle_maten["minimum"] if vraag.vorm == "keuzes" else 2
        if len(codes) < nodig:
            yield o.meld(REGEL, f"‘{vraag.pad}’ heeft {len(codes)} opties; {nodig} of meer is nodig", "Schrijf opties: met een code en een naam voor elke keuze.", plaats)
