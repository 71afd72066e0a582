"""What a valid set of answers is: the reference that every output is tested against.

`beoordeel` walks the form once, in written order. A shown, valid answer becomes known; a hidden, invalid or missing one
stays unknown, and conditions see only what is known (language.md, b). Nothing here reads a clock, a file or a network.
Faults that only follow from an earlier fault are not reported: mending the first makes them go away or come back rightly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from catalogue.betalen import Betaalregel, te_betalen
from catalogue.dienst import NIVEAUS, Toegang
from catalogue.formulier import LOKAAL, Eis, Formulier, Groep, Herhaling, Info, Stap, Vraag
from catalogue.meldingen import Melding, melding_bij, standaardmelding
from catalogue.velden.keuze import KeuzeVeld, MeerkeuzeVeld
from catalogue.velden.patroon import past
from catalogue.voorwaarde import ALTIJD, Grens, houdt, namen, waar

CODEVORM = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}"


@dataclass(frozen=True, slots=True)
class Indiener:
    """Who is logged in, by what means; not who it is."""

    soort: str
    middel: str
    niveau: str | None = None


@dataclass(frozen=True, slots=True)
class Omstandigheden:
    """Everything outside the answers that may decide: complete, and fixed for one judgement.

    `vandaag` is the date in Europe/Amsterdam; `rol` is indiener or another person of the service;
    `herkomst` says per path which register filled the answer; `aangeboden` the codes a running form offered per path.
    """

    vandaag: date
    indiener: Indiener | None = None
    rol: str = "indiener"
    gemeente: str | None = None
    voorzieningen: Mapping[str, bool] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)
    herkomst: Mapping[str, str] = field(default_factory=dict)
    aangeboden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fout:
    """One fault: the path of the answer, the code of `meldingen.CODES`, and what to do about it per language."""

    pad: str
    code: str
    melding: Melding


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What is said about a set of answers, all in one round. Paths are in written order."""

    fouten: tuple[Fout, ...]
    waarschuwingen: tuple[Fout, ...]
    zichtbaar: tuple[str, ...]
    verplicht: tuple[str, ...]
    te_betalen: tuple[Betaalregel, ...]

    @property
    def geldig(self) -> bool:
        return not self.fouten


def beoordeel(formulier: Formulier, antwoorden: Any, omstandigheden: Omstandigheden) -> Oordeel:
    """Judge answers (plain JSON data) to a form under given circumstances. Never raises for what is in the answers."""
    gang = _Gang(formulier, omstandigheden)
    gang.ga(antwoorden)
    betalen = te_betalen(formulier, gang.lees, gang.bekend, omstandigheden) if omstandigheden.rol == "indiener" else ()
    return Oordeel(tuple(gang.fouten), tuple(gang.waarschuwingen), tuple(gang.zichtbaar), tuple(gang.verplicht), betalen)


def mag_inloggen(toegang: tuple[Toegang, ...], indiener: Indiener) -> bool:
    """Is this a way in, at the level that is asked or higher?"""
    for weg in toegang:
        niveaus = NIVEAUS[weg.middel]
        if (weg.soort, weg.middel) != (indiener.soort, indiener.middel):
            continue
        if not weg.niveau or (indiener.niveau in niveaus and niveaus.index(indiener.niveau) >= niveaus.index(weg.niveau)):
            return True
    return False


