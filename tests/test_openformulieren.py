"""The import of Open Formulieren: the same bytes, nothing of an environment, and a check that refuses what it would swallow."""

from __future__ import annotations

import copy
import io
import json
import re
import zipfile
from functools import cache
from typing import Any

import pytest
from typer.testing import CliRunner

from catalogue.catalogus import Catalogus
from generator.cli import app
from generator.target import Kader
from generator.targets.openformulieren import bouw
from generator.targets.openformulieren.componenten import alle_componenten
from generator.targets.openformulieren.nakijken import gebreken
from tests.hulp.schema import SPECS, VANDAAG

CATALOGUS = Catalogus(SPECS)
KADER = Kader(VANDAAG)


@cache
def map_van(slug: str, **_: Any) -> dict[str, bytes]:
    return {a.pad.removeprefix("openformulieren/"): a.inhoud for a in bouw(CATALOGUS.formulier(slug), KADER)}


def uitgepakt(slug: str, naam: str | None = None) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(map_van(slug)[naam or f"{slug}.zip"])) as zip:
        return {deel: json.loads(zip.read(deel)) for deel in zip.namelist()}


@pytest.mark.parametrize("slug", CATALOGUS.slugs)
def test_an_import_holds_what_it_must_and_nothing_of_an_environment(slug):
    inhoud = uitgepakt(slug)
    assert sorted(inhoud) == ["_meta.json", "formDefinitions.json", "formLogic.json", "formSteps.json", "formVariables.json", "forms.json"]
    assert gebreken(inhoud) == []
    (formulier,) = inhoud["forms.json"]
    assert formulier["internal_name"] == f"{slug} werk"
    assert not formulier["registration_backends"] and "active" not in formulier
    for d in inhoud["formDefinitions.json"]:
        assert 0 < len(d["translations"]["nl"]["name"]) <= 50
        for c in alle_componenten(d["configuration"]["components"]):
            assert c["clearOnHide"] and "errors" not in c
            assert ("prefill" not in c) or isinstance(c["disabled"], bool)
    assert "http" not in json.dumps([c for d in inhoud["formDefinitions.json"] for c in d["configuration"]["components"]]).replace("https://wetten.overheid.nl", "").replace("https://", "")


@pytest.mark.parametrize(("slug", "versie"), [(slug, versie) for slug in CATALOGUS.slugs for versie in CATALOGUS.uitgaven(slug)])
def test_every_release_passes_our_own_check(slug, versie):
    for deel in bouw(CATALOGUS.formulier(slug, versie), KADER):
        if deel.pad.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(deel.inhoud)) as zip:
                assert gebreken({naam: json.loads(zip.read(naam)) for naam in zip.namelist()}) == []


def test_a_bound_relative_to_a_date_that_may_be_incomplete_is_a_limit():
    """That date is a text there, and a bound relative to a text ends the step in HTTP 500."""
    inhoud = uitgepakt("aangifte-overlijden")
    datum = next(c for d in inhoud["formDefinitions.json"] for c in alle_componenten(d["configuration"]["components"]) if c["key"] == "overlijden.datum")
    assert datum["type"] == "date" and "minDate" not in datum["openForms"] and datum["openForms"]["maxDate"]["variable"] == "today"
    assert "| `overlijden.datum` | Deze grens" in map_van("aangifte-overlijden")["LEESMIJ.md"].decode()


@pytest.mark.parametrize("slug", CATALOGUS.slugs)
def test_every_question_is_in_it_with_its_path(slug):
    paden: set[str] = set()

    def loop(velden: list[dict[str, Any]], voor: str) -> None:
        for veld in velden:
            paden.add(voor + veld["pad"])
            loop(veld.get("velden", []), f"{voor}{veld['pad']}[].")

    loop(json.loads(map_van(slug)["herleiding.json"])["velden"], "")
    sleutels = {c["key"] for d in uitgepakt(slug)["formDefinitions.json"] for c in alle_componenten(d["configuration"]["components"])}
    from catalogue.formulier import vragen

    f = CATALOGUS.formulier(slug)
    eigen = {s.pad for s in f.stappen_van()}
    assert {v.pad for v in vragen(f) if v.pad.partition(".")[0] in eigen} <= paden
    assert {veld["sleutel"] for veld in json.loads(map_van(slug)["herleiding.json"])["velden"]} <= sleutels


def test_the_same_form_gives_the_same_bytes_and_identifiers_that_stay():
    een, ander = (list(bouw(Catalogus(SPECS).formulier("verhuizing-doorgeven"), KADER)) for _ in range(2))
    assert een == ander
    uitgave = {a.pad: a.inhoud for a in bouw(CATALOGUS.formulier("verhuizing-doorgeven", "2.0.0"), KADER)}
    with zipfile.ZipFile(io.BytesIO(uitgave["openformulieren/verhuizing-doorgeven.zip"])) as zip:
        assert json.loads(zip.read("forms.json"))[0]["uuid"] == uitgepakt("verhuizing-doorgeven")["forms.json"][0]["uuid"]
        assert {info.date_time for info in zip.infolist()} == {(2026, 1, 1, 0, 0, 0)}


