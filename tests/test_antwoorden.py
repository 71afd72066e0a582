"""Properties of the reference that hold for every service and every set of answers."""

from __future__ import annotations

import copy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.beoordelen import beoordeel
from catalogue.catalogus import Catalogus
from catalogue.formulier import elementen
from catalogue.oordeel import CODES
from catalogue.voorbeelden import omstandigheden_uit
from catalogue.voorwaarde import is_open

CATALOGUS = Catalogus(Path(__file__).parent.parent / "specs")
DAG = date(2026, 11, 24)
GOED = [(slug, v) for slug in CATALOGUS.slugs for v in CATALOGUS.voorbeelden(slug) if v.goed]
goede = st.sampled_from(GOED)


def oordeel(slug: str, antwoorden: Any, omstandigheden: dict[str, Any], gemeente: str | None = None):
    formulier = CATALOGUS.formulier(slug, gemeente=gemeente)
    return beoordeel(formulier, antwoorden, omstandigheden_uit(omstandigheden, formulier, DAG))


@cache
def open_(slug: str) -> frozenset[str]:
    """The paths of what waits for a municipality."""
    stappen = CATALOGUS.formulier(slug).stappen
    return frozenset(e.pad for stap in stappen for e in elementen(stap.inhoud) if is_open(stap.toon_als) or is_open(e.toon_als))


def omgedraaid(data: Any) -> Any:
    """The same data with the keys of every object in the other order."""
    if isinstance(data, dict):
        return {sleutel: omgedraaid(data[sleutel]) for sleutel in reversed(data)}
    return [omgedraaid(deel) for deel in data] if isinstance(data, list) else data


def paden(data: Any, pad: tuple = ()) -> list[tuple]:
    """Every place in the data."""
    if isinstance(data, dict):
        return [pad, *(p for sleutel, deel in data.items() for p in paden(deel, (*pad, sleutel)))]
    if isinstance(data, list):
        return [pad, *(p for i, deel in enumerate(data) for p in paden(deel, (*pad, i)))]
    return [pad]


def met(data: Any, pad: tuple, waarde: Any) -> Any:
    """The data with another value at one place."""
    data = copy.deepcopy(data)
    if not pad:
        return waarde
    houder = data
    for deel in pad[:-1]:
        houder = houder[deel]
    houder[pad[-1]] = waarde
    return data


@given(goede)
def test_de_volgorde_van_sleutels_doet_er_niet_toe(geval):
    slug, v = geval
    een, ander = oordeel(slug, v.antwoorden, v.omstandigheden), oordeel(slug, omgedraaid(v.antwoorden), v.omstandigheden)
    assert een == ander


