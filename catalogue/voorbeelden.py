"""Examples of a service: real stories with answers, and the faults they must give."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from catalogue.antwoorden import Indiener, Omstandigheden
from catalogue.formulier import WERK, Formulier


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """One example file. `fouten` holds (path, code) in the order the reference gives them."""

    naam: str
    goed: bool
    verhaal: str
    omstandigheden: dict[str, Any]
    antwoorden: Any
    fouten: tuple[tuple[str, str], ...]


def voorbeelden(map: Path, versie: str = WERK) -> Iterator[Voorbeeld]:
    """The examples in the folder of a service, for a release or the working text, sorted by name."""
    for soort in ("goed", "fout"):
        for pad in sorted((map / "voorbeelden" / versie / soort).glob("*.json")):
            yield lees_voorbeeld(pad, soort == "goed")


def lees_voorbeeld(pad: Path, goed: bool) -> Voorbeeld:
    """Read one example file."""
    data = json.loads(pad.read_text(encoding="utf-8"))
    fouten = tuple((f["pad"], f["code"]) for f in data.get("fouten", ()))
    return Voorbeeld(pad.stem, goed, data["verhaal"], data.get("omstandigheden", {}), data["antwoorden"], fouten)


def omstandigheden_uit(data: dict[str, Any], formulier: Formulier, vandaag: date) -> Omstandigheden:
    """Circumstances from JSON data. What is left out: today as given, the first way in, no facilities.

    Raises ValueError, in Dutch, for what is not of the right form.
    """
    try:
        rol = data.get("rol", "indiener")
        persoon = next((p for p in formulier.personen if p.persoon == rol), None)
        if rol != "indiener" and persoon is None:
            raise ValueError(f"‘{rol}’ vult in deze dienst niets in; kies uit {', '.join(formulier.rollen)}.")
        wegen = persoon.toegang if persoon else formulier.toegang
        weg = data.get("indiener") or {"soort": wegen[0].soort, "middel": wegen[0].middel, "niveau": wegen[0].niveau}
        return Omstandigheden(
            vandaag=date.fromisoformat(data["vandaag"]) if "vandaag" in data else vandaag,
            indiener=Indiener(weg["soort"], weg["middel"], weg.get("niveau")),
            rol=rol,
            gemeente=data.get("gemeente"),
            voorzieningen=dict(data.get("voorzieningen", {})),
            parameters=dict(data.get("parameters", {})),
            herkomst=dict(data.get("herkomst", {})),
            aangeboden={pad: tuple(codes) for pad, codes in data.get("aangeboden", {}).items()},
        )
    except (KeyError, TypeError, AttributeError) as fout:
        raise ValueError(f"De omstandigheden kloppen niet: {fout}.") from None
