"""Where the code names kinds of question, found in the source itself: lists, declared tables, comparisons with a name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from catalogue.soorten import SOORTEN

ROOT = Path(__file__).resolve().parents[2]
TABEL = ("SOORTEN", "PER_SOORT")
"""What the one table of an output is called: a row per kind. What it leaves out stands in `NIET`, by kind and with the
reason, or by shape in `PER_VORM`."""


class Plaats(NamedTuple):
    """A place in the source."""

    bestand: str
    regel: int
    tekst: str

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel}: {self.tekst}"


def bronnen() -> dict[str, str]:
    """Every module outside the folder of the kinds, by its path."""
    paden = (pad for top in ("catalogue", "generator", "templates") for pad in (ROOT / top).rglob("*.py"))
    namen = {pad.relative_to(ROOT).as_posix(): pad for pad in paden if "_data" not in pad.parts}
    elders = sorted(naam for naam in namen if not naam.startswith("catalogue/soorten/"))
    return {naam: namen[naam].read_text("utf-8") for naam in elders}


def _woorden(knoop: ast.AST | None) -> list[str]:
    """The texts that stand in a literal, not those deeper in it."""
    if isinstance(knoop, ast.Dict):
        delen: list[ast.AST | None] = list(knoop.keys)
    elif isinstance(knoop, ast.Tuple | ast.List | ast.Set):
        delen = list(knoop.elts)
    elif isinstance(knoop, ast.MatchOr):
        delen = [deel.value for deel in knoop.patterns if isinstance(deel, ast.MatchValue)]
    else:
        return []
    return [deel.value for deel in delen if isinstance(deel, ast.Constant) and isinstance(deel.value, str)]


def tabellen(boom: ast.Module) -> dict[str, ast.AST]:
    """What a module declares at its top as its table of kinds, and beside it as `NIET` and `PER_VORM`."""
    uit: dict[str, ast.AST] = {}
    for knoop in boom.body:
        if not isinstance(knoop, ast.Assign | ast.AnnAssign) or knoop.value is None:
            continue
        for doel in knoop.targets if isinstance(knoop, ast.Assign) else [knoop.target]:
            if isinstance(doel, ast.Name) and doel.id in (*TABEL, "NIET", "PER_VORM"):
                uit[doel.id] = knoop.value
    tabel = next((naam for naam in TABEL if set(rijen(uit.get(naam))) & SOORTEN.keys()), None)
    return {"tabel": uit[tabel], **{naam: uit[naam] for naam in ("NIET", "PER_VORM") if naam in uit}} if tabel else {}


def rijen(knoop: ast.AST | None) -> list[str]:
    """The keys of a declared table."""
    return _woorden(knoop)


def lijsten(naam: str, tekst: str, vanaf: int = 4) -> Iterator[Plaats]:
    """Literals with so many names of kinds that are no declared table."""
    boom = ast.parse(tekst)
    mag = {id(knoop) for woord, knoop in tabellen(boom).items() if woord != "PER_VORM"}
    for knoop in ast.walk(boom):
        soorten = [woord for woord in _woorden(knoop) if woord in SOORTEN]
        if len(soorten) >= vanaf and id(knoop) not in mag:
            yield Plaats(naam, knoop.lineno, ", ".join(soorten))  # type: ignore[attr-defined]


def _is_soort(knoop: ast.AST) -> bool:
    """Does an expression give a kind: `soort`, `x.soort`, `x["soort"]`, `x.get("soort")`?"""
    if isinstance(knoop, ast.Name):
        return knoop.id == "soort"
    if isinstance(knoop, ast.Attribute):
        return knoop.attr == "soort"
    deel = getattr(knoop, "slice", None) or next(iter(getattr(knoop, "args", ())), None)
    return isinstance(deel, ast.Constant) and deel.value == "soort"


def _noemt(knoop: ast.AST) -> bool:
    return any(isinstance(deel, ast.Constant) and deel.value in SOORTEN for deel in ast.walk(knoop))


def vergelijkingen(naam: str, tekst: str) -> Iterator[Plaats]:
    """Comparisons of a kind with the name of one: `==`, `in`, and each case of a match."""
    regels = tekst.splitlines()
    for knoop in ast.walk(ast.parse(tekst)):
        if isinstance(knoop, ast.Compare):
            kanten = [knoop.left, *knoop.comparators]
            gevonden = [knoop.lineno] if any(map(_is_soort, kanten)) and any(map(_noemt, kanten)) else []
        elif isinstance(knoop, ast.Match) and _is_soort(knoop.subject):
            gevonden = [geval.pattern.lineno for geval in knoop.cases if _noemt(geval.pattern)]
        else:
            continue
        yield from (Plaats(naam, regel, regels[regel - 1].strip()) for regel in gevonden)
