"""The answer to one question, by itself, as JSON Schema: by its shape and its measures."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from catalogue.formulier import Formulier, Vraag
from catalogue.soorten import SOORTEN
from catalogue.tekst import in_taal
from catalogue.veld.feiten import Deel
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
_MOMENT = {"dag": "datum", "tijd": "tijd", "dagtijd": "datumtijd"}


def tekst(zin: Any) -> str:
    """A Dutch text for in a schema, with a place that is filled in later between square brackets."""
    return _PLAATSHOUDER.sub(r"[\1]", in_taal(zin, "nl"))


def waarde(vraag: Vraag, gebruik: Gebruik) -> Schema:
    """The schema of an answer, with its title; `gebruik` gives a reference to a shared definition."""
    vorm = _VORM[vraag.vorm](vraag, vraag.alle_maten, gebruik)
    if isinstance(vorm, bool):
        return vorm
    uitleg = _uitleg(vraag)
    return {"title": tekst(vraag.veld.vraag), **({"description": uitleg} if uitleg else {}), **vorm}


def _uitleg(vraag: Vraag) -> str:
    zinnen = [tekst(hulp) for hulp in vraag.veld.hulp]
    if 0 < len(vraag.opties) <= UITGELEGD:
        zinnen.append("; ".join(f"{keus.code}: {tekst(keus.naam)}" for keus in vraag.opties) + ".")
    return " ".join(zinnen)


def _tekst(vraag: Vraag, m: Mapping[str, Any], _: Any) -> Schema:
    if "patroon" in vraag.feiten.maten:
        return {**TEKST, "maxLength": m["maximum"], "pattern": bereik.heel(m["patroon"])}
    vorm = {**TEKST, "minLength": m["minimum"], "maxLength": m["maximum"], "pattern": ZICHTBAAR}
    return {**vorm, "allOf": [{**TEKST, "pattern": f"^(?:{m['patroon']})$"}]} if "patroon" in m else vorm


def _begrensd(m: Mapping[str, Any]) -> tuple[Any, Any]:
    """The lowest and the highest number; None where a parameter has yet to say it."""
    laagste, hoogste = (None if str(maat).startswith("<") else maat for maat in (m.get("minimum"), m.get("maximum")))
    return laagste, hoogste


def _getal(_: Vraag, m: Mapping[str, Any], __: Any) -> Schema:
    laagste, hoogste = _begrensd(m)
    maten = {"minimum": laagste, "maximum": hoogste}
    return {"type": "integer", **{naam: maat for naam, maat in maten.items() if isinstance(maat, int)}}


def _decimaal(_: Vraag, m: Mapping[str, Any], __: Any) -> Schema:
    plaatsen = tuple(range(m.get("decimalen_minstens", 0), m["decimalen"] + 1))
    grenzen = [None if maat is None else str(maat) for maat in _begrensd(m)]
    return {**TEKST, "pattern": bereik.heel(bereik.bedragen(*grenzen, plaatsen=plaatsen))}


def _moment(vraag: Vraag, m: Mapping[str, Any], gebruik: Gebruik) -> Schema:
    onvolledig = bool(m.get("onvolledig"))
    naam = "datumOnvolledig" if onvolledig else _MOMENT[m["deel"]]
    vorm: Any = gebruik(naam, VORMEN[naam])
    vast = [b for b in vraag.grenzen if b.grens.basis is None]
    if not vast:
        return vorm
    return {"allOf": [vorm, *(grens(vraag.vorm, m, b.hoe, b.grens) for b in vast)]}


def _code(vraag: Vraag, m: Mapping[str, Any], gebruik: Gebruik) -> Schema:
    """One code that may be chosen; in an open list, one of the right form. A long list is a shared definition."""
    if vraag.open_lijst:
        return {**TEKST, "pattern": bereik.heel(m["patroon"])}
    if not vraag.opties:
        return False
    keuze: Schema = {**TEKST, "enum": [keus.code for keus in vraag.opties]}
    return gebruik(_naam(vraag), keuze) if len(vraag.opties) > UITGELEGD else keuze


def _naam(vraag: Vraag) -> str:
    """The name of a list as a definition has it: `gemeenten-ooit` is `gemeentenOoit`."""
    eerste, *rest = (vraag.lijst or vraag.id).split("-")
    return eerste + "".join(deel.title() for deel in rest)


def _keuzes(vraag: Vraag, m: Mapping[str, Any], gebruik: Gebruik) -> Schema:
    meest = {"maxItems": m["maximum"]} if "maximum" in m else {}
    return {**LIJST, "items": _code(vraag, m, gebruik), "uniqueItems": True, "minItems": m["minimum"], **meest}


def elk_bestand(formulier: Formulier) -> Schema:
    """The description of any file of a form."""
    maten = next(s.maten for s in (*formulier.soorten.values(), *SOORTEN.values()) if s.vorm == "bestanden")
    return _bestand(maten, {**TEKST, "pattern": "^[a-z]+/[a-z0-9.+-]+$"}, {})


def _bestand(m: Mapping[str, Any], mediatype: Schema, meest: dict[str, Any]) -> Schema:
    """The description of a file that is sent along."""
    eigenschappen: dict[str, Any] = {
        "id": {"title": "Nummer van het bestand, ook de naam van het deel in het bericht", **TEKST, "format": "uuid", "pattern": bereik.heel(m["vormen"]["id"])},
        "naam": {"title": "Naam van het bestand", **TEKST, "minLength": 1, "maxLength": m["naamlengte"], "pattern": ZICHTBAAR},
        "mediatype": mediatype,
        "grootte": {"title": "Aantal bytes", "type": "integer", "minimum": 1, **meest},
        "sha256": {"title": "SHA-256 van de bytes", **TEKST, "pattern": bereik.heel(m["vormen"]["sha256"])},
    }
    return {"type": "object", "properties": eigenschappen, "required": list(eigenschappen), "additionalProperties": False}


def _bestanden(_: Vraag, m: Mapping[str, Any], __: Any) -> Schema:
    typen: Schema = {**TEKST, "enum": list(m["typen"])} if m.get("typen") else False
    stuk = _bestand(m, typen, {"maximum": (m.get("grootte") or 0) * m["mb"]})
    return {**LIJST, "items": stuk, "uniqueItems": True, "minItems": m["minimum"], "maxItems": m["maximum"]}


def _delen(vraag: Vraag, _: Any, gebruik: Gebruik) -> Schema:
    """An object of texts, as a shared definition."""
    delen = vraag.feiten.delen
    return gebruik(vraag.soort, {
        "type": "object",
        "properties": {d.id: _deel(d) for d in delen},
        "required": [d.id for d in delen if d.verplicht],
        "additionalProperties": False,
    })  # fmt: skip


def _deel(d: Deel) -> Schema:
    return {"title": tekst(d.naam), **TEKST, "minLength": 1, "maxLength": d.maximum, "pattern": bereik.heel(d.patroon) if d.patroon else ZICHTBAAR}


_VORM: dict[str, Callable[[Vraag, Mapping[str, Any], Any], Schema]] = {
    "tekst": _tekst,
    "getal": _getal,
    "decimaal": _decimaal,
    "moment": _moment,
    "waar": lambda _, m, __: {"type": "boolean", **({"const": m["waarden"][0]} if len(m["waarden"]) == 1 else {})},
    "keuze": _code,
    "keuzes": _keuzes,
    "bestanden": _bestanden,
    "delen": _delen,
}
