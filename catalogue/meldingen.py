"""What is said about a fault, to the person who can mend it: what to do, in plain words.

One list of codes for every engine; texts in Dutch and English. A question may have its own text per code.
"""

from __future__ import annotations

from typing import Any

CODES = (
    "verplicht", "onbekend", "verborgen", "soort", "lengte", "patroon", "minimum", "maximum", "keuze", "aantal",
    "dubbel", "proef", "vergelijking", "datum", "bestand", "stop",
)  # fmt: skip

Melding = dict[str, str]
_ALGEMEEN: dict[str, tuple[str, str]] = {
    "verplicht": ("Vul een antwoord in bij ‘{naam}’.", "Enter an answer for ‘{naam}’."),
    "onbekend": ("Dit antwoord hoort niet bij dit formulier.", "This answer does not belong to this form."),
    "verborgen": ("Haal dit antwoord weg: de vraag ‘{naam}’ geldt niet voor u.", "Remove this answer: the question ‘{naam}’ does not apply to you."),
    "soort": ("Vul bij ‘{naam}’ een antwoord in dat bij de vraag past.", "Give an answer to ‘{naam}’ that fits the question."),
    "lengte": ("Gebruik bij ‘{naam}’ {minimum} tot {maximum} tekens.", "Use {minimum} to {maximum} characters for ‘{naam}’."),
    "patroon": ("Kijk of u ‘{naam}’ goed hebt ingevuld{voorbeeld}.", "Check that you filled in ‘{naam}’ correctly{voorbeeld}."),
    "minimum": ("Vul bij ‘{naam}’ {minimum} of meer in.", "Enter {minimum} or more for ‘{naam}’."),
    "maximum": ("Vul bij ‘{naam}’ {maximum} of minder in.", "Enter {maximum} or less for ‘{naam}’."),
    "keuze": ("Kies bij ‘{naam}’ een van de antwoorden die er staan.", "Choose one of the answers shown for ‘{naam}’."),
    "aantal": ("Geef bij ‘{naam}’ {minimum} tot {maximum} antwoorden.", "Give {minimum} to {maximum} answers for ‘{naam}’."),
    "dubbel": ("Dit staat er al een keer. Vul bij ‘{naam}’ iets anders in.", "This is already in the list. Enter something else for ‘{naam}’."),
    "proef": ("Controleer het nummer bij ‘{naam}’. Er zit een fout in.", "Check the number for ‘{naam}’. It contains a mistake."),
    "vergelijking": ("Kijk of ‘{naam}’ past bij uw andere antwoorden.", "Check that ‘{naam}’ fits your other answers."),
    "datum": ("Vul bij ‘{naam}’ een datum in die klopt.", "Enter a valid date for ‘{naam}’."),
    "bestand": ("Dit bestand kan niet. Kies bij ‘{naam}’ {typen} van hooguit {grootte} MB.", "This file cannot be used. For ‘{naam}’, choose {typen} of at most {grootte} MB."),
    "stop": ("U kunt niet verder met dit formulier.", "You cannot continue with this form."),
}  # fmt: skip
_PER_SOORT: dict[tuple[str, str], tuple[str, str]] = {
    ("verplicht", "keuze"): ("Kies een antwoord bij ‘{naam}’.", "Choose an answer for ‘{naam}’."),
    ("verplicht", "ja-nee"): ("Kies ja of nee bij ‘{naam}’.", "Choose yes or no for ‘{naam}’."),
    ("verplicht", "meerkeuze"): ("Kies een of meer antwoorden bij ‘{naam}’.", "Choose one or more answers for ‘{naam}’."),
    ("verplicht", "akkoord"): ("Zet een vinkje bij ‘{naam}’ om verder te gaan.", "Tick ‘{naam}’ to continue."),
    ("verplicht", "datum"): ("Vul de dag, de maand en het jaar in bij ‘{naam}’.", "Enter the day, month and year for ‘{naam}’."),
    ("verplicht", "upload"): ("Voeg een bestand toe bij ‘{naam}’.", "Add a file for ‘{naam}’."),
    ("verplicht", "adres"): ("Vul de postcode en het huisnummer in bij ‘{naam}’.", "Enter the postcode and house number for ‘{naam}’."),
    ("patroon", "adres"): (
        "Kijk naar ‘{naam}’. Een postcode is als 2514 JS. Het huisnummer heeft alleen cijfers; een letter of toevoeging heeft een eigen vak.",
        "Check ‘{naam}’. A postcode looks like 2514 JS. The house number has digits only; a letter or addition has a box of its own.",
    ),
    ("lengte", "adres"): (
        "Kijk naar ‘{naam}’. Een deel is te lang: een huisletter is één letter en een toevoeging hooguit 4 tekens.",
        "Check ‘{naam}’. A part is too long: a house letter is one letter and an addition at most 4 characters.",
    ),
    ("verplicht", "getal"): ("Vul bij ‘{naam}’ een getal in.", "Enter a number for ‘{naam}’."),
    ("verplicht", "bedrag"): ("Vul bij ‘{naam}’ een bedrag in, bijvoorbeeld 12,50.", "Enter an amount for ‘{naam}’, for example 12.50."),
    ("verplicht", "tijd"): ("Vul bij ‘{naam}’ een tijd in, bijvoorbeeld 14:30.", "Enter a time for ‘{naam}’, for example 14:30."),
    ("verplicht", "bsn"): ("Vul een burgerservicenummer in: 9 cijfers, bijvoorbeeld 999993653.", "Enter a citizen service number: 9 digits, for example 999993653."),
    ("verplicht", "postcode"): ("Vul een postcode in, bijvoorbeeld 2514 JS.", "Enter a postcode, for example 2514 JS."),
    ("verplicht", "email"): ("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.", "Enter an e-mail address, for example name@example.com."),
    ("verplicht", "telefoon"): ("Vul een telefoonnummer in, bijvoorbeeld 0612345678.", "Enter a telephone number, for example 0612345678."),
    ("verplicht", "iban"): ("Vul een rekeningnummer (IBAN) in, bijvoorbeeld NL91 ABNA 0417 1643 00.", "Enter an account number (IBAN), for example NL91 ABNA 0417 1643 00."),
    ("verplicht", "herhaling"): ("Vul bij ‘{naam}’ de gegevens in.", "Fill in the details for ‘{naam}’."),
    ("verplicht", "stap"): ("Vul de stap ‘{naam}’ in.", "Fill in the step ‘{naam}’."),
    ("patroon", "postcode"): ("Vul een postcode in, bijvoorbeeld 2514 JS.", "Enter a postcode, for example 2514 JS."),
    ("patroon", "email"): ("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.", "Enter an e-mail address, for example name@example.com."),
    ("patroon", "telefoon"): ("Vul een telefoonnummer in met alleen cijfers, bijvoorbeeld 0612345678 of +31612345678.", "Enter a telephone number with digits only, for example 0612345678 or +31612345678."),
    ("patroon", "bsn"): ("Vul een burgerservicenummer in: 9 cijfers, zonder punten.", "Enter a citizen service number: 9 digits, without dots."),
    ("proef", "bsn"): ("Controleer het burgerservicenummer. Er zit een fout in de cijfers.", "Check the citizen service number. There is a mistake in the digits."),
    ("patroon", "iban"): ("Vul een rekeningnummer (IBAN) in, bijvoorbeeld NL91 ABNA 0417 1643 00.", "Enter an account number (IBAN), for example NL91 ABNA 0417 1643 00."),
    ("proef", "iban"): ("Controleer het rekeningnummer. Er zit een fout in.", "Check the account number. It contains a mistake."),
    ("patroon", "kenteken"): ("Vul een kenteken in van 6 letters en cijfers, zonder streepjes.", "Enter a number plate of 6 letters and digits, without dashes."),
    ("patroon", "kvk"): ("Vul een KVK-nummer in: 8 cijfers.", "Enter a Chamber of Commerce number: 8 digits."),
    ("patroon", "datum"): ("Vul een datum in met dag, maand en jaar, bijvoorbeeld 31 1 2026.", "Enter a date with day, month and year, for example 31 1 2026."),
    ("patroon", "tijd"): ("Vul een tijd in, bijvoorbeeld 14:30.", "Enter a time, for example 14:30."),
    ("datum", "tijd"): ("Vul bij ‘{naam}’ een tijd in die bestaat en die mag.", "Enter a time for ‘{naam}’ that exists and is allowed."),
    ("patroon", "bedrag"): ("Vul bij ‘{naam}’ een bedrag in met twee cijfers achter de komma, bijvoorbeeld 12,50.", "Enter an amount for ‘{naam}’ with two decimals, for example 12.50."),
    ("soort", "getal"): ("Vul bij ‘{naam}’ een heel getal in, met alleen cijfers.", "Enter a whole number for ‘{naam}’, digits only."),
    ("aantal", "upload"): ("Voeg bij ‘{naam}’ {minimum} tot {maximum} bestanden toe.", "Add {minimum} to {maximum} files for ‘{naam}’."),
    ("keuze", "inloggen"): ("Met deze manier van inloggen kan dit formulier niet.", "This form cannot be used with this way of logging in."),
}  # fmt: skip


