"""The answer to one question, by itself, as JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from catalogue.oordeel import CODEVORM
from catalogue.formulier import Vraag
from catalogue.tekst import in_taal
from catalogue.velden.adres import DELEN, Deel
from catalogue.velden.nummer import VormVeld
from catalogue.velden.upload import BESTANDSVORM, MAX_NAAM, MB
from generator.dialect import bereik
from generator.dialect.jsonschema import LIJST, TEKST, Schema, grens

ZICHTBAAR = r"[^ \t\r\n]"
"""At least one character to see: blanks alone are no answer (language.md, b4)."""
UITGELEGD = 12
"""Up to so many options are explained in the description; a longer list is a list."""
Gebruik = Callable[[str, Schema], Schema]
"""Gives a reference to a shared definition, by the name it should have."""
_PLAATSHOUDER = re.compile(r"<([a-zA-Z][a-zA-Z0-9.\[\]]*)>")

VORMEN: dict[str, dict[str, Any]] = {
    "datum": {**TEKST, "format": "date", "pattern": bereik.heel(bereik.DAG), "description": "Een dag die bestaat: JJJJ-MM-DD."},
    "datumOnvolledig": {
        **TEKST,
        "pattern": bereik.heel(f"{bereik.DAG}|{bereik.MAAND}|{bereik.JAAR}"),
        "description": "Een dag, of alleen de maand of het jaar: JJJJ-MM-DD, JJJJ-MM of JJJJ.",
    },
    "tijd": {**TEKST, "pattern": bereik.heel(bereik.TIJD), "description": "Een tijd in Nederland: UU:MM."},
    "datumtijd": {
        **TEKST,
        "pattern": bereik.heel(f"{bereik.DAG}T{bereik.TIJD}"),
        "description": "Een dag en een tijd in Nederland: JJJJ-MM-DDTUU:MM.",
    },
}
"""The shared definitions of what exists in time."""


def tekst(zin: Any) -> str:
    """A Dutch text for in a schema, with a place that is filled in later between square brackets."""
    return _PLAATSHOUDER.sub(r"[\1]", in_taal(zin, "nl"))


def waarde(vraag: Vraag, gebruik: Gebruik) -> Schema:
    """The schema of an answer, with its title; `gebruik` gives a reference to a shared definition."""
    vorm = _VORM.get(vraag.soort, _nummer)(vraag, gebruik)
    if isinstance(vorm, bool):
        return vorm
    uitleg = _uitleg(vraag)
    return {"title": tekst(vraag.veld.vraag), **({"description": uitleg} if uitleg else {}), **vorm}


def _uitleg(vraag: Vraag) -> str:
    zinnen = [tekst(hulp) for hulp in vraag.veld.hulp]
    if 0 < len(vraag.opties) <= UITGELEGD:
        zinnen.append("; ".join(f"{keus.code}: {tekst(keus.naam)}" for keus in vraag.opties) + ".")
    return " ".join(zinnen)


def _tekst(vraag: Vraag, _: Any) -> Schema:
    veld: Any = vraag.veld
    vorm = {**TEKST, "minLength": veld.minimum, "maxLength": veld.maximum, "pattern": ZICHTBAAR}
    patroon = getattr(veld, "patroon", None)
    return {**vorm, "allOf": [{**TEKST, "pattern": f"^(?:{patroon})$"}]} if patroon else vorm


def _nummer(vraag: Vraag, _: Any) -> Schema:
    veld: Any = vraag.veld
    if not isinstance(veld, VormVeld):
        raise TypeError(veld.soort)
    return {**TEKST, "maxLength": veld.lengte, "pattern": bereik.heel(veld.vorm)}


def _getal(vraag: Vraag, _: Any) -> Schema:
    veld: Any = vraag.veld
    laagste, hoogste = (None if str(maat).startswith("<") else maat for maat in (veld.minimum, veld.maximum))
    if veld.soort == "bedrag" or veld.decimalen:
        plaatsen = (2,) if veld.soort == "bedrag" else tuple(range(veld.decimalen + 1))
        grenzen = [None if maat is None else str(maat) for maat in (laagste, hoogste)]
        return {**TEKST, "pattern": bereik.heel(bereik.bedragen(*grenzen, plaatsen=plaatsen))}
    maten = {"minimum": laagste, "maximum": hoogste}
    return {"type": "integer", **{naam: maat for naam, maat in maten.items() if isinstance(maat, int)}}


def _moment(vraag: Vraag, gebruik: Gebruik) -> Schema:
    onvolledig = bool(getattr(vraag.veld, "onvolledig", False))
    naam = "datumOnvolledig" if onvolledig else vraag.soort
    vorm: Any = gebruik(naam, VORMEN[naam])
    vast = [b for b in vraag.grenzen if b.grens.basis is None]
    if not vast:
        return vorm
    return {"allOf": [vorm, *(grens(vraag.soort, b.hoe, b.grens, onvolledig=onvolledig) for b in vast)]}


def _code(vraag: Vraag, gebruik: Gebruik) -> Schema:
    """One code that may be chosen; in an open list, one of the right form. A long list is a shared definition."""
    if vraag.open_lijst:
        return {**TEKST, "pattern": bereik.heel(CODEVORM)}
    if not vraag.opties:
        return False
    keuze: Schema = {**TEKST, "enum": [keus.code for keus in vraag.opties]}
    return gebruik(_naam(vraag), keuze) if len(vraag.opties) > UITGELEGD else keuze


def _naam(vraag: Vraag) -> str:
    """The name of a list as a definition has it: `gemeenten-ooit` is `gemeentenOoit`."""
    eerste, *rest = (vraag.lijst or vraag.id).split("-")
    return eerste + "".join(deel.title() for deel in rest)


def _meerkeuze(vraag: Vraag, gebruik: Gebruik) -> Schema:
    veld: Any = vraag.veld
    meest = {"maxItems": veld.maximum} if veld.maximum is not None else {}
    return {**LIJST, "items": _code(vraag, gebruik), "uniqueItems": True, "minItems": veld.minimum, **meest}


def bestand(typen: tuple[str, ...] | None, grootte: int | None) -> Schema:
    """The description of a file that is sent along."""
    soort: Schema = {**TEKST, "enum": list(typen)} if typen else {**TEKST, "pattern": "^[a-z]+/[a-z0-9.+-]+$"} if typen is None else False
    eigenschappen: dict[str, Any] = {
        "id": {"title": "Nummer van het bestand, ook de naam van het deel in het bericht", **TEKST, "format": "uuid", "pattern": bereik.heel(BESTANDSVORM["id"])},
        "naam": {"title": "Naam van het bestand", **TEKST, "minLength": 1, "maxLength": MAX_NAAM, "pattern": ZICHTBAAR},
        "mediatype": soort,
        "grootte": {"title": "Aantal bytes", "type": "integer", "minimum": 1, **({} if grootte is None else {"maximum": grootte * MB})},
        "sha256": {"title": "SHA-256 van de bytes", **TEKST, "pattern": bereik.heel(BESTANDSVORM["sha256"])},
    }
    return {"type": "object", "properties": eigenschappen, "required": list(eigenschappen), "additionalProperties": False}


def _upload(vraag: Vraag, _: Any) -> Schema:
    veld: Any = vraag.veld
    stuk = bestand(veld.typen, veld.grootte or 0)
    return {**LIJST, "items": stuk, "uniqueItems": True, "minItems": veld.minimum, "maxItems": veld.maximum}


def adres() -> Schema:
    """The shared definition of an address."""

    def deel(d: Deel) -> Schema:
        return {"title": d.nl, **TEKST, "minLength": 1, "maxLength": d.lengte, "pattern": bereik.heel(d.vorm) if d.vorm else ZICHTBAAR}

    return {
        "type": "object",
        "properties": {d.naam: deel(d) for d in DELEN},
        "required": [d.naam for d in DELEN if d.verplicht],
        "additionalProperties": False,
    }


_VORM: dict[str, Callable[[Vraag, Any], Schema]] = {
    "tekst": _tekst,
    "tekstvlak": _tekst,
    "getal": _getal,
    "bedrag": _getal,
    "ja-nee": lambda *_: {"type": "boolean"},
    "akkoord": lambda *_: {"type": "boolean", "const": True},
    "keuze": _code,
    "meerkeuze": _meerkeuze,
    "datum": _moment,
    "tijd": _moment,
    "datumtijd": _moment,
    "adres": lambda _, gebruik: gebruik("adres", adres()),
    "upload": _upload,
}
