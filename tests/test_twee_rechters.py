"""The two judges, and the two readers of what was typed, on small plans written by hand: what the text of the plan says of it."""

from __future__ import annotations

import copy
import importlib.util
import json
import random
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import pytest

from catalogue.formulier import vragen
from catalogue.oordeel import Omstandigheden, Plan, beoordeel
from catalogue.plan import maak_plan
from generator.targets.formulier.bestanden import MAP
from generator.targets.formulier.plan import plan as zicht
from tests.voorbeelden.formulieren import ALLE_SOORTEN, ROOT, als_json, formulier

Node = Callable[..., str]
Knoop = dict[str, Any]
VANDAAG = Omstandigheden(date(2026, 11, 24))
NAAM = {"nl": "Naam?", "en": "Name?"}
OPEN = ["is", "parameter.p", [True]]


@cache
def kop() -> Knoop:
    """A plan of every kind of question, without steps."""
    heel = maak_plan(formulier(ALLE_SOORTEN))
    return {**heel, "stappen": [], "lijsten": {}, "kosten": [], "parameters": {"p": None}, "voorzieningen": []}


def vraag(id: str, soort: str = "tekst", **meer: Any) -> Knoop:
    return {"id": id, "soort": soort, "naam": NAAM, **meer}


def groep(id: str, *velden: Knoop, **meer: Any) -> Knoop:
    return {"id": id, "soort": "groep", "naam": NAAM, "velden": list(velden), **meer}


def lijst(id: str, *velden: Knoop, **meer: Any) -> Knoop:
    return {"id": id, "soort": "herhaling", "naam": NAAM, "minimum": 1, "maximum": 5, "velden": list(velden), **meer}


def stap(id: str, *velden: Knoop, **meer: Any) -> Knoop:
    return {"id": id, "naam": NAAM, "velden": list(velden), **meer}


def is_(pad: str, waarde: Any = "1") -> list[Any]:
    return ["is", pad, [waarde]]


def beide(node: Node, stappen: list[Knoop], antwoorden: Any, snoei: bool = False) -> list[Any]:
    """What each judge says: the faults, and after pruning the answers too."""
    data = {**kop(), "stappen": stappen}
    geval = {"antwoorden": antwoorden, "omstandigheden": als_json(VANDAAG), "snoei": snoei}
    (js,) = json.loads(node(ROOT / "tests/voorbeelden/oordeel.mjs", MAP, input=json.dumps({"plan": data, "gevallen": [geval]})))
    py = beoordeel(Plan(data), copy.deepcopy(antwoorden), VANDAAG, snoei=snoei)
    van_js = [(f["pad"], f["code"]) for f in js["fouten"]]
    van_py = [(f.pad, f.code) for f in py.fouten]
    return [(van_py, py.antwoorden), (van_js, js["antwoorden"])] if snoei else [van_py, van_js]


