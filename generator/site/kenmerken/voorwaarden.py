"""Conditions, and what may be chosen: K15 to K29."""

from __future__ import annotations

from typing import Any

from catalogue.dienst import AlsStappen, AlsVelden
from catalogue.veld.opties import Optielijst
from catalogue.voorwaarde import ALTIJD, En, Niet, Of, namen, vergelijkingen
from generator.site.kenmerken.blad import Blad, Regel
from generator.site.kenmerken.zoeken import (
    Kenmerk,
    Vondsten,
    dingen,
    gelijk,
    hangt_af,
    noemt,
    opties,
    regels,
    samen,
    stappen,
    vragen,
)  # fmt: skip

TOON = "soort toon_als verplicht_als"


def _stap(pad: str) -> str:
    return pad.partition(".")[0]


def _alle(e: Any) -> tuple[Any, ...]:
    """The conditions of a thing: when it is shown, and when it must be answered."""
    return e.toon_als, getattr(e, "verplicht", ALTIJD)


def _gelijk_in_stap(v: Any) -> bool:
    als = v.toon_als
    return gelijk(als) and len(als.waarden) == 1 and _stap(als.pad) == _stap(v.pad)


def _andere_stap(b: Blad) -> Vondsten:
    bekend = {s.pad for s in b.stappen}
    for v in b.vragen:
        genoemd = {_stap(n) for als in _alle(v) for n in namen(als)}
        if genoemd & bekend - {_stap(v.pad)}:
            yield v.pad


def _of(als: Any) -> bool:
    return isinstance(als, Of) or any(len(v.waarden) > 1 for v in vergelijkingen(als))


def _niet(als: Any) -> bool:
    return isinstance(als, Niet) or any(v.hoe == "is_niet" for v in vergelijkingen(als))


def _bevat(b: Blad) -> Vondsten:
    for e in b.dingen:
        meerkeuze = any(v.soort == "meerkeuze" and v.hoe == "is" for v in vergelijkingen(e.toon_als))
        if meerkeuze and "toon_als" in b.geschreven(e.pad):
            yield e.pad


def _op_login(e: Any) -> bool:
    return noemt(e.toon_als, "indiener.")


def _keuze_op_soort(v: Any) -> bool:
    return v.soort in ("keuze", "meerkeuze") and noemt(v.toon_als, "indiener.soort")


def _rij_met_als(r: Regel) -> bool:
    if not isinstance(r.ding, AlsVelden | AlsStappen):
        return False
    return len(getattr(r.ding, "velden", None) or r.ding.stappen) > 1


def _zonder_codes(v: Any) -> object:
    lijst = getattr(v.veld, "opties", None)
    return isinstance(lijst, Optielijst) and lijst.lijst and lijst.zonder


def _eigen_codes(v: Any) -> bool:
    return bool(v.opties) and not v.lijst and all(len(k.code) <= 2 and k.code.isupper() for k in v.opties)


KENMERKEN = (
    Kenmerk("K15", 15, "automatisch-betalen 3", "Een stap die alleen soms verschijnt", "`toon_als` bij een stap.",
            "titel toon_als", stappen(lambda s: s.toon_als != ALTIJD and not _op_login(s))),
    Kenmerk("K16", 155, "aangifte-overlijden 4.2", "Een voorwaarde: gelijk aan een antwoord",
            "`toon_als` noemt de vraag en het antwoord.", TOON, vragen(_gelijk_in_stap)),
    Kenmerk("K17", 15, "aangifte-overlijden 6.3", "Een voorwaarde op een andere stap",
            "Een vraag in een andere stap heet `stap.veld`.", TOON, _andere_stap),
    Kenmerk("K18", 12, "aangifte-overlijden 6.2", "Een voorwaarde met of",
            "Een lijst met antwoorden, of `een_van` met voorwaarden.", TOON,
            dingen(lambda e: any(map(_of, _alle(e))))),
    Kenmerk("K19", 3, "aangifte-overlijden 5.6", "Een voorwaarde met en",
            "Alles wat samen in `{ }` staat, moet kloppen.", TOON,
            dingen(lambda e: any(isinstance(als, En) for als in _alle(e)))),
    Kenmerk("K20", 3, "aangifte-overlijden 6.3", "Een voorwaarde met niet",
            "`niet` achter de vraag: beantwoord, maar met iets anders. `niet` ervoor draait alles om.", TOON,
            dingen(lambda e: any(map(_niet, _alle(e))))),
    Kenmerk("K21", 4, "kwijtschelding-aanvragen 4.3", "Een voorwaarde op één van de gekozen antwoorden",
            "Bij een meerkeuzevraag telt of het antwoord erbij zit.", TOON, _bevat),
    Kenmerk("K22", 4, "overzicht-gebruik-brp-gegevens 2.1", "Een voorwaarde op het inloggen",
            "`indiener.middel`, `indiener.soort` en `indiener.niveau` zeggen hoe iemand is ingelogd.", TOON,
            dingen(_op_login)),
    Kenmerk("K23", 8, "rioolaansluitvergunning-aanvragen 2.4", "Dezelfde voorwaarde voor meer vragen (‘Idem’)",
            "`als` boven een rij vragen: één voorwaarde voor alles eronder.", "als velden stappen",
            regels(_rij_met_als)),
    Kenmerk("K24", 3, "aangifte-overlijden 5.6", "Alleen soms verplicht",
            "`verplicht_als`: de vraag staat er altijd, maar moet alleen dan beantwoord worden.",
            "soort verplicht_als", vragen(lambda v: hangt_af(v.verplicht))),
    Kenmerk("K25", 2, "overzicht-gebruik-brp-gegevens 2.1", "Een antwoord dat er alleen soms bij staat",
            "`toon_als` bij een optie.", "naam toon_als", opties(lambda keus: keus.toon_als != ALTIJD)),
    Kenmerk("K26", 2, "automatisch-betalen 3.1", "Andere antwoorden voor een burger dan voor een bedrijf",
            "Een voorwaarde op `indiener.soort`, bij een optie of bij een vraag met een eigen lijst.",
            "soort opties toon_als",
            samen(opties(_op_login), vragen(_keuze_op_soort))),
    Kenmerk("K27", 19, "aangifte-overlijden 1.1", "Een lijst van de gemeente of uit een andere bron",
            "`opties` noemt een parameter, een landelijke lijst, of een bron die pas bij het invullen bekend is.",
            "soort opties", vragen(lambda v: v.lijst)),
    Kenmerk("K28", 1, "emigratie-doorgeven 3.5", "Een landelijke tabel met een uitzondering",
            "`lijst` noemt de tabel, `zonder` de codes die niet meedoen.", "soort opties", vragen(_zonder_codes)),
    Kenmerk("K29", 1, "gebruik-achternaam-veranderen 2.1", "Antwoorden met een eigen code",
            "Elke optie heeft een `code`; die is het contract.", "soort opties", vragen(_eigen_codes)),
)  # fmt: skip
