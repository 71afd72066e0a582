"""Conditions: a small frozen tree. What it means is said by the judge (catalogue/oordeel), which works on a plan.

Names in a tree are full paths of answers (`stap.veld`, `stap.herhaling[].veld` for the item that is being looked at)
or of the context (`indiener.middel`, `voorziening.berichtenbox`). A comparison with something unknown is false, whatever
the comparison; `Niet` turns a whole condition round (language.md, b6 and b7). Two values, no third.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from catalogue.veld.basis import Model

Hoe = Literal["is", "is_niet", "beantwoord", "meer_dan", "minder_dan", "vanaf", "tot_en_met", "na", "voor", "minimaal_tekens"]
MOMENTEN = ("vanaf", "tot_en_met", "na", "voor")
OPEN = ("parameter.", "voorziening.")
"""What a municipality fills in: until it has, a condition that names it is in doubt (rule 30); then it names the value."""


class Grens(Model):
    """What something is compared with: a literal, or a basis (`vandaag`, another answer) plus or minus a term."""

    waarde: int | str | None = None
    basis: str | None = None
    aantal: int = 0
    eenheid: str = "dagen"
    uitloop: bool = False


class Vast(Model):
    """Always true, or never."""

    op: Literal["vast"] = "vast"
    waarde: bool

    def __eq__(self, ander: object) -> bool:
        return self is ander or isinstance(ander, Vast) and self.waarde == ander.waarde

    def __hash__(self) -> int:
        return hash((Vast, self.waarde))

    def __deepcopy__(self, _: Any) -> Vast:
        """Itself, as it cannot change: pydantic copies what stands as a default for every option of every list."""
        return self


class Vergelijk(Model):
    """One comparison. `soort` is the kind of the answer: it decides how values compare."""

    op: Literal["vergelijk"] = "vergelijk"
    pad: str
    soort: str
    hoe: Hoe
    waarden: tuple[bool | int | str, ...] = ()
    grens: Grens | None = None


class En(Model):
    """All of them."""

    op: Literal["en"] = "en"
    delen: tuple[Voorwaarde, ...]


class Of(Model):
    """At least one of them."""

    op: Literal["of"] = "of"
    delen: tuple[Voorwaarde, ...]


class Niet(Model):
    """Not this."""

    op: Literal["niet"] = "niet"
    deel: Voorwaarde


Voorwaarde = Annotated[Vast | Vergelijk | En | Of | Niet, Field(discriminator="op")]
for _model in (En, Of, Niet):
    _model.model_rebuild()
ALTIJD, NOOIT = Vast(waarde=True), Vast(waarde=False)


def en(*delen: Any) -> Any:
    """All of these, with what is always or never true taken out."""
    return _samen(delen, En, ALTIJD, NOOIT)


def of(*delen: Any) -> Any:
    """One of these, with what is always or never true taken out."""
    return _samen(delen, Of, NOOIT, ALTIJD)


def _samen(delen: tuple[Any, ...], soort: Any, leeg: Vast, beslist: Vast) -> Any:
    delen = tuple(deel for deel in delen if deel is not leeg)
    if len(delen) < 2:
        return delen[0] if delen else leeg
    plat: list[Any] = []
    for deel in delen:
        for een in deel.delen if isinstance(deel, soort) else (deel,):
            if een == beslist:
                return beslist
            if een != leeg and een not in plat:
                plat.append(een)
    if not plat:
        return leeg
    return plat[0] if len(plat) == 1 else soort(delen=tuple(plat))


def niet(deel: Any) -> Any:
    """The opposite of a condition."""
    if isinstance(deel, Vast):
        return NOOIT if deel.waarde else ALTIJD
    return deel.deel if isinstance(deel, Niet) else Niet(deel=deel)


def vergelijkingen(v: Any) -> Iterator[Vergelijk]:
    """Every comparison in a condition, from left to right."""
    if isinstance(v, Vergelijk):
        yield v
    elif isinstance(v, En | Of):
        for deel in v.delen:
            yield from vergelijkingen(deel)
    elif isinstance(v, Niet):
        yield from vergelijkingen(v.deel)


def namen(v: Any) -> list[str]:
    """The paths a condition looks at, each once, in order; without `vandaag`."""
    uit: dict[str, None] = {}
    for deel in vergelijkingen(v):
        uit[deel.pad] = None
        if deel.grens and deel.grens.basis and deel.grens.basis != "vandaag":
            uit[deel.grens.basis] = None
    return list(uit)


def is_open(v: Any) -> bool:
    """Does it name what a municipality has not filled in? Then it is in doubt: it demands nothing, and refuses nothing."""
    return any(naam.startswith(OPEN) for naam in namen(v))


def vervang(v: Any, door: Callable[[Vergelijk], Any]) -> Any:
    """The condition with every comparison replaced by what `door` makes of it."""
    if isinstance(v, Vergelijk):
        return door(v)
    if isinstance(v, En):
        return en(*(vervang(deel, door) for deel in v.delen))
    if isinstance(v, Of):
        return of(*(vervang(deel, door) for deel in v.delen))
    if isinstance(v, Niet):
        return niet(vervang(v.deel, door))
    return v
