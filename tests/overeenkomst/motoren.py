"""The engines. Each takes cases of one service and says what it thinks of them, in the form that it can.

An engine is a function `(slug, gevallen) -> list[Uitspraak]`; an `Uitspraak` is whether the answers are right, and the faults
(pad, code) where the engine gives those, otherwise None.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

import jsonschema
import jsonschema_rs

from catalogue.beoordelen import beoordeel
from generator.targets.formulier.bestanden import MAP
from generator.targets.formulier.plan import plan
from generator.targets.schema import inzendingschema, proevenlijst
from generator.targets.schema.inzending import voorbeeld as om_antwoorden
from tests.hulp.node import ROOT, node
from tests.hulp.schema import zonder_regel
from tests.overeenkomst import jsonforms as jf
from tests.overeenkomst import koppeling, typen
from tests.overeenkomst import open_formulieren as of
from tests.overeenkomst.gevallen import Geval, formulier
from tests.voorbeelden.formulieren import als_json


class Uitspraak(NamedTuple):
    """What an engine says of one case. An engine that gives no verdict on it has None; it may say what is visible instead."""

    geldig: bool | None
    fouten: list[tuple[str, str]] | None = None
    antwoorden: Any = None
    """What it hands over, when it accepts: that must be the answers again."""
    zichtbaar: list[str] | None = None


Motor = Callable[[str, list[Geval]], list[Uitspraak]]


def per_rol(slug: str, gevallen: list[Geval], doe: Callable[[str, list[Geval]], list[Uitspraak]]) -> list[Uitspraak]:
    """Run an engine role by role, and give the verdicts in the order of the cases."""
    uit: dict[int, Uitspraak] = {}
    for rol in dict.fromkeys(g.o.rol for g in gevallen):
        nummers = [i for i, g in enumerate(gevallen) if g.o.rol == rol]
        uit |= zip(nummers, doe(rol, [gevallen[i] for i in nummers]), strict=True)
    return [uit[i] for i in range(len(gevallen))]


@cache
def _schema(slug: str, rol: str) -> dict[str, Any]:
    return inzendingschema(formulier(slug), rol)


def inzending(slug: str, g: Geval) -> dict[str, Any]:
    return om_antwoorden(formulier(slug), "proef", g.antwoorden, g.o)


def jsonschema_rs_(slug: str, gevallen: list[Geval]) -> list[Uitspraak]:
    def doe(rol: str, rij: list[Geval]) -> list[Uitspraak]:
        houdt = jsonschema_rs.Draft202012Validator(_schema(slug, rol), validate_formats=True)
        return [Uitspraak(houdt.is_valid(inzending(slug, g))) for g in rij]

    return per_rol(slug, gevallen, doe)


def jsonschema_(slug: str, gevallen: list[Geval]) -> list[Uitspraak]:
    def doe(rol: str, rij: list[Geval]) -> list[Uitspraak]:
        houdt = jsonschema.Draft202012Validator(
            _schema(slug, rol), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
        )
        return [Uitspraak(houdt.is_valid(inzending(slug, g))) for g in rij]

    return per_rol(slug, gevallen, doe)


def ajv(slug: str, gevallen: list[Geval]) -> list[Uitspraak]:
    def doe(rol: str, rij: list[Geval]) -> list[Uitspraak]:
        taak = {"schema": _schema(slug, rol), "waarden": [inzending(slug, g) for g in rij]}
        (uit,) = json.loads(node(ROOT / "tests/js/ajv.mjs", input=json.dumps(taak), timeout=900))
        return [Uitspraak(goed) for goed in uit]

    return per_rol(slug, gevallen, doe)


def script(slug: str, gevallen: list[Geval]) -> list[Uitspraak]:
    """The script of the form, in node."""
    f = formulier(slug)

    def doe(rol: str, rij: list[Geval]) -> list[Uitspraak]:
        regel = {
            "plan": plan(f, "nl", rol, volledig=True),
            "gevallen": [{"antwoorden": g.antwoorden, "omstandigheden": als_json(g.o)} for g in rij],
        }
        uit = json.loads(node(ROOT / "tests/voorbeelden/oordeel.mjs", MAP, input=json.dumps(regel), timeout=900))
        return [Uitspraak(u["geldig"], [(x["pad"], x["code"]) for x in u["fouten"]]) for u in uit]

    return per_rol(slug, gevallen, doe)


def open_formulieren(slug: str, gevallen: list[Geval]) -> list[Uitspraak]:
    """Open Formulieren by its documented behaviour."""
    return [Uitspraak(geldig, None, terug) for geldig, terug in (of.oordeel(slug, g) for g in gevallen)]


def jsonforms(slug: str, gevallen: list[Geval]) -> list[Uitspraak]:
    """JSON Forms: no verdict, but what its core shows of right answers, and what is left of them to send."""

    def doe(rol: str, rij: list[Geval]) -> list[Uitspraak]:
        goed = [(jf.data(g), g.o) for g in rij if g.oordeel.geldig]
        uit = jf.vraag(slug, rol, [data for data, _ in goed], goed)
        gezien = zip(uit["schoon"], uit["zichtbaar"], strict=True)
        return [Uitspraak(True, None, *next(gezien)) if g.oordeel.geldig else Uitspraak(None) for g in rij]

    return per_rol(slug, gevallen, doe)


def pydantic_(slug: str, gevallen: list[Geval]) -> list[Uitspraak]:
    """The generated package: its validator, and of what that accepts what its models give back."""
    return [Uitspraak(not fouten, fouten, antwoorden) for fouten, antwoorden in typen.pydantic_(slug, gevallen)]


def typescript(slug: str, gevallen: list[Geval]) -> list[Uitspraak]:
    """The generated module, in node."""
    return [Uitspraak(not fouten, fouten) for fouten in typen.typescript(slug, gevallen)]


def stub(slug: str, gevallen: list[Geval]) -> list[Uitspraak]:
    """The stub's own judge."""
    return [Uitspraak(not fouten, fouten) for fouten in koppeling.zelf(gevallen, koppeling.plan(slug))]


