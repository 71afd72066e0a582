"""What a feature is, and the ways to find one: a row of a table says what to look through, and what must hold of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from catalogue.formulier import Vraag
from catalogue.voorwaarde import Vast, Vergelijk, namen
from generator.site.kenmerken.blad import Blad, Vondst

Vondsten = Iterable[Vondst | str]
Zoeker = Callable[[Blad], Vondsten]
Past = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """A feature of the source forms. `hoe` is how the language says it, or how the form does it by itself (`vanzelf`).

    `aantal` is how often the source has it, `voorbeeld` one place there; `sleutels` are the keys that say it in a text,
    with a space between.
    """

    code: str
    aantal: int
    voorbeeld: str
    naam: str
    hoe: str
    sleutels: str
    zoek: Zoeker = field(compare=False)
    vanzelf: bool = False


def vragen(past: Past) -> Zoeker:
    """The questions of which something holds."""
    return lambda b: (v.pad for v in b.vragen if past(v))


def soort(*soorten: str) -> Zoeker:
    """The questions of these kinds."""
    return vragen(lambda v: v.soort in soorten)


def dingen(past: Past) -> Zoeker:
    """The steps, groups, questions and texts of which something holds."""
    return lambda b: (e.pad for e in b.dingen if past(e))


def stappen(past: Past) -> Zoeker:
    """The steps of which something holds."""
    return lambda b: (s.pad for s in b.stappen if past(s))


def herhalingen(past: Past) -> Zoeker:
    """The repeats of which something holds."""
    return lambda b: (h.pad for h in b.herhalingen if past(h))


def opties(past: Past) -> Zoeker:
    """The written options of which something holds, each where it is written."""
    return lambda b: (b.op(v.pad, "opties", i) for v, i, keus in b.opties if past(keus))


def regels(past: Past) -> Zoeker:
    """The lines of the text of the service of which something holds, with the path of what holds them."""
    return lambda b: (Vondst(r.houder or getattr(r.ding, "stap", ""), r.waar) for r in b.regels if past(r))


def kop(sleutel: str, past: Past = bool) -> Zoeker:
    """A key at the head of the text, when something holds of what it says."""
    return lambda b: [b.kop(sleutel)] if past(getattr(b.formulier, sleutel)) else []


def in_kop(sleutel: str, past: Past = bool) -> Zoeker:
    """The items of a list at the head of the text of which something holds."""
    return lambda b: (b.kop(sleutel, i) for i, een in enumerate(getattr(b.formulier, sleutel)) if past(een))


def samen(*zoekers: Zoeker) -> Zoeker:
    """What one or another finds, in that order."""
    return lambda b: (vondst for zoek in zoekers for vondst in zoek(b))


def noemt(voorwaarde: Any, begin: str) -> bool:
    """Does a condition name something that begins so?"""
    return any(naam.startswith(begin) for naam in namen(voorwaarde))


def gelijk(voorwaarde: Any) -> bool:
    """Is a condition one comparison with an answer?"""
    return isinstance(voorwaarde, Vergelijk) and voorwaarde.hoe == "is"


def hangt_af(voorwaarde: Any) -> bool:
    """Does it depend on anything?"""
    return not isinstance(voorwaarde, Vast)


def woorden(v: Vraag) -> str:
    """What one reads at a question, in Dutch."""
    return " ".join(t.get("nl", "") for t in (v.veld.vraag, *v.veld.hulp))


def toelichting(e: Any) -> str:
    """The note for who builds, at a question or another element; "" without one."""
    return (e.veld.toelichting if isinstance(e, Vraag) else e.toelichting) or ""
