"""Conditions as the small arrays of a plan, which both judges compile (`oordeel/voorwaarde.py`, `voorwaarde.mjs`).

`True`, `False`, `["en", ...]`, `["of", ...]`, `["niet", c]`, or a comparison `[hoe, pad, ...]`: with the values for `is` and
`is_niet` (and "g" where they compare as numbers), the number for `minimaal_tekens`, and for what has an order how it compares
(d, t or g) and the bound: a literal, or `[basis, aantal, eenheid, uitloop]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalogue.soorten import SOORTEN
from catalogue.veld.feiten import Soort
from catalogue.voorwaarde import En, Grens, Niet, Of, Vast, Vergelijk

_ALS = {"dag": "d", "tijd": "t"}


def als_data(v: Any, soorten: Mapping[str, Soort]) -> Any:
    """A condition as the plan writes it; `soorten`: the facts of the kinds of its form."""
    if isinstance(v, Vast):
        return v.waarde
    if isinstance(v, Niet):
        return ["niet", als_data(v.deel, soorten)]
    if isinstance(v, En | Of):
        return [v.op, *(als_data(deel, soorten) for deel in v.delen)]
    return _vergelijk(v, soorten)


def letter(soort: str, soorten: Mapping[str, Soort]) -> str:
    """How values of a kind compare: as days (d), as times (t), or as numbers and counts (g)."""
    feiten = soorten.get(soort) or SOORTEN.get(soort)
    return _ALS.get(feiten.als, "g") if feiten else "g"


def grens(g: Grens) -> Any:
    """A bound as the plan writes it."""
    if g.basis is None and not g.aantal:
        return g.waarde
    return [g.basis if g.basis is not None else g.waarde, g.aantal, g.eenheid, int(g.uitloop)]


def _vergelijk(v: Vergelijk, soorten: Mapping[str, Soort]) -> list[Any]:
    if v.hoe == "beantwoord":
        return [v.hoe, v.pad]
    if v.hoe in ("is", "is_niet"):
        feiten = soorten.get(v.soort)
        als_getal = v.soort == "decimaal" or (feiten is not None and feiten.als == "decimaal")
        return [v.hoe, v.pad, list(v.waarden), *(["g"] if als_getal else [])]
    if v.grens is None:
        raise ValueError(f"{v.hoe} zonder grens bij {v.pad}")
    if v.hoe == "minimaal_tekens":
        return [v.hoe, v.pad, int(v.grens.waarde or 0)]
    return [v.hoe, v.pad, letter(v.soort, soorten), grens(v.grens)]
