"""Texts of a specification as safe markup: paragraphs, simple lists, and places that follow an answer.

Everything is escaped. A line that starts with "- " is an item of a list; an empty line ends a paragraph. `<naam>` is a
place for an answer: the script fills it in, without the script the short name of the question stands there in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from catalogue.tekst import in_taal

_PLEK = re.compile(r"<([a-zA-Z][a-zA-Z0-9.\[\]]*)>")
Plek = Callable[[str], tuple[str | None, str] | None]
"""From a placeholder to the name in the form and the words to show until it is filled in: "" when nobody fills it here, None
when the words are the answer. None for both: unknown."""


def kaal(tekst: dict[str, str] | None, taal: str, plek: Plek) -> str:
    """The text without markup: `[korte naam]` for each placeholder."""

    def een(match: re.Match[str]) -> str:
        naam, kort = plek(match[1]) or ("", match[1])
        return kort if naam is None else f"[{kort}]"

    return _PLEK.sub(een, in_taal(tekst, taal))


def zin(tekst: dict[str, str] | None, taal: str, plek: Plek) -> Markup:
    """The text on one line, with places that the script fills."""
    return _zin(in_taal(tekst, taal), plek)


def _zin(regel: str, plek: Plek) -> Markup:
    uit, vanaf = Markup(), 0
    for match in _PLEK.finditer(regel):
        uit += escape(regel[vanaf : match.start()])
        naam, kort = plek(match[1]) or ("", match[1])
        if naam:
            uit += Markup('<span data-waarde="{}" data-kort="[{}]">[{}]</span>').format(naam, kort, kort)
        else:
            uit += escape(kort if naam is None else f"[{kort}]")
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
