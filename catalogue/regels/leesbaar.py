"""Een zin is goed te lezen.

Wat: Een zin voor een inwoner heeft hooguit 25 woorden, en niet te veel lange woorden (LIX hooguit 60).

Waarom: Een lezer op niveau B1 raakt in een lange zin de draad kwijt.

Voorbeeld:

    vraag: "Indien en voor zover er sprake is van medebewoning, dient u kenbaar te maken wie de hoofdbewoner is, tenzij deze reeds elders is geregistreerd of anderszins bekend bij de gemeente."

In plaats daarvan:

    vraag: Gaat u bij iemand inwonen?
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from catalogue.diagnostics import Diagnostic
from catalogue.regels.onderwerp import Onderwerp

CODE, ERNST = "SL318", "waarschuwing"
REGEL = sys.modules[__name__]


_ZIN = re.compile(r"(?<=[.!?:])\s+")
_WOORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
MAX_WOORDEN, MAX_LIX = 25, 60
KORT = 51
"""A sentence with fewer characters is never difficult: 26 words of one letter, or 12 words of which 6 have 7 letters, are longer."""


def check(o: Onderwerp) -> Iterator[Diagnostic]:
    for plaats, tekst in o.teksten(voor_inwoner=True):
        zin = next((z for z in _ZIN.split(tekst.get("nl", "")) if moeilijk(z)), None)
        if zin:
            yield o.meld(REGEL, f"deze zin is moeilijk te lezen: ‘{zin[:60]}{'…' if len(zin) > 60 else ''}’", "Maak er kortere zinnen van, met gewone woorden.", plaats)


def moeilijk(zin: str) -> bool:
    """Too many words, or (from twelve words on) too many long ones: the LIX measure of words and words over six letters."""
    if len(zin) < KORT:
        return False
    woorden = _WOORD.findall(zin)
    if len(woorden) < 12:
        return False
    lang = sum(len(w) > 6 for w in woorden)
    return len(woorden) > MAX_WOORDEN or len(woorden) + 100 * lang / len(woorden) > MAX_LIX
