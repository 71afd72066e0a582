"""One line of text. Lengths count characters (code points)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Soort
from catalogue.veld.patroon import is_patroon

GEEN_PATROON = (
    "een patroon bestaat alleen uit tekens, klassen als [A-Z] en aantallen als {1,6}, en laat daarmee niet te veel open"
)


class TekstVeld(VeldBasis):
    """One line of text."""

    soort: Literal["tekst"] = Field(description="Eén regel tekst.")
    minimum: int | None = Field(None, ge=1, le=10000, description="Het kleinste aantal tekens.")
    maximum: int | None = Field(None, ge=1, le=10000, description="Het grootste aantal tekens; anders 200.")
    patroon: str | None = Field(None, description="Een eenvoudig patroon, bijvoorbeeld [0-9]{12}.")
    voorbeeld: str | None = Field(
        None, max_length=60, description="Een voorbeeld van een goed antwoord, voor in de foutmelding."
    )

    @field_validator("patroon")
    @classmethod
    def _klein_patroon(cls, waarde: str | None) -> str | None:
        if waarde is not None and not is_patroon(waarde):
            raise PydanticCustomError("patroon", GEEN_PATROON)
        return waarde


MODEL = TekstVeld
SOORT = Soort(
    soort="tekst",
    vorm="tekst",
    als="tekst",
    maten={"minimum": 1, "maximum": 200},
    woord={"nl": "tekst", "en": "text"},
    invoer=Invoer(naar_gegeven=True),
    parameter="...",
    codes=("verplicht", "lengte", "patroon"),
)
