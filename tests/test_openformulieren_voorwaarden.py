"""Every kind of question with every comparison that a condition may use on it, in every place, as Open Formulieren holds it.

Tiny forms, one per kind and place: the question `x`, and per comparison a question, a group and a repeat that are shown by it and a
question that is required by it. Right answers must be accepted and come out as they went in; what is missing must be refused, unless
the list of limits says why not.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from catalogue.beoordelen import beoordeel
from catalogue.dienst import Dienst
from catalogue.formulier import Formulier, Herhaling, Vraag, elementen
from catalogue.invulling import Invulling
from catalogue.load import laad_tekst
from catalogue.oordeel import Indiener, Omstandigheden
from catalogue.uitwerken import werk_uit
from catalogue.voorwaarde import NOOIT, Grens, Vergelijk, en, is_open, niet
from generator.target import Kader
from generator.targets.openformulieren import bouw
from generator.vectoren.zoeken import VANDAAG
from tests.overeenkomst import open_formulieren as of
from tests.overeenkomst.gevallen import Geval
from tests.overeenkomst.motoren import zonder_volgorde

KOP = """
dienst: proef
naam: Proef
samenvatting: Een proef met voorwaarden.
producten: [verhuismelding]
doelgroep: [inwoner]
bewaartermijn: [{selectielijst: "7.1.7", termijn: P5Y}]
toegang: [{soort: burger, middel: geen}, {soort: burger, middel: digid, niveau: midden}]
voorzieningen: [{voorziening: balie, omschrijving: "Er is een balie."}]
parameters: [{parameter: grens, soort: getal, omschrijving: "Een grens"}, {parameter: mag, soort: ja-nee, omschrijving: "Het mag"}]
stappen:
"""
BESTAND = {"id": "0f6a2c1e-9d0b-4f53-8a57-3a1f0c5d9e21", "naam": "a.pdf", "mediatype": "application/pdf", "grootte": 5, "sha256": "a" * 64}
BESTANDEN = [{**BESTAND, "id": f"{n}f6a2c1e-9d0b-4f53-8a57-3a1f0c5d9e21"} for n in range(3)]
TELLEN = ("{meer_dan: 1}", "{minder_dan: 2}", "{vanaf: 2}", "{tot_en_met: 1}", "{meer_dan: 0}", "{minder_dan: 1}", "{vanaf: 0}", "{beantwoord: ja}", "{meer_dan: ander}", "{tot_en_met: ander}")
ANDER = "soort: getal, verplicht: nee"


class Soort(NamedTuple):
    """A kind of question: how it is written, answers, what a condition may say of it, and the question `ander` it compares with."""

    velden: str
    waarden: tuple[Any, ...]
    hoe: tuple[str, ...]
    ander: str = ANDER
    anderen: tuple[Any, ...] = (1,)


def gelijk(een: str, ander: str) -> tuple[str, ...]:
    return een, f"{{niet: {een}}}", f"[{een}, {ander}]", f"{{niet: [{een}, {ander}]}}", "{beantwoord: ja}"


ORDE = tuple(f"{{{hoe}: {n}}}" for hoe in ("meer_dan", "minder_dan", "vanaf", "tot_en_met") for n in (0, 2, "ander"))
DAGEN = tuple(f'{{{hoe}: {dag}}}' for hoe in ("na", "voor", "vanaf", "tot_en_met") for dag in ('"2026-11-20"', "vandaag", "vandaag - 1 week", "ander + 1 maand", "vandaag + 3 werkdagen"))
SOORTEN = {
    "tekst": Soort("soort: tekst", ("aap", "noot", "mies"), (*gelijk("aap", "noot"), "{minimaal_tekens: 4}")),
    "tekstvlak": Soort("soort: tekstvlak", ("aap", "noot"), (*gelijk("aap", "noot"), "{minimaal_tekens: 4}")),
    "getal": Soort("soort: getal, minimum: -5", (0, 1, 2, 3, -1), (*gelijk("2", "0"), *ORDE)),
    "decimaal": Soort("soort: getal, decimalen: 2, minimum: -5", ("0", "1.5", "2", "2.01"), (*gelijk('"1.5"', '"2"'), *ORDE), "soort: getal, decimalen: 2, verplicht: nee", ("1.5",)),
    "bedrag": Soort("soort: bedrag", ("0.00", "1.50", "2.00", "2.01"), (*gelijk('"1.50"', '"2.00"'), *ORDE), "soort: bedrag, verplicht: nee", ("1.50",)),
    "keuze": Soort("soort: keuze, opties: [a, b, c]", ("a", "b", "c"), gelijk("a", "b")),
    "lange keuze": Soort("soort: keuze, opties: [a, b, c, d, e, f, g, h, i]", ("a", "b", "c"), gelijk("a", "b")),
    "open keuze": Soort("soort: keuze, opties: {bron: elders}", ("a", "b", "c"), gelijk("a", "b")),
    "ja-nee": Soort("soort: ja-nee", (True, False), (*gelijk("ja", "nee"), "nee")),
    "akkoord": Soort("soort: akkoord", (True,), ("ja", "nee", "{niet: ja}", "{niet: nee}", "[ja, nee]", "{beantwoord: ja}")),
    "meerkeuze": Soort("soort: meerkeuze, opties: [a, b, c]", (["a"], ["b"], ["a", "b"], ["b", "c"], ["a", "b", "c"]), (*gelijk("a", "b"), *TELLEN, "{meer_dan: 2}")),
    "open meerkeuze": Soort("soort: meerkeuze, opties: {bron: elders}", (["a"], ["b"], ["a", "b"], ["c", "d", "e"]), (*gelijk("a", "b"), *TELLEN)),
    "meerkeuze met een punt": Soort("soort: meerkeuze, opties: [a.1, b, c]", (["a.1"], ["b"], ["a.1", "b"]), (*gelijk("a.1", "b"), *TELLEN)),
    "datum": Soort("soort: datum", ("2026-11-16", "2026-11-17", "2026-11-20", "2026-11-24", "2026-12-20", "2026-12-24"), (*gelijk('"2026-11-20"', '"2026-11-24"'), *DAGEN), "soort: datum, verplicht: nee", ("2026-11-20",)),
    "datum naast een onvolledige": Soort("soort: datum", ("2026-11-16", "2026-12-20"), DAGEN, "soort: datum, onvolledig: ja, verplicht: nee", ("2026", "2026-11-20")),
    "datum naast een moment": Soort("soort: datum", ("2026-11-16", "2026-12-20"), DAGEN, "soort: datumtijd, verplicht: nee", ("2026-11-20T10:00",)),
    "onvolledige datum": Soort("soort: datum, onvolledig: ja", ("2026", "2026-11", "2026-11-20"), (*gelijk('"2026-11-20"', '"2026"'), *DAGEN), "soort: datum, verplicht: nee", ("2026-11-20",)),
    "tijd": Soort("soort: tijd", ("00:00", "09:59", "10:00", "12:00"), (*gelijk('"10:00"', '"00:00"'), *(f'{{{hoe}: {ander}}}' for hoe in ("na", "voor", "vanaf", "tot_en_met") for ander in ('"10:00"', "ander"))), "soort: tijd, verplicht: nee", ("10:00",)),
    "datumtijd": Soort("soort: datumtijd", ("2026-11-20T10:00", "2026-11-24T00:00"), (*gelijk('"2026-11-20T10:00"', '"2026-11-24T00:00"'), *DAGEN[::5], "{na: vandaag}"), "soort: datumtijd, verplicht: nee", ("2026-11-20T10:00",)),
    "bsn": Soort("soort: bsn", ("999993653", "999990019"), gelijk('"999993653"', '"000000000"')),
    "postcode": Soort("soort: postcode", ("2514JS", "2514JT"), gelijk("2514JS", "9999XX")),
    "iban": Soort("soort: iban", ("NL02ABNA0123456789", "NL91ABNA0417164300"), gelijk("NL02ABNA0123456789", "NL20INGB0001234567")),
    "kenteken": Soort("soort: kenteken", ("AB12CD", "XX99YY"), gelijk("AB12CD", "ZZ11ZZ")),
    "kvk": Soort("soort: kvk", ("12345678", "87654321"), gelijk('"12345678"', '"00000000"')),
    "telefoon": Soort("soort: telefoon", ("0612345678", "+31612345678"), gelijk('"0612345678"', '"0600000000"')),
    "email": Soort("soort: email", ("a@voorbeeld.nl", "b@voorbeeld.nl"), gelijk("a@voorbeeld.nl", "c@voorbeeld.nl")),
    "adres": Soort("soort: adres", ({"postcode": "2514JS", "huisnummer": "1"}, {"postcode": "2514JT", "huisnummer": "12", "huisletter": "a"}), ("{beantwoord: ja}", ".postcode: {niet: 2514JS}", ".postcode: [2514JS, 9999XX]", ".huisnummer: 12", ".huisnummer: {niet: 1}", ".huisletter: {beantwoord: ja}", ".huisletter: a")),
    "upload": Soort("soort: upload, typen: [application/pdf], grootte: 1, maximum: 3", tuple(BESTANDEN[:n] for n in (1, 2, 3)), TELLEN),
    "herhaling": Soort("", (*([{"n": "a"}] * n for n in range(4)), [{}], [{}, {}]), TELLEN),
}  # fmt: skip


def formulier_uit(stappen: str, invulling: Invulling | None = None) -> Formulier:
    gelezen = laad_tekst((KOP + stappen).encode(), "proef.yaml", Dienst)
    assert gelezen.problemen == [], gelezen.problemen
    uitwerking = werk_uit(gelezen.model, invulling=invulling)
    assert uitwerking.problemen == [], uitwerking.problemen
    return uitwerking.formulier


def als(x: str, hoe: str, ander: str = "ander") -> str:
    """The condition that `hoe` holds for the question that is called `x` from here."""
    return f"{{{x}{hoe}}}" if hoe.startswith(".") else f"{{{x}: {re.sub('ander', ander, hoe)}}}"


def vraag(naam: str, velden: str, toon: str = "") -> str:
    """The question `x` or `ander`, as one line."""
    if not velden:
        return f'{{herhaling: {naam}, vraag: "Welke?", minimum: 0, maximum: 4, velden: [{{veld: n, vraag: "N?", soort: tekst, verplicht: nee}}]{toon}}}'
    return f'{{veld: {naam}, vraag: "Wat is {naam}?", {velden}{"" if "verplicht" in velden else ", verplicht: nee"}{toon}}}'


def doelen(voorwaarden: list[str], lijsten: bool = True) -> list[str]:
    """Per condition: a question, a group and a repeat that it shows, and a question that it makes obligatory."""
    uit = []
    for i, v in enumerate(voorwaarden):
        uit += [f'{{veld: y{i}, vraag: "Y?", soort: tekst, toon_als: {v}}}', f'{{veld: z{i}, vraag: "Z?", soort: tekst, verplicht_als: {v}}}']
        uit += [f'{{groep: g{i}, vraag: "G?", toon_als: {v}, velden: [{{veld: q, vraag: "Q?", soort: tekst}}]}}']
        uit += [f'{{herhaling: h{i}, vraag: "H?", minimum: 1, maximum: 2, toon_als: {v}, velden: [{{veld: r, vraag: "R?", soort: tekst}}]}}'] * lijsten
    return uit


def stap(naam: str, regels: list[str], rest: str = "") -> str:
    return f"  - stap: {naam}\n    titel: Stap {naam}\n{rest}    velden:\n" + "".join(f"      - {regel}\n" for regel in regels)


def houder(soort: str, naam: str, regels: list[str]) -> str:
    maat = ", minimum: 0, maximum: 3" if soort == "herhaling" else ""
    return f'{{{soort}: {naam}, vraag: "Welke?"{maat}, velden: [{", ".join(regels)}]}}'


def in_stap(s: Soort) -> str:
    return stap("a", [vraag("x", s.velden), vraag("ander", s.ander), *doelen([als("x", hoe) for hoe in s.hoe])])


def in_groep(s: Soort) -> str:
    return stap("a", [houder("groep", "g", [vraag("x", s.velden), vraag("ander", s.ander), *doelen([als("x", hoe) for hoe in s.hoe])]), *doelen([als("g.x", hoe, "g.ander") for hoe in s.hoe])])


def in_rij(s: Soort) -> str:
    return stap("a", [houder("herhaling", "l", [vraag("x", s.velden), vraag("ander", s.ander), *doelen([als("x", hoe) for hoe in s.hoe])])])


def in_groep_in_rij(s: Soort) -> str:
    binnen = [houder("groep", "g", [vraag("x", s.velden), vraag("ander", s.ander), *doelen([als("x", hoe) for hoe in s.hoe])]), *doelen([als("g.x", hoe, "g.ander") for hoe in s.hoe])]
    return stap("a", [houder("herhaling", "l", binnen)])


def in_volgende_stap(s: Soort) -> str:
    anders = [als("a.x", hoe, "a.ander") for hoe in s.hoe]
    stappen = [stap(f"t{i}", ['{veld: q, vraag: "Q?", soort: tekst}'], f"    toon_als: {v}\n") for i, v in enumerate(anders)]
    return stap("a", [vraag("x", s.velden), vraag("ander", s.ander)]) + stap("b", doelen(anders)) + "".join(stappen)


def in_rij_van_buiten(s: Soort) -> str:
    """A condition in a row on what stands outside it."""
    return stap("a", [vraag("x", s.velden), vraag("ander", s.ander), houder("herhaling", "l", doelen([als("x", hoe) for hoe in s.hoe]))])


def achter_een_ander(s: Soort) -> str:
    """The question itself is there only sometimes: what is hidden is not known."""
    w = '{veld: w, vraag: "W?", soort: ja-nee}'
    return stap("a", [w, vraag("x", s.velden, ", toon_als: {w: ja}"), vraag("ander", s.ander, ", toon_als: {w: ja}"), *doelen([als("x", hoe) for hoe in s.hoe])])


PLEKKEN = {
    "stap": in_stap, "groep": in_groep, "rij": in_rij, "groep in een rij": in_groep_in_rij, "volgende stap": in_volgende_stap, "van buiten een rij": in_rij_van_buiten, "achter een ander": achter_een_ander,
}  # fmt: skip
IEMAND = Omstandigheden(VANDAAG, Indiener("burger", "geen"))


def starten(plek: str, s: Soort) -> Iterator[dict[str, Any]]:
    """Answers to begin with: every value of `x` and of `ander`, and neither."""
    def zonder_niets(**waarden: Any) -> dict[str, Any]:
        return {naam: copy.deepcopy(w) for naam, w in waarden.items() if w is not None}

    paren = [zonder_niets(x=x, ander=ander) for x in (None, *s.waarden) for ander in (None, *s.anderen)]
    if "rij" in plek and "buiten" not in plek:
        rijen = [{"g": rij} for rij in paren] if "groep" in plek else paren
        yield from ({"a": {"l": rijen[n : n + 3]}} for n in range(0, len(rijen), 3))
        yield {"a": {"l": []}}
        return
    for paar in paren:
        if plek == "groep":
            yield {"a": {"g": paar}}
        elif plek == "achter een ander":
            yield {"a": {"w": True, **paar}}
        elif "buiten" in plek:
            yield {"a": {"l": [{}], **paar}}
        else:
            yield {"a": paar, "b": {}} if "volgende" in plek else {"a": paar}
    if plek == "achter een ander":
        yield {"a": {"w": False}}


def aangevuld(f: Formulier, antwoorden: dict[str, Any], o: Omstandigheden = IEMAND) -> tuple[dict[str, Any], Any]:
    """Answers with everything that the reference misses, until it misses nothing; and its judgement."""
    for _ in range(60):
        oordeel = beoordeel(f, antwoorden, o)
        mist = [(fout.pad, fout.code) for fout in oordeel.fouten if fout.code in ("verplicht", "aantal")]
        if not mist:
            return antwoorden, oordeel
        soorten = {e.pad: e for s in f.stappen for e in elementen(s.inhoud)}
        for pad, code in mist:
            e = soorten.get(re.sub(r"\[\d+\]", "[]", pad))
            *kop, eind = re.findall(r"[^.\[\]]+", pad)
            houder = antwoorden
            for deel in kop:
                houder = houder[int(deel)] if isinstance(houder, list) else houder.setdefault(deel, {})
            if code == "aantal":
                houder[eind].append({})
            else:
                houder[eind] = [] if isinstance(e, Herhaling) else "ja hoor" if isinstance(e, Vraag) else {}
    raise AssertionError(f"never right: {oordeel.fouten}")


def gezien(k: of.Kaart, staat: Any) -> tuple[set[str], set[str]]:
    """What Open Formulieren shows and demands, as paths with the number of the row."""
    pad_van = {sleutel: pad for pad, sleutel in k.opbouw.sleutels.van.items()}
    toont, eist = set(), set()

    def tel(c: dict[str, Any], pad: str, waarde: Any) -> None:
        if c["type"] == "content":
            return
        toont.add(pad)
        if c["validate"]["required"]:
            eist.add(pad)
        for n, rij in enumerate(waarde or []) if c["type"] == "editgrid" else ():
            for kind, getoond in of._getoond(c["components"], rij, True):
                if getoond and kind["key"] in pad_van:
                    tel(kind, f"{pad}[{n}]{pad_van[kind['key']].removeprefix(pad_van[c['key']] + '[]')}", rij.get(kind["key"]))

    for sleutel, c in staat.zichtbaar.items():
        if sleutel in pad_van:
            tel(c, pad_van[sleutel], staat.data.get(sleutel))
    return toont, eist


def zoals_de_referentie(f: Formulier, antwoorden: dict[str, Any], o: Omstandigheden = IEMAND) -> list[str]:
    """Where Open Formulieren shows or demands something else than the reference, and no limit says why."""
    oordeel = beoordeel(f, antwoorden, o)
    k, g = kaart(f), Geval("", antwoorden, o, oordeel)
    staat = of._Staat(k, of._ingevuld(k, antwoorden), g)
    toont, eist = gezien(k, staat)
    vragen = {e.pad: e for s in f.stappen for e in elementen(s.inhoud) if isinstance(e, Vraag | Herhaling)}
    ziet = {pad for pad in oordeel.zichtbaar if formeel(pad) in vragen}
    moet = set(oordeel.verplicht) | {pad for pad in ziet if isinstance(vragen[formeel(pad)], Herhaling) and vragen[formeel(pad)].minimum}
    mag = of.houdt_niet("", g, k)
    uit = [f"shown by us, not there: {pad}" for pad in sorted(ziet - toont)] + [f"demanded there, not by us: {pad}" for pad in sorted(eist - moet)]
    uit += [f"shown there, not by us, and no limit: {pad}" for pad in sorted(toont - ziet) if not mag(formeel(pad), "")]
    uit += [f"demanded by us, not there, and no limit: {pad}" for pad in sorted(moet - eist) if not mag(formeel(pad), "")]
    if oordeel.geldig:
        goed, terug = of.oordeel("", g, k)
        if not goed or zonder_volgorde(terug) != zonder_volgorde(antwoorden):
            uit.append(f"right, and not taken as it is: {goed} {terug}")
    return uit


def formeel(pad: str) -> str:
    return re.sub(r"\[\d+\]", "[]", pad)


KAARTEN: dict[int, tuple[Formulier, of.Kaart]] = {}


def kaart(f: Formulier) -> of.Kaart:
    """The form as it is made, once; its import must pass our own check."""
    if id(f) not in KAARTEN:
        KAARTEN.clear()
        assert list(bouw(f, Kader(VANDAAG)))
        KAARTEN[id(f)] = f, of.kaart_van(f)
    return KAARTEN[id(f)][1]


@pytest.mark.parametrize("plek", PLEKKEN)
@pytest.mark.parametrize("soort", SOORTEN)
def test_a_condition_means_there_what_it_means_here(soort, plek):
    s = SOORTEN[soort]
    f = formulier_uit(PLEKKEN[plek](s))
    for start in starten(plek, s):
        antwoorden, _ = aangevuld(f, start)
        assert zoals_de_referentie(f, antwoorden) == [], antwoorden


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_stop_and_a_rule_mean_there_what_they_mean_here(soort):
    """One form per comparison: a stop or a rule that counts ends the filling in."""
    s = SOORTEN[soort]
    for hoe in s.hoe:
        v = als("x", hoe)
        stop = f'    stop: [{{stop: s, als: {v}, melding: "Dit kan niet."}}]\n'
        regels = f'    regels: [{{eis: {v}, melding: "Dit klopt niet.", bij: x}}]\n' if "." not in hoe[:1] else ""
        for rest in (stop, regels):
            f = formulier_uit(stap("a", [vraag("x", s.velden), vraag("ander", s.ander)], rest))
            for start in (a for a in starten("stap", s) if soort != "herhaling" or "x" in a["a"]):
                ons, daar = beoordeel(f, start, IEMAND).geldig, of.oordeel("", Geval("", start, IEMAND, None), kaart(f))[0]
                zwak = {re.split("[#:]", naam)[0] for naam in kaart(f).opbouw.grenzen}
                assert daar or not ons, (v, rest, start)
                assert ons or not daar or zwak, (v, rest, start)


def lokaal(regels: list[str]) -> Invulling:
    tekst = 'gemeente: "9999"\nnaam: Voorbeeld\ndiensten: {proef: {lokaal: [' + ", ".join(regels) + "]}}\n"
    gelezen = laad_tekst(tekst.encode(), "9999.yaml", Invulling)
    assert gelezen.problemen == [], gelezen.problemen
    return gelezen.model


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_question_of_a_municipality_may_have_any_condition(soort):
    s = SOORTEN[soort]
    f = formulier_uit(stap("a", ['{veld: begin, vraag: "Begin?", soort: ja-nee}']), lokaal([vraag("x", s.velden), vraag("ander", s.ander), *doelen([als("x", hoe) for hoe in s.hoe])]))
    for start in starten("stap", s):
        antwoorden, _ = aangevuld(f, {"a": {"begin": True}, "lokaal": start["a"]})
        assert zoals_de_referentie(f, antwoorden) == [], antwoorden


# -- what a municipality fills in (rule 30) --------------------------------------------------------------------------

OPEN = (
    "{parameter.mag: ja}", "{niet: {parameter.mag: ja}}", "{voorziening.balie: ja}", "{niet: {voorziening.balie: ja}}", "{x: {meer_dan: grens}}", "{parameter.grens: {meer_dan: 2}}",
    "{x: 1, voorziening.balie: ja}", "{een_van: [{x: 1}, {parameter.mag: ja}]}", "{niet: {een_van: [{x: 1}, {parameter.mag: ja}]}}", "{parameter.mag: {beantwoord: ja}}",
)  # fmt: skip
X = '{veld: x, vraag: "X?", soort: getal, verplicht: nee}'


@pytest.mark.parametrize("v", OPEN)
@pytest.mark.parametrize("x", [None, 0, 1, 5])
def test_what_waits_for_a_municipality_is_neither_demanded_nor_refused(v, x):
    optie = f'{{veld: k, vraag: "K?", soort: keuze, opties: [a, {{code: b, toon_als: {v}}}], verplicht: nee}}'
    rest = f'    stop: [{{stop: s, als: {v}, melding: "Dit kan niet."}}]\n    regels: [{{eis: {v}, melding: "Dit klopt niet.", bij: x}}]\n'
    binnen = f"    toon_als: {v.replace('x:', 'a.x:')}\n"
    f = formulier_uit(stap("a", [X, optie, *doelen([v])], rest) + stap("t", ['{veld: q, vraag: "Q?", soort: tekst}'], binnen))
    k = kaart(f)
    a = {} if x is None else {"x": x}
    for antwoorden in ({"a": a, "t": {}}, {"a": {**a, "k": "b"}, "t": {"q": "ja"}}):
        staat = of._Staat(k, of._ingevuld(k, antwoorden), Geval("", antwoorden, IEMAND, None))
        toont, eist = gezien(k, staat)
        assert toont == {"a.x", "a.k", "a.y0", "a.z0", "a.g0.q", "a.h0", "t.q"}
        assert not eist and staat.fouten() == [] and staat.geldt["t"]
        assert not [sleutel for sleutel in staat.zichtbaar if "stop" in sleutel or "regel" in sleutel]
    assert {re.split("[#:]", pad)[0] for pad in k.opbouw.grenzen} >= {"a.y0", "a.z0", "a.g0", "a.h0", "a.k", "a.s", "t"}


@pytest.mark.parametrize("v", OPEN)
def test_what_a_municipality_filled_in_counts_again(v):
    tekst = 'gemeente: "9999"\nnaam: Voorbeeld\nvoorzieningen: {balie: ja}\ndiensten: {proef: {parameters: {grens: "3", mag: nee}}}\n'
    f = formulier_uit(stap("a", [X, *doelen([v])]), laad_tekst(tekst.encode(), "9999.yaml", Invulling).model)
    for x in (None, 0, 1, 5):
        antwoorden, _ = aangevuld(f, {"a": {} if x is None else {"x": x}})
        assert zoals_de_referentie(f, antwoorden) == [], antwoorden
    assert kaart(f).opbouw.grenzen == {}


@pytest.mark.parametrize(
    ("v", "open"),
    [(NOOIT, False), (Vergelijk(pad="a.x", soort="getal", hoe="is", waarden=(1,)), False), (Vergelijk(pad="voorziening.balie", soort="ja-nee", hoe="is", waarden=(True,)), True), (Vergelijk(pad="a.x", soort="getal", hoe="vanaf", grens=Grens(basis="parameter.grens")), True)],
)
def test_a_condition_is_open_when_it_names_what_a_municipality_fills_in(v, open):
    assert is_open(v) is open
    assert is_open(niet(v)) is open
    assert is_open(en(v, Vergelijk(pad="a.y", soort="tekst", hoe="beantwoord"))) is open
