"""The answers of one role as classes, before they are written in a language.

A class per step, per group and per item of a repeat.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from catalogue.formulier import LOKAAL, Formulier, Groep, Herhaling, Info, Stap, Vraag
from catalogue.soorten import SOORTEN
from catalogue.voorwaarde import ALTIJD
from generator.targets.schema.antwoorden import vraagt_iets
from generator.targets.schema.waarde import UITGELEGD, tekst

EIGEN = (
    "Annotated", "Antwoorden", "Any", "Code", "Deel", "False", "Field", "Fout", "Geheel", "Indiener", "Literal", "None",
    "Omstandigheden", "Oordeel", "Rol", "Tekst", "True",
)  # fmt: skip
"""Names that the packages use themselves."""
ONVOLLEDIG = "Onvolledig"
"""What stands behind the name of the type of a day of which a part may be unknown."""
Codes = tuple[tuple[str, str], ...]
"""Each code with its name."""
_ACHTER = {"stap": "Stap", "groep": "Groep", "herhaling": "Item"}


@dataclass(frozen=True, slots=True)
class Lid:
    """A member: a question, or a step, group or repeat with its own class. `moet`: it is in all right answers."""

    id: str
    element: Any
    moet: bool
    klasse: Klasse | None = None


@dataclass(slots=True)
class Klasse:
    """What one level of the answers holds."""

    naam: str
    titel: str
    leden: list[Lid] = field(default_factory=list)
    lokaal: bool = False


@dataclass(slots=True)
class Boom:
    """All of one role. `klassen` come in the order in which they can be written: what is used before what uses it."""

    dienst: str
    versie: str
    rol: str
    klassen: list[Klasse] = field(default_factory=list)
    lijsten: dict[str, Codes] = field(default_factory=dict)
    """Long lists of codes, by name; two questions with the same codes share one."""

    def lijst(self, vraag: Vraag) -> str | None:
        """The name of the list that a question chooses from; None where its codes stand with the question."""
        eigen = _codes(vraag)
        namen = (naam for naam, lijst in self.lijsten.items() if lijst == eigen)
        return next(namen, None) if len(eigen) > UITGELEGD else None


def gedeeld() -> set[str]:
    """Names that no class of a step can have, whatever the service asks: another question never changes a name."""
    typen = [ding.type.naam for feiten in SOORTEN.values() for ding in (feiten, *feiten.delen) if ding.type]
    momenten = [feiten.type.naam + ONVOLLEDIG for feiten in SOORTEN.values() if feiten.vorm == "moment" and feiten.type]
    return {*EIGEN, *typen, *momenten}


def boom(formulier: Formulier, rol: str) -> Boom:
    """The classes of one role; the last is `Antwoorden`, the whole."""
    return _Bouw(Boom(formulier.dienst, formulier.versie, rol)).alles(formulier)


class _Bouw:
    def __init__(self, boom: Boom) -> None:
        self.boom = boom
        self.namen = gedeeld()

    def alles(self, formulier: Formulier) -> Boom:
        stappen = [s for s in formulier.stappen_van(self.boom.rol) if vraagt_iets(s.inhoud)]
        heel = Klasse("Antwoorden", f"Antwoorden: {tekst(formulier.naam)}")
        heel.leden = [Lid(s.pad, s, s.toon_als == ALTIJD, self.klasse(s)) for s in stappen]
        heel.lokaal = formulier.gemeente is None and all(s.pad != LOKAAL for s in stappen)
        self.boom.klassen.append(heel)
        return self.boom

    def klasse(self, houder: Stap | Groep | Herhaling) -> Klasse:
        titel = tekst(houder.titel if isinstance(houder, Stap) else (houder.vraag or {}))
        k = Klasse(self.naam(houder.pad, houder.aard if not isinstance(houder, Stap) else "stap"), titel)
        k.leden = [lid for e in houder.inhoud for lid in self.lid(e)]
        self.boom.klassen.append(k)
        return k

    def lid(self, e: Any) -> Iterator[Lid]:
        if isinstance(e, Vraag):
            self.onthoud(e)
            yield Lid(e.id, e, e.toon_als == ALTIJD and e.verplicht == ALTIJD)
        elif not isinstance(e, Info) and (isinstance(e, Herhaling) or vraagt_iets(e.inhoud)):
            yield Lid(e.id, e, e.toon_als == ALTIJD, self.klasse(e))

    def onthoud(self, v: Vraag) -> None:
        """A long list of codes gets a name of its own."""
        if len(v.opties) > UITGELEGD and self.boom.lijst(v) is None:
            self.boom.lijsten[self.naam(v.lijst or v.id, "lijst")] = _codes(v)

    def naam(self, pad: str, aard: str) -> str:
        """A name of its own: `verhuizing.nieuwAdres` is `VerhuizingNieuwAdres`; an item of a repeat says so."""
        stam = "".join(deel[:1].upper() + deel[1:] for deel in pad.replace("[]", "").replace("-", ".").split("."))
        naam = stam + ("Item" if aard == "herhaling" else "")
        if naam in self.namen:
            naam = stam + _ACHTER.get(aard, "Lijst")
        nummer = 2
        while naam in self.namen:
            naam, nummer = f"{stam}{nummer}", nummer + 1
        self.namen.add(naam)
        return naam


def codes(vraag: Vraag) -> Codes:
    """The codes of a short list with their names, to explain them."""
    return _codes(vraag) if len(vraag.opties) <= UITGELEGD else ()


def _codes(vraag: Vraag) -> Codes:
    return tuple((o.code, " ".join(tekst(o.naam).split())) for o in vraag.opties)
