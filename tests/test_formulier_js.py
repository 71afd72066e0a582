"""The script of the form says the same as the reference: the same verdict, paths, codes and words."""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from catalogue.beoordelen import beoordeel
from catalogue.formulier import Formulier, Groep, Herhaling, Info, Vraag
from catalogue.oordeel import Indiener, Omstandigheden
from catalogue.voorbeelden import omstandigheden_uit
from generator.targets.formulier.bestanden import MAP
from generator.targets.formulier.plan import plan
from tests.voorbeelden.formulieren import ALLE_SOORTEN, ROOT, VANDAAG, als_json, catalogus, formulier, namen

Node = Callable[..., str]
Geval = tuple[Any, Omstandigheden]


def oordelen(node: Node, naam: str, gevallen: list[Geval], taal: str = "nl") -> Iterator[tuple[Geval, dict[str, Any]]]:
    """What the script says about each case; one run of Node per role."""
    f = formulier(naam)
    for rol in dict.fromkeys(o.rol for _, o in gevallen):
        eigen = [g for g in gevallen if g[1].rol == rol]
        regel = {
            "plan": plan(f, taal, rol, volledig=True),
            "gevallen": [{"antwoorden": a, "omstandigheden": als_json(o)} for a, o in eigen],
        }
        uit = json.loads(node(ROOT / "tests/voorbeelden/oordeel.mjs", MAP, input=json.dumps(regel)))
        yield from zip(eigen, uit, strict=True)


def verschil(f: Formulier, geval: Geval, script: dict[str, Any], taal: str = "nl") -> list[str]:
    """Where the script differs from the reference; empty when it does not."""
    oordeel = beoordeel(f, *geval)
    uit = []
    if [(x.pad, x.code) for x in oordeel.fouten] != [(x["pad"], x["code"]) for x in script["fouten"]]:
        uit.append(
            f"fouten {[(x.pad, x.code) for x in oordeel.fouten]} != {[(x['pad'], x['code']) for x in script['fouten']]}"
        )
    for soort in ("zichtbaar", "verplicht"):
        if list(getattr(oordeel, soort)) != script[soort]:
            uit.append(f"{soort} {list(getattr(oordeel, soort))} != {script[soort]}")
    if [(x.pad, x.code) for x in oordeel.waarschuwingen] != [(x["pad"], x["code"]) for x in script["waarschuwingen"]]:
        uit.append(f"waarschuwingen {oordeel.waarschuwingen} != {script['waarschuwingen']}")
    return uit


@pytest.mark.parametrize("naam", namen())
def test_every_example_gets_the_verdict_of_the_reference(naam: str, node: Node) -> None:
    f = formulier(naam)
    voorbeelden = [] if naam == ALLE_SOORTEN else list(catalogus().voorbeelden(naam))
    gevallen = [(v.antwoorden, omstandigheden_uit(v.omstandigheden, f, VANDAAG)) for v in voorbeelden]
    assert naam == ALLE_SOORTEN or gevallen
    for geval, script in oordelen(node, naam, gevallen) if gevallen else ():
        assert verschil(f, geval, script) == [], geval[0]


@pytest.mark.parametrize("naam", namen())
def test_damaged_answers_get_the_verdict_of_the_reference(naam: str, node: Node) -> None:
    f, kans = formulier(naam), random.Random(naam)
    gevallen = [(maak(f, kans), _omstandigheden(f, kans)) for _ in range(400)]
    gevallen += [(beschadig(a, kans), o) for a, o in gevallen for _ in range(2)]
    geldig = 0
    for geval, script in oordelen(node, naam, gevallen):
        assert verschil(f, geval, script) == [], json.dumps(geval[0], ensure_ascii=False)
        geldig += script["geldig"]
    assert naam != ALLE_SOORTEN or geldig > 20, "too few right answer sets to say anything"


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_the_script_says_it_in_the_words_of_the_reference(taal: str, node: Node) -> None:
    f, kans = formulier(ALLE_SOORTEN), random.Random(taal)
    gevallen = [(beschadig(maak(f, kans), kans), _omstandigheden(f, kans)) for _ in range(500)]
    gezien = set()
    for geval, script in oordelen(node, ALLE_SOORTEN, gevallen, taal):
        for fout, ander in zip(beoordeel(f, *geval).fouten, script["fouten"], strict=True):
            if (
                fout.code in ("onbekend", "verborgen", "soort")
                or (fout.code, "." in fout.pad) == ("verplicht", False)
                or fout.pad == "mensen.contact"
            ):
                continue  # nobody can make these by filling in the form
            gezien.add(fout.code)
            assert zonder_haken(ander["melding"]) == zonder_haken(fout.melding[taal]), fout
    assert {
        "verplicht",
        "lengte",
        "patroon",
        "proef",
        "datum",
        "keuze",
        "aantal",
        "minimum",
        "maximum",
        "stop",
        "bestand",
    } <= gezien


