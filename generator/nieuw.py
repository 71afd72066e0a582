"""Starts a new service: a working text that passes the check, but for the blanks it names."""

from __future__ import annotations

import re
from pathlib import Path

from generator.sjabloon import sjabloon


def maak_dienst(specs: Path, slug: str) -> Path:
    """Write the working text and folders for examples. Raises ValueError, in Dutch, for a wrong or taken name."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", slug) or len(slug) > 60:
        raise ValueError(f"‘{slug}’ kan geen naam zijn. Gebruik kleine letters en minstens één streepje, zoals grofvuil-ophalen.")
    map = specs / "diensten" / slug
    if map.exists():
        raise ValueError(f"De dienst ‘{slug}’ bestaat al.")
    naam = slug.replace("-", " ").capitalize()
    tekst = sjabloon("nieuw/dienst.yaml.j2").render(slug=slug, naam=naam)
    for soort in ("goed", "fout"):
        (map / "voorbeelden" / "werk" / soort).mkdir(parents=True)
    pad = map / "dienst.yaml"
    pad.write_text(tekst, encoding="utf-8")
    return pad
