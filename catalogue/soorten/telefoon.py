"""A telephone number: digits, at times with + in front (E.164, at most 15 digits)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Papier, Schoon, Soort, Type


class TelefoonVeld(VeldBasis):
    """A telephone number."""

    soort: Literal["telefoon"] = Field(description="Een telefoonnummer, ook uit het buitenland.")


MODEL = TelefoonVeld
SOORT = Soort(
    soort="telefoon",
    vorm="tekst",
    als="tekst",
    maten={"minimum": 1, "maximum": 16, "patroon": r"\+?[0-9]{8,15}"},
    woord={"nl": "telefoonnummer", "en": "telephone number"},
    schoon=Schoon(weg="().-", weg_woord=("(0)",)),
    invoer=Invoer(type="tel", maat="m18", aanvullen="tel"),
    papier=Papier(hokjes=(15,)),
    type=Type(naam="Telefoon", uitleg="Een telefoonnummer: alleen cijfers, met of zonder een + ervoor."),
    meldingen={
        "verplicht": {
            "nl": "Vul een telefoonnummer in, bijvoorbeeld 0612345678.",
            "en": "Enter a telephone number, for example 0612345678.",
        },
        "patroon": {
            "nl": "Vul een telefoonnummer in met alleen cijfers, bijvoorbeeld 0612345678 of +31612345678.",
            "en": "Enter a telephone number with digits only, for example 0612345678 or +31612345678.",
        },
    },
    codes=("verplicht", "lengte", "patroon", "proef"),
    goed=("0612345678", "+31201234567", "06123456", "+123456789012345"),
    fout=(("letters", "06123456ab"), ("kort", "0612345"), ("lang", "+3120123456789012"), ("streep", "06-12345678")),
)