def stub_http(slug: str, gevallen: list[Geval]) -> list[Uitspraak]:
    """The stub as it runs, for a share of the cases."""
    return [Uitspraak(None) if u is None else Uitspraak(not u[0], *u) for u in koppeling.over_http(slug, gevallen)]


def zonder_volgorde(waarde: Any) -> Any:
    """Answers with the codes of a multiple choice in one order, and decimals in one form: neither says anything."""
    if isinstance(waarde, dict):
        return {naam: zonder_volgorde(w) for naam, w in waarde.items() if naam != "lokaal"}
    if isinstance(waarde, list):
        return sorted(waarde) if all(isinstance(w, str) for w in waarde) else [zonder_volgorde(w) for w in waarde]
    return float(waarde) if isinstance(waarde, str) and re.fullmatch(r"-?\d+\.\d+", waarde) else waarde


MOTOREN: dict[str, Motor] = {
    "jsonschema-rs": jsonschema_rs_,
    "jsonschema": jsonschema_,
    "ajv": ajv,
    "formulier": script,
    "open-formulieren": open_formulieren,
    "jsonforms": jsonforms,
    "pydantic": pydantic_,
    "typescript": typescript,
    "stub": stub,
    "stub-http": stub_http,
}
"""The engines by name, in the order of the table."""


SCHEMAS = ("jsonschema-rs", "jsonschema", "ajv")
"""The engines that hold what a JSON Schema can say: each leaves the named rules that are published beside it."""


class Grens(NamedTuple):
    """Something that one engine cannot hold: the reason, and whether a case is touched by it."""

    reden: str
    raakt: Callable[[Geval], bool]


def _eindigt_op_regeleinde(waarde: Any) -> bool:
    if isinstance(waarde, dict | list):
        return any(_eindigt_op_regeleinde(w) for w in (waarde.values() if isinstance(waarde, dict) else waarde))
    return isinstance(waarde, str) and waarde.endswith("\n")


GRENZEN: dict[str, dict[str, Grens]] = {
    "jsonschema": {
        "laatsteRegeleinde": Grens(
            "It searches with Python's re, where $ also matches before a line end at the end of a text (docs.python.org, re).",
            lambda g: _eindigt_op_regeleinde(g.antwoorden),
        ),
    },
}
"""What an engine cannot hold beside the named rules. A test holds this list: it may only get shorter."""


@cache
def kan_niet(motor: str, slug: str, rol: str) -> frozenset[tuple[str, str]]:
    """The named rules that an engine may leave, as (formal path, code)."""
    if motor in SCHEMAS:
        return frozenset((e["pad"], e["code"]) for e in proevenlijst(formulier(slug), rol)["inzending"])
    return frozenset()


def verschillen(
    motor: str, slug: str, gevallen: Iterable[Geval], uitspraken: Iterable[Uitspraak]
) -> Iterator[tuple[Geval, str, str]]:
    """Every case on which an engine and the reference do not agree: (case, "regel" or "oneens", what)."""
    for g, u in zip(gevallen, uitspraken, strict=True):
        if u.geldig is None:
            continue
        if u.geldig != g.oordeel.geldig:
            if g.oordeel.geldig:
                yield g, "oneens", "refuses what the reference accepts"
                continue
            if any(grens.raakt(g) for grens in GRENZEN.get(motor, {}).values()):
                yield g, "regel", "what this engine cannot hold"
                continue
            over = zonder_regel(g.fouten, kan_niet(motor, slug, g.o.rol), g.antwoorden)
            if motor == "open-formulieren":
                mag = of.houdt_niet(slug, g)
                over = (
                    {fout for fout in over if not mag(*fout)}
                    if not beoordeel(formulier(slug), u.antwoorden, g.o).geldig
                    else set()
                )
            yield (g, "oneens", f"accepts in spite of {sorted(over)}") if over else (g, "regel", "a listed rule")
        elif u.geldig and u.antwoorden is not None and zonder_volgorde(u.antwoorden) != zonder_volgorde(g.antwoorden):
            yield g, "oneens", f"hands over {u.antwoorden}"
        elif u.fouten is not None and u.fouten != g.fouten:
            yield g, "oneens", f"{u.fouten} instead of {g.fouten}"
        elif u.zichtbaar is not None and (anders := jf.verschil(slug, g, u.zichtbaar)):
            yield g, *anders