SVP = {"verplicht": False}
TRAPS = ("constructor", "toString", "__proto__", "hasOwnProperty")
GEVALLEN: dict[str, tuple[list[Knoop], Any, list[tuple[str, str]]]] = {
    "geen object": ([stap("a", vraag("b"))], [], [("", "soort")]),
    "een lege lijst is geen antwoord": (
        [stap("a", lijst("l", vraag("x"), minimum=0), vraag("y", als=["beantwoord", "a.l"]))],
        {"a": {"l": [], "y": "1"}},
        [("a.y", "verborgen")],
    ),
    "gelijke objecten zijn dubbel": (
        [stap("a", lijst("l", vraag("x", "adres"), uniek=["x"]))],
        {"a": {"l": [{"x": {"postcode": "2514JS", "huisnummer": "1"}}, {"x": {"huisnummer": "1", "postcode": "2514JS"}}]}},
        [("a.l[1].x", "dubbel")],
    ),
    "gelijke getallen zijn dubbel": (
        [stap("a", lijst("l", vraag("x", "getal", vorm="decimaal", decimalen=2), uniek=["x"]))],
        {"a": {"l": [{"x": "2.5"}, {"x": "10"}, {"x": "2.50"}, {"x": "10.0"}, {"x": "1"}]}},
        [("a.l[2].x", "dubbel"), ("a.l[3].x", "dubbel")],
    ),
    "een binaire breuk telt niet": (
        [stap("a", vraag("x", "getal", vorm="decimaal", decimalen=4, maximum="0.3000"), vraag("y", als=["meer_dan", "a.x", "g", "0.29999"]))],
        {"a": {"x": "0.3", "y": "1"}},
        [],
    ),
    "een half teken mag niet": ([stap("a", vraag("x"))], {"a": {"x": "a\ud800"}}, [("a.x", "patroon")]),
    "losse accenten mogen niet": ([stap("a", vraag("x"))], {"a": {"x": "e\u0301"}}, [("a.x", "patroon")]),
    "alleen lege tekens": ([stap("a", vraag("x"))], {"a": {"x": "\u200b\u00ad "}}, [("a.x", "lengte")]),
    "een tab mag in meer regels": (
        [stap("a", vraag("x", "tekstvlak"), vraag("y"))], {"a": {"x": "a\tb\nc", "y": "a\tb"}}, [("a.y", "patroon")]
    ),
    "het teken telt, niet de helften": ([stap("a", vraag("x", maximum=2))], {"a": {"x": "😀😀"}}, []),
    "twijfel over een vraag": (
        [stap("a", vraag("w"), vraag("x", als=is_("a.w")), vraag("y", als=["niet", is_("a.w")]))], {"a": {"x": "1"}}, [("a.w", "verplicht")]
    ),
    "een groep die ontbreekt is zelf niet in twijfel": (
        [stap("a", groep("g", vraag("x", **SVP)), vraag("y", als=is_("a.g.x")))],
        {"a": {"y": "1"}},
        [("a.g", "verplicht"), ("a.y", "verborgen")],
    ),
    "in een groep in twijfel wordt niet gekeken": (
        [stap("a", vraag("w"), groep("g", vraag("x"), als=["niet", is_("a.w")]))], {"a": {}}, [("a.w", "verplicht")]
    ),
    "een antwoord op een tekst is onbekend, getoond of niet": (
        [stap("a", vraag("t"), {"id": "i", "soort": "info", "naam": NAAM, "als": False}, {"id": "j", "soort": "info", "naam": NAAM})],
        {"a": {"t": "1", "i": 1, "j": 1}},
        [("a.i", "onbekend"), ("a.j", "onbekend")],
    ),
    "een upload zonder typen en grootte neemt elk bestand": (
        [stap("a", vraag("u", "upload"))],
        {"a": {"u": [{"id": "0" * 8 + "-0000-4000-8000-" + "0" * 12, "naam": "a.x", "mediatype": "x/y", "grootte": 9, "sha256": "0" * 64}]}},
        [],
    ),
    "een optie in twijfel mag": (
        [stap("a", vraag("w"), vraag("k", "keuze", opties=[{"code": "x", "naam": NAAM, "als": is_("a.w")}]))],
        {"a": {"k": "x"}},
        [("a.w", "verplicht")],
    ),
    "twijfel blijft in haar rij": (
        [stap("a", lijst("l", vraag("w"), vraag("x", als=is_("a.l[].w"))))],
        {"a": {"l": [{"x": "1"}, {"w": "2", "x": "1"}]}},
        [("a.l[0].w", "verplicht"), ("a.l[1].x", "verborgen")],
    ),
    "wat de gemeente niet invulde mag ontbreken": (
        [stap("a", vraag("x", als=OPEN), groep("g", vraag("y"), als=OPEN), lijst("l", vraag("z"), als=OPEN), vraag("v", verplicht=OPEN))],
        {"a": {}},
        [],
    ),
    "wat de gemeente niet invulde mag er zijn": (
        [stap("a", vraag("x", als=["en", False, OPEN]), groep("g", vraag("y"), als=OPEN))], {"a": {"x": "1", "g": {}}}, [("a.g.y", "verplicht")]
    ),
    "een stop die van de gemeente afhangt telt niet": (
        [stap("a", vraag("x"), stop=[{"id": "s", "als": ["niet", OPEN], "m": NAAM}])], {"a": {"x": "1"}}, []
    ),
    "de eerste vier fouten van een lijst met keuzes": (
        [stap("a", vraag("k", "meerkeuze", maximum=2, opties=[{"code": "x", "naam": NAAM}]))],
        {"a": {"k": ["x", "x", "q"]}},
        [("a.k", "dubbel"), ("a.k", "aantal"), ("a.k", "keuze")],
    ),
    **{
        f"een vraag die {naam} heet": (
            [stap("a", vraag(naam), vraag("b", als=is_(f"a.{naam}")))],
            json.loads(f'{{"a": {{"{naam}": "1"}}}}'),
            [("a.b", "verplicht")],
        )
        for naam in TRAPS
    },
    **{
        f"een stap en een optie die {naam} heten": (
            [stap(naam, vraag("k", "keuze", opties=[{"code": naam, "naam": NAAM}]))],
            json.loads(f'{{"{naam}": {{"k": "valueOf"}}}}'),
            [(f"{naam}.k", "keuze")],
        )
        for naam in TRAPS
    },
    **{f"er is geen {naam}": ([stap("a", vraag(naam))], {"a": {}}, [(f"a.{naam}", "verplicht")]) for naam in TRAPS},
}


@pytest.mark.parametrize("naam", GEVALLEN)
def test_both_judges_say_what_the_text_says(naam: str, node: Node) -> None:
    stappen, antwoorden, fouten = GEVALLEN[naam]
    assert beide(node, stappen, antwoorden) == [fouten, fouten]


