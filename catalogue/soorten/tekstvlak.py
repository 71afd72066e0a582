"""Text of several lines."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Soort


class TekstvlakVeld(VeldBasis):
    """Text of several lines."""

    soort: Literal["tekstvlak"] = Field(description="Tekst van meer regels.")
    minimum: int | None = Field(None, ge=1, le=10000, description="Het kleinste aantal tekens.")
    maximum: int | None = Field(None, ge=1, le=10000, description="Het grootste aantal tekens; anders 1000.")


MODEL = TekstvlakVeld
SOORT = Soort(
    soort="tekstvlak",
    vorm="tekst",
    als="tekst",
    maten={"minimum": 1, "maximum": 1000, "meer_regels": True},
    woord={"nl": "tekst van meer regels", "en": "text of several lines"},
    invoer=Invoer(bouwsteen="tekstvak"),
    codes=("verplicht", "lengte", "patroon"),
)
