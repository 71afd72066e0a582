"""An address in the Netherlands, as the BAG knows it.

Postcode and house number name an address; street and town follow from them and may be filled in by the receiver.
An address is one answer: it is there with its required parts, or it is absent.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.soorten.postcode import PATROON, SCHOON, TYPE
from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Deel, Invoer, Soort, Type


class AdresVeld(VeldBasis):
    """postcode, huisnummer, huisletter, toevoeging, straat, plaats; all texts."""

    soort: Literal["adres"] = Field(
        description="Een adres in Nederland: postcode en huisnummer, met straat en plaats. Het is één antwoord."
    )


def _deel(id: str, maximum: int, patroon: str | None, nl: str, en: str, rij: int, maat: str, **meer: object) -> Deel:
    vast = {"id": id, "verplicht": id in ("postcode", "huisnummer"), "maximum": maximum, "patroon": patroon, "rij": rij, "maat": maat}
    return Deel(**vast, naam={"nl": nl, "en": en}, **meer)  # type: ignore[arg-type]


_MET = {"postcode": "2514JS", "huisnummer": "1"}
MODEL = AdresVeld
SOORT = Soort(
    soort="adres",
    vorm="delen",
    als="delen",
    delen=(
        _deel("postcode", 6, PATROON, "Postcode", "Postcode", 3, "kort", schoon=SCHOON, voor=", ", soort="postcode", type=TYPE),
        _deel("huisnummer", 5, "[1-9][0-9]{0,4}", "Huisnummer", "House number", 2, "kort", soort="getal"),
        _deel("huisletter", 1, "[A-Za-z]", "Huisletter", "House letter", 2, "mini", voor=""),
        _deel("toevoeging", 4, "[A-Za-z0-9-]{1,4}", "Toevoeging", "Addition", 2, "mini"),
        _deel("straat", 80, None, "Straat", "Street", 1, "heel"),
        _deel("plaats", 80, None, "Plaats", "Town", 3, "naast"),
    ),
    woord={"nl": "adres", "en": "address"},
    invoer=Invoer(bouwsteen="groep"),
    type=Type(naam="Adres", uitleg="Een adres in Nederland. Straat en plaats volgen uit postcode en huisnummer."),
    meldingen={
        "verplicht": {
            "nl": "Vul de postcode en het huisnummer in bij ‘{naam}’.",
            "en": "Enter the postcode and house number for ‘{naam}’.",
        },
        "patroon": {
            "nl": (
                "Kijk naar ‘{naam}’. Een postcode is als 2514 JS. Het huisnummer heeft alleen cijfers;"
                " een letter of toevoeging heeft een eigen vak."
            ),
            "en": (
                "Check ‘{naam}’. A postcode looks like 2514 JS. The house number has digits only;"
                " a letter or addition has a box of its own."
            ),
        },
        "lengte": {
            "nl": (
                "Kijk naar ‘{naam}’. Een deel is te lang: een huisletter is één letter"
                " en een toevoeging hooguit 4 tekens."
            ),
            "en": (
                "Check ‘{naam}’. A part is too long: a house letter is one letter and an addition at most 4 characters."
            ),
        },
    },
    codes=("verplicht", "lengte", "patroon"),
    goed=(
        _MET,
        {
            "postcode": "1012AB",
            "huisnummer": "12",
            "huisletter": "a",
            "toevoeging": "bis",
            "straat": "Dam",
            "plaats": "Amsterdam",
        },
        {
            "postcode": "1000AA",
            "huisnummer": "99999",
            "huisletter": "Z",
            "toevoeging": "1",
            "straat": "A",
            "plaats": "Y",
        },
        {"postcode": "9999ZZ", "huisnummer": "1", "toevoeging": "12-b", "straat": "S" * 80, "plaats": "P" * 80},
    ),
    fout=(
        ("zonderPostcode", {"huisnummer": "1"}),
        ("zonderHuisnummer", {"postcode": "2514JS"}),
        ("postcode", {"postcode": "2514 JS", "huisnummer": "1"}),
        ("huisnummer", {"postcode": "2514JS", "huisnummer": "1a"}),
        ("getal", {"postcode": "2514JS", "huisnummer": 1}),
        ("huisletter", {**_MET, "huisletter": "aa"}),
        ("toevoeging", {**_MET, "toevoeging": "zwart"}),
        ("onbekend", {**_MET, "land": "NL"}),
        ("leeg", {}),
        ("langeStraat", {**_MET, "straat": "S" * 81}),
        ("langePlaats", {**_MET, "plaats": "P" * 81}),
        ("groot", {"postcode": "2514JS", "huisnummer": "100000"}),
        ("nul", {"postcode": "2514JS", "huisnummer": "0"}),
    ),
)
