"""The schema of the language explains every key in Dutch, holds for what the reader takes, and catches what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema_rs
import pytest
import yaml

from catalogue.soorten import SOORTEN
from generator.taalschema import BESTAND, taalschema
from tests.hulp.opdracht import samenloket

HIER = Path(__file__).parent
SPECS = HIER.parent / "specs"
SCHEMA = json.loads(taalschema())
HOUDT = jsonschema_rs.Draft202012Validator(SCHEMA)
TEKSTEN = sorted(p for p in SPECS.rglob("*.yaml") if "uitgaven" not in p.parts)
TAAL = sorted(HIER.glob("taal/*/*.yaml"))
GOED = [*TEKSTEN, *sorted(HIER.glob("kenmerken/*/*.yaml")), *sorted(HIER.glob("regels/**/goed*.yaml")), *TAAL]
VORMFOUT = sorted(HIER.glob("regels/SL1*/fout*.yaml"))
KERN = {"bool": r"true|false", "int": r"[-+]?[0-9]+", "float": r"[-+]?[0-9]+\.[0-9]+", "null": r"~|null|"}
ENGELS = re.compile(r"\b(the|is not|which|question|answer|with|text)\b", re.I)


class Kern(yaml.SafeLoader):
    """YAML 1.2 core, as an editor reads it: no `yes`, no dates, no base sixty."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012 - PyYAML has it so


for soort, vorm in KERN.items():
    Kern.add_implicit_resolver(f"tag:yaml.org,2002:{soort}", re.compile(f"^(?:{vorm})$"), None)


def gebreken(pad: Path) -> list[str]:
    data = yaml.load(pad.read_text("utf-8"), Kern)
    return [f"{'.'.join(map(str, e.instance_path))}: {e.message[:300]}" for e in HOUDT.iter_errors(data)]


def naam(pad: Path) -> str:
    return pad.relative_to(HIER.parent).as_posix()


def test_the_committed_schema_is_what_the_command_prints(tmp_path):
    op_scherm = samenloket("schema").stdout
    assert op_scherm == (SPECS / BESTAND).read_text("utf-8"), "run: samenloket schema --out specs/taal.schema.json"
    assert samenloket("schema", "--out", tmp_path / "s.json").stdout == ""
    assert (tmp_path / "s.json").read_text("utf-8") == op_scherm


def test_a_schema_that_cannot_be_written_is_said(tmp_path):
    gedaan = samenloket("schema", "--out", tmp_path / "geen" / "map" / "s.json")
    assert gedaan.returncode == 2
    assert "niet" in gedaan.stderr


def test_it_is_a_schema():
    jsonschema_rs.meta.validate(SCHEMA)


@pytest.mark.parametrize("pad", GOED, ids=naam)
def test_what_the_reader_takes_is_right(pad):
    assert gebreken(pad) == []


@pytest.mark.parametrize("pad", VORMFOUT, ids=naam)
def test_what_the_reader_refuses_is_wrong(pad):
    assert gebreken(pad) != []


@pytest.mark.parametrize("pad", TEKSTEN, ids=naam)
def test_every_text_points_to_the_schema(pad):
    eerste = pad.read_text("utf-8").split("\n", 1)[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", eerste)
    assert match, f"{naam(pad)}: the first line must be a yaml-language-server line, as in the other texts"
    assert (pad.parent / match[1]).resolve() == SPECS / BESTAND


@pytest.mark.parametrize("deel", sorted(SCHEMA["$defs"]))
def test_every_key_is_explained_in_dutch(deel):
    for sleutel, vorm in SCHEMA["$defs"][deel].get("properties", {}).items():
        if deel == "Tekst":
            continue  # its keys are languages
        uitleg = vorm.get("description", "")
        assert len(uitleg) > 10, f"{deel}.{sleutel} has no description"
        assert not ENGELS.search(uitleg), f"{deel}.{sleutel}: {uitleg}"


def test_every_kind_of_question_is_explained_and_no_two_alike():
    uitleg = {}
    for deel in SCHEMA["$defs"].values():
        soort = deel.get("properties", {}).get("soort", {})
        if "const" in soort:
            assert deel["description"] == soort["description"]
            uitleg[soort["const"]] = deel["description"]
    assert uitleg.keys() == SOORTEN.keys()
    assert len(set(uitleg.values())) == len(uitleg)


@pytest.mark.parametrize("geschreven", ["ja", "nee", True, "Ja.", "misschien"])
def test_a_yes_or_no_is_written_in_dutch(geschreven):
    dienst = yaml.load((SPECS / "diensten" / "verhuizing-doorgeven" / "dienst.yaml").read_text("utf-8"), Kern)
    assert HOUDT.is_valid(dienst | {"toptaak": geschreven}) == (geschreven in ("ja", "nee", True))