def zonder_haken(tekst: str) -> str:
    """A text without what stands for another answer: the form says its short name there, the reference its path."""
    return re.sub(r"\[.*\]", "[...]", tekst)


# ---- answers at random: mostly right, so that everything is reached ----------------------------------------------
_BESTAND = {
    "id": "0f8fad5b-d9cb-469f-a165-70867728950e",
    "naam": "bewijs.pdf",
    "mediatype": "application/pdf",
    "grootte": 1000,
    "sha256": "a" * 64,
}
_WAARDEN: dict[str, list[Any]] = {
    "tekst": ["Jan", "é" * 61, "  ", ""], "tekstvlak": ["een\ntwee"], "getal": [1, 2, 5, 0, 91, 12], "bedrag": ["12.50", "12.5", "-1.00"],
    "ja-nee": [True, False], "akkoord": [True, True, False], "datum": ["2026-11-24", "2026-11-20", "1990-02-30", "1972-05", "2027-01-31", "2026-12-22"],
    "tijd": ["09:30", "24:00", "9:30"], "datumtijd": ["2026-12-01T10:00", "2026-12-01T25:00"], "bsn": ["999993653", "999993654", "000000000"],
    "postcode": ["2514JS", "2514 JS"], "adres": [{"postcode": "2514JS", "huisnummer": "12"}, {"postcode": "2514JS"}, {"huisnummer": "0", "postcode": "x"}],
    "email": ["naam@voorbeeld.nl", "naam@voorbeeld"], "telefoon": ["0612345678", "06-1"], "iban": ["NL91ABNA0417164300", "NL92ABNA0417164300", "BE71096123456769"],
    "kenteken": ["AB12CD"], "kvk": ["12345678", "1234567"], "upload": [[_BESTAND], [_BESTAND, _BESTAND], [{**_BESTAND, "grootte": 600_000_000}]],
}  # fmt: skip


def _omstandigheden(f: Formulier, kans: random.Random) -> Omstandigheden:
    rol = kans.choice([*f.rollen, "indiener"])
    toegang = next((p.toegang for p in f.personen if p.persoon == rol), f.toegang)
    weg = kans.choice(toegang)
    indiener = Indiener(weg.soort, weg.middel, kans.choice([weg.niveau, weg.niveau, "basis"]))
    return Omstandigheden(
        VANDAAG, kans.choice([indiener, indiener, None]), rol,
        voorzieningen={v.voorziening: kans.random() < 0.5 for v in f.voorzieningen},
        parameters={p.parameter: kans.random() < 0.5 for p in f.parameters if p.soort == "ja-nee"},
    )  # fmt: skip


def maak(f: Formulier, kans: random.Random) -> dict[str, Any]:
    """An answer set that obeys the conditions; one in two with wrong and missing values here and there."""
    kans_op_goed = kans.choice([8, 1000])
    antwoorden: dict[str, Any] = {}
    for _ in range(5):  # what is shown depends on what was answered: let it settle
        oordeel = beoordeel(f, antwoorden, Omstandigheden(VANDAAG))
        zichtbaar = set(oordeel.zichtbaar)
        antwoorden = {
            s.pad: _vul(s.inhoud, antwoorden.get(s.pad, {}), s.pad, zichtbaar, kans, kans_op_goed)
            for s in f.stappen
            if s.pad in zichtbaar and _vraagt(s.inhoud)
        }
    return antwoorden


