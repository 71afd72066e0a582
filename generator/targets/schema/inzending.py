"""The submission: a CloudEvent 1.0 in structured mode, with the answers and what is known about who sent them.

No person's number stands in an attribute of the event: only in `data`.
"""

from __future__ import annotations

import uuid
from typing import Any

from catalogue.dienst import NIVEAUS, Toegang
from catalogue.formulier import Formulier, vragen
from catalogue.oordeel import Omstandigheden
from generator.dialect import bereik
from generator.dialect.jsonschema import TEKST, Regels, Schema
from generator.targets.schema.antwoorden import Antwoorden, met_vormen, zicht
from generator.targets.schema.waarde import elk_bestand, tekst

TYPE = "nl.samenloket.inzending"
MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})$"
PAD = r"^[a-z][a-zA-Z0-9]*(?:\.[a-z][a-zA-Z0-9]*|\[[0-9]{1,3}\])*$"
_NUMMER = {
    "digid": ("Het burgerservicenummer, van DigiD", "[0-9]{9}"),
    "eherkenning": ("KVK-nummer (8), RSIN (9) of vestigingsnummer (12), van eHerkenning", "[0-9]{8,9}|[0-9]{12}"),
    "eidas": ("Het nummer dat eIDAS geeft", "[A-Za-z0-9/+=._-]{1,256}"),
}


def kort(titel: str, lengte: int = 200) -> dict[str, Any]:
    """A short text with something in it."""
    return {"title": titel, **TEKST, "minLength": 1, "maxLength": lengte}


def tijdstip(titel: str) -> dict[str, Any]:
    """A moment with its time zone (RFC 3339)."""
    return {"title": titel, **TEKST, "format": "date-time", "pattern": MOMENT}


def bedrag(titel: str) -> dict[str, Any]:
    """An amount in euros, as text."""
    return {"title": titel, **TEKST, "pattern": bereik.heel(bereik.bedragen("0.00", None))}


def gesloten(eigenschappen: dict[str, Schema], *, niet_verplicht: tuple[str, ...] = (), titel: str = "") -> dict[str, Any]:
    """An object with exactly these members."""
    moet = [naam for naam in eigenschappen if naam not in niet_verplicht]
    kop = {"title": titel} if titel else {}
    return {**kop, "type": "object", "properties": eigenschappen, **({"required": moet} if moet else {}), "additionalProperties": False}


def schema(formulier: Formulier, rol: str, vormen: dict[str, Schema], sha256: str = "") -> dict[str, Any]:
    """The schema of the submission of one role; the shared definitions it points to are added to `vormen`."""
    regels = Regels(zicht(formulier, rol, indiener=True))
    data = _data(formulier, rol, Antwoorden(formulier, rol, regels, vormen).schema(), sha256)
    if boven := regels.op("@"):
        data["allOf"] = boven
    attributen: dict[str, Schema] = {
        "specversion": {"const": "1.0"},
        "id": kort("Nummer van dit bericht; elk bericht heeft een eigen nummer"),
        "source": {"title": "Het formulier of systeem dat verstuurt", **TEKST, "format": "uri-reference", "minLength": 1, "maxLength": 500},
        "type": {"const": TYPE},
        "time": tijdstip("Wanneer het bericht is gemaakt"),
        "datacontenttype": {"const": "application/json"},
        "dataschema": {"title": "Het schema van data", **TEKST, "format": "uri", "maxLength": 500},
        "data": data,
    }
    titel = f"Inzending: {tekst(formulier.naam)}"
    return gesloten(attributen, niet_verplicht=("time", "datacontenttype", "dataschema"), titel=titel)


def _data(formulier: Formulier, rol: str, antwoorden: dict[str, Any], sha256: str) -> dict[str, Any]:
    gemeente: Schema = {"title": "Gemeentecode", **TEKST, "pattern": "^[0-9]{4}$"}
    if formulier.gemeente:
        gemeente = {"title": formulier.gemeente.naam, "const": formulier.gemeente.code}
    eigen: dict[str, Schema] = {
        "dienst": {"const": formulier.dienst},
        "versie": {"title": "De uitgave van de dienst", "const": formulier.versie},
        "sha256": {"title": "SHA-256 van de uitgave", **({"const": sha256} if sha256 else {**TEKST, "pattern": "^[0-9a-f]{64}$"})},
        "gemeente": gemeente,
        "bevoegdGezag": kort("Wie beslist, als dat een ander is dan de gemeente"),
        "taal": {"title": "De taal waarin het formulier is ingevuld", "enum": list(formulier.talen)},
        "rol": {"title": "Wie dit heeft ingevuld", "const": rol},
        "ingediendOp": tijdstip("Wanneer het is verstuurd; de dag in Nederland is ‘vandaag’ in de regels"),
        "indiener": indiener(_toegang(formulier, rol)),
        "antwoorden": {"title": "De antwoorden, per stap", **antwoorden},
        "herkomst": {
            "title": "Welk register een antwoord vooraf heeft ingevuld, per pad",
            "type": "object",
            "patternProperties": {PAD: kort("Het register", 100)},
            "additionalProperties": False,
        },
    }
    optioneel = ["sha256", "bevoegdGezag", "taal", "herkomst", *(() if formulier.gemeente else ("gemeente",))]
    for naam, deel in _soms(formulier, rol).items():
        eigen[naam] = deel
        if naam != "vervolgOp":
            optioneel.append(naam)
    return gesloten(eigen, niet_verplicht=tuple(optioneel))


