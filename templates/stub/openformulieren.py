"""What Open Formulieren hands over, as answers: its keys made paths, its values made ours.

`herleiding` is `openformulieren/herleiding.json` of the same release; the plan is `formulier/plan.<taal>.json`, as for a form post.
Nothing is judged here. Standard library only.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from dienst.formpost import houders

NEDERLAND = ZoneInfo("Europe/Amsterdam")
ADRES = {"postcode": "postcode", "houseNumber": "huisnummer", "houseLetter": "huisletter", "houseNumberAddition": "toevoeging", "streetName": "straat", "city": "plaats"}
WEG = object()
"""In the place of a value: there is none."""
Bewaar = Callable[[str, str, bytes], dict[str, Any]]
"""Takes the name, the media type and the bytes of a file; gives its description as the contract has it."""


def from_open_formulieren(plan: Mapping[str, Any], herleiding: Mapping[str, Any], waarden: Mapping[str, Any], bewaar: Bewaar) -> dict[str, Any]:
    """Answers from the data of a submission; what does not apply is left out by the judge (`snoei`). A value that cannot be read stays as it is, for the strict check to say so."""
    antwoorden = houders(plan)
    for veld in herleiding["velden"]:
        waarde = _waarde(veld, _haal(waarden, veld["sleutel"]), bewaar)
        if waarde is not WEG:
            _zet(antwoorden, veld["pad"].split("."), waarde)
    return antwoorden


def indiener(herleiding: Mapping[str, Any], metadata: Mapping[str, Any]) -> dict[str, Any] | None:
    """Who logged in, by `auth_context`: kind, means, level and number. None when nobody did, or when it cannot be read."""
    try:
        context = metadata["auth_context"]
        wie = context["authorizee"]["legalSubject"]
        middel = herleiding["middelen"][context["source"]]
        niveau = herleiding["niveaus"].get(context.get("levelOfAssurance"))
        soort = "burger" if wie["identifierType"] in ("bsn", "pseudo") else "bedrijf"
        return {"soort": soort, "middel": middel, "niveau": niveau, "nummer": str(wie["identifier"])}
    except (KeyError, TypeError):
        return None


def _haal(waarden: Any, sleutel: str) -> Any:
    """The value of a key: a dot in it is a level in the data."""
    if isinstance(waarden, Mapping) and sleutel in waarden:
        return waarden[sleutel]
    kop, punt, rest = sleutel.partition(".")
    return _haal(waarden.get(kop), rest) if punt and isinstance(waarden, Mapping) else None


def _zet(houder: dict[str, Any], pad: list[str], waarde: Any) -> None:
    for deel in pad[:-1]:
        houder = houder.setdefault(deel, {})
    houder[pad[-1]] = waarde


def _waarde(veld: Mapping[str, Any], waarde: Any, bewaar: Bewaar) -> Any:
    if veld["omzetting"] == "herhaling":
        return [_rij(veld, rij, bewaar) for rij in waarde] if isinstance(waarde, list) else [] if waarde is None else waarde
    if veld["omzetting"] == "upload":
        bestanden = [waarde] if isinstance(waarde, Mapping) and waarde else waarde
        return ([_bestand(b, bewaar) for b in bestanden] if isinstance(bestanden, list) else bestanden) or WEG
    if waarde is None or waarde == "" or waarde == [] or waarde == {}:
        return WEG
    return _OMZETTING[veld["omzetting"]](waarde, veld)


def _rij(veld: Mapping[str, Any], rij: Any, bewaar: Bewaar) -> Any:
    if not isinstance(rij, Mapping):
        return rij
    uit: dict[str, Any] = {}
    for groep in veld["houders"]:
        _zet(uit, groep.split("."), {})
    for kind in veld["velden"]:
        waarde = _waarde(kind, _haal(rij, kind["sleutel"]), bewaar)
        if waarde is not WEG:
            _zet(uit, kind["pad"].split("."), waarde)
    return uit


def _bestand(bestand: Any, bewaar: Bewaar) -> Any:
    """A file with its bytes (`file_name`, `content` in base64); anything else stays as it is."""
    try:
        inhoud = base64.b64decode(bestand["content"], validate=True)
        return bewaar(bestand["file_name"], bestand.get("content_type") or _soort(bestand["file_name"]), inhoud)
    except (KeyError, TypeError, binascii.Error):
        return bestand


def _soort(naam: str) -> str:
    import mimetypes

    return mimetypes.guess_type(naam)[0] or "application/octet-stream"


# -- one value -----------------------------------------------------------------------------------------------------


def _tekst(waarde: Any, _: Any) -> Any:
    return waarde


def _ja_nee(waarde: Any, _: Any) -> Any:
    return {"ja": True, "nee": False}.get(waarde, waarde) if isinstance(waarde, str) else waarde


def _akkoord(waarde: Any, _: Any) -> Any:
    return WEG if waarde is False else waarde


def _codes(waarde: Any, veld: Mapping[str, Any]) -> Any:
    """A mapping of codes to yes or no, as the codes that were chosen, in the order of the options."""
    if not isinstance(waarde, Mapping):
        return waarde
    gekozen = [code for code in veld["opties"] if waarde.get(code)]
    return gekozen + [code for code in waarde if waarde[code] and code not in gekozen] or WEG


def _geheel(waarde: Any, _: Any) -> Any:
    return int(waarde) if isinstance(waarde, float) and waarde.is_integer() else waarde


def _decimaal(waarde: Any, _: Any) -> Any:
    return format(Decimal(str(waarde)).normalize(), "f") if isinstance(waarde, int | float) and not isinstance(waarde, bool) else waarde


def _bedrag(waarde: Any, _: Any) -> Any:
    if isinstance(waarde, bool) or not isinstance(waarde, int | float):
        return waarde
    tekst = Decimal(str(waarde))
    return f"{tekst:.2f}" if tekst == round(tekst, 2) else format(tekst, "f")


def _tijd(waarde: Any, _: Any) -> Any:
    return waarde.removesuffix(":00") if isinstance(waarde, str) and waarde.count(":") == 2 else waarde


def _datumtijd(waarde: Any, _: Any) -> Any:
    """A moment with its zone, as the wall time in the Netherlands."""
    try:
        moment = datetime.fromisoformat(waarde)
    except (TypeError, ValueError):
        return waarde
    return (moment.astimezone(NEDERLAND) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M")


def _plat(waarde: Any, _: Any) -> Any:
    return "".join(t for t in waarde if t not in " -.").upper() if isinstance(waarde, str) else waarde


def _telefoon(waarde: Any, _: Any) -> Any:
    return waarde.replace(" ", "") if isinstance(waarde, str) else waarde


def _adres(waarde: Any, _: Any) -> Any:
    if not isinstance(waarde, Mapping):
        return waarde
    delen = {ADRES.get(naam, naam): deel for naam, deel in waarde.items() if deel not in (None, "") and naam not in ("secretStreetCity", "autoPopulated")}
    if isinstance(delen.get("postcode"), str):
        delen["postcode"] = _plat(delen["postcode"], None)
    return delen or WEG


_OMZETTINGEN = (_tekst, _ja_nee, _akkoord, _codes, _geheel, _decimaal, _bedrag, _tijd, _datumtijd, _plat, _telefoon, _adres)
_OMZETTING = {maak.__name__.strip("_").replace("_", "-"): maak for maak in _OMZETTINGEN}
"""Every way to make a value ours, by its name in `herleiding`: that of the function."""
