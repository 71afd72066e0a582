"""Test vectors: `vectoren.json`, answers with the verdict they must get, to prove that software judges as the specification does.

They take seconds to make, so a build makes them of releases, which never change; of the working text only when asked for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from catalogue.formulier import WERK, Formulier
from generator.target import Artifact, Kader
from generator.vectoren.document import document

_GEMAAKT: dict[str, dict[str, Any]] = {}
"""What was made in this run, by the sum of the form: a release is built under two addresses."""


def bouw(formulier: Formulier, kader: Kader) -> Iterable[Artifact]:
    """One file; the same questions give the same vectors, whatever the version is called."""
    som = hashlib.sha256(formulier.model_copy(update={"versie": WERK}).model_dump_json().encode()).hexdigest()
    if som not in _GEMAAKT:
        _GEMAAKT[som] = document(formulier)
    data = {**_GEMAAKT[som], "versie": formulier.versie}
    regels = ",\n".join(json.dumps(rij, ensure_ascii=False, separators=(",", ":")) for rij in data.pop("vectoren"))
    kop = json.dumps(data, ensure_ascii=False, indent=1)[:-2]
    yield Artifact("vectoren.json", f'{kop},\n "vectoren": [\n{regels}\n]}}\n'.encode())
