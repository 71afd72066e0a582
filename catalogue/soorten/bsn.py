"""A burgerservicenummer: nine digits that pass the 11-proef (Wet algemene bepalingen burgerservicenummer)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Papier, Schoon, Soort, Type


class BsnVeld(VeldBasis):
    """A burgerservicenummer."""

    soort: Literal["bsn"] = Field(description="Een burgerservicenummer: negen cijfers met de 11-proef.")


MODEL = BsnVeld
SOORT = Soort(
    soort="bsn",
    vorm="tekst",
    als="tekst",
    maten={"minimum": 1, "maximum": 9, "patroon": "[0-9]{9}", "proef": "11-proef"},
    woord={"nl": "burgerservicenummer", "en": "citizen service number"},
    schoon=Schoon(weg=".-"),
    invoer=Invoer(toetsenbord="numeric", maat="m8"),
    papier=Papier(hokjes=(9,)),
    type=Type(naam="Bsn", uitleg="Een burgerservicenummer: negen cijfers, met de 11-proef."),
    geheim=True,
    meldingen={
        "verplicht": {
            "nl": "Vul een burgerservicenummer in: 9 cijfers, bijvoorbeeld 999993653.",
            "en": "Enter a citizen service number: 9 digits, for example 999993653.",
        },
        "patroon": {
            "nl": "Vul een burgerservicenummer in: 9 cijfers, zonder punten.",
            "en": "Enter a citizen service number: 9 digits, without dots.",
        },
        "proef": {
            "nl": "Controleer het burgerservicenummer. Er zit een fout in de cijfers.",
            "en": "Check the citizen service number. There is a mistake in the digits.",
        },
    },
    codes=("verplicht", "lengte", "patroon", "proef"),
    goed=("999993653", "999990019", "999995571"),
    fout=(
        ("proef", "999993654"),
        ("nullen", "000000000"),
        ("kort", "99999365"),
        ("letters", "99999365a"),
        ("getal", 999993653),
    ),
)
