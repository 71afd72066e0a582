"""Everything the page of one service shows, as plain values for the template."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalogue import register
from catalogue.betalen import tarief_op
from catalogue.catalogus import Catalogus
from catalogue.formulier import WERK, Formulier, elementen
from catalogue.tekst import in_taal
from catalogue.uitgave import lees_uitgave
from catalogue.weergave import vul_in
from generator.build import ACTUEEL, actueel
from generator.site.bundel import Bundel
from generator.site.opweg import adoptie, eerste_antwoorden
from generator.site.verschil import Verschil, verschil
from generator.targets.pagina import gegevens, grondslag_tekst

_WAT = {
    "schema/antwoorden.json": "JSON Schema van de antwoorden",
    "schema/inzending.json": "JSON Schema van de hele inzending",
    "schema/proeven.json": "Regels die een schema niet kan zeggen",
    "openapi.yaml": "OpenAPI van de ontvangende kant",
    "openapi.json": "Hetzelfde, als JSON",
    "voorbeelden.json": "Echte gevallen met antwoorden, en het oordeel dat erbij hoort",
    "gegevens.csv": "Alle vragen met doel en wet, voor een rekenblad",
    "stub/README.md": "Een kleine dienst die ontvangt, beoordeelt en bewaart",
}
_MIDDEL = {"digid": "DigiD", "eherkenning": "eHerkenning", "eidas": "eIDAS", "geen": "niet nodig"}
_TALEN = {"en": "This form in English", "nl": "Dit formulier in het Nederlands"}


@dataclass(frozen=True, slots=True)
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
                except ValueError:  # a working text that is broken now; its last good output is still there
                    continue
        return None

    def bundel(self, versie: str | None = None) -> Bundel | None:
        """What was built of a version; of the one that is shown when none is named."""
        return self.bundels.get(f"diensten/{self.slug}/{versie or self.versie}")

    @property
    def over_te_nemen(self) -> str:
        """The version to download: the newest valid release, or what is shown while there is none."""
        nieuwste = actueel(self.catalogus, self.slug, self.vandaag)
        return nieuwste if nieuwste and self.bundel(nieuwste) else self.versie

    @property
    def naam(self) -> str:
        return in_taal(self.formulier.naam, "nl")

    @property
    def samenvatting(self) -> str:
        return self.woorden(self.formulier.samenvatting)

    def codes(self, soort: str) -> tuple[str, ...]:
        """The codes of one way into the catalogue."""
        waarde = getattr(self.formulier, soort)
        return (waarde,) if isinstance(waarde, str) else waarde or ()

    def woorden(self, tekst: Any) -> str:
        """A text in Dutch, with open places said."""
        return vul_in(self.formulier, tekst, lambda _: None, "nl") if tekst else ""

    def gegevens(self) -> dict[str, Any]:
        """The values of the template."""
        f, pak = self.formulier, self.over_te_nemen
        basis, zip = f"{self.versie}/", self.bundel(pak)
        voorbeelden = list(self.catalogus.voorbeelden(self.slug, pak))
        keuzes = [{"pad": e.pad, "naam": self._naam_van(e)} for stap in f.stappen for e in (stap, *elementen(stap.inhoud)) if e.keuze_gemeente]
        return {
            "slug": self.slug, "naam": self.naam, "naam_yaml": json.dumps(self.naam, ensure_ascii=False), "samenvatting": self.samenvatting,
            "samenvatting_yaml": json.dumps(self.samenvatting, ensure_ascii=False),
            "versie": self.versie, "werk": self.versie == WERK, "basis": basis, "formulier": f"{basis}formulier/index.html",
            "pak": pak, "pak_is_werk": pak == WERK, "actueel": self.bundel(ACTUEEL) is not None,
            "doelgroep": ", ".join(in_taal(dict(register.doelgroepen()[c].label), "nl").lower() for c in f.doelgroep if c in register.doelgroepen()),
            "toegang": " of ".join(dict.fromkeys(_MIDDEL[t.middel] for t in f.toegang)),
            "synoniemen": ", ".join(f.synoniemen),
            "kosten_kort": self._kosten_kort(),
            "talen_anders": [{"taal": t, "url": f"{basis}formulier/{t}/index.html", "naam": _TALEN.get(t, t)} for t in f.talen if t != "nl"],
            "rollen": [{"url": f"{basis}formulier/{p.persoon}/index.html", "naam": self.woorden(p.naam)} for p in f.personen],
            "zip": f"{pak}/{zip.zip_naam}", "zip_kb": zip.kb(), "zip_naam": zip.zip_naam, "zip_map": zip.zip_naam.removesuffix(".zip"),
            "adoptie": adoptie(f, None if pak == WERK else pak, [e["pad"] for e in keuzes]),
            "voorbeeld": eerste_antwoorden(self.catalogus.formulier(self.slug, pak), voorbeelden, self.vandaag),
            "parameters": [{"naam": p.parameter, "wat": self.woorden(p.omschrijving), "soort": p.soort, "grenzen": _grenzen(p)} for p in f.parameters],
            "keuzes": keuzes,
            "bestanden": self._bestanden(pak),
            "goed": sum(v.goed for v in voorbeelden), "fout": sum(not v.goed for v in voorbeelden),
            "rijen": _met_stappen(gegevens(f)), "aantal_stappen": len(f.stappen),
            "grondslagen": [{"tekst": grondslag_tekst(g), "url": g.url, "toelichting": self.woorden(g.toelichting)} for g in f.grondslag],
            "doelbinding": self.woorden(f.doelbinding),
            "doorlooptijd": self._doorlooptijd(),
            "kosten": [self._kosten(k) for k in f.kosten],
            "bewaren": [self._bewaren(b) for b in f.bewaartermijn],
            "producten": [{"naam": p, "url": register.producten()[p].uri if p in register.producten() else None} for p in f.producten],
            "elders": [{"wanneer": self.woorden(e.wanneer), "uitleg": self.woorden(e.uitleg), "url": e.url} for e in f.elders],
            "versies": self._versies(),
            "open": [{"punt": t.punt, "bij": t.bij, "gezocht": "; ".join(t.gezocht)} for t in f.te_controleren],
        }  # fmt: skip

    def _naam_van(self, element: Any) -> str:
        for naam in ("titel", "vraag", "tekst"):
            if getattr(element, naam, None):
                return self.woorden(getattr(element, naam))
        return self.woorden(element.veld.vraag)

    def _kosten_kort(self) -> str:
        f = self.formulier
        if not f.kosten or all(k.bedrag == "0.00" for k in f.kosten):
            return "gratis"
        return "zie hieronder"

    def _kosten(self, k: Any) -> str:
        wat = self.woorden(k.omschrijving)
        if k.bedrag is not None:
            return f"{wat}: gratis" if k.bedrag == "0.00" else f"{wat}: € {k.bedrag.replace('.', ',')}"
        if k.tarief:
            bedrag = tarief_op(k.bedragen, self.vandaag)
            return f"{wat}: " + (f"€ {bedrag.replace('.', ',')} (landelijk tarief)" if bedrag else f"het landelijke tarief van {self.vandaag.year} is nog niet vastgesteld in de catalogus")
        return f"{wat}: de gemeente bepaalt dit bedrag"

    def _bewaren(self, b: Any) -> str:
        resultaat = register.selectielijst().get(b.selectielijst)
        naam = f" ({resultaat.naam})" if resultaat else ""
        return f"Selectielijst {b.selectielijst}{naam}: {duur(b.termijn) if b.termijn else 'blijvend bewaren'}. {self.woorden(b.toelichting)}"

    def _doorlooptijd(self) -> str:
        d = self.formulier.doorlooptijd
        return f"{duur(d.termijn, d.werkdagen)}. {self.woorden(d.toelichting)}" if d else ""

    def _versies(self) -> list[dict[str, Any]]:
        """The working text and the releases, newest first, each with what changed since the one before."""
        wat = {w.versie: self.woorden(w.wat) for w in self.formulier.wijzigingen}
        oudst_eerst = [*self.catalogus.uitgaven(self.slug), *([WERK] if self.versie == WERK else [])]
        uit, vorige = [], None
        for versie in oudst_eerst:
            formulier = self.formulier if versie == self.versie else self.catalogus.formulier(self.slug, versie)
            bundel = self.bundel(versie)
            uit.append({
                "naam": "werkbestand" if versie == WERK else versie,
                "van": "nog niet vastgesteld" if versie == WERK else lees_uitgave(self.catalogus.map_van(self.slug), versie)["geldig_van"],
                "wat": "Hieraan wordt gewerkt." if versie == WERK else wat.get(versie, ""),
                "vorige": vorige[0] if vorige else "", "verschil": _als_waarden(verschil(vorige[1], formulier)) if vorige else None,
                "url": f"{versie}/formulier/index.html" if bundel else "", "zip": f"{versie}/{bundel.zip_naam}" if bundel else "", "zip_kb": bundel.kb() if bundel else "",
            })  # fmt: skip
            vorige = versie, formulier
        return uit[::-1]

    def _bestanden(self, versie: str) -> list[dict[str, Any]]:
        bundel = self.bundel(versie)
        return [{"url": f"{versie}/{naam}", "naam": naam, "wat": wat, "kb": bundel.kb(naam)} for naam, wat in _WAT.items() if naam in bundel.bestanden]


def _als_waarden(v: Verschil) -> dict[str, Any]:
    groepen = [("Nieuw", v.nieuw), ("Weg", v.weg), ("Anders", v.anders)]
    return {"zin": v.zin(), "groepen": [{"naam": naam, "regels": [{"pad": p, "wat": w} for p, w in regels]} for naam, regels in groepen if regels]}


def _met_stappen(rijen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows, each with whether a new step begins there."""
    vorige = None
    uit = []
    for rij in rijen:
        uit.append({**rij, "nieuwe_stap": rij["stap"] != vorige})
        vorige = rij["stap"]
    return uit


def duur(termijn: str, werkdagen: bool = False) -> str:
    """An ISO 8601 duration in words: "P110Y" is "110 jaar", "P1Y6M" is "1 jaar en 6 maanden"."""
    namen = {"Y": ("jaar", "jaar"), "M": ("maand", "maanden"), "W": ("week", "weken"), "D": ("werkdag", "werkdagen") if werkdagen else ("dag", "dagen")}
    delen, getal = [], ""
    for teken in termijn[1:]:
        if teken.isdigit():
            getal += teken
        else:
            delen.append(f"{getal} {namen[teken][getal != '1']}")
            getal = ""
    return " en ".join(delen)


def _grenzen(p: Any) -> str:
    delen = [f"minstens {p.minimum}" if p.minimum else "", f"hooguit {p.maximum}" if p.maximum else "", f"uit de lijst {p.uit}" if p.uit else ""]
    return ", ".join(d for d in delen if d)
