"""Some of the options, each once, as a list of codes."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Soort
from catalogue.veld.opties import CODE, OPTIES, Opties


class MeerkeuzeVeld(VeldBasis):
    """Some of the options."""

    soort: Literal["meerkeuze"] = Field(description="Een of meer antwoorden uit een lijst.")
    opties: Opties = OPTIES
    minimum: int | None = Field(None, ge=1, description="Hoeveel er minstens gekozen worden; anders 1.")
    maximum: int | None = Field(None, ge=1, description="Hoeveel er hooguit gekozen mogen worden.")


MODEL = MeerkeuzeVeld
SOORT = Soort(
    soort="meerkeuze",
    vorm="keuzes",
    als="codes",
    maten={"minimum": 1, "patroon": CODE},
    woord={"nl": "meer keuzes", "en": "several choices"},
    invoer=Invoer(bouwsteen="vinkjes"),
    meldingen={
        "verplicht": {
            "nl": "Kies een of meer antwoorden bij ‘{naam}’.",
            "en": "Choose one or more answers for ‘{naam}’.",
        }
    },
    codes=("verplicht", "aantal", "keuze"),
)
