"""Fills in a form: one walk in written order, as the reference judges, with wishes for some of the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from catalogue.beoordelen import Weger
from catalogue.formulier import Eis, Formulier, Groep, Herhaling, Info, Stop, Vraag
from catalogue.oordeel import Omstandigheden
from catalogue.oordeel.moment import DAG
from catalogue.voorwaarde import ALTIJD, Vergelijk
from generator.vectoren.doelen import Manier
from generator.vectoren.genoemd import Genoemd
from generator.vectoren.goede import goede
from generator.vectoren.waarden import als_punt

JAREN = (0, -30, -8, -13, -17, -20, 1, -70)
"""Years from today, for days that nothing else decides: people of every age, and a day to come."""
MAAND, UREN = timedelta(days=30), timedelta(hours=4)


class Onmogelijk(Exception):
    """No answer of this question goes with the wishes."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is wanted of one filling. Paths are formal (`stap.lijst[].veld`).

    `wensen`: comparisons that must come out so; `waarden`: answers as given; `aantal`: how many items a repeat has;
    `zonder`: optional questions that stay empty; `vol`: answer every other optional question too; `los`: rules that may fail;
    `draai`: of what is not wished for, begin with another value.
    """

    wensen: Manier = ()
    waarden: Mapping[str, Any] = field(default_factory=dict)
    aantal: Mapping[str, int] = field(default_factory=dict)
    zonder: frozenset[str] = frozenset()
    vol: bool = False
    los: tuple[Eis, ...] = ()
    draai: int = 0


class Vuller:
    """One filling of one form in one set of circumstances."""

    def __init__(self, formulier: Formulier, o: Omstandigheden, genoemd: Genoemd, plan: Plan) -> None:
        self.f, self.o, self.genoemd, self.plan = formulier, o, genoemd, plan
        self.bekend: dict[str, Any] = {}
        self.rij: list[int] = []
        self.gezien: dict[str, list[Any]] = {}
        self.context = genoemd.context(o)
        self.weger = Weger(self.lees, o.vandaag)
        self.waar = self.weger.waar
        self.wensen: dict[str, list[tuple[Vergelijk, bool | None]]] = {}
        for v, moet in plan.wensen:
            self.wensen.setdefault(v.pad, []).append((v, moet))
        nu = datetime.combine(o.vandaag, als_punt("09:30").time())
        self.rust = [nu.replace(year=nu.year + jaren) for jaren in JAREN]
        self.eisen: list[Eis] = []
        self.stops: list[Stop] = []

    def vul(self) -> dict[str, Any]:
        """The answers. Raises Onmogelijk."""
        for pad, wensen in self.wensen.items():
            if pad in self.context and any(self.waar(v) is not bool(moet) for v, moet in wensen):
                raise Onmogelijk(pad)
        uit = {}
        for stap in self.f.stappen:
            if (stap.door or "indiener") == self.o.rol and self._getoond(stap):
                self.eisen, self.stops = list(stap.regels), list(stap.stop)
                inhoud = self._inhoud(stap.inhoud)
                if vraagt_iets(stap.inhoud):
                    uit[stap.pad] = inhoud
        return uit

    def hier(self, pad: str) -> str:
        for nummer in self.rij:
            pad = pad.replace("[]", f"[{nummer}]", 1)
        return pad

    def lees(self, pad: str) -> Any:
        if "[" in pad:
            return self.bekend.get(self.hier(pad))
        return self.bekend[pad] if pad in self.bekend else self.context.get(pad)

    def _getoond(self, e: Any) -> bool:
        """Is it filled in, where its condition says so? What hangs on an open value may be there: when all is filled in."""
        if e.toon_als is ALTIJD:
            return True
        return self.plan.vol if self.genoemd.is_open(e.toon_als, self.context) else self.waar(e.toon_als)

    def _inhoud(self, inhoud: tuple[Any, ...]) -> dict[str, Any]:
        uit: dict[str, Any] = {}
        for e in inhoud:
            if isinstance(e, Info) or not self._getoond(e):
                continue
            if isinstance(e, Vraag):
                if self._wil(e):
                    uit[e.id] = self._kies(e)
            elif isinstance(e, Groep):
                onder = self._inhoud(e.inhoud)
                if vraagt_iets(e.inhoud):
                    uit[e.id] = onder
            else:
                uit[e.id] = self._herhaling(e)
        return uit

    def _herhaling(self, h: Herhaling) -> list[Any]:
        gekozen = self.lees(h.per) if h.per else None
        genoemd = any(pad.startswith(f"{h.pad}[]") for pad in (*self.wensen, *self.plan.waarden))
        vrij = self.plan.aantal.get(h.pad, max(h.minimum, int(genoemd or self.plan.vol)))
        aantal = len(gekozen) if gekozen is not None else self._gewenst(h, vrij)
        self.gezien = {**self.gezien, **{f"{h.pad}[].{naam}": [] for naam in h.uniek}}
        uit = []
        for i in range(aantal):
            self.rij.append(i)
            if gekozen is not None:
                self.bekend[self.hier(f"{h.pad}[].voor")] = gekozen[i]
            item = self._inhoud(h.inhoud)
            uit.append({"voor": gekozen[i], **item} if gekozen is not None else item)
            self.rij.pop()
        self.bekend[self.hier(h.pad)] = uit
        if any(self.waar(v) is not bool(moet) for v, moet in self.wensen.get(h.pad, ())):
            raise Onmogelijk(h.pad)
        return uit

    def _gewenst(self, h: Herhaling, aantal: int) -> int:
        """How many rows, so that the wishes about that come true."""
        wensen, pad = self.wensen.get(h.pad, ()), self.hier(h.pad)
        for n in (aantal, *range(h.minimum, h.maximum + 1)) if wensen else ():
            self.bekend[pad] = [{}] * n
            if all(self.waar(v) is bool(moet) for v, moet in wensen):
                return n
        return aantal

    def _wil(self, vraag: Vraag) -> bool:
        """Is this question answered? What must be answered is, and what is wished for."""
        if vraag.pad.endswith("[].voor") and vraag.veld.veld == "voor" and self.hier(vraag.pad) in self.bekend:
            return False
        wensen = self.wensen.get(vraag.pad, ())
        leeg = any(moet is None for _, moet in wensen)
        if self.waar(vraag.verplicht):
            if leeg:
                raise Onmogelijk(vraag.pad)
            return True
        if leeg or vraag.pad in self.plan.zonder:
            return False
        return self.plan.vol or vraag.pad in self.plan.waarden or bool(wensen)

    def _kies(self, vraag: Vraag) -> Any:
        pad, tweede = self.hier(vraag.pad), None
        keur = self.genoemd.gemeten[vraag.pad].keur
        for waarde in self._gedraaid(vraag):
            if keur(waarde) or waarde in self.gezien.get(vraag.pad, ()):
                continue
            self.bekend[pad] = waarde
            if not self._past(vraag, waarde):
                continue
            if not self._stopt():
                break
            tweede = waarde if tweede is None else tweede
        else:
            if tweede is None:
                self.bekend.pop(pad, None)
                raise Onmogelijk(pad)
            waarde = self.bekend[pad] = tweede
        if vraag.feiten.delen:
            self.bekend |= {f"{pad}.{deel}": tekst for deel, tekst in waarde.items()}
        if vraag.pad in self.gezien:
            self.gezien[vraag.pad].append(waarde)
        return waarde

    def _gedraaid(self, vraag: Vraag) -> Iterator[Any]:
        """The candidates, in another order at each turn of the search."""
        if not self.plan.draai or self.wensen.get(vraag.pad) or vraag.pad in self.plan.waarden:
            yield from self._kandidaten(vraag)
        elif self.genoemd.gemeten[vraag.pad].vorm == "moment":
            yield self._op_zijn_plaats(vraag)
            yield from self._kandidaten(vraag)
        else:
            rij = list(self._kandidaten(vraag))
            yield from rij[::-1] if self.plan.draai % 2 else rij

    def _op_zijn_plaats(self, vraag: Vraag) -> str:
        """A day or time at rest; at each second turn before or after those that are compared with it."""
        g = self.genoemd.gemeten[vraag.pad]
        kant = self.genoemd.kant.get(vraag.pad, 0) * (self.plan.draai % 2)
        return g.moment(self.rust[self.plan.draai] + kant * (MAAND if g.m["deel"] == "dag" else UREN))

    def _kandidaten(self, vraag: Vraag) -> Iterator[Any]:
        if vraag.pad in self.plan.waarden and not any(self.rij):
            yield self.plan.waarden[vraag.pad]
            return
        eigen = [v for v, _ in self.wensen.get(vraag.pad, ())]
        waarden, randen = self.genoemd.van(vraag, self.lees, eigen)
        aangeboden = self.o.aangeboden.get(vraag.pad)
        if aangeboden is not None:
            yield from aangeboden if self.genoemd.gemeten[vraag.pad].vorm == "keuze" else ([code] for code in aangeboden)
            return
        yield from goede(self.genoemd.gemeten[vraag.pad], waarden, [*self._punten(randen), *self.rust])
        if vraag.pad in self.gezien or eigen:
            yield from self.genoemd.verschillend(vraag.pad, len(self.gezien.get(vraag.pad, ())))

    def _punten(self, randen: list[Any]) -> list[datetime]:
        uit = []
        for grens in randen:
            if isinstance(grens.waarde, str) and ":" in grens.waarde and "T" not in grens.waarde:
                uit.append(als_punt(grens.waarde))
            elif grens.basis not in (None, "vandaag") and isinstance(basis := self.lees(grens.basis), str) and len(basis) == 5:
                uit.append(als_punt(basis))
            else:
                uit += [_punt(minuut) for minuut in self.weger.tijdvak(grens) or ()]
        return uit

    def _past(self, vraag: Vraag, waarde: Any) -> bool:
        """Does a value that is right by itself fit here: its options, bounds and rules, and the wishes?"""
        if vraag.opties and not self._mag(vraag, waarde if isinstance(waarde, list) else [waarde]):
            return False
        for b in vraag.grenzen:
            bekend = b.grens.basis in (None, "vandaag") or self.lees(b.grens.basis) is not None
            if bekend and not self.weger.houdt(vraag.soort, waarde, b.hoe, b.grens):
                return False
        if any(self.waar(v) is not moet for v, moet in self.wensen.get(vraag.pad, ()) if moet is not None):
            return False
        return all(self._klopt(eis) for eis in (*vraag.regels, *self.eisen))

    def _klopt(self, eis: Eis) -> bool:
        if eis.ernst != "fout" or any(eis is los for los in self.plan.los) or any(self.lees(naam) is None for naam in eis.namen):
            return True
        return not self.waar(eis.als) or self.waar(eis.eis)

    def _mag(self, vraag: Vraag, codes: list[str]) -> bool:
        aangeboden = self.o.aangeboden.get(self.hier(vraag.pad))
        if aangeboden is not None:
            return all(code in aangeboden for code in codes)
        if vraag.open_lijst:
            return True
        per_code = {keus.code: keus for keus in vraag.opties}
        return all(self.waar(per_code[code].toon_als) for code in codes)

    def _stopt(self) -> bool:
        """Would this step end here? Only a stop of which everything is known counts."""
        return any(self.waar(s.als) for s in self.stops if all(self.lees(n) is not None for n in self.genoemd.namen(s.als)))


def _punt(minuut: int) -> datetime:
    return datetime.fromordinal(minuut // DAG) + timedelta(minutes=minuut % DAG)


def vraagt_iets(inhoud: tuple[Any, ...]) -> bool:
    """Is there any question in it? A container with only texts is never in the answers (language.md, b5)."""
    return any(not isinstance(e, Info) and (not isinstance(e, Groep) or vraagt_iets(e.inhoud)) for e in inhoud)
