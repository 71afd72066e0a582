"""Conditions in plain Dutch and English: "als u bij ‘Gaat u bij iemand inwonen?’ kiest voor ‘Ja’"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from catalogue.moment import Moment, datum_in_woorden, in_woorden
from catalogue.veld.vergelijken import MOMENTEN, TELBAAR
from catalogue.voorwaarde import En, Grens, Niet, Of, Vast, Vergelijk


class Naam(NamedTuple):
    """What a question is called, what its answers are called, and how an answer compares (`veld.vergelijken`)."""

    vraag: str
    opties: Mapping[Any, str] = MappingProxyType({})
    als: str = "tekst"


Noem = Callable[[str], Naam | None]

WOORDEN: dict[str, dict[str, str]] = {
    "nl": {
        "als": "als", "en": "en", "of": "of", "altijd": "altijd", "nooit": "nooit", "niet": "niet geldt: {0}",
        "is": "u bij ‘{0}’ kiest voor {1}", "is_niet": "u bij ‘{0}’ iets anders kiest dan {1}",
        "beantwoord": "u ‘{0}’ hebt ingevuld", "vinkje": "u ‘{0}’ aanvinkt",
        "minimaal_tekens": "‘{0}’ minstens {1} tekens heeft",
        "meer_dan": "‘{0}’ meer is dan {1}", "minder_dan": "‘{0}’ minder is dan {1}",
        "vanaf": "‘{0}’ {1} of meer is", "tot_en_met": "‘{0}’ {1} of minder is",
        "na": "‘{0}’ later is dan {1}", "voor": "‘{0}’ eerder is dan {1}",
        "vanaf_d": "‘{0}’ niet eerder is dan {1}", "tot_en_met_d": "‘{0}’ niet later is dan {1}",
        "meer_dan_n": "u bij ‘{0}’ meer dan {1} invult", "minder_dan_n": "u bij ‘{0}’ minder dan {1} invult",
        "vanaf_n": "u bij ‘{0}’ {1} of meer invult", "tot_en_met_n": "u bij ‘{0}’ {1} of minder invult",
        "indiener.soort=burger": "u dit voor uzelf doet", "indiener.soort=bedrijf": "u dit voor een bedrijf doet",
        "indiener.middel=digid": "u inlogt met DigiD", "indiener.middel=eherkenning": "u inlogt met eHerkenning",
        "indiener.middel=eidas": "u inlogt met een Europees inlogmiddel", "indiener.middel=geen": "u niet inlogt",
        "context": "dit in uw situatie geldt", "voorziening": "dit kan in uw gemeente",
    },
    "en": {
        "als": "if", "en": "and", "of": "or", "altijd": "always", "nooit": "never", "niet": "this does not apply: {0}",
        "is": "you choose {1} at ‘{0}’", "is_niet": "you choose something other than {1} at ‘{0}’",
        "beantwoord": "you have filled in ‘{0}’", "vinkje": "you tick ‘{0}’",
        "minimaal_tekens": "‘{0}’ has at least {1} characters",
        "meer_dan": "‘{0}’ is more than {1}", "minder_dan": "‘{0}’ is less than {1}",
        "vanaf": "‘{0}’ is {1} or more", "tot_en_met": "‘{0}’ is {1} or less",
        "na": "‘{0}’ is later than {1}", "voor": "‘{0}’ is earlier than {1}",
        "vanaf_d": "‘{0}’ is not earlier than {1}", "tot_en_met_d": "‘{0}’ is not later than {1}",
        "meer_dan_n": "you fill in more than {1} at ‘{0}’", "minder_dan_n": "you fill in fewer than {1} at ‘{0}’",
        "vanaf_n": "you fill in {1} or more at ‘{0}’", "tot_en_met_n": "you fill in {1} or fewer at ‘{0}’",
        "indiener.soort=burger": "you do this for yourself", "indiener.soort=bedrijf": "you do this for a company",
        "indiener.middel=digid": "you log in with DigiD", "indiener.middel=eherkenning": "you log in with eHerkenning",
        "indiener.middel=eidas": "you log in with a European means of login",
        "indiener.middel=geen": "you do not log in",
        "context": "this applies to your situation", "voorziening": "your municipality offers this",
    },
}  # fmt: skip
_VINKJE = {True}
"""The answers of what can only be ticked."""


def zin(v: Any, noem: Noem, taal: str = "nl") -> str:
    """The condition after "als" or "if". `noem` gives the name of a question by its path."""
    w = WOORDEN.get(taal, WOORDEN["nl"])
    return f"{w['als']} {_deel(v, noem, taal, w)}"


def _deel(v: Any, noem: Noem, taal: str, w: dict[str, str], haakjes: bool = False) -> str:
    if isinstance(v, Vast):
        return w["altijd"] if v.waarde else w["nooit"]
    if isinstance(v, Niet):
        return w["niet"].format(_deel(v.deel, noem, taal, w))
    if isinstance(v, En | Of):
        tekst = f" {w[v.op]} ".join(_deel(d, noem, taal, w, haakjes=True) for d in v.delen)
        return f"({tekst})" if haakjes else tekst
    return _vergelijk(v, noem, taal, w)


def _vergelijk(v: Vergelijk, noem: Noem, taal: str, w: dict[str, str]) -> str:
    if v.pad.startswith("indiener."):
        sleutels = [f"{v.pad}={waarde}" for waarde in v.waarden]
        if v.hoe == "is" and all(s in w for s in sleutels):
            return f" {w['of']} ".join(w[s] for s in sleutels)
        return w["context"]
    naam = noem(v.pad)
    if naam is None:
        return w["voorziening"] if v.pad.startswith(("voorziening.", "parameter.")) else w["context"]
    if naam.als == "waar" and naam.opties.keys() == _VINKJE:
        return w["vinkje"].format(naam.vraag)
    if v.grens is None:
        keuzes = f" {w['of']} ".join(f"‘{naam.opties.get(x, x)}’" for x in v.waarden)
        return w[v.hoe].format(naam.vraag, keuzes)
    letter = "d" if naam.als in MOMENTEN else "n" if naam.als in TELBAAR else ""
    grens = _grens(v.grens, noem, taal)
    met_komma = naam.als == "decimaal" and v.grens.basis is None and taal != "en"
    return w.get(f"{v.hoe}_{letter}", w[v.hoe]).format(naam.vraag, grens.replace(".", ",") if met_komma else grens)


def _grens(g: Grens, noem: Noem, taal: str) -> str:
    if g.basis is None:
        if isinstance(g.waarde, str) and len(g.waarde) == 10 and g.waarde[4:5] == "-":
            dag = date.fromisoformat(g.waarde)
            return in_woorden(Moment(g.waarde, g.aantal, g.eenheid), taal) if g.aantal else datum_in_woorden(dag, taal)
        return str(g.waarde)
    naam = noem(g.basis)
    basis = g.basis.replace("[]", "")
    return in_woorden(
        Moment(basis, g.aantal, g.eenheid, g.uitloop and g.aantal < 0), taal, f"‘{naam.vraag}’" if naam else None
    )
