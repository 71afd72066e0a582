"""What Open Formulieren has for each kind of question: the one table of this output.

A kind that is not in it goes by the shape of its answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from catalogue.formulier import Vraag
from catalogue.tekst import in_taal
from generator.targets.openformulieren.datums import grenzen, is_datum
from generator.targets.openformulieren.teksten import Teksten
from generator.targets.openformulieren.waarden import akkoord, getal, ja_nee, postcodes, tijd, zelf

Component = dict[str, Any]
Maak = Callable[[Vraag, Teksten], tuple[str, Component]]
RADIO = 7
"""Up to so many options are radio buttons, as in our own form; more are a list."""
DATUMKIEZER = {
    "showWeeks": True, "startingDay": 0, "initDate": "", "minMode": "day", "maxMode": "year", "yearRows": 4, "yearColumns": 5, "minDate": None, "maxDate": None,
}  # fmt: skip
POSTCODE = r"^[1-9][0-9]{3} ?(?!sa|sd|ss|SA|SD|SS)[a-zA-Z]{2}$"
KENTEKEN = r"^[a-zA-Z0-9]{1,3}\-[a-zA-Z0-9]{1,3}\-[a-zA-Z0-9]{1,3}$"
ONVOLLEDIG = r"^([0-9]{4}|[0-9]{4}-(0[1-9]|1[0-2])|[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$"


def _tekst(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    maten = vraag.alle_maten
    patroon = maten.get("patroon")
    return "textfield", {"validate": {"maxLength": maten["maximum"], **({"pattern": f"^{patroon}$"} if patroon else {})}, "defaultValue": "", "placeholder": "", "autocomplete": "", "showCharCount": False}


def _tekstvlak(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    return "textarea", {"validate": {"maxLength": vraag.veld.maximum}, "defaultValue": "", "placeholder": "", "rows": 5, "autoExpand": True, "showCharCount": True}  # type: ignore[attr-defined]


def _getal(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    veld: Any = vraag.veld
    maten = {naam: float(m) if "." in str(m) else int(m) for naam, m in (("min", veld.minimum), ("max", veld.maximum)) if m is not None and not str(m).startswith("<")}
    return "number", {"validate": maten, "decimalLimit": vraag.alle_maten.get("decimalen", 0), "allowNegative": maten.get("min", -1) < 0, "defaultValue": None, "suffix": getattr(veld, "eenheid", None) or ""}


def _bedrag(vraag: Vraag, t: Teksten) -> tuple[str, Component]:
    getal = _getal(vraag, t)[1]
    del getal["suffix"]
    return "currency", {**getal, "currency": "EUR"}


def _opties(vraag: Vraag, t: Teksten) -> list[dict[str, Any]]:
    return [
        {"value": keus.code, "label": t.in_taal(keus.naam), "description": t.hulp(keus.hulp), "openForms": {"translations": {taal: {"label": t.in_taal(keus.naam, taal)} for taal in t.talen}}}
        for keus in vraag.opties
    ]


def _keuze(vraag: Vraag, t: Teksten) -> tuple[str, Component]:
    if vraag.open_lijst:
        return "textfield", {"validate": {"maxLength": 60, "pattern": r"^[A-Za-z0-9][A-Za-z0-9_.\-]*$"}, "defaultValue": "", "placeholder": "", "autocomplete": "", "showCharCount": False}
    eigen: Component = {"openForms": {"dataSrc": "manual"}, "defaultValue": ""}
    if len(vraag.opties) <= RADIO:
        return "radio", {**eigen, "values": _opties(vraag, t)}
    return "select", {**eigen, "dataSrc": "values", "dataType": "string", "data": {"values": _opties(vraag, t)}}


def _ja_nee(vraag: Vraag, t: Teksten) -> tuple[str, Component]:
    woorden = {"ja": {"nl": "Ja", "en": "Yes"}, "nee": {"nl": "Nee", "en": "No"}}
    values = [{"value": code, "label": namen["nl"], "description": "", "openForms": {"translations": {taal: {"label": in_taal(namen, taal)} for taal in t.talen}}} for code, namen in woorden.items()]
    return "radio", {"openForms": {"dataSrc": "manual"}, "defaultValue": "", "values": values}


def _meerkeuze(vraag: Vraag, t: Teksten) -> tuple[str, Component]:
    veld: Any = vraag.veld
    if vraag.open_lijst:
        return _keuze(vraag, t)[0], {**_keuze(vraag, t)[1], "multiple": True, "defaultValue": []}
    maten = {"minSelectedCount": veld.minimum, **({"maxSelectedCount": veld.maximum} if veld.maximum else {})}
    return "selectboxes", {"openForms": {"dataSrc": "manual"}, "values": _opties(vraag, t), "validate": maten, "defaultValue": {keus.code: False for keus in vraag.opties}}


def _datum(vraag: Vraag, t: Teksten) -> tuple[str, Component]:
    if not is_datum(vraag):
        return "textfield", {"validate": {"maxLength": 10, "pattern": ONVOLLEDIG}, "defaultValue": "", "placeholder": "JJJJ, JJJJ-MM of JJJJ-MM-DD", "autocomplete": "", "showCharCount": False}
    return "date", {"openForms": {"widget": "inputGroup", **grenzen(vraag, t.datums)}, "datePicker": DATUMKIEZER, "defaultValue": ""}


def _tijd(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    return "time", {"defaultValue": ""}


def _datumtijd(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    return "datetime", {"datePicker": DATUMKIEZER, "customOptions": {"allowInvalidPreload": True}, "defaultValue": ""}


def _kaal(soort: str, patroon: str = "") -> Maak:
    """A component of its own for this kind; `patroon` is what an import puts on it itself."""
    return lambda vraag, _: (soort, {"defaultValue": "", **({"validate": {"pattern": patroon}} if patroon else {})})


def _telefoon(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    return "phoneNumber", {"validate": {"pattern": r"^\+?([0-9] ?){8,15}$"}, "defaultValue": "", "inputMask": None}


def _email(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    return "email", {"validate": {"maxLength": vraag.veld.maximum}, "confirmationRecipient": vraag.veld.gegeven is None, "openForms": {"requireVerification": False}, "defaultValue": ""}  # type: ignore[attr-defined]


def _akkoord(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    return "checkbox", {"defaultValue": False}


def _adres(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    return "addressNL", {"deriveAddress": False, "layout": "doubleColumn", "defaultValue": {deel: "" for deel in ("postcode", "houseNumber", "houseLetter", "houseNumberAddition", "streetName", "city")}}


def _upload(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    maten = vraag.alle_maten
    typen, meest = list(maten.get("typen", ())), maten["maximum"]
    return "file", {
        "storage": "url", "url": "", "options": {"withCredentials": True}, "webcam": False, "multiple": meest > 1, "maxNumberOfFiles": meest, "filePattern": ",".join(typen),
        "file": {"name": "", "type": typen, "allowedTypesLabels": [soort.rpartition("/")[2] for soort in typen]}, "fileMaxSize": f"{maten.get('grootte', 1) * maten['mb']}B", "useConfigFiletypes": False, "defaultValue": [],
    }  # fmt: skip


class Onderdeel(NamedTuple):
    """One row: the component, and what it does with a value."""

    maak: Maak
    omzetting: str = "tekst"
    """How the receiver makes a value ours."""
    waarden: Callable[[Any], list[Any]] = zelf
    """A value of ours in every way that the component may hold it; none when it never does."""
    prefill: bool = False
    """Can the component be filled in beforehand?"""
    direct: bool = False
    """Can the condition of another component be one equality with it?"""
    geschreven: bool = False
    """Is it taken in many ways of writing? What was typed is no value to compare with then."""
    wandklok: bool = False
    """Is it a time, which on the server is no text and cannot be compared?"""
    gevoelig: bool = False
    mist: str = ""
    """What the component does not hold."""


_KENTEKEN = "Het onderdeel vraagt drie groepen van een tot drie tekens; dat het er samen zes zijn, keurt wie het ontvangt."
PER_SOORT = {
    "tekst": Onderdeel(_tekst, prefill=True, direct=True),
    "tekstvlak": Onderdeel(_tekstvlak),
    "bedrag": Onderdeel(_bedrag, "bedrag", getal),
    "keuze": Onderdeel(_keuze, direct=True),
    "ja-nee": Onderdeel(_ja_nee, "ja-nee", ja_nee, direct=True),
    "akkoord": Onderdeel(_akkoord, "akkoord", akkoord, direct=True),
    "meerkeuze": Onderdeel(_meerkeuze, "codes", direct=True),
    "datum": Onderdeel(_datum, prefill=True),
    "tijd": Onderdeel(_tijd, "tijd", tijd),
    "datumtijd": Onderdeel(_datumtijd, "datumtijd", prefill=True, wandklok=True),
    "bsn": Onderdeel(_kaal("bsn"), prefill=True, gevoelig=True),
    "postcode": Onderdeel(_kaal("postcode", POSTCODE), "plat", postcodes, prefill=True),
    "iban": Onderdeel(_kaal("iban"), "plat", geschreven=True, gevoelig=True),
    "kenteken": Onderdeel(_kaal("licenseplate", KENTEKEN), "plat", geschreven=True, mist=_KENTEKEN),
    "telefoon": Onderdeel(_telefoon, "telefoon", geschreven=True),
    "email": Onderdeel(_email),
    "adres": Onderdeel(_adres, "adres"),
    "upload": Onderdeel(_upload, "upload"),
}
PER_VORM = {
    "tekst": Onderdeel(_tekst),
    "getal": Onderdeel(_getal, "geheel", prefill=True),
    "decimaal": Onderdeel(_getal, "decimaal", getal, prefill=True),
}


def onderdeel(vraag: Vraag) -> Onderdeel:
    """The row of a question."""
    return PER_SOORT.get(vraag.soort) or PER_VORM[vraag.vorm]
