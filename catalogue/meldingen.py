"""The texts about faults, in Dutch and English: what to do, in plain words.

Those of a kind of question stand with the kind; a question may have its own per code. A plan brings all that its form needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from catalogue.oordeel.meldingen import CODES, Melding, vul
from catalogue.tekst import Tekst
from catalogue.veld.feiten import Soort

_TEKSTEN: dict[str, tuple[str, str]] = {
    "verplicht": ("Vul een antwoord in bij ‘{naam}’.", "Enter an answer for ‘{naam}’."),
    "onbekend": ("Dit antwoord hoort niet bij dit formulier.", "This answer does not belong to this form."),
    "verborgen": (
        "Haal dit antwoord weg: de vraag ‘{naam}’ geldt niet voor u.",
        "Remove this answer: the question ‘{naam}’ does not apply to you.",
    ),
    "soort": (
        "Vul bij ‘{naam}’ een antwoord in dat bij de vraag past.",
        "Give an answer to ‘{naam}’ that fits the question.",
    ),
    "lengte": (
        "Gebruik bij ‘{naam}’ {minimum} tot {maximum} tekens.",
        "Use {minimum} to {maximum} characters for ‘{naam}’.",
    ),
    "patroon": (
        "Kijk of u ‘{naam}’ goed hebt ingevuld{voorbeeld}.",
        "Check that you filled in ‘{naam}’ correctly{voorbeeld}.",
    ),
    "minimum": ("Vul bij ‘{naam}’ {minimum} of meer in.", "Enter {minimum} or more for ‘{naam}’."),
    "maximum": ("Vul bij ‘{naam}’ {maximum} of minder in.", "Enter {maximum} or less for ‘{naam}’."),
    "keuze": (
        "Kies bij ‘{naam}’ een van de antwoorden die er staan.",
        "Choose one of the answers shown for ‘{naam}’.",
    ),
    "aantal": (
        "Geef bij ‘{naam}’ {minimum} tot {maximum} antwoorden.",
        "Give {minimum} to {maximum} answers for ‘{naam}’.",
    ),
    "dubbel": (
        "Dit staat er al een keer. Vul bij ‘{naam}’ iets anders in.",
        "This is already in the list. Enter something else for ‘{naam}’.",
    ),
    "proef": (
        "Controleer het nummer bij ‘{naam}’. Er zit een fout in.",
        "Check the number for ‘{naam}’. It contains a mistake.",
    ),
    "vergelijking": (
        "Kijk of ‘{naam}’ past bij uw andere antwoorden.",
        "Check that ‘{naam}’ fits your other answers.",
    ),
    "datum": ("Vul bij ‘{naam}’ een datum in die klopt.", "Enter a valid date for ‘{naam}’."),
    "bestand": (
        "Dit bestand kan niet. Kies bij ‘{naam}’ {typen} van hooguit {grootte} MB.",
        "This file cannot be used. For ‘{naam}’, choose {typen} of at most {grootte} MB.",
    ),
    "stop": ("U kunt niet verder met dit formulier.", "You cannot continue with this form."),
    "verplicht/herhaling": ("Vul bij ‘{naam}’ de gegevens in.", "Fill in the details for ‘{naam}’."),
    "verplicht/stap": ("Vul de stap ‘{naam}’ in.", "Fill in the step ‘{naam}’."),
    "keuze/inloggen": (
        "Met deze manier van inloggen kan dit formulier niet.",
        "This form cannot be used with this way of logging in.",
    ),
}
ALGEMEEN: dict[str, Melding] = {code: {"nl": nl, "en": en} for code, (nl, en) in _TEKSTEN.items()}
"""By code, or by code and part of the form."""
assert set(CODES) <= set(ALGEMEEN)


def teksten(algemeen: Mapping[str, Melding], soorten: Iterable[Soort]) -> dict[str, Melding]:
    """Every text that a form with these kinds may need, by code or code/kind."""
    per_soort = {f"{code}/{soort.soort}": tekst for soort in soorten for code, tekst in soort.meldingen.items()}
    return dict(sorted({**algemeen, **per_soort}.items()))


def melding_bij(vraag: Any, code: str) -> Tekst:
    """The text for one fault of a question (a worked-out Vraag)."""
    if code in vraag.veld.meldingen:
        return vraag.veld.meldingen[code]
    naam = {taal: zin.replace("<", "[").replace(">", "]") for taal, zin in (vraag.veld.kort or vraag.veld.vraag).items()}
    sjabloon: Mapping[str, str] = vraag.feiten.meldingen.get(code) or ALGEMEEN[code]
    maten = woorden(vraag)
    return {taal: vul(zin, code, taal, naam.get(taal) or naam.get("nl", ""), maten) for taal, zin in sjabloon.items()}


def woorden(vraag: Any) -> dict[str, Any]:
    """The measures of a question that a text may name."""
    maten = {**vraag.feiten.maten, **vraag.maten}
    eigen = {naam: maten[naam] for naam in ("minimum", "maximum", "voorbeeld", "grootte") if naam in maten}
    eigen.setdefault("maximum", len(vraag.opties) or "")
    if "typen" in maten:
        eigen["typen"] = ", ".join(t.partition("/")[2].upper() for t in maten["typen"])
    return eigen
