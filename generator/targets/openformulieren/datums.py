"""The bounds of a date as the component `date` of Open Formulieren holds them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from catalogue.formulier import Begrenzing, Vraag
from catalogue.voorwaarde import Grens

Component = dict[str, Any]


def is_datum(vraag: Vraag) -> bool:
    """Is it asked with a `date` component? A date that may be incomplete is a text there."""
    maten = vraag.alle_maten
    return maten.get("deel") == "dag" and not maten.get("onvolledig")


def houdt_grens(vraag: Vraag, b: Begrenzing, datums: dict[str, str]) -> bool:
    """Does the component hold this bound?"""
    return is_datum(vraag) and _datumgrens(b.grens, datums) is not None


def grenzen(vraag: Vraag, datums: dict[str, str]) -> Component:
    """The first and the last day that may be chosen, as far as the component can hold them."""
    uit: Component = {}
    for b in vraag.grenzen:
        grens = _datumgrens(b.grens, datums)
        if grens and b.hoe in ("vanaf", "na"):
            uit["minDate"] = _ernaast(grens, b.hoe == "na", 1)
        elif grens:
            uit["maxDate"] = _ernaast(grens, b.hoe == "voor", -1)
    return uit


def _ernaast(grens: Component, buiten: bool, kant: int) -> Component:
    """A bound that is not included, as one that is: a day further."""
    if not buiten:
        return grens
    if grens["mode"] == "fixedValue":
        return {**grens, "date": (date.fromisoformat(grens["date"]) + kant * timedelta(days=1)).isoformat()}
    return {**grens, "delta": {**grens["delta"], "days": grens["delta"]["days"] + (kant if grens["operator"] == "add" else -kant)}}


def _datumgrens(g: Grens, datums: dict[str, str]) -> Component | None:
    """A bound that the date component can hold: a day, or today or another date plus or minus a term. Working days it cannot;
    relative to what is no date component it ends the step in HTTP 500."""
    ander = g.basis not in (None, "vandaag")
    if g.uitloop or (g.aantal and g.eenheid == "werkdagen") or ander and g.basis not in datums:
        return None
    if g.basis is None:
        return {"mode": "fixedValue", "date": str(g.waarde)} if not g.aantal and len(str(g.waarde)) == 10 else None
    delta = {"days": 0, "months": 0, "years": 0}
    delta[{"dagen": "days", "weken": "days", "maanden": "months", "jaren": "years"}[g.eenheid]] = abs(g.aantal) * (7 if g.eenheid == "weken" else 1)
    return {"mode": "relativeToVariable", "variable": datums[str(g.basis)] if ander else "today", "operator": "subtract" if g.aantal < 0 else "add", "delta": delta}
