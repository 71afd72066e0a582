"""What a build is asked for: a service, an output, a release, a municipality; and where its files may go."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from catalogue.uitgave import lees_uitgave
from generator.cli import app
from generator.target import Artifact
from generator.targets import TARGETS
from generator.write import MANIFEST, Schrijver, op_plek
from tests.hulp.opdracht import VANDAAG, kopie

EEN, TWEE = "hond-aan-of-afmelden", "uittreksel-brp-aanvragen"


@pytest.fixture(scope="module")
def specs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two services of this catalogue; what is filled in for others is passed over."""
    return kopie(tmp_path_factory.mktemp("keuze"), EEN, TWEE)


@pytest.fixture
def bouw(specs: Path, tmp_path: Path) -> Any:
    def doe(*woorden: object) -> Result:
        vast = ["--specs", specs, "--out", tmp_path / "uit", "--today", VANDAAG]
        return CliRunner().invoke(app, [str(woord) for woord in ("build", *woorden, *vast)], catch_exceptions=False)

    return doe


def mappen(uit: Path) -> set[str]:
    """The folders in which a build wrote, as `diensten/<slug>/<version>/<first part>`."""
    return {"/".join(p.relative_to(uit).parts[:4]) for p in uit.glob("*/*/*/**/*") if p.is_file()}


# ---- what there is not ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (["bestaat-niet"], f"Er is geen dienst ‘bestaat-niet’. Bekend zijn: {EEN}, {TWEE}."),
        ([EEN, "bestaat-niet"], f"Er is geen dienst ‘bestaat-niet’. Bekend zijn: {EEN}, {TWEE}."),
        (["--target", "pdf"], f"Er is geen uitvoer ‘pdf’. Kies uit: {', '.join(TARGETS)}."),
        ([EEN, "--release", "9.9.9"], f"‘{EEN}’ heeft geen uitgave 9.9.9. Er zijn: 1.0.0."),
        (["--release", "9.9.9"], "Geen enkele dienst heeft uitgave 9.9.9. Bekend zijn: 1.0.0, 2.0.0."),
        ([EEN, "--gemeente", "0000"], "Er is geen leesbare invulling van gemeente 0000. Bekend zijn: 0394, 9999."),
        (["--gemeente", "amsterdam"], "Er is geen leesbare invulling van gemeente amsterdam. Bekend zijn: 0394, 9999."),
        (["--set", "kleur=rood"], "Er is geen instelling ‘kleur’. Kies uit: openformulieren.digid"),
        (["--set", "openformulieren.digid"], "De instelling openformulieren.digid kan niet ‘’ zijn. Kies uit: "),
    ],
)
def test_what_there_is_not_is_named_with_what_there_is(woorden: list[str], melding: str, bouw: Any, tmp_path: Path) -> None:
    gedaan = bouw(*woorden)
    assert (gedaan.exit_code, gedaan.stdout) == (2, "")
    assert melding in gedaan.stderr
    assert not (tmp_path / "uit").exists()


def test_a_build_of_a_folder_that_is_not_there_takes_nothing_away(bouw: Any, tmp_path: Path) -> None:
    assert bouw(EEN, "--target", "schema").exit_code == 0
    voor = sorted(tmp_path.rglob("*"))
    gedaan = CliRunner().invoke(app, ["build", "--specs", str(tmp_path / "typfout"), "--out", str(tmp_path / "uit")])
    assert gedaan.exit_code == 2
    assert f"De map {tmp_path / 'typfout'} is er niet." in gedaan.stderr
    assert sorted(tmp_path.rglob("*")) == voor


