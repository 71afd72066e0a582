"""Which characters are blank, and which no text may hold: one definition, the same in every language.

The plan carries both, so the judge in JavaScript and a vendor's own read them from there.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

LEEG = (
    "\t\n\x0b\x0c\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
"""What cannot be seen: White_Space of Unicode (PropList.txt), and the format characters that take no room. A text of only
these is no answer."""
BESTURING = "\x00-\x08\x0b\x0c\r\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
"""Ranges of control characters, line separators that few programs know, and halves of characters: in no text."""
REGEL = "\t\n"
"""What ends or widens a line: only in a text of several lines."""


Toets = Callable[[str], Any]


class Tekens:
    """The tests on characters that a plan brings: is anything to be seen, and what may not be there."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self.zichtbaar = re.compile(f"[^{data['leeg']}]").search
        self.fout_in_regel = re.compile(f"[{data['besturing']}{data['regel']}]").search
        self.fout_in_regels = re.compile(f"[{data['besturing']}]").search
        self.gewoon = _gewoon(self.zichtbaar, self.fout_in_regel)


def _gewoon(zichtbaar: Toets, fout: Toets) -> Toets:
    """Is this surely one visible line without a character that may not be? So are most texts: printable ASCII is quick to see."""
    ascii = [chr(teken) for teken in range(0x20, 0x7F)]
    begin = frozenset(teken for teken in ascii if zichtbaar(teken)) if not any(map(fout, ascii)) else frozenset()
    return lambda tekst: tekst.isascii() and tekst.isprintable() and tekst[:1] in begin
