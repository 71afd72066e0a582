"""Answers to judge, made once per form and shared by all engines: right ones, ones that are one change away, and junk."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from catalogue.beoordelen import beoordeel
from catalogue.catalogus import Catalogus
from catalogue.formulier import WERK, Formulier
from catalogue.oordeel import Omstandigheden, Oordeel
from catalogue.voorbeelden import omstandigheden_uit
from generator.vectoren.maken import vectoren
from generator.vectoren.zoeken import VANDAAG
from tests.hulp import taal
from tests.hulp.schema import SPECS
from tests.overeenkomst import willekeurig


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


PROEVEN: dict[str, Formulier] = {}
"""Forms that were made on the way, by their name `proef/...`: put in by who makes them."""
BRONNEN: dict[str, Callable[[str], Formulier]] = {
    **dict.fromkeys(("taal", "kenmerken", "voorbeelden"), taal.formulier),
    "willekeurig": willekeurig.formulier,
    "proef": lambda slug: PROEVEN[slug],
}
"""Where a form with a name such as `taal/tekst-los` comes from, by what stands before the stroke."""


@cache
def formulier(slug: str) -> Formulier:
    """The working text of a service, with `slug@1.0.0` that release of it; or a form of one of the BRONNEN."""
    bron, streep, _ = slug.partition("/")
    if streep:
        return BRONNEN[bron](slug)
    naam, _, versie = slug.partition("@")
    return Catalogus(SPECS).formulier(naam, versie or WERK)


@cache
def uit_taal(slug: str) -> tuple[Geval, ...]:
    """The written cases of a form of the language; not those on which the reference itself is wrong."""
    f, uit = formulier(slug), []
    for g in taal.gevallen(slug):
        een = _geval(f, g["verhaal"], g["antwoorden"], omstandigheden_uit(g["omstandigheden"], f, VANDAAG))
        if een.fouten == [(fout["pad"], fout["code"]) for fout in g["fouten"]]:
            uit.append(een)
    return tuple(uit)


@cache
def uit_vectoren(slug: str) -> tuple[Geval, ...]:
    """The vectors of a form."""
    makers = vectoren(formulier(slug)).items()
    return tuple(
        Geval(f"vector {'' if rol == 'indiener' else f'{rol}-'}{n} ({v.waarom})", v.antwoorden, v.o, v.oordeel)
        for rol, maker in makers
        for n, v in enumerate(maker.vectoren, 1)
    )


def _geval(f: Formulier, naam: str, antwoorden: Any, o: Omstandigheden) -> Geval:
    return Geval(naam, antwoorden, o, beoordeel(f, antwoorden, o))


def gegenereerd(slug: str, aantal: int, zaad: int = 0) -> list[Geval]:
    """So many sets, each another: a right vector with other right values, with one change, or more; with another login; or junk.

    Fewer only where hypothesis finds no more in ten rounds."""
    f, vectoren = formulier(slug), uit_vectoren(slug)
    goede = [g for g in vectoren if g.oordeel.geldig] or vectoren
    uit: dict[str, Geval] = {}

    def maak(kans: Random, rommel: Any) -> None:
        soort, basis, ander = kans.choice(SOORTEN), kans.choice(goede), kans.choice(vectoren)
        o = ander.o if soort == "andere login" and ander.o.rol == basis.o.rol else basis.o
        antwoorden = copy.deepcopy(basis.antwoorden)
        if soort == "goed":
            antwoorden = _blijft_goed(f, basis, kans, vectoren)
        elif soort == "rommel":
            antwoorden = rommel
        else:
            for _ in range({"een": 1, "meer": 4}.get(soort, 0)):
                antwoorden = _grijp_in(antwoorden, kans, rommel, vectoren)
        sleutel = json.dumps([antwoorden, repr(o)], sort_keys=True)
        if sleutel not in uit and len(uit) < aantal:
            uit[sleutel] = _geval(f, f"{soort} {len(uit)} van {basis.naam}", antwoorden, o)

    for ronde in range(10):
        if len(uit) < aantal:
            _herhaal(maak, aantal, f"{zaad}/{ronde}")
    return list(uit.values())


def _herhaal(maak: Callable[[Random, Any], None], aantal: int, zaad: str) -> None:
    @settings(max_examples=-(-aantal // PER_GREEP), phases=[Phase.generate], database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @seed(zaad)
    @given(st.integers(0, 2**64), _rommel)
    def proef(nummer: int, rommel: Any) -> None:
        for n in range(PER_GREEP):
            maak(Random(f"{zaad}/{nummer}/{n}"), rommel)

    proef()


PER_GREEP = 8
"""So many sets are made of one draw by hypothesis, which takes longer than all of them: they share its junk, and nothing else."""

SOORTEN = ("goed", "goed", "goed", "goed", "goed", "een", "een", "een", "een", "meer", "andere login", "rommel")
"""A third right after what came twice is left out, most of the rest one change away from it."""
INGREPEN = ("weg", "rommel", "leen", "dubbel", "leeg", "tegendeel", "vreemd", "wissel", "bij")


def _blijft_goed(f: Formulier, basis: Geval, kans: Random, vectoren: tuple[Geval, ...]) -> Any:
    """Answers with other values, borrowed from other vectors, as long as they are no worse than they were."""
    antwoorden = basis.antwoorden
    for _ in range(4):
        nieuw = _grijp_in(copy.deepcopy(antwoorden), kans, None, vectoren, "leen")
        if beoordeel(f, nieuw, basis.o).geldig:
            antwoorden = nieuw
    return antwoorden


_rommel = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 10**10), st.sampled_from([1.5, 2.0, "", " ", "ja", "2026-02-30", "x" * 300, "\n", "é", "😀"])),
    lambda onder: st.one_of(st.lists(onder, max_size=3), st.dictionaries(st.sampled_from(["a", "voor", "lokaal", "__proto__", "constructor", "naam"]), onder, max_size=3)),
    max_leaves=6,
)


def _grijp_in(antwoorden: Any, kans: Random, rommel: Any, vectoren: tuple[Geval, ...], wat: str = "") -> Any:
    """One change at one place: taken away, replaced, borrowed from another vector, doubled, emptied, turned round, or added:
    what another vector answers and this one does not."""
    wat = wat or kans.choice(INGREPEN)
    if wat == "bij":
        meer = list(_ontbreekt(antwoorden, kans.choice(vectoren).antwoorden))
        if meer:
            houder, sleutel, waarde = kans.choice(meer)
            houder[sleutel] = copy.deepcopy(waarde)
        return antwoorden
    plekken = list(_plekken(antwoorden))
    if not plekken:
        return antwoorden
    houder, sleutel = kans.choice(plekken)
    nu = houder[sleutel]
    if wat == "weg":
        del houder[sleutel]
    elif wat == "rommel":
        houder[sleutel] = copy.deepcopy(rommel)
    elif wat == "leen":
        elders = list(_plekken(kans.choice(vectoren).antwoorden))
        zelfde = [h[s] for h, s in elders if s == sleutel] or [h[s] for h, s in elders] or [None]
        houder[sleutel] = copy.deepcopy(kans.choice(zelfde))
    elif wat == "dubbel" and isinstance(nu, list) and nu:
        nu.append(copy.deepcopy(kans.choice(nu)))
    elif wat == "leeg":
        houder[sleutel] = type(nu)() if isinstance(nu, list | dict | str) else None
    elif wat == "tegendeel":
        houder[sleutel] = not nu if isinstance(nu, bool) else nu + 1 if isinstance(nu, int) else f"{nu}0" if isinstance(nu, str) else nu
    elif wat == "vreemd" and isinstance(houder, dict):
        houder[kans.choice(("bestaatNiet", "lokaal", "voor", "__proto__"))] = copy.deepcopy(rommel)
    elif wat == "wissel":
        ander, andere = kans.choice(plekken)
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
