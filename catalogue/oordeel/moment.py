"""Dates, times and bounds as minutes, so that every comparison is one of whole numbers.

A date is a period from its first to its last minute; a partial date ("2026", "2026-03") a longer one.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

from .werkdagen import plus, vroegste_dag

DAG = 24 * 60
Tijdvak = tuple[int, int]
_VORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?)?)?", re.ASCII)


@lru_cache(maxsize=4096)
def tijdvak(tekst: str) -> Tijdvak | None:
    """The first and last minute of a date, a partial date or a date and time; None when it does not exist."""
    gevonden = _VORM.fullmatch(tekst)
    if not gevonden:
        return None
    jaar, maand, dag, uur, minuut = gevonden.groups()
    try:
        eerste = date(int(jaar), int(maand or 1), int(dag or 1))
    except ValueError:
        return None
    begin = eerste.toordinal() * DAG
    if uur:
        punt = begin + int(uur) * 60 + int(minuut)
        return (punt, punt) if uur < "24" and minuut < "60" else None
    return begin, _laatste(eerste, maand, dag).toordinal() * DAG + DAG - 1


def _laatste(eerste: date, maand: str | None, dag: str | None) -> date:
    """The last day of a date that may lack its day, or its month and day."""
    if dag:
        return eerste
    laatste = eerste.month if maand else 12
    return date(eerste.year, laatste, calendar.monthrange(eerste.year, laatste)[1])


def minuten(tijd: str) -> int:
    """A time of the day, HH:MM, in minutes."""
    return int(tijd[:2]) * 60 + int(tijd[3:5])


def is_tijd(tekst: str) -> bool:
    """Is a text of the form HH:MM between 00:00 and 23:59?"""
    return tekst[:2] < "24" and tekst[3:] < "60"


@lru_cache(maxsize=4096)
def schuif(minuut: int, aantal: int, eenheid: str, uitloop: bool, gelijk: frozenset[date]) -> int:
    """A minute some units on (back when negative); with `uitloop` as a legal term (Algemene termijnenwet).

    `gelijk`: the days that a decree equates with a holiday. Beyond the calendar: its first or last day.
    """
    dag = date.fromordinal(minuut // DAG)
    if uitloop:
        nieuw = vroegste_dag(dag, -aantal, eenheid, gelijk)
    else:
        nieuw = plus(dag, aantal, eenheid, gelijk)
    return nieuw.toordinal() * DAG + minuut % DAG
