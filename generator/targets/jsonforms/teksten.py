"""The texts of a form by the keys that JSON Forms asks for, in every language of the service.

`<key>.label`, `.description`, `.text`, `.error.<keyword>`, and for an option `<key>.<its Dutch name>`; Dutch also stands in the
ui schema and the schema themselves, so that a form without a translator is a Dutch form.
"""

from __future__ import annotations

from typing import Any

from catalogue.formulier import Formulier, Herhaling, Vraag
from catalogue.meldingen import melding_bij
from catalogue.tekst import Tekst
from catalogue.veld.feiten import Deel
from generator.targets.formulier.pagina import teksten as vaste_teksten
from generator.targets.formulier.wijzer import Wijzer

Element = dict[str, Any]
KNOPPEN = {
    "nl": {"up": "Omhoog", "upAriaLabel": "Omhoog", "down": "Omlaag", "downAriaLabel": "Omlaag", "removeTooltip": "Verwijderen", "removeAriaLabel": "Verwijderen", "noDataMessage": "Nog niets ingevuld"},
    "en": {"up": "Up", "upAriaLabel": "Up", "down": "Down", "downAriaLabel": "Down", "removeTooltip": "Remove", "removeAriaLabel": "Remove", "noDataMessage": "Nothing filled in yet"},
}  # fmt: skip
_LENGTE = {"minLength": "lengte", "maxLength": "lengte"}
_LIJST = {"minItems": "aantal", "maxItems": "aantal", "uniqueItems": "dubbel"}
FOUTEN: dict[str, dict[str, str]] = {
    "tekst": {**_LENGTE, "pattern": "patroon"},
    "getal": {"type": "soort", "minimum": "minimum", "maximum": "maximum", "pattern": "patroon"},
    "decimaal": {"pattern": "patroon"},
    "moment": {"pattern": "datum", "format": "datum"},
    "keuze": {"oneOf": "keuze", "not": "keuze", "pattern": "keuze"},
    "keuzes": {**_LIJST, "not": "keuze"},
    "bestanden": _LIJST,
    "delen": {**_LENGTE, "pattern": "patroon"},
}
"""From a keyword of the schema to the code of the fault that it stands for, by the shape of the answer."""


def fouten(vraag: Vraag) -> dict[str, str]:
    """The same for one question."""
    maten = vraag.feiten.maten
    if vraag.vorm == "waar":
        return {"oneOf": "verplicht"} if False in maten["waarden"] else {"not": "verplicht"}
    if vraag.vorm == "tekst" and "patroon" in maten:
        return {"maxLength": "patroon", "pattern": "patroon"}
    if maten.get("regels"):
        return {**_LENGTE, "pattern": "lengte"}
    return FOUTEN[vraag.vorm]


class Woorden:
    """Collects the texts of a form while its elements are made."""

    def __init__(self, formulier: Formulier) -> None:
        self.per_taal: dict[str, dict[str, str]] = {taal: {} for taal in formulier.talen}
        self._wijzers = {taal: Wijzer(formulier, taal, vaste_teksten(taal)) for taal in ("nl", *formulier.talen)}

    def zin(self, tekst: Tekst | None, taal: str = "nl") -> str:
        """A text with a place that is filled in later as its short name between brackets."""
        return self._wijzers[taal].zin(tekst)

    def kop(self, pad: str, tekst: Tekst | None) -> Element:
        """The heading of a step or group; a group without one gets none."""
        if not tekst:
            return {"i18n": sleutel(pad), "label": ""}
        return {"i18n": self._zet(pad, "label", tekst), "label": self.zin(tekst)}

    def label(self, pad: str, *teksten: Tekst) -> Element:
        """A text between the questions."""
        for taal, eigen in self.per_taal.items():
            eigen[f"{sleutel(pad)}.text"] = "\n\n".join(self.zin(tekst, taal) for tekst in teksten)
        return {"i18n": sleutel(pad), "text": "\n\n".join(self.zin(tekst) for tekst in teksten)}

    def vraag(self, vraag: Vraag) -> Element:
        """A question, its help, what may be wrong with it, and its options in other languages than Dutch."""
        self._fouten(sleutel(vraag.pad), vraag)
        for taal, eigen in self.per_taal.items():
            if vraag.veld.hulp:
                eigen[f"{sleutel(vraag.pad)}.description"] = " ".join(self.zin(hulp, taal) for hulp in vraag.veld.hulp)
            for keus in self.opties(vraag):
                if self.zin(keus, taal) != self.zin(keus):
                    eigen[f"{sleutel(vraag.pad)}.{self.zin(keus)}"] = self.zin(keus, taal)
        return {"i18n": self._zet(vraag.pad, "label", vraag.veld.vraag), "label": self.zin(vraag.veld.vraag)}

    def opties(self, vraag: Vraag) -> list[Tekst]:
        """What the answers to choose from are called."""
        if False in vraag.feiten.maten.get("waarden", ()):
            return [{taal: vaste_teksten(taal)[code] for taal in ("nl", *self.per_taal)} for code in ("ja", "nee")]
        return [keus.naam for keus in vraag.opties]

    def deel(self, vraag: Vraag, deel: Deel) -> Element:
        """A part of an answer."""
        pad = f"{vraag.pad}.{deel.id}"
        self._fouten(sleutel(pad), vraag)
        return {"i18n": self._zet(pad, "label", deel.naam), "label": self.zin(deel.naam)}

    def lijst(self, h: Herhaling) -> Element:
        """A repeat, with the words on its buttons."""
        for taal, eigen in self.per_taal.items():
            nog = self.zin(h.nog_een, taal) or vaste_teksten(taal)["nog_een"]
            knoppen = {"addTooltip": nog, "addAriaLabel": nog, **KNOPPEN.get(taal, KNOPPEN["nl"])}
            eigen |= {f"{sleutel(h.pad)}.{naam}": tekst for naam, tekst in knoppen.items()}
        return {"i18n": self._zet(h.pad, "label", h.vraag), "label": self.zin(h.vraag)}

    def _fouten(self, voor: str, vraag: Vraag) -> None:
        for keyword, code in {"required": "verplicht", **fouten(vraag)}.items():
            for taal, eigen in self.per_taal.items():
                eigen[f"{voor}.error.{keyword}"] = self.zin(melding_bij(vraag, code), taal)

    def _zet(self, pad: str, wat: str, tekst: Tekst) -> str:
        for taal, eigen in self.per_taal.items():
            eigen[f"{sleutel(pad)}.{wat}"] = self.zin(tekst, taal)
        return sleutel(pad)


def sleutel(pad: str) -> str:
    """The key of a place: its path without the marks of repeats, as JSON Forms makes keys itself."""
    return pad.replace("[]", "")
