"""Broken and hostile YAML gets a diagnostic with a place and a way out, quickly, in little memory, and runs nothing."""

from __future__ import annotations

import resource
import subprocess
import sys
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from catalogue.dienst import Dienst
from catalogue.load import laad_tekst
from catalogue.source import lees

GEVALLEN = {
    "leeg": (b"", "SL001", (1, 1)),
    "alleen een lijst": (b"- a\n- b\n", "SL001", (1, 1)),
    "binair": (b"\x89PNG\r\n\x1a\n\x00\x00", "SL001", (1, 1)),
    "latin-1": ("dienst: b\ufffd".encode("utf-8")[:-3] + b"\xe9\n", "SL001", (1, 10)),
    "utf-16": ("dienst: x\n".encode("utf-16"), "SL001", (1, 1)),
    "tab": (b"dienst: x\n\tnaam: y\n", "SL002", (2, 1)),
    "dubbele punt": (b"dienst: x\nmelding: Let op: dit kan niet\n", "SL002", (2, 16)),
    "aanhalingsteken open": (b'naam: "half\n', "SL002", (2, 1)),
    "accolade open": (b"naam: {nl: a\n", "SL002", (2, 1)),
    "komma in accolades": (b"dienst: x\nvraag: {nl: Huur, gas}\n", "SL002", (2, 19)),
    "vraagteken in accolades": (b"vraag: {nl: Waar?, en: Where}\n", "SL002", (1, 13)),
    "twee keer dezelfde sleutel": (b"dienst: a\nnaam: b\ndienst: c\n", "SL004", (3, 1)),
    "alias": (b"a: &x [1]\nb: *x\n", "SL003", (1, 4)),
    "python-tag": (b"a: !!python/object/apply:os.system ['touch gehackt']\n", "SL003", (1, 4)),
    "samenvoegen": (b"a: {<<: *b}\n", "SL003", (1, 9)),
    "twee documenten": (b"a: 1\n---\nb: 2\n", "SL001", (2, 1)),
    "tienduizend diep": (b"[" * 10_000, "SL001", (1, 1)),
    "tienduizend diep in een sleutel": (b"a: " + b"[" * 10_000, "SL003", (1, 64)),
    "blokken tienduizend diep": (b"".join(b" " * i + b"a:\n" for i in range(1000)), "SL003", (62, 62)),
    "een ingewikkelde sleutel": (b"? {a: b}\n: c\n", "SL003", (1, 3)),
}


@pytest.mark.parametrize("naam", GEVALLEN)
def test_elk_gebrek_heeft_een_plaats_en_een_uitweg(naam):
    inhoud, code, plaats = GEVALLEN[naam]
    begin = time.perf_counter()
    bron = lees(inhoud, "proef.yaml")
    assert time.perf_counter() - begin < 2
    eerste = bron.problemen[0]
    if naam == "tienduizend diep":
        assert eerste.code in ("SL001", "SL003")
        return
    assert (eerste.code, (eerste.plaats.regel, eerste.plaats.kolom)) == (code, plaats), eerste
    assert eerste.melding
    assert eerste.hulp


@pytest.mark.parametrize("soort", ["bom", "groot", "diep"])
def test_een_vijandig_bestand_kost_weinig(soort, tmp_path):
    """The command itself, in a process of its own with little memory and time."""
    map = tmp_path / "diensten" / "kwaad-bestand"
    map.mkdir(parents=True)
    inhoud = {
        "bom": "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12)),
        "groot": "dienst: x\n" + "# vulling\n" * 5_000_000,
        "diep": "a: " + "{a: " * 100_000,
    }[soort]
    (map / "dienst.yaml").write_text(inhoud)
    begin = time.perf_counter()
    uit = subprocess.run(
        [sys.executable, "-m", "generator", "check", str(map)],
        capture_output=True, text=True, timeout=20,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (300_000_000, 300_000_000)),
    )  # fmt: skip
    assert time.perf_counter() - begin < 6
    assert uit.returncode == 1, uit
    assert "SL00" in uit.stdout
    assert "Traceback" not in uit.stdout + uit.stderr


def test_waarden_blijven_wat_er_staat():
    bron = lees(b"a: no\nb: 17:38\nc: 2.10\nd: 0344\ne: 2026-01-01\nf: ~\ng:\nh: 'null'\ni: >-\n  twee\n  regels\n", "x")
    assert bron.data == {"a": "no", "b": "17:38", "c": "2.10", "d": "0344", "e": "2026-01-01", "f": None, "g": None, "h": "null", "i": "twee regels"}
    assert bron.problemen == []


def test_elke_waarde_en_sleutel_heeft_een_plaats():
    bron = lees(b"stappen:\n  - stap: een\n    velden:\n      - {veld: a, vraag: 'B?'}\n", "x")
    plek = bron.plaats(("stappen", 0, "velden", 0, "vraag"))
    assert (plek.regel, plek.kolom, plek.eind) == (4, 26, 30)
    assert bron.plaats(("stappen", 0, "velden", 0, "vraag"), sleutel=True).kolom == 19
    assert bron.plaats(("stappen", 0, "onzin", 3)).regel == 2


@given(st.binary(max_size=300))
def test_wat_er_ook_in_staat_er_komt_geen_traceback(inhoud):
    gelezen = laad_tekst(inhoud, "x.yaml", Dienst)
    assert gelezen.model is None
    assert gelezen.problemen


_woord = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=12)
_boom = st.recursive(_woord, lambda b: st.lists(b, max_size=3) | st.dictionaries(_woord, b, max_size=3), max_leaves=12)


@given(st.dictionaries(_woord, _boom, min_size=1, max_size=4))
def test_gewone_yaml_wordt_gelezen_zoals_die_geschreven_is(data):
    tekst = yaml.safe_dump(data, allow_unicode=True, default_style='"')
    assert lees(tekst.encode(), "x").data == data


@given(st.dictionaries(st.sampled_from([*Dienst.model_fields, "onzin"]), _boom, min_size=1))
def test_elke_vormfout_wordt_gezegd(data):
    gelezen = laad_tekst(yaml.safe_dump(data, allow_unicode=True).encode(), "x.yaml", Dienst)
    assert all(p.melding and p.plaats.bestand == "x.yaml" for p in gelezen.problemen)
    assert gelezen.problemen
