"""JSON Logic as Open Formulieren runs it: in a browser, and on its server, which knows dates and, on 4.0, `undefined`.

They do not always agree, and a form is filled in with the one and judged with the other. So every rule is tried on all three, and
must say the same: a rule that does not is a fault of ours. What the library of the server cannot take (a text where it wants a
number) stops the rule there; here it is an error.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import reduce
from typing import Any

Lees = Callable[[str], Any]
ZONDER = object()
"""The `undefined` of 4.0: no value, and not null."""
MOTOREN = ("browser", "3.5", "4.0")


class Oneens(AssertionError):
    """Browser and server disagree about a rule."""


def klopt(regel: Any, lees: Lees, vandaag: date, soorten: Mapping[str, str]) -> bool:
    """Does the trigger of a rule hold, everywhere? `lees` gives the value of a variable as a browser has it, or None;
    `soorten` the type of the component that it comes from."""
    uitslag = {}
    for motor in MOTOREN:
        m = _Motor(motor, vandaag, soorten)
        uitslag[motor] = m.ja(m.reken(regel, lees))
    if len(set(uitslag.values())) > 1:
        raise Oneens(f"{uitslag}: {regel}")
    return uitslag["browser"]


class _Motor:
    def __init__(self, naam: str, vandaag: date, soorten: Mapping[str, str]) -> None:
        self.server, self.vandaag, self.soorten = naam != "browser", vandaag, soorten
        self.weg = ZONDER if naam == "4.0" else None

    def reken(self, regel: Any, lees: Lees) -> Any:
        if isinstance(regel, list):
            return [self.reken(deel, lees) for deel in regel]
        if not isinstance(regel, dict):
            return regel
        ((naam, delen),) = regel.items()
        delen = delen if isinstance(delen, list) else [delen]
        if naam == "reduce":
            return self._reduce(*delen, lees)
        waarden = [self.reken(deel, lees) for deel in delen]
        if naam == "var":
            return self._var(lees, *waarden)
        if naam in _NIETS_ERIN and self.server and any(w is None or w is ZONDER or naam == "date" and w == "" for w in waarden):
            return None
        doe = self.ja if naam == "!!" else getattr(self, f"_{_NAMEN[naam]}")
        return doe(*waarden)

    def _reduce(self, lijst: Any, logica: Any, begin: Any, lees: Lees) -> Any:
        rij = self.reken(lijst, lees)
        if not isinstance(rij, list):
            return begin
        return reduce(lambda tot, een: self.reken(logica, {"accumulator": tot, "current": een}.get), rij, begin)

    def _var(self, lees: Lees, naam: str, anders: Any = ZONDER) -> Any:
        waarde = lees(naam)
        soort = _SOORTEN.get(self.soorten.get(naam, "")) if isinstance(waarde, str) and waarde else None
        als_python = _als_python(soort, waarde) if soort else waarde
        if als_python is None:  # such a component holds no text that is none of its kind
            return self.weg if anders is ZONDER else anders
        return als_python if self.server else waarde

    def _en(self, *delen: Any) -> Any:
        return reduce(lambda tot, een: een if self.ja(tot) else tot, delen, True)

    def _of(self, *delen: Any) -> Any:
        return reduce(lambda tot, een: tot if self.ja(tot) else een, delen, False)

    def ja(self, w: Any) -> bool:
        """What counts as true: in a browser an empty object does."""
        return False if w is ZONDER else bool(w) or not self.server and isinstance(w, dict)

    def _niet(self, a: Any) -> bool:
        return not self.ja(a)

    def _als(self, *delen: Any) -> Any:
        als, dan, anders = delen
        return dan if self.ja(als) else anders

    def _is(self, a: Any, b: Any) -> bool:
        if isinstance(a, str) or isinstance(b, str):
            return str(a) == str(b)
        if self.server and (isinstance(a, bool) or isinstance(b, bool)):
            return self.ja(a) is self.ja(b)
        return a == b

    def _is_niet_echt(self, a: Any, b: Any) -> bool:
        return type(a) is not type(b) or a != b

    def _in(self, a: Any, b: Any) -> bool:
        return a in b if isinstance(b, list | str) else False

    def _orde(self, a: Any, b: Any) -> bool | None:
        if self.server:
            return a < b
        x, y = _getal(a), _getal(b)
        return None if x is None or y is None else x < y

    def _minder(self, a: Any, b: Any) -> bool:
        return bool(self._orde(a, b))

    def _meer(self, a: Any, b: Any) -> bool:
        return bool(self._orde(b, a))

    def _hooguit(self, a: Any, b: Any) -> bool:
        return self._orde(b, a) is False

    def _minstens(self, a: Any, b: Any) -> bool:
        return self._orde(a, b) is False

    def _plus(self, *delen: Any) -> Any:
        if any(isinstance(deel, date) for deel in delen):
            return plus(delen[0], *delen[1])
        if any(isinstance(deel, tuple) for deel in delen):
            return None
        return sum(delen)

    def _min(self, dag: Any, tijd: Any) -> Any:
        return plus(dag, *(-n for n in tijd)) if isinstance(dag, date) else None

    def _datum(self, w: Any) -> Any:
        dag = _als_python(date, w) if isinstance(w, str) else w
        if dag is None and w and self.server:
            raise Oneens(f"the server cannot make a date of {w!r}")
        return dag

    def _vandaag(self) -> date:
        return self.vandaag

    def _tijdsduur(self, jaren: int, maanden: int = 0, dagen: int = 0) -> tuple[int, int, int]:
        return jaren, maanden, dagen


_NAMEN = {
    "and": "en", "or": "of", "!": "niet", "if": "als", "==": "is", "!==": "is_niet_echt", "in": "in", "<": "minder", ">": "meer", "<=": "hooguit", ">=": "minstens",
    "+": "plus", "-": "min", "date": "datum", "today": "vandaag", "rdelta": "tijdsduur",
}  # fmt: skip
_NIETS_ERIN = frozenset({"<", ">", "<=", ">=", "+", "-", "date"})
"""Operators of the server that give null as soon as one value is missing."""


_SOORTEN: dict[str, Any] = {"date": date, "time": time, "datetime": datetime}
"""What the server makes of the text of a component."""


def _als_python(soort: Any, tekst: str) -> Any:
    """A date, a time or a moment; nothing when the text is none."""
    try:
        return soort.fromisoformat(tekst)
    except ValueError:
        return None


def _getal(w: Any) -> float | None:
    """What a browser makes of a value that it compares by size: nothing counts as zero."""
    if isinstance(w, date):
        return float(w.toordinal())
    if w is None or w == "":
        return 0.0
    try:
        return float(w)
    except (TypeError, ValueError):
        return None


def plus(dag: date, jaren: int, maanden: int, dagen: int) -> date:
    """A day moved, as relativedelta does: to the last day of a month that is too short."""
    maand = dag.month - 1 + maanden
    jaar, maand = dag.year + jaren + maand // 12, maand % 12 + 1
    return date(jaar, maand, min(dag.day, calendar.monthrange(jaar, maand)[1])) + timedelta(days=dagen)
