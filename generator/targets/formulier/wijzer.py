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
        self._parameters = {f"parameter.{p.parameter}": p.omschrijving for p in formulier.parameters}

    def zoek(self, pad: str) -> Any | None:
        """The question, group or repeat at a path; None when there is no such."""
        return self._op_pad.get(pad)

    def vraag(self, pad: str) -> Any:
        return self._op_pad[pad]

    def kort(self, element: Any) -> str:
        """What an element is called in another text: its short name, or else the question."""
        veld = element.veld if isinstance(element, Vraag) else element
        tekst = getattr(veld, "kort", None) or veld.vraag
        return tekst_html.kaal(tekst, self.taal, self._plek) or element.id

    def zin(self, tekst: dict[str, str] | None) -> str:
        """A text without markup, with the name of what is filled in later between brackets."""
        return tekst_html.kaal(tekst, self.taal, self._plek)

    def optie(self, keus: Keus) -> str:
        """What an option is called."""
        return self.zin(keus.naam)

    def _plek(self, pad: str) -> tekst_html.Gat | None:
        """What stands in a name for what is filled in later: what the municipality fills in, or the question."""
        if pad in self._parameters:
            return tekst_html.Gat("", in_taal(self._parameters[pad], self.taal))
        element = self._op_pad.get(pad)
        return tekst_html.Gat("", self.kort(element)) if isinstance(element, Vraag) and element.pad == pad else None

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
            opties |= {waarde: self._t["ja" if waarde else "nee"] for waarde in element.alle_maten.get("waarden", ())}
            als = "decimaal" if element.vorm == "decimaal" else element.feiten.als
            return Naam(tekst_html.kaal(element.veld.vraag, self.taal, self._plek), opties, als)
        return Naam(self.kort(element), als="rijen" if isinstance(element, Herhaling) else "groep")
