"""The named rules: what JSON Schema may leave, one entry per place.

A receiver that checks the schema and then these rules gives the verdict of the reference. Each entry has the path
(`[]` for every item, `*` for every text), the code of the fault, the name of the rule, and what it says in Dutch and English.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from catalogue.formulier import Begrenzing, Eis, Formulier, Herhaling, Info, Stap, Vraag
from catalogue.voorwaarde import Grens, namen, vergelijkingen
from generator.dialect.jsonschema import Zicht
from generator.targets.schema.antwoorden import zicht
from generator.targets.schema.waarde import is_vrij

OVERAL = "*"
UITLEG: dict[str, tuple[str, str]] = {
    "nfc": ("Elke tekst is goede Unicode in de vorm NFC: geen halve tekens, en een letter met een accent is één teken.", "Every text is well-formed Unicode in form NFC: no halves of characters, and a letter with an accent is one character."),
    "11-proef": ("Het burgerservicenummer voldoet aan de 11-proef.", "The citizen service number passes the 11-proef."),
    "97-proef": ("De controlecijfers en de lengte van het IBAN kloppen (ISO 13616).", "The check digits and length of the IBAN are right (ISO 13616)."),
    "vandaag": ("Dit hangt af van de dag van indienen in Nederland.", "This depends on the day of submission in the Netherlands."),
    "vergelijking": ("Dit vergelijkt twee antwoorden met elkaar.", "This compares two answers."),
    "uniek": ("Binnen de lijst komt dit maar één keer voor.", "Within the list this occurs only once."),
    "aangeboden": ("Het antwoord is een van de keuzes die het formulier toonde.", "The answer is one of the options that the form offered."),
    "bestand": ("De inhoud van het bestand past bij de beschrijving; elk bestand heeft een eigen nummer.", "The content of the file fits its description; each file has its own id."),
    "indiener": ("Dit hangt af van hoe iemand is ingelogd; het schema van de inzending houdt dit wel.", "This depends on how somebody is logged in; the schema of the submission does hold it."),
    "gemeente": ("Dit hangt af van wat de gemeente heeft ingevuld; het schema van de gemeente houdt dit wel.", "This depends on what the municipality filled in; the schema of the municipality does hold it."),
    "gevolg": ("Dit hangt af van een antwoord waarvoor zelf een regel uit deze lijst geldt.", "This depends on an answer to which a rule of this list applies."),
}  # fmt: skip
"""The names of the rules, and what they say."""


@dataclass(slots=True)
class _Zoeker:
    """One walk in written order. `besmet`: of what stands there, shown or not cannot be seen."""

    zicht: Zicht
    besmet: set[str] = field(default_factory=set)

    def redenen(self, *voorwaarden: Any) -> list[str]:
        """Why the schema cannot follow these conditions."""
        uit: dict[str, None] = {}
        for v in voorwaarden:
            for een in vergelijkingen(v):
                reden = None if self.zicht.nooit(een) else self.zicht.reden(een)
                if reden:
                    uit[reden] = None
            for naam in namen(v):
                if self._besmet(naam):
                    uit["gevolg"] = None
        return list(uit)

    def _besmet(self, pad: str) -> bool:
        """Can of this place, or a container around it, not be seen whether it is shown?"""
        return any(pad == een or pad.startswith((f"{een}.", f"{een}[")) for een in self.besmet)

    def stap(self, stap: Stap) -> Iterator[tuple[str, str, str, Any]]:
        yield from self._houder(stap)
        for eis in stap.regels:
            yield from self._eis(eis, stap)
        for stop in stap.stop:
            for reden in self.redenen(stap.toon_als, stop.als):
                yield stop.pad, "stop", reden, None

    def _houder(self, e: Any) -> Iterator[tuple[str, str, str, Any]]:
        yield from self._getoond(e, ())
        if isinstance(e, Herhaling):
            yield from self._herhaling(e)
        for kind in e.inhoud:
            if isinstance(kind, Vraag):
                yield from self._vraag(kind)
            elif not isinstance(kind, Info):
                yield from self._houder(kind)

    def _getoond(self, e: Any, verplicht: tuple[Any, ...]) -> Iterator[tuple[str, str, str, Any]]:
        redenen = self.redenen(e.toon_als)
        if redenen:
            self.besmet.add(e.pad)
        if not redenen and self._besmet(e.pad):
            yield e.pad, "verplicht", "gevolg", None
        for reden in redenen:
            yield e.pad, "verborgen", reden, None
        for reden in self.redenen(e.toon_als, *verplicht):
            yield e.pad, "verplicht", reden, None

    def _herhaling(self, h: Herhaling) -> Iterator[tuple[str, str, str, Any]]:
        for veld in h.uniek:
            yield f"{h.pad}[].{veld}", "dubbel", "uniek", None
        if h.per and self.zicht.vragen[h.per].open_lijst:
            yield h.pad, "aantal", "vergelijking", None
            yield f"{h.pad}[].voor", "keuze", "vergelijking", None
            yield f"{h.pad}[].voor", "dubbel", "vergelijking", None

    def _vraag(self, vraag: Vraag) -> Iterator[tuple[str, str, str, Any]]:
        yield from self._getoond(vraag, (vraag.verplicht,))
        yield from self._waarde(vraag)
        for b in vraag.grenzen:
            yield from self._grens(vraag, b)
        for keus in vraag.opties if not vraag.open_lijst else ():
            yield from ((vraag.pad, "keuze", reden, None) for reden in self.redenen(keus.toon_als))
        for eis in vraag.regels:
            yield from self._eis(eis, vraag)

    def _waarde(self, vraag: Vraag) -> Iterator[tuple[str, str, str, Any]]:
        proef = vraag.alle_maten.get("proef")
        if proef:
            yield vraag.pad, "proef", proef, None
        if vraag.vorm == "bestanden":
            yield f"{vraag.pad}[]", "bestand", "bestand", None
            yield vraag.pad, "dubbel", "bestand", None
        if vraag.open_lijst:
            yield vraag.pad, "keuze", "aangeboden", None

    def _grens(self, vraag: Vraag, b: Begrenzing) -> Iterator[tuple[str, str, str, Any]]:
        basis = b.grens.basis
        if basis is not None:
            reden = "vandaag" if basis == "vandaag" else "gemeente" if basis.startswith("parameter.") else "vergelijking"
            yield vraag.pad, "datum" if basis == "vandaag" else "vergelijking", reden, {"hoe": b.hoe, **_grens(b.grens)}

    def _eis(self, eis: Eis, houder: Any) -> Iterator[tuple[str, str, str, Any]]:
        if eis.ernst != "fout":
            return
        for reden in self.redenen(houder.toon_als, eis.eis, eis.als):
            grenzen = [{"pad": v.pad, "hoe": v.hoe, **_grens(v.grens)} for v in vergelijkingen(eis.eis) if v.grens and self.zicht.reden(v)]
            yield eis.pad, "vergelijking", reden, {"eis": grenzen} if grenzen else None


def _grens(g: Grens) -> dict[str, Any]:
    """A bound in plain data: what with, and how much later (or, below zero, earlier)."""
    uit: dict[str, Any] = {"met": g.basis if g.basis is not None else g.waarde}
    if g.aantal:
        uit |= {"aantal": g.aantal, "eenheid": g.eenheid, **({"uitloop": True} if g.uitloop else {})}
    return uit


def proeven(formulier: Formulier, rol: str, *, inzending: bool) -> list[dict[str, Any]]:
    """The named rules beside the schema of the submission, or beside the schema of the answers alone."""
    zoeker = _Zoeker(zicht(formulier, rol, indiener=inzending))
    uit: list[dict[str, Any]] = []
    if any(is_vrij(vraag) for vraag in zoeker.zicht.vragen.values()):
        uit.append(_regel(OVERAL, "patroon", "nfc", None))
    if not inzending:
        uit.append(_regel("indiener", "keuze", "indiener", None))
    for stap in formulier.stappen_van(rol):
        uit += [_regel(*een) for een in zoeker.stap(stap)]
    zelf = {(een["pad"], een["code"]) for een in uit if een["regel"] != "gevolg"}
    return [een for i, een in enumerate(uit) if een not in uit[:i] and (een["regel"] != "gevolg" or (een["pad"], een["code"]) not in zelf)]


def _regel(pad: str, code: str, regel: str, meer: Any) -> dict[str, Any]:
    nl, en = UITLEG[regel]
    return {"pad": pad, "code": code, "regel": regel, **(meer or {}), "uitleg": {"nl": nl, "en": en}}
