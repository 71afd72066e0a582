"""Patterns that mean the same in every engine.

A pattern is a row of characters and character classes, each with a fixed or bounded number: `[0-9]{12}`,
`[A-Z]{2}-?[0-9]{1,6}`. No groups, no `|`, no `.` and no unbounded `*` or `+`: so Python, JavaScript, JSON Schema
and Form.io read it alike, and no text can make it slow.
"""

from __future__ import annotations

import re

DEEL = re.compile(r"(?:\[(?:[A-Za-z0-9 _/.,'@&#-]|[A-Z]-[A-Z]|[a-z]-[a-z]|[0-9]-[0-9])+\]|[A-Za-z0-9 _/,'@&#-]|\\\.)(?:\{\d{1,3}(?:,\d{1,3})?\}|\?)?")
MAX_DELEN = 20


def is_patroon(tekst: str) -> bool:
    """Is this a pattern of the small, portable kind?"""
    plek = delen = 0
    while plek < len(tekst):
        match = DEEL.match(tekst, plek)
        if match is None or delen == MAX_DELEN:
            return False
        plek, delen = match.end(), delen + 1
    if not delen:
        return False
    try:
        re.compile(tekst)
    except (re.error, OverflowError):
        return False
    return True


def past(patroon: str, waarde: str) -> bool:
    """Does the whole value follow the pattern?"""
    return re.fullmatch(patroon, waarde, re.ASCII) is not None
