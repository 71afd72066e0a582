"""Releases: a service frozen, so that nothing outside two files, code included, can change what it means.

`uitgaven/<x.y.z>.yaml` is the text. `<x.y.z>.json` (format 2) holds what it means: the blocks, lists and tariffs it points to and the
facts of the kinds it uses (`bouwstenen`), the worked-out Formulier, its plan, its examples, the days from and until which it is
valid, the version of the language, and the sha256 of each of these.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from catalogue.algemeen import Algemeen
from catalogue.diagnostics import Onbruikbaar
from catalogue.dienst import Blok, Dienst, LijstOptie
from catalogue.formulier import Formulier, vragen
from catalogue.plan import TAAL, maak_plan
from catalogue.soorten import SOORTEN
from catalogue.uitwerken import Bouwstenen, werk_uit
from catalogue.veld.feiten import Soort
from catalogue.voorbeelden import Voorbeeld, als_data, uit_data

FORMAAT = 2
_VERSIE = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")
_KOP = ("formaat", "taal", "dienst", "versie", "geldig_van", "geldig_tot")
_DELEN = ("formulier", "bouwstenen", "plan", "voorbeelden")


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


def maak_uitgave(
    map: Path,
    versie: str,
    dienst: Dienst,
    bouwstenen: Bouwstenen,
    tekst: str,
    geldig_van: date,
    voorbeelden: Iterable[Voorbeeld] = (),
    opnieuw: bool = False,
) -> list[Path]:
    """Freeze a service; gives the two files. Raises UitgaveFout when it exists or is older than the last one."""
    _keur_versie(versies(map), versie, opnieuw)
    uitwerking = werk_uit(dienst, bouwstenen)
    if uitwerking.problemen:
        raise UitgaveFout("De specificatie heeft nog fouten; draai eerst samenloket check.")
    formulier = uitwerking.formulier.model_copy(update={"versie": versie})
    yaml_tekst = tekst.replace("\r\n", "\n")
    uitgave: dict[str, Any] = {
        "formaat": FORMAAT,
        "taal": TAAL,
        "dienst": dienst.dienst,
        "versie": versie,
        "geldig_van": geldig_van.isoformat(),
        "geldig_tot": None,
        "bouwstenen": _gebruikt(dienst, formulier, bouwstenen),
        "formulier": formulier.model_dump(mode="json", exclude_none=True, exclude={"soorten", "algemeen"}),
        "plan": maak_plan(formulier),
        "voorbeelden": [als_data(v) for v in voorbeelden],
    }
    uitgave["sha256"] = _sommen(uitgave, yaml_tekst)
    doel = map / "uitgaven"
    doel.mkdir(exist_ok=True)
    yaml_pad, json_pad = doel / f"{versie}.yaml", doel / f"{versie}.json"
    yaml_pad.write_text(yaml_tekst, encoding="utf-8", newline="\n")
    json_pad.write_text(als_tekst(uitgave), encoding="utf-8", newline="\n")
    return [yaml_pad, json_pad]


def _keur_versie(bestaand: tuple[str, ...], versie: str, opnieuw: bool) -> None:
    sleutel(versie)
    if opnieuw:
        return
    if versie in bestaand:
        raise UitgaveFout(f"Uitgave {versie} bestaat al en verandert niet meer. Kies een hogere versie.")
    if bestaand and sleutel(versie) < sleutel(bestaand[-1]):
        raise UitgaveFout(f"Uitgave {versie} is lager dan {bestaand[-1]}, die er al is. Kies een hogere versie.")


def als_tekst(uitgave: dict[str, Any]) -> str:
    """The bytes of a release, as they are written and as they must stay."""
    return json.dumps(uitgave, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def lees_uitgave(map: Path, versie: str) -> dict[str, Any]:
    """The frozen file, with its sums checked. Raises UitgaveFout."""
    json_pad, yaml_pad = (map / "uitgaven" / f"{versie}.{soort}" for soort in ("json", "yaml"))
    try:
        data = json.loads(json_pad.read_text(encoding="utf-8"))
        klopt = _sommen(data, yaml_pad.read_text(encoding="utf-8"))
        heel = klopt == data["sha256"] and data["versie"] == versie and data["formulier"]["dienst"] == data["dienst"]
        date.fromisoformat(data["geldig_van"]), date.fromisoformat(data["geldig_tot"] or "9999-12-31")
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        heel = False
    if not heel:
        raise UitgaveFout(
            f"Uitgave {versie} van {map.name} is veranderd nadat zij is vastgelegd. Zet de bestanden terug."
        )
    if (data["formaat"], data["taal"]) != (FORMAAT, TAAL):
        raise UitgaveFout(
            f"Uitgave {versie} van {map.name} heeft formaat {data['formaat']} en taal {data['taal']}. "
            "Dat kan deze versie van Samenloket niet lezen; neem een nieuwere."
        )
    return data


def open_uitgave(map: Path, versie: str) -> Formulier:
    """The Formulier of a release with its plan, exactly as they were frozen."""
    data = lees_uitgave(map, versie)
    vast = {naam: data["bouwstenen"][naam] for naam in ("soorten", "algemeen")}
    formulier = Formulier.model_validate({**data["formulier"], **vast})
    formulier._plan = data["plan"]
    return formulier


def voorbeelden_van(map: Path, versie: str) -> list[Voorbeeld]:
    """The examples of a release."""
    return [uit_data(v) for v in lees_uitgave(map, versie)["voorbeelden"]]


def bouwstenen_van(map: Path, versie: str) -> tuple[Dienst, Bouwstenen]:
    """The frozen text and everything it pointed to, to work it out for a municipality.

    A kind that the release does not use may be asked by the municipality itself: its facts are those of today.
    """
    from catalogue.source import lees

    data = lees_uitgave(map, versie)
    bron = lees((map / "uitgaven" / f"{versie}.yaml").read_bytes(), f"{versie}.yaml")
    b = data["bouwstenen"]
    return Dienst.model_validate(bron.data), Bouwstenen(
        {slug: Blok.model_validate(blok) for slug, blok in b["blokken"].items()},
        {naam: tuple(LijstOptie.model_validate(o) for o in opties) for naam, opties in b["lijsten"].items()},
        b["tarieven"],
        {**SOORTEN, **{naam: Soort.model_validate(feiten) for naam, feiten in b["soorten"].items()}},
        Algemeen.model_validate(b["algemeen"]),
    )


def _gebruikt(dienst: Dienst, formulier: Formulier, bouwstenen: Bouwstenen) -> dict[str, Any]:
    """The blocks, lists, tariffs and facts that the service uses, as plain data."""
    lijsten = {v.lijst for v in vragen(formulier) if v.lijst and v.lijst in bouwstenen.lijsten}
    lijsten |= {p.uit for p in dienst.parameters if p.uit and p.uit in bouwstenen.lijsten}
    slugs = _blokken(dienst.model_dump(), bouwstenen)
    return {
        "blokken": {slug: _data(bouwstenen.blokken[slug]) for slug in sorted(slugs)},
        "lijsten": {naam: [o.model_dump(mode="json") for o in bouwstenen.lijsten[naam]] for naam in sorted(lijsten)},
        "tarieven": {k.tarief: dict(bouwstenen.tarieven[k.tarief]) for k in dienst.kosten if k.tarief},
        "soorten": {naam: _data(feiten) for naam, feiten in formulier.soorten.items()},
        "algemeen": _data(formulier.algemeen),
    }


def _data(model: Any) -> Any:
    return model.model_dump(mode="json", exclude_none=True)


def _blokken(data: Any, bouwstenen: Bouwstenen) -> set[str]:
    if isinstance(data, dict):
        uit = {data["blok"]} if isinstance(data.get("blok"), str) and data["blok"] in bouwstenen.blokken else set()
        for slug in tuple(uit):
            uit |= _blokken(bouwstenen.blokken[slug].model_dump()["velden"], bouwstenen)
        return uit.union(*(_blokken(deel, bouwstenen) for deel in data.values()))
    if isinstance(data, list | tuple):
        return set().union(*(_blokken(deel, bouwstenen) for deel in data))
    return set()


def _sommen(uitgave: dict[str, Any], yaml_tekst: str) -> dict[str, str]:
    """The sums over a release: of its head, its text, and each of its parts."""
    kop = {naam: uitgave[naam] for naam in _KOP}
    return {
        "kop": _sha(_canoniek(kop)),
        "tekst": _sha(yaml_tekst),
        **{deel: _sha(_canoniek(uitgave[deel])) for deel in _DELEN},
    }


def _canoniek(data: Any) -> str:
    return json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _sha(tekst: str) -> str:
    return hashlib.sha256(tekst.encode("utf-8")).hexdigest()
