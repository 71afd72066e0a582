"""Een rij van de bron staat op één plek terug.

Wat: twee vragen of teksten noemen niet dezelfde rij van de bron, tenzij afwijkingen die rij uitlegt.

Waarom: wie van de bron naar het formulier zoekt, moet één plek vinden, of lezen waarom het er twee zijn.

Voorbeeld:

    - {veld: begin, bron: "2/1", ...}
    - {veld: einde, bron: "2/1", ...}

In plaats daarvan:

    afwijkingen:
      - {bron: "2/1", reden: De bron vraagt de periode in één vraag. Hier zijn het twee datums.}
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.herleiding import Aanspraak, aanspraken, blok_van
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL333", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    if not o.dienst.herkomst:
        return
    uitgelegd = {rij for a in o.dienst.afwijkingen for rij in a.bron}
    eerste: dict[str, Aanspraak] = {}
    for a in aanspraken(o.formulier, blok_van(o.dienst)):
        if a.rij is None or a.rij in uitgelegd:
            continue
        if a.rij in eerste and eerste[a.rij].pad != a.pad and eerste[a.rij].ding.bron is not a.ding.bron:  # a text of "anders, namelijk" has the rows of its question
            plaats = o.plaats(a.pad) if a.pad in o.plaatsen else o.bron.plaats(("herkomst",))
            yield o.meld(REGEL, f"rij {a.rij} van de bron staat ook bij ‘{eerste[a.rij].pad}’", "Haal er een weg, of leg de rij uit onder afwijkingen.", plaats)
        eerste.setdefault(a.rij, a)
