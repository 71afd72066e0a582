"""Texts of a specification as safe markup: paragraphs, simple lists, and places that follow an answer.

Everything is escaped. A line that starts with "- " is an item of a list; an empty line ends a paragraph. `<naam>` is a
place for an answer: the script fills it in, without the script the short name of the question stands there in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from markupsafe import Markup, escape

from catalogue.tekst import in_taal

_PLEK = re.compile(r"<([a-zA-Z][a-zA-Z0-9.\[\]]*)>")


class Gat(NamedTuple):
    """A place in a text: the name in the form of what fills it ("" when nothing here does), what that is called, and the answer
    where it is known already."""

    naam: str
    kort: str
    nu: str = ""

    @property
    def toon(self) -> str:
        """What stands there before the script fills it."""
        return self.nu or f"[{self.kort}]"


Plek = Callable[[str], Gat | None]
"""From a placeholder to its place; None when there is no such name."""


def kaal(tekst: dict[str, str] | None, taal: str, plek: Plek) -> str:
    """The text without markup: `[korte naam]` for each placeholder."""

    def een(match: re.Match[str]) -> str:
        return (plek(match[1]) or Gat("", match[1])).toon

    return _PLEK.sub(een, in_taal(tekst, taal))


def zin(tekst: dict[str, str] | None, taal: str, plek: Plek) -> Markup:
    """The text on one line, with places that the script fills."""
    return _zin(in_taal(tekst, taal), plek)


def _zin(regel: str, plek: Plek) -> Markup:
    uit, vanaf = Markup(), 0
    for match in _PLEK.finditer(regel):
        uit += escape(regel[vanaf : match.start()])
        gat = plek(match[1]) or Gat("", match[1])
        volgt = Markup(' data-waarde="{}"').format(gat.naam) if gat.naam else ""
        vol = Markup('<span{} data-kort="[{}]">{}</span>') if gat.naam or gat.nu else Markup("{2}")
        uit += vol.format(volgt, gat.kort, gat.toon)
        vanaf = match.end()
    return uit + escape(regel[vanaf:])


def blok(
    teksten: Iterable[dict[str, str] | None], taal: str, plek: Plek, klasse: str = ' class="utrecht-paragraph"'
) -> Markup:
    """One or more texts as paragraphs and lists; "" when there is nothing to say."""
    uit: list[Markup] = []
    for tekst in teksten:
        for stuk in re.split(r"\n\s*\n", in_taal(tekst, taal).strip()):
            uit += _stuk(stuk, plek, Markup(klasse))
    return Markup("\n").join(uit)


def _stuk(stuk: str, plek: Plek, klasse: Markup) -> list[Markup]:
    uit: list[Markup] = []
    lijst: list[Markup] = []
    gewoon: list[str] = []
    for regel in [*stuk.splitlines(), ""]:
        punt = regel.strip().startswith("- ")
        if not punt and lijst:
            uit.append(Markup("<ul>{}</ul>").format(Markup("").join(lijst)))
            lijst = []
        if (punt or not regel.strip()) and gewoon:
            uit.append(Markup("<p{}>{}</p>").format(klasse, _zin(" ".join(gewoon), plek)))
            gewoon = []
        if punt:
            lijst.append(Markup("<li>{}</li>").format(_zin(regel.strip()[2:], plek)))
        elif regel.strip():
            gewoon.append(regel.strip())
    return uit
