"""What may stand in a text, as classes of regular expressions that every engine reads alike: what cannot be seen is written as `\\uXXXX`.

Halves of characters (surrogates) are left out: not every engine can name them, and no text in UTF-8 can hold one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from catalogue.oordeel.tekens import BESTURING, LEEG, REGEL

_HELFTEN = range(0xD800, 0xE000)
_KLASSE = re.compile(r"\[(?!\^)[^\]\\ ]+\]")
_TEKEN = re.compile(r"\\[^\w\s]")


def _punten(klasse: str) -> Iterator[int]:
    """The code points of a class as it is written between brackets: characters, and ranges of them."""
    for van, tot in re.findall(r"(.)(?:-(.))?", klasse, re.S):
        yield from range(ord(van), ord(tot or van) + 1)


def _reeksen(punten: Iterable[int]) -> str:
    """Code points as ranges."""
    uit: list[list[int]] = []
    for punt in sorted(set(punten).difference(_HELFTEN)):
        if uit and punt == uit[-1][1] + 1:
            uit[-1][1] = punt
        else:
            uit.append([punt, punt])
    return "".join(_geschreven(van) + (f"-{_geschreven(tot)}" if tot > van else "") for van, tot in uit)


def _geschreven(punt: int) -> str:
    return f"\\u{punt:04x}"


ZICHTBAAR = f"[^{_reeksen(_punten(LEEG))}]"
"""A character to see: a text of blanks alone is no answer (language.md, b4)."""
NIET_IN_REGELS = f"[{_reeksen(_punten(BESTURING))}]"
"""What stands in no text at all."""
NIET_IN_REGEL = f"[{_reeksen(_punten(BESTURING + REGEL))}]"
"""What stands in no text of one line."""


def zegt_alles(patroon: str) -> bool:
    """Does a pattern by itself admit nothing but visible ASCII, and at least one of those?"""
    buiten = _KLASSE.sub("", _TEKEN.sub("", patroon))
    return patroon.isascii() and patroon.isprintable() and not set(buiten) & set(" .\\[") and re.fullmatch(patroon, "") is None
