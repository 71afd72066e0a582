"""Which engine holds which rule of a service, and why not: read from what was built, not claimed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from catalogue.formulier import Formulier, elementen
from catalogue.voorwaarde import ALTIJD, Vast
from generator.site.bundel import Bundel
from generator.targets.formulier.voorwaarden import voorwaarden_css
from generator.targets.openformulieren import INSTELLINGEN
from generator.targets.openformulieren.opbouw import Opbouw

Grens = tuple[str, str]
"""The reason, and the place it is about."""
CSS = "Een stijlblad ziet geen getypte tekst, getal, datum of login. Dit blijft in beeld, met de zin erbij wanneer het telt."
TYPEN = "Een type ziet geen ander antwoord, geen dag en geen login. De controle die meereist, houdt dit wel."
MOTOREN = {
    "script": ("Formulier met script", "Houdt elke regel, en zegt het meteen bij de vraag."),
    "zonder_script": ("Formulier zonder script", "De browser toont en verbergt met een stijlblad. Wie ontvangt, beoordeelt daarna alles."),
    "stub": ("Ontvangende dienst (stub)", "Houdt elke regel. Wat zij weigert, weigert de catalogus ook."),
    "inzending": ("JSON Schema van de inzending", "Houdt alles behalve wat in schema/proeven.json staat. Wie dat ook nakijkt, heeft het hele oordeel."),
    "antwoorden": ("JSON Schema van alleen de antwoorden", "Ziet niet wie er is ingelogd."),
    "openformulieren": ("Open Formulieren", "Wie ontvangt, beoordeelt opnieuw. Een voorwaarde die niet te zeggen is, maakt het formulier ruimer, nooit strenger."),
    "jsonforms": ("JSON Forms", "Het schema ernaast houdt meer dan het scherm laat zien."),
    "typen": ("Typen voor Python en TypeScript", "De typen houden de vorm van elk antwoord. De controle die meereist (valideer) houdt elke regel."),
}  # fmt: skip
"""The engines in the order of the table: what each is called, and what to know of it."""


def motoren(formulier: Formulier, bundel: Bundel) -> list[dict[str, Any]]:
    """A row per engine: what it is, and what it leaves to others, by reason. An engine that was not built has no row."""
    laat_over = {
        "zonder_script": _css(formulier),
        "inzending": _schema(bundel, "inzending"),
        "antwoorden": _schema(bundel, "antwoorden"),
        "openformulieren": _open_formulieren(formulier),
        "jsonforms": _bestanden(bundel, "jsonforms"),
        "typen": _typen(formulier, bundel),
    }
    uit = []
    for sleutel, (naam, zin) in MOTOREN.items():
        grenzen = laat_over.get(sleutel, ())
        if grenzen is not None:
            redenen = _per_reden(grenzen)
            uit.append({"naam": naam, "zin": zin, "aantal": sum(len(r["paden"]) for r in redenen), "redenen": redenen})
    return uit


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


def _typen(formulier: Formulier, bundel: Bundel) -> Iterator[Grens] | None:
    """What a type cannot say: it sees no other answer, no day and no login; None when there are none."""
    return _afhankelijk(formulier) if any(naam.startswith("typen/") for naam in bundel.bestanden) else None


def _afhankelijk(formulier: Formulier) -> Iterator[Grens]:
    for stap in formulier.stappen:
        for e in (stap, *elementen(stap.inhoud)):
            keuzes = (keus.toon_als for keus in getattr(e, "opties", ()))
            voorwaarden = (e.toon_als, getattr(e, "verplicht", ALTIJD), *keuzes)
            grenzen = [g for g in getattr(e, "grenzen", ()) if g.grens.basis]
            if grenzen or getattr(e, "regels", ()) or any(not isinstance(v, Vast) for v in voorwaarden):
                yield TYPEN, e.pad
        yield from ((TYPEN, stop.pad) for stop in stap.stop)


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
