"""Een upload zegt wat er mag.

Wat: Een vraag naar een bestand noemt de typen en de grootte.

Waarom: Zonder grens kan een ontvanger niets weigeren, en weet de inwoner niet wat lukt.

Voorbeeld:

    - {veld: contract, vraag: "Stuur het contract mee", soort: upload}

In plaats daarvan:

    - {veld: contract, vraag: "Stuur het contract mee", soort: upload, typen: [application/pdf, image/jpeg], grootte: 10}
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL315", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for vraag in o.vragen():
        if vraag.vorm == "bestanden":
            mist = [naam for naam in ("typen", "grootte") if not vraag.alle_maten.get(naam)]
            if mist:
                yield o.meld(REGEL, f"bij ‘{vraag.pad}’ ontbreekt {' en '.join(mist)}", "Schrijf bijvoorbeeld typen: [application/pdf] en grootte: 10 (in MB).", o.plaats(vraag.pad))
