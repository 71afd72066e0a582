"""Finds questions of a form by their path, and says what they and their answers are called."""

from __future__ import annotations

from typing import Any

from catalogue.formulier import Formulier, Herhaling, Keus, Vraag, elementen
from catalogue.tekst import in_taal
from generator.dialect.nederlands import Naam
from generator.targets.formulier import tekst_html


class Wijzer:
    """The elements of a form by path, and their names in one language."""

    def __init__(self, formulier: Formulier, taal: str, teksten: dict[str, str]) -> None:
        self.taal, self._t = taal, teksten
        self._op_pad = {e.pad: e for stap in formulier.stappen for e in elementen(stap.inhoud)}

    def zoek(self, pad: str) -> Any | None:
        """The question, group or repeat at a path; None when there is no such."""
        return self._op_pad.get(pad)

    def vraag(self, pad: str) -> Any:
        return self._op_pad[pad]

    def kort(self, element: Any) -> str:
        """What an element is called in another text: its short name, or else the question."""
        veld = element.veld if isinstance(element, Vraag) else element
        tekst = getattr(veld, "kort", None) or veld.vraag
        return tekst_html.kaal(tekst, self.taal, lambda _: None) or element.id

    def optie(self, keus: Keus) -> str:
        """What an option is called."""
        return in_taal(keus.naam, self.taal)

    def noem(self, pad: str) -> Naam | None:
        """A question as a condition names it."""
        element = self._op_pad.get(pad)
        if element is None and pad.endswith("[].voor"):
            houder = self._op_pad.get(pad.removesuffix("[].voor"))
            element = self._op_pad.get(houder.per) if isinstance(houder, Herhaling) and houder.per else None
        if element is None:
            return None
        if isinstance(element, Vraag):
            opties: dict[Any, str] = {o.code: self.optie(o) for o in element.opties}
            opties |= {True: self._t["ja"], False: self._t["nee"]} if element.soort == "ja-nee" else {}
            return Naam(tekst_html.kaal(element.veld.vraag, self.taal, lambda _: None), opties)
        return Naam(self.kort(element))
