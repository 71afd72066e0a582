"""The build: the same bytes every time, nothing written that did not change, and what is broken breaks nothing else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from catalogue.catalogus import Catalogus
from catalogue.diagnostics import Onbruikbaar
from catalogue.formulier import WERK
from generator.build import bouw_alles
from generator.taken import Opdracht
from generator.targets import vanzelf
from generator.verslag import Verslag
from generator.write import MANIFEST
from tests.hulp.opdracht import VANDAAG, kopie, samenloket

EEN, TWEE = "hond-aan-of-afmelden", "toestemming-hoofdbewoner-inwoning"
GEMEENTE = "9999"
WERKTARGETS = vanzelf(WERK)
"""All but what takes seconds, and is made of releases only."""


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    """Two services of this catalogue and one filling, to change."""
    map = kopie(tmp_path, EEN, TWEE)
    for pad in (map / "adopties").iterdir():
        pad.unlink()
    (map / "adopties" / f"{GEMEENTE}-proefstad.yaml").write_text(f'gemeente: "{GEMEENTE}"\nnaam: Proefstad\ndiensten:\n  {EEN}: {{}}\n', "utf-8")
    return map


@pytest.fixture
def bouw(specs: Path, tmp_path: Path) -> Callable[..., Verslag]:
    """`bouw(...)`: build into `tmp_path/uit`, everything unless told otherwise, without the site."""

    def doe(*diensten: str, uit: str = "uit", targets: tuple[str, ...] = (), **meer: str) -> Verslag:
        return bouw_alles(Opdracht(Catalogus(specs), date.fromisoformat(VANDAAG), tmp_path / uit, diensten, targets, **meer))

    return doe


@pytest.fixture(autouse=True)
def zonder_lange_targets(monkeypatch: pytest.MonkeyPatch) -> None:
    """The outputs that take seconds have tests of their own."""
    monkeypatch.setattr("generator.build.vanzelf", lambda *_: WERKTARGETS)


def inhoud(map: Path) -> dict[str, bytes]:
    return {p.relative_to(map).as_posix(): p.read_bytes() for p in sorted(map.rglob("*")) if p.is_file()}


def tijden(map: Path) -> dict[str, int]:
    return {p.relative_to(map).as_posix(): p.stat().st_mtime_ns for p in sorted(map.rglob("*")) if p.is_file()}


def verander(specs: Path, slug: str, oud: str, nieuw: str) -> None:
    pad = specs / "diensten" / slug / "dienst.yaml"
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), "utf-8")


# ---- the same, and no more than what changed -----------------------------------------------------------------------------


def test_two_builds_are_the_same_byte_for_byte(bouw: Callable[..., Verslag], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In two processes too, whose sets have another order."""
    bouw(uit="een")
    for zaad in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", zaad)
        samenloket("build", EEN, *(w for naam in WERKTARGETS for w in ("--target", naam)), "--specs", tmp_path / "specs", "--out", tmp_path / zaad, "--today", VANDAAG)
    een, twee, drie = (inhoud(tmp_path / naam) for naam in ("een", "1", "2"))
    assert {".stand", MANIFEST} < twee.keys() == drie.keys()
    verschil = [naam for naam in twee if naam not in (".stand", MANIFEST) and not een[naam] == twee[naam] == drie[naam]]
    assert verschil == []
    assert twee[MANIFEST] == drie[MANIFEST]


def test_a_second_build_writes_nothing(bouw: Callable[..., Verslag], tmp_path: Path) -> None:
    eerst = bouw()
    voor = tijden(tmp_path / "uit")
    assert eerst.geschreven == len(voor) and eerst.gemaakt and not eerst.behouden
    daarna = bouw()
    assert (daarna.geschreven, daarna.verwijderd, daarna.gemaakt, daarna.behouden) == (0, 0, 0, eerst.gemaakt)
    assert tijden(tmp_path / "uit") == voor


def test_one_changed_text_rewrites_one_service(specs: Path, bouw: Callable[..., Verslag], tmp_path: Path) -> None:
    bouw()
    voor = tijden(tmp_path / "uit")
    verander(specs, TWEE, "naam: ", "naam: Nieuwe ")
    bouw()
    na = tijden(tmp_path / "uit")
    anders = {naam for naam in na if na[naam] != voor.get(naam)} - {MANIFEST}
    assert anders and {naam.split("/")[1:3] == [TWEE, "werk"] for naam in anders} == {True}, "the releases stay, and so does the other service"
    assert voor.keys() == na.keys()


def test_a_file_that_somebody_took_away_comes_back_and_one_that_does_not_belong_goes(specs: Path, bouw: Callable[..., Verslag], tmp_path: Path) -> None:
    bouw()
    voor = inhoud(tmp_path / "uit")
    weg = tmp_path / "uit/diensten" / EEN / "werk/schema/antwoorden.json"
    weg.unlink()
    bouw()
    assert inhoud(tmp_path / "uit") == voor
    vreemd = tmp_path / "uit/diensten" / TWEE / "werk/aantekening.txt"
    vreemd.write_text("van mij")
    shutil.rmtree(specs / "diensten" / TWEE)
    verslag = bouw()
    over = {naam for naam in inhoud(tmp_path / "uit") if f"diensten/{TWEE}/" in naam}
    assert over == {naam for naam in voor if naam.startswith(f"diensten/{TWEE}/") and naam.endswith("eigen.py")} | {vreemd.relative_to(tmp_path / "uit").as_posix()}
    assert verslag.verwijderd == sum(naam.startswith(f"diensten/{TWEE}/") for naam in voor) - len(over) + 1


