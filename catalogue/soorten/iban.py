"""An IBAN in capitals without spaces, with its check digits (ISO 13616)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Papier, Schoon, Soort, Type


class IbanVeld(VeldBasis):
    """An IBAN."""

    soort: Literal["iban"] = Field(description="Een rekeningnummer (IBAN), met de 97-proef.")


MODEL = IbanVeld
SOORT = Soort(
    soort="iban",
    vorm="tekst",
    als="tekst",
    maten={"minimum": 1, "maximum": 34, "patroon": "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", "proef": "97-proef"},
    woord={"nl": "rekeningnummer (IBAN)", "en": "account number (IBAN)"},
    schoon=Schoon(weg=".-", hoofdletters=True),
    invoer=Invoer(maat="m18"),
    papier=Papier(hokjes=(4, 4, 4, 4, 2)),
    type=Type(naam="Iban", uitleg="Een rekeningnummer (IBAN), in hoofdletters en zonder spaties."),
    meldingen={
        "verplicht": {
            "nl": "Vul een rekeningnummer (IBAN) in, bijvoorbeeld NL91 ABNA 0417 1643 00.",
            "en": "Enter an account number (IBAN), for example NL91 ABNA 0417 1643 00.",
        },
        "patroon": {
            "nl": "Vul een rekeningnummer (IBAN) in, bijvoorbeeld NL91 ABNA 0417 1643 00.",
            "en": "Enter an account number (IBAN), for example NL91 ABNA 0417 1643 00.",
        },
        "proef": {
            "nl": "Controleer het rekeningnummer. Er zit een fout in.",
            "en": "Check the account number. It contains a mistake.",
        },
    },
    codes=("verplicht", "lengte", "patroon", "proef"),
    goed=("NL91ABNA0417164300", "BE71096123456769"),
    fout=(
        ("proef", "NL92ABNA0417164300"),
        ("lengte", "NL91ABNA041716430"),
        ("spaties", "NL91 ABNA 0417 1643 00"),
        ("klein", "nl91abna0417164300"),
    ),
)
