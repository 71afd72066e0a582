"""The kinds of question: a module each, with its model (`MODEL`) and its facts (`SOORT`). All lists of kinds are made here."""

from __future__ import annotations

import pkgutil
from functools import reduce
from importlib import import_module
from operator import or_
from typing import Annotated, Any

from pydantic import Discriminator, Tag

from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Soort

_MODULES = [import_module(f"{__name__}.{m.name}") for m in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name)]
SOORTEN: dict[str, Soort] = {module.SOORT.soort: module.SOORT for module in _MODULES}
"""The facts of every kind, by its name, in the order of the alphabet."""
MODELLEN: dict[str, type[VeldBasis]] = {module.SOORT.soort: module.MODEL for module in _MODULES}


def _soort(waarde: Any) -> str | None:
    soort = waarde.get("soort") if isinstance(waarde, dict) else getattr(waarde, "soort", None)
    return f"@{soort}" if soort in SOORTEN else None


Veld = Annotated[
    reduce(or_, (Annotated[model, Tag(f"@{soort}")] for soort, model in MODELLEN.items())),
    Discriminator(_soort, custom_error_type="soort_onbekend", custom_error_message="onbekende soort vraag"),
]
"""A question of any kind."""
