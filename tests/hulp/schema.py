"""The services with their schemas and examples, and the comparison of a schema's verdict with the reference."""

import re
from collections.abc import Container, Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from unicodedata import is_normalized

import jsonschema_rs

from catalogue.beoordelen import beoordeel
from catalogue.catalogus import Catalogus
from catalogue.formulier import Formulier
from catalogue.oordeel import Omstandigheden
from catalogue.voorbeelden import Voorbeeld, omstandigheden_uit
from generator.targets import schema
from generator.targets.schema.inzending import voorbeeld as om_antwoorden
from generator.vectoren.paden import als_pad, bij

SPECS = Path(__file__).resolve().parents[2] / "specs"
VANDAAG = date(2026, 11, 24)


@lru_cache(maxsize=1)
def catalogus() -> Catalogus:
    """The specifications of this project."""
    return Catalogus(SPECS)


def diensten() -> list[str]:
    """Every service that can be worked out; one that cannot is the business of the tests of the check."""
    uit = []
    for slug in catalogus().slugs:
        uitwerking = catalogus().uitwerking(slug)
        if uitwerking is not None and not uitwerking.problemen:
            uit.append(slug)
    return uit


class Maat:
    """One form and role with its two schemas, validators and named rules."""

    def __init__(self, formulier: Formulier, rol: str = "indiener") -> None:
        self.formulier, self.rol = formulier, rol
        self.schemas = {"antwoorden": schema.antwoordenschema(formulier, rol), "inzending": schema.inzendingschema(formulier, rol)}
        self.houdt = {naam: jsonschema_rs.Draft202012Validator(s, validate_formats=True) for naam, s in self.schemas.items()}
        lijst = schema.proevenlijst(formulier, rol)
        self.proeven = {naam: {(e["pad"], e["code"]) for e in lijst[naam] if e["code"] != "bestand"} for naam in self.schemas}

    def stuk(self, naam: str, antwoorden, o: Omstandigheden):
        """What goes in: the answers, or a submission around them."""
        return antwoorden if naam == "antwoorden" else om_antwoorden(self.formulier, "proef", antwoorden, o)

    def verschil(self, antwoorden, o: Omstandigheden) -> list[str]:
        """Where a schema and the reference differ otherwise than by a named rule; empty when they agree."""
        oordeel = beoordeel(self.formulier, antwoorden, o)
        uit = []
        for naam in self.schemas:
            fouten = [f"{e.instance_path} {e.message[:200]}" for e in self.houdt[naam].iter_errors(self.stuk(naam, antwoorden, o))]
            if oordeel.geldig and fouten:
                uit.append(f"{naam}: strenger dan de referentie: {fouten[:3]}")
            elif not oordeel.geldig and not fouten:
                over = zonder_regel([(f.pad, f.code) for f in oordeel.fouten], self.proeven[naam], antwoorden)
                uit += [f"{naam}: geen regel voor {een}" for een in sorted(over)]
        return uit


def zonder_regel(fouten: Iterable[tuple[str, str]], regels: Container[tuple[str, str]], antwoorden: Any) -> set[tuple[str, str]]:
    """The faults that no named rule (formal path, code) is about; the rule `*` is about every text that is not in NFC."""
    return {(pad, code) for pad, code in fouten if (_vormelijk(pad), code) not in regels and not _is_nfc_regel(pad, code, regels, antwoorden)}


def _vormelijk(pad: str) -> str:
    return re.sub(r"\[\d+\]", "[]", pad)


def _is_nfc_regel(pad: str, code: str, regels: Container[tuple[str, str]], antwoorden: Any) -> bool:
    waarde = bij(antwoorden, als_pad(pad)) if ("*", code) in regels else None
    return isinstance(waarde, str) and not is_normalized("NFC", waarde)


@lru_cache(maxsize=64)
def maat(slug: str, rol: str = "indiener", gemeente: str | None = None) -> Maat:
    """The schemas of one service and role."""
    return Maat(catalogus().formulier(slug, gemeente=gemeente), rol)


def gevallen(slug: str) -> list[tuple[Voorbeeld, Maat, Omstandigheden]]:
    """The examples of a service, each with the schemas of its role and its circumstances."""
    formulier = catalogus().formulier(slug)
    uit = []
    for voorbeeld in catalogus().voorbeelden(slug):
        o = omstandigheden_uit(voorbeeld.omstandigheden, formulier, VANDAAG)
        uit.append((voorbeeld, maat(slug, o.rol), o))
    return uit
