"""The examples of a service as messages: what is sent, what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalogue.antwoorden import Omstandigheden, Oordeel, beoordeel
from catalogue.formulier import Formulier
from catalogue.voorbeelden import omstandigheden_uit
from generator.target import Kader
from generator.targets.schema.inzending import voorbeeld

FOUTE = 3
"""So many wrong examples show what a refusal looks like."""
KENMERK = "0f6a2c1e-9d0b-4f53-8a57-3a1f0c5d9e21"


def _gevallen(formulier: Formulier, kader: Kader, goed: bool) -> Iterator[tuple[Any, Omstandigheden, Oordeel]]:
    """The examples that this form judges as they say of themselves."""
    for v in kader.voorbeelden:
        o = omstandigheden_uit(v.omstandigheden, formulier, kader.vandaag)
        oordeel = beoordeel(formulier, v.antwoorden, o)
        if v.goed is goed is oordeel.geldig:
            yield v, o, oordeel


def verzoeken(formulier: Formulier, kader: Kader) -> dict[str, Any]:
    """The right examples as submissions, by name."""
    return {
        v.naam: {"summary": v.verhaal, "value": voorbeeld(formulier, v.naam, v.antwoorden, o)}
        for v, o, _ in _gevallen(formulier, kader, True)
    }


def ontvangst(formulier: Formulier, kader: Kader) -> dict[str, Any]:
    """The receipt of the first right example."""
    for v, o, oordeel in _gevallen(formulier, kader, True):
        regels = [{naam: getattr(r, naam) for naam in ("kosten", "omschrijving", "aantal", "bedrag", "totaal")} for r in oordeel.te_betalen]
        waarde = {
            "kenmerk": KENMERK,
            "ontvangenOp": f"{o.vandaag.isoformat()}T10:00:01Z",
            "dienst": formulier.dienst,
            "versie": formulier.versie,
            "rol": o.rol,
            "status": "ontvangen",
            "sha256": "0" * 64,
            "antwoorden": v.antwoorden,
            "bijlagen": [],
            "waarschuwingen": [{"pad": w.pad, "code": w.code, "melding": w.melding} for w in oordeel.waarschuwingen],
            "teBetalen": regels,
        }
        return {v.naam: {"summary": v.verhaal, "value": waarde}}
    return {}


def fouten(formulier: Formulier, kader: Kader) -> dict[str, Any]:
    """The answer to some wrong examples."""
    uit = {}
    for v, _, oordeel in _gevallen(formulier, kader, False):
        if len(uit) < FOUTE:
            lijst = [{"pad": f.pad, "code": f.code, "melding": f.melding} for f in oordeel.fouten]
            waarde = {
                "type": "urn:samenloket:fout:antwoorden",
                "title": "De antwoorden kloppen niet",
                "status": 400,
                "detail": "Verbeter wat er bij de fouten staat en verstuur opnieuw.",
                "fouten": lijst,
            }
            uit[v.naam] = {"summary": v.verhaal, "value": waarde}
    return uit
