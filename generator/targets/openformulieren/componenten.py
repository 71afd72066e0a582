"""A question -> a component of Open Formulieren, in the final form that an import leaves as it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from catalogue.formulier import Begrenzing, Formulier, Info, Vraag
from catalogue.tekst import in_taal
from catalogue.voorwaarde import ALTIJD, NOOIT, Grens
from catalogue.weergave import vul_in

Component = dict[str, Any]
RADIO = 7
"""Up to so many options are radio buttons, as in our own form; more are a list."""
TALEN = ("nl", "en")
DATUMKIEZER = {
    "showWeeks": True, "startingDay": 0, "initDate": "", "minMode": "day", "maxMode": "year", "yearRows": 4, "yearColumns": 5, "minDate": None, "maxDate": None,
}  # fmt: skip
PATRONEN = {"postcode": r"^[1-9][0-9]{3} ?(?!sa|sd|ss|SA|SD|SS)[a-zA-Z]{2}$", "kenteken": r"^[a-zA-Z0-9]{1,3}\-[a-zA-Z0-9]{1,3}\-[a-zA-Z0-9]{1,3}$"}
"""The patterns that an import puts on these components itself."""
ONVOLLEDIG = r"^([0-9]{4}|[0-9]{4}-(0[1-9]|1[0-2])|[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$"
PREFILL = ("tekst", "bsn", "postcode", "datum", "datumtijd", "getal")
HAALCENTRAAL = {"geboorte.datum": "geboorte.datum.datum", "geboorte.plaats": "geboorte.plaats.omschrijving", "geslacht": "geslacht.code", "overlijden.datum": "overlijden.datum.datum"}
"""Attributes of the plugin haalcentraal whose name differs from our `gegeven`."""
HAALCENTRAAL_ZO = frozenset({"burgerservicenummer", "naam.voornamen", "naam.voorletters", "naam.voorvoegsel", "naam.geslachtsnaam", "leeftijd"})


class Teksten:
    """The texts of one form as Open Formulieren has them: Dutch in the component, the other languages beside it."""

    def __init__(self, formulier: Formulier) -> None:
        self.f = formulier
        self.datums: dict[str, str] = {}
        """The key of every question that a bound may be relative to: a `date` component outside a repeat."""
        self.talen = [t for t in formulier.talen if t in TALEN and t != "nl"]

    def in_taal(self, tekst: Any, taal: str = "nl") -> str:
        return vul_in(self.f, tekst, lambda _: None, taal) if tekst else ""

    def hulp(self, hulp: Any, taal: str = "nl") -> str:
        return " ".join(self.in_taal(t, taal) for t in hulp)


def component(vraag: Vraag, sleutel: str, t: Teksten, prefill: str, eisbaar: bool) -> Component:
    """The component of a question. `eisbaar`: it may be demanded whenever it is shown."""
    soort, eigen = _SOORT.get(vraag.soort, _tekst)(vraag, t)
    verplicht = eisbaar and vraag.verplicht == ALTIJD
    validate = {"required": verplicht, **eigen.pop("validate", {})}
    uit: Component = {
        **basis(soort, sleutel, t.in_taal(vraag.veld.vraag)),
        "description": t.hulp(vraag.veld.hulp),
        "isSensitiveData": (vraag.veld.gegeven or "").startswith("brp/") or vraag.soort in ("bsn", "iban"),
        "disabled": vraag.veld.prefill == "alleen_lezen",
        "validate": validate,
        **_prefill(vraag, prefill),
        **eigen,
    }
    uit["openForms"] = {"translations": {taal: {"label": t.in_taal(vraag.veld.vraag, taal), "description": t.hulp(vraag.veld.hulp, taal)} for taal in t.talen}, **eigen.get("openForms", {})}
    uit["translatedErrors"] = _meldingen(vraag, t)
    uit["properties"] = {"samenloket": vraag.pad, "verplicht": "altijd" if vraag.verplicht == ALTIJD else "nooit" if vraag.verplicht == NOOIT else "soms"}
    return uit


HOUDERS = ("fieldset", "editgrid")
IN_OVERZICHT = ("showInSummary", "showInEmail", "showInPDF")


def basis(soort: str, sleutel: str, label: str) -> Component:
    """What every component has. One that holds others says nothing about the summary: a visible one that does ends it in HTTP 500."""
    return {
        "type": soort, "key": sleutel, "label": label, "description": "", "tooltip": "", "hidden": False, "clearOnHide": True, "isSensitiveData": False, "multiple": False,
        "conditional": {}, **({} if soort in HOUDERS else dict.fromkeys(IN_OVERZICHT, True)),
    }  # fmt: skip


def alle_componenten(componenten: list[Component]) -> Iterator[Component]:
    """Every component, containers before what they hold."""
    for c in componenten:
        yield c
        yield from alle_componenten(c.get("components", []))


def content(info: Info, sleutel: str, t: Teksten) -> Component:
    """A text between the questions."""
    return {**tekstblok(sleutel, t, info.tekst, "warning" if info.stijl == "let_op" else ""), "properties": {"samenloket": info.pad}}


def tekstblok(sleutel: str, t: Teksten, tekst: Any, stijl: str) -> Component:
    talen = {taal: {"html": html(t.in_taal(tekst, taal)), "label": sleutel} for taal in t.talen}
    return {**basis("content", sleutel, sleutel), "html": html(t.in_taal(tekst)), "customClass": stijl, "openForms": {"translations": talen}, **dict.fromkeys(IN_OVERZICHT, False)}


def html(tekst: str) -> str:
    """Plain text as paragraphs, everything escaped."""
    veilig = tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"<p>{deel.strip()}</p>" for deel in veilig.split("\n\n") if deel.strip())


def _meldingen(vraag: Vraag, t: Teksten) -> dict[str, dict[str, str]]:
    """Texts of its own for a fault, by the names of Open Formulieren."""
    namen = {"verplicht": "required", "patroon": "pattern", "lengte": "maxLength", "minimum": "min", "maximum": "max", "datum": "invalid_date"}
    eigen = {namen[code]: tekst for code, tekst in vraag.veld.meldingen.items() if code in namen}
    return {taal: {naam: t.in_taal(tekst, taal) for naam, tekst in eigen.items()} for taal in ("nl", *t.talen)} if eigen else {}


def _prefill(vraag: Vraag, plugin: str) -> Component:
    gegeven = vraag.veld.gegeven or ""
    attribuut = gegeven.removeprefix("brp/")
    if not plugin or vraag.soort not in PREFILL or not gegeven.startswith("brp/") or vraag.veld.van != "indiener" or vraag.veld.prefill == "niet":
        return {"prefill": {"plugin": "", "attribute": "", "identifierRole": "main"}} if vraag.soort in PREFILL else {}
    bekend = HAALCENTRAAL.get(attribuut) or (attribuut if attribuut in HAALCENTRAAL_ZO else "")
    return {"prefill": {"plugin": plugin if bekend else "", "attribute": bekend, "identifierRole": "main"}}


# -- per kind: the type of the component, and what it has of its own -----------------------------------------------------


def _tekst(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    maten = vraag.alle_maten
    patroon = maten.get("patroon")
    return "textfield", {"validate": {"maxLength": maten["maximum"], **({"pattern": f"^{patroon}$"} if patroon else {})}, "defaultValue": "", "placeholder": "", "autocomplete": "", "showCharCount": False}


def _tekstvlak(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    return "textarea", {"validate": {"maxLength": vraag.veld.maximum}, "defaultValue": "", "placeholder": "", "rows": 5, "autoExpand": True, "showCharCount": True}  # type: ignore[attr-defined]


def _getal(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    veld: Any = vraag.veld
    maten = {naam: float(m) if "." in str(m) else int(m) for naam, m in (("min", veld.minimum), ("max", veld.maximum)) if m is not None and not str(m).startswith("<")}
    decimalen = 2 if vraag.soort == "bedrag" else veld.decimalen
    eigen = {"currency": "EUR"} if vraag.soort == "bedrag" else {"suffix": veld.eenheid or ""}
    return "currency" if vraag.soort == "bedrag" else "number", {"validate": maten, "decimalLimit": decimalen, "allowNegative": maten.get("min", -1) < 0, "defaultValue": None, **eigen}


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
    grenzen = {}
    for b in vraag.grenzen:
        grens = _datumgrens(b.grens, t.datums)
        if grens and b.hoe in ("vanaf", "na"):
            grenzen["minDate"] = _ernaast(grens, b.hoe == "na", 1)
        elif grens:
            grenzen["maxDate"] = _ernaast(grens, b.hoe == "voor", -1)
    return "date", {"openForms": {"widget": "inputGroup", **grenzen}, "datePicker": DATUMKIEZER, "defaultValue": ""}


def is_datum(vraag: Vraag) -> bool:
    """Is it asked with a `date` component? A date that may be incomplete is a text there."""
    return vraag.soort == "datum" and not vraag.veld.onvolledig  # type: ignore[attr-defined]


def houdt_grens(vraag: Vraag, b: Begrenzing, datums: dict[str, str]) -> bool:
    """Does the component hold this bound?"""
    return is_datum(vraag) and _datumgrens(b.grens, datums) is not None


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


def _tijd(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    return "time", {"defaultValue": ""}


def _datumtijd(vraag: Vraag, _: Teksten) -> tuple[str, Component]:
    return "datetime", {"datePicker": DATUMKIEZER, "customOptions": {"allowInvalidPreload": True}, "defaultValue": ""}


def _kaal(soort: str) -> Any:
    return lambda vraag, _: (soort, {"defaultValue": "", **({"validate": {"pattern": PATRONEN[vraag.soort]}} if vraag.soort in PATRONEN else {})})


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


_SOORT = {
    "tekstvlak": _tekstvlak, "getal": _getal, "bedrag": _getal, "keuze": _keuze, "ja-nee": _ja_nee, "meerkeuze": _meerkeuze, "datum": _datum, "tijd": _tijd,
    "datumtijd": _datumtijd, "bsn": _kaal("bsn"), "postcode": _kaal("postcode"), "iban": _kaal("iban"), "kenteken": _kaal("licenseplate"), "telefoon": _telefoon,
    "email": _email, "akkoord": _akkoord, "adres": _adres, "upload": _upload,
}  # fmt: skip
