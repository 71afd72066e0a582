"""What is known about a service, as a reader of the catalogue gets it: terms, costs and retention in words."""

from __future__ import annotations

from datetime import date
from typing import Any

from catalogue import register
from catalogue.formulier import Formulier
from catalogue.oordeel import tarief_op
from catalogue.tekst import in_taal
from catalogue.weergave import vul_in
from generator.targets.pagina import grondslag_tekst

MIDDEL = {"digid": "DigiD", "eherkenning": "eHerkenning", "eidas": "eIDAS", "geen": "niet nodig"}


class Woorden:
    """The texts of one form, on one day."""

    def __init__(self, formulier: Formulier, vandaag: date) -> None:
        self.f, self.vandaag = formulier, vandaag

    def __call__(self, tekst: Any) -> str:
        """A text in Dutch, with open places said."""
        return vul_in(self.f, tekst, lambda _: None, "nl") if tekst else ""

    def naam_van(self, element: Any) -> str:
        """What an element is called: its title, its question or its text."""
        for naam in ("titel", "vraag", "tekst", "melding"):
            if getattr(element, naam, None):
                return self(getattr(element, naam))
        return self(element.veld.vraag) if hasattr(element, "veld") else element.id

    def doelgroep(self) -> str:
        return ", ".join(
            in_taal(dict(register.doelgroepen()[c].label), "nl").lower()
            for c in self.f.doelgroep
            if c in register.doelgroepen()
        )

    def toegang(self) -> str:
        return " of ".join(dict.fromkeys(MIDDEL[t.middel] for t in self.f.toegang))

    def kosten_kort(self) -> str:
        return "gratis" if all(k.bedrag == "0.00" for k in self.f.kosten) else "zie hieronder"

    def kosten(self) -> list[str]:
        return [self._kosten(k) for k in self.f.kosten]

    def _kosten(self, k: Any) -> str:
        wat = self(k.omschrijving)
        if k.bedrag is not None:
            return f"{wat}: gratis" if k.bedrag == "0.00" else f"{wat}: € {k.bedrag.replace('.', ',')}"
        if k.tarief:
            bedrag = tarief_op(k.bedragen, self.vandaag.isoformat())
            return f"{wat}: " + (
                f"€ {bedrag.replace('.', ',')} (landelijk tarief)"
                if bedrag
                else f"het landelijke tarief van {self.vandaag.year} is nog niet vastgesteld in de catalogus"
            )
        return f"{wat}: de gemeente bepaalt dit bedrag"

    def bewaren(self) -> list[str]:
        return [self._bewaren(b) for b in self.f.bewaartermijn]

    def _bewaren(self, b: Any) -> str:
        resultaat = register.selectielijst().get(b.selectielijst)
        naam = f" ({resultaat.naam})" if resultaat else ""
        return f"Selectielijst {b.selectielijst}{naam}: {duur(b.termijn) if b.termijn else 'blijvend bewaren'}. {self(b.toelichting)}"

    def doorlooptijd(self) -> str:
        d = self.f.doorlooptijd
        return f"{duur(d.termijn, d.werkdagen)}. {self(d.toelichting)}" if d else ""

    def grondslagen(self) -> list[dict[str, Any]]:
        return [
            {"tekst": grondslag_tekst(g), "url": g.url, "toelichting": self(g.toelichting)} for g in self.f.grondslag
        ]

    def producten(self) -> list[dict[str, Any]]:
        return [
            {"naam": p, "url": register.producten()[p].uri if p in register.producten() else None}
            for p in self.f.producten
        ]

    def parameters(self) -> list[dict[str, Any]]:
        return [
            {"naam": p.parameter, "wat": self(p.omschrijving), "soort": p.soort, "grenzen": _grenzen(p)}
            for p in self.f.parameters
        ]

    def elders(self) -> list[dict[str, Any]]:
        return [{"wanneer": self(e.wanneer), "uitleg": self(e.uitleg), "url": e.url} for e in self.f.elders]

    def open(self) -> list[dict[str, Any]]:
        return [{"punt": t.punt, "bij": t.bij, "gezocht": "; ".join(t.gezocht)} for t in self.f.te_controleren]


def duur(termijn: str, werkdagen: bool = False) -> str:
    """An ISO 8601 duration in words: "P110Y" is "110 jaar", "P1Y6M" is "1 jaar en 6 maanden"."""
    namen = {
        "Y": ("jaar", "jaar"),
        "M": ("maand", "maanden"),
        "W": ("week", "weken"),
        "D": ("werkdag", "werkdagen") if werkdagen else ("dag", "dagen"),
    }
    delen, getal = [], ""
    for teken in termijn[1:]:
        if teken.isdigit():
            getal += teken
        else:
            delen.append(f"{getal} {namen[teken][getal != '1']}")
            getal = ""
    return " en ".join(delen)


def _grenzen(p: Any) -> str:
    delen = [
        f"minstens {p.minimum}" if p.minimum else "",
        f"hooguit {p.maximum}" if p.maximum else "",
        f"uit de lijst {p.uit}" if p.uit else "",
    ]
    return ", ".join(d for d in delen if d)
