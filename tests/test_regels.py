"""Every code that a diagnostic can have: a case that it catches and one that it lets pass, and an explanation.

Each folder in `regels/` is named after a code. In `fout*.yaml` the line that must be flagged carries the code as a comment;
`goed*.yaml` gives nothing at all. A file that begins with `gemeente:` is a filling of `voor-invulling.yaml`; a folder `blokken` beside
a case holds the blocks that it uses. A new rule needs a folder, not test code.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from catalogue.catalogus import Catalogus
from catalogue.controle import Controle
from catalogue.regels.uitleg import codes, uitleg

HIER = Path(__file__).parent
CATALOGUE = HIER.parent / "catalogue"
FOUT = sorted((HIER / "regels").glob("*/fout*.yaml"))
GOED = sorted((HIER / "regels").glob("*/goed*.yaml"))


def bevindingen(bestand: Path, tmp_path: Path):
    map = tmp_path / "diensten" / "proef-dienst"
    map.mkdir(parents=True)
    if bestand.read_text().startswith("gemeente:"):
        (tmp_path / "adopties").mkdir()
        shutil.copy(bestand, tmp_path / "adopties" / "proef.yaml")
        bestand = HIER / "regels" / "voor-invulling.yaml"
    shutil.copy(bestand, map / "dienst.yaml")
    if (bestand.parent / "blokken").is_dir():
        shutil.copytree(bestand.parent / "blokken", tmp_path / "blokken")
    return Controle(Catalogus(tmp_path)).alles().bevindingen


@pytest.mark.parametrize("bestand", FOUT, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_een_fout_wordt_gevonden_op_haar_regel(bestand, tmp_path):
    code = bestand.parent.name
    verwacht = [i for i, regel in enumerate(bestand.read_text().split("\n"), 1) if re.search(rf"# {code}$", regel)]
    gevonden = [d for d in bevindingen(bestand, tmp_path) if d.code == code]
    assert sorted({d.plaats.regel for d in gevonden}) == verwacht
    assert all(d.melding and d.hulp for d in gevonden)


@pytest.mark.parametrize("bestand", FOUT, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_een_fout_geeft_geen_andere_fouten(bestand, tmp_path):
    assert {d.code for d in bevindingen(bestand, tmp_path)} == {bestand.parent.name}


@pytest.mark.parametrize("bestand", GOED, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_wat_goed_is_geeft_niets(bestand, tmp_path):
    assert bevindingen(bestand, tmp_path) == []


def test_elke_code_die_gegeven_wordt_heeft_uitleg_en_een_geval():
    in_code = {c for pad in CATALOGUE.rglob("*.py") for c in re.findall(r'"(SL\d{3})"', pad.read_text())}
    assert in_code == set(codes())
    assert {p.parent.name for p in FOUT} == {p.parent.name for p in GOED} == set(codes())


@pytest.mark.parametrize("code", codes())
def test_de_uitleg_is_heel(code):
    tekst = uitleg(code)
    assert all(f"{deel}:" in tekst for deel in ("Wat", "Waarom", "Voorbeeld", "In plaats daarvan"))
    assert re.match(rf"## {code}: [A-Z].+\.\n", tekst)


def test_de_diensten_zelf_hebben_geen_fouten():
    fouten = [d for d in Controle(Catalogus(HIER.parent / "specs")).alles().bevindingen if d.ernst == "fout"]
    assert fouten == []
