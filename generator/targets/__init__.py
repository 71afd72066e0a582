"""The registry of outputs: name -> module, imported when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

TARGETS: dict[str, str] = {
    "schema": "generator.targets.schema",
    "formulier": "generator.targets.formulier",
    "openapi": "generator.targets.openapi",
    "typen": "generator.targets.typen",  # for vendors: types and a validator, in Python (pydantic) and TypeScript
    "stub": "generator.targets.stub",
    "openformulieren": "generator.targets.openformulieren",
    "jsonforms": "generator.targets.jsonforms",
    "vectoren": "generator.targets.vectoren",
    "afdruk": "generator.targets.afdruk",
    "pagina": "generator.targets.pagina",
}
BIJ_UITGAVE = ("vectoren", "afdruk")
"""Outputs that take seconds: made of national releases, which never change, and otherwise only when asked for."""


def target(naam: str) -> Any:
    """The module of one output. Raises KeyError for a name that is not in the registry."""
    return import_module(TARGETS[naam])
