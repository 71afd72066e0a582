"""What values are made of: a question with its measures, and numbers, moments, texts and files as an answer writes them."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from catalogue.formulier import Vraag
from catalogue.veld.patroon import DEEL

Waarde = Any
DAG, MINUUT = timedelta(days=1), timedelta(minutes=1)


class Gemeten(NamedTuple):
    """A question with its shape and measures at hand, and what the judge has against a value by itself."""

    vraag: Vraag
    vorm: str
    m: dict[str, Any]
    keur: Callable[[Any], Any]

    @property
    def grenzen(self) -> tuple[Decimal | None, Decimal | None]:
        """The lowest and highest number; None for one that a parameter has yet to say."""
        laag, hoog = (None if str(maat).startswith("<") else Decimal(str(maat)) for maat in (self.m["minimum"], self.m["maximum"]))
        return laag, hoog

    @property
    def stap(self) -> Decimal:
        """The smallest difference between two of its numbers."""
        return Decimal(1) / 10 ** self.m.get("decimalen", 0)

    def getal(self, waarde: Decimal) -> Waarde:
        """A number as the answer writes it."""
        if self.vorm == "getal":
            return int(waarde)
        minstens = self.m.get("decimalen_minstens")
        return f"{waarde:.{minstens}f}" if minstens else str(waarde)

    def moment(self, punt: datetime) -> str:
        """A day, a time, or both, as the answer writes it."""
        return punt.isoformat(timespec="minutes")[_DEEL[self.m["deel"]]]


_DEEL = {"dag": slice(10), "tijd": slice(11, None), "dagtijd": slice(None)}
"""Which part of a day with a time the answer is."""


def als_punt(tekst: str) -> datetime:
    """A day, a partial day, a time or both as a moment, to reckon with; the first there is."""
    if re.fullmatch(r"\d\d:\d\d", tekst):
        return datetime.combine(date(2026, 1, 1), datetime.strptime(tekst, "%H:%M").time())
    dag, _, tijd = tekst.partition("T")
    delen = [int(d) for d in dag.split("-")] + [1, 1]
    uur, minuut = (int(d) for d in tijd.split(":")) if tijd else (0, 0)
    return datetime(delen[0], delen[1], delen[2], uur, minuut)


def bestand(nummer: int = 0, mediatype: str = "application/pdf", grootte: int = 1000) -> dict[str, Any]:
    """The description of a file that is sent along."""
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"samenloket:vector:{nummer}")),
        "naam": f"bijlage-{nummer + 1}.pdf",
        "mediatype": mediatype,
        "grootte": grootte,
        "sha256": f"{nummer:064x}",
    }


# -- texts ---------------------------------------------------------------------------------------------------------------


def tekst_van(lengte: int) -> str:
    """A text of this many characters."""
    return ("Antwoord " * (lengte // 9 + 1))[:lengte].rstrip().ljust(lengte, "x")


def volgens(patroon: str, lang: bool) -> str:
    """A text that follows a pattern of the small kind: as short, or as long, as it may be."""
    uit, plek = "", 0
    while plek < len(patroon):
        deel = DEEL.match(patroon, plek)
        if deel is None:
            raise ValueError(patroon)
        plek = deel.end()
        vorm, aantal = re.fullmatch(r"(\[.+\]|\\.|.)(\{[\d,]+\}|\?)?", deel[0], re.S).groups()  # type: ignore[union-attr]
        laag, hoog = (0, 1) if aantal == "?" else _aantal(aantal)
        uit += _teken(vorm) * (hoog if lang else laag)
    return uit


def _teken(vorm: str) -> str:
    """A character of a class, or the one that stands there."""
    return next(t for t in "a1A _/.,'@&#-0Z" if re.fullmatch(vorm, t)) if vorm[0] == "[" else vorm[-1]


def _aantal(aantal: str | None) -> tuple[int, int]:
    grenzen = [int(n) for n in (aantal or "{1}").strip("{}").split(",")]
    return grenzen[0], grenzen[-1]


@lru_cache(maxsize=256)
def gerekt(tekst: str, patroon: str, lengte: int) -> str | None:
    """A text made longer in such a way that it goes on following a pattern; None when that does not go so far.

    The largest end of it that may be repeated is, and otherwise one character.
    """
    volgt = re.compile(patroon, re.ASCII).fullmatch
    while len(tekst) < lengte:
        nog = lengte - len(tekst)
        langer = next((t for t in _langer(tekst, nog) if volgt(t)), None)
        if langer is None:
            return None
        tekst = langer
    return tekst


def _langer(tekst: str, nog: int) -> Iterator[str]:
    yield from (tekst + tekst[plek:] for plek in range(max(1, len(tekst) - nog), len(tekst)))
    yield from (tekst[:plek] + tekst[plek] + tekst[plek:] for plek in range(len(tekst)))
