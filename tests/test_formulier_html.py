"""The form in a real browser: every step, empty and with every fault, with the script and without it."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from catalogue.beoordelen import beoordeel, waar
from catalogue.formulier import Formulier, elementen, vragen
from catalogue.oordeel import Indiener, Omstandigheden
from catalogue.voorbeelden import omstandigheden_uit
from catalogue.voorwaarde import En, is_open
from generator.target import Kader
from generator.targets.formulier import bouw, render
from generator.targets.formulier.bestanden import bronsom, gedeeld
from generator.targets.formulier.plan import omstandigheden, plan
from generator.targets.formulier.voorwaarden import voorwaarden_css
from generator.vectoren.paden import als_pad, bij
from tests.hulp.kern import kern
from tests.hulp.node import MODULES, commando, vnu
from tests.hulp.server import draaiend
from tests.hulp.stub import Draaiend, schrijf
from tests.voorbeelden.formulieren import ALLE_SOORTEN, VANDAAG, catalogus, formulier, namen
from tests.voorbeelden.ontvanger import KENMERK, Ontvanger, items_van, van_post

MaakPagina = Callable[..., Page]
KERN = [ALLE_SOORTEN, *kern()]
"""The form with every kind of question, and the services that together use everything."""


@pytest.fixture(scope="session")
def loket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The receiver with every form, behind a real address (`loket.adres`)."""
    ontvanger: Any = Ontvanger(tmp_path_factory.mktemp("formulieren"))
    with draaiend(ontvanger.app) as adres:
        ontvanger.adres = adres
        yield ontvanger


@pytest.fixture(autouse=True)
def _leeg(loket: Any) -> None:
    loket.kreeg.clear()
    loket.weiger.clear()


def axe(page: Page) -> list[str]:
    """What axe has against the page, all its rules; undecided counts too."""
    page.evaluate((MODULES / "axe-core/axe.min.js").read_text("utf-8"))
    uit = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})"
    )
    return [
        f"{r['id']}: {n['html'][:200]}"
        for soort in ("violations", "incomplete")
        for r in uit[soort]
        for n in r["nodes"]
    ]


def alle_stappen(page: Page) -> list[str]:
    return page.eval_on_selector_all(".stap", "els => els.map(e => e.id.slice(2)).filter(id => id !== 'controle')")


def toon_alles(page: Page, stap: str) -> None:
    """One step with everything in it in view, as the script leaves it."""
    page.evaluate(
        """stap => {
          for (const s of document.querySelectorAll('.stap')) s.hidden = s.id !== 'v-' + stap;
          for (const v of document.querySelectorAll('.stap [hidden]')) v.hidden = false;
        }""",
        stap,
    )


# ---- the pages themselves --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", KERN)
def test_the_pages_are_right_html(naam: str, loket: Any, tmp_path: Path) -> None:
    loket.bouw(naam)
    paginas = sorted(str(p) for p in (loket.map / naam).rglob("*.html"))
    assert paginas
    # Nu takes the file's own address for the origin, so that 'self' matches nothing; the browser tests hold the policy.
    assert [r for r in vnu(*paginas).splitlines() if "Content Security Policy" not in r] == []
    regels = tmp_path / ".htmlvalidate.json"
    # `voor`, checkboxes and radios share a name; a list of long labels and generated ids are ours to choose.
    regels.write_text(json.dumps({
        "extends": ["html-validate:recommended", "html-validate:a11y"],
        "rules": {"form-dup-name": ["error", {"shared": ["radio", "checkbox", "submit", "button", "reset"]}], "long-title": "off"},
    }), "utf-8")  # fmt: skip
    uit = commando("html-validate", "--config", regels, "--formatter", "text", *paginas)
    assert uit.returncode == 0, uit.stdout[:3000] + uit.stderr


@pytest.mark.parametrize("naam", KERN)
def test_every_step_is_accessible_empty_and_with_every_fault(naam: str, loket: Any, maak_pagina: MaakPagina) -> None:
    adres = loket.adres + loket.bouw(naam)
    for wat, bladzijde in (("empty", "index.html"), ("with every fault", "nl/alles-fout.html")):
        page = maak_pagina(viewport={"width": 320, "height": 700})
        page.goto(adres.replace("index.html", bladzijde))
        for stap in alle_stappen(page):
            toon_alles(page, stap)
            assert axe(page) == [], f"{stap} {wat}"
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, f"{stap} {wat}"


