"""Releases: they mean what they meant, need nothing but their own two files, and cannot change unnoticed."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from catalogue.catalogus import Catalogus
from catalogue.uitgave import UitgaveFout, bouwstenen_van, lees_uitgave, open_uitgave
from catalogue.uitwerken import werk_uit
from tests.hulp.opdracht import SPECS, VANDAAG, kopie, opdracht

CATALOGUS = Catalogus(SPECS)
UITGAVEN = [(slug, versie) for slug in CATALOGUS.slugs for versie in CATALOGUS.uitgaven(slug)]
SLUG = "hond-aan-of-afmelden"


def zonder_bron(data: Any) -> Any:
    """A form without where each part came from: the program learned to note that in more places."""
    if isinstance(data, dict):
        return {naam: zonder_bron(deel) for naam, deel in data.items() if naam not in ("bron", "blokregels")}
    return [zonder_bron(deel) for deel in data] if isinstance(data, list) else data


@pytest.mark.parametrize(("slug", "versie"), UITGAVEN)
def test_the_frozen_text_still_means_what_was_frozen(slug: str, versie: str) -> None:
    """A municipality's form of a release is worked out again, from the same text, blocks and lists."""
    map = CATALOGUS.map_van(slug)
    opnieuw = werk_uit(*bouwstenen_van(map, versie))
    assert opnieuw.problemen == []
    nu, toen = (zonder_bron(f.model_dump(mode="json")) for f in (opnieuw.formulier.model_copy(update={"versie": versie}), open_uitgave(map, versie)))
    assert nu == toen


@pytest.mark.parametrize(("slug", "versie"), UITGAVEN)
def test_the_files_are_laid_out_as_they_were_written(slug: str, versie: str) -> None:
    pad = CATALOGUS.map_van(slug) / "uitgaven" / f"{versie}.json"
    data = lees_uitgave(CATALOGUS.map_van(slug), versie)
    assert pad.read_text("utf-8") == json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert b"\r" not in pad.with_suffix(".yaml").read_bytes()


@pytest.mark.parametrize(("slug", "versie"), [(SLUG, "1.0.0"), ("klacht-indienen", "1.0.0")])
@pytest.mark.parametrize("soort", ["json", "yaml"])
def test_a_byte_of_a_release_does_not_change_unnoticed(slug: str, versie: str, soort: str, tmp_path: Path) -> None:
    """Every place in turn would take minutes, so two hundred of them. Only the two days of validity have no sum of their own."""
    shutil.copytree(CATALOGUS.map_van(slug) / "uitgaven", tmp_path / slug / "uitgaven")
    pad = tmp_path / slug / "uitgaven" / f"{versie}.{soort}"
    heel = pad.read_bytes()
    dagen = [i for naam in (b'"geldig_van"', b'"geldig_tot"') if naam in heel for i in range(heel.index(naam), heel.index(b"\n", heel.index(naam)))]
    plekken = [i for i in random.Random(1).sample(range(len(heel)), 200) if i not in dagen and not heel[i : i + 1].isspace()]
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
    assert nieuw.formulier(SLUG, "1.1.0") == nieuw.formulier(SLUG).model_copy(update={"versie": "1.1.0"})
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
