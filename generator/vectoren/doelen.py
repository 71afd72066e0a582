"""What has to be answered for a condition to hold, or not to hold.

A `Wens` is a comparison with what it must be: true, false, or None (its question stays unanswered). A `Manier` is a row of
wishes that together decide a condition.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from typing import Any

from catalogue.voorwaarde import En, Niet, Vast, Vergelijk

Wens = tuple[Vergelijk, bool | None]
Manier = tuple[Wens, ...]
MEEST = 48
"""So many ways of one condition are tried; real conditions have a handful."""


def manieren(v: Any, waar: bool) -> Iterator[Manier]:
    """The ways in which a condition comes out as `waar`, the simplest first."""
    if isinstance(v, Vast):
        if v.waarde == waar:
            yield ()
    elif isinstance(v, Vergelijk):
        yield from _van_een(v, waar)
    elif isinstance(v, Niet):
        yield from manieren(v.deel, not waar)
    elif isinstance(v, En) == waar:
        rijen = (list(islice(manieren(deel, waar), MEEST)) for deel in v.delen)
        yield from islice((tuple(w for m in keuze for w in m) for keuze in product(*rijen)), MEEST)
    else:
        for deel in v.delen:
            yield from manieren(deel, waar)


def _van_een(v: Vergelijk, waar: bool) -> Iterator[Manier]:
    if v.hoe in ("is", "is_niet") and (v.hoe == "is") == waar:
        yield from (((v.model_copy(update={"waarden": (w,)}), waar),) for w in v.waarden)
        return
    if waar or v.hoe != "beantwoord":
        yield ((v, waar), *_van_basis(v))
    if not waar:
        yield ((v, None),)


def _van_basis(v: Vergelijk) -> Iterator[Wens]:
    """What it is compared with must be known too."""
    if v.grens and v.grens.basis not in (None, "vandaag"):
        yield Vergelijk(pad=v.grens.basis, soort=v.soort, hoe="beantwoord"), True


def scherp(v: Any) -> Iterator[tuple[bool, Manier]]:
    """States in which one comparison decides what the condition is: (outcome, wishes). Both outcomes of each comparison."""
    if isinstance(v, Vast):
        return
    if isinstance(v, Vergelijk):
        yield from ((waar, manier) for waar in (True, False) for manier in _van_een(v, waar))
        return
    if isinstance(v, Niet):
        yield from ((not waar, manier) for waar, manier in scherp(v.deel))
        return
    rust = isinstance(v, En)
    for i, deel in enumerate(v.delen):
        anderen = [d for j, d in enumerate(v.delen) if j != i]
        for waar, manier in scherp(deel):
            for rest in islice(product(*(list(islice(manieren(d, rust), 3)) for d in anderen)), 6):
                yield waar, (*manier, *(w for m in rest for w in m))
