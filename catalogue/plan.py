"""A Formulier -> its plan: the one intermediate form, as data, that both judges, the page and the receiver work with.

What stands in it is described for vendors on the page *Ik bouw software*. Conditions are trees, kinds are a shape with
measures; nothing in it points outside. `PLAN` is the version of this form; a release freezes its plan.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from catalogue.dienst import NIVEAUS, Toegang
from catalogue.formulier import Begrenzing, Eis, Formulier, Herhaling, Info, Keus, Stap, Stop, Vraag, elementen
from catalogue.meldingen import teksten
from catalogue.planvoorwaarde import als_data, grens, letter
from catalogue.tekst import in_taal
from catalogue.voorwaarde import ALTIJD

PLAN = 1
TAAL = 1
"""The version of the language: it rises when the working out must give another result for a text that exists."""
Data = dict[str, Any]
LANG = 12
"""A list with more options than this, the same in every question that uses it, stands once in the plan."""
_PLEK = re.compile(r"<([a-zA-Z][a-zA-Z0-9.\[\]]*)>")
_OPEN = {"nl": "[door de gemeente in te vullen]", "en": "[to be filled in by the municipality]"}


def maak_plan(formulier: Formulier) -> Data:
    """Everything that decides about answers, and what is said about them; of a release, as it was frozen."""
    if formulier._plan is not None:
        return formulier._plan
    bouw = _Bouw(formulier)
    personen = {p.persoon: p.toegang for p in formulier.personen}
    soorten = formulier.soorten.values()
    return {
        "plan": PLAN,
        "taal": TAAL,
        "dienst": formulier.dienst,
        "versie": formulier.versie,
        "naam": bouw.tekst(formulier.naam),
        "talen": list(formulier.talen),
        "gemeente": formulier.gemeente.model_dump(include={"code", "naam"}) if formulier.gemeente else None,
        "toegang": {rol: [_weg(t) for t in personen.get(rol, formulier.toegang)] for rol in formulier.rollen},
        "voorzieningen": [v.voorziening for v in formulier.voorzieningen],
        "parameters": {p.parameter: formulier.parameterwaarden.get(p.parameter) for p in formulier.parameters},
        "soorten": {soort.soort: soort.oordeel for soort in soorten},
        "tekens": formulier.algemeen.tekens,
        "feestdagen": list(formulier.algemeen.feestdagen),
        "meldingen": teksten(formulier.algemeen.meldingen, soorten),
        "stappen": [bouw.stap(s) for s in formulier.stappen],
        "lijsten": bouw.lijsten,
        "kosten": [bouw.kosten(k) for k in formulier.kosten],
    }


def _weg(t: Toegang) -> list[Any]:
    """A way in, with the levels that are high enough."""
    niveaus = NIVEAUS[t.middel]
    return [t.soort, t.middel, list(niveaus[niveaus.index(t.niveau) :]) if t.niveau else None]


class _Bouw:
    def __init__(self, formulier: Formulier) -> None:
        self.formulier, self.soorten = formulier, formulier.soorten
        self.vragen = {e.pad: e for s in formulier.stappen for e in elementen(s.inhoud) if isinstance(e, Vraag)}
        self.lijsten: dict[str, list[Data]] = {}

    def tekst(self, tekst: Mapping[str, str]) -> Data:
        """A text to say, with the name of the question where its answer stands."""
        return {taal: _PLEK.sub(lambda m, taal=taal: self._plek(m[1], taal), zin) for taal, zin in tekst.items()}

    def _plek(self, pad: str, taal: str) -> str:
        vraag = self.vragen.get(pad)
        if vraag is None:
            return _OPEN.get(taal, _OPEN["nl"])
        return f"[{in_taal(vraag.veld.kort or vraag.veld.vraag, taal).rstrip(' ?.:')}]"

    def als_data(self, v: Any) -> Any:
        return als_data(v, self.soorten)

    def als(self, v: Any, sleutel: str = "als") -> Data:
        """A condition under a key; nothing when it always holds."""
        return {} if v == ALTIJD else {sleutel: self.als_data(v)}

    def stap(self, s: Stap) -> Data:
        uit: Data = {"id": s.pad, **self.als(s.toon_als), "naam": self.tekst(s.titel)}
        if s.door:
            uit["door"] = s.door
        uit["velden"] = [self.element(e) for e in s.inhoud]
        if s.stop:
            uit["stop"] = [self.stop(stop) for stop in s.stop]
        return uit | self.regels(s.regels)

    def stop(self, s: Stop) -> Data:
        return {"id": s.pad.rpartition(".")[2], "als": self.als_data(s.als), "m": self.tekst(s.melding)}

    def regels(self, regels: tuple[Eis, ...]) -> Data:
        return {"regels": [self.regel(r) for r in regels]} if regels else {}

    def regel(self, r: Eis) -> Data:
        uit = {"pad": r.pad, "eis": self.als_data(r.eis), **self.als(r.als), "namen": list(r.namen)}
        if r.ernst == "waarschuwing":
            uit["ernst"] = r.ernst
        return {**uit, "m": self.tekst(r.melding)}

    def element(self, e: Any) -> Data:
        uit: Data = {"id": e.id}
        if isinstance(e, Vraag):
            return {**uit, "soort": e.soort, **self.als(e.toon_als), **self.vraag(e)}
        uit |= {"soort": e.aard, **self.als(e.toon_als)}
        if isinstance(e, Info):
            return uit
        uit["naam"] = self.tekst(e.vraag or {})
        if isinstance(e, Herhaling):
            uit |= self.herhaling(e)
        return {**uit, "velden": [self.element(deel) for deel in e.inhoud]}

    def herhaling(self, h: Herhaling) -> Data:
        uit: Data = {"minimum": h.minimum, "maximum": h.maximum}
        if h.per:
            uit["per"] = h.per.rpartition(".")[2]
        if h.uniek:
            uit["uniek"] = list(h.uniek)
        return uit

    def vraag(self, v: Vraag) -> Data:
        uit: Data = {"naam": self.tekst(v.veld.vraag), **self.als(v.verplicht, "verplicht")}
        if v.veld.kort:
            uit["kort"] = self.tekst(v.veld.kort)
        if v.vorm != v.feiten.vorm:
            uit["vorm"] = v.vorm
        vast = v.feiten.maten
        for naam, waarde in v.maten.items():
            if vast.get(naam) != waarde:
                uit[naam] = list(waarde) if isinstance(waarde, tuple) else waarde
        if v.veld.meldingen:
            uit["m"] = {code: self.tekst(tekst) for code, tekst in v.veld.meldingen.items()}
        if v.grenzen:
            uit["grenzen"] = [self.grens(b, v.soort) for b in v.grenzen]
        return uit | self.opties(v) | self.regels(v.regels)

    def grens(self, b: Begrenzing, soort: str) -> list[Any]:
        return [b.hoe, letter(soort, self.soorten), grens(b.grens)]

    def opties(self, v: Vraag) -> Data:
        if v.open_lijst:
            return {"open": True}
        if not v.opties:
            return {}
        opties = [self.optie(o) for o in v.opties]
        if not v.lijst or len(opties) <= LANG:
            return {"opties": opties}
        return {"lijst": self._lijst(v.lijst, opties)}

    def _lijst(self, naam: str, opties: list[Data]) -> str:
        """The name under which a long list stands in the plan: two questions may leave out other codes of it."""
        eigen, nummer = naam, 2
        while self.lijsten.setdefault(eigen, opties) != opties:
            eigen, nummer = f"{naam}-{nummer}", nummer + 1
        return eigen

    def optie(self, o: Keus) -> Data:
        return {"code": o.code, "naam": self.tekst(o.naam), **self.als(o.toon_als)}

    def kosten(self, k: Any) -> Data:
        uit: Data = {"kosten": k.kosten, "omschrijving": k.omschrijving, **self.als(k.als)}
        if k.aantal is not None:
            uit["aantal"] = k.aantal
        if k.bedrag is not None:
            return {**uit, "bedrag": k.bedrag}
        if k.parameter is not None:
            waarde = self.formulier.parameterwaarden.get(k.parameter)
            return {**uit, "parameter": k.parameter, **({} if waarde is None else {"waarde": str(waarde)})}
        return {**uit, "bedragen": k.bedragen}
