"""What people type and browsers send: cleaned alike with and without a script, judged without a crash, and still on the
page when something is wrong."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest

from catalogue.beoordelen import beoordeel
from catalogue.formulier import Vraag, vragen
from catalogue.oordeel import Indiener, Omstandigheden
from generator.targets.formulier.bestanden import MAP
from generator.targets.formulier.plan import plan
from tests.hulp.stub import Draaiend, schrijf
from tests.voorbeelden.formulieren import ALLE_SOORTEN, GETYPT, ROOT, VANDAAG, formulier
from tests.voorbeelden.ontvanger import FORMPOST

Items = list[tuple[str, str]]
HTML = {"Accept": "text/html", "Sec-Fetch-Site": "same-origin"}
OM = Omstandigheden(VANDAAG, Indiener("burger", "geen"))
SCHOON = [
    # in the form of every kind: the question, what is typed, what it means
    ("tekst.naam", "  Jan\u00a0\u200b", "Jan"),
    ("tekst.naam", "Jan\tde\r\nVries", "Jan de Vries"),
    ("tekst.naam", "Rene\u0301", "Ren\u00e9"),
    ("tekst.naam", "\u200b\u2060 \u00a0", None),
    ("tekst.naam", "a\u0000b", "a\u0000b"),
    ("tekst.bericht", "\r\n een\r\ntwee\rdrie \n", "een\ntwee\ndrie"),
    ("tekst.personen", " 12 ", 12),
    ("tekst.personen", "NaN", "NaN"),
    ("tekst.personen", "1e400", "1e400"),
    ("tekst.personen", "9" * 400, "9" * 400),
    ("tekst.lengte", "1.250,5", "1250.5"),
    ("tekst.lengte", "007,5", "7.5"),
    ("tekst.lengte", "2,\u200b5", "2.5"),
    ("tekst.lengte", "Infinity", "Infinity"),
    ("tekst.inkomen", "€ 1.250,5", "1250.50"),
    ("tekst.inkomen", "12,-", "12.00"),
    ("tekst.inkomen", "een tientje", "een tientje"),
    ("tekst.bsn", "9999.93.653", "999993653"),
    ("tekst.bsn", "\u202a999993653\u202c", "999993653"),
    ("tekst.email", " jan@voorbeeld.nl ", "jan@voorbeeld.nl"),
    ("tekst.telefoon", "+31 (0)6-1234 5678", "+31612345678"),
    ("tekst.telefoon", "+31\u200b612345678", "+31612345678"),
    ("tekst.postcode", "2514 js", "2514JS"),
    ("tekst.iban", "nl91 abna-0417.1643 00", "NL91ABNA0417164300"),
    ("tekst.kenteken", "ab-12-cd", "AB12CD"),
    ("tekst.kvk", "12.345.678", "12345678"),
    ("tekst.adres.postcode", " 2514\u00a0js", {"postcode": "2514JS"}),
    ("tekst.adres.straat", "Dam\tweg ", {"straat": "Dam weg"}),
    ("tijd.hoeLaat", "9u30", "09:30"),
    ("tijd.hoeLaat", "half tien", "half tien"),
    ("tijd.begin.dag", "1", "--01"),
    ("tijd.geboren.jaar", "1972", "1972"),
    ("tijd.afspraak.tijd", "9.05", "T09:05"),
    ("kiezen.woning", "koop", "koop"),
    ("kiezen.woning", "paleis", "paleis"),
    ("kiezen.provincie", " FRYSL\u00c2N ", "fryslan"),
    ("stukken.akkoord", "ja", True),
]
RAAR = [
    "", " ", "\u200b", "NaN", "-NaN", "sNaN", "Infinity", "-Infinity", "1e400", "-1e-400", "0x10", "1_000", "١٢٣",
    "９", "-0", "-0,00", "00012", "9" * 5000, "1" + "0" * 5000 + ",5", "31", "99", "9999", "0000", "-1", "2026",
    "1.250", ",5", "5,", "€", "€ -5", "--", "..", "null", "true", "ja", "nee", "[]", "{}", "a", "a" * 5000, "\u0000",
    "\U0001f600", "e\u0301" * 50, "ß", "İ", "\u202e", "\r\n\t", "<b>", '"', "24:00", "23.59", "7u5", "2026-02-30",
    "__proto__", "constructor",
]  # fmt: skip
"""Values that trip a program that believes what it reads."""


def lees(naam: str, posts: list[Items], node: Callable[..., str]) -> tuple[list[Any], list[Any]]:
    """What each post is read as: by the receiver, and by the script of the page."""
    zicht = plan(formulier(naam), "nl", volledig=True)
    receiver = [FORMPOST.from_form(zicht, items).antwoorden for items in posts]
    regel = json.dumps({"plan": zicht, "gevallen": [{"items": list(per_naam(items).items())} for items in posts]})
    return receiver, json.loads(node(ROOT / "tests/voorbeelden/oordeel.mjs", MAP, input=regel))


def test_what_is_typed_is_made_clean_alike_with_and_without_a_script(node) -> None:
    receiver, script = lees(ALLE_SOORTEN, [[(naam, getypt)] for naam, getypt, _ in SCHOON], node)
    assert receiver == script
    for (naam, getypt, bedoeld), antwoorden in zip(SCHOON, receiver, strict=True):
        stap, vraag = naam.split(".")[:2]
        assert antwoorden[stap].get(vraag) == bedoeld, (naam, getypt)


def per_naam(items: Items) -> dict[str, list[str]]:
    uit: dict[str, list[str]] = {}
    for naam, waarde in items:
        uit.setdefault(naam, []).append(waarde)
    return uit


def namen_van(naam: str) -> Iterator[str]:
    """The names of the boxes of a form that one types in or chooses from; of a repeat those of two rows."""
    for v in (v for v in vragen(formulier(naam)) if v.vorm != "bestanden"):
        for rij in ("0", "1") if "[]" in v.pad else ("",):
            eigen = v.pad.replace("[]", f".{rij}")
            yield from (f"{eigen}.{deel}" for deel in vakken(v)) if vakken(v) else (eigen,)


def vakken(v: Vraag) -> tuple[str, ...]:
    """The boxes that one question has, when it has more than one."""
    if v.vorm == "delen":
        return tuple(deel.id for deel in v.feiten.delen)
    dag = ("dag", "maand", "jaar")
    return {"dag": dag, "dagtijd": (*dag, "tijd")}.get(v.feiten.maten.get("deel", ""), ())


@pytest.mark.parametrize("naam", [ALLE_SOORTEN, GETYPT])
def test_whatever_is_typed_is_read_alike_and_judged_without_a_crash(naam: str, node) -> None:
    kans, vakjes = random.Random(naam), list(namen_van(naam))
    posts = [[(vak, kans.choice(RAAR)) for vak in vakjes if kans.random() < 0.7] for _ in range(150)]
    posts += [[(vak, raar)] for vak in vakjes for raar in RAAR]
    receiver, script = lees(naam, posts, node)
    geraakt = 0
    for items, een, ander in zip(posts, receiver, script, strict=True):
        assert een == ander, items
        oordeel = beoordeel(formulier(naam), een, OM, snoei=True)
        json.dumps([f.pad for f in oordeel.fouten] + [oordeel.antwoorden], allow_nan=False)
        geraakt += bool(oordeel.fouten)
    assert geraakt > 150


# -- the whole way, to a receiver that runs ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def stub(tmp_path_factory: Any) -> Iterator[Draaiend]:
    draaiend = Draaiend(schrijf(formulier(GETYPT), tmp_path_factory.mktemp(GETYPT))).start()
    yield draaiend
    draaiend.stop()


def stuur(stub: Draaiend, items: Items) -> httpx.Response:
    """As a browser without scripts posts it."""
    leeg = [("leeg", ("", b"", "application/octet-stream"))]
    return httpx.post(f"{stub.adres}/", data=per_naam(items), files=leeg, headers=HTML, timeout=20)


def fouten_op(pagina: str) -> set[str]:
    """The questions that the list above the form leads to."""
    lijst = pagina.partition('id="fouten"')[2].partition("</ul>")[0]
    return {stuk.partition('"')[0].removeprefix("v-") for stuk in lijst.split('href="#')[1:]}


def dag(naam: str, d: str, m: str, j: str) -> Items:
    return [(f"{naam}.dag", d), (f"{naam}.maand", m), (f"{naam}.jaar", j)]


@pytest.mark.parametrize(
    ("items", "plek"),
    [
        ([("een.heel", "NaN"), ("een.groot", "x")], "een-heel"),
        ([("een.heel", "1e400"), ("een.groot", "x")], "een-heel"),
        ([("een.maat", "NaN"), ("een.ruim", "x")], "een-maat"),
        ([("een.geld", "sNaN"), ("een.duur", "x")], "een-geld"),
        ([("een.geld", "9" * 400), ("een.duur", "x")], "een-geld"),
        ([*dag("twee.begin", "31", "12", "99999"), ("twee.eind.jaar", "2026"), ("twee.lang", "x")], "twee-begin"),
        ([*dag("twee.eind", "0", "0", "0"), ("twee.lang", "x")], "twee-eind"),
        ([("twee.uur", "99:99"), ("twee.vroeg", "x")], "twee-uur"),
    ],
)
def test_what_is_no_number_or_date_is_a_fault_at_its_question(stub: Draaiend, items: Items, plek: str) -> None:
    antwoord = stuur(stub, items)
    assert antwoord.status_code == 400 and antwoord.headers["content-type"].startswith("text/html")
    assert plek in fouten_op(antwoord.text), fouten_op(antwoord.text)


def test_a_sum_beyond_the_calendar_is_no_crash(stub: Draaiend) -> None:
    """31 December 9999 and four weeks, or forty working days: the last day there is."""
    datums = [*dag("twee.begin", "31", "12", "9999"), *dag("twee.eind", "1", "1", "2026")]
    antwoord = stuur(stub, [*datums, ("twee.lang", "x"), ("twee.werk", "x")])
    assert antwoord.status_code == 400
    assert not {plek for plek in fouten_op(antwoord.text) if plek.startswith("twee-")}


class Ingevuld(HTMLParser):
    """The names and values that a browser would send again from a page."""

    def __init__(self, pagina: str) -> None:
        super().__init__()
        self.items: Items = []
        self.select = self.tekst = ""
        self.feed(pagina)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = dict(attrs)
        naam, waarde = a.get("name") or "", a.get("value") or ""
        if tag == "input" and (a.get("type") not in ("radio", "checkbox") or "checked" in a):
            self.items.append((naam, waarde))
        elif tag == "select":
            self.select = naam
        elif tag == "option" and "selected" in a:
            self.items.append((self.select, waarde))
        elif tag == "textarea":
            self.tekst = naam
            self.items.append((naam, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.tekst = ""

    def handle_data(self, data: str) -> None:
        if self.tekst:
            self.items[-1] = (self.tekst, (self.items[-1][1] + data).removeprefix("\n"))


def test_what_hangs_on_a_wrong_date_is_still_there(stub: Draaiend) -> None:
    """A step hangs on a day that does not exist: nothing typed in it is asked again, or thrown away."""
    getypt = [
        *dag("twee.begin", "31", "2", "2026"), *dag("twee.eind", "1", "6", "2026"), ("twee.lang", "omdat"),
        ("drie.naam", "Jan \u00e9n <b>"), ("drie.verhaal", "een\ntwee"), ("drie.tel", "06-12345678"),
        ("drie.bank", "nl91 abna 0417164300"), ("drie.waar.postcode", "2514 js"), ("drie.waar.huisnummer", "12"),
        ("drie.mag", "nee"), ("drie.kleur", "groen"), ("drie.kies", "a"), ("drie.kies", "c"),
        ("drie.mensen.0.wie", "Kim"), ("drie.mensen.0.oud", "7"), ("drie.mensen.0.extra", "Oma"),
        ("drie.mensen.2.wie", "Bo"),
    ]  # fmt: skip
    antwoord = stuur(stub, getypt)
    assert antwoord.status_code == 400
    assert fouten_op(antwoord.text) == {"twee-begin"}
    terug = Ingevuld(antwoord.text).items
    assert not [item for item in getypt if item not in terug]
    goed = [(naam, "28" if naam == "twee.begin.dag" else waarde) for naam, waarde in terug if naam]
    ontvangen = stuur(stub, goed)
    assert ontvangen.status_code == 201, fouten_op(ontvangen.text)
    assert "Oma" in ontvangen.text and "Bo" in ontvangen.text and "omdat" in ontvangen.text


def test_the_judge_keeps_what_is_in_doubt_and_leaves_out_what_does_not_apply() -> None:
    """The same answers on a day that does not exist, and on one before the step counts."""
    f = formulier(GETYPT)
    heel = {"een": {}, "twee": {"begin": "2026-02-31", "lang": "x"}, "drie": {"naam": "Jan", "mag": True}}
    assert beoordeel(f, heel, OM, snoei=True).antwoorden == heel
    toen = {**heel, "twee": {"begin": "2025-02-28", "lang": "x"}}
    assert beoordeel(f, toen, OM, snoei=True).antwoorden == {"een": {}, "twee": {"begin": "2025-02-28"}}
    assert heel["drie"] == {"naam": "Jan", "mag": True}
