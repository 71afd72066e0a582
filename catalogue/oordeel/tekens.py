"""Which characters are blank, and which no text may hold: one definition, the same in every language.

Each is the inside of a character class of a regular expression, in ASCII, as Python, JavaScript and JSON Schema read it. The
plan carries them, so the judge in JavaScript and a vendor's own read them from there.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

LEEG = (
    r"\t-\r \u0085\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff"
)
"""What cannot be seen: White_Space of Unicode (PropList.txt), and the format characters that take no room. A text of only
these is no answer."""
BESTURING = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029"
"""Control characters, and line separators that few programs know: in no text. Neither is half a character (a surrogate)."""
REGEL = r"\t\n"
"""What ends or widens a line: only in a text of several lines."""


Toets = Callable[[str], Any]


class Tekens:
    """The tests on characters that a plan brings: is anything to be seen, and what may not be there."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self.zichtbaar = re.compile(f"[^{data['leeg']}]").search
        nooit = data["besturing"] + r"\ud800-\udfff"
        self.fout_in_regel = re.compile(f"[{nooit}{data['regel']}]").search
        self.fout_in_regels = re.compile(f"[{nooit}]").search
        self.gewoon = _gewoon(self.zichtbaar, self.fout_in_regel)


def _gewoon(zichtbaar: Toets, fout: Toets) -> Toets:
    """Is this surely one visible line without a character that may not be? So are most texts: printable ASCII is quick to see."""
    ascii = [chr(teken) for teken in range(0x20, 0x7F)]
    begin = frozenset(teken for teken in ascii if zichtbaar(teken)) if not any(map(fout, ascii)) else frozenset()
    return lambda tekst: tekst.isascii() and tekst.isprintable() and tekst[:1] in begin
