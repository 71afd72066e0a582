"""A written question -> a Vraag: its options, bounds, rules, law and purpose."""

from __future__ import annotations

from typing import Any

from catalogue.conditie import bedoelde
from catalogue.formulier import Begrenzing, Keus, Vraag
from catalogue.namen import Naam
from catalogue.soorten.tekst import TekstVeld
from catalogue.uitwerken.werkbank import Plek, Werkbank, als_keuzen
from catalogue.veld.moment import MomentVeld
from catalogue.veld.opties import Optielijst
from catalogue.voorwaarde import ALTIJD, NOOIT, en


def werk_vraag_uit(w: Werkbank, v: Any, plek: Plek, toon: Any, pad: str) -> list[Any]:
    eigen = f"{pad}.{v.veld}"
    opties, lijst, open_lijst = _opties(w, v, plek)
    verplicht = _verplicht(w, v, plek, eigen)
    grenzen = _grenzen(w, v, plek) if isinstance(v, MomentVeld) else ()
    teksten = _veldteksten(w, v, plek)
    feiten = w.soorten[v.soort]
    soort, als = ("decimaal", "decimaal") if getattr(v, "decimalen", 0) else (v.soort, feiten.als)
    codes = None if open_lijst or not opties else frozenset(k.code for k in opties)
    uit = w.is_uit(v, eigen)
    naam = Naam(eigen, soort, als, codes, uit=uit, naam=v.kort or v.vraag)
    naam.onder = {deel.id: Naam(f"{eigen}.{deel.id}", "tekst", "tekst") for deel in feiten.delen}
    w.noem(eigen, naam, plek.onder("veld"))
    grondslag, doel = (v.grondslag, "vraag") if v.grondslag else plek.grondslag, (v.doel, "vraag") if v.doel else plek.doel
    van_uit = "regel" if plek.van and v.gegeven else None
    elders = {"toon_als": None, "verplicht_als": None, "regels": (), "grondslag": (), "doel": None, "bron": None}
    veld = v.model_copy(update={**elders, **teksten, **_maten(w, v, plek), **({"van": plek.van} if van_uit else {})})
    vraag = Vraag.model_construct(
        pad=eigen, toon_als=toon, keuze_gemeente=v.keuze_gemeente, uit_blok=plek.blok, bron=v.bron, veld=veld, verplicht=verplicht,
        opties=opties, lijst=lijst, open_lijst=open_lijst, grenzen=grenzen,
        regels=w.regels(v.regels, plek.onder("regels"), eigen),
        doel=doel[0], doel_uit=doel[1] if doel[0] else None,
        grondslag=grondslag[0], grondslag_uit=grondslag[1] if grondslag[0] else None, van_uit=van_uit,
    )  # fmt: skip
    if vraag.persoon is None:  # no register knows whose answer this is
        vraag = vraag.model_copy(update={"veld": veld.model_copy(update={"prefill": "niet"})})
    if plek.regel:
        w.blokplaatsen[eigen] = plek.regel
    w.vragen[eigen] = vraag
    namelijk = _namelijk(w, v, vraag, plek, pad) if hasattr(v, "opties") else []
    return namelijk if uit else [vraag, *namelijk]


def _maten(w: Werkbank, v: Any, plek: Plek) -> dict[str, Any]:
    """The measures worked out: what a parameter fills in, and what its kind says where nothing is written."""
    uit = w.maten(v, plek)
    for naam, waarde in w.soorten[v.soort].maten.items():
        if naam in type(v).model_fields and getattr(v, naam) is None:
            uit[naam] = waarde
    for naam in ("minimum", "maximum"):
        eigen = getattr(v, naam, None)
        if isinstance(eigen, str) and "." in eigen and w.soorten[v.soort].vorm == "getal" and not v.decimalen:
            hulp = "Laat de cijfers achter de punt weg, of zet decimalen: bij de vraag."
            w.meld_op("SL204", plek.onder(naam), f"‘{eigen}’ is geen heel getal, en deze vraag heeft geen decimalen", hulp)
    return uit


