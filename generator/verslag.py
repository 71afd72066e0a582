"""What a build did, to tell the user."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.programmafout import Programmafouten


@dataclass(slots=True)
class Verslag:
    """`mislukt`: what a specification or this machine is in the way of; `fouten`: what the program itself did wrong."""

    fouten: Programmafouten
    gemaakt: int = 0
    behouden: int = 0
    geschreven: int = 0
    verwijderd: int = 0
    mislukt: list[str] = field(default_factory=list)
    overgeslagen: list[str] = field(default_factory=list)
    site: str | None = None

    @property
    def goed(self) -> bool:
        """Was all of it made?"""
        return not (self.mislukt or self.fouten.gemeld)

    def regels(self) -> list[str]:
        """The report in a few lines, in Dutch."""
        uit = [*self.mislukt, *self.fouten.regels(), *self.overgeslagen]
        uit.append(
            f"{self.gemaakt + self.behouden} keer dienst en versie: "
            f"{self.gemaakt} gemaakt, {self.behouden} waren al goed; "
            f"{self.geschreven} bestanden geschreven, {self.verwijderd} weggehaald."
        )
        if self.site:
            uit.append(f"De catalogus staat in {self.site}.")
        return uit
