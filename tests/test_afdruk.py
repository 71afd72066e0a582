"""The paper form and the sender's copy: tagged, the same twice, whole, and readable as text."""

import io
import json
import os
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from functools import cache
from itertools import pairwise

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from catalogue.formulier import Herhaling, Info, Vraag
from catalogue.voorwaarde import ALTIJD, NOOIT
from generator.target import Kader
from generator.targets import afdruk
from generator.targets.afdruk.papier import Papier
from generator.targets.afdruk.pdf import ONTBREEKT, pdf
from tests.hulp.kern import kern
from tests.hulp.node import ROOT
from tests.voorbeelden import formulieren

KADER = Kader(date(2026, 11, 24))
TOEN = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
GROOTSTE = "erkenning-kind"
GOED = ROOT / "specs/diensten/uittreksel-brp-aanvragen/voorbeelden/werk/goed"


@cache
def blad(slug, taal="nl"):
    """The paper form of a service."""
    f = formulieren.formulier(slug)
    (inhoud,) = [a.inhoud for a in afdruk.bouw(f, KADER) if a.pad == f"afdruk/{f.dienst}.{taal}.pdf"]
    return inhoud


def plat(tekst):
    """A text without what a line break, a hyphen or a ligature may change."""
    return "".join(tekst.split()).replace("\u00ad", "").replace("ﬁ", "fi").replace("ﬂ", "fl")


@cache
def lezer(inhoud):
    return PdfReader(io.BytesIO(inhoud))


@cache
def tekst(inhoud):
    return plat("".join(pagina.extract_text() for pagina in lezer(inhoud).pages))


def tags(inhoud):
    """The structure of a document, in order: the name of each element."""

    def onder(knoop):
        knoop = knoop.get_object() if hasattr(knoop, "get_object") else knoop
        if isinstance(knoop, list):
            for kind in knoop:
                yield from onder(kind)
        elif isinstance(knoop, dict):
            if "/S" in knoop:
                yield str(knoop["/S"])[1:]
            yield from onder(knoop.get("/K", []))

    return list(onder(lezer(inhoud).trailer["/Root"]["/StructTreeRoot"]))


def is_ua(inhoud, taal, titel):
    """Says the document that it is PDF/UA-1, and has it what that asks?"""
    wortel = lezer(inhoud).trailer["/Root"]
    assert wortel["/MarkInfo"]["/Marked"] and wortel["/Lang"] == taal and wortel["/ViewerPreferences"]["/DisplayDocTitle"]
    assert titel in lezer(inhoud).metadata.title
    assert b"pdfuaid:part" in wortel["/Metadata"].get_object().get_data().replace(b"\n", b"")
    assert "/AcroForm" not in wortel
    for pagina in lezer(inhoud).pages:
        assert pagina["/StructParents"] is not None
        for font in pagina["/Resources"].get("/Font", {}).values():
            onder = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(onder), font["/BaseFont"]
            assert "Hyperlegible" in font["/BaseFont"], font["/BaseFont"]


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_it_is_a_tagged_pdf_with_a_language_and_a_title(taal):
    f = formulieren.formulier("verhuizing-doorgeven")
    is_ua(blad("verhuizing-doorgeven", taal), taal, f.naam[taal])


def test_the_same_form_gives_the_same_bytes():
    html = afdruk.html(formulieren.formulier("grofvuil-ophalen"), "nl", KADER)
    assert pdf(html) == pdf(html)


def test_a_machine_without_fonts_makes_the_same_bytes(tmp_path):
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>")
    gedaan = samenloket("build", "grofvuil-ophalen", "--target", "afdruk", "--out", tmp_path, "--today", KADER.vandaag, FONTCONFIG_FILE=str(tmp_path / "fonts.conf"))
    assert gedaan.returncode == 0 and not gedaan.stderr, gedaan.stderr
    assert (tmp_path / "diensten/grofvuil-ophalen/werk/afdruk/grofvuil-ophalen.nl.pdf").read_bytes() == blad("grofvuil-ophalen")


def test_all_that_is_drawn_is_tagged_or_marked_as_ornament():
    tekent = {"f", "F", "f*", "S", "s", "B", "b", "B*", "b*", "Tj", "TJ", "Do", "sh"}
    for pagina in lezer(blad("verhuizing-doorgeven")).pages:
        diepte = 0
        for _, teken in ContentStream(pagina.get_contents(), lezer(blad("verhuizing-doorgeven"))).operations:
            diepte += {"BDC": 1, "BMC": 1, "EMC": -1}.get(teken.decode(), 0)
            assert diepte or teken.decode() not in tekent


@pytest.mark.parametrize("slug", kern())
def test_headings_go_down_one_step_at_a_time_and_lists_are_lists(slug):
    namen = tags(blad(slug))
    koppen = [int(naam[1]) for naam in namen if len(naam) == 2 and naam[0] == "H"]
    assert koppen[0] == 1 and koppen.count(1) == 1
    assert all(later <= eerder + 1 for eerder, later in pairwise(koppen))
    assert namen.count("LI") >= namen.count("L") > 1
    assert "Form" not in namen


