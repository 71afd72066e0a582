"""An amount in euros, as a text with two decimals: "1250.00"."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Papier, Soort, Type

GRENS = r"^(-?(0|[1-9][0-9]{0,8})\.[0-9]{2}|<[a-z][a-zA-Z0-9]*>)$"


class BedragVeld(VeldBasis):
    """An amount in euros."""

    soort: Literal["bedrag"] = Field(description="Een bedrag in euro's.")
    minimum: str | None = Field(
        None, pattern=GRENS, description='Het kleinste bedrag, als "12.50", anders "0.00"; een parameter als <bedrag> mag.'
    )
    maximum: str | None = Field(
        None, pattern=GRENS, description='Het grootste bedrag, als "12.50"; een parameter als <bedrag> mag.'
    )


MODEL = BedragVeld
SOORT = Soort(
    soort="bedrag",
    vorm="decimaal",
    als="decimaal",
    maten={"minimum": "0.00", "maximum": "999999999.99", "decimalen": 2, "decimalen_minstens": 2},
    woord={"nl": "bedrag", "en": "amount"},
    invoer=Invoer(toetsenbord="decimal", maat="m8"),
    papier=Papier(regel="kort"),
    teken="€",
    parameter="12.50",
    type=Type(naam="Bedrag", uitleg="Euro's, met twee cijfers achter de punt: `1250.00`."),
    meldingen={
        "verplicht": {
            "nl": "Vul bij ‘{naam}’ een bedrag in, bijvoorbeeld 12,50.",
            "en": "Enter an amount for ‘{naam}’, for example 12.50.",
        },
        "patroon": {
            "nl": "Vul bij ‘{naam}’ een bedrag in met twee cijfers achter de komma, bijvoorbeeld 12,50.",
            "en": "Enter an amount for ‘{naam}’ with two decimals, for example 12.50.",
        },
    },
    codes=("verplicht", "patroon", "minimum", "maximum"),
)
