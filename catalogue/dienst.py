"""The language: what a specifier writes down about a service.

Constructs and their meaning are in the design page *Taal*; here is their exact shape. A line in `velden` starts with
one of veld, groep, herhaling, blok, als, info; a line in `stappen` with one of stap, blok, als.
What holds steps or questions has `defer_build`: its validator is made when it is first used, and once, not per class.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union

from pydantic import Discriminator, Field, StringConstraints, Tag

from catalogue.soorten import SOORTEN, Veld
from catalogue.tekst import Taal, Tekst
from catalogue.veld.basis import (
    Aanwijzing,
    Bronnen,
    Bronrijen,
    Conditie,
    Grondslag,
    Id,
    JaNee,
    Model,
    Parameternaam,
    Regel,
    Slug,
    Teksten,
)

VAN = Field(None, description="Van wie de gegevens zijn die het blok vraagt: indiener, een naam onder personen, of een eigen woord zoals kind.")
Duur = Annotated[str, StringConstraints(min_length=3, pattern=r"^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$")]
Bedrag = Annotated[str, StringConstraints(pattern=r"^(0|[1-9][0-9]{0,8})\.[0-9]{2}$")]
Middel = Literal["digid", "eherkenning", "eidas", "geen"]
NIVEAUS: dict[str, tuple[str, ...]] = {
    "digid": ("basis", "midden", "substantieel", "hoog"),
    "eherkenning": ("eh2plus", "substantieel", "hoog"),
    "eidas": ("laag", "substantieel", "hoog"),
    "geen": (),
}
Herkomst = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")]
"""The collection and the name of the form in it that this was made from: gemma-2016/verhuizing-doorgeven."""
HEEL = Field(True, description="Staat elke rij van de bron hier terug? Nee bij een nieuwe versie, die vrij met de bron omgaat.")
Uitkomst = Literal["online", "balie", "andere_dienst", "andere_instantie", "geen_recht"]


class Info(Model):
    """A text between the questions."""

    info: Id = Field(description="Een tekst tussen de vragen. Hier staat de naam van de tekst: één woord, begint klein.")
    tekst: Tekst = Field(description="Wat er staat. Met een lege regel begint een nieuwe alinea.")
    stijl: Literal["uitleg", "let_op"] = Field("uitleg", description="Gewone uitleg, of een tekst die moet opvallen.")
    toon_als: Conditie | None = Field(None, description="Alleen tonen als deze voorwaarde klopt.")
    keuze_gemeente: JaNee = Field(False, description="Mag een gemeente deze tekst weglaten?")
    toelichting: Aanwijzing
    bron: Bronnen


class Groep(Model, defer_build=True):
    """Questions that belong together; one level in the answers."""

    groep: Id = Field(description="Vragen die bij elkaar horen. Hier staat de naam van de groep in de gegevens: één woord, begint klein.")
    vraag: Tekst | None = Field(None, description="De kop boven de groep.")
    hulp: Teksten = Field((), description="Uitleg onder de kop; een lijst mag.")
    toon_als: Conditie | None = Field(None, description="De hele groep alleen tonen als deze voorwaarde klopt.")
    velden: tuple[VeldRegel, ...] = Field(min_length=1, description="De vragen in deze groep, van boven naar beneden.")
    toelichting: Aanwijzing
    bron: Bronnen


class Herhaling(Model, defer_build=True):
    """The same questions more than once: a list in the answers. With `per`: once for each chosen option."""

    herhaling: Id = Field(description="Dezelfde vragen vaker, zoals voor elk gezinslid. Hier staat de naam van de lijst in de gegevens.")
    vraag: Tekst = Field(description="De vraag boven de lijst.")
    item: Tekst | None = Field(None, description="Hoe één van de lijst heet, bijvoorbeeld Gezinslid.")
    nog_een: Tekst | None = Field(None, description="De tekst van de knop om er een toe te voegen.")
    hulp: Teksten = Field((), description="Uitleg onder de vraag; een lijst mag.")
    toon_als: Conditie | None = Field(None, description="De lijst alleen tonen als deze voorwaarde klopt.")
    minimum: int = Field(0, ge=0, le=100, description="Hoe vaak minstens; 0 als de lijst leeg mag blijven.")
    maximum: Annotated[int, Field(ge=1, le=100)] | Parameternaam = Field(20, description="Hoe vaak hooguit; een parameter als <aantal> mag.")
    per: Id | None = Field(None, description="Een meerkeuzevraag op dezelfde plek: de vragen komen één keer voor elke gekozen optie.")
    uniek: tuple[Id, ...] = Field((), description="Vragen waarvan het antwoord in de lijst maar één keer mag voorkomen.")
    kies_uit: str | None = Field(None, description="Een register dat personen of zaken aanbiedt, bijvoorbeeld brp.gezinsleden.")
    velden: tuple[VeldRegel, ...] = Field((), description="De vragen die elke keer terugkomen.")
    stappen: tuple[StapRegel, ...] = Field((), description="In plaats van velden: een bladzijde voor elk deel.")
    toelichting: Aanwijzing
    bron: Bronnen


class BlokRegel(Model):
    """The questions of a block, in this place."""

    blok: Slug = Field(description="De vragen van een gedeeld blok uit specs/blokken komen op deze plek.")
    zonder: tuple[Id, ...] = Field((), description="Vragen uit het blok die hier niet meedoen.")
    van: Id | None = VAN
    toon_als: Conditie | None = Field(None, description="Alleen tonen als deze voorwaarde klopt.")
    bron: Bronnen


class AlsVelden(Model, defer_build=True):
    """One condition on the lines below it."""

    als: Conditie = Field(description="Eén voorwaarde voor alle regels hieronder.")
    velden: tuple[VeldRegel, ...] = Field(min_length=1, description="De vragen waar die voorwaarde voor geldt.")


class Instantie(Model):
    """Where one has to be when it is not here."""

    naam: Tekst = Field(description="De naam van de instantie waar men wel moet zijn.")
    url: Annotated[str, StringConstraints(pattern=r"^https://")] | None = Field(None, description="De pagina daar; begint met https://.")


class Stop(Model):
    """When the condition holds one cannot go on; the message says why, and where to go."""

    stop: Id = Field(description="Hier kan iemand niet verder. Dit is de naam van de stop: één woord, begint klein.")
    als: Conditie = Field(description="Als deze voorwaarde klopt, kan men niet verder.")
    melding: Tekst = Field(description="Waarom men niet verder kan, en wat men wel kan doen.")
    uitkomst: Uitkomst = Field("balie", description="Waar het dan eindigt: aan de balie, bij een andere dienst of instantie, of zonder recht.")
    dienst: Slug | None = Field(None, description="Bij andere_dienst: de naam van die dienst.")
    instantie: Instantie | None = Field(None, description="Bij andere_instantie: welke, en waar.")
    grondslag: tuple[Grondslag, ...] = Field((), description="De wet waar deze stop op rust.")
    bron: Bronnen


class Stap(Model, defer_build=True):
    """One page of the form; one level in the answers."""

    stap: Id = Field(description="Eén bladzijde van het formulier. Hier staat de naam van de stap in de gegevens: één woord, begint klein.")
    titel: Tekst | None = Field(None, description="De kop van de stap; anders de naam van het blok.")
    inleiding: Tekst | None = Field(None, description="Een tekst onder de kop van de stap.")
    toon_als: Conditie | None = Field(None, description="De hele stap alleen tonen als deze voorwaarde klopt.")
    door: Id | None = Field(None, description="Wie deze stap invult; anders de indiener.")
    blok: Slug | None = Field(None, description="In plaats van velden: de vragen van een gedeeld blok uit specs/blokken.")
    zonder: tuple[Id, ...] = Field((), description="Vragen uit het blok die hier niet meedoen.")
    van: Id | None = VAN
    velden: tuple[VeldRegel, ...] = Field((), description="De vragen van deze stap, van boven naar beneden.")
    stop: tuple[Stop, ...] = Field((), description="Antwoorden waarna men niet verder kan, met wat men dan doet.")
    regels: tuple[Regel, ...] = Field((), description="Wat tussen de antwoorden moet kloppen, en waarschuwingen.")
    doel: Tekst | None = Field(None, description="Waarom deze vragen gesteld worden; elke vraag mag een eigen doel hebben.")
    grondslag: tuple[Grondslag, ...] = Field((), description="De wet waarop de vragen van deze stap rusten.")
    bron: Bronnen


class AlsStappen(Model, defer_build=True):
    """One condition on the steps below it."""

    als: Conditie = Field(description="Eén voorwaarde voor alle stappen hieronder.")
    stappen: tuple[StapRegel, ...] = Field(min_length=1, description="De stappen waar die voorwaarde voor geldt.")


def _kiezer(*namen: str) -> Any:
    def kies(waarde: Any) -> str | None:
        if isinstance(waarde, dict):
            return next((f"@{naam}" for naam in namen if naam in waarde), None)
        return next((f"@{naam}" for naam in namen if hasattr(waarde, naam)), None)

    return Discriminator(kies, custom_error_type="regel_onbekend", custom_error_message=" ".join(namen))


VeldRegel = Annotated[
    Union[  # noqa: UP007 - forward references do not take the operator
        Annotated[Veld, Tag("@veld")],
        Annotated[Groep, Tag("@groep")],
        Annotated[Herhaling, Tag("@herhaling")],
        Annotated[BlokRegel, Tag("@blok")],
        Annotated[AlsVelden, Tag("@als")],
        Annotated[Info, Tag("@info")],
    ],
    _kiezer("veld", "groep", "herhaling", "blok", "als", "info"),
]
StapRegel = Annotated[
    Union[  # noqa: UP007
        Annotated[Stap, Tag("@stap")],
        Annotated[BlokRegel, Tag("@blok")],
        Annotated[AlsStappen, Tag("@als")],
    ],
    _kiezer("stap", "blok", "als"),
]


class Toegang(Model):
    """A way in. One of the list is used; a municipality may only ask for a higher level."""

    soort: Literal["burger", "bedrijf"] = Field("burger", description="Voor een burger of voor een bedrijf.")
    middel: Middel = Field(description="Waarmee iemand inlogt; geen betekent zonder inloggen.")
    niveau: str | None = Field(None, description="Het laagste niveau van dit middel.")
    machtigen: JaNee = Field(False, description="Mag iemand anders dit met een machtiging doen?")
    bron: Bronnen


class Persoon(Model):
    """Another person who fills in a part, with a login of their own."""

    persoon: Id = Field(description="Een ander die een deel invult. Hier staat de naam die bij `door` gebruikt wordt.")
    naam: Tekst = Field(description="Hoe het formulier deze persoon noemt, bijvoorbeeld de partner.")
    als: Conditie | None = Field(None, description="Alleen als deze voorwaarde klopt doet deze persoon mee.")
    toegang: tuple[Toegang, ...] = Field(min_length=1, description="Hoe deze persoon inlogt; één van de lijst is genoeg.")
    uiterlijk: Duur | None = Field(None, description="Hoe lang deze persoon de tijd heeft, bijvoorbeeld P14D voor 14 dagen.")
    bron: Bronnen


class Bewaartermijn(Model):
    """How long the case is kept, by the retention list of municipalities."""

    selectielijst: str = Field(description="Het nummer in de Selectielijst 2020, bijvoorbeeld 7.1.7.")
    termijn: Duur | None = Field(None, description="De termijn zoals die in de lijst staat; leeg bij blijvend bewaren.")
    toelichting: Tekst | None = Field(None, description="Bij welke uitkomst deze termijn hoort.")


class Doorlooptijd(Model):
    """How long it takes: a national maximum, or the municipality says."""

    termijn: Duur = Field(description="Hoe lang het hooguit duurt: P5D is 5 dagen, P8W is 8 weken.")
    werkdagen: JaNee = Field(False, description="Tellen alleen werkdagen mee?")
    toelichting: Tekst | None = Field(None, description="De termijn in gewone woorden, en wat er gebeurt als het langer duurt.")
    grondslag: tuple[Grondslag, ...] = Field((), description="De wet die deze termijn stelt.")


class Kosten(Model):
    """A line to pay. Free is an amount of 0.00 that a law sets."""

    kosten: Id = Field(description="Een regel die betaald wordt. Hier staat de naam: één woord, begint klein.")
    omschrijving: Tekst = Field(description="Waar men voor betaalt.")
    vaststeller: Literal["rijk", "gemeente"] = Field(description="Wie het bedrag bepaalt: het Rijk of de gemeente.")
    bedrag: Bedrag | None = Field(None, description='Een vast bedrag als "12.50"; gratis is "0.00".')
    tarief: Slug | None = Field(None, description="Een landelijk tarief uit het register, per jaar.")
    parameter: Id | None = Field(None, description="Het bedrag dat de gemeente invult.")
    als: Conditie | None = Field(None, description="Alleen betalen als deze voorwaarde klopt.")
    aantal: str | None = Field(None, description="De vraag met het aantal, of een herhaling.")
    grondslag: tuple[Grondslag, ...] = Field((), description="De wet of verordening waar de kosten op rusten.")
    bron: Bronnen


Parametersoort = Literal[*(soort for soort, feiten in SOORTEN.items() if feiten.parameter), "lijst", "url"]
"""What a municipality may fill in: an answer to some kinds of question, a list, or a web address."""


class Parameter(Model):
    """A value that a municipality fills in, within bounds."""

    parameter: Id = Field(description="Een waarde die per gemeente verschilt. Hier staat de naam; in een tekst schrijft u <naam>.")
    soort: Parametersoort = Field(description="Wat voor waarde het is.")
    omschrijving: Tekst = Field(description="Wat de gemeente hier invult.")
    standaard: Any = Field(None, description="Alleen als de wet of regeling zelf een waarde noemt.")
    minimum: str | None = Field(None, description="De kleinste waarde die een gemeente mag kiezen.")
    maximum: str | None = Field(None, description="De grootste waarde die een gemeente mag kiezen.")
    uit: Slug | None = Field(None, description="Bij een lijst: de landelijke lijst waaruit gekozen wordt.")
    vaststeller: Literal["rijk", "gemeente"] = Field("gemeente", description="Wie de waarde bepaalt: het Rijk of de gemeente.")
    grondslag: tuple[Grondslag, ...] = Field((), description="De wet die deze ruimte geeft.")


class Voorziening(Model):
    """Something a municipality has or has not, such as a connection to the Berichtenbox."""

    voorziening: Id = Field(description="Iets wat een gemeente heeft of niet. Hier staat de naam; in een voorwaarde schrijft u voorziening.naam.")
    omschrijving: Tekst = Field(description="Wat de gemeente dan heeft.")


class Elders(Model):
    """Another way than this form: the desk, another service, another authority."""

    wanneer: Tekst = Field(description="Voor wie dit geldt: U heeft geen DigiD.")
    uitkomst: Literal["balie", "telefoon", "post", "andere_dienst", "andere_instantie"] = Field(description="Waar men dan terecht kan.")
    uitleg: Tekst = Field(description="Wat men dan doet.")
    dienst: Slug | None = Field(None, description="Bij andere_dienst: de naam van die dienst.")
    url: Annotated[str, StringConstraints(pattern=r"^https://")] | None = Field(None, description="De pagina daar; begint met https://.")


class Ontvanger(Model):
    """Which municipality the submission is for, when an answer decides."""

    gemeente: str = Field(description="De vraag waarvan het antwoord zegt welke gemeente de inzending krijgt, als stap.veld.")


class TeControleren(Model):
    """An open point: what could not be established, and where was looked."""

    punt: str = Field(min_length=5, description="Wat niet vaststaat, in een of twee zinnen.")
    gezocht: tuple[str, ...] = Field(min_length=1, description="Waar gezocht is: bladzijden, bestanden of personen.")
    bij: str | None = Field(None, description="De stap of vraag waar het over gaat.")


class Vanzelf(Model):
    """A row of the source that every form does by itself, without a question: a button, the login, the payment."""

    bron: Bronrijen = Field(description="De rij of rijen van de bron, als blok/rij.")
    soort: Literal["knop", "infotekst", "inloggen", "betaling", "blok", "afspraak"] = Field(description="Wat het is: een knop, een tekst, het inloggen, de betaling, een blok of een afspraak.")
    hoe: str = Field(min_length=5, description="Hoe het formulier dit doet.")


class Afwijking(Model):
    """Where this differs from the source, and why. It explains a row; it does not answer for it."""

    bron: Bronrijen = Field(description="De rij of rijen van de bron, als blok/rij.")
    reden: str = Field(min_length=5, description="Waarom het hier anders is.")
    zegt: str | None = Field(None, description="Wat de bron zegt.")
    wordt: str | None = Field(None, description="Wat het hier geworden is.")


class Wijziging(Model):
    """What changed since an earlier version, for the reader of the catalogue."""

    versie: str = Field(description="De uitgave waarin dit veranderde, bijvoorbeeld 2.0.0.")
    wat: Tekst = Field(description="Wat er veranderde, voor de lezer van de catalogus.")


class Logo(Model):
    """A logo that must stand on the form; the municipality has the picture."""

    van: Tekst = Field(description="Van wie het logo is; deze naam staat in elk geval op het formulier.")
    url: Annotated[str, StringConstraints(pattern=r"^https://")] | None = Field(None, description="Waar het logo te krijgen is; begint met https://.")
    bron: Bronnen


class Kop(Model, defer_build=True):
    """What is known about a service beside its questions."""

    dienst: Slug = Field(description="De naam van de dienst, gelijk aan die van de map: kleine letters en streepjes.")
    naam: Tekst = Field(description="Hoe de dienst heet voor de inwoner; hooguit 80 tekens.")
    samenvatting: Tekst = Field(description="In een of twee zinnen: wat kan iemand hiermee?")
    inleiding: Tekst | None = Field(None, description="Wat iemand leest voor het begin.")
    nodig: Teksten = Field((), description="Wat iemand bij de hand moet hebben.")
    logo: Logo | None = Field(None, description="Een logo van een ander dan de gemeente, dat op het formulier moet staan.")
    talen: tuple[Taal, ...] = Field(("nl",), description="De talen van het formulier; elke tekst staat er in al deze talen.")
    producten: tuple[str, ...] = Field(min_length=1, description="Uniforme productnamen.")
    levensgebeurtenis: tuple[str, ...] = Field((), description="Bij welke gebeurtenissen in een leven de dienst hoort, zoals verhuizen.")
    thema: str | None = Field(None, description="Het onderwerp waaronder de dienst in de catalogus staat.")
    doelgroep: tuple[str, ...] = Field(min_length=1, description="Voor wie de dienst is: inwoner, ondernemer, organisatie.")
    synoniemen: tuple[str, ...] = Field((), description="Woorden waarmee mensen deze dienst zoeken.")
    toptaak: JaNee = Field(False, description="Is dit een van de meest gebruikte diensten van een gemeente?")
    sdg: str | None = Field(None, description="Het informatiegebied van de Single Digital Gateway, bijvoorbeeld L5.")
    herkomst: Herkomst | None = Field(None, description="De verzameling en het formulier waar dit van gemaakt is: gemma-2016/verhuizing-doorgeven.")
    herkomst_heel: JaNee = HEEL
    grondslag: tuple[Grondslag, ...] = Field((), description="De wetten waar de dienst op rust.")
    doelbinding: Tekst | None = Field(None, description="Waarvoor de gegevens nodig zijn; dit geldt voor elke vraag zonder eigen doel.")
    bewaartermijn: tuple[Bewaartermijn, ...] = Field(min_length=1, description="Hoe lang de zaak bewaard wordt, met het nummer uit de Selectielijst.")
    doorlooptijd: Doorlooptijd | None = Field(None, description="Hoe lang de behandeling hooguit duurt.")
    toegang: tuple[Toegang, ...] = Field(min_length=1, description="De manieren om in te loggen; één van de lijst is genoeg. Een gemeente mag alleen een hoger niveau vragen.")
    personen: tuple[Persoon, ...] = Field((), description="Anderen die een deel invullen, met een eigen manier van inloggen.")
    parameters: tuple[Parameter, ...] = Field((), description="Wat een gemeente invult, binnen grenzen.")
    voorzieningen: tuple[Voorziening, ...] = Field((), description="Wat een gemeente heeft of niet, en waar een voorwaarde naar mag kijken.")
    kosten: tuple[Kosten, ...] = Field((), description="Wat men betaalt; leeg als nergens vaststaat wat het kost.")
    elders: tuple[Elders, ...] = Field((), description="Waar men terecht kan als dit formulier niet past.")
    ontvanger: Ontvanger | None = Field(None, description="Welke gemeente de inzending krijgt, als een antwoord dat bepaalt.")
    teksten: dict[Literal["ontvangen", "in_behandeling", "wacht_op_ander", "afgehandeld", "afgewezen"], Tekst] = Field(default_factory=dict, description="Wat men leest na het versturen, en bij elke volgende stand van de zaak.")
    te_controleren: tuple[TeControleren, ...] = Field((), description="Wat nog niet vaststaat. Een open punt is beter dan een verzonnen feit.")
    vanzelf: tuple[Vanzelf, ...] = Field((), description="Rijen van de bron die elk formulier vanzelf doet, zonder vraag.")
    afwijkingen: tuple[Afwijking, ...] = Field((), description="Waar dit van de bron afwijkt, en waarom.")
    wijzigingen: tuple[Wijziging, ...] = Field((), description="Wat er sinds een eerdere uitgave veranderde.")


class Dienst(Kop):
    """A service as it is written: the head and the steps. The working text carries no version."""

    vooraf: tuple[StapRegel, ...] = Field((), description="Stappen voor het inloggen: kan dit online?")
    stappen: tuple[StapRegel, ...] = Field(min_length=1, description="De bladzijden van het formulier, na het inloggen.")


class Blok(Model, defer_build=True):
    """Questions that several services share."""

    blok: Slug = Field(description="De naam van het blok, gelijk aan die van het bestand: kleine letters en streepjes.")
    naam: Tekst = Field(description="Hoe het blok heet; ook de kop van de stap als die er geen heeft.")
    omschrijving: Tekst | None = Field(None, description="Waar het blok voor is, voor wie een dienst schrijft.")
    herkomst: Herkomst | None = Field(None, description="De verzameling en het formulier waar dit van gemaakt is.")
    herkomst_heel: JaNee = HEEL
    doel: Tekst | None = Field(None, description="Waarom deze vragen gesteld worden.")
    grondslag: tuple[Grondslag, ...] = Field((), description="De wet waarop deze vragen rusten.")
    velden: tuple[VeldRegel, ...] = Field(min_length=1, description="De vragen van het blok, van boven naar beneden.")
    vanzelf: tuple[Vanzelf, ...] = Field((), description="Rijen van de bron die elk formulier vanzelf doet, zonder vraag.")
    afwijkingen: tuple[Afwijking, ...] = Field((), description="Waar dit van de bron afwijkt, en waarom.")


class LijstOptie(Model):
    """One entry of a list of codes."""

    code: str = Field(description="De code in de gegevens; die verandert nooit.")
    naam: Tekst = Field(description="Wat men leest.")


class Waardelijst(Model):
    """A list of codes of this catalogue."""

    lijst: Slug = Field(description="De naam van de lijst, gelijk aan die van het bestand.")
    naam: Tekst = Field(description="Hoe de lijst heet.")
    bron: str | None = Field(None, description="Waar de lijst vandaan komt.")
    stand: str | None = Field(None, description="De datum van de lijst.")
    opties: tuple[LijstOptie, ...] = Field(min_length=1, description="De codes met hun namen.")
