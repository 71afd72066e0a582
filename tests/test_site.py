"""The catalogue as a site: built whole, read by a machine for dead ends, and used in a browser."""

from __future__ import annotations

import html
import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from catalogue.catalogus import Catalogus
from catalogue.formulier import elementen, vragen
from catalogue.register import bronformulier
from catalogue.tekst import in_taal
from generator.vectoren.document import gevallen
from tests.hulp.node import MODULES, ROOT
from tests.hulp.server import draaiend
from tests.hulp.site import Site, alles, bouw

SPECS = ROOT / "specs"
SLUGS = sorted(p.parent.name for p in SPECS.glob("diensten/*/dienst.yaml"))
VAST = [
    "", "a-z/", "levensgebeurtenissen/", "themas/", "doelgroepen/", "voorbeeldgemeenten/", "specificeren/", "gemeenten/", "open-formulieren/", "leveranciers/",
    "testvectoren/", "taal/", "uitvoer/", "kenmerken/", "vaste-blokken/", "regels/", "begrippen/", "bronnen/", "besluiten/", "besluiten/uitgaven/", "404.html",
]  # fmt: skip
BLADZIJDEN = [*VAST, *(f"diensten/{slug}/" for slug in SLUGS)]
# The service pages that differ most: the longest, one with another person and two releases, without a source, without a login.
VERSCHILLEND = ("kwijtschelding-aanvragen", "verhuizing-doorgeven", "erkenning-kind", "melding-openbare-ruimte")
KLEIN = "gebruik-achternaam-veranderen"
IN_BROWSER = [*VAST, *(f"diensten/{slug}/" for slug in VERSCHILLEND)]
# Nothing from elsewhere: a browser that gets this policy says so on its console, and that fails the test.
CSP = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'"
MaakPagina = Callable[..., Page]


