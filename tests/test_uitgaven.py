"""Releases: they mean what they meant, need nothing but their own two files, and cannot change unnoticed."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from catalogue.beoordelen import beoordeel
from catalogue.catalogus import Catalogus
from catalogue.formulier import Formulier
from catalogue.plan import maak_plan
from catalogue.soorten import SOORTEN
from catalogue.uitgave import UitgaveFout, bouwstenen_van, lees_uitgave, open_uitgave, voorbeelden_van
from catalogue.uitwerken import werk_uit
from catalogue.veld.feiten import Soort
from catalogue.voorbeelden import omstandigheden_uit
from tests.hulp.node import ROOT
from tests.hulp.opdracht import SPECS, VANDAAG, kopie, opdracht

CATALOGUS = Catalogus(SPECS)
UITGAVEN = [(slug, versie) for slug in CATALOGUS.slugs for versie in CATALOGUS.uitgaven(slug)]
SLUG = "hond-aan-of-afmelden"
DAG = date(2026, 11, 24)


def canoniek(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def opnieuw(slug: str, versie: str) -> Formulier:
    """The form of a release worked out once more from its frozen text, as is done for a municipality."""
    uitwerking = werk_uit(*bouwstenen_van(CATALOGUS.map_van(slug), versie))
    assert uitwerking.problemen == []
    return uitwerking.formulier.model_copy(update={"versie": versie})


@pytest.mark.parametrize(("slug", "versie"), UITGAVEN)
def test_the_frozen_text_still_means_what_was_frozen(slug: str, versie: str) -> None:
    """A municipality's form of a release, without a filling, is the release: the same form, and the same plan to the byte."""
    nu, toen = opnieuw(slug, versie), open_uitgave(CATALOGUS.map_van(slug), versie)
    assert canoniek(nu.model_dump(mode="json")) == canoniek(toen.model_dump(mode="json"))
    assert canoniek(maak_plan(nu)) == canoniek(lees_uitgave(CATALOGUS.map_van(slug), versie)["plan"])


def _anders(feiten: Soort) -> Soort:
    """A kind as somebody might change it in code: another pattern, longer texts, other parts, another size of a file."""
    maten = {"patroon": "[0-9]{3}", "maximum": 3, "minimum": 2, "mb": 1, "naamlengte": 2}
    delen = tuple(deel.model_copy(update={"verplicht": True, "patroon": "x"}) for deel in feiten.delen)
    nieuw = {naam: maten.get(naam, waarde) for naam, waarde in feiten.maten.items()}
    return feiten.model_copy(update={"maten": nieuw, "delen": delen})


