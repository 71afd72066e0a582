"""The files at the root say what is there: every output, every make target, links that work, and what publiccode.yml must hold."""

import re
import tomllib

import pytest
import yaml

from catalogue.catalogus import Catalogus
from generator.targets import TARGETS, uitvoer
from tests.hulp.node import ROOT

README = (ROOT / "README.md").read_text("utf-8")
VERPLICHT = (
    "publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus", "softwareType", "description",
    "legal", "maintenance", "localisation",
)  # fmt: skip
"""What version 0.4 of the standard calls mandatory, at the top level."""


def hoofdstuk(kop: str) -> str:
    """What stands below a heading of the README."""
    return README.split(f"\n## {kop}\n")[1].split("\n## ")[0]


def eerste_cellen(kop: str) -> list[str]:
    """The words in backquotes that begin the rows of the table there."""
    return re.findall(r"^\| `([^`]+)` \|", hoofdstuk(kop), re.M)


def test_the_readme_says_of_every_output_what_it_says_of_itself():
    rijen = re.findall(r"^\| `.*$", hoofdstuk("Wat eruit komt"), re.M)
    for u, rij in zip(map(uitvoer, TARGETS), rijen, strict=True):
        assert rij == f"| `{u.naam}` | {u.voor} | {u.wat}{' Alleen van een uitgave.' * u.alleen_uitgave} |"


def test_the_readme_names_every_make_target():
    doelen = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert sorted(eerste_cellen("De opdrachten van make")) == sorted(f"make {doel}" for doel in doelen)


def test_the_readme_counts_the_services():
    assert f"{len(Catalogus(ROOT / 'specs').slugs)} diensten" in README


@pytest.mark.parametrize("naam", ["README.md", "CONTRIBUTING.md"])
def test_links_and_paths_lead_somewhere(naam):
    """A path with a word in capitals in it, such as DIENST, is a pattern."""
    tekst = (ROOT / naam).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", tekst) if "://" not in link]
    paden = [pad for pad in re.findall(r"\b(?:specs|site|tests|templates|generator|catalogue)/[\w./-]+", tekst) if not re.search(r"\b[A-Z]{3,}\b", pad)]
    assert links, "a link to follow"
    assert paden, "a path to follow"
    assert [een for een in (*links, *paden) if not (ROOT / een).exists()] == []


def test_publiccode_holds_what_the_standard_asks():
    code = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert [sleutel for sleutel in VERPLICHT if not code.get(sleutel)] == []
    assert code["publiccodeYmlVersion"] == "0.4"
    assert code["legal"]["license"] == project["license"]
    assert set(code["description"]) == {"nl", "en"}
    for taal in code["description"].values():
        assert len(taal["shortDescription"]) <= 150 <= len(taal["longDescription"]) <= 10_000
        assert taal["features"]
        assert all((ROOT / pad).is_file() for pad in taal["screenshots"])
    soort = code["maintenance"]["type"]
    assert (soort in ("internal", "community")) == bool(code["maintenance"].get("contacts")), "a person is named when and only when somebody maintains it"
    assert isinstance(code["localisation"]["localisationReady"], bool)
    assert code["localisation"]["availableLanguages"]
