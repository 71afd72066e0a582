"""JSON Forms: what is made can be drawn by its own renderers, shows what the reference shows, and sends what the reference accepts."""

import json
import re
from datetime import date

import jsonschema_rs
import pytest

from catalogue.formulier import elementen
from catalogue.oordeel import Omstandigheden
from catalogue.voorwaarde import ALTIJD
from generator.target import Kader
from generator.targets import jsonforms
from generator.targets.jsonforms.grenzen import REDEN, WAT
from generator.targets.jsonforms.schema import schema_voor
from generator.targets.jsonforms.teksten import Woorden, sleutel
from generator.targets.schema import antwoordenschema
from tests.hulp.node import ROOT, commando, node
from tests.overeenkomst import jsonforms as jf
from tests.overeenkomst.gevallen import formulier, uit_vectoren
from tests.voorbeelden import formulieren

VANDAAG = date(2026, 11, 24)
KADER = Kader(VANDAAG)
HIER = Omstandigheden(VANDAAG)
IN_BROWSER = ("verhuizing-doorgeven", "kwijtschelding-aanvragen", "garantstelling-logiesverstrekking", "grofvuil-ophalen")
MET_RUIS = (*IN_BROWSER, "uittreksel-brp-aanvragen", "leerlingenvervoer")
STEEKPROEF = 12
ALLE = formulieren.namen()


def gemaakt(slug):
    """The JSON files of a service, by name."""
    return {a.pad.removeprefix("jsonforms/"): json.loads(a.inhoud) for a in jsonforms.bouw(formulieren.formulier(slug), KADER) if a.pad.endswith(".json")}


def alle(element):
    """An element of a ui schema and everything in it."""
    yield element
    for onder in (*element.get("elements", ()), *([element["options"]["detail"]] if "detail" in element.get("options", {}) else ())):
        yield from alle(onder)


@pytest.mark.parametrize("slug", ALLE)
def test_every_question_has_a_control_and_every_text_a_key(slug):
    f, bestanden = formulieren.formulier(slug), gemaakt(slug)
    for rol in f.rollen:
        achter = "" if rol == "indiener" else f".{rol}"
        delen = list(alle(bestanden[f"uischema{achter}.json"]))
        plekken = {d["i18n"] for d in delen if "i18n" in d}
        verwacht = {sleutel(e.pad) for stap in f.stappen_van(rol) for e in (stap, *elementen(stap.inhoud))}
        assert verwacht <= plekken
        for taal in f.talen:
            teksten = bestanden[f"i18n.{taal}.json"]
            for d in delen:
                kan = [f"{d['i18n']}.{wat}" for wat in ("label", "text") if d.get(wat)] if "i18n" in d else []
                assert all(teksten.get(sleutel) for sleutel in kan), (taal, kan)


@pytest.mark.parametrize("slug", ALLE)
def test_every_rule_is_false_while_its_answer_is_not_there(slug):
    def bladen(conditie):
        return [een for deel in conditie["conditions"] for een in bladen(deel)] if "conditions" in conditie else [conditie]

    for naam, bestand in gemaakt(slug).items():
        if naam.startswith("uischema"):
            for element in alle(bestand):
                if "rule" in element:
                    assert element["rule"]["effect"] == "SHOW"
                    assert all(blad["failWhenUndefined"] is True for blad in bladen(element["rule"]["condition"]))


@pytest.mark.parametrize("slug", ALLE)
def test_what_it_does_not_hold_is_named_with_its_reason(slug):
    for naam, bestand in gemaakt(slug).items():
        if naam.startswith("grenzen"):
            assert all(een["wat"] in WAT and een["reden"] in REDEN and een["uitleg"]["nl"] and een["uitleg"]["en"] for een in bestand)
            assert len({json.dumps(een) for een in bestand}) == len(bestand)


def strikt(schema, waarden):
    """What ajv in strict mode says of values."""
    (uit,) = json.loads(node(ROOT / "tests/js/ajv.mjs", input=json.dumps({"schema": schema, "waarden": waarden}), timeout=300))
    return uit


