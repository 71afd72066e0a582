"""Conditions in the two ways that Open Formulieren has: a `conditional` on a component, and JSON Logic in a rule.

Guards are spelled out: JSON Logic finds `null < 5` true and `0 == ""` too. What cannot be said is weakened: a question is then
shown where it need not be, and never demanded where it need not be.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalogue.dienst import Toegang
from catalogue.formulier import Herhaling, Vraag
from catalogue.voorwaarde import OPEN, En, Grens, Niet, Of, Vast, Vergelijk, en, is_open, vervang
from generator.dialect.jsonschema import CONTEXT, misschien, zeker
from generator.targets.openformulieren.datums import is_datum
from generator.targets.openformulieren.jsonlogica import (
    TEKENS,
    Logica,
    aangevinkt,
    een_van,
    ingevuld,
    is_getal,
    rijen,
    staat_in,
)
from generator.targets.openformulieren.soorten import PER_SOORT, Onderdeel, onderdeel
from generator.targets.openformulieren.waarden import ADRESDELEN, codes_van

INLOG = {"digid": "bsn", "eherkenning": "kvk", "eidas": "pseudo"}
"""What the variable auth_type says for each means of login; empty without login."""
SOORT = {"burger": ("bsn", "pseudo"), "bedrijf": ("kvk",)}
EENHEDEN = {"dagen": 2, "weken": 2, "maanden": 1, "jaren": 0}


class Zicht:
    """What the logic of one form sees: its questions by path, the key of each, and what must hold for a repeat to be shown."""

    def __init__(self, vragen: Mapping[str, Any], sleutels: Mapping[str, str], toegang: tuple[Toegang, ...], getoond: Mapping[str, Any]) -> None:
        self.vragen, self.sleutels, self.getoond = vragen, sleutels, getoond
        self.zonder_login = {weg.soort for weg in toegang if weg.middel == "geen"}

    def onderdeel(self, v: Vergelijk) -> Onderdeel:
        """The row of what is compared; a part of an address is a text, or a postcode."""
        vraag = self.vragen.get(v.pad)
        if isinstance(vraag, Vraag):
            return onderdeel(vraag)
        return PER_SOORT["postcode" if v.pad.endswith(".postcode") else "tekst"]

    def als(self, v: Vergelijk) -> str:
        """How the value compares: as `Soort.als` says, `herhaling` for a repeat, and a text for the part of an address."""
        vraag = self.vragen.get(v.pad)
        if isinstance(vraag, Vraag):
            return "decimaal" if vraag.vorm == "decimaal" else vraag.feiten.als
        return "herhaling" if isinstance(vraag, Herhaling) else "tekst"

    def reden(self, v: Vergelijk) -> str | None:
        """Why Open Formulieren cannot say this comparison; None when it can."""
        basis = (v.grens.basis if v.grens else None) or ""
        if v.pad.startswith(OPEN) or basis.startswith(OPEN):
            return "gemeente"
        if v.pad == "indiener.niveau":
            return "niveau"
        if v.pad == "indiener.soort" and len(self.zonder_login) > 1:
            return "zonder inloggen is niet te zien of iemand voor een bedrijf komt"
        if "[]" in v.pad or "[]" in basis:
            return "herhaling"
        if v.hoe == "minimaal_tekens":
            return "lengte"
        if self.onderdeel(v).geschreven and v.waarden:
            return "schrijfwijze"
        vraag = self.vragen.get(v.pad)
        if self.als(v) == "codes" and any("." in code for code in (*v.waarden, *codes_van(vraag)) if isinstance(code, str)):
            return "een punt in een code"
        return self._reden_moment(v, vraag, basis)

    def _reden_moment(self, v: Vergelijk, vraag: Any, basis: str) -> str | None:
        """Why a comparison in time cannot be said: on the server a time is no text, and only a `date` component holds a date."""
        als = self.als(v)
        if self.onderdeel(v).wandklok and v.hoe != "beantwoord" or als == "tijd" and v.grens:
            return "tijd"
        if als != "dag" or v.grens is None:
            return None
        if v.grens.uitloop or v.grens.eenheid == "werkdagen" and v.grens.aantal:
            return "werkdagen"
        los = v.grens.basis is None and len(str(v.grens.waarde)) != 10
        ander = self.vragen.get(basis)
        heel = all(een is None or isinstance(een, Vraag) and is_datum(een) for een in (vraag, ander))
        return None if heel and not los else "onvolledig"

    def nooit(self, v: Vergelijk) -> bool:
        """Never true: a group has no value, and the answers of another role are not here."""
        return v.soort == "groep" or not v.pad.startswith(CONTEXT) and v.pad not in self.sleutels and v.pad.rpartition(".")[0] not in self.sleutels

    def toon(self, v: Any) -> Logica:
        """When something is shown: at least when it has to be, and always when it waits for what a municipality fills in."""
        return True if is_open(v) else self._logica(misschien(self._met_getoond(v), self))  # type: ignore[arg-type]

    def moet(self, v: Any) -> Logica:
        """When something is demanded: only when it certainly is, and never when it waits for what a municipality fills in."""
        return False if is_open(v) else self._logica(zeker(self._met_getoond(v), self))  # type: ignore[arg-type]

    def precies(self, v: Any) -> bool:
        """Can this condition be said whole?"""
        return self.toon(v) == self.moet(v)

    def _met_getoond(self, v: Any) -> Any:
        """The condition with, at every count that no rows meet, that its list is shown: a hidden list is as empty as one without rows."""
        return vervang(v, lambda een: en(self._met_getoond(self.getoond[een.pad]), een) if _ook_leeg(een) and een.pad in self.getoond else een)

    def _logica(self, v: Any) -> Logica:
        if isinstance(v, Vast):
            return v.waarde
        if isinstance(v, Niet):
            return {"!": [self._logica(v.deel)]}
        if isinstance(v, En | Of):
            return {"and" if isinstance(v, En) else "or": [self._logica(deel) for deel in v.delen]}
        return self._een(v)

    def _een(self, v: Vergelijk) -> Logica:
        if v.pad.startswith("indiener."):
            return self._inlog(v)
        plek = self.plek(v.pad)
        if v.hoe == "beantwoord":
            return self._beantwoord(v, plek)
        if v.hoe not in ("is", "is_niet"):
            return self._orde(v, plek)
        een = self._gelijk(v, plek)
        return een if v.hoe == "is" else {"and": [self._beantwoord(v, plek), {"!": [een]}]}

    def _gelijk(self, v: Vergelijk, plek: str) -> Logica:
        """The value is one of these; of a list, one of them stands in it."""
        waarden = [als for w in v.waarden for als in self.onderdeel(v).waarden(w)]
        if not waarden:
            return False
        als = self.als(v)
        if als == "codes":
            codes = {"or": [{"==": [{"var": f"{plek}.{code}"}, True]} for code in waarden]}
            return codes if codes_van(self.vragen.get(v.pad)) else staat_in(plek, waarden)
        return een_van({"var": plek}, waarden) if als in ("dag", "tijd") else {"in": [{"var": plek}, waarden]}

    def _inlog(self, v: Vergelijk) -> Logica:
        """A comparison with the login, by the variable auth_type; who does not log in counts as the only kind that need not."""
        naam = v.pad.partition(".")[2]
        soort = {"var": "auth_type"}
        opties: list[Logica] = []
        for waarde in map(str, v.waarden):
            if naam == "middel":
                opties.append({"!": [soort]} if waarde == "geen" else {"==": [soort, INLOG[waarde]]})
            else:
                opties.append({"in": [soort, [*SOORT[waarde], *([""] if waarde in self.zonder_login else [])]]})
        een: Logica = {"or": opties}
        return een if v.hoe == "is" else {"!": [een]}

    def plek(self, pad: str) -> str:
        """Where the value at a path stands in the data."""
        if pad in self.sleutels:
            return self.sleutels[pad]
        adres, _, deel = pad.rpartition(".")
        return f"{self.sleutels[adres]}.{ADRESDELEN[deel]}"

    def _beantwoord(self, v: Vergelijk, plek: str) -> Logica:
        hier = {"var": plek}
        als = self.als(v)
        if als == "codes":
            codes = codes_van(self.vragen.get(v.pad))
            return {"or": [{"==": [{"var": f"{plek}.{code}"}, True]} for code in codes]} if codes else {">": [ingevuld(plek), 0]}
        if als in ("getal", "decimaal"):
            return is_getal(plek)
        return {"!!": [{"var": f"{plek}.postcode"} if als == "delen" else hier]}

    def _orde(self, v: Vergelijk, plek: str) -> Logica:
        """On this side of a bound: both are known, and they compare so."""
        assert v.grens is not None
        als = self.als(v)
        if als == "dag":
            basis = v.grens.basis
            anders = [{"!!": [{"var": self.plek(basis)}]}] if basis not in (None, "vandaag") else []
            return {"and": [{"!!": [{"var": plek}]}, *anders, {TEKENS[v.hoe]: [{"date": {"var": plek}}, self._dag(v.grens)]}]}
        ander = self.plek(v.grens.basis) if v.grens.basis else None
        bekend = [*([] if als == "herhaling" else [self._beantwoord(v, plek)]), *([is_getal(ander)] if ander else [])]
        maat = {"var": ander} if ander else float(v.grens.waarde or 0)
        vergelijking = {TEKENS[v.hoe]: [self._maat(v, plek), maat]}
        return {"and": [*bekend, vergelijking]} if bekend else vergelijking

    def _maat(self, v: Vergelijk, plek: str) -> Any:
        """The number that is compared: the value itself, or how many there are."""
        als = self.als(v)
        if als in ("herhaling", "bestanden"):
            return rijen(plek)
        if als == "codes":
            codes = codes_van(self.vragen.get(v.pad))
            return aangevinkt(plek, codes) if codes else ingevuld(plek)
        return {"var": plek}

    def _dag(self, g: Grens) -> Logica:
        basis: Any = {"today": []} if g.basis == "vandaag" else {"date": g.waarde if g.basis is None else {"var": self.plek(g.basis)}}
        if not g.aantal:
            return basis
        delta = [0, 0, 0]
        delta[EENHEDEN[g.eenheid]] = abs(g.aantal) * (7 if g.eenheid == "weken" else 1)
        return {"-" if g.aantal < 0 else "+": [basis, {"rdelta": delta}]}


def _ook_leeg(v: Vergelijk) -> bool:
    """Is it a count of rows that may hold without any?"""
    if v.soort != "herhaling" or v.grens is None:
        return False
    n = int(v.grens.waarde or 0)
    return v.grens.basis is not None or {"meer_dan": n < 0, "vanaf": n <= 0, "minder_dan": n > 0, "tot_en_met": n >= 0}[v.hoe]


def conditional(v: Any, zicht: Zicht, plekken: frozenset[str]) -> dict[str, Any] | None:
    """The condition on the component itself: one equality with a question in `plekken`; None when it is not of that form."""
    if not isinstance(v, Vergelijk) or v.hoe != "is" or len(v.waarden) != 1 or v.pad not in plekken:
        return None
    vraag = zicht.vragen.get(v.pad)
    if not isinstance(vraag, Vraag) or not zicht.onderdeel(v).direct:
        return None
    waarden = zicht.onderdeel(v).waarden(v.waarden[0])
    if not waarden or zicht.als(v) == "codes" and (not codes_van(vraag) or "." in str(waarden[0])):
        return None
    return {"show": True, "when": zicht.sleutels[v.pad], "eq": waarden[0]}
