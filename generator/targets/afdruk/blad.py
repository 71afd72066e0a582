"""The form on paper as plain dicts: what the template draws, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from markupsafe import Markup

from catalogue.formulier import Formulier, Groep, Herhaling, Info, Stap, Vraag, elementen
from catalogue.voorwaarde import ALTIJD, NOOIT
from generator.targets.afdruk.papier import Papier
from generator.targets.afdruk.vakken import LANG, aanwijzing, hokjes_van, kruisjes, optie, regel, vak
from generator.targets.formulier import tekst_html

Beeld = dict[str, Any]
RIJEN, GROTE_RIJ, KLEINE_RIJ = 3, 6, 3
"""So many times a repeat stands on paper; with more questions in it than the second, two times; up to the third, on one
page."""


class Blad:
    """Makes the dicts of one form in one language."""

    def __init__(self, formulier: Formulier, taal: str, teksten: dict[str, str]) -> None:
        self.formulier, self.taal, self.t = formulier, taal, teksten
        self.papier = Papier(formulier, taal)

    def delen(self) -> list[Beeld]:
        """A part per person who fills something in; the one who applies comes first."""
        f, uit = self.formulier, []
        for rol in f.rollen:
            stappen = [beeld for stap in f.stappen_van(rol) if (beeld := self._stap(stap, rol))]
            persoon = next((p for p in f.personen if p.persoon == rol), None)
            if stappen:
                uit.append({
                    "naam": self.papier.zin(persoon.naam) if persoon else "",
                    "als": self._als(persoon.als, "indiener") if persoon and persoon.als != ALTIJD else "",
                    "wie": self._wie(rol) if self.papier.inloggen(rol) else [], "stappen": stappen,
                })  # fmt: skip
        return uit

    def _wie(self, rol: str) -> list[Beeld]:
        """What the login tells, as questions."""
        t, soorten = self.t, self.papier.soorten(rol)
        wie = [(t[naam], regel("heel")) for naam in ("voornamen", "achternaam")]
        wie.append((t["geboortedatum"], hokjes_van("datum", t)))
        burger = [(t["bsn"], hokjes_van("bsn", t))]
        bedrijf = [(t["organisatie"], regel("heel")), (t["kvk"], hokjes_van("kvk", t))]
        blokken = [("", [*wie, *(burger if "burger" in soorten else []), *(bedrijf if soorten == ["bedrijf"] else [])])]
        if len(soorten) > 1:
            keuze = (t["wie_keuze"], kruisjes(optie(t["burger"]), optie(t["bedrijf"]), naast=True))
            blokken = [("", [keuze, *blokken[0][1]]), (t["alleen_bedrijf"], bedrijf)]
        return [{"als": als, "delen": [_los(naam, ruimte) for naam, ruimte in rij]} for als, rij in blokken]

    def _stap(self, stap: Stap, rol: str) -> Beeld | None:
        als = self.papier.geldt(stap.toon_als, rol)
        if als == NOOIT:
            return None
        stops = [self._stop(stop, rol) for stop in stap.stop if self.papier.geldt(stop.als, rol) != NOOIT]
        slot = [{"als": "", "delen": [{"soort": "stops", "stops": stops}]}] if stops else []
        return {
            "titel": self.papier.zin(stap.titel),
            "als": "" if als == ALTIJD else self.t["stap_als"].format(als=self._als(als, rol)), "inleiding": self.blok([stap.inleiding]), "blokken": [*self._blokken(stap.inhoud, rol), *slot],
        }  # fmt: skip

    def blok(self, teksten: Any) -> Markup:
        """Texts as paragraphs and lists."""
        zinnen = [{self.taal: self.papier.zin(tekst)} for tekst in teksten if tekst]
        return tekst_html.blok(zinnen, self.taal, lambda _: None, klasse="")

    def _als(self, v: Any, rol: str) -> str:
        return self.papier.als(self.papier.geldt(v, rol))

    # -- what stands in a step -----------------------------------------------------------------------------------

    def _blokken(self, inhoud: tuple[Any, ...], rol: str) -> list[Beeld]:
        """The elements, with one sentence above all that have the same condition."""
        uit = []
        for als, rij in groupby(inhoud, lambda e: self.papier.geldt(e.toon_als, rol)):
            if als == NOOIT:
                continue
            delen = [self._element(e, rol) for e in rij]
            uit.append({"als": "" if als == ALTIJD else self._kop(delen, self.papier.als(als)), "delen": delen})
        return uit

    def _kop(self, delen: list[Beeld], als: str) -> str:
        nummers = [nummer for deel in delen for nummer in deel["nummers"]]
        if not nummers:
            return self.t["geldt_als"].format(als=als)
        if len(nummers) == 1:
            return self.t["vraag_als"].format(n=nummers[0], als=als)
        return self.t["vragen_als"].format(van=min(nummers), tot=max(nummers), als=als)

    def _element(self, e: Any, rol: str) -> Beeld:
        if isinstance(e, Info):
            return {"soort": "tekst", "nummers": [], "stijl": e.stijl, "tekst": self.blok([e.tekst])}
        hierin = [e] if isinstance(e, Vraag) else elementen(e.inhoud)
        nummers = [self.papier.nummers[v.pad] for v in hierin if v.pad in self.papier.nummers]
        if isinstance(e, Vraag):
            return {"nummers": nummers, **self._vraag(e, rol)}
        kop = {"nummers": nummers, "vraag": self.papier.zin(e.vraag), "hulp": self.blok(e.hulp)}
        if isinstance(e, Groep):
            return {"soort": "groep", **kop, "blokken": self._blokken(e.inhoud, rol)}
        return {"soort": "herhaling", **kop, **self._rijen(e, rol)}

    def _stop(self, stop: Any, rol: str) -> Beeld:
        als = self._als(stop.als, rol)
        return {"als": f"{als[0].upper()}{als[1:]}:", "tekst": self.papier.zin(stop.melding)}

    def _rijen(self, h: Herhaling, rol: str) -> Beeld:
        """The items one can fill in: one for each option, or some, and what to do for more."""
        inhoud = tuple(e for e in h.inhoud if not (h.per and e.id == "voor"))
        blokken = self._blokken(inhoud, rol)
        if h.per and (opties := self.papier.zoek(h.per).opties):
            per = [{"naam": self.papier.zin(o.naam), "als": self.t["rij_als"], "blokken": blokken} for o in opties[:LANG]]
            return {"rijen": per, "klein": False, "meer": ""}
        groot = sum(isinstance(e, Vraag) for e in elementen(inhoud))
        aantal = min(h.maximum, max(h.minimum, RIJEN if groot <= GROTE_RIJ else 2))
        naam = self.papier.zin(h.item or h.vraag)
        rijen = [{"naam": f"{naam} {nummer}", "als": "", "blokken": blokken} for nummer in range(1, aantal + 1)]
        meer = self.t["meer_rijen"].format(n=aantal) if aantal < h.maximum else ""
        return {"rijen": rijen, "klein": groot <= KLEINE_RIJ, "meer": meer}

    # -- one question --------------------------------------------------------------------------------------------

    def _vraag(self, v: Vraag, rol: str) -> Beeld:
        return {
            "soort": "vraag", "nummer": self.papier.nummers.get(v.pad, ""), "vraag": self.papier.zin(v.veld.vraag),
            "vrij": self._vrij(v, rol), "hulp": self.blok(v.veld.hulp), "aanwijzing": aanwijzing(v, self.taal, self.t),
            "vak": vak(v, list(self._opties(v, rol)), self.taal, self.t),
        }  # fmt: skip

    def _vrij(self, v: Vraag, rol: str) -> str:
        """That a question may stay open, and when it may not."""
        verplicht = self.papier.geldt(v.verplicht, rol)
        if verplicht in (ALTIJD, self.papier.geldt(v.toon_als, rol)):
            return ""
        if verplicht == NOOIT:
            return self.t["niet_verplicht"]
        return f"{self.t['niet_verplicht_behalve']} {self.papier.als(verplicht)}"

    def _opties(self, v: Vraag, rol: str) -> Iterator[Beeld]:
        for keus in v.opties:
            als = self.papier.geldt(keus.toon_als, rol)
            if als != NOOIT:
                hulp = " ".join(self.papier.zin(zin) for zin in keus.hulp)
                alleen = "" if als == ALTIJD else self.t["optie_als"].format(als=self.papier.als(als))
                yield optie(self.papier.zin(keus.naam), alleen, hulp)


def _los(naam: str, ruimte: Beeld) -> Beeld:
    """A question that every form has on paper, without a number."""
    leeg = {"nummers": [], "nummer": "", "vrij": "", "hulp": "", "aanwijzing": ""}
    return {"soort": "vraag", "vraag": naam, "vak": ruimte, **leeg}
