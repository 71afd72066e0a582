"""The copy for the sender: what was sent, when, and under which reference, as a tagged PDF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from catalogue.formulier import Formulier, Groep, Herhaling, Info, Vraag
from catalogue.moment import datum_in_woorden
from catalogue.tekst import in_taal
from catalogue.weergave import als_woorden, vul_in
from generator.sjabloon import sjabloon
from generator.targets.afdruk.pdf import pdf
from generator.targets.afdruk.teksten import teksten
from generator.targets.formulier.soorten import kiest

Rij = dict[str, Any]
NEDERLAND = ZoneInfo("Europe/Amsterdam")


def kopie(
    formulier: Formulier, antwoorden: dict[str, Any], kenmerk: str, moment: datetime, taal: str = "nl", rol: str = "indiener"
) -> bytes:
    """The PDF. `antwoorden` are right ones; `moment` is when they were received, with its time zone.

    Raises OSError without Pango.
    """
    return pdf(html(formulier, antwoorden, kenmerk, moment, taal, rol))


def html(
    formulier: Formulier, antwoorden: dict[str, Any], kenmerk: str, moment: datetime, taal: str = "nl", rol: str = "indiener"
) -> str:
    """The page that becomes the copy: only what was answered, in the order of the form."""
    toen, t = moment.astimezone(NEDERLAND), teksten(taal)
    woorden = _Woorden(formulier, antwoorden, taal)
    stappen = [
        (woorden.zin(stap.titel, []), woorden.stukken(stap.inhoud, antwoorden.get(stap.pad), []))
        for stap in formulier.stappen_van(rol)
    ]
    gemeente = formulier.gemeente
    return sjabloon("afdruk/kopie.html.j2").render(
        taal=taal, t=t, naam=in_taal(formulier.naam, taal), versie=formulier.versie, kenmerk=kenmerk,
        gemeente=gemeente.naam if gemeente else "", contact=list(gemeente.contact.values()) if gemeente else [],
        ontvangen=t["ontvangen_op"].format(dag=datum_in_woorden(toen.date(), taal), tijd=f"{toen:%H:%M}"),
        stappen=[een for een in stappen if een[1]], daarna=in_taal(formulier.teksten.get("ontvangen"), taal),
    )  # fmt: skip


class _Woorden:
    """Answers in words."""

    def __init__(self, formulier: Formulier, antwoorden: dict[str, Any], taal: str) -> None:
        self.formulier, self.antwoorden, self.taal = formulier, antwoorden, taal

    def zin(self, tekst: Any, rij: list[int]) -> str:
        """A text with the answers it names filled in."""
        return vul_in(self.formulier, tekst, lambda pad: self._lees(pad, rij), self.taal) if tekst else ""

    def _lees(self, pad: str, rij: list[int]) -> Any:
        if pad.startswith("parameter."):
            return self.formulier.parameterwaarden.get(pad.partition(".")[2])
        om: Any = self.antwoorden
        nummers = iter(rij)
        for stuk in pad.split("."):
            om = om.get(stuk.removesuffix("[]")) if isinstance(om, dict) else None
            if stuk.endswith("[]"):
                nummer = next(nummers, None)
                om = om[nummer] if isinstance(om, list) and nummer is not None else None
        return om

    def stukken(self, inhoud: tuple[Any, ...], om: Any, rij: list[int]) -> list[Rij]:
        """What is in a container: rows that follow each other are one table."""
        uit: list[Rij] = []
        for tabel, groep in groupby(self._rijen(inhoud, om, rij), lambda r: "vraag" in r):
            rijen = list(groep)
            uit += [{"tabel": rijen}] if tabel else rijen
        return uit

    def _rijen(self, inhoud: tuple[Any, ...], om: Any, rij: list[int]) -> Iterator[Rij]:
        for e in inhoud:
            if isinstance(e, Info) or not isinstance(om, dict) or e.id not in om:
                continue
            waarde = om[e.id]
            if isinstance(e, Vraag):
                yield {"vraag": self.zin(e.veld.kort or e.veld.vraag, rij), "antwoord": self._antwoord(e, waarde, rij)}
            elif isinstance(e, Groep):
                if onder := self.stukken(e.inhoud, waarde, rij):
                    yield {"kop": self.zin(e.vraag, rij), "stukken": onder}
            elif isinstance(e, Herhaling):
                yield from self._herhaling(e, waarde, rij)

    def _herhaling(self, h: Herhaling, items: list[Any], rij: list[int]) -> Iterator[Rij]:
        if not items:
            yield {"vraag": self.zin(h.vraag, rij), "antwoord": teksten(self.taal)["geen"]}
        for nummer, item in enumerate(items):
            naam = self.zin(h.item or h.vraag, [*rij, nummer])
            yield {"kop": f"{naam} {nummer + 1}", "stukken": self.stukken(h.inhoud, item, [*rij, nummer])}

    def _antwoord(self, vraag: Vraag, waarde: Any, rij: list[int]) -> str:
        if vraag.vorm == "waar":
            return teksten(self.taal)["ja" if waarde else "nee"]
        tekst = als_woorden(vraag, waarde, self.taal)
        if kiest(vraag):
            return self.zin({self.taal: tekst}, rij)
        return f"{vraag.feiten.teken} {tekst}".lstrip()
