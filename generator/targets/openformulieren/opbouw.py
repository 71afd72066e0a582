"""The steps of a form as Open Formulieren has them: definitions with components, and the rules that do what a component cannot."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from catalogue.formulier import Eis, Formulier, Groep, Herhaling, Info, Stap, Vraag, elementen
from catalogue.voorwaarde import ALTIJD, NOOIT, Grens, Vergelijk, en, is_open, niet
from generator.dialect.jsonschema import aanwezig
from generator.targets.openformulieren.componenten import (
    Component,
    alle_componenten,
    basis,
    component,
    content,
    tekstblok,
)
from generator.targets.openformulieren.datums import houdt_grens, is_datum
from generator.targets.openformulieren.logica import Logica, Zicht, conditional
from generator.targets.openformulieren.sleutels import Sleutels
from generator.targets.openformulieren.soorten import onderdeel
from generator.targets.openformulieren.teksten import Teksten

NAAMRUIMTE = uuid.uuid5(uuid.NAMESPACE_URL, "https://samenloket/open-formulieren")


class Opbouw:
    """The parts of one form for one role: `definities`, `regels`, and `grenzen`, which says per path what is not held, and why."""

    def __init__(self, formulier: Formulier, rol: str, prefill: str) -> None:
        self.formulier, self.rol, self.prefill = formulier, rol, prefill
        self.definities: list[Component] = []
        self.regels: list[Component] = []
        self.grenzen: dict[str, str] = {}
        self.sleutels = Sleutels(self.formulier, self.rol)
        vragen = {e.pad: e for stap in self.sleutels.stappen for e in elementen(stap.inhoud)}
        personen = {p.persoon: p.toegang for p in self.formulier.personen}
        getoond = {h.pad: wanneer for stap in self.sleutels.stappen for h, wanneer in _lijsten(stap.inhoud, stap.toon_als)}
        self.zicht = Zicht(vragen, self.sleutels.van, personen.get(self.rol, self.formulier.toegang), getoond)
        self.teksten = Teksten(self.formulier)
        self.teksten.datums = {pad: self.sleutels.van[pad] for pad, e in vragen.items() if isinstance(e, Vraag) and is_datum(e) and "[]" not in pad}
        for nummer, stap in enumerate(self.sleutels.stappen):
            self._stap(nummer, stap)

    # -- identifiers ---------------------------------------------------------------------------------------------

    def uuid(self, *delen: str) -> str:
        """The same for the same service, role and part, whatever the version: a later release is the same form."""
        return str(uuid.uuid5(NAAMRUIMTE, "/".join((self.formulier.dienst, self.rol, *delen))))

    def stap_uuid(self, stap: str) -> str:
        return self.uuid("stap", stap)

    # -- steps ---------------------------------------------------------------------------------------------------

    def _stap(self, nummer: int, stap: Stap) -> None:
        self.stap, self.plekken = stap, frozenset(e.pad for e in stap.inhoud if isinstance(e, Vraag))
        componenten = [tekstblok(f"{stap.pad}.inleiding0", self.teksten, stap.inleiding, "")] if stap.inleiding else []
        componenten += [c for e in stap.inhoud for c in self._element(e, stap.toon_als)]
        componenten += [c for i, eis in enumerate(e for e in self._eisen(stap)) for c in self._eis(eis, i)]
        componenten += [c for stop in stap.stop for c in self._stop(stop)]
        toon = self.zicht.toon(stap.toon_als)
        van_toepassing = toon is True or nummer == 0
        if toon is not True:
            soort, als = ("step-not-applicable", {"!": [toon]}) if nummer == 0 else ("step-applicable", toon)
            self._regel(f"{stap.pad}: stap", als, [{"form_step_uuid": self.stap_uuid(stap.pad), "action": {"type": soort}}])
        self._noteer(stap.pad, stap.toon_als)
        self.definities.append({"stap": stap, "index": nummer, "van_toepassing": van_toepassing, "componenten": componenten})

    def _noteer(self, pad: str, voorwaarde: Any, zeker: bool = False) -> None:
        if is_open(voorwaarde):
            self.grenzen[pad] = "Dit hangt af van wat de gemeente invult. Een vraag of keuze staat er altijd en is niet verplicht; een regel telt niet mee."
        elif zeker or not self.zicht.precies(voorwaarde):
            self.grenzen[pad] = "De voorwaarde is in Open Formulieren niet heel te zeggen: de vraag staat er vaker, en is dan niet verplicht."

    def _element(self, e: Any, rond: Any) -> list[Component]:
        sleutel = self.sleutels.van[e.pad]
        if isinstance(e, Info):
            kaal = content(e, sleutel, self.teksten)
        elif isinstance(e, Vraag):
            kaal = self._vraag(e, sleutel, rond)
        elif isinstance(e, Groep):
            binnen = rond if self._in_lijst_te_zeggen(e) else en(rond, e.toon_als)
            kaal = {**basis("fieldset", sleutel, self.teksten.in_taal(e.vraag) or sleutel), "hideHeader": not e.vraag, "components": [c for kind in e.inhoud for c in self._element(kind, binnen)]}
        else:
            kaal = self._herhaling(e, sleutel, self._eisbaar(e, rond))
        return [self._met_voorwaarde(kaal, e)]

    def _eisbaar(self, e: Any, rond: Any) -> bool:
        """May it be demanded whenever it is shown? Not when it is shown more often than it has to be."""
        return self._in_lijst_te_zeggen(e) and rond == ALTIJD if "[]" in e.pad else self.zicht.precies(en(rond, e.toon_als))

    def _in_lijst_te_zeggen(self, e: Any) -> bool:
        """In a repeat: does the component itself hold the condition?"""
        return "[]" in e.pad and (e.toon_als == ALTIJD or conditional(e.toon_als, self.zicht, self.plekken) is not None)

    def _met_voorwaarde(self, kaal: Component, e: Any) -> Component:
        """With its condition, or a rule that hides it. One that begins hidden, for a rule to show, loses its answer on 4.0: the server
        empties what is hidden before it looks at the rules, and with it what was sent."""
        if e.toon_als == ALTIJD:
            return kaal
        eigen = conditional(e.toon_als, self.zicht, self.plekken)
        if eigen:
            return {**kaal, "conditional": eigen}
        self._noteer(e.pad, e.toon_als, zeker="[]" in e.pad)
        if "[]" in e.pad:
            return kaal
        toon = self.zicht.toon(e.toon_als)
        if toon is not True:
            self._regel(f"{e.pad}: verbergen", toon is False or {"!": [toon]}, [_eigenschap(kaal["key"], "hidden", True)])
        return kaal

    def _vraag(self, v: Vraag, sleutel: str, rond: Any) -> Component:
        uit = component(v, sleutel, self.teksten, self.prefill, self._eisbaar(v, rond))
        moet = en(rond, v.toon_als, v.verplicht)
        if not uit["validate"]["required"] and v.verplicht != NOOIT and "[]" not in v.pad:
            als = self.zicht.moet(moet)
            if als is not False:
                self._regel(f"{v.pad}: verplicht", als, [_eigenschap(sleutel, "validate", {**uit["validate"], "required": True}, "json")])
        if v.verplicht not in (ALTIJD, NOOIT) and ("[]" in v.pad or not self.zicht.precies(v.verplicht)):
            self.grenzen[f"{v.pad}#verplicht"] = "Wanneer dit verplicht is, is in Open Formulieren niet heel te zeggen: het is dat daar minder vaak."
        if v.veld.prefill == "alleen_lezen" and not uit["disabled"]:
            self.grenzen[f"{v.pad}#vast"] = "Wat uit een register komt, is hier te veranderen. Stond het vast, dan kwam wie niets uit het register krijgt, niet verder."
        self._noteer_vraag(v)
        return uit

    def _noteer_vraag(self, v: Vraag) -> None:
        """What the component of a question does not hold."""
        if any(keus.toon_als != ALTIJD for keus in v.opties):
            self.grenzen[f"{v.pad}#opties"] = "Een keuze die van een ander antwoord afhangt, staat er altijd."
        if v.open_lijst:
            self.grenzen[f"{v.pad}#lijst"] = "De keuzes komen van de gemeente of het lopende formulier; zet ze na de import zelf bij deze vraag."
        if getattr(v.veld, "minimum", 1) != 1 and v.vorm == "tekst":
            self.grenzen[f"{v.pad}#lengte"] = "Een kleinste aantal tekens kent een tekstvak niet."
        if v.vorm == "bestanden" and v.alle_maten["minimum"] > 1:
            self.grenzen[f"{v.pad}#aantal"] = "Een kleinste aantal bestanden kent het onderdeel niet; dat keurt wie het ontvangt."
        if v.alle_maten.get("onvolledig"):
            self.grenzen[f"{v.pad}#onvolledig"] = "Een dag die niet bestaat, zoals 30 februari, ziet het onderdeel niet; dat keurt wie het ontvangt."
        if mist := onderdeel(v).mist:
            self.grenzen[f"{v.pad}#{v.soort}"] = mist
        if any(not houdt_grens(v, b, self.teksten.datums) for b in v.grenzen):
            self.grenzen[f"{v.pad}#grens"] = "Deze grens (werkdagen, een tijd, een onvolledige datum, of een antwoord in een lijst) kent het onderdeel niet."
        if "[]" in v.pad and v.regels:
            self.grenzen[f"{v.pad}#regel"] = "Een regel tussen antwoorden in een lijst kan niet."

    def _herhaling(self, h: Herhaling, sleutel: str, eisbaar: bool) -> Component:
        buiten, self.plekken = self.plekken, frozenset(e.pad for e in h.inhoud if isinstance(e, Vraag))
        kinderen = [c for kind in h.inhoud for c in self._element(kind, ALTIJD)]
        self.plekken = buiten
        for c in alle_componenten(kinderen):
            if c["conditional"]:
                c["conditional"] = {**c["conditional"], "when": f"{sleutel}.{c['conditional']['when']}"}
        if h.per or h.uniek or h.minimum > 1:
            self.grenzen[f"{h.pad}#lijst"] = "Het kleinste aantal, een deel per gekozen antwoord en ‘komt maar één keer voor’ kent een herhalende groep niet."
        item, knop = self.teksten.in_taal(h.item or h.vraag), self.teksten.in_taal(h.nog_een) or "Toevoegen"
        return {
            **basis("editgrid", sleutel, self.teksten.in_taal(h.vraag)), "description": self.teksten.hulp(h.hulp), "groupLabel": item, "addAnother": knop, "saveRow": "Opslaan", "removeRow": "Verwijderen",
            "disableAddingRemovingRows": False, "validate": {"required": h.minimum > 0 and eisbaar, "maxLength": h.maximum}, "components": kinderen, "defaultValue": [],
            "properties": {"samenloket": h.pad},
        }  # fmt: skip

    # -- what ends a step, and what must hold in it ----------------------------------------------------------------

    @staticmethod
    def _eisen(stap: Stap) -> list[tuple[Eis, Any]]:
        """Every rule with when it counts: one at a question only when that is answered."""
        uit = [(eis, stap.toon_als) for eis in stap.regels]
        return [(eis, en(stap.toon_als, e.toon_als, _er(e))) for e in elementen(stap.inhoud) if isinstance(e, Vraag) and "[]" not in e.pad for eis in e.regels] + uit

    def _eis(self, paar: tuple[Eis, Any], nummer: int) -> list[Component]:
        eis, getoond = paar
        fout = en(getoond, *(aanwezig(n) if n not in self.zicht.vragen else _er(self.zicht.vragen[n]) for n in eis.namen), eis.als, niet(eis.eis))
        return self._tenzij(f"{self.stap.pad}.regel{nummer + 1}", eis.melding, self.zicht.moet(fout), eis.ernst == "fout", f"{eis.pad}: regel {nummer + 1}", fout)

    def _stop(self, stop: Any) -> list[Component]:
        fout = en(self.stap.toon_als, stop.als)
        return self._tenzij(f"{self.stap.pad}.stop{stop.pad.rpartition('.')[2].title()}", stop.melding, self.zicht.moet(fout), True, f"{stop.pad}: stop", fout)

    def _tenzij(self, sleutel: str, melding: Any, als: Logica, houdt_op: bool, naam: str, fout: Any) -> list[Component]:
        """A text that appears when something is wrong, and holds the step where it must."""
        self._noteer(f"{naam}", fout)
        if als is False:
            return []
        acties = [_eigenschap(sleutel, "hidden", False)]
        if houdt_op:
            acties.append({"form_step_uuid": self.stap_uuid(self.stap.pad), "action": {"type": "disable-next"}})
        self._regel(naam, als, acties)
        return [{**tekstblok(sleutel, self.teksten, melding, "error" if houdt_op else "warning"), "hidden": True}]

    def _regel(self, naam: str, als: Logica, acties: list[Component]) -> None:
        """A rule. What it looks at is not always the first thing in it, so it counts as advanced."""
        if als is False:
            return
        uit = [{"component": "", "variable": "", "form_step_uuid": None, **actie} for actie in acties]
        trigger = als if isinstance(als, dict) else {"==": [1, 1]}
        self.regels.append({"uuid": self.uuid("regel", naam), "description": naam[:100], "is_advanced": True, "json_logic_trigger": trigger, "actions": uit, "stap": self.stap.pad})


def _er(e: Any) -> Any:
    """It is known: a question that is answered, a list that is shown, with rows or without."""
    if isinstance(e, Herhaling):
        return Vergelijk(pad=e.pad, soort="herhaling", hoe="vanaf", grens=Grens(waarde=0))
    return aanwezig(e.pad).model_copy(update={"soort": "decimaal" if isinstance(e, Vraag) and getattr(e.veld, "decimalen", 0) else e.soort if isinstance(e, Vraag) else e.aard})


def _lijsten(inhoud: tuple[Any, ...], rond: Any) -> Iterator[tuple[Herhaling, Any]]:
    """Every repeat outside another, with all that must hold for it to be shown."""
    for e in inhoud:
        if isinstance(e, Herhaling):
            yield e, en(rond, e.toon_als)
        elif isinstance(e, Groep):
            yield from _lijsten(e.inhoud, en(rond, e.toon_als))


def _eigenschap(sleutel: str, naam: str, stand: Any, soort: str = "bool") -> Component:
    return {"component": sleutel, "action": {"type": "property", "property": {"type": soort, "value": naam}, "state": stand}}
