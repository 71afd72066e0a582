"""Dates, periods, working days and relative moments (catalogue/moment.py, catalogue/oordeel)."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import moment as m
from catalogue.beoordelen import houdt, tijdvak
from catalogue.moment import Moment, Periode, lees_datum, lees_moment
from catalogue.oordeel import werkdagen as w
from catalogue.voorwaarde import Grens

DAG = timedelta(days=1)
dagen = st.dates(date(1950, 1, 1), date(2100, 12, 31))
eenheden = st.sampled_from(sorted(set(w.EENHEDEN)))


def d(tekst: str) -> date:
    return date.fromisoformat(tekst)


# --- holidays -------------------------------------------------------------------------------

# Easter Sundays from the published tables of the civil calendar.
PASEN = "2000-04-23 2008-03-23 2011-04-24 2019-04-21 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2038-04-25"


@pytest.mark.parametrize("pasen", PASEN.split())
def test_the_movable_holidays_follow_easter(pasen):
    pasen = d(pasen)
    feestdagen = w.feestdagen(pasen.year)
    for verschil in (-2, 1, 39, 50):
        assert pasen + verschil * DAG in feestdagen
    assert pasen - 3 * DAG not in feestdagen


def test_the_holidays_of_2026_are_exactly_these():
    assert sorted(map(str, w.feestdagen(2026))) == [
        "2026-01-01", "2026-01-02", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05",
        "2026-05-14", "2026-05-15", "2026-05-25", "2026-12-25", "2026-12-26",
    ]  # fmt: skip


def test_kings_day_moves_to_saturday_when_it_is_a_sunday():
    assert d("2025-04-26") in w.feestdagen(2025)
    assert d("2025-04-27") not in w.feestdagen(2025)
    assert d("2026-04-27") in w.feestdagen(2026)


def test_a_day_equated_by_decree_is_no_working_day():
    assert not w.is_werkdag(d("2027-05-07"))  # the Friday after Ascension Day
    assert w.is_werkdag(d("2027-05-04"))


@given(st.integers(2, 9999))
def test_easter_is_a_sunday_in_spring_of_every_year(jaar):
    tweede_paasdag = [
        dag
        for dag in w.feestdagen(jaar)
        if dag.weekday() == 0 and dag - 3 * DAG in w.feestdagen(jaar)
    ]
    assert any(date(jaar, 3, 23) <= dag <= date(jaar, 4, 26) for dag in tweede_paasdag)


# --- plus -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "dag, aantal, eenheid, uitkomst",
    [
        ("2026-01-31", 1, "maand", "2026-02-28"),
        ("2024-01-31", 1, "maand", "2024-02-29"),
        ("2024-02-29", 1, "jaar", "2025-02-28"),
        ("2026-03-31", -1, "maanden", "2026-02-28"),
        ("2026-01-15", -1, "maand", "2025-12-15"),
        ("2026-12-24", 1, "werkdag", "2026-12-28"),
        ("2026-12-28", -1, "werkdag", "2026-12-24"),
        ("2026-11-24", 6, "werkdagen", "2026-12-02"),
        ("2026-11-21", 0, "werkdagen", "2026-11-21"),
        ("2026-11-24", 4, "weken", "2026-12-22"),
        ("9999-12-01", 60, "dagen", "9999-12-31"),
        ("9999-12-01", 2, "werkdagen", "9999-12-03"),
        ("9999-12-30", 99, "werkdagen", "9999-12-31"),
        ("9999-12-01", 1, "maand", "9999-12-31"),
        ("0001-01-20", -9999, "jaar", "0001-01-01"),
    ],
)
def test_plus(dag, aantal, eenheid, uitkomst):
    assert w.plus(d(dag), aantal, eenheid) == d(uitkomst)


@given(st.dates(), st.integers(-9999, 9999), eenheden)
def test_plus_never_fails_and_goes_the_right_way(dag, aantal, eenheid):
    uitkomst = w.plus(dag, aantal, eenheid)
    assert (uitkomst - dag) * (1 if aantal >= 0 else -1) >= timedelta(0)


@given(dagen, st.integers(1, 40))
def test_working_days_count_exactly_the_working_days_between(dag, aantal):
    einde = w.plus(dag, aantal, "werkdagen")
    tussen = [dag + i * DAG for i in range(1, (einde - dag).days + 1)]
    assert sum(map(w.is_werkdag, tussen)) == aantal
    assert w.is_werkdag(einde)


@given(dagen, st.integers(-500, 500))
def test_months_keep_the_day_or_take_the_last_of_the_month(dag, aantal):
    uitkomst = w.plus(dag, aantal, "maanden")
    assert (uitkomst.year - dag.year) * 12 + uitkomst.month - dag.month == aantal
    assert uitkomst.day == dag.day or (
        uitkomst.day < dag.day and (uitkomst + DAG).month != uitkomst.month
    )


def test_an_unknown_unit_is_refused_in_dutch():
    with pytest.raises(ValueError, match="Onbekende eenheid 'uur'"):
        w.plus(d("2026-01-01"), 1, "uur")


# --- terms ----------------------------------------------------------------------------------


@given(dagen)
def test_a_term_ends_on_the_first_day_that_is_neither_weekend_nor_holiday(dag):
    kandidaten = (dag + i * DAG for i in range(15))
    assert w.einde_termijn(dag) == next(
        k
        for k in kandidaten
        if k.strftime("%a") not in ("Sat", "Sun") and k not in w.feestdagen(k.year)
    )


@pytest.mark.parametrize(
    "dag, aantal, eenheid, uitkomst",
    [
        ("2026-11-18", 5, "dagen", "2026-11-23"),
        ("2026-11-16", 5, "dagen", "2026-11-23"),  # fifth day is a Saturday
        ("2026-04-02", 5, "dagen", "2026-04-08"),  # art. 2: only Tuesday would be a working day
        ("2026-04-04", 2, "dagen", "2026-04-07"),  # shorter than three days: art. 1 alone
        ("2026-09-26", 91, "dagen", "2026-12-26"),  # art. 4: too long a term to move
        ("2026-09-26", 90, "dagen", "2026-12-28"),
        ("2025-12-27", 1, "jaar", "2026-12-27"),
    ],
)
def test_the_last_day_of_a_legal_term(dag, aantal, eenheid, uitkomst):
    assert w.uiterste_dag(d(dag), aantal, eenheid) == d(uitkomst)


@given(dagen, st.integers(0, 40), eenheden)
def test_the_earliest_day_by_brute_force(vandaag, aantal, eenheid):
    """The first of all days of the last years whose term has not ended."""
    if eenheid in ("jaar", "jaren"):
        aantal %= 3
    begin = w.plus(vandaag, -aantal - 1, eenheid) - 40 * DAG
    dag = begin
    while w.uiterste_dag(dag, aantal, eenheid) < vandaag:
        dag += DAG
    assert dag > begin
    assert w.vroegste_dag(vandaag, aantal, eenheid) == dag


def test_a_move_can_be_declared_up_to_the_fifth_day_after_it():
    vroegste = {
        "2026-11-20": "2026-11-15",  # Friday: five days back
        "2026-11-21": "2026-11-16",  # Saturday: the term of Monday runs on
        "2026-11-23": "2026-11-16",
        "2026-11-24": "2026-11-19",
        "2026-04-08": "2026-04-02",  # Wednesday after Easter
    }
    for vandaag, dag in vroegste.items():
        assert w.vroegste_dag(d(vandaag), 5, "dagen") == d(dag)


# --- reading --------------------------------------------------------------------------------


def test_partial_dates_are_periods():
    assert lees_datum("2024") == Periode(d("2024-01-01"), d("2024-12-31"))
    assert lees_datum("2024-02") == Periode(d("2024-02-01"), d("2024-02-29"))
    assert lees_datum("2024-02-29") == Periode(d("2024-02-29"), d("2024-02-29"))
    assert lees_datum("9999-12").laatste == date.max


@pytest.mark.parametrize(
    "tekst",
    ["", "24", "0000", "0000-01-01", "2026-13", "2026-00", "2026-02-29", "2026-01-00", "2026-1-1",
     "2026-01-01\n", " 2026", "٢٠٢٦", "20260101", "2026-01-01T10:00", "-2026", "10000"],
)  # fmt: skip
def test_other_dates_are_refused(tekst):
    with pytest.raises(ValueError, match=r"Schrijf een datum|bestaat niet"):
        lees_datum(tekst)


@given(st.dates())
def test_every_date_is_read(dag):
    assert lees_datum(dag.isoformat()) == Periode(dag, dag)


def test_times():
    assert m.lees_tijd("00:00") == time(0, 0)
    assert m.lees_tijd("23:59") == time(23, 59)
    assert m.lees_datumtijd("2026-03-29T02:30") == datetime(2026, 3, 29, 2, 30)
    for tekst in ("24:00", "12:60", "9:00", "09:00:00", "09:00\n", "٠٩:٠٠", ""):
        with pytest.raises(ValueError, match=r"tijd"):
            m.lees_tijd(tekst)
    for tekst in ("2026T10:00", "2026-01-01", "2026-01-01 10:00", "2026-01-01T10:00Z"):
        with pytest.raises(ValueError, match=r"tijd"):
            m.lees_datumtijd(tekst)


def test_a_period_has_an_order():
    with pytest.raises(ValueError):
        Periode(d("2026-01-02"), d("2026-01-01"))


# --- comparing ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "a, b, na, voor",
    [
        ("2026-01-02", "2026-01-01", True, False),
        ("2026-01-01", "2026-01-01", False, False),
        ("2026", "2026-06-01", False, False),  # may be before, may be after
        ("2027", "2026-06-01", True, False),
        ("2026-05", "2026-06-01", False, True),
        ("2026-06-01", "2026-05", True, False),
    ],
)
def test_comparisons_say_only_what_is_certain(a, b, na, voor):
    assert (_houdt(a, "na", b), _houdt(a, "voor", b)) == (na, voor)
    assert (_houdt(a, "tot_en_met", b), _houdt(a, "vanaf", b)) == (not na, not voor)


def _houdt(a: str, hoe: str, b: str) -> bool:
    return houdt("datum", a, hoe, Grens(waarde=b), lambda _: None, date(2026, 1, 1))


gedeeltelijk = st.tuples(dagen.map(str), st.sampled_from([4, 7, 10])).map(lambda p: p[0][: p[1]])


@given(gedeeltelijk, gedeeltelijk)
def test_before_and_after_mirror_each_other(a, b):
    assert _houdt(a, "na", b) == _houdt(b, "voor", a)
    assert not (_houdt(a, "na", b) and _houdt(a, "voor", b))


# --- moments --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tekst, moment, canoniek, nl, en",
    [
        ("vandaag", Moment("vandaag"), None, "vandaag", "today"),
        ("2026-01-01", Moment("2026-01-01"), None, "1 januari 2026", "1 January 2026"),
        ("vandaag + 28 dagen", Moment("vandaag", 28), None,
         "28 dagen na vandaag", "28 days after today"),
        ("vandaag+1 dag", Moment("vandaag", 1), "vandaag + 1 dag",
         "1 dag na vandaag", "1 day after today"),
        ("vanaf + 4 weken", Moment("vanaf", 4, "weken"), None,
         "4 weken na vanaf", "4 weeks after vanaf"),
        ("stap.veld - 1 jaar", Moment("stap.veld", -1, "jaren"), None,
         "1 jaar vóór stap.veld", "1 year before stap.veld"),
        ("vandaag - 18 jaren", Moment("vandaag", -18, "jaar"), "vandaag - 18 jaar",
         "18 jaar vóór vandaag", "18 years before today"),
        ("vandaag + 6 werkdagen", Moment("vandaag", 6, "werkdagen"), None,
         "6 werkdagen na vandaag", "6 working days after today"),
        ("vandaag - 5 dagen met uitloop", Moment("vandaag", -5, "dagen", True), None,
         "5 dagen vóór vandaag, of iets eerder door een weekend of feestdag",
         "5 days before today, or slightly earlier because of a weekend or holiday"),
    ],
)  # fmt: skip
def test_moments(tekst, moment, canoniek, nl, en):
    assert lees_moment(tekst) == moment
    assert str(moment) == (canoniek or tekst)
    assert m.in_woorden(moment, "nl") == nl
    assert m.in_woorden(moment, "en") == en


@pytest.mark.parametrize(
    "tekst",
    ["", "tot vandaag", "Vandaag", "vandaag + 3 uur", "vandaag + 0 dagen", "vandaag met uitloop",
     "vandaag + 5 dagen met uitloop", "vandaag +", "vandaag + dagen", "2026-02-30", "2026",
     "vandaag + 10000 dagen", "stap..veld", "vandaag\n", "vandaag + ٥ dagen", "a" * 100 + "!"],
)  # fmt: skip
def test_what_is_no_moment_is_refused_with_what_may_be_written(tekst):
    with pytest.raises(ValueError) as fout:
        lees_moment(tekst)
    assert any(woord in str(fout.value) for woord in ("'vandaag", "bestaat niet"))


namen = st.from_regex(r"[a-z][a-zA-Z0-9]{0,5}(\.[a-z][a-zA-Z0-9]{0,5}){0,2}", fullmatch=True)


@given(namen | st.dates().map(str), st.integers(-9999, 9999), eenheden, st.booleans())
def test_a_moment_is_read_back_from_its_own_text(basis, aantal, eenheid, uitloop):
    moment = Moment(basis, aantal, eenheid, uitloop and aantal < 0)
    assert lees_moment(str(moment)) == moment


@given(st.text(max_size=40))
def test_any_text_gives_a_moment_or_a_value_error(tekst):
    try:
        moment = lees_moment(tekst)
    except ValueError as fout:
        assert str(fout)
    else:
        assert lees_moment(str(moment)) == moment


def test_the_value_of_a_moment():
    vandaag = d("2026-11-24")
    antwoorden = {"vanaf": "2026-01-31", "kind.geboren": "2010-02"}

    def waarde(tekst):
        moment = lees_moment(tekst)
        eigen = {"waarde": moment.basis} if moment.basis[0].isdigit() else {"basis": moment.basis}
        grens = Grens(**eigen, aantal=moment.aantal, eenheid=moment.eenheid, uitloop=moment.schuif_op)
        periode = tijdvak(grens, antwoorden.get, vandaag)
        return periode and tuple(str(date.fromordinal(minuut // 1440)) for minuut in periode)

    assert waarde("vandaag") == ("2026-11-24",) * 2
    assert waarde("2026-01-31 + 1 maand") == ("2026-02-28",) * 2
    assert waarde("vanaf + 4 weken") == ("2026-02-28",) * 2
    assert waarde("kind.geboren + 16 jaar") == ("2026-02-01", "2026-02-28")
    assert waarde("vandaag - 5 dagen met uitloop") == ("2026-11-19",) * 2
    assert waarde("onbekend + 1 dag") is None
    assert lees_moment("kind.geboren + 16 jaar").naam == "kind.geboren"
    assert lees_moment("vandaag - 1 dag").naam is lees_moment("2026-01-01").naam is None


def test_a_moment_takes_the_name_that_the_citizen_knows():
    assert m.in_woorden(lees_moment("vanaf + 1 week"), "nl", "de begindatum") == (
        "1 week na de begindatum"
    )
    assert m.in_woorden(lees_moment("vandaag"), "fy") == "vandaag"
