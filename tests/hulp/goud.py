"""Golden output: what was generated, kept byte for byte, so that a change shows itself.

Renew it with `GOUD=nieuw .venv/bin/python -m pytest tests -k golden` and look at the difference before you commit it.
"""

import os
from pathlib import Path

import pytest

MAP = Path(__file__).resolve().parents[1] / "golden"


def vergelijk(naam: str, inhoud: bytes) -> None:
    """Fail when this is not what stands in tests/golden under `naam`; with GOUD=nieuw it is put there."""
    pad = MAP / naam
    if os.environ.get("GOUD") == "nieuw":
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(inhoud)
        return
    if not pad.exists() or pad.read_bytes() != inhoud:
        oud = pad.read_text("utf-8").splitlines() if pad.exists() else []
        nieuw = inhoud.decode().splitlines()
        eerste = next((i for i, (a, b) in enumerate(zip(oud, nieuw, strict=False)) if a != b), min(len(oud), len(nieuw)))
        regels = "\n".join(["was:", *oud[eerste : eerste + 5], "now:", *nieuw[eerste : eerste + 5]])
        hoe = "GOUD=nieuw .venv/bin/python -m pytest tests -k golden"
        pytest.fail(f"{naam} differs from line {eerste + 1}; when that is meant: {hoe}\n{regels}", pytrace=False)
