"""From a key of Open Formulieren to a path of ours, with how a value is converted: `herleiding.json`, for who receives its data."""

from __future__ import annotations

from typing import Any

from catalogue.formulier import Formulier, Groep, Herhaling, Info, Vraag
from generator.targets.openformulieren.inpakken import LOA
from generator.targets.openformulieren.sleutels import Sleutels
from generator.targets.openformulieren.soorten import onderdeel

Rij = dict[str, Any]
MIDDELEN = {"digid": "digid", "eherkenning": "eherkenning", "eidas": "eidas"}
"""The means of login by what `auth_context.source` calls them."""
EHERKENNING = {"loa2plus": "eh2plus", "loa3": "substantieel", "loa4": "hoog"}
"""The levels of eHerkenning by the end of their assurance class."""
NIVEAUS = {urn: niveau for niveau, urn in LOA.items()} | {
    f"urn:etoegang:core:assurance-class:{klasse}": niveau for klasse, niveau in EHERKENNING.items()
}


def herleiding(formulier: Formulier, rol: str, sleutels: Sleutels) -> dict[str, Any]:
    """The whole table of one role, repeats with their children inside."""
    velden = [rij for stap in sleutels.stappen for rij in _rijen(stap.inhoud, sleutels, "")]
    return {
        "dienst": formulier.dienst,
        "versie": formulier.versie,
        "rol": rol,
        "middelen": MIDDELEN,
        "niveaus": NIVEAUS,
        "velden": velden,
    }


def _rijen(inhoud: tuple[Any, ...], sleutels: Sleutels, voor: str) -> list[Rij]:
    uit: list[Rij] = []
    for e in inhoud:
        if isinstance(e, Groep):
            uit += _rijen(e.inhoud, sleutels, voor)
        elif isinstance(e, Vraag):
            uit.append({"sleutel": sleutels.van[e.pad], "pad": e.pad.removeprefix(voor), **_omzetting(e)})
        elif isinstance(e, Herhaling):
            binnen = f"{e.pad}[]."
            houders = [g.removeprefix(binnen) for g in _groepen(e.inhoud)]
            uit.append({"sleutel": sleutels.van[e.pad], "pad": e.pad.removeprefix(voor), "omzetting": "herhaling", "houders": houders, "velden": _rijen(e.inhoud, sleutels, binnen)})
    return uit


def _omzetting(v: Vraag) -> Rij:
    hoe = onderdeel(v).omzetting
    return {"omzetting": hoe, **({"opties": [keus.code for keus in v.opties]} if v.vorm == "keuzes" else {})}


def _groepen(inhoud: tuple[Any, ...]) -> list[str]:
    """The groups that ask something, outer ones first."""
    uit: list[str] = []
    for e in inhoud:
        if isinstance(e, Groep) and any(not isinstance(kind, Info) for kind in e.inhoud):
            uit += [e.pad, *_groepen(e.inhoud)]
    return uit
