"""The files of an import, and the ZIP around them: the same bytes for the same form."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from catalogue.formulier import Formulier
from catalogue.tekst import in_taal
from generator.target import json_bytes
from generator.targets.openformulieren.componenten import html
from generator.targets.openformulieren.opbouw import Opbouw

ADRES = "http://testserver/api/v2"
"""What addresses in an export of Open Formulieren begin with; an import only looks at what follows."""
TIJD = (2026, 1, 1, 0, 0, 0)
LAAGSTE = "3.4.12"
"""The oldest release that the import was tried on."""
LOA = {
    "basis": "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
    "midden": "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract",
    "substantieel": "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard",
    "hoog": "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI",
}
"""The levels of DigiD as SAML calls them."""


def bestanden(o: Opbouw, inloggen: dict[str, str]) -> dict[str, Any]:
    """The JSON files by name. `inloggen` says which plugin stands for each means of login."""
    return {
        "forms.json": [formulier(o, inloggen)],
        "formDefinitions.json": [_definitie(o, d) for d in o.definities],
        "formSteps.json": [_stap(o, d) for d in o.definities],
        "formVariables.json": [],
        "formLogic.json": [_regel(o, nummer, r) for nummer, r in enumerate(o.regels)],
        "_meta.json": {"of_release": LAAGSTE, "of_git_sha": "", "created": "2026-01-01T00:00:00+00:00"},
    }


def ingepakt(inhoud: dict[str, bytes]) -> bytes:
    """A ZIP with these files, in order of name, at a fixed time."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip:
        for naam in sorted(inhoud):
            zip.writestr(zipfile.ZipInfo(naam, TIJD), inhoud[naam], zipfile.ZIP_DEFLATED, 9)
    return uit.getvalue()


def als_bytes(data: Any) -> bytes:
    return json_bytes(_op_naam(data))


def _op_naam(data: Any) -> Any:
    """The same data with every key in its place by name."""
    if isinstance(data, dict):
        return {naam: _op_naam(data[naam]) for naam in sorted(data)}
    return [_op_naam(deel) for deel in data] if isinstance(data, list | tuple) else data


def formulier(o: Opbouw, inloggen: dict[str, str]) -> dict[str, Any]:
    f, t = o.formulier, o.teksten
    naam = _naam(f, o.rol, "nl")[:150]
    return {
        "uuid": o.uuid("formulier"),
        "name": naam,
        "internal_name": f"{f.dienst} {f.versie}"[:150],
        "internal_remarks": f"Samenloket: {f.dienst} {f.versie}, rol {o.rol}. Bron: {f.herkomst or 'eigen'}. Wetten: {'; '.join(dict.fromkeys(g.wet for g in f.grondslag))}.",
        "slug": (f.dienst if o.rol == "indiener" else f"{f.dienst}-{o.rol}".lower())[:100],
        "translation_enabled": bool(t.talen),
        "translations": {taal: _vertaling(f, o, taal) for taal in ("nl", *t.talen)},
        "auth_backends": _toegang(o, inloggen),
        "registration_backends": [],
        "payment_backend": "",
        "explanation_template": _uitleg(f, t, "nl") if o.rol == "indiener" else "",
        "submission_confirmation_template": html(t.in_taal(f.teksten.get("ontvangen"))),
        "submission_allowed": "yes",
        "show_progress_indicator": True,
        "ask_privacy_consent": "global_setting",
        "ask_statement_of_truth": "global_setting",
        "new_logic_evaluation_enabled": False,
    }


def _naam(f: Formulier, rol: str, taal: str) -> str:
    naam = in_taal(f.naam, taal)
    persoon = next((p for p in f.personen if p.persoon == rol), None)
    return f"{naam}: {in_taal(persoon.naam, taal)}" if persoon else naam


def _vertaling(f: Formulier, o: Opbouw, taal: str) -> dict[str, str]:
    t = o.teksten
    uitleg = _uitleg(f, t, taal) if o.rol == "indiener" else ""
    return {"name": _naam(f, o.rol, taal)[:150], "explanation_template": uitleg, "submission_confirmation_template": html(t.in_taal(f.teksten.get("ontvangen"), taal))}


def _uitleg(f: Formulier, t: Any, taal: str) -> str:
    nodig = "".join(f"<li>{html(t.in_taal(n, taal))[3:-4]}</li>" for n in f.nodig)
    return html(t.in_taal(f.samenvatting, taal)) + html(t.in_taal(f.inleiding, taal)) + (f"<ul>{nodig}</ul>" if nodig else "")


def _toegang(o: Opbouw, inloggen: dict[str, str]) -> list[dict[str, Any]]:
    persoon = next((p for p in o.formulier.personen if p.persoon == o.rol), None)
    uit = []
    for weg in persoon.toegang if persoon else o.formulier.toegang:
        plugin = inloggen.get(weg.middel)
        if plugin and plugin not in [u["backend"] for u in uit]:
            uit.append({"backend": plugin, "options": {"loa": LOA.get(weg.niveau or "", "")} if plugin == "digid" else None})
    return uit


def _verplicht_inloggen(o: Opbouw) -> bool:
    persoon = next((p for p in o.formulier.personen if p.persoon == o.rol), None)
    return all(weg.middel != "geen" for weg in (persoon.toegang if persoon else o.formulier.toegang))


def _definitie(o: Opbouw, d: dict[str, Any]) -> dict[str, Any]:
    stap = d["stap"]
    titels = {taal: o.teksten.in_taal(stap.titel, taal)[:50] for taal in ("nl", *o.teksten.talen)}
    return {
        "uuid": o.uuid("definitie", stap.pad),
        "url": f"{ADRES}/form-definitions/{o.uuid('definitie', stap.pad)}",
        "slug": f"{o.formulier.dienst}-{o.rol}-{stap.pad}".lower()[:100],
        "internal_name": f"{o.formulier.dienst} {stap.pad}"[:50],
        "login_required": _verplicht_inloggen(o) and not stap.vooraf,
        "is_reusable": False,
        "configuration": {"display": "form", "components": d["componenten"]},
        "translations": {taal: {"name": titel} for taal, titel in titels.items()},
    }


def _stap(o: Opbouw, d: dict[str, Any]) -> dict[str, Any]:
    stap = d["stap"]
    return {
        "uuid": o.stap_uuid(stap.pad),
        "url": f"{ADRES}/forms/{o.uuid('formulier')}/steps/{o.stap_uuid(stap.pad)}",
        "index": d["index"],
        "slug": stap.pad.lower(),
        "is_applicable": d["van_toepassing"],
        "form_definition": f"{ADRES}/form-definitions/{o.uuid('definitie', stap.pad)}",
        "translations": {taal: {"previous_text": "", "save_text": "", "next_text": ""} for taal in ("nl", *o.teksten.talen)},
    }


def _regel(o: Opbouw, nummer: int, r: dict[str, Any]) -> dict[str, Any]:
    rest = {naam: waarde for naam, waarde in r.items() if naam != "stap"}
    return {**rest, "order": nummer, "form": f"{ADRES}/forms/{o.uuid('formulier')}"}
