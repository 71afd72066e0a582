"""Numbers, texts and documents, with their measures: K62 to K71."""

# fmt: off - one line says a feature, the next finds it
from __future__ import annotations

import re
from typing import Any

from catalogue.voorwaarde import ALTIJD, Vast
from generator.kenmerken.basis import Blad, Lijst, Vondsten, woorden

kenmerk = Lijst()


def _met(b: Blad, v: Any, *sleutels: str) -> bool:
    """Are these keys written at the question?"""
    return set(sleutels) <= set(b.geschreven(v.pad))


@kenmerk("K62", 17, "aangifte-overlijden 3.1", "Een getal met een grootste aantal cijfers", "`soort: getal` met `maximum`.", "soort", "maximum")
def getal(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "getal" and not v.veld.decimalen and _met(b, v, "maximum"))  # type: ignore[attr-defined]


@kenmerk("K63", 2, "aanwezigheidsvergunning-kansspelautomaten 3.1", "Een getal tussen twee grenzen", "`minimum` en `maximum`.", "soort", "minimum", "maximum")
def bereik(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "getal" and _met(b, v, "minimum", "maximum"))


@kenmerk("K64", 2, "standplaatsvergunning-aanvragen 3.3", "Een getal met cijfers achter de komma", "`decimalen` zegt hoeveel.", "soort", "maximum", "decimalen", "eenheid")
def decimalen(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "getal" and v.veld.decimalen)  # type: ignore[attr-defined]


@kenmerk("K65", 4, "parkeervergunning-aanvragen 2.2", "Een getal met een maximum van de gemeente", "`maximum: <parameter>`.", "soort", "minimum", "maximum")
def maximum_gemeente(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "getal" and str(b.geschreven(v.pad).get("maximum")).startswith("<"))


@kenmerk("K66", 93, "aangifte-overlijden 5.7", "Tekst met een grootste lengte", "`maximum` telt tekens.", "soort", "maximum")
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
    return (v.pad for v in b.vragen if v.soort == "tekstvlak" and b.afwijking(v, "onbeperkt", "geen grens", "zonder grens"))


@kenmerk("K68", 4, "rioolaansluitvergunning-aanvragen 2.12", "Een patroon van letters en cijfers", "`patroon`, met een `voorbeeld` voor de foutmelding.", "soort", "patroon", "voorbeeld")
def patroon(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if getattr(v.veld, "patroon", None))


@kenmerk("K69", 5, "aangifte-overlijden 4.11", "Een document meesturen", "`soort: upload`.", "soort", "typen", "maximum")
def document(b: Blad) -> Vondsten:
    return b.soort("upload")


@kenmerk("K70", 2, "bijlagen 1.1", "Eisen aan een document", "`typen`, `grootte` in MB, en `maximum` voor het aantal.", "soort", "typen", "grootte", "maximum")
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
        if met_voorwaarde or v.soort != "upload" and re.search(r"[Ss]tuur .*\bmee\b", woorden(v)):
            yield v.pad
