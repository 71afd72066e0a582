"""Yes or no, as a boolean."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Soort


class JaNeeVeld(VeldBasis):
    """Yes or no."""

    soort: Literal["ja-nee"] = Field(description="Ja of nee. Is er een derde antwoord, kies dan keuze.")


MODEL = JaNeeVeld
SOORT = Soort(
    soort="ja-nee",
    vorm="waar",
    als="waar",
    maten={"waarden": [False, True]},
    woord={"nl": "ja of nee", "en": "yes or no"},
    invoer=Invoer(bouwsteen="rondjes"),
    parameter="nee",
    meldingen={"verplicht": {"nl": "Kies ja of nee bij ‘{naam}’.", "en": "Choose yes or no for ‘{naam}’."}},
    codes=("verplicht",),
    goed=(False, True),
    fout=(("tekst", "ja"), ("getal", 1)),
)
