"""The form as `plan.json` has it, made ready to judge with: every condition and every check is made into a function once.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from . import keuren, voorwaarde
from .meldingen import Melding, melding_bij, standaardmelding

MATEN = ("minimum", "maximum", "lengte", "voorbeeld", "typen", "grootte")
STAP, INFO, VRAAG, GROEP, HERHALING = "stap", "info", "vraag", "groep", "herhaling"


class Regel:
    """Something that must hold between answers (or a warning), once all that it names is known."""

    def __init__(self, r: dict[str, Any]) -> None:
        self.pad, self.melding, self.is_fout = r["pad"], r["melding"], r["ernst"] == "fout"
        self.namen = [voorwaarde.lezer(naam) for naam in r["namen"]]
        self.als, self.eis = voorwaarde.maak(r.get("als")), voorwaarde.maak(r["eis"])

    def geschonden(self, gang: Any) -> bool:
        """Is all of it known, and does it not hold?"""
        for lees in self.namen:
            if lees(gang) is None:
                return False
        return self.eis is not None and (self.als is None or self.als(gang)) and not self.eis(gang)


class Stop:
    """A condition under which one cannot go on."""

    def __init__(self, s: dict[str, Any]) -> None:
        self.pad, self.melding, self.bron = s["pad"], s["melding"], s["als"]
        self.als = voorwaarde.maak(s["als"])


class Element:
    """A step, group, repeat, text or question."""

    def __init__(self, e: dict[str, Any]) -> None:
        self.aard, self.pad, self.id = e["aard"], e["pad"], e["pad"].rpartition(".")[2]
        self.bron_als, self.als = e.get("als"), voorwaarde.maak(e.get("als"))
        self.naam: Melding = e.get("naam", {})
        self.inhoud = tuple(_element(deel) for deel in e.get("inhoud", ()))
        self.ids = frozenset(deel.id for deel in self.inhoud if deel.aard != INFO)
        self.vraagt = any(d.aard != INFO and (d.aard != GROEP or d.vraagt) for d in self.inhoud)
        self.regels = tuple(Regel(r) for r in e.get("regels", ()))
        self.stop = tuple(Stop(s) for s in e.get("stop", ()))
        self.door = e.get("door", "indiener")

    def melding(self, code: str, maten: dict[str, Any] | None = None) -> Melding:
        """What to say about a fault of a step, group or repeat."""
        soort = "herhaling" if self.aard == HERHALING else self.aard
        return standaardmelding(code, soort, self.naam, maten)


class Herhaling(Element):
    """The same questions more than once."""

    def __init__(self, e: dict[str, Any]) -> None:
        super().__init__(e)
        self.minimum, self.maximum = e["minimum"], e["maximum"]
        self.per = voorwaarde.lezer(e["per"]) if e.get("per") else None
        self.uniek = (*e.get("uniek", ()), *(("voor",) if self.per else ()))


class Vraag(Element):
    """A question: the check of its value, and what only the walk can say about it."""

    def __init__(self, e: dict[str, Any]) -> None:
        super().__init__(e)
        self.data, self.soort = e, e["soort"]
        self.bron_moet = e.get("verplicht")
        self.moet = voorwaarde.maak(self.bron_moet)
        self.keur = keuren.maak(e)
        self.grenzen = tuple(_grens(*g) for g in e.get("grenzen", ()))
        self.is_keuze, self.open = self.soort in ("keuze", "meerkeuze"), e.get("open", False)
        self.opties = dict(_optie(o) for o in e.get("opties", ()))
        self.vaste_opties = frozenset(self.opties) if not self.open and not any(self.opties.values()) else None
        self.is_adres, self.is_upload = self.soort == "adres", self.soort == "upload"
        self.los = bool(self.is_keuze or self.grenzen or self.is_upload)

    def melding(self, code: str, maten: dict[str, Any] | None = None) -> Melding:
        """What to say about a fault: the question's own text, or that of its kind."""
        e = self.data
        veld = SimpleNamespace(meldingen=e.get("m", {}), kort=e.get("kort"), vraag=self.naam, **{k: e[k] for k in MATEN if k in e})
        return melding_bij(SimpleNamespace(veld=veld, soort=self.soort, opties=self.opties), code)


def _element(e: dict[str, Any]) -> Element:
    return {VRAAG: Vraag, HERHALING: Herhaling}.get(e["aard"], Element)(e)


def _grens(hoe: str, als: str, tegen: Any) -> tuple[Any, Any, str]:
    """A bound: the answer that it needs (None when it needs none), the test, and the code of its fault."""
    basis = tegen[0] if isinstance(tegen, list) else "vandaag"
    eigen = basis == "vandaag" or basis[:1].isdigit()
    return None if eigen else voorwaarde.lezer(basis), voorwaarde.grens(hoe, als, tegen), "datum" if eigen else "vergelijking"


def _optie(o: Any) -> tuple[str, Any]:
    return (o, None) if isinstance(o, str) else (o[0], voorwaarde.maak(o[1]))


class Plan:
    """One form, ready to judge with."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.dienst, self.versie, self.sha256 = data["dienst"], data["versie"], data["sha256"]
        self.naam, self.talen, self.rollen = data["naam"], data["talen"], list(data["toegang"])
        self.gemeente, self.toegang = data["gemeente"], data["toegang"]
        self.stappen = tuple(Element(s) for s in data["stappen"])
        self.ids = frozenset(s.id for s in self.stappen) | (frozenset() if self.gemeente else {"lokaal"})
        self.voorzieningen, self.parameters = data["voorzieningen"], data["parameters"]
        self.kosten = [(k, voorwaarde.maak(k.get("als"))) for k in data["kosten"]]
