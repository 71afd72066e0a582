"""Een open punt wijst naar iets dat bestaat.

Wat: Achter bij staat een stap of vraag van de dienst.

Waarom: Wie het punt oplost, moet weten waar.

Voorbeeld:

    te_controleren: [{punt: "...", gezocht: [...], bij: verhuizing.datm}]

In plaats daarvan:

    te_controleren: [{punt: "...", gezocht: [...], bij: verhuizing.datum}]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.conditie import bedoelde
from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL328", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for i, punt in enumerate(o.dienst.te_controleren):
        kaal = {pad.replace("[]", "") for pad in o.plaatsen}
        koppen = set(type(o.dienst).model_fields)
        if punt.bij and punt.bij.replace("[]", "") not in kaal and punt.bij.partition(".")[0] not in koppen:
            yield o.meld(REGEL, f"‘{punt.bij}’ is geen stap of vraag van deze dienst", bedoelde(punt.bij, sorted(kaal)), o.bron.plaats(("te_controleren", i, "bij")))
