"""Test vectors: `vectoren.json`, answers with the verdict they must get, to prove that software judges as the specification does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from catalogue.formulier import Formulier
from generator.target import Artifact, Deel, Kader, Uitvoer
from generator.vectoren.document import document

UITVOER = Uitvoer(
    naam="vectoren",
    titel="Testvectoren",
    voor="leverancier",
    wat="Honderden antwoorden met hun oordeel. Hiermee bewijst u dat uw software hetzelfde oordeelt.",
    delen=(Deel(("vectoren.json",)),),
    alleen_uitgave=True,
)


def bouw(formulier: Formulier, kader: Kader) -> Iterable[Artifact]:
    """One file, with a vector on each line."""
    data = document(formulier)
    regels = ",\n".join(json.dumps(rij, ensure_ascii=False, separators=(",", ":")) for rij in data.pop("vectoren"))
    kop = json.dumps(data, ensure_ascii=False, indent=1)[:-2]
    yield Artifact("vectoren.json", f'{kop},\n "vectoren": [\n{regels}\n]}}\n'.encode())
