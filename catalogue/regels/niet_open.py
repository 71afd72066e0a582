"""Wat niet geldt, is ook waar als er nog niets is ingevuld.

Wat: De voorwaarde niet: {vraag: waarde} is ook waar zolang de vraag geen antwoord heeft of niet getoond wordt.

Waarom: De vraag die ervan afhangt, flitst dan te vroeg in beeld, en blijft staan als de eerste vraag verborgen is.

Voorbeeld:

    toon_als: {niet: {land: nl}}

In plaats daarvan:

    toon_als: {land: {niet: nl}}
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from catalogue.diagnostics import Diagnostic
from catalogue.formulier import Vraag
from catalogue.regels.onderwerp import Onderwerp
from catalogue.voorwaarde import ALTIJD, En, Niet, Of, vergelijkingen

CODE, ERNST = "SL302", "waarschuwing"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    soms = {v.pad for v in o.vragen() if v.toon_als != ALTIJD or v.verplicht != ALTIJD}
    for e in (*o.formulier.stappen, *o.elementen()):
        for voorwaarde in (e.toon_als, *([e.verplicht] if isinstance(e, Vraag) else [])):
            namen = [v.pad for niet in _ontkend(voorwaarde) for v in vergelijkingen(niet.deel) if v.hoe != "beantwoord" and v.pad in soms]
            if namen:
                yield o.meld(REGEL, f"‘{e.pad}’ wordt ook getoond als ‘{namen[0]}’ niet beantwoord is", "Schrijf {vraag: {niet: waarde}} als het antwoord er moet zijn.", o.plaats(e.pad))


def _ontkend(v: Any) -> Iterator[Niet]:
    if isinstance(v, Niet):
        yield v
    elif isinstance(v, En | Of):
        for deel in v.delen:
            yield from _ontkend(deel)