SNOEI: dict[str, tuple[list[Knoop], Any, Any]] = {
    "wat niet geldt gaat weg, en wat erop volgt ook": (
        [stap("a", vraag("w"), vraag("x", als=is_("a.w")), vraag("y", als=is_("a.x")))],
        {"a": {"w": "2", "x": "1", "y": "1"}},
        {"a": {"w": "2"}},
    ),
    "wat in twijfel is blijft": (
        [stap("a", vraag("w"), vraag("x", als=is_("a.w")))], {"a": {"x": "1"}}, {"a": {"x": "1"}}
    ),
    "leeg en misschien van toepassing": (
        [stap("a", groep("g", groep("d", vraag("x"))), als=OPEN), stap("b", lijst("l", vraag("x"), als=OPEN), vraag("y"))],
        {"a": {"g": {"d": {}}}, "b": {"l": [{}], "y": "1"}},
        {"b": {"y": "1"}},
    ),
    "een lege groep in een rij blijft, een lijst die niet geldt gaat weg": (
        [stap("a", lijst("l", groep("g", vraag("x", **SVP)), vraag("w"), lijst("m", vraag("z"), als=is_("a.l[].w"))))],
        {"a": {"l": [{"g": {}, "w": "2", "m": []}]}},
        {"a": {"l": [{"g": {}, "w": "2"}]}},
    ),
}


@pytest.mark.parametrize("naam", SNOEI)
def test_both_judges_leave_out_the_same_before_sending(naam: str, node: Node) -> None:
    stappen, antwoorden, over = SNOEI[naam]
    py, js = beide(node, stappen, antwoorden, snoei=True)
    assert py == js and js[1] == over
    opnieuw = beide(node, stappen, over)
    assert opnieuw == [js[0], js[0]], "what is left is judged as it was"


# ---- what was typed --------------------------------------------------------------------------------------------------

GETYPT = (
    "", " ", "\u00a0 Jan \u200b", "e\u0301", "a\tb", "a\r\nb\rc", "9999.93.653", "99 99\u202f93-653", "2514 js", "nl91 abna 0417 1643 00", "ab-12-cd",
    "+31 (0)6 12-34.56 78", "1.250,5", "€ 12,-", "€12", "1 250,00", "007", "-0", "-3", "1,2,3", "12.345.678", "9.30", "9u30", "0930", "24:00", "ja", "nee",
    "Ja", "constructor", "Utrecht", "  utrecht", "ÚTRECHT", "\ud800", "1", "24", "٣", "x" * 300,
)  # fmt: skip


def test_both_readers_make_the_same_of_what_was_typed(node: Node) -> None:
    """Every box of the form with every kind of question, filled with what people, and others, may type there."""
    f, kans = formulier(ALLE_SOORTEN), random.Random(1)
    plan = zicht(f, "nl", volledig=True)
    namen = []
    for v in vragen(f):
        naam = v.pad.replace("[]", ".0")
        delen = [d.id for d in v.feiten.delen] or {"dag": ["dag", "maand", "jaar"], "dagtijd": ["dag", "maand", "jaar", "tijd"]}.get(v.feiten.maten.get("deel"))
        namen += [f"{naam}.{deel}" for deel in delen] if delen else [naam]
    beurten = [{naam: [kans.choice(GETYPT)] for naam in namen if kans.random() < 0.9} for _ in range(300)]
    lading = json.dumps({"plan": plan, "gevallen": [{"items": list(items.items())} for items in beurten]})
    van_js = json.loads(node(ROOT / "tests/voorbeelden/oordeel.mjs", MAP, input=lading))
    for items, js in zip(beurten, van_js, strict=True):
        py = formpost().from_form(plan, [(naam, waarde) for naam, [waarde] in items.items()]).antwoorden
        assert json.loads(json.dumps(py)) == js, items


@cache
def formpost() -> Any:
    spec = importlib.util.spec_from_file_location("formpost_los", ROOT / "templates/stub/formpost.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("soort", "getypt", "antwoord"),
    [
        ("bsn", "9999.93-653\u200b", "999993653"), ("telefoon", "+31 (0)6 1234 5678", "+31612345678"), ("iban", "nl91 abna 0417 1643 00", "NL91ABNA0417164300"),
        ("bedrag", "€ 1.250,5", "1250.50"), ("bedrag", "007,-", "7.00"), ("tijd", "9.30", "09:30"), ("tekst", "\u00a0e\u0301\t\u200bx ", "é \u200bx"),
        ("tekstvlak", " a\r\nb ", "a\nb"), ("getal", "12", 12), ("getal", "1.5", "1.5"), ("ja-nee", "nee", False),
    ],
)  # fmt: skip
def test_typed_text_becomes_what_the_contract_has(soort: str, getypt: str, antwoord: Any, node: Node) -> None:
    f = formulier(ALLE_SOORTEN)
    plan = zicht(f, "nl", volledig=True)
    plan["stappen"] = [stap("a", vraag("x", soort))]
    lading = json.dumps({"plan": plan, "gevallen": [{"items": [["a.x", [getypt]]]}]})
    assert json.loads(node(ROOT / "tests/voorbeelden/oordeel.mjs", MAP, input=lading)) == [{"a": {"x": antwoord}}]
    assert formpost().from_form(plan, [("a.x", getypt)]).antwoorden == {"a": {"x": antwoord}}
