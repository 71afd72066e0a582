"""A view of the plan of a form (`catalogue.plan`), for one language and one role: what the page or the form door works with.

The same keys, with texts in that language; `talen` holds just it. A step of another role is `{id, als: false}`. The page gets
nothing that stands in it already (names, options, what is said at a stop), only what this form uses, and no costs. Beside the
plan stand: `rol`, `omstandigheden` (of who comes in by the first way), `geheim` (paths that a draft leaves out), `ontvangen`
(what to say when it was kept), and with a kind or part how typed text is made clean (`schoon`) and what may stand before it
(`teken`): see `catalogue.veld.feiten.Schoon`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalogue.dienst import Toegang
from catalogue.formulier import Formulier, Vraag, elementen
from catalogue.plan import maak_plan
from catalogue.tekst import in_taal
from catalogue.veld.feiten import Soort
from generator.targets.formulier.wijzer import Wijzer

Data = dict[str, Any]
_IN_PAGINA = ("naam", "kort", "opties", "lijst")
_NIET_IN_PAGINA = ("plan", "taal", "voorzieningen", "lijsten", "kosten")
_HOUDERS = ("verplicht/herhaling", "verplicht/stap", "keuze/inloggen", "aantal", "dubbel")
"""Texts about what is no question; those of questions follow from their kinds."""


def plan(formulier: Formulier, taal: str, rol: str = "indiener", *, volledig: bool = False) -> Data:
    """The view of a language and role; `volledig` leaves in it what stands in the page, for who has no page."""
    heel = maak_plan(formulier)
    zicht = _Zicht(formulier, taal, volledig)
    stappen = [zicht.stap(s) if s.get("door", "indiener") == rol else {"id": s["id"], "als": False} for s in heel["stappen"]]
    uit = zicht.in_taal({**heel, "stappen": [], "talen": [taal], "toegang": {rol: heel["toegang"][rol]}})
    uit |= {"soorten": zicht.soorten(heel, stappen), "stappen": stappen, "rol": rol}
    uit |= {"omstandigheden": omstandigheden(formulier, rol), "geheim": zicht.geheim(rol), "ontvangen": zicht.ontvangen()}
    if volledig:
        return uit
    uit["meldingen"] = zicht.meldingen(uit)
    if not _telt_werkdagen(stappen):
        del uit["feestdagen"]
    uit["parameters"] = {naam: waarde for naam, waarde in heel["parameters"].items() if waarde is not None}
    if not uit["parameters"]:
        del uit["parameters"]
    return {sleutel: waarde for sleutel, waarde in uit.items() if sleutel not in _NIET_IN_PAGINA}


def omstandigheden(formulier: Formulier, rol: str = "indiener") -> Data:
    """The circumstances of somebody who comes in by the first way that the service (or the person's step) allows."""
    toegang = _toegangen(formulier, rol)[0]
    indiener = {"soort": toegang.soort, "middel": toegang.middel, "niveau": toegang.niveau}
    return {"rol": rol, "indiener": {k: w for k, w in indiener.items() if w}}


def _toegangen(formulier: Formulier, rol: str) -> tuple[Toegang, ...]:
    return next((p.toegang for p in formulier.personen if p.persoon == rol), formulier.toegang)


def _telt_werkdagen(deel: Any) -> bool:
    """Does any bound in this part of a plan, `[basis, aantal, eenheid, uitloop]`, step over days off?"""
    if isinstance(deel, dict):
        return any(_telt_werkdagen(onder) for onder in deel.values())
    if not isinstance(deel, list):
        return False
    if len(deel) == 4 and isinstance(deel[2], str) and (deel[2] == "werkdagen" or deel[3] == 1):
        return True
    return any(_telt_werkdagen(onder) for onder in deel)


def _soorten(velden: list[Data]) -> Iterator[str]:
    for v in velden:
        yield v["soort"]
        yield from _soorten(v.get("velden", []))


class _Zicht:
    """Takes parts of a plan into the view."""

    def __init__(self, formulier: Formulier, taal: str, volledig: bool) -> None:
        self.formulier, self.taal, self.volledig = formulier, taal, volledig

    def in_taal(self, deel: Any) -> Any:
        """A part with each text in it in one language."""
        if isinstance(deel, list):
            return [self.in_taal(onder) for onder in deel]
        if not isinstance(deel, dict):
            return deel
        if "nl" in deel and all(isinstance(zin, str) for zin in deel.values()):
            return in_taal(deel, self.taal)
        return {naam: self.in_taal(onder) for naam, onder in deel.items()}

    def stap(self, s: Data) -> Data:
        uit = self.in_taal({**s, "velden": []}) | {"velden": [self.deel(v) for v in s["velden"]]}
        if self.volledig:
            return uit
        del uit["naam"]
        for stop in uit.get("stop", ()):
            del stop["m"]
        return self.zonder_seintjes(uit)

    def deel(self, v: Data) -> Data:
        """A question, text, group or repeat."""
        uit = self.in_taal({**v, "velden": []})
        del uit["velden"]
        if "velden" in v:
            uit["velden"] = [self.deel(onder) for onder in v["velden"]]
        if self.volledig:
            return uit
        kaal = {naam: waarde for naam, waarde in uit.items() if naam not in _IN_PAGINA}
        if "kort" in uit:
            kaal["naam"] = uit["kort"]
        opties = uit.get("opties", ())
        if v["id"] == "voor" or any("als" in optie for optie in opties):
            kaal["opties"] = [{naam: waarde for naam, waarde in optie.items() if naam != "naam"} for optie in opties]
        return self.zonder_seintjes(kaal)

    def zonder_seintjes(self, deel: Data) -> Data:
        """The texts of warnings stand in the page."""
        for regel in deel.get("regels", ()):
            if regel.get("ernst") == "waarschuwing":
                del regel["m"]
        return deel

    def soorten(self, heel: Data, stappen: list[Data]) -> Data:
        """The kinds that are asked, with how to clean what is typed."""
        gevraagd = {soort for s in stappen for soort in _soorten(s.get("velden", []))}
        return {naam: self._soort(feiten, self.formulier.soorten[naam]) for naam, feiten in heel["soorten"].items() if naam in gevraagd}

    def _soort(self, oordeel: Data, soort: Soort) -> Data:
        uit = {**oordeel, **_schoon(soort), **({"teken": soort.teken} if soort.teken else {})}
        if soort.delen:
            uit["delen"] = [{**deel, **_schoon(feiten)} for deel, feiten in zip(oordeel["delen"], soort.delen, strict=True)]
        return uit

    def meldingen(self, uit: Data) -> Data:
        """The texts of the faults that somebody can make by filling in these kinds."""
        alle: Data = uit["meldingen"]
        namen = {f"{code}/{s}" if f"{code}/{s}" in alle else code for s in uit["soorten"] for code in self.formulier.soorten[s].codes}
        return {naam: tekst for naam, tekst in alle.items() if naam in namen or naam in _HOUDERS}

    def geheim(self, rol: str) -> list[str]:
        stappen = self.formulier.stappen_van(rol)
        vragen = (e for s in stappen for e in elementen(s.inhoud) if isinstance(e, Vraag))
        return [v.pad.replace("[]", "") for v in vragen if v.feiten.geheim]

    def ontvangen(self) -> list[str]:
        tekst = self.formulier.teksten.get("ontvangen")
        return [Wijzer(self.formulier, self.taal, {}).zin(tekst)] if tekst else []


def _schoon(deel: Any) -> Data:
    return {"schoon": deel.schoon.model_dump(exclude_defaults=True)} if deel.schoon else {}
