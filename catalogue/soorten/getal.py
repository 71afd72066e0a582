"""A number. A whole one is a JSON number; one with decimals is a text, as binary fractions make engines disagree."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from catalogue.veld.basis import Parameternaam, VeldBasis
from catalogue.veld.feiten import Invoer, Papier, Soort

Grensgetal = int | Annotated[str, StringConstraints(pattern=r"^-?(0|[1-9][0-9]{0,8})\.[0-9]{1,4}$")] | Parameternaam


class GetalVeld(VeldBasis):
    """A whole number, or with `decimalen` a text such as "2.5"."""

    soort: Literal["getal"] = Field(description="Een heel getal; met `decimalen` ook cijfers achter de komma.")
    minimum: Grensgetal | None = Field(
        None, description="Het kleinste getal, anders 0; een parameter als <aantal> mag."
    )
    maximum: Grensgetal | None = Field(None, description="Het grootste getal; een parameter als <aantal> mag.")
    decimalen: int = Field(0, ge=0, le=4, description="Hoeveel cijfers achter de komma mogen.")
    eenheid: str | None = Field(
        None, max_length=20, description="Wat er geteld wordt, bijvoorbeeld m² of personen."
    )


MODEL = GetalVeld
SOORT = Soort(
    soort="getal",
    vorm="getal",
    als="getal",
    maten={"minimum": 0, "maximum": 999_999_999},
    woord={"nl": "getal", "en": "number"},
    invoer=Invoer(toetsenbord="numeric", maat="m8"),
    papier=Papier(regel="kort"),
    parameter="10",
    meldingen={
        "verplicht": {"nl": "Vul bij ‘{naam}’ een getal in.", "en": "Enter a number for ‘{naam}’."},
        "soort": {
            "nl": "Vul bij ‘{naam}’ een heel getal in, met alleen cijfers.",
            "en": "Enter a whole number for ‘{naam}’, digits only.",
        },
    },
    codes=("verplicht", "soort", "patroon", "minimum", "maximum"),
)
