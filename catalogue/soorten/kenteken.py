"""A Dutch number plate without dashes."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Papier, Schoon, Soort, Type


class KentekenVeld(VeldBasis):
    """A Dutch number plate."""

    soort: Literal["kenteken"] = Field(description="Een Nederlands kenteken.")


MODEL = KentekenVeld
SOORT = Soort(
    soort="kenteken",
    vorm="tekst",
    als="tekst",
    maten={"minimum": 1, "maximum": 6, "patroon": "[A-Z0-9]{6}"},
    woord={"nl": "kenteken", "en": "number plate"},
    schoon=Schoon(weg="-", hoofdletters=True),
    invoer=Invoer(maat="m8"),
    papier=Papier(hokjes=(6,)),
    type=Type(naam="Kenteken", uitleg="Een kenteken: zes letters en cijfers, zonder streepjes."),
    meldingen={
        "patroon": {
            "nl": "Vul een kenteken in van 6 letters en cijfers, zonder streepjes.",
            "en": "Enter a number plate of 6 letters and digits, without dashes.",
        },
    },
    codes=("verplicht", "lengte", "patroon", "proef"),
    goed=("AB12CD", "12ABC3"),
    fout=(("streep", "AB-12-CD"), ("kort", "AB12C"), ("klein", "ab12cd")),
)
