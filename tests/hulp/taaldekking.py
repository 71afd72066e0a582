"""What the language can say, computed from the language itself, and what the forms of `tests.hulp.taal` say of it.

A combination is a row of words. What there must be comes from the kinds, the reader of conditions and the models; so a new kind,
comparator or key is missed until a form holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import Any, get_args

from catalogue.conditie import Conditielezer
from catalogue.dienst import Dienst, Parameter
from catalogue.formulier import Eis, Formulier, Groep, Herhaling, Stap, Vraag, elementen
from catalogue.invulling import DienstInvulling
from catalogue.namen import CONTEXT, Naam, Namen
from catalogue.soorten import MODELLEN, SOORTEN
from catalogue.veld.basis import Model
from catalogue.veld.vergelijken import TELBAAR
from catalogue.voorwaarde import En, Grens, Hoe, Niet, Of, Vergelijk, vergelijkingen
from tests.hulp import taal

Combinatie = tuple[str, ...]
PLAATSEN = ("los", "rij", "groep in rij", "ander", "lokaal")
"""Where a question stands: in a step, in a repeat, in a group in a repeat, in another person's part, among a municipality's own."""
GEBRUIK = ("toon_als", "verplicht_als", "optie", "stop", "eis")
BASIS = {"vast": None, "vast en termijn": "2026-01-01 + 1 week", "vandaag": "vandaag", "ander": "ander"}
"""What a bound leans on, each with how that is written; what is written out depends on the kind."""
NAMEN = ("constructor", "toString", "class", "list", "valueOf", "hasOwnProperty")
"""Ids that mean something else in a programming language."""
EIGEN = {"decimaal": "getal", "adresdeel": "adres", "herhaling": None}
"""What a condition may name beside the kinds of question: with the kind it belongs to."""
_WAARDEN = ("ja", "5", "2026-01-01", "12:00", "2026-01-01T12:00", "abc")
GEEN_ZIN = set(product(("vergelijking", "grens"), ("tijd",), ("vandaag", "vast en termijn")))
"""What is accepted and means nothing: a time of the day is not before or after a day."""
ZEGT_NIETS = frozenset({
    "naam", "titel", "vraag", "kort", "hulp", "inleiding", "samenvatting", "nodig", "logo", "teksten", "melding",
    "meldingen", "omschrijving", "toelichting", "uitleg", "tekst", "stijl", "item", "nog_een", "voorbeeld",
    "eenheid", "doel", "doelbinding", "grondslag", "bron", "in_bron", "gegeven", "van", "prefill", "eigenschap",
    "kies_uit", "herkomst", "herkomst_heel", "vanzelf", "afwijkingen", "wijzigingen", "te_controleren", "elders",
    "uitkomst", "instantie", "dienst", "talen", "producten", "levensgebeurtenis", "thema", "doelgroep",
    "synoniemen", "toptaak", "sdg", "bewaartermijn", "doorlooptijd", "kosten", "ontvanger", "machtigen",
    "vaststeller", "uiterlijk", "uitgave", "wet", "artikel", "url",
})  # fmt: skip
"""Keys that decide nothing about which answers are right."""


# -- what there must be ------------------------------------------------------------------------------------------------


@cache
def _lezer() -> tuple[Conditielezer, Namen, list[str]]:
    gemeld: list[str] = []
    namen = Namen(lambda: frozenset())
    return Conditielezer(namen, lambda code, *_: gemeld.append(code), SOORTEN), namen, gemeld


def _als(soort: str) -> str:
    """How what a condition names compares."""
    if soort in SOORTEN:
        return SOORTEN[soort].als
    return {"decimaal": "decimaal", "herhaling": "rijen"}.get(soort, "tekst")


def _mag(soort: str, geschreven: Any) -> bool:
    """May a condition say this of a question of this kind?"""
    lezer, namen, gemeld = _lezer()
    gemeld.clear()
    houder = Naam("stap", "groep", "groep")
    houder.onder["x"] = Naam("stap.x", soort, _als(soort))
    ander = "getal" if _als(soort) in TELBAAR else soort
    houder.onder["ander"] = Naam("stap.ander", ander, _als(ander))
    namen.keten = [houder]
    lezer.lees({"x": geschreven}, ())
    return not gemeld


@cache
def vormen_van(soort: str) -> tuple[str, ...]:
    """The comparators that a condition may use on a kind; a list is one of its own."""
    uit = []
    for hoe in get_args(Hoe):
        if any(_mag(soort, _zeg(hoe, w)) for w in _WAARDEN):
            uit.append(hoe)
        if hoe in ("is", "is_niet") and any(_mag(soort, _zeg(hoe, [w, w])) for w in _WAARDEN):
            uit.append(f"{hoe} een van")
    return tuple(uit)


def _zeg(hoe: str, waarde: Any) -> Any:
    return waarde if hoe == "is" else {"niet" if hoe == "is_niet" else hoe: waarde}


def soorten() -> dict[str, str]:
    """What a condition may name, each with how the reader of conditions calls it."""
    return {**{s: s for s in SOORTEN}, "decimaal": "decimaal", "adresdeel": "tekst", "herhaling": "herhaling"}


def moet() -> Iterator[Combinatie]:
    """Every combination that some form must hold."""
    for soort, als in soorten().items():
        hoes = vormen_van(als)
        yield from (("voorwaarde", soort, hoe, plaats) for hoe, plaats in product(hoes, PLAATSEN))
        yield from (("regel", soort, hoe, plaats) for hoe, plaats in product(hoes, PLAATSEN))
        yield from (("gebruik", soort, hoe, gebruik) for hoe, gebruik in product(hoes, GEBRUIK))
        yield from _bases("vergelijking", soort, [hoe for hoe in hoes if _mag(als, {hoe: "ander"}) and hoe not in ("is", "is_niet", "minimaal_tekens")], als)
        if soort in SOORTEN:
            grenzen = [hoe for hoe in get_args(Hoe) if hoe in MODELLEN[soort].model_fields]
            yield from (("grens", soort, hoe, plaats) for hoe, plaats in product(grenzen, PLAATSEN))
            yield from _bases("grens", soort, grenzen, als)
            yield ("uniek", soort)
    yield from (("alleen als", hoe) for hoe in get_args(Hoe))
    yield from (("eenheid", waar, eenheid) for waar, eenheid in product(("grens", "vergelijking"), ("dagen", "werkdagen", "weken", "maanden", "jaren", "met uitloop")))
    yield from (("genest", rond, binnen) for rond, binnen in product(("en", "of", "niet"), repeat=2) if rond != binnen)
    yield from (("naam", wat, naam) for wat, naam in product(("stap", "groep", "vraag", "herhaling", "optie"), NAMEN))
    yield from _van_context()
    yield from _sleutels()
    yield from (("per", plaats) for plaats in ("los", "rij", "groep"))
    yield from (("herhaling in", plaats) for plaats in ("los", "rij", "groep", "ander", "lokaal"))


def _bases(wat: str, soort: str, hoes: Iterable[str], als: str) -> Iterator[Combinatie]:
    for hoe, basis in product(hoes, BASIS):
        if (BASIS[basis] is None or _mag(als, {hoe: BASIS[basis]})) and (wat, soort, basis) not in GEEN_ZIN:
            yield (wat, soort, hoe, basis)


def _van_context() -> Iterator[Combinatie]:
    for naam in CONTEXT:
        yield from (("context", naam, hoe) for hoe in vormen_van("keuze") if hoe != "minimaal_tekens")
    for soort in ("ja-nee", *(s for s in get_args(Parameter.model_fields["soort"].annotation) if s != "lijst")):
        wat = ("parameter", "voorziening") if soort == "ja-nee" else ("parameter",)
        yield from ((een, soort, hoe, stand) for een, hoe, stand in product(wat, vormen_van(soort), ("open", "ingevuld")))


def _sleutels() -> Iterator[Combinatie]:
    for model in _modellen():
        yield from (("sleutel", model.__name__, naam) for naam in model.model_fields if naam not in ZEGT_NIETS)


def _modellen() -> list[type[Model]]:
    """Every model of the language that a service or a filling can hold."""
    gezien: dict[type[Model], None] = {}

    def loop(soort: Any) -> None:
        if isinstance(soort, type) and issubclass(soort, Model):
            if soort in gezien:
                return
            gezien[soort] = None
            for naam, veld in soort.model_fields.items():
                loop(None if naam in ZEGT_NIETS else veld.annotation)
        for deel in get_args(soort):
            loop(deel)

    for begin in (Dienst, DienstInvulling):
        loop(begin)
    return [m for m in gezien if m.model_fields.keys() - ZEGT_NIETS]


# -- what there is -----------------------------------------------------------------------------------------------------


def van(vorm: str) -> Iterator[Combinatie]:
    """The combinations that one form holds."""
    f, landelijk = taal.formulier(vorm), taal.formulier(vorm, landelijk=True)
    for formulier in dict.fromkeys((id(f), id(landelijk))):
        yield from _Vorm(f if formulier == id(f) else landelijk, open_=formulier == id(landelijk) and taal.invulling(vorm) is None).alles()
    if taal.invulling(vorm) is not None:
        yield from ((wat, soort, hoe, "ingevuld") for wat, soort, hoe, *_ in _Vorm(landelijk, open_=True).context())
    for model in (taal.dienst(vorm), taal.invulling(vorm)):
        yield from _geschreven(model)


def _geschreven(ding: Any) -> Iterator[Combinatie]:
    if isinstance(ding, Model):
        for naam in ding.model_fields_set:
            yield ("sleutel", type(ding).__name__, naam)
            yield from _geschreven(getattr(ding, naam))
    elif isinstance(ding, dict):
        for deel in ding.values():
            yield from _geschreven(deel)
    elif isinstance(ding, tuple):
        for deel in ding:
            yield from _geschreven(deel)


class _Vorm:
    """What one worked-out form holds."""

    def __init__(self, f: Formulier, open_: bool) -> None:
        self.f, self.open = f, open_
        self.per_pad: dict[str, Any] = {}
        for stap in f.stappen:
            self.per_pad |= {e.pad: e for e in (stap, *elementen(stap.inhoud))}

    def alles(self) -> Iterator[Combinatie]:
        for gebruik, v in self._voorwaarden():
            yield from self._van_voorwaarde(gebruik, v)
        for e in self.per_pad.values():
            yield from self._van_element(e)
        if self.open:
            yield from self.context()

    def context(self) -> Iterator[Combinatie]:
        """Comparisons with what a municipality has or fills in."""
        for _, voorwaarde in self._voorwaarden():
            for v in vergelijkingen(voorwaarde):
                wat = v.pad.partition(".")[0]
                if wat in ("parameter", "voorziening"):
                    yield wat, v.soort, _hoe(v), "open"

    def _voorwaarden(self) -> Iterator[tuple[str, Any]]:
        for stap in self.f.stappen:
            for e in (stap, *elementen(stap.inhoud)):
                yield "toon_als", e.toon_als
                if isinstance(e, Vraag):
                    yield "verplicht_als", e.verplicht
                    yield from (("optie", keus.toon_als) for keus in e.opties)
                yield from self._regels(getattr(e, "regels", ()))
            yield from (("stop", s.als) for s in stap.stop)

    @staticmethod
    def _regels(regels: tuple[Eis, ...]) -> Iterator[tuple[str, Any]]:
        for r in regels:
            yield "eis", r.eis
            yield "eis als", r.als

    def _van_voorwaarde(self, gebruik: str, voorwaarde: Any) -> Iterator[Combinatie]:
        yield from _genest(voorwaarde)
        for v in vergelijkingen(voorwaarde):
            if v.pad.startswith("indiener."):
                yield "context", v.pad, _hoe(v)
            if v.pad.partition(".")[0] in ("indiener", "parameter", "voorziening"):
                continue
            soort, plaats = self._soort(v), self._plaats(v.pad)
            yield "regel" if gebruik == "eis" else "voorwaarde" if gebruik in ("toon_als", "verplicht_als", "optie") else gebruik, soort, _hoe(v), plaats
            yield "gebruik", soort, _hoe(v), gebruik
            if gebruik == "eis als":
                yield "alleen als", v.hoe
            if v.grens is not None:
                yield "vergelijking", soort, v.hoe, _basis(v.grens)
                yield from (("eenheid", "vergelijking", een) for een in _eenheden(v.grens))

    def _soort(self, v: Vergelijk) -> str:
        if v.soort == "tekst" and v.pad not in self.per_pad:
            return "adresdeel"
        return v.soort

    def _plaats(self, pad: str) -> str:
        pad = pad if pad in self.per_pad else pad.rpartition(".")[0]
        stap = self.per_pad[pad.partition(".")[0]]
        if stap.pad == "lokaal":
            return "lokaal"
        if stap.door:
            return "ander"
        if "[]" not in pad:
            return "los"
        return "groep in rij" if "." in pad.rpartition("[].")[2] else "rij"

    def _van_element(self, e: Any) -> Iterator[Combinatie]:
        wat = {Stap: "stap", Groep: "groep", Herhaling: "herhaling", Vraag: "vraag"}.get(type(e))
        if wat:
            yield "naam", wat, e.id
        if isinstance(e, Vraag):
            yield from (("naam", "optie", keus.code) for keus in e.opties[:60])
            for b in e.grenzen:
                yield "grens", e.soort, b.hoe, self._plaats(e.pad)
                yield "grens", e.soort, b.hoe, _basis(b.grens)
                yield from (("eenheid", "grens", een) for een in _eenheden(b.grens))
        if isinstance(e, Herhaling):
            yield from (("uniek", self.per_pad[f"{e.pad}[].{naam}"].soort) for naam in e.uniek)
            yield from ((kop, waar) for kop in (("herhaling in", "per") if e.per else ("herhaling in",)) for waar in self._rond(e.pad))

    def _rond(self, pad: str) -> Iterator[str]:
        yield self._plaats(pad)
        if isinstance(self.per_pad.get(pad.rpartition(".")[0]), Groep):
            yield "groep"


def _hoe(v: Vergelijk) -> str:
    return f"{v.hoe} een van" if len(v.waarden) > 1 else v.hoe


def _basis(g: Grens) -> str:
    if g.basis is None:
        return "vast en termijn" if g.aantal else "vast"
    return "vandaag" if g.basis == "vandaag" else "ander"


def _eenheden(g: Grens) -> Iterator[str]:
    if g.aantal:
        yield "met uitloop" if g.uitloop else g.eenheid


def _genest(v: Any) -> Iterator[Combinatie]:
    delen = v.delen if isinstance(v, En | Of) else (v.deel,) if isinstance(v, Niet) else ()
    for deel in delen:
        if isinstance(deel, En | Of | Niet):
            yield "genest", v.op, deel.op
        yield from _genest(deel)
