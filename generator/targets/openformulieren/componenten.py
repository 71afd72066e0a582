"""A question -> a component of Open Formulieren, in the final form that an import leaves as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalogue.formulier import Info, Vraag
from catalogue.voorwaarde import ALTIJD, NOOIT
from generator.targets.openformulieren.soorten import onderdeel
from generator.targets.openformulieren.teksten import Teksten

Component = dict[str, Any]
HAALCENTRAAL = {"geboorte.datum": "geboorte.datum.datum", "geboorte.plaats": "geboorte.plaats.omschrijving", "geslacht": "geslacht.code", "overlijden.datum": "overlijden.datum.datum"}
"""Attributes of the plugin haalcentraal whose name differs from our `gegeven`."""
HAALCENTRAAL_ZO = frozenset({"burgerservicenummer", "naam.voornamen", "naam.voorletters", "naam.voorvoegsel", "naam.geslachtsnaam", "leeftijd"})


def component(vraag: Vraag, sleutel: str, t: Teksten, prefill: str, eisbaar: bool) -> Component:
    """The component of a question. `eisbaar`: it may be demanded whenever it is shown.

    What comes from a register is fixed only where it may stay empty: nobody can fill in a fixed one for which the register had nothing.
    """
    soort, eigen = onderdeel(vraag).maak(vraag, t)
    verplicht = eisbaar and vraag.verplicht == ALTIJD
    validate = {"required": verplicht, **eigen.pop("validate", {})}
    vooraf = _prefill(vraag, prefill)
    uit: Component = {
        **basis(soort, sleutel, t.in_taal(vraag.veld.vraag)),
        "description": t.hulp(vraag.veld.hulp),
        "isSensitiveData": (vraag.veld.gegeven or "").startswith("brp/") or onderdeel(vraag).gevoelig,
        "disabled": vraag.veld.prefill == "alleen_lezen" and vraag.verplicht == NOOIT and bool(vooraf.get("prefill", {}).get("plugin")),
        "validate": validate,
        **vooraf,
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
    if not onderdeel(vraag).prefill:
        return {}
    if not plugin or not gegeven.startswith("brp/") or vraag.veld.van != "indiener" or vraag.veld.prefill == "niet":
        return {"prefill": {"plugin": "", "attribute": "", "identifierRole": "main"}}
    bekend = HAALCENTRAAL.get(attribuut) or (attribuut if attribuut in HAALCENTRAAL_ZO else "")
    return {"prefill": {"plugin": plugin if bekend else "", "attribute": bekend, "identifierRole": "main"}}
