"""What a text may hold, as patterns: from the classes of characters that a form brings (`catalogue.oordeel.tekens`)."""

from __future__ import annotations

import re
from collections.abc import Mapping

_KLASSE = re.compile(r"\[(?!\^)[^\]\\ ]+\]")
_TEKEN = re.compile(r"\\[^\w\s]")


def zichtbaar(tekens: Mapping[str, str]) -> str:
    """There is a character to see: a text of blanks alone is no answer (language.md, b4)."""
    return f"[^{tekens['leeg']}]"


def verboden(tekens: Mapping[str, str], *, regels: bool) -> str:
    """There is a character that such a text may not hold. `regels`: of a text of several lines."""
    return f"[{tekens['besturing']}{'' if regels else tekens['regel']}]"


def zegt_alles(patroon: str) -> bool:
    """Does a pattern by itself admit nothing but visible ASCII, and at least one of those?"""
    buiten = _KLASSE.sub("", _TEKEN.sub("", patroon))
    kaal = patroon.isascii() and patroon.isprintable() and not set(buiten) & set(" .\\[")
    return kaal and re.fullmatch(patroon, "") is None
