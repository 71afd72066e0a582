"""One of the options, by its code. Whether it may be chosen is judged with the form: options have conditions."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Soort
from catalogue.veld.opties import CODE, OPTIES, Opties


class KeuzeVeld(VeldBasis):
    """One of the options."""

    soort: Literal["keuze"] = Field(description="Eén antwoord uit een lijst.")
    opties: Opties = OPTIES


MODEL = KeuzeVeld
SOORT = Soort(
    soort="keuze",
    vorm="keuze",
    als="code",
    maten={"patroon": CODE},
    woord={"nl": "keuze", "en": "choice"},
    invoer=Invoer(bouwsteen="rondjes"),
    meldingen={"verplicht": {"nl": "Kies een antwoord bij ‘{naam}’.", "en": "Choose an answer for ‘{naam}’."}},
    codes=("verplicht", "keuze"),
)
