"""The features of the source forms: each is said in the language somewhere, and the page can show where."""

from __future__ import annotations

import textwrap

import pytest

from catalogue.catalogus import Catalogus
from catalogue.register import bronformulier
from generator.site.kenmerken import Plek, alle, fragment_van, vind
from generator.site.kenmerken.fragment import MEER
from tests.hulp.schema import SPECS

KENMERKEN = {k.code: k for k in alle()}


@pytest.fixture(scope="module")
def plekken() -> dict[str, list[Plek]]:
    return vind(Catalogus(SPECS))


def test_all_of_them_are_there_once_and_in_order() -> None:
    assert [k.code for k in alle()] == [f"K{n:02}" for n in range(1, 95)]


@pytest.mark.parametrize("code", KENMERKEN)
def test_a_feature_has_a_place(code: str, plekken: dict[str, list[Plek]]) -> None:
    assert plekken[code], f"{code} ({KENMERKEN[code].naam}): nothing uses it; the source has it in {KENMERKEN[code].voorbeeld}"


@pytest.mark.parametrize("code", KENMERKEN)
def test_its_lines_are_in_the_file_as_they_are_shown(code: str, plekken: dict[str, list[Plek]]) -> None:
    gevonden = fragment_van(KENMERKEN[code], plekken[code])
    assert gevonden is not None
    regels = (SPECS.parent / gevonden.bestand).read_text("utf-8").split("\n")[gevonden.regel - 1 :]
    getoond = [regel for regel in gevonden.tekst.split("\n") if regel.strip() != MEER]
    begin = regels[0]
    inspringing = len(begin) - len(begin.lstrip())
    over = iter(regels)
    assert all(any(regel[inspringing:] == een for regel in over) for een in getoond), gevonden.tekst
    assert textwrap.dedent(begin).strip() == getoond[0].strip()


@pytest.mark.parametrize("code", KENMERKEN)
def test_the_source_has_the_row_that_it_is_found_in(code: str) -> None:
    vorm, _, rij = KENMERKEN[code].voorbeeld.partition(" ")
    rijen = bronformulier(f"gemma-2016/{vorm}").rijen
    assert not rij or any(een == rij.replace(".", "/") or een.startswith(f"{rij}/") for een in rijen)


def test_a_feature_that_nothing_uses_has_no_place(tmp_path) -> None:
    """The finders look: in a catalogue with one small service most of them find nothing."""
    dienst = tmp_path / "diensten/proef-k40"
    dienst.mkdir(parents=True)
    (dienst / "dienst.yaml").write_bytes((SPECS.parent / "tests/kenmerken/K40/dienst.yaml").read_bytes())
    gevonden = {code for code, plekken in vind(Catalogus(tmp_path)).items() if plekken}
    assert {"K07", "K31", "K35", "K40", "K60"} <= gevonden
    assert not gevonden & {"K01", "K09", "K11", "K42", "K44", "K79", "K90", "K94"}
