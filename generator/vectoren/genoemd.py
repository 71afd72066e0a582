"""What the conditions, bounds and rules of a form name, by question: where an answer begins to matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from catalogue.beoordelen import rechter
from catalogue.formulier import Formulier, Vraag, elementen
from catalogue.oordeel import Omstandigheden
from catalogue.oordeel.plan import Vraag as Gekeurd
from catalogue.voorwaarde import Grens, Vergelijk, namen, vergelijkingen
from generator.vectoren.waarden import DAG, MINUUT, getal_als, goede, grenzen_van, moment_als, stap_van

MIDDEN = datetime(2026, 11, 24, 12)
REEKS = 200

class Genoemd:
    """The comparisons of one form, by the path that they look at."""

    def __init__(self, formulier: Formulier) -> None:
        self.f = formulier
        self.op: dict[str, list[Vergelijk]] = {}
        self.keuren = dict(_keuren(stap for stap in rechter(formulier).stappen))
        self.reeksen: dict[str, list[str]] = {}
        for voorwaarde in voorwaarden(formulier):
            for v in vergelijkingen(voorwaarde):
                rij = self.op.setdefault(v.pad, [])
                if v not in rij:
                    rij.append(v)

    def van(self, vraag: Vraag, eerst: Iterable[Vergelijk] = ()) -> tuple[list[Any], list[Grens]]:
        """The values and bounds that matter for a question, those of `eerst` before the others."""
        waarden: list[Any] = []
        randen: list[Grens] = []
        for v in (*eerst, *self.op.get(vraag.pad, ())):
            if v.grens is None:
                waarden += [w for w in v.waarden if w not in waarden]
            elif vraag.vorm == "moment":
                randen.append(v.grens)
            elif v.grens.waarde is not None:
                waarden.append(int(v.grens.waarde) if v.hoe == "minimaal_tekens" else v.grens.waarde)
        return waarden, [*randen, *(b.grens for b in vraag.grenzen)]

    def context(self, o: Omstandigheden) -> dict[str, Any]:
        """What is known beside the answers, by path: the login, and what a municipality has and filled in."""
        uit: dict[str, Any] = {f"indiener.{naam}": getattr(o.indiener, naam) if o.indiener else None for naam in ("soort", "middel", "niveau")}
        uit |= {f"voorziening.{v.voorziening}": o.voorzieningen.get(v.voorziening) for v in self.f.voorzieningen}
        return uit | {f"parameter.{p.parameter}": o.parameters.get(p.parameter) for p in self.f.parameters}

    def keur(self, pad: str, waarde: Any) -> Any:
        """What is wrong with a value by itself, as the judge says it."""
        return self.keuren[pad](waarde)

    def namen(self, v: Any) -> list[str]:
        return namen(v)

    def verschillend(self, vraag: Vraag, nummer: int) -> Iterator[Any]:
        """More right values, each another, for a list in which none may come twice."""
        if vraag.vorm == "tekst":
            yield from self._reeks(vraag)[nummer:]
        elif vraag.vorm in ("getal", "decimaal"):
            laag = grenzen_van(vraag)[0] or 0
            yield from (getal_als(vraag, laag + n * stap_van(vraag)) for n in range(nummer, nummer + 200))
        elif vraag.vorm == "moment":
            stap = DAG if vraag.alle_maten["deel"] == "dag" else MINUUT
            yield from (moment_als(vraag, MIDDEN + s * n * stap) for n in range(nummer, nummer + 400) for s in (-1, 1))

    def _reeks(self, vraag: Vraag) -> list[str]:
        """A row of right texts, each another: the last digits of a right one count up, or a number is put into it."""
        if vraag.pad not in self.reeksen:
            goed = next(waarde for waarde in goede(vraag) if not self.keur(vraag.pad, waarde))
            self.reeksen[vraag.pad] = list(islice((t for t in _varianten(goed) if not self.keur(vraag.pad, t)), REEKS))
        return self.reeksen[vraag.pad]


def _varianten(tekst: str) -> Iterator[str]:
    gevonden = re.search(r"([0-9]{1,4})([^0-9]*)$", tekst)
    if gevonden:
        lengte = len(gevonden[1])
        yield from (f"{tekst[: gevonden.start()]}{n:0{lengte}}{gevonden[2]}" for n in range(10**lengte))
    yield from (f"{tekst[:plek]}{n:03}{tekst[plek:]}" for plek in range(len(tekst), -1, -1) for n in range(REEKS))
    yield from (f"{n:03}{tekst[3:]}" for n in range(REEKS))


def _keuren(inhoud: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """The check of every question, by its path."""
    for e in inhoud:
        if isinstance(e, Gekeurd):
            yield e.pad, e.keur
        yield from _keuren(e.inhoud)


def voorwaarden(formulier: Formulier) -> Iterator[Any]:
    """Every condition of a form, in written order."""
    for stap in formulier.stappen:
        yield stap.toon_als
        for e in elementen(stap.inhoud):
            yield e.toon_als
            if isinstance(e, Vraag):
                yield e.verplicht
                yield from (keus.toon_als for keus in e.opties)
                yield from (deel for eis in e.regels for deel in (eis.als, eis.eis))
        yield from (deel for eis in stap.regels for deel in (eis.als, eis.eis))
        yield from (stop.als for stop in stap.stop)
    yield from (kosten.als for kosten in formulier.kosten)