class _Gang:
    """One walk over one form with one set of answers."""

    def __init__(self, formulier: Formulier, omstandigheden: Omstandigheden) -> None:
        self.f, self.o = formulier, omstandigheden
        self.bekend: dict[str, Any] = {}
        self.onzeker: set[str] = set()
        self.rij: list[int] = []
        self.fouten: list[Fout] = []
        self.waarschuwingen: list[Fout] = []
        self.zichtbaar: list[str] = []
        self.verplicht: list[str] = []
        self.context = _context(formulier, omstandigheden)

    # -- paths and conditions ------------------------------------------------------------------------------------

    def hier(self, pad: str) -> str:
        """The path with the number of the present item for each `[]`."""
        if "[]" not in pad:
            return pad
        delen = pad.split("[]")
        uit = delen[0]
        for i, deel in enumerate(delen[1:]):
            uit += f"[{self.rij[i]}]{deel}" if i < len(self.rij) else f"[]{deel}"
        return uit

    def lees(self, pad: str) -> Any:
        return self.context[pad] if pad in self.context else self.bekend.get(self.hier(pad))

    def waar(self, voorwaarde: Any) -> bool:
        return voorwaarde is ALTIJD or waar(voorwaarde, self.lees, self.o.vandaag)

    def twijfel(self, *voorwaarden: Any) -> bool:
        """Do these conditions look at an answer that is itself in doubt?"""
        return bool(self.onzeker) and any(self._in_twijfel(self.hier(naam)) for v in voorwaarden for naam in namen(v))

    def _in_twijfel(self, pad: str) -> bool:
        while pad:
            if pad in self.onzeker:
                return True
            pad = pad[: max(pad.rfind("."), pad.rfind("["), 0)]
        return False

    def fout(self, pad: str, code: str, melding: Melding) -> None:
        self.fouten.append(Fout(pad, code, melding))

    # -- steps ---------------------------------------------------------------------------------------------------

    def ga(self, antwoorden: Any) -> None:
        self._inloggen()
        if not isinstance(antwoorden, dict):
            self.fout("", "soort", standaardmelding("soort", "formulier", self.f.naam))
            return
        for stap in self.f.stappen:
            self._stap(stap, antwoorden)
        bekend = {stap.pad for stap in self.f.stappen} | ({LOKAAL} if self.f.gemeente is None else set())
        self._onbekend(antwoorden, bekend, "")

    def _inloggen(self) -> None:
        o = self.o
        toegang = self.f.toegang if o.rol == "indiener" else next((p.toegang for p in self.f.personen if p.persoon == o.rol), ())
        if o.indiener is not None and not mag_inloggen(toegang, o.indiener):
            self.fout("indiener", "keuze", standaardmelding("keuze", "inloggen", self.f.naam))

    def _stap(self, stap: Stap, antwoorden: dict[str, Any]) -> None:
        getoond = (stap.door or "indiener") == self.o.rol and self.waar(stap.toon_als)
        inhoud = self._houder(stap, getoond, antwoorden, "stap", stap.titel)
        if inhoud is None:
            return
        self._inhoud(stap.inhoud, inhoud, stap.pad)
        self._regels(stap.regels)
        for stop in stap.stop:
            if self.waar(stop.als) and not self.twijfel(stop.als):
                self.fout(stop.pad, "stop", stop.melding)

    def _houder(self, element: Any, getoond: bool, rond: dict[str, Any], soort: str, naam: Melding) -> dict[str, Any] | None:
        """The answers inside a step or group; None when there is nothing to look at."""
        pad, id = self.hier(element.pad), element.id
        if not getoond:
            self._niet_getoond(element, rond)
            return None
        self.zichtbaar.append(pad)
        if not _vraagt_iets(element.inhoud):
            if id in rond:
                self.fout(pad, "onbekend", standaardmelding("onbekend", soort, naam))
            return {}
        if id not in rond:
            if not self.twijfel(element.toon_als):
                self.fout(pad, "verplicht", standaardmelding("verplicht", soort, naam))
            return {}
        if not isinstance(rond[id], dict):
            self.fout(pad, "soort", standaardmelding("soort", soort, naam))
            self.onzeker.add(pad)
            return None
        return rond[id]

    def _niet_getoond(self, element: Any, rond: dict[str, Any]) -> None:
        pad = self.hier(element.pad)
        if self.twijfel(element.toon_als):
            self.onzeker.add(pad)
        elif element.id in rond:
            naam = element.veld.vraag if isinstance(element, Vraag) else getattr(element, "titel", None) or getattr(element, "vraag", None) or {}
            self.fout(pad, "verborgen", standaardmelding("verborgen", "", naam))

    def _onbekend(self, antwoorden: dict[str, Any], bekend: set[str], pad: str) -> None:
        for sleutel in antwoorden:
            if sleutel not in bekend:
                self.fout(f"{pad}.{sleutel}" if pad else sleutel, "onbekend", standaardmelding("onbekend", "", {}))

    def _regels(self, regels: tuple[Eis, ...]) -> None:
        for eis in regels:
            if any(self.lees(naam) is None for naam in eis.namen) or not self.waar(eis.als) or self.waar(eis.eis):
                continue
            lijst = self.fouten if eis.ernst == "fout" else self.waarschuwingen
            lijst.append(Fout(self.hier(eis.pad), "vergelijking", eis.melding))

    # -- elements ------------------------------------------------------------------------------------------------

    def _inhoud(self, inhoud: tuple[Any, ...], antwoorden: dict[str, Any], pad: str) -> None:
        bekend = set()
        for element in inhoud:
            getoond = self.waar(element.toon_als)
            if isinstance(element, Info):
                if getoond:
                    self.zichtbaar.append(self.hier(element.pad))
                continue
            bekend.add(element.id)
            if isinstance(element, Vraag):
                self._vraag(element, getoond, antwoorden)
            elif isinstance(element, Groep):
                onder = self._houder(element, getoond, antwoorden, "groep", element.vraag or {})
                if onder is not None:
                    self._inhoud(element.inhoud, onder, self.hier(element.pad))
            else:
                self._herhaling(element, getoond, antwoorden)
        self._onbekend(antwoorden, bekend, pad)

    def _herhaling(self, h: Herhaling, getoond: bool, rond: dict[str, Any]) -> None:
        pad = self.hier(h.pad)
        if not getoond:
            self._niet_getoond(h, rond)
            return
        self.zichtbaar.append(pad)
        maten = {"minimum": h.minimum, "maximum": h.maximum}
        if h.id not in rond:
            self.onzeker.add(pad)
            if not self.twijfel(h.toon_als):
                self.fout(pad, "verplicht", standaardmelding("verplicht", "herhaling", h.vraag))
            return
        lijst = rond[h.id]
        if not isinstance(lijst, list):
            self.onzeker.add(pad)
            self.fout(pad, "soort", standaardmelding("soort", "herhaling", h.vraag))
            return
        self.bekend[pad] = lijst
        gekozen = self.lees(h.per) if h.per else None
        if not (len(lijst) == len(gekozen) if gekozen is not None else h.minimum <= len(lijst) <= h.maximum):
            self.fout(pad, "aantal", standaardmelding("aantal", "herhaling", h.vraag, maten))
        for nummer, item in enumerate(lijst[: h.maximum]):
            if not isinstance(item, dict):
                self.fout(f"{pad}[{nummer}]", "soort", standaardmelding("soort", "herhaling", h.vraag))
                continue
            self.rij.append(nummer)
            self._inhoud(h.inhoud, item, f"{pad}[{nummer}]")
            self.rij.pop()
        self._dubbel(h, pad, len(lijst), gekozen)

    def _dubbel(self, h: Herhaling, pad: str, aantal: int, gekozen: list[str] | None) -> None:
        for veld in (*h.uniek, *(("voor",) if h.per else ())):
            gezien: list[Any] = []
            for nummer in range(min(aantal, h.maximum)):
                plek = f"{pad}[{nummer}].{veld}"
                waarde = self.bekend.get(plek)
                if waarde is None:
                    continue
                if waarde in gezien:
                    self.fout(plek, "dubbel", standaardmelding("dubbel", "", h.vraag))
                elif veld == "voor" and gekozen is not None and waarde not in gekozen:
                    self.fout(plek, "keuze", standaardmelding("keuze", "", h.vraag))
                gezien.append(waarde)

    def _vraag(self, vraag: Vraag, getoond: bool, antwoorden: dict[str, Any]) -> None:
        pad, id = self.hier(vraag.pad), vraag.id
        if not getoond:
            self._niet_getoond(vraag, antwoorden)
            return
        self.zichtbaar.append(pad)
        moet = self.waar(vraag.verplicht)
        if moet:
            self.verplicht.append(pad)
        if id not in antwoorden:
            twijfel = self.twijfel(vraag.toon_als, vraag.verplicht)
            if moet or twijfel:
                self.onzeker.add(pad)
            if moet and not twijfel:
                self.fout(pad, "verplicht", melding_bij(vraag, "verplicht"))
            return
        waarde = antwoorden[id]
        gebreken = list(self._gebreken(vraag, waarde))
        for onder, code in gebreken:
            self.fout(pad + (onder if onder.startswith("[") or not onder else f".{onder}"), code, melding_bij(vraag, code))
        if gebreken:
            self.onzeker.add(pad)
            return
        self.bekend[pad] = waarde
        if vraag.soort == "adres":
            self.bekend |= {f"{pad}.{deel}": tekst for deel, tekst in waarde.items()}
        self._regels(vraag.regels)

    def _gebreken(self, vraag: Vraag, waarde: Any) -> Iterator[tuple[str, str]]:
        eigen = list(vraag.veld.gebreken(waarde))
        yield from eigen
        if isinstance(vraag.veld, KeuzeVeld | MeerkeuzeVeld) and ("", "soort") not in eigen:
            if not self._mag_kiezen(vraag, waarde if isinstance(waarde, list) else [waarde]):
                yield "", "keuze"
        elif not eigen:
            for grens in vraag.grenzen:
                if self._bekend(grens.grens) and not houdt(vraag.soort, waarde, grens.hoe, grens.grens, self.lees, self.o.vandaag):
                    yield "", "datum" if grens.grens.basis in (None, "vandaag") else "vergelijking"
                    return

    def _bekend(self, grens: Grens) -> bool:
        return grens.basis in (None, "vandaag") or self.lees(grens.basis) is not None

    def _mag_kiezen(self, vraag: Vraag, codes: list[str]) -> bool:
        pad = self.hier(vraag.pad)
        if pad in self.o.aangeboden:
            return all(code in self.o.aangeboden[pad] for code in codes)
        if vraag.open_lijst:
            return all(past(CODEVORM, code) for code in codes)
        per_code = {keus.code: keus for keus in vraag.opties}
        return all(code in per_code and self.waar(per_code[code].toon_als) for code in codes)


def _vraagt_iets(inhoud: tuple[Any, ...]) -> bool:
    return any(not isinstance(e, Info) and (not isinstance(e, Groep) or _vraagt_iets(e.inhoud)) for e in inhoud)


def _context(formulier: Formulier, o: Omstandigheden) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    for naam in ("soort", "middel", "niveau"):
        uit[f"indiener.{naam}"] = getattr(o.indiener, naam) if o.indiener else None
    for v in formulier.voorzieningen:
        uit[f"voorziening.{v.voorziening}"] = o.voorzieningen.get(v.voorziening)
    for p in formulier.parameters:
        uit[f"parameter.{p.parameter}"] = o.parameters.get(p.parameter)
    return uit
