"""Mistakes sown into the artifacts of four services that differ most: the vectors find what any answers can show.

`tools/ingezaaid.py` does the same at length for every service.
"""

from __future__ import annotations

import pytest

from tests.overeenkomst.ingezaaid import ARTIFACTEN, Fout, fouten, met, zaai

AANTAL = {"jsonschema-rs": 20, "formulier": 20, "stub": 60, "open-formulieren": 40}
"""So many changes per artifact; the stub's plan is the largest, and the quickest to judge with."""
SLUGS = ("verhuizing-doorgeven", "standplaatsvergunning-aanvragen", "leerlingenvervoer", "uittreksel-brp-aanvragen")


@pytest.mark.parametrize("slug", SLUGS)
def test_the_vectors_find_the_mistakes_that_matter(slug):
    uitslagen = {motor: zaai(motor, slug, AANTAL[motor], anders=150) for motor in ARTIFACTEN}
    gevonden = sum(len(u.gevonden) for u in uitslagen.values())
    gemist = {motor: [str(f) for f in u.gemist] for motor, u in uitslagen.items() if u.gemist}
    assert gevonden >= 60
    assert sum(map(len, gemist.values())) <= 0.02 * gevonden, gemist


def test_a_change_is_one_change():
    data = {"title": "a", "minimum": 3, "required": ["a", "b"], "als": ["en", True, ["is", "a", ["x"]]]}
    alle = list(fouten(data))
    assert len(alle) == len(set(alle)) and not any("title" in f.plek for f in alle)
    assert met(data, Fout(("required", 0), "weg"))["required"] == ["b"]
    assert met(data, Fout(("minimum",), "een meer"))["minimum"] == 4
    assert met(data, Fout(("minimum",), "andere sleutel")) == {"title": "a", "maximum": 3, "required": ["a", "b"], "als": data["als"]}
    assert met(data, Fout(("als", 1), "omgekeerd"))["als"][1] is False
    assert met(data, Fout(("als", 0), "ander woord"))["als"][0] == "of"
    assert data["minimum"] == 3 and data["required"] == ["a", "b"]
