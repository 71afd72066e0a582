"""Everything the page of one service shows, as plain values for the template."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from catalogue import register
from catalogue.betalen import tarief_op
from catalogue.catalogus import Catalogus
from catalogue.formulier import WERK, Formulier, elementen
from catalogue.tekst import in_taal
from catalogue.uitgave import lees_uitgave
from catalogue.weergave import vul_in
from generator.build import actueel
from generator.targets.pagina import gegevens, grondslag_tekst

_WAT = {
    "schema/antwoorden.json": "JSON Schema van de antwoorden",
    "schema/inzending.json": "JSON Schema van de hele inzending",
    "schema/proeven.json": "Regels die een schema niet kan zeggen",
    "openapi.yaml": "OpenAPI van de ontvangende kant",
    "openapi.json": "Hetzelfde, als JSON",
    "gegevens.csv": "Alle vragen met doel en wet, voor een rekenblad",
    "stub/README.md": "Een kleine dienst die ontvangt, beoordeelt en bewaart",
}
_MIDDEL = {"digid": "DigiD", "eherkenning": "eHerkenning", "eidas": "eIDAS", "geen": "niet nodig"}
_TALEN = {"en": "This form in English", "nl": "Dit formulier in het Nederlands"}


@dataclass(frozen=True, slots=True)
class Dienstpagina:
    """One service on the site: the newest valid release, or the working text while there is none."""

    catalogus: Catalogus
    slug: str
    formulier: Formulier
    versie: str
    uit: Path
    vandaag: date

    @classmethod
    def van(cls, catalogus: Catalogus, slug: str, uit: Path, vandaag: date) -> Dienstpagina | None:
        """The page of a service; None when nothing of it was ever built."""
        versie = WERK if (uit / "diensten" / slug / WERK).is_dir() else actueel(catalogus, slug, vandaag)
        if versie is None:
            return None
        try:
            formulier = catalogus.formulier(slug, versie)
        except ValueError:
            versie = actueel(catalogus, slug, vandaag)
            if versie is None:
                return None
            formulier = catalogus.formulier(slug, versie)
        return cls(catalogus, slug, formulier, versie, uit, vandaag)

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
        f = self.formulier
        basis = f"{self.versie}/"
        zip_naam, zip_bytes = self._zip()
        voorbeelden = list(self.catalogus.voorbeelden(self.slug, self.versie))
        return {
            "slug": self.slug, "naam": self.naam, "naam_yaml": json.dumps(self.naam, ensure_ascii=False), "samenvatting": self.samenvatting,
            "versie": self.versie, "versie_tekst": "het werkbestand" if self.versie == WERK else f"uitgave {self.versie}",
            "basis": basis, "formulier": f"{basis}formulier/index.html",
            "doelgroep": ", ".join(in_taal(dict(register.doelgroepen()[c].label), "nl").lower() for c in f.doelgroep if c in register.doelgroepen()),
            "toegang": " of ".join(dict.fromkeys(_MIDDEL[t.middel] for t in f.toegang)),
            "synoniemen": ", ".join(f.synoniemen),
            "kosten_kort": self._kosten_kort(),
            "talen_anders": [{"taal": t, "url": f"{basis}formulier/{t}/index.html", "naam": _TALEN.get(t, t)} for t in f.talen if t != "nl"],
            "rollen": [{"url": f"{basis}formulier/{p.persoon}/index.html", "naam": self.woorden(p.naam)} for p in f.personen],
            "zip": f"{basis}{zip_naam}", "zip_kb": _kb(len(zip_bytes)),
            "parameters": [{"naam": p.parameter, "wat": self.woorden(p.omschrijving), "soort": p.soort, "grenzen": _grenzen(p)} for p in f.parameters],
            "keuzes": [{"pad": e.pad, "naam": self._naam_van(e)} for stap in f.stappen for e in (stap, *elementen(stap.inhoud)) if e.keuze_gemeente],
            "bestanden": self._bestanden(basis),
            "goed": sum(v.goed for v in voorbeelden), "fout": sum(not v.goed for v in voorbeelden),
            "rijen": _met_stappen(gegevens(f)),
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

    def _versies(self) -> list[dict[str, str]]:
        wat = {w.versie: self.woorden(w.wat) for w in self.formulier.wijzigingen}
        uit = [{"url": f"{WERK}/formulier/index.html", "naam": "werkbestand", "van": "nog niet vastgesteld", "wat": "Hieraan wordt gewerkt."}]
        for versie in reversed(self.catalogus.uitgaven(self.slug)):
            van = lees_uitgave(self.catalogus.map_van(self.slug), versie)["geldig_van"]
            uit.append({"url": f"{versie}/formulier/index.html", "naam": versie, "van": van, "wat": wat.get(versie, "")})
        return uit

    def _bestanden(self, basis: str) -> list[dict[str, Any]]:
        map = self.uit / "diensten" / self.slug / self.versie
        return [
            {"url": basis + naam, "naam": naam, "wat": wat, "kb": _kb((map / naam).stat().st_size)}
            for naam, wat in _WAT.items()
            if (map / naam).is_file()
        ]

    def _zip(self) -> tuple[str, bytes]:
        """One ZIP of everything that was built of this version, with fixed times; written beside it."""
        map = self.uit / "diensten" / self.slug / self.versie
        naam = f"{self.slug}-{self.versie}.zip"
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
            for pad in sorted(p for p in map.rglob("*") if p.is_file() and p.suffix != ".zip"):
                info = zipfile.ZipInfo(f"{self.slug}-{self.versie}/{pad.relative_to(map).as_posix()}", (2026, 1, 1, 0, 0, 0))
                info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                doel.writestr(info, pad.read_bytes())
        inhoud = uit.getvalue()
        if not (map / naam).is_file() or (map / naam).read_bytes() != inhoud:
            (map / naam).write_bytes(inhoud)
        return naam, inhoud


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


def _kb(aantal: int) -> str:
    return str(max(1, round(aantal / 1000)))
