"""A plan made ready to judge with: every condition and every check is made into a function once.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from . import los, voorwaarde, waarde
from .meldingen import Melding, melding
from .tekens import Tekens

GROEP, HERHALING, INFO = "groep", "herhaling", "info"
_MATEN = ("minimum", "maximum", "voorbeeld", "typen", "grootte")


class Regel:
    """Something that must hold between answers (or a warning), once all that it names is known."""

    __slots__ = ("als", "eis", "is_fout", "melding", "namen", "pad")

    def __init__(self, r: Mapping[str, Any]) -> None:
        self.pad, self.melding, self.is_fout = r["pad"], r["m"], r.get("ernst") != "waarschuwing"
        self.namen = [voorwaarde.lezer(naam) for naam in r["namen"]]
        self.als, self.eis = voorwaarde.maak(r.get("als")), voorwaarde.maak(r["eis"])

    def geschonden(self, gang: Any) -> bool:
        """Is all of it known and sure, and does it not hold?"""
        if self.eis is None:
            return False
        for lees in self.namen:
            if lees(gang) is None:
                return False
        if gang.open(self.eis) or gang.open(self.als) or gang.twijfel(self.eis, self.als):
            return False
        return (self.als is None or self.als.waar(gang)) and not self.eis.waar(gang)


class Stop:
    """A condition under which one cannot go on."""

    __slots__ = ("als", "melding", "pad")

    def __init__(self, s: Mapping[str, Any], stap: str) -> None:
        self.pad, self.melding, self.als = f"{stap}.{s['id']}", s["m"], voorwaarde.maak(s["als"])


class Element:
    """A step, group, repeat, text or question.

    `achter`: its path below the row it lies in, or the whole path. `toon`: does its own condition hold (None: always), or is
    that not known yet; `open`: its condition names what the municipality fills in. `plekken`: what stands in it, taken apart
    for the walk. `gewoon`: it asks something and does not hang on an open value. `sluit`: is there anything to say at its end?
    """

    __slots__ = (
        "aard", "achter", "als", "diep", "gewoon", "id", "ids", "inhoud", "naam", "open", "pad", "plan", "plekken", "regels", "sluit", "toon",
        "vraagt",
    )  # fmt: skip

    def __init__(self, e: Mapping[str, Any], pad: str, plan: Plan) -> None:
        self.plan, self.id, self.pad, self.aard = plan, e["id"], pad, e.get("soort", "stap")
        self.achter, self.diep = pad.rpartition("[]")[2], voorwaarde.diepte(pad)
        self.als = voorwaarde.maak(e.get("als"))
        self.open = self.als is not None and bool(self.als.open) and self.aard != INFO
        self.toon = self.als.waar_of_open if self.als and self.open else self.als.waar if self.als else None
        self.naam: Melding = e.get("naam", {})
        binnen = f"{pad}[]" if self.aard == HERHALING else pad
        self.inhoud = tuple(_element(deel, f"{binnen}.{deel['id']}", plan) for deel in e.get("velden", ()))
        self.plekken = tuple(_plek(deel) for deel in self.inhoud)
        self.ids = frozenset(deel.id for deel in self.inhoud if deel.aard != INFO)
        self.vraagt = any(deel.aard != INFO and (deel.aard != GROEP or deel.vraagt) for deel in self.inhoud)
        self.gewoon = self.vraagt and not self.open
        self.regels = tuple(Regel(r) for r in e.get("regels", ()))
        self.sluit = False

    def melding(self, code: str, maten: Mapping[str, Any] | None = None) -> Melding:
        """What to say about a fault here."""
        return melding(self.plan.meldingen, code, self.aard, self.naam, maten)


class Stap(Element):
    """A step, of one role."""

    __slots__ = ("door", "stop")

    def __init__(self, e: Mapping[str, Any], plan: Plan) -> None:
        super().__init__(e, e["id"], plan)
        self.door = e.get("door", "indiener")
        self.stop = tuple(Stop(s, self.id) for s in e.get("stop", ()))
        self.sluit = bool(self.stop or self.regels)


class Herhaling(Element):
    """The same questions more than once."""

    __slots__ = ("maximum", "minimum", "per", "uniek")

    def __init__(self, e: Mapping[str, Any], pad: str, plan: Plan) -> None:
        super().__init__(e, pad, plan)
        self.minimum, self.maximum = e["minimum"], e["maximum"]
        self.per = voorwaarde.lezer(f"{pad.rpartition('.')[0]}.{e['per']}") if e.get("per") else None
        uniek = (*e.get("uniek", ()), *(("voor",) if self.per else ()))
        als_getal = {deel.id for deel in self.inhoud if isinstance(deel, Vraag) and deel.maten["vorm"] == "decimaal"}
        self.uniek = tuple((veld, f"{pad}[].{veld}", veld in als_getal) for veld in uniek)


class Vraag(Element):
    """A question. `keur` looks at its value alone; `los`, where there is one, at that and at what stands round it.

    `moet`: must it be answered, now that it is shown (None: always)? What names an open value demands nothing (rule 30).
    `vorm`: the check of its shape only, for a choice whose codes come from elsewhere.
    """

    __slots__ = ("delen", "eigen", "keur", "los", "maten", "moet", "opties", "verplicht", "vorm")

    def __init__(self, e: Mapping[str, Any], pad: str, plan: Plan) -> None:
        super().__init__(e, pad, plan)
        self.maten = {**plan.soorten[e["soort"]], **e}
        self.verplicht = voorwaarde.maak(e.get("verplicht"))
        self.moet = self.verplicht and (self.verplicht.waar_en_dicht if self.verplicht.open else self.verplicht.waar)
        self.eigen: Mapping[str, Melding] = e.get("m", {})
        self.vorm = waarde.maak(self.maten, plan.tekens)
        self.opties = {o["code"]: voorwaarde.maak(o.get("als")) for o in plan.opties(e)}
        self.keur, self.los = los.maak(self.maten, self.opties, self.vorm)
        self.delen = self.maten["vorm"] == "delen"

    def melding(self, code: str, maten: Mapping[str, Any] | None = None) -> Melding:
        """What to say about a fault: the question's own text, or that of its kind."""
        if code in self.eigen:
            return self.eigen[code]
        eigen = {naam: self.maten[naam] for naam in _MATEN if naam in self.maten}
        eigen.setdefault("maximum", len(self.opties) or "")
        if "typen" in eigen:
            eigen["typen"] = ", ".join(t.partition("/")[2].upper() for t in eigen["typen"])
        naam = self.maten.get("kort") or self.naam
        return melding(self.plan.meldingen, code, self.aard, naam, eigen)


