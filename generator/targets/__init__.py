"""The registry of outputs: each is the module of that name below this package, imported when it is used.

What an output is (for whom, of what, with which options) is not here: its module says it, in `UITVOER`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from catalogue.formulier import WERK
from generator.target import Uitvoer

TARGETS = (
    "formulier", "openformulieren", "jsonforms", "afdruk", "stub", "schema", "openapi", "plan", "typen", "vectoren", "pagina",
)  # fmt: skip
"""In the order in which a reader meets them."""


def target(naam: str) -> Any:
    """The module of one output. Raises KeyError for a name that is not in the registry."""
    if naam not in TARGETS:
        raise KeyError(naam)
    return import_module(f"{__name__}.{naam}")


def uitvoer(naam: str) -> Uitvoer:
    """What one output says of itself."""
    return target(naam).UITVOER


def stemmen() -> dict[str, str]:
    """With whose voice each engine of the agreement speaks."""
    motoren = (motor for naam in TARGETS for motor in uitvoer(naam).motoren)
    return {naam: motor.stem for motor in motoren for naam in motor.overeenkomst}


def vanzelf(versie: str, gemeente: object = None) -> tuple[str, ...]:
    """The outputs that a build makes unasked, of the working text or a release, nationally or for a municipality."""
    uitgave = versie != WERK and gemeente is None
    return tuple(naam for naam in TARGETS if uitgave or not uitvoer(naam).alleen_uitgave)
