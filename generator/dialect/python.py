"""A form as plain data for the reference that travels with the Python stub (templates/stub/dienst/plan.py).

Conditions are the arrays of `dialect.javascript`; what always holds is left out. Every language is kept.
"""

from __future__ import annotations

import re
from typing import Any

from catalogue.dienst import NIVEAUS, Toegang
from catalogue.formulier import Eis, Formulier, Groep, Herhaling, Info, Stap, Stop, Vraag, elementen
from catalogue.tekst import in_taal
from catalogue.voorwaarde import ALTIJD
from generator.dialect.javascript import ALS, grens, voorwaarde

Data = dict[str, Any]
_MATEN = ("minimum", "maximum", "lengte", "patroon", "decimalen", "onvolledig", "typen", "grootte", "voorbeeld")
_PLEK = re.compile(r"<([a-zA-Z][a-zA-Z0-9.\[\]]*)>")
_OPEN = {"nl": "[door de gemeente in te vullen]", "en": "[to be filled in by the municipality]"}


def plan(formulier: Formulier, sha256: str) -> Data:
    """Everything that decides about answers, and what is said about them."""
    bouw = _Bouw(formulier)
    personen = {p.persoon: p.toegang for p in formulier.personen}
    return {
        "dienst": formulier.dienst,
        "versie": formulier.versie,
        "sha256": sha256,
        "naam": formulier.naam,
        "talen": list(formulier.talen),
        "gemeente": formulier.gemeente.model_dump(include={"code", "naam"}) if formulier.gemeente else None,
        "toegang": {rol: [_weg(t) for t in personen.get(rol, formulier.toegang)] for rol in formulier.rollen},
        "voorzieningen": [v.voorziening for v in formulier.voorzieningen],
        "parameters": [p.parameter for p in formulier.parameters],
        "stappen": [bouw.stap(s) for s in formulier.stappen],
        "kosten": [_kosten(k, formulier) for k in formulier.kosten],
    }


def _weg(t: Toegang) -> list[Any]:
    """A way in, with the levels that are high enough."""
    niveaus = NIVEAUS[t.middel]
    return [t.soort, t.middel, list(niveaus[niveaus.index(t.niveau) :]) if t.niveau else None]


def _kosten(k: Any, formulier: Formulier) -> Data:
    uit: Data = {"kosten": k.kosten, "omschrijving": k.omschrijving, **_als(k.als)}
    if k.aantal is not None:
        uit["aantal"] = k.aantal
    if k.bedrag is not None:
        return {**uit, "bedrag": k.bedrag}
    if k.parameter is not None:
        waarde = formulier.parameterwaarden.get(k.parameter)
        return {**uit, "parameter": k.parameter, **({} if waarde is None else {"waarde": str(waarde)})}
    return {**uit, "bedragen": k.bedragen}


def _als(v: Any, sleutel: str = "als") -> Data:
    return {} if v == ALTIJD else {sleutel: voorwaarde(v)}


class _Bouw:
    def __init__(self, formulier: Formulier) -> None:
        self.vragen = {e.pad: e for s in formulier.stappen for e in elementen(s.inhoud) if isinstance(e, Vraag)}

    def tekst(self, tekst: Data) -> Data:
        """A text to say, with the name of the question where its answer stands."""
        return {taal: _PLEK.sub(lambda m: self._plek(m[1], taal), zin) for taal, zin in tekst.items()}  # noqa: B023

    def _plek(self, pad: str, taal: str) -> str:
        vraag = self.vragen.get(pad)
        if vraag is None:
            return _OPEN.get(taal, _OPEN["nl"])
        return f"[{in_taal(vraag.veld.kort or vraag.veld.vraag, taal).rstrip(' ?.:')}]"

    def stap(self, s: Stap) -> Data:
        uit: Data = {"aard": "stap", "pad": s.pad, **_als(s.toon_als), "naam": s.titel, "inhoud": [self.element(e) for e in s.inhoud]}
        if s.door:
            uit["door"] = s.door
        if s.stop:
            uit["stop"] = [self.stop(stop) for stop in s.stop]
        return uit | self.regels(s.regels)

    def stop(self, s: Stop) -> Data:
        return {"pad": s.pad, "als": voorwaarde(s.als), "melding": self.tekst(s.melding)}

    def regels(self, regels: tuple[Eis, ...]) -> Data:
        uit = [
            {"pad": r.pad, "eis": voorwaarde(r.eis), **_als(r.als), "namen": list(r.namen), "ernst": r.ernst, "melding": self.tekst(r.melding)}
            for r in regels
        ]
        return {"regels": uit} if uit else {}

    def element(self, e: Any) -> Data:
        uit: Data = {"aard": e.aard, "pad": e.pad, **_als(e.toon_als)}
        if isinstance(e, Info):
            return uit
        if isinstance(e, Vraag):
            return uit | self.vraag(e)
        uit |= {"naam": e.vraag or {}, "inhoud": [self.element(deel) for deel in e.inhoud]}
        if isinstance(e, Groep):
            return uit
        return uit | self.herhaling(e)

    def herhaling(self, h: Herhaling) -> Data:
        uit: Data = {"minimum": h.minimum, "maximum": h.maximum}
        if h.per:
            uit["per"] = h.per
        if h.uniek:
            uit["uniek"] = list(h.uniek)
        return uit

    def vraag(self, v: Vraag) -> Data:
        veld: Any = v.veld
        uit: Data = {"soort": v.soort, "naam": veld.vraag, **_als(v.verplicht, "verplicht")}
        if veld.kort:
            uit["kort"] = veld.kort
        for maat in _MATEN:
            waarde = getattr(veld, maat, None)
            if waarde is not None and waarde is not False:
                uit[maat] = list(waarde) if isinstance(waarde, tuple) else waarde
        if veld.meldingen:
            uit["m"] = {code: self.tekst(tekst) for code, tekst in veld.meldingen.items()}
        if v.grenzen:
            uit["grenzen"] = [[b.hoe, ALS.get(v.soort, "g"), grens(b.grens)] for b in v.grenzen]
        if v.open_lijst:
            uit["open"] = True
        if v.opties:
            uit["opties"] = [o.code if o.toon_als == ALTIJD else [o.code, voorwaarde(o.toon_als)] for o in v.opties]
        return uit | self.regels(v.regels)
