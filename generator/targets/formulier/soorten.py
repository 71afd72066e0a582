"""How a question stands in the page: its control, its size, its keyboard and what a browser may fill in or correct.

All of it follows from the facts of its kind (`Vraag.feiten`) and the shape of its answer.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from catalogue.formulier import Vraag
from catalogue.veld.feiten import Deel
from catalogue.voorwaarde import ALTIJD

KEUZE_LIJST = 7
"""More options than this become a list to choose from instead of radio buttons."""

LANGE_LIJST = 50
"""A longer list is typed, with the names offered while one types: it would weigh more than the rest of the page."""

MATEN = ((4, "m4"), (12, "m8"), (25, "m18"))
"""The width of a line that holds so many characters; a longer one is as wide as the page."""

_GEGEVEN = {
    "voornamen": "given-name", "voornaam": "given-name", "geslachtsnaam": "family-name", "achternaam": "family-name",
    "geboortedatum": "bday", "datum": "bday", "postcode": "postal-code",
    "woonplaats": "address-level2", "plaats": "address-level2",
}  # fmt: skip
"""What a browser calls a registered datum, or a part of an answer."""
_BESTANDEN = {
    "application/pdf": "PDF",
    "image/jpeg": "JPG",
    "image/png": "PNG",
    "image/heic": "HEIC",
    "text/csv": "CSV",
}


def kiest(vraag: Vraag) -> bool:
    """Is it answered with one or more codes?"""
    return vraag.vorm in ("keuze", "keuzes")


def is_lang(vraag: Vraag) -> bool:
    """Is this a choice from a list that is typed?"""
    return (
        vraag.vorm == "keuze" and len(vraag.opties) > LANGE_LIJST and all(o.toon_als == ALTIJD for o in vraag.opties)
    )


def vorm(vraag: Vraag) -> str:
    """The macro of vragen.html.j2 that asks this question."""
    if kiest(vraag) and not vraag.opties or is_lang(vraag):
        return "tekst"
    if vraag.vorm == "keuze" and len(vraag.opties) > KEUZE_LIJST:
        return "lijst"
    return vraag.feiten.invoer.bouwsteen


def aanvulling(vraag: Vraag, in_rij: bool) -> str:
    """The `autocomplete` token: only for what is about the person who fills in the form."""
    veld, invoer = vraag.veld, vraag.feiten.invoer
    if veld.van != "indiener" or in_rij:
        return "off"
    if veld.gegeven and invoer.naar_gegeven:
        return _GEGEVEN.get(veld.gegeven.rpartition("/")[2].rpartition(".")[2], "")
    return invoer.aanvullen


def regel(vraag: Vraag, in_rij: bool) -> dict[str, Any]:
    """Type, keyboard, size, `autocomplete` and correction of a question with one line."""
    invoer, maten = vraag.feiten.invoer, vraag.alle_maten
    passend = _maat(maten["maximum"]) if vraag.vorm == "tekst" else ""
    return {
        "type": invoer.type,
        "inputmode": _toetsenbord(vraag),
        "maat": invoer.maat or passend,
        "autocomplete": aanvulling(vraag, in_rij),
        "letterlijk": vraag.vorm == "tekst" and "patroon" in maten,
    }


def deelregel(deel: Deel, vraag: Vraag, in_rij: bool) -> dict[str, Any]:
    """The same of one part of an answer that has parts."""
    eigen = aanvulling(vraag, in_rij) or _GEGEVEN.get(deel.id, "")
    return {
        "type": "text",
        "maat": "m8" if deel.maximum < 10 else "",
        "autocomplete": eigen,
        "letterlijk": deel.patroon is not None,
    }


def _maat(maximum: int) -> str:
    return next((maat for past, maat in MATEN if maximum <= past), "")


def _toetsenbord(vraag: Vraag) -> str:
    """The keys on a telephone. Those for numbers have no minus on every make, so not where a number may be negative."""
    if vraag.vorm not in ("getal", "decimaal"):
        return vraag.feiten.invoer.toetsenbord
    if Decimal(vraag.alle_maten["minimum"]) < 0:
        return ""
    return "decimal" if vraag.vorm == "decimaal" else vraag.feiten.invoer.toetsenbord


def bestandstypen(typen: tuple[str, ...], of: str) -> str:
    """Media types as people call them: "PDF, JPG of PNG"."""
    namen = list(dict.fromkeys(_BESTANDEN.get(t, t.rpartition("/")[2].upper()) for t in typen))
    return f" {of} ".join([", ".join(namen[:-1]), namen[-1]] if len(namen) > 1 else namen)
