"""Which engine holds which rule of a service, and why not: read from what was built, not claimed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from catalogue.formulier import Formulier, elementen
from generator.site.bundel import Bundel
from generator.targets.formulier.voorwaarden import voorwaarden_css
from generator.targets.openformulieren import INSTELLINGEN
from generator.targets.openformulieren.opbouw import Opbouw

Grens = tuple[str, str]
"""The reason, and the place it is about."""
CSS = "Een stijlblad ziet geen getypte tekst, getal, datum of login. Dit blijft in beeld, met de zin erbij wanneer het telt."


def motoren(formulier: Formulier, bundel: Bundel) -> list[dict[str, Any]]:
    """A row per engine: what it is, and what it leaves to others, by reason. An engine that was not built has no row."""
    rijen = [
        ("Formulier met script", "Houdt elke regel, en zegt het meteen bij de vraag.", []),
        (
            "Formulier zonder script",
            "De browser toont en verbergt met een stijlblad. Wie ontvangt, beoordeelt daarna alles.",
            list(_css(formulier)),
        ),
        ("Ontvangende dienst (stub)", "Houdt elke regel. Wat zij weigert, weigert de catalogus ook.", []),
        (
            "JSON Schema van de inzending",
            "Houdt alles behalve wat in schema/proeven.json staat. Wie dat ook nakijkt, heeft het hele oordeel.",
            list(_schema(bundel, "inzending")),
        ),
        ("JSON Schema van alleen de antwoorden", "Ziet niet wie er is ingelogd.", list(_schema(bundel, "antwoorden"))),
        (
            "Open Formulieren",
            "Wie ontvangt, beoordeelt opnieuw. Een voorwaarde die niet te zeggen is, maakt het formulier ruimer, nooit strenger.",
            list(_open_formulieren(formulier)),
        ),
    ]
    rijen += [
        (naam, zin, list(grenzen)) for map, naam, zin in _ANDERE if (grenzen := _bestanden(bundel, map)) is not None
    ]
    return [
        {"naam": naam, "zin": zin, "aantal": len(grenzen), "redenen": _per_reden(grenzen)}
        for naam, zin, grenzen in rijen
    ]


_ANDERE = (
    ("jsonforms", "JSON Forms", "Het schema ernaast houdt meer dan het scherm laat zien."),
    (
        "typen",
        "Typen voor Python en TypeScript",
        "Een type zegt de vorm van een antwoord; de regels staan in het schema.",
    ),
)


def _per_reden(grenzen: Iterable[Grens]) -> list[dict[str, Any]]:
    uit: dict[str, list[str]] = {}
    for reden, pad in grenzen:
        if pad not in uit.setdefault(reden, []):
            uit[reden].append(pad)
    return [{"reden": reden, "paden": paden} for reden, paden in sorted(uit.items(), key=lambda r: (-len(r[1]), r[0]))]


def _schema(bundel: Bundel, welk: str) -> Iterator[Grens]:
    for naam, pad in bundel.bestanden.items():
        if re.fullmatch(r"schema/proeven(\.\w+)?\.json", naam):
            for regel in json.loads(pad.read_bytes())[welk]:
                yield regel["uitleg"]["nl"], regel["pad"]


def _bestanden(bundel: Bundel, map: str) -> Iterator[Grens] | None:
    """What an output says of itself in `grenzen.json`, per role; None when it is not there."""
    namen = [naam for naam in bundel.bestanden if re.fullmatch(rf"{map}/grenzen(\.\w+)?\.json", naam)]
    return (
        ((een["uitleg"]["nl"], een["pad"]) for naam in namen for een in json.loads(bundel.bestanden[naam].read_bytes()))
        if namen
        else None
    )


def _open_formulieren(formulier: Formulier) -> Iterator[Grens]:
    for rol in formulier.rollen:
        for pad, reden in Opbouw(formulier, rol, INSTELLINGEN["openformulieren.prefill"][0]).grenzen.items():
            yield reden, pad.partition("#")[0]


def _css(formulier: Formulier) -> Iterator[Grens]:
    """What stays in view without the script, whatever was answered."""
    paden = {_id(e.pad): e.pad for stap in formulier.stappen for e in (stap, *stap.stop, *elementen(stap.inhoud))}
    for rol in formulier.rollen:
        for element in voorwaarden_css(formulier, rol)[1]:
            gevonden = re.match(r'(?:#v-([\w-]+)|\[data-pad="([^"]+)"\])', element)
            optie = re.search(r'\[value="([^"]+)"\]', element)
            pad = (paden.get(gevonden[1] or "") or gevonden[2] or gevonden[1]) if gevonden else element
            yield CSS, f"{pad}: {optie[1]}" if optie else pad


def _id(pad: str) -> str:
    return pad.replace("[]", "").replace(".", "-")
