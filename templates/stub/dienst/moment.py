"""Dates, times and bounds as minutes, so that every comparison is one of whole numbers.

A date is a period from its first to its last minute; a partial date ("2026", "2026-03") a longer one.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache

from .werkdagen import plus, vroegste_dag

DAG = 24 * 60
Tijdvak = tuple[int, int]


@lru_cache(maxsize=4096)
def tijdvak(tekst: str) -> Tijdvak | None:
    """The first and last minute of a date, a partial date or a date and time; None when it does not exist."""
    dag, _, tijd = tekst.partition("T")
    if tijd and (len(dag) != 10 or not is_tijd(tijd)):
        return None
    j, m, d = (*dag.split("-"), "", "")[:3]
    try:
        eerste = date(int(j), int(m or 1), int(d or 1))
    except ValueError:
        return None
    if tijd:
        punt = eerste.toordinal() * DAG + minuten(tijd)
        return punt, punt
    laatste = eerste
    if not d:
        maand = eerste.month if m else 12
        laatste = date(eerste.year, maand, calendar.monthrange(eerste.year, maand)[1])
    return eerste.toordinal() * DAG, laatste.toordinal() * DAG + DAG - 1


def minuten(tijd: str) -> int:
    """A time of the day, HH:MM, in minutes."""
    return int(tijd[:2]) * 60 + int(tijd[3:])


def is_datum(tekst: str) -> bool:
    """Does this date exist? The form was looked at before."""
    return tijdvak(tekst) is not None


def is_datumtijd(tekst: str) -> bool:
    """Does this date and time exist? The form was looked at before."""
    return tijdvak(tekst) is not None


def is_tijd(tekst: str) -> bool:
    """Is this between 00:00 and 23:59? The form was looked at before."""
    return tekst[:2] < "24" and tekst[3:] < "60"


@lru_cache(maxsize=4096)
def schuif(minuut: int, aantal: int, eenheid: str, uitloop: bool) -> int:
    """A minute some units on (back when negative); with `uitloop` as a legal term (Algemene termijnenwet)."""
    dag = date.fromordinal(minuut // DAG)
    nieuw = vroegste_dag(dag, -aantal, eenheid) if uitloop else plus(dag, aantal, eenheid)
    return nieuw.toordinal() * DAG + minuut % DAG
