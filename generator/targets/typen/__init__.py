"""Types for who builds against the contract: `typen/python/` (pydantic) and `typen/typescript/`, each a package that stands alone.

The types say what always holds. What depends on other answers, the day or the login is judged by the evaluator that travels
along: that of the stub in Python, that of the form in JavaScript. Both give all faults in one round.
"""

from __future__ import annotations

from collections.abc import Iterable

from catalogue.formulier import Formulier
from generator.target import Artifact, Deel, Kader, Motor, Uitvoer
from generator.targets.typen import python, typescript

UITVOER = Uitvoer(
    naam="typen",
    titel="Typen",
    voor="leverancier",
    wat="Een pakket voor Python en een voor TypeScript: typen, en een controle die alle fouten in één keer geeft.",
    delen=(Deel(("typen/",), eerst=("typen/*/README.md",), rest=False),),
    motoren=(
        Motor(
            "pydantic",
            "Typen voor Python",
            "De typen (pydantic) houden de vorm van elk antwoord. De controle die meereist, valideer, houdt elke regel.",
            stem="python",
            overeenkomst=("pydantic",),
        ),
        Motor(
            "typescript",
            "Typen voor TypeScript",
            "De typen houden de vorm van elk antwoord. De controle die meereist, valideer, houdt elke regel.",
            stem="javascript",
            overeenkomst=("typescript",),
        ),
    ),
)


def bouw(formulier: Formulier, kader: Kader) -> Iterable[Artifact]:
    """Both packages."""
    yield from python.bouw(formulier, kader)
    yield from typescript.bouw(formulier, kader)
