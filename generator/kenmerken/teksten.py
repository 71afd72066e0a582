"""Texts, and what a municipality fills in: K72 to K83."""

# fmt: off - one line says a feature, the next finds it
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalogue.tekst import plaatshouders
from catalogue.voorwaarde import ALTIJD
from generator.kenmerken.basis import Blad, Lijst, Vondsten, toelichting

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


@kenmerk("K74", 35, "aanwezigheidsvergunning-kansspelautomaten 2.4", "Een hulptekst bij een vraag", "`hulp`.", "vraag", "hulp")
def hulp(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.veld.hulp)


@kenmerk("K75", 1, "verhuizing-doorgeven 3.1", "Meer hulpteksten bij één vraag", "`hulp` mag een lijst zijn.", "vraag", "hulp")
def meer_hulp(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if len(v.veld.hulp) > 1)


@kenmerk("K76", 40, "aangifte-overlijden 3.1", "Een aanwijzing voor de bouwer of de gemeente", "`toelichting`. Een inwoner ziet haar niet; ze staat op de pagina van de dienst.", *AANWIJZING)
def aanwijzing(b: Blad) -> Vondsten:
    return (e.pad for e in b.dingen if toelichting(e))


@kenmerk("K77", 2, "parkeervergunning-aanvragen 2.4", "Een eigen foutmelding", "`meldingen`, met de code van de fout.", "soort", "vanaf", "tot_en_met", "meldingen")
def foutmelding(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.veld.meldingen)


@kenmerk("K78", 4, "garantstelling-logiesverstrekking 2.1", "Een verklaring om aan te vinken", "`soort: akkoord`. Niet aangevinkt is niet beantwoord.", "vraag", "soort")
def akkoord(b: Blad) -> Vondsten:
    return b.soort("akkoord")


@kenmerk("K79", 1, "garantstelling-logiesverstrekking", "Een logo op het formulier", "`logo` in de kop. De gemeente heeft het plaatje.", "logo")
def logo(b: Blad) -> Vondsten:
    if b.formulier.logo:
        yield b.kop("logo")


@kenmerk("K80", 5, "emigratie-doorgeven 3.6", "Iets van de gemeente in een tekst", "`<naam>` in een tekst is een parameter.", *TEKSTEN)
def parameter_in_tekst(b: Blad) -> Vondsten:
    return (e.pad for e in b.dingen if any(_noemt(t, parameter=True) for _, t in _teksten(e)))


@kenmerk("K81", 15, "afronden 1.4", "De gemeente vult waarden of teksten in", "`parameters` in de kop, met een soort en grenzen.", "soort", "omschrijving", "minimum", "maximum", "uit")
def parameters(b: Blad) -> Vondsten:
    return (b.kop("parameters", i) for i, _ in enumerate(b.formulier.parameters))


@kenmerk("K82", 1, "melding-voorwerp-op-of-boven-de-weg 3.7", "Een eerder antwoord in een vraag", "`<naam>` in een tekst is een eerdere vraag.", "vraag", "tekst")
def antwoord_in_tekst(b: Blad) -> Vondsten:
    return (e.pad for e in b.dingen if any(s in ("vraag", "tekst") and _noemt(t, parameter=False) for s, t in _teksten(e)))


@kenmerk("K83", 1, "kenteken-wijzigen 2.1", "Een ander woord in een vraag", "Een parameter in de tekst van de vraag; de gemeente vult het woord in.", "vraag")
def ander_woord(b: Blad) -> Vondsten:
    woorden = {f"<{p.parameter}>" for p in b.formulier.parameters if p.soort == "tekst"}
    return (v.pad for v in b.vragen if any(woord in str(b.geschreven(v.pad).get("vraag")) for woord in woorden))
