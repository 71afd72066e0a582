"""One walk over one form with one set of answers: every fault with its path and code, in one round.

A fault that only follows from an earlier fault is not reported: mending the first makes it go away, or come back rightly.
Nothing in the answers makes it raise.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .betalen import Betaalregel, te_betalen
from .meldingen import Melding, melding
from .omstandigheden import Omstandigheden, mag_inloggen
from .plan import GROEP, HERHALING, INFO, Element, Herhaling, Plan, Stap, Vraag
from .voorwaarde import Voorwaarde
from .waarde import Gebreken

_MIST = object()


@dataclass(frozen=True, slots=True)
class Fout:
    """One fault: the path of the answer, the code of `meldingen.CODES`, and what to do about it per language."""

    pad: str
    code: str
    melding: Melding


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What is said about a set of answers, all in one round. Paths are in written order.

    `antwoorden`: what was judged; of a page (`snoei`) without the answers that do not apply.
    """

    fouten: tuple[Fout, ...]
    waarschuwingen: tuple[Fout, ...]
    zichtbaar: tuple[str, ...]
    verplicht: tuple[str, ...]
    te_betalen: tuple[Betaalregel, ...]
    antwoorden: Any

    @property
    def geldig(self) -> bool:
        return not self.fouten


def beoordeel(plan: Plan, antwoorden: Any, o: Omstandigheden, *, snoei: bool = False) -> Oordeel:
    """Judge answers (plain JSON data) under given circumstances.

    With `snoei` an answer that certainly does not apply is left out instead of refused: what a page sends holds those too.
    """
    if snoei:
        antwoorden = copy.deepcopy(antwoorden)
    gang = Gang(plan, o, snoei)
    gang.ga(antwoorden)
    betalen = te_betalen(gang) if plan.kosten and o.rol == "indiener" else ()
    return Oordeel(
        tuple(gang.fouten),
        tuple(gang.waarschuwingen),
        tuple(gang.zichtbaar),
        tuple(gang.verplicht),
        betalen,
        antwoorden,
    )