def test_the_code_of_a_user_is_never_touched(specs: Path, bouw: Callable[..., Verslag], tmp_path: Path) -> None:
    bouw()
    eigen = tmp_path / "uit/diensten" / EEN / "werk/stub/eigen.py"
    assert b"def ontvang" in eigen.read_bytes()
    eigen.write_text("# van de gemeente")
    verander(specs, EEN, "naam: ", "naam: Nieuwe ")
    assert bouw().geschreven
    assert eigen.read_text() == "# van de gemeente"


# ---- what is broken ------------------------------------------------------------------------------------------------------


def breek_tekst(specs: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    verander(specs, EEN, "naam: ", "naaam: ")
    return "dienst.yaml:3:1: SL102: de sleutel ‘naaam’ bestaat hier niet"


def breek_target(specs: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An output that cannot say what this service asks, after others of it were made: the service changed too."""
    from generator.targets import pagina

    echt = pagina.bouw

    def bouw(formulier, kader):
        if formulier.dienst == EEN and formulier.versie == "werk":
            raise Onbruikbaar("dit kan de pagina niet zeggen")
        return echt(formulier, kader)

    verander(specs, EEN, "naam: ", "naam: Nieuwe ")
    monkeypatch.setattr(pagina, "bouw", bouw)
    return f"diensten/{EEN}/werk: dit kan de pagina niet zeggen"


def breek_voorbeeld(specs: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    verander(specs, EEN, "naam: ", "naam: Nieuwe ")
    (specs / "diensten" / EEN / "voorbeelden/werk/goed/kapot.json").write_text('{"verhaal": "Half')
    return "Het voorbeeld goed/kapot.json is niet te lezen"


def breek_omstandigheden(specs: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What only an output reads; it is no mistake of that output."""
    verhaal = '{"verhaal": "Wanneer?", "omstandigheden": {"vandaag": "gisteren"}, "antwoorden": {}}'
    verander(specs, EEN, "naam: ", "naam: Nieuwe ")
    (specs / "diensten" / EEN / "voorbeelden/werk/goed/dag.json").write_text(verhaal)
    return f"diensten/{EEN}/werk: De omstandigheden kloppen niet"


def breek_uitgave(specs: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    pad = specs / "diensten" / EEN / "uitgaven/1.0.0.json"
    pad.write_text(pad.read_text("utf-8").replace("hond", "kat", 1), "utf-8")
    return f"diensten/{EEN}/1.0.0: Uitgave 1.0.0 van {EEN} is veranderd nadat zij is vastgelegd"


def breek_invulling(specs: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (specs / "adopties" / f"{GEMEENTE}-proefstad.yaml").write_text(f'gemeente: "{GEMEENTE}"\nnaaam: Proefstad\n', "utf-8")
    return f"{GEMEENTE}-proefstad.yaml:2:1: SL102: de sleutel ‘naaam’ bestaat hier niet"


def breek_keuze(specs: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (specs / "adopties" / f"{GEMEENTE}-proefstad.yaml").write_text(f'gemeente: "{GEMEENTE}"\nnaam: Proefstad\ndiensten:\n  {EEN}: {{uitgave: 9.9.9}}\n', "utf-8")
    return f"gemeenten/{GEMEENTE}/{EEN}: ‘{EEN}’ heeft geen uitgave 9.9.9. Er zijn: 1.0.0"


@pytest.mark.parametrize(
    "breek",
    [breek_tekst, breek_target, breek_voorbeeld, breek_omstandigheden, breek_uitgave, breek_invulling, breek_keuze],
)
def test_what_is_broken_keeps_its_last_good_output_and_is_named(breek, specs, bouw, tmp_path, monkeypatch) -> None:
    bouw()
    voor = inhoud(tmp_path / "uit")
    melding = breek(specs, monkeypatch)
    verander(specs, TWEE, "naam: ", "naam: Nieuwe ")
    verslag = bouw()
    assert any(melding in regel for regel in verslag.mislukt), verslag.mislukt
    assert verslag.regels()[: len(verslag.mislukt)] == verslag.mislukt
    na = inhoud(tmp_path / "uit")
    anders = {naam for naam in voor.keys() | na.keys() if voor.get(naam) != na.get(naam)} - {MANIFEST}
    assert {"/".join(naam.split("/")[:3]) for naam in anders} == {f"diensten/{TWEE}/werk"}
    assert bouw().mislukt == verslag.mislukt, "a second build says it again"


def sterf(*_: object) -> None:
    """What a machine without memory does to a process."""
    os._exit(1)


def test_a_process_that_is_ended_from_outside_is_named_and_what_it_made_before_stays(bouw, tmp_path, monkeypatch) -> None:
    bouw(EEN, targets=("vectoren",))
    (tmp_path / "uit" / "diensten" / EEN / "1.0.0" / "vectoren.json").write_text("oud")
    (tmp_path / "uit" / "diensten" / EEN / "werk" / "vectoren.json").unlink()
    monkeypatch.setattr("generator.werkers._maak", sterf)
    verslag = bouw(EEN, targets=("vectoren",))
    assert verslag.mislukt == [f"diensten/{EEN}/werk: een proces dat meehielp is gestopt. Was er genoeg geheugen? Probeer het opnieuw."]
    assert (tmp_path / "uit" / "diensten" / EEN / "1.0.0" / "vectoren.json").read_text() == "oud"
