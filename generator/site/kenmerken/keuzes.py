"""Choices, repeats, and what ends a form: K30 to K43."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from catalogue.dienst import AlsStappen, AlsVelden
from catalogue.formulier import Herhaling, Info
from catalogue.voorwaarde import ALTIJD
from generator.site.kenmerken.blad import Blad, Vondst
from generator.site.kenmerken.zoeken import Kenmerk, Vondsten, gelijk, herhalingen, soort, vragen
from generator.targets.formulier.soorten import KEUZE_LIJST


def _namelijk(b: Blad) -> dict[str, Vondst]:
    """The text boxes that belong to an option, with the option as the place."""
    eigen = ((pad, bestand, yp) for pad, (bestand, yp) in b.plaatsen.items() if yp and yp[-1] == "namelijk")
    return {pad: Vondst(pad, (bestand, yp[:-1])) for pad, bestand, yp in eigen}


def _anders_met_vervolg(b: Blad) -> Vondsten:
    erbij = _namelijk(b)
    for v in b.vragen:
        if v.pad in erbij:
            yield from [erbij[v.pad]] if v.veld.vraag.get("nl", "").endswith("?") else []
        elif gelijk(v.toon_als) and any(str(w).startswith("ander") for w in v.toon_als.waarden):
            yield v.pad


def _zonder_maximum(b: Blad) -> Vondsten:
    return (h.pad for h in b.herhalingen if b.afwijking(h, "geen grens", "zonder maximum", "geen maximum"))


def _blok_herhalen(b: Blad) -> Vondsten:
    for s in b.stappen:
        inhoud: list[Any] = [e for e in s.inhoud if not isinstance(e, Info)]
        if len(inhoud) == 1 and isinstance(inhoud[0], Herhaling) and inhoud[0].nog_een:
            yield inhoud[0].pad


def _naar_deel(b: Blad) -> Vondsten:
    """Steps that are shown for different answers to one question."""
    per_vraag: dict[str, dict[tuple, str]] = defaultdict(dict)
    for s in b.stappen:
        als = s.toon_als
        if gelijk(als) and "." in als.pad and not als.pad.startswith("indiener."):
            per_vraag[als.pad][als.waarden] = s.pad
    return (pad for delen in per_vraag.values() if len(delen) > 1 for pad in delen.values())


def _ophouden(b: Blad) -> Vondsten:
    ja_nee = {v.pad for v in b.vragen if v.soort == "ja-nee"}
    for r in b.regels:
        if isinstance(r.ding, AlsVelden | AlsStappen):
            genoemd = [n if "." in n else f"{r.houder}.{n}" for n in r.ding.als]
            if ja_nee & set(genoemd):
                yield Vondst(r.houder or genoemd[0], r.waar)


KENMERKEN = (
    Kenmerk("K30", 107, "aangifte-overlijden 4.1", "Eén antwoord kiezen", "`soort: keuze` of `soort: ja-nee`.",
            "soort opties", vragen(lambda v: v.soort == "ja-nee" or v.soort == "keuze" and not v.lijst)),
    Kenmerk("K31", 14, "automatisch-betalen 3.1", "Meer antwoorden kiezen", "`soort: meerkeuze`.", "soort opties",
            soort("meerkeuze")),
    Kenmerk("K32", 16, "aangifte-overlijden 1.1", "Een keuzelijst",
            "Ook `soort: keuze`. Bij meer dan zeven antwoorden maakt het formulier er een lijst van.", "soort opties",
            vragen(lambda v: v.soort == "keuze" and (v.lijst or len(v.opties) > KEUZE_LIJST))),
    Kenmerk("K33", 7, "aangifte-overlijden 6.8", "Anders, namelijk: met een tekstvak erbij",
            "`namelijk` bij een optie: het tekstvak hoort bij dat antwoord.", "code naam namelijk",
            lambda b: _namelijk(b).values()),
    Kenmerk("K34", 8, "kwijtschelding-aanvragen 4.3", "Anders: met een vraag erna",
            "Een eigen vraag met een voorwaarde op het antwoord, of `namelijk` met een eigen `vraag`.",
            "soort toon_als naam namelijk", _anders_met_vervolg),
    Kenmerk("K35", 2, "automatisch-betalen 3.1", "Minstens een aantal antwoorden kiezen",
            "Een verplichte meerkeuzevraag heeft minstens één antwoord; `minimum` vraagt er meer.",
            "soort minimum opties", vragen(lambda v: v.soort == "meerkeuze" and v.verplicht == ALTIJD)),
    Kenmerk("K36", 3, "geheimhouding-persoonsgegevens 3.3", "Vragen herhalen, met een maximum",
            "`herhaling` met `maximum`.", "vraag nog_een minimum maximum", herhalingen(lambda h: not h.per)),
    Kenmerk("K37", 3, "kwijtschelding-aanvragen 3.4", "Vragen herhalen, zonder maximum in de bron",
            "De taal heeft altijd een maximum. Noemt de bron er geen, dan staat er een ruim getal, "
            "en zegt `afwijkingen` waarom.",
            "vraag nog_een maximum", _zonder_maximum),
    Kenmerk("K38", 4, "garantstelling-logiesverstrekking 5.10", "Een heel blok herhalen",
            "Een stap met alleen een `herhaling`. `nog_een` is de tekst van de knop.", "vraag nog_een maximum",
            _blok_herhalen),
    Kenmerk("K39", 2, "uittreksel-brp-aanvragen 5.1", "Het formulier herhalen vanaf een blok",
            "Een `herhaling` met `stappen`: elk deel is een eigen bladzijde.", "vraag nog_een maximum",
            herhalingen(lambda h: any(getattr(e, "pagina", False) for e in h.inhoud))),
    Kenmerk("K40", 3, "leerlingenvervoer 4.10", "Een vraag herhalen voor elk gekozen antwoord",
            "`per` noemt de meerkeuzevraag.", "vraag per", herhalingen(lambda h: h.per)),
    Kenmerk("K41", 2, "hond-aan-of-afmelden 2.1", "Naar een ander deel bij een antwoord",
            "Geen sprong: elk deel heeft een voorwaarde op het antwoord.", "titel soort toon_als", _naar_deel),
    Kenmerk("K42", 4, "emigratie-doorgeven 1.3", "Stoppen: versturen kan niet",
            "`stop` met een voorwaarde, een melding en waar men dan terechtkan.", "als melding uitkomst",
            lambda b: (s.pad for s in b.stops)),
    Kenmerk("K43", 3, "garantstelling-logiesverstrekking 3.1",
            "Een antwoord waarna een blok of het formulier ophoudt",
            "`als` op dat antwoord, boven alles wat er anders nog komt.", "als velden stappen", _ophouden),
)  # fmt: skip
