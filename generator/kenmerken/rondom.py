"""Texts, what a municipality fills in, prefill, and what surrounds the questions: K72 to K94."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from catalogue.formulier import Vraag
from catalogue.tekst import plaatshouders
from catalogue.velden.keuze import Optielijst
from catalogue.voorwaarde import ALTIJD, namen
from generator.kenmerken.basis import Blad, Lijst, Vondsten
from generator.spoor import AFSPRAKEN

kenmerk = Lijst()
TEKSTEN = ("vraag", "hulp", "tekst", "titel", "inleiding", "melding")
AANWIJZING = ("soort", "toelichting")


def _teksten(e: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """Every text that is written at a thing, with its key."""
    for houder in (e, getattr(e, "veld", None)):
        for sleutel in TEKSTEN:
            waarde = getattr(houder, sleutel, None)
            yield from ((sleutel, t) for t in (waarde if isinstance(waarde, tuple) else (waarde,)) if t)


def _noemt(t: dict[str, str], parameter: bool) -> bool:
    return any(naam.startswith("parameter.") == parameter for naam in plaatshouders(t))


def _toelichting(e: Any) -> str:
    return (e.veld.toelichting if isinstance(e, Vraag) else e.toelichting) or ""


@kenmerk("K72", 51, "afronden 1.1", "Een tekst tussen de vragen", "`info` met `tekst`.", "tekst")
def infotekst(b: Blad) -> Vondsten:
    return (i.pad for i in b.infos)


@kenmerk(
    "K73",
    30,
    "emigratie-doorgeven 1.3",
    "Een tekst die er alleen soms staat",
    "`info` met `toon_als`. Houdt de tekst iemand tegen, dan is het een `stop`.",
    "tekst",
    "toon_als",
    "als",
    "melding",
)
def infotekst_soms(b: Blad) -> Vondsten:
    yield from (i.pad for i in b.infos if i.toon_als != ALTIJD)
    yield from (s.pad for s in b.stops if s.bron)


@kenmerk(
    "K74",
    35,
    "aanwezigheidsvergunning-kansspelautomaten 2.4",
    "Een hulptekst bij een vraag",
    "`hulp`.",
    "vraag",
    "hulp",
)
def hulp(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.veld.hulp)


@kenmerk(
    "K75",
    1,
    "verhuizing-doorgeven 3.1",
    "Meer hulpteksten bij één vraag",
    "`hulp` mag een lijst zijn.",
    "vraag",
    "hulp",
)
def meer_hulp(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if len(v.veld.hulp) > 1)


@kenmerk(
    "K76",
    40,
    "aangifte-overlijden 3.1",
    "Een aanwijzing voor de bouwer of de gemeente",
    "`toelichting`. Een inwoner ziet haar niet; ze staat op de pagina van de dienst.",
    *AANWIJZING,
)
def aanwijzing(b: Blad) -> Vondsten:
    return (e.pad for e in b.dingen if _toelichting(e))


@kenmerk(
    "K77",
    2,
    "parkeervergunning-aanvragen 2.4",
    "Een eigen foutmelding",
    "`meldingen`, met de code van de fout.",
    "soort",
    "vanaf",
    "tot_en_met",
    "meldingen",
)
def foutmelding(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.veld.meldingen)


@kenmerk(
    "K78",
    4,
    "garantstelling-logiesverstrekking 2.1",
    "Een verklaring om aan te vinken",
    "`soort: akkoord`. Niet aangevinkt is niet beantwoord.",
    "vraag",
    "soort",
)
def akkoord(b: Blad) -> Vondsten:
    return b.soort("akkoord")


@kenmerk(
    "K79",
    1,
    "garantstelling-logiesverstrekking",
    "Een logo op het formulier",
    "`logo` in de kop. De gemeente heeft het plaatje.",
    "logo",
)
def logo(b: Blad) -> Vondsten:
    if b.formulier.logo:
        yield b.kop("logo")


@kenmerk(
    "K80",
    5,
    "emigratie-doorgeven 3.6",
    "Iets van de gemeente in een tekst",
    "`<naam>` in een tekst is een parameter.",
    *TEKSTEN,
)
def parameter_in_tekst(b: Blad) -> Vondsten:
    return (e.pad for e in b.dingen if any(_noemt(t, parameter=True) for _, t in _teksten(e)))


@kenmerk(
    "K81",
    15,
    "afronden 1.4",
    "De gemeente vult waarden of teksten in",
    "`parameters` in de kop, met een soort en grenzen.",
    "soort",
    "omschrijving",
    "minimum",
    "maximum",
    "uit",
)
def parameters(b: Blad) -> Vondsten:
    return (b.kop("parameters", i) for i, _ in enumerate(b.formulier.parameters))


@kenmerk(
    "K82",
    1,
    "melding-voorwerp-op-of-boven-de-weg 3.7",
    "Een eerder antwoord in een vraag",
    "`<naam>` in een tekst is een eerdere vraag.",
    "vraag",
    "tekst",
)
def antwoord_in_tekst(b: Blad) -> Vondsten:
    return (
        e.pad for e in b.dingen if any(s in ("vraag", "tekst") and _noemt(t, parameter=False) for s, t in _teksten(e))
    )


@kenmerk(
    "K83",
    1,
    "kenteken-wijzigen 2.1",
    "Een ander woord in een vraag",
    "Een parameter in de tekst van de vraag; de gemeente vult het woord in.",
    "vraag",
)
def ander_woord(b: Blad) -> Vondsten:
    woorden = {f"<{p.parameter}>" for p in b.formulier.parameters if p.soort == "tekst"}
    return (v.pad for v in b.vragen if any(woord in str(b.geschreven(v.pad).get("vraag")) for woord in woorden))


@kenmerk(
    "K84",
    22,
    "garantstelling-logiesverstrekking 4.2",
    "Een antwoord dat een register vooraf invult",
    "`gegeven` zegt welk, `prefill` of het te veranderen is.",
    "soort",
    "gegeven",
    "prefill",
)
def prefill(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.veld.prefill != "niet")


@kenmerk(
    "K85",
    3,
    "kwijtschelding-aanvragen 3.2",
    "Vragen die met een koppeling vervallen",
    "Een koppeling verandert wie het antwoord geeft, niet of het er is: `prefill: alleen_lezen`. Is er geen register, dan staat het in een aanwijzing.",
    "soort",
    "prefill",
    "toelichting",
)
def koppeling(b: Blad) -> Vondsten:
    return (
        e.pad
        for e in b.dingen
        if re.search(r"koppel|verval", _toelichting(e)) or isinstance(e, Vraag) and e.veld.prefill == "alleen_lezen"
    )


@kenmerk(
    "K86",
    4,
    "verhuizing-doorgeven 3.4",
    "Personen aanvinken uit een register",
    "`kies_uit` bij een herhaling.",
    "vraag",
    "kies_uit",
)
def kies_uit(b: Blad) -> Vondsten:
    return (h.pad for h in b.herhalingen if h.kies_uit)


@kenmerk(
    "K87",
    8,
    "afronden 1.3",
    "Een knop",
    "`nog_een` is de knop bij een herhaling. De knop Verstuur heeft elk formulier; `vanzelf` zegt dat.",
    "vraag",
    "nog_een",
)
def knop(b: Blad) -> Vondsten:
    return (h.pad for h in b.herhalingen if h.nog_een)


@kenmerk(
    "K88",
    4,
    "afronden 1.1",
    "Overzicht, terug, versturen, en de tekst erna",
    "Elk formulier eindigt met alle antwoorden, een weg terug en de knop Verstuur. De tekst erna staat onder `teksten`.",
    "blok",
    vanzelf=True,
)
def afronden(b: Blad) -> Vondsten:
    return (s.pad for s in b.stappen if s.blok == "afronden")


@kenmerk(
    "K89",
    9,
    "aangifte-overlijden 9",
    "Betalen",
    "`kosten` in de kop: wat, door wie bepaald, en wanneer.",
    "omschrijving",
    "vaststeller",
    "parameter",
    "tarief",
    "als",
)
def betalen(b: Blad) -> Vondsten:
    return (b.kop("kosten", i) for i, k in enumerate(b.formulier.kosten) if k.bedrag != "0.00")


@kenmerk(
    "K90",
    1,
    "grofvuil-ophalen 2.2",
    "Een afspraak: kiezen uit vrije dagen",
    "`opties: {bron: afspraken}`: pas bekend bij het invullen.",
    "soort",
    "opties",
)
def afspraak(b: Blad) -> Vondsten:
    return (
        v.pad for v in b.vragen if isinstance(o := getattr(v.veld, "opties", None), Optielijst) and o.bron == AFSPRAKEN
    )


@kenmerk(
    "K91",
    1,
    "aangifte-overlijden 1.1",
    "Een antwoord dat zegt welke gemeente het krijgt",
    "`ontvanger` in de kop noemt de vraag.",
    "ontvanger",
)
def ontvanger(b: Blad) -> Vondsten:
    if b.formulier.ontvanger:
        yield b.kop("ontvanger")


@kenmerk(
    "K92",
    3,
    "melding-openbare-ruimte 1.2",
    "Een kaart of kalender als hulp",
    "Dat is opmaak: het antwoord blijft gelijk. Een aanwijzing bij de vraag zegt wat de bron wil.",
    *AANWIJZING,
    vanzelf=True,
)
def kaart(b: Blad) -> Vondsten:
    return (e.pad for e in b.dingen if re.search(r"\b([Kk]aart|[Kk]alender)\b", _toelichting(e)))


@kenmerk(
    "K93",
    2,
    "garantstelling-logiesverstrekking 4.2",
    "Velden die de bron alleen in woorden noemt",
    "Ze zijn uitgeschreven als gewone vragen. Elk noemt dezelfde rij van de bron.",
    "vraag",
    "velden",
    vanzelf=True,
)
def uitgeschreven(b: Blad) -> Vondsten:
    for g in b.groepen:
        bronnen = [v.bron for v in g.inhoud if isinstance(v, Vraag) and v.bron and v.uit_blok is None]
        if len(bronnen) > 1 and all(bron == bronnen[0] for bron in bronnen):
            yield g.pad


@kenmerk(
    "K94",
    1,
    "overzicht-gebruik-brp-gegevens 2.1",
    "Een voorwaarde op wat de gemeente heeft",
    "`voorzieningen` in de kop; in een voorwaarde heet het `voorziening.naam`.",
    "code",
    "toon_als",
)
def voorziening(b: Blad) -> Vondsten:
    yield from (e.pad for e in b.dingen if any(n.startswith("voorziening.") for n in namen(e.toon_als)))
    yield from (
        b.op(v.pad, "opties", i) for v, i, k in b.opties if any(n.startswith("voorziening.") for n in namen(k.toon_als))
    )
