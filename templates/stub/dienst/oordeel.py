"""What a valid set of answers is: every fault with its path and code, in one round.

One walk in written order. A shown, valid answer becomes known; a hidden, invalid or missing one stays unknown, and
conditions see only what is known. A fault that only follows from an earlier fault is not reported.
Nothing here reads a clock, a file or a network, and nothing in the answers makes it raise.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from .keuren import past
from .meldingen import Melding, standaardmelding
from .plan import GROEP, INFO, VRAAG, Element, Herhaling, Plan, Regel, Vraag
from .voorwaarde import namen

CODEVORM = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}"
CODE = past(CODEVORM)
_NUMMER = re.compile(r"\[[0-9]+\]")
_MIST = object()


@dataclass(frozen=True, slots=True)
class Omstandigheden:
    """Everything outside the answers that may decide. `indiener` is (soort, middel, niveau), or None when nobody asks.

    `aangeboden`: the codes that were offered at run time, by path. `mis`: the ids of files whose bytes are not right.
    """

    vandaag: date
    indiener: tuple[str, str, str | None] | None = None
    rol: str = "indiener"
    voorzieningen: dict[str, bool] = field(default_factory=dict)
    parameters: dict[str, Any] = field(default_factory=dict)
    aangeboden: dict[str, list[str]] = field(default_factory=dict)
    mis: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What is said about a set of answers. Faults and warnings are (path, code, text per language)."""

    fouten: list[tuple[str, str, Melding]]
    waarschuwingen: list[tuple[str, str, Melding]]
    zichtbaar: list[str]
    verplicht: list[str]
    te_betalen: list[dict[str, Any]]


def beoordeel(plan: Plan, antwoorden: Any, o: Omstandigheden) -> Oordeel:
    """Judge answers (plain JSON data) under given circumstances."""
    gang = Gang(plan, o)
    gang.ga(antwoorden)
    betalen = gang.te_betalen() if o.rol == "indiener" and plan.kosten else []
    return Oordeel(gang.fouten, gang.waarschuwingen, gang.zichtbaar, gang.verplicht, betalen)


