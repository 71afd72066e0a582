"""A mistake of the program costs the part in which it was made: it is said in Dutch, and all the rest is built."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from catalogue.catalogus import Catalogus, Onbekend
from catalogue.controle import Controle
from catalogue.diagnostics import Onbruikbaar
from generator.build import bouw_alles
from generator.programmafout import HOOGSTE, KOP, Programmafout, Programmafouten, grens
from generator.serve import Volger
from generator.taken import Opdracht
from generator.target import Artifact
from generator.targets import jsonforms
from generator.verslag import Verslag
from generator.write import MANIFEST
from tests.hulp.node import ROOT
from tests.hulp.opdracht import VANDAAG, kopie

EEN, TWEE = "hond-aan-of-afmelden", "toestemming-hoofdbewoner-inwoning"
SNEL = ("jsonforms", "schema", "pagina")
"""Enough outputs to see that the others are made."""
MIS = "ging mis; dat is een fout in Samenloket. Wat er misging, staat in"


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    map = kopie(tmp_path, EEN, TWEE)
    for pad in (map / "adopties").iterdir():
        pad.unlink()
    return map


@pytest.fixture
def bouw(specs: Path, tmp_path: Path) -> Callable[..., Verslag]:
    """Build a few outputs of everything into `tmp_path/uit`."""

    def doe(*diensten: str, targets: tuple[str, ...] = SNEL) -> Verslag:
        return bouw_alles(Opdracht(Catalogus(specs), date.fromisoformat(VANDAAG), tmp_path / "uit", diensten, targets))

    return doe


def breek(monkeypatch: pytest.MonkeyPatch, doe: Callable[[], object], versie: str = "werk") -> None:
    """JSON Forms of one version of one service goes wrong."""
    echt = jsonforms.bouw

    def kapot(formulier, kader) -> Iterator[Artifact]:
        yield from list(echt(formulier, kader))[:2]
        if (formulier.dienst, formulier.versie) == (EEN, versie):
            yield doe()

    monkeypatch.setattr(jsonforms, "bouw", kapot)


def mis(soort: type[Exception]) -> Callable[[], object]:
    def doe() -> object:
        raise soort("aap")

    return doe


def inhoud(map: Path) -> dict[str, bytes]:
    return {p.relative_to(map).as_posix(): p.read_bytes() for p in sorted(map.rglob("*")) if p.is_file()}


def hernoem(specs: Path) -> None:
    """Another text, so that everything of the service is made anew."""
    pad = specs / "diensten" / EEN / "dienst.yaml"
    pad.write_text(pad.read_text("utf-8").replace("naam: ", "naam: Nieuwe ", 1), "utf-8")


# ---- one output of one service ------------------------------------------------------------------------------------

MISSERS = {
    "KeyError": mis(KeyError),
    "ValueError": mis(ValueError),  # what a program gets wrong by itself is no fault of a text
    "AssertionError": mis(AssertionError),
    "RecursionError": mis(RecursionError),
    "FileNotFoundError": lambda: Path("/bestaat-niet/sjabloon").read_bytes(),
    "outside the output folder": lambda: Artifact("../buiten", b""),
    "two artifacts": lambda: Artifact("jsonforms/schema.json", b""),
}


@pytest.mark.parametrize("woord", MISSERS)
def test_the_rest_is_built_and_the_last_good_of_that_part_stays(woord, specs, bouw, tmp_path, monkeypatch) -> None:
    bouw()
    voor = inhoud(tmp_path / "uit")
    hernoem(specs)
    with monkeypatch.context() as hier:
        breek(hier, MISSERS[woord])
        verslag = bouw()
    assert not verslag.goed and verslag.mislukt == []
    bestand = tmp_path / "uit" / "fouten" / f"{EEN}-werk-jsonforms.txt"
    assert list(verslag.fouten.gemeld.values()) == verslag.regels()[:1]
    assert verslag.regels()[0] == f"De uitvoer jsonforms van {EEN} (werkbestand) {MIS} {bestand}."
    spoor = bestand.read_text("utf-8")
    assert spoor.startswith(KOP) and "Traceback" in spoor and woord in spoor
    na = inhoud(tmp_path / "uit")
    werk = f"diensten/{EEN}/werk/"
    anders = {naam for naam in na if na[naam] != voor.get(naam)} - {MANIFEST, f"fouten/{bestand.name}"}
    assert {f"{werk}schema/antwoorden.json", f"{werk}LEESMIJ.md"} <= anders, "other outputs of the same version are new"
    assert not [naam for naam in anders if not naam.startswith(werk) or "jsonforms" in naam]
    assert voor.keys() <= na.keys(), "nothing was taken away"
    assert bouw().goed, "mended, it is made again"
    heel = inhoud(tmp_path / "uit")
    assert heel[f"{werk}jsonforms/schema.json"] != voor[f"{werk}jsonforms/schema.json"]
    assert not bestand.parent.exists()


def test_a_part_that_never_was_is_made_when_it_can_be(bouw, tmp_path, monkeypatch) -> None:
    with monkeypatch.context() as hier:
        breek(hier, mis(TypeError), "1.0.0")
        assert list(bouw().fouten.gemeld) == [f"{EEN}-1.0.0-jsonforms"], "the release that holds today is said once"
        assert not bouw().goed, "a second build says it again"
    uit = tmp_path / "uit" / "diensten" / EEN
    assert {p.parent.name for p in uit.glob("*/jsonforms")} == {"werk"}
    assert {p.parent.name for p in uit.glob("*/schema")} == {"werk", "1.0.0", "actueel"}
    assert bouw().goed
    assert {p.parent.name for p in uit.glob("*/jsonforms")} == {"werk", "1.0.0", "actueel"}


EERDER = [(Controle, "dienst", "nakijken"), (Catalogus, "voorbeelden", "uitwerken")]


@pytest.mark.parametrize(("soort", "functie", "wat"), EERDER)
def test_a_mistake_before_the_outputs_costs_a_service(soort, functie, wat, specs, bouw, tmp_path, monkeypatch) -> None:
    bouw()
    voor = inhoud(tmp_path / "uit")
    hernoem(specs)
    echt = getattr(soort, functie)

    def kapot(zelf: object, slug: str, versie: str = "werk") -> object:
        if (slug, versie) == (EEN, "werk"):
            return {}["aap"]
        return echt(zelf, slug) if wat == "nakijken" else echt(zelf, slug, versie)

    monkeypatch.setattr(soort, functie, kapot)
    verslag = bouw()
    assert list(verslag.fouten.gemeld) == [f"{EEN}-werk-{wat}"]
    assert verslag.regels()[0].startswith(f"Het {wat} van {EEN}")
    na = inhoud(tmp_path / "uit")
    assert {naam for naam in na if na[naam] != voor.get(naam)} == {MANIFEST, f"fouten/{EEN}-werk-{wat}.txt"}


# ---- what is said -------------------------------------------------------------------------------------------------


def test_what_somebody_else_can_mend_is_no_mistake_of_the_program() -> None:
    for fout in (Onbekend("x"), Onbruikbaar("x"), OSError(errno.ENOSPC, "vol"), PermissionError(errno.EACCES, "nee")):
        with pytest.raises(type(fout)), grens():
            raise fout
    with pytest.raises(Programmafout, match=r"(?s)Traceback.*no-such"), grens():
        Path("no-such").read_bytes()


def test_a_mistake_that_every_service_meets_does_not_fill_the_screen(tmp_path: Path) -> None:
    fouten = Programmafouten(tmp_path)
    for nummer in range(HOOGSTE + 3):
        with fouten.bij(f"De uitvoer x van dienst {nummer}", f"dienst-{nummer}"):
            raise KeyError(nummer)
    regels = fouten.regels()
    assert len(regels) == HOOGSTE + 2
    assert regels[-2] == f"En nog 3 keer: zie de andere bestanden in {tmp_path / 'fouten'}."
    assert len(list((tmp_path / "fouten").iterdir())) == HOOGSTE + 3


def test_what_an_earlier_build_met_goes_and_what_somebody_put_there_stays(tmp_path: Path) -> None:
    with Programmafouten(tmp_path).bij("De uitvoer x van wat er niet meer is", "weg"):
        raise KeyError
    (tmp_path / "fouten" / "van-mij.txt").write_text("aantekening")
    Programmafouten(tmp_path).ruim_op()
    assert [p.name for p in (tmp_path / "fouten").iterdir()] == ["van-mij.txt"]


def test_who_writes_sees_the_rest_of_the_pages_change(specs, tmp_path, monkeypatch, capsys) -> None:
    """A specifier cannot mend the program, so a mistake in it does not hold the pages."""
    breek(monkeypatch, mis(KeyError))
    volger = Volger(specs, tmp_path / "uit", date.fromisoformat(VANDAAG))
    volger.bouw()
    hernoem(specs)
    volger.bouw([EEN])
    assert "Nieuwe " in (tmp_path / "uit" / "site" / "diensten" / EEN / "index.html").read_text("utf-8")
    gezegd = capsys.readouterr().err
    assert f"De uitvoer jsonforms van {EEN} (werkbestand) ging mis" in gezegd and "Traceback" not in gezegd


# ---- as a user meets it -------------------------------------------------------------------------------------------

INGEZAAID = {
    "targets/jsonforms/__init__.py": "return {{}}['aap'] if formulier.dienst == '{EEN}' else _echt(formulier, kader)",
    "targets/vectoren.py": "return _mis() if formulier.dienst == '{EEN}' else _echt(formulier, kader)",
}
"""By module what its `bouw` becomes. Test vectors are made in a process beside the build."""
ONVERVOERBAAR = """
class _Raar(Exception):
    def __init__(self, een, twee):
        super().__init__("raar")
