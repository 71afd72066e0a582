"""The rules: one per file. A rule has CODE, ERNST (fout or waarschuwing), a docstring that is its documentation
(Wat, Waarom, Voorbeeld, In plaats daarvan), and `check(onderwerp) -> Iterable[Diagnostic]`.

The table below is the whole list, code -> file; a new rule is a file and a line here.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

REGELS: dict[str, str] = {
    "SL301": "nooit",
    "SL302": "niet_open",
    "SL303": "vandaag",
    "SL304": "zonder_doel",
    "SL305": "zonder_grondslag",
    "SL306": "brp_niet_ingevuld",
    "SL307": "product",
    "SL308": "bewaartermijn",
    "SL309": "gegeven",
    "SL310": "ingang",
    "SL311": "vindbaar",
    "SL312": "synoniemen",
    "SL313": "wet",
    "SL314": "stop_zonder_weg",
    "SL315": "upload",
    "SL316": "grenzen",
    "SL317": "vertaling",
    "SL318": "leesbaar",
    "SL319": "kosten",
    "SL320": "aantal_gemeenten",
    "SL321": "lengte",
    "SL322": "namen",
    "SL323": "eigenschap",
    "SL324": "personen",
    "SL325": "ontvanger",
    "SL326": "andere_dienst",
    "SL327": "opties",
    "SL328": "te_controleren",
    "SL329": "map",
    "SL330": "invullen",
    "SL331": "alles_uit",
    "SL332": "bron_onbekend",
    "SL333": "bron_dubbel",
    "SL334": "bron_gemist",
    "SL335": "van_wie",
}


HERKOMST = ("SL332", "SL333", "SL334")
"""The rules that also hold for a block by itself."""


@cache
def regels_voor_blok() -> tuple[Any, ...]:
    return tuple(import_module(f"catalogue.regels.{REGELS[code]}") for code in HERKOMST)


@cache
def regels() -> tuple[Any, ...]:
    """The modules of all rules, in order of their code."""
    return tuple(import_module(f"catalogue.regels.{naam}") for naam in REGELS.values())
