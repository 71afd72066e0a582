"""The published schemas say what the reference says, but for the named rules beside them."""

import json
import re
from pathlib import Path

import jsonschema_rs
import pytest

from generator.target import Kader
from generator.targets import schema
from tests.hulp import goud
from tests.hulp.schema import VANDAAG, Maat, catalogus, diensten, gevallen, maat

AJV = Path(__file__).parent / "js" / "ajv.mjs"
DIENSTEN = diensten()
TOEGESTAAN = {"11-proef", "97-proef", "vandaag", "vergelijking", "uniek", "aangeboden", "bestand", "indiener", "gemeente", "gevolg"}
"""What JSON Schema may leave. `gemeente` and `indiener` are known in the schema of a municipality and of a submission."""


@pytest.mark.parametrize("slug", DIENSTEN)
def test_every_example_gets_the_verdict_of_the_reference(slug: str) -> None:
    verschillen = {v.naam: uit for v, m, o in gevallen(slug) if (uit := m.verschil(v.antwoorden, o))}
    assert verschillen == {}


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
