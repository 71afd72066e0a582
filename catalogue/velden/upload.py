"""Documents that are sent along. The answer describes them; the bytes travel beside the JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from catalogue.velden.basis import Gebrek, VeldBasis
from catalogue.velden.patroon import past

Mediatype = Annotated[str, StringConstraints(pattern=r"^[a-z]+/[a-z0-9.+-]+$")]
BESTANDSVORM = {
    "id": r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
    "sha256": r"[0-9a-f]{64}",
}
MAX_NAAM = 200
MB = 1_000_000


class UploadVeld(VeldBasis):
    """A list of files `{"id", "naam", "mediatype", "grootte", "sha256"}`; `grootte` in bytes."""

    soort: Literal["upload"] = Field(description="Bestanden die worden meegestuurd. Zeg welke typen mogen, en hoe groot.")
    typen: tuple[Mediatype, ...] = Field((), description="Welke bestanden mogen, bijvoorbeeld application/pdf.")
    grootte: int | None = Field(None, ge=1, le=500, description="Hoeveel MB een bestand hooguit is.")
    minimum: int = Field(1, ge=1, le=50, description="Hoeveel bestanden er minstens moeten.")
    maximum: int = Field(1, ge=1, le=50, description="Hoeveel bestanden er hooguit mogen.")

    def gebreken(self, waarde: Any) -> Iterator[Gebrek]:
        if not isinstance(waarde, list):
            yield "", "soort"
            return
        if not self.minimum <= len(waarde) <= self.maximum:
            yield "", "aantal"
        for nummer, bestand in enumerate(waarde):
            code = self._bestand(bestand)
            if code:
                yield f"[{nummer}]", code
        ids = [b["id"] for b in waarde if isinstance(b, dict) and isinstance(b.get("id"), str)]
        if len(set(ids)) != len(ids):
            yield "", "dubbel"

    def _bestand(self, bestand: Any) -> str | None:
        if not isinstance(bestand, dict) or set(bestand) != {"id", "naam", "mediatype", "grootte", "sha256"}:
            return "soort"
        grootte = bestand["grootte"]
        if isinstance(grootte, bool) or not isinstance(grootte, int | float) or grootte % 1 or not all(isinstance(bestand[k], str) for k in ("id", "naam", "mediatype", "sha256")):
            return "soort"
        vorm = all(past(patroon, bestand[sleutel]) for sleutel, patroon in BESTANDSVORM.items())
        if not vorm or not bestand["naam"].strip(" \t\r\n") or len(bestand["naam"]) > MAX_NAAM:
            return "bestand"
        if bestand["mediatype"] not in self.typen or grootte < 1 or grootte > (self.grootte or 0) * MB:
            return "bestand"
        return None
