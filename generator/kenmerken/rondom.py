"""Prefill, sending, paying, and what a municipality has: K84 to K94."""

# fmt: off - one line says a feature, the next finds it
from __future__ import annotations

import re

from catalogue.formulier import Vraag
from catalogue.veld.opties import Optielijst
from catalogue.voorwaarde import namen
from generator.kenmerken.basis import Blad, Lijst, Vondsten, toelichting
from generator.spoor import AFSPRAKEN

kenmerk = Lijst()
AANWIJZING = ("soort", "toelichting")


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
    return (e.pad for e in b.dingen if re.search(r"koppel|verval", toelichting(e)) or isinstance(e, Vraag) and e.veld.prefill == "alleen_lezen")


@kenmerk("K86", 4, "verhuizing-doorgeven 3.4", "Personen aanvinken uit een register", "`kies_uit` bij een herhaling.", "vraag", "kies_uit")
def kies_uit(b: Blad) -> Vondsten:
    return (h.pad for h in b.herhalingen if h.kies_uit)


@kenmerk("K87", 8, "afronden 1.3", "Een knop", "`nog_een` is de knop bij een herhaling. De knop Verstuur heeft elk formulier; `vanzelf` zegt dat.", "vraag", "nog_een")
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


@kenmerk("K89", 9, "aangifte-overlijden 9", "Betalen", "`kosten` in de kop: wat, door wie bepaald, en wanneer.", "omschrijving", "vaststeller", "parameter", "tarief", "als")
def betalen(b: Blad) -> Vondsten:
    return (b.kop("kosten", i) for i, k in enumerate(b.formulier.kosten) if k.bedrag != "0.00")


@kenmerk("K90", 1, "grofvuil-ophalen 2.2", "Een afspraak: kiezen uit vrije dagen", "`opties: {bron: afspraken}`: pas bekend bij het invullen.", "soort", "opties")
def afspraak(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if isinstance(o := getattr(v.veld, "opties", None), Optielijst) and o.bron == AFSPRAKEN)


@kenmerk("K91", 1, "aangifte-overlijden 1.1", "Een antwoord dat zegt welke gemeente het krijgt", "`ontvanger` in de kop noemt de vraag.", "ontvanger")
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
    return (e.pad for e in b.dingen if re.search(r"\b([Kk]aart|[Kk]alender)\b", toelichting(e)))


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
    "K94", 1, "overzicht-gebruik-brp-gegevens 2.1", "Een voorwaarde op wat de gemeente heeft", "`voorzieningen` in de kop; in een voorwaarde heet het `voorziening.naam`.", "code", "toon_als"
)
def voorziening(b: Blad) -> Vondsten:
    yield from (e.pad for e in b.dingen if any(n.startswith("voorziening.") for n in namen(e.toon_als)))
    yield from (b.op(v.pad, "opties", i) for v, i, k in b.opties if any(n.startswith("voorziening.") for n in namen(k.toon_als)))
