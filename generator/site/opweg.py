"""What gets a reader of a service page going: answers that can be judged at once, and a filling to start from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from catalogue.beoordelen import beoordeel
from catalogue.dienst import Parameter
from catalogue.formulier import Formulier
from catalogue.soorten import SOORTEN
from catalogue.tekst import in_taal
from catalogue.voorbeelden import Voorbeeld, omstandigheden_uit


def eerste_antwoorden(formulier: Formulier, voorbeelden: Iterable[Voorbeeld], vandaag: date) -> dict[str, str] | None:
    """The shortest right story that needs no circumstances but its day: the answers as JSON, and that day."""
    for v in sorted((v for v in voorbeelden if v.goed), key=lambda v: (len(json.dumps(v.antwoorden)), v.naam)):
        dag = v.omstandigheden.get("vandaag", vandaag.isoformat())
        if beoordeel(formulier, v.antwoorden, omstandigheden_uit({"vandaag": dag}, formulier, vandaag)).geldig:
            return {"json": json.dumps(v.antwoorden, ensure_ascii=False, indent=2), "vandaag": dag}
    return None


def adoptie(formulier: Formulier, uitgave: str | None, uit: Iterable[str]) -> str:
    """A filling for this service, right as it stands; what may be filled in waits behind a `#`."""
    regels = [
        'gemeente: "0000"              # de CBS-code van uw gemeente',
        "naam: Uw gemeente",
        'contact: {telefoon: "14 000", website: "https://www.uw-gemeente.example"}',
        "diensten:",
        f"  {formulier.dienst}:",
        f'    uitgave: "{uitgave}"' if uitgave else "    verplicht: []",
    ]
    gewoon = [p for p in formulier.parameters if p.soort != "lijst"]
    lijsten = [p for p in formulier.parameters if p.soort == "lijst"]
    if gewoon or lijsten or uit:
        regels.append("    # Haal het hekje weg bij wat u invult:")
    if gewoon:
        regels += ["    # parameters:", *(f"    #   {p.parameter}: {_waarde(p)}" for p in gewoon)]
    if lijsten:
        regels += ["    # lijsten:", *(f"    #   {p.parameter}: [{{code: eerste, naam: Eerste}}]" for p in lijsten)]
    if uit:
        regels.append(f"    # uit: [{', '.join(uit)}]")
    return "\n".join(regels) + "\n"


def _waarde(p: Parameter) -> str:
    """A value of its kind, as it is written; a number or a day stands in quotes."""
    waarde = p.minimum or (SOORTEN[p.soort].parameter if p.soort in SOORTEN else "...")
    return json.dumps(waarde) if any(teken.isdigit() for teken in waarde) else waarde


def hints(formulieren: Iterable[Formulier]) -> str:
    """A few words that people look for: the first synonym of each service."""
    woorden = [f.synoniemen[0] if f.synoniemen else in_taal(f.naam, "nl").lower() for f in formulieren]
    return ", ".join(woorden[:3])
