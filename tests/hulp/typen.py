"""The types of a service, written to a folder of this run and really loaded: the package in Python, the module in Node."""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from functools import cache
from pathlib import Path
from types import ModuleType

from catalogue.formulier import Formulier
from generator.target import Kader
from generator.targets import typen
from tests.hulp.schema import VANDAAG

KADER = Kader(VANDAAG, (), "5a" * 32)
_MAP = tempfile.TemporaryDirectory(prefix="typen-")
"""Goes when the run ends."""


def schrijf(formulier: Formulier, map: Path) -> Path:
    """Everything that the target makes, below a folder; gives the folder `typen`."""
    for artifact in typen.bouw(formulier, KADER):
        pad = map / artifact.pad
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(artifact.inhoud)
    return map / "typen"


@cache
def geschreven(formulier_van, slug: str) -> Path:
    """The folder `typen` of a service, written once in this run; `formulier_van(slug)` works it out."""
    return schrijf(formulier_van(slug), Path(_MAP.name) / slug)


def geladen(map: Path) -> ModuleType:
    """The package below `map` (a folder `typen`), imported under a name of its own so that nothing else can stand in for it."""
    (pakket,) = (p.parent for p in (map / "python").glob("*/__init__.py"))
    naam = f"geladen_{pakket.name}_{abs(hash(map))}"
    if naam not in sys.modules:
        spec = importlib.util.spec_from_file_location(naam, pakket / "__init__.py", submodule_search_locations=[str(pakket)])
        assert spec and spec.loader
        module = sys.modules[naam] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[naam]
