"""What there is to pay: lines from the answers, what the municipality filled in, and the date.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple


class Betaalregel(NamedTuple):
    """One line. `bedrag` per piece and `totaal` in euros with two decimals; None while nobody has set the amount."""

    kosten: str
    omschrijving: dict[str, str]
    aantal: int
    bedrag: str | None
    totaal: str | None


def te_betalen(gang: Any) -> tuple[Betaalregel, ...]:
    """The lines that hold for what is known, in written order; a line of zero pieces is left out."""
    uit = []
    for kosten, als in gang.plan.kosten:
        aantal = _aantal(gang, kosten.get("aantal"))
        if aantal and (als is None or als.waar(gang)):
            bedrag = _bedrag(kosten, gang)
            totaal = None if bedrag is None else f"{Decimal(bedrag) * aantal:.2f}"
            uit.append(Betaalregel(kosten["kosten"], kosten["omschrijving"], aantal, bedrag, totaal))
    return tuple(uit)


def _aantal(gang: Any, pad: str | None) -> int:
    """How many: a number that was answered, the items of a repeat, or the sum over the rows it lies in."""
    if pad is None:
        return 1
    vakken = gang.gezien if "[]" in pad else [gang.begin]
    return sum(_telt(vak[pad]) for vak in vakken if pad in vak)


def _telt(waarde: Any) -> int:
    if isinstance(waarde, list):
        return len(waarde)
    return 0 if isinstance(waarde, str | bool) else int(waarde)


def _bedrag(kosten: Mapping[str, Any], gang: Any) -> str | None:
    if "bedrag" in kosten:
        return kosten["bedrag"]
    if "parameter" in kosten:
        waarde = kosten.get("waarde", gang.o.parameters.get(kosten["parameter"]))
        return None if waarde is None else f"{Decimal(str(waarde)):.2f}"
    return tarief_op(kosten["bedragen"], gang.vandaag)


def tarief_op(bedragen: Mapping[str, str | None], dag: str) -> str | None:
    """The amount of the last first day on or before `dag` (YYYY-MM-DD); None when that year has no established amount."""
    begonnen = [begin for begin in bedragen if begin <= dag]
    return bedragen[max(begonnen)] if begonnen else None
