"""Modules of the stub, imported as they are shipped: `dienst.formpost` and its neighbours, from templates/stub."""

from __future__ import annotations

import importlib
import importlib.util
import sys
import types
from functools import cache
from pathlib import Path
from types import ModuleType

MAP = Path(__file__).resolve().parents[2] / "templates" / "stub"
CATALOGUS = MAP.parents[1] / "catalogue"
"""Where the judge stands that travels with it."""


@cache
def van_stub(naam: str) -> ModuleType:
    """A module beside the stub's package (`formpost`, `openformulieren`), under the name that it has there."""
    if "dienst" not in sys.modules:
        pakket = types.ModuleType("dienst")
        pakket.__path__ = [str(MAP), str(MAP / "dienst"), str(CATALOGUS)]
        sys.modules["dienst"] = pakket
    spec = importlib.util.spec_from_file_location(f"dienst.{naam}", MAP / f"{naam}.py")
    assert spec and spec.loader
    module = sys.modules.setdefault(f"dienst.{naam}", importlib.util.module_from_spec(spec))
    spec.loader.exec_module(module)
    return module


def als_pakket(map: Path, pakket: str, *namen: str) -> list[ModuleType]:
    """Modules of a folder, imported as those of a package of that name; the folder is not needed after that."""
    ouder = sys.modules.setdefault(pakket, types.ModuleType(pakket))
    ouder.__path__ = [str(map)]
    return [importlib.import_module(f"{pakket}.{naam}") for naam in namen]
