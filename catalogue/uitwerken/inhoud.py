"""What stands in a step: questions, groups, repeats, texts and blocks, in written order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from catalogue.conditie import bedoelde
from catalogue.dienst import AlsVelden, Blok, BlokRegel, Info, Stap
from catalogue.dienst import Groep as GroepTekst
from catalogue.dienst import Herhaling as HerhalingTekst
from catalogue.formulier import Blokregel, Groep, Herhaling, Vraag
from catalogue.formulier import Info as InfoUit
from catalogue.namen import Naam
from catalogue.soorten.keuze import KeuzeVeld
from catalogue.uitwerken.vraag import werk_vraag_uit
from catalogue.uitwerken.werkbank import Plek, Werkbank
from catalogue.veld.basis import VeldBasis
from catalogue.voorwaarde import ALTIJD, Vergelijk, en

MEESTE_PER = 100
"""So many rows at most for a list that a municipality fills in, as for any repeat."""


def werk_velden_uit(w: Werkbank, regels: Iterable[Any], plek: Plek, als: Any, pad: str) -> list[Any]:
    uit: list[Any] = []
    for i, regel in enumerate(regels):
        hier = plek.onder(i)
        if isinstance(regel, AlsVelden):
            onder = en(als, w.lees(regel.als, hier.onder("als")))
            uit += werk_velden_uit(w, regel.velden, hier.onder("velden"), onder, pad)
            continue
        toon = en(als, w.lees(regel.toon_als, hier.onder("toon_als")))
        if isinstance(regel, BlokRegel):
            blok = w.blok(regel.blok, hier.onder("blok"))
            if regel.bron and plek.blok is None:
                w.blokregels.setdefault(pad, []).append(Blokregel.model_construct(blok=regel.blok, toon_als=toon, bron=regel.bron))
            uit += werk_blok_uit(w, blok, regel, hier, toon, pad) if blok else []
        elif isinstance(regel, VeldBasis):
            uit += werk_vraag_uit(w, regel, hier, toon, pad)
        elif isinstance(regel, Info):
            uit += _info(w, regel, hier, toon, pad)
        else:
            uit += _houder(w, regel, hier, toon, pad)
    return uit


def _info(w: Werkbank, regel: Info, plek: Plek, toon: Any, pad: str) -> list[Any]:
    eigen = f"{pad}.{regel.info}"
    w.noem(eigen, Naam(eigen, "info", "groep"), plek.onder("info"))
    if w.is_uit(regel, eigen):
        return []
    tekst = w.tekst_op(regel.tekst, plek.onder("tekst"))
    return [InfoUit.model_construct(pad=eigen, toon_als=toon, keuze_gemeente=regel.keuze_gemeente, uit_blok=plek.blok, toelichting=regel.toelichting, bron=regel.bron, tekst=tekst, stijl=regel.stijl)]


def _houder(w: Werkbank, regel: GroepTekst | HerhalingTekst, plek: Plek, toon: Any, pad: str) -> list[Any]:
    is_groep = isinstance(regel, GroepTekst)
    eigen = f"{pad}.{regel.groep if is_groep else regel.herhaling}"
    soort, als = ("groep", "groep") if is_groep else ("herhaling", "rijen")
    naam = Naam(eigen, soort, als, naam=regel.vraag)
    w.noem(eigen, naam, plek.onder(soort))
    gemeen = {
        "pad": eigen,
        "toon_als": toon,
        "uit_blok": plek.blok,
        "toelichting": regel.toelichting,
        "bron": regel.bron,
        "vraag": w.tekst_op(regel.vraag, plek.onder("vraag")),
        "hulp": w.hulp(regel.hulp, plek),
    }
    per = _per(w, regel, plek) if not is_groep else None
    if per:
        gemeen["toon_als"] = en(toon, Vergelijk(pad=per.pad, soort=per.soort, hoe="beantwoord"))
    w.namen.keten.append(naam)
    if is_groep:
        inhoud = werk_velden_uit(w, regel.velden, plek.onder("velden"), ALTIJD, eigen)
        uit: Any = Groep.model_construct(**gemeen, blokregels=tuple(w.blokregels.get(eigen, ())), inhoud=tuple(inhoud))
    else:
        uit = _herhaling(w, regel, plek, gemeen, per)
    w.namen.keten.pop()
    return [uit]


def _per(w: Werkbank, regel: HerhalingTekst, plek: Plek) -> Vraag | None:
    """The meerkeuze that a repeat runs over; it must stand in the same container."""
    if not regel.per:
        return None
    doel = w.namen.keten[-1].onder.get(regel.per)
    if doel is None or doel.als != "codes":
        w.meld_op("SL211", plek.onder("per"), f"‘{regel.per}’ is geen meerkeuzevraag in dezelfde stap of groep", "Achter per staat een eerdere meerkeuzevraag uit dezelfde stap of groep.")
        return None
    return w.vragen[doel.pad]


def _herhaling(w: Werkbank, regel: HerhalingTekst, plek: Plek, gemeen: dict[str, Any], per: Vraag | None) -> Herhaling:
    pad = f"{gemeen['pad']}[]"
    inhoud: list[Any] = []
    if per:
        veld = KeuzeVeld.model_construct(veld="voor", vraag=per.veld.vraag, soort="keuze")
        inhoud.append(Vraag.model_construct(pad=f"{pad}.voor", veld=veld, opties=per.opties, open_lijst=per.open_lijst))
        w.noem(f"{pad}.voor", Naam(f"{pad}.voor", "keuze", "code", _codes(per), naam=per.veld.vraag), plek)
    inhoud += werk_velden_uit(w, regel.velden, plek.onder("velden"), ALTIJD, pad)
    for i, stap in enumerate(regel.stappen):
        inhoud += _stap_als_groep(w, stap, plek.onder("stappen", i), pad)
    maximum = {"maximum": regel.maximum, **w.maten(regel, plek)}["maximum"]
    return Herhaling.model_construct(
        **gemeen,
        item=regel.item,
        nog_een=regel.nog_een,
        minimum=0 if per else regel.minimum,
        maximum=_meeste(per) if per else maximum,
        per=per.pad if per else None,
        uniek=regel.uniek,
        kies_uit=regel.kies_uit,
        blokregels=tuple(w.blokregels.get(pad, ())),
        inhoud=tuple(inhoud),
    )


def _codes(per: Vraag) -> frozenset[str] | None:
    return None if per.open_lijst else frozenset(k.code for k in per.opties)


def _meeste(per: Vraag) -> int:
    """How many rows a repeat per chosen option can have: as many as may be chosen; an open list has no length of its own."""
    return len(per.opties) or getattr(per.veld, "maximum", None) or MEESTE_PER


def _stap_als_groep(w: Werkbank, stap: Any, plek: Plek, pad: str) -> list[Any]:
    """A step inside a repeat is a group in the answers, with a page of its own (language.md, 5)."""
    stap = als_stap(stap)
    blok = (BlokRegel(blok=stap.blok, zonder=stap.zonder, van=stap.van),) if stap.blok else ()
    velden = (*stap.velden, *blok)
    if not stap.velden:  # the line of the block is then the step itself
        plek = replace(plek, regel=plek.regel or (plek.bestand, plek.yp)) if blok else plek
    groep = GroepTekst.model_construct(groep=stap.stap, vraag=stap.titel, toon_als=stap.toon_als, velden=velden, bron=stap.bron)
    toon = w.lees(stap.toon_als, plek.onder("toon_als"))
    return [g.model_copy(update={"pagina": True}) for g in _houder(w, groep, plek, toon, pad)]


def werk_blok_uit(w: Werkbank, blok: Blok, regel: BlokRegel | Stap, plek: Plek, toon: Any, pad: str) -> list[Any]:
    """The questions of a block, in the place of the line that names it."""
    zonder, van = regel.zonder, regel.van or plek.van
    buiten = plek.regel or (plek.bestand, plek.yp)
    binnen = Plek(f"blok:{blok.blok}", ("velden",), plek.grondslag, plek.doel, van, buiten).met(blok, "blok")
    namen = [{getattr(r, s) for s in ("veld", "groep", "herhaling", "info") if hasattr(r, s)} if zonder else set() for r in blok.velden]
    bekend = set().union(*namen)
    for i, naam in enumerate(zonder):
        if naam not in bekend:
            w.meld_op("SL201", plek.onder("zonder", i), f"blok ‘{blok.blok}’ heeft geen ‘{naam}’", bedoelde(naam, sorted(bekend)))
    uit: list[Any] = []
    for i, r in enumerate(blok.velden):
        if not namen[i].isdisjoint(zonder):
            continue
        uit += werk_velden_uit(w, (r,), binnen.onder(i, "@"), toon, pad)
    return uit


def als_stap(regel: Any) -> Stap:
    if isinstance(regel, Stap):
        return regel
    eerste, *rest = regel.blok.split("-")
    naam = eerste + "".join(deel.title() for deel in rest)
    gelijk = {deel: getattr(regel, deel) for deel in ("blok", "zonder", "van", "toon_als", "bron")}
    return Stap.model_construct(stap=naam, **gelijk)
