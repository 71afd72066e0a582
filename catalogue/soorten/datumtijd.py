"""A day and a time, `YYYY-MM-DDTHH:MM`, in the Netherlands."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.feiten import Invoer, Papier, Soort, Type
from catalogue.veld.moment import MomentVeld


class DatumtijdVeld(MomentVeld):
    """A day and a time."""

    soort: Literal["datumtijd"] = Field(description="Een dag met een tijd.")


MODEL = DatumtijdVeld
SOORT = Soort(
    soort="datumtijd",
    vorm="moment",
    als="dag",
    maten={"deel": "dagtijd"},
    woord={"nl": "datum met tijd", "en": "date and time"},
    invoer=Invoer(bouwsteen="delen"),
    papier=Papier(hokjes=(2, 2, 4, 2, 2)),
    type=Type(naam="Datumtijd", uitleg="Een dag en een tijd in Nederland: `JJJJ-MM-DDTUU:MM`."),
    codes=("verplicht", "patroon", "datum", "vergelijking"),
    fout=(("bestaatNiet", "2026-11-24T25:00"), ("zonderTijd", "2026-11-24"), ("zone", "2026-11-24T10:00Z")),
)
