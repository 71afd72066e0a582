"""Calendar arithmetic with the Dutch public holidays of the Algemene termijnenwet (Atw).

Everything here is a pure function of its arguments: no clock, no time zone, no files. `gelijk` holds the days that a royal
decree equates with a holiday: a release brings those that were known when it was made.

Source: Algemene termijnenwet, BWBR0002448.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache

EENHEDEN: dict[str, str] = {
    "dag": "dagen",
    "dagen": "dagen",
    "werkdag": "werkdagen",
    "werkdagen": "werkdagen",
    "week": "weken",
    "weken": "weken",
    "maand": "maanden",
    "maanden": "maanden",
    "jaar": "jaren",
    "jaren": "jaren",
}
"""Every spelling of a unit, and the one that is used inside."""

# Art. 4 Atw: longer terms than these run on without moving past weekend or holiday.
_LANGSTE_TERMIJN = {"dagen": 90, "werkdagen": 90, "weken": 12, "maanden": 3, "jaren": 0}

# Art. 3, third paragraph, Atw: days that a royal decree equates with a holiday. Read in the decrees themselves:
# 2017-2019 (Stcrt. 2016, 58653; BWBR0038666) and 2026-2028 (Stcrt. 2025, 24713; BWBR0051300). Te controleren: of
# 2020-2022 (decree of 20 September 2019) and 2023-2025 only the title was read, where others cite it; days before 2017
# were not looked up, and there was no decree yet for 2029 and later. Each day with its source: tests/rekenen.
GELIJKGESTELD = frozenset(
    {
        date(2017, 4, 28), date(2017, 5, 26), date(2018, 5, 11), date(2018, 12, 24), date(2018, 12, 31),
        date(2019, 5, 31), date(2019, 12, 27), date(2020, 5, 22), date(2021, 5, 14), date(2022, 5, 27),
        date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27), date(2025, 5, 30),
        date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26),
    }
)  # fmt: skip

_DAG = timedelta(days=1)


def _pasen(jaar: int) -> date:
    """Easter Sunday of the Gregorian calendar (the method of Meeus, Jones and Butcher)."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maand, dag = divmod(h + m - 7 * n + 114, 31)
    return date(jaar, maand, dag + 1)


@lru_cache(maxsize=1024)
def feestdagen(jaar: int, gelijk: frozenset[date] = GELIJKGESTELD) -> frozenset[date]:
    """The generally recognised holidays of a year, as art. 3 Atw names them today.

    First paragraph: Nieuwjaarsdag, tweede paasdag, Hemelvaartsdag, tweede pinksterdag, both
    kerstdagen, the day on which the King's birthday is celebrated (27 April, or the 26th when
    that is a Sunday) and 5 May, every year. Second paragraph: Good Friday counts as one of them.
    Third paragraph: so do the days in `gelijk`. The rule of today is applied to every
    year, also to years before 2014.
    Raises ValueError for a year outside 1..9999.
    """
    pasen = _pasen(jaar)
    koningsdag = date(jaar, 4, 27)
    if koningsdag.weekday() == 6:
        koningsdag = date(jaar, 4, 26)
    return frozenset(
        {
            date(jaar, 1, 1),
            pasen - 2 * _DAG,  # Goede Vrijdag
            pasen + _DAG,  # tweede paasdag
            koningsdag,
            date(jaar, 5, 5),
            pasen + 39 * _DAG,  # Hemelvaartsdag
            pasen + 50 * _DAG,  # tweede pinksterdag
            date(jaar, 12, 25),
            date(jaar, 12, 26),
            *(dag for dag in gelijk if dag.year == jaar),
        }
    )


def is_werkdag(dag: date, gelijk: frozenset[date] = GELIJKGESTELD) -> bool:
    """True when the day is no Saturday, Sunday or generally recognised holiday."""
    return dag.weekday() < 5 and dag not in feestdagen(dag.year, gelijk)


def _binnen(ordinaal: int) -> date:
    """The day with this ordinal, or the nearest day that the calendar has (years 1..9999)."""
    return date.fromordinal(min(max(ordinaal, 1), date.max.toordinal()))