def op_papier(papier, rol, inhoud):
    """Every question that can apply to somebody who is not logged in."""
    for e in inhoud:
        if papier.geldt(e.toon_als, rol) != NOOIT and not isinstance(e, Info):
            if isinstance(e, Vraag):
                yield e
            else:
                yield from op_papier(papier, rol, tuple(kind for kind in e.inhoud if not (isinstance(e, Herhaling) and e.per and kind.id == "voor")))


@pytest.mark.parametrize("slug", formulieren.namen())
def test_every_question_is_in_it_with_its_options_and_a_number(slug):
    f = formulieren.formulier(slug)
    papier, staat = Papier(f, "nl"), tekst(blad(slug))
    gevraagd = [(rol, v) for rol in f.rollen for stap in f.stappen_van(rol) if papier.geldt(stap.toon_als, rol) != NOOIT for v in op_papier(papier, rol, stap.inhoud)]
    assert gevraagd
    for rol, vraag in gevraagd:
        assert plat(f"{papier.nummers[vraag.pad]}. {papier.zin(vraag.veld.vraag)}") in staat, vraag.pad
        if 0 < len(vraag.opties) <= 40 and not vraag.open_lijst:
            assert all(plat(papier.zin(keus.naam)) in staat for keus in vraag.opties if papier.geldt(keus.toon_als, rol) != NOOIT), vraag.pad


def test_a_condition_stands_above_its_questions_in_words():
    f = formulieren.formulier("verhuizing-doorgeven")
    papier, staat = Papier(f, "nl"), tekst(blad("verhuizing-doorgeven"))
    voorwaardelijk = [v for stap in f.stappen_van() for v in op_papier(papier, "indiener", stap.inhoud) if papier.geldt(v.toon_als, "indiener") != ALTIJD]
    assert len(voorwaardelijk) > 5
    for vraag in voorwaardelijk:
        zin = papier.als(papier.geldt(vraag.toon_als, "indiener"))
        assert plat(f"alleen in {zin}.") in staat or plat(f"Dit geldt {zin}") in staat, vraag.pad


def test_what_a_login_tells_is_asked_on_paper():
    assert all(plat(woord) in tekst(blad("verhuizing-doorgeven")) for woord in ("Wie vult dit formulier in?", "Burgerservicenummer (BSN)", "Handtekening"))
    melding = formulieren.formulier("melding-openbare-ruimte")
    assert not Papier(melding, "nl").inloggen("indiener")
    assert plat("Wie vult dit formulier in?") not in tekst(blad("melding-openbare-ruimte"))


def test_a_condition_on_the_login_is_settled_or_about_who_one_is():
    f = formulieren.formulier("leerlingenvervoer")
    papier = Papier(f, "nl")
    bsn = next(v for stap in f.stappen_van() for v in stap.inhoud if v.pad == "inloggen.bsn")
    assert bsn.toon_als != ALTIJD and papier.geldt(bsn.toon_als, "indiener") == ALTIJD
    assert all("als u inlogt met" not in afdruk.html(formulieren.formulier(slug), "nl", KADER) for slug in formulieren.namen())


def test_the_largest_form_is_made_in_time():
    html = afdruk.html(formulieren.formulier(GROOTSTE), "nl", KADER)
    begin = time.process_time()
    inhoud = pdf(html)
    assert time.process_time() - begin < 10
    assert len(lezer(inhoud).pages) > 20


def test_a_municipality_says_where_it_goes_and_nationally_that_is_open():
    stad = formulieren.catalogus().formulier("verhuizing-doorgeven", gemeente="9999")
    html = afdruk.html(stad, "nl", KADER)
    assert stad.gemeente.naam in html and all(str(waarde) in html for waarde in stad.gemeente.contact.values())
    assert "door de gemeente in te vullen" in afdruk.html(formulieren.formulier("verhuizing-doorgeven"), "nl", KADER)


# -- the sender's copy -----------------------------------------------------------------------------------------------


def goede(slug):
    """The right examples of a service."""
    return [v for v in formulieren.catalogus().voorbeelden(slug) if v.goed]


def test_the_copy_says_in_words_what_was_sent_and_when():
    slug = "kwijtschelding-aanvragen"
    f, v = formulieren.formulier(slug), max(goede("kwijtschelding-aanvragen"), key=lambda v: len(str(v.antwoorden)))
    inhoud = afdruk.kopie(f, v.antwoorden, "VB-2026-0001", TOEN)
    is_ua(inhoud, "nl", f.naam["nl"])
    staat = tekst(inhoud)
    assert plat("Ontvangen op 24 november 2026 om 10:30 uur") in staat and "VB-2026-0001" in staat
    for stap in f.stappen_van():
        for vraag in stap.inhoud:
            waarde = v.antwoorden.get(stap.pad, {}).get(vraag.id)
            if isinstance(vraag, Vraag) and isinstance(waarde, str) and vraag.opties:
                assert plat(next(keus.naam["nl"] for keus in vraag.opties if keus.code == waarde)) in staat, vraag.pad
    assert afdruk.kopie(f, v.antwoorden, "VB-2026-0001", TOEN) == inhoud


