"""Range patterns against arithmetic: brute force where that is small, drawn cases where it is not."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.moment import Periode, lees_datum, lees_tijd
from generator.dialect import bereik


def na(a: Periode, b: Periode) -> bool:
    """Certainly after, written here once more: the judge is not asked about itself."""
    return a.eerste > b.laatste


ORDE = {
    "na": na,
    "voor": lambda a, b: na(b, a),
    "vanaf": lambda a, b: not na(b, a),
    "tot_en_met": lambda a, b: not na(a, b),
}


def _past(patroon: str, tekst: str) -> bool:
    return re.search(bereik.heel(patroon), tekst) is not None


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_every_text_between_two_others(a: int, b: int) -> None:
    patroon = bereik.tussen(f"{a:04}", f"{b:04}")
    goed = {n for n in range(10000) if patroon and _past(patroon, f"{n:04}")}
    assert goed == set(range(a, b + 1))


def test_every_day_that_exists_and_no_other() -> None:
    for jaar in (0, 1, 4, 100, 400, 1899, 1900, 1904, 2000, 2023, 2024, 2100, 9996, 9999):
        for maand in range(14):
            for dag in range(33):
                tekst = f"{jaar:04}-{maand:02}-{dag:02}"
                assert _past(bereik.DAG, tekst) == _bestaat(tekst, lees_datum), tekst
            tekst = f"{jaar:04}-{maand:02}"
            assert _past(bereik.MAAND, tekst) == _bestaat(tekst, lees_datum), tekst
    assert [n for n in range(10000) if not _past(bereik.JAAR, f"{n:04}")] == [0]


def test_every_leap_day() -> None:
    for jaar in range(10000):
        assert _past(bereik.DAG, f"{jaar:04}-02-29") == _bestaat(f"{jaar:04}-02-29", lees_datum)


def test_every_time() -> None:
    for tekst in (f"{u:02}:{m:02}" for u in range(30) for m in range(70)):
        assert _past(bereik.TIJD, tekst) == _bestaat(tekst, lees_tijd)


def _bestaat(tekst: str, lees) -> bool:
    try:
        lees(tekst)
    except ValueError:
        return False
    return True


@given(st.times(), st.times(), st.times())
def test_times_in_a_range(a, b, c) -> None:
    a, b, c = (f"{t:%H:%M}" for t in (a, b, c))
    assert _past(bereik.tijden(a, b), c) == (a <= c <= b)
    assert _past(bereik.tijden(None, b), c) == (c <= b)
    assert _past(bereik.tijden(a, None), c) == (a <= c)


@given(st.datetimes(), st.datetimes(), st.datetimes())
def test_dates_with_a_time_in_a_range(a, b, c) -> None:
    a, b, c = (t.isoformat(timespec="minutes") for t in (a, b, c))
    assert _past(bereik.datumtijden(a, b), c) == (a <= c <= b)


@given(st.sampled_from(sorted(ORDE)), st.dates() | st.sampled_from([date.min, date.max]), st.integers(0, 400), st.data())
def test_partial_dates_are_periods(hoe: str, begin: date, dagen: int, data) -> None:
    eind = min(begin, date.max - timedelta(dagen)) + timedelta(dagen)
    begin = eind - timedelta(dagen)
    dicht = st.integers(-800, 800).map(lambda n: date.fromordinal(min(max(begin.toordinal() + n, 1), date.max.toordinal())))
    tekst = str(data.draw(st.dates() | dicht))[: data.draw(st.sampled_from([4, 7, 10]))]
    bedoeld = ORDE[hoe](lees_datum(tekst), bereik_periode(begin, eind))
    assert _past(bereik.datums(hoe, begin, eind, onvolledig=True), tekst) == bedoeld
    if len(tekst) == 10:
        assert _past(bereik.datums(hoe, begin, eind, onvolledig=False), tekst) == bedoeld


def bereik_periode(begin: date, eind: date) -> Periode:
    return Periode(begin, eind)


BEDRAG = st.integers(-99_999_999_999, 99_999_999_999) | st.integers(-3000, 3000)


def _bedrag(centen: int) -> str:
    return f"{Decimal(centen) / 100:.2f}"


@given(BEDRAG, BEDRAG, BEDRAG | st.integers(-20, 20), st.sampled_from(["", "laagste", "hoogste", "laagste hoogste"]))
def test_amounts_in_a_range(a: int, b: int, c: int, zonder: str) -> None:
    patroon = bereik.bedragen(_bedrag(a), _bedrag(b), zonder=zonder)
    for n in {c, a, b, a + 1, b - 1, a - 1, b + 1}:
        if abs(n) < 10**11:
            goed = (a < n if "laagste" in zonder else a <= n) and (n < b if "hoogste" in zonder else n <= b)
            assert _past(patroon, _bedrag(n)) == goed, (patroon, n)
    for vreemd in ("01.00", "-0.00", "1.0", "1", ".50", "1.000", "1000000000.00"):
        assert not _past(patroon, vreemd)


@given(st.integers(-300, 300), st.integers(-300, 300), st.decimals(-310, 310, places=3), st.integers(0, 3))
def test_decimals_in_a_range(a: int, b: int, getal: Decimal, plaatsen: int) -> None:
    tekst = f"{getal:.{plaatsen}f}"
    waarde = Decimal(tekst)
    goed = a <= waarde <= b and not re.fullmatch(r"-0(\.0+)?", tekst)
    assert _past(bereik.bedragen(str(a), str(b), plaatsen=(0, 1, 2, 3)), tekst) == goed


@pytest.mark.parametrize("tekst", ["0", "0.5", "2.50", "-1.25", "999999999.9999"])
def test_decimals_without_bounds(tekst: str) -> None:
    assert _past(bereik.bedragen(None, None, plaatsen=(0, 1, 2, 3, 4)), tekst)
