"""Texts, and what a municipality fills in: K72 to K83."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalogue.tekst import plaatshouders
from catalogue.voorwaarde import ALTIJD
from generator.site.kenmerken.blad import Blad
from generator.site.kenmerken.zoeken import (
    Kenmerk,
    Vondsten,
    dingen,
    in_kop,
    kop,
    samen,
    soort,
    toelichting,
    vragen,
)  # fmt: skip

TEKSTEN = ("vraag", "hulp", "tekst", "titel", "inleiding", "melding")


def _teksten(e: Any, sleutels: tuple[str, ...] = TEKSTEN) -> Iterator[dict[str, str]]:
    """The texts that are written at a thing with these keys."""
    for houder in (e, getattr(e, "veld", None)):
        for sleutel in sleutels:
            waarde = getattr(houder, sleutel, None)
            yield from (t for t in (waarde if isinstance(waarde, tuple) else (waarde,)) if t)


def _noemt(t: dict[str, str], parameter: bool) -> bool:
    return any(naam.startswith("parameter.") == parameter for naam in plaatshouders(t))


def _soms(b: Blad) -> Vondsten:
    return (i.pad for i in b.infos if i.toon_als != ALTIJD)


def _stop_uit_bron(b: Blad) -> Vondsten:
    return (s.pad for s in b.stops if s.bron)


def _ander_woord(b: Blad) -> Vondsten:
    woorden = {f"<{p.parameter}>" for p in b.formulier.parameters if p.soort == "tekst"}
    return (v.pad for v in b.vragen if any(woord in str(b.geschreven(v.pad).get("vraag")) for woord in woorden))


KENMERKEN = (
    Kenmerk("K72", 51, "afronden 1.1", "Een tekst tussen de vragen", "`info` met `tekst`.", "tekst",
            lambda b: (i.pad for i in b.infos)),
    Kenmerk("K73", 30, "emigratie-doorgeven 1.3", "Een tekst die er alleen soms staat",
            "`info` met `toon_als`. Houdt de tekst iemand tegen, dan is het een `stop`.",
            "tekst toon_als als melding", samen(_soms, _stop_uit_bron)),
    Kenmerk("K74", 35, "aanwezigheidsvergunning-kansspelautomaten 2.4", "Een hulptekst bij een vraag", "`hulp`.",
            "vraag hulp", vragen(lambda v: v.veld.hulp)),
    Kenmerk("K75", 1, "verhuizing-doorgeven 3.1", "Meer hulpteksten bij één vraag", "`hulp` mag een lijst zijn.",
            "vraag hulp", vragen(lambda v: len(v.veld.hulp) > 1)),
    Kenmerk("K76", 40, "aangifte-overlijden 3.1", "Een aanwijzing voor de bouwer of de gemeente",
            "`toelichting`. Een inwoner ziet haar niet; ze staat op de pagina van de dienst.", "soort toelichting",
            dingen(toelichting)),
    Kenmerk("K77", 2, "parkeervergunning-aanvragen 2.4", "Een eigen foutmelding",
            "`meldingen`, met de code van de fout.", "soort vanaf tot_en_met meldingen",
            vragen(lambda v: v.veld.meldingen)),
    Kenmerk("K78", 4, "garantstelling-logiesverstrekking 2.1", "Een verklaring om aan te vinken",
            "`soort: akkoord`. Niet aangevinkt is niet beantwoord.", "vraag soort", soort("akkoord")),
    Kenmerk("K79", 1, "garantstelling-logiesverstrekking", "Een logo op het formulier",
            "`logo` in de kop. De gemeente heeft het plaatje.", "logo", kop("logo")),
    Kenmerk("K80", 5, "emigratie-doorgeven 3.6", "Iets van de gemeente in een tekst",
            "`<naam>` in een tekst is een parameter.", " ".join(TEKSTEN),
            dingen(lambda e: any(_noemt(t, parameter=True) for t in _teksten(e)))),
    Kenmerk("K81", 15, "afronden 1.4", "De gemeente vult waarden of teksten in",
            "`parameters` in de kop, met een soort en grenzen.", "soort omschrijving minimum maximum uit",
            in_kop("parameters")),
    Kenmerk("K82", 1, "melding-voorwerp-op-of-boven-de-weg 3.7", "Een eerder antwoord in een vraag",
            "`<naam>` in een tekst is een eerdere vraag.", "vraag tekst",
            dingen(lambda e: any(_noemt(t, False) for t in _teksten(e, ("vraag", "tekst"))))),
    Kenmerk("K83", 1, "kenteken-wijzigen 2.1", "Een ander woord in een vraag",
            "Een parameter in de tekst van de vraag; de gemeente vult het woord in.", "vraag", _ander_woord),
)  # fmt: skip