_rommel = st.one_of(
    st.none(), st.booleans(), st.integers(-10, 10**12), st.floats(allow_nan=True), st.just(""), st.just("  "), st.text(max_size=8),
    st.just([]), st.just({}), st.just([None]), st.just([{}]), st.just({"x": 1}), st.just("2026-02-30"), st.just(["a", "a"]),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(goede, st.data())
def test_wat_er_ook_ingevuld_is_er_komt_een_oordeel(geval, data):
    slug, v = geval
    plek = data.draw(st.sampled_from(paden(v.antwoorden)))
    uit = oordeel(slug, met(v.antwoorden, plek, data.draw(_rommel)), v.omstandigheden)
    assert all(f.code in CODES and f.melding for f in uit.fouten)
    assert set(uit.verplicht) <= set(uit.zichtbaar)
    assert len(set(uit.zichtbaar)) == len(uit.zichtbaar)


@settings(deadline=None)
@given(goede, st.data())
def test_een_onbekende_sleutel_wordt_geweigerd(geval, data):
    slug, v = geval
    houders = [p for p in paden(v.antwoorden) if isinstance(_bij(v.antwoorden, p), dict)]
    plek = data.draw(st.sampled_from(houders))
    if plek and "mediatype" in _bij(v.antwoorden, plek):
        return
    fouten = oordeel(slug, met(v.antwoorden, (*plek, "bestaatNiet"), "x"), v.omstandigheden).fouten
    assert [f.code for f in fouten] == ["onbekend"]


def _bij(data: Any, pad: tuple) -> Any:
    for deel in pad:
        data = data[deel]
    return data


@pytest.mark.parametrize("slug", CATALOGUS.slugs)
def test_een_verborgen_antwoord_wordt_geweigerd(slug):
    """Every question or step that some good example answers and another does not show: giving it there is refused."""
    gevallen = [v for s, v in GOED if s == slug]
    gegeven = {(stap, veld): waarde for v in gevallen for stap, velden in v.antwoorden.items() for veld, waarde in velden.items()}
    geprobeerd = 0
    for v in gevallen:
        zichtbaar = set(oordeel(slug, v.antwoorden, v.omstandigheden).zichtbaar)
        for (stap, veld), waarde in gegeven.items():
            if stap in v.antwoorden and f"{stap}.{veld}" not in zichtbaar:
                fouten = oordeel(slug, met(v.antwoorden, (stap, veld), waarde), v.omstandigheden).fouten
                assert (f"{stap}.{veld}", "verborgen") in [(f.pad, f.code) for f in fouten]
                geprobeerd += 1
        for ander in gevallen:
            for stap in ander.antwoorden.keys() - v.antwoorden.keys() - zichtbaar:
                fouten = oordeel(slug, {**v.antwoorden, stap: ander.antwoorden[stap]}, v.omstandigheden).fouten
                assert (stap, "verborgen") in [(f.pad, f.code) for f in fouten]
                geprobeerd += 1
    assert geprobeerd


@settings(deadline=None)
@given(goede, st.data())
def test_weglaten_van_wat_moet_wordt_geweigerd_en_van_wat_mag_niet(geval, data):
    """Leaving out one answer: refused when it is required; when it is not, only what hung on it may be refused.

    A question that waits for what a municipality fills in is asked where it is answered (rule 30): nobody misses it.
    """
    slug, v = geval
    uit = oordeel(slug, v.antwoorden, v.omstandigheden)
    velden = [(stap, veld) for stap, inhoud in v.antwoorden.items() for veld in inhoud if f"{stap}.{veld}" in uit.zichtbaar]
    stap, veld = data.draw(st.sampled_from(velden))
    zonder = copy.deepcopy(v.antwoorden)
    del zonder[stap][veld]
    fouten = oordeel(slug, zonder, v.omstandigheden).fouten
    if f"{stap}.{veld}" in uit.verplicht and f"{stap}.{veld}" not in open_(slug):
        assert (f"{stap}.{veld}", "verplicht") in [(f.pad, f.code) for f in fouten]
    else:
        assert f"{stap}.{veld}" not in [f.pad for f in fouten if f.code != "verplicht"]


@pytest.mark.parametrize("slug", CATALOGUS.slugs)
def test_een_gemeente_maakt_alleen_nauwer(slug):
    """What is right for a municipality is right nationally, when its own step is left unread."""
    gevallen = [v for s, v in GOED if s == slug]
    for code, gelezen in CATALOGUS.adopties.items():
        if slug not in gelezen.model.diensten:
            continue
        for v in gevallen:
            if oordeel(slug, v.antwoorden, v.omstandigheden, gemeente=code).geldig:
                assert oordeel(slug, v.antwoorden, v.omstandigheden).geldig


def test_de_landelijke_vorm_laat_de_stap_lokaal_ongelezen():
    slug, v = GOED[0]
    assert oordeel(slug, {**v.antwoorden, "lokaal": {"wat": ["ook"]}}, v.omstandigheden).geldig


def test_een_oordeel_verandert_de_antwoorden_niet():
    for slug, v in GOED:
        voor = copy.deepcopy(v.antwoorden)
        oordeel(slug, v.antwoorden, v.omstandigheden)
        assert v.antwoorden == voor