def _verplicht(w: Werkbank, v: Any, plek: Plek, pad: str) -> Any:
    """When a shown question must be answered. Nationally never, where a municipality may leave it out: what is right for
    a municipality that does not ask it must be right nationally."""
    if pad.replace("[]", "") in w.vul.verplicht:
        return ALTIJD
    als = w.lees(v.verplicht_als, plek.onder("verplicht_als"))
    if v.keuze_gemeente and w.gemeente is None:
        return NOOIT
    return als if v.verplicht_als is not None else ALTIJD if v.verplicht else NOOIT


def _namelijk(w: Werkbank, v: Any, vraag: Vraag, plek: Plek, pad: str) -> list[Any]:
    """The text fields that belong to options: ordinary questions, right after this one."""
    uit: list[Any] = []
    if isinstance(v.opties, Optielijst):
        return uit
    for i, optie in enumerate(v.opties):
        if optie.namelijk is None:
            continue
        n = optie.namelijk
        veld = TekstVeld.model_construct(
            veld=n.veld, soort="tekst", vraag=n.vraag or optie.naam or {"nl": optie.code}, maximum=n.maximum, bron=n.bron or v.bron, doel=v.doel, grondslag=v.grondslag
        )
        hier = plek.onder("opties", i, "namelijk")
        toon = en(vraag.toon_als, w.lezer.lees({v.veld: optie.code}, hier.yp))
        uit += werk_vraag_uit(w, veld, hier, toon, pad)
    return uit


def _opties(w: Werkbank, v: Any, plek: Plek) -> tuple[tuple[Keus, ...], str | None, bool]:
    """The options worked out, the name of the list they come from, and whether others will supply them."""
    if not hasattr(v, "opties"):
        return (), None, False
    o = v.opties
    if not isinstance(o, Optielijst):
        return tuple(
            Keus.model_construct(
                code=k.code, naam=w.tekst_op(k.naam or {"nl": k.code}, plek.onder("opties", i, "naam")),
                hulp=k.hulp, toon_als=w.lees(k.toon_als, plek.onder("opties", i, "toon_als")), bron=k.bron, in_bron=k.in_bron,
            )
            for i, k in enumerate(o)
        ), None, False  # fmt: skip
    if o.lijst:
        if o.lijst not in w.bouwstenen.lijsten:
            w.meld_op("SL206", plek.onder("opties", "lijst"), f"er is geen lijst ‘{o.lijst}’", bedoelde(o.lijst, list(w.bouwstenen.lijsten)))
            return (), o.lijst, True
        return w.bouwstenen.keuzen(o.lijst, o.zonder), o.lijst, False
    eigen, uit = None, None
    if o.parameter:
        if f"parameter.{o.parameter}" not in w.namen.context:
            w.meld_op("SL206", plek.onder("opties", "parameter"), f"‘{o.parameter}’ is geen parameter van deze dienst", "Zet hem onder parameters, met soort: lijst.")
        eigen = w.vul.lijsten.get(o.parameter)
        uit = next((p.uit for p in w.dienst.parameters if p.parameter == o.parameter), None)
    if eigen:
        return als_keuzen(eigen, o.zonder), o.parameter, False
    if uit and uit in w.bouwstenen.lijsten:
        return w.bouwstenen.keuzen(uit, o.zonder), o.parameter, False
    return (), o.parameter or o.bron, True


def _grenzen(w: Werkbank, v: MomentVeld, plek: Plek) -> tuple[Begrenzing, ...]:
    uit = []
    for hoe in ("vanaf", "tot_en_met", "na", "voor"):
        ruw = getattr(v, hoe)
        if ruw is not None:
            w.bestand = plek.bestand
            grens = w.lezer.grens(v.soort, ruw, (*plek.yp, hoe))
            if grens is not None and not (grens.basis or "").startswith("parameter."):
                uit.append(Begrenzing.model_construct(hoe=hoe, grens=grens))
    return tuple(uit)


def _veldteksten(w: Werkbank, v: Any, plek: Plek) -> dict[str, Any]:
    return {
        "vraag": w.tekst_op(v.vraag, plek.onder("vraag")),
        "hulp": w.hulp(v.hulp, plek),
        "meldingen": {code: w.tekst_op(t, plek.onder("meldingen", code)) for code, t in v.meldingen.items()},
    }