@pytest.mark.parametrize("slug", IN_BROWSER)
def test_the_schema_accepts_what_the_schema_of_the_answers_accepts(slug):
    f = formulier(slug)
    for rol in f.rollen:
        ons = antwoordenschema(f, rol)
        hun = schema_voor(f, rol, Woorden(f))
        gevallen = [g for g in uit_vectoren(slug) if g.o.rol == rol]
        verwacht = [jsonschema_rs.Draft202012Validator(ons, validate_formats=True).is_valid(g.antwoorden) for g in gevallen]
        assert strikt(hun, [g.antwoorden for g in gevallen]) == verwacht
        assert {True, False} <= set(verwacht)


def goede(slug):
    """The right vectors; but for the one with a question that a municipality added, which only stands in the form of that municipality."""
    return [g for g in uit_vectoren(slug) if g.oordeel.geldig and "lokaal" not in g.antwoorden]


def met_ruis(slug, hier, ander, zichtbaar, pad=""):
    """Answers with, wherever nothing is shown, what somebody else answered there: what JSON Forms keeps of what it hides."""
    uit = dict(hier)
    for naam, waarde in ander.items():
        plek = f"{pad}.{naam}" if pad else naam
        if naam not in uit:
            uit |= {} if plek in zichtbaar else {naam: waarde}
        elif isinstance(waarde, dict) and not jf.is_vraag(slug, plek):
            uit[naam] = met_ruis(slug, uit[naam], waarde, zichtbaar, plek)
        elif isinstance(waarde, list) and not jf.is_vraag(slug, plek):
            rijen = zip(uit[naam], waarde, strict=False)
            uit[naam] = [*(met_ruis(slug, a, b, zichtbaar, f"{plek}[{i}]") for i, (a, b) in enumerate(rijen)), *uit[naam][len(waarde) :]]
    return uit


@pytest.mark.parametrize("slug", MET_RUIS)
def test_what_was_answered_and_is_hidden_again_neither_shows_nor_sends_anything(slug):
    goed = goede(slug)
    for rol in formulier(slug).rollen:
        rij = [g for g in goed if g.o.rol == rol]
        ruis = [met_ruis(slug, jf.data(g), rij[-1 - i].antwoorden, set(g.oordeel.zichtbaar)) for i, g in enumerate(rij)]
        if rol == "indiener":
            assert sum(data != jf.data(g) for data, g in zip(ruis, rij, strict=True)) > 20
        met = list(zip(ruis, (g.o for g in rij), strict=True))
        for g, schoon in zip(rij, jf.vraag(slug, rol, [], met)["schoon"], strict=True):
            assert schoon == g.antwoorden, g.naam


def test_what_is_empty_is_not_sent_and_what_is_shown_is_there():
    leeg = {"check": {"situatie": "", "wie": None, "adressoort": "  "}, "weg": 1}
    (schoon,) = jf.vraag("verhuizing-doorgeven", "indiener", [], [(leeg, Omstandigheden(VANDAAG))])["schoon"]
    assert schoon["check"] == {} and "weg" not in schoon
    getoond = {stap.pad for stap in formulier("verhuizing-doorgeven").stappen_van() if stap.toon_als == ALTIJD}
    assert getoond and getoond <= set(schoon)


# -- in a browser ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bundel(tmp_path_factory):
    """JSON Forms with its vanilla renderers in one file."""
    uit = tmp_path_factory.mktemp("jsonforms") / "bundel.js"
    klaar = commando("esbuild", ROOT / "tests/js/jsonforms-pagina.jsx", "--bundle", "--jsx=automatic", '--define:process.env.NODE_ENV="production"', "--log-level=warning", f"--outfile={uit}")
    assert klaar.returncode == 0, klaar.stderr
    return uit


