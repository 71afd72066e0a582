"""What the models of the answers share: strict, closed and frozen; texts of one form; an address and a file.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from .keuren import ADRES, BESTAND, VORMEN
from .oordeel import CODEVORM


class Deel(BaseModel):
    """A part of the answers. `None` says: not answered; in JSON such an answer is absent."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, validate_by_name=True, validate_by_alias=True)

    def als_json(self) -> dict[str, Any]:
        """The answers as the contract has them: plain data, without what was not answered."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


def _heel(patroon: str, lengte: int) -> Any:
    return Field(min_length=1, max_length=lengte, pattern=f"^(?:{patroon})$")


def _vorm(soort: str) -> Any:
    patroon, lengte, _ = VORMEN[soort]
    return _heel(patroon, lengte)


def _geheel(waarde: Any) -> Any:
    """2.0 is the whole number 2 in JSON."""
    return int(waarde) if isinstance(waarde, float) and waarde.is_integer() else waarde


_DAG, _TIJD = "[0-9]{4}-[0-9]{2}-[0-9]{2}", "[0-9]{2}:[0-9]{2}"
Tekst = Annotated[str, Field(min_length=1, pattern=r"[^ \t\r\n]")]
Geheel = Annotated[int, BeforeValidator(_geheel)]
Code = Annotated[str, _heel(CODEVORM, 60)]
Bedrag = Annotated[str, _heel(r"-?(0|[1-9][0-9]{0,8})\.[0-9]{2}", 13)]
Datum = Annotated[str, _heel(_DAG, 10)]
DatumOnvolledig = Annotated[str, _heel("[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", 10)]
Tijd = Annotated[str, _heel(_TIJD, 5)]
Datumtijd = Annotated[str, _heel(f"{_DAG}T{_TIJD}", 16)]
Bsn = Annotated[str, _vorm("bsn")]
Postcode = Annotated[str, _vorm("postcode")]
Email = Annotated[str, _vorm("email")]
Telefoon = Annotated[str, _vorm("telefoon")]
Iban = Annotated[str, _vorm("iban")]
Kenteken = Annotated[str, _vorm("kenteken")]
Kvk = Annotated[str, _vorm("kvk")]


def _adresdeel(naam: str) -> Any:
    _, lengte, patroon = ADRES[naam]
    return _heel(patroon, lengte) if patroon else Field(max_length=lengte, pattern=r"[^ \t\r\n]")


class Adres(Deel):
    """An address in the Netherlands. Street and town follow from postcode and house number."""

    postcode: Annotated[str, _adresdeel("postcode")]
    huisnummer: Annotated[str, _adresdeel("huisnummer")]
    huisletter: Annotated[str, _adresdeel("huisletter")] | None = None
    toevoeging: Annotated[str, _adresdeel("toevoeging")] | None = None
    straat: Annotated[str, _adresdeel("straat")] | None = None
    plaats: Annotated[str, _adresdeel("plaats")] | None = None


Mediatype = TypeVar("Mediatype", bound=str)


class Bestand(Deel, Generic[Mediatype]):
    """A file that is sent along: its bytes travel beside the answers. `grootte` is in bytes."""

    id: Annotated[str, _heel(BESTAND["id"], 36)]
    naam: Annotated[str, Field(max_length=200, pattern=r"[^ \t\r\n]")]
    mediatype: Mediatype
    grootte: Annotated[Geheel, Field(ge=1)]
    sha256: Annotated[str, _heel(BESTAND["sha256"], 64)]
