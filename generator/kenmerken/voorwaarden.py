"""Conditions, and what may be chosen: K15 to K29."""

# fmt: off - one line says a feature, the next finds it
from __future__ import annotations

from typing import Any

from catalogue.dienst import AlsStappen, AlsVelden
from catalogue.veld.opties import Optielijst
from catalogue.voorwaarde import ALTIJD, En, Niet, Of, Vast, Vergelijk, namen, vergelijkingen
from generator.kenmerken.basis import Blad, Lijst, Vondst, Vondsten

kenmerk = Lijst()
TOON = ("soort", "toon_als", "verplicht_als")


def _stap(pad: str) -> str:
    return pad.partition(".")[0]


def _alle(e: Any) -> tuple[Any, ...]:
    """The conditions of a thing: when it is shown, and when it must be answered."""
    return e.toon_als, getattr(e, "verplicht", ALTIJD)


@kenmerk("K15", 15, "automatisch-betalen 3", "Een stap die alleen soms verschijnt", "`toon_als` bij een stap.", "titel", "toon_als")
def stap_met_voorwaarde(b: Blad) -> Vondsten:
    return (s.pad for s in b.stappen if s.toon_als != ALTIJD and not any(n.startswith("indiener.") for n in namen(s.toon_als)))


@kenmerk("K16", 155, "aangifte-overlijden 4.2", "Een voorwaarde: gelijk aan een antwoord", "`toon_als` noemt de vraag en het antwoord.", *TOON)
def gelijk_aan(b: Blad) -> Vondsten:
    for v in b.vragen:
        als = v.toon_als
        if isinstance(als, Vergelijk) and als.hoe == "is" and len(als.waarden) == 1 and _stap(als.pad) == _stap(v.pad):
            yield v.pad


@kenmerk("K17", 15, "aangifte-overlijden 6.3", "Een voorwaarde op een andere stap", "Een vraag in een andere stap heet `stap.veld`.", *TOON)
def andere_stap(b: Blad) -> Vondsten:
    bekend = {s.pad for s in b.stappen}
    return (v.pad for v in b.vragen if any(_stap(n) != _stap(v.pad) and _stap(n) in bekend for als in _alle(v) for n in namen(als)))


@kenmerk("K18", 12, "aangifte-overlijden 6.2", "Een voorwaarde met of", "Een lijst met antwoorden, of `een_van` met voorwaarden.", *TOON)
def of_voorwaarde(b: Blad) -> Vondsten:
    return (e.pad for e in b.dingen for als in _alle(e) if isinstance(als, Of) or any(len(v.waarden) > 1 for v in vergelijkingen(als)))


@kenmerk("K19", 3, "aangifte-overlijden 5.6", "Een voorwaarde met en", "Alles wat samen in `{ }` staat, moet kloppen.", *TOON)
def en_voorwaarde(b: Blad) -> Vondsten:
    return (e.pad for e in b.dingen if any(isinstance(als, En) for als in _alle(e)))


@kenmerk("K20", 3, "aangifte-overlijden 6.3", "Een voorwaarde met niet", "`niet` achter de vraag: beantwoord, maar met iets anders. `niet` ervoor draait alles om.", *TOON)
def niet_voorwaarde(b: Blad) -> Vondsten:
    return (e.pad for e in b.dingen for als in _alle(e) if isinstance(als, Niet) or any(v.hoe == "is_niet" for v in vergelijkingen(als)))


@kenmerk("K21", 4, "kwijtschelding-aanvragen 4.3", "Een voorwaarde op één van de gekozen antwoorden", "Bij een meerkeuzevraag telt of het antwoord erbij zit.", *TOON)
def bevat(b: Blad) -> Vondsten:
    met = (e for e in b.dingen if any(v.soort == "meerkeuze" and v.hoe == "is" for v in vergelijkingen(e.toon_als)))
    return (e.pad for e in met if "toon_als" in b.geschreven(e.pad))


@kenmerk("K22", 4, "overzicht-gebruik-brp-gegevens 2.1", "Een voorwaarde op het inloggen", "`indiener.middel`, `indiener.soort` en `indiener.niveau` zeggen hoe iemand is ingelogd.", *TOON)
def inloggen(b: Blad) -> Vondsten:
    return (e.pad for e in b.dingen if any(n.startswith("indiener.") for n in namen(e.toon_als)))


@kenmerk(
    "K23",
    8,
    "rioolaansluitvergunning-aanvragen 2.4",
    "Dezelfde voorwaarde voor meer vragen (‘Idem’)",
    "`als` boven een rij vragen: één voorwaarde voor alles eronder.",
    "als",
    "velden",
    "stappen",
)
def idem(b: Blad) -> Vondsten:
    groepen = (r for r in b.regels if isinstance(r.ding, AlsVelden | AlsStappen))
    return (Vondst(r.houder, r.waar) for r in groepen if len(getattr(r.ding, "velden", None) or r.ding.stappen) > 1)


@kenmerk("K24", 3, "aangifte-overlijden 5.6", "Alleen soms verplicht", "`verplicht_als`: de vraag staat er altijd, maar moet alleen dan beantwoord worden.", "soort", "verplicht_als")
def soms_verplicht(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if not isinstance(v.verplicht, Vast))


@kenmerk("K25", 2, "overzicht-gebruik-brp-gegevens 2.1", "Een antwoord dat er alleen soms bij staat", "`toon_als` bij een optie.", "naam", "toon_als")
def optie_soms(b: Blad) -> Vondsten:
    return (b.op(v.pad, "opties", i) for v, i, keus in b.opties if keus.toon_als != ALTIJD)


@kenmerk(
    "K26",
    2,
    "automatisch-betalen 3.1",
    "Andere antwoorden voor een burger dan voor een bedrijf",
    "Een voorwaarde op `indiener.soort`, bij een optie of bij een vraag met een eigen lijst.",
    "soort",
    "opties",
    "toon_als",
)
def optie_naar_inloggen(b: Blad) -> Vondsten:
    yield from (b.op(v.pad, "opties", i) for v, i, keus in b.opties if any(n.startswith("indiener.") for n in namen(keus.toon_als)))
    yield from (v.pad for v in b.vragen if v.soort in ("keuze", "meerkeuze") and "indiener.soort" in namen(v.toon_als))


@kenmerk(
    "K27",
    19,
    "aangifte-overlijden 1.1",
    "Een lijst van de gemeente of uit een andere bron",
    "`opties` noemt een parameter, een landelijke lijst, of een bron die pas bij het invullen bekend is.",
    "soort",
    "opties",
)
def lijst_van_elders(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.lijst)


@kenmerk("K28", 1, "emigratie-doorgeven 3.5", "Een landelijke tabel met een uitzondering", "`lijst` noemt de tabel, `zonder` de codes die niet meedoen.", "soort", "opties")
def tabel_met_uitzondering(b: Blad) -> Vondsten:
    opties = ((v, getattr(v.veld, "opties", None)) for v in b.vragen)
    return (v.pad for v, o in opties if isinstance(o, Optielijst) and o.lijst and o.zonder)


@kenmerk("K29", 1, "gebruik-achternaam-veranderen 2.1", "Antwoorden met een eigen code", "Elke optie heeft een `code`; die is het contract.", "soort", "opties")
def eigen_code(b: Blad) -> Vondsten:
    return (v.pad for v in b.vragen if v.opties and not v.lijst and all(len(k.code) <= 2 and k.code.isupper() for k in v.opties))
