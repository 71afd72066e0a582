"""Numbers, texts and documents, with their measures: K62 to K71."""

from __future__ import annotations

import re
from typing import Any

from catalogue.voorwaarde import ALTIJD
from generator.site.kenmerken.blad import Blad
from generator.site.kenmerken.zoeken import Kenmerk, Vondsten, Zoeker, hangt_af, soort, vragen, woorden


def _met(sleutels: set[str], *soorten: str) -> Zoeker:
    """The questions of these kinds with these keys written at them."""
    return lambda b: (v.pad for v in b.vragen if v.soort in soorten and sleutels <= b.geschreven(v.pad).keys())


def _geheel(b: Blad) -> Vondsten:
    heel = {v.pad for v in b.vragen if v.soort == "getal" and not v.veld.decimalen}  # type: ignore[attr-defined]
    return (pad for pad in _met({"maximum"}, "getal")(b) if pad in heel)


def _van_gemeente(b: Blad) -> Vondsten:
    getallen = (v.pad for v in b.vragen if v.soort == "getal")
    return (pad for pad in getallen if str(b.geschreven(pad).get("maximum")).startswith("<"))


def _onbeperkt(b: Blad) -> Vondsten:
    vakken = (v for v in b.vragen if v.soort == "tekstvlak")
    return (v.pad for v in vakken if b.afwijking(v, "onbeperkt", "geen grens", "zonder grens"))


def _bij_een_antwoord(v: Any) -> object:
    if v.soort != "upload":
        return re.search(r"[Ss]tuur .*\bmee\b", woorden(v))
    return v.toon_als != ALTIJD or hangt_af(v.verplicht)


KENMERKEN = (
    Kenmerk("K62", 17, "aangifte-overlijden 3.1", "Een getal met een grootste aantal cijfers",
            "`soort: getal` met `maximum`.", "soort maximum", _geheel),
    Kenmerk("K63", 2, "aanwezigheidsvergunning-kansspelautomaten 3.1", "Een getal tussen twee grenzen",
            "`minimum` en `maximum`.", "soort minimum maximum", _met({"minimum", "maximum"}, "getal")),
    Kenmerk("K64", 2, "standplaatsvergunning-aanvragen 3.3", "Een getal met cijfers achter de komma",
            "`decimalen` zegt hoeveel.", "soort maximum decimalen eenheid",
            vragen(lambda v: v.soort == "getal" and v.veld.decimalen)),
    Kenmerk("K65", 4, "parkeervergunning-aanvragen 2.2", "Een getal met een maximum van de gemeente",
            "`maximum: <parameter>`.", "soort minimum maximum", _van_gemeente),
    Kenmerk("K66", 93, "aangifte-overlijden 5.7", "Tekst met een grootste lengte", "`maximum` telt tekens.",
            "soort maximum", _met({"maximum"}, "tekst", "tekstvlak")),
    Kenmerk("K67", 4, "bezwaar-indienen 2.5", "Tekst zonder grens in de bron",
            "`soort: tekstvlak`. De taal heeft altijd een grens; noemt de bron er geen, dan zegt `afwijkingen` waarom.",
            "soort maximum", _onbeperkt),
    Kenmerk("K68", 4, "rioolaansluitvergunning-aanvragen 2.12", "Een patroon van letters en cijfers",
            "`patroon`, met een `voorbeeld` voor de foutmelding.", "soort patroon voorbeeld",
            vragen(lambda v: getattr(v.veld, "patroon", None))),
    Kenmerk("K69", 5, "aangifte-overlijden 4.11", "Een document meesturen", "`soort: upload`.", "soort typen maximum",
            soort("upload")),
    Kenmerk("K70", 2, "bijlagen 1.1", "Eisen aan een document",
            "`typen`, `grootte` in MB, en `maximum` voor het aantal.", "soort typen grootte maximum",
            vragen(lambda v: v.soort == "upload" and v.veld.typen and v.veld.grootte)),
    Kenmerk("K71", 7, "bewijs-van-in-leven-zijn 2.1", "Een bijlage die bij een antwoord hoort",
            "Een upload met `toon_als` of `verplicht_als`; zegt de bron het alleen in woorden, "
            "dan staat het in de `hulp`.",
            "hulp soort toon_als verplicht_als", vragen(_bij_een_antwoord)),
)  # fmt: skip
