"""The ui schema of one role: steps as categories, groups, controls, repeats with their detail, and texts as labels.

Each element has as `i18n` its path without `[]`, so that texts, answers and rules of one place are found by one name; what is no
place of the answers has an @ in it.
"""

from __future__ import annotations

from typing import Any

from catalogue.formulier import Eis, Formulier, Groep, Herhaling, Info, Stap, Vraag
from catalogue.tekst import Tekst
from catalogue.voorwaarde import ALTIJD, NOOIT, en, niet
from generator.dialect.jsonschema import aanwezig
from generator.targets.jsonforms.grenzen import grens
from generator.targets.jsonforms.teksten import Woorden
from generator.targets.jsonforms.voorwaarden import Plek, Voorwaarden, scope

Element = dict[str, Any]
RONDJES = 7
"""More options than this become a list to choose from instead of radio buttons."""


class Opbouw:
    """Makes the ui schema of one role; collects its texts and what it cannot hold."""

    def __init__(self, formulier: Formulier, rol: str, woorden: Woorden) -> None:
        self.formulier, self.rol, self.w = formulier, rol, woorden
        self.voorwaarden = Voorwaarden(formulier, rol)
        self.grenzen: list[dict[str, Any]] = []

    def uischema(self) -> Element:
        return {
            "type": "Categorization",
            "elements": [self._stap(stap) for stap in self.formulier.stappen_van(self.rol)],
        }

    def _stap(self, stap: Stap) -> Element:
        inhoud = [
            *self._uitleg(f"{stap.pad}.@inleiding", [stap.inleiding]),
            *self._inhoud(stap.inhoud),
            *self._regels(stap.regels, stap.pad, Plek(stap.pad)),
            *(self._melding(stop.pad, stop.als, stop.melding, "stop", Plek(stap.pad)) for stop in stap.stop),
        ]
        return {
            "type": "Category",
            **self.w.kop(stap.pad, stap.titel),
            **self._toon(stap),
            "elements": inhoud,
        }

    def _inhoud(self, inhoud: tuple[Any, ...]) -> list[Element]:
        uit: list[Element] = []
        for e in inhoud:
            if isinstance(e, Info):
                uit.append(self._info(e))
            elif isinstance(e, Groep):
                uit.append(self._groep(e))
            elif isinstance(e, Herhaling):
                uit.append(self._herhaling(e))
            else:
                uit += [self._vraag(e), *self._regels(e.regels, e.pad, self.voorwaarden.plek(e.pad))]
        return uit

    # -- what is shown when --------------------------------------------------------------------------------------

    def _toon(self, e: Any) -> Element:
        plek = self.voorwaarden.plek(e.pad)
        self._meld(e.pad, "zichtbaar", self.voorwaarden.redenen(e.toon_als, plek))
        regel = self.voorwaarden.toon(e.toon_als, plek)
        return {"rule": regel} if regel else {}

    def _meld(self, pad: str, wat: str, redenen: list[str]) -> None:
        self.grenzen += [een for reden in redenen if (een := grens(pad, wat, reden)) not in self.grenzen]

    def _melding(self, pad: str, als: Any, tekst: Tekst, soort: str, plek: Plek) -> Element:
        self._meld(pad, "melding", self.voorwaarden.redenen(als, plek))
        regel = self.voorwaarden.zeker(als, plek)
        return {
            "type": "Label",
            **self.w.label(pad, tekst),
            "options": {"stijl": soort},
            **({"rule": regel} if regel else {}),
        }

    def _regels(self, regels: tuple[Eis, ...], doel: str, plek: Plek) -> list[Element]:
        uit = []
        for nummer, eis in enumerate(regels):
            fout = en(*(aanwezig(naam) for naam in eis.namen), eis.als, niet(eis.eis))
            uit.append(
                self._melding(
                    f"{doel}.@regel{nummer}", fout, eis.melding, "fout" if eis.ernst == "fout" else "waarschuwing", plek
                )
            )
        return uit

    # -- elements ------------------------------------------------------------------------------------------------

    def _uitleg(self, pad: str, teksten: Any) -> list[Element]:
        teksten = [tekst for tekst in teksten if tekst]
        return [{"type": "Label", **self.w.label(pad, *teksten)}] if teksten else []

    def _info(self, info: Info) -> Element:
        stijl = {"options": {"stijl": info.stijl}} if info.stijl != "uitleg" else {}
        return {"type": "Label", **self.w.label(info.pad, info.tekst), **stijl, **self._toon(info)}

    def _groep(self, groep: Groep) -> Element:
        inhoud = [*self._uitleg(f"{groep.pad}.@hulp", groep.hulp), *self._inhoud(groep.inhoud)]
        return {
            "type": "Group",
            **self.w.kop(groep.pad, groep.vraag),
            **self._toon(groep),
            "elements": inhoud,
        }

    def _herhaling(self, h: Herhaling) -> Element:
        """The rule stands on a layout around the control: not every renderer of a list can hide itself."""
        if h.per:
            self._meld(h.pad, "aantal", ["soort"])
        detail = {"type": "VerticalLayout", "elements": self._inhoud(h.inhoud)}
        lijst = {"type": "Control", "scope": scope(h.pad), **self.w.lijst(h), "options": {"detail": detail}}
        return {"type": "VerticalLayout", **self._toon(h), "elements": [*self._uitleg(f"{h.pad}.@hulp", h.hulp), lijst]}

    def _vraag(self, vraag: Vraag) -> Element:
        toon = self._toon(vraag)
        if vraag.verplicht not in (ALTIJD, NOOIT) or vraag.verplicht == ALTIJD and vraag.toon_als != ALTIJD:
            self._meld(vraag.pad, "verplicht", ["regel"])
        for keus in vraag.opties if not vraag.open_lijst else ():
            if keus.toon_als != ALTIJD:
                self._meld(f"{vraag.pad}#{keus.code}", "keuze", ["regel"])
        if vraag.vorm == "bestanden":
            self._meld(vraag.pad, "bestand", ["soort"])
        if vraag.vorm == "delen":
            return self._delen(vraag, toon)
        opties = _opties(vraag)
        return {
            "type": "Control",
            "scope": scope(vraag.pad),
            **self.w.vraag(vraag),
            **({"options": opties} if opties else {}),
            **toon,
        }

    def _delen(self, vraag: Vraag, toon: Element) -> Element:
        delen = [
            {"type": "Control", "scope": f"{scope(vraag.pad)}/properties/{d.id}", **self.w.deel(vraag, d)}
            for d in vraag.feiten.delen
        ]
        return {
            "type": "Group",
            **self.w.vraag(vraag),
            **toon,
            "elements": [*self._uitleg(f"{vraag.pad}.@hulp", vraag.veld.hulp), *delen],
        }


def _opties(vraag: Vraag) -> dict[str, Any]:
    """What a renderer should know of the kind of the question."""
    maten, aantal = vraag.feiten.maten, len(vraag.opties)
    if maten.get("regels"):
        return {"multi": True}
    if vraag.vorm == "waar":
        return {"format": "radio"} if False in maten["waarden"] else {}
    if vraag.vorm == "keuze" and aantal:
        return {"format": "radio"} if aantal <= RONDJES else {"autocomplete": True}
    return {"upload": True} if vraag.vorm == "bestanden" else {}
