"""Files that somebody made to do harm: the command says what is wrong, soon, in little memory, and shows and runs nothing of them.

`check` and `validate` really run, each in a process of its own, and are measured: seconds of processor, and memory.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import app
from tests.hulp.node import ROOT
from tests.hulp.opdracht import VANDAAG, gemeten

GOED = (ROOT / "tests/regels/SL301/goed.yaml").read_bytes().replace(b"proef-dienst", b"kwaad-bestand")
BOM = b"a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + b"".join(b"a%d: &a%d [%s]\n" % (i, i, b",".join([b"*a%d" % (i - 1)] * 9)) for i in range(1, 12))


def velden(regels: bytes) -> bytes:
    """A service that is right but for one more step with these fields."""
    return GOED + b'  - {stap: s, titel: A, velden: [{veld: a, vraag: "B?", soort: ja-nee}, ' + regels + b"]}\n"


INHOUD = {
    "verwijzingen die zich vermenigvuldigen": (BOM, "SL003"),
    "vijftig megabyte": (b"dienst: x\n" + b"# vulling\n" * 5_000_000, "SL001"),
    "tienduizend diep": (b"a: " + b"[" * 10_000, "SL003"),
    "tienduizend diep in blokken": (b"".join(b" " * min(i, 900) + b"- " * 1000 + b"a:\n" for i in range(10)), "SL003"),
    "binair": (bytes(range(256)) * 100, "SL001"),
    "utf-16": (GOED.decode().encode("utf-16"), "SL001"),
    "tabs": (GOED.replace(b"  - stap", b"\t- stap"), "SL002"),
    "nul-bytes": (GOED.replace(b"naam: Proef", b"naam: Pro\0ef"), "SL002"),
    "half teken": (GOED.replace(b"naam: Proef", b'naam: "\\ud800"'), "SL002"),
    "dezelfde sleutel, vaak": (b"k: x\n" * 150_000, "SL004"),
    "tachtigduizend sleutels": (b"".join(b"k%d: x\n" % i for i in range(80_000)), "SL001"),
    "veertigduizend sleutels": (b"".join(b"k%d: x\n" % i for i in range(40_000)), "SL102"),
    "lege stappen": (b"dienst: kwaad-bestand\nstappen: [" + b"{}," * 49_000 + b"{}]\n", "SL101"),
    "python-tag": (b'dienst: !!python/object/apply:os.system ["touch %s"]\n', "SL003"),
    "eigen tag": (b"dienst: !Ding {a: b}\n", "SL003"),
    "een naam die wegloopt": (GOED.replace(b"dienst: kwaad-bestand", b"dienst: ../../kwaad-bestand"), "SL105"),
    "tekens voor de terminal": (GOED + b'"\\e]0;gekaapt\\a\\e[2J": x\n', "SL102"),
    "een patroon dat niet ophoudt": (velden(b'{veld: c, vraag: B, soort: tekst, patroon: "(a+)+$"}'), "SL105"),
    "een patroon dat alles probeert": (velden(b'{veld: c, vraag: B, soort: tekst, patroon: "' + b"[a-z]{0,200}" * 8 + b'"}'), "SL105"),
    "achtduizend keer hetzelfde veld": (velden(b",".join([b'{veld: v, vraag: n, soort: ja-nee}'] * 8000)), "SL208"),
    "een vraag van een halve megabyte": (velden(b'{veld: c, vraag: "' + b"<a>" * 150_000 + b'", soort: tekst}'), "SL105"),
    "een getal van vijfduizend cijfers": (velden(b"{veld: c, vraag: B, soort: getal, maximum: " + b"9" * 5000 + b"}"), "SL105"),
    "een termijn van vijfduizend cijfers": (velden(b'{veld: c, vraag: B, soort: datum, vanaf: "vandaag + ' + b"9" * 5000 + b' dagen"}'), "SL"),
}  # fmt: skip


@pytest.mark.parametrize("naam", INHOUD)
def test_a_hostile_service_is_told_of(naam: str, tmp_path: Path) -> None:
    inhoud, code = INHOUD[naam]
    spoor = tmp_path / "uitgevoerd"
    (map := tmp_path / "diensten/kwaad-bestand").mkdir(parents=True)
    (map / "dienst.yaml").write_bytes(inhoud.replace(b"%s", str(spoor).encode()) if naam == "python-tag" else inhoud)
    gedaan = gemeten("check", "--specs", tmp_path)
    assert gedaan.returncode == 1, gedaan.stdout[:500] + gedaan.stderr
    assert f"fout {code}" in gedaan.stdout
    assert len(gedaan.stdout) < 100_000 or code == "SL208"
    assert "\x1b" not in gedaan.stdout and "\x07" not in gedaan.stdout
    assert not spoor.exists()


@pytest.mark.parametrize("naam", ["verwijzingen die zich vermenigvuldigen", "vijftig megabyte", "tienduizend diep", "utf-16", "dezelfde sleutel, vaak", "python-tag"])
def test_a_hostile_filling_is_told_of(naam: str, tmp_path: Path) -> None:
    inhoud, code = INHOUD[naam]
    (tmp_path / "adopties").mkdir()
    (tmp_path / "adopties/9999-kwaadstad.yaml").write_bytes(inhoud)
    gedaan = gemeten("check", "--specs", tmp_path)
    assert gedaan.returncode == 1
    assert "9999-kwaadstad.yaml" in gedaan.stdout and f"fout {code}" in gedaan.stdout


NIET_GEWOON = {
    "een verwijzing naar buiten": lambda doel, geheim: doel.symlink_to(geheim),
    "een verwijzing zonder eind": lambda doel, geheim: doel.symlink_to("/dev/zero"),
    "een verwijzing naar zichzelf": lambda doel, geheim: doel.symlink_to(doel),
    "een buis": lambda doel, geheim: os.mkfifo(doel),
    "een map": lambda doel, geheim: doel.mkdir(),
}


@pytest.mark.parametrize("naam", NIET_GEWOON)
def test_what_is_no_plain_file_in_the_folder_is_not_read(naam: str, tmp_path: Path) -> None:
    """A catalogue that comes from somebody else may not show what is on this machine, nor keep it waiting."""
    (geheim := tmp_path / "geheim.txt").write_bytes(b"root-van-dit-huis: x:0:0\n")
    plekken = ["diensten/kwaad-bestand/dienst.yaml", "blokken/kwaad.yaml", "waardelijsten/kwaad.yaml", "adopties/9999-kwaadstad.yaml"]
    for plek in plekken:
        doel = tmp_path / "specs" / plek
        doel.parent.mkdir(parents=True)
        NIET_GEWOON[naam](doel, geheim)
    gedaan = gemeten("check", "--specs", tmp_path / "specs")
    assert "root-van-dit-huis" not in gedaan.stdout + gedaan.stderr
    gezegd = [plek for plek in plekken if f"{plek}:1:1: fout SL001" in gedaan.stdout]
    # A service whose file leads to itself has no file: it is no service.
    assert gezegd == (plekken[1:] if "zichzelf" in naam else plekken)
    assert gedaan.returncode == 1


@pytest.mark.parametrize("naam", ["een verwijzing zonder eind", "een buis", "een map"])
def test_an_example_that_is_no_plain_file_stops_one_service_only(naam: str, tmp_path: Path) -> None:
    for slug in ("kwaad-bestand", "goed-bestand"):
        (map := tmp_path / "specs/diensten" / slug / "voorbeelden/werk/goed").mkdir(parents=True)
        (map.parents[2] / "dienst.yaml").write_bytes(GOED.replace(b"kwaad-bestand", slug.encode()))
    NIET_GEWOON[naam](tmp_path / "specs/diensten/kwaad-bestand/voorbeelden/werk/goed/een.json", tmp_path)
    gedaan = gemeten("build", "--target", "schema", "--specs", tmp_path / "specs", "--out", tmp_path / "uit", "--today", VANDAAG)
    assert gedaan.returncode == 1
    assert "Het voorbeeld goed/een.json is niet te lezen" in gedaan.stderr
    assert [p.name for p in (tmp_path / "uit/diensten").iterdir()] == ["goed-bestand"]


@pytest.mark.parametrize("naam", ["../kwaad-bestand", "../../etc", "..", "/etc/passwd", "kwaad-bestand/../../../x", "a\nb", "-", "\x1b[2J", "x" * 5000, ""])
@pytest.mark.parametrize("opdracht", ["check", "new", "build", "release", "validate"])
def test_a_name_does_not_lead_out_of_the_folder(opdracht: str, naam: str, tmp_path: Path) -> None:
    specs = tmp_path / "a/specs"
    (specs / "diensten").mkdir(parents=True)
    (tmp_path / "a.json").write_text("{}")
    voor = sorted(tmp_path.rglob("*"))
    ervoor = ["--out", tmp_path / "uit"] if opdracht == "build" else []
    erna = {"release": ["1.0.0"], "validate": [tmp_path / "a.json"]}.get(opdracht, [])
    gedaan = CliRunner().invoke(app, [str(woord) for woord in (opdracht, "--specs", specs, *ervoor, "--", naam, *erna)])
    assert gedaan.exit_code == 2
    assert sorted(tmp_path.rglob("*")) == voor


# ---- answers -------------------------------------------------------------------------------------------------------------

DIENST = "verhuizing-doorgeven"
ONLEESBAAR = {
    "tienduizend diep": (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "is te diep genest"),
    "tienduizend lijsten": (b'{"a":' + b"[" * 10_000 + b"]" * 10_000 + b"}", "is te diep genest"),
    "NaN": (b'{"verhuizing": {"datum": NaN}}', "bevat een getal dat niet bestaat of te groot is"),
    "oneindig": (b'{"verhuizing": {"datum": 1e999}}', "bevat een getal dat niet bestaat of te groot is"),
    "vijfduizend cijfers": (b'{"a": ' + b"9" * 5000 + b"}", "bevat een getal dat niet bestaat of te groot is"),
    "een half teken": (b'{"verhuizing": {"datum": "\\ud800"}}', "bevat een half teken"),
    "een half teken als naam": (b'{"\\udfff": 1}', "bevat een half teken"),
    "utf-16": ('{"a": 1}'.encode("utf-16"), "is geen tekst in UTF-8"),
    "nul-bytes": (b'{"a": "\0"}', "is geen JSON; kijk bij regel 1, teken 8"),
    "vijftig megabyte": (b'{"a": "' + b"x" * 50_000_000 + b'"}', "is groter dan 10 MB"),
}


@pytest.mark.parametrize("naam", ONLEESBAAR)
def test_a_submission_that_is_no_json_is_refused(naam: str, tmp_path: Path) -> None:
    inhoud, reden = ONLEESBAAR[naam]
    (pad := tmp_path / "antwoorden.json").write_bytes(inhoud)
    gedaan = gemeten("validate", DIENST, pad, "--today", VANDAAG)
    assert (gedaan.returncode, gedaan.stdout) == (2, "")
    assert f"antwoorden.json {reden}" in gedaan.stderr.replace("\n", " ")


DIEP = json.loads('{"a":' * 900 + "1" + "}" * 900)
VREEMD = {
    "diep, maar te lezen": {"verhuizing": DIEP, **DIEP},
    "een lijst met een miljoen": {"verhuizing": {"datum": ["x"] * 1_000_000}},
    "honderdduizend namen": {f"naam{i}": {} for i in range(100_000)},
    "honderdduizend keer hetzelfde": {"meeverhuizers": {"personen": [{"voornamen": "x"}] * 100_000}},
    "een tekst van negen megabyte": {"verhuizing": {"datum": "2026-" + "1" * 9_000_000}},
    "namen van python": {"__class__": {"__init__": 1}, "verhuizing": {"__proto__": {}, "constructor": 1}},
    "tekens voor de terminal": {"\x1b[2J": 1, "verhuizing": {"\x07": 1}},
}


@pytest.mark.parametrize("format", ["text", "json"])
@pytest.mark.parametrize("naam", VREEMD)
def test_a_strange_submission_is_judged(naam: str, format: str, tmp_path: Path) -> None:
    (pad := tmp_path / "antwoorden.json").write_text(json.dumps(VREEMD[naam]))
    gedaan = gemeten("validate", DIENST, pad, "--today", VANDAAG, "--format", format)
    assert gedaan.returncode == 1, gedaan.stderr
    assert "\x1b" not in gedaan.stdout and "\x07" not in gedaan.stdout
    if format == "json":
        assert json.loads(gedaan.stdout)["geldig"] is False


def test_of_a_key_that_stands_twice_the_last_one_counts(tmp_path: Path) -> None:
    """As in every JSON parser that a receiver is likely to have: what is judged is what they read."""
    goed = next((ROOT / "specs/diensten" / DIENST / "voorbeelden/werk/goed").glob("*.json")).read_text("utf-8")
    (pad := tmp_path / "antwoorden.json").write_text(goed.replace('"antwoorden":', '"antwoorden": {"kwaad": 1}, "antwoorden":', 1), "utf-8")
    assert gemeten("validate", DIENST, pad, "--today", VANDAAG).returncode == 0
