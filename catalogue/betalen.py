"""What there is to pay: lines from the answers, what the municipality filled in, and the date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from catalogue.formulier import Formulier, KostenUit
from catalogue.voorwaarde import waar


@dataclass(frozen=True, slots=True)
class Betaalregel:
    """One line. `bedrag` per piece and `totaal` in euros with two decimals; None while nobody has set the amount."""

    kosten: str
    omschrijving: dict[str, str]
    aantal: int
    bedrag: str | None
    totaal: str | None


def te_betalen(formulier: Formulier, lees: Callable[[str], Any], bekend: dict[str, Any], omstandigheden: Any) -> tuple[Betaalregel, ...]:
    """The lines that hold for these answers on this day, in written order; a line of zero pieces is left out."""
    uit = []
    for kosten in formulier.kosten:
        aantal = _aantal(kosten.aantal, bekend)
        if aantal and waar(kosten.als, lees, omstandigheden.vandaag):
            bedrag = _bedrag(kosten, formulier, omstandigheden)
            totaal = f"{Decimal(bedrag) * aantal:.2f}" if bedrag is not None else None
            uit.append(Betaalregel(kosten.kosten, kosten.omschrijving, aantal, bedrag, totaal))
    return tuple(uit)


def _aantal(pad: str | None, bekend: dict[str, Any]) -> int:
    """How many: a number that was answered, the items of a repeat, or the sum over the items."""
    if pad is None:
        return 1
    waarden = [waarde for naam, waarde in bekend.items() if _zonder_nummers(naam) == pad]
    return sum(len(w) if isinstance(w, list) else int(w) for w in waarden if not isinstance(w, str | bool))


def _zonder_nummers(pad: str) -> str:
    return "".join("[]" if i % 2 and deel.isdigit() else deel for i, deel in enumerate(_delen(pad)))


def _delen(pad: str) -> list[str]:
    return pad.replace("]", "[").split("[")


def _bedrag(kosten: KostenUit, formulier: Formulier, omstandigheden: Any) -> str | None:
    if kosten.bedrag is not None:
        return kosten.bedrag
    if kosten.parameter is not None:
        waarde = formulier.parameterwaarden.get(kosten.parameter, omstandigheden.parameters.get(kosten.parameter))
        return None if waarde is None else f"{Decimal(str(waarde)):.2f}"
    return tarief_op(kosten.bedragen, omstandigheden.vandaag)


def tarief_op(bedragen: dict[str, str | None], dag: date) -> str | None:
    """The amount of the last first day on or before `dag`; None when that year has no established amount."""
    begonnen = [begin for begin in bedragen if begin <= dag.isoformat()]
    return bedragen[max(begonnen)] if begonnen else None
