"""Patterns that mean the same in every engine.

A pattern is a row of characters and character classes, each with a fixed or bounded number: `[0-9]{12}`,
`[A-Z]{2}-?[0-9]{1,6}`. No groups, no `|`, no `.` and no unbounded `*` or `+`: so Python, JavaScript, JSON Schema
and Form.io read it alike. The numbers leave little open together, so no text can make it slow.
"""

from __future__ import annotations

import re

DEEL = re.compile(r"(?:\[(?:[A-Za-z0-9 _/.,'@&#-]|[A-Z]-[A-Z]|[a-z]-[a-z]|[0-9]-[0-9])+\]|[A-Za-z0-9 _/,'@&#-]|\\\.)(?:\{(\d{1,3})(?:,(\d{1,3}))?\}|(\?))?")
MAX_DELEN = 20
MAX_SPELING = 10_000
"""In how many ways the parts may share out a text among them: an engine may try them all before it says no."""


def is_patroon(tekst: str) -> bool:
    """Is this a pattern of the small, portable kind?"""
    plek, delen, speling = 0, 0, 1
    while plek < len(tekst):
        match = DEEL.match(tekst, plek)
        if match is None or delen == MAX_DELEN:
            return False
        plek, delen = match.end(), delen + 1
        van, tot, misschien = match.groups()
        speling *= 2 if misschien else max(1, int(tot or 0) - int(van or 0) + 1)
    if not delen or speling > MAX_SPELING:
        return False
    try:
        re.compile(tekst)
    except (re.error, OverflowError):
        return False
    return True


def past(patroon: str, waarde: str) -> bool:
    """Does the whole value follow the pattern?"""
    return re.fullmatch(patroon, waarde, re.ASCII) is not None
