"""A Dutch postcode, `2514JS`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Papier, Schoon, Soort, Type

PATROON = "[1-9][0-9]{3}[A-Z]{2}"
SCHOON = Schoon(hoofdletters=True)
TYPE = Type(naam="Postcode", uitleg="Een postcode zonder spatie: `2514JS`.")


class PostcodeVeld(VeldBasis):
    """A Dutch postcode."""

    soort: Literal["postcode"] = Field(description="Een Nederlandse postcode, zonder huisnummer.")


MODEL = PostcodeVeld
SOORT = Soort(
    soort="postcode",
    vorm="tekst",
    als="tekst",
    maten={"minimum": 1, "maximum": 6, "patroon": PATROON},
    woord={"nl": "postcode", "en": "postcode"},
    schoon=SCHOON,
    invoer=Invoer(maat="m8", aanvullen="postal-code", naar_gegeven=True),
    papier=Papier(hokjes=(4, 2)),
    type=TYPE,
    meldingen={
        "verplicht": {
            "nl": "Vul een postcode in, bijvoorbeeld 2514 JS.",
            "en": "Enter a postcode, for example 2514 JS.",
        },
        "patroon": {
            "nl": "Vul een postcode in, bijvoorbeeld 2514 JS.",
            "en": "Enter a postcode, for example 2514 JS.",
        },
    },
    codes=("verplicht", "lengte", "patroon", "proef"),
    goed=("2514JS", "1012AB"),
    fout=(("spatie", "2514 JS"), ("nul", "0514JS"), ("klein", "2514js"), ("lang", "2514JSX")),
)
