"""Types for who builds against the contract: `typen/python/` (pydantic) and `typen/typescript/`, each a package that stands alone.

The types say what always holds. What depends on other answers, the day or the login is judged by the evaluator that travels
along: that of the stub in Python, that of the form in JavaScript. Both give all faults in one round.
"""

from __future__ import annotations

from collections.abc import Iterable

from catalogue.formulier import Formulier
from generator.target import Artifact, Kader
from generator.targets.typen import python, typescript


def bouw(formulier: Formulier, kader: Kader) -> Iterable[Artifact]:
    """Both packages."""
    yield from python.bouw(formulier, kader)
    yield from typescript.bouw(formulier, kader)
