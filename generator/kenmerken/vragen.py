"""Numbers of registers, addresses, dates and times: K44 to K61."""

# fmt: off - one line says a feature, the next finds it
from __future__ import annotations

import re

from catalogue.voorwaarde import vergelijkingen
from generator.kenmerken.basis import Blad, Lijst, Vondsten, woorden

kenmerk = Lijst()
GRENZEN = ("soort", "vanaf", "tot_en_met", "na", "voor")


@kenmerk("K44", 4, "aangifte-overlijden 3.1", "Een burgerservicenummer met de elfproef", "`soort: bsn`.", "soort")
def bsn(b: Blad) -> Vondsten:
    return b.soort("bsn")


@kenmerk("K45", 10, "aangifte-overlijden 3.1", "Een waarschuwing die niets tegenhoudt", "Een regel met `ernst: waarschuwing`.", "soort", "regels")
def waarschuwing(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if any(eis.ernst == "waarschuwing" for eis in v.regels))


@kenmerk("K46", 7, "aanwezigheidsvergunning-kansspelautomaten 2.4", "Een e-mailadres", "`soort: email`.", "soort")
def email(b: Blad) -> Vondsten:
    return b.soort("email")


@kenmerk("K47", 6, "grofvuil-ophalen 2.5", "Een postcode", "`soort: postcode`, of als deel van `soort: adres`.", "soort")
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


@kenmerk("K50", 2, "rekeningnummer-iban-bic 1.1", "Een rekeningnummer", "`soort: iban`, met de 97-proef. Een BIC is een gewone tekst.", "soort")
def iban(b: Blad) -> Vondsten:
    return b.soort("iban")


@kenmerk("K51", 5, "inloggen-bedrijf 1b.1", "Een KvK-nummer en een vestigingsnummer", "`soort: kvk`. Een vestigingsnummer is tekst met een patroon.", "soort", "patroon")
def kvk(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "kvk" or "vestigingsnummer" in v.pad.lower())


@kenmerk("K52", 3, "kenteken-wijzigen 2.2", "Een kenteken", "`soort: kenteken`.", "soort")
def kenteken(b: Blad) -> Vondsten:
    return b.soort("kenteken")


@kenmerk("K53", 33, "aangifte-overlijden 4.5", "Een datum", "`soort: datum`.", "soort")
def datum(b: Blad) -> Vondsten:
    return b.soort("datum")


@kenmerk("K54", 3, "garantstelling-logiesverstrekking 5.4", "Een datum waarvan de dag of de maand onbekend is", "`onvolledig: ja`.", "soort", "onvolledig")
def onvolledig(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "datum" and v.veld.onvolledig)  # type: ignore[attr-defined]


def _vandaag(b: Blad, *hoe: str) -> Vondsten:
    return (v.pad for v in b.vragen if any(g.hoe in hoe and g.grens.basis == "vandaag" for g in v.grenzen))


@kenmerk("K55", 4, "garantstelling-logiesverstrekking 5.4", "Een datum die niet in de toekomst ligt", "`tot_en_met: vandaag`.", *GRENZEN)
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
        grenzen = [g.grens for g in v.grenzen] + [x.grens for eis in v.regels for x in vergelijkingen(eis.eis) if x.grens]
        if any(g.basis not in (None, "vandaag") for g in grenzen):
            yield v.pad


@kenmerk("K60", 3, "aangifte-overlijden 5.4", "Een tijd", "`soort: tijd`.", "soort")
def tijd(b: Blad) -> Vondsten:
    return b.soort("tijd")


@kenmerk(
    "K61", 2, "verklaring-vermissing-reisdocument 3.3", "Een datum of periode in eigen woorden", "`soort: tekst`. De hulptekst zegt dat een periode ook mag.", "hulp", "soort", "maximum"
)
def periode(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.soort == "tekst" and re.search(r"datum.*periode", woorden(v)))