@pytest.mark.parametrize("naam", KERN)
def test_without_script_the_page_is_accessible_too(naam: str, loket: Any, maak_pagina: MaakPagina) -> None:
    adres = loket.adres + loket.bouw(naam)
    laatste = formulier(naam).talen[-1]
    for bladzijde in ("nl/alles-fout.html", "index.html" if laatste == "nl" else f"{laatste}/index.html"):
        page = maak_pagina(viewport={"width": 320, "height": 256})
        page.route("**/*.mjs", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.goto(adres.replace("index.html", bladzijde))
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        assert axe(page) == [], bladzijde
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, bladzijde


@pytest.mark.parametrize("naam", KERN)
def test_every_fault_is_linked_to_its_question(naam: str, loket: Any, maak_pagina: MaakPagina) -> None:
    page = maak_pagina(java_script_enabled=False)
    page.goto(loket.adres + loket.bouw(naam).replace("index.html", "nl/alles-fout.html"))
    los = page.evaluate(
        """() => {
          const uit = [];
          for (const a of document.querySelectorAll('#fouten a')) if (!document.getElementById(a.hash.slice(1))) uit.push('link ' + a.hash);
          for (const fout of document.querySelectorAll('.utrecht-form-field-error-message')) {
            const drager = document.querySelector(`[aria-describedby~="${fout.id}"]`), veld = fout.closest('.veld');
            if (!drager || drager.closest('.veld') !== veld) uit.push('fault ' + fout.id);
            if (veld.querySelector('.veld') === null && veld.querySelector('[aria-invalid=true]') === null) uit.push('invalid ' + veld.id);
          }
          return uit;
        }"""
    )
    assert los == []
    aantal = len([v for v in vragen(formulier(naam)) if v.id != "voor" and (v.pad.split(".")[0] in alle_stappen(page))])
    assert page.locator(".utrecht-form-field-error-message").count() == aantal


# ---- what is sent is what was meant ----------------------------------------------------------------------------------


def _wie(f: Formulier) -> dict[str, str]:
    """Who comes in by the first way, as the page takes it."""
    return omstandigheden(f)["indiener"]


def goede_voorbeelden(naam: str) -> list[Any]:
    """Right examples of the one who applies, in the circumstances that a form takes by itself. A list that a municipality
    fills in is one text here: examples that choose several of it are for its own form."""
    f = formulier(naam)
    open_lijsten = [v.pad.split(".") for v in vragen(f) if v.soort == "meerkeuze" and v.open_lijst and "[]" not in v.pad]
    uit = []
    for v in catalogus().voorbeelden(naam):
        om = omstandigheden_uit(v.omstandigheden, f, VANDAAG)
        if any(len(_bij(v.antwoorden, pad)) > 1 for pad in open_lijsten):
            continue
        if v.goed and om.rol == "indiener" and beoordeel(f, v.antwoorden, Omstandigheden(om.vandaag, Indiener(**_wie(f)))).geldig:
            uit.append((v.naam, om.vandaag, v.antwoorden))
    return uit


def _bij(waarde: Any, pad: list[str]) -> Any:
    for deel in pad:
        waarde = waarde.get(deel, {}) if isinstance(waarde, dict) else {}
    return waarde


def zonder_bestanden(waarde: Any) -> Any:
    """Answers with only the names of files: their id and hash differ with every sending."""
    if isinstance(waarde, dict):
        return sorted(waarde) if "sha256" in waarde else {k: zonder_bestanden(w) for k, w in waarde.items()}
    return [zonder_bestanden(w) for w in waarde] if isinstance(waarde, list) else waarde


def op_volgorde(waarde: Any) -> Any:
    """Answers with the items of a `per` repeat sorted: their order means nothing."""
    if isinstance(waarde, dict):
        return {k: op_volgorde(w) for k, w in waarde.items()}
    if isinstance(waarde, list) and waarde and isinstance(waarde[0], dict) and "voor" in waarde[0]:
        return sorted(map(op_volgorde, waarde), key=lambda item: item["voor"])
    return [op_volgorde(w) for w in waarde] if isinstance(waarde, list) else waarde


VUL = """([items, bestanden]) => {
  const per = new Map();
  for (const [naam, w] of items) per.set(naam, [...(per.get(naam) ?? []), w]);
  for (const el of document.getElementById('f').elements) {
    const w = per.get(el.name);
    if (!w || el.type === 'hidden') continue;
    if (el.type === 'radio' || el.type === 'checkbox') el.checked = w.includes(el.value);
    else el.value = w[0];
  }
  for (const [naam, soorten] of bestanden) {
    const dt = new DataTransfer();
    for (const s of soorten) {
      const begin = { 'application/pdf': '%PDF-1.4', 'image/jpeg': '\\xff\\xd8\\xff\\xe0', 'image/png': '\\x89PNG\\r\\n\\x1a\\n' }[s];
      const bytes = Uint8Array.from(begin + dt.items.length, (c) => c.charCodeAt());
      dt.items.add(new File([bytes], `stuk.${s.split('/')[1]}`, { type: s }));
    }
    document.getElementsByName(naam)[0].files = dt.files;
  }
  document.getElementById('f').dispatchEvent(new Event('change', { bubbles: true }));
}"""


def vul_in(page: Page, volledig: dict[str, Any], antwoorden: dict[str, Any]) -> None:
    """Everything of an example in the page, rows and files too."""
    items = [
        i
        for s in volledig["stappen"]
        if s["id"] in antwoorden
        for i in items_van(volledig, s["velden"], antwoorden[s["id"]], s["id"])
    ]
    for _ in range(100):
        mist = page.evaluate(
            "namen => namen.filter(n => !document.getElementsByName(n).length)", [naam for naam, _ in items]
        )
        if not mist:
            break
        houder = re.sub(r"\.\d+\.[^.]*(\.\w+)?$", "", mist[0]).replace(".", "-")
        page.evaluate(
            "id => { const k = document.querySelectorAll(`[id='${id}']>.rijknop button`); k[k.length - 1].click(); }",
            houder,
        )
    uploads = [(pad, [b["mediatype"] for b in w]) for pad, w in uploads_van(antwoorden, "")]
    page.evaluate(VUL, [items, uploads])


def uploads_van(waarde: Any, naam: str) -> Iterator[tuple[str, Any]]:
    if isinstance(waarde, list) and waarde and isinstance(waarde[0], dict) and "sha256" in waarde[0]:
        yield naam, waarde
    elif isinstance(waarde, dict | list):
        for sleutel, onder in waarde.items() if isinstance(waarde, dict) else enumerate(waarde):
            yield from uploads_van(onder, f"{naam}.{sleutel}".strip("."))


@pytest.mark.parametrize("naam", kern())
def test_with_the_script_an_example_arrives_as_it_was_meant(naam: str, loket: Any, maak_pagina: MaakPagina) -> None:
    """Each step shows what the reference shows, and what was filled in is what is sent."""
    f = formulier(naam)
    volledig = plan(f, "nl", volledig=True)
    plekken = {e.pad for s in f.stappen for e in (s, *elementen(s.inhoud)) if "[]" not in e.pad}
    voorbeelden = goede_voorbeelden(naam)
    assert voorbeelden
    for welk, dag, antwoorden in voorbeelden[:3]:
        zichtbaar = plekken & set(beoordeel(f, antwoorden, Omstandigheden(dag, Indiener(**_wie(f)))).zichtbaar)
        loket.vandaag = dag
        page = maak_pagina(viewport={"width": 390, "height": 800})
        page.clock.set_fixed_time(f"{dag}T10:00:00+01:00")
        page.goto(loket.adres + loket.bouw(naam))
        vul_in(page, volledig, antwoorden)
        for _ in range(30):
            assert page.locator("#fouten").count() == 0, f"{welk}: {page.locator('#fouten').inner_text()}"
            if page.locator("#v-controle").is_visible():
                break
            te_zien = {plek.replace("-", ".") for plek in page.evaluate(ZICHTBAAR)} & plekken
            stap = min(te_zien)
            assert te_zien == {pad for pad in zichtbaar if pad == stap or pad.startswith(f"{stap}.")}, welk
            page.locator("button[type=submit]").click()
        assert axe(page) == [], "the overview"
        page.locator("button[type=submit]").click()
        expect(page.locator("#kenmerk")).to_have_text(KENMERK)
        assert page.evaluate("document.activeElement.tagName") == "H1"
        assert axe(page) == [], "the receipt"
        kreeg = loket.kreeg.pop()
        assert op_volgorde(zonder_bestanden(kreeg["antwoorden"])) == op_volgorde(zonder_bestanden(antwoorden)), welk
        assert page.evaluate("Object.keys(sessionStorage)") == []


@pytest.mark.parametrize("naam", catalogus().slugs)
def test_a_form_post_arrives_as_it_was_meant(naam: str) -> None:
    """Every right example through the door for those without the script, with the empty texts that a browser sends."""
    f = formulier(naam)
    volledig = plan(f, "nl", volledig=True)
    for welk, dag, antwoorden in goede_voorbeelden(naam):
        o = Omstandigheden(dag, Indiener(**_wie(f)))
        items = [
            i
            for s in volledig["stappen"]
            if s["id"] in antwoorden
            for i in items_van(volledig, s["velden"], antwoorden[s["id"]], s["id"])
        ]
        gevuld = {naam for naam, _ in items}
        items += [
            (v.pad, " ")
            for v in vragen(f)
            if "[]" not in v.pad and v.pad not in gevuld and v.soort not in ("keuze", "meerkeuze")
        ]
        uit = van_post(f, volledig, items, dict(uploads_van(antwoorden, "")), o)
        assert op_volgorde(uit) == op_volgorde(antwoorden), welk
        # A browser also sends what was filled in and then hidden: it is left out.
        verborgen = [
            v
            for v in vragen(f)
            if "[]" not in v.pad
            and v.soort == "ja-nee"
            and v.pad not in beoordeel(f, antwoorden, Omstandigheden(dag, Indiener(**_wie(f)))).zichtbaar
        ]
        meer = items + [(v.pad, "ja") for v in verborgen]
        zonder = van_post(f, volledig, meer, dict(uploads_van(antwoorden, "")), o)
        assert op_volgorde(zonder) == op_volgorde(antwoorden), welk


# ---- with the script: one step at a time -----------------------------------------------------------------------------

GOED = [
    ("check.woontHier", "ja"), ("tekst.naam", "Jan"), ("tekst.personen", "2"), ("tekst.inkomen", "1.250,5"), ("tekst.bsn", "9999.93.653"),
    ("tekst.email", "jan@voorbeeld.nl"), ("tekst.postcode", "2514 js"), ("tekst.iban", "nl91 abna 0417 1643 00"), ("tekst.adres.postcode", "2514js"),
    ("tekst.adres.huisnummer", "12"), ("tijd.geboren.jaar", "1972"), ("tijd.begin.dag", "24"), ("tijd.begin.maand", "11"), ("tijd.begin.jaar", "2026"),
    ("tijd.eind.dag", "1"), ("tijd.eind.maand", "12"), ("tijd.eind.jaar", "2026"), ("tijd.hoeLaat", "9.30"), ("kiezen.woning", "koop"),
    ("kiezen.dagen", "ma"), ("kiezen.dagen", "zo"), ("kiezen.tijden.0.van", "10:00"), ("kiezen.tijden.2.van", "11:00"), ("kiezen.tijden.2.muziek", "nee"),
    ("kiezen.provincie", "utrecht"), ("mensen.contact.naam", "Piet"), ("mensen.kinderen.0.naam", "Kim"), ("mensen.kinderen.0.allergie", "ja"),
    ("mensen.kinderen.0.waarvoor", "pinda's"), ("mensen.kinderen.0.geboren.dag", "1"), ("mensen.kinderen.0.geboren.maand", "2"),
    ("mensen.kinderen.0.geboren.jaar", "2020"), ("stukken.akkoord", "ja"),
]  # fmt: skip
KENT = {
    "check": {"woontHier": True},
    "tekst": {"naam": "Jan", "personen": 2, "inkomen": "1250.50", "bsn": "999993653", "email": "jan@voorbeeld.nl", "postcode": "2514JS",
              "iban": "NL91ABNA0417164300", "adres": {"postcode": "2514JS", "huisnummer": "12"}},
    "tijd": {"geboren": "1972", "begin": "2026-11-24", "eind": "2026-12-01", "hoeLaat": "09:30"},
    "kiezen": {"woning": "koop", "dagen": ["ma", "zo"], "tijden": [{"voor": "ma", "van": "10:00"}, {"voor": "zo", "van": "11:00", "muziek": False}], "provincie": "utrecht"},
    "mensen": {"contact": {"naam": "Piet"}, "kinderen": [{"naam": "Kim", "allergie": True, "waarvoor": "pinda's", "geboren": "2020-02-01"}], "dieren": []},
    "stukken": {"bewijs": [["grootte", "id", "mediatype", "naam", "sha256"]], "akkoord": True},
}  # fmt: skip


@pytest.fixture
def open_formulier(loket: Any, maak_pagina: MaakPagina) -> Callable[..., Page]:
    """The form with every kind of question, on 24 November 2026."""

    def open_(**opties: Any) -> Page:
        page = maak_pagina(**opties)
        if opties.get("java_script_enabled", True):
            page.clock.set_fixed_time("2026-11-24T10:00:00+01:00")
        page.goto(loket.adres + loket.bouw(ALLE_SOORTEN))
        return page

    return open_


def verder(page: Page) -> None:
    page.locator("button[type=submit]").click()


def naar_stap(page: Page, stap: str, waarden: list[tuple[str, str]] = GOED) -> None:
    """Fill everything in and walk to a step."""
    page.evaluate(VUL, [waarden, [("stukken.bewijs", ["application/pdf"])]])
    for _ in range(10):
        if page.locator(f"#v-{stap}").is_visible():
            return
        verder(page)
    raise AssertionError(f"{stap} not reached: {page.locator('main').inner_text()}")


def heeft_focus(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_a_step_with_faults_says_so_where_one_looks(open_formulier: Callable[..., Page]) -> None:
    page = open_formulier()
    page.keyboard.press("Tab")
    page.locator("[name='check.woontHier']").first.focus()
    page.keyboard.press("Enter")  # Enter is the next step, never half a form
    expect(page.locator("#fouten")).to_be_focused()
    assert page.title().startswith("Fout: Stap 1 van 6")
    assert page.locator("#fouten li").all_inner_texts() == ["Kies ja of nee bij ‘Woont u in deze gemeente’."]
    page.locator("#fouten a").click()
    assert heeft_focus(page) == "check-woontHier"
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("#l-tekst")).to_be_focused()
    assert page.title() == "Stap 2 van 6: Woorden en getallen - Alle soorten vragen"
    assert page.locator("#fouten").count() == 0 and page.locator("[aria-invalid]").count() == 0


def test_a_stop_is_shown_at_once_and_holds(open_formulier: Callable[..., Page]) -> None:
    page = open_formulier()
    expect(page.locator("#v-check-nietHier")).to_be_hidden()
    page.locator("[name='check.woontHier'][value=nee]").check()
    expect(page.locator("#v-check-nietHier")).to_contain_text("Ga naar uw eigen gemeente.")
    verder(page)
    assert page.locator("#fouten li").all_inner_texts() == ["U kunt dit niet bij ons doen. Ga naar uw eigen gemeente."]
    page.locator("#fouten a").click()
    assert heeft_focus(page) == "v-check-nietHier"


def test_back_is_always_possible_and_loses_nothing(open_formulier: Callable[..., Page]) -> None:
    page = open_formulier()
    naar_stap(page, "kiezen")
    page.go_back()
    expect(page.locator("#v-tijd")).to_be_visible()
    page.get_by_role("button", name="Vorige stap").click()
    expect(page.locator("#v-tekst")).to_be_visible()
    expect(page.locator("[name='tekst.naam']")).to_have_value("Jan")
    page.go_forward()
    naar_stap(page, "controle")


def test_what_depends_on_an_answer_follows_it(open_formulier: Callable[..., Page]) -> None:
    page = open_formulier()
    naar_stap(page, "tekst")
    veel = page.locator("#v-tekst-veel")
    expect(veel).to_be_hidden()
    page.locator("[name='tekst.personen']").fill("5")
    page.keyboard.press("Tab")
    expect(veel).to_be_visible()
    page.locator("[name='tekst.veel']").fill("Feest")
    page.locator("[name='tekst.personen']").fill("3")
    page.keyboard.press("Tab")
    expect(veel).to_be_hidden()
    page.locator("[name='tekst.personen']").fill("6")
    page.keyboard.press("Tab")
    expect(page.locator("[name='tekst.veel']")).to_have_value("Feest")
    expect(page.locator("#v-tekst-bericht label")).to_contain_text("Dag Jan, wat wilt u ons vertellen?")
    expect(page.locator("#v-tekst-email .optioneel")).to_be_hidden()
    expect(page.locator("[name='tekst.email']")).to_have_attribute("aria-required", "true")


def test_a_warning_is_said_and_never_holds(open_formulier: Callable[..., Page]) -> None:
    page = open_formulier()
    naar_stap(page, "tijd", [*GOED[:-1], ("stukken.akkoord", "ja")])
    page.locator("[name='tijd.eind.maand']").fill("1")
    page.locator("[name='tijd.eind.jaar']").fill("2027")
    page.keyboard.press("Tab")
    expect(page.locator("#v-tijd-eind-w0")).to_contain_text("langer dan vier weken")
    verder(page)
    expect(page.locator("#v-kiezen")).to_be_visible()


def test_rows_come_and_go(open_formulier: Callable[..., Page]) -> None:
    page = open_formulier()
    naar_stap(page, "mensen")
    assert page.locator("#mensen-kinderen .rij").count() == 1 and page.locator("#mensen-dieren .rij").count() == 0
    page.get_by_role("button", name="Nog een kind toevoegen").click()
    assert heeft_focus(page) == "v-mensen-kinderen-1"
    expect(page.locator("#v-mensen-kinderen-1 legend").first).to_contain_text("Kind 2")
    page.locator("[name='mensen.kinderen.1.naam']").fill("Noa")
    verder(page)
    assert [a.get_attribute("href") for a in page.locator("#fouten a").all()] == [
        "#mensen-kinderen-1-allergie",
        "#mensen-kinderen-1-geboren",
    ]
    assert axe(page) == []
    page.get_by_role("button", name="Kind 1 verwijderen").click()
    assert heeft_focus(page) == "v-mensen-kinderen-0"
    expect(page.locator("#mensen-kinderen > [role=status]")).to_have_text("Kind 1 is verwijderd")
    expect(page.locator("[name='mensen.kinderen.0.naam']")).to_have_value("Noa")
    for _ in range(3):
        page.get_by_role("button", name="Nog een kind toevoegen").click()
    expect(page.get_by_role("button", name="Nog een kind toevoegen")).to_be_hidden()
    dubbel = page.evaluate(
        "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, a) => a.indexOf(id) !== i)"
    )
    assert dubbel == []


def test_the_overview_shows_all_and_leads_back(open_formulier: Callable[..., Page], loket: Any) -> None:
    page = open_formulier()
    naar_stap(page, "controle")
    expect(page.locator("#l-controle")).to_be_focused()
    tekst = page.locator("#v-controle").inner_text()
    for deel in (
        "Wat is uw geboortedatum?",
        "1972",
        "24 november 2026",
        "Koop",
        "maandag\nzondag",
        "Kind 1",
        "pinda's",
        "stuk.pdf",
        "Niet ingevuld",
        "utrecht",
    ):
        assert deel in tekst, deel
    assert "huurder" not in tekst and "(niet verplicht)" not in tekst
    page.get_by_role("button", name="Wijzig: Kiezen").click()
    expect(page.locator("#l-kiezen")).to_be_focused()
    page.locator("[name='kiezen.woning'][value=huur]").check()
    verder(page)
    assert page.locator("#fouten li").count() == 2  # the change opened two questions
    page.locator("[name='kiezen.woning'][value=koop]").check()
    assert page.locator("button[type=submit]").inner_text() == "Terug naar uw antwoorden"
    verder(page)
    expect(page.locator("#v-controle")).to_be_visible()
    verder(page)
    expect(page.locator("#kenmerk")).to_have_text(KENMERK)
    expect(page.locator("main")).to_contain_text("U krijgt binnen vijf dagen bericht.")
    assert zonder_bestanden(loket.kreeg[0]["antwoorden"]) == KENT
    assert list(loket.kreeg[0]["bestanden"].values()) == [[b"%PDF-1.40"]]


def test_faults_of_the_receiver_lead_to_their_step(
    open_formulier: Callable[..., Page], loket: Any, maak_pagina: Any
) -> None:
    page = open_formulier()
    naar_stap(page, "controle")
    loket.weiger[:] = [
        {"pad": "kiezen.tijden[1].van", "code": "patroon", "melding": {"nl": "Kies een andere tijd.", "en": "x"}},
        {"pad": "mensen.contact.naam", "code": "x", "melding": {"nl": "Klopt niet."}},
    ]
    verder(page)
    expect(page.locator("#v-kiezen")).to_be_visible()
    expect(page.locator("#f-kiezen-tijden-2-van")).to_have_text("Fout: Kies een andere tijd.")
    assert page.locator("#fouten li").count() == 1 and heeft_focus(page) == "fouten"
    maak_pagina.fouten.clear()  # the browser reports the 422


def test_when_sending_fails_nothing_is_lost(open_formulier: Callable[..., Page], maak_pagina: Any, loket: Any) -> None:
    page = open_formulier()
    naar_stap(page, "controle")
    page.route("**/index.html", lambda route: route.abort())
    verder(page)
    expect(page.locator("#fouten")).to_contain_text("Versturen is niet gelukt")
    expect(page.locator("#fouten")).to_contain_text("Uw antwoorden staan nog op deze pagina")
    page.unroute("**/index.html")
    verder(page)
    expect(page.locator("#kenmerk")).to_have_text(KENMERK)
    maak_pagina.fouten.clear()


def test_a_draft_is_offered_without_what_is_secret(open_formulier: Callable[..., Page]) -> None:
    page = open_formulier()
    naar_stap(page, "mensen")
    page.get_by_role("button", name="Nog een kind toevoegen").click()
    page.locator("[name='mensen.kinderen.1.naam']").fill("Noa")
    page.keyboard.press("Tab")
    bewaard = page.evaluate("JSON.stringify(sessionStorage)")
    assert "999993653" not in bewaard.replace(".", "") and "Noa" in bewaard
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.locator("#concept")).to_contain_text("U was al begonnen")
    expect(page.locator("[name='tekst.naam']")).to_have_value("")
    page.get_by_role("button", name="Ga verder").click()
    expect(page.locator("#v-tekst")).to_be_visible()  # the BSN is to be filled in again
    page.locator("[name='tekst.bsn']").fill("999993653")
    for _ in range(3):
        verder(page)
    expect(page.locator("[name='mensen.kinderen.1.naam']")).to_have_value("Noa")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Wis mijn antwoorden").click()
    expect(page.locator("#v-check")).to_be_visible()
    assert page.evaluate("JSON.stringify(sessionStorage)") == "{}"


