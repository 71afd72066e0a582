"""Shared blocks, and who fills in the form: K01 to K14."""

# fmt: off - one line says a feature, the next finds it
from __future__ import annotations

from catalogue.dienst import BlokRegel
from catalogue.dienst import Groep as GroepTekst
from catalogue.voorwaarde import namen
from generator.kenmerken.basis import Blad, Lijst, Vondst, Vondsten

kenmerk = Lijst()
LOGIN = ("inloggen-burger", "inloggen-bedrijf")


@kenmerk("K01", 80, "aangifte-overlijden 2", "Een vast blok als hele stap", "Een stap noemt het blok. De vragen komen uit dat blok.", "blok")
def blok_als_stap(b: Blad) -> Vondsten:
    return (s.pad for s in b.stappen if s.blok)


@kenmerk("K02", 10, "automatisch-betalen 4.2", "Een vast blok tussen andere vragen", "Een regel `blok` zet de vragen van het blok op die plek.", "blok")
def blok_als_regel(b: Blad) -> Vondsten:
    return (Vondst(r.houder, r.waar) for r in b.regels if isinstance(r.ding, BlokRegel) and r.houder)


@kenmerk("K03", 1, "automatisch-betalen 4.2", "Een deel van een vast blok", "Met `zonder` doen vragen uit het blok niet mee.", "blok", "zonder")
def deel_van_blok(b: Blad) -> Vondsten:
    return (Vondst(r.houder or r.ding.stap, r.waar) for r in b.regels if getattr(r.ding, "zonder", ()))


@kenmerk("K04", 1, "leerlingenvervoer 3.1", "Een vraag en een vast blok in één", "De vraag is de kop van een `groep`, en het blok staat daarin.", "groep", "vraag", "velden")
def vraag_met_blok(b: Blad) -> Vondsten:
    groepen = (r for r in b.regels if isinstance(r.ding, GroepTekst) and r.ding.vraag)
    return (Vondst(f"{r.houder}.{r.ding.groep}", r.waar) for r in groepen if any(isinstance(v, BlokRegel) for v in r.ding.velden))


@kenmerk("K05", 5, "inloggen-burger 1a", "Een vast blok met varianten", "In het blok hebben vragen een voorwaarde op het inlogmiddel.", "soort", "toon_als")
def varianten(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.uit_blok in LOGIN and "indiener.middel" in namen(v.toon_als))


@kenmerk("K06", 12, "automatisch-betalen 1", "Kiezen tussen vaste blokken", "Twee stappen met elk een blok. De voorwaarde zegt wie welke ziet.", "blok", "toon_als")
def keuze_uit_blokken(b: Blad) -> Vondsten:
    return (s.pad for s in b.stappen if s.blok in LOGIN and "indiener.soort" in namen(s.toon_als))


@kenmerk("K07", 4, "emigratie-doorgeven 2", "Alleen met DigiD", "Onder `toegang` staat alleen DigiD.", "toegang")
def alleen_digid(b: Blad) -> Vondsten:
    if {t.middel for t in b.formulier.toegang} == {"digid"}:
        yield b.kop("toegang")


@kenmerk("K08", 1, "aangifte-overlijden 2", "Een betrouwbaarheidsniveau bij het inloggen", "`niveau` is het laagste niveau van het middel.", "middel", "niveau")
def niveau(b: Blad) -> Vondsten:
    return (b.kop("toegang", i) for i, t in enumerate(b.formulier.toegang) if t.middel == "eherkenning" and t.niveau == "eh2plus")


@kenmerk("K09", 1, "melding-openbare-ruimte", "Een formulier zonder inloggen", "Onder `toegang` staat alleen `middel: geen`.", "toegang")
def zonder_inloggen(b: Blad) -> Vondsten:
    if {t.middel for t in b.formulier.toegang} == {"geen"}:
        yield b.kop("toegang")


@kenmerk("K10", 5, "emigratie-doorgeven 1", "Vragen vóór het inloggen", "De stappen onder `vooraf` komen voor het inloggen.", "titel", "velden")
def vooraf(b: Blad) -> Vondsten:
    return (s.pad for s in b.stappen if s.vooraf)


@kenmerk(
    "K11",
    1,
    "garantstelling-logiesverstrekking 4.1",
    "Een tweede persoon logt in",
    "`personen` zegt wie, wanneer en hoe die inlogt. Een stap met `door` is van die persoon.",
    "naam",
    "als",
    "toegang",
)
def tweede_persoon(b: Blad) -> Vondsten:
    return (b.kop("personen", i) for i, _ in enumerate(b.formulier.personen))


@kenmerk("K12", 4, "leerlingenvervoer 7", "Extra tekst bij een vast blok", "Een stap met een blok mag een eigen `inleiding` hebben.", "blok", "inleiding")
def tekst_bij_blok(b: Blad) -> Vondsten:
    return (s.pad for s in b.stappen if s.blok and s.inleiding)


@kenmerk("K13", 1, "verhuizing-doorgeven 4", "Een ander formulier invoegen", "De stappen van het andere formulier staan erbij. `bron` noemt dan ook dat formulier.", "door", "blok", "bron")
def ander_formulier(b: Blad) -> Vondsten:
    return (s.pad for s in b.stappen if any(" " in rij for rijen in (s.bron or {}).values() for rij in rijen))


@kenmerk("K14", 11, "uittreksel-brp-aanvragen 5", "De gemeente kiest of een vraag meedoet", "`keuze_gemeente: ja`: een gemeente mag de vraag uitzetten.", "soort", "keuze_gemeente")
def keuze_gemeente(b: Blad) -> Vondsten:
    return (e.pad for e in b.dingen if e.keuze_gemeente)