def _vraagt(inhoud: tuple[Any, ...]) -> bool:
    return any(not isinstance(e, Info) for e in inhoud)


def _vul(
    inhoud: tuple[Any, ...], oud: Any, pad: str, zichtbaar: set[str], kans: random.Random, kans_op_goed: int
) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    for e in inhoud:
        eigen = f"{pad}.{e.id}"
        if eigen not in zichtbaar or isinstance(e, Info):
            continue
        if isinstance(e, Groep):
            uit[e.id] = _vul(e.inhoud, oud.get(e.id, {}), eigen, zichtbaar, kans, kans_op_goed)
        elif isinstance(e, Herhaling):
            lijst = oud.get(e.id) or [{} for _ in range(kans.randint(e.minimum, min(e.maximum, 3)))]
            if e.per:
                lijst = [
                    {**item, "voor": code}
                    for code, item in zip(uit.get(e.per.rpartition(".")[2], ()), lijst + [{}] * 9, strict=False)
                ]
            uit[e.id] = [
                _vul(e.inhoud, item, f"{eigen}[{i}]", zichtbaar, kans, kans_op_goed) for i, item in enumerate(lijst)
            ]
        elif e.id in oud:
            uit[e.id] = oud[e.id]
        elif kans.random() < 1 - 0.3 / kans_op_goed:
            uit[e.id] = _waarde(e, kans, kans_op_goed)
    return uit


def _waarde(v: Vraag, kans: random.Random, kans_op_goed: int) -> Any:
    codes = [o.code for o in v.opties] or ["x1"]
    if v.soort == "getal" and v.veld.decimalen:
        return kans.choice(["2.5", "2.5", "2.555"])
    if v.soort == "datum" and v.id == "eind":
        return kans.choice(["2026-12-01", "2027-02-01", "2028-01-01"])
    if v.soort == "tekst" and kans.random() < 0.8:
        return f"Jan{kans.randrange(1000)}"
    if v.soort == "keuze":
        return kans.choice(codes)
    if v.soort == "meerkeuze":
        return kans.sample(codes, kans.randint(1, len(codes)))
    goed, *fout = _WAARDEN[v.soort]
    return copy.deepcopy(
        kans.choice([goed, *fout] if v.soort == "ja-nee" else [goed] * kans_op_goed + _WAARDEN[v.soort])
    )


def beschadig(antwoorden: Any, kans: random.Random) -> Any:
    """One change somewhere: a value gone, of another type, added, moved or doubled."""
    heel = copy.deepcopy(antwoorden)
    plekken = list(_plekken(heel))
    if not plekken:
        return heel
    houder, sleutel = kans.choice(plekken)
    wat = kans.randrange(7)
    if wat == 0:
        del houder[sleutel]
    elif wat == 1:
        houder[sleutel] = kans.choice([None, "", [], {}, 0, "x", True, 1.5, ["a", "a"], [{}], -3, "2026-13-01"])
    elif wat == 2 and isinstance(houder, dict):
        houder[kans.choice(["vreemd", "lokaal", "naam", "reden", "__proto__", "constructor"])] = "x"
    elif wat == 3 and isinstance(houder, dict):
        andere, ander = kans.choice(plekken)
        houder[sleutel] = copy.deepcopy(andere[ander])
    elif wat == 4 and isinstance(houder[sleutel], list) and houder[sleutel]:
        houder[sleutel].append(copy.deepcopy(houder[sleutel][0]))
    elif wat == 5 and isinstance(houder[sleutel], list):
        houder[sleutel].clear()
    else:
        houder[sleutel] = not houder[sleutel] if isinstance(houder[sleutel], bool) else f"{houder[sleutel]}0"
    return heel


def _plekken(waarde: Any) -> Iterator[tuple[Any, Any]]:
    paren = waarde.items() if isinstance(waarde, dict) else enumerate(waarde) if isinstance(waarde, list) else ()
    for sleutel, onder in paren:
        yield waarde, sleutel
        yield from _plekken(onder)
