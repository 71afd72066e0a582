"""How each kind of question stands in the page: its control, its size, its keyboard and what a browser may fill in."""

from __future__ import annotations

from typing import Any

from catalogue.formulier import Vraag
from catalogue.voorwaarde import ALTIJD

KEUZE_LIJST = 7
"""More options than this become a list to choose from instead of radio buttons."""

LANGE_LIJST = 50
"""A longer list is typed, with the names offered while one types: it would weigh more than the rest of the page."""

_TEKST: dict[str, dict[str, str]] = {
    "tekst": {},
    "getal": {"inputmode": "numeric", "maat": "m8"},
    "bedrag": {"inputmode": "decimal", "maat": "m8"},
    "tijd": {"maat": "m4"},
    "bsn": {"inputmode": "numeric", "maat": "m8"},
    "postcode": {"maat": "m8", "eigen": "postal-code"},
    "email": {"type": "email", "eigen": "email"},
    "telefoon": {"type": "tel", "maat": "m18", "eigen": "tel"},
    "iban": {"maat": "m18"},
    "kenteken": {"maat": "m8"},
    "kvk": {"inputmode": "numeric", "maat": "m8"},
}
_GEGEVEN = {
    "voornamen": "given-name", "voornaam": "given-name", "geslachtsnaam": "family-name", "achternaam": "family-name",
    "geboortedatum": "bday", "datum": "bday", "postcode": "postal-code", "woonplaats": "address-level2", "plaats": "address-level2",
}  # fmt: skip
_BESTANDEN = {
    "application/pdf": "PDF",
    "image/jpeg": "JPG",
    "image/png": "PNG",
    "image/heic": "HEIC",
    "text/csv": "CSV",
}


def is_lang(vraag: Vraag) -> bool:
    """Is this a choice from a list that is typed?"""
    return (
        vraag.soort == "keuze" and len(vraag.opties) > LANGE_LIJST and all(o.toon_als == ALTIJD for o in vraag.opties)
    )


def vorm(vraag: Vraag) -> str:
    """The macro of vragen.html.j2 that asks this question."""
    soort = vraag.soort
    if soort in ("keuze", "meerkeuze") and not vraag.opties:
        return "tekst"
    if soort == "keuze":
        if is_lang(vraag):
            return "tekst"
        return "lijst" if len(vraag.opties) > KEUZE_LIJST else "rondjes"
    vast = {
        "tekstvlak": "tekstvak", "ja-nee": "rondjes", "meerkeuze": "vinkjes", "akkoord": "akkoord",
        "datum": "delen", "datumtijd": "delen", "upload": "bestand", "adres": "groep",
    }  # fmt: skip
    return vast.get(soort, "tekst")


def aanvulling(vraag: Vraag, in_rij: bool) -> str:
    """The `autocomplete` token: only for what is about the person who fills in the form."""
    veld: Any = vraag.veld
    if veld.van != "indiener" or in_rij:
        return "off"
    gegeven = (veld.gegeven or "").rpartition("/")[2]
    if veld.gegeven and vraag.soort in ("tekst", "datum", "postcode"):
        return _GEGEVEN.get(gegeven.rpartition(".")[2], "")
    return _TEKST.get(vraag.soort, {}).get("eigen", "")


def regel(vraag: Vraag, in_rij: bool) -> dict[str, str]:
    """Type, keyboard, size and `autocomplete` of a question with one line."""
    eigen = _TEKST.get(vraag.soort, {})
    maat = eigen.get("maat", "")
    if vraag.soort == "tekst":
        maximum = getattr(vraag.veld, "maximum", 200)
        maat = "m4" if maximum <= 4 else "m8" if maximum <= 12 else "m18" if maximum <= 25 else ""
    inputmode = "decimal" if getattr(vraag.veld, "decimalen", 0) else eigen.get("inputmode", "")
    return {
        "type": eigen.get("type", "text"),
        "inputmode": inputmode,
        "maat": maat,
        "autocomplete": aanvulling(vraag, in_rij),
    }


def bestandstypen(typen: tuple[str, ...], of: str) -> str:
    """Media types as people call them: "PDF, JPG of PNG"."""
    namen = list(dict.fromkeys(_BESTANDEN.get(t, t.rpartition("/")[2].upper()) for t in typen))
    return f" {of} ".join([", ".join(namen[:-1]), namen[-1]] if len(namen) > 1 else namen)
