"""Every fault in a set of answers, with its path and code, in one round: those of the types and those of the conditions.

The types alone cannot: what pydantic checks after the fields it does not check at all while a field is wrong.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from .oordeel import Fout, Indiener, Omstandigheden, Oordeel, Plan
from .oordeel import beoordeel as _beoordeel


def valideer(
    antwoorden: Any,
    *,
    vandaag: date,
    indiener: Indiener | tuple[str, str, str | None] | None = None,
    rol: str = "indiener",
    voorzieningen: Mapping[str, bool] | None = None,
    parameters: Mapping[str, Any] | None = None,
    aangeboden: Mapping[str, Sequence[str]] | None = None,
) -> list[Fout]:
    """All faults; an empty list says that the answers are right. Nothing in the answers makes it raise.

    `antwoorden`: JSON data, or a model. `vandaag`: the date in Europe/Amsterdam. `indiener`: how one logged in; None: not
    looked at. `voorzieningen` and `parameters`: what the municipality has and filled in. `aangeboden`: the codes that a
    running form offered, by path. Raises ValueError for a role that this service does not have.
    """
    om = {"voorzieningen": voorzieningen, "parameters": parameters, "aangeboden": aangeboden}
    return list(beoordeel(antwoorden, vandaag=vandaag, indiener=indiener, rol=rol, **om).fouten)


def beoordeel(
    antwoorden: Any,
    *,
    vandaag: date,
    indiener: Indiener | tuple[str, str, str | None] | None = None,
    rol: str = "indiener",
    voorzieningen: Mapping[str, bool] | None = None,
    parameters: Mapping[str, Any] | None = None,
    aangeboden: Mapping[str, Sequence[str]] | None = None,
) -> Oordeel:
    """The whole judgement: faults, warnings, what is shown, what must be answered, and what there is to pay."""
    plan = _plan()
    if rol not in plan.toegang:
        raise ValueError(f"rol: {rol!r} is geen van {', '.join(plan.toegang)}")
    o = Omstandigheden(
        vandaag=date(vandaag.year, vandaag.month, vandaag.day),
        indiener=Indiener(*indiener) if indiener is not None else None,
        rol=rol,
        voorzieningen=dict(voorzieningen or {}),
        parameters=dict(parameters or {}),
        aangeboden={pad: list(codes) for pad, codes in (aangeboden or {}).items()},
    )
    return _beoordeel(plan, _als_data(antwoorden), o)


def _als_data(antwoorden: Any) -> Any:
    if isinstance(antwoorden, BaseModel):
        return antwoorden.model_dump(mode="json", by_alias=True, exclude_none=True)
    return antwoorden


@cache
def _plan() -> Plan:
    return Plan(json.loads((Path(__file__).parent / "plan.json").read_text("utf-8")))
