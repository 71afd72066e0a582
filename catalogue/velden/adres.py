"""An address in the Netherlands, as the BAG knows it.

Postcode and house number name an address; street and town follow from them and may be filled in by the receiver.
An address is one answer: it is there with its required parts, or it is absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from pydantic import Field

from catalogue.velden.basis import Gebrek, VeldBasis, is_tekst
from catalogue.velden.nummer import POSTCODE
from catalogue.velden.patroon import past


class Deel(NamedTuple):
    """A part of an address: its form where it has one, its greatest length, and how it is called."""

    naam: str
    verplicht: bool
    lengte: int
    vorm: str | None
    nl: str
    en: str


DELEN = (
    Deel("postcode", True, 6, POSTCODE, "Postcode", "Postcode"),
    Deel("huisnummer", True, 5, r"[1-9][0-9]{0,4}", "Huisnummer", "House number"),
    Deel("huisletter", False, 1, r"[A-Za-z]", "Huisletter", "House letter"),
    Deel("toevoeging", False, 4, r"[A-Za-z0-9-]{1,4}", "Toevoeging", "Addition"),
    Deel("straat", False, 80, None, "Straat", "Street"),
    Deel("plaats", False, 80, None, "Plaats", "Town"),
)
_NAMEN = {deel.naam for deel in DELEN}


class AdresVeld(VeldBasis):
    """postcode, huisnummer, huisletter, toevoeging, straat, plaats; all texts."""

    soort: Literal["adres"] = Field(description="Een adres in Nederland: postcode en huisnummer, met straat en plaats. Het is één antwoord.")

    def gebreken(self, waarde: Any) -> Iterator[Gebrek]:
        if not isinstance(waarde, dict):
            yield "", "soort"
            return
        for deel in DELEN:
            if deel.naam in waarde:
                yield from _deel(deel, waarde[deel.naam])
            elif deel.verplicht:
                yield deel.naam, "verplicht"
        for naam in waarde:
            if naam not in _NAMEN:
                yield naam, "onbekend"


def _deel(deel: Deel, waarde: Any) -> Iterator[Gebrek]:
    if not isinstance(waarde, str):
        yield deel.naam, "soort"
    elif not is_tekst(waarde) or len(waarde) > deel.lengte:
        yield deel.naam, "lengte"
    elif deel.vorm and not past(deel.vorm, waarde):
        yield deel.naam, "patroon"
