"""The engines that calculate, in Python and in JavaScript; where their modules stand is said here and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from catalogue.algemeen import ALGEMEEN
from catalogue.beoordelen import beoordeel, tijdvak
from catalogue.moment import lees_moment
from catalogue.oordeel import tarief_op
from catalogue.oordeel.proeven import IBAN_LENGTE, elfproef, is_kenteken, proef97
from catalogue.oordeel.werkdagen import (
    EENHEDEN,
    GELIJKGESTELD,
    feestdagen,
    is_werkdag,
    plus,
    uiterste_dag,
    vroegste_dag,
)
from catalogue.soorten import SOORTEN
from catalogue.voorwaarde import Grens
from generator.targets.formulier.bestanden import MAP

__all__ = [
    "EENHEDEN", "GELIJKGESTELD", "IBAN_LENGTE", "beoordeel", "elfproef", "feestdagen", "in_javascript",
    "is_kenteken", "is_werkdag", "lees_moment", "plus", "proef97", "tabel", "tarief_op", "uiterste_dag",
    "vroegste_dag", "waarde",
]  # fmt: skip

HIER = Path(__file__).parent


def waarde(tekst: str, vandaag: date) -> str:
    """The one day that a moment stands for, as the judge reads it."""
    m = lees_moment(tekst)
    begin, eind = tijdvak(Grens(waarde=m.basis, aantal=m.aantal, eenheid=m.eenheid, uitloop=m.schuif_op), lambda _: None, vandaag) or (0, 0)
    assert begin // 1440 == eind // 1440
    return str(date.fromordinal(begin // 1440))


def tabel(naam: str) -> dict[str, Any]:
    """One table, as it was written."""
    return json.loads((HIER / f"{naam}.json").read_text("utf-8"))


def in_javascript(node: Callable[..., str], taken: Iterable[tuple[Any, ...]]) -> list[Any]:
    """What the script of the form makes of each task, in one run; a task is a verb with its arguments.

    `schuif` day, number, unit, as a legal term or not; `datum` text; `gebreken` kind of question, value.
    """
    soorten = {naam: feiten.oordeel for naam, feiten in SOORTEN.items()}
    gelijk = sorted(map(date.isoformat, GELIJKGESTELD))
    regels = [[doe, *(_eenheid(a) for a in argumenten)] for doe, *argumenten in taken]
    return json.loads(node(HIER / "reken.mjs", MAP, input=json.dumps({"gelijk": gelijk, "taken": regels, "soorten": soorten, "tekens": ALGEMEEN.tekens})))


def _eenheid(argument: Any) -> Any:
    """The spelling of a unit that a plan has; everything else as it is."""
    return EENHEDEN.get(argument, argument) if isinstance(argument, str) else argument
