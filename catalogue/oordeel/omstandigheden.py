"""Everything outside the answers that may decide: complete, and fixed for one judgement.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple


class Indiener(NamedTuple):
    """Who is logged in, by what means, at which level where that has one; not who it is."""

    soort: str
    middel: str
    niveau: str | None = None


@dataclass(frozen=True, slots=True)
class Omstandigheden:
    """`vandaag` is the date in Europe/Amsterdam; `rol` is indiener or another person of the service.

    `indiener`: None when nobody asks who logged in. `herkomst`: per path which register filled the answer. `aangeboden`: per
    path the codes that a running form offered. `mis`: the ids of files whose bytes are not what their description says.
    """

    vandaag: date
    indiener: Indiener | None = None
    rol: str = "indiener"
    gemeente: str | None = None
    voorzieningen: Mapping[str, bool] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)
    herkomst: Mapping[str, str] = field(default_factory=dict)
    aangeboden: Mapping[str, Sequence[str]] = field(default_factory=dict)
    mis: frozenset[str] = frozenset()


def mag_inloggen(wegen: Iterable[Sequence[Any]], indiener: Indiener) -> bool:
    """Is this a way in, at the level that is asked or higher? A way in is [soort, middel, levels or None]."""
    for soort, middel, niveaus in wegen:
        if (soort, middel) == (indiener.soort, indiener.middel) and (not niveaus or indiener.niveau in niveaus):
            return True
    return False
