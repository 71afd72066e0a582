"""JSON Forms as an engine: what its own core shows of right answers, and what is sent after cleaning; it gives no verdict."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any, NamedTuple

from catalogue.formulier import elementen, vragen
from catalogue.oordeel import Omstandigheden
from catalogue.plan import maak_plan
from generator.targets.jsonforms.teksten import Woorden, sleutel
from generator.targets.jsonforms.uischema import Opbouw
from tests.hulp.node import ROOT, node
from tests.overeenkomst.gevallen import Geval, formulier
from tests.voorbeelden.formulieren import als_json


class Beeld(NamedTuple):
    """The ui schema of one role, the places of the form by their keys, which of them are questions, and which may be shown too often."""

    uischema: dict[str, Any]
    plekken: frozenset[str]
    vragen: frozenset[str]
    ruimer: frozenset[str]


@cache
def beeld(slug: str, rol: str) -> Beeld:
    f = formulier(slug)
    o = Opbouw(f, rol, Woorden(f))
    uischema = o.uischema()
    plekken = {sleutel(e.pad) for stap in f.stappen for e in (stap, *elementen(stap.inhoud))}
    vraagplekken = frozenset(sleutel(v.pad) for v in vragen(f))
    return Beeld(
        uischema, frozenset(plekken), vraagplekken, frozenset(g["pad"] for g in o.grenzen if g["wat"] == "zichtbaar")
    )


def data(g: Geval) -> dict[str, Any]:
    """The answers with who is logged in beside them."""
    i = g.o.indiener
    wie = {"soort": i.soort, "middel": i.middel, "niveau": i.niveau} if i else {}
    return {
        **g.antwoorden,
        **({"indiener": {naam: waarde for naam, waarde in wie.items() if waarde is not None}} if wie else {}),
    }


def vraag(slug: str, rol: str, gevallen: list[Any], ruis: list[tuple[Any, Omstandigheden]]) -> dict[str, Any]:
    """What is visible of some data, and what is left of other data after cleaning in its circumstances. Raises when JSON Forms breaks on it."""
    (uit,) = vraag_alle([Taak(slug, rol, gevallen, ruis)])
    if "fout" in uit:
        raise RuntimeError(uit["fout"])
    return uit


class Taak(NamedTuple):
    """Data to look at in one form: of `gevallen` what is visible, of `ruis` what is left after cleaning."""

    slug: str
    rol: str
    gevallen: list[Any]
    ruis: list[tuple[Any, Omstandigheden]]


def vraag_alle(taken: list[Taak]) -> list[dict[str, Any]]:
    """The same of many forms in one run of Node; {"fout": ...} for a form on which it breaks."""
    invoer = [
        {"uischema": beeld(t.slug, t.rol).uischema, "plan": maak_plan(formulier(t.slug)), "gevallen": t.gevallen, "ruis": [_ruis(*r) for r in t.ruis]}
        for t in taken
    ]
    opschoner = ROOT / "templates/jsonforms/opschonen.mjs"
    rijen = json.loads(node(ROOT / "tests/js/jsonforms.mjs", opschoner, input=json.dumps(invoer), timeout=900))
    return [_met_plekken(t, uit) for t, uit in zip(taken, rijen, strict=True)]


def _ruis(data: Any, o: Omstandigheden) -> tuple[Any, dict[str, Any]]:
    return data, {naam: w for naam, w in als_json(o).items() if naam != "indiener"}


def _met_plekken(t: Taak, uit: dict[str, Any]) -> dict[str, Any]:
    return uit if "fout" in uit else {**uit, "zichtbaar": [plekken(t.slug, t.rol, een) for een in uit["zichtbaar"]]}


def plekken(slug: str, rol: str, namen: list[str]) -> list[str]:
    """Of what is visible, what has a place in the form: not a heading, a message or a part of an address."""
    return [naam for naam in namen if re.sub(r"\[\d+\]", "", naam) in beeld(slug, rol).plekken]


def is_vraag(slug: str, plek: str) -> bool:
    """Is this place a question, not what holds questions?"""
    return re.sub(r"\[\d+\]", "", plek) in beeld(slug, "indiener").vragen


def verschil(slug: str, g: Geval, zichtbaar: list[str]) -> tuple[str, str] | None:
    """Where this differs from what the reference shows: "oneens", or "regel" for a place that grenzen.json names."""
    minder = set(g.oordeel.zichtbaar) - set(zichtbaar)
    if minder:
        return "oneens", f"hides {sorted(minder)}"
    meer = set(zichtbaar) - set(g.oordeel.zichtbaar)
    onbenoemd = {plek for plek in meer if not mag_ruimer(slug, g.o.rol, plek)}
    if onbenoemd:
        return "oneens", f"shows {sorted(onbenoemd)}"
    return ("regel", f"shows {sorted(meer)}") if meer else None


def mag_ruimer(slug: str, rol: str, plek: str) -> bool:
    """Is this place, or one around it, named as one that may be shown too often?"""
    pad = re.sub(r"\[\d+\]", "[]", plek)
    return any(pad == een or pad.startswith((f"{een}.", f"{een}[")) for een in beeld(slug, rol).ruimer)
