"""A number of the Handelsregister: eight digits."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Papier, Schoon, Soort, Type


class KvkVeld(VeldBasis):
    """A number of the Handelsregister."""

    soort: Literal["kvk"] = Field(description="Een nummer van de Kamer van Koophandel: acht cijfers.")


MODEL = KvkVeld
SOORT = Soort(
    soort="kvk",
    vorm="tekst",
    als="tekst",
    maten={"minimum": 1, "maximum": 8, "patroon": "[0-9]{8}"},
    woord={"nl": "KVK-nummer", "en": "Chamber of Commerce number"},
    schoon=Schoon(weg=".-"),
    invoer=Invoer(toetsenbord="numeric", maat="m8"),
    papier=Papier(hokjes=(8,)),
    type=Type(naam="Kvk", uitleg="Een KVK-nummer: acht cijfers."),
    meldingen={
        "patroon": {
            "nl": "Vul een KVK-nummer in: 8 cijfers.",
            "en": "Enter a Chamber of Commerce number: 8 digits.",
        },
    },
    codes=("verplicht", "lengte", "patroon", "proef"),
    goed=("12345678", "87654321"),
    fout=(("kort", "1234567"), ("lang", "123456789"), ("letter", "1234567a")),
)