def test_in_english_it_is_the_same_form(loket: Any, maak_pagina: MaakPagina) -> None:
    page = maak_pagina(locale="en-GB")
    page.goto(loket.adres + loket.bouw(ALLE_SOORTEN))
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    verder(page)
    assert page.locator("#fouten h2").inner_text() == "There is 1 answer that is not right"
    assert page.locator("#fouten li").all_inner_texts() == ["Choose yes or no for ‘Do you live in this municipality’."]


# ---- without the script ----------------------------------------------------------------------------------------------


def test_without_script_a_form_is_sent_mended_and_received(
    open_formulier: Callable[..., Page], loket: Any, maak_pagina: Any
) -> None:
    page = open_formulier(java_script_enabled=False)
    page.locator("[name='check.woontHier'][value=ja]").check()
    page.locator("[name='tekst.naam']").fill('<b>Jan & "Piet"</b>')
    page.locator("[name='kiezen.woning'][value=koop]").check()
    expect(page.locator("#v-mensen")).to_be_visible()
    page.locator("#mensen-kinderen summary").first.click()
    page.locator("[name='mensen.kinderen.1.naam']").fill("Noa")
    verder(page)
    assert page.title() == "Fout: Alle soorten vragen"
    expect(page.locator("[name='tekst.naam']")).to_have_value('<b>Jan & "Piet"</b>')
    expect(page.locator("[name='kiezen.woning'][value=koop]")).to_be_checked()
    expect(page.locator("[name='mensen.kinderen.1.naam']")).to_have_value("Noa")
    expect(page.locator("#v-mensen-kinderen-1")).to_be_visible()
    expect(page.locator("#f-mensen-kinderen-1-allergie")).to_contain_text("Fout: Kies ja of nee")
    assert page.locator("#fouten a").count() == page.locator("#fouten li").count() > 10
    vul_zonder_script(page)
    verder(page)
    expect(page.locator("#kenmerk")).to_have_text(KENMERK)
    tekst = page.locator("main").inner_text()
    for deel in (
        "Kim",
        "pinda's",
        "24-11-2026",
        "1250.50",
        "Koop",
        "U krijgt binnen vijf dagen bericht.",
        "bewijs.pdf",
    ):
        assert deel in tekst, deel
    assert zonder_bestanden(loket.kreeg[0]["antwoorden"]) == KENT
    maak_pagina.fouten.clear()  # the browser reports the 422


