"""The files that every service gets as they are, and those with a few words to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from catalogue.formulier import WERK, Formulier
from catalogue.tekst import in_taal
from generator.plekken import bron_map
from generator.target import Artifact


def sjablonen(taal: str) -> Path:
    return bron_map("templates") / "typen" / taal


def gelezen(pad: Path, **woorden: str) -> bytes:
    """A file with its `[[woord]]` filled in."""
    tekst = pad.read_text("utf-8")
    for naam, waarde in woorden.items():
        tekst = tekst.replace(f"[[{naam}]]", waarde)
    return tekst.encode()


def mee(map: str, *bronnen: Path | ModuleType) -> Iterator[Artifact]:
    """Files that travel along as they are, below a folder."""
    for bron in bronnen:
        pad = bron if isinstance(bron, Path) else Path(str(bron.__file__))
        yield Artifact(f"{map}/{pad.name}", pad.read_bytes())


def woorden(formulier: Formulier) -> dict[str, str]:
    """What the files of a service are about."""
    werk = formulier.versie == WERK
    van = f", {formulier.gemeente.naam}" if formulier.gemeente else ""
    return {
        "dienst": formulier.dienst,
        "pakket": pakket(formulier),
        "naam": in_taal(formulier.naam, "nl"),
        "versie": "0.0.0" if werk else formulier.versie,
        "wat": ("werktekst" if werk else f"uitgave {formulier.versie}") + van,
    }


def pakket(formulier: Formulier) -> str:
    """The slug as a name that Python can import."""
    return formulier.dienst.replace("-", "_")
