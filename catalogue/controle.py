"""Runs everything that can be said about specifications: reading, meaning, rules. All findings, sorted by place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from catalogue.catalogus import Catalogus
from catalogue.diagnostics import Diagnostic
from catalogue.dienst import Blok
from catalogue.herleiding import blok_als_formulier
from catalogue.load import Gelezen
from catalogue.regels import regels, regels_voor_blok
from catalogue.regels.invulling import check_invulling
from catalogue.regels.onderwerp import Onderwerp, Tekstplek
from catalogue.source import Bron


class Controle:
    """The findings of one run, and the lines of every file they name."""

    def __init__(self, catalogus: Catalogus) -> None:
        self.catalogus = catalogus
        self.bevindingen: list[Diagnostic] = []
        self.regels: dict[str, list[str]] = {}
        self._blokteksten: dict[str, list[Tekstplek]] = {}

    @property
    def fouten(self) -> int:
        return sum(d.ernst == "fout" for d in self.bevindingen)

    def alles(self) -> Controle:
        """Every block, list, filling and service of the catalogue."""
        for gelezen in (*self.catalogus.blokken.values(), *self.catalogus.waardelijsten.values(), *self.catalogus.adopties.values()):
            self._meld(gelezen.problemen, gelezen.bron)
        for gelezen in self.catalogus.blokken.values():
            self._blok(gelezen)
        for slug in self.catalogus.slugs:
            self.dienst(slug)
        for gelezen in self.catalogus.adopties.values():
            self.bevindingen.extend(check_invulling(self.catalogus, gelezen))
        return self._gesorteerd()

    def diensten(self, slugs: Iterable[str]) -> Controle:
        """Only these services."""
        for slug in slugs:
            self.dienst(slug)
        return self._gesorteerd()

    def dienst(self, slug: str) -> None:
        """One service: its shape, what it means, and every rule."""
        gelezen = self.catalogus.dienst(slug)
        self._meld(gelezen.problemen, gelezen.bron)
        uitwerking = self.catalogus.uitwerking(slug)
        if gelezen.model is None or uitwerking is None:
            return
        for blok in self.catalogus.blokken.values():
            if blok.bron.bestand not in self.regels:
                self.regels[blok.bron.bestand] = blok.bron.regels
        onderwerp = Onderwerp(
            self.catalogus, gelezen.model, uitwerking.formulier, gelezen.bron, uitwerking.problemen,
            uitwerking.plaatsen, uitwerking.blokplaatsen, self._blokteksten,
        )  # fmt: skip
        for regel in regels():
            self.bevindingen.extend(regel.check(onderwerp))
        self.bevindingen.extend(Diagnostic(p.code, p.melding, p.hulp, onderwerp.plaats_in(*p.waar)) for p in uitwerking.problemen)

    def _blok(self, gelezen: Gelezen[Blok]) -> None:
        """A block: whether it answers for its source. The rest is judged in the services that use it."""
        if gelezen.model is None or gelezen.model.herkomst is None:
            return
        uit = blok_als_formulier(gelezen.model, self.catalogus.bouwstenen)
        onderwerp = Onderwerp(self.catalogus, gelezen.model, uit.formulier, gelezen.bron, [], uit.plaatsen, uit.blokplaatsen)
        for regel in regels_voor_blok():
            self.bevindingen.extend(regel.check(onderwerp))

    def _meld(self, problemen: list[Diagnostic], bron: Bron) -> None:
        self.regels[bron.bestand] = bron.regels
        self.bevindingen.extend(problemen)

    def _gesorteerd(self) -> Controle:
        self.bevindingen = sorted(dict.fromkeys(self.bevindingen), key=lambda d: d.volgorde)
        return self


def slug_van(pad: Path) -> str | None:
    """The service that a path on the command line means: a folder of a service, or a file in it."""
    for deel in (pad, *pad.parents):
        if (deel / "dienst.yaml").is_file():
            return deel.name
    return None
