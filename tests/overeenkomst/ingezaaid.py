"""Mistakes sown into what is generated, to see whether the vectors find them.

A mistake is one small change in an artifact: a number one off, a name gone, a condition turned round. Whether it matters is for
the reference to say: it does when the artifact judges some answers, of the vectors or made by hypothesis, otherwise than the
reference. What no answers show is no mistake.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any, NamedTuple

import jsonschema_rs

from generator.targets.formulier.bestanden import MAP
from generator.targets.formulier.plan import plan as formulierplan
from generator.targets.schema import inzendingschema
from tests.hulp.node import ROOT, node
from tests.overeenkomst import koppeling
from tests.overeenkomst import open_formulieren as of
from tests.overeenkomst.gevallen import Geval, formulier, gegenereerd, uit_vectoren
from tests.overeenkomst.motoren import Uitspraak, inzending, verschillen
from tests.voorbeelden.formulieren import als_json

Plek = tuple[str | int, ...]
Rechter = Callable[[Iterable[Geval]], Iterator[Uitspraak]]
TEKST = frozenset({
    "title", "description", "$id", "$schema", "$comment", "examples", "naam", "melding", "meldingen", "hulp", "teksten", "labels", "kort", "omschrijving", "vraag",
    "nl", "en", "dienst", "versie", "sha256", "talen", "taal", "kosten", "ontvangen", "voorbeeld", "nogEen", "geheim", "feestdagen", "placeholder", "tooltip",
    "label", "rol", "gemeente", "errors", "custom", "attrs", "html", "titel", "uuid", "slug", "description_text", "zoek",
})  # fmt: skip
"""What only says something to a person, or who and which: a change there is no mistake in judging."""
ANDERS = {
    "en": "of", "of": "en", "na": "vanaf", "vanaf": "na", "voor": "tot_en_met", "tot_en_met": "voor", "is": "is_niet", "is_niet": "is", "meer_dan": "minder_dan",
    "minder_dan": "meer_dan", "and": "or", "or": "and", "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "allOf": "anyOf", "anyOf": "allOf",
    "minimum": "maximum", "maximum": "minimum", "maxLength": "minLength", "minItems": "maxItems", "if": "not", "then": "else", "else": "then", "dagen": "weken",
    "maanden": "dagen", "werkdagen": "dagen", "jaren": "maanden", "vast": "of",
}  # fmt: skip
"""A word for another one that is easily written instead: in a condition, or as a keyword."""


class Fout(NamedTuple):
    """One change: where, and what it does there."""

    plek: Plek
    wat: str

    def __str__(self) -> str:
        return f"{'/'.join(map(str, self.plek))}: {self.wat}"


# -- sowing --------------------------------------------------------------------------------------------------------


def fouten(data: Any, plek: Plek = ()) -> Iterator[Fout]:
    """Every change that can be made in an artifact."""
    if isinstance(data, dict):
        for sleutel, waarde in data.items():
            if sleutel in TEKST:
                continue
            yield Fout((*plek, sleutel), "weg")
            if sleutel in ANDERS:
                yield Fout((*plek, sleutel), "andere sleutel")
            yield from fouten(waarde, (*plek, sleutel))
    elif isinstance(data, list):
        for nummer, waarde in enumerate(data):
            yield Fout((*plek, nummer), "weg")
            yield from fouten(waarde, (*plek, nummer))
    elif isinstance(data, bool):
        yield Fout(plek, "omgekeerd")
    elif isinstance(data, int | float):
        yield Fout(plek, "een meer")
        yield Fout(plek, "een minder")
    elif data in ANDERS:
        yield Fout(plek, "ander woord")


def met(data: Any, fout: Fout) -> Any:
    """The artifact with that one change."""
    data = copy.deepcopy(data)
    houder = data
    for deel in fout.plek[:-1]:
        houder = houder[deel]
    laatste: Any = fout.plek[-1]
    oud = houder[laatste]
    if fout.wat == "weg":
        del houder[laatste]
    elif fout.wat == "andere sleutel":
        houder[ANDERS[laatste]] = houder.pop(laatste)
    else:
        houder[laatste] = ANDERS[oud] if fout.wat == "ander woord" else not oud if fout.wat == "omgekeerd" else oud + (1 if fout.wat == "een meer" else -1)
    return data


# -- judging by a changed artifact ---------------------------------------------------------------------------------


def schema(slug: str) -> tuple[Any, Callable[[Any], Rechter]]:
    """The JSON Schema of a submission, in jsonschema-rs."""

    def rechter(data: Any) -> Rechter:
        houdt = jsonschema_rs.Draft202012Validator(data, validate_formats=True)
        return lambda gevallen: (Uitspraak(houdt.is_valid(inzending(slug, g))) for g in gevallen)

    return inzendingschema(formulier(slug), "indiener"), rechter


def formulierscript(slug: str) -> tuple[Any, Callable[[Any], Rechter]]:
    """The plan of the form, in its script."""

    def rechter(data: Any) -> Rechter:
        def doe(gevallen: Iterable[Geval]) -> Iterator[Uitspraak]:
            regel = {"plan": data, "gevallen": [{"antwoorden": g.antwoorden, "omstandigheden": als_json(g.o)} for g in gevallen]}
            (uit,) = map(json.loads, node(ROOT / "tests/voorbeelden/oordeel.mjs", MAP, input=json.dumps(regel), timeout=300, check=False).splitlines())
            yield from (Uitspraak(u["geldig"], [(x["pad"], x["code"]) for x in u["fouten"]]) for u in uit)

        return doe

    return formulierplan(formulier(slug), "nl", "indiener", volledig=True), rechter


def stub(slug: str) -> tuple[Any, Callable[[Any], Rechter]]:
    """The plan of the stub, in the stub's own judge."""
    return koppeling.plan(slug), lambda data: lambda gevallen: (Uitspraak(not fouten, fouten) for fouten in koppeling.zelf(gevallen, data))