class Gang:
    """One walk over one form with one set of answers."""

    __slots__ = ("bekend", "fouten", "o", "onzeker", "plan", "rij", "vandaag", "verplicht", "waarschuwingen", "zichtbaar")

    def __init__(self, plan: Plan, o: Omstandigheden) -> None:
        self.plan, self.o, self.vandaag = plan, o, o.vandaag.isoformat()
        self.bekend = _context(plan, o)
        self.onzeker: set[str] = set()
        self.rij: list[int] = []
        self.fouten: list[tuple[str, str, Melding]] = []
        self.waarschuwingen: list[tuple[str, str, Melding]] = []
        self.zichtbaar: list[str] = []
        self.verplicht: list[str] = []

    # -- paths and doubt -------------------------------------------------------------------------------------------

    def hier(self, pad: str) -> str:
        """The path with the number of the present row for each `[]`."""
        eerste, *rest = pad.split("[]")
        rij = self.rij
        return eerste + "".join(f"[{rij[n]}]{deel}" if n < len(rij) else f"[]{deel}" for n, deel in enumerate(rest))

    def twijfel(self, *voorwaarden: Any) -> bool:
        """Do these conditions look at an answer that is itself in doubt?"""
        return bool(self.onzeker) and any(self._in_twijfel(self.hier(n)) for c in voorwaarden for n in namen(c))

    def _in_twijfel(self, pad: str) -> bool:
        while pad:
            if pad in self.onzeker:
                return True
            pad = pad[: max(pad.rfind("."), pad.rfind("["), 0)]
        return False

    def fout(self, pad: str, code: str, melding: Melding) -> None:
        self.fouten.append((pad, code, melding))

    # -- steps and groups ------------------------------------------------------------------------------------------

    def ga(self, antwoorden: Any) -> None:
        if self.o.indiener is not None and not mag_inloggen(self.plan.toegang.get(self.o.rol, ()), self.o.indiener):
            self.fout("indiener", "keuze", standaardmelding("keuze", "inloggen", self.plan.naam))
        if not isinstance(antwoorden, dict):
            self.fout("", "soort", standaardmelding("soort", "formulier", self.plan.naam))
            return
        rol = self.o.rol
        for stap in self.plan.stappen:
            inhoud = self.houder(stap, stap.pad, stap.door == rol and (stap.als is None or stap.als(self)), antwoorden)
            if inhoud is None:
                continue
            self.inhoud(stap, inhoud, stap.pad)
            if stap.regels:
                self.regels(stap.regels)
            for stop in stap.stop:
                if (stop.als is None or stop.als(self)) and not self.twijfel(stop.bron):
                    self.fout(stop.pad, "stop", stop.melding)
        self.onbekend(antwoorden, self.plan.ids, "")

    def houder(self, element: Element, pad: str, getoond: bool, rond: dict[str, Any]) -> dict[str, Any] | None:
        """The answers inside a step or group; None when there is nothing to look at."""
        if not getoond:
            self.niet_getoond(element, pad, rond)
            return None
        self.zichtbaar.append(pad)
        inhoud = rond.get(element.id, _MIST)
        if not element.vraagt:
            if inhoud is not _MIST:
                self.fout(pad, "onbekend", element.melding("onbekend"))
            return {}
        if inhoud is _MIST:
            if not self.twijfel(element.bron_als):
                self.fout(pad, "verplicht", element.melding("verplicht"))
            return {}
        if not isinstance(inhoud, dict):
            self.fout(pad, "soort", element.melding("soort"))
            self.onzeker.add(pad)
            return None
        return inhoud

    def niet_getoond(self, element: Element, pad: str, rond: dict[str, Any]) -> None:
        if self.twijfel(element.bron_als):
            self.onzeker.add(pad)
        elif element.id in rond:
            self.fout(pad, "verborgen", standaardmelding("verborgen", "", element.naam))

    def onbekend(self, antwoorden: dict[str, Any], bekend: frozenset[str], pad: str) -> None:
        if antwoorden.keys() <= bekend:
            return
        for sleutel in antwoorden:
            if sleutel not in bekend:
                self.fout(f"{pad}.{sleutel}" if pad else sleutel, "onbekend", standaardmelding("onbekend", "", {}))

    def regels(self, regels: tuple[Regel, ...]) -> None:
        for r in regels:
            if r.geschonden(self):
                (self.fouten if r.is_fout else self.waarschuwingen).append((self.hier(r.pad), "vergelijking", r.melding))

    # -- what stands inside ----------------------------------------------------------------------------------------

    def inhoud(self, houder: Element, antwoorden: dict[str, Any], waar: str) -> None:
        """Everything inside a step, group or row, in written order."""
        for element in houder.inhoud:
            pad = f"{waar}.{element.id}"
            getoond = element.als is None or element.als(self)
            if element.aard == VRAAG:
                if getoond:
                    self.vraag(element, pad, antwoorden)
                else:
                    self.niet_getoond(element, pad, antwoorden)
            elif element.aard == INFO:
                if getoond:
                    self.zichtbaar.append(pad)
            elif element.aard == GROEP:
                onder = self.houder(element, pad, getoond, antwoorden)
                if onder is not None:
                    self.inhoud(element, onder, pad)
            elif getoond:
                self.herhaling(element, pad, antwoorden)
            else:
                self.niet_getoond(element, pad, antwoorden)
        self.onbekend(antwoorden, houder.ids, waar)

    def herhaling(self, h: Herhaling, pad: str, rond: dict[str, Any]) -> None:
        self.zichtbaar.append(pad)
        lijst = rond.get(h.id, _MIST)
        if not isinstance(lijst, list):
            self.onzeker.add(pad)
            if lijst is not _MIST:
                self.fout(pad, "soort", h.melding("soort"))
            elif not self.twijfel(h.bron_als):
                self.fout(pad, "verplicht", h.melding("verplicht"))
            return
        self.bekend[pad] = lijst
        gekozen = h.per(self) if h.per else None
        if not (len(lijst) == len(gekozen) if gekozen is not None else h.minimum <= len(lijst) <= h.maximum):
            self.fout(pad, "aantal", h.melding("aantal", {"minimum": h.minimum, "maximum": h.maximum}))
        for nummer, item in enumerate(lijst[: h.maximum]):
            eigen = f"{pad}[{nummer}]"
            if not isinstance(item, dict):
                self.fout(eigen, "soort", h.melding("soort"))
                continue
            self.rij.append(nummer)
            self.inhoud(h, item, eigen)
            self.rij.pop()
        for veld in h.uniek:
            self.dubbel(h, pad, min(len(lijst), h.maximum), veld, gekozen)

    def dubbel(self, h: Herhaling, pad: str, aantal: int, veld: str, gekozen: list[str] | None) -> None:
        gezien: list[Any] = []
        for nummer in range(aantal):
            plek = f"{pad}[{nummer}].{veld}"
            waarde = self.bekend.get(plek)
            if waarde is None:
                continue
            if waarde in gezien:
                self.fout(plek, "dubbel", standaardmelding("dubbel", "", h.naam))
            elif veld == "voor" and gekozen is not None and waarde not in gekozen:
                self.fout(plek, "keuze", standaardmelding("keuze", "", h.naam))
            gezien.append(waarde)

    # -- questions -------------------------------------------------------------------------------------------------

    def vraag(self, v: Vraag, pad: str, antwoorden: dict[str, Any]) -> None:
        self.zichtbaar.append(pad)
        moet = v.moet is None or v.moet(self)
        if moet:
            self.verplicht.append(pad)
        waarde = antwoorden.get(v.id, _MIST)
        if waarde is _MIST:
            twijfel = self.twijfel(v.bron_als, v.bron_moet)
            if moet or twijfel:
                self.onzeker.add(pad)
            if moet and not twijfel:
                self.fout(pad, "verplicht", v.melding("verplicht"))
            return
        gebreken = v.keur(waarde)
        if v.los:
            gebreken = self.los(v, pad, waarde, gebreken)
        if gebreken:
            for onder, code in gebreken:
                self.fout(pad + (onder if onder[:1] in ("[", "") else f".{onder}"), code, v.melding(code))
            self.onzeker.add(pad)
            return
        self.bekend[pad] = waarde
        if v.is_adres:
            for deel, tekst in waarde.items():
                self.bekend[f"{pad}.{deel}"] = tekst
        if v.regels:
            self.regels(v.regels)

    def los(self, v: Vraag, pad: str, waarde: Any, eigen: Any) -> Any:
        """What the value alone does not tell: may it be chosen now, is it within its bounds, are the bytes right?"""
        if v.is_keuze:
            if ("", "soort") in eigen or self.mag_kiezen(v, pad, waarde if isinstance(waarde, list) else [waarde]):
                return eigen
            return (*eigen, ("", "keuze"))
        if eigen:
            return eigen
        if v.is_upload:
            return tuple((f"[{n}]", "bestand") for n, b in enumerate(waarde) if b["id"] in self.o.mis)
        for basis, houdt, code in v.grenzen:
            if (basis is None or basis(self) is not None) and not houdt(self, waarde):
                return (("", code),)
        return eigen

    def mag_kiezen(self, v: Vraag, pad: str, codes: list[str]) -> bool:
        if pad in self.o.aangeboden:
            return all(code in self.o.aangeboden[pad] for code in codes)
        if v.open:
            return all(CODE(code) for code in codes)
        if v.vaste_opties is not None:
            return all(code in v.vaste_opties for code in codes)
        return all(code in v.opties and ((als := v.opties[code]) is None or als(self)) for code in codes)

    # -- what there is to pay --------------------------------------------------------------------------------------

    def te_betalen(self) -> list[dict[str, Any]]:
        """The lines that hold for these answers on this day; a line of zero pieces is left out."""
        uit = []
        for kosten, als in self.plan.kosten:
            aantal = self._aantal(kosten.get("aantal"))
            if aantal and (als is None or als(self)):
                bedrag = self._bedrag(kosten)
                totaal = f"{Decimal(bedrag) * aantal:.2f}" if bedrag is not None else None
                uit.append({"kosten": kosten["kosten"], "omschrijving": kosten["omschrijving"], "aantal": aantal, "bedrag": bedrag, "totaal": totaal})
        return uit

    def _aantal(self, pad: str | None) -> int:
        if pad is None:
            return 1
        begin = pad.partition("[]")[0]
        waarden = [w for naam, w in self.bekend.items() if naam.startswith(begin) and _NUMMER.sub("[]", naam) == pad]
        return sum(len(w) if isinstance(w, list) else int(w) for w in waarden if not isinstance(w, str | bool))

    def _bedrag(self, kosten: dict[str, Any]) -> str | None:
        if "bedrag" in kosten:
            return kosten["bedrag"]
        if "parameter" in kosten:
            waarde = kosten.get("waarde", self.o.parameters.get(kosten["parameter"]))
            return None if waarde is None else f"{Decimal(str(waarde)):.2f}"
        begonnen = [begin for begin in kosten["bedragen"] if begin <= self.vandaag]
        return kosten["bedragen"][max(begonnen)] if begonnen else None


def mag_inloggen(toegang: Any, indiener: tuple[str, str, str | None]) -> bool:
    """Is this a way in, at the level that is asked or higher? A way in is [soort, middel, levels or null]."""
    soort, middel, niveau = indiener
    return any((s, m) == (soort, middel) and (not niveaus or niveau in niveaus) for s, m, niveaus in toegang)


def _context(plan: Plan, o: Omstandigheden) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    for nummer, naam in enumerate(("soort", "middel", "niveau")):
        uit[f"indiener.{naam}"] = o.indiener[nummer] if o.indiener else None
    for naam in plan.voorzieningen:
        uit[f"voorziening.{naam}"] = o.voorzieningen.get(naam)
    for naam in plan.parameters:
        uit[f"parameter.{naam}"] = o.parameters.get(naam)
    return uit