def test_whatever_somebody_wrote_stands_in_the_copy_as_text():
    vreemd = '<script>alert(1)</script> {{ 7*7 }} <naam> “Zoë & Şükrü” 😀 مرحبا'
    f = formulieren.formulier("klacht-indienen")
    vraag = next(v for stap in f.stappen_van() for v in stap.inhoud if isinstance(v, Vraag) and v.soort == "tekstvlak")
    stap = vraag.pad.partition(".")[0]
    inhoud = afdruk.kopie(f, {stap: {vraag.id: vreemd}}, "K-1", TOEN)
    assert plat("<script>alert(1)</script> {{ 7*7 }} <naam> “Zoë & Şükrü”") in tekst(inhoud)


# -- the commands ----------------------------------------------------------------------------------------------------


def samenloket(*woorden, pad="", **omgeving):
    """The command in a process of its own; `pad` stands before everything that Python imports from."""
    omgeving = {**os.environ, **omgeving, "PYTHONPATH": f"{pad}{os.pathsep}{ROOT}" if pad else str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run([sys.executable, "-m", "generator", *map(str, woorden)], cwd=ROOT, env=omgeving, capture_output=True, encoding="utf-8", timeout=300)


def test_the_command_copy_makes_the_file_and_refuses_what_is_not_valid(tmp_path):
    goed = sorted(GOED.glob("*.json"))[0]
    woorden = ("copy", "uittreksel-brp-aanvragen", goed, "--out", tmp_path / "map" / "kopie.pdf", "--reference", "VB-1", "--today", "2026-11-24", "--received", "2026-11-24T10:30")
    gedaan = samenloket(*woorden)
    assert gedaan.returncode == 0, gedaan.stderr
    assert plat("Ontvangen op 24 november 2026 om 10:30 uur") in tekst((tmp_path / "map" / "kopie.pdf").read_bytes())
    leeg = tmp_path / "leeg.json"
    leeg.write_text(json.dumps({}))
    gedaan = samenloket("copy", "uittreksel-brp-aanvragen", leeg, "--out", tmp_path / "niet.pdf", "--reference", "VB-1")
    assert gedaan.returncode == 1 and "niet geldig" in gedaan.stderr and not (tmp_path / "niet.pdf").exists()
    gedaan = samenloket(*woorden[:-1], "gisteren")
    assert gedaan.returncode == 2 and "geen moment" in gedaan.stderr


def test_a_machine_without_pango_makes_all_the_rest_and_says_what_to_install(tmp_path):
    (tmp_path / "zonder" / "weasyprint").mkdir(parents=True)
    (tmp_path / "zonder" / "weasyprint" / "__init__.py").write_text("print('WeasyPrint could not import some libraries.')\nraise OSError('cannot load library libpango-1.0-0')\n")
    zonder, uit = tmp_path / "zonder", tmp_path / "uit"
    woorden = ("build", "geheimhouding-persoonsgegevens", "--out", uit, "--today", "2026-11-24")
    gedaan = samenloket(*woorden, pad=zonder)
    assert gedaan.returncode == 0 and gedaan.stdout.count(ONTBREEKT) == 1
    assert "Traceback" not in gedaan.stderr and "WeasyPrint could" not in gedaan.stdout + gedaan.stderr
    assert list(uit.rglob("formulier/index.html")) and not list(uit.rglob("*.pdf"))
    gevraagd = samenloket("build", "geheimhouding-persoonsgegevens", "--target", "afdruk", "--out", tmp_path / "ander", pad=zonder)
    assert gevraagd.returncode == 1 and ONTBREEKT in gevraagd.stderr
    kopie = samenloket("copy", "uittreksel-brp-aanvragen", sorted(GOED.glob("*.json"))[0], "--out", tmp_path / "k.pdf", "--reference", "VB-1", pad=zonder)
    assert kopie.returncode == 2 and ONTBREEKT in kopie.stderr
    # Once it is installed, the same command makes what was left out.
    gedaan = samenloket(*woorden)
    assert gedaan.returncode == 0 and ONTBREEKT not in gedaan.stdout
    assert {p.name for p in uit.rglob("*.pdf")} == {"geheimhouding-persoonsgegevens.nl.pdf"}
    assert "niets veranderd" in samenloket(*woorden).stdout


def test_the_build_makes_it_of_releases_and_of_the_working_text_when_asked(tmp_path):
    gedaan = samenloket("build", "geheimhouding-persoonsgegevens", "--target", "afdruk", "--out", tmp_path)
    assert gedaan.returncode == 0, gedaan.stderr
    assert (tmp_path / "diensten/geheimhouding-persoonsgegevens/werk/afdruk/geheimhouding-persoonsgegevens.nl.pdf").read_bytes().startswith(b"%PDF-")