def vul_zonder_script(page: Page) -> None:
    page.locator("[name='mensen.kinderen.1.naam']").fill("")
    for naam, waarde in GOED:
        veld = page.locator(f"[name='{naam}']")
        if veld.first.get_attribute("type") in ("radio", "checkbox"):
            page.locator(f"[name='{naam}'][value={waarde}]").check()
        elif veld.first.evaluate("e => e.tagName") == "SELECT":
            veld.select_option(waarde)
        else:
            veld.fill(waarde)
    page.locator("[name='stukken.bewijs']").set_input_files(
        {"name": "bewijs.pdf", "mimeType": "application/pdf", "buffer": b"x"}
    )


ZICHTBAAR = """() => [...document.querySelectorAll('[id^=v-]')].filter((el) => el.checkVisibility() || el.closest('details:not([open])')).map((el) => el.id.slice(2))"""


ONDER = """css => css ? [...document.querySelectorAll(css)].flatMap((e) => [e, ...e.querySelectorAll('[id^=v-]')]).map((e) => e.id.slice(2)) : []"""


def bekende_delen(v: Any) -> list[Any]:
    """The parts of a condition that wait for nobody: all of them must hold."""
    return [deel for deel in (v.delen if isinstance(v, En) else (v,)) if not is_open(deel)]


