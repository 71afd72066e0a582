"""Which engine holds which rule of a service, and why not: read from what was built, not claimed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from catalogue.formulier import Formulier, elementen
from catalogue.voorwaarde import ALTIJD, Vast
from generator.site.bundel import Bundel
from generator.site.uitvoer import bestanden
from generator.target import STEMMEN, Motor
from generator.targets import TARGETS, uitvoer
from generator.targets.formulier.voorwaarden import voorwaarden_css
from generator.targets.openformulieren import INSTELLINGEN
from generator.targets.openformulieren.opbouw import Opbouw

Grens = tuple[str, str]
"""The reason, and the place it is about."""
CSS = (
    "Een stijlblad ziet geen getypte tekst, getal, datum of login. "
    "Dit blijft in beeld, met de zin erbij wanneer het telt."
)
TYPEN = "Een type ziet geen ander antwoord, geen dag en geen login. De controle die meereist, houdt dit wel."


def motoren(formulier: Formulier, bundel: Bundel) -> dict[str, Any]:
    """A row per engine: what it is, with whose voice it speaks, what it leaves to others, by reason; and the voices. An
    engine of an output that was not built has no row."""
    gebouwd = [u for u in map(uitvoer, TARGETS) if any(bestanden(deel, bundel) for deel in u.delen)]
    alle = [motor for u in gebouwd for motor in u.motoren]
    rijen = [_rij(motor, _per_reden(_laat_over(motor.sleutel, formulier, bundel))) for motor in alle]
    return {"rijen": rijen, "stemmen": [STEMMEN[stem] for stem in dict.fromkeys(m.stem for m in alle if m.stem)]}


def _rij(motor: Motor, redenen: list[dict[str, Any]]) -> dict[str, Any]:
    aantal = sum(len(r["paden"]) for r in redenen)
    stem = STEMMEN.get(motor.stem, "")
    return {"naam": motor.naam, "zin": motor.zin, "stem": stem, "aantal": aantal, "redenen": redenen}


def _laat_over(sleutel: str, formulier: Formulier, bundel: Bundel) -> Iterable[Grens]:
    """What one engine leaves to others. A judge leaves nothing."""
    match sleutel:
        case "zonder_script":
            return _css(formulier)
        case "inzending" | "antwoorden":
            return _schema(bundel, sleutel)
        case "openformulieren":
            return _open_formulieren(formulier)
        case "jsonforms":
            return _bestanden(bundel, sleutel)
        case "pydantic" | "typescript":
            return _afhankelijk(formulier)
        case "script" | "stub":
            return ()
    raise ValueError(f"say what the engine {sleutel} leaves to others")


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


def _bestanden(bundel: Bundel, map: str) -> Iterator[Grens]:
    """What an output says of itself in `grenzen.json`, per role."""
    for naam, pad in bundel.bestanden.items():
        if re.fullmatch(rf"{map}/grenzen(\.\w+)?\.json", naam):
            for een in json.loads(pad.read_bytes()):
                yield een["uitleg"]["nl"], een["pad"]


def _open_formulieren(formulier: Formulier) -> Iterator[Grens]:
    for rol in formulier.rollen:
        for pad, reden in Opbouw(formulier, rol, INSTELLINGEN["openformulieren.prefill"][0]).grenzen.items():
            yield reden, pad.partition("#")[0]


def _afhankelijk(formulier: Formulier) -> Iterator[Grens]:
    """What a type cannot say: it sees no other answer, no day and no login."""
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
