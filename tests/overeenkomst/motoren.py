"""The engines. Each takes cases and says what it thinks of them, in the form that it can.

An engine takes the cases of many forms at once (a run of Node costs more than the judging) and gives an `Uitspraak` for each:
whether the answers are right, and the faults (pad, code) where the engine gives those, otherwise None.
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
    beeld: dict[str, Any] | None = None
    """What it says beside its verdict, where that must be what the reference says, word for word."""
    stuk: str | None = None
    """How it broke: on this form, or on this case."""


class Stapel(NamedTuple):
    """Cases of one form."""

    slug: str
    gevallen: list[Geval]


Motor = Callable[[list[Stapel]], list[list[Uitspraak]]]


def per_rol(stapel: Stapel, doe: Callable[[Stapel, str], list[Uitspraak]]) -> list[Uitspraak]:
    """Run an engine role by role, and give the verdicts in the order of the cases."""
    uit: dict[int, Uitspraak] = {}
    for rol, nummers in _rollen(stapel):
        uit |= zip(nummers, doe(Stapel(stapel.slug, [stapel.gevallen[i] for i in nummers]), rol), strict=True)
    return [uit[i] for i in range(len(stapel.gevallen))]


def _rollen(stapel: Stapel) -> Iterator[tuple[str, list[int]]]:
    for rol in dict.fromkeys(g.o.rol for g in stapel.gevallen):
        yield rol, [i for i, g in enumerate(stapel.gevallen) if g.o.rol == rol]


def _los(doe: Callable[[Stapel], list[Uitspraak]]) -> Motor:
    """An engine that takes one form at a time. What breaks on a form says so for each of its cases."""

    def een(stapel: Stapel) -> list[Uitspraak]:
        try:
            return doe(stapel)
        except Exception as fout:
            return [Uitspraak(None, stuk=f"{type(fout).__name__}: {fout}"[:300])] * len(stapel.gevallen)

    return lambda stapels: [een(stapel) for stapel in stapels]


def _samen(
    taak: Callable[[Stapel, str], Any], vraag: Callable[[list[Any]], list[Any]], lees: Callable[[Any, list[Geval]], list[Uitspraak]]
) -> Motor:
    """An engine in Node: a task for each form and role, all handed over in one run."""

    def motor(stapels: list[Stapel]) -> list[list[Uitspraak]]:
        uit: list[dict[int, Uitspraak]] = [{} for _ in stapels]
        wie = [(s, rol, nummers) for s, stapel in enumerate(stapels) for rol, nummers in _rollen(stapel)]
        taken: list[tuple[int, list[int], list[Geval], Any]] = []
        for s, rol, nummers in wie:
            rij = [stapels[s].gevallen[i] for i in nummers]
            try:
                taken.append((s, nummers, rij, taak(Stapel(stapels[s].slug, rij), rol)))
            except Exception as fout:
                uit[s] |= dict.fromkeys(nummers, Uitspraak(None, stuk=f"{type(fout).__name__}: {fout}"[:300]))
        for (s, nummers, rij, _), antwoord in zip(taken, vraag([t for *_, t in taken]), strict=True):
            stuk = antwoord.get("fout") if isinstance(antwoord, dict) else None
            uitspraken = [Uitspraak(None, stuk=stuk)] * len(rij) if stuk else lees(antwoord, rij)
            uit[s] |= zip(nummers, uitspraken, strict=True)
        return [[per_geval[i] for i in sorted(per_geval)] for per_geval in uit]

    return motor


@cache
def _schema(slug: str, rol: str) -> dict[str, Any]:
    return inzendingschema(formulier(slug), rol)


def inzending(slug: str, g: Geval) -> dict[str, Any]:
    return om_antwoorden(formulier(slug), "proef", g.antwoorden, g.o)


@_los
def jsonschema_rs_(stapel: Stapel) -> list[Uitspraak]:
    def doe(deel: Stapel, rol: str) -> list[Uitspraak]:
        houdt = jsonschema_rs.Draft202012Validator(_schema(deel.slug, rol), validate_formats=True)
        return [Uitspraak(houdt.is_valid(inzending(deel.slug, g))) for g in deel.gevallen]

    return per_rol(stapel, doe)


@_los
def jsonschema_(stapel: Stapel) -> list[Uitspraak]:
    def doe(deel: Stapel, rol: str) -> list[Uitspraak]:
        vormen = jsonschema.Draft202012Validator.FORMAT_CHECKER
        houdt = jsonschema.Draft202012Validator(_schema(deel.slug, rol), format_checker=vormen)
        return [Uitspraak(houdt.is_valid(inzending(deel.slug, g))) for g in deel.gevallen]

    return per_rol(stapel, doe)


ajv = _samen(
    lambda stapel, rol: {"schema": _schema(stapel.slug, rol), "waarden": [inzending(stapel.slug, g) for g in stapel.gevallen], "los": True},
    lambda taken: json.loads(node(ROOT / "tests/js/ajv.mjs", input=json.dumps(taken), timeout=900)),
    lambda antwoord, _: [Uitspraak(goed) for goed in antwoord],
)


def _scripttaak(stapel: Stapel, rol: str) -> dict[str, Any]:
    return {
        "plan": plan(formulier(stapel.slug), "nl", rol, volledig=True),
        "gevallen": [{"antwoorden": g.antwoorden, "omstandigheden": als_json(g.o)} for g in stapel.gevallen],
        "los": True,
    }


def _scriptuitspraken(antwoord: Any, _: list[Geval]) -> list[Uitspraak]:
    def een(u: dict[str, Any]) -> Uitspraak:
        fouten, waarschuwingen = ([(x["pad"], x["code"]) for x in u[naam]] for naam in ("fouten", "waarschuwingen"))
        beeld = {"zichtbaar": u["zichtbaar"], "verplicht": u["verplicht"], "waarschuwingen": waarschuwingen}
        return Uitspraak(u["geldig"], fouten, beeld=beeld)

    return [een(u) for u in antwoord]


def _per_regel(taken: list[Any]) -> list[Any]:
    regels = "\n".join(map(json.dumps, taken))
    return [json.loads(regel) for regel in node(ROOT / "tests/voorbeelden/oordeel.mjs", MAP, input=regels, timeout=900).splitlines()]


script = _samen(_scripttaak, _per_regel, _scriptuitspraken)
"""The script of the form, in node."""


@_los
def open_formulieren(stapel: Stapel) -> list[Uitspraak]:
    """Open Formulieren by its documented behaviour."""
    return [Uitspraak(geldig, None, terug) for geldig, terug in (of.oordeel(stapel.slug, g) for g in stapel.gevallen)]


def _jftaak(stapel: Stapel, rol: str) -> jf.Taak:
    goed = [(jf.data(g), g.o) for g in stapel.gevallen if g.oordeel.geldig]
    jf.beeld(stapel.slug, rol)
    return jf.Taak(stapel.slug, rol, [data for data, _ in goed], goed)


def _jfuitspraken(antwoord: Any, rij: list[Geval]) -> list[Uitspraak]:
    gezien = zip(antwoord["schoon"], antwoord["zichtbaar"], strict=True)
    return [Uitspraak(True, None, *next(gezien)) if g.oordeel.geldig else Uitspraak(None) for g in rij]


jsonforms = _samen(_jftaak, jf.vraag_alle, _jfuitspraken)
"""JSON Forms: no verdict, but what its core shows of right answers, and what is left of them to send."""


@_los
def pydantic_(stapel: Stapel) -> list[Uitspraak]:
    """The generated package: its validator, and of what that accepts what its models give back."""
    return [Uitspraak(not fouten, fouten, antwoorden) for fouten, antwoorden in typen.pydantic_(stapel.slug, stapel.gevallen)]


def typescript(stapels: list[Stapel]) -> list[list[Uitspraak]]:
    """The generated modules, in node."""
    return [
        [Uitspraak(None, stuk=rij)] * len(stapel.gevallen) if isinstance(rij, str) else [Uitspraak(not f, f) for f in rij]
        for stapel, rij in zip(stapels, typen.typescript(stapels), strict=True)
    ]


@_los
def stub(stapel: Stapel) -> list[Uitspraak]:
    """The stub's own judge."""
    return [Uitspraak(not fouten, fouten) for fouten in koppeling.zelf(stapel.gevallen, koppeling.plan(stapel.slug))]


