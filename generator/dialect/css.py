"""Conditions as CSS selectors, so that the form follows its answers also without its script.

A condition becomes a test on one element (`#f`, or the row of a repeat): `:has(#a-ja:checked)`. CSS can look at
radios, checkboxes and options of a list. What it cannot see (text, numbers, dates, today, the login) it takes for
possible, so that it never hides a question that may have to be answered; the sentence beside it then stays in view.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from catalogue.voorwaarde import ALTIJD, En, Niet, Of, Vast, Vergelijk, en


@dataclass(frozen=True, slots=True)
class Knoppen:
    """How a question stands in the page: `kies(code)` selects what is chosen, and its own full condition.

    `scope` is the path of the repeat it is in ("" outside), `zichtbaar` when it is shown, itself included.
    """

    kies: Callable[[bool | int | str], str]
    alle: str
    zichtbaar: Any = ALTIJD
    scope: str = ""


Zoek = Callable[[str], Knoppen | None]


@dataclass(frozen=True, slots=True)
class Toets:
    """A selector that holds at least when the condition does, and whether it says exactly the same."""

    css: str | None
    exact: bool


JA, NEE = Toets("", True), Toets(None, True)


def toets(v: Any, zoek: Zoek, scope: str, mild: bool = True) -> Toets:
    """The test on the element of `scope`. `mild`: what cannot be said counts as true; within a `niet` as false."""
    if isinstance(v, Vast):
        return JA if v.waarde else NEE
    if isinstance(v, Niet):
        deel = toets(v.deel, zoek, scope, not mild)
        if deel.css is None:
            return Toets("", deel.exact)
        return Toets(None if deel.css == "" else f":not({deel.css})", deel.exact)
    if isinstance(v, En):
        delen = [toets(d, zoek, scope, mild) for d in v.delen]
        css = None if any(d.css is None for d in delen) else "".join(dict.fromkeys(d.css for d in delen if d.css))
        return Toets(css, all(d.exact for d in delen))
    if isinstance(v, Of):
        return _of([toets(d, zoek, scope, mild) for d in v.delen])
    return _vergelijk(v, zoek, scope, mild)


def _of(delen: list[Toets]) -> Toets:
    exact = all(d.exact for d in delen)
    if any(d.css == "" for d in delen):
        return Toets("", exact)
    mogelijk = list(dict.fromkeys(d.css for d in delen if d.css))
    if not mogelijk:
        return Toets(None, exact)
    return Toets(mogelijk[0] if len(mogelijk) == 1 else f":is({','.join(mogelijk)})", exact)


def _vergelijk(v: Vergelijk, zoek: Zoek, scope: str, mild: bool) -> Toets:
    knoppen = zoek(v.pad)
    if knoppen is None or knoppen.scope != scope or v.hoe not in ("is", "is_niet", "beantwoord"):
        return Toets("" if mild else None, False)
    eigen = (
        f":has({knoppen.alle})" if v.hoe == "beantwoord" else f":has({','.join(knoppen.kies(w) for w in v.waarden)})"
    )
    if v.hoe == "is_niet":
        eigen = f":has({knoppen.alle}):not({eigen})"
    # A hidden question has no answer: what it depends on itself must hold too.
    rond = toets(knoppen.zichtbaar, zoek, scope, mild)
    if rond.css is None:
        return rond
    return Toets(rond.css + eigen if eigen not in rond.css else rond.css, rond.exact)


@dataclass(frozen=True, slots=True)
class Doel:
    """Something in the page that is shown when a condition holds.

    `element` selects it and `zin` the sentence that says so; in a row both are found from the row (`scope`).
    """

    element: str
    zin: str
    als: Any
    scope: str = ""


def regels(doelen: Iterable[Doel], zoek: Zoek, wortel: Callable[[str], str]) -> tuple[str, list[str]]:
    """The style sheet, and which elements it cannot follow exactly. `wortel(scope)` selects the form or the rows."""
    verberg: dict[str, list[str]] = {}
    zinnen, niet_gezegd = [], []
    for doel in doelen:
        exact = True
        for deel in doel.als.delen if isinstance(doel.als, En) else (doel.als,):
            uit = _verberg(deel, doel, zoek, wortel)
            exact = exact and uit[1]
            if uit[0]:
                verberg.setdefault(uit[0], []).append(doel.element)
        if exact:
            zinnen.append(doel.zin)
        else:
            niet_gezegd.append(doel.element)
    regel = [f"{hoe} {_een_van(wat)}{{display:none}}" for hoe, wat in verberg.items()]
    if zinnen:
        regel.append(f"{_een_van(zinnen)}{{display:none}}")
    if not regel:
        return "", niet_gezegd
    return "@media screen{@supports selector(:has(a)){\n" + "\n".join(regel) + "\n}}\n", niet_gezegd


def _verberg(deel: Any, doel: Doel, zoek: Zoek, wortel: Callable[[str], str]) -> tuple[str, bool]:
    """The selector of what hides the target when one part of its condition does not hold ("" when nothing can)."""
    beste = Toets("", False)
    for scope in dict.fromkeys((doel.scope, "")):
        uit = toets(deel, zoek, scope)
        if uit.exact or (uit.css != "" and not beste.exact):
            beste, waar = uit, scope
            if uit.exact:
                break
    if beste.css == "":
        return "", beste.exact
    return (f"{wortel(waar)}:not({beste.css})" if beste.css else wortel(waar)), beste.exact


def _een_van(wat: list[str]) -> str:
    uniek = list(dict.fromkeys(wat))
    return uniek[0] if len(uniek) == 1 else f":is({','.join(uniek)})"


def gesloten(*delen: Any) -> Any:
    """The condition of something within something: all of them."""
    return en(*delen)
