"""Where in the page one is, for the ids and names of what stands there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hier:
    """Where in the page: the id and name of what one stands in, the rows around it, and what a row is about."""

    id: str
    naam: str
    rijen: tuple[int, ...] = ()
    voor: str = ""

    def daal(self, id: str) -> Hier:
        return Hier(f"{self.id}-{id}", f"{self.naam}.{id}", self.rijen, self.voor)

    def rij(self, nummer: int, voor: str = "") -> Hier:
        return Hier(f"{self.id}-{nummer}", f"{self.naam}.{nummer}", (*self.rijen, nummer), voor)

    def pad(self, pad: str) -> str:
        """A path with `[]` as a name in the form, for the rows one stands in."""
        for nummer in self.rijen:
            pad = pad.replace("[]", f".{nummer}", 1)
        return pad.replace("[]", "")