@pytest.mark.parametrize("slug", ["verhuizing-doorgeven", "kwijtschelding-aanvragen", "erkenning-kind", "grofvuil-ophalen"])
def test_no_change_of_a_kind_in_code_moves_a_release(slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Patterns, parts of an address, the form of a code, the size of a file, a tariff, holidays: all of it is frozen."""
    map = CATALOGUS.map_van(slug)
    voor = {}
    for versie in CATALOGUS.uitgaven(slug):
        voor[versie] = canoniek(maak_plan(opnieuw(slug, versie))), oordelen(slug, versie)
        assert {v for v, _ in voor[versie][1]} == {True, False}, "right and wrong stories"
    for naam, feiten in list(SOORTEN.items()):
        monkeypatch.setitem(SOORTEN, naam, _anders(feiten))
    werk = canoniek(maak_plan(Catalogus(SPECS).formulier(slug)))
    assert '"patroon": "[0-9]{3}"' in werk, "the working text does follow"
    monkeypatch.setattr("catalogue.register.tarieven", dict)
    monkeypatch.setattr("catalogue.oordeel.werkdagen.GELIJKGESTELD", frozenset())
    for versie in CATALOGUS.uitgaven(slug):
        assert canoniek(maak_plan(opnieuw(slug, versie))) == voor[versie][0]
        assert canoniek(maak_plan(open_uitgave(map, versie))) == canoniek(lees_uitgave(map, versie)["plan"])
        assert oordelen(slug, versie) == voor[versie][1]


def oordelen(slug: str, versie: str) -> list[tuple[bool, list[tuple[str, str]]]]:
    """The verdicts of a release on its own stories."""
    map = CATALOGUS.map_van(slug)
    formulier = open_uitgave(map, versie)
    uit = []
    for v in voorbeelden_van(map, versie):
        oordeel = beoordeel(formulier, v.antwoorden, omstandigheden_uit(v.omstandigheden, formulier, DAG))
        uit.append((oordeel.geldig, [(f.pad, f.code) for f in oordeel.fouten]))
    return uit


@pytest.mark.parametrize(("slug", "versie"), UITGAVEN)
def test_the_stories_of_a_release_get_the_verdict_they_were_frozen_with(slug: str, versie: str) -> None:
    verhalen = voorbeelden_van(CATALOGUS.map_van(slug), versie)
    assert verhalen
    assert [tuple(fouten) for _, fouten in oordelen(slug, versie)] == [v.fouten for v in verhalen]


@pytest.mark.parametrize(("slug", "versie"), UITGAVEN)
def test_the_files_are_laid_out_as_they_were_written(slug: str, versie: str) -> None:
    pad = CATALOGUS.map_van(slug) / "uitgaven" / f"{versie}.json"
    data = lees_uitgave(CATALOGUS.map_van(slug), versie)
    assert pad.read_text("utf-8") == json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert b"\r" not in pad.with_suffix(".yaml").read_bytes()


@pytest.mark.parametrize(("slug", "versie"), [(SLUG, "1.0.0"), ("klacht-indienen", "1.0.0")])
@pytest.mark.parametrize("soort", ["json", "yaml"])
def test_a_byte_of_a_release_does_not_change_unnoticed(slug: str, versie: str, soort: str, tmp_path: Path) -> None:
    """Every place in turn would take minutes, so two hundred of them; the days of validity have a sum too."""
    shutil.copytree(CATALOGUS.map_van(slug) / "uitgaven", tmp_path / slug / "uitgaven")
    pad = tmp_path / slug / "uitgaven" / f"{versie}.{soort}"
    heel = pad.read_bytes()
    dagen = [i for naam in (b'"geldig_van"', b'"formaat"') if naam in heel for i in range(heel.index(naam) + 2, heel.index(naam) + 16)]
    plekken = [i for i in [*random.Random(1).sample(range(len(heel)), 200), *dagen] if not heel[i : i + 1].isspace()]
    assert len(plekken) > 50
    for i in plekken:
        pad.write_bytes(heel[:i] + bytes([heel[i] ^ 1]) + heel[i + 1 :])
        with pytest.raises(UitgaveFout, match="is veranderd nadat zij is vastgelegd"):
            lees_uitgave(tmp_path / slug, versie)
    for half in (heel[:-20], b"", b"{}", b"[]", b"null", b"\xff"):
        pad.write_bytes(half)
        with pytest.raises(UitgaveFout):
            lees_uitgave(tmp_path / slug, versie)
    pad.unlink()
    with pytest.raises(UitgaveFout):
        lees_uitgave(tmp_path / slug, versie)


def test_no_frozen_byte_changes_without_make_releases() -> None:
    """The sums stand beside the tests; only `make releases`, which tells what moved, writes them."""
    nu = {pad.relative_to(ROOT).as_posix(): hashlib.sha256(pad.read_bytes()).hexdigest() for pad in sorted(SPECS.glob("diensten/*/uitgaven/*"))}
    regels = (ROOT / "tests" / "uitgaven.sha256").read_text("utf-8").splitlines()
    assert nu == {naam: som for som, naam in (regel.split("  ", 1) for regel in regels)}


# ---- the command ---------------------------------------------------------------------------------------------------------


def bestanden(map: Path) -> dict[str, bytes]:
    return {p.relative_to(map).as_posix(): p.read_bytes() for p in sorted(map.rglob("*")) if p.is_file()}


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    return kopie(tmp_path, SLUG)


def test_a_release_is_built_without_its_working_text(specs: Path, tmp_path: Path) -> None:
    """Nor the blocks and lists of today: all of it is in the release."""
    woorden = ["build", SLUG, "--release", "1.0.0", "--target", "schema", "--target", "formulier", "--specs", specs, "--today", VANDAAG]
    assert opdracht(*woorden, "--out", tmp_path / "voor").exit_code == 0
    (specs / "diensten" / SLUG / "dienst.yaml").write_text("dienst: kapot\n")
    for weg in ("blokken", "waardelijsten", "adopties"):
        shutil.rmtree(specs / weg)
    gedaan = opdracht(*woorden, "--out", tmp_path / "na")
    assert gedaan.exit_code == 0, gedaan.stderr
    voor, na = (bestanden(tmp_path / naam / "diensten") for naam in ("voor", "na"))
    assert voor and voor == na


def test_what_is_frozen_is_what_stood_there(specs: Path) -> None:
    map = specs / "diensten" / SLUG
    voor = bestanden(map)
    gedaan = opdracht("release", SLUG, "1.1.0", "--specs", specs, "--today", "2027-01-01")
    assert gedaan.exit_code == 0
    assert [regel.rpartition("/")[2] for regel in gedaan.stdout.split()] == ["1.1.0.yaml", "1.1.0.json"]
    na = bestanden(map)
    assert na.keys() - voor.keys() == {"uitgaven/1.1.0.yaml", "uitgaven/1.1.0.json"}
    assert {naam: na[naam] for naam in voor} == voor, "and nothing else changed"
    assert na["uitgaven/1.1.0.yaml"] == na["dienst.yaml"]
    nieuw = Catalogus(specs)
    vast, werk = nieuw.formulier(SLUG, "1.1.0"), nieuw.formulier(SLUG).model_copy(update={"versie": "1.1.0"})
    assert vast.model_dump() == werk.model_dump()
    assert maak_plan(vast) == maak_plan(werk)
    assert lees_uitgave(map, "1.1.0")["geldig_van"] == "2027-01-01"


def test_freezing_it_again_gives_the_same_bytes(specs: Path) -> None:
    woorden = ["release", SLUG, "1.1.0", "--specs", specs, "--today", "2027-01-01"]
    opdracht(*woorden)
    eerst = bestanden(specs)
    tekst = specs / "diensten" / SLUG / "uitgaven" / "1.1.0.yaml"
    assert opdracht(*woorden, "--rebuild", "--tekst", tekst).exit_code == 0
    assert bestanden(specs) == eerst


@pytest.mark.parametrize(
    ("versie", "melding"),
    [
        ("1.0.0", "Uitgave 1.0.0 bestaat al en verandert niet meer. Kies een hogere versie."),
        ("0.9.9", "Uitgave 0.9.9 is lager dan 1.0.0, die er al is. Kies een hogere versie."),
        *((versie, f"‘{versie}’ is geen versie; schrijf drie getallen, zoals 2.0.0.") for versie in ("2", "2.0", "v2.0.0", "2.0.0-rc1", "02.0.0", "2.0.0.0", "../2.0.0", "２.0.0", "werk", "actueel", "2.0.0\n")),
    ],
)  # fmt: skip
def test_a_version_is_new_and_higher(versie: str, melding: str, specs: Path) -> None:
    voor = bestanden(specs)
    gedaan = opdracht("release", SLUG, versie, "--specs", specs)
    assert (gedaan.exit_code, gedaan.stdout, gedaan.stderr.strip()) == (2, "", melding)
    assert bestanden(specs) == voor


def test_what_has_faults_is_not_frozen(specs: Path) -> None:
    pad = specs / "diensten" / SLUG / "dienst.yaml"
    pad.write_text(pad.read_text("utf-8").replace("naam: ", "naaam: ", 1), "utf-8")
    voor = bestanden(specs)
    gedaan = opdracht("release", SLUG, "2.0.0", "--specs", specs)
    assert (gedaan.exit_code, gedaan.stdout) == (2, "")
    assert f"‘{SLUG}’ heeft nog fouten; draai eerst samenloket check {SLUG}." in gedaan.stderr
    assert bestanden(specs) == voor