@_los
def stub_http(stapel: Stapel) -> list[Uitspraak]:
    """The stub as it runs, for a share of the cases."""
    return [Uitspraak(None) if u is None else Uitspraak(not u[0], *u) for u in koppeling.over_http(stapel.slug, stapel.gevallen)]


def oordeel(motor: str, slug: str, gevallen: list[Geval]) -> list[Uitspraak]:
    """What one engine says of the cases of one form."""
    (uit,) = MOTOREN[motor]([Stapel(slug, gevallen)])
    return uit


def zonder_volgorde(waarde: Any) -> Any:
    """Answers with the codes of a multiple choice in one order, and decimals in one form: neither says anything."""
    if isinstance(waarde, dict):
        return {naam: zonder_volgorde(w) for naam, w in waarde.items() if naam != "lokaal"}
    if isinstance(waarde, list):
        return sorted(waarde) if all(isinstance(w, str) for w in waarde) else [zonder_volgorde(w) for w in waarde]
    return float(waarde) if isinstance(waarde, str) and re.fullmatch(r"-?(0|[1-9]\d{0,8})(\.\d+)?", waarde) else waarde


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
        if u.stuk is not None:
            yield g, "oneens", f"breaks: {u.stuk}"
            continue
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
        elif u.beeld is not None and u.beeld != _beeld(g):
            yield g, "oneens", f"{u.beeld} instead of {_beeld(g)}"
        elif u.zichtbaar is not None and (anders := jf.verschil(slug, g, u.zichtbaar)):
            yield g, *anders


def _beeld(g: Geval) -> dict[str, Any]:
    """What the reference says beside its verdict."""
    waarschuwingen = [(w.pad, w.code) for w in g.oordeel.waarschuwingen]
    return {"zichtbaar": list(g.oordeel.zichtbaar), "verplicht": list(g.oordeel.verplicht), "waarschuwingen": waarschuwingen}


def oneens(motor: str, stapel: Stapel, uitspraken: Iterable[Uitspraak]) -> list[tuple[str, str, str]]:
    """The cases of a form on which an engine and the reference do not agree, to be read: which, what, and the answers."""
    gezegd = verschillen(motor, stapel.slug, stapel.gevallen, uitspraken)
    return [(g.naam, wat[:300], json.dumps(g.antwoorden, ensure_ascii=False)[:300]) for g, soort, wat in gezegd if soort == "oneens"]


def anders(motor: str, stapels: list[Stapel], bekend: Iterable[str]) -> dict[str, Any]:
    """By form what an engine says otherwise, but for the forms of which that is known; and those known ones that agree."""
    uit: dict[str, Any] = {}
    for stapel, uitspraken in zip(stapels, MOTOREN[motor](stapels), strict=True):
        fout = oneens(motor, stapel, uitspraken)
        if bool(fout) != (stapel.slug in bekend):
            uit[stapel.slug] = fout[:3] or "mended: take it out of the list"
        elif all(u.geldig is None and u.stuk is None for u in uitspraken):
            uit[stapel.slug] = "it says nothing about this form"
    return uit
