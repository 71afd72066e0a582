"""Een dienst staat in een map met haar naam.

Wat: De naam achter dienst is de naam van de map.

Waarom: De map is het adres van de dienst.

Voorbeeld:

    specs/diensten/verhuizen/dienst.yaml met dienst: verhuizing-doorgeven

In plaats daarvan:

    specs/diensten/verhuizing-doorgeven/dienst.yaml
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import PurePath

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL329", "fout"
REGEL = sys.modules[__name__]


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    plek = PurePath(o.bron.bestand).parent
    map = plek.parent.name if plek.name == "uitgaven" else plek.name
    if map and map != o.dienst.dienst:
        yield o.meld(REGEL, f"de map heet ‘{map}’ en de dienst ‘{o.dienst.dienst}’", "Geef ze dezelfde naam.", o.bron.plaats(("dienst",)))
