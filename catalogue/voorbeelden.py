"""Examples of a service: real stories with answers, and the faults they must give."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from catalogue.antwoorden import Indiener, Omstandigheden
from catalogue.diagnostics import Onbruikbaar
from catalogue.formulier import WERK, Formulier
from catalogue.load import inhoud_van


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
    """Read one example file. Raises Onbruikbaar, in Dutch, when it is none."""
    try:
        data = json.loads(inhoud_van(pad).decode("utf-8"))
        fouten = tuple((f["pad"], f["code"]) for f in data.get("fouten", ()))
        return Voorbeeld(pad.stem, goed, data["verhaal"], data.get("omstandigheden", {}), data["antwoorden"], fouten)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Onbruikbaar(f"Het voorbeeld {pad.parent.name}/{pad.name} is niet te lezen. Een voorbeeld is JSON met een verhaal en antwoorden, en soms fouten met pad en code.") from None


_VORM = {"vandaag": str, "rol": str, "gemeente": str, **dict.fromkeys(("indiener", "voorzieningen", "parameters", "herkomst", "aangeboden"), dict)}


def omstandigheden_uit(data: dict[str, Any], formulier: Formulier, vandaag: date) -> Omstandigheden:
    """Circumstances from JSON data. What is left out: today as given, the first way in, no facilities.

    Raises Onbruikbaar, in Dutch, for what is not of the right form.
    """
    scheef = [naam for naam, vorm in _VORM.items() if data.get(naam) is not None and not isinstance(data[naam], vorm)]
    if scheef:
        raise Onbruikbaar(f"De omstandigheid ‘{scheef[0]}’ heeft niet de goede vorm.")
    rol = data.get("rol", "indiener")
    persoon = next((p for p in formulier.personen if p.persoon == rol), None)
    if rol != "indiener" and persoon is None:
        raise Onbruikbaar(f"‘{rol}’ vult in deze dienst niets in; kies uit {', '.join(formulier.rollen)}.")
    eerste, *_ = persoon.toegang if persoon else formulier.toegang
    weg = data.get("indiener") or {"soort": eerste.soort, "middel": eerste.middel, "niveau": eerste.niveau}
    try:
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
    except KeyError as fout:
        raise Onbruikbaar(f"Bij de indiener ontbreekt {fout}.") from None
    except (TypeError, ValueError):
        raise Onbruikbaar("De omstandigheden kloppen niet: vandaag is een datum als 2026-01-31, aangeboden heeft lijsten met codes.") from None
