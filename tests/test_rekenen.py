"""Days, terms, amounts and numbers, held in both languages against tables made by hand from the law (tests/rekenen).

No row comes from the code. Where the two disagree, the law decides who is wrong, and the row says where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from catalogue.catalogus import Catalogus
from catalogue.dienst import Dienst
from catalogue.load import laad
from catalogue.uitwerken import Bouwstenen, werk_uit
from catalogue.voorbeelden import omstandigheden_uit
from tests.rekenen import motoren as m

Node = Callable[..., str]
DAG = timedelta(days=1)
FEEST, OPTELLEN, TERMIJNEN = m.tabel("feestdagen"), m.tabel("optellen"), m.tabel("termijnen")
KOSTEN, PROEVEN = m.tabel("kosten"), m.tabel("proeven")
SPECS = m.HIER.parents[1] / "specs"
d = date.fromisoformat


def rijen(inhoud: Any) -> Iterator[dict[str, Any]]:
    """Every row of a table, in whichever of its lists."""
    for deel in inhoud.values():
        if isinstance(deel, list):
            yield from (rij for rij in deel if isinstance(rij, dict))


def als_test(lijst: list[dict[str, Any]]) -> Any:
    """Each row a case of its own, named after how it begins."""
    return pytest.mark.parametrize("rij", lijst, ids=[" ".join(map(str, list(r.values())[:3])) for r in lijst])


def vergelijk(node: Node, lijst: list[dict[str, Any]], taak: Callable[[dict[str, Any]], tuple[Any, ...]]) -> None:
    """The script of the form makes of every row what the row says."""
    uit = m.in_javascript(node, map(taak, lijst))
    assert [r for r, u in zip(lijst, uit, strict=True) if u != r["wordt"]] == []


@pytest.mark.parametrize("inhoud", [FEEST, OPTELLEN, TERMIJNEN, KOSTEN, PROEVEN], ids=lambda t: t["wat"][:20])
def test_every_row_says_where_it_comes_from(inhoud: dict[str, Any]) -> None:
    bronnen = [rij["bron"] for rij in rijen(inhoud)]
    uitgeschreven = [b for b in bronnen if b in inhoud["bronnen"] or len(b) > 15 or b.startswith("als ")]
    assert bronnen == uitgeschreven
    assert set(inhoud["bronnen"]) - set(bronnen) == set()


# ---- holidays ----------------------------------------------------------------------------------------------------
JAREN = range(2020, 2030)
DAGEN = {d(rij["dag"]) for rij in FEEST["rijen"]}


@pytest.mark.parametrize("jaar", JAREN)
def test_the_holidays_of_a_year_are_these_and_no_others(jaar: int) -> None:
    assert set(m.feestdagen(jaar)) == {dag for dag in DAGEN if dag.year == jaar}


@als_test(FEEST["geen_feestdag"])
def test_a_day_that_is_easily_taken_for_a_holiday_is_none(rij: dict[str, Any]) -> None:
    dag = d(rij["dag"])
    assert dag not in m.feestdagen(dag.year)


@als_test(FEEST["gelijkgesteld_buiten_de_tien_jaar"])
def test_days_that_a_decree_equated_before_these_ten_years(rij: dict[str, Any]) -> None:
    assert not m.is_werkdag(d(rij["dag"]))


def test_every_equated_day_in_the_code_stands_in_the_table() -> None:
    gelijk = [r["dag"] for r in FEEST["rijen"] if r["naam"] == "gelijkgesteld"]
    gelijk += [r["dag"] for r in FEEST["gelijkgesteld_buiten_de_tien_jaar"]]
    assert sorted(map(date.isoformat, m.GELIJKGESTELD)) == sorted(gelijk)


def test_working_days_of_ten_years_in_both_languages(node: Node) -> None:
    """A working day is what is no Saturday, no Sunday and not in the table: 3,653 days, each looked at."""
    dagen = [date(2020, 1, 1) + i * DAG for i in range(3653)]
    assert dagen[-1] == date(2029, 12, 31)
    verwacht = [dag.weekday() < 5 and dag not in DAGEN for dag in dagen]
    assert list(map(m.is_werkdag, dagen)) == verwacht
    volgende = m.in_javascript(node, [("schuif", str(dag - DAG), 1, "werkdagen", False) for dag in dagen])
    assert [u == str(dag) for u, dag in zip(volgende, dagen, strict=True)] == verwacht


# ---- adding and counting back ------------------------------------------------------------------------------------
@als_test(OPTELLEN["rijen"])
def test_adding(rij: dict[str, Any]) -> None:
    assert str(m.plus(d(rij["dag"]), rij["aantal"], rij["eenheid"])) == rij["wordt"]


def test_adding_in_javascript(node: Node) -> None:
    vergelijk(node, OPTELLEN["rijen"], lambda r: ("schuif", r["dag"], r["aantal"], r["eenheid"], False))


@pytest.mark.parametrize("eenheid", OPTELLEN["onbekende_eenheden"])
def test_a_term_in_hours_cannot_be_written(eenheid: str) -> None:
    """Article 4 takes hours out of the law; the language has no such unit, nor another one."""
    with pytest.raises(ValueError, match="Onbekende eenheid"):
        m.plus(date(2026, 1, 1), 1, eenheid)
    with pytest.raises(ValueError):
        m.lees_moment(f"vandaag + 1 {eenheid}")


# ---- legal terms -------------------------------------------------------------------------------------------------
@als_test(TERMIJNEN["uiterste_dag"])
def test_the_last_day_of_a_term(rij: dict[str, Any]) -> None:
    assert str(m.uiterste_dag(d(rij["dag"]), rij["aantal"], rij["eenheid"])) == rij["wordt"]


def test_the_last_day_of_a_term_in_javascript(node: Node) -> None:
    vergelijk(node, TERMIJNEN["uiterste_dag"], lambda r: ("uiterste", r["dag"], r["aantal"], r["eenheid"]))


def als_moment(basis: str, rij: dict[str, Any], uitloop: str) -> str:
    """The day of a moment as a specification writes it."""
    return m.waarde(f"{basis} - {abs(rij['aantal'])} {rij['eenheid']}{uitloop}", d(basis))


@als_test(TERMIJNEN["vroegste_dag"])
def test_the_earliest_day_of_which_the_term_still_runs(rij: dict[str, Any]) -> None:
    assert str(m.vroegste_dag(d(rij["vandaag"]), rij["aantal"], rij["eenheid"])) == rij["wordt"]
    assert als_moment(rij["vandaag"], rij, " met uitloop") == rij["wordt"]


@als_test(TERMIJNEN["vroegste_dag"])
def test_a_day_earlier_is_too_late(rij: dict[str, Any]) -> None:
    """The row itself, read the other way round: the term of that day has not ended, that of the day before has."""
    vandaag, dag = d(rij["vandaag"]), d(rij["wordt"])
    assert m.uiterste_dag(dag, rij["aantal"], rij["eenheid"]) >= vandaag
    assert dag == date.min or m.uiterste_dag(dag - DAG, rij["aantal"], rij["eenheid"]) < vandaag


def test_the_earliest_day_in_javascript(node: Node) -> None:
    vergelijk(node, TERMIJNEN["vroegste_dag"], lambda r: ("schuif", r["vandaag"], -r["aantal"], r["eenheid"], True))


@als_test(TERMIJNEN["teruggerekend"])
def test_a_term_that_is_counted_back_is_not_extended(rij: dict[str, Any]) -> None:
    assert als_moment(rij["dag"], rij, "") == rij["wordt"]


def test_a_term_that_is_counted_back_in_javascript(node: Node) -> None:
    vergelijk(node, TERMIJNEN["teruggerekend"], lambda r: ("schuif", r["dag"], r["aantal"], r["eenheid"], False))


# ---- costs -------------------------------------------------------------------------------------------------------
def tarieven() -> dict[str, dict[str, str | None]]:
    return {**KOSTEN["tarieven"], **Catalogus(SPECS).bouwstenen.tarieven}


@als_test(KOSTEN["tarief"])
def test_a_tariff_counts_from_its_first_day(rij: dict[str, Any]) -> None:
    assert m.tarief_op(tarieven()[rij["tarief"]], rij["dag"]) == rij["wordt"]


@als_test(KOSTEN["te_betalen"])
def test_what_there_is_to_pay(rij: dict[str, Any]) -> None:
    gelezen = laad(m.HIER / "kosten.yaml", Dienst)
    assert gelezen.problemen == [] and gelezen.model is not None
    uitwerking = werk_uit(gelezen.model, Bouwstenen(tarieven=KOSTEN["tarieven"]))
    assert uitwerking.problemen == []
    parameters = {"prijs": rij["prijs"]} if "prijs" in rij else {}
    om = omstandigheden_uit({"parameters": parameters}, uitwerking.formulier, d(rij["dag"]))
    betalen = m.beoordeel(uitwerking.formulier, {"mandje": rij["mandje"]}, om).te_betalen
    assert [[r.kosten, r.aantal, r.bedrag, r.totaal] for r in betalen] == rij["wordt"]


# ---- numbers with a check ----------------------------------------------------------------------------------------
def goed(lijst: str, uitkomst: bool | None = None) -> list[tuple[str, bool]]:
    return [(r["tekst"], r.get("goed", uitkomst)) for r in PROEVEN[lijst]]


def in_script(node: Node, soort: str, nummers: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    uit = m.in_javascript(node, [("gebreken", soort, tekst) for tekst, _ in nummers])
    return [(tekst, codes == []) for (tekst, _), codes in zip(nummers, uit, strict=True)]


def test_the_elfproef_in_both_languages(node: Node) -> None:
    nummers = goed("bsn")
    assert [(tekst, m.elfproef(tekst)) for tekst, _ in nummers] == nummers
    assert in_script(node, "bsn", nummers) == nummers


def andere_lengtes(iban: str) -> Iterator[str]:
    """The same account with a sign more or less, and check digits that fit (98 minus the remainder)."""
    for rekening in (iban[4:] + "0", iban[4:-1]):
        getal = int("".join(str(int(teken, 36)) for teken in f"{rekening}{iban[:2]}00"))
        yield f"{iban[:2]}{98 - getal % 97:02}{rekening}"


def test_ibans_in_both_languages(node: Node) -> None:
    nummers = [
        *goed("iban", True),
        *goed("iban_buiten_sepa"),
        *goed("iban_fout", False),
        *((fout, False) for rij in PROEVEN["iban"] for fout in andere_lengtes(rij["tekst"])),
    ]
    assert [(tekst, m.proef97(tekst)) for tekst, _ in nummers] == nummers
    assert in_script(node, "iban", nummers) == nummers


def test_the_length_of_an_iban_by_country() -> None:
    assert {r["tekst"][:2]: r["lengte"] for r in PROEVEN["iban"]} == m.IBAN_LENGTE
    assert all(len(r["tekst"]) == r["lengte"] for r in PROEVEN["iban"])


@als_test(PROEVEN["kenteken"])
def test_a_number_plate_of_each_sidecode(rij: dict[str, Any]) -> None:
    vorm = "".join("9" if teken.isdigit() else "X" for teken in rij["tekst"])
    assert vorm == rij["vorm"].replace("-", "")
    assert m.is_kenteken(rij["tekst"])


@als_test(PROEVEN["kenteken_fout"])
def test_what_follows_no_sidecode(rij: dict[str, Any]) -> None:
    assert not m.is_kenteken(rij["tekst"])


def test_the_question_for_a_number_plate_asks_six_signs_only(node: Node) -> None:
    """`vraag`: accepted by the question, that knows no sidecodes (a foreign or old plate must get through)."""
    nummers = [*goed("kenteken", True), *((r["tekst"], r["vraag"]) for r in PROEVEN["kenteken_fout"])]
    assert in_script(node, "kenteken", nummers) == nummers
