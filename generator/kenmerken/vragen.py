"""Kinds of questions, with their measures and checks: K44 to K71."""

from __future__ import annotations

import re
from typing import Any

from catalogue.voorwaarde import ALTIJD, Vast, vergelijkingen
from generator.kenmerken.basis import Blad, Lijst, Vondsten

kenmerk = Lijst()
GRENZEN = ("soort", "vanaf", "tot_en_met", "na", "voor")


def _woorden(v: Any) -> str:
    """What one reads at a question, in Dutch."""
    return " ".join(t.get("nl", "") for t in (v.veld.vraag, *v.veld.hulp))


def _met(b: Blad, v: Any, *sleutels: str) -> bool:
    """Are these keys written at the question?"""
    return set(sleutels) <= set(b.geschreven(v.pad))


@kenmerk("K44", 4, "aangifte-overlijden 3.1", "Een burgerservicenummer met de elfproef", "`soort: bsn`.", "soort")
def bsn(b: Blad) -> Vondsten:
    return b.soort("bsn")


@kenmerk(
    "K45",
    10,
    "aangifte-overlijden 3.1",
    "Een waarschuwing die niets tegenhoudt",
    "Een regel met `ernst: waarschuwing`.",
    "soort",
    "regels",
)
def waarschuwing(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if any(eis.ernst == "waarschuwing" for eis in v.regels))


@kenmerk("K46", 7, "aanwezigheidsvergunning-kansspelautomaten 2.4", "Een e-mailadres", "`soort: email`.", "soort")
def email(b: Blad) -> Vondsten:
    return b.soort("email")


@kenmerk(
    "K47", 6, "grofvuil-ophalen 2.5", "Een postcode", "`soort: postcode`, of als deel van `soort: adres`.", "soort"
)
def postcode(b: Blad) -> Vondsten:
    return b.soort("postcode", "adres")


@kenmerk(
    "K48",
    8,
    "grofvuil-ophalen 2.9",
    "Een adres aanvullen uit postcode en huisnummer",
    "`soort: adres` is één antwoord. Postcode en huisnummer zijn genoeg; wie ontvangt, kan straat en plaats aanvullen.",
    "soort",
    vanzelf=True,
)
def adres(b: Blad) -> Vondsten:
    return b.soort("adres")


@kenmerk(
    "K49",
    2,
    "grofvuil-ophalen 2.9",
    "De volgorde van de vragen bij een adres",
    "Dat is opmaak: de gegevens zijn in elke volgorde gelijk. Een aanwijzing bij de vraag zegt wat de bron wil.",
    "soort",
    "toelichting",
    vanzelf=True,
)
def volgorde(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "adres" and "postcodetabel" in (v.veld.toelichting or "").lower())


@kenmerk(
    "K50",
    2,
    "rekeningnummer-iban-bic 1.1",
    "Een rekeningnummer",
    "`soort: iban`, met de 97-proef. Een BIC is een gewone tekst.",
    "soort",
)
def iban(b: Blad) -> Vondsten:
    return b.soort("iban")


@kenmerk(
    "K51",
    5,
    "inloggen-bedrijf 1b.1",
    "Een KvK-nummer en een vestigingsnummer",
    "`soort: kvk`. Een vestigingsnummer is tekst met een patroon.",
    "soort",
    "patroon",
)
def kvk(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "kvk" or "vestigingsnummer" in v.pad.lower())


@kenmerk("K52", 3, "kenteken-wijzigen 2.2", "Een kenteken", "`soort: kenteken`.", "soort")
def kenteken(b: Blad) -> Vondsten:
    return b.soort("kenteken")


@kenmerk("K53", 33, "aangifte-overlijden 4.5", "Een datum", "`soort: datum`.", "soort")
def datum(b: Blad) -> Vondsten:
    return b.soort("datum")


@kenmerk(
    "K54",
    3,
    "garantstelling-logiesverstrekking 5.4",
    "Een datum waarvan de dag of de maand onbekend is",
    "`onvolledig: ja`.",
    "soort",
    "onvolledig",
)
def onvolledig(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "datum" and v.veld.onvolledig)  # type: ignore[attr-defined]


def _vandaag(b: Blad, *hoe: str) -> Vondsten:
    return (v.pad for v in b.vragen if any(g.hoe in hoe and g.grens.basis == "vandaag" for g in v.grenzen))


@kenmerk(
    "K55",
    4,
    "garantstelling-logiesverstrekking 5.4",
    "Een datum die niet in de toekomst ligt",
    "`tot_en_met: vandaag`.",
    *GRENZEN,
)
def niet_later(b: Blad) -> Vondsten:
    return _vandaag(b, "tot_en_met")


@kenmerk("K56", 4, "kenteken-wijzigen 2.4", "Een datum die niet in het verleden ligt", "`vanaf: vandaag`.", *GRENZEN)
def niet_eerder(b: Blad) -> Vondsten:
    return _vandaag(b, "vanaf")


@kenmerk("K57", 3, "leerlingenvervoer 3.4", "Een datum in de toekomst", "`na: vandaag`.", *GRENZEN)
def later(b: Blad) -> Vondsten:
    return _vandaag(b, "na")


