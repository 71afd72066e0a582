"""Conditions as the small arrays of the form's JSON plan, which templates/formulier/voorwaarde.mjs evaluates.

`True`, `False`, `["en", ...]`, `["of", ...]`, `["niet", c]`, or a comparison `[hoe, pad, ...]`: with the values for
`is` and `is_niet`, the number for `minimaal_tekens`, and `als` (d, t or g) and the bound for what has an order.
A bound is a literal or `[basis, aantal, eenheid, uitloop]`.
"""

from __future__ import annotations

from typing import Any

from catalogue.voorwaarde import En, Grens, Niet, Of, Vast, Vergelijk

ALS = {"datum": "d", "datumtijd": "d", "tijd": "t"}
"""How a kind compares: as days, as times; everything else as a number."""


def grens(g: Grens) -> Any:
    """A bound as the plan writes it."""
    if g.basis is None and not g.aantal:
        return g.waarde
    return [g.basis if g.basis is not None else g.waarde, g.aantal, g.eenheid, int(g.uitloop)]


def voorwaarde(v: Any) -> Any:
    """A condition as the plan writes it."""
    if isinstance(v, Vast):
        return v.waarde
    if isinstance(v, Niet):
        return ["niet", voorwaarde(v.deel)]
    if isinstance(v, En | Of):
        return [v.op, *(voorwaarde(deel) for deel in v.delen)]
    return _vergelijk(v)


def _vergelijk(v: Vergelijk) -> list[Any]:
    if v.hoe == "beantwoord":
        return [v.hoe, v.pad]
    if v.hoe in ("is", "is_niet"):
        return [v.hoe, v.pad, list(v.waarden)]
    if v.grens is None:
        raise ValueError(f"{v.hoe} zonder grens bij {v.pad}")
    if v.hoe == "minimaal_tekens":
        return [v.hoe, v.pad, int(v.grens.waarde or 0)]
    return [v.hoe, v.pad, ALS.get(v.soort, "g"), grens(v.grens)]
