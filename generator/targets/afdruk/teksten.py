"""The words of the paper form itself."""

from __future__ import annotations

import json
from functools import cache

from generator.plekken import bron_map


@cache
def _alle() -> dict[str, dict[str, str]]:
    return json.loads((bron_map("templates") / "afdruk" / "teksten.json").read_text("utf-8"))


def teksten(taal: str) -> dict[str, str]:
    """The words in a language; Dutch for a language without words of its own."""
    return _alle().get(taal, _alle()["nl"])
