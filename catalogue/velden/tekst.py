"""Questions that are answered with words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from catalogue.velden.basis import Gebrek, VeldBasis, is_tekst
from catalogue.velden.patroon import is_patroon, past


class TekstVeld(VeldBasis):
    """One line of text. Lengths count characters (code points)."""

    soort: Literal["tekst"] = Field(description="Eén regel tekst.")
    minimum: int = Field(1, ge=1, le=10000, description="Het kleinste aantal tekens.")
    maximum: int = Field(200, ge=1, le=10000, description="Het grootste aantal tekens.")
    patroon: str | None = Field(None, description="Een eenvoudig patroon, bijvoorbeeld [0-9]{12}.")
    voorbeeld: str | None = Field(None, max_length=60, description="Een voorbeeld van een goed antwoord, voor in de foutmelding.")

    @field_validator("patroon")
    @classmethod
    def _klein_patroon(cls, waarde: str | None) -> str | None:
        if waarde is not None and not is_patroon(waarde):
            raise PydanticCustomError("patroon", "een patroon bestaat alleen uit tekens, klassen als [A-Z] en aantallen als {1,6}, en laat daarmee niet te veel open")
        return waarde

    def gebreken(self, waarde: Any) -> Iterator[Gebrek]:
        if not isinstance(waarde, str):
            yield "", "soort"
        elif not is_tekst(waarde) or not self.minimum <= len(waarde) <= self.maximum:
            yield "", "lengte"
        elif self.patroon and not past(self.patroon, waarde):
            yield "", "patroon"


class TekstvlakVeld(VeldBasis):
    """Text of several lines."""

    soort: Literal["tekstvlak"] = Field(description="Tekst van meer regels.")
    minimum: int = Field(1, ge=1, le=10000, description="Het kleinste aantal tekens.")
    maximum: int = Field(1000, ge=1, le=10000, description="Het grootste aantal tekens.")

    def gebreken(self, waarde: Any) -> Iterator[Gebrek]:
        if not isinstance(waarde, str):
            yield "", "soort"
        elif not is_tekst(waarde) or not self.minimum <= len(waarde) <= self.maximum:
            yield "", "lengte"
