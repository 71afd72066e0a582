"""Reference data: municipalities, product names, retention, national lists and tariffs, laws.

Importing this reads nothing. Each accessor reads its own file once, at its first call, and gives
read-only values. The files are in `data/`, each with its source and state; `maak.py` makes those
that are copied from a published source. No value here depends on a clock.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from catalogue.register.modellen import (
    Bronformulier,
    Bronrij,
    Code,
    Gegeven,
    Gemeente,
    Ingang,
    Lijst,
    Product,
    Rechtsgrond,
    Resultaat,
    Tarief,
    Wet,
)

__all__ = [
    "Bronformulier", "Bronrij", "Code", "Gegeven", "Gemeente", "Ingang", "Lijst", "Product", "Rechtsgrond", "Resultaat",
    "Tarief", "Wet", "bronformulier", "bronformulieren", "doelgroepen", "gegevens", "gemeenten", "levensgebeurtenissen", "lijst",
    "lijst_met_bron", "lijsten", "producten", "sdg_gebieden", "selectielijst", "tarief",
    "tarieven", "themas", "verantwoording", "wetten",
]  # fmt: skip

_DATA = Path(__file__).parent / "data"
_NAAM_LIJST_GEMEENTEN = "gemeenten"
_LIJSTEN = ("gemeenten-ooit", "landen", "nationaliteiten", "titels", "voorvoegsels")
_BESTANDEN = ("gegevens", "gemeenten", "ingangen", "producten", "sdg", "selectielijst", "tarieven", "wetten")

T = TypeVar("T")


def _lees(naam: str) -> dict[str, Any]:
    return json.loads((_DATA / f"{naam}.json").read_bytes())


def _tabel(rijen: list[Any], maak: Callable[..., T], sleutel: str) -> Mapping[str, T]:
    """Rows as a read-only mapping on one of their attributes."""
    return MappingProxyType({getattr(item, sleutel): item for item in (maak(rij) for rij in rijen)})


@cache
def gemeenten() -> Mapping[str, Gemeente]:
    """The municipalities of today by their CBS code of four digits."""
    return _tabel(_lees("gemeenten")["rijen"], lambda rij: Gemeente(*rij), "cbs_code")


@cache
def producten() -> Mapping[str, Product]:
    """The uniform product names (UPL) of all Dutch government, by name."""
    inhoud = _lees("producten")
    adressen = inhoud["adressen"]

    def heel(adres: str | None) -> str | None:
        begin, _, rest = (adres or "").partition(":")
        return adressen[begin] + rest if begin in adressen else adres

    def maak(rij: dict[str, Any]) -> Product:
        soorten = (tuple(rij.get(s, ())) for s in ("overheden", "doelgroepen", "kenmerken", "sdg"))
        gronden = (Rechtsgrond(label, heel(uri), heel(url)) for label, uri, url in rij.get("grondslagen", ()))
        return Product(rij["naam"], heel(rij["uri"]), *soorten, tuple(gronden))

    return _tabel(inhoud["rijen"], maak, "naam")


@cache
def selectielijst() -> Mapping[str, Resultaat]:
    """The results of the Selectielijst gemeenten 2020 by number: "7.1.7", "7.2"."""
    inhoud = _lees("selectielijst")
    typen = inhoud["procestypen"]

    def maak(rij: dict[str, Any]) -> Resultaat:
        return Resultaat(**rij, procestype=typen[rij["nummer"].partition(".")[0]])

    return _tabel(inhoud["rijen"], maak, "nummer")


def lijsten() -> tuple[str, ...]:
    """The names of the national lists that a question may offer."""
    return tuple(sorted((_NAAM_LIJST_GEMEENTEN, *_LIJSTEN)))


@cache
def lijst_met_bron(naam: str) -> Lijst:
    """A national list with its source. Raises KeyError for a name that is not in `lijsten()`."""
    if naam == _NAAM_LIJST_GEMEENTEN:
        inhoud = _lees("gemeenten")
        rijen = [rij[:2] for rij in inhoud["rijen"]]
    elif naam in _LIJSTEN:
        inhoud = _lees(f"lijsten/{naam}")
        rijen = inhoud["rijen"]
    else:
        raise KeyError(naam)
    codes = tuple(Code(*rij) for rij in rijen)
    return Lijst(naam, inhoud["titel"], inhoud["bron"], inhoud["stand"], codes)


@cache
def lijst(naam: str, alles: bool = False) -> tuple[Code, ...]:
    """The entries of a national list, in the order of their labels.

    Without `alles` only those that can be chosen for today; with it also those that are over,
    such as a country where someone was born long ago. Raises KeyError for an unknown list.
    """
    codes = lijst_met_bron(naam).codes
    return codes if alles else tuple(code for code in codes if code.tot is None)


@cache
def tarieven() -> Mapping[str, tuple[Tarief, ...]]:
    """The national tariffs by name: one Tarief per year, in order, also for a year without value."""
    return MappingProxyType(
        {
            naam: tuple(Tarief(naam=naam, **waarde) for waarde in inhoud["waarden"])
            for naam, inhoud in _lees("tarieven")["tarieven"].items()
        }
    )


def tarief(naam: str, jaar: int) -> Tarief | None:
    """The tariff of a year, or None for an unknown name or a year before the first one known.

    Never the amount of another year: where that of the year was not found, `bedrag` is None.
    """
    reeks = tarieven().get(naam, ())
    for waarde in reeks:
        if waarde.jaar == jaar:
            return waarde
    if not reeks or jaar < reeks[0].jaar:
        return None
    tekst = f"Het tarief voor {jaar} staat niet in het register."
    return Tarief(naam, jaar, None, reeks[-1].bron, "niet_gevonden", tekst)


@cache
def bronformulieren() -> tuple[str, ...]:
    """The source forms that services are traced to, by key: "gemma-2016/verhuizing-doorgeven"."""
    return tuple(sorted(f"{pad.parent.name}/{pad.stem}" for pad in (_DATA / "bronformulieren").glob("*/*.json")))


@cache
def bronformulier(sleutel: str) -> Bronformulier:
    """A source form as it was printed. Raises KeyError for a key that is not in `bronformulieren()`."""
    if sleutel not in bronformulieren():
        raise KeyError(sleutel)
    inhoud = _lees(f"bronformulieren/{sleutel}")
    per_blok: dict[str, list[Bronrij]] = {blok["nummer"]: [] for blok in inhoud["blokken"]}
    for rij in inhoud["rijen"]:
        delen = {k: tuple(v) if isinstance(v, list) else v for k, v in rij.items()}
        per_blok[rij["rij"].partition("/")[0]].append(Bronrij(**delen))
    teksten = {blok["nummer"]: blok["naam"] for blok in inhoud["blokken"]}
    rijen = [
        rij
        for blok in inhoud["blokken"]
        for rij in per_blok[blok["nummer"]] or [Bronrij(blok["nummer"], f"{blok['naam']}. {blok.get('tekst', '')}".strip())]
    ]
    return Bronformulier(
        sleutel, inhoud["titel"], inhoud["bron"], inhoud["stand"], MappingProxyType({r.rij: r for r in rijen}), MappingProxyType(teksten)
    )


def _gegeven(rij: dict[str, Any]) -> Gegeven:
    return Gegeven(
        sleutel=rij["sleutel"],
        label=MappingProxyType(rij["label"]),
        register=rij["sleutel"].partition("/")[0],
        paden=tuple(rij["paden"]),
        persoonsgegeven=rij["persoonsgegeven"],
    )


@cache
def gegevens() -> Mapping[str, Gegeven]:
    """The registered data that an answer can be, by key: "brp/naam.voornamen"."""
    return _tabel(_lees("gegevens")["rijen"], _gegeven, "sleutel")


@cache
def _ingangen(soort: str) -> Mapping[str, Ingang]:
    bestand = "sdg" if soort == "sdg" else "ingangen"

    def maak(rij: list[Any]) -> Ingang:
        return Ingang(rij[0], MappingProxyType(rij[1]))

    return _tabel(_lees(bestand)[soort], maak, "code")


def levensgebeurtenissen() -> Mapping[str, Ingang]:
    """Life events, by code, in the order in which the catalogue shows them."""
    return _ingangen("levensgebeurtenissen")


def themas() -> Mapping[str, Ingang]:
    """Themes, by code, in the order in which the catalogue shows them."""
    return _ingangen("themas")


def doelgroepen() -> Mapping[str, Ingang]:
    """Groups of people that a service can be for, by code."""
    return _ingangen("doelgroepen")


def sdg_gebieden() -> Mapping[str, Ingang]:
    """The information areas of the Single Digital Gateway (D1, G1 ...), by code; Dutch labels only."""
    return _ingangen("sdg")


@cache
def wetten() -> Mapping[str, Wet]:
    """The laws that the services rest on, by official name."""

    def maak(rij: dict[str, Any]) -> Wet:
        url = rij.get("url") or (rij["bwb"] and f"https://wetten.overheid.nl/{rij['bwb']}")
        return Wet(rij["naam"], tuple(rij["afkortingen"]), rij["bwb"], url, rij["bron"])

    return _tabel(_lees("wetten")["rijen"], maak, "naam")


def verantwoording() -> tuple[tuple[str, str, str | None], ...]:
    """For each file: its name, its source and the state it has, to print in a colophon."""
    namen = (*_BESTANDEN, *(f"lijsten/{naam}" for naam in _LIJSTEN), *(f"bronformulieren/{s}" for s in bronformulieren()))
    return tuple((naam, (inhoud := _lees(naam))["bron"], inhoud["stand"]) for naam in namen)
