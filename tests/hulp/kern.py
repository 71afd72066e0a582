"""The few services that together use everything a form can have: for tests that take long, such as those in a browser.

Found in the specifications themselves: a service that brings something new is in it by itself.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from catalogue.catalogus import Catalogus
from catalogue.formulier import Formulier, Herhaling, Vraag, elementen
from catalogue.voorwaarde import ALTIJD, vergelijkingen

SPECS = Path(__file__).resolve().parents[2] / "specs"


@cache
def kern() -> tuple[str, ...]:
    """Always the service that adds most to what is covered, until nothing is missing; of equals the largest. With
    `ALLE_DIENSTEN=1` in the environment all of them, for who has the time."""
    catalogus = Catalogus(SPECS)
    if os.environ.get("ALLE_DIENSTEN") == "1":
        return catalogus.slugs
    kan = {slug: frozenset(_trekken(catalogus.formulier(slug))) for slug in catalogus.slugs}
    mist, uit = frozenset().union(*kan.values()), []
    while mist:
        uit.append(max(kan, key=lambda slug: (len(kan[slug] & mist), len(kan[slug]), slug)))
        mist -= kan[uit[-1]]
    return tuple(sorted(uit))


def _trekken(f: Formulier) -> Iterator[str]:
    """What there is in a form to draw, read or judge."""
    yield from (f"inloggen {t.middel}" for t in f.toegang)
    yield from (f"nog iemand {t.middel}" for p in f.personen for t in p.toegang)
    for stap in f.stappen:
        yield from (naam for naam, is_zo in (("stop", stap.stop), ("regel bij een stap", stap.regels), ("vooraf", stap.vooraf), ("stap als", stap.toon_als != ALTIJD)) if is_zo)
        yield from (f"stap als {v.hoe}" for v in vergelijkingen(stap.toon_als))
        for e in elementen(stap.inhoud):
            yield from _van_element(e)


def _van_element(e: object) -> Iterator[str]:
    diep = str(getattr(e, "pad", "")).count("[]")
    wat = e.soort if isinstance(e, Vraag) else type(e).__name__
    yield f"{wat} {'in een herhaling' if diep else ''}"
    yield from (f"toon als {v.hoe}" for v in vergelijkingen(e.toon_als))  # type: ignore[attr-defined]
    if isinstance(e, Herhaling):
        yield from (f"herhaling {naam}" for naam in ("per", "uniek", "kies_uit") if getattr(e, naam))
    if isinstance(e, Vraag):
        yield from (f"verplicht als {v.hoe}" for v in vergelijkingen(e.verplicht))
        yield from (naam for naam, is_zo in (("open lijst", e.open_lijst), ("optie als", any(o.toon_als != ALTIJD for o in e.opties)), ("regel", e.regels), ("grens", e.grenzen)) if is_zo)
