"""The schema beside a ui schema: the schema of the answers, in the shape that JSON Forms draws.

It accepts exactly the same answers, and who is logged in beside them. An option has its name (`oneOf` of `const` and `title`), yes and no are two options, a tick is no
list of one, a `description` is what stands under the question, and a second pattern stands with the step, since a renderer takes
`allOf` at a question for a question of several parts.
"""

from __future__ import annotations

from typing import Any

from catalogue.formulier import Formulier, Groep, Herhaling, Info, Vraag
from generator.targets.jsonforms.teksten import Woorden
from generator.targets.jsonforms.voorwaarden import INDIENER
from generator.targets.schema import antwoordenschema

Schema = dict[str, Any]


def schema_voor(formulier: Formulier, rol: str, woorden: Woorden) -> Schema:
    """The schema of one role."""
    heel = antwoordenschema(formulier, rol)
    heel["$id"] = heel["$id"].removesuffix(":antwoorden") + ":jsonforms"
    vormen = {
        naam: {k: w for k, w in vorm.items() if k != "description"} for naam, vorm in heel.get("$defs", {}).items()
    }
    for stap in formulier.stappen_van(rol):
        if stap.pad in heel["properties"]:
            _houder(stap.inhoud, heel["properties"][stap.pad], vormen, woorden)
    delen = {naam: {"type": "string"} for naam in ("soort", "middel", "niveau")}
    heel["properties"][INDIENER] = {
        "title": "Hoe iemand is ingelogd; dit wordt niet verstuurd",
        "type": "object",
        "properties": delen,
        "additionalProperties": False,
    }
    return {**heel, **({"$defs": vormen} if vormen else {})}


def _houder(inhoud: tuple[Any, ...], houder: Schema, vormen: Schema, woorden: Woorden) -> None:
    for e in inhoud:
        if isinstance(e, Info) or e.id not in houder["properties"]:
            continue
        hier = houder["properties"][e.id]
        if isinstance(e, Groep):
            _houder(e.inhoud, hier, vormen, woorden)
        elif isinstance(e, Herhaling):
            _houder(e.inhoud, hier["items"], vormen, woorden)
        elif isinstance(hier, dict):
            houder["properties"][e.id] = _vraag(e, hier, houder, vormen, woorden)


def _vraag(vraag: Vraag, hier: Schema, houder: Schema, vormen: Schema, woorden: Woorden) -> Schema:
    hulp = " ".join(woorden.zin(tekst) for tekst in vraag.veld.hulp)
    kop = {"title": woorden.zin(vraag.veld.vraag), **({"description": hulp} if hulp else {})}
    vorm = {k: w for k, w in hier.items() if k not in ("title", "description")}
    if False in vraag.feiten.maten.get("waarden", ()):
        ja, nee = (woorden.zin(naam) for naam in woorden.opties(vraag))
        vorm["oneOf"] = [{"const": True, "title": ja}, {"const": False, "title": nee}]
    elif vraag.vorm == "waar":
        vorm = {"type": "boolean", "not": {"const": False}}
    elif vraag.vorm == "keuzes":
        vorm["items"] = _keuze(vraag, vorm["items"], vormen, woorden)
    elif vraag.vorm == "keuze":
        vorm = _keuze(vraag, vorm, vormen, woorden)
    if "allOf" in vorm:
        delen = vorm.pop("allOf")
        houder.setdefault("allOf", []).extend(
            {"type": "object", "properties": {vraag.id: deel}} for deel in delen if "$ref" not in deel
        )
        vorm |= next((deel for deel in delen if "$ref" in deel), {})
    return {**kop, **vorm}


def _keuze(vraag: Vraag, vorm: Schema, vormen: Schema, woorden: Woorden) -> Schema:
    """A code with the names of all codes beside them; a list that is shared gets them where it stands."""
    if isinstance(vorm, bool):
        return vorm
    naam = vorm.get("$ref", "").rpartition("/")[2]
    lijst = vormen[naam] if naam else vorm
    if "enum" in lijst:
        namen = [{"const": keus.code, "title": woorden.zin(keus.naam)} for keus in vraag.opties]
        lijst = {"type": "string", "oneOf": namen}
    if naam:
        vormen[naam] = lijst
        return vorm
    return lijst
