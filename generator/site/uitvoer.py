"""Which outputs a version has, for whom each is, and its files: exactly what a build made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from generator.site.bundel import Bundel


@dataclass(frozen=True, slots=True)
class Uitvoer:
    """An output as a reader meets it: how its files begin, who uses it, and what the files look like that are shown first (else all).

    `rest`: are the others shown too, behind a line that opens? Otherwise they are only counted.
    """

    begin: str
    naam: str
    voor: str
    zin: str
    eerst: tuple[str, ...] = ()
    rest: bool = True


ALLES = (
    Uitvoer("formulier/", "Formulier", "gemeente", "Gewone HTML voor uw eigen webserver. Werkt op een telefoon, zonder script en in uw huisstijl.", (r"formulier/index\.html",), rest=False),
    Uitvoer("openformulieren/", "Open Formulieren", "gemeente met Open Formulieren", "Een ZIP die u in het beheer importeert, en een tabel voor wie de inzendingen ontvangt.", (r"openformulieren/[^/]+\.zip", r".*/LEESMIJ\.md")),
    Uitvoer("jsonforms/", "JSON Forms", "bouwer met React, Angular of Vue", "Schema, ui-schema en teksten voor wie JSON Forms gebruikt.", (r".*/uischema\..+", r".*/schema\..+", r".*/LEESMIJ\.md")),
    Uitvoer("afdruk/", "Afdruk", "balie, en wie geen computer gebruikt", "Het formulier op papier, als PDF per taal: om te printen en met de pen in te vullen."),
    Uitvoer("stub/", "Ontvangende dienst", "gemeente en leverancier", "Een kleine dienst die ontvangt, beoordeelt en bewaart. Start met één opdracht.", (r"stub/README\.md", r"stub/eigen\.py"), rest=False),
    Uitvoer("schema/", "JSON Schema", "leverancier", "De vorm van de antwoorden en van de hele inzending. In proeven.json staan de regels die een schema niet kan zeggen."),
    Uitvoer("openapi.", "OpenAPI", "leverancier", "Het contract van de ontvangende kant, als YAML en als JSON."),
    Uitvoer("typen/", "Typen", "leverancier", "Een pakket voor Python (pydantic) en een voor TypeScript: de antwoorden als typen, met een controle die alle fouten in één keer geeft.", (r"typen/[^/]+/README\.md",), rest=False),
    Uitvoer("vectoren.json", "Testvectoren", "leverancier", "Honderden antwoorden met het oordeel dat erbij hoort. Hiermee bewijst u dat uw software hetzelfde oordeelt."),
    Uitvoer("voorbeelden.json", "Voorbeelden", "leverancier en tester", "Gevallen uit het leven, met antwoorden en het oordeel dat erbij hoort."),
    Uitvoer("gegevens.", "Gegevens", "specificeerder en functionaris gegevensbescherming", "Elke vraag met het doel en de wet, voor een rekenblad en als JSON."),
    Uitvoer("stroom.svg", "Plaatje van de stappen", "iedereen", "De stappen van boven naar beneden."),
)  # fmt: skip
HOOGSTE = 6
"""More files than this stand behind a line that opens."""


def uitvoer(bundel: Bundel, versie: str) -> list[dict[str, Any]]:
    """The outputs of one version that are there, with their files."""
    uit = []
    for u in ALLES:
        namen = [naam for naam in bundel.bestanden if naam.startswith(u.begin)]
        if not namen:
            continue
        eerst = [naam for vorm in u.eerst for naam in namen if re.fullmatch(vorm, naam)] or namen[: HOOGSTE if len(namen) > HOOGSTE + 1 else None]
        rest = [naam for naam in namen if naam not in eerst]
        uit.append({
            "naam": u.naam, "voor": u.voor, "zin": u.zin, "bestanden": [_bestand(bundel, versie, naam) for naam in eerst],
            "rest": [_bestand(bundel, versie, naam) for naam in rest] if u.rest else [], "in_zip": 0 if u.rest else len(rest),
        })  # fmt: skip
    return uit


def _bestand(bundel: Bundel, versie: str, naam: str) -> dict[str, str]:
    return {"url": f"{versie}/{naam}", "naam": naam, "kb": bundel.kb(naam)}
