"""The examples of a service as messages: what is sent, what comes back.

A message is a file of its own beside the contract, which points to it: ready to send, and a linter that takes every
`postcode` below `paths` for an operation (`nlgov:problem-invalid-input` of the Dutch API Design Rules) meets none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

from catalogue.beoordelen import beoordeel
from catalogue.formulier import Formulier
from catalogue.oordeel import Omstandigheden, Oordeel
from catalogue.voorbeelden import Voorbeeld, omstandigheden_uit
from generator.oordeel_json import als_json
from generator.target import Artifact, Kader, json_bytes
from generator.targets.schema.inzending import voorbeeld

FOUTE = 3
"""So many wrong examples show what a refusal looks like."""
KENMERK = "0f6a2c1e-9d0b-4f53-8a57-3a1f0c5d9e21"
MAP = "voorbeelden"


class Geval(NamedTuple):
    """An example with its circumstances and judgement, for a receiver where nothing was set yet."""

    voorbeeld: Voorbeeld
    o: Omstandigheden
    oordeel: Oordeel


class Berichten(NamedTuple):
    """The examples of a contract by name: (story, value)."""

    inzending: dict[str, tuple[str, Any]]
    ontvangst: dict[str, tuple[str, Any]]
    stand: dict[str, tuple[str, Any]]
    fout: dict[str, tuple[str, Any]]


def berichten(formulier: Formulier, kader: Kader) -> Berichten:
    """What the contract shows: every right example, the receipt and status of the first, and some refusals."""
    goed = list(_gevallen(formulier, kader, True))
    fout = list(islice(_gevallen(formulier, kader, False), FOUTE))
    return Berichten(
        {g.voorbeeld.naam: (g.voorbeeld.verhaal, voorbeeld(formulier, g.voorbeeld.naam, g.voorbeeld.antwoorden, g.o)) for g in goed},
        {g.voorbeeld.naam: (g.voorbeeld.verhaal, _ontvangst(formulier, g)) for g in goed[:1]},
        {g.voorbeeld.naam: ("Ontvangen, en nog niet in behandeling", _stand(formulier, g)) for g in goed[:1]},
        {g.voorbeeld.naam: (g.voorbeeld.verhaal, _weigering(g)) for g in fout},
    )


def bestanden(b: Berichten) -> Iterator[Artifact]:
    """The files that the contract points to."""
    for soort in ("inzending", "ontvangst"):
        for naam, (_, waarde) in getattr(b, soort).items():
            yield Artifact(f"{MAP}/{soort}/{naam}.json", json_bytes(waarde, indent=2))


def ernaast(b: Berichten, soort: str) -> dict[str, Any]:
    """The examples of one kind as the contract has them: the story, and where the file is."""
    return {naam: {"summary": verhaal, "externalValue": f"{MAP}/{soort}/{naam}.json"} for naam, (verhaal, _) in getattr(b, soort).items()}


def erin(b: Berichten, soort: str) -> dict[str, Any]:
    """The examples of one kind, written in the contract itself."""
    return {naam: {"summary": verhaal, "value": waarde} for naam, (verhaal, waarde) in getattr(b, soort).items()}


def _gevallen(formulier: Formulier, kader: Kader, goed: bool) -> Iterator[Geval]:
    """The examples that this form judges as they say of themselves, also where a municipality has set nothing."""
    for v in (v for v in kader.voorbeelden if v.goed is goed):
        o = replace(omstandigheden_uit(v.omstandigheden, formulier, kader.vandaag), voorzieningen={}, parameters={}, aangeboden={})
        oordeel = beoordeel(formulier, v.antwoorden, o)
        if oordeel.geldig is goed:
            yield Geval(v, o, oordeel)


def _stand(formulier: Formulier, g: Geval) -> dict[str, Any]:
    return {
        "kenmerk": KENMERK,
        "ontvangenOp": f"{g.o.vandaag.isoformat()}T11:00:01+01:00",
        "dienst": formulier.dienst,
        "versie": formulier.versie,
        "rol": g.o.rol,
        "status": "ontvangen",
    }


def _ontvangst(formulier: Formulier, g: Geval) -> dict[str, Any]:
    gezegd = als_json(g.oordeel)
    return {
        **_stand(formulier, g),
        "sha256": "0" * 64,
        "antwoorden": g.voorbeeld.antwoorden,
        "bijlagen": [],
        "waarschuwingen": gezegd["waarschuwingen"],
        "teBetalen": gezegd["teBetalen"],
    }


def _weigering(g: Geval) -> dict[str, Any]:
    gezegd = als_json(g.oordeel)
    aantal = len(gezegd["fouten"])
    return {
        "type": "urn:samenloket:fout:antwoorden",
        "title": "De antwoorden kloppen niet",
        "status": 400,
        "detail": "Er is 1 antwoord dat niet klopt." if aantal == 1 else f"Er zijn {aantal} antwoorden die niet kloppen.",
        "fouten": gezegd["fouten"],
        **({"waarschuwingen": gezegd["waarschuwingen"]} if gezegd["waarschuwingen"] else {}),
    }
