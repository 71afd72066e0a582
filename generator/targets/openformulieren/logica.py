"""Conditions in the two ways that Open Formulieren has: a `conditional` on a component, and JSON Logic in a rule.

Guards are spelled out: JSON Logic finds `null < 5` true and `0 == ""` too. What cannot be said is weakened: a question is then
shown where it need not be, and never demanded where it need not be.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalogue.dienst import Toegang
from catalogue.formulier import Herhaling, Vraag
from catalogue.voorwaarde import En, Grens, Niet, Of, Vast, Vergelijk
from generator.dialect.jsonschema import CONTEXT, misschien, zeker

Logica = dict[str, Any] | bool
INLOG = {"digid": "bsn", "eherkenning": "kvk", "eidas": "pseudo"}
"""What the variable auth_type says for each means of login; empty without login."""
SOORT = {"burger": ("bsn", "pseudo"), "bedrijf": ("kvk",)}
EENHEDEN = {"dagen": 2, "weken": 2, "maanden": 1, "jaren": 0}


class Zicht:
    """What the logic of one form sees: its questions by path, and the key of each."""

    def __init__(self, vragen: Mapping[str, Any], sleutels: Mapping[str, str], toegang: tuple[Toegang, ...]) -> None:
        self.vragen, self.sleutels = vragen, sleutels
        self.zonder_login = {weg.soort for weg in toegang if weg.middel == "geen"}

    def reden(self, v: Vergelijk) -> str | None:
        """Why Open Formulieren cannot say this comparison; None when it can."""
        if v.pad.startswith(("voorziening.", "parameter.")):
            return "gemeente"
        if v.pad == "indiener.niveau":
            return "niveau"
        if v.pad == "indiener.soort" and len(self.zonder_login) > 1:
            return "zonder inloggen is niet te zien of iemand voor een bedrijf komt"
        if "[]" in v.pad:
            return "herhaling"
        if v.hoe == "minimaal_tekens":
            return "lengte"
        if v.grens and (v.grens.uitloop or v.grens.eenheid == "werkdagen" and v.grens.aantal):
            return "werkdagen"
        if v.grens and v.grens.basis not in (None, "vandaag") and ("[]" in v.grens.basis or v.grens.basis.startswith("parameter.")):
            return "herhaling"
        if v.soort in ("tijd", "datumtijd") and v.grens:
            return "tijd"
        vraag = self.vragen.get(v.pad)
        if vraag is not None and v.grens and getattr(vraag.veld, "onvolledig", False):
            return "onvolledig"
        return None

    def nooit(self, v: Vergelijk) -> bool:
        """Never true: a group has no value, and the answers of another role are not here."""
        return v.soort == "groep" or not v.pad.startswith(CONTEXT) and v.pad not in self.sleutels and v.pad.rpartition(".")[0] not in self.sleutels

    def toon(self, v: Any) -> Logica:
        """When something is shown: at least when it has to be."""
        return self._logica(misschien(v, self))  # type: ignore[arg-type]

    def moet(self, v: Any) -> Logica:
        """When something is demanded: only when it certainly is."""
        return self._logica(zeker(v, self))  # type: ignore[arg-type]

    def precies(self, v: Any) -> bool:
        """Can this condition be said whole?"""
        return self.toon(v) == self.moet(v)

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
        hier = {"var": plek}
        if v.soort == "meerkeuze" and v.waarden:
            een = {"or": [{"==": [{"var": f"{plek}.{code}"}, True]} for code in v.waarden]}
            return een if v.hoe == "is" else {"and": [self._beantwoord(v, plek), {"!": [een]}]}
        if v.hoe in ("is", "is_niet"):
            een = {"in": [hier, [als_waarde(v.soort, w) for w in v.waarden]]}
            return een if v.hoe == "is" else {"and": [self._beantwoord(v, plek), {"!": [een]}]}
        if v.hoe == "beantwoord":
            return self._beantwoord(v, plek)
        return self._orde(v, plek)

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
        vraag = self.vragen.get(v.pad)
        if v.soort == "meerkeuze" and isinstance(vraag, Vraag):
            return {"or": [{"==": [{"var": f"{plek}.{keus.code}"}, True]} for keus in vraag.opties]} if vraag.opties else {"!!": [hier]}
        if v.soort in ("getal", "bedrag", "decimaal"):
            return {"and": [{"!==": [hier, None]}, {"!==": [hier, ""]}]}
        if v.soort == "herhaling":
            return {"!!": [{"var": f"{plek}.0"}]}
        return {"!!": [{"var": f"{plek}.postcode"} if v.soort == "adres" else hier]}

    def _orde(self, v: Vergelijk, plek: str) -> Logica:
        assert v.grens is not None
        if v.soort in ("herhaling", "upload", "meerkeuze"):
            return self._aantal(v, plek)
        teken = {"meer_dan": ">", "na": ">", "minder_dan": "<", "voor": "<", "vanaf": ">=", "tot_en_met": "<="}[v.hoe]
        if v.soort == "datum":
            basis = v.grens.basis
            anders = [{"!!": [{"var": self.plek(basis)}]}] if basis not in (None, "vandaag") else []
            return {"and": [{"!!": [{"var": plek}]}, *anders, {teken: [{"date": {"var": plek}}, self._dag(v.grens)]}]}
        ander = {"var": self.plek(v.grens.basis)} if v.grens.basis else float(v.grens.waarde or 0)
        return {"and": [self._beantwoord(v, plek), {teken: [{"var": plek}, ander]}]}

    def _aantal(self, v: Vergelijk, plek: str) -> Logica:
        """So many items: an item with that number is there."""
        assert v.grens is not None
        n = int(v.grens.waarde or 0)
        vanaf = {"meer_dan": n, "vanaf": n - 1, "minder_dan": n - 1, "tot_en_met": n}[v.hoe]
        er: Logica = {"!!": [{"var": f"{plek}.{vanaf}"}]} if vanaf >= 0 else True
        return er if v.hoe in ("meer_dan", "vanaf") else {"!": [er]}

    def _dag(self, g: Grens) -> Logica:
        basis: Any = {"today": []} if g.basis == "vandaag" else {"date": g.waarde if g.basis is None else {"var": self.plek(g.basis)}}
        if not g.aantal:
            return basis
        delta = [0, 0, 0]
        delta[EENHEDEN[g.eenheid]] = abs(g.aantal) * (7 if g.eenheid == "weken" else 1)
        return {"-" if g.aantal < 0 else "+": [basis, {"rdelta": delta}]}


ADRESDELEN = {"postcode": "postcode", "huisnummer": "houseNumber", "huisletter": "houseLetter", "toevoeging": "houseNumberAddition", "straat": "streetName", "plaats": "city"}
"""The parts of an address, as the component addressNL has them."""


def als_waarde(soort: str, waarde: Any) -> Any:
    """A value of ours as a component holds it: yes and no are the two options of a radio."""
    if soort == "akkoord":
        return bool(waarde)
    return {True: "ja", False: "nee"}[waarde] if isinstance(waarde, bool) else waarde


def conditional(v: Any, zicht: Zicht, plekken: frozenset[str]) -> dict[str, Any] | None:
    """The condition on the component itself: one equality with a question in `plekken`; None when it is not of that form."""
    if not isinstance(v, Vergelijk) or v.hoe != "is" or len(v.waarden) != 1 or v.pad not in plekken:
        return None
    if v.soort not in ("keuze", "ja-nee", "akkoord", "meerkeuze", "tekst"):
        return None
    vraag = zicht.vragen.get(v.pad)
    if vraag is None or isinstance(vraag, Herhaling):
        return None
    return {"show": True, "when": zicht.sleutels[v.pad], "eq": als_waarde(v.soort, v.waarden[0])}
