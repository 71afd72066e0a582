"""The answers of one role as JSON Schema: the closed tree of steps and questions, and the rules between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from catalogue.formulier import LOKAAL, Eis, Formulier, Groep, Herhaling, Info, Stap, Vraag, elementen
from catalogue.voorwaarde import ALTIJD, NOOIT, en, is_open, niet
from generator.dialect.jsonschema import Regels, Schema, Zicht, aanwezig, keten, misschien, zeker
from generator.targets.schema.waarde import Waarden, tekst


def zicht(formulier: Formulier, rol: str, *, indiener: bool = False) -> Zicht:
    """What a schema of this role can see."""
    stappen = formulier.stappen_van(rol)
    vragen = {e.pad: e for stap in stappen for e in elementen(stap.inhoud) if isinstance(e, Vraag)}
    return Zicht(vragen, frozenset(stap.pad for stap in stappen), indiener)


def vraagt_iets(inhoud: tuple[Any, ...]) -> bool:
    """Is there any question in it? A container with only texts is never in the answers (language.md, b5)."""
    return any(not isinstance(e, Info) and (not isinstance(e, Groep) or vraagt_iets(e.inhoud)) for e in inhoud)


@dataclass(slots=True)
class Antwoorden:
    """The schema of the answers of one role; `vormen` are the shared definitions that it uses."""

    formulier: Formulier
    rol: str
    regels: Regels
    vormen: dict[str, Schema] = field(default_factory=dict)
    waarden: Waarden = field(init=False)

    def __post_init__(self) -> None:
        self.waarden = Waarden(self.formulier, self._gebruik)

    def schema(self) -> dict[str, Any]:
        """The answers object. Rules that name who is logged in stand in `regels.op("@")` afterwards."""
        stappen = [s for s in self.formulier.stappen_van(self.rol) if vraagt_iets(s.inhoud)]
        namen: dict[str, Schema] = {}
        for stap in stappen:
            namen[stap.pad] = {"title": tekst(stap.titel), **self._houder(stap.inhoud)}
            self._getoond(stap, ALTIJD)
        for stap in self.formulier.stappen_van(self.rol):
            self._stoppen(stap)
        if self.formulier.gemeente is None and LOKAAL not in namen:
            namen[LOKAAL] = {"description": "Vragen van de gemeente zelf; het schema van die gemeente zegt welke."}
        return self._gesloten(namen, stappen, "")

    def _gesloten(self, namen: dict[str, Schema], inhoud: Any, niveau: str | None) -> dict[str, Any]:
        moet = [e.id for e in inhoud if e.id in namen and e.toon_als == ALTIJD and getattr(e, "verplicht", ALTIJD) == ALTIJD]
        regels = self.regels.op(niveau) if niveau is not None else []
        return {
            "type": "object",
            "properties": namen,
            **({"required": moet} if moet else {}),
            "additionalProperties": False,
            **({"allOf": regels} if regels else {}),
        }

    def _houder(self, inhoud: tuple[Any, ...], niveau: str | None = None) -> dict[str, Any]:
        """A step, a group or (with its level) the item of a repeat."""
        namen: dict[str, Schema] = {}
        for e in inhoud:
            if isinstance(e, Vraag):
                namen[e.id] = self.waarden.schema(e)
                self._getoond(e, e.verplicht)
                self._opties(e)
                for eis in e.regels:
                    self._eis(eis, aanwezig(e.pad), e.pad)
            elif isinstance(e, Groep) and vraagt_iets(e.inhoud):
                namen[e.id] = {**({"title": tekst(e.vraag)} if e.vraag else {}), **self._houder(e.inhoud)}
                self._getoond(e, ALTIJD)
            elif isinstance(e, Herhaling):
                namen[e.id] = self._herhaling(e)
                self._getoond(e, ALTIJD)
        return self._gesloten(namen, inhoud, niveau)

    def _herhaling(self, h: Herhaling) -> dict[str, Any]:
        if h.per:
            self._per(h)
        return {
            "title": tekst(h.vraag),
            "type": "array",
            "items": {**({"title": tekst(h.item)} if h.item else {}), **self._houder(h.inhoud, f"{h.pad}[]")},
            "minItems": 0 if h.per else h.minimum,
            "maxItems": h.maximum,
        }

    # -- rules ---------------------------------------------------------------------------------------------------

    def _getoond(self, e: Any, verplicht: Any) -> None:
        """Hidden: not there. Shown, and required: there."""
        stukken = _hier(e.pad)
        if e.toon_als == ALTIJD and verplicht == ALTIJD:
            return
        z = self.regels.zicht
        weg: Schema = keten(stukken[:-1], {"type": "object", "properties": {stukken[-1]: False}}, verplicht=False)
        moet: Schema = keten(stukken[:-1], keten(stukken[-1:], True), verplicht=False)
        toon, eis = misschien(e.toon_als, z), zeker(en(e.toon_als, verplicht), z)
        if toon == eis:
            self.regels.voeg(toon, moet, weg, e.pad)
            return
        self.regels.voeg(eis, moet, True, e.pad)
        self.regels.voeg(toon, True, weg, e.pad)

    def _opties(self, vraag: Vraag) -> None:
        if vraag.open_lijst or vraag.id == "voor" and vraag.pad.endswith("[].voor"):
            return
        for keus in vraag.opties:
            if keus.toon_als != ALTIJD:
                niet_deze: Schema = {"not": {"const": keus.code}}
                blad = {"type": "array", "items": niet_deze} if vraag.vorm == "keuzes" else niet_deze
                anders = keten(_hier(vraag.pad), blad, verplicht=False)
                self.regels.voeg(misschien(keus.toon_als, self.regels.zicht), True, anders, vraag.pad)

    def _per(self, h: Herhaling) -> None:
        """Exactly one item for each chosen option. Of an open list only the number of items can be held."""
        vraag = self.regels.zicht.vragen[h.per]
        for keus in vraag.opties if not vraag.open_lijst else ():
            voor = {"contains": keten(["voor"], {"const": keus.code})}
            een = keten(_hier(h.pad), {"type": "array", **voor, "minContains": 1, "maxContains": 1}, verplicht=False)
            geen = keten(_hier(h.pad), {"type": "array", **voor, "minContains": 0, "maxContains": 0}, verplicht=False)
            gekozen = aanwezig(h.per).model_copy(update={"soort": "meerkeuze", "hoe": "is", "waarden": (keus.code,)})
            self.regels.voeg(gekozen, een, geen, h.pad)

    def _eis(self, eis: Eis, als: Any, doel: str) -> None:
        """A rule that must hold once every answer it names is there."""
        if eis.ernst != "fout" or is_open(en(eis.als, eis.eis)):
            return
        fout = en(als, *(aanwezig(naam) for naam in eis.namen), eis.als, niet(eis.eis))
        self.regels.voeg(zeker(fout, self.regels.zicht), False, True, doel)

    def _stoppen(self, stap: Stap) -> None:
        """Answers at which one cannot go on are not valid."""
        als = stap.toon_als
        if is_open(als):
            als = aanwezig(stap.pad) if vraagt_iets(stap.inhoud) else NOOIT
        for eis in stap.regels:
            self._eis(eis, als, stap.pad)
        for stop in stap.stop:
            self.regels.voeg(zeker(en(als, stop.als), self.regels.zicht), False, True, stap.pad)

    def _gebruik(self, naam: str, vorm: Schema) -> Schema:
        """A reference to a shared definition; another one of the same name gets a number."""
        namen = (naam if n == 1 else f"{naam}{n}" for n in count(1))
        naam = next(een for een in namen if self.vormen.setdefault(een, vorm) == vorm)
        return {"$ref": f"#/$defs/{naam}"}


def _hier(pad: str) -> list[str]:
    """A path from its own level."""
    return pad.rpartition("[].")[2].split(".")


def met_vormen(schema: dict[str, Any], vormen: dict[str, Schema]) -> dict[str, Any]:
    """The schema with its shared definitions, by name."""
    return {**schema, "$defs": dict(sorted(vormen.items()))} if vormen else schema


__all__ = ["Antwoorden", "met_vormen", "vraagt_iets", "zicht"]
