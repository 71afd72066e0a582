"""Everything the page of one service shows, as plain values for the template."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from catalogue.catalogus import Catalogus
from catalogue.diagnostics import Onbruikbaar
from catalogue.formulier import WERK, Formulier, elementen
from catalogue.tekst import in_taal
from generator.site.bundel import Bundel
from generator.site.herkomst import aanwijzingen, anker, herleiding
from generator.site.motoren import motoren
from generator.site.opweg import adoptie, eerste_antwoorden
from generator.site.uitvoer import uitvoer
from generator.site.versies import veranderd, versies
from generator.site.woorden import Woorden
from generator.taken import ACTUEEL, actueel
from generator.targets.pagina import gegevens

_TALEN = {"en": "This form in English", "nl": "Dit formulier in het Nederlands"}


@dataclass(frozen=True)
class Dienstpagina:
    """One service on the site: its working text, or a release while that was not built."""

    catalogus: Catalogus
    slug: str
    formulier: Formulier
    versie: str
    bundels: dict[str, Bundel]
    vandaag: date

    @classmethod
    def van(cls, catalogus: Catalogus, slug: str, bundels: dict[str, Bundel], vandaag: date) -> Dienstpagina | None:
        """The page of a service; None when no version of it was built whole."""
        for versie in (WERK, actueel(catalogus, slug, vandaag), *reversed(catalogus.uitgaven(slug))):
            if versie and f"diensten/{slug}/{versie}" in bundels:
                try:
                    return cls(catalogus, slug, catalogus.formulier(slug, versie), versie, bundels, vandaag)
                except Onbruikbaar:  # a working text that is broken now; its last good output is still there
                    continue
        return None

    def bundel(self, versie: str | None = None) -> Bundel | None:
        """What was built of a version; of the one that is shown when none is named."""
        return self.bundels.get(f"diensten/{self.slug}/{versie or self.versie}")

    @cached_property
    def over_te_nemen(self) -> str:
        """The version to download: the newest valid release, or what is shown while there is none."""
        nieuwste = actueel(self.catalogus, self.slug, self.vandaag)
        return nieuwste if nieuwste and self.bundel(nieuwste) else self.versie

    @cached_property
    def formulieren(self) -> dict[str, Formulier]:
        """Every version, oldest first; the working text last."""
        oudst_eerst = [*self.catalogus.uitgaven(self.slug), *([WERK] if self.versie == WERK else [])]
        return {
            versie: self.formulier if versie == self.versie else self.catalogus.formulier(self.slug, versie)
            for versie in oudst_eerst
        }

    @cached_property
    def paden(self) -> set[str]:
        """What has a row in the data table: each question, and each step with one."""
        return {pad for rij in self.rijen for pad in (rij["pad"], rij["pad"].partition(".")[0])}

    @cached_property
    def rijen(self) -> list[dict[str, Any]]:
        """The data table."""
        return _met_stappen(gegevens(self.formulier))

    @property
    def naam(self) -> str:
        return in_taal(self.formulier.naam, "nl")

    @cached_property
    def woorden(self) -> Woorden:
        return Woorden(self.formulier, self.vandaag)

    @property
    def samenvatting(self) -> str:
        return self.woorden(self.formulier.samenvatting)

    def codes(self, soort: str) -> tuple[str, ...]:
        """The codes of one way into the catalogue."""
        waarde = getattr(self.formulier, soort)
        return (waarde,) if isinstance(waarde, str) else waarde or ()

    def gegevens(self) -> dict[str, Any]:
        """The values of the template."""
        f, w, pak = self.formulier, self.woorden, self.over_te_nemen
        keuzes = [{"pad": e.pad, "naam": w.naam_van(e)} for e in self._dingen(f) if e.keuze_gemeente]
        voorbeelden = list(self.catalogus.voorbeelden(self.slug, pak))
        return {
            "slug": self.slug, "naam": self.naam, "naam_yaml": json.dumps(self.naam, ensure_ascii=False), "samenvatting": self.samenvatting,
            "samenvatting_yaml": json.dumps(self.samenvatting, ensure_ascii=False),
            "doelgroep": w.doelgroep(), "toegang": w.toegang(), "synoniemen": ", ".join(f.synoniemen), "kosten_kort": w.kosten_kort(),
            "adoptie": adoptie(f, None if pak == WERK else pak, [e["pad"] for e in keuzes]),
            "voorbeeld": eerste_antwoorden(self._van(pak), voorbeelden, self.vandaag),
            "parameters": w.parameters(), "keuzes": keuzes, "aanwijzingen": aanwijzingen(f, w.naam_van),
            "goed": sum(v.goed for v in voorbeelden), "fout": sum(not v.goed for v in voorbeelden),
            "rijen": self.rijen, "aantal_stappen": len(f.stappen),
            "grondslagen": w.grondslagen(), "doelbinding": w(f.doelbinding), "doorlooptijd": w.doorlooptijd(), "kosten": w.kosten(), "bewaren": w.bewaren(),
            "producten": w.producten(), "elders": w.elders(), "open": w.open(),
            "versies": versies(self.formulieren, self.catalogus.map_van(self.slug), self.bundel, w), "veranderd": veranderd(self.formulieren, w),
            "motoren": self._motoren(), "herleiding": self._herleiding(),
            **self._downloads(pak),
        }  # fmt: skip

    def _downloads(self, pak: str) -> dict[str, Any]:
        """What is to be opened and taken along. `pak` is the version to take."""
        f, basis, zip = self.formulier, f"{self.versie}/", self.bundel(pak)
        assert zip is not None
        return {
            "versie": self.versie, "werk": self.versie == WERK, "basis": basis, "formulier": f"{basis}formulier/index.html",
            "pak": pak, "pak_is_werk": pak == WERK, "actueel": self.bundel(ACTUEEL) is not None,
            "talen_anders": [{"taal": t, "url": f"{basis}formulier/{t}/index.html", "naam": _TALEN.get(t, t)} for t in f.talen if t != "nl"],
            "rollen": [{"url": f"{basis}formulier/{p.persoon}/index.html", "naam": self.woorden(p.naam)} for p in f.personen],
            "zip": f"{pak}/{zip.zip_naam}", "zip_kb": zip.kb(), "zip_naam": zip.zip_naam, "zip_map": zip.zip_naam.removesuffix(".zip"),
            "uitvoer": uitvoer(zip, pak),
            "of_zip": next((f"{pak}/{naam}" for naam in zip.bestanden if naam == f"openformulieren/{self.slug}.zip"), ""),
        }  # fmt: skip

    def _van(self, versie: str) -> Formulier:
        return self.formulieren.get(versie) or self.formulier

    @staticmethod
    def _dingen(f: Formulier) -> list[Any]:
        return [e for stap in f.stappen for e in (stap, *elementen(stap.inhoud))]

    def _motoren(self) -> list[dict[str, Any]]:
        """Per version that was built the engines, newest first; the version to take along stands open."""
        gebouwd = [(versie, f, b) for versie, f in reversed(self.formulieren.items()) if (b := self.bundel(versie))]
        return [
            {
                "versie": "werkbestand" if versie == WERK else f"uitgave {versie}",
                "open": versie == self.over_te_nemen,
                "motoren": motoren(f, b),
            }
            for versie, f, b in gebouwd
        ]

    def _herleiding(self) -> dict[str, Any] | None:
        """From source row to question: of the newest version that took its source over row by row."""
        for versie, f in reversed(self.formulieren.items()):
            woorden = self.woorden if versie == self.versie else Woorden(f, self.vandaag)
            uit = herleiding(f, {e.pad: woorden.naam_van(e) for e in self._dingen(f)}, self.paden)
            if uit:
                return {
                    **uit,
                    "versie": "het werkbestand" if versie == WERK else f"uitgave {versie}",
                    "hier": versie == self.versie,
                }
        return None


def _met_stappen(rijen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows, each with its anchor, and with the step that begins there."""
    vorige = None
    uit = []
    for rij in rijen:
        stap = rij["pad"].partition(".")[0]
        uit.append({**rij, "anker": anker(rij["pad"]), "nieuwe_stap": stap if stap != vorige else ""})
        vorige = stap
    return uit
