"""Releases: a service frozen, so that nothing outside two files can change what it means.

`uitgaven/<x.y.z>.yaml` is the text with the blocks it uses and the lists it points to; `<x.y.z>.json` holds the worked-out
Formulier, the days from and until which it is valid, and the sha256 of the text and of the Formulier.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from catalogue.diagnostics import Onbruikbaar
from catalogue.dienst import Blok, Dienst, LijstOptie
from catalogue.formulier import Formulier, vragen
from catalogue.uitwerken import Bouwstenen, werk_uit

_VERSIE = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")


class UitgaveFout(Onbruikbaar):
    """A release that cannot be made or has been tampered with; the text is Dutch."""


def sleutel(versie: str) -> tuple[int, ...]:
    """A version as numbers, to sort by. Raises UitgaveFout when it is not x.y.z."""
    if not _VERSIE.fullmatch(versie):
        raise UitgaveFout(f"‘{versie}’ is geen versie; schrijf drie getallen, zoals 2.0.0.")
    return tuple(int(deel) for deel in versie.split("."))


def versies(map: Path) -> tuple[str, ...]:
    """The releases in the folder of a service, oldest first."""
    namen = (pad.stem for pad in (map / "uitgaven").glob("*.json"))
    return tuple(sorted((n for n in namen if _VERSIE.fullmatch(n)), key=sleutel))


def maak_uitgave(map: Path, versie: str, dienst: Dienst, bouwstenen: Bouwstenen, tekst: str, geldig_van: date, opnieuw: bool = False) -> list[Path]:
    """Freeze a service; gives the two files. Raises UitgaveFout when it exists or is older than the last one."""
    sleutel(versie)
    bestaand = versies(map)
    if versie in bestaand and not opnieuw:
        raise UitgaveFout(f"Uitgave {versie} bestaat al en verandert niet meer. Kies een hogere versie.")
    if bestaand and not opnieuw and sleutel(versie) < sleutel(bestaand[-1]):
        raise UitgaveFout(f"Uitgave {versie} is lager dan {bestaand[-1]}, die er al is. Kies een hogere versie.")
    uitwerking = werk_uit(dienst, bouwstenen)
    if uitwerking.problemen:
        raise UitgaveFout("De specificatie heeft nog fouten; draai eerst samenloket check.")
    formulier = uitwerking.formulier.model_copy(update={"versie": versie})
    gebruikt = _gebruikt(dienst, formulier, bouwstenen)
    inhoud = formulier.model_dump(mode="json", exclude_none=True)
    yaml_tekst = tekst.replace("\r\n", "\n")
    uitgave = {
        "dienst": dienst.dienst,
        "versie": versie,
        "geldig_van": geldig_van.isoformat(),
        "geldig_tot": None,
        "sha256": {"tekst": _sha(yaml_tekst), "formulier": _sha(_canoniek(inhoud)), "bouwstenen": _sha(_canoniek(gebruikt))},
        "bouwstenen": gebruikt,
        "formulier": inhoud,
    }
    doel = map / "uitgaven"
    doel.mkdir(exist_ok=True)
    yaml_pad, json_pad = doel / f"{versie}.yaml", doel / f"{versie}.json"
    yaml_pad.write_text(yaml_tekst, encoding="utf-8", newline="\n")
    json_pad.write_text(json.dumps(uitgave, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
    return [yaml_pad, json_pad]


def lees_uitgave(map: Path, versie: str) -> dict[str, Any]:
    """The frozen file, with its sums checked. Raises UitgaveFout."""
    json_pad, yaml_pad = (map / "uitgaven" / f"{versie}.{soort}" for soort in ("json", "yaml"))
    try:
        data = json.loads(json_pad.read_text(encoding="utf-8"))
        klopt = {"tekst": _sha(yaml_pad.read_text(encoding="utf-8")), **{deel: _sha(_canoniek(data[deel])) for deel in ("formulier", "bouwstenen")}}
        heel = klopt == data["sha256"] and (data["dienst"], data["versie"]) == (data["formulier"]["dienst"], versie)
        date.fromisoformat(data["geldig_van"]), date.fromisoformat(data["geldig_tot"] or "9999-12-31")
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        heel = False
    if not heel:
        raise UitgaveFout(f"Uitgave {versie} van {map.name} is veranderd nadat zij is vastgelegd. Zet de bestanden terug.")
    return data


def open_uitgave(map: Path, versie: str) -> Formulier:
    """The Formulier of a release, exactly as it was frozen."""
    return Formulier.model_validate(lees_uitgave(map, versie)["formulier"])


def bouwstenen_van(map: Path, versie: str) -> tuple[Dienst, Bouwstenen]:
    """The frozen text and everything it pointed to, to work it out for a municipality."""
    from catalogue.source import lees

    data = lees_uitgave(map, versie)
    bron = lees((map / "uitgaven" / f"{versie}.yaml").read_bytes(), f"{versie}.yaml")
    b = data["bouwstenen"]
    return Dienst.model_validate(bron.data), Bouwstenen(
        {slug: Blok.model_validate(blok) for slug, blok in b["blokken"].items()},
        {naam: tuple(LijstOptie.model_validate(o) for o in opties) for naam, opties in b["lijsten"].items()},
        b["tarieven"],
    )


def _gebruikt(dienst: Dienst, formulier: Formulier, bouwstenen: Bouwstenen) -> dict[str, Any]:
    """The blocks, lists and tariffs that the service uses, as plain data."""
    lijsten = {v.lijst for v in vragen(formulier) if v.lijst and v.lijst in bouwstenen.lijsten}
    lijsten |= {p.uit for p in dienst.parameters if p.uit and p.uit in bouwstenen.lijsten}
    slugs = _blokken(dienst.model_dump(), bouwstenen)
    return {
        "blokken": {slug: bouwstenen.blokken[slug].model_dump(mode="json", exclude_none=True) for slug in sorted(slugs)},
        "lijsten": {naam: [o.model_dump(mode="json") for o in bouwstenen.lijsten[naam]] for naam in sorted(lijsten)},
        "tarieven": {k.tarief: dict(bouwstenen.tarieven[k.tarief]) for k in dienst.kosten if k.tarief},
    }


def _blokken(data: Any, bouwstenen: Bouwstenen) -> set[str]:
    if isinstance(data, dict):
        uit = {data["blok"]} if isinstance(data.get("blok"), str) and data["blok"] in bouwstenen.blokken else set()
        for slug in tuple(uit):
            uit |= _blokken(bouwstenen.blokken[slug].model_dump()["velden"], bouwstenen)
        return uit.union(*(_blokken(deel, bouwstenen) for deel in data.values()))
    if isinstance(data, list | tuple):
        return set().union(*(_blokken(deel, bouwstenen) for deel in data))
    return set()


def _canoniek(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _sha(tekst: str) -> str:
    return hashlib.sha256(tekst.encode("utf-8")).hexdigest()
