"""Questions with a fixed form: numbers of registers, and ways to reach somebody.

The forms are what the registers write themselves: a postcode without a space, an IBAN in capitals. What a person
types (spaces, small letters) is made so by the form before it is judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import Field

from catalogue.proeven import PROEVEN
from catalogue.velden.basis import Gebrek, VeldBasis, is_tekst
from catalogue.velden.patroon import past

POSTCODE = r"[1-9][0-9]{3}[A-Z]{2}"


class VormVeld(VeldBasis):
    """A text of one fixed form, at times with a named check on its digits."""

    vorm: ClassVar[str]
    lengte: ClassVar[int]
    proef: ClassVar[str | None] = None

    def gebreken(self, waarde: Any) -> Iterator[Gebrek]:
        if not isinstance(waarde, str):
            yield "", "soort"
        elif not is_tekst(waarde) or len(waarde) > self.lengte:
            yield "", "lengte"
        elif not past(self.vorm, waarde):
            yield "", "patroon"
        elif self.proef and not PROEVEN[self.proef](waarde):
            yield "", "proef"


class BsnVeld(VormVeld):
    """A burgerservicenummer: nine digits that pass the 11-proef (Wet algemene bepalingen burgerservicenummer)."""

    soort: Literal["bsn"] = Field(description="Een burgerservicenummer: negen cijfers met de 11-proef.")
    vorm, lengte, proef = r"[0-9]{9}", 9, "11-proef"


class PostcodeVeld(VormVeld):
    """A Dutch postcode, `2514JS`."""

    soort: Literal["postcode"] = Field(description="Een Nederlandse postcode, zonder huisnummer.")
    vorm, lengte = POSTCODE, 6


class EmailVeld(VormVeld):
    """An e-mail address: something, an @, and a domain with a dot."""

    soort: Literal["email"] = Field(description="Een e-mailadres.")
    maximum: int = Field(254, ge=10, le=254, description="Hoeveel tekens het adres hooguit heeft.")
    vorm = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"

    @property
    def lengte(self) -> int:  # type: ignore[override]
        return self.maximum


class TelefoonVeld(VormVeld):
    """A telephone number: digits, at times with + in front (E.164, at most 15 digits)."""

    soort: Literal["telefoon"] = Field(description="Een telefoonnummer, ook uit het buitenland.")
    vorm, lengte = r"\+?[0-9]{8,15}", 16


class IbanVeld(VormVeld):
    """An IBAN in capitals without spaces, with its check digits (ISO 13616)."""

    soort: Literal["iban"] = Field(description="Een rekeningnummer (IBAN), met de 97-proef.")
    vorm, lengte, proef = r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", 34, "97-proef"


class KentekenVeld(VormVeld):
    """A Dutch number plate without dashes."""

    soort: Literal["kenteken"] = Field(description="Een Nederlands kenteken.")
    vorm, lengte = r"[A-Z0-9]{6}", 6


class KvkVeld(VormVeld):
    """A number of the Handelsregister: eight digits."""

    soort: Literal["kvk"] = Field(description="Een nummer van de Kamer van Koophandel: acht cijfers.")
    vorm, lengte = r"[0-9]{8}", 8
