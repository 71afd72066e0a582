"""The features that were found in the source forms: how the language says each, and where that is really used.

The places are not written down but found: each row of the tables says what must hold of the worked-out forms and their
texts. A feature without a place is a promise that nobody tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.catalogus import Catalogus
from catalogue.formulier import WERK
from catalogue.source import Pad, lees
from catalogue.uitgave import bouwstenen_van
from catalogue.uitwerken import DIENST, werk_uit
from generator.site.kenmerken import keuzes, maten, rondom, teksten, voorwaarden, vragen, wie
from generator.site.kenmerken.blad import Blad, Tekst
from generator.site.kenmerken.fragment import Fragment, fragment
from generator.site.kenmerken.zoeken import Kenmerk

__all__ = ["THEMAS", "Fragment", "Kenmerk", "Plek", "alle", "fragment_van", "vind"]

THEMAS: dict[str, tuple[Kenmerk, ...]] = {
    "Vaste blokken, en wie het invult": wie.KENMERKEN,
    "Voorwaarden en antwoorden": voorwaarden.KENMERKEN,
    "Kiezen, herhalen en stoppen": keuzes.KENMERKEN,
    "Nummers, adressen, datums en tijden": vragen.KENMERKEN,
    "Getallen, teksten en documenten": maten.KENMERKEN,
    "Uitleg, en wat de gemeente invult": teksten.KENMERKEN,
    "Register, versturen en betalen": rondom.KENMERKEN,
}


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a feature is used: a service in a version, the path there, and the text that says it (None: a block).

    `ver` is how far from the source's own example: 0 for its row, 1 for its form, 2 elsewhere.
    """

    slug: str
    versie: str
    pad: str
    tekst: Tekst | None
    yp: Pad
    ver: int


def alle() -> Iterator[Kenmerk]:
    """Every feature, in the order of their codes."""
    for kenmerken in THEMAS.values():
        yield from kenmerken


def vind(catalogus: Catalogus) -> dict[str, list[Plek]]:
    """Per code the places, those that answer for the source's own example first; releases after working texts."""
    bladen = [blad for slug in catalogus.slugs for blad in _bladen(catalogus, slug)]
    return {k.code: sorted((p for b in bladen for p in _plekken(k, b)), key=_orde) for k in alle()}


def fragment_van(kenmerk: Kenmerk, plekken: list[Plek]) -> Fragment | None:
    """The lines that show a feature best: of the first place of which the text is there."""
    plek = next((p for p in plekken if p.tekst is not None), None)
    return fragment(plek.tekst, plek.yp, kenmerk.sleutels.split()) if plek and plek.tekst else None


def _orde(plek: Plek) -> tuple[int, bool, bool]:
    return plek.ver, plek.tekst is None, plek.versie != WERK


def _plekken(kenmerk: Kenmerk, blad: Blad) -> Iterator[Plek]:
    gezien = set()
    for gevonden in kenmerk.zoek(blad):
        vondst = blad.op(gevonden) if isinstance(gevonden, str) else gevonden
        if vondst in gezien:
            continue
        gezien.add(vondst)
        bestand, yp = vondst.waar or ("", ())
        tekst = blad.teksten.get(bestand)
        yield Plek(blad.slug, blad.versie, vondst.pad, tekst, yp, _ver(kenmerk, blad, tekst, yp))


def _ver(kenmerk: Kenmerk, blad: Blad, tekst: Tekst | None, yp: Pad) -> int:
    vorm, _, rij = kenmerk.voorbeeld.partition(" ")
    if blad.formulier.herkomst != f"gemma-2016/{vorm}" or not blad.formulier.herkomst_heel:
        return 2
    rij = rij.replace(".", "/")
    data = tekst.op(yp) if tekst else {}
    return 1 - any(een == rij or een.startswith(f"{rij}/") for een in _rijen(data))


def _rijen(data: object) -> Iterator[str]:
    """Every row of the source that is named in a piece of text."""
    if isinstance(data, dict):
        for sleutel, waarde in data.items():
            yield from _woorden(waarde) if sleutel == "bron" else _rijen(waarde)
    elif isinstance(data, list):
        for deel in data:
            yield from _rijen(deel)


def _woorden(data: object) -> Iterator[str]:
    if isinstance(data, dict | list):
        for deel in data.values() if isinstance(data, dict) else data:
            yield from _woorden(deel)
    else:
        yield str(data)


def _bladen(catalogus: Catalogus, slug: str) -> Iterator[Blad]:
    """The working text of a service, and its releases."""
    uitwerking, gelezen = catalogus.uitwerking(slug), catalogus.dienst(slug)
    if uitwerking and gelezen.model and not uitwerking.problemen:
        blokken = {f"blok:{naam}": Tekst(f"specs/blokken/{naam}.yaml", g.bron) for naam, g in catalogus.blokken.items()}
        teksten = {DIENST: Tekst(f"specs/diensten/{slug}/dienst.yaml", gelezen.bron), **blokken}
        yield Blad(slug, WERK, uitwerking.formulier, gelezen.model, uitwerking.plaatsen, teksten)
    for versie in catalogus.uitgaven(slug):
        naam = f"diensten/{slug}/uitgaven/{versie}.yaml"
        dienst, bouwstenen = bouwstenen_van(catalogus.map_van(slug), versie)
        uit = werk_uit(dienst, bouwstenen)
        tekst = Tekst(f"specs/{naam}", lees((catalogus.map / naam).read_bytes(), naam))
        yield Blad(slug, versie, uit.formulier, dienst, uit.plaatsen, {DIENST: tekst})
