"""What a form looks at, by question: the values and bounds that conditions, bounds and rules name, and the measures of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from catalogue.beoordelen import Lees, rechter
from catalogue.formulier import Formulier, Vraag, elementen, vragen
from catalogue.oordeel import Omstandigheden
from catalogue.oordeel.plan import Vraag as Gekeurd
from catalogue.voorwaarde import OPEN, Grens, Vergelijk, namen, vergelijkingen
from generator.vectoren.goede import verschillende
from generator.vectoren.waarden import Gemeten


class Genoemd:
    """The questions of one form with their measures, and its comparisons by the path that they look at."""

    def __init__(self, formulier: Formulier) -> None:
        self.f = formulier
        keuren = dict(_keuren(rechter(formulier).stappen))
        self.gemeten = {v.pad: Gemeten(v, v.vorm, v.alle_maten, keuren[v.pad]) for v in vragen(formulier)}
        self.op: dict[str, list[Vergelijk]] = {}
        self.kant = dict(_kanten(formulier, self.op))
        self._reeksen: dict[str, list[Any]] = {}
        self._namen: dict[int, tuple[Any, list[str]]] = {}
        for voorwaarde in voorwaarden(formulier):
            for v in vergelijkingen(voorwaarde):
                rij = self.op.setdefault(v.pad, [])
                if v not in rij:
                    rij.append(v)

    def van(self, vraag: Vraag, lees: Lees, eerst: Iterable[Vergelijk] = ()) -> tuple[list[Any], list[Grens]]:
        """The values and bounds that matter for a question, those of `eerst` before the others; `lees` gives what is known."""
        waarden: list[Any] = []
        randen: list[Grens] = []
        for v in (*eerst, *self.op.get(vraag.pad, ())):
            if v.grens is None:
                waarden += [w for w in v.waarden if w not in waarden]
            elif self.gemeten[vraag.pad].vorm == "moment":
                randen.append(v.grens)
            elif v.grens.waarde is None:
                waarden += [w for w in (lees(v.grens.basis or ""),) if w is not None]
            else:
                waarden.append(int(v.grens.waarde) if v.hoe == "minimaal_tekens" else v.grens.waarde)
        return waarden, [*randen, *(b.grens for b in vraag.grenzen)]

    def context(self, o: Omstandigheden) -> dict[str, Any]:
        """What is known beside the answers, by path: the login, and what a municipality has and filled in."""
        uit: dict[str, Any] = {f"indiener.{naam}": getattr(o.indiener, naam, None) for naam in ("soort", "middel", "niveau")}
        uit |= {f"voorziening.{v.voorziening}": o.voorzieningen.get(v.voorziening) for v in self.f.voorzieningen}
        vast = self.f.parameterwaarden
        return uit | {f"parameter.{p.parameter}": vast.get(p.parameter, o.parameters.get(p.parameter)) for p in self.f.parameters}

    def namen(self, v: Any) -> list[str]:
        """The paths that a condition looks at."""
        if id(v) not in self._namen:
            self._namen[id(v)] = (v, namen(v))
        return self._namen[id(v)][1]

    def is_open(self, v: Any, context: dict[str, Any]) -> bool:
        """Does a condition name what nobody has filled in? Then it demands and refuses nothing (rule 30)."""
        return any(naam.startswith(OPEN) and context.get(naam) is None for naam in self.namen(v))

    def verschillend(self, pad: str, nummer: int) -> list[Any]:
        """More right values of a question, each another, for a list in which none may come twice."""
        if pad not in self._reeksen:
            self._reeksen[pad] = list(verschillende(self.gemeten[pad]))
        return self._reeksen[pad][nummer:]


def _kanten(formulier: Formulier, op: Mapping[str, list[Vergelijk]]) -> Iterator[tuple[str, int]]:
    """On which side of others an answer must lie: before (-1) what must lie after it, and after (1) what must lie before it."""
    grenzen = [(b.hoe, b.grens) for v in vragen(formulier) for b in v.grenzen]
    grenzen += [(v.hoe, v.grens) for rij in op.values() for v in rij if v.grens]
    for hoe, grens in grenzen:
        if grens.basis is not None:
            yield grens.basis, -1 if hoe in ("na", "vanaf") else 1


def _keuren(inhoud: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """What the judge has against a value of each question by itself, by path."""
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
