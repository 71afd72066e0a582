"""The answer to one question, by itself, as JSON Schema: by its shape and its measures."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from catalogue.formulier import Formulier, Vraag
from catalogue.soorten import SOORTEN
from catalogue.tekst import in_taal
from generator.dialect import bereik, tekens
from generator.dialect.jsonschema import LIJST, TEKST, Schema, grens, plaatsen

UITGELEGD = 12
"""Up to so many options are explained in the description; a longer list is a list."""
Maten = Mapping[str, Any]
Gebruik = Callable[[str, Schema], Schema]
"""Gives a reference to a shared definition, by the name it should have."""
_PLAATSHOUDER = re.compile(r"<([a-zA-Z][a-zA-Z0-9.\[\]]*)>")

MOMENTEN: dict[str, dict[str, Any]] = {
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
_DEEL = {"dag": "datum", "tijd": "tijd", "dagtijd": "datumtijd"}


def tekst(zin: Any) -> str:
    """A Dutch text for in a schema, with a place that is filled in later between square brackets."""
    return _PLAATSHOUDER.sub(r"[\1]", in_taal(zin, "nl"))


def leesbaar(formulier: Formulier, *, regels: bool) -> Schema:
    """The shared definition of a text of one line, or of several."""
    wat = "Tekst van een of meer regels: er staat iets zichtbaars in, en geen ander stuurteken dan een nieuwe regel of een tab."
    klassen = formulier.algemeen.tekens
    return {
        "description": wat if regels else "Eén regel tekst: er staat iets zichtbaars in, en geen stuurteken.",
        **TEKST,
        "pattern": tekens.zichtbaar(klassen),
        "not": {**TEKST, "pattern": tekens.verboden(klassen, regels=regels)},
    }


class Waarden:
    """Makes the schemas of the answers of one form; `gebruik` gives a reference to a shared definition."""

    def __init__(self, formulier: Formulier, gebruik: Gebruik) -> None:
        self.formulier, self.gebruik = formulier, gebruik

    def schema(self, vraag: Vraag) -> Schema:
        """The schema of an answer, with its title."""
        vorm = _VORM[vraag.vorm](self, vraag, vraag.alle_maten)
        if isinstance(vorm, bool):
            return vorm
        uitleg = _uitleg(vraag)
        return {"title": tekst(vraag.veld.vraag), **({"description": uitleg} if uitleg else {}), **vorm}

    def tekst(self, m: Maten) -> dict[str, Any]:
        """A text; one whose pattern says all about its characters needs only that."""
        patroon, minst, regels = m.get("patroon"), m.get("minimum", 1), bool(m.get("meer_regels"))
        zelf = patroon is not None and tekens.zegt_alles(patroon)
        gedeeld: Any = {} if zelf else self.gebruik("regels" if regels else "regel", leesbaar(self.formulier, regels=regels))
        return {
            **TEKST,
            **gedeeld,
            **({} if zelf and minst == 1 else {"minLength": minst}),
            "maxLength": m["maximum"],
            **({} if patroon is None else {"pattern": bereik.heel(patroon)}),
        }

    def bestand(self, m: Maten, mediatype: Schema, meest: dict[str, Any]) -> Schema:
        """The description of a file that is sent along."""
        vormen = {sleutel: {**TEKST, "pattern": bereik.heel(patroon)} for sleutel, patroon in m["vormen"].items()}
        eigenschappen: dict[str, Any] = {
            "id": {"title": "Nummer van het bestand, ook de naam van het deel in het bericht", **TEKST, "format": "uuid", **vormen["id"]},
            "naam": {"title": "Naam van het bestand", **self.tekst({"maximum": m["naamlengte"]})},
            "mediatype": mediatype,
            "grootte": {"title": "Aantal bytes", "type": "integer", "minimum": 1, **meest},
            "sha256": {"title": "SHA-256 van de bytes", **vormen["sha256"]},
        }
        return {"type": "object", "properties": eigenschappen, "required": list(eigenschappen), "additionalProperties": False}


def elk_bestand(formulier: Formulier) -> Schema:
    """The description of any file of a form, complete in itself."""
    maten = next(s.maten for s in (*formulier.soorten.values(), *SOORTEN.values()) if s.vorm == "bestanden")
    zelf = Waarden(formulier, lambda _, vorm: {naam: deel for naam, deel in vorm.items() if naam != "description"})  # type: ignore[union-attr]
    return zelf.bestand(maten, {**TEKST, "pattern": "^[a-z]+/[a-z0-9.+-]+$"}, {})


def is_vrij(vraag: Vraag) -> bool:
    """Is there text in this answer of which no pattern says all characters?"""
    patronen = [deel.patroon for deel in vraag.feiten.delen]
    if vraag.vorm == "tekst":
        patronen.append(vraag.alle_maten.get("patroon"))
    return any(patroon is None or not tekens.zegt_alles(patroon) for patroon in patronen)


def _uitleg(vraag: Vraag) -> str:
    zinnen = [tekst(hulp) for hulp in vraag.veld.hulp]
    if 0 < len(vraag.opties) <= UITGELEGD:
        zinnen.append("; ".join(f"{keus.code}: {tekst(keus.naam)}" for keus in vraag.opties) + ".")
    return " ".join(zinnen)


def _tekst(w: Waarden, _: Vraag, m: Maten) -> Schema:
    return w.tekst(m)


def _begrensd(m: Maten) -> dict[str, Decimal]:
    """The lowest and the highest number, but for one that a parameter has yet to say."""
    maten = {naam: str(m[naam]) for naam in ("minimum", "maximum") if m.get(naam) is not None}
    return {naam: Decimal(maat) for naam, maat in maten.items() if not maat.startswith("<")}


def _getal(_: Waarden, __: Vraag, m: Maten) -> Schema:
    return {"type": "integer", **{naam: int(maat) for naam, maat in _begrensd(m).items()}}


def _decimaal(_: Waarden, __: Vraag, m: Maten) -> Schema:
    maten = {naam: str(maat) for naam, maat in _begrensd(m).items()}
    patroon = bereik.bedragen(maten.get("minimum"), maten.get("maximum"), plaatsen=plaatsen(m))
    return {**TEKST, "pattern": bereik.heel(patroon)}


def _moment(w: Waarden, vraag: Vraag, m: Maten) -> Schema:
    naam = "datumOnvolledig" if m.get("onvolledig") else _DEEL[m["deel"]]
    vorm: Any = w.gebruik(naam, MOMENTEN[naam])
    vast = [b for b in vraag.grenzen if b.grens.basis is None]
    return {"allOf": [vorm, *(grens(vraag.vorm, m, b.hoe, b.grens) for b in vast)]} if vast else vorm


def _waar(_: Waarden, __: Vraag, m: Maten) -> Schema:
    een = m["waarden"][0]
    return {"type": "boolean", **({"const": een} if len(m["waarden"]) == 1 else {})}


def _code(w: Waarden, vraag: Vraag, m: Maten) -> Schema:
    """One code that may be chosen; in an open list, one of the right form. A long list is a shared definition."""
    if vraag.open_lijst:
        return {**TEKST, "pattern": bereik.heel(m["patroon"])}
    if not vraag.opties:
        return False
    keuze: Schema = {**TEKST, "enum": [keus.code for keus in vraag.opties]}
    return w.gebruik(_naam(vraag), keuze) if len(vraag.opties) > UITGELEGD else keuze


def _naam(vraag: Vraag) -> str:
    """The name of a list as a definition has it: `gemeenten-ooit` is `gemeentenOoit`."""
    eerste, *rest = (vraag.lijst or vraag.id).split("-")
    return eerste + "".join(deel.title() for deel in rest)


def _keuzes(w: Waarden, vraag: Vraag, m: Maten) -> Schema:
    meest = {"maxItems": m["maximum"]} if "maximum" in m else {}
    return {**LIJST, "items": _code(w, vraag, m), "uniqueItems": True, "minItems": m["minimum"], **meest}


def _bestanden(w: Waarden, _: Vraag, m: Maten) -> Schema:
    typen: Schema = {**TEKST, "enum": list(m["typen"])} if m.get("typen") else False
    stuk = w.bestand(m, typen, {"maximum": (m.get("grootte") or 0) * m["mb"]})
    return {**LIJST, "items": stuk, "uniqueItems": True, "minItems": m["minimum"], "maxItems": m["maximum"]}


def _delen(w: Waarden, vraag: Vraag, _: Maten) -> Schema:
    """An object of texts, as a shared definition."""
    delen = vraag.feiten.delen
    return w.gebruik(vraag.soort, {
        "type": "object",
        "properties": {d.id: {"title": tekst(d.naam), **w.tekst(d.model_dump(include={"maximum", "patroon"}))} for d in delen},
        "required": [d.id for d in delen if d.verplicht],
        "additionalProperties": False,
    })  # fmt: skip


_VORM: dict[str, Callable[[Waarden, Vraag, Maten], Schema]] = {
    "tekst": _tekst,
    "getal": _getal,
    "decimaal": _decimaal,
    "moment": _moment,
    "waar": _waar,
    "keuze": _code,
    "keuzes": _keuzes,
    "bestanden": _bestanden,
    "delen": _delen,
}
