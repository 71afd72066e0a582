"""Shared blocks, and who fills in the form: K01 to K14."""

from __future__ import annotations

from catalogue.dienst import BlokRegel
from catalogue.dienst import Groep as GroepTekst
from generator.site.kenmerken.blad import Blad, Regel, Vondst
from generator.site.kenmerken.zoeken import Kenmerk, Past, Vondsten, dingen, in_kop, kop, noemt, regels, stappen, vragen

LOGIN = ("inloggen-burger", "inloggen-bedrijf")


def _vraag_met_blok(b: Blad) -> Vondsten:
    for r in b.regels:
        if isinstance(r.ding, GroepTekst) and r.ding.vraag and any(isinstance(v, BlokRegel) for v in r.ding.velden):
            yield Vondst(f"{r.houder}.{r.ding.groep}", r.waar)


def _tussen_vragen(r: Regel) -> bool:
    return isinstance(r.ding, BlokRegel) and bool(r.houder)


def _alleen(middel: str) -> Past:
    return lambda toegang: {t.middel for t in toegang} == {middel}


KENMERKEN = (
    Kenmerk("K01", 80, "aangifte-overlijden 2", "Een vast blok als hele stap",
            "Een stap noemt het blok. De vragen komen uit dat blok.", "blok", stappen(lambda s: s.blok)),
    Kenmerk("K02", 10, "automatisch-betalen 4.2", "Een vast blok tussen andere vragen",
            "Een regel `blok` zet de vragen van het blok op die plek.", "blok", regels(_tussen_vragen)),
    Kenmerk("K03", 1, "automatisch-betalen 4.2", "Een deel van een vast blok",
            "Met `zonder` doen vragen uit het blok niet mee.", "blok zonder",
            regels(lambda r: getattr(r.ding, "zonder", ()))),
    Kenmerk("K04", 1, "leerlingenvervoer 3.1", "Een vraag en een vast blok in één",
            "De vraag is de kop van een `groep`, en het blok staat daarin.", "groep vraag velden", _vraag_met_blok),
    Kenmerk("K05", 5, "inloggen-burger 1a", "Een vast blok met varianten",
            "In het blok hebben vragen een voorwaarde op het inlogmiddel.", "soort toon_als",
            vragen(lambda v: v.uit_blok in LOGIN and noemt(v.toon_als, "indiener.middel"))),
    Kenmerk("K06", 12, "automatisch-betalen 1", "Kiezen tussen vaste blokken",
            "Twee stappen met elk een blok. De voorwaarde zegt wie welke ziet.", "blok toon_als",
            stappen(lambda s: s.blok in LOGIN and noemt(s.toon_als, "indiener.soort"))),
    Kenmerk("K07", 4, "emigratie-doorgeven 2", "Alleen met DigiD", "Onder `toegang` staat alleen DigiD.", "toegang",
            kop("toegang", _alleen("digid"))),
    Kenmerk("K08", 1, "aangifte-overlijden 2", "Een betrouwbaarheidsniveau bij het inloggen",
            "`niveau` is het laagste niveau van het middel.", "middel niveau",
            in_kop("toegang", lambda t: t.middel == "eherkenning" and t.niveau == "eh2plus")),
    Kenmerk("K09", 1, "melding-openbare-ruimte", "Een formulier zonder inloggen",
            "Onder `toegang` staat alleen `middel: geen`.", "toegang", kop("toegang", _alleen("geen"))),
    Kenmerk("K10", 5, "emigratie-doorgeven 1", "Vragen vóór het inloggen",
            "De stappen onder `vooraf` komen voor het inloggen.", "titel velden", stappen(lambda s: s.vooraf)),
    Kenmerk("K11", 1, "garantstelling-logiesverstrekking 4.1", "Een tweede persoon logt in",
            "`personen` zegt wie, wanneer en hoe die inlogt. Een stap met `door` is van die persoon.",
            "naam als toegang", in_kop("personen")),
    Kenmerk("K12", 4, "leerlingenvervoer 7", "Extra tekst bij een vast blok",
            "Een stap met een blok mag een eigen `inleiding` hebben.", "blok inleiding",
            stappen(lambda s: s.blok and s.inleiding)),
    Kenmerk("K13", 1, "verhuizing-doorgeven 4", "Een ander formulier invoegen",
            "De stappen van het andere formulier staan erbij. `bron` noemt dan ook dat formulier.", "door blok bron",
            stappen(lambda s: any(" " in rij for rij in sum((s.bron or {}).values(), ())))),
    Kenmerk("K14", 11, "uittreksel-brp-aanvragen 5", "De gemeente kiest of een vraag meedoet",
            "`keuze_gemeente: ja`: een gemeente mag de vraag uitzetten.", "soort keuze_gemeente",
            dingen(lambda e: e.keuze_gemeente)),
)  # fmt: skip