def gelden(delen: list[Any], antwoorden: dict[str, Any]) -> bool:
    """Do all these conditions hold for the answers?"""
    return all(waar(deel, lambda pad: bij(antwoorden, als_pad(pad)), VANDAAG) for deel in delen)


@pytest.mark.parametrize("naam", KERN)
def test_css_shows_what_the_reference_shows(naam: str, loket: Any, maak_pagina: MaakPagina) -> None:
    """With the style sheet alone a question that counts is never hidden, and one that does not only where CSS cannot know."""
    f = formulier(naam)
    _, niet_gezegd = voorwaarden_css(f)
    page = maak_pagina()
    page.route("**/*.mjs", lambda route: route.fulfill(body="", content_type="text/javascript"))
    volledig = plan(f, "nl", volledig=True)
    kans = random.Random(naam)
    codes = {
        v.pad: ["ja", "nee"] if v.soort == "ja-nee" else [o.code for o in v.opties][:9]
        for v in vragen(f)
        if "[]" not in v.pad and v.soort in ("ja-nee", "keuze", "meerkeuze")
    }
    alles = {e.pad.replace(".", "-") for s in f.stappen for e in elementen(s.inhoud) if "[]" not in e.pad}
    # What waits for the municipality counts where it is answered; the page follows the part of its condition that is known.
    open_ = {e.pad.replace(".", "-"): bekende_delen(e.toon_als) for s in f.stappen for e in elementen(s.inhoud) if is_open(e.toon_als)}
    page.goto(loket.adres + loket.bouw(naam))
    vrij = set(page.evaluate(ONDER, ",".join(niet_gezegd)))
    gezegd = 0
    for beurt in range(20):
        page.evaluate("document.getElementById('f').reset()")
        items = [(pad, kans.choice(w)) for pad, w in codes.items() if w and kans.random() < 0.8]
        page.evaluate(VUL, [items, []])
        met = van_post(f, volledig, items, {}, Omstandigheden(VANDAAG))
        oordeel = beoordeel(f, met, Omstandigheden(VANDAAG))
        if {x.pad for x in oordeel.fouten if x.code not in ("verplicht", "stop")} & codes.keys():
            continue  # a choice that may not be made here: CSS sees that it is made
        moet = {pad.replace(".", "-") for pad in oordeel.zichtbaar if "[" not in pad}
        moet -= {id for id, delen in open_.items() if not gelden(delen, met)}
        te_zien = set(page.evaluate(ZICHTBAAR))
        assert moet <= te_zien, (beurt, items, moet - te_zien)
        assert (te_zien - moet - vrij - open_.keys()) & alles == set(), (beurt, items)
        gezegd += len(moet)
    assert gezegd


