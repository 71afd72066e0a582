"""Ranges as regular expressions: what lies between two dates, times or amounts that are written as text.

JSON Schema has no order for texts. A date, a time and an amount have a fixed form, so "from 2026-03-01" is a pattern.
Only classes, groups, counts and `|` are used: no look-around, so that every engine reads the same. Patterns come
without anchors; `heel` puts them on.
"""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

EEN_DAG = timedelta(days=1)
JAAR = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)"
_SCHRIKKELJAAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
MAAND = f"{JAAR}-(?:0[1-9]|1[0-2])"
DAG = (
    f"(?:{JAAR}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    f"|{_SCHRIKKELJAAR}-02-29)"
)
TIJD = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
"""Every year, month, day and time that exists (0001 up to and including 9999, leap years counted)."""


def heel(patroon: str) -> str:
    """The pattern for the whole text."""
    return f"^(?:{patroon})$" if "|" in patroon else f"^{patroon}$"


def een_van(delen: list[str]) -> str:
    """One of these patterns; of none, a pattern that nothing matches."""
    if not delen:
        return "[^\\s\\S]"
    return delen[0] if len(delen) == 1 else f"(?:{'|'.join(delen)})"


@lru_cache(maxsize=1024)
def tussen(laagste: str, hoogste: str) -> str | None:
    """Texts of one fixed form from `laagste` up to and including `hoogste`; None when there are none.

    Both have the same length, with digits in the same places and the same signs elsewhere.
    """
    if laagste > hoogste:
        return None
    n = next((i for i, (a, b) in enumerate(zip(laagste, hoogste, strict=True)) if a != b), len(laagste))
    begin = re.sub(r"([.])", r"\\\1", laagste[:n])
    if n == len(laagste):
        return begin
    a, b, rest_a, rest_b = int(laagste[n]), int(hoogste[n]), laagste[n + 1 :], hoogste[n + 1 :]
    onder, boven = _vul(rest_a, "0"), _vul(rest_b, "9")
    delen = []
    if rest_a != onder:
        delen.append(f"{a}{tussen(rest_a, _vul(rest_a, '9'))}")
        a += 1
    staart = None
    if rest_b != boven:
        staart = f"{b}{tussen(_vul(rest_b, '0'), rest_b)}"
        b -= 1
    if a <= b:
        delen.append(_cijfer(a, b) + _elk(rest_a))
    if staart:
        delen.append(staart)
    return _knip(begin + een_van(delen))


def _vul(vorm: str, cijfer: str) -> str:
    return re.sub("[0-9]", cijfer, vorm)


def _cijfer(a: int, b: int) -> str:
    return str(a) if a == b else f"[{a}{b}]" if b == a + 1 else f"[{a}-{b}]"


def _elk(vorm: str) -> str:
    """Any digits in this form."""
    return re.sub("[0-9]+", lambda m: "[0-9]" + (f"{{{len(m[0])}}}" if len(m[0]) > 1 else ""), vorm).replace(".", "\\.")


def _knip(patroon: str) -> str:
    """`[0-9][0-9]{2}` is `[0-9]{3}`."""
    return re.sub(r"\[0-9\]\[0-9\](?:\{(\d+)\})?", lambda m: f"[0-9]{{{int(m[1] or 1) + 1}}}", patroon)


def bedragen(laagste: str | None, hoogste: str | None, *, zonder: str = "", plaatsen: tuple[int, ...] = (2,)) -> str:
    """Decimal numbers as text within bounds, with so many digits behind the point (`plaatsen` lists what may be).

    At most nine digits before the point, no zeros in front, no "-0". `zonder` names the bounds that do not count
    themselves: "laagste", "hoogste" or both.
    """
    delen = []
    for n in plaatsen:
        maat, meest = Decimal(10) ** n, 10 ** (9 + n) - 1
        a = -meest if laagste is None else _boven(Decimal(laagste) * maat, "laagste" in zonder)
        b = meest if hoogste is None else -_boven(-Decimal(hoogste) * maat, "hoogste" in zonder)
        delen += [f"-{deel}" for deel in _getallen(max(1, -b), min(meest, -a), n)]
        delen += _getallen(max(0, a), min(meest, b), n)
    return een_van(delen)


