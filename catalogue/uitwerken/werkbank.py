"""What every part of the working out shares: the names so far, where one is in the text, and what cannot be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from catalogue.algemeen import ALGEMEEN, Algemeen
from catalogue.conditie import Conditielezer, Probleem, bedoelde
from catalogue.dienst import Blok, Dienst, LijstOptie
from catalogue.formulier import Blokregel, Eis, Keus, Vraag
from catalogue.invulling import LEEG, DienstInvulling, Invulling
from catalogue.namen import Naam, Namen, Onbekend
from catalogue.soorten import SOORTEN
from catalogue.source import Pad
from catalogue.tekst import plaatshouders, vervang
from catalogue.veld.basis import VeldBasis
from catalogue.veld.feiten import Soort
from catalogue.voorwaarde import ALTIJD, namen

Waar = tuple[str, Pad]
Lijst = tuple[LijstOptie, ...]
DIENST, INVULLING = "dienst", "invulling"
_GEHEEL = re.compile(r"-?[0-9]{1,100}")
_GETAL = re.compile(r"-?[0-9]{1,100}(\.[0-9]{1,100})?")


@dataclass(frozen=True)
class Bouwstenen:
    """What a service may point to: blocks, code lists (by name), national tariffs (by name and first day), and the facts of
    the kinds of question; a release brings its own."""

    blokken: Mapping[str, Blok] = field(default_factory=dict)
    lijsten: Mapping[str, Lijst] = field(default_factory=dict)
    tarieven: Mapping[str, dict[str, str | None]] = field(default_factory=dict)
    soorten: Mapping[str, Soort] = field(default_factory=lambda: SOORTEN)
    algemeen: Algemeen = ALGEMEEN
    _keuzen: dict[tuple[str, tuple[str, ...]], tuple[Keus, ...]] = field(default_factory=dict, repr=False, compare=False)

    def keuzen(self, naam: str, zonder: tuple[str, ...]) -> tuple[Keus, ...]:
        """The options of a list, without some. Made once: the national ones are long, and many services have them."""
        if (naam, zonder) not in self._keuzen:
            self._keuzen[naam, zonder] = als_keuzen(self.lijsten[naam], zonder)
        return self._keuzen[naam, zonder]


@dataclass(slots=True)
class Plek:
    """Where in the text one is: the file, the YAML path, and the law and purpose that hold there.

    Inside a block: whose data it asks (`van`), and the line outside all blocks that put it there (`regel`).
    """

    bestand: str
    yp: Pad
    grondslag: tuple[Any, str | None] = ((), None)
    doel: tuple[Any, str | None] = (None, None)
    van: str | None = None
    regel: Waar | None = None

    @property
    def blok(self) -> str | None:
        """The block whose text one is in."""
        return self.bestand.partition(":")[2] or None

    def onder(self, *deel: str | int) -> Plek:
        return Plek(self.bestand, (*self.yp, *deel), self.grondslag, self.doel, self.van, self.regel)

    def met(self, bron: Any, uit: str) -> Plek:
        """The same place, with the law and purpose of a step or block where it has them."""
        self.grondslag = (bron.grondslag, uit) if bron.grondslag else self.grondslag
        self.doel = (bron.doel, uit) if bron.doel else self.doel
        return self


class Werkbank:
    """One working out of one service. Public attributes are read by the modules beside this one."""

    def __init__(self, dienst: Dienst, bouwstenen: Bouwstenen, invulling: Invulling | None) -> None:
        self.dienst, self.bouwstenen, self.gemeente = dienst, bouwstenen, invulling
        self.vul: DienstInvulling = invulling.diensten.get(dienst.dienst, LEEG) if invulling else LEEG
        self.namen = Namen(lambda: frozenset(alle_namen(dienst, bouwstenen)))
        self.problemen: list[Probleem] = []
        self.plaatsen: dict[str, Waar] = {}
        self.blokplaatsen: dict[str, Waar] = {}
        self.vragen: dict[str, Vraag] = {}
        self.blokregels: dict[str, list[Blokregel]] = {}
        self.parameters: dict[str, Any] = {}
        self.lokaal_uit: set[str] = set(self.vul.uit)
        self.bestand = DIENST
        self.soorten = bouwstenen.soorten
        self.lezer = Conditielezer(self.namen, self.meld, self.soorten)

    def context(self) -> None:
        for nummer, p in enumerate(self.dienst.parameters):
            ruw = self.vul.parameters.get(p.parameter, p.standaard)
            waarde = None if ruw is None else self._parameterwaarde(p.soort, ruw)
            if waarde is not None:
                self.parameters[p.parameter] = waarde
            pad = f"parameter.{p.parameter}"
            self.namen.context[pad] = Naam(pad, p.soort, self._als(p.soort), naam=p.omschrijving, waarde=waarde)
            self.plaatsen[pad] = (DIENST, ("parameters", nummer))
        for v in self.dienst.voorzieningen:
            pad = f"voorziening.{v.voorziening}"
            heeft = self.gemeente.voorzieningen.get(v.voorziening) if self.gemeente else None
            self.namen.context[pad] = Naam(pad, "ja-nee", "waar", naam=v.omschrijving, waarde=heeft)

    def feiten(self, soort: str) -> Soort | None:
        """The facts of the kind of a parameter: of the question of that name; a web address and a list are none."""
        return self.soorten.get(soort) or SOORTEN.get(soort)

    def _als(self, soort: str) -> str:
        """How a parameter compares: as a question of its kind, or else as a text."""
        feiten = self.feiten(soort)
        return feiten.als if feiten else "tekst"

    def _parameterwaarde(self, soort: str, ruw: Any) -> Any:
        """A value as its kind has it; None when it is not of that kind (the check of fillings says so)."""
        feiten = self.feiten(soort)
        if feiten and feiten.vorm == "waar":
            return {"ja": True, "nee": False}.get(str(ruw))
        if feiten and feiten.vorm == "getal":
            return int(ruw) if _GEHEEL.fullmatch(str(ruw)) else None
        return str(ruw)

    def maten(self, regel: Any, plek: Plek) -> dict[str, Any]:
        """`minimum` and `maximum` that name a parameter, filled in; nationally as wide as the parameter itself may be,
        so that what is right for a municipality is right there too."""
        uit: dict[str, Any] = {}
        for maat in ("minimum", "maximum"):
            ruw = getattr(regel, maat, None)
            if not isinstance(ruw, str) or not ruw.startswith("<"):
                continue
            naam = ruw[1:-1]
            if f"parameter.{naam}" not in self.namen.context:
                self.meld_op("SL201", plek.onder(maat), f"‘{naam}’ is geen parameter van deze dienst", "Zet hem onder parameters.")
            uit[maat] = self._maat(regel, maat, naam, plek)
        return uit

    def _maat(self, regel: Any, maat: str, naam: str, plek: Plek) -> Any:
        """What a parameter makes of a measure: its value, else its own bound, else what holds when nothing is written."""
        soort, patroon = ("getal", _GETAL) if self._met_cijfers(regel) else ("heel getal", _GEHEEL)
        waarde = self.parameters.get(naam)
        if waarde is not None and not patroon.fullmatch(str(waarde)):
            hulp = "Noem een parameter met een waarde die bij deze maat past."
            self.meld_op("SL204", plek.onder(maat), f"‘{naam}’ is ‘{waarde}’, en dat is geen {soort}", hulp)
            waarde = None
        eigen = next((p for p in self.dienst.parameters if p.parameter == naam), None)
        if waarde is None and eigen and getattr(eigen, maat) is not None:
            waarde = self._parameterwaarde(eigen.soort, getattr(eigen, maat))
        return waarde if patroon.fullmatch(str(waarde)) else self.standaard(regel, maat)

    def _met_cijfers(self, regel: Any) -> bool:
        """May a measure have digits behind the point?"""
        if not isinstance(regel, VeldBasis):
            return False
        return self.soorten[regel.soort].vorm == "decimaal" or bool(getattr(regel, "decimalen", 0))  # type: ignore[attr-defined]

    def standaard(self, regel: Any, maat: str) -> Any:
        """The measure that holds when nothing is written: that of the kind of question, or of the construct."""
        if isinstance(regel, VeldBasis):
            return self.soorten[regel.soort].maten.get(maat)  # type: ignore[attr-defined]
        return type(regel).model_fields[maat].default

    def noem(self, pad: str, naam: Naam, plek: Plek) -> None:
        houder = self.namen.keten[-1]
        eigen = pad.rpartition(".")[2]
        if eigen in houder.onder:
            self.meld_op("SL208", plek, f"‘{eigen}’ bestaat hier al", "Geef elke vraag, tekst en stop in een stap of groep een eigen naam.")
        houder.onder[eigen] = naam
        self.plaatsen[pad] = (plek.bestand, _zonder_at(plek.yp[:-1]))

    def is_uit(self, regel: Any, pad: str) -> bool:
        return regel.keuze_gemeente and pad.replace("[]", "") in self.lokaal_uit

    def lees(self, ruw: Any, plek: Plek) -> Any:
        if ruw is None:
            return ALTIJD
        self.bestand = plek.bestand
        return self.lezer.lees(ruw, plek.yp)

    def hulp(self, hulp: tuple[Any, ...], plek: Plek) -> tuple[Any, ...]:
        return tuple(self.tekst_op(t, plek.onder("hulp", i)) for i, t in enumerate(hulp))

    def tekst_op(self, tekst: dict[str, str] | None, plek: Plek) -> Any:
        """A text with every placeholder made a full path, or the value a municipality gave."""
        if not tekst or not any("<" in zin for zin in tekst.values()):
            return tekst
        doelen: dict[str, Naam] = {}
        for naam in plaatshouders(tekst):
            try:
                context = f"parameter.{naam}"
                doelen[naam] = self.namen.context[context] if context in self.namen.context else self.namen.zoek(naam)
            except Onbekend as fout:
                parameters = [n.partition(".")[2] for n in self.namen.context if n.startswith("parameter.")]
                self.meld_op("SL212", plek, f"niets vult <{naam}> in deze tekst in", bedoelde(naam, fout.bekend + parameters))

        def waarde(naam: str, taal: str) -> str | None:
            doel = doelen.get(naam)
            if doel is None:
                return None
            return f"<{doel.pad}>" if doel.waarde is None else toon_waarde(doel.als, doel.waarde, taal)

        return vervang(tekst, waarde)

    def meld_op(self, code: str, plek: Plek, melding: str, hulp: str) -> None:
        self.bestand = plek.bestand
        self.meld(code, plek.yp, melding, hulp)

    def meld(self, code: str, yp: Pad, melding: str, hulp: str) -> None:
        self.problemen.append(Probleem(code, (self.bestand, _zonder_at(yp)), melding, hulp))

    def regels(self, regels: Iterable[Any], plek: Plek, bij: str | None) -> tuple[Eis, ...]:
        uit = []
        for i, r in enumerate(regels):
            hier = plek.onder(i)
            eis = self.lees(r.eis, hier.onder("eis"))
            genoemd = [n for n in namen(eis) if not n.startswith(("indiener.", "voorziening.", "parameter."))]
            pad = bij or (genoemd[-1] if genoemd else self.namen.keten[0].pad)
            if r.bij:
                doel = self.lezer.zoek(r.bij, (*hier.yp, "bij"))
                pad = doel.pad if doel else pad
            uit.append(
                Eis.model_construct(
                    pad=pad, eis=eis, als=self.lees(r.als, hier.onder("als")), namen=tuple(genoemd), ernst=r.ernst, melding=self.tekst_op(r.melding, hier.onder("melding"))
                )
            )
        return tuple(uit)

    def blok(self, slug: str, plek: Plek) -> Blok | None:
        blok = self.bouwstenen.blokken.get(slug)
        if blok is None:
            self.meld_op("SL207", plek, f"er is geen blok ‘{slug}’", bedoelde(slug, list(self.bouwstenen.blokken)) or f"Maak specs/blokken/{slug}.yaml.")
        return blok


def als_keuzen(lijst: Iterable[LijstOptie], zonder: Iterable[str]) -> tuple[Keus, ...]:
    """The entries of a list as options, without some."""
    weg = frozenset(zonder)
    return tuple(Keus.model_construct(code=k.code, naam=k.naam) for k in lijst if k.code not in weg)


def toon_waarde(als: str, waarde: Any, taal: str) -> str:
    """A value of a municipality as it reads in a text; `als` says how it compares."""
    if isinstance(waarde, bool):
        return {"nl": ("nee", "ja"), "en": ("no", "yes")}.get(taal, ("nee", "ja"))[waarde]
    tekst = str(waarde)
    return tekst if als != "decimaal" or taal == "en" else tekst.replace(".", ",")


def _zonder_at(yp: Pad) -> Pad:
    """The YAML path of a line of a block: `velden[i]`, not `velden[i]["@"][0]`."""
    return tuple(d for i, d in enumerate(yp) if d != "@" and (i == 0 or yp[i - 1] != "@"))


def alle_namen(dienst: Dienst, bouwstenen: Bouwstenen) -> Iterable[str]:
    """Every id that is written anywhere, to tell a name that comes later from one that does not exist."""
    def in_regels(regels: Iterable[Any]) -> Iterable[str]:
        for r in regels:
            for sleutel in ("stap", "veld", "groep", "herhaling"):
                if getattr(r, sleutel, None):
                    yield getattr(r, sleutel)
            blok = bouwstenen.blokken.get(getattr(r, "blok", None) or "")
            if blok:
                yield from in_regels(blok.velden)
            yield from in_regels(getattr(r, "velden", ()))
            yield from in_regels(getattr(r, "stappen", ()))

    yield from in_regels(dienst.vooraf)
    yield from in_regels(dienst.stappen)
