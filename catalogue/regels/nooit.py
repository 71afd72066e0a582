"""Elke vraag kan getoond worden, en elke optie gekozen.

Wat: een voorwaarde kan waar zijn voor tenminste één stel antwoorden dat zelf mogelijk is.

Waarom: een vraag die niemand ooit ziet, is een fout in de voorwaarde: vaak een en waar een of bedoeld was.

Voorbeeld:

    toon_als: {soort: koop, reden: verbouwing}    # en reden wordt alleen bij huur gevraagd

In plaats daarvan:

    toon_als: {soort: huur, reden: verbouwing}
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from typing import Any

from catalogue.beoordelen import waar
from catalogue.diagnostics import Diagnostic
from catalogue.formulier import Groep, Herhaling, Vraag
from catalogue.regels.onderwerp import Onderwerp
from catalogue.voorwaarde import ALTIJD, NOOIT, Vergelijk, en, vergelijkingen, vervang

CODE, ERNST = "SL301", "fout"
REGEL = sys.modules[__name__]
MAX_GEVALLEN = 3000
_DAG = date(2026, 1, 1)


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    vol = _hele_voorwaarden(o)
    vragen = {v.pad: v for v in o.vragen()}

    @cache
    def kan(voorwaarde: Any) -> bool:
        """Many elements share a condition: that of the group or step round them."""
        return mogelijk(voorwaarde, vol, vragen)

    for e in (*o.formulier.stappen, *o.elementen()):
        if e.toon_als == NOOIT and any(p.waar == o.plaatsen.get(e.pad) or p.waar[1][: len(o.plaatsen[e.pad][1])] == o.plaatsen[e.pad][1] for p in o.problemen if e.pad in o.plaatsen):
            continue
        if e.toon_als != ALTIJD and not kan(vol[e.pad]):
            yield o.meld(REGEL, f"‘{e.pad}’ kan nooit getoond worden", "Kijk of de voorwaarden elkaar uitsluiten, ook die eromheen.", o.plaats(e.pad, "toon_als"))
        elif isinstance(e, Vraag) and e.opties and not any(kan(en(vol[e.pad], k.toon_als)) for k in e.opties):
            yield o.meld(REGEL, f"bij ‘{e.pad}’ kan geen enkele optie gekozen worden", "Kijk naar toon_als bij de opties.", o.plaats(e.pad, "opties"))
    for stap in o.formulier.stappen:
        for i, stop in enumerate(stap.stop):
            if not kan(en(vol[stap.pad], stop.als)):
                yield o.meld(REGEL, f"stop ‘{stop.pad}’ kan nooit gelden", "Kijk of de voorwaarden elkaar uitsluiten.", o.plaats(stap.pad, "stop", i))


def _hele_voorwaarden(o: Onderwerp) -> dict[str, Any]:
    """For each element its own condition and those of everything around it."""
    uit: dict[str, Any] = {}

    def in_inhoud(inhoud: tuple[Any, ...], rond: Any) -> None:
        for e in inhoud:
            uit[e.pad] = en(rond, e.toon_als)
            if isinstance(e, Groep | Herhaling):
                in_inhoud(e.inhoud, uit[e.pad])

    for stap in o.formulier.stappen:
        uit[stap.pad] = stap.toon_als
        in_inhoud(stap.inhoud, stap.toon_als)
    return uit


def mogelijk(voorwaarde: Any, vol: dict[str, Any], vragen: dict[str, Vraag]) -> bool:
    """Is there a set of answers that makes a condition true, in which every answered question is itself shown?

    Choices and yes/no are tried out; every other comparison may go either way. Too many cases count as possible.
    """
    if voorwaarde in (ALTIJD, NOOIT):
        return voorwaarde == ALTIJD
    namen = _betrokken(voorwaarde, vol, vragen)
    waarden = {pad: mogelijkheden for pad in namen if (mogelijkheden := _waarden(vragen[pad]))}
    aantal = 1
    for mogelijkheden in waarden.values():
        aantal *= len(mogelijkheden)
        if aantal > MAX_GEVALLEN:
            return True

    def vrij(v: Vergelijk) -> Any:
        return v if v.pad in waarden else ALTIJD

    def los(v: Any) -> Any:
        """Both ways: a comparison that cannot be tried out never stands in the way."""
        return vervang(v, vrij)

    if any(v.pad not in waarden for v in vergelijkingen(voorwaarde)) and _heeft_niet(voorwaarde):
        return True
    voorwaarde = los(voorwaarde)
    kettingen = {pad: los(vol[pad]) for pad in waarden if not _heeft_niet(vol[pad])}
    for combinatie in product(*waarden.values()):
        bekend = dict(zip(waarden, combinatie, strict=True))
        if waar(voorwaarde, bekend.get, _DAG) and all(bekend[pad] is None or waar(ketting, bekend.get, _DAG) for pad, ketting in kettingen.items()):
            return True
    return False


def _betrokken(voorwaarde: Any, vol: dict[str, Any], vragen: dict[str, Vraag]) -> list[str]:
    """The questions a condition names, and those their own conditions name."""
    uit: dict[str, None] = {}
    rij = [v.pad for v in vergelijkingen(voorwaarde)]
    while rij:
        pad = rij.pop(0)
        if pad not in uit and pad in vragen:
            uit[pad] = None
            rij += [v.pad for v in vergelijkingen(vol.get(pad, ALTIJD))]
    return list(uit)


def _waarden(vraag: Vraag) -> list[Any]:
    """Every answer that can be tried out, and no answer; empty for what cannot."""
    if vraag.vorm == "waar":
        return [*vraag.alle_maten["waarden"], None]
    if vraag.vorm == "keuze" and vraag.opties and len(vraag.opties) <= 20:
        return [*(k.code for k in vraag.opties), None]
    return []


def _heeft_niet(v: Any) -> bool:
    return getattr(v, "op", "") == "niet" or any(_heeft_niet(deel) for deel in getattr(v, "delen", ()))


