"""Numbers of registers, addresses, dates and times: K44 to K61."""

from __future__ import annotations

import re
from typing import Any

from catalogue.voorwaarde import vergelijkingen
from generator.site.kenmerken.zoeken import Kenmerk, Zoeker, soort, vragen, woorden

GRENZEN = "soort vanaf tot_en_met na voor"


def _vandaag(hoe: str) -> Zoeker:
    """The questions with a bound at today."""
    return vragen(lambda v: any(g.hoe == hoe and g.grens.basis == "vandaag" for g in v.grenzen))


def _met_ander_antwoord(v: Any) -> bool:
    grenzen = [g.grens for g in v.grenzen] + [x.grens for eis in v.regels for x in vergelijkingen(eis.eis) if x.grens]
    return any(g.basis not in (None, "vandaag") for g in grenzen)


KENMERKEN = (
    Kenmerk("K44", 4, "aangifte-overlijden 3.1", "Een burgerservicenummer met de elfproef", "`soort: bsn`.", "soort",
            soort("bsn")),
    Kenmerk("K45", 10, "aangifte-overlijden 3.1", "Een waarschuwing die niets tegenhoudt",
            "Een regel met `ernst: waarschuwing`.", "soort regels",
            vragen(lambda v: any(eis.ernst == "waarschuwing" for eis in v.regels))),
    Kenmerk("K46", 7, "aanwezigheidsvergunning-kansspelautomaten 2.4", "Een e-mailadres", "`soort: email`.", "soort",
            soort("email")),
    Kenmerk("K47", 6, "grofvuil-ophalen 2.5", "Een postcode", "`soort: postcode`, of als deel van `soort: adres`.",
            "soort", soort("postcode", "adres")),
    Kenmerk("K48", 8, "grofvuil-ophalen 2.9", "Een adres aanvullen uit postcode en huisnummer",
            "`soort: adres` is één antwoord. Postcode en huisnummer zijn genoeg; "
            "wie ontvangt, kan straat en plaats aanvullen.",
            "soort", soort("adres"), vanzelf=True),
    Kenmerk("K49", 2, "grofvuil-ophalen 2.9", "De volgorde van de vragen bij een adres",
            "Dat is opmaak: de gegevens zijn in elke volgorde gelijk. "
            "Een aanwijzing bij de vraag zegt wat de bron wil.",
            "soort toelichting",
            vragen(lambda v: v.soort == "adres" and "postcodetabel" in (v.veld.toelichting or "").lower()),
            vanzelf=True),
    Kenmerk("K50", 2, "rekeningnummer-iban-bic 1.1", "Een rekeningnummer",
            "`soort: iban`, met de 97-proef. Een BIC is een gewone tekst.", "soort", soort("iban")),
    Kenmerk("K51", 5, "inloggen-bedrijf 1b.1", "Een KvK-nummer en een vestigingsnummer",
            "`soort: kvk`. Een vestigingsnummer is tekst met een patroon.", "soort patroon",
            vragen(lambda v: v.soort == "kvk" or "vestigingsnummer" in v.pad.lower())),
    Kenmerk("K52", 3, "kenteken-wijzigen 2.2", "Een kenteken", "`soort: kenteken`.", "soort", soort("kenteken")),
    Kenmerk("K53", 33, "aangifte-overlijden 4.5", "Een datum", "`soort: datum`.", "soort", soort("datum")),
    Kenmerk("K54", 3, "garantstelling-logiesverstrekking 5.4", "Een datum waarvan de dag of de maand onbekend is",
            "`onvolledig: ja`.", "soort onvolledig", vragen(lambda v: v.soort == "datum" and v.veld.onvolledig)),
    Kenmerk("K55", 4, "garantstelling-logiesverstrekking 5.4", "Een datum die niet in de toekomst ligt",
            "`tot_en_met: vandaag`.", GRENZEN, _vandaag("tot_en_met")),
    Kenmerk("K56", 4, "kenteken-wijzigen 2.4", "Een datum die niet in het verleden ligt", "`vanaf: vandaag`.",
            GRENZEN, _vandaag("vanaf")),
    Kenmerk("K57", 3, "leerlingenvervoer 3.4", "Een datum in de toekomst", "`na: vandaag`.", GRENZEN, _vandaag("na")),
    Kenmerk("K58", 4, "melding-voorwerp-op-of-boven-de-weg 2.3", "Een datum met een tijd", "`soort: datumtijd`.",
            "soort", soort("datumtijd")),
    Kenmerk("K59", 4, "melding-voorwerp-op-of-boven-de-weg 2.3", "Vergelijken met een ander antwoord",
            "Een grens noemt de andere vraag, met een termijn erbij als dat moet. "
            "Voor getallen is er een regel met `eis`.",
            f"{GRENZEN} regels", vragen(_met_ander_antwoord)),
    Kenmerk("K60", 3, "aangifte-overlijden 5.4", "Een tijd", "`soort: tijd`.", "soort", soort("tijd")),
    Kenmerk("K61", 2, "verklaring-vermissing-reisdocument 3.3", "Een datum of periode in eigen woorden",
            "`soort: tekst`. De hulptekst zegt dat een periode ook mag.", "hulp soort maximum",
            vragen(lambda v: v.soort == "tekst" and re.search(r"datum.*periode", woorden(v)))),
)  # fmt: skip
