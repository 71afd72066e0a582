"""Answers to judge, made once per service and shared by all engines: right ones, ones that are one change away, and junk."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from catalogue.antwoorden import Omstandigheden, Oordeel, beoordeel
from catalogue.catalogus import Catalogus
from catalogue.formulier import Formulier
from catalogue.voorbeelden import omstandigheden_uit
from generator.vectoren.document import document, gevallen
from generator.vectoren.zoeken import VANDAAG
from tests.hulp.schema import SPECS


@dataclass(frozen=True)
class Geval:
    """One set of answers in its circumstances, with the reference's judgement."""

    naam: str
    antwoorden: Any
    o: Omstandigheden
    oordeel: Oordeel

    @property
    def fouten(self) -> list[tuple[str, str]]:
        return [(f.pad, f.code) for f in self.oordeel.fouten]


@cache
def formulier(slug: str, versie: str = "werk") -> Formulier:
    return Catalogus(SPECS).formulier(slug, versie)


@cache
def uit_vectoren(slug: str, versie: str = "werk") -> tuple[Geval, ...]:
    """The vectors of a service."""
    f = formulier(slug, versie)
    return tuple(_geval(f, f"vector {g.id} ({g.waarom})", g.antwoorden, omstandigheden_uit(g.omstandigheden, f, VANDAAG)) for g in gevallen(document(f)))


def _geval(f: Formulier, naam: str, antwoorden: Any, o: Omstandigheden) -> Geval:
    return Geval(naam, antwoorden, o, beoordeel(f, antwoorden, o))


def gegenereerd(slug: str, aantal: int, zaad: int = 0, versie: str = "werk") -> list[Geval]:
    """So many sets by hypothesis: a right vector with other right values, with one change, or more; with another login; or junk."""
    f, vectoren = formulier(slug, versie), uit_vectoren(slug, versie)
    goede = [g for g in vectoren if g.oordeel.geldig]
    uit: list[Geval] = []

    @settings(max_examples=aantal, phases=[Phase.generate], database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @seed(zaad)
    @given(st.sampled_from(SOORTEN), st.sampled_from(goede), st.lists(_ingreep, min_size=4, max_size=4), st.sampled_from(vectoren), _rommel)
    def maak(soort: str, basis: Geval, ingrepen: list[Any], ander: Geval, rommel: Any) -> None:
        o = ander.o if soort == "andere login" and ander.o.rol == basis.o.rol else basis.o
        antwoorden = copy.deepcopy(basis.antwoorden)
        if soort == "goed":
            antwoorden = _blijft_goed(f, basis, ingrepen, vectoren)
        elif soort == "rommel":
            antwoorden = rommel
        else:
            for ingreep in ingrepen[: 1 if soort == "een" else 4 if soort == "meer" else 0]:
                antwoorden = _grijp_in(antwoorden, ingreep, vectoren)
        uit.append(_geval(f, f"{soort} {len(uit)} van {basis.naam}", antwoorden, o))

    maak()
    return uit[:aantal]


SOORTEN = ("goed", "goed", "goed", "een", "een", "een", "een", "meer", "andere login", "rommel")
"""A third right, most of the rest one change away from it."""


def _blijft_goed(f: Formulier, basis: Geval, ingrepen: list[Any], vectoren: tuple[Geval, ...]) -> Any:
    """Answers with other values, borrowed from other vectors, as long as they are no worse than they were."""
    antwoorden = basis.antwoorden
    for plek, _, keuze, rommel in ingrepen:
        nieuw = _grijp_in(copy.deepcopy(antwoorden), (plek, "leen", keuze, rommel), vectoren)
        if beoordeel(f, nieuw, basis.o).geldig:
            antwoorden = nieuw
    return antwoorden


_rommel = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 10**10), st.sampled_from([1.5, 2.0, "", " ", "ja", "2026-02-30", "x" * 300, "\n", "é", "😀"])),
    lambda onder: st.one_of(st.lists(onder, max_size=3), st.dictionaries(st.sampled_from(["a", "voor", "lokaal", "__proto__", "constructor", "naam"]), onder, max_size=3)),
    max_leaves=6,
)
_ingreep = st.tuples(st.integers(0, 10_000), st.sampled_from(["weg", "rommel", "leen", "dubbel", "leeg", "tegendeel", "vreemd", "wissel", "bij"]), st.integers(0, 10_000), _rommel)


def _grijp_in(antwoorden: Any, ingreep: Any, vectoren: tuple[Geval, ...]) -> Any:
    """One change at one place: taken away, replaced, borrowed from another vector, doubled, emptied, turned round, or added:
    what another vector answers and this one does not."""
    plek, wat, keuze, rommel = ingreep
    if wat == "bij":
        meer = list(_ontbreekt(antwoorden, vectoren[keuze % len(vectoren)].antwoorden))
        if meer:
            houder, sleutel, waarde = meer[plek % len(meer)]
            houder[sleutel] = copy.deepcopy(waarde)
        return antwoorden
    plekken = list(_plekken(antwoorden))
    if not plekken:
        return antwoorden
    houder, sleutel = plekken[plek % len(plekken)]
    nu = houder[sleutel]
    if wat == "weg":
        del houder[sleutel]
    elif wat == "rommel":
        houder[sleutel] = copy.deepcopy(rommel)
    elif wat == "leen":
        elders = list(_plekken(vectoren[keuze % len(vectoren)].antwoorden))
        zelfde = [h[s] for h, s in elders if s == sleutel] or [h[s] for h, s in elders] or [None]
        houder[sleutel] = copy.deepcopy(zelfde[keuze % len(zelfde)])
    elif wat == "dubbel" and isinstance(nu, list) and nu:
        nu.append(copy.deepcopy(nu[keuze % len(nu)]))
    elif wat == "leeg":
        houder[sleutel] = type(nu)() if isinstance(nu, list | dict | str) else None
    elif wat == "tegendeel":
        houder[sleutel] = not nu if isinstance(nu, bool) else nu + 1 if isinstance(nu, int) else f"{nu}0" if isinstance(nu, str) else nu
    elif wat == "vreemd" and isinstance(houder, dict):
        houder[["bestaatNiet", "lokaal", "voor", "__proto__"][keuze % 4]] = copy.deepcopy(rommel)
    elif wat == "wissel":
        ander, andere = plekken[keuze % len(plekken)]
        houder[sleutel] = copy.deepcopy(ander[andere])
    return antwoorden


def _plekken(waarde: Any) -> Iterator[tuple[Any, Any]]:
    paren = waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
    for sleutel, onder in list(paren):
        yield waarde, sleutel
        yield from _plekken(onder)


def _ontbreekt(hier: Any, daar: Any) -> Iterator[tuple[Any, str, Any]]:
    """What the one has and the other lacks, where both have the container."""
    if isinstance(hier, dict) and isinstance(daar, dict):
        for sleutel, waarde in daar.items():
            if sleutel in hier:
                yield from _ontbreekt(hier[sleutel], waarde)
            else:
                yield hier, sleutel, waarde
