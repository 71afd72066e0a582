"""Makes a form on which an engine and the reference do not agree as small as it can be, and writes it as a folder of tests/taal."""

from __future__ import annotations

import contextlib
import copy
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from catalogue.beoordelen import beoordeel
from generator.vectoren.document import als_json
from generator.vectoren.paden import WEG, als_pad, bij, met
from tests.overeenkomst.gevallen import PROEVEN, Geval, formulier, uit_vectoren
from tests.overeenkomst.kleiner import kleinste
from tests.overeenkomst.motoren import oordeel, verschillen
from tests.overeenkomst.willekeurig import Data, Geweigerd, als_yaml, bezwaren, geschreven, werk

POGINGEN = 250
"""So many smaller forms are tried."""
VECTOREN = 60
DELEN = ("personen", "parameters", "voorzieningen", "vooraf", "stappen")
BLIJFT = frozenset({
    "veld", "vraag", "soort", "titel", "stap", "groep", "herhaling", "info", "tekst", "stop", "melding", "persoon", "naam", "parameter", "omschrijving",
})  # fmt: skip
"""Keys that a line cannot do without."""
VECTORMAKER = "vectoren"
"""In the place of an engine: the maker of vectors, which may not break."""


class Verschil(NamedTuple):
    """A form, as it is written and by its name, and a case on which they do not agree."""

    data: Data
    slug: str
    geval: Geval | None


def verklein(motor: str, slug: str, geval: Geval | None) -> Verschil:
    """The smallest form that comes from this one by leaving things out and on which the engine still says something else."""
    nu = Verschil(geschreven(slug), slug, geval)
    over = POGINGEN
    verder = True
    while verder and over > 0:
        verder = False
        for data in _kleiner(nu.data):
            over -= 1
            anders = _oneens(motor, data, nu.geval)
            if anders:
                nu, verder = anders, True
                break
            if over <= 0:
                break
    return nu


def _oneens(motor: str, data: Data, geval: Geval | None) -> Verschil | None:
    """This form with a case on which they do not agree; None when it is not accepted, or they agree on all that was tried."""
    try:
        f = werk(data)
        if bezwaren(data):
            return None
    except Geweigerd:
        return None
    slug = f"proef/{hashlib.sha256(als_yaml(data).encode()).hexdigest()[:12]}"
    PROEVEN[slug] = f
    if motor == VECTORMAKER:
        return Verschil(data, slug, None) if breekt_op(slug) else None
    rij = [_pas(slug, geval)] if geval else []
    with contextlib.suppress(Exception):
        rij += uit_vectoren(slug)[:VECTOREN]
    gezegd = verschillen(motor, slug, rij, oordeel(motor, slug, rij))
    gevonden = next((g for g, soort, _ in gezegd if soort == "oneens"), None)
    return Verschil(data, slug, gevonden) if gevonden else None


def breekt_op(slug: str) -> str | None:
    """How the maker of vectors breaks on a form, if it does."""
    try:
        uit_vectoren(slug)
    except Exception as fout:
        return f"{type(fout).__name__}: {fout}"
    return None


def _pas(slug: str, g: Geval) -> Geval:
    """The same answers without what this form does not ask."""
    f, antwoorden = formulier(slug), g.antwoorden
    for _ in range(20):
        gezegd = beoordeel(f, antwoorden, g.o)
        weg = [als_pad(fout.pad) for fout in gezegd.fouten if fout.code == "onbekend" and bij(antwoorden, als_pad(fout.pad)) is not WEG]
        if not weg:
            break
        antwoorden = met(antwoorden, weg[0], WEG)
    return Geval(g.naam, antwoorden, g.o, beoordeel(f, antwoorden, g.o))


# -- smaller texts -----------------------------------------------------------------------------------------------------


def _kleiner(data: Data) -> Iterator[Data]:
    """Texts with one thing less, what takes most away first."""
    stappen = [(pad, doe) for deel in DELEN if deel in data for pad, doe in _ingrepen(data[deel], (deel,))]
    gemaakt = [_doe(data, pad, doe) for pad, doe in stappen]
    if "personen" in data:
        gemaakt.append(_zonder_ander(data))
    yield from sorted(gemaakt, key=lambda d: len(json.dumps(d)))


def _zonder_ander(data: Data) -> Data:
    """Without another person: the check wants person and step together."""
    eigen = [stap for stap in data["stappen"] if "door" not in stap]
    return {**{naam: deel for naam, deel in data.items() if naam != "personen"}, "stappen": eigen}


def _ingrepen(ding: Any, pad: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """What can be done at a place: take it away (WEG), or put what is in it in its place."""
    if pad[-1] not in BLIJFT and len(pad) > 0:
        yield pad, WEG
    if isinstance(ding, dict):
        if "als" in ding and "velden" in ding:
            yield pad, ding["velden"]
        for sleutel, onder in ding.items():
            if sleutel in ("een_van", "alle_van"):
                yield from ((pad, een) for een in onder)
            elif sleutel == "niet" and isinstance(onder, dict):
                yield pad, onder
            yield from _ingrepen(onder, (*pad, sleutel))
    elif isinstance(ding, list):
        for nummer, onder in enumerate(ding):
            yield from _ingrepen(onder, (*pad, nummer))


def _doe(data: Data, pad: tuple[Any, ...], waarde: Any) -> Data:
    uit = copy.deepcopy(data)
    houder = uit
    for deel in pad[:-1]:
        houder = houder[deel]
    if waarde is WEG:
        del houder[pad[-1]]
    elif isinstance(waarde, list) and isinstance(houder, list):
        houder[pad[-1] : pad[-1] + 1] = copy.deepcopy(waarde)
    else:
        houder[pad[-1]] = copy.deepcopy(waarde)
    return uit


# -- keeping it --------------------------------------------------------------------------------------------------------


def bewaar(motor: str, v: Verschil, map: Path) -> Path:
    """Write a small form with its case below a folder, ready for tests/taal; the same form twice is one folder."""
    kern = {naam: deel for naam, deel in v.data.items() if naam in (*DELEN, "toegang")}
    naam = f"{motor}-{hashlib.sha256(json.dumps(kern, sort_keys=True).encode()).hexdigest()[:8]}"
    pad = map / naam
    pad.mkdir(parents=True, exist_ok=True)
    (pad / "dienst.yaml").write_text(als_yaml({**v.data, "dienst": f"taal-{naam}"}), "utf-8")
    gevallen = [_als_geval(motor, v)] if v.geval else []
    (pad / "gevallen.json").write_text(json.dumps(gevallen, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return pad


def _als_geval(motor: str, v: Verschil) -> dict[str, Any]:
    assert v.geval is not None
    antwoorden = kleinste(motor, v.slug, v.geval)["antwoorden"]
    fouten = beoordeel(formulier(v.slug), antwoorden, v.geval.o).fouten
    return {
        "verhaal": f"Hierover zegt {motor} iets anders dan de referentie. Ga na wie gelijk heeft.",
        "omstandigheden": als_json(v.geval.o),
        "antwoorden": antwoorden,
        "fouten": [{"pad": f.pad, "code": f.code} for f in fouten],
    }
