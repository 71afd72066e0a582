"""The versions of a service, and what changed since its first release, and why."""

from __future__ import annotations

from typing import Any

from catalogue import register
from catalogue.formulier import WERK, Formulier
from catalogue.uitgave import lees_uitgave
from generator.site.verschil import Verschil, verschil

Formulieren = dict[str, Formulier]
"""By version, oldest first; the working text last."""


def versies(formulieren: Formulieren, map: Any, bundel: Any, woorden: Any) -> list[dict[str, Any]]:
    """Newest first, each with what was said of it and what differs from the one before. `bundel(versie)` is what was built."""
    wat, elders = _waarom(formulieren, woorden), sinds_eerste(formulieren)
    uit, vorige = [], ""
    for versie, formulier in formulieren.items():
        b = bundel(versie)
        uit.append({
            "naam": "werkbestand" if versie == WERK else versie,
            "van": "nog niet vastgesteld" if versie == WERK else lees_uitgave(map, versie)["geldig_van"],
            "wat": ["Hieraan wordt gewerkt."] if versie == WERK else ["Staat hierboven."] if elders and versie in elders else wat.get(versie) or _herkomst(formulier),
            "vorige": vorige, "verschil": als_waarden(verschil(formulieren[vorige], formulier)) if vorige and (vorige, versie) != elders else None,
            "url": f"{versie}/formulier/index.html" if b else "", "zip": f"{versie}/{b.zip_naam}" if b else "", "zip_kb": b.kb() if b else "",
        })  # fmt: skip
        vorige = versie
    return uit[::-1]


def sinds_eerste(formulieren: Formulieren) -> tuple[str, str] | None:
    """The first and the newest release, when there are two."""
    uitgaven = [versie for versie in formulieren if versie != WERK]
    return (uitgaven[0], uitgaven[-1]) if len(uitgaven) > 1 else None


def veranderd(formulieren: Formulieren, woorden: Any) -> dict[str, Any] | None:
    """What changed from the first release to the newest, and why."""
    paar = sinds_eerste(formulieren)
    if paar is None:
        return None
    eerste, nieuwste = paar
    waarom = [zin for versie, zinnen in _waarom(formulieren, woorden).items() if versie != eerste for zin in zinnen]
    oud, nieuw = formulieren[eerste], formulieren[nieuwste]
    return {
        "eerste": eerste,
        "nieuwste": nieuwste,
        "herkomst": " ".join(_herkomst(oud)),
        "waarom": waarom,
        **als_waarden(verschil(oud, nieuw)),
    }


def als_waarden(v: Verschil) -> dict[str, Any]:
    groepen = [("Nieuw", v.nieuw), ("Weg", v.weg), ("Anders", v.anders)]
    return {
        "zin": v.zin(),
        "gelijk": v.gelijk,
        "groepen": [
            {"naam": naam, "regels": [{"pad": p, "wat": w} for p, w in regels]} for naam, regels in groepen if regels
        ],
    }


def _waarom(formulieren: Formulieren, woorden: Any) -> dict[str, list[str]]:
    """What the newest text says of each release."""
    uit: dict[str, list[str]] = {}
    for w in list(formulieren.values())[-1].wijzigingen:
        uit.setdefault(w.versie, []).append(woorden(w.wat))
    return uit


def _herkomst(formulier: Formulier) -> list[str]:
    """Where a release comes from, when it is a source form taken over whole."""
    if not formulier.herkomst or not formulier.herkomst_heel:
        return []
    bron = register.bronformulier(formulier.herkomst)
    return [f"De tekst van {bron.stand}, rij voor rij overgenomen uit het formulier ‘{bron.titel}’ ({bron.bron})."]