def test_an_output_that_is_no_folder_is_said(bouw: Any, specs: Path, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("van mij")
    for uit in (tmp_path / "bestand", tmp_path / "bestand/daarin"):
        gedaan = CliRunner().invoke(app, ["build", EEN, "--target", "schema", "--specs", str(specs), "--out", str(uit)])
        assert gedaan.exit_code == 2
        assert "is niet te lezen of te schrijven" in gedaan.stderr
    assert (tmp_path / "bestand").read_text() == "van mij"


# ---- what there is -------------------------------------------------------------------------------------------------------


def test_an_output_of_a_service_is_made_of_every_version(bouw: Any, tmp_path: Path) -> None:
    assert bouw(EEN, "--target", "schema", "--target", "openapi").exit_code == 0
    soorten = {"schema", "openapi.json", "openapi.yaml", "voorbeelden"}
    assert mappen(tmp_path / "uit") == {f"diensten/{EEN}/{versie}/{soort}" for versie in ("werk", "1.0.0", "actueel") for soort in soorten}


def test_a_release_gives_that_release_of_the_services_that_have_it(bouw: Any, tmp_path: Path) -> None:
    assert bouw("--release", "2.0.0", "--target", "schema").exit_code == 0
    assert mappen(tmp_path / "uit") == {f"diensten/{TWEE}/2.0.0/schema"}
    bericht = json.loads((tmp_path / f"uit/diensten/{TWEE}/2.0.0/schema/inzending.json").read_text("utf-8"))
    assert bericht["properties"]["data"]["properties"]["versie"]["const"] == "2.0.0"


def test_a_municipality_gets_its_filling_in_its_own_folder(bouw: Any, tmp_path: Path) -> None:
    assert bouw(TWEE, "--gemeente", "9999", "--target", "formulier", "--target", "schema").exit_code == 0
    assert mappen(tmp_path / "uit") == {f"gemeenten/9999/{TWEE}/formulier", f"gemeenten/9999/{TWEE}/schema"}
    assert bouw(TWEE, "--target", "formulier", "--target", "schema").exit_code == 0
    map = tmp_path / "uit" / "gemeenten/9999" / TWEE
    landelijk = tmp_path / "uit" / "diensten" / TWEE / "actueel"
    for pad in ("formulier/index.html", "schema/antwoorden.json"):
        assert (map / pad).read_bytes() != (landelijk / pad).read_bytes()
    assert "8,50" in (map / "formulier/index.html").read_text("utf-8")


def test_a_part_that_is_built_leaves_what_was_built_before(bouw: Any, tmp_path: Path) -> None:
    bouw(EEN, "--target", "schema")
    voor = mappen(tmp_path / "uit")
    bouw(TWEE, "--target", "jsonforms", "--release", "1.0.0")
    assert mappen(tmp_path / "uit") - voor == {f"diensten/{TWEE}/1.0.0/jsonforms"}
    assert voor < mappen(tmp_path / "uit")


def test_the_newest_release_of_the_day_is_the_current_one(specs: Path, tmp_path: Path) -> None:
    """On the first day of each release, on the day before the first, and long after the last."""
    map = specs / "diensten" / TWEE
    eerste_dag = {versie: date.fromisoformat(lees_uitgave(map, versie)["geldig_van"]) for versie in ("1.0.0", "2.0.0")}
    assert sorted(eerste_dag.values())[0] > date(2000, 1, 1)
    for dag in (*eerste_dag.values(), min(eerste_dag.values()) - timedelta(1), date(2099, 12, 31)):
        geldig = [versie for versie, begin in eerste_dag.items() if begin <= dag]
        uit = tmp_path / dag.isoformat()
        CliRunner().invoke(app, ["build", TWEE, "--target", "schema", "--specs", str(specs), "--out", str(uit), "--today", dag.isoformat()], catch_exceptions=False)
        actueel = uit / "diensten" / TWEE / "actueel/schema/inzending.json"
        assert actueel.is_file() == bool(geldig)
        assert not geldig or json.loads(actueel.read_text("utf-8"))["properties"]["data"]["properties"]["versie"]["const"] == geldig[-1]
        assert json.loads((uit / MANIFEST).read_text())["vandaag"] == dag.isoformat()


# ---- where it may go -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pad", ["../buiten", "a/../../buiten", "/etc/samenloket", "a\\..\\b", "a\0b", ".."])
def test_an_output_does_not_leave_its_folder(pad: str) -> None:
    goed = Artifact("goed.txt", b"goed")
    with pytest.raises(ValueError, match="outside the output folder"):
        op_plek("diensten/x/werk", [goed, Artifact(pad, b"kwaad")])


def test_the_same_file_is_not_made_twice() -> None:
    with pytest.raises(ValueError, match="two artifacts"):
        op_plek("x", [Artifact("a", b"1"), Artifact("a", b"2")])


@pytest.mark.parametrize("taken", [[], {"x#y": 1}, {"x#y": {"sleutel": 1, "bestanden": {}}}, {"x#y": {"sleutel": "", "bestanden": {"../buiten.txt": ""}}},
                                   {"x#y": {"sleutel": "", "bestanden": {"/BUITEN": ""}}}])  # fmt: skip
def test_a_manifest_that_somebody_wrote_takes_nothing_away_outside(taken: Any, tmp_path: Path) -> None:
    (buiten := tmp_path / "buiten.txt").write_text("van mij")
    (uit := tmp_path / "uit").mkdir()
    (uit / MANIFEST).write_text(json.dumps({"taken": taken}).replace("/BUITEN", str(buiten)))
    schrijver = Schrijver(uit)
    schrijver.sluit_af({}, alles=True)
    assert buiten.exists()
    assert json.loads((uit / MANIFEST).read_text()) == {"taken": {}}
