"""The form on paper: `afdruk/<dienst>.<taal>.pdf`, for the desk and for people who do not use the web.

A tagged PDF that a screen reader reads, with room to write and boxes to tick, and every condition in words. All persons who fill in
a part have their part in it. `kopie` makes the copy for the sender of what was sent.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.formulier import Formulier
from catalogue.oordeel import tarief_op
from catalogue.tekst import in_taal
from generator.sjabloon import sjabloon
from generator.target import Artifact, Deel, Kader, Uitvoer
from generator.targets.afdruk.blad import Blad
from generator.targets.afdruk.kopie import NEDERLAND, kopie
from generator.targets.afdruk.pdf import ontbreekt, pdf
from generator.targets.afdruk.teksten import teksten

__all__ = ["NEDERLAND", "UITVOER", "bouw", "kopie", "ontbreekt"]
UITVOER = Uitvoer(
    naam="afdruk",
    titel="Afdruk",
    voor="balie, en wie geen computer gebruikt",
    wat="Het formulier op papier, als PDF per taal: om te printen en met de pen in te vullen.",
    delen=(Deel(("afdruk/",)),),
    alleen_uitgave=True,
)


def bouw(formulier: Formulier, kader: Kader) -> Iterator[Artifact]:
    """A PDF in each language."""
    for taal in formulier.talen:
        yield Artifact(f"afdruk/{formulier.dienst}.{taal}.pdf", pdf(html(formulier, taal, kader)))


def html(formulier: Formulier, taal: str, kader: Kader) -> str:
    """The page that becomes the PDF."""
    t, blad = teksten(taal), Blad(formulier, taal, teksten(taal))
    return sjabloon("afdruk/formulier.html.j2").render(
        f=formulier, taal=taal, t=t, naam=in_taal(formulier.naam, taal), delen=blad.delen(), logo=in_taal(formulier.logo.van, taal) if formulier.logo else "",
        versie="" if formulier.versie == "werk" else formulier.versie, inleiding=blad.blok([formulier.samenvatting, formulier.inleiding]),
        nodig=[blad.papier.zin(tekst) for tekst in formulier.nodig], kosten=[(in_taal(k.omschrijving, taal), _bedrag(k, kader, t, taal)) for k in formulier.kosten],
        elders=[(in_taal(e.wanneer, taal), in_taal(e.uitleg, taal)) for e in formulier.elders], doel=in_taal(formulier.doelbinding, taal),
        wetten=list(dict.fromkeys(f"{g.wet}{', ' + t['artikel'] + ' ' + g.artikel if g.artikel else ''}" for g in formulier.grondslag)),
        contact=list(formulier.gemeente.contact.values()) if formulier.gemeente else [],
    )  # fmt: skip


def _bedrag(kosten: object, kader: Kader, t: dict[str, str], taal: str) -> str:
    """What a line costs on the day of the build; an open place where a municipality says it."""
    bedrag = kosten.bedrag if kosten.bedrag is not None else tarief_op(kosten.bedragen, kader.vandaag.isoformat()) if kosten.bedragen else None  # type: ignore[attr-defined]
    if bedrag is None:
        return f"[{t['in_te_vullen']}]"
    return t["gratis"] if bedrag == "0.00" else f"€ {bedrag if taal == 'en' else bedrag.replace('.', ',')}"
