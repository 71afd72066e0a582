"""The types for vendors as engines: what their validators say, and whether the models take what is right and give it back."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from catalogue.oordeel import Omstandigheden
from tests.hulp.node import ROOT, node
from tests.hulp.typen import geladen, geschreven
from tests.overeenkomst.gevallen import Geval, formulier
from tests.voorbeelden.formulieren import als_json

Fouten = list[tuple[str, str]]


def pydantic_(slug: str, gevallen: list[Geval]) -> list[tuple[Fouten, Any]]:
    """The faults of each case, and of what is right the answers as the models give them back: None when they refuse."""
    pakket = geladen(geschreven(formulier, slug))
    return [_een(pakket, g) for g in gevallen]


def _een(pakket: Any, g: Geval) -> tuple[Fouten, Any]:
    fouten = [(f.pad, f.code) for f in pakket.valideer(g.antwoorden, **omstandigheden(g.o))]
    if fouten:
        return fouten, None
    try:
        return [], model(pakket, g.o.rol).model_validate(g.antwoorden).als_json()
    except ValidationError as fout:
        return [(".".join(map(str, e["loc"])), f"model: {e['type']}") for e in fout.errors()], None


def model(pakket: Any, rol: str) -> Any:
    """The model of the answers of a role."""
    return pakket.Antwoorden if rol == "indiener" else getattr(pakket, f"Antwoorden{rol[:1].upper()}{rol[1:]}")


def omstandigheden(o: Omstandigheden) -> dict[str, Any]:
    """Circumstances as `valideer` of the Python package takes them."""
    return {
        "vandaag": o.vandaag,
        "indiener": (o.indiener.soort, o.indiener.middel, o.indiener.niveau) if o.indiener else None,
        "rol": o.rol,
        "voorzieningen": o.voorzieningen,
        "parameters": o.parameters,
        "aangeboden": o.aangeboden,
    }


def typescript(stapels: list[tuple[str, list[Geval]]]) -> list[list[Fouten] | str]:
    """The faults of each case, as the modules in Node give them, of many forms in one run; of one that breaks, how."""
    taken = [
        {"map": str(geschreven(formulier, slug) / "typescript"), "gevallen": [[g.antwoorden, als_json(g.o)] for g in gevallen]}
        for slug, gevallen in stapels
    ]
    rijen = json.loads(node(ROOT / "tests/js/typen.mjs", input=json.dumps(taken), timeout=900))
    return [rij["fout"] if isinstance(rij, dict) else [[(pad, code) for pad, code, _ in fouten] for fouten in rij] for rij in rijen]
