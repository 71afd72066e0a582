"""Conditions as JSON Schema 2020-12, clean in ajv's strict mode: `type` on every level, `required` with its property.

A hidden answer is refused, so "present and equal" means "shown, answered and equal" (language.md, b3). What a schema
cannot say is weakened, never strengthened (b15): a condition is compiled `zeker` (what cannot be said counts as false)
where it makes something required, and `misschien` (counts as true) where its opposite forbids something.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from catalogue.beoordelen import tijdvak
from catalogue.oordeel.moment import DAG, minuten
from catalogue.voorwaarde import ALTIJD, NOOIT, En, Grens, Niet, Of, Vast, Vergelijk, en, is_open, niet, of, vervang
from generator.dialect import bereik

Schema = dict[str, Any] | bool
CONTEXT = ("indiener.", "voorziening.", "parameter.")
LIJSTEN = ("keuzes", "bestanden", "herhaling")
"""The shapes of an answer that is a list."""
AANWEZIG = "aanwezig"
TEKST, LIJST = {"type": "string"}, {"type": "array"}


@dataclass(frozen=True, slots=True)
class Zicht:
    """What a schema sees: the questions of one role by path, and (in a submission) who is logged in."""

    vragen: Mapping[str, Any]
    stappen: frozenset[str]
    indiener: bool = False

    def reden(self, v: Vergelijk) -> str | None:
        """Why a schema cannot say this comparison; None when it can."""
        if v.pad.startswith(CONTEXT):
            if v.pad.startswith("indiener."):
                return None if self.indiener else "indiener"
            return "gemeente"
        basis = v.grens.basis if v.grens else None
        if basis is None:
            return None
        return "vandaag" if basis == "vandaag" else "gemeente" if basis.startswith("parameter.") else "vergelijking"

    def vorm(self, v: Vergelijk) -> str:
        """The shape of what is compared; of what is no question (a part of an answer, who is logged in) what it says itself."""
        vraag = None if v.soort == AANWEZIG else self.vragen.get(v.pad)
        return v.soort if vraag is None else vraag.vorm

    def nooit(self, v: Vergelijk) -> bool:
        """Never true: a group has no value, and the answers of another role are not here."""
        return v.soort == "groep" or not v.pad.startswith(CONTEXT) and v.pad.partition(".")[0] not in self.stappen


def zeker(v: Any, zicht: Zicht) -> Any:
    """The condition with false for every comparison that cannot be said: true only when the condition is.

    One that names what the municipality has yet to fill in demands nothing as a whole (rule 30)."""
    return NOOIT if is_open(v) else _verzwak(v, zicht, False)


def misschien(v: Any, zicht: Zicht) -> Any:
    """The condition with true for every comparison that cannot be said: false only when the condition is.

    One that names what the municipality has yet to fill in refuses nothing as a whole."""
    return ALTIJD if is_open(v) else _verzwak(v, zicht, True)


def _verzwak(v: Any, zicht: Zicht, waarde: bool) -> Any:
    if isinstance(v, Niet):
        return niet(_verzwak(v.deel, zicht, not waarde))
    if isinstance(v, En | Of):
        return (en if isinstance(v, En) else of)(*(_verzwak(deel, zicht, waarde) for deel in v.delen))
    if isinstance(v, Vast):
        return v
    if zicht.nooit(v):
        return NOOIT
    return Vast(waarde=waarde) if zicht.reden(v) else v


def aanwezig(pad: str) -> Vergelijk:
    """The answer is there, whatever it is (also an empty list)."""
    return Vergelijk(pad=pad, soort=AANWEZIG, hoe="beantwoord")


# -- one comparison ------------------------------------------------------------------------------------------------


def waarde(v: Vergelijk, zicht: Zicht) -> Schema:
    """What the compared value itself must be."""
    vorm = zicht.vorm(v)
    lijst = vorm in LIJSTEN
    if v.hoe == "beantwoord":
        return {**LIJST, "minItems": 1} if lijst else True
    if v.hoe in ("is", "is_niet"):
        waarden = _spellingen(zicht.vragen[v.pad].alle_maten, v.waarden) if vorm == "decimaal" else list(v.waarden)
        een: dict[str, Any] = {"const": waarden[0]} if len(waarden) == 1 else {"enum": waarden} if waarden else {"not": {}}
        if lijst:
            een = {**LIJST, "contains": een}
        return een if v.hoe == "is" else {**(LIJST if lijst else {}), "not": een}
    if v.grens is None:
        raise ValueError(f"{v.hoe} zonder grens bij {v.pad}")
    if v.hoe == "minimaal_tekens":
        return {**TEKST, "minLength": max(int(v.grens.waarde or 0), 0)}
    if lijst:
        return _aantal(v.hoe, int(v.grens.waarde or 0))
    return grens(vorm, zicht.vragen[v.pad].alle_maten, v.hoe, v.grens)


def _aantal(hoe: str, n: int) -> Schema:
    if hoe in ("meer_dan", "vanaf"):
        return {**LIJST, "minItems": max(n + (hoe == "meer_dan"), 0)}
    hoogste = n - (hoe == "minder_dan")
    return {**LIJST, "maxItems": hoogste} if hoogste >= 0 else False


def grens(vorm: str, m: Mapping[str, Any], hoe: str, g: Grens) -> Schema:
    """On this side of a literal bound: a number, or a pattern for what is written as text."""
    if vorm == "getal":
        naam = {"meer_dan": "exclusiveMinimum", "minder_dan": "exclusiveMaximum", "vanaf": "minimum", "tot_en_met": "maximum"}[hoe]
        return {"type": "number", naam: g.waarde}
    if vorm == "decimaal":
        onder = hoe in ("meer_dan", "vanaf")
        tekst, zonder = str(g.waarde), "" if hoe in ("vanaf", "tot_en_met") else "laagste" if onder else "hoogste"
        patroon = bereik.bedragen(tekst if onder else None, None if onder else tekst, zonder=zonder, plaatsen=plaatsen(m))
    else:
        patroon = _moment(m, hoe, g)
    formaat = {"format": "date"} if m.get("deel") == "dag" and not m.get("onvolledig") else {}
    return {**TEKST, **formaat, "pattern": bereik.heel(patroon)}


def plaatsen(m: Mapping[str, Any]) -> tuple[int, ...]:
    """How many digits a decimal may have behind the point."""
    return tuple(range(m.get("decimalen_minstens", 0), m["decimalen"] + 1))


def _spellingen(m: Mapping[str, Any], waarden: Iterable[Any]) -> list[str]:
    """Every way in which these numbers can be written as such a decimal: `2.5` and `2.50` are one number."""
    getallen = [Decimal(str(waarde)) + 0 for waarde in waarden]
    return list(dict.fromkeys(tekst for g in getallen for n in plaatsen(m) if Decimal(tekst := f"{g:.{n}f}") == g))


def _moment(m: Mapping[str, Any], hoe: str, g: Grens) -> str:
    if m["deel"] == "tijd":
        punt = minuten(str(g.waarde)) + {"na": 1, "voor": -1}.get(hoe, 0)
        return _vanaf_of_tot(bereik.tijden, hoe, _klok(punt)) if 0 <= punt < DAG else bereik.een_van([])
    vak = tijdvak(g, lambda _: None, date.min)
    if vak is None:
        raise ValueError(f"{g.waarde} bestaat niet")
    begin, eind = vak
    if m["deel"] == "dag":
        return bereik.datums(hoe, _dag(begin), _dag(eind), onvolledig=bool(m.get("onvolledig")))
    punt = {"vanaf": begin, "na": eind + 1, "voor": begin - 1, "tot_en_met": eind}[hoe]
    if not date.min.toordinal() <= punt // DAG <= date.max.toordinal():
        return bereik.een_van([])
    return _vanaf_of_tot(bereik.datumtijden, hoe, f"{_dag(punt)}T{_klok(punt % DAG)}")


def _vanaf_of_tot(patroon: Callable[[str | None, str | None], str], hoe: str, punt: str) -> str:
    return patroon(punt, None) if hoe in ("na", "vanaf") else patroon(None, punt)


def _dag(minuut: int) -> date:
    return date.fromordinal(minuut // DAG)


def _klok(minuut: int) -> str:
    return f"{minuut // 60:02}:{minuut % 60:02}"


# -- a whole condition, at one level -------------------------------------------------------------------------------


def conditie(v: Any, zicht: Zicht) -> Schema:
    """A condition whose names all stand at one level (the submission, the answers, or the item of a repeat)."""
    if isinstance(v, Vast):
        return v.waarde
    if isinstance(v, Vergelijk):
        return keten(v.pad.rpartition("[].")[2].split("."), waarde(v, zicht))
    if isinstance(v, Niet):
        return {"not": conditie(v.deel, zicht)}
    delen = [conditie(deel, zicht) for deel in v.delen]
    if isinstance(v, Of):
        return {"anyOf": delen}
    uit: Schema = True
    for deel in delen:
        uit = samen(uit, deel)
    return uit


def keten(stukken: list[str], blad: Schema, *, verplicht: bool = True) -> Schema:
    """The value at this place: with `verplicht` it must be there, otherwise it counts only where it is."""
    for stuk in reversed(stukken):
        blad = {"type": "object", "properties": {stuk: blad}, **({"required": [stuk]} if verplicht else {})}
    return blad


def samen(a: Schema, b: Schema) -> Schema:
    """Both schemas in one."""
    if a is True or a == b:
        return b
    if b is True:
        return a
    if a is False or b is False:
        return False
    if _plat(a) and _plat(b):
        namen = {**a["properties"], **b["properties"]}
        samengevoegd = {n: samen(a["properties"].get(n, True), b["properties"].get(n, True)) for n in namen}
        moet = list(dict.fromkeys([*a.get("required", ()), *b.get("required", ())]))
        return {"type": "object", "properties": samengevoegd, **({"required": moet} if moet else {})}
    if _lijst(a) and _lijst(b):
        return {"type": "array", "items": samen(a["items"], b["items"])}
    delen = [*(a["allOf"] if set(a) == {"allOf"} else [a]), *(b["allOf"] if set(b) == {"allOf"} else [b])]
    return {"allOf": delen}


def _plat(s: Any) -> bool:
    return set(s) <= {"type", "properties", "required"} and "properties" in s


def _lijst(s: Any) -> bool:
    return set(s) == {"type", "items"}


# -- rules, placed where every name is in reach --------------------------------------------------------------------


@dataclass(slots=True)
class Regels:
    """The rules of one schema, by the level they stand at: "@" (the submission), "" (the answers), `stap.lijst[]`.

    A condition that crosses a repeat stands at the highest level it names; inside its `then` and `else` the rest
    follows under `items`. It is split on whole sub-conditions of one level, not on single comparisons (b16).
    """

    zicht: Zicht
    _op: dict[str, dict[str, list[Any]]] = field(default_factory=dict)

    def voeg(self, als: Any, dan: Schema, anders: Schema, doel: str) -> None:
        """If `als` (all of it sayable) holds then `dan`, else `anders`, for the item or answers that hold `doel`."""
        niveaus = _niveaus(doel)
        if isinstance(als, Vast):
            self._zet(niveaus[-1], True, dan if als.waarde else anders, True)
            return
        laagst = min(_niveau(v.pad) for v in _vergelijkingen(als))
        deel, ja, nee = _splits(als, laagst)
        self._zet(
            niveaus[laagst], conditie(deel, self.zicht),
            self._onder(ja, dan, anders, niveaus, laagst), self._onder(nee, dan, anders, niveaus, laagst),
        )  # fmt: skip

    def op(self, niveau: str) -> list[Schema]:
        """The rules at one level, in the order they were added; rules with one condition are joined."""
        uit: list[Schema] = []
        for als, dan, anders in self._op.get(niveau, {}).values():
            if als is True:
                if dan is not True:
                    uit.append(dan)
                continue
            gevolg = {naam: s for naam, s in (("then", dan), ("else", anders)) if s is not True}
            if gevolg:
                uit.append({"if": als, **gevolg})
        return uit

    def _zet(self, niveau: str, als: Schema, dan: Schema, anders: Schema) -> None:
        hier = self._op.setdefault(niveau, {})
        rij = hier.setdefault(json.dumps(als, sort_keys=True), [als, True, True])
        rij[1], rij[2] = samen(rij[1], dan), samen(rij[2], anders)

    def _onder(self, als: Any, dan: Schema, anders: Schema, niveaus: list[str], hier: int) -> Schema:
        if isinstance(als, Vast):
            return _daal(niveaus, hier, len(niveaus) - 1, dan if als.waarde else anders)
        laagst = min(_niveau(v.pad) for v in _vergelijkingen(als))
        deel, ja, nee = _splits(als, laagst)
        gevolg = {
            naam: s
            for naam, rest in (("then", ja), ("else", nee))
            if (s := self._onder(rest, dan, anders, niveaus, laagst)) is not True
        }
        return _daal(niveaus, hier, laagst, {"if": conditie(deel, self.zicht), **gevolg}) if gevolg else True


def _vergelijkingen(v: Any) -> list[Vergelijk]:
    uit: list[Vergelijk] = []

    def zie(een: Vergelijk) -> Vergelijk:
        uit.append(een)
        return een

    vervang(v, zie)
    return uit


def _niveaus(pad: str) -> list[str]:
    """The levels around a path, from the outside in."""
    delen = pad.split("[]")[:-1]
    return ["@", "", *("[]".join(delen[: i + 1]) + "[]" for i in range(len(delen)))]


def _niveau(pad: str) -> int:
    return 0 if pad.startswith("indiener.") else 1 + pad.count("[]")


def _splits(v: Any, niveau: int) -> tuple[Any, Any, Any]:
    """A largest part that names only this level, and the whole with that part true, and false."""
    if all(_niveau(een.pad) == niveau for een in _vergelijkingen(v)):
        return v, Vast(waarde=True), Vast(waarde=False)
    if isinstance(v, Niet):
        deel, ja, nee = _splits(v.deel, niveau)
        return deel, niet(ja), niet(nee)
    maak = en if isinstance(v, En) else of
    hier = [deel for deel in v.delen if all(_niveau(een.pad) == niveau for een in _vergelijkingen(deel))]
    if hier:
        rest = maak(*(deel for deel in v.delen if deel not in hier))
        vast = Vast(waarde=not isinstance(v, En))
        return maak(*hier), (rest if isinstance(v, En) else vast), (vast if isinstance(v, En) else rest)
    i = next(i for i, deel in enumerate(v.delen) if any(_niveau(een.pad) == niveau for een in _vergelijkingen(deel)))
    deel, ja, nee = _splits(v.delen[i], niveau)
    om = (v.delen[:i], v.delen[i + 1 :])
    return deel, maak(*om[0], ja, *om[1]), maak(*om[0], nee, *om[1])


def _daal(niveaus: list[str], van: int, naar: int, schema: Schema) -> Schema:
    """A schema for a deeper level, said at a higher one."""
    if schema is True:
        return True
    for i in range(naar, van, -1):
        if i == 1:
            schema = keten(["antwoorden"], schema, verplicht=False)
        else:
            stuk = niveaus[i][len(niveaus[i - 1]) :].removeprefix(".").removesuffix("[]")
            schema = keten(stuk.split("."), {"type": "array", "items": schema}, verplicht=False)
    return schema
