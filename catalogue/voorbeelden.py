"""Examples of a service: real stories with answers, and the faults they must give."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from catalogue.diagnostics import Onbruikbaar
from catalogue.formulier import WERK, Formulier
from catalogue.load import inhoud_van
from catalogue.oordeel import Indiener, Omstandigheden


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """One example file. `fouten` holds (path, code) in the order the reference gives them."""

    naam: str
    goed: bool
    verhaal: str
    omstandigheden: dict[str, Any]
    antwoorden: Any
    fouten: tuple[tuple[str, str], ...]


def voorbeelden(map: Path) -> Iterator[Voorbeeld]:
    """The examples in the folder of a service, those of its working text, sorted by name; a release holds its own."""
    for soort in ("goed", "fout"):
        for pad in sorted((map / "voorbeelden" / WERK / soort).glob("*.json")):
            yield lees_voorbeeld(pad, soort == "goed")


def als_data(v: Voorbeeld) -> dict[str, Any]:
    """An example as a release holds it."""
    fouten = [{"pad": pad, "code": code} for pad, code in v.fouten]
    kop = {"naam": v.naam, "goed": v.goed, "verhaal": v.verhaal, "omstandigheden": v.omstandigheden}
    return {**kop, "antwoorden": v.antwoorden, "fouten": fouten}


def uit_data(data: dict[str, Any]) -> Voorbeeld:
    """An example from a release."""
    fouten = tuple((f["pad"], f["code"]) for f in data["fouten"])
    kop = (data["naam"], data["goed"], data["verhaal"], data["omstandigheden"])
    return Voorbeeld(*kop, data["antwoorden"], fouten)


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
