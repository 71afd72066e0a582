"""Right answers are recognised at once: the published schema first, then only the rules that it leaves to a name.

The schema of a submission is exact but for the rules in `proeven.json`. What it takes is looked at again only where one of
those rules stands; the rest of the form is skipped. What is wrong with answers that are not right, only `oordeel` can say.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any

from dienst.oordeel import Gang, Omstandigheden, Oordeel
from dienst.plan import GROEP, HERHALING, INFO, VRAAG, Element, Plan
from dienst.schema import Schema
from dienst.voorwaarde import namen


class Vlot:
    """The short way for one role."""

    def __init__(self, plan: Plan, rol: str, schema: Schema, proeven: list[dict[str, Any]]) -> None:
        self.plan, self.schema = plan, schema
        self.paden = frozenset(p["pad"].removesuffix("[]") for p in proeven)
        self.stappen = tuple(s for s in (self._gesnoeid(s) for s in plan.stappen if s.door == rol) if s)
        genoemd = {n for s in self.stappen for n in _genoemd(s)} | {n for k, _ in plan.kosten for n in (*namen(k.get("als")), k.get("aantal")) if n}
        houders = {e.pad for s in plan.stappen for e in _alles(s) if e.aard == GROEP}
        self.nodig = tuple((n, [deel.strip(".").split(".") if deel else [] for deel in n.split("[]")]) for n in sorted(genoemd - houders))

    def beoordeel(self, bericht: Any, antwoorden: Any, o: Omstandigheden) -> Oordeel | None:
        """The judgement of a message that is right, with its warnings and costs; None when it is not, or this cannot tell.

        `antwoorden` are those of the message, and `o` says who is logged in as the message does.
        """
        if o.indiener is None or not o.aangeboden.keys() <= self.paden or not self.schema.past(bericht):
            return None
        gang = Gang(self.plan, o)
        for pad, delen in self.nodig:
            _vul(gang.bekend, antwoorden, delen, 0, "")
        gang.inloggen()
        for stap in self.stappen:
            gang.stap(stap, antwoorden)
        return None if gang.fouten else gang.oordeel()

    def _gesnoeid(self, e: Element) -> Element | None:
        """The element with only what has a rule of its own; None when nothing in it has."""
        kaal = copy(e)
        kaal.inhoud = tuple(deel for deel in (self._gesnoeid(deel) for deel in e.inhoud if deel.aard != INFO) if deel)
        return kaal if kaal.inhoud or e.pad in self.paden or e.regels or e.stop else None


def _vul(bekend: dict[str, Any], waarde: Any, delen: list[list[str]], diepte: int, pad: str) -> None:
    """Make known what stands at a path, in every row."""
    for sleutel in delen[diepte]:
        waarde = waarde.get(sleutel) if isinstance(waarde, dict) else None
        if waarde is None:
            return
        pad = f"{pad}.{sleutel}" if pad else sleutel
    if diepte + 1 == len(delen):
        bekend[pad] = waarde
        return
    for nummer, rij in enumerate(waarde):
        _vul(bekend, rij, delen, diepte + 1, f"{pad}[{nummer}]")


def _alles(e: Element) -> Iterator[Element]:
    yield e
    for deel in e.inhoud:
        yield from _alles(deel)


def _genoemd(stap: Element) -> Iterator[str]:
    """Every path that what is left of a step looks at."""
    for e in _alles(stap):
        data = e.data
        yield from namen(data.get("als"))
        yield from namen(data.get("verplicht"))
        for regel in (*data.get("regels", ()), *data.get("stop", ())):
            yield from (*namen(regel.get("als")), *namen(regel.get("eis")), *regel.get("namen", ()))
        for _, _, tegen in data.get("grenzen", ()):
            yield from namen(["grens", e.pad, None, tegen])
        for optie in data.get("opties", ()):
            yield from () if isinstance(optie, str) else namen(optie[1])
        if data.get("per"):
            yield data["per"]


__all__ = ["HERHALING", "VRAAG", "Vlot"]