def _soms(formulier: Formulier, rol: str) -> dict[str, Schema]:
    """The members that only some services use."""
    uit: dict[str, Schema] = {}
    if any(vraag.vorm == "bestanden" for vraag in vragen(formulier)):
        uit["bijlagen"] = {"title": "Alle bestanden bij dit bericht", "type": "array", "items": elk_bestand(formulier), "maxItems": 500}
    if any(weg.machtigen for weg in _toegang(formulier, rol)):
        wie = {"soort": {"enum": ["burger", "bedrijf"]}, "nummer": kort("Burgerservicenummer of nummer van het Handelsregister", 12)}
        uit["vertegenwoordigde"] = gesloten(wie, titel="Voor wie dit is, bij een machtiging")
        wat = {"soort": kort("Welke voorziening de machtiging gaf", 100), "kenmerk": kort("Het kenmerk van de machtiging")}
        uit["machtiging"] = gesloten(wat, niet_verplicht=("kenmerk",), titel="De machtiging")
    if any(kosten.bedrag != "0.00" for kosten in formulier.kosten) and rol == "indiener":
        wat = {"kenmerk": kort("Het kenmerk van de betaling"), "bedrag": bedrag("Wat er is betaald"), "betaaldOp": tijdstip("Wanneer er is betaald")}
        uit["betaling"] = gesloten(wat, titel="De betaling")
    if rol != "indiener":
        uit["vervolgOp"] = kort("Het kenmerk van de inzending waar dit bij hoort")
    return uit


def _toegang(formulier: Formulier, rol: str) -> tuple[Toegang, ...]:
    return formulier.toegang if rol == "indiener" else next(p.toegang for p in formulier.personen if p.persoon == rol)


def indiener(toegang: tuple[Toegang, ...]) -> Schema:
    """Who is logged in: one of the ways in, at the level that is asked or higher."""
    wegen = [_weg(weg) for weg in toegang]
    verschillend = [weg for i, weg in enumerate(wegen) if weg not in wegen[:i]]
    uitleg = {"title": "Wie is ingelogd, en hoe"}
    return {**uitleg, **verschillend[0]} if len(verschillend) == 1 else {**uitleg, "anyOf": verschillend}


def _weg(weg: Toegang) -> dict[str, Any]:
    eigen: dict[str, Schema] = {"soort": {"const": weg.soort}, "middel": {"const": weg.middel}}
    niveaus = NIVEAUS[weg.middel]
    if niveaus:
        vanaf = niveaus.index(weg.niveau) if weg.niveau in niveaus else 0
        eigen["niveau"] = {"enum": list(niveaus[vanaf:])}
        titel, patroon = _NUMMER[weg.middel]
        eigen["nummer"] = {"title": titel, **TEKST, "pattern": bereik.heel(patroon)}
    return gesloten(eigen, niet_verplicht=("nummer", *(() if weg.niveau else ("niveau",))))


def bundel(formulier: Formulier, rol: str, sha256: str = "") -> dict[str, Any]:
    """The schema of the submission with its shared definitions in it."""
    vormen: dict[str, Schema] = {}
    return met_vormen(schema(formulier, rol, vormen, sha256), vormen)


def voorbeeld(formulier: Formulier, naam: str, antwoorden: Any, o: Omstandigheden) -> dict[str, Any]:
    """A submission around answers, made up but for them and their circumstances; the same input gives the same."""
    moment = f"{o.vandaag.isoformat()}T10:00:00Z"
    weg = o.indiener
    wie = {"soort": weg.soort, "middel": weg.middel, "niveau": weg.niveau} if weg else {}
    data = {
        "dienst": formulier.dienst,
        "versie": formulier.versie,
        "gemeente": formulier.gemeente.code if formulier.gemeente else o.gemeente,
        "taal": "nl",
        "rol": o.rol,
        "ingediendOp": moment,
        "indiener": {sleutel: waarde for sleutel, waarde in wie.items() if waarde is not None},
        "antwoorden": antwoorden,
        "herkomst": dict(o.herkomst) or None,
        "vervolgOp": "VB-2026-0001" if o.rol != "indiener" else None,
    }
    return {
        "specversion": "1.0",
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"samenloket:{formulier.dienst}:{formulier.versie}:{naam}")),
        "source": f"/diensten/{formulier.dienst}",
        "type": TYPE,
        "time": moment,
        "datacontenttype": "application/json",
        "data": {sleutel: waarde for sleutel, waarde in data.items() if waarde is not None},
    }
