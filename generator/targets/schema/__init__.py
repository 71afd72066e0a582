"""JSON Schema 2020-12 of the answers and of the submission, per role, and the named rules beside them.

`schema/antwoorden.json`, `schema/inzending.json` and `schema/proeven.json` are of the one who applies; another role has
its name in them (`schema/antwoorden.partner.json`). The schema of the submission is the exact one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from catalogue.formulier import Formulier
from generator.dialect.jsonschema import Regels
from generator.target import Artifact, Deel, Kader, Motor, Uitvoer, json_bytes
from generator.targets.schema.antwoorden import Antwoorden, met_vormen, zicht
from generator.targets.schema.inzending import bundel
from generator.targets.schema.proeven import proeven
from generator.targets.schema.waarde import tekst

UITVOER = Uitvoer(
    naam="schema",
    titel="JSON Schema",
    voor="leverancier",
    wat="De vorm van de antwoorden en van de inzending. In proeven.json staat wat een schema niet kan zeggen.",
    delen=(Deel(("schema/",)),),
    motoren=(
        Motor(
            "inzending",
            "JSON Schema van de inzending",
            "Houdt alles behalve wat in schema/proeven.json staat. Wie dat ook nakijkt, heeft het hele oordeel.",
            stem="jsonschema",
            overeenkomst=("jsonschema-rs", "jsonschema", "ajv"),
        ),
        Motor(
            "antwoorden",
            "JSON Schema van alleen de antwoorden",
            "Ziet niet wie er is ingelogd.",
            stem="jsonschema",
        ),
    ),
)
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def bouw(formulier: Formulier, kader: Kader) -> Iterable[Artifact]:
    """Three files for each role."""
    for rol in formulier.rollen:
        achter = "" if rol == "indiener" else f".{rol}"
        yield _bestand(f"schema/antwoorden{achter}.json", antwoordenschema(formulier, rol))
        yield _bestand(f"schema/inzending{achter}.json", inzendingschema(formulier, rol, kader.sha256))
        yield _bestand(f"schema/proeven{achter}.json", proevenlijst(formulier, rol))


def antwoordenschema(formulier: Formulier, rol: str = "indiener") -> dict[str, Any]:
    """The schema of the answers alone: weaker than that of the submission where a condition names the login."""
    deel = Antwoorden(formulier, rol, Regels(zicht(formulier, rol)))
    kop = {"title": f"Antwoorden: {tekst(formulier.naam)}", "description": tekst(formulier.samenvatting)}
    return {**_kop(formulier, rol, "antwoorden"), **kop, **met_vormen(deel.schema(), deel.vormen)}


def inzendingschema(formulier: Formulier, rol: str = "indiener", sha256: str = "") -> dict[str, Any]:
    """The schema of the whole submission: the exact one."""
    return {**_kop(formulier, rol, "inzending"), **bundel(formulier, rol, sha256)}


def proevenlijst(formulier: Formulier, rol: str = "indiener") -> dict[str, Any]:
    """What both schemas leave to named rules."""
    return {
        "dienst": formulier.dienst,
        "versie": formulier.versie,
        **({"gemeente": formulier.gemeente.code} if formulier.gemeente else {}),
        "rol": rol,
        "inzending": proeven(formulier, rol, inzending=True),
        "antwoorden": proeven(formulier, rol, inzending=False),
    }


def _kop(formulier: Formulier, rol: str, wat: str) -> dict[str, Any]:
    delen = [formulier.dienst, formulier.versie, *([formulier.gemeente.code] if formulier.gemeente else []), rol, wat]
    return {"$schema": DIALECT, "$id": "urn:samenloket:" + ":".join(delen)}


def _bestand(pad: str, inhoud: Any) -> Artifact:
    return Artifact(pad, json_bytes(inhoud, indent=2))
