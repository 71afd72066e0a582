"""Prefill, sending, paying, and what a municipality has: K84 to K94."""

from __future__ import annotations

import re
from typing import Any

from catalogue.formulier import Vraag
from catalogue.veld.opties import Optielijst
from generator.site.kenmerken.blad import Blad
from generator.site.kenmerken.zoeken import (
    Kenmerk,
    Vondsten,
    dingen,
    herhalingen,
    in_kop,
    kop,
    noemt,
    opties,
    samen,
    stappen,
    toelichting,
    vragen,
)  # fmt: skip
from generator.spoor import AFSPRAKEN


def _koppeling(e: Any) -> object:
    return re.search(r"koppel|verval", toelichting(e)) or isinstance(e, Vraag) and e.veld.prefill == "alleen_lezen"


def _afspraak(v: Any) -> bool:
    lijst = getattr(v.veld, "opties", None)
    return isinstance(lijst, Optielijst) and lijst.bron == AFSPRAKEN


def _op_voorziening(e: Any) -> bool:
    return noemt(e.toon_als, "voorziening.")


def _uitgeschreven(b: Blad) -> Vondsten:
    """Groups of which all questions name the same row of the source."""
    for g in b.groepen:
        eigen = (v for v in g.inhoud if isinstance(v, Vraag) and v.uit_blok is None)
        bronnen = [v.bron for v in eigen if v.bron]
        if len(bronnen) > 1 and all(bron == bronnen[0] for bron in bronnen):
            yield g.pad


KENMERKEN = (
    Kenmerk("K84", 22, "garantstelling-logiesverstrekking 4.2", "Een antwoord dat een register vooraf invult",
            "`gegeven` zegt welk, `prefill` of het te veranderen is.", "soort gegeven prefill",
            vragen(lambda v: v.veld.prefill != "niet")),
    Kenmerk("K85", 3, "kwijtschelding-aanvragen 3.2", "Vragen die met een koppeling vervallen",
            "Een koppeling verandert wie het antwoord geeft, niet of het er is: `prefill: alleen_lezen`. "
            "Is er geen register, dan staat het in een aanwijzing.",
            "soort prefill toelichting", dingen(_koppeling)),
    Kenmerk("K86", 4, "verhuizing-doorgeven 3.4", "Personen aanvinken uit een register",
            "`kies_uit` bij een herhaling.", "vraag kies_uit", herhalingen(lambda h: h.kies_uit)),
    Kenmerk("K87", 8, "afronden 1.3", "Een knop",
            "`nog_een` is de knop bij een herhaling. De knop Verstuur heeft elk formulier; `vanzelf` zegt dat.",
            "vraag nog_een", herhalingen(lambda h: h.nog_een)),
    Kenmerk("K88", 4, "afronden 1.1", "Overzicht, terug, versturen, en de tekst erna",
            "Elk formulier eindigt met alle antwoorden, een weg terug en de knop Verstuur. "
            "De tekst erna staat onder `teksten`.",
            "blok", stappen(lambda s: s.blok == "afronden"), vanzelf=True),
    Kenmerk("K89", 9, "aangifte-overlijden 9", "Betalen", "`kosten` in de kop: wat, door wie bepaald, en wanneer.",
            "omschrijving vaststeller parameter tarief als", in_kop("kosten", lambda k: k.bedrag != "0.00")),
    Kenmerk("K90", 1, "grofvuil-ophalen 2.2", "Een afspraak: kiezen uit vrije dagen",
            "`opties: {bron: afspraken}`: pas bekend bij het invullen.", "soort opties", vragen(_afspraak)),
    Kenmerk("K91", 1, "aangifte-overlijden 1.1", "Een antwoord dat zegt welke gemeente het krijgt",
            "`ontvanger` in de kop noemt de vraag.", "ontvanger", kop("ontvanger")),
    Kenmerk("K92", 3, "melding-openbare-ruimte 1.2", "Een kaart of kalender als hulp",
            "Dat is opmaak: het antwoord blijft gelijk. Een aanwijzing bij de vraag zegt wat de bron wil.",
            "soort toelichting", dingen(lambda e: re.search(r"\b([Kk]aart|[Kk]alender)\b", toelichting(e))),
            vanzelf=True),
    Kenmerk("K93", 2, "garantstelling-logiesverstrekking 4.2", "Velden die de bron alleen in woorden noemt",
            "Ze zijn uitgeschreven als gewone vragen. Elk noemt dezelfde rij van de bron.", "vraag velden",
            _uitgeschreven, vanzelf=True),
    Kenmerk("K94", 1, "overzicht-gebruik-brp-gegevens 2.1", "Een voorwaarde op wat de gemeente heeft",
            "`voorzieningen` in de kop; in een voorwaarde heet het `voorziening.naam`.", "code toon_als",
            samen(dingen(_op_voorziening), opties(_op_voorziening))),
)  # fmt: skip