def open_formulieren(slug: str) -> tuple[Any, Callable[[Any], Rechter]]:
    """The components and rules of Open Formulieren, by its documented behaviour."""
    k = of.kaart(slug, "indiener")
    data = {"componenten": [d["componenten"] for d in k.opbouw.definities], "van_toepassing": [d["van_toepassing"] for d in k.opbouw.definities], "regels": k.opbouw.regels}

    def rechter(data: Any) -> Rechter:
        opbouw = copy.copy(k.opbouw)
        opbouw.definities = [
            {**d, "componenten": c, "van_toepassing": v} for d, c, v in zip(k.opbouw.definities, data["componenten"], data["van_toepassing"], strict=True)
        ]
        opbouw.regels = data["regels"]
        return lambda gevallen: (Uitspraak(geldig, None, terug) for geldig, terug in (of.oordeel(slug, g, k._replace(opbouw=opbouw)) for g in gevallen))

    return data, rechter


ARTIFACTEN = {"jsonschema-rs": schema, "formulier": formulierscript, "stub": stub, "open-formulieren": open_formulieren}
"""What is sown into, by the name of the engine that judges with it."""


# -- finding -------------------------------------------------------------------------------------------------------


class Uitslag(NamedTuple):
    """What became of the changes: real mistakes that the vectors find, those that only other answers show, and the others."""

    gevonden: list[Fout]
    gemist: list[Fout]
    geen: int


@cache
def _andere(slug: str, aantal: int) -> list[Geval]:
    return [g for g in gegenereerd(slug, aantal, zaad=7) if g.o.rol == "indiener"]


def zaai(motor: str, slug: str, aantal: int, anders: int = 400) -> Uitslag:
    """So many changes in the artifact of one engine. `anders` is how many answers hypothesis makes for what the vectors let pass."""
    data, maak = ARTIFACTEN[motor](slug)
    vectoren = [g for g in uit_vectoren(slug) if g.o.rol == "indiener"]
    mogelijk = sorted(fouten(data), key=str)
    assert not _oneens(motor, slug, maak(data)(vectoren), vectoren), "without a change they agree"
    gevonden, gemist, geen = [], [], 0
    for fout in random.Random(f"{motor}{slug}").sample(mogelijk, min(aantal, len(mogelijk))):
        kapot = partial(_is_anders, motor, slug, maak, met(data, fout))
        if kapot(vectoren):
            gevonden.append(fout)
        elif kapot(_andere(slug, anders)):
            gemist.append(fout)
        else:
            geen += 1
    return Uitslag(gevonden, gemist, geen)


def _is_anders(motor: str, slug: str, maak: Callable[[Any], Rechter], data: Any, gevallen: list[Geval]) -> bool:
    """Does this artifact judge one of them otherwise than the reference, or not at all?"""
    try:
        return _oneens(motor, slug, maak(data)(gevallen), gevallen)
    except Exception:
        return True


def _oneens(motor: str, slug: str, uitspraken: Iterator[Uitspraak], gevallen: list[Geval]) -> bool:
    return any(soort == "oneens" for _, soort, _ in verschillen(motor, slug, gevallen, uitspraken))
