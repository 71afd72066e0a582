"""The folder of specifications: services, blocks, lists, releases, examples and what municipalities filled in.

Everything is read when it is asked for, and once.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from catalogue import register
from catalogue.diagnostics import Onbruikbaar
from catalogue.dienst import Blok, Dienst, LijstOptie, Waardelijst
from catalogue.formulier import WERK, Formulier
from catalogue.invulling import Invulling
from catalogue.load import Gelezen, laad, onleesbaar
from catalogue.uitgave import open_uitgave, versies, voorbeelden_van
from catalogue.uitwerken import Bouwstenen, Uitwerking, werk_uit
from catalogue.voorbeelden import Voorbeeld, voorbeelden


class Onbekend(LookupError):
    """A service, release or municipality that is not here; the text says so in Dutch and names what is."""


class Catalogus:
    """The specifications below one folder (`specs/`)."""

    def __init__(self, map: Path) -> None:
        self.map = map
        self._diensten: dict[str, Gelezen[Dienst]] = {}
        self._uitwerkingen: dict[tuple[str, str | None], Uitwerking] = {}

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The services, by name."""
        return tuple(sorted(pad.parent.name for pad in self.map.glob("diensten/*/dienst.yaml")))

    def map_van(self, slug: str) -> Path:
        """The folder of a service."""
        return self.map / "diensten" / slug

    def dienst(self, slug: str) -> Gelezen[Dienst]:
        """The working text of a service, as it was read. Raises Onbekend."""
        self._ken(slug)
        if slug not in self._diensten:
            self._diensten[slug] = self._laad(self.map_van(slug) / "dienst.yaml", Dienst)
        return self._diensten[slug]

    def _ken(self, slug: str) -> None:
        if slug not in self.slugs:
            raise Onbekend(f"Er is geen dienst ‘{slug}’. Bekend zijn: {', '.join(self.slugs) or 'nog geen'}.")

    def werk_met(self, slug: str, pad: Path) -> None:
        """Take another file as the working text of a service: to check or freeze an older text. Raises Onbekend."""
        if not pad.is_file():
            raise Onbekend(f"{pad} is er niet.")
        self._diensten[slug] = laad(pad, Dienst, self.naam_van(pad))

    def naam_van(self, pad: Path) -> str:
        """How a file is called in messages: from the working directory when it lies below it."""
        try:
            return str(pad.resolve().relative_to(Path.cwd()))
        except (ValueError, RuntimeError):
            return str(pad)

    def _laad(self, pad: Path, soort: type) -> Gelezen:
        """A file below the folder. A link that leads out of it is not followed: what it points to would be shown and published."""
        if not os.path.realpath(pad).startswith(self._basis):
            return onleesbaar(self.naam_van(pad), "dit is een verwijzing naar een bestand buiten deze map", "Zet het bestand zelf hier neer.")
        return laad(pad, soort, self.naam_van(pad))

    @cached_property
    def _basis(self) -> str:
        return os.path.join(os.path.realpath(self.map), "")

    @cached_property
    def blokken(self) -> Mapping[str, Gelezen[Blok]]:
        """The shared blocks, by the name of their file."""
        return {pad.stem: self._laad(pad, Blok) for pad in sorted(self.map.glob("blokken/*.yaml"))}

    @cached_property
    def waardelijsten(self) -> Mapping[str, Gelezen[Waardelijst]]:
        """The code lists of this catalogue, by the name of their file."""
        return {pad.stem: self._laad(pad, Waardelijst) for pad in sorted(self.map.glob("waardelijsten/*.yaml"))}

    @cached_property
    def adopties(self) -> Mapping[str, Gelezen[Invulling]]:
        """What municipalities filled in, by their code."""
        gelezen = [self._laad(pad, Invulling) for pad in sorted(self.map.glob("adopties/*.yaml"))]
        return {g.model.gemeente if g.model else g.bron.bestand: g for g in gelezen}

    @cached_property
    def bouwstenen(self) -> Bouwstenen:
        """The blocks, lists and tariffs that a service may point to."""
        blokken = {slug: g.model for slug, g in self.blokken.items() if g.model}
        return Bouwstenen(blokken, _Lijsten(self.waardelijsten), _Tarieven())

    def uitwerking(self, slug: str, gemeente: str | None = None) -> Uitwerking | None:
        """The working text worked out; None when it cannot be read. Raises Onbekend."""
        sleutel = (slug, gemeente)
        if sleutel not in self._uitwerkingen:
            dienst = self.dienst(slug).model
            if dienst is None:
                return None
            self._uitwerkingen[sleutel] = werk_uit(dienst, self.bouwstenen, self._invulling(gemeente))
        return self._uitwerkingen[sleutel]

    def _invulling(self, gemeente: str | None) -> Invulling | None:
        if gemeente is None:
            return None
        gelezen = self.adopties.get(gemeente)
        if gelezen is None or gelezen.model is None:
            raise Onbekend(f"Er is geen leesbare invulling van gemeente {gemeente}. Bekend zijn: {', '.join(self.adopties) or 'nog geen'}.")
        return gelezen.model

    def uitgaven(self, slug: str) -> tuple[str, ...]:
        """The releases of a service, oldest first."""
        return versies(self.map_van(slug))

    def formulier(self, slug: str, versie: str = WERK, gemeente: str | None = None) -> Formulier:
        """A service worked out, or a release as it was frozen. Raises Onbekend, or Onbruikbaar when it has faults."""
        self._ken(slug)
        if versie != WERK:
            if versie not in self.uitgaven(slug):
                raise Onbekend(f"‘{slug}’ heeft geen uitgave {versie}. Er zijn: {', '.join(self.uitgaven(slug)) or 'nog geen'}.")
            if gemeente is None:
                return open_uitgave(self.map_van(slug), versie)
            return self._uitgave_voor(slug, versie, gemeente)
        uitwerking = self.uitwerking(slug, gemeente)
        if uitwerking is None or uitwerking.problemen:
            raise Onbruikbaar(f"De specificatie ‘{slug}’ heeft fouten; draai samenloket check.")
        return uitwerking.formulier

    def _uitgave_voor(self, slug: str, versie: str, gemeente: str) -> Formulier:
        """A release for one municipality: the frozen text with the frozen blocks, and the filling of today."""
        from catalogue.uitgave import bouwstenen_van

        dienst, bouwstenen = bouwstenen_van(self.map_van(slug), versie)
        uitwerking = werk_uit(dienst, bouwstenen, self._invulling(gemeente))
        if uitwerking.problemen:
            raise Onbruikbaar(f"De invulling van {gemeente} past niet bij {slug} {versie}; draai samenloket check.")
        return uitwerking.formulier.model_copy(update={"versie": versie})

    def voorbeelden(self, slug: str, versie: str = WERK) -> Iterator[Voorbeeld]:
        """The examples of a service: those in its folder, or those that were frozen with a release."""
        map = self.map_van(slug)
        yield from voorbeelden(map) if versie == WERK else voorbeelden_van(map, versie)