@pytest.fixture(scope="session")
def uit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that a build makes."""
    return alles(tmp_path_factory)


@pytest.fixture(scope="session")
def site(uit: Path) -> Site:
    return Site(uit / "site")


async def _niemand(_: Request) -> Response:
    """Here nothing follows the files: a page that asks gets no answer, and asks no more."""
    return Response(status_code=204)


@pytest.fixture(scope="session")
def adres(uit: Path) -> Iterator[str]:
    """The site behind a real address, under a policy that allows nothing from elsewhere."""
    app = Starlette(routes=[Route("/__stand", _niemand), Mount("/", StaticFiles(directory=uit / "site", html=True))])

    async def met_beleid(scope: Any, receive: Any, send: Any) -> None:
        async def stuur(bericht: Any) -> None:
            if bericht["type"] == "http.response.start":
                bericht["headers"] = [*bericht["headers"], (b"content-security-policy", CSP.encode())]
            await send(bericht)

        await app(scope, receive, stuur if scope["type"] == "http" else send)

    with draaiend(met_beleid) as hier:
        yield hier


@pytest.fixture(scope="session")
def catalogus() -> Catalogus:
    return Catalogus(SPECS)


@pytest.fixture
def kleine_specs(tmp_path: Path) -> Path:
    """The specifications with one small service only."""
    for naam in ("blokken", "waardelijsten"):
        shutil.copytree(SPECS / naam, tmp_path / "specs" / naam)
    shutil.copytree(SPECS / "diensten" / KLEIN, tmp_path / "specs/diensten" / KLEIN)
    return tmp_path / "specs"


# ---- what is on the site -----------------------------------------------------------------------------------------------


def test_every_service_and_kind_of_page_is_there(site: Site) -> None:
    weg = [naam for naam in BLADZIJDEN if not (site.map / naam).is_file() and not (site.map / naam / "index.html").is_file()]
    assert weg == []


def test_no_link_or_anchor_is_dead(site: Site) -> None:
    assert site.dode() == []


def test_nothing_is_fetched_from_elsewhere(site: Site) -> None:
    elders = [f"{pad.relative_to(site.map)}: {v}" for pad, b in site.bladzijden.items() for v in b.haalt if re.match(r"(?:[a-z]+:)?//", v)]
    for pad in sorted(site.map.rglob("*.css")):
        for v in re.findall(r"(?:url\(|@import)\s*['\"]?([^'\")\s;]+)", pad.read_text("utf-8")):
            if not v.startswith("data:") and (re.match(r"(?:[a-z]+:)?//", v) or not (pad.parent / v.partition("#")[0].partition("?")[0]).is_file()):
                elders.append(f"{pad.relative_to(site.map)}: {v}")
    assert elders == []


def test_from_home_to_any_form_in_three_clicks(site: Site) -> None:
    laag = gezien = {site.map / "index.html"}
    for _ in range(3):
        laag = {doel for pad in laag for doel in site.klikken(pad)} - gezien
        gezien = gezien | laag
    # The part of another person in an older version is reached by its address only.
    formulieren = {p for p in site.bladzijden if "stub" not in p.parts and (p.parent.name == "formulier" or {"formulier", "werk"} < set(p.parts))}
    assert len(formulieren) > 2 * len(SLUGS)
    assert sorted(str(p.relative_to(site.map)) for p in formulieren - gezien) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_service_page_offers_what_there_is(slug: str, site: Site, catalogus: Catalogus) -> None:
    bladzijde = site.bladzijden[site.map / "diensten" / slug / "index.html"]
    doelen = [site.doel(bladzijde.pad, v) for v in bladzijde.links]
    bestanden = {d[0] for d in doelen if d and d[0].suffix in (".zip", ".json", ".yaml", ".csv", ".md", ".svg")}
    soorten = {p.name for p in bestanden if p.suffix != ".zip"}
    assert soorten >= {"antwoorden.json", "inzending.json", "proeven.json", "openapi.yaml", "gegevens.csv", "README.md", "stroom.svg"}
    assert all(p.is_file() and p.stat().st_size for p in bestanden)
    zips = {p.parent.name for p in bestanden if p.suffix == ".zip"}
    assert zips >= {"werk", *catalogus.uitgaven(slug)}
    for deel in ("proberen", "overnemen", "zelf-bouwen", "alle-bestanden", "wat-elke-motor-vasthoudt", "de-stappen", "de-gegevens", "versies"):
        assert deel in bladzijde.ids, deel
    for v in vragen(catalogus.formulier(slug)):
        assert v.id == "voor" or f"vraag-{v.pad.replace('[]', '')}" in bladzijde.ids, v.pad


def tekst_van(site: Site, pad: str) -> str:
    """What one reads on a page, without its marks, in one line."""
    kaal = re.sub(r"<[^>]+>", "", re.sub(r"</?(?:td|th|tr|p|li|dt|dd|br|code|summary|details)\b[^>]*>", " ", (site.map / pad / "index.html").read_text("utf-8")))
    return " ".join(html.unescape(kaal).replace("\u200b", "").split())


def deel_van(site: Site, pad: str, kop: str) -> str:
    """The part of a page below a heading, up to the next of the same or a higher level."""
    rest = re.split(rf'<h[23] id="{kop}">', (site.map / pad / "index.html").read_text("utf-8"))
    assert len(rest) == 2, kop
    return rest[1]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_says_what_each_engine_leaves(slug: str, site: Site, catalogus: Catalogus) -> None:
    """Every entry of the artifacts, of every version, by its path; and the engines of which something was built."""
    deel = html.unescape(re.sub(r"<wbr>", "", deel_van(site, f"diensten/{slug}", "wat-elke-motor-vasthoudt").partition("<h2")[0]))
    per_versie = deel.split('<details class="sl-meer"')[1:]
    for versie, inhoud in zip(["werk", *reversed(catalogus.uitgaven(slug))], per_versie, strict=True):
        map = site.map / "diensten" / slug / versie
        paden = set(re.findall(r"<code>([^<]+)</code>", inhoud))
        for pad in [*map.glob("schema/proeven*.json"), *map.glob("*/grenzen*.json")]:
            data = json.loads(pad.read_bytes())
            regels = [*data["inzending"], *data["antwoorden"]] if isinstance(data, dict) else data
            assert {een["pad"] for een in regels} <= paden, pad.name
        leesmij = (map / "openformulieren/LEESMIJ.md").read_text("utf-8")
        assert set(re.findall(r"^\| `([^`]+)` \|", leesmij, re.M)) <= paden
        for motor in ("Formulier met script", "Formulier zonder script", "Ontvangende dienst (stub)", "JSON Schema van de inzending", "Open Formulieren"):
            assert motor in inhoud
        assert ("JSON Forms" in inhoud) == (map / "jsonforms").is_dir()
        assert ("Typen voor Python" in inhoud) == ("Typen voor TypeScript" in inhoud) == (map / "typen").is_dir()
        assert "9 motoren, 5 stemmen" in inhoud


@pytest.mark.parametrize("slug", SLUGS)
def test_each_row_of_the_source_is_on_the_page_with_its_question(slug: str, site: Site, catalogus: Catalogus) -> None:
    met_bron = [f for versie in ("werk", *reversed(catalogus.uitgaven(slug))) if (f := catalogus.formulier(slug, versie)).herkomst and f.herkomst_heel]
    if not met_bron:
        assert "van-bron-naar-vraag" not in site.bladzijden[site.map / "diensten" / slug / "index.html"].ids
        return
    deel = deel_van(site, f"diensten/{slug}", "van-bron-naar-vraag")
    tabel = re.findall(r'<tr><td data-kop="Rij">([^<]*)</td>', deel.partition("</table>")[0])
    assert [rij for rij in tabel if rij and not rij.startswith("blok ")] == list(bronformulier(met_bron[0].herkomst).rijen)
    lezen = tekst_van(site, f"diensten/{slug}")
    assert [a.reden for a in met_bron[0].afwijkingen if " ".join(a.reden.split()) not in lezen] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_notes_for_builders_and_what_changed_are_on_the_page(slug: str, site: Site, catalogus: Catalogus) -> None:
    f, lezen = catalogus.formulier(slug), tekst_van(site, f"diensten/{slug}")
    aanwijzingen = [t for stap in f.stappen for e in elementen(stap.inhoud) if (t := getattr(e, "veld", e).toelichting)]
    assert [t for t in aanwijzingen if " ".join(t.split()) not in lezen] == []
    assert ("aanwijzingen-voor-gemeente-en-bouwer" in site.bladzijden[site.map / "diensten" / slug / "index.html"].ids) == bool(aanwijzingen)
    uitgaven = catalogus.uitgaven(slug)
    assert (f"Wat er veranderde sinds {uitgaven[0]}" in lezen) == (len(uitgaven) > 1)
    for w in f.wijzigingen:
        assert " ".join(in_taal(w.wat, "nl").split()) in lezen


def test_one_zip_holds_the_open_formulieren_import_of_every_service(site: Site, catalogus: Catalogus) -> None:
    """Nothing but ZIPs: with one other file in it Open Formulieren takes nothing, and says so nowhere."""
    with zipfile.ZipFile(site.map / "openformulieren-alles.zip") as zip:
        inhoud = {naam: zip.read(naam) for naam in zip.namelist()}
    assert [naam for naam in inhoud if not naam.endswith(".zip")] == []
    verwacht = {}
    for slug in SLUGS:
        map = site.map / "diensten" / slug / ("actueel" if catalogus.uitgaven(slug) else "werk") / "openformulieren"
        verwacht |= {pad.name: pad.read_bytes() for pad in map.glob("*.zip")}
    assert inhoud == verwacht and len(inhoud) >= len(SLUGS)
    for naam, bytes_ in inhoud.items():
        with zipfile.ZipFile(io.BytesIO(bytes_)) as zip:
            assert {"forms.json", "formDefinitions.json", "formSteps.json"} <= set(zip.namelist()), naam


def test_the_readers_of_the_vectors_on_the_page_work(uit: Path, tmp_path: Path, node: Callable[..., str]) -> None:
    """The code on the page, taken from it as it stands and run on every vector of every release, against our own reader."""
    pagina = (ROOT / "site/docs/testvectoren.md").read_text("utf-8")
    python, *_ = re.findall(r"```python\n(.*?)```", pagina, re.S)
    (javascript,) = re.findall(r"```javascript\n(.*?)```", pagina, re.S)
    ruimte: dict[str, Any] = {}
    exec(python, ruimte)
    (tmp_path / "lezen.mjs").write_text(javascript + "\nfor (const pad of process.argv.slice(2)) console.log(JSON.stringify([...vectoren(pad)]));\n", "utf-8")
    bestanden_ = sorted(uit.glob("diensten/*/[0-9]*/vectoren.json"))
    assert len(bestanden_) >= len(SLUGS)
    in_node = [json.loads(regel) for regel in node(tmp_path / "lezen.mjs", *bestanden_).splitlines()]
    for pad, uit_node in zip(bestanden_, in_node, strict=True):
        eigen = [[g.omstandigheden, g.antwoorden, g.geldig, [list(f) for f in g.fouten]] for g in gevallen(json.loads(pad.read_bytes()))]
        assert eigen
        assert json.loads(json.dumps(list(ruimte["vectoren"](pad)))) == eigen, pad
        assert uit_node == eigen, pad


def test_no_page_is_heavy(site: Site) -> None:
    """What one waits for on a telephone: a sidebar that lists every service would show here first."""
    zwaar = {pad.relative_to(site.map).as_posix(): pad.stat().st_size for naam in BLADZIJDEN if (pad := site.map / naam / "index.html").is_file()}
    assert {naam: grootte for naam, grootte in zwaar.items() if grootte > 200_000} == {}
    assert zwaar["index.html"] < 60_000


@pytest.mark.parametrize("slug", SLUGS)
def test_a_zip_holds_the_whole_version(slug: str, site: Site, uit: Path, catalogus: Catalogus) -> None:
    for versie in ("werk", *(("actueel",) if catalogus.uitgaven(slug) else ()), *catalogus.uitgaven(slug)):
        pad = site.map / "diensten" / slug / versie / f"{slug}-{versie}.zip"
        with zipfile.ZipFile(pad) as zip:
            assert zip.testzip() is None
            inhoud = {naam.removeprefix(f"{slug}-{versie}/"): zip.read(naam) for naam in zip.namelist()}
        map = uit / "diensten" / slug / versie
        assert inhoud == {p.relative_to(map).as_posix(): p.read_bytes() for p in map.rglob("*") if p.is_file()}
        leesmij = inhoud["LEESMIJ.md"].decode()
        for naam in re.findall(r"^\| `([^`]+)`", leesmij, re.M):
            assert any(pad.startswith(naam) for pad in inhoud), naam
        assert "stub/README.md" in inhoud and "stub/eigen.py" in inhoud


def test_the_search_index_knows_the_synonyms(site: Site, catalogus: Catalogus) -> None:
    delen = json.loads((site.map / "search/search_index.json").read_text("utf-8"))["docs"]
    for slug in SLUGS:
        tekst = " ".join(d["text"] for d in delen if d["location"].startswith(f"diensten/{slug}/"))
        assert [s for s in catalogus.dienst(slug).model.synoniemen if s not in tekst] == []


# ---- building it again ---------------------------------------------------------------------------------------------------


def bestanden(map: Path) -> dict[str, bytes]:
    return {p.relative_to(map).as_posix(): p.read_bytes() for p in sorted(map.rglob("*")) if p.is_file() and p.name != "sitemap.xml.gz"}


def test_two_builds_give_the_same_site(kleine_specs: Path, tmp_path: Path) -> None:
    een, twee = tmp_path / "een", tmp_path / "twee"
    bouw(een, "--specs", kleine_specs)
    bouw(twee, "--specs", kleine_specs)
    eerst, daarna = bestanden(een / "site"), bestanden(twee / "site")
    assert any(naam.endswith(".zip") for naam in eerst)
    assert sorted(eerst) == sorted(daarna)
    assert [naam for naam in eerst if eerst[naam] != daarna[naam]] == []


def test_a_build_of_a_part_leaves_the_site_whole(kleine_specs: Path, tmp_path: Path) -> None:
    deel = (KLEIN, "--target", "schema", "--specs", kleine_specs)
    bouw(tmp_path / "uit", *deel)
    bouw(tmp_path / "uit", "--specs", kleine_specs)
    eerst = bestanden(tmp_path / "uit/site")
    bouw(tmp_path / "uit", *deel)
    assert bestanden(tmp_path / "uit/site") == eerst
    bouw(tmp_path / "uit", "--specs", kleine_specs)
    assert bestanden(tmp_path / "uit/site") == eerst
    assert Site(tmp_path / "uit/site").dode() == []


def test_the_site_of_what_was_built_in_part_has_no_dead_links(kleine_specs: Path, tmp_path: Path) -> None:
    from datetime import date

    from generator.site import maak_site

    bouw(tmp_path / "uit", KLEIN, "--target", "schema", "--specs", kleine_specs)
    assert Site(maak_site(Catalogus(kleine_specs), tmp_path / "uit", date(2026, 11, 24))).dode() == []


def test_what_users_add_to_the_output_is_never_published(kleine_specs: Path, tmp_path: Path) -> None:
    """A trial in the output folder keeps what people sent, and `eigen.py` may hold a password."""
    bouw(tmp_path / "uit", "--specs", kleine_specs)
    stub = tmp_path / "uit/diensten" / KLEIN / "werk/stub"
    (stub / "opslag").mkdir()
    (stub / "opslag/inzending.json").write_text("GEHEIM-1", "utf-8")
    (stub / "eigen.py").write_text("# GEHEIM-2", "utf-8")
    bouw(tmp_path / "uit", "--specs", kleine_specs)
    assert (stub / "eigen.py").read_text("utf-8") == "# GEHEIM-2"
    for naam, inhoud in bestanden(tmp_path / "uit/site").items():
        if naam.endswith(".zip"):
            with zipfile.ZipFile(tmp_path / "uit/site" / naam) as zip:
                inhoud = b"".join(zip.read(n) for n in zip.namelist())
        assert b"GEHEIM-" not in inhoud, naam


def test_a_service_that_goes_takes_its_page_and_downloads_along(kleine_specs: Path, tmp_path: Path) -> None:
    tweede = kleine_specs / "diensten/bewijs-van-in-leven-zijn"
    shutil.copytree(SPECS / "diensten/bewijs-van-in-leven-zijn", tweede)
    bouw(tmp_path / "uit", "--specs", kleine_specs)
    assert any("bewijs-van" in naam and naam.endswith(".zip") for naam in bestanden(tmp_path / "uit/site"))
    shutil.rmtree(tweede)
    bouw(tmp_path / "uit", "--specs", kleine_specs)
    over = bestanden(tmp_path / "uit")
    assert [naam for naam in over if "bewijs-van-in-leven-zijn" in naam and not naam.endswith("stub/eigen.py")] == []
    bewaard, getoond = ([naam for naam in over if re.fullmatch(patroon, naam)] for patroon in (r"\.zip/.+", r"site/diensten/[^/]+/[^/]+/[^/]+\.zip"))
    assert len(bewaard) == len(getoond) > 0


# ---- in a browser --------------------------------------------------------------------------------------------------------


def axe(page: Page) -> list[str]:
    """What axe has against the page itself; the form in its frame has tests of its own."""
    page.evaluate((MODULES / "axe-core/axe.min.js").read_text("utf-8"))
    uit = page.evaluate(
        "axe.run(document, {iframes: false, runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})"
    )
    return [f"{r['id']}: {n['html'][:160]}" for r in uit["violations"] for n in r["nodes"]]


@pytest.mark.parametrize("naam", IN_BROWSER)
def test_a_page_is_accessible_and_fits(naam: str, adres: str, maak_pagina: MaakPagina) -> None:
    for breed in (1280, 320):
        page = maak_pagina(viewport={"width": breed, "height": 800}, reduced_motion="reduce")
        page.goto(f"{adres}/{naam}", wait_until="load")
        page.evaluate("for (const d of [...document.querySelectorAll('details')].slice(0, 6)) d.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= breed
        assert axe(page) == [], breed


def test_no_page_scrolls_sideways_without_script(adres: str, maak_pagina: MaakPagina) -> None:
    page = maak_pagina(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    breder = []
    for naam in BLADZIJDEN:
        page.goto(f"{adres}/{naam}", wait_until="load")
        breder += [naam] if page.evaluate("document.documentElement.scrollWidth") > 360 else []
    assert breder == []


def test_the_search_of_the_home_page_finds_every_synonym(adres: str, pagina: Page, catalogus: Catalogus) -> None:
    pagina.goto(f"{adres}/")
    veld, treffers = pagina.get_by_label("Wat zoekt u?"), pagina.locator("#sl-treffers")
    for slug in SLUGS:
        model = catalogus.dienst(slug).model
        for woord in model.synoniemen:
            veld.fill(woord.upper())
            assert in_taal(model.naam, "nl") in treffers.text_content(), woord
    veld.fill("qqqq")
    expect(pagina.locator("#sl-geen")).to_contain_text("Niets gevonden")


def test_the_search_of_the_site_finds_a_synonym(adres: str, pagina: Page, catalogus: Catalogus) -> None:
    woord = catalogus.dienst("verhuizing-doorgeven").model.synoniemen[0]
    pagina.goto(f"{adres}/taal/")
    pagina.locator("input.md-search__input").click()
    pagina.keyboard.type(woord)
    treffer = pagina.locator(".md-search-result__link[href*='diensten/verhuizing-doorgeven/']").first
    expect(treffer).to_be_visible(timeout=30_000)
    treffer.click()
    expect(pagina).to_have_url(re.compile(r"/diensten/verhuizing-doorgeven/"))


def test_a_search_without_script_goes_to_the_list(adres: str, maak_pagina: MaakPagina) -> None:
    page = maak_pagina(java_script_enabled=False)
    page.goto(f"{adres}/")
    page.get_by_label("Wat zoekt u?").fill("verhuizen")
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page).to_have_url(f"{adres}/a-z/?q={quote('verhuizen')}")
    expect(page.get_by_role("link", name="verhuizen").first).to_be_visible()


def test_the_form_is_live_in_the_page_and_the_table_can_be_filtered(adres: str, pagina: Page) -> None:
    pagina.goto(f"{adres}/diensten/verhuizing-doorgeven/")
    lijst = pagina.locator("iframe.sl-telefoon")
    lijst.scroll_into_view_if_needed()
    expect(lijst.content_frame.get_by_role("heading", level=1)).to_have_text(re.compile("Verhuizing doorgeven"))
    rijen = pagina.locator(".sl-filter tbody tr:not(.sl-stap)")
    aantal = rijen.count()
    pagina.get_by_label("Zoek in de vragen").fill("verhuisdatum")
    expect(pagina.locator(".sl-filterveld [role=status]")).to_have_text(re.compile(rf"^[1-9]\d* van {aantal}$"))


def test_an_address_with_a_feature_opens_it(adres: str, pagina: Page) -> None:
    pagina.goto(f"{adres}/kenmerken/#k40")
    expect(pagina.locator("#k40 pre")).to_be_visible()
    expect(pagina.locator("#k41 pre")).to_be_hidden()
    pagina.goto(f"{adres}/kenmerken/#k41")
    expect(pagina.locator("#k41 pre")).to_be_visible()
    pagina.locator("#k41 a").first.click()
    expect(pagina.locator("tr:target")).to_be_visible()
