"""The plan: `plan.json`, the form as data, which both our judges work with. What stands in it is told on the page *Het plan*."""

from __future__ import annotations

from collections.abc import Iterable

from catalogue.formulier import Formulier
from catalogue.plan import maak_plan
from generator.target import Artifact, Deel, Kader, Uitvoer, json_bytes

UITVOER = Uitvoer(
    naam="plan",
    titel="Het plan",
    voor="leverancier",
    wat="Het hele formulier als gegevens: alles wat over antwoorden beslist. Voor wie zelf een motor bouwt.",
    delen=(Deel(("plan.json",)),),
)


def bouw(formulier: Formulier, _: Kader) -> Iterable[Artifact]:
    """One file; of a release the plan that was frozen with it."""
    yield Artifact("plan.json", json_bytes(maak_plan(formulier)))