def _plus_maanden(dag: date, maanden: int) -> date:
    """The same day some months on; the last day of the month when that month is shorter."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    if jaar < 1:
        return date.min
    if jaar > 9999:
        return date.max
    return date(jaar, maand + 1, min(dag.day, calendar.monthrange(jaar, maand + 1)[1]))


def _plus_werkdagen(dag: date, aantal: int, gelijk: frozenset[date]) -> date:
    """The n-th working day after (or before) this day; the day itself does not count."""
    stap, nog = (_DAG, aantal) if aantal > 0 else (-_DAG, -aantal)
    grens = date.max if aantal > 0 else date.min
    while nog and dag != grens:
        dag += stap
        nog -= is_werkdag(dag, gelijk)
    return dag


def plus(dag: date, aantal: int, eenheid: str, gelijk: frozenset[date] = GELIJKGESTELD) -> date:
    """The day that lies `aantal` units after this day (before it when negative).

    31 January + 1 maand is the last day of February. Working days step over weekends and
    holidays; the day itself does not count, so Friday + 1 werkdag is Monday.
    A result outside the calendar becomes its first or last day (0001-01-01, 9999-12-31): a bound
    there still says the same about every date that can be written down.
    Raises ValueError for an unknown unit.
    """
    soort = EENHEDEN.get(eenheid)
    if soort is None:
        raise ValueError(
            f"Onbekende eenheid '{eenheid}'. Kies dagen, werkdagen, weken, maanden of jaar."
        )
    if soort == "werkdagen":
        return _plus_werkdagen(dag, aantal, gelijk)
    if soort == "maanden":
        return _plus_maanden(dag, aantal)
    if soort == "jaren":
        return _plus_maanden(dag, aantal * 12)
    return _binnen(dag.toordinal() + aantal * (7 if soort == "weken" else 1))


def einde_termijn(dag: date, gelijk: frozenset[date] = GELIJKGESTELD) -> date:
    """The last day of a term that ends on this day.

    Art. 1 Atw: a term that ends on a Saturday, Sunday or generally recognised holiday is
    extended to the end of the next day that is none of these.
    """
    while not is_werkdag(dag, gelijk) and dag < date.max:
        dag += _DAG
    return dag


def uiterste_dag(dag: date, aantal: int, eenheid: str, gelijk: frozenset[date] = GELIJKGESTELD) -> date:
    """The last day of a legal term of `aantal` units that starts after this day.

    Art. 1 Atw (moves past weekend and holidays), art. 2 (a term of three days or more holds at
    least two working days) and art. 4 (neither holds for terms of more than 90 days, twelve
    weeks, three months, or in years). `aantal` is 0 or more.
    """
    einde = plus(dag, aantal, eenheid, gelijk)
    soort = EENHEDEN[eenheid]
    if aantal > _LANGSTE_TERMIJN[soort]:
        return einde
    einde = einde_termijn(einde, gelijk)
    if aantal >= 3 or (aantal and soort in ("weken", "maanden")):
        einde = max(einde, plus(dag, 2, "werkdagen", gelijk))
    return einde


def vroegste_dag(vandaag: date, aantal: int, eenheid: str, gelijk: frozenset[date] = GELIJKGESTELD) -> date:
    """The earliest day D whose term of `aantal` units has not ended yet: uiterste_dag(D) >= vandaag.

    Example: a move is declared not later than the fifth day after it (art. 2.39 Wet BRP), and
    that day moves past weekend and holidays. So on a Monday one may still declare the move of the
    Monday a week before: its fifth day was a Saturday. `aantal` is 0 or more.
    """
    dag = plus(vandaag, -aantal, eenheid, gelijk)
    while uiterste_dag(dag, aantal, eenheid, gelijk) < vandaag:
        dag += _DAG
    while dag > date.min and uiterste_dag(dag - _DAG, aantal, eenheid, gelijk) >= vandaag:
        dag -= _DAG
    return dag
