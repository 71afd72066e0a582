"""Dates, times, partial dates and relative moments, as answers and specifications write them.

A partial date ("2026", "2026-03") is a period, a full date a period of one day. A `Moment` is a bound relative to today, to
a date or to an earlier answer ("vandaag - 5 dagen met uitloop", "vanaf + 4 weken"). What they mean is for the judge
(`oordeel.moment`): here they are read and put into words. Nothing here reads a clock.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time

from catalogue.oordeel.werkdagen import EENHEDEN

_DATUM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_TIJD = re.compile(r"([0-9]{2}):([0-9]{2})")
_NAAM = r"[a-z][a-zA-Z0-9]*(?:\.[a-z][a-zA-Z0-9]*)*"
_BASIS = re.compile(rf"{_NAAM}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}")
_MOMENT = re.compile(
    rf"({_BASIS.pattern})(?: *([+-]) *([0-9]{{1,4}}) +([a-z]+))?( +met +uitloop)?"
)
_VORMEN = (
    "Schrijf een moment als 'vandaag', '2026-01-31' of de naam van een eerdere vraag, "
    "eventueel met '+ 4 weken' of '- 5 dagen' erachter "
    "(dagen, werkdagen, weken, maanden of jaar; een heel getal van 1 tot en met 9999)."
)


@dataclass(frozen=True, slots=True)
class Periode:
    """The days from `eerste` up to and including `laatste`; one day when they are equal."""

    eerste: date
    laatste: date

    def __post_init__(self) -> None:
        if self.eerste > self.laatste:
            raise ValueError("De eerste dag van een periode ligt na de laatste.")


def lees_datum(tekst: str) -> Periode:
    """Read 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD' (ASCII digits, years 0001..9999).

    Raises ValueError, in Dutch, for any other text and for days that do not exist.
    """
    gevonden = _DATUM.fullmatch(tekst)
    if not gevonden:
        raise ValueError("Schrijf een datum als 2026-01-31, 2026-01 of 2026.")
    jaar, maand, dag = gevonden.groups()
    try:
        eerste = date(int(jaar), int(maand or 1), int(dag or 1))
    except ValueError:
        raise ValueError(f"De datum {tekst} bestaat niet.") from None
    if dag:
        return Periode(eerste, eerste)
    laatste_maand = eerste.month if maand else 12
    laatste_dag = calendar.monthrange(eerste.year, laatste_maand)[1]
    return Periode(eerste, date(eerste.year, laatste_maand, laatste_dag))


def lees_tijd(tekst: str) -> time:
    """Read 'HH:MM', 00:00 up to and including 23:59. Raises ValueError, in Dutch, otherwise."""
    gevonden = _TIJD.fullmatch(tekst)
    if not gevonden:
        raise ValueError("Schrijf een tijd als 09:30.")
    try:
        return time(int(gevonden[1]), int(gevonden[2]))
    except ValueError:
        raise ValueError(f"De tijd {tekst} bestaat niet.") from None


def lees_datumtijd(tekst: str) -> datetime:
    """Read 'YYYY-MM-DDTHH:MM': local wall time in the Netherlands, without a zone.

    Raises ValueError, in Dutch, otherwise.
    """
    datum, scheiding, tijd = tekst.partition("T")
    if not scheiding or len(datum) != 10:
        raise ValueError("Schrijf een datum met tijd als 2026-01-31T09:30.")
    return datetime.combine(lees_datum(datum).eerste, lees_tijd(tijd))


@dataclass(frozen=True, slots=True)
class Moment:
    """A day relative to another: `aantal` units after `basis` (before it when negative).

    `basis` is 'vandaag', a date YYYY-MM-DD or the name of an earlier answer or parameter.
    `eenheid` is kept as dagen, werkdagen, weken, maanden or jaren, whichever spelling comes in.
    `schuif_op` (written 'met uitloop') reads the amount as a legal term, see `vroegste_dag`.
    Raises ValueError, in Dutch, for what cannot be said. `str()` gives the canonical text.
    """

    basis: str
    aantal: int = 0
    eenheid: str = "dagen"
    schuif_op: bool = False

    def __post_init__(self) -> None:
        if not _BASIS.fullmatch(self.basis):
            raise ValueError(_VORMEN)
        if self.basis[0].isdigit():
            lees_datum(self.basis)
        if self.eenheid not in EENHEDEN:
            raise ValueError(f"Onbekende eenheid '{self.eenheid}'. {_VORMEN}")
        if abs(self.aantal) > 9999:
            raise ValueError(_VORMEN)
        if self.schuif_op and self.aantal >= 0:
            raise ValueError(
                "'met uitloop' kan alleen bij een moment in het verleden: 'vandaag - 5 dagen met uitloop'."
            )
        object.__setattr__(self, "eenheid", EENHEDEN[self.eenheid] if self.aantal else "dagen")

    @property
    def naam(self) -> str | None:
        """The answer or parameter that this moment depends on, if any."""
        return None if self.basis == "vandaag" or self.basis[0].isdigit() else self.basis

    def __str__(self) -> str:
        if not self.aantal:
            return self.basis
        teken, aantal = "+-"[self.aantal < 0], abs(self.aantal)
        eenheid = _EENHEID["nl"][self.eenheid][aantal != 1]
        return f"{self.basis} {teken} {aantal} {eenheid}" + " met uitloop" * self.schuif_op


def lees_moment(tekst: str) -> Moment:
    """Read 'vandaag', '2026-01-31', 'stap.veld - 1 jaar', 'vandaag - 5 dagen met uitloop' ...

    Raises ValueError, in Dutch and with the allowed forms, for any other text.
    """
    gevonden = _MOMENT.fullmatch(tekst.strip(" "))
    if not gevonden:
        raise ValueError(f"'{tekst}' is geen moment. {_VORMEN}" if len(tekst) <= 60 else _VORMEN)
    basis, teken, getal, eenheid, uitloop = gevonden.groups()
    if getal is None:
        return Moment(basis, schuif_op=bool(uitloop))
    if int(getal) == 0:
        raise ValueError(f"'{tekst}': laat het deel met 0 weg. {_VORMEN}")
    return Moment(basis, int(getal) * (-1 if teken == "-" else 1), eenheid, bool(uitloop))


_EENHEID = {
    "nl": {
        "dagen": ("dag", "dagen"),
        "werkdagen": ("werkdag", "werkdagen"),
        "weken": ("week", "weken"),
        "maanden": ("maand", "maanden"),
        "jaren": ("jaar", "jaar"),
    },
    "en": {
        "dagen": ("day", "days"),
        "werkdagen": ("working day", "working days"),
        "weken": ("week", "weeks"),
        "maanden": ("month", "months"),
        "jaren": ("year", "years"),
    },
}
_WOORDEN = {
    "nl": ("vandaag", "na", "vóór", ", of iets eerder door een weekend of feestdag"),
    "en": ("today", "after", "before", ", or slightly earlier because of a weekend or holiday"),
}
_MAANDEN = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}


def datum_in_woorden(dag: date, taal: str = "nl") -> str:
    """'31 januari 2026' or '31 January 2026'; Dutch for a language without words of its own."""
    maanden = _MAANDEN.get(taal, _MAANDEN["nl"]).split()
    return f"{dag.day} {maanden[dag.month - 1]} {dag.year}"


def in_woorden(moment: Moment, taal: str = "nl", naam: str | None = None) -> str:
    """A moment in plain words: '28 dagen na vandaag', '28 days after today', 'vandaag'.

    `naam` is what to call the answer that the moment depends on; otherwise its own name stands
    there. A language without words of its own gets Dutch.
    """
    taal = taal if taal in _WOORDEN else "nl"
    vandaag, na_, voor_, uitloop = _WOORDEN[taal]
    if moment.naam:
        basis = naam or moment.naam
    elif moment.basis == "vandaag":
        basis = vandaag
    else:
        basis = datum_in_woorden(date.fromisoformat(moment.basis), taal)
    if not moment.aantal:
        return basis
    aantal = abs(moment.aantal)
    eenheid = _EENHEID[taal][moment.eenheid][aantal != 1]
    richting = voor_ if moment.aantal < 0 else na_
    return f"{aantal} {eenheid} {richting} {basis}" + uitloop * moment.schuif_op
