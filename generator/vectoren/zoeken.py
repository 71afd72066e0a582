"""Finds answers in which something holds: right answers, in circumstances that allow them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any

from catalogue.antwoorden import Indiener, Omstandigheden, Oordeel, beoordeel
from catalogue.formulier import Formulier, Groep, Herhaling, Vraag, vragen
from catalogue.voorwaarde import ALTIJD, Vergelijk, en
from generator.vectoren.doelen import Manier, manieren
from generator.vectoren.genoemd import Genoemd
from generator.vectoren.vuller import JAREN, Onmogelijk, Plan, Vuller
from generator.vectoren.waarden import tekst_van

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
        self.soorten = {p.parameter: p.soort for p in formulier.parameters}
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
        if _strijdig(manier):
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
        voorzieningen, parameters = (_waarden(manier, kop, self.soorten) for kop in ("voorziening.", "parameter."))
        for weg in self.toegang:
            indiener = Indiener(weg.soort, weg.middel, weg.niveau)
            yield Omstandigheden(VANDAAG, indiener, self.rol, None, voorzieningen, parameters)


EEN_WAARDE = {"bedrag": "100.00", "getal": 10, "ja-nee": True, "datum": "2026-12-01", "url": "https://voorbeeld.nl"}
"""What a municipality may have filled in, by the kind of the parameter."""


def _waarden(manier: Manier, kop: str, soorten: Mapping[str, str]) -> Mapping[str, Any]:
    """What wishes about the municipality come down to: a value for each name under `kop` that a wish is about."""
    uit: dict[str, Any] = {}
    for v, moet in manier:
        if v.pad.startswith(kop) and moet is not None:
            naam = v.pad.removeprefix(kop)
            waarde = _waarde_bij(v, moet, EEN_WAARDE.get(soorten.get(naam, v.soort), "iets"))
            if waarde is not None:
                uit[naam] = waarde
    return uit


def _waarde_bij(v: Vergelijk, moet: bool, gewoon: Any) -> Any:
    """A value with which a comparison comes out so; None for none at all."""
    if v.hoe == "beantwoord":
        return gewoon if moet else None
    if v.grens is None:
        wil_gelijk = moet == (v.hoe == "is")
        return v.waarden[0] if wil_gelijk else _anders(v, gewoon)
    hoger = moet == (v.hoe in ("meer_dan", "vanaf", "na", "minimaal_tekens"))
    return _aan_een_kant(v, v.grens.waarde, hoger)


def _anders(v: Vergelijk, gewoon: Any) -> Any:
    """A value of the same kind that is none of those that are named; None when there is none."""
    if isinstance(v.waarden[0], bool):
        return None if len(set(v.waarden)) > 1 else not v.waarden[0]
    return next((w for w in (gewoon, "anders", EEN_ANDERE.get(v.soort)) if w is not None and w not in v.waarden), None)


EEN_ANDERE = {"bedrag": "1.00", "getal": 1, "datum": "2026-01-01", "url": "https://anders.nl"}


def _aan_een_kant(v: Vergelijk, grens: Any, hoger: bool) -> Any:
    """A value above or below a bound that is written out; None when the bound is another answer."""
    if grens is None:
        return None
    stap = 1 if hoger else -1
    if v.hoe == "minimaal_tekens":
        return tekst_van(max(int(grens) + (0 if hoger else -1), 1))
    if v.soort == "datum":
        return (date.fromisoformat(str(grens)) + timedelta(days=stap)).isoformat()
    return f"{Decimal(str(grens)) + stap:.2f}" if v.soort == "bedrag" else int(grens) + stap


def _strijdig(manier: Manier) -> bool:
    """Do these wishes contradict each other, as far as can be seen without filling in?"""
    per_pad: dict[str, list[tuple[Vergelijk, bool | None]]] = {}
    for v, moet in manier:
        per_pad.setdefault(v.pad, []).append((v, moet))
    return any(_strijdig_hier(wensen) for wensen in per_pad.values() if len(wensen) > 1)


def _strijdig_hier(wensen: list[tuple[Vergelijk, bool | None]]) -> bool:
    if len({moet is None for _, moet in wensen}) > 1:
        return True
    if len({(repr(v), moet) for v, moet in wensen}) != len({repr(v) for v, _ in wensen}):
        return True
    wel = [set(v.waarden) for v, moet in wensen if v.waarden and v.soort != "meerkeuze" and moet == (v.hoe == "is")]
    niet = {w for v, moet in wensen if v.waarden and v.soort != "meerkeuze" and moet != (v.hoe == "is") for w in v.waarden}
    return bool(wel) and not set.intersection(*wel) - niet