def _mis():
    raise _Raar(1, 2)
"""
"""An error that cannot be sent from one process to another."""


def programma(map: Path) -> Path:
    """A copy of the program, to put mistakes in."""
    for naam in ("catalogue", "generator", "templates", "site", "tests/taal"):
        shutil.copytree(ROOT / naam, map / naam, ignore=shutil.ignore_patterns("__pycache__"))
    return map


def draai(map: Path, specs: Path, uit: Path) -> subprocess.CompletedProcess:
    omgeving = {**os.environ, "PYTHONPATH": str(map), "PYTHONUTF8": "1"}
    opdracht = [sys.executable, "-m", "generator", "build", "--specs", specs, "--out", uit, "--today", VANDAAG]
    return subprocess.run(opdracht, cwd=map, env=omgeving, capture_output=True, encoding="utf-8", timeout=300)



def test_the_command_builds_everything_else_and_ends_with_one(specs: Path, tmp_path: Path) -> None:
    map = programma(tmp_path / "programma")
    goed = draai(map, specs, tmp_path / "goed")
    assert goed.returncode == 0, goed.stderr
    for module, regel in INGEZAAID.items():
        with (map / "generator" / module).open("a", encoding="utf-8") as bestand:
            bestand.write(f"{ONVERVOERBAAR}\n_echt = bouw\ndef bouw(formulier, kader):\n    {regel.format(EEN=EEN)}\n")
    mis = draai(map, specs, tmp_path / "mis")
    assert (mis.returncode, mis.stdout) == (1, "")
    assert "Traceback" not in mis.stderr and "aap" not in mis.stderr
    fouten = {f"{EEN}-werk-jsonforms": "'aap'", f"{EEN}-1.0.0-jsonforms": "'aap'", f"{EEN}-1.0.0-vectoren": "raar"}
    gezegd = [regel for regel in mis.stderr.splitlines() if regel.startswith("De uitvoer")]
    assert len(gezegd) == len(fouten)
    for naam, woord in fouten.items():
        bestand = tmp_path / "mis" / "fouten" / f"{naam}.txt"
        assert f"{MIS} {bestand}." in mis.stderr
        assert woord in bestand.read_text("utf-8").splitlines()[-1]
    heel, deels = (inhoud(tmp_path / uit / "diensten") for uit in ("goed", "mis"))
    weg = {naam for naam in heel if naam.startswith(EEN) and ("/jsonforms/" in naam or naam.endswith("/vectoren.json"))}
    assert {naam.split("/")[1] for naam in weg} == {"werk", "1.0.0", "actueel"}
    assert deels == {naam: bytes_ for naam, bytes_ in heel.items() if naam not in weg}
    pagina = (tmp_path / "mis" / "site" / "diensten" / EEN / "index.html").read_text("utf-8")
    assert "jsonforms/" not in pagina and "openformulieren/" in pagina


def test_a_mistake_in_the_site_leaves_the_last_good_one(specs: Path, tmp_path: Path) -> None:
    map, uit = programma(tmp_path / "programma"), tmp_path / "uit"
    assert draai(map, specs, uit).returncode == 0
    voor = inhoud(uit / "site")
    hernoem(specs)
    with (map / "generator" / "site" / "blokken.py").open("a", encoding="utf-8") as bestand:
        bestand.write("\ndef vaste_blokken(*_):\n    raise ValueError('aap')\n")
    gedaan = draai(map, specs, uit)
    assert gedaan.returncode == 1
    assert gedaan.stderr.splitlines()[0] == f"De site {MIS} {uit / 'fouten' / 'site.txt'}."
    assert "Traceback" not in gedaan.stderr and "ValueError: aap" in (uit / "fouten" / "site.txt").read_text("utf-8")
    assert inhoud(uit / "site") == voor
    assert "Nieuwe" in (uit / "diensten" / EEN / "werk" / "formulier" / "index.html").read_text("utf-8")
