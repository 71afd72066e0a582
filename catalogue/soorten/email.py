"""An e-mail address: something, an @, and a domain with a dot."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Soort, Type


class EmailVeld(VeldBasis):
    """An e-mail address."""

    soort: Literal["email"] = Field(description="Een e-mailadres.")
    maximum: int | None = Field(
        None, ge=10, le=254, description="Hoeveel tekens het adres hooguit heeft; anders 254."
    )


MODEL = EmailVeld
SOORT = Soort(
    soort="email",
    vorm="tekst",
    als="tekst",
    maten={
        "minimum": 1,
        "maximum": 254,
        "patroon": r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}",
    },
    woord={"nl": "e-mailadres", "en": "e-mail address"},
    invoer=Invoer(type="email", aanvullen="email"),
    type=Type(naam="Email", uitleg="Een e-mailadres."),
    meldingen={
        "verplicht": {
            "nl": "Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.",
            "en": "Enter an e-mail address, for example name@example.com.",
        },
        "patroon": {
            "nl": "Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.",
            "en": "Enter an e-mail address, for example name@example.com.",
        },
    },
    codes=("verplicht", "lengte", "patroon", "proef"),
    goed=("naam@voorbeeld.nl", "iemand.anders@voorbeeld.nl"),
    fout=(
        ("geenPunt", "naam@voorbeeld"),
        ("geenApenstaart", "naam.voorbeeld.nl"),
        ("spatie", "na am@voorbeeld.nl"),
    ),
)