def standaardmelding(code: str, soort: str, naam: Melding, maten: dict[str, Any] | None = None) -> Melding:
    """The text for a code at a kind of question; `naam` is the question in each language, `maten` its measures."""
    nl, en = _PER_SOORT.get((code, soort)) or _ALGEMEEN[code]
    uit = {}
    for taal, zin in (("nl", nl), ("en", en)):
        woorden = {"minimum": 1, "maximum": "", "voorbeeld": "", "typen": "", "grootte": ""} | (maten or {})
        if woorden["voorbeeld"]:
            woorden["voorbeeld"] = f", {'bijvoorbeeld' if taal == 'nl' else 'for example'} {woorden['voorbeeld']}"
        if woorden["maximum"] == woorden["minimum"] and code in ("lengte", "aantal"):
            zin = zin.replace(" {minimum} tot {maximum} ", " {minimum} ").replace(" {minimum} to {maximum} ", " {minimum} ")
        uit[taal] = zin.format(naam=(naam.get(taal) or naam.get("nl", "")).rstrip(" ?.:"), **woorden)
    return uit


def meldingen_bij(vraag: Any) -> dict[str, Melding]:
    """Every text that may be said about a question: the codes its kind can give, with its own texts on top."""
    return {code: melding_bij(vraag, code) for code in CODES}


def melding_bij(vraag: Any, code: str) -> Melding:
    """The text for one fault of a question (a resolved Vraag)."""
    veld = vraag.veld
    if code in veld.meldingen:
        return veld.meldingen[code]
    naam = {taal: _zonder_plaatshouders(zin) for taal, zin in (veld.kort or veld.vraag).items()}
    maten = {
        "minimum": getattr(veld, "minimum", 1),
        "maximum": getattr(veld, "maximum", None) or getattr(veld, "lengte", None) or len(vraag.opties) or "",
        "voorbeeld": getattr(veld, "voorbeeld", None) or "",
        "typen": ", ".join(t.partition("/")[2].upper() for t in getattr(veld, "typen", ())),
        "grootte": getattr(veld, "grootte", None) or "",
    }
    return standaardmelding(code, vraag.soort, naam, maten)


def _zonder_plaatshouders(zin: str) -> str:
    return zin.replace("<", "[").replace(">", "]")
