"""Our own check of an import: everything that Open Formulieren refuses, crashes on, or takes in silence and does wrong."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.targets.openformulieren.componenten import HOUDERS, IN_OVERZICHT, alle_componenten
from generator.targets.openformulieren.sleutels import GERESERVEERD

TYPEN = re.compile(
    "textfield|textarea|email|phoneNumber|postcode|number|currency|checkbox|radio|select|selectboxes|date|datetime|time|"
    "bsn|iban|licenseplate|addressNL|file|editgrid|content|fieldset"
)
SLEUTEL = re.compile(r"[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)?")
PREFILL = frozenset({"textfield", "bsn", "postcode", "date", "datetime", "number"})
OPERATOREN = frozenset({"var", "and", "or", "!", "!!", "==", "!==", "===", "in", "<", ">", "<=", ">=", "+", "-", "date", "today", "rdelta", "reduce", "if"})
ACTIES = frozenset({"property", "step-not-applicable", "step-applicable", "disable-next"})
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def gebreken(inhoud: dict[str, Any]) -> list[str]:
    """What is wrong with the files of one import, each with where it is; empty when it may be imported."""
    return [fout for kijk in (_formulier, _definities, _stappen, _componenten, _overzicht, _datumgrenzen, _voorwaarden, _prefill, _regels, _verborgen, _uuids) for fout in kijk(inhoud)]


def _van(inhoud: dict[str, Any]) -> Iterator[tuple[int, Any]]:
    for nummer, d in enumerate(inhoud["formDefinitions.json"]):
        yield from ((nummer, c) for c in alle_componenten(d.get("configuration", {}).get("components", [])))


def _formulier(inhoud: dict[str, Any]) -> Iterator[str]:
    formulieren = inhoud.get("forms.json") or []
    if len(formulieren) != 1:
        yield "forms.json: precies één formulier"
        return
    (f,) = formulieren
    if not f.get("name") or len(f["name"]) > 150:
        yield "forms.json: name ontbreekt of is langer dan 150"
    if not re.fullmatch(r"[-a-zA-Z0-9_]{1,100}", f.get("slug", "")):
        yield "forms.json: slug"
    yield from (f"forms.json: {naam} hoort bij een omgeving" for naam in ("registration_backends", "payment_backend", "category", "theme", "product") if f.get(naam))
    for taal, teksten in f.get("translations", {}).items():
        if "{%" in json.dumps(teksten) or "{{" in json.dumps(teksten):
            yield f"forms.json: een sjabloon in de teksten ({taal})"


def _definities(inhoud: dict[str, Any]) -> Iterator[str]:
    for nummer, d in enumerate(inhoud.get("formDefinitions.json") or [{}]):
        waar = f"formDefinitions.json[{nummer}]"
        if not d.get("uuid"):
            yield f"{waar}: zonder uuid"
        naam = d.get("translations", {}).get("nl", {}).get("name", "")
        if not naam or len(naam) > 50:
            yield f"{waar}: de naam van de stap staat in translations.nl.name, hooguit 50 tekens"


def _stappen(inhoud: dict[str, Any]) -> Iterator[str]:
    stappen, uuids = inhoud.get("formSteps.json") or [], {d.get("uuid") for d in inhoud.get("formDefinitions.json") or []}
    if [s.get("index") for s in stappen] != list(range(len(stappen))) or not stappen:
        yield "formSteps.json: index loopt niet van 0"
    elif not stappen[0].get("is_applicable"):
        yield "formSteps.json: de eerste stap moet van toepassing zijn"
    for s in stappen:
        if str(s.get("form_definition", "")).rpartition("/")[2] not in uuids or "/api/v2/form-definitions/" not in s.get("form_definition", ""):
            yield f"formSteps.json: {s.get('slug')} verwijst niet naar een definitie"


def _componenten(inhoud: dict[str, Any]) -> Iterator[str]:
    rij = list(_van(inhoud))
    tel = Counter(c.get("key") for _, c in rij)
    yield from (f"de sleutel {sleutel} komt {n} keer voor" for sleutel, n in tel.items() if n > 1)
    stappen = {s.get("slug") for s in inhoud["formSteps.json"]}
    voor = {str(c.get("key")).partition(".")[0] for _, c in rij if "." in str(c.get("key"))}
    for _, c in rij:
        sleutel = str(c.get("key"))
        if not TYPEN.fullmatch(str(c.get("type"))):
            yield f"{sleutel}: het type {c.get('type')} bestaat niet of mag niet"
        if not SLEUTEL.fullmatch(sleutel):
            yield f"{sleutel}: geen goede sleutel"
        if sleutel in GERESERVEERD or sleutel.partition(".")[0] in GERESERVEERD:
            yield f"{sleutel}: deze naam houdt Open Formulieren voor zichzelf"
        if c.get("type") not in ("fieldset", "content") and sleutel in voor:
            yield f"{sleutel}: ook het begin van een andere sleutel"
        if "errors" in c:
            yield f"{sleutel}: errors zet translatedErrors uit"
        if c.get("type") in ("radio", "selectboxes") and not c.get("values") or c.get("type") == "select" and not c.get("data", {}).get("values"):
            yield f"{sleutel}: geen keuzes"
        if c.get("type") == "editgrid" and "." in sleutel and any(k.get("conditional", {}).get("when") for k in c.get("components", [])):
            yield f"{sleutel}: een herhaling met een punt in haar sleutel kan geen voorwaarde tussen haar vragen hebben"
    if GERESERVEERD & {str(s) for s in stappen}:
        yield "formSteps.json: een stap heeft een naam die Open Formulieren voor zichzelf houdt"


def _overzicht(inhoud: dict[str, Any]) -> Iterator[str]:
    """A visible group or repeat that says whether it is in the summary ends the summary and the sending in HTTP 500."""
    for _, c in _van(inhoud):
        if c.get("type") in HOUDERS:
            yield from (f"{c['key']}: {naam} hoort niet bij {c['type']}" for naam in IN_OVERZICHT if naam in c)


def _datumgrenzen(inhoud: dict[str, Any]) -> Iterator[str]:
    """A bound relative to what is no date component ends the step in HTTP 500; one in a repeat means no one row."""
    rij = list(_van(inhoud))
    in_lijst = {kind["key"] for _, c in rij if c.get("type") == "editgrid" for kind in alle_componenten(c.get("components", []))}
    datums = {"today"} | {c["key"] for _, c in rij if c.get("type") == "date"} - in_lijst
    for _, c in rij:
        for naam in ("minDate", "maxDate"):
            grens = c.get("openForms", {}).get(naam) or {}
            if grens.get("mode") == "relativeToVariable" and grens.get("variable") not in datums:
                yield f"{c['key']}: {naam} telt vanaf {grens.get('variable')}, en dat is geen datum"


def _voorwaarden(inhoud: dict[str, Any]) -> Iterator[str]:
    for d in inhoud["formDefinitions.json"]:
        rij = list(alle_componenten(d["configuration"]["components"]))
        hier = {c["key"] for c in rij} | {f"{g['key']}.{k['key']}" for g in rij if g["type"] == "editgrid" for k in alle_componenten(g["components"])}
        for c in rij:
            als = c.get("conditional") or {}
            if als and not als.get("when"):
                yield f"{c['key']}: een lege voorwaarde is {{}}"
            elif als and als["when"] not in hier:
                yield f"{c['key']}: de voorwaarde kijkt naar {als['when']}, dat in deze stap niet staat"


def _prefill(inhoud: dict[str, Any]) -> Iterator[str]:
    for _, c in _van(inhoud):
        vul = c.get("prefill")
        if vul is None:
            continue
        if c["type"] not in PREFILL:
            yield f"{c['key']}: {c['type']} kan niet vooraf ingevuld worden"
        if bool(vul.get("plugin")) != bool(vul.get("attribute")):
            yield f"{c['key']}: prefill met plugin en zonder attribute, of andersom"
        if "disabled" not in c:
            yield f"{c['key']}: prefill zonder disabled"
    for _, c in _van(inhoud):
        if c.get("disabled") and (c.get("validate", {}).get("required") or not c.get("prefill", {}).get("plugin")):
            yield f"{c['key']}: staat vast, en is leeg niet in te vullen"


def _regels(inhoud: dict[str, Any]) -> Iterator[str]:
    sleutels, stappen = {c["key"] for _, c in _van(inhoud)}, {s["uuid"] for s in inhoud["formSteps.json"]}
    bekend = sleutels | {"today", "auth_type", "accumulator", "current"}
    for r in inhoud.get("formLogic.json") or []:
        if len(r["description"]) > 100:
            yield f"regel {r['description']}: beschrijving langer dan 100"
        if not isinstance(r["json_logic_trigger"], dict) or not r.get("is_advanced"):
            yield f"regel {r['description']}: de voorwaarde is geen geheel, of niet als geavanceerd gemerkt"
        for naam, inh in _operatoren(r["json_logic_trigger"]):
            if naam not in OPERATOREN:
                yield f"regel {r['description']}: de operator {naam} bestaat niet"
            inh = inh[0] if naam == "var" and isinstance(inh, list) and inh else inh
            if naam == "var" and not any(inh == b or str(inh).startswith(f"{b}.") for b in bekend):
                yield f"regel {r['description']}: {inh} bestaat niet"
        for actie in r["actions"]:
            if actie["action"]["type"] not in ACTIES:
                yield f"regel {r['description']}: de actie {actie['action']['type']} bestaat niet"
            if actie["action"]["type"] == "property" and actie["component"] not in sleutels:
                yield f"regel {r['description']}: het onderdeel {actie['component']} bestaat niet"
            if actie["action"]["type"] != "property" and actie["form_step_uuid"] not in stappen:
                yield f"regel {r['description']}: de stap bestaat niet"


def _verborgen(inhoud: dict[str, Any]) -> Iterator[str]:
    """What begins hidden and is shown by a rule loses its answer on 4.0; a text has none to lose."""
    soorten = {c["key"]: c.get("type") for _, c in _van(inhoud)}
    for r in inhoud.get("formLogic.json") or []:
        for actie in r["actions"]:
            wat = actie["action"].get("property", {}).get("value")
            if wat == "hidden" and actie["action"].get("state") is False and soorten.get(actie["component"]) != "content":
                yield f"{actie['component']}: een regel toont het, en op 4.0 verliest het dan zijn antwoord"


def _operatoren(waarde: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(waarde, dict):
        for naam, inhoud in waarde.items():
            yield naam, inhoud
            yield from _operatoren(inhoud)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _operatoren(deel)


def _uuids(inhoud: dict[str, Any]) -> Iterator[str]:
    """An import replaces identifiers as text: each must stand by itself, and only where it is meant."""
    for naam in ("forms.json", "formDefinitions.json"):
        for d in inhoud[naam]:
            tekst = json.dumps({k: v for k, v in d.items() if k not in ("uuid", "url")})
            yield from (f"{naam}: de uuid {u} staat in een tekst" for u in _UUID.findall(tekst))
