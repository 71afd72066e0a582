"""Which characters are blank, and which no text may hold: one definition, the same in every language.

The plan carries both, so the judge in JavaScript and a vendor's own read them from there.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import re
from collections.abc import Mapping

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


class Tekens:
    """The tests on characters that a plan brings."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self.zichtbaar = re.compile(f"[^{data['leeg']}]").search
        self.fout_in_regel = re.compile(f"[{data['besturing']}{data['regel']}]").search
        self.fout_in_regels = re.compile(f"[{data['besturing']}]").search
