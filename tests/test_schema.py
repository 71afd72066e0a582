"""The published schemas say what the reference says, but for the named rules beside them."""

import json
import re
from pathlib import Path
from typing import Any
from unicodedata import is_normalized

import jsonschema
import jsonschema_rs
import pytest

from catalogue.beoordelen import beoordeel
from catalogue.dienst import Dienst
from catalogue.formulier import Formulier
from catalogue.load import laad_tekst
from catalogue.oordeel import Omstandigheden
from catalogue.uitwerken import werk_uit
from catalogue.voorbeelden import omstandigheden_uit
from generator.target import Kader
from generator.targets import schema
from tests.hulp import goud, taal
from tests.hulp.schema import VANDAAG, Maat, catalogus, diensten, gevallen, maat

AJV = Path(__file__).parent / "js" / "ajv.mjs"
DIENSTEN = diensten()
EEN_VRAAG = """
dienst: proef
naam: Proef
samenvatting: Een proef.
producten: [verhuismelding]
doelgroep: [inwoner]
bewaartermijn: [{selectielijst: "7.1.7", termijn: P5Y}]
toegang: [{soort: burger, middel: digid, niveau: midden}]
stappen: [{stap: deel, titel: Vragen, velden: [{veld: x, vraag: "Wat?", VRAAG}]}]
"""
TOEGESTAAN = {"11-proef", "97-proef", "vandaag", "vergelijking", "uniek", "aangeboden", "bestand", "indiener", "gemeente", "gevolg", "nfc"}
"""What JSON Schema may leave. `gemeente` and `indiener` are known in the schema of a municipality and of a submission."""


@pytest.mark.parametrize("slug", DIENSTEN)
def test_every_example_gets_the_verdict_of_the_reference(slug: str) -> None:
    verschillen = {v.naam: uit for v, m, o in gevallen(slug) if (uit := m.verschil(v.antwoorden, o))}
    assert verschillen == {}


def test_every_form_of_the_language_gets_the_verdict_of_the_reference() -> None:
    verschillen = {}
    for vorm in taal.vormen():
        maten: dict[tuple[str, bool], Maat] = {}
        for g in taal.gevallen(vorm):
            o = omstandigheden_uit(g["omstandigheden"], taal.formulier(vorm), VANDAAG)
            sleutel = o.rol, bool(o.parameters or o.voorzieningen)
            m = maten.setdefault(sleutel, _zonder_gemeente(taal.formulier(vorm), *sleutel))
            if uit := m.verschil(g["antwoorden"], o):
                verschillen[f"{vorm}: {g['verhaal']}"] = uit
    assert verschillen == {}


def _zonder_gemeente(formulier: Formulier, rol: str, ingevuld: bool) -> Maat:
    """A form with its schemas. Where nobody filled anything in, no rule may be needed about what a municipality fills in."""
    m = Maat(formulier, rol)
    if not ingevuld:
        lijst = schema.proevenlijst(formulier, rol)
        m.proeven = {naam: {(e["pad"], e["code"]) for e in lijst[naam] if e["regel"] not in ("bestand", "gemeente")} for naam in m.schemas}
    return m


@pytest.mark.parametrize("slug", DIENSTEN)
def test_ajv_strict_agrees_with_jsonschema_rs(slug: str, node) -> None:
    taken, verwacht, namen = [], [], []
    rollen = {m.rol: [] for _, m, _ in gevallen(slug)}
    for v, m, o in gevallen(slug):
        rollen[m.rol].append((v, m, o))
    for rol in catalogus().formulier(slug).rollen:
        m = maat(slug, rol)
        for naam in m.schemas:
            stukken = [m.stuk(naam, v.antwoorden, o) for v, _, o in rollen.get(rol, [])]
            for formaten in (True, False):
                taken.append({"schema": m.schemas[naam], "waarden": stukken, "formaten": formaten})
                verwacht.append([m.houdt[naam].is_valid(stuk) for stuk in stukken])
                namen.append((rol, naam, formaten))
    gezegd = json.loads(node(AJV, input=json.dumps(taken)))
    for wat, a, b in zip(namen, gezegd, verwacht, strict=True):
        assert a == b, wat


