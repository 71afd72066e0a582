"""What there is to build: services x versions, nationally and for municipalities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from catalogue.catalogus import Catalogus, Onbekend
from catalogue.formulier import WERK
from catalogue.uitgave import UitgaveFout, lees_uitgave

ACTUEEL = "actueel"


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What to build: empty `diensten` and `targets` mean all; without `versie` the working text and every release."""

    catalogus: Catalogus
    vandaag: date
    uit: Path
    diensten: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    versie: str | None = None
    gemeente: str | None = None
    instellingen: tuple[tuple[str, str], ...] = ()

    @property
    def alles(self) -> bool:
        """Is this a build of everything, the site included?"""
        return not (self.diensten or self.targets or self.versie or self.gemeente)


@dataclass(frozen=True, slots=True)
class Taak:
    """One service in one version, nationally or for one municipality, and where its files go."""

    slug: str
    versie: str
    gemeente: str | None
    map: str

    @property
    def naam(self) -> str:
        """As a reader knows it."""
        versie = "werkbestand" if self.versie == WERK else f"uitgave {self.versie}"
        return f"{self.slug} ({versie}{f', gemeente {self.gemeente}' if self.gemeente else ''})"


def taken(opdracht: Opdracht) -> Iterator[Taak]:
    """What there is to build, in order. Raises Onbekend."""
    catalogus = opdracht.catalogus
    for slug in opdracht.diensten:
        catalogus.dienst(slug)
    for slug in opdracht.diensten or catalogus.slugs:
        uitgaven = catalogus.uitgaven(slug)
        if opdracht.versie and opdracht.versie not in uitgaven:
            if opdracht.diensten:
                catalogus.formulier(slug, opdracht.versie)
            continue
        if opdracht.gemeente:
            yield _voor_gemeente(catalogus, slug, opdracht.gemeente, opdracht.versie)
            continue
        basis = f"diensten/{slug}"
        for versie in [opdracht.versie] if opdracht.versie else [WERK, *uitgaven]:
            yield Taak(slug, versie, None, f"{basis}/{versie}")
        nieuwste = actueel(catalogus, slug, opdracht.vandaag)
        if nieuwste and not opdracht.versie:
            yield Taak(slug, nieuwste, None, f"{basis}/{ACTUEEL}")
    if not opdracht.diensten and not opdracht.versie and not opdracht.gemeente:
        for code, gelezen in catalogus.adopties.items():
            for slug in gelezen.model.diensten if gelezen.model else ():
                if slug in catalogus.slugs:
                    yield _voor_gemeente(catalogus, slug, code, None)


def alle_uitgaven(catalogus: Catalogus) -> list[str]:
    """The releases that some service has."""
    return sorted({versie for slug in catalogus.slugs for versie in catalogus.uitgaven(slug)})


def _voor_gemeente(catalogus: Catalogus, slug: str, code: str, versie: str | None) -> Taak:
    gelezen = catalogus.adopties.get(code)
    if gelezen is None or gelezen.model is None:
        bekend = ", ".join(catalogus.adopties) or "nog geen"
        raise Onbekend(f"Er is geen leesbare invulling van gemeente {code}. Bekend zijn: {bekend}.")
    vul = gelezen.model.diensten.get(slug)
    gekozen = versie or (vul.uitgave if vul else None) or (catalogus.uitgaven(slug) or (WERK,))[-1]
    return Taak(slug, gekozen, code, f"gemeenten/{code}/{slug}")


def actueel(catalogus: Catalogus, slug: str, dag: date) -> str | None:
    """The newest release that is valid on a day. One that cannot be read counts: building it says what is wrong."""
    for versie in reversed(catalogus.uitgaven(slug)):
        try:
            data = lees_uitgave(catalogus.map_van(slug), versie)
        except UitgaveFout:
            return versie
        if data["geldig_van"] <= dag.isoformat() <= (data["geldig_tot"] or "9999-12-31"):
            return versie
    return None
