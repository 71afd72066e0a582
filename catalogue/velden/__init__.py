"""The kinds of question: a frozen model each, and their union on `soort`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from catalogue.velden.adres import AdresVeld
from catalogue.velden.basis import VeldBasis
from catalogue.velden.datum import DatumtijdVeld, DatumVeld, TijdVeld
from catalogue.velden.getal import BedragVeld, GetalVeld
from catalogue.velden.keuze import AkkoordVeld, JaNeeVeld, KeuzeVeld, MeerkeuzeVeld
from catalogue.velden.nummer import BsnVeld, EmailVeld, IbanVeld, KentekenVeld, KvkVeld, PostcodeVeld, TelefoonVeld
from catalogue.velden.tekst import TekstVeld, TekstvlakVeld
from catalogue.velden.upload import UploadVeld

SOORTEN: dict[str, type[VeldBasis]] = {
    "tekst": TekstVeld,
    "tekstvlak": TekstvlakVeld,
    "getal": GetalVeld,
    "bedrag": BedragVeld,
    "ja-nee": JaNeeVeld,
    "akkoord": AkkoordVeld,
    "keuze": KeuzeVeld,
    "meerkeuze": MeerkeuzeVeld,
    "datum": DatumVeld,
    "tijd": TijdVeld,
    "datumtijd": DatumtijdVeld,
    "bsn": BsnVeld,
    "postcode": PostcodeVeld,
    "adres": AdresVeld,
    "email": EmailVeld,
    "telefoon": TelefoonVeld,
    "iban": IbanVeld,
    "kenteken": KentekenVeld,
    "kvk": KvkVeld,
    "upload": UploadVeld,
}


def _soort(waarde: Any) -> str | None:
    soort = waarde.get("soort") if isinstance(waarde, dict) else getattr(waarde, "soort", None)
    return f"@{soort}" if soort in SOORTEN else None


Veld = Annotated[
    Annotated[TekstVeld, Tag("@tekst")]
    | Annotated[TekstvlakVeld, Tag("@tekstvlak")]
    | Annotated[GetalVeld, Tag("@getal")]
    | Annotated[BedragVeld, Tag("@bedrag")]
    | Annotated[JaNeeVeld, Tag("@ja-nee")]
    | Annotated[AkkoordVeld, Tag("@akkoord")]
    | Annotated[KeuzeVeld, Tag("@keuze")]
    | Annotated[MeerkeuzeVeld, Tag("@meerkeuze")]
    | Annotated[DatumVeld, Tag("@datum")]
    | Annotated[TijdVeld, Tag("@tijd")]
    | Annotated[DatumtijdVeld, Tag("@datumtijd")]
    | Annotated[BsnVeld, Tag("@bsn")]
    | Annotated[PostcodeVeld, Tag("@postcode")]
    | Annotated[AdresVeld, Tag("@adres")]
    | Annotated[EmailVeld, Tag("@email")]
    | Annotated[TelefoonVeld, Tag("@telefoon")]
    | Annotated[IbanVeld, Tag("@iban")]
    | Annotated[KentekenVeld, Tag("@kenteken")]
    | Annotated[KvkVeld, Tag("@kvk")]
    | Annotated[UploadVeld, Tag("@upload")],
    Discriminator(
        _soort,
        custom_error_type="soort_onbekend",
        custom_error_message="onbekende soort vraag",
    ),
]
