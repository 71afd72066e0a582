"""The commands as their users type them: what they print, how they end, and that wrong use is told in Dutch, without a traceback."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema_rs
import pytest

from catalogue.catalogus import Catalogus
from catalogue.regels.uitleg import codes
from generator import __version__
from generator.__main__ import overzicht
from tests.hulp.node import ROOT
from tests.hulp.opdracht import ENGELS, SPECS, VANDAAG, kopie, opdracht, samenloket

SLUG = "hond-aan-of-afmelden"
GOED, FOUT = (sorted((SPECS / "diensten" / SLUG / "voorbeelden/werk" / soort).glob("*.json"))[0] for soort in ("goed", "fout"))
OPDRACHTEN = ["check", "validate", "copy", "release", "build", "serve", "trace", "explain", "schema", "new"]


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    return kopie(tmp_path, SLUG)


def breek(specs: Path) -> Path:
    """A fault on line 3 of the working text."""
    pad = specs / "diensten" / SLUG / "dienst.yaml"
    pad.write_text(pad.read_text("utf-8").replace("naam: ", "naaam: ", 1), "utf-8")
    return pad


# ---- help and version ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("woorden", [[], *([naam] for naam in OPDRACHTEN)], ids=lambda w: w[0] if w else "alles")
def test_help_is_dutch(woorden: list[str]) -> None:
    gedaan = opdracht(*woorden, "--help")
    assert gedaan.exit_code == 0
    assert gedaan.stdout.startswith(f"Gebruik: samenloket {''.join(woorden)}")
    assert "Toon deze uitleg." in gedaan.stdout
    assert ENGELS.findall(re.sub(r"(?m)--[a-z]+|^  check .*", "", gedaan.stdout)) == []


def test_help_that_is_answered_at_once_is_what_the_command_would_say() -> None:
    omgeving = {**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"}
    echt = subprocess.run([sys.executable, "-c", "from generator.cli import app; app(['--help'], prog_name='samenloket')"], cwd=ROOT, env=omgeving, capture_output=True, encoding="utf-8")
    assert echt.stdout == overzicht() == samenloket("--help").stdout
    assert [regel.split()[0] for regel in overzicht().partition("Opdrachten:\n")[2].splitlines()] == OPDRACHTEN


def test_the_version() -> None:
    assert opdracht("--version").stdout == samenloket("--version").stdout == f"samenloket {__version__}\n"


# ---- check and explain ---------------------------------------------------------------------------------------------------


def test_check_of_what_is_right(specs: Path) -> None:
    assert (gedaan := opdracht("check", SLUG, "--specs", specs)).exit_code == 0
    assert gedaan.stdout.splitlines()[-1] == "Alles in orde."
    assert json.loads(opdracht("check", SLUG, "--specs", specs, "--format", "json").stdout) == []
    assert opdracht("check", SLUG, "--specs", specs, "--format", "github").stdout.strip() == ""


def test_check_tells_a_fault_in_three_ways(specs: Path) -> None:
    pad = breek(specs)
    for woorden in ([SLUG, "--specs", specs], [pad], [pad.parent], ["--specs", specs]):
        gedaan = opdracht("check", *woorden)
        assert gedaan.exit_code == 1
        assert f"{pad}:3:1: fout SL102: de sleutel ‘naaam’ bestaat hier niet" in gedaan.stdout
        assert "\n3 | naaam: " in gedaan.stdout and "\n  | ^^^^^\n  = Bedoelde u ‘naam’?" in gedaan.stdout
    assert re.search(r"^1 fout, 0 waarschuwingen\. Meer uitleg over een code: samenloket explain CODE\.$", opdracht("check", pad).stdout, re.M)
    (een,) = json.loads(opdracht("check", pad, "--format", "json").stdout)
    assert een == {"code": "SL102", "ernst": "fout", "bestand": str(pad), "regel": 3, "kolom": 1, "melding": "de sleutel ‘naaam’ bestaat hier niet", "hulp": "Bedoelde u ‘naam’?"}
    github = opdracht("check", pad, "--format", "github")
    assert (github.exit_code, github.stdout) == (1, f"::error file={pad},line=3,col=1,title=SL102::de sleutel ‘naaam’ bestaat hier niet Bedoelde u ‘naam’?\n")


@pytest.mark.parametrize("code", codes())
def test_explain_knows_every_code(code: str) -> None:
    gedaan = opdracht("explain", code.lower())
    assert gedaan.exit_code == 0
    assert gedaan.stdout.startswith(f"## {code}: ") and "In plaats daarvan:" in gedaan.stdout


# ---- validate ------------------------------------------------------------------------------------------------------------


def test_validate_says_right_and_wrong(tmp_path: Path) -> None:
    goed, fout = (opdracht("validate", SLUG, pad, "--today", VANDAAG) for pad in (GOED, FOUT))
    assert (goed.exit_code, goed.stdout.splitlines()[-1]) == (0, "Geldig.")
    verwacht = json.loads(FOUT.read_text("utf-8"))["fouten"]
    assert fout.exit_code == 1
    assert [tuple(regel.split(": ")[:2]) for regel in fout.stdout.splitlines()[: len(verwacht)]] == [(f["pad"], f["code"]) for f in verwacht]
    assert fout.stdout.splitlines()[-1] == f"Niet geldig: {len(verwacht)} fout(en)."
    (kaal := tmp_path / "kaal.json").write_text(json.dumps(json.loads(GOED.read_text("utf-8"))["antwoorden"]), "utf-8-sig")
    assert opdracht("validate", SLUG, kaal, "--today", VANDAAG).exit_code == 0


def test_validate_in_json_is_the_contract() -> None:
    goed, fout = (opdracht("validate", SLUG, pad, "--today", VANDAAG, "--format", "json") for pad in (GOED, FOUT))
    assert (goed.exit_code, fout.exit_code) == (0, 1)
    for gedaan in (goed, fout):
        data = json.loads(gedaan.stdout)
        assert list(data) == ["geldig", "fouten", "waarschuwingen", "zichtbaar", "verplicht", "teBetalen"]
        assert all(f.keys() == {"pad", "code", "melding"} and f["melding"]["nl"] for f in data["fouten"])
        assert data["geldig"] == (gedaan is goed) == (data["fouten"] == [])
        assert set(data["verplicht"]) <= set(data["zichtbaar"]) != set()


# ---- schema, new, trace --------------------------------------------------------------------------------------------------


def test_schema_is_what_the_editor_of_this_catalogue_uses(tmp_path: Path) -> None:
    op_scherm = opdracht("schema").stdout
    assert op_scherm == (SPECS / "taal.schema.json").read_text("utf-8")
    assert opdracht("schema", "--out", tmp_path / "taal.json").exit_code == 0
    assert (tmp_path / "taal.json").read_text("utf-8") == op_scherm
    jsonschema_rs.validator_for(json.loads(op_scherm))


def test_new_makes_a_service_that_is_right_but_for_the_blanks_it_names(specs: Path) -> None:
    gedaan = opdracht("new", "kat-aan-of-afmelden", "--specs", specs)
    assert gedaan.exit_code == 0 and "Vul de plekken met [invullen] in, en draai: samenloket check kat-aan-of-afmelden" in gedaan.stdout
    pad = specs / "diensten/kat-aan-of-afmelden/dienst.yaml"
    tekst = pad.read_text("utf-8")
    bevindingen = json.loads(opdracht("check", pad, "--format", "json").stdout)
    assert {b["code"] for b in bevindingen} == {"SL330"}
    assert len(bevindingen) == sum(regel.count("[invullen]") for regel in tekst.splitlines() if not regel.startswith("#"))
    pad.write_text(tekst.replace("[invullen]", "Hier staat het."), "utf-8")
    assert opdracht("check", pad).exit_code == 0
    assert Catalogus(specs).formulier("kat-aan-of-afmelden").stappen
    nog_eens = opdracht("new", "kat-aan-of-afmelden", "--specs", specs)
    assert (nog_eens.exit_code, nog_eens.stderr) == (2, "De dienst ‘kat-aan-of-afmelden’ bestaat al.\n")


def test_trace_follows_every_row(specs: Path) -> None:
    gedaan = opdracht("trace", SLUG, "--specs", specs)
    assert gedaan.exit_code == 0
    rijen, blokken, terug, _, mist = map(int, gedaan.stdout.splitlines()[1].split()[1:])
    assert (terug, mist) == (rijen + blokken, 0)
    sporen = json.loads(opdracht("trace", SLUG, "--specs", specs, "--format", "json").stdout)
    assert sum(s["rij"] is not None for s in sporen) == rijen + blokken