def test_where_css_cannot_know_the_sentence_stays(open_formulier: Callable[..., Page]) -> None:
    page = open_formulier(java_script_enabled=False)
    expect(page.locator("#v-tekst-veel .als")).to_have_text("(alleen invullen als ‘Hoeveel personen?’ meer is dan 4)")
    expect(page.locator("#v-tekst-veel .als")).to_be_visible()
    page.locator("[name='kiezen.woning'][value=huur]").check()
    expect(page.locator("#v-kiezen-verhuurder")).to_be_visible()
    expect(page.locator("#v-kiezen-verhuurder .als")).to_be_hidden()
    # In a row: its own answers decide.
    page.locator("#mensen-kinderen summary").first.click()
    page.locator("[name='mensen.kinderen.1.allergie'][value=ja]").check()
    expect(page.locator("#v-mensen-kinderen-1-waarvoor")).to_be_visible()
    expect(page.locator("#v-mensen-kinderen-0-waarvoor")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#v-kiezen-verhuurder .als")).to_be_visible()
    expect(page.locator("#v-mensen-kinderen-0-waarvoor")).to_be_visible()


@pytest.mark.parametrize("naam", KERN)
def test_the_script_reads_from_the_page_what_the_full_plan_has(naam: str, loket: Any, maak_pagina: MaakPagina) -> None:
    """The plan in the page leaves out options and names; what the script makes of it is the full plan again."""
    page = maak_pagina()
    page.goto(loket.adres + loket.bouw(naam))
    page.wait_for_load_state("networkidle")  # the long lists come after
    volledig = plan(formulier(naam), "nl", volledig=True)
    gelezen, heel = page.evaluate("document.getElementById('f').plan.stappen"), volledig["stappen"]
    for van_pagina, eigen in zip(_kern(gelezen, {}), _kern(heel, volledig["lijsten"]), strict=True):
        assert json.dumps(van_pagina, indent=1, sort_keys=True) == json.dumps(eigen, indent=1, sort_keys=True)


def _kern(knoop: Any, lijsten: dict[str, Any]) -> Any:
    """What decides in a plan, and what its questions are called; options without their names."""
    if isinstance(knoop, list):
        return [_kern(k, lijsten) for k in knoop]
    if not isinstance(knoop, dict):
        return knoop
    over = {k: _kern(w, lijsten) for k, w in knoop.items() if k not in ("kort", "lijst", "zoek", "nogEen", "naam")}
    if "code" in knoop:
        return over
    if "soort" not in knoop or "eis" in knoop:
        over.pop("m", None)
    if "opties" in knoop or "lijst" in knoop:
        over["opties"] = _kern(knoop.get("opties") or lijsten[knoop["lijst"]], lijsten)
    if knoop.get("soort") not in (None, "info", "groep", "herhaling") and knoop["id"] != "voor":
        over["naam"] = (knoop.get("kort") or knoop["naam"]).replace("?]", "]").rstrip(" ?.:")
    return over


def test_in_forced_colours_a_choice_can_be_seen(open_formulier: Callable[..., Page]) -> None:
    page = open_formulier(forced_colors="active")
    assert page.locator("[name='check.woontHier']").first.evaluate("e => getComputedStyle(e).appearance") == "auto"
    naar_stap(page, "tekst")
    assert axe(page) == []


def test_on_paper_every_question_and_answer_is_there(open_formulier: Callable[..., Page]) -> None:
    page = open_formulier()
    naar_stap(page, "kiezen")
    page.emulate_media(media="print")
    weg = page.evaluate(
        "[...document.querySelectorAll('.stap:not(#v-controle), .veld')].filter((el) => !el.checkVisibility()).map((el) => el.id)"
    )
    assert weg == []
    expect(page.locator(".knoppen")).to_be_hidden()


# ---- what it weighs, and what it is made from ------------------------------------------------------------------------

GRENS = 47_000
"""Bytes, gzip. The goal is 25,000; forms of a hundred questions with their help texts are above it. It only goes down."""


@pytest.mark.parametrize("naam", namen())
def test_the_page_gets_no_heavier(naam: str, loket: Any) -> None:
    loket.bouw(naam)
    map = loket.map / naam / "formulier"
    bestanden = [p for p in map.iterdir() if p.suffix in (".css", ".mjs")] + [map / "index.html"]
    gewicht = {
        p.suffix: sum(len(gzip.compress(q.read_bytes(), 9)) for q in bestanden if q.suffix == p.suffix)
        for p in bestanden
    }
    print(naam, gewicht, sum(gewicht.values()))
    assert sum(gewicht.values()) <= GRENS
    assert gewicht[".mjs"] <= 13_400 and gewicht[".css"] <= 12_000


def test_the_built_files_are_made_from_these_sources() -> None:
    """templates/formulier/gebouwd is committed; whoever changes a source runs `npm run build` in tools/css."""
    for naam, inhoud in gedeeld().items():
        assert f"bron:{bronsom()}".encode() in inhoud[:600], naam


@pytest.mark.parametrize("naam", namen())
def test_the_same_form_gives_the_same_bytes(naam: str) -> None:
    assert list(bouw(formulier(naam), Kader(VANDAAG))) == list(bouw(formulier(naam), Kader(VANDAAG)))


def test_what_is_in_a_specification_is_never_markup() -> None:
    kwaad = "</script><img src=x onerror=alert(1)>\"'&"
    f = formulier(ALLE_SOORTEN)
    html = render(
        f.model_copy(
            update={"naam": {"nl": kwaad}, "samenvatting": {"nl": kwaad}, "teksten": {"ontvangen": {"nl": kwaad}}}
        ),
        "nl",
    )
    assert "<img" not in html and html.count("</script>") == 2


# ---- the form and the stub that is built with it ---------------------------------------------------------------------


@pytest.mark.parametrize("naam", kern())
def test_the_form_sends_to_the_stub_that_is_built_with_it(naam: str, tmp_path: Path, maak_pagina: MaakPagina) -> None:
    """The real receiver: an example of its date goes in through the script and is kept; a fault of it comes back."""
    volledig = plan(formulier(naam), "nl", volledig=True)
    _, dag, antwoorden = next(iter(goede_voorbeelden(naam)))
    ontvanger = Draaiend(schrijf(formulier(naam), tmp_path)).start()
    try:
        page: Any = maak_pagina(extra_http_headers={"Proef-Omstandigheden": json.dumps({"vandaag": dag.isoformat()})})
        page.clock.set_fixed_time(f"{dag}T10:00:00+01:00")
        page.goto(ontvanger.adres + "/")
        vul_in(page, volledig, antwoorden)
        for _ in range(30):
            if page.locator("#v-controle").is_visible():
                break
            verder(page)
        with page.expect_response(lambda r: r.request.method == "POST") as gestuurd:
            verder(page)
        antwoord = gestuurd.value
        assert antwoord.status == 201, antwoord.text()
        expect(page.locator("#kenmerk")).to_have_text(antwoord.json()["kenmerk"])
    finally:
        ontvanger.stop()