def test_the_way_to_log_in_and_to_prefill_is_a_setting_of_the_build():
    kader = Kader(VANDAAG, instellingen=(("openformulieren.digid", "digid_oidc"), ("openformulieren.prefill", "geen")))
    inhoud = {a.pad: a.inhoud for a in bouw(CATALOGUS.formulier("garantstelling-logiesverstrekking"), kader)}
    with zipfile.ZipFile(io.BytesIO(inhoud["openformulieren/garantstelling-logiesverstrekking.zip"])) as zip:
        tekst, formulier = zip.read("formDefinitions.json").decode(), json.loads(zip.read("forms.json"))[0]
    assert formulier["auth_backends"] == [{"backend": "digid_oidc", "options": None}]
    assert "haalcentraal" not in tekst
    assert "haalcentraal" in json.dumps(uitgepakt("garantstelling-logiesverstrekking")["formDefinitions.json"])


def test_what_a_register_fills_is_fixed_only_where_it_may_stay_empty():
    """Who gets nothing from the register could not go on: fixed and obligatory, or fixed without a register."""
    inhoud, leesmij = uitgepakt("garantstelling-logiesverstrekking"), map_van("garantstelling-logiesverstrekking")["LEESMIJ.md"].decode()
    naam = next(c for d in inhoud["formDefinitions.json"] for c in alle_componenten(d["configuration"]["components"]) if c["key"] == "uwGegevens.naam")
    assert naam["prefill"]["plugin"] == "haalcentraal" and naam["validate"]["required"] and not naam["disabled"]
    assert "| `uwGegevens.naam` | Wat uit een register komt, is hier te veranderen." in leesmij


def test_texts_are_escaped_and_in_both_languages():
    inhoud = uitgepakt("verhuizing-doorgeven")
    (formulier,) = inhoud["forms.json"]
    assert formulier["translation_enabled"] and formulier["translations"]["en"]["name"] == "Report a change of address"
    html = [c["html"] for d in inhoud["formDefinitions.json"] for c in alle_componenten(d["configuration"]["components"]) if c["type"] == "content"]
    assert html and all(set(re.findall(r"<(/?\w+)", h)) <= {"p", "/p"} for h in html)


def _component(inhoud: dict[str, Any], soort: str) -> dict[str, Any]:
    return next(c for d in inhoud["formDefinitions.json"] for c in alle_componenten(d["configuration"]["components"]) if c["type"] == soort)


def _eerste(inhoud: dict[str, Any]) -> list[dict[str, Any]]:
    return inhoud["formDefinitions.json"][0]["configuration"]["components"]


def _zet(doel: dict[str, Any], **waarden: Any) -> None:
    doel.update(waarden)


def _vanaf(sleutel: str) -> dict[str, Any]:
    return {"mode": "relativeToVariable", "variable": sleutel, "operator": "add", "delta": {"days": 0, "months": 0, "years": 0}}


