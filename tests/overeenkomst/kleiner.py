"""Makes a disagreement as small as it can be, so that one sees at once what it is about."""

from __future__ import annotations

from typing import Any

from catalogue.beoordelen import beoordeel
from generator.vectoren.document import als_json
from generator.vectoren.paden import WEG, met
from tests.overeenkomst.gevallen import Geval, formulier
from tests.overeenkomst.motoren import oordeel, verschillen


def kleinste(motor: str, slug: str, g: Geval) -> dict[str, Any]:
    """The smallest answers that come from these by leaving things out and still disagree, as an example file has them."""
    f = formulier(slug)

    def oneens(antwoorden: Any) -> bool:
        geval = Geval(g.naam, antwoorden, g.o, beoordeel(f, antwoorden, g.o))
        return any(soort == "oneens" for _, soort, _ in verschillen(motor, slug, [geval], oordeel(motor, slug, [geval])))

    antwoorden = g.antwoorden
    verder = True
    while verder:
        verder = False
        for pad in sorted(_paden(antwoorden), key=len):
            kleiner = met(antwoorden, pad, WEG)
            if oneens(kleiner):
                antwoorden, verder = kleiner, True
                break
    return {"dienst": slug, "verhaal": f"Kleinste verschil tussen {motor} en de referentie.", "omstandigheden": als_json(g.o), "antwoorden": antwoorden}


def _paden(waarde: Any, pad: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    paren = waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
    return [p for sleutel, onder in paren for p in ((*pad, sleutel), *_paden(onder, (*pad, sleutel)))]