@pytest.mark.parametrize("slug", DIENSTEN)
def test_only_allowed_rules_are_left(slug: str) -> None:
    formulier = catalogus().formulier(slug)
    for rol in formulier.rollen:
        lijst = schema.proevenlijst(formulier, rol)
        assert {e["regel"] for e in lijst["inzending"]} <= TOEGESTAAN - {"indiener"}
        assert {e["regel"] for e in lijst["antwoorden"]} <= TOEGESTAAN


@pytest.mark.parametrize(("gemeente", "slug"), [(gemeente, slug) for gemeente, a in sorted(catalogus().adopties.items()) for slug in a.model.diensten])
def test_nothing_of_a_municipality_is_left_in_its_own_schema(gemeente: str, slug: str) -> None:
    m = Maat(catalogus().formulier(slug, gemeente=gemeente))
    gezegd = m.schemas["antwoorden"]["properties"].get("lokaal", {"additionalProperties": False})
    assert gezegd["additionalProperties"] is False
    assert not re.search("voorziening", json.dumps(schema.proevenlijst(m.formulier)["inzending"]))


def test_each_schema_is_valid_closed_and_bundled() -> None:
    for slug in DIENSTEN:
        for artefact in schema.bouw(catalogus().formulier(slug), Kader(VANDAAG)):
            inhoud = json.loads(artefact.inhoud)
            if "proeven" in artefact.pad:
                continue
            jsonschema_rs.meta.validate(inhoud)
            assert all(str(ref).startswith("#/$defs/") for ref in _waarden(inhoud, "$ref"))
            assert not [sleutel for sleutel in _sleutels(inhoud) if sleutel.startswith("x-")]
            assert _open_objecten(inhoud) == []


def eigen_vorm(regel: str, soort: str = "", **feiten: Any) -> Formulier:
    """A form of one question; `feiten` take the place of those of its kind."""
    gelezen = laad_tekst(EEN_VRAAG.replace("VRAAG", regel).encode(), "proef", Dienst)
    formulier = werk_uit(gelezen.model).formulier
    if feiten:
        anders = {**formulier.soorten, soort: formulier.soorten[soort].model_copy(update=feiten)}
        formulier = formulier.model_copy(update={"soorten": anders}).koppel()
    return formulier


def schemas_en_rechter(formulier: Formulier, waarden: list[Any], node) -> dict[str, list[bool]]:
    """What each says of these answers to the one question: the judge, jsonschema-rs, jsonschema, ajv."""
    antwoorden = [{"deel": {"x": waarde}} for waarde in waarden]
    gezegd = schema.antwoordenschema(formulier)
    o = Omstandigheden(VANDAAG)
    return {
        "rechter": [beoordeel(formulier, a, o).geldig for a in antwoorden],
        "jsonschema-rs": [jsonschema_rs.is_valid(gezegd, a) for a in antwoorden],
        "jsonschema": [jsonschema.Draft202012Validator(gezegd).is_valid(a) for a in antwoorden],
        "ajv": json.loads(node(AJV, input=json.dumps({"schema": gezegd, "waarden": antwoorden})))[0],
    }


@pytest.mark.parametrize("soort", ["tekst", "tekstvlak"])
def test_every_character_is_read_alike(soort: str, node) -> None:
    """Alone (is there something to see?) and within a word (may it stand in a text?)."""
    tekens = [chr(n) for n in (*range(0x400), *range(0x1600, 0x1900), *range(0x2000, 0x2100), *range(0x2FF0, 0x3010), 0xFEFF, 0xFFFD, 0x1F600)]
    waarden = [tekst for teken in tekens for tekst in (teken, f"a{teken}b") if is_normalized("NFC", tekst)]
    gezegd = schemas_en_rechter(eigen_vorm(f"soort: {soort}"), waarden, node)
    for naam, oordelen in gezegd.items():
        assert [w for w, a, b in zip(waarden, oordelen, gezegd["rechter"], strict=True) if a != b] == [], naam
    assert {True, False} == set(gezegd["rechter"])


URLS = ["https://a.nl", "http://voorbeeld.nl/pad", "https://", "ftp://a.nl", "https://a b.nl", "https://a.nl/" + "x" * 60, "https://a.nl\n", " ", 5]