BEDORVEN = {
    "twee formulieren": lambda i: i["forms.json"].append({}),
    "naam te lang": lambda i: _zet(i["forms.json"][0], name="x" * 151),
    "slug met een spatie": lambda i: _zet(i["forms.json"][0], slug="a b"),
    "registratie erbij": lambda i: _zet(i["forms.json"][0], registration_backends=[{"backend": "email"}]),
    "betaling erbij": lambda i: _zet(i["forms.json"][0], payment_backend="worldline"),
    "sjabloon in een tekst": lambda i: _zet(i["forms.json"][0], translations={"nl": {"name": "{% load x %}"}}),
    "definitie zonder uuid": lambda i: i["formDefinitions.json"][0].pop("uuid"),
    "stap zonder naam": lambda i: i["formDefinitions.json"][0]["translations"]["nl"].pop("name"),
    "stapnaam te lang": lambda i: _zet(i["formDefinitions.json"][0]["translations"]["nl"], name="x" * 51),
    "index klopt niet": lambda i: _zet(i["formSteps.json"][1], index=7),
    "eerste stap niet van toepassing": lambda i: _zet(i["formSteps.json"][0], is_applicable=False),
    "stap wijst nergens heen": lambda i: _zet(i["formSteps.json"][0], form_definition="http://testserver/sub/api/v2/x"),
    "sleutel twee keer": lambda i: _eerste(i).append(copy.deepcopy(_eerste(i)[-1])),
    "onbekend type": lambda i: _zet(_component(i, "radio"), type="npFamilyMembers"),
    "sleutel met een spatie": lambda i: _zet(_component(i, "radio"), key="a b"),
    "sleutel van Open Formulieren": lambda i: _zet(_component(i, "radio"), key="auth.soort"),
    "sleutel is begin van een ander": lambda i: _zet(_component(i, "radio"), key="verhuizing"),
    "errors": lambda i: _zet(_component(i, "radio"), errors={}),
    "geen keuzes": lambda i: _zet(_component(i, "radio"), values=[]),
    "voorwaarde naar een andere stap": lambda i: _zet(_component(i, "date"), conditional={"show": True, "when": "check.wie", "eq": "zelf"}),
    "voorwaarde naar niets": lambda i: _zet(_component(i, "date"), conditional={"show": True, "when": "verhuizing.bestaatNiet", "eq": "x"}),
    "lege voorwaarde met sleutels": lambda i: _zet(_component(i, "date"), conditional={"show": "", "when": "", "eq": ""}),
    "groep in het overzicht": lambda i: _zet(_component(i, "fieldset"), showInSummary=True),
    "groep in de mail": lambda i: _zet(_component(i, "fieldset"), showInEmail=False),
    "groep op papier": lambda i: _zet(_component(i, "fieldset"), showInPDF=True),
    "lijst in het overzicht": lambda i: _zet(_component(i, "editgrid"), showInSummary=True),
    "datum vanaf een tekst": lambda i: _zet(_component(i, "date")["openForms"], minDate=_vanaf(_component(i, "textfield")["key"])),
    "datum vanaf niets": lambda i: _zet(_component(i, "date")["openForms"], maxDate=_vanaf("weg.is")),
    "prefill zonder attribuut": lambda i: _zet(_component(i, "date"), prefill={"plugin": "haalcentraal", "attribute": ""}),
    "prefill op een radio": lambda i: _zet(_component(i, "radio"), prefill={"plugin": "", "attribute": ""}),
    "prefill zonder disabled": lambda i: (_zet(_component(i, "date"), prefill={"plugin": "", "attribute": ""}), _component(i, "date").pop("disabled")),
    "vast en verplicht": lambda i: _zet(_component(i, "date"), disabled=True, validate={"required": True}, prefill={"plugin": "haalcentraal", "attribute": "leeftijd"}),
    "vast zonder register": lambda i: _zet(_component(i, "email"), disabled=True, validate={"required": False}),
    "punt in een herhaling met voorwaarden": lambda i: _zet(_component(i, "editgrid"), key="gezin.leden"),
    "regel zonder voorwaarde": lambda i: _zet(i["formLogic.json"][0], json_logic_trigger=True),
    "regel niet geavanceerd": lambda i: _zet(i["formLogic.json"][0], is_advanced=False),
    "beschrijving te lang": lambda i: _zet(i["formLogic.json"][0], description="x" * 101),
    "operator bestaat niet": lambda i: _zet(i["formLogic.json"][0], json_logic_trigger={"xor": [1, 2]}),
    "variabele bestaat niet": lambda i: _zet(i["formLogic.json"][0], json_logic_trigger={"==": [{"var": "weg.is"}, 1]}),
    "actie bestaat niet": lambda i: _zet(i["formLogic.json"][0]["actions"][0]["action"], type="evaluate-dmn"),
    "actie op niets": lambda i: _zet(next(a for r in i["formLogic.json"] for a in r["actions"] if a["component"]), component="weg.is"),
    "actie op geen stap": lambda i: _zet(next(a for r in i["formLogic.json"] for a in r["actions"] if a["form_step_uuid"]), form_step_uuid="0f6a2c1e-9d0b-4f53-8a57-3a1f0c5d9e21"),
    "een regel die toont": lambda i: _zet(next(a for r in i["formLogic.json"] for a in r["actions"] if a["action"].get("state") is True)["action"], state=False),
    "uuid in een tekst": lambda i: _zet(i["forms.json"][0], internal_remarks=i["formSteps.json"][0]["uuid"]),
}  # fmt: skip


@pytest.mark.parametrize("wat", BEDORVEN)
def test_our_check_refuses_what_an_import_refuses_or_swallows(wat):
    inhoud = copy.deepcopy(uitgepakt("verhuizing-doorgeven"))
    BEDORVEN[wat](inhoud)
    assert gebreken(inhoud) != []


@pytest.mark.parametrize(("tekst", "zegt"), [("openformulieren.digit=x", "Er is geen instelling"), ("openformulieren.digid=x", "kan niet ‘x’ zijn"), ("digid", "Er is geen instelling")])
def test_a_setting_that_does_not_exist_is_said_so(tmp_path, tekst, zegt):
    uitslag = CliRunner().invoke(app, ["build", "verhuizing-doorgeven", "--target", "openformulieren", "--set", tekst, "--out", str(tmp_path)])
    assert uitslag.exit_code == 2
    assert zegt in uitslag.output and "openformulieren.digid" in uitslag.output


def test_the_command_passes_a_setting_on(tmp_path):
    uitslag = CliRunner().invoke(app, ["build", "kwijtschelding-aanvragen", "--release", "2.0.0", "--target", "openformulieren", "--set", "openformulieren.digid=digid_oidc", "--out", str(tmp_path)])
    assert uitslag.exit_code == 0, uitslag.output
    with zipfile.ZipFile(tmp_path / "diensten/kwijtschelding-aanvragen/2.0.0/openformulieren/kwijtschelding-aanvragen.zip") as zip:
        assert "digid_oidc" in zip.read("forms.json").decode()
