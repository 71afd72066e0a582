"""Answers as words, and texts with answers in them (language.md, b17).

The label of a choice as it was shown, several joined with commas and "en"; dates in words; without an answer, and in what
is made beforehand, the short name of the question between square brackets. Not escaped: that is for whoever writes it out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from catalogue.formulier import Formulier, Vraag, vragen
from catalogue.moment import datum_in_woorden
from catalogue.tekst import in_taal, vervang

_DAG = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EN = {"nl": "en", "en": "and"}
_OM = {"nl": " om {} uur", "en": " at {}"}
_JA_NEE = {"nl": ("nee", "ja"), "en": ("no", "yes")}
_OPEN = {"nl": "door de gemeente in te vullen", "en": "to be filled in by the municipality"}


def als_woorden(vraag: Vraag, waarde: Any, taal: str) -> str:
    """An answer as a person reads it."""
    if isinstance(waarde, bool):
        return _JA_NEE.get(taal, _JA_NEE["nl"])[waarde]
    if isinstance(waarde, list):
        delen = [str(w["naam"]) if isinstance(w, dict) else als_woorden(vraag, w, taal) for w in waarde]
        *eerste, laatste = delen or [""]
        return f"{', '.join(eerste)} {_EN.get(taal, 'en')} {laatste}" if eerste else laatste
    if isinstance(waarde, dict):
        return _delen(vraag, waarde)
    naam = next((keus.naam for keus in vraag.opties if keus.code == waarde), None)
    if naam:
        return in_taal(naam, taal)
    if vraag.vorm == "moment":
        return _moment(waarde, taal)
    return str(waarde).replace(".", ",") if vraag.vorm == "decimaal" and taal != "en" else str(waarde)


def _moment(waarde: str, taal: str) -> str:
    """A day in words, with the time when there is one; a time or a part of a date as it is."""
    dag, _, tijd = waarde.partition("T")
    if not _DAG.fullmatch(dag):
        return waarde
    woorden = datum_in_woorden(date.fromisoformat(dag), taal)
    return woorden + _OM.get(taal, _OM["nl"]).format(tijd) if tijd else woorden


def _delen(vraag: Vraag, waarde: Mapping[str, Any]) -> str:
    """An answer with parts as one line, in the order in which they are read."""
    delen = sorted(vraag.feiten.delen, key=lambda deel: deel.rij)
    return "".join(deel.voor + str(waarde[deel.id]) for deel in delen if waarde.get(deel.id)).lstrip(" ,")


def vul_in(formulier: Formulier, tekst: Mapping[str, str], bekend: Callable[[str], Any], taal: str) -> str:
    """A text of the form in one language, with what is known filled in; `bekend` gives the value at a path, or None."""
    zin = in_taal(dict(tekst), taal)
    if "<" not in zin:
        return zin
    per_pad = {vraag.pad: vraag for vraag in vragen(formulier)}
    omschrijving = {f"parameter.{p.parameter}": p.omschrijving for p in formulier.parameters}

    def een(naam: str, _: str) -> str | None:
        if naam in omschrijving:
            waarde = bekend(naam)
            return f"[{_OPEN.get(taal, _OPEN['nl'])}: {in_taal(omschrijving[naam], taal)}]" if waarde is None else str(waarde)
        vraag = per_pad.get(naam)
        if vraag is None:
            return None
        waarde = bekend(naam)
        return f"[{in_taal(vraag.veld.kort or vraag.veld.vraag, taal)}]" if waarde is None else als_woorden(vraag, waarde, taal)

    return vervang({taal: zin}, een)[taal]
