"""A time of the day, `HH:MM`, in the Netherlands."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.veld.feiten import Invoer, Papier, Soort, Type
from catalogue.veld.moment import MomentVeld


class TijdVeld(MomentVeld):
    """A time of the day."""

    soort: Literal["tijd"] = Field(description="Een tijd van de dag, zoals 09:30.")


MODEL = TijdVeld
SOORT = Soort(
    soort="tijd",
    vorm="moment",
    als="tijd",
    maten={"deel": "tijd"},
    woord={"nl": "tijd", "en": "time"},
    invoer=Invoer(maat="m4"),
    papier=Papier(hokjes=(2, 2)),
    type=Type(naam="Tijd", uitleg="Een tijd in Nederland: `UU:MM`."),
    meldingen={
        "verplicht": {
            "nl": "Vul bij ‘{naam}’ een tijd in, bijvoorbeeld 14:30.",
            "en": "Enter a time for ‘{naam}’, for example 14:30.",
        },
        "patroon": {"nl": "Vul een tijd in, bijvoorbeeld 14:30.", "en": "Enter a time, for example 14:30."},
        "datum": {
            "nl": "Vul bij ‘{naam}’ een tijd in die bestaat en die mag.",
            "en": "Enter a time for ‘{naam}’ that exists and is allowed.",
        },
    },
    codes=("verplicht", "patroon", "datum", "vergelijking"),
    fout=(("bestaatNiet", "24:00"), ("vorm", "9:30"), ("seconden", "09:30:00")),
)
