"""A declaration to tick. Not ticked is not answered; only `true` is an answer."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Soort


class AkkoordVeld(VeldBasis):
    """A declaration to tick."""

    soort: Literal["akkoord"] = Field(
        description="Een verklaring om aan te vinken. Niet aangevinkt is niet beantwoord."
    )


MODEL = AkkoordVeld
SOORT = Soort(
    soort="akkoord",
    vorm="waar",
    als="waar",
    maten={"waarden": [True]},
    woord={"nl": "verklaring", "en": "declaration"},
    invoer=Invoer(bouwsteen="akkoord"),
    meldingen={
        "verplicht": {"nl": "Zet een vinkje bij ‘{naam}’ om verder te gaan.", "en": "Tick ‘{naam}’ to continue."}
    },
    codes=("verplicht",),
    goed=(True,),
    fout=(("nee", False), ("tekst", "ja")),
)