def _plek(e: Element) -> tuple[Any, ...]:
    """What the walk needs of an element, so that it takes it in one go: the last four are of a question only."""
    if not isinstance(e, Vraag):
        return (e, e.id, e.pad, e.achter, e.toon, None, None, None, False)
    return (e, e.id, e.pad, e.achter, e.toon, e.keur, e.los, e.moet, bool(e.delen or e.regels))


def _element(e: Mapping[str, Any], pad: str, plan: Plan) -> Element:
    if e["soort"] in (GROEP, INFO):
        return Element(e, pad, plan)
    return Herhaling(e, pad, plan) if e["soort"] == HERHALING else Vraag(e, pad, plan)


class Plan:
    """One form, ready to judge with. `data`: the plan as it was read (see the page for vendors)."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.dienst, self.versie, self.naam = data["dienst"], data["versie"], data["naam"]
        self.gemeente, self.toegang = data["gemeente"], data["toegang"]
        self.soorten, self.meldingen = data["soorten"], data["meldingen"]
        self.tekens = Tekens(data["tekens"])
        self.gelijkgesteld = frozenset(date.fromisoformat(dag) for dag in data.get("feestdagen", ()))
        self.voorzieningen = tuple((f"voorziening.{naam}", naam) for naam in data["voorzieningen"])
        self.parameters = tuple((f"parameter.{naam}", naam, waarde) for naam, waarde in data["parameters"].items())
        self.stappen = tuple(Stap(s, self) for s in data["stappen"])
        self.ids = frozenset(s.id for s in self.stappen) | (frozenset() if self.gemeente else {"lokaal"})
        self.kosten = [(k, voorwaarde.maak(k.get("als"))) for k in data["kosten"]]
        self.telt_rijen = any("[]" in k.get("aantal", "") for k, _ in self.kosten)

    def opties(self, vraag: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        """The options of a question: its own, or those of the list it names."""
        return self.data["lijsten"][vraag["lijst"]] if "lijst" in vraag else vraag.get("opties", [])
