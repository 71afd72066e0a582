"""The forms of the language: tiny specifications with their cases, that every reader of the language must judge alike.

A folder holds `dienst.yaml` and `gevallen.json`, and `invulling.yaml` when the form is that of a municipality. They stand in
tests/taal; those of tests/kenmerken are the hardest features of the source forms, and belong to it.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from catalogue.catalogus import Catalogus
from catalogue.dienst import Dienst
from catalogue.formulier import Formulier
from catalogue.invulling import Invulling
from catalogue.load import laad
from catalogue.uitwerken import werk_uit

TESTS = Path(__file__).resolve().parents[1]
ALLE_SOORTEN = "voorbeelden/alle-soorten"


class Geweigerd(ValueError):
    """A specification that is not accepted, with what was said about it."""


@cache
def vormen() -> tuple[str, ...]:
    """The forms with cases, each as `<folder of tests>/<name>`."""
    return tuple(f"{deel}/{pad.parent.name}" for deel in ("taal", "kenmerken") for pad in sorted(TESTS.glob(f"{deel}/*/dienst.yaml")))


def bestand(vorm: str) -> Path:
    """The written text of a form."""
    return TESTS / f"{vorm}.yaml" if vorm == ALLE_SOORTEN else TESTS / vorm / "dienst.yaml"


def gevallen(vorm: str) -> list[dict[str, Any]]:
    """The cases of a form; without a file none."""
    pad = TESTS / vorm / "gevallen.json"
    return json.loads(pad.read_text("utf-8")) if pad.exists() else []


@cache
def dienst(vorm: str) -> Dienst:
    """The text of a form as it was read. Raises Geweigerd."""
    gelezen = laad(bestand(vorm), Dienst)
    if gelezen.model is None or gelezen.problemen:
        raise Geweigerd([(d.code, d.melding) for d in gelezen.problemen])
    return gelezen.model


@cache
def invulling(vorm: str) -> Invulling | None:
    """What the municipality of a form filled in, if it is one's."""
    pad = TESTS / vorm / "invulling.yaml"
    if not pad.exists():
        return None
    gelezen = laad(pad, Invulling)
    if gelezen.model is None or gelezen.problemen:
        raise Geweigerd([(d.code, d.melding) for d in gelezen.problemen])
    return gelezen.model


@cache
def formulier(vorm: str, landelijk: bool = False) -> Formulier:
    """A form worked out; `landelijk` without what the municipality filled in. Raises Geweigerd."""
    uit = werk_uit(dienst(vorm), _bouwstenen(), None if landelijk else invulling(vorm))
    if uit.problemen:
        raise Geweigerd([(p.code, p.melding) for p in uit.problemen])
    return uit.formulier


@cache
def _bouwstenen() -> Any:
    return Catalogus(TESTS.parent / "specs").bouwstenen
