"""The wheel does what the clone does: specifications, templates and the site travel inside it."""

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path

import pytest

from generator.targets import TARGETS
from tests.hulp.node import ROOT
from tests.hulp.opdracht import VANDAAG, kopie

MEE = ("specs", "templates", "site", "tests/taal")


@pytest.fixture(scope="module")
def pakket(tmp_path_factory) -> Path:
    """The wheel, unpacked as an installer would."""
    map = tmp_path_factory.mktemp("pakket")
    doe("hatchling", "build", "-t", "wheel", "-d", map / "wheel", cwd=ROOT)
    (wiel,) = (map / "wheel").glob("*.whl")
    zipfile.ZipFile(wiel).extractall(map / "los")
    return map / "los"


def doe(module: str, *woorden: object, cwd: Path, pad: Path | None = None) -> str:
    """Run a module in a process of its own, with the packages below `pad` before all others; gives what it prints."""
    omgeving = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(pad or "")}
    gedaan = subprocess.run([sys.executable, "-m", module, *map(str, woorden)], cwd=cwd, env=omgeving, capture_output=True, encoding="utf-8", timeout=300)
    assert gedaan.returncode == 0, gedaan.stdout + gedaan.stderr
    return gedaan.stdout


def bestanden(map: Path) -> dict[str, bytes]:
    return {p.relative_to(map).as_posix(): p.read_bytes() for p in map.rglob("*") if p.is_file() and "__pycache__" not in p.parts}


def test_all_that_a_build_reads_travels_along_and_nothing_else_does(pakket):
    for naam in MEE:
        assert bestanden(pakket / "generator" / "_data" / naam) == bestanden(ROOT / naam)
    assert {p.name for p in (pakket / "generator" / "_data").iterdir()} == {naam.partition("/")[0] for naam in MEE}
    assert [p.name for p in (pakket / "generator" / "_data" / "tests").iterdir()] == ["taal"]
    assert {p.name.partition("-")[0] for p in pakket.iterdir()} == {"catalogue", "generator", "samenloket"}


def test_the_wheel_says_what_it_needs_and_brings_the_command(pakket):
    (info,) = pakket.glob("*.dist-info")
    wiel: Distribution = PathDistribution(info)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert len(wiel.requires or ()) == len(project["dependencies"])
    assert [(e.name, e.value) for e in wiel.entry_points] == list(project["scripts"].items())
    assert (info / "licenses" / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_a_check_of_the_wheel_reads_its_own_specifications(pakket, tmp_path):
    assert json.loads(doe("generator", "check", "--format", "json", cwd=tmp_path, pad=pakket)) == []
    dienst = pakket / "generator" / "_data" / "specs" / "diensten" / "verhuizing-doorgeven" / "dienst.yaml"
    tekst = dienst.read_text("utf-8")
    dienst.write_text(tekst + "verplich: nee\n", "utf-8")
    try:
        with pytest.raises(AssertionError, match="SL102"):
            doe("generator", "check", cwd=tmp_path, pad=pakket)
    finally:
        dienst.write_text(tekst, "utf-8")


def test_a_build_of_the_wheel_makes_every_output(pakket, tmp_path):
    zegt = doe("generator", "build", "verhuizing-doorgeven", "--out", tmp_path / "uit", "--today", VANDAAG, cwd=tmp_path, pad=pakket)
    taken = json.loads((tmp_path / "uit" / "manifest.json").read_text("utf-8"))["taken"]
    gemaakt = {taak.rpartition("#")[2] for taak, een in taken.items() if een["bestanden"]}
    # A machine without Pango makes no PDFs, and says so.
    assert gemaakt == set(TARGETS) - ({"afdruk"} if "Pango" in zegt else set())


def test_the_wheel_makes_the_site(pakket, tmp_path):
    specs = kopie(tmp_path, "toestemming-hoofdbewoner-inwoning")
    doe("generator", "build", "--specs", specs, "--out", tmp_path / "uit", "--today", VANDAAG, cwd=tmp_path, pad=pakket)
    assert "hoofdbewoner" in (tmp_path / "uit" / "site" / "a-z" / "index.html").read_text("utf-8")
    assert (tmp_path / "uit" / "site" / "diensten" / "toestemming-hoofdbewoner-inwoning" / "index.html").is_file()
