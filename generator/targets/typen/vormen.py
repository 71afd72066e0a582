"""The types that answers of a kind share, as Python: from the facts of the kinds, so that a release keeps its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from catalogue.formulier import Formulier
from catalogue.oordeel.waarde import decimaalpatroon
from catalogue.soorten import SOORTEN
from catalogue.veld.feiten import Deel, Soort
from generator.targets.typen.boom import ONVOLLEDIG

_DAG, _TIJD = "[0-9]{4}-[0-9]{2}-[0-9]{2}", "[0-9]{2}:[0-9]{2}"
_MOMENTEN = {"dag": (_DAG, 10), "tijd": (_TIJD, 5), "dagtijd": (f"{_DAG}T{_TIJD}", 16)}
_ONVOLLEDIG = "[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
LANGSTE_GETAL = 16
"""Characters of a number as text: a sign, nine digits, a point and four digits, and one to spare."""


def vormen(formulier: Formulier, sjabloon: Path) -> str:
    """The module with the shared types of one form."""
    soorten = [*formulier.soorten.values()]
    regels = [regel for soort in soorten if soort.type for regel in _PER_VORM.get(soort.vorm, _geen)(soort)]
    return "\n".join([sjabloon.read_text("utf-8").rstrip(), *_code(formulier), *regels]) + "\n"


def _code(formulier: Formulier) -> Iterator[str]:
    """A code of a list that only the municipality, or the running form, knows."""
    keuze = formulier.soorten.get("keuze") or formulier.soorten.get("meerkeuze") or SOORTEN["keuze"]
    yield f"Code = Annotated[str, {_heel(keuze.maten['patroon'], 60)}]"


def _geen(_: Soort) -> Iterator[str]:
    return iter(())


def _heel(patroon: str, lengte: int) -> str:
    return f"_heel({_rauw(patroon)}, {lengte})"


def _rauw(tekst: str) -> str:
    """A pattern as a raw text, where Python can write it so."""
    return f'r"{tekst}"' if '"' not in tekst and not tekst.endswith("\\") else json.dumps(tekst)


def _tekst(soort: Soort) -> Iterator[str]:
    maten: dict[str, Any] = soort.maten
    veld = _heel(maten["patroon"], maten["maximum"]) if "patroon" in maten else f"_zichtbaar({maten['maximum']})"
    yield f"{_naam(soort)} = Annotated[str, {veld}]"


def _decimaal(soort: Soort) -> Iterator[str]:
    patroon = decimaalpatroon(soort.maten["decimalen"], soort.maten.get("decimalen_minstens", 0))
    yield f"{_naam(soort)} = Annotated[str, {_heel(patroon, LANGSTE_GETAL)}]"


def _moment(soort: Soort) -> Iterator[str]:
    yield f"{_naam(soort)} = Annotated[str, {_heel(*_MOMENTEN[soort.maten['deel']])}]"
    if soort.maten["deel"] == "dag":
        yield f"{_naam(soort)}{ONVOLLEDIG} = Annotated[str, {_heel(_ONVOLLEDIG, 10)}]"


def _delen(soort: Soort) -> Iterator[str]:
    yield from ("", "", f"class {_naam(soort)}(Deel):", f'    """{_uitleg(soort)}"""', "")
    yield from (f"    {deel.id}: {_deel(deel)}" for deel in soort.delen)
    yield from ("", "")


def _deel(deel: Deel) -> str:
    veld = _heel(deel.patroon, deel.maximum) if deel.patroon else f"_zichtbaar({deel.maximum})"
    return f"Annotated[str, {veld}]" + ("" if deel.verplicht else " | None = None")


def _bestand(soort: Soort) -> Iterator[str]:
    vormen, langste = soort.maten["vormen"], soort.maten["naamlengte"]
    yield from ("", "", f"class {_naam(soort)}(Deel, Generic[Mediatype]):", f'    """{_uitleg(soort)}"""', "")
    yield f"    id: Annotated[str, {_heel(vormen['id'], 36)}]"
    yield f"    naam: Annotated[str, _zichtbaar({langste})]"
    yield "    mediatype: Mediatype"
    yield "    grootte: Annotated[Geheel, Field(ge=1)]"
    yield f"    sha256: Annotated[str, {_heel(vormen['sha256'], 64)}]"
    yield from ("", "")


def _naam(soort: Soort) -> str:
    return soort.type.naam if soort.type else ""


def _uitleg(soort: Soort) -> str:
    return soort.type.uitleg if soort.type else ""


_PER_VORM: dict[str, Callable[[Soort], Iterator[str]]] = {
    "tekst": _tekst,
    "decimaal": _decimaal,
    "moment": _moment,
    "delen": _delen,
    "bestanden": _bestand,
}
