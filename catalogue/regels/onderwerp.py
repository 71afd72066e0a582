"""What a rule looks at: one service worked out, with the places of everything in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from catalogue.catalogus import Catalogus
from catalogue.conditie import Probleem
from catalogue.diagnostics import Diagnostic, Plaats
from catalogue.dienst import Blok, Dienst
from catalogue.formulier import Formulier, Vraag, elementen
from catalogue.source import Bron, Pad
from catalogue.tekst import TAALCODES
from catalogue.uitwerken import DIENST
from catalogue.veld.basis import Model

NIET_VOOR_INWONERS = frozenset({"doel", "doelbinding", "toelichting", "omschrijving", "wat", "titel"})
TALEN, GEEN_TEKST = frozenset(TAALCODES), (str, bool, int, type(None))
Tekstplek = tuple[Plaats, Pad, dict[str, str]]


@dataclass
class Onderwerp:
    """A service for the rules: its text (`dienst`), its meaning (`formulier`), and where every path was written.

    The rules of the source also look at a block by itself: then `dienst` is the block, and `bron` its file.
    """

    catalogus: Catalogus
    dienst: Dienst | Blok
    formulier: Formulier
    bron: Bron
    problemen: list[Probleem]
    plaatsen: dict[str, tuple[str, Pad]]
    blokplaatsen: dict[str, tuple[str, Pad]]
    """Of a question from a block: the line of the service that put it there."""
    blokteksten: dict[str, list[Tekstplek]] = field(default_factory=dict)
    """The texts of blocks, found once: every service of a run uses the same ones."""

    def plaats(self, pad: str, *onder: str | int) -> Plaats:
        """The place of an element of the form by its path, or of a key below it."""
        bestand, yp = self.plaatsen.get(pad, (DIENST, ()))
        return self.plaats_in(bestand, (*yp, *onder))

    def plaats_in(self, bestand: str, yp: Pad) -> Plaats:
        """The place of a YAML path in the service (`dienst`) or in a block (`blok:<slug>`)."""
        soort, _, slug = bestand.partition(":")
        bron = self.catalogus.blokken[slug].bron if soort == "blok" else self.bron
        return bron.plaats(yp)

    def meld(self, regel: Any, melding: str, hulp: str, plaats: Plaats) -> Diagnostic:
        """A finding of a rule: a module with CODE and ERNST."""
        return Diagnostic(regel.CODE, melding, hulp, plaats, regel.ERNST)

    def elementen(self) -> Iterator[Any]:
        """Every question, group, repeat and text of the form."""
        return iter(self._elementen)

    @cached_property
    def _elementen(self) -> tuple[Any, ...]:
        return tuple(e for stap in self.formulier.stappen for e in elementen(stap.inhoud))

    def vragen(self) -> Iterator[Vraag]:
        """Every question of the form."""
        return (e for e in self.elementen() if isinstance(e, Vraag))

    def bron_waarden(self, sleutel: str) -> Iterator[tuple[Pad, Any]]:
        """Every value that is written behind a key anywhere in the service, with its YAML path."""
        return ((pad, self.waarde_op(pad)) for pad in self._paden_per_sleutel.get(sleutel, ()))

    @cached_property
    def _paden_per_sleutel(self) -> dict[str | int, list[Pad]]:
        uit: dict[str | int, list[Pad]] = {}
        for pad in self.bron.waarden:
            if pad:
                uit.setdefault(pad[-1], []).append(pad)
        return uit

    def waarde_op(self, pad: Pad) -> Any:
        """What is written at a YAML path of the service."""
        waarde = self.bron.data
        for deel in pad:
            waarde = waarde[deel]
        return waarde

    def teksten(self, voor_inwoner: bool = False) -> Iterator[tuple[Plaats, dict[str, str]]]:
        """Every text of the service and of the blocks it uses, with its place; or only what a citizen reads."""
        return ((plaats, tekst) for plaats, pad, tekst in self._teksten if not voor_inwoner or not NIET_VOOR_INWONERS.intersection(pad))

    @cached_property
    def _teksten(self) -> list[Tekstplek]:
        uit = self._teksten_in(DIENST, self.dienst)
        for bestand in sorted({b for b, _ in self.plaatsen.values() if b.startswith("blok:")}):
            if bestand not in self.blokteksten:
                self.blokteksten[bestand] = self._teksten_in(bestand, self.catalogus.blokken[bestand.partition(":")[2]].model)
            uit += self.blokteksten[bestand]
        return uit

    def _teksten_in(self, bestand: str, model: Any) -> list[Tekstplek]:
        gevonden: list[tuple[Pad, dict[str, str]]] = []
        _verzamel(model, (), gevonden)
        return [(self.plaats_in(bestand, pad), pad, tekst) for pad, tekst in gevonden]


def _verzamel(waarde: Any, pad: Pad, uit: list[tuple[Pad, dict[str, str]]]) -> None:
    """The texts in a model: mappings of language to words."""
    delen: Iterable[tuple[str | int, Any]] = ()
    if isinstance(waarde, Model):
        delen = ((naam, getattr(waarde, naam)) for naam in waarde.model_fields_set)
    elif isinstance(waarde, tuple):
        delen = enumerate(waarde)
    elif isinstance(waarde, dict):
        if not waarde.keys() <= TALEN:
            delen = waarde.items()
        elif waarde and all(isinstance(zin, str) for zin in waarde.values()):
            uit.append((pad, waarde))
    for naam, deel in delen:
        if not isinstance(deel, GEEN_TEKST):
            _verzamel(deel, (*pad, naam), uit)