class Gang:
    """What is known so far: `vakken[0]` (also `begin`) outside every row, then a level for each row the walk is in.

    `onzeker` holds, per level, the paths that are in doubt because of a fault; `leeg` the open values nobody filled in.
    """

    __slots__ = (
        "begin", "fouten", "gezien", "leeg", "o", "onzeker", "plan", "rij", "snoei", "twijfelt", "vakken", "vandaag", "verplicht",
        "waarschuwingen", "zichtbaar",
    )  # fmt: skip

    def __init__(self, plan: Plan, o: Omstandigheden, snoei: bool) -> None:
        self.plan, self.o, self.snoei, self.vandaag = plan, o, snoei, o.vandaag.isoformat()
        self.begin = _context(plan, o)
        self.vakken: list[dict[str, Any]] = [self.begin]
        self.onzeker: list[set[str]] = [set()]
        self.twijfelt = False
        self.leeg = frozenset(naam for naam, waarde in self.begin.items() if waarde is None)
        self.gezien: list[dict[str, Any]] = []
        self.rij = ""
        self.fouten: list[Fout] = []
        self.waarschuwingen: list[Fout] = []
        self.zichtbaar: list[str] = []
        self.verplicht: list[str] = []

    # -- conditions --------------------------------------------------------------------------------------------------

    def open(self, *voorwaarden: Voorwaarde | None) -> bool:
        """Does one of these name what the municipality has not filled in?"""
        for v in voorwaarden:
            if v is not None and v.open and not self.leeg.isdisjoint(v.open):
                return True
        return False

    def twijfel(self, *voorwaarden: Voorwaarde | None) -> bool:
        """Does one of these look at an answer that is itself in doubt?"""
        if not self.twijfelt:
            return False
        onzeker = self.onzeker
        for v in voorwaarden:
            for diep, pad in v.plekken if v is not None else ():
                if diep < len(onzeker) and pad in onzeker[diep]:
                    return True
        return False

    def betwijfel(self, element: Element) -> None:
        self.twijfelt = True
        self.onzeker[element.diep].add(element.pad)

    def geldt(self, element: Element, rond: Mapping[str, Any]) -> bool:
        """Is it shown? What hangs on an open value is shown when it is answered, and may be left out (rule 30)."""
        als = element.als
        if als is None:
            return True
        if als.open and self.open(als):
            return element.id in rond
        return als.waar(self)

    def fout(self, pad: str, code: str, tekst: Melding) -> None:
        self.fouten.append(Fout(pad, code, tekst))

    # -- steps and groups --------------------------------------------------------------------------------------------

    def ga(self, antwoorden: Any) -> None:
        plan, o = self.plan, self.o
        if o.indiener is not None and not mag_inloggen(plan.toegang.get(o.rol, ()), o.indiener):
            self.fout("indiener", "keuze", melding(plan.meldingen, "keuze", "inloggen", plan.naam))
        if not isinstance(antwoorden, dict):
            self.fout("", "soort", melding(plan.meldingen, "soort", "formulier", plan.naam))
            return
        for stap in plan.stappen:
            self.stap(stap, antwoorden)
        self.onbekend(antwoorden, plan.ids, "")

    def stap(self, stap: Stap, antwoorden: dict[str, Any]) -> None:
        getoond = stap.door == self.o.rol and self.geldt(stap, antwoorden)
        inhoud = self.houder(stap, stap.pad, getoond, antwoorden, zelf=stap.door == self.o.rol)
        if inhoud is None:
            return
        self.inhoud(stap, inhoud, stap.pad)
        self.regels(stap)
        for stop in stap.stop:
            if (stop.als is None or stop.als.waar(self)) and not self.twijfel(stop.als) and not self.open(stop.als):
                self.fout(stop.pad, "stop", stop.melding)

    def houder(
        self, element: Element, pad: str, getoond: bool, rond: dict[str, Any], zelf: bool = True
    ) -> dict[str, Any] | None:
        """The answers inside a step or group; None when there is nothing to look at. `zelf`: is it of this role?"""
        if self.snoei and self.open(element.als) and _leeg(rond.get(element.id)):
            rond.pop(element.id, None)
            getoond = False
        if not getoond:
            self.niet_getoond(element, pad, rond, zelf)
            return None
        self.zichtbaar.append(pad)
        inhoud = rond.get(element.id, _MIST)
        if not element.vraagt:
            if inhoud is not _MIST:
                self.fout(pad, "onbekend", element.melding("onbekend"))
            return {}
        if inhoud is _MIST:
            if self.twijfel(element.als):
                self.betwijfel(element)
                return None
            self.fout(pad, "verplicht", element.melding("verplicht"))
            return {}
        if isinstance(inhoud, dict):
            return inhoud
        self.fout(pad, "soort", element.melding("soort"))
        self.betwijfel(element)
        return None

    def niet_getoond(self, element: Element, pad: str, rond: dict[str, Any], zelf: bool = True) -> None:
        if zelf and self.open(element.als):
            self.zichtbaar.append(pad)
        elif self.twijfel(element.als):
            self.betwijfel(element)
        elif element.id in rond:
            if self.snoei:
                del rond[element.id]
            else:
                self.fout(pad, "verborgen", melding(self.plan.meldingen, "verborgen", "", element.naam))

    def onbekend(self, antwoorden: dict[str, Any], bekend: frozenset[str], pad: str) -> None:
        if antwoorden.keys() <= bekend:
            return
        for sleutel in antwoorden:
            if sleutel not in bekend:
                eigen = f"{pad}.{sleutel}" if pad else sleutel
                self.fout(eigen, "onbekend", melding(self.plan.meldingen, "onbekend", "", {}))

    def regels(self, houder: Element) -> None:
        for regel in houder.regels:
            if regel.geschonden(self):
                lijst = self.fouten if regel.is_fout else self.waarschuwingen
                lijst.append(Fout(self.hier(regel.pad), "vergelijking", regel.melding))

    def hier(self, pad: str) -> str:
        """The path of an answer, for the row the walk is in."""
        _, haak, achter = pad.rpartition("[]")
        return self.rij + achter if haak else pad

    # -- what is inside ----------------------------------------------------------------------------------------------

    def inhoud(self, houder: Element, antwoorden: dict[str, Any], waar: str) -> None:
        """What stands in a step, group or row. Most of a judgement is spent here, so what happens most stands written out."""
        rij, vak, toon, eis = self.rij, self.vakken[-1], self.zichtbaar.append, self.verplicht.append
        for e in houder.inhoud:
            pad = rij + e.achter if rij else e.pad
            if e.toon is not None and not (self.geldt(e, antwoorden) if e.open else e.toon(self)):
                if e.aard == GROEP:
                    self.houder(e, pad, False, antwoorden)
                elif e.aard != INFO:
                    self.niet_getoond(e, pad, antwoorden)
                continue
            if not e.is_vraag:
                self.geen_vraag(e, pad, antwoorden)
                continue
            toon(pad)
            moet = e.moet is None or self.moet(e, antwoorden)
            if moet:
                eis(pad)
            waarde = antwoorden.get(e.id, _MIST)
            if waarde is _MIST:
                if moet or self.twijfelt:
                    self.niet_beantwoord(e, pad, moet)
                continue
            gebreken = e.keur(waarde)
            if e.los is not None:
                gebreken = e.los(self, pad, waarde, gebreken)
            if gebreken:
                self.gebrekkig(e, pad, gebreken)
                continue
            vak[e.pad] = waarde
            if e.delen:
                vak.update((f"{e.pad}.{deel}", tekst) for deel, tekst in waarde.items())
            if e.regels:
                self.regels(e)
        self.onbekend(antwoorden, houder.ids, waar)

    def geen_vraag(self, e: Element, pad: str, antwoorden: dict[str, Any]) -> None:
        if e.aard == INFO:
            self.zichtbaar.append(pad)
        elif e.aard == HERHALING:
            self.herhaling(e, pad, antwoorden)  # type: ignore[arg-type]
        else:
            onder = self.houder(e, pad, True, antwoorden)
            if onder is not None:
                self.inhoud(e, onder, pad)

    def herhaling(self, h: Herhaling, pad: str, rond: dict[str, Any]) -> None:
        self.zichtbaar.append(pad)
        lijst = rond.get(h.id, _MIST)
        if not isinstance(lijst, list):
            self.betwijfel(h)
            if lijst is not _MIST:
                self.fout(pad, "soort", h.melding("soort"))
            elif not self.twijfel(h.als):
                self.fout(pad, "verplicht", h.melding("verplicht"))
            return
        self.vakken[-1][h.pad] = lijst
        gekozen = h.per(self) if h.per else None
        past = len(lijst) == len(gekozen) if gekozen is not None else h.minimum <= len(lijst)
        if not past or len(lijst) > h.maximum:
            self.fout(pad, "aantal", h.melding("aantal", {"minimum": h.minimum, "maximum": h.maximum}))
        rijen = [self.een_rij(h, item, f"{pad}[{nummer}]") for nummer, item in enumerate(lijst[: h.maximum])]
        for veld, eigen in h.uniek:
            self.dubbel(h, [rij.get(eigen) for rij in rijen], f"{pad}[{{}}].{veld}", gekozen if veld == "voor" else None)

    def een_rij(self, h: Herhaling, item: Any, pad: str) -> dict[str, Any]:
        """Judge one row; gives what is known in it."""
        bekend: dict[str, Any] = {}
        if not isinstance(item, dict):
            self.fout(pad, "soort", h.melding("soort"))
            return bekend
        buiten, self.rij = self.rij, pad
        self.vakken.append(bekend)
        self.onzeker.append(set())
        self.inhoud(h, item, pad)
        self.onzeker.pop()
        self.vakken.pop()
        self.rij = buiten
        if self.plan.telt_rijen:
            self.gezien.append(bekend)
        return bekend

    def dubbel(self, h: Herhaling, waarden: list[Any], plek: str, gekozen: list[str] | None) -> None:
        gezien: list[Any] = []
        for nummer, waarde in enumerate(waarden):
            if waarde is None:
                continue
            if waarde in gezien:
                self.fout(plek.format(nummer), "dubbel", melding(self.plan.meldingen, "dubbel", "", h.naam))
            elif gekozen is not None and waarde not in gekozen:
                self.fout(plek.format(nummer), "keuze", melding(self.plan.meldingen, "keuze", "", h.naam))
            gezien.append(waarde)

    # -- questions ---------------------------------------------------------------------------------------------------

    def moet(self, v: Vraag, antwoorden: dict[str, Any]) -> bool:
        """Must it be answered? What names or hangs on an open value demands nothing (rule 30)."""
        if v.open and self.open(v.als) and v.id not in antwoorden:
            return False
        return v.verplicht is None or (v.verplicht.waar(self) and not self.open(v.verplicht))

    def gebrekkig(self, v: Vraag, pad: str, gebreken: Gebreken) -> None:
        for onder, code in gebreken:
            self.fout(pad + (onder if onder[:1] in ("[", "") else f".{onder}"), code, v.melding(code))
        self.betwijfel(v)

    def niet_beantwoord(self, v: Vraag, pad: str, moet: bool) -> None:
        twijfel = self.twijfel(v.als, v.verplicht)
        if moet or twijfel:
            self.betwijfel(v)
        if moet and not twijfel:
            self.fout(pad, "verplicht", v.melding("verplicht"))


def _leeg(waarde: Any) -> bool:
    """Does a container hold no answer at all?"""
    if isinstance(waarde, dict):
        return all(_leeg(deel) for deel in waarde.values())
    if isinstance(waarde, list):
        return all(_leeg(deel) for deel in waarde)
    return waarde is None


def _context(plan: Plan, o: Omstandigheden) -> dict[str, Any]:
    soort, middel, niveau = o.indiener or (None, None, None)
    uit: dict[str, Any] = {"indiener.soort": soort, "indiener.middel": middel, "indiener.niveau": niveau}
    for naam in plan.voorzieningen:
        uit[f"voorziening.{naam}"] = o.voorzieningen.get(naam)
    for naam in plan.parameters:
        uit[f"parameter.{naam}"] = o.parameters.get(naam)
    return uit