@kenmerk("K58", 4, "melding-voorwerp-op-of-boven-de-weg 2.3", "Een datum met een tijd", "`soort: datumtijd`.", "soort")
def datumtijd(b: Blad) -> Vondsten:
    return b.soort("datumtijd")


@kenmerk(
    "K59",
    4,
    "melding-voorwerp-op-of-boven-de-weg 2.3",
    "Vergelijken met een ander antwoord",
    "Een grens noemt de andere vraag, met een termijn erbij als dat moet. Voor getallen is er een regel met `eis`.",
    *GRENZEN,
    "regels",
)
def vergelijking(b: Blad) -> Vondsten:
    for v in b.vragen:
        grenzen = [g.grens for g in v.grenzen] + [
            x.grens for eis in v.regels for x in vergelijkingen(eis.eis) if x.grens
        ]
        if any(g.basis not in (None, "vandaag") for g in grenzen):
            yield v.pad


@kenmerk("K60", 3, "aangifte-overlijden 5.4", "Een tijd", "`soort: tijd`.", "soort")
def tijd(b: Blad) -> Vondsten:
    return b.soort("tijd")


@kenmerk(
    "K61",
    2,
    "verklaring-vermissing-reisdocument 3.3",
    "Een datum of periode in eigen woorden",
    "`soort: tekst`. De hulptekst zegt dat een periode ook mag.",
    "hulp",
    "soort",
    "maximum",
)
def periode(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "tekst" and re.search(r"datum.*periode", _woorden(v)))


@kenmerk(
    "K62",
    17,
    "aangifte-overlijden 3.1",
    "Een getal met een grootste aantal cijfers",
    "`soort: getal` met `maximum`.",
    "soort",
    "maximum",
)
def getal(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "getal" and not v.veld.decimalen and _met(b, v, "maximum"))  # type: ignore[attr-defined]


@kenmerk(
    "K63",
    2,
    "aanwezigheidsvergunning-kansspelautomaten 3.1",
    "Een getal tussen twee grenzen",
    "`minimum` en `maximum`.",
    "soort",
    "minimum",
    "maximum",
)
def bereik(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "getal" and _met(b, v, "minimum", "maximum"))


@kenmerk(
    "K64",
    2,
    "standplaatsvergunning-aanvragen 3.3",
    "Een getal met cijfers achter de komma",
    "`decimalen` zegt hoeveel.",
    "soort",
    "maximum",
    "decimalen",
    "eenheid",
)
def decimalen(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "getal" and v.veld.decimalen)  # type: ignore[attr-defined]


@kenmerk(
    "K65",
    4,
    "parkeervergunning-aanvragen 2.2",
    "Een getal met een maximum van de gemeente",
    "`maximum: <parameter>`.",
    "soort",
    "minimum",
    "maximum",
)
def maximum_gemeente(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "getal" and str(b.geschreven(v.pad).get("maximum")).startswith("<"))


@kenmerk(
    "K66", 93, "aangifte-overlijden 5.7", "Tekst met een grootste lengte", "`maximum` telt tekens.", "soort", "maximum"
)
def tekst(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort in ("tekst", "tekstvlak") and _met(b, v, "maximum"))


@kenmerk(
    "K67",
    4,
    "bezwaar-indienen 2.5",
    "Tekst zonder grens in de bron",
    "`soort: tekstvlak`. De taal heeft altijd een grens; noemt de bron er geen, dan zegt `afwijkingen` waarom.",
    "soort",
    "maximum",
)
def onbeperkt(b: Blad) -> Vondsten:
    return (
        v.pad for v in b.vragen if v.soort == "tekstvlak" and b.afwijking(v, "onbeperkt", "geen grens", "zonder grens")
    )


@kenmerk(
    "K68",
    4,
    "rioolaansluitvergunning-aanvragen 2.12",
    "Een patroon van letters en cijfers",
    "`patroon`, met een `voorbeeld` voor de foutmelding.",
    "soort",
    "patroon",
    "voorbeeld",
)
def patroon(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if getattr(v.veld, "patroon", None))


@kenmerk(
    "K69", 5, "aangifte-overlijden 4.11", "Een document meesturen", "`soort: upload`.", "soort", "typen", "maximum"
)
def document(b: Blad) -> Vondsten:
    return b.soort("upload")


@kenmerk(
    "K70",
    2,
    "bijlagen 1.1",
    "Eisen aan een document",
    "`typen`, `grootte` in MB, en `maximum` voor het aantal.",
    "soort",
    "typen",
    "grootte",
    "maximum",
)
def eisen(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "upload" and v.veld.typen and v.veld.grootte)  # type: ignore[attr-defined]


@kenmerk(
    "K71",
    7,
    "bewijs-van-in-leven-zijn 2.1",
    "Een bijlage die bij een antwoord hoort",
    "Een upload met `toon_als` of `verplicht_als`; zegt de bron het alleen in woorden, dan staat het in de `hulp`.",
    "hulp",
    "soort",
    "toon_als",
    "verplicht_als",
)
def bijlage(b: Blad) -> Vondsten:
    for v in b.vragen:
        met_voorwaarde = v.soort == "upload" and (v.toon_als != ALTIJD or not isinstance(v.verplicht, Vast))
        if met_voorwaarde or v.soort != "upload" and re.search(r"[Ss]tuur .*\bmee\b", _woorden(v)):
            yield v.pad
