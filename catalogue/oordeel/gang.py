"""One walk over one form with one set of answers: every fault with its path and code, in one round.

A fault that only follows from an earlier fault is not reported: mending the first makes it go away, or come back rightly.
Nothing in the answers makes it raise.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import Any, NamedTuple

from .betalen import Betaalregel, te_betalen
from .los import van_buiten
from .meldingen import Melding, melding
from .omstandigheden import Omstandigheden, mag_inloggen
from .plan import GROEP, HERHALING, INFO, Element, Herhaling, Plan, Stap, Vraag
from .voorwaarde import Voorwaarde
from .waarde import Gebreken

_MIST = object()
_GEEN: frozenset[str] = frozenset()


class Fout(NamedTuple):
    """One fault: the path of the answer, the code of `meldingen.CODES`, and what to do about it per language."""

    pad: str
    code: str
    melding: Melding


class Oordeel(NamedTuple):
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
        "begin", "buiten", "fouten", "gezien", "leeg", "o", "onzeker", "plan", "rij", "snoei", "twijfelt", "vakken", "vandaag", "verplicht",
        "waarschuwingen", "zichtbaar",
    )  # fmt: skip

    def __init__(self, plan: Plan, o: Omstandigheden, snoei: bool) -> None:
        self.plan, self.o, self.snoei, self.vandaag = plan, o, snoei, o.vandaag.isoformat()
        self.begin, self.leeg = _rondom(plan, o)
        self.vakken: list[dict[str, Any]] = [self.begin]
        self.onzeker: list[frozenset[str]] = [_GEEN]
        self.twijfelt, self.buiten = False, bool(o.aangeboden or o.mis)
        self.gezien: list[dict[str, Any]] = []
        self.rij = ""
        self.fouten: list[Fout] = []
        self.waarschuwingen: list[Fout] = []
        self.zichtbaar: list[str] = []
        self.verplicht: list[str] = []

    # -- conditions --------------------------------------------------------------------------------------------------

    def open(self, v: Voorwaarde | None) -> bool:
        """Does it name what the municipality has not filled in?"""
        return v is not None and bool(v.open) and not self.leeg.isdisjoint(v.open)

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
        self.onzeker[element.diep] |= {element.pad}

    def fout(self, pad: str, code: str, tekst: Melding) -> None:
        self.fouten.append(Fout(pad, code, tekst))

    # -- the whole, steps and groups ---------------------------------------------------------------------------------

    def ga(self, antwoorden: Any) -> None:
        plan, o = self.plan, self.o
        if o.indiener is not None and not mag_inloggen(plan.toegang.get(o.rol, ()), o.indiener):
            self.fout("indiener", "keuze", melding(plan.meldingen, "keuze", "inloggen", plan.naam))
        if not isinstance(antwoorden, dict):
            self.fout("", "soort", melding(plan.meldingen, "soort", "formulier", plan.naam))
            return
        for stap in plan.stappen:
            if stap.door == o.rol and (stap.toon is None or stap.toon(self)):
                self.houder(stap, stap.pad, antwoorden)
            elif self.twijfelt or stap.id in antwoorden:
                self.niet_getoond(stap, stap.pad, antwoorden)
        if not plan.ids.issuperset(antwoorden):
            self.onbekend(antwoorden, plan.ids, "")

    def houder(self, e: Element, pad: str, rond: dict[str, Any]) -> None:
        """A step or group that is shown, or that hangs on an open value."""
        self.zichtbaar.append(pad)
        inhoud = rond.get(e.id, _MIST)
        if not (e.gewoon and isinstance(inhoud, dict)):
            inhoud = self.bijzonder(e, pad, inhoud, rond)
            if inhoud is None:
                return
        self.inhoud(e, inhoud, pad)
        if e.sluit:
            self.sluit(e)  # type: ignore[arg-type]

    def hoeft_niet(self, e: Element, inhoud: Any, rond: dict[str, Any]) -> bool:
        """What hangs on an open value may be left out; a page leaves it out when nothing in it is filled in (rule 30)."""
        if not self.open(e.als):
            return False
        if inhoud is not _MIST and self.snoei and _leeg(inhoud):
            inhoud = _MIST
            del rond[e.id]
        return inhoud is _MIST

    def bijzonder(self, e: Element, pad: str, inhoud: Any, rond: dict[str, Any]) -> dict[str, Any] | None:
        """A step or group that is not there, is no object, asks nothing or hangs on an open value: what to look at in it, if anything."""
        if e.open and self.hoeft_niet(e, inhoud, rond):
            return None
        if isinstance(inhoud, dict) and e.vraagt:
            return inhoud
        if not e.vraagt:
            if inhoud is not _MIST:
                self.fout(pad, "onbekend", e.melding("onbekend"))
            return {}
        if inhoud is _MIST and not self.twijfel(e.als):
            self.fout(pad, "verplicht", e.melding("verplicht"))
            return {}
        if inhoud is not _MIST:
            self.fout(pad, "soort", e.melding("soort"))
        self.betwijfel(e)
        return None

    def niet_getoond(self, e: Element, pad: str, rond: dict[str, Any]) -> None:
        if self.twijfel(e.als):
            self.betwijfel(e)
        elif e.id in rond and e.aard != INFO:
            if self.snoei:
                del rond[e.id]
            else:
                self.fout(pad, "verborgen", melding(self.plan.meldingen, "verborgen", "", e.naam))

    def onbekend(self, antwoorden: dict[str, Any], bekend: frozenset[str], pad: str) -> None:
        for sleutel in antwoorden:
            if sleutel not in bekend:
                eigen = f"{pad}.{sleutel}" if pad else sleutel
                self.fout(eigen, "onbekend", melding(self.plan.meldingen, "onbekend", "", {}))

    def sluit(self, stap: Stap) -> None:
        """What is said at the end of a step: its rules, and whether one can go on."""
        self.regels(stap)
        for stop in stap.stop:
            if (stop.als is None or stop.als.waar(self)) and not self.twijfel(stop.als) and not self.open(stop.als):
                self.fout(stop.pad, "stop", stop.melding)

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
        rij, vak, zichtbaar, verplicht, buiten = self.rij, self.vakken[-1], self.zichtbaar, self.verplicht, self.buiten
        for e, id, heel, achter, als, keur, los, moet, erna in houder.plekken:
            if als is not None and not als(self):
                if self.twijfelt or id in antwoorden:
                    self.niet_getoond(e, rij + achter if rij else heel, antwoorden)
                continue
            pad = rij + achter if rij else heel
            if keur is None:
                self.geen_vraag(e, pad, antwoorden)
                continue
            zichtbaar.append(pad)
            if id not in antwoorden:
                if moet is None or self.twijfelt or moet(self):
                    self.niet_beantwoord(e, pad)
                continue
            if moet is None or moet(self):
                verplicht.append(pad)
            waarde = antwoorden[id]
            gebreken = keur(waarde) if los is None else los(self, pad, waarde)
            if buiten:
                gebreken = van_buiten(e, pad, waarde, gebreken, self.o)
            if gebreken:
                self.gebrekkig(e, pad, gebreken)
                continue
            vak[heel] = waarde
            if erna:
                self.erna(e, vak, waarde)
        if not houder.ids.issuperset(antwoorden):
            self.onbekend(antwoorden, houder.ids, waar)

    def geen_vraag(self, e: Element, pad: str, antwoorden: dict[str, Any]) -> None:
        if e.aard == GROEP:
            self.houder(e, pad, antwoorden)
        elif e.aard == HERHALING:
            self.herhaling(e, pad, antwoorden)  # type: ignore[arg-type]
        else:
            self.zichtbaar.append(pad)

    def herhaling(self, h: Herhaling, pad: str, rond: dict[str, Any]) -> None:
        self.zichtbaar.append(pad)
        lijst = rond.get(h.id, _MIST)
        if h.open and self.hoeft_niet(h, lijst, rond):
            return
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
        rijen = self.rijen(h, lijst[: h.maximum], pad)
        for veld, eigen, als_getal in h.uniek:
            waarden = [rij.get(eigen) for rij in rijen]
            if als_getal:
                waarden = [None if waarde is None else Decimal(waarde) for waarde in waarden]
            self.dubbel(h, waarden, f"{pad}[{{}}].{veld}", gekozen if veld == "voor" else None)

    def rijen(self, h: Herhaling, lijst: list[Any], pad: str) -> list[dict[str, Any]]:
        """Judge each row by itself; gives what is known in each."""
        buiten, uit = self.rij, []
        self.vakken.append({})
        self.onzeker.append(_GEEN)
        for nummer, item in enumerate(lijst):
            self.rij, self.onzeker[-1] = f"{pad}[{nummer}]", _GEEN
            bekend: dict[str, Any] = {}
            uit.append(bekend)
            self.vakken[-1] = bekend
            if isinstance(item, dict):
                self.inhoud(h, item, self.rij)
            else:
                self.fout(self.rij, "soort", h.melding("soort"))
        self.onzeker.pop()
        self.vakken.pop()
        self.rij = buiten
        if self.plan.telt_rijen:
            self.gezien += uit
        return uit

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

    def niet_beantwoord(self, v: Vraag, pad: str) -> None:
        if v.open and self.open(v.als):
            return
        moet, twijfel = v.moet is None or v.moet(self), self.twijfel(v.als, v.verplicht)
        if moet:
            self.verplicht.append(pad)
        if moet or twijfel:
            self.betwijfel(v)
        if moet and not twijfel:
            self.fout(pad, "verplicht", v.melding("verplicht"))

    def gebrekkig(self, v: Vraag, pad: str, gebreken: Gebreken) -> None:
        for onder, code in gebreken:
            self.fout(pad + (onder if onder[:1] in ("[", "") else f".{onder}"), code, v.melding(code))
        self.betwijfel(v)

    def erna(self, v: Vraag, vak: dict[str, Any], waarde: Any) -> None:
        """What follows from an answer that is right: its parts are known too, and its own rules count."""
        if v.delen:
            for deel in waarde:
                vak[f"{v.pad}.{deel}"] = waarde[deel]
        self.regels(v)


def _leeg(waarde: Any) -> bool:
    """Does a container hold no answer at all?"""
    if isinstance(waarde, dict):
        return all(_leeg(deel) for deel in waarde.values())
    if isinstance(waarde, list):
        return all(_leeg(deel) for deel in waarde)
    return waarde is None


def _rondom(plan: Plan, o: Omstandigheden) -> tuple[dict[str, Any], frozenset[str]]:
    """What is known before the first answer, and the open values that nobody filled in."""
    soort, middel, niveau = o.indiener or (None, None, None)
    uit: dict[str, Any] = {"indiener.soort": soort, "indiener.middel": middel, "indiener.niveau": niveau}
    for pad, naam in plan.voorzieningen:
        uit[pad] = o.voorzieningen.get(naam)
    for pad, naam, ingevuld in plan.parameters:
        uit[pad] = o.parameters.get(naam) if ingevuld is None else ingevuld
    leeg = [pad for pad, *_ in (*plan.voorzieningen, *plan.parameters) if uit[pad] is None]
    return uit, frozenset(leeg) if leeg else _GEEN