def _boven(getal: Decimal, zonder: bool) -> int:
    """The smallest whole number that is not below `getal` (or, `zonder`, above it)."""
    return math.floor(getal) + 1 if zonder else math.ceil(getal)


def _getallen(a: int, b: int, plaatsen: int) -> list[str]:
    """The numbers a up to and including b, written with a point before the last `plaatsen` digits."""
    delen = []
    for cijfers in range(plaatsen + 1, plaatsen + 10):
        eerste = 10 ** (cijfers - 1) if cijfers > plaatsen + 1 else 0
        van, tot = max(a, eerste), min(b, 10**cijfers - 1)
        if van <= tot:
            delen.append(tussen(_met_punt(van, cijfers, plaatsen), _met_punt(tot, cijfers, plaatsen)))
    return [deel for deel in delen if deel is not None]


def _met_punt(getal: int, cijfers: int, plaatsen: int) -> str:
    tekst = str(getal).zfill(cijfers)
    return f"{tekst[:-plaatsen]}.{tekst[-plaatsen:]}" if plaatsen else tekst


def tijden(laagste: str | None, hoogste: str | None) -> str:
    """Times `HH:MM` from and up to and including these."""
    return tussen(laagste or "00:00", hoogste or "23:59") or een_van([])


def datumtijden(laagste: str | None, hoogste: str | None) -> str:
    """Dates with a time `YYYY-MM-DDTHH:MM` from and up to and including these."""
    return tussen(laagste or "0000-00-00T00:00", hoogste or "9999-99-99T99:99") or een_van([])


def datums(hoe: str, begin: date, eind: date, *, onvolledig: bool) -> str:
    """Dates that lie `na`, `voor`, `vanaf` or `tot_en_met` the days `begin` up to and including `eind`.

    A partial date is a period (language.md, b13): `na` when its first day lies after `eind`, `voor` when its last day
    lies before `begin`; `vanaf` is not `voor`, `tot_en_met` is not `na`.
    """
    delen = []
    for vorm in (_dag, *((_maand, _jaar) if onvolledig else ())):
        laagste, hoogste = vorm(hoe, begin, eind)
        deel = tussen(laagste, hoogste)
        if deel:
            delen.append(deel)
    return een_van(delen)


def _dag(hoe: str, begin: date, eind: date) -> tuple[str, str]:
    if hoe == "na":
        return (str(eind + EEN_DAG) if eind < date.max else "9999-99-99"), "9999-12-31"
    if hoe == "voor":
        return "0000-00-00", (str(begin - EEN_DAG) if begin > date.min else "0000-00-00")
    return (str(begin), "9999-12-31") if hoe == "vanaf" else ("0000-00-00", str(eind))


def _maand(hoe: str, begin: date, eind: date) -> tuple[str, str]:
    if hoe == "na":
        jaar, maand = divmod(eind.year * 12 + eind.month, 12)
        return f"{jaar:04}-{maand + 1:02}" if jaar <= 9999 else "9999-99", "9999-12"
    if hoe == "voor":
        jaar, maand = divmod(begin.year * 12 + begin.month - 2, 12)
        return "0000-00", f"{jaar:04}-{maand + 1:02}"
    return (str(begin)[:7], "9999-12") if hoe == "vanaf" else ("0000-00", str(eind)[:7])


def _jaar(hoe: str, begin: date, eind: date) -> tuple[str, str]:
    if hoe == "na":
        return (f"{eind.year + 1:04}", "9999") if eind.year < 9999 else ("1", "0")
    if hoe == "voor":
        return "0000", f"{begin.year - 1:04}"
    return (f"{begin.year:04}", "9999") if hoe == "vanaf" else ("0000", f"{eind.year:04}")