@pytest.fixture
def blad(pagina, bundel):
    """An empty page with the bundle in it; a warning of JSON Forms ("no applicable cell") fails too."""
    waarschuwingen = []
    pagina.on("console", lambda bericht: waarschuwingen.append(bericht.text) if bericht.type == "warning" else None)
    pagina.set_content('<!doctype html><html lang="nl"><title>JSON Forms</title><body><div id="root"></div></body></html>')
    pagina.add_script_tag(path=bundel)
    yield pagina
    assert not waarschuwingen


def toon(blad, slug, data, rol="indiener", taal="nl", o=HIER):
    achter = "" if rol == "indiener" else f".{rol}"
    bestanden = gemaakt(slug)
    taak = {"schema": bestanden[f"schema{achter}.json"], "uischema": bestanden[f"uischema{achter}.json"], "teksten": bestanden[f"i18n.{taal}.json"], "data": data, "plan": bestanden["plan.json"]}
    taak["omstandigheden"] = {naam: waarde for naam, waarde in formulieren.als_json(o).items() if naam != "indiener"}
    blad.evaluate("taak => toon(taak)", taak)
    assert "No applicable renderer" not in blad.inner_text("body")


@pytest.mark.parametrize("slug", IN_BROWSER)
def test_in_a_browser_one_sees_what_the_reference_shows(blad, slug):
    goed = goede(slug)
    for rol in formulier(slug).rollen:
        rij = [g for g in goed if g.o.rol == rol]
        for g in rij[:: max(1, len(rij) // STEEKPROEF)][:STEEKPROEF]:
            toon(blad, slug, jf.data(g), rol, o=g.o)
            gezien = jf.plekken(slug, rol, blad.evaluate("gezien()"))
            anders = jf.verschil(slug, g, gezien)
            assert anders is None or anders[0] == "regel", (g.naam, anders)
            assert blad.evaluate("schoon()")["antwoorden"] == g.antwoorden


def test_every_kind_of_question_is_drawn(blad):
    toon(blad, formulieren.ALLE_SOORTEN, {})
    soorten = {e.soort for stap in formulieren.formulier(formulieren.ALLE_SOORTEN).stappen for e in elementen(stap.inhoud) if e.aard == "vraag"}
    assert len(soorten) > 15
    for invoer in ("text", "checkbox", "radio", "date", "number"):
        assert blad.locator(f"input[type={invoer}]").count(), invoer
    assert blad.locator("textarea").count() and blad.locator("select").count()


def test_choosing_shows_what_follows_and_says_in_words_what_is_wrong(blad):
    toon(blad, "verhuizing-doorgeven", {})
    assert "check.adressoort" in blad.evaluate("gezien()")
    f = formulier("verhuizing-doorgeven")
    stop = next(stop for stap in f.stappen for stop in stap.stop if stop.pad == "check.buitenland")
    assert stop.melding["nl"] not in blad.inner_text("body")
    blad.locator('[data-sleutel="check.situatie"]').get_by_text("buitenland", exact=False).first.click()
    assert stop.melding["nl"] in blad.inner_text("body")
    assert blad.evaluate("schoon()")["antwoorden"]["check"]["situatie"]


def test_in_english_it_is_english(blad):
    toon(blad, "verhuizing-doorgeven", {}, taal="en")
    tekst = blad.inner_text("body")
    vraag = next(e for stap in formulier("verhuizing-doorgeven").stappen for e in elementen(stap.inhoud) if e.aard == "vraag")
    assert vraag.veld.vraag["en"] in tekst and vraag.veld.vraag["nl"] not in tekst
    assert vraag.opties[0].naam["en"] in tekst and vraag.opties[0].naam["nl"] not in tekst


def test_the_readme_names_only_files_that_are_there():
    bestanden = {a.pad.removeprefix("jsonforms/"): a.inhoud for a in jsonforms.bouw(formulier("verhuizing-doorgeven"), KADER)}
    genoemd = set(re.findall(r"`((?:uischema|schema|i18n|grenzen|opschonen|plan|oordeel/)[a-z.]*\.(?:json|mjs))`", bestanden["LEESMIJ.md"].decode()))
    assert genoemd <= set(bestanden) and len(genoemd) >= 5
