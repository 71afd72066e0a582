"""Dienst, blocks, lists and a filling -> Formulier. A pure function; what cannot be meant comes back as problems.

One walk in written order. Whatever stands earlier is known to conditions, bounds and texts; nothing else is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from catalogue.conditie import Probleem
from catalogue.dienst import AlsStappen, Dienst, Kop, Stap
from catalogue.formulier import LOKAAL, Formulier, Gemeente, KostenUit, PersoonUit, Stop, vragen
from catalogue.formulier import Stap as StapUit
from catalogue.invulling import Invulling
from catalogue.namen import Naam
from catalogue.source import Pad
from catalogue.uitwerken.inhoud import als_stap, werk_blok_uit, werk_velden_uit
from catalogue.uitwerken.werkbank import DIENST, INVULLING, Bouwstenen, Plek, Waar, Werkbank, toon_waarde
from catalogue.voorwaarde import ALTIJD, en

__all__ = ["DIENST", "INVULLING", "Bouwstenen", "Uitwerking", "toon_waarde", "werk_uit"]


@dataclass(slots=True)
class Uitwerking:
    """A Formulier, what could not be meant, and where every path was written.

    `blokplaatsen`: of a question from a block, the line outside all blocks that put it there.
    """

    formulier: Formulier
    problemen: list[Probleem]
    plaatsen: dict[str, Waar]
    blokplaatsen: dict[str, Waar]


def werk_uit(dienst: Dienst, bouwstenen: Bouwstenen | None = None, invulling: Invulling | None = None) -> Uitwerking:
    """Work a service out, nationally or for one municipality."""
    return _werk_uit(Werkbank(dienst, bouwstenen or Bouwstenen(), invulling))


def werk_stappen_uit(w: Werkbank, regels: Iterable[Any], plek: Plek, als: Any, vooraf: bool = False) -> list[StapUit]:
    uit: list[StapUit] = []
    for i, regel in enumerate(regels):
        hier = plek.onder(i)
        if isinstance(regel, AlsStappen):
            onder = en(als, w.lees(regel.als, hier.onder("als")))
            uit += werk_stappen_uit(w, regel.stappen, hier.onder("stappen"), onder, vooraf)
        else:
            uit.append(_stap(w, als_stap(regel), hier, als, vooraf))
    return uit


def _stap(w: Werkbank, s: Stap, plek: Plek, als: Any, vooraf: bool) -> StapUit:
    if s.stap in w.namen.stappen:
        w.meld_op("SL208", plek.onder("stap"), f"er is al een stap ‘{s.stap}’", "Geef elke stap een eigen naam.")
    houder = w.namen.stappen[s.stap] = Naam(s.stap, "groep", "groep", naam=s.titel)
    w.plaatsen[s.stap] = (plek.bestand, plek.yp)
    w.namen.keten = [houder]
    toon = en(als, w.lees(s.toon_als, plek.onder("toon_als")))
    binnen = plek.onder().met(s, "stap")
    inhoud = werk_velden_uit(w, s.velden, binnen.onder("velden"), ALTIJD, s.stap)
    blok = w.blok(s.blok, binnen.onder("blok")) if s.blok else None
    if blok:
        inhoud += werk_blok_uit(w, blok, s, binnen, ALTIJD, s.stap)
    titel = s.titel or (blok.naam if blok else None)
    if titel is None:
        w.meld_op("SL210", plek.onder("stap"), f"stap ‘{s.stap}’ heeft geen titel", "Schrijf titel: met de kop die de inwoner leest.")
    uit = StapUit.model_construct(
        pad=s.stap,
        toon_als=toon,
        bron=s.bron,
        titel=w.tekst_op(titel or {"nl": s.stap}, plek.onder("titel")),
        inleiding=w.tekst_op(s.inleiding, plek.onder("inleiding")),
        door=s.door,
        vooraf=vooraf,
        blok=s.blok,
        blokregels=tuple(w.blokregels.get(s.stap, ())),
        inhoud=tuple(inhoud),
        stop=tuple(_stop(w, stop, plek.onder("stop", i), s.stap) for i, stop in enumerate(s.stop)),
        regels=w.regels(s.regels, plek.onder("regels"), None),
    )
    w.namen.keten = []
    return uit


def _stop(w: Werkbank, s: Any, plek: Plek, stap: str) -> Stop:
    pad = f"{stap}.{s.stop}"
    w.noem(pad, Naam(pad, "stop", "groep"), plek.onder("stop"))
    return Stop.model_construct(
        pad=pad,
        als=w.lees(s.als, plek.onder("als")),
        melding=w.tekst_op(s.melding, plek.onder("melding")),
        uitkomst=s.uitkomst,
        dienst=s.dienst,
        instantie=s.instantie,
        grondslag=s.grondslag,
        bron=s.bron,
    )


def _met_lokale_stap(w: Werkbank, stappen: list[StapUit]) -> list[StapUit]:
    """The municipality's own questions, just before the step with which the applicant ends the form.

    In that last step one declares that all answers are true, so every question of one's own stands before it.
    """
    plek = Plek(INVULLING, ("diensten", w.dienst.dienst))
    eigen = [i for i, stap in enumerate(stappen) if stap.door is None and not stap.vooraf]
    plaats = eigen[-1] if len(eigen) > 1 else len(stappen)
    later = {stap.pad: w.namen.stappen.pop(stap.pad) for stap in stappen[plaats:]}
    houder = w.namen.stappen[LOKAAL] = Naam(LOKAAL, "groep", "groep")
    w.namen.keten = [houder]
    inhoud = werk_velden_uit(w, w.vul.lokaal, plek.onder("lokaal"), ALTIJD, LOKAAL)
    w.namen.keten = []
    w.namen.stappen |= later
    titel = {"nl": "Vragen van uw gemeente", "en": "Questions from your municipality"}
    lokaal = StapUit.model_construct(pad=LOKAAL, titel=titel, inhoud=tuple(inhoud))
    return [*stappen[:plaats], lokaal, *stappen[plaats:]]


def _personen(w: Werkbank) -> tuple[PersoonUit, ...]:
    return tuple(
        PersoonUit.model_construct(**{**dict(p), "als": w.lezer.lees(p.als, ("personen", i, "als"))})
        for i, p in enumerate(w.dienst.personen)
    )


def _kosten(w: Werkbank) -> tuple[KostenUit, ...]:
    uit = []
    for i, k in enumerate(w.dienst.kosten):
        aantal = w.lezer.zoek(k.aantal, ("kosten", i, "aantal"), in_herhaling=True) if k.aantal else None
        if k.parameter and f"parameter.{k.parameter}" not in w.namen.context:
            w.meld("SL201", ("kosten", i, "parameter"), f"‘{k.parameter}’ is geen parameter van deze dienst", "Zet hem onder parameters.")
        uit.append(
            KostenUit.model_construct(
                **{
                    **dict(k),
                    "als": w.lezer.lees(k.als, ("kosten", i, "als")),
                    "aantal": aantal.pad if aantal else None,
                    "bedragen": dict(w.bouwstenen.tarieven.get(k.tarief or "", {})),
                }
            )
        )
    return tuple(uit)


def _gemeente(w: Werkbank) -> Gemeente | None:
    g = w.gemeente
    return Gemeente(code=g.gemeente, naam=g.naam, contact=g.contact) if g else None


def _werk_uit(w: Werkbank) -> Uitwerking:
    w.context()
    d = w.dienst
    begin = Plek(DIENST, (), (d.grondslag, "dienst"), (d.doelbinding, "dienst"))
    stappen = werk_stappen_uit(w, d.vooraf, begin.onder("vooraf"), ALTIJD, vooraf=True)
    stappen += werk_stappen_uit(w, d.stappen, begin.onder("stappen"), ALTIJD)
    if w.vul.lokaal:
        stappen = _met_lokale_stap(w, stappen)
    kop = {naam: getattr(d, naam) for naam in Kop.model_fields}
    kop |= {
        "toegang": w.vul.toegang or d.toegang,
        "personen": _personen(w),
        "kosten": _kosten(w),
        **{naam: _tekst(w, getattr(d, naam), (naam,)) for naam in ("samenvatting", "inleiding")},
        "nodig": tuple(_tekst(w, t, ("nodig", i)) for i, t in enumerate(d.nodig)),
        "elders": tuple(
            e.model_copy(update={deel: _tekst(w, getattr(e, deel), ("elders", i, deel)) for deel in ("wanneer", "uitleg")})
            for i, e in enumerate(d.elders)
        ),
        "teksten": {naam: _tekst(w, t, ("teksten", naam)) for naam, t in d.teksten.items()},
    }
    # a step that a municipality left nothing in is not there
    eigen = tuple(s for s in stappen if s.inhoud or s.stop or s.regels or s.inleiding)
    formulier = Formulier.model_construct(**kop, gemeente=_gemeente(w), parameterwaarden=w.parameters, stappen=eigen)
    gebruikt = {vraag.soort for vraag in vragen(formulier)}
    vast = {"soorten": {s: w.soorten[s] for s in sorted(gebruikt)}, "algemeen": w.bouwstenen.algemeen}
    formulier = formulier.model_copy(update=vast).koppel()
    return Uitwerking(formulier, w.problemen, w.plaatsen, w.blokplaatsen)


def _tekst(w: Werkbank, tekst: Any, yp: Pad) -> Any:
    return w.tekst_op(tekst, Plek(DIENST, yp))
