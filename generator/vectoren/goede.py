"""Right values for one question, by its shape: they differ in what the form looks at.

That is: the values and bounds that conditions name, and the bounds of the question itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from generator.vectoren.waarden import DAG, MINUUT, Gemeten, Waarde, bestand, gerekt, tekst_van, volgens

OPEN = ("eerste", "tweede", "derde")
"""Codes for a list that is only known when the form runs."""
REEKS = 200
"""So many values, each another, are made for a list in which none may come twice."""
MIDDEN = datetime(2026, 11, 24, 12)


def goede(g: Gemeten, genoemd: Iterable[Any] = (), randen: Iterable[Any] = ()) -> Iterator[Waarde]:
    """Right values, the plainest first. `genoemd`: values that conditions name; `randen`: days and times at an edge.

    Whether a value is right also depends on bounds and rules of the form: the caller asks the reference.
    """
    return _GOED[g.vorm](g, list(genoemd), list(randen))


def _vaste(g: Gemeten, *_: Any) -> Iterator[Waarde]:
    yield from g.vraag.feiten.goed


def _keuze(g: Gemeten, genoemd: list[Any], _: Any) -> Iterator[Waarde]:
    yield from _codes(g, genoemd)


def _codes(g: Gemeten, genoemd: list[Any]) -> list[str]:
    """The codes that may be chosen: of a list that is not known yet some, and those that a condition names."""
    if g.vraag.open_lijst:
        return list(dict.fromkeys([*OPEN, *genoemd]))
    return [keus.code for keus in g.vraag.opties]


def _keuzes(g: Gemeten, genoemd: list[Any], _: Any) -> Iterator[Waarde]:
    codes = _codes(g, genoemd)
    minst, meest = g.m["minimum"], min(g.m.get("maximum", len(codes)), len(codes))
    for aantal in dict.fromkeys((minst, meest)):
        yield from ([*codes[i:], *codes[:i]][:aantal] for i in range(len(codes)))
    if minst <= 2 <= meest and len(codes) <= 6:
        yield from ([a, b] for a in codes for b in codes if a != b)


def _tekst(g: Gemeten, genoemd: list[Any], _: Any) -> Iterator[Waarde]:
    kort, lang, patroon = g.m["minimum"], g.m["maximum"], g.m.get("patroon")
    vast = g.vraag.feiten.goed
    if vast:
        yield from vast
        yield from filter(None, [gerekt(vast[0], patroon, lang) if patroon else None])
    elif patroon:
        yield from dict.fromkeys((volgens(patroon, False), volgens(patroon, True)))
    else:
        gewoon = max(kort, min(8, lang))
        rond = (n + d for n in genoemd if isinstance(n, int) for d in (0, -1))
        yield from (tekst_van(n) for n in dict.fromkeys((gewoon, kort, lang, *rond)) if kort <= n <= lang)
        yield from ["Een regel.\n\tEn nog een.".ljust(kort, "x")] if g.m.get("regels") else []
    yield from (w for w in genoemd if isinstance(w, str))


def _getal(g: Gemeten, genoemd: list[Any], _: Any) -> Iterator[Waarde]:
    laag, hoog = g.grenzen
    rond = [Decimal(str(w)) for w in genoemd if re.fullmatch(r"-?\d+(\.\d+)?", str(w))]
    waarden = [] if laag is None else [laag + g.stap]
    waarden += [w + d * g.stap for w in rond for d in (0, -1, 1)]
    waarden += [w for w in (laag, hoog) if w is not None]
    for w in dict.fromkeys(waarden):
        if (laag is None or w >= laag) and (hoog is None or w <= hoog):
            yield g.getal(w)
    if g.vorm == "decimaal" and not g.m.get("decimalen_minstens"):
        yield from (f"{w:.{g.m['decimalen']}f}" for w in rond)


def _moment(g: Gemeten, _: Any, randen: list[datetime]) -> Iterator[Waarde]:
    stap = DAG if g.m["deel"] == "dag" else MINUUT
    yield from dict.fromkeys(g.moment(p + d * stap) for p in randen for d in (0, 1, -1))
    if g.m.get("onvolledig"):
        yield from dict.fromkeys(t for p in randen for t in (f"{p.year:04}", f"{p.year:04}-{p.month:02}"))


def _bestanden(g: Gemeten, *_: Any) -> Iterator[Waarde]:
    minst, typen = g.m["minimum"], list(g.m.get("typen", ())) or ["application/pdf"]
    for aantal in dict.fromkeys((minst, g.m["maximum"])):
        yield [bestand(i, typen[0]) for i in range(aantal)]
    yield from ([bestand(i, soort) for i in range(minst)] for soort in typen[1:])
    yield [bestand(0, typen[0], g.m.get("grootte", 1) * g.m["mb"]), *(bestand(i, typen[0]) for i in range(1, minst))]


_GOED: dict[str, Callable[[Gemeten, list[Any], list[Any]], Iterator[Waarde]]] = {
    "tekst": _tekst,
    "getal": _getal,
    "decimaal": _getal,
    "moment": _moment,
    "waar": _vaste,
    "keuze": _keuze,
    "keuzes": _keuzes,
    "bestanden": _bestanden,
    "delen": _vaste,
}


# -- each another ----------------------------------------------------------------------------------------------------------


def verschillende(g: Gemeten) -> Iterator[Waarde]:
    """More right values, each another, for a list in which none may come twice."""
    if g.vorm == "tekst":
        goed = next(waarde for waarde in goede(g) if not g.keur(waarde))
        yield from islice((tekst for tekst in _varianten(goed) if not g.keur(tekst)), REEKS)
    elif g.vorm in ("getal", "decimaal"):
        yield from (g.getal((g.grenzen[0] or 0) + n * g.stap) for n in range(REEKS))
    elif g.vorm == "moment":
        stap = DAG if g.m["deel"] == "dag" else MINUUT
        yield from (g.moment(MIDDEN + s * n * stap) for n in range(REEKS) for s in (-1, 1))


def _varianten(tekst: str) -> Iterator[str]:
    """The last digits count up; a number is put into it, or in the place of its first characters."""
    gevonden = re.search(r"([0-9]{1,4})([^0-9]*)$", tekst)
    if gevonden:
        cijfers, achter = gevonden.groups()
        yield from (f"{tekst[: gevonden.start()]}{n:0{len(cijfers)}}{achter}" for n in range(10 ** len(cijfers)))
    yield from (f"{tekst[:plek]}{n:03}{tekst[plek:]}" for plek in range(len(tekst), -1, -1) for n in range(REEKS))
    yield from (f"{n:03}{tekst[3:]}" for n in range(REEKS))
