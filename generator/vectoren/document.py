"""The vectors of a form as one JSON document that a vendor runs in any language, and that document opened again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from catalogue.formulier import Formulier
from catalogue.oordeel import Omstandigheden
from generator.vectoren.maken import Maker, Vector, vectoren
from generator.vectoren.wijziging import pas_toe, verschil

UITLEG = (
    "Elke vector heeft antwoorden, of een basis met een wijziging (JSON Patch, RFC 6902) daarop. Beoordeel ze in hun omstandigheden. "
    "Goed is wat geldig is: geldig moet gelijk zijn, en bij een fout elk pad met zijn code. Zie LEESMIJ.md."
)


@dataclass(frozen=True, slots=True)
class Geval:
    """A vector as an engine gets it: whole answers, circumstances as JSON, and the verdict."""

    id: str
    waarom: str
    omstandigheden: dict[str, Any]
    antwoorden: Any
    geldig: bool
    fouten: tuple[tuple[str, str], ...]


def document(formulier: Formulier) -> dict[str, Any]:
    """Every vector of every role, and what no answers were found for."""
    per_rol = vectoren(formulier)
    tafel: dict[str, str] = {}
    rijen = [rij for rol, maker in per_rol.items() for rij in _rijen(rol, maker, tafel)]
    return {
        "dienst": formulier.dienst,
        "versie": formulier.versie,
        **({"gemeente": formulier.gemeente.code} if formulier.gemeente else {}),
        "uitleg": UITLEG,
        "omstandigheden": {naam: json.loads(tekst) for tekst, naam in tafel.items()},
        "vectoren": rijen,
        "onbereikt": [f"{rol}: {naam}" for rol, maker in per_rol.items() for naam in maker.onbereikt],
    }


def _rijen(rol: str, maker: Maker, tafel: dict[str, str]) -> Iterator[dict[str, Any]]:
    kop = "" if rol == "indiener" else f"{rol}-"
    for nummer, v in enumerate(maker.vectoren):
        yield _rij(f"{kop}{nummer + 1}", v, maker.vectoren[v.basis] if v.basis is not None else None, kop, tafel)


def _rij(id: str, v: Vector, basis: Vector | None, kop: str, tafel: dict[str, str]) -> dict[str, Any]:
    omstandigheden = tafel.setdefault(json.dumps(als_json(v.o), sort_keys=True), f"o{len(tafel) + 1}")
    inhoud = {"antwoorden": v.antwoorden} if basis is None else {"basis": f"{kop}{v.basis + 1}", "wijziging": verschil(basis.antwoorden, v.antwoorden)}  # type: ignore[operator]
    return {
        "id": id,
        "waarom": v.waarom,
        "omstandigheden": omstandigheden,
        **inhoud,
        "geldig": v.oordeel.geldig,
        "fouten": [{"pad": f.pad, "code": f.code} for f in v.oordeel.fouten],
        **({"waarschuwingen": [{"pad": w.pad, "code": w.code} for w in v.oordeel.waarschuwingen]} if v.oordeel.waarschuwingen else {}),
    }


def als_json(o: Omstandigheden) -> dict[str, Any]:
    """Circumstances as the contract writes them; what is empty is left out."""
    indiener = {"soort": o.indiener.soort, "middel": o.indiener.middel, **({"niveau": o.indiener.niveau} if o.indiener.niveau else {})} if o.indiener else None
    alles = {
        "vandaag": o.vandaag.isoformat(),
        "rol": o.rol,
        "indiener": indiener,
        "gemeente": o.gemeente,
        "voorzieningen": dict(o.voorzieningen),
        "parameters": dict(o.parameters),
        "aangeboden": {pad: list(codes) for pad, codes in o.aangeboden.items()},
    }
    return {naam: waarde for naam, waarde in alles.items() if waarde}


def gevallen(data: dict[str, Any]) -> Iterator[Geval]:
    """The vectors of a document, each whole."""
    heel: dict[str, Any] = {}
    for rij in data["vectoren"]:
        antwoorden = rij["antwoorden"] if "antwoorden" in rij else pas_toe(heel[rij["basis"]], rij["wijziging"])
        heel[rij["id"]] = antwoorden
        fouten = tuple((f["pad"], f["code"]) for f in rij["fouten"])
        yield Geval(rij["id"], rij["waarom"], data["omstandigheden"][rij["omstandigheden"]], antwoorden, rij["geldig"], fouten)
