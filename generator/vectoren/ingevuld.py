"""What a municipality may have filled in, so that a condition that names it comes out one way or the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from catalogue.beoordelen import Weger
from catalogue.formulier import Formulier
from catalogue.oordeel.moment import DAG, minuten
from catalogue.soorten import SOORTEN
from catalogue.voorwaarde import Grens, Vergelijk
from generator.vectoren.doelen import Manier
from generator.vectoren.waarden import tekst_van

EEN_WAARDE: dict[str, tuple[Any, ...]] = {
    "decimaal": ("100.00", "101.00", "102.00"),
    "getal": (10, 11, 12),
    "waar": (True, False),
    "dag": ("2026-12-01", "2026-12-02", "2026-12-03"),
    "tijd": ("12:00", "13:00", "14:00"),
}
"""Values by how they compare; of everything else a text."""
TEKSTEN = ("iets", "anders", "nog iets")
HOGER = ("meer_dan", "vanaf", "na")


class Ingevuld:
    """The wishes about the municipality of one form."""

    def __init__(self, formulier: Formulier, vandaag: date) -> None:
        soorten = {**SOORTEN, **formulier.soorten}
        gevraagd = {p.parameter: soorten.get(p.soort) for p in formulier.parameters}
        self.feiten = {naam: feiten for naam, feiten in gevraagd.items() if feiten}
        self.weger = Weger(lambda _: None, vandaag)

    def waarden(self, manier: Manier, kop: str) -> Mapping[str, Any]:
        """What these wishes come down to, by the name of what was filled in: a yes or no, or a value."""
        uit: dict[str, Any] = {}
        for v, moet in manier:
            if v.pad.startswith(kop) and moet is not None:
                naam = v.pad.removeprefix(kop)
                waarde = self._waarde(naam, v, moet)
                uit |= {} if waarde is None else {naam: waarde}
        return uit

    def _waarde(self, naam: str, v: Vergelijk, moet: bool) -> Any:
        als = self.feiten[naam].als if naam in self.feiten else "tekst"
        een = EEN_WAARDE.get(als, TEKSTEN)
        if v.hoe == "beantwoord":
            return een[0] if moet else None
        if v.hoe == "minimaal_tekens":
            return tekst_van(max(1, int(v.grens.waarde or 0) - (not moet)))
        if v.grens is not None:
            return self._naast(naam, als, v.grens, 1 if moet == (v.hoe in HOGER) else -1)
        if moet == (v.hoe == "is"):
            return v.waarden[0]
        return next((waarde for waarde in een if waarde not in v.waarden), None)

    def _naast(self, naam: str, als: str, grens: Grens, kant: int) -> Any:
        """A value just above or just below a bound; None when the bound itself is not known."""
        if als == "dag":
            vak = self.weger.tijdvak(grens)
            return vak and date.fromordinal(vak[kant > 0] // DAG + kant).isoformat()
        if grens.waarde is None:
            return None
        if als == "tijd":
            punt = minuten(str(grens.waarde)) + kant
            return f"{punt // 60:02}:{punt % 60:02}"
        if als == "decimaal":
            return f"{Decimal(str(grens.waarde)) + kant:.{self.feiten[naam].maten['decimalen_minstens']}f}"
        return int(grens.waarde) + kant
