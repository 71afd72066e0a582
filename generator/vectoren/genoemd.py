"""What the conditions, bounds and rules of a form name, by question: where an answer begins to matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from catalogue.oordeel import Omstandigheden
from catalogue.formulier import Formulier, Vraag, elementen
from catalogue.oordeel.proeven import elfproef
from catalogue.voorwaarde import Grens, Vergelijk, namen, vergelijkingen
from generator.vectoren.waarden import getal_als, tekst_van

MOMENTEN = ("datum", "tijd", "datumtijd")


class Genoemd:
    """The comparisons of one form, by the path that they look at."""

    def __init__(self, formulier: Formulier) -> None:
        self.f = formulier
        self.op: dict[str, list[Vergelijk]] = {}
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
            elif vraag.soort in MOMENTEN:
                randen.append(v.grens)
            elif v.grens.waarde is not None:
                waarden.append(int(v.grens.waarde) if v.hoe == "minimaal_tekens" else v.grens.waarde)
        return waarden, [*randen, *(b.grens for b in vraag.grenzen)]

    def context(self, o: Omstandigheden) -> dict[str, Any]:
        """What is known beside the answers, by path: the login, and what a municipality has and filled in."""
        uit: dict[str, Any] = {f"indiener.{naam}": getattr(o.indiener, naam) if o.indiener else None for naam in ("soort", "middel", "niveau")}
        uit |= {f"voorziening.{v.voorziening}": o.voorzieningen.get(v.voorziening) for v in self.f.voorzieningen}
        return uit | {f"parameter.{p.parameter}": o.parameters.get(p.parameter) for p in self.f.parameters}

    def namen(self, v: Any) -> list[str]:
        return namen(v)

    @staticmethod
    def verschillend(vraag: Vraag, nummer: int) -> Iterator[Any]:
        """More right values, each another, for a list in which none may come twice."""
        if vraag.soort in REEKS:
            yield from REEKS[vraag.soort]()[nummer:]
        elif vraag.soort == "getal":
            yield from (getal_als(vraag, vraag.veld.minimum + n) for n in range(nummer, nummer + 200))  # type: ignore[attr-defined]
        elif vraag.soort == "datum":
            yield from ((date(2026, 11, 24) + s * timedelta(days=n)).isoformat() for n in range(nummer, nummer + 400) for s in (-1, 1))
        elif vraag.soort in ("tekst", "tekstvlak"):
            yield from (f"{tekst_van(5)}{n:03}" for n in range(nummer, nummer + 200))


@lru_cache(maxsize=1)
def bsns() -> tuple[str, ...]:
    """Numbers that pass the 11-proef, in the range that is never given out."""
    return tuple(t for n in range(999990000, 999993000) if elfproef(t := str(n)))


@lru_cache(maxsize=1)
def ibans() -> tuple[str, ...]:
    """Account numbers with right check digits, of a bank that does not exist."""
    uit = []
    for n in range(1, 120):
        bban = f"TEST{n:010}"
        som = int("".join(str(int(teken, 36)) for teken in f"{bban}NL00"))
        uit.append(f"NL{98 - som % 97:02}{bban}")
    return tuple(uit)


REEKS = {
    "bsn": bsns,
    "iban": ibans,
    "kenteken": lambda: tuple(f"AB{n:02}CD" for n in range(100)),
    "kvk": lambda: tuple(f"123456{n:02}" for n in range(100)),
    "email": lambda: tuple(f"naam{n}@voorbeeld.nl" for n in range(100)),
    "telefoon": lambda: tuple(f"06123456{n:02}" for n in range(100)),
    "postcode": lambda: tuple(f"{1000 + n}AB" for n in range(100)),
}
"""Rows of right values, each another, of the kinds with a fixed form."""


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
