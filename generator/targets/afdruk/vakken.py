"""The room to write in on paper: boxes for what has a fixed form, lines for the rest.

It follows from the facts of the kind of a question (`Vraag.feiten`) and the shape of its answer.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from catalogue.formulier import Vraag
from catalogue.soorten import SOORTEN
from catalogue.tekst import in_taal
from generator.targets.formulier.invulvak import VOORBEELDEN
from generator.targets.formulier.soorten import kiest

Vak = dict[str, Any]
KOLOMMEN, LANG = 10, 40
"""More options than this stand in columns; more than that are written down."""
LENGTE = ((12, "kort"), (40, "half"))
"""The line that holds so many characters; a longer text gets a whole one."""
VEEL = 1500
"""A text that may be longer than this gets more lines."""


def regel(maat: str, voor: str = "", na: str = "") -> Vak:
    """A line to write on: heel, half, kort or mini."""
    return {"vorm": "regel", "maat": maat, "voor": voor, "na": na}


def hokjes(*groepen: int, namen: tuple[str, ...] = ()) -> Vak:
    """A box for each character, in groups that may have names."""
    return {"vorm": "hokjes", "groepen": groepen, "namen": namen}


def hokjes_van(soort: str, t: dict[str, str]) -> Vak:
    """The boxes for what a login tells, which no question of the form asks: as for a question of that kind."""
    feiten = SOORTEN[soort]
    return hokjes(*feiten.papier.hokjes, namen=_namen(feiten.maten.get("deel"), t))


def kruisjes(*opties: Vak, naast: bool = False) -> Vak:
    """A box for each option: beside each other, below each other, or in columns when they are many."""
    kolommen = "kolommen" if len(opties) > KOLOMMEN else ""
    return {"vorm": "kruisjes", "opties": opties, "klasse": "naast" if naast else kolommen}


def optie(naam: str, als: str = "", hulp: str = "") -> Vak:
    """An option to tick."""
    return {"naam": naam, "als": als, "hulp": hulp}


def vak(vraag: Vraag, opties: list[Vak], taal: str, t: dict[str, str]) -> Vak:
    """The room for one answer: `vorm` names what the template draws; `opties` are those of a choice."""
    maten = vraag.alle_maten
    match vraag.vorm:
        case "waar" if maten["waarden"] == [True]:
            return kruisjes(optie(t["akkoord"]))
        case "waar":
            return kruisjes(optie(t["ja"]), optie(t["nee"]), naast=True)
        case "keuze" | "keuzes":
            return kruisjes(*opties) if 0 < len(opties) <= LANG and not vraag.open_lijst else regel("heel")
        case "bestanden":
            return kruisjes(optie(t["bijlage"]))
        case "delen":
            return {"vorm": "delen", "rijen": _delen(vraag, taal)}
        case "tekst" if maten.get("regels"):
            return {"vorm": "regels", "aantal": 8 if maten["maximum"] > VEEL else 5}
    papier = vraag.feiten.papier
    if papier.hokjes:
        return hokjes(*papier.hokjes, namen=_namen(maten.get("deel"), t))
    lang = papier.regel or _lengte(maten.get("maximum"))
    return regel(lang, voor=vraag.feiten.teken, na=getattr(vraag.veld, "eenheid", None) or "")


def _namen(deel: str | None, t: dict[str, str]) -> tuple[str, ...]:
    """What stands below the boxes for a day, a time, or both."""
    dag, klok = (t["dag"], t["maand"], t["jaar"]), (t["uur"], t["minuut"])
    return {"dag": dag, "tijd": klok, "dagtijd": (*dag, *klok)}.get(deel or "", ())


def _lengte(maximum: Any) -> str:
    """The line for a text; for what is no text a short one."""
    return next((maat for past, maat in LENGTE if maximum <= past), "heel") if isinstance(maximum, int) else "kort"


def _delen(vraag: Vraag, taal: str) -> list[list[dict[str, str]]]:
    """The parts of an answer, line by line."""
    rijen = groupby(sorted(vraag.feiten.delen, key=lambda deel: deel.rij), lambda deel: deel.rij)
    return [[{"naam": in_taal(deel.naam, taal), "maat": deel.maat} for deel in rij] for _, rij in rijen]


def aanwijzing(vraag: Vraag, taal: str, t: dict[str, str]) -> str:
    """What one should know to answer this on paper, beside the help of the question itself."""
    maten = vraag.alle_maten
    if kiest(vraag):
        return _bij_keuze(vraag, maten.get("maximum"), taal, t)
    if vraag.vorm == "bestanden":
        return t["bijlagen"].format(n=maten["maximum"]) if maten["maximum"] > 1 else t["een_bijlage"]
    return t["onvolledig"] if maten.get("onvolledig") else ""


def _bij_keuze(vraag: Vraag, meeste: int | None, taal: str, t: dict[str, str]) -> str:
    if vraag.open_lijst or not vraag.opties:
        return t["keuze_gemeente"]
    if len(vraag.opties) > LANG:
        namen = [in_taal(keus.naam, taal) for keus in vraag.opties]
        return t["keuze_schrijf"].format(naam=next((naam for naam in VOORBEELDEN if naam in namen), namen[0]))
    if vraag.vorm == "keuze" or meeste == 1:
        return ""
    return t["meer_kruisjes"] if meeste is None else t["hooguit_kruisjes"].format(n=meeste)
