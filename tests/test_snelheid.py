"""What keeps the commands quick, on any machine: what they do not load, do not read, and do not write again.

How quick they are is a table: `make bench`.
"""

import ast
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.hulp.node import ROOT
from tests.hulp.opdracht import VANDAAG, kopie

SLUG, ANDERE = "hond-aan-of-afmelden", "toestemming-hoofdbewoner-inwoning"
VERHAAL = min((ROOT / "specs" / "diensten" / SLUG / "voorbeelden" / "werk" / "goed").glob("*.json"))
ZWAAR = {"fastapi", "jinja2", "jsonschema", "jsonschema_rs", "mkdocs", "pydantic", "rich", "textstat", "typer", "uvicorn", "weasyprint", "yaml"}
KIJK = """
import sys
gelezen = []
sys.addaudithook(lambda wat, erbij: gelezen.append(str(erbij[0])) if wat == "open" else None)
from generator.__main__ import main
try:
    main()
except SystemExit as einde:
    code = einde.code
else:
    code = 0
print()
print(repr((code, sorted({naam.partition(".")[0] for naam in sys.modules}), gelezen)))
"""


class Gezien(NamedTuple):
    """What one run of the command did: the packages it loaded that are heavy, and the YAML it opened, in order."""

    zegt: str
    zwaar: set[str]
    yaml: list[Path]


def kijk(*woorden: object) -> Gezien:
    """Run the command in a process of its own and look along."""
    omgeving = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    opdracht = [sys.executable, "-c", KIJK, *map(str, woorden)]
    gedaan = subprocess.run(opdracht, cwd=ROOT, env=omgeving, capture_output=True, encoding="utf-8", timeout=120)
    zegt, _, laatste = gedaan.stdout.rstrip().rpartition("\n")
    code, geladen, gelezen = ast.literal_eval(laatste)
    assert code == 0, gedaan.stdout + gedaan.stderr
    return Gezien(zegt, ZWAAR & set(geladen), [Path(pad) for pad in gelezen if pad.endswith(".yaml")])


def bouw(specs: Path, uit: Path) -> Gezien:
    return kijk("build", "--target", "schema", "--specs", specs, "--out", uit, "--today", VANDAAG)


@pytest.mark.parametrize(
    ("woorden", "mag"),
    [
        (["--version"], set()),
        (["--help"], set()),
        (["check", "--help"], {"typer"}),
        (["explain", "SL102"], {"typer"}),
        (["schema"], {"typer", "pydantic"}),
        (["check", SLUG], {"typer", "pydantic", "yaml"}),
        (["validate", SLUG, VERHAAL], {"typer", "pydantic", "yaml"}),
    ],
    ids=lambda deel: " ".join(map(str, deel[:2])) if isinstance(deel, list) else "",
)
def test_a_command_loads_only_what_it_needs(woorden, mag):
    assert kijk(*woorden).zwaar - mag == set()


def test_a_check_reads_each_file_once():
    gezien = kijk("check")
    assert {"pydantic", "yaml"} <= gezien.zwaar, "what is loaded is seen"
    assert {ROOT / "specs" / "diensten" / slug / "dienst.yaml" for slug in (SLUG, ANDERE)} <= set(gezien.yaml), "what is read is seen"
    assert [pad for pad, keer in Counter(gezien.yaml).items() if keer > 1] == []


@pytest.mark.parametrize("woorden", [["check", SLUG], ["validate", SLUG, VERHAAL]], ids=["check", "validate"])
def test_one_service_is_asked_for_and_no_other_is_read(woorden):
    diensten = {pad.relative_to(ROOT / "specs" / "diensten").parts[0] for pad in kijk(*woorden).yaml if "diensten" in pad.parts}
    assert diensten == {SLUG}


def test_a_build_of_what_has_not_changed_loads_nothing_and_reads_no_specification(tmp_path):
    specs, uit = kopie(tmp_path, SLUG, ANDERE), tmp_path / "uit"
    assert specs / "diensten" / SLUG / "dienst.yaml" in bouw(specs, uit).yaml
    weer = bouw(specs, uit)
    assert "niets veranderd" in weer.zegt
    assert weer.yaml == []
    assert weer.zwaar == set()


def test_a_service_that_changed_writes_its_own_working_text_again_and_nothing_else(tmp_path):
    specs, uit = kopie(tmp_path, SLUG, ANDERE), tmp_path / "uit"
    bouw(specs, uit)
    eerst = tijden(uit)
    dienst = specs / "diensten" / SLUG / "dienst.yaml"
    tekst = dienst.read_text("utf-8")
    assert tekst.count("\n        vraag: "), "a question to change"
    dienst.write_text(tekst.replace("\n        vraag: ", "\n        vraag: Nieuw. ", 1), "utf-8")
    bouw(specs, uit)
    anders = {pad for pad, tijd in tijden(uit).items() if eerst.get(pad) != tijd}
    assert {pad.parts[0] for pad in anders} == {"diensten", "manifest.json", ".stand"}
    assert {pad.parts[1:3] for pad in anders if pad.parts[0] == "diensten"} == {(SLUG, "werk")}


def tijden(map: Path) -> dict[Path, int]:
    """Every file below a folder with its time: a file that is written again gets a new one."""
    return {pad.relative_to(map): pad.stat().st_mtime_ns for pad in map.rglob("*") if pad.is_file()}
