"""Finds answers in which something holds: right answers, in circumstances that allow them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any

from catalogue.beoordelen import beoordeel
from catalogue.formulier import Formulier, Groep, Herhaling, Vraag, vragen
from catalogue.oordeel import Indiener, Omstandigheden, Oordeel
from catalogue.voorwaarde import ALTIJD, Vergelijk, en
from generator.vectoren.doelen import Manier, manieren
from generator.vectoren.genoemd import Genoemd
from generator.vectoren.ingevuld import Ingevuld
from generator.vectoren.vuller import JAREN, Onmogelijk, Plan, Vuller

VANDAAG = date(2026, 11, 24)
"""The day of every vector that does not need another: a Tuesday like any other."""
POGINGEN, WEGEN, DIEP = 60, 12, 3
DRAAIEN, VULLINGEN = len(JAREN), 200


@dataclass(frozen=True, slots=True)
class Gevonden:
    """Answers with their circumstances and the reference's judgement."""

    o: Omstandigheden
    antwoorden: dict[str, Any]
    oordeel: Oordeel


class Zoeker:
    """Looks for answers of one role of one form."""

    def __init__(self, formulier: Formulier, rol: str) -> None:
        self.f, self.rol = formulier, rol
        self.genoemd = Genoemd(formulier)
        self.rest = VULLINGEN
        self.zicht: dict[str, Any] = {}
        self.vragen: dict[str, Vraag] = {v.pad: v for v in vragen(formulier)}
        for stap in formulier.stappen_van(rol):
            self._onthoud(stap, ALTIJD)
        self.lijsten = frozenset(g.vraag.pad for g in self.genoemd.gemeten.values() if g.vorm == "keuzes")
        self.ingevuld = Ingevuld(formulier, VANDAAG)
        personen = {p.persoon: p for p in formulier.personen}
        self.toegang = personen[rol].toegang if rol in personen else formulier.toegang

    def _onthoud(self, e: Any, rond: Any) -> None:
        self.zicht[e.pad] = als = en(rond, e.toon_als)
        for kind in getattr(e, "inhoud", ()):
            if isinstance(kind, Groep | Herhaling):
                self._onthoud(kind, als)
            else:
                self.zicht[kind.pad] = en(als, kind.toon_als)

    def zoek(self, manier: Manier = (), plan: Plan | None = None, *, rond: Any = ALTIJD, fout: bool = False) -> Gevonden | None:
        """Answers in which these wishes come true and `rond` holds; right ones, or with `fout` those with one fault, or else with more."""
        self.rest, eerste = VULLINGEN, None
        for draai in range(DRAAIEN):
            for weg in islice(manieren(rond, True), WEGEN):
                for poging in self._pogingen((*manier, *weg), replace(plan or Plan(), draai=draai), 0):
                    if poging.oordeel.geldig or (fout and len(poging.oordeel.fouten) == 1):
                        return poging
                    eerste = eerste or poging
        return eerste if fout else None

    def per_toegang(self, plan: Plan) -> Iterator[Gevonden]:
        """Right answers for each way in, in its order."""
        for weg in self.toegang:
            wensen = tuple((Vergelijk(pad=f"indiener.{naam}", soort="keuze", hoe="is", waarden=(getattr(weg, naam),)), True) for naam in ("soort", "middel"))
            gevonden = self.zoek(wensen, plan)
            if gevonden:
                yield gevonden

    def _pogingen(self, manier: Manier, plan: Plan, diep: int) -> Iterator[Gevonden]:
        for gesloten in islice(self._sluit(manier, frozenset()), POGINGEN):
            for o in islice(self._omstandigheden(gesloten), 4):
                self.rest -= 1
                if self.rest < 0:
                    return
                try:
                    antwoorden = Vuller(self.f, o, self.genoemd, replace(plan, wensen=gesloten)).vul()
                except Onmogelijk:
                    continue
                oordeel = beoordeel(self.f, antwoorden, o)
                yield Gevonden(o, antwoorden, oordeel)
                if diep < DIEP:
                    yield from self._zonder_stop(gesloten, plan, oordeel, diep)

    def _zonder_stop(self, manier: Manier, plan: Plan, oordeel: Oordeel, diep: int) -> Iterator[Gevonden]:
        """The same, away from the stop that it ran into."""
        stops = {stop.pad: stop.als for stap in self.f.stappen for stop in stap.stop}
        for fout in oordeel.fouten[:1]:
            if fout.code == "stop":
                for weg in islice(manieren(stops[fout.pad], False), 8):
                    yield from islice(self._pogingen((*manier, *weg), plan, diep + 1), 4)

    def _sluit(self, manier: Manier, gedaan: frozenset[str]) -> Iterator[Manier]:
        """The wishes with what makes the questions that they name visible, and so on."""
        if _strijdig(manier, self.lijsten):
            return
        genoemd = (pad for v, moet in manier if moet is not None for pad in (v.pad, v.grens.basis if v.grens else None))
        pad = next((pad for pad in genoemd if pad not in gedaan and pad in self.zicht), None)
        if pad is None:
            yield manier
            return
        for erbij in islice(manieren(self.zicht[pad], True), 8):
            for keuze in islice(self._keuzes(pad, manier), 8):
                nieuw = (*manier, *(w for w in (*erbij, *keuze) if w not in manier))
                yield from self._sluit(nieuw, gedaan | {pad})

    def _keuzes(self, pad: str, manier: Manier) -> Iterator[Manier]:
        """What makes an option that goes with the wishes one that may be chosen, where options have conditions."""
        vraag = self.vragen.get(pad)
        if vraag is None or all(keus.toon_als == ALTIJD for keus in vraag.opties):
            yield ()
            return
        wensen = [(v, moet) for v, moet in manier if v.pad == pad and v.waarden and moet is not None]
        for keus in vraag.opties:
            if all((keus.code in v.waarden) == (moet == (v.hoe == "is")) for v, moet in wensen):
                yield from islice(manieren(keus.toon_als, True), 3)

    def _omstandigheden(self, manier: Manier) -> Iterator[Omstandigheden]:
        voorzieningen, parameters = (self.ingevuld.waarden(manier, kop) for kop in ("voorziening.", "parameter."))
        for weg in self.toegang:
            indiener = Indiener(weg.soort, weg.middel, weg.niveau)
            yield Omstandigheden(VANDAAG, indiener, self.rol, None, voorzieningen, parameters)


def _strijdig(manier: Manier, lijsten: frozenset[str]) -> bool:
    """Do these wishes contradict each other, as far as can be seen without filling in? `lijsten`: answers of several codes."""
    per_pad: dict[str, list[tuple[Vergelijk, bool | None]]] = {}
    for v, moet in manier:
        per_pad.setdefault(v.pad, []).append((v, moet))
    return any(_strijdig_hier(wensen, pad in lijsten) for pad, wensen in per_pad.items() if len(wensen) > 1)


def _strijdig_hier(wensen: list[tuple[Vergelijk, bool | None]], lijst: bool) -> bool:
    if len({moet is None for _, moet in wensen}) > 1:
        return True
    gezegd = {((v.hoe, v.waarden, v.grens), moet) for v, moet in wensen}
    if len(gezegd) != len({wat for wat, _ in gezegd}):
        return True
    if lijst:
        return False
    wel = [set(v.waarden) for v, moet in wensen if v.waarden and moet == (v.hoe == "is")]
    niet = {w for v, moet in wensen if v.waarden and moet != (v.hoe == "is") for w in v.waarden}
    return bool(wel) and not set.intersection(*wel) - niet