class _Lijsten(Mapping[str, tuple[LijstOptie, ...]]):
    """Code lists by name: those of the catalogue, then the national ones; read when asked for."""

    def __init__(self, eigen: Mapping[str, Gelezen[Waardelijst]]) -> None:
        self._eigen = {naam: g.model.opties for naam, g in eigen.items() if g.model}
        self._landelijk: dict[str, tuple[LijstOptie, ...]] = {}

    def __getitem__(self, naam: str) -> tuple[LijstOptie, ...]:
        if naam in self._eigen:
            return self._eigen[naam]
        if naam not in self._landelijk:
            if naam not in register.lijsten():
                raise KeyError(naam)
            self._landelijk[naam] = tuple(LijstOptie.model_construct(code=c.code, naam={"nl": c.label}) for c in register.lijst(naam))
        return self._landelijk[naam]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._eigen, *register.lijsten())))

    def __len__(self) -> int:
        return len(list(iter(self)))


class _Tarieven(Mapping[str, dict[str, str | None]]):
    """National tariffs by name: the amount from each first day; None from the first year that has none."""

    def __getitem__(self, naam: str) -> dict[str, str | None]:
        reeks = register.tarieven()[naam]
        bedragen = {f"{t.jaar}-01-01": t.bedrag for t in reeks}
        return bedragen | {f"{reeks[-1].jaar + 1}-01-01": None}

    def __iter__(self) -> Iterator[str]:
        return iter(register.tarieven())

    def __len__(self) -> int:
        return len(register.tarieven())
