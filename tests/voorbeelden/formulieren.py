"""The forms that the tests of the HTML form run over: every service in specs/, and those beside this module: one with every kind
of question, and one to type in."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from catalogue.catalogus import Catalogus
from catalogue.dienst import Dienst
from catalogue.formulier import Formulier
from catalogue.load import laad
from catalogue.oordeel import Omstandigheden
from catalogue.uitwerken import werk_uit

ROOT = Path(__file__).resolve().parents[2]
ALLE_SOORTEN, GETYPT = "alle-soorten", "getypt"
VANDAAG = date(2026, 11, 24)


@cache
def catalogus() -> Catalogus:
    return Catalogus(ROOT / "specs")


def namen() -> list[str]:
    """The services found in specs/diensten, and the form with every kind of question."""
    return [ALLE_SOORTEN, *catalogus().slugs]


@cache
def formulier(naam: str) -> Formulier:
    """A service worked out nationally."""
    if naam not in (ALLE_SOORTEN, GETYPT):
        return catalogus().formulier(naam)
    gelezen = laad(Path(__file__).parent / f"{naam}.yaml", Dienst, naam)
    assert gelezen.model, gelezen
    uit = werk_uit(gelezen.model, catalogus().bouwstenen)
    assert not uit.problemen, uit.problemen
    return uit.formulier


def als_json(o: Omstandigheden) -> dict[str, Any]:
    """Circumstances as the script takes them."""
    indiener = o.indiener and {"soort": o.indiener.soort, "middel": o.indiener.middel, "niveau": o.indiener.niveau}
    return {
        "vandaag": o.vandaag.isoformat(), "rol": o.rol, "indiener": indiener, "voorzieningen": dict(o.voorzieningen),
        "parameters": dict(o.parameters), "aangeboden": {k: list(w) for k, w in o.aangeboden.items()},
    }  # fmt: skip
