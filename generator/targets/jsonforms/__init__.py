"""JSON Forms: per role a ui schema, the schema it goes with, and what it does not hold; texts per language; how to use it.

`jsonforms/uischema.json`, `schema.json` and `grenzen.json` are of the one who applies; another role has its name in them
(`uischema.partner.json`). `i18n.<taal>.json` holds every text; `opschonen.mjs` makes the answers as they are sent, with
the plan of the form and the judge of its script (`oordeel/`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from catalogue.formulier import Formulier
from catalogue.plan import maak_plan
from catalogue.tekst import in_taal
from generator.plekken import bron_map
from generator.sjabloon import sjabloon
from generator.target import Artifact, Deel, Kader, Motor, Uitvoer
from generator.targets.formulier.bestanden import oordeel
from generator.targets.jsonforms.schema import schema_voor
from generator.targets.jsonforms.teksten import Woorden
from generator.targets.jsonforms.uischema import Opbouw

UITVOER = Uitvoer(
    naam="jsonforms",
    titel="JSON Forms",
    voor="bouwer met React, Angular of Vue",
    wat="Schema, ui-schema en teksten voor wie JSON Forms gebruikt.",
    delen=(
        Deel(
            ("jsonforms/",),
            eerst=("jsonforms/uischema.*", "jsonforms/schema.*", "jsonforms/LEESMIJ.md"),
            uitleg="jsonforms/LEESMIJ.md",
        ),
    ),
    motoren=(
        Motor(
            "jsonforms",
            "JSON Forms",
            "Het schema ernaast houdt meer dan het scherm laat zien.",
            stem="jsonforms",
            overeenkomst=("jsonforms",),
        ),
    ),
)
MAP = "jsonforms"


def bouw(formulier: Formulier, kader: Kader) -> Iterator[Artifact]:
    """The folder `jsonforms/`."""
    woorden, grenzen = Woorden(formulier), []
    for rol in formulier.rollen:
        achter = "" if rol == "indiener" else f".{rol}"
        o = Opbouw(formulier, rol, woorden)
        yield _bestand(f"uischema{achter}.json", o.uischema())
        yield _bestand(f"schema{achter}.json", schema_voor(formulier, rol, woorden))
        yield _bestand(f"grenzen{achter}.json", o.grenzen)
        grenzen += [een for een in o.grenzen if een not in grenzen]
    for taal, teksten in woorden.per_taal.items():
        yield _bestand(f"i18n.{taal}.json", teksten)
    yield _bestand("plan.json", maak_plan(formulier))
    opschonen = (bron_map("templates") / MAP / "opschonen.mjs").read_bytes()
    yield Artifact(f"{MAP}/opschonen.mjs", opschonen.replace(b"../formulier/", b"./oordeel/"))
    for naam, inhoud in oordeel().items():
        yield Artifact(f"{MAP}/oordeel/{naam}", inhoud)
    tekst = sjabloon(f"{MAP}/LEESMIJ.md.j2").render(f=formulier, naam=in_taal(formulier.naam, "nl"), grenzen=grenzen)
    yield Artifact(f"{MAP}/LEESMIJ.md", tekst.encode())


def _bestand(naam: str, inhoud: Any) -> Artifact:
    return Artifact(f"{MAP}/{naam}", (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode())
