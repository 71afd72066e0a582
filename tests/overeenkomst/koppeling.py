"""The stub as an engine: its judge by itself, and the whole of it over HTTP, running as it is shipped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

import httpx

from catalogue.oordeel import Omstandigheden
from catalogue.plan import maak_plan
from generator.targets.schema.inzending import voorbeeld as om_antwoorden
from tests.hulp.stub import Draaiend, schrijf
from tests.overeenkomst.gevallen import Geval, formulier
from tests.overeenkomst.stubdeel import als_pakket

Fouten = list[tuple[str, str]]
MEESTE = 300
"""So many answers of a service are sent over HTTP at a time, spread over all: each that is accepted is put on disk."""


@cache
def _rechter() -> ModuleType:
    """The judge of a stub as it is written: the same for every service."""
    with TemporaryDirectory() as map:
        (oordeel,) = als_pakket(schrijf(formulier("verhuizing-doorgeven"), Path(map)) / "dienst", "stub_los", "oordeel")
        return oordeel


def plan(slug: str) -> dict[str, Any]:
    return maak_plan(formulier(slug))


def rechter(data: dict[str, Any]) -> Callable[[Any, Any], Any]:
    """The judge of a stub by itself, with this plan: takes answers, and circumstances as `omstandigheden` gives them."""
    oordeel = _rechter()
    klaar = oordeel.Plan(data)
    return lambda antwoorden, o: oordeel.beoordeel(klaar, antwoorden, o)


def omstandigheden(o: Omstandigheden) -> Any:
    """The circumstances as the stub takes them."""
    wie = _rechter().Indiener(*o.indiener) if o.indiener else None
    eigen = {"voorzieningen": dict(o.voorzieningen), "parameters": dict(o.parameters), "aangeboden": o.aangeboden}
    return _rechter().Omstandigheden(o.vandaag, wie, o.rol, **eigen)


def zelf(gevallen: Iterable[Geval], data: dict[str, Any]) -> Iterator[Fouten]:
    """What the judge says of each case, by a plan."""
    beoordeel = rechter(data)
    for g in gevallen:
        yield [(f.pad, f.code) for f in beoordeel(g.antwoorden, omstandigheden(g.o)).fouten]


def over_http(slug: str, gevallen: list[Geval]) -> list[tuple[Fouten, Any] | None]:
    """The faults, or the answers that are on the receipt; None for what was not sent: beyond MEESTE, nobody asks, or there
    are no answers at all, which a message cannot say."""
    kan = [i for i, g in enumerate(gevallen) if g.o.indiener and g.antwoorden is not None]
    stap = -(-len(kan) // MEESTE) or 1
    uit: list[tuple[Fouten, Any] | None] = [None] * len(gevallen)
    with TemporaryDirectory() as map:
        stub = Draaiend(schrijf(formulier(slug), Path(map))).start()
        try:
            with httpx.Client(base_url=stub.adres, timeout=30) as client:
                eerste = _eerste(client, slug, gevallen)
                for i in kan[::stap]:
                    if gevallen[i].o.rol == "indiener" or eerste:
                        uit[i] = _een(client, slug, gevallen[i], eerste)
        finally:
            stub.stop()
    return uit


def _stuur(client: httpx.Client, slug: str, g: Geval, eerste: str | None) -> httpx.Response:
    bericht = om_antwoorden(formulier(slug), json.dumps([g.naam, g.antwoorden]), g.antwoorden, g.o)
    if g.o.rol != "indiener":
        bericht["data"]["vervolgOp"] = eerste
    om = {"voorzieningen": dict(g.o.voorzieningen), "parameters": dict(g.o.parameters), "aangeboden": {pad: list(codes) for pad, codes in g.o.aangeboden.items()}}
    koppen = {"Content-Type": "application/cloudevents+json", "Proef-Omstandigheden": json.dumps(om)}
    return client.post("/v1/inzendingen", content=json.dumps(bericht), headers=koppen)


def _eerste(client: httpx.Client, slug: str, gevallen: list[Geval]) -> str | None:
    """The reference of what another person's answers follow."""
    goed = next((g for g in gevallen if g.oordeel.geldig and g.o.rol == "indiener" and g.o.indiener), None)
    return _stuur(client, slug, goed, None).json()["kenmerk"] if goed else None


def _een(client: httpx.Client, slug: str, g: Geval, eerste: str | None) -> tuple[Fouten, Any]:
    antwoord = _stuur(client, slug, g, eerste)
    kreeg = antwoord.json()
    if antwoord.status_code == 201:
        return [], kreeg["antwoorden"]
    return [(f["pad"], f["code"]) for f in kreeg["fouten"]], None
