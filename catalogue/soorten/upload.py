"""Documents that are sent along. The answer describes them; the bytes travel beside the JSON."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Invoer, Soort, Type

Mediatype = Annotated[str, StringConstraints(pattern=r"^[a-z]+/[a-z0-9.+-]+$")]


class UploadVeld(VeldBasis):
    """A list of files `{"id", "naam", "mediatype", "grootte", "sha256"}`; `grootte` in bytes."""

    soort: Literal["upload"] = Field(
        description="Bestanden die worden meegestuurd. Zeg welke typen mogen, en hoe groot."
    )
    typen: tuple[Mediatype, ...] = Field((), description="Welke bestanden mogen, bijvoorbeeld application/pdf.")
    grootte: int | None = Field(None, ge=1, le=500, description="Hoeveel MB een bestand hooguit is.")
    minimum: int | None = Field(None, ge=1, le=50, description="Hoeveel bestanden er minstens moeten; anders 1.")
    maximum: int | None = Field(None, ge=1, le=50, description="Hoeveel bestanden er hooguit mogen; anders 1.")


MODEL = UploadVeld
SOORT = Soort(
    soort="upload",
    vorm="bestanden",
    als="bestanden",
    maten={
        "minimum": 1,
        "maximum": 1,
        "mb": 1_000_000,
        "naamlengte": 200,
        "vormen": {
            "id": "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
            "sha256": "[0-9a-f]{64}",
        },
    },
    woord={"nl": "bestand", "en": "file"},
    invoer=Invoer(bouwsteen="bestand"),
    type=Type(
        naam="Bestand",
        uitleg=(
            "Een bestand dat wordt meegestuurd; de bytes gaan naast de antwoorden mee. `grootte` is in bytes."
        ),
    ),
    meldingen={
        "verplicht": {"nl": "Voeg een bestand toe bij ‘{naam}’.", "en": "Add a file for ‘{naam}’."},
        "aantal": {
            "nl": "Voeg bij ‘{naam}’ {minimum} tot {maximum} bestanden toe.",
            "en": "Add {minimum} to {maximum} files for ‘{naam}’.",
        },
    },
    codes=("verplicht", "aantal", "bestand"),
)
