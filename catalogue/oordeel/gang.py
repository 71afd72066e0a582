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
        rij = self.rij
        for element in houder.inhoud:
            pad = rij + element.achter if rij else element.pad
            aard = element.aard
            if aard == INFO:
                if element.als is None or element.als.waar(self):
                    self.zichtbaar.append(pad)
                continue
            getoond = element.als is None or self.geldt(element, antwoorden)
            if aard == GROEP:
                onder = self.houder(element, pad, getoond, antwoorden)
                if onder is not None:
                    self.inhoud(element, onder, pad)
            elif not getoond:
                self.niet_getoond(element, pad, antwoorden)
            elif aard == HERHALING:
                self.herhaling(element, pad, antwoorden)  # type: ignore[arg-type]
            else:
                self.vraag(element, pad, antwoorden)  # type: ignore[arg-type]
        self.onbekend(antwoorden, houder.ids, waar)

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

    def vraag(self, v: Vraag, pad: str, antwoorden: dict[str, Any]) -> None:
        self.zichtbaar.append(pad)
        moet = v.moet is None or (v.moet.waar(self) and not self.open(v.moet))
        if moet and v.als is not None and v.als.open and self.open(v.als):
            moet = v.id in antwoorden
        if moet:
            self.verplicht.append(pad)
        waarde = antwoorden.get(v.id, _MIST)
        if waarde is _MIST:
            self.niet_beantwoord(v, pad, moet)
            return
        gebreken = v.keur(waarde)
        if v.los:
            gebreken = self.los(v, pad, waarde, gebreken)
        if gebreken:
            for onder, code in gebreken:
                self.fout(pad + (onder if onder[:1] in ("[", "") else f".{onder}"), code, v.melding(code))
            self.betwijfel(v)
            return
        vak = self.vakken[-1]
        vak[v.pad] = waarde
        if v.delen:
            for deel, tekst in waarde.items():
                vak[f"{v.pad}.{deel}"] = tekst
        if v.regels:
            self.regels(v)

    def niet_beantwoord(self, v: Vraag, pad: str, moet: bool) -> None:
        twijfel = self.twijfel(v.als, v.moet)
        if moet or twijfel:
            self.betwijfel(v)
        if moet and not twijfel:
            self.fout(pad, "verplicht", v.melding("verplicht"))

    def los(self, v: Vraag, pad: str, waarde: Any, eigen: Any) -> Any:
        """What the value alone does not tell: may it be chosen now, is it within its bounds, are the bytes right?"""
        if v.is_keuze:
            codes = waarde if isinstance(waarde, list) else [waarde]
            if ("", "soort") in eigen or self.mag_kiezen(v, pad, codes):
                return eigen
            return (*eigen, ("", "keuze"))
        if eigen:
            return eigen
        if v.is_bestanden:
            return tuple((f"[{n}]", "bestand") for n, b in enumerate(waarde) if b["id"] in self.o.mis)
        for basis, houdt, code in v.grenzen:
            if (basis is None or basis(self) is not None) and not houdt(self, waarde):
                return (("", code),)
        return eigen

    def mag_kiezen(self, v: Vraag, pad: str, codes: list[str]) -> bool:
        if pad in self.o.aangeboden:
            return all(code in self.o.aangeboden[pad] for code in codes)
        if v.code_past is not None:
            return all(v.code_past(code) for code in codes)
        if v.vast is not None:
            return all(code in v.vast for code in codes)
        return all(code in v.opties and self.mag_nu(v.opties[code]) for code in codes)

    def mag_nu(self, als: Voorwaarde | None) -> bool:
        return als is None or self.open(als) or als.waar(self)


def _leeg(waarde: Any) -> bool:
    """Does a container hold no answer at all?"""
    if isinstance(waarde, dict):
        return all(_leeg(deel) for deel in waarde.values())
    if isinstance(waarde, list):
        return all(_leeg(deel) for deel in waarde)
    return waarde is None


def _context(plan: Plan, o: Omstandigheden) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    for nummer, naam in enumerate(("soort", "middel", "niveau")):
        uit[f"indiener.{naam}"] = o.indiener[nummer] if o.indiener else None
    uit |= {f"voorziening.{naam}": o.voorzieningen.get(naam) for naam in plan.voorzieningen}
    uit |= {f"parameter.{naam}": o.parameters.get(naam) for naam in plan.parameters}
    return uit
