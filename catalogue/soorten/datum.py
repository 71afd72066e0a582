"""A day, `YYYY-MM-DD`; with `onvolledig` also `YYYY-MM` or `YYYY`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.basis import JaNee
from catalogue.veld.feiten import Invoer, Papier, Soort, Type
from catalogue.veld.moment import MomentVeld


class DatumVeld(MomentVeld):
    """A day."""

    soort: Literal["datum"] = Field(
        description="Een dag. Met `onvolledig` mag de dag, of dag en maand, onbekend zijn."
    )
    onvolledig: JaNee = Field(False, description="Mogen dag, of dag en maand, onbekend zijn?")


MODEL = DatumVeld
SOORT = Soort(
    soort="datum",
    vorm="moment",
    als="dag",
    maten={"deel": "dag"},
    woord={"nl": "datum", "en": "date"},
    invoer=Invoer(bouwsteen="delen", naar_gegeven=True),
    papier=Papier(hokjes=(2, 2, 4)),
    parameter="2027-01-01",
    type=Type(naam="Datum", uitleg="Een dag: `JJJJ-MM-DD`."),
    meldingen={
        "verplicht": {
            "nl": "Vul de dag, de maand en het jaar in bij ‘{naam}’.",
            "en": "Enter the day, month and year for ‘{naam}’.",
        },
        "patroon": {
            "nl": "Vul een datum in met dag, maand en jaar, bijvoorbeeld 31 1 2026.",
            "en": "Enter a date with day, month and year, for example 31 1 2026.",
        },
    },
    codes=("verplicht", "patroon", "datum", "vergelijking"),
    fout=(
        ("bestaatNiet", "2026-02-30"),
        ("volgorde", "24-11-2026"),
        ("maand", "2026-13-01"),
        ("tijd", "2026-11-24T10:00"),
    ),
)