@pytest.mark.parametrize("patroon", ["https?://[!-~]{3,50}", "https?://[^ ]{3,50}"])
def test_a_new_kind_of_text_with_a_pattern_needs_nothing_here(patroon: str, node) -> None:
    maten = {"minimum": 1, "maximum": 58, "patroon": patroon}
    gezegd = schemas_en_rechter(eigen_vorm("soort: kvk", "kvk", maten=maten), URLS, node)
    assert gezegd["rechter"] == [waarde in URLS[:2] for waarde in URLS]
    assert gezegd["jsonschema-rs"] == gezegd["ajv"] == gezegd["rechter"]


def test_a_text_that_is_not_in_nfc_is_the_one_fault_of_characters_that_is_left_to_a_rule(node) -> None:
    formulier = eigen_vorm("soort: tekst")
    assert schemas_en_rechter(formulier, ["e\u0301", "\u00e9"], node) == {"rechter": [False, True], "jsonschema-rs": [True, True], "jsonschema": [True, True], "ajv": [True, True]}
    assert [(e["pad"], e["code"], e["regel"]) for e in schema.proevenlijst(formulier)["inzending"]] == [("*", "patroon", "nfc")]
    assert schema.proevenlijst(eigen_vorm("soort: kvk"))["inzending"] == []


def _waarden(x, naam):
    if isinstance(x, dict):
        for sleutel, waarde in x.items():
            if sleutel == naam:
                yield waarde
            yield from _waarden(waarde, naam)
    elif isinstance(x, list):
        for deel in x:
            yield from _waarden(deel, naam)


def _sleutels(x):
    if isinstance(x, dict):
        yield from x
        for waarde in x.values():
            yield from _sleutels(waarde)
    elif isinstance(x, list):
        for deel in x:
            yield from _sleutels(deel)


def _open_objecten(x, pad=""):
    """Objects that describe answers (they have a title or stand in the tree) and admit what is not listed."""
    if not isinstance(x, dict):
        return []
    uit = [pad] if x.get("type") == "object" and x.get("additionalProperties") is not False else []
    for deel, kind in (x.get("properties") or {}).items():
        uit += _open_objecten(kind, f"{pad}.{deel}")
    return uit + _open_objecten(x.get("items"), f"{pad}[]")


def test_the_national_schema_admits_lokaal_unread() -> None:
    for slug in DIENSTEN:
        voorbeeld, m, o = next(g for g in gevallen(slug) if g[0].goed)
        assert m.verschil({**voorbeeld.antwoorden, "lokaal": {"iets": ["van", 1]}}, o) == []
        assert m.houdt["antwoorden"].is_valid({**voorbeeld.antwoorden, "lokaal": [None]})


def test_another_role_has_only_its_own_steps() -> None:
    for slug in DIENSTEN:
        formulier = catalogus().formulier(slug)
        for rol in formulier.rollen:
            namen = set(maat(slug, rol).schemas["antwoorden"]["properties"]) - {"lokaal"}
            assert namen <= {stap.pad for stap in formulier.stappen_van(rol)}


def test_the_envelope_holds_who_may_log_in() -> None:
    voorbeeld, m, o = next(g for g in gevallen("verhuizing-doorgeven") if g[0].goed)
    goed = m.stuk("inzending", voorbeeld.antwoorden, o)
    assert m.houdt["inzending"].is_valid(goed)
    for indiener in (
        {"soort": "burger", "middel": "digid", "niveau": "basis"},
        {"soort": "burger", "middel": "geen"},
        {"soort": "bedrijf", "middel": "digid", "niveau": "midden"},
        {"soort": "burger", "middel": "digid", "niveau": "midden", "nummer": "12345678"},
    ):
        assert not m.houdt["inzending"].is_valid({**goed, "data": {**goed["data"], "indiener": indiener}})
    for sleutel, waarde in (("subject", "999993653"), ("type", "iets.anders"), ("specversion", "0.3")):
        assert not m.houdt["inzending"].is_valid({**goed, sleutel: waarde})


def test_golden_output_of_verhuizing_doorgeven() -> None:
    for artefact in schema.bouw(catalogus().formulier("verhuizing-doorgeven"), Kader(VANDAAG)):
        goud.vergelijk(f"verhuizing-doorgeven/{artefact.pad}", artefact.inhoud)
