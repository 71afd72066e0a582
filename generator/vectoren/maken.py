"""All vectors of one form: first the right ones, each with a reason to be there, then what lies just beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from catalogue.beoordelen import beoordeel
from catalogue.dienst import NIVEAUS
from catalogue.formulier import Formulier, Groep, Herhaling, Info, Stap, Vraag, elementen
from catalogue.oordeel import Omstandigheden, Oordeel
from catalogue.voorwaarde import ALTIJD, NOOIT, en
from generator.vectoren.doelen import scherp
from generator.vectoren.foute import LEEG, foute, foute_lijsten
from generator.vectoren.goede import goede
from generator.vectoren.paden import WEG, als_pad, bij, met, plat, plekken, vormelijk
from generator.vectoren.vuller import Plan, Vuller, vraagt_iets
from generator.vectoren.zoeken import Gevonden, Zoeker

LANG, RUST = 40, datetime(2026, 11, 24, 9, 30)
"""A list with more options is gone through once in a form, not at every question that uses it."""


@dataclass(frozen=True, slots=True)
class Vector:
    """Answers with their verdict. `basis` is the number of the right vector that this one lies beside."""

    waarom: str
    o: Omstandigheden
    antwoorden: Any
    oordeel: Oordeel
    basis: int | None = None


class Maker:
    """Collects the vectors of one role. `doelen` says of each goal whether any answers were found for it."""

    def __init__(self, formulier: Formulier, rol: str) -> None:
        self.f, self.rol = formulier, rol
        self.zoeker = Zoeker(formulier, rol)
        self.vectoren: list[Vector] = []
        self.doelen: dict[str, bool] = {}
        self.lijsten: set[str] = set()
        self.gezien: set[str] = set()
        self.drager: dict[str, int] = {}
        self.waarde: dict[str, Any] = {}

    # -- keeping -------------------------------------------------------------------------------------------------

    def houd(self, waarom: str, g: Gevonden, basis: int | None = None) -> int | None:
        """Keep answers, once; gives their number when they are right."""
        sleutel = json.dumps([g.antwoorden, repr(g.o)], sort_keys=True, ensure_ascii=False)
        if sleutel in self.gezien:
            return None
        self.gezien.add(sleutel)
        self.vectoren.append(Vector(waarom, g.o, g.antwoorden, g.oordeel, basis))
        return len(self.vectoren) - 1 if g.oordeel.geldig else None

    def doel(self, waarom: str, manier: Any, plan: Plan | None = None, *, rond: Any = ALTIJD, fout: bool = False) -> int | None:
        """Find answers for a goal and keep them. Gives the number of the right vector, also when it was there already."""
        gevonden = self.zoeker.zoek(manier, plan, rond=rond, fout=fout)
        self.doelen[waarom] = self.doelen.get(waarom, False) or gevonden is not None
        if gevonden is None:
            return None
        nummer = self.houd(waarom, gevonden)
        if nummer is None and gevonden.oordeel.geldig:
            nummer = next(i for i, v in enumerate(self.vectoren) if v.antwoorden == gevonden.antwoorden and v.o == gevonden.o)
        if nummer is not None:
            self._draagt(nummer)
        return nummer

    def _draagt(self, nummer: int) -> None:
        """Remember for each question the first right vector that answers it, and that answer."""
        for pad in self.vectoren[nummer].oordeel.zichtbaar:
            waarde = bij(self.vectoren[nummer].antwoorden, als_pad(pad))
            formeel = vormelijk(pad)
            if waarde is not WEG and formeel not in self.drager and (waarde != [] or formeel not in self.waarde):
                self.drager[formeel], self.waarde[formeel] = nummer, waarde

    def naast(self, waarom: str, basis: int, antwoorden: Any, o: Omstandigheden | None = None) -> bool:
        """Keep what lies beside a right vector, whatever its verdict; says whether it is right."""
        v = self.vectoren[basis]
        o = o or v.o
        oordeel = beoordeel(self.f, antwoorden, o)
        self.houd(waarom, Gevonden(o, antwoorden, oordeel), basis)
        return oordeel.geldig

    # -- the right ones ------------------------------------------------------------------------------------------

    @property
    def onbereikt(self) -> list[str]:
        """The goals for which no answers exist, as far as the search goes."""
        return [naam for naam, bereikt in self.doelen.items() if not bereikt]

    def maak(self) -> None:
        eerst = self.doel("alleen wat moet", (), Plan())
        self.doel("alles ingevuld", (), Plan(vol=True))
        for gevonden in self.zoeker.per_toegang(Plan(vol=True)):
            nummer = self.houd(f"ingelogd met {gevonden.o.indiener.middel if gevonden.o.indiener else 'niets'}", gevonden)
            if nummer is not None:
                self._draagt(nummer)
        for stap in self.f.stappen_van(self.rol):
            self._getoond(stap)
            for e in elementen(stap.inhoud):
                self._getoond(e)
                if isinstance(e, Vraag):
                    self._vraag(e)
                elif isinstance(e, Herhaling):
                    self._herhaling(e)
            self._eisen(stap)
            for stop in stap.stop:
                self._stop(stap, stop)
        for kosten in self.f.kosten if self.rol == "indiener" else ():
            for uit, manier in scherp(kosten.als):
                self.doel(f"{kosten.kosten}: {'wel' if uit else 'niet'} betalen", manier)
        if eerst is not None:
            self._ernaast(eerst)

    def _getoond(self, e: Any) -> None:
        """The condition of an element, both ways; then its answer where it may not be, or missing where it must."""
        if e.toon_als == ALTIJD:
            return
        rond = self._rond(e.pad)
        for uit, manier in scherp(e.toon_als):
            nummer = self.doel(f"{e.pad}: {'getoond' if uit else 'verborgen'}", manier, rond=rond)
            if nummer is not None and not isinstance(e, Info):
                self._deel(e, nummer, uit)

    def _rond(self, pad: str) -> Any:
        """When what stands around an element is shown."""
        return self.zoeker.zicht.get(pad.rpartition(".")[0].removesuffix("[]"), ALTIJD)

    def _deel(self, e: Any, nummer: int, getoond: bool) -> None:
        v = self.vectoren[nummer]
        for pad in plekken(e.pad, v.antwoorden):
            if getoond:
                if bij(v.antwoorden, pad) is not WEG:
                    self.naast(f"{e.pad}: weggelaten", nummer, met(v.antwoorden, pad, WEG))
            elif isinstance(bij(v.antwoorden, pad[:-1]), dict) and bij(v.antwoorden, pad) is WEG:
                for naam, waarde in self._vullingen(e):
                    self.naast(f"{e.pad}: verborgen en toch {naam}", nummer, met(v.antwoorden, pad, waarde))

    def _vullingen(self, e: Any) -> Iterator[tuple[str, Any]]:
        if e.pad in self.waarde:
            yield "ingevuld", self.waarde[e.pad]
        elif isinstance(e, Vraag):
            yield "ingevuld", next(goede(self.zoeker.genoemd.gemeten[e.pad], (), [RUST]), "x")
        if isinstance(e, Stap | Groep):
            yield "leeg", {}
        elif isinstance(e, Herhaling):
            yield "leeg", []

    def _vraag(self, v: Vraag) -> None:
        zicht = self.zoeker.zicht[v.pad]
        nummer = self.drager[v.pad] if v.pad in self.drager else self.doel(f"{v.pad}: beantwoord", (), Plan(vol=True), rond=zicht)
        if v.verplicht not in (ALTIJD, NOOIT):
            for uit, manier in scherp(v.verplicht):
                gekozen = self.doel(f"{v.pad}: {'verplicht' if uit else 'niet verplicht'}", manier, Plan(zonder=frozenset({v.pad})), rond=zicht)
                if gekozen is not None and uit:
                    self._deel(v, gekozen, True)
        self._opties(v, zicht)
        self._eisen(v)
        if nummer is None or v.pad not in self.drager:
            return
        self._waarden(v, self.drager[v.pad])

    def _waarden(self, v: Vraag, nummer: int) -> None:
        """Every right value that matters, and what lies just beside the right."""
        basis = self.vectoren[nummer]
        plek = next(p for p in plekken(v.pad, basis.antwoorden) if bij(basis.antwoorden, p) is not WEG)
        nu = bij(basis.antwoorden, plek)
        for waarde in self._randen(v, basis, plek):
            goed = self.naast(f"{v.pad}: andere waarde", nummer, met(basis.antwoorden, plek, waarde))
            if not goed and self._altijd_te_kiezen(v, waarde):
                self.doel(f"{v.pad}: keuze {waarde}", (), Plan(waarden={v.pad: waarde}), rond=self.zoeker.zicht[v.pad])
        if v.pad.endswith("[].voor"):
            return
        for naam, waarde in foute(self.zoeker.genoemd.gemeten[v.pad], nu):
            self.naast(f"{v.pad}: {naam}", nummer, met(basis.antwoorden, plek, waarde))
        self.naast(f"{v.pad}: weggelaten", nummer, met(basis.antwoorden, plek, WEG))

    def _altijd_te_kiezen(self, v: Vraag, waarde: Any) -> bool:
        """Is it one option, without a condition? (The others have goals of their own.)"""
        code = waarde[0] if isinstance(waarde, list) and len(waarde) == 1 else waarde
        return any(keus.code == code and keus.toon_als == ALTIJD for keus in v.opties)

    def _randen(self, v: Vraag, basis: Vector, plek: Any) -> Iterator[Any]:
        vuller = Vuller(self.f, basis.o, self.zoeker.genoemd, Plan())
        vuller.bekend = plat(basis.antwoorden)
        vuller.rij = [d for d in plek if isinstance(d, int)]
        waarden = list(vuller._kandidaten(v))
        if v.lijst in self.lijsten and len(waarden) > LANG:
            waarden = [*waarden[:2], waarden[-1]]
        self.lijsten.add(v.lijst or "")
        yield from waarden

    def _opties(self, v: Vraag, zicht: Any) -> None:
        for keus in v.opties:
            if keus.toon_als == ALTIJD:
                continue
            gekozen = [keus.code] if v.vorm == "keuzes" else keus.code
            for uit, manier in scherp(keus.toon_als):
                plan = Plan(waarden={v.pad: gekozen}) if uit else Plan()
                nummer = self.doel(f"{v.pad}: keuze {keus.code} {'kan' if uit else 'kan niet'}", manier, plan, rond=zicht)
                if nummer is None or uit:
                    continue
                for pad in plekken(v.pad, self.vectoren[nummer].antwoorden):
                    if isinstance(bij(self.vectoren[nummer].antwoorden, pad[:-1]), dict):
                        self.naast(f"{v.pad}: keuze {keus.code} kan niet en toch", nummer, met(self.vectoren[nummer].antwoorden, pad, gekozen))

    def _herhaling(self, h: Herhaling) -> None:
        zicht = self.zoeker.zicht[h.pad]
        if h.per:
            nummer = vol = self._elke_keuze(h)
        else:
            for aantal in dict.fromkeys((h.minimum, max(h.minimum, 1), min(h.maximum, max(h.minimum, 2)), h.maximum)):
                nummer = vol = self.doel(f"{h.pad}: {aantal} keer", (), Plan(aantal={h.pad: aantal}, vol=aantal < 3), rond=zicht)
        if vol is not None:
            self._late_rij(h, vol)
        nummer = self.drager.get(h.pad, nummer)
        if nummer is None:
            return
        v = self.vectoren[nummer]
        plek = next((p for p in plekken(h.pad, v.antwoorden) if isinstance(bij(v.antwoorden, p), list)), None)
        if plek is None:
            return
        lijst = bij(v.antwoorden, plek)
        for naam, waarde in foute_lijsten(h, lijst):
            self.naast(f"{h.pad}: {naam}", nummer, met(v.antwoorden, plek, waarde))
        self.naast(f"{h.pad}: weggelaten", nummer, met(v.antwoorden, plek, WEG))

    def _elke_keuze(self, h: Herhaling) -> int | None:
        """A row for every option; of an open list, for as many codes as there may be rows."""
        v = self.zoeker.vragen[h.per or ""]
        codes = [keus.code for keus in v.opties if keus.toon_als == ALTIJD]
        meest = min(v.alle_maten.get("maximum", h.maximum), h.maximum)
        if not v.open_lijst:
            plan = Plan(waarden={v.pad: codes[:meest]})
            return self.doel(f"{h.pad}: {len(codes[:meest])} gekozen", (), plan, rond=en(self.zoeker.zicht[v.pad], self.zoeker.zicht[h.pad]))
        nummer = self.drager.get(h.pad)
        basis = None if nummer is None else self.vectoren[nummer]
        for plek in plekken(h.pad, basis.antwoorden) if basis else ():
            if rijen := bij(basis.antwoorden, plek):
                keuze = (*plek[:-1], v.id)
                codes = [f"code{n}" for n in range(1, meest + 1)]
                antwoorden = met(basis.antwoorden, keuze, codes)
                antwoorden = met(antwoorden, plek, [{**rijen[0], "voor": code} for code in codes])
                return self.houd(f"{h.pad}: {meest} gekozen", Gevonden(basis.o, antwoorden, beoordeel(self.f, antwoorden, basis.o)), nummer)
        return None

    def _late_rij(self, h: Herhaling, nummer: int) -> None:
        """Every row is judged, the last one too."""
        v = self.vectoren[nummer]
        for plek in plekken(h.pad, v.antwoorden):
            rijen = bij(v.antwoorden, plek)
            if isinstance(rijen, list) and len(rijen) > 1:
                laatste = (*plek, len(rijen) - 1)
                self.naast(f"{h.pad}: onbekende vraag in de laatste", nummer, met(v.antwoorden, (*laatste, "bestaatNiet"), "x"))
                self.naast(f"{h.pad}: geen geheel in de laatste", nummer, met(v.antwoorden, laatste, "x"))
                return

    def _eisen(self, houder: Stap | Vraag) -> None:
        zicht = self.zoeker.zicht[houder.pad]
        for i, eis in enumerate(houder.regels):
            naam = f"{eis.pad}: regel {i + 1}"
            als = en(zicht, eis.als)
            for uit, manier in scherp(eis.eis):
                fout = not uit and eis.ernst == "fout"
                if not any(moet is None for _, moet in manier):
                    self.doel(f"{naam} {'klopt' if uit else 'klopt niet'}", manier, Plan(los=(eis,)), rond=als, fout=fout)
            for uit, manier in scherp(eis.als):
                if not uit:
                    self.doel(f"{naam} telt niet", manier, Plan(los=(eis,)), rond=zicht)

    def _stop(self, stap: Stap, stop: Any) -> None:
        for uit, manier in scherp(stop.als):
            self.doel(f"{stop.pad}: {'stopt' if uit else 'stopt niet'}", manier, rond=self.zoeker.zicht[stap.pad], fout=uit)

    # -- beside the right ones -----------------------------------------------------------------------------------

    def _ernaast(self, eerst: int) -> None:
        for formeel in [""] + [p for p in self.drager if isinstance(self.waarde[p], dict) and not self._is_adres(p)]:
            nummer = self.drager.get(formeel, eerst)
            v = self.vectoren[nummer]
            for plek in list(plekken(formeel, v.antwoorden))[:1] if formeel else [()]:
                if not isinstance(houder := bij(v.antwoorden, plek), dict):
                    continue
                self.naast(f"{formeel or 'alles'}: onbekende vraag", nummer, met(v.antwoorden, (*plek, "bestaatNiet"), "x"))
                for naam, waarde in (*LEEG, ("tekst", "x"), ("verpakt", [houder])):
                    self.naast(f"{formeel or 'alles'}: {naam}", nummer, met(v.antwoorden, plek, waarde))
                if plek:
                    self.naast(f"{formeel}: weggelaten", nummer, met(v.antwoorden, plek, WEG))
        self.naast("alles: een vraag die een gemeente erbij stelt", eerst, met(self.vectoren[eerst].antwoorden, ("lokaal",), {"wijk": "noord"}))
        for nummer in [i for i, v in enumerate(self.vectoren) if v.basis is None and v.oordeel.geldig]:
            self._andere_login(nummer)

    def _is_adres(self, pad: str) -> bool:
        return any(v.pad == pad for stap in self.f.stappen for v in elementen(stap.inhoud) if isinstance(v, Vraag))

    def _andere_login(self, nummer: int) -> None:
        v = self.vectoren[nummer]
        assert v.o.indiener is not None
        for weg in self.zoeker.toegang:
            if (weg.soort, weg.middel) != (v.o.indiener.soort, v.o.indiener.middel):
                self.naast(f"daarna ingelogd als {weg.soort} met {weg.middel}", nummer, v.antwoorden, replace(v.o, indiener=v.o.indiener._replace(soort=weg.soort, middel=weg.middel, niveau=weg.niveau)))
        niveaus = NIVEAUS[v.o.indiener.middel]
        if nummer < 2 and v.o.indiener.niveau in niveaus:
            plek = niveaus.index(v.o.indiener.niveau)
            for niveau in niveaus[max(plek - 1, 0) : plek] + niveaus[plek + 1 :]:
                self.naast(f"ingelogd op niveau {niveau}", nummer, v.antwoorden, replace(v.o, indiener=v.o.indiener._replace(niveau=niveau)))


def vectoren(formulier: Formulier) -> dict[str, Maker]:
    """The vectors of every role of a form."""
    uit = {}
    for rol in formulier.rollen:
        if any(vraagt_iets(stap.inhoud) for stap in formulier.stappen_van(rol)):
            uit[rol] = Maker(formulier, rol)
            uit[rol].maak()
    return uit
