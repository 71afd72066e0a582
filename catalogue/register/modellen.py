"""The shapes of the reference data. All frozen; dates and amounts are texts, as they are published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality. `cbs_code` has four digits; `inwoners` is a number of people."""

    cbs_code: str
    naam: str
    officiele_naam: str
    provincie: str
    inwoners: int
    tooi_uri: str
    owms_uri: str
    oin: str
    rsin: str | None
    website: str


@dataclass(frozen=True, slots=True)
class Rechtsgrond:
    """A legal basis of a product, as the UPL gives it; `url` is None where the UPL has no link."""

    label: str
    uri: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Product:
    """A uniform product name (UPL) with all its legal bases.

    `overheden` out of rijk, provincie, waterschap, gemeente; `doelgroepen` out of burger, bedrijf;
    `kenmerken` out of dienstenwet, autonomie, medebewind, aanvraag, subsidie, melding, verplichting;
    `sdg` holds codes of the Single Digital Gateway such as D1.
    """

    naam: str
    uri: str
    overheden: tuple[str, ...]
    doelgroepen: tuple[str, ...]
    kenmerken: tuple[str, ...]
    sdg: tuple[str, ...]
    grondslagen: tuple[Rechtsgrond, ...]

    @property
    def gemeente(self) -> bool:
        """Is this a product of municipalities?"""
        return "gemeente" in self.overheden


@dataclass(frozen=True, slots=True)
class Resultaat:
    """A result of the Selectielijst gemeenten 2020, under its number such as 7.1.7.

    `waardering` is vernietigen, bewaren or vervallen (the list has withdrawn the number).
    `termijn` is an ISO 8601 duration, None where the list gives none. `procestermijn` says when it
    starts: nihil (at once), bestaansduur_procesobject, vast_te_leggen_datum ... or None.
    """

    nummer: str
    naam: str
    omschrijving: str
    procestype: str
    waardering: str
    termijn: str | None
    procestermijn: str | None
    toelichting: str
    herkomst: str
    uuid: str


@dataclass(frozen=True, slots=True)
class Code:
    """An entry of a national list. `tot` is set when it is over and no longer chosen for today:
    the date of its end, or YYYY-MM when it is only known that it was over by then."""

    code: str
    label: str
    tot: str | None = None


@dataclass(frozen=True, slots=True)
class Lijst:
    """A national list: the law or table it comes from, the state it has, and its entries."""

    naam: str
    titel: str
    bron: str
    stand: str | None
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Bronrij:
    """A row of a source form as it was printed. `rij` is "2/1"; a block without rows is a row by itself, "5"."""

    rij: str
    omschrijving: str
    type: str | None = None
    waarde: str | None = None
    verplicht: str | None = None
    voorbeeld: str | None = None
    opties: tuple[str, ...] = ()
    logica: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bronformulier:
    """A source form: its rows in order, and the blocks by number with what is printed above them."""

    sleutel: str
    titel: str
    bron: str
    stand: str
    rijen: Mapping[str, Bronrij]
    blokken: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tarief:
    """A national tariff in one year. `bedrag` in euros, "15.70"; None when it could not be
    established, and then `te_controleren` says what was found.

    `zekerheid`: gelezen (read in a source), afgeleid (inferred, no amount given), niet_gevonden.
    """

    naam: str
    jaar: int
    bedrag: str | None
    bron: str
    zekerheid: str
    te_controleren: str | None = None


@dataclass(frozen=True, slots=True)
class Gegeven:
    """A datum that a base register holds and that an answer can be: `brp/naam.voornamen`.

    `paden` are the places of it in the answer of that register's API; for the BRP those of
    Haal Centraal BRP personen, version 2. Empty where no description of that API was at hand.
    """

    sleutel: str
    label: Mapping[str, str]
    register: str
    paden: tuple[str, ...]
    persoonsgegeven: bool


@dataclass(frozen=True, slots=True)
class Ingang:
    """A way into the catalogue: a life event, a theme, a group of people, or an SDG area."""

    code: str
    label: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wet:
    """A law or regulation under its official name (citeertitel).

    `bwb` is its number in the Basiswettenbestand, None when no source for it was found; `url` is
    where it can be read. `bron` is where the number was found.
    """

    naam: str
    afkortingen: tuple[str, ...]
    bwb: str | None
    url: str | None
    bron: str
