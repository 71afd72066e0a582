"""The language: what a specifier writes down about a service.

Constructs and their meaning are in the design page *Taal*; here is their exact shape. A line in `velden` starts with
one of veld, groep, herhaling, blok, als, info; a line in `stappen` with one of stap, blok, als.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union

from pydantic import Discriminator, Field, StringConstraints, Tag

from catalogue.tekst import Taal, Tekst
from catalogue.velden import Veld
from catalogue.velden.basis import Bronnen, Bronrijen, Conditie, Grondslag, Id, JaNee, Model, Regel, Slug, Teksten

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

    info: Id
    tekst: Tekst
    stijl: Literal["uitleg", "let_op"] = "uitleg"
    toon_als: Conditie | None = None
    keuze_gemeente: JaNee = False
    bron: Bronnen


class Groep(Model):
    """Questions that belong together; one level in the answers."""

    groep: Id
    vraag: Tekst | None = Field(None, description="De kop boven de groep.")
    hulp: Teksten = ()
    toon_als: Conditie | None = None
    velden: tuple[VeldRegel, ...] = Field(min_length=1)
    bron: Bronnen


class Herhaling(Model):
    """The same questions more than once: a list in the answers. With `per`: once for each chosen option."""

    herhaling: Id
    vraag: Tekst
    item: Tekst | None = Field(None, description="Hoe één van de lijst heet, bijvoorbeeld Gezinslid.")
    nog_een: Tekst | None = Field(None, description="De tekst van de knop om er een toe te voegen.")
    hulp: Teksten = ()
    toon_als: Conditie | None = None
    minimum: int = Field(0, ge=0, le=100)
    maximum: int = Field(20, ge=1, le=100)
    per: Id | None = None
    uniek: tuple[Id, ...] = Field((), description="Vragen waarvan het antwoord in de lijst maar één keer mag voorkomen.")
    kies_uit: str | None = Field(None, description="Een register dat personen of zaken aanbiedt, bijvoorbeeld brp.gezinsleden.")
    velden: tuple[VeldRegel, ...] = ()
    stappen: tuple[StapRegel, ...] = ()
    bron: Bronnen


class BlokRegel(Model):
    """The questions of a block, in this place."""

    blok: Slug
    zonder: tuple[Id, ...] = ()
    toon_als: Conditie | None = None
    bron: Bronnen


class AlsVelden(Model):
    """One condition on the lines below it."""

    als: Conditie
    velden: tuple[VeldRegel, ...] = Field(min_length=1)


class Instantie(Model):
    """Where one has to be when it is not here."""

    naam: Tekst
    url: Annotated[str, StringConstraints(pattern=r"^https://")] | None = None


class Stop(Model):
    """When the condition holds one cannot go on; the message says why, and where to go."""

    stop: Id
    als: Conditie
    melding: Tekst
    uitkomst: Uitkomst = "balie"
    dienst: Slug | None = None
    instantie: Instantie | None = None
    grondslag: tuple[Grondslag, ...] = ()
    bron: Bronnen


class Stap(Model):
    """One page of the form; one level in the answers."""

    stap: Id
    titel: Tekst | None = Field(None, description="De kop van de stap; anders de naam van het blok.")
    inleiding: Tekst | None = None
    toon_als: Conditie | None = None
    door: Id | None = Field(None, description="Wie deze stap invult; anders de indiener.")
    blok: Slug | None = None
    zonder: tuple[Id, ...] = ()
    velden: tuple[VeldRegel, ...] = ()
    stop: tuple[Stop, ...] = ()
    regels: tuple[Regel, ...] = ()
    doel: Tekst | None = None
    grondslag: tuple[Grondslag, ...] = ()
    bron: Bronnen


class AlsStappen(Model):
    """One condition on the steps below it."""

    als: Conditie
    stappen: tuple[StapRegel, ...] = Field(min_length=1)


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

    soort: Literal["burger", "bedrijf"] = "burger"
    middel: Middel
    niveau: str | None = Field(None, description="Het laagste niveau van dit middel.")
    machtigen: JaNee = Field(False, description="Mag iemand anders dit met een machtiging doen?")
    bron: Bronnen


class Persoon(Model):
    """Another person who fills in a part, with a login of their own."""

    persoon: Id
    naam: Tekst
    als: Conditie | None = None
    toegang: tuple[Toegang, ...] = Field(min_length=1)
    uiterlijk: Duur | None = None
    bron: Bronnen


class Bewaartermijn(Model):
    """How long the case is kept, by the retention list of municipalities."""

    selectielijst: str = Field(description="Het nummer in de Selectielijst 2020, bijvoorbeeld 7.1.7.")
    termijn: Duur | None = Field(None, description="De termijn zoals die in de lijst staat; leeg bij blijvend bewaren.")
    toelichting: Tekst | None = None


class Doorlooptijd(Model):
    """How long it takes: a national maximum, or the municipality says."""

    termijn: Duur
    werkdagen: JaNee = False
    toelichting: Tekst | None = None
    grondslag: tuple[Grondslag, ...] = ()


class Kosten(Model):
    """A line to pay. Free is an amount of 0.00 that a law sets."""

    kosten: Id
    omschrijving: Tekst
    vaststeller: Literal["rijk", "gemeente"]
    bedrag: Bedrag | None = None
    tarief: Slug | None = Field(None, description="Een landelijk tarief uit het register, per jaar.")
    parameter: Id | None = Field(None, description="Het bedrag dat de gemeente invult.")
    als: Conditie | None = None
    aantal: str | None = Field(None, description="De vraag met het aantal, of een herhaling.")
    grondslag: tuple[Grondslag, ...] = ()
    bron: Bronnen


class Parameter(Model):
    """A value that a municipality fills in, within bounds."""

    parameter: Id
    soort: Literal["tekst", "bedrag", "getal", "ja-nee", "lijst", "url", "datum"]
    omschrijving: Tekst
    standaard: Any = Field(None, description="Alleen als de wet of regeling zelf een waarde noemt.")
    minimum: str | None = None
    maximum: str | None = None
    uit: Slug | None = Field(None, description="Bij een lijst: de landelijke lijst waaruit gekozen wordt.")
    vaststeller: Literal["rijk", "gemeente"] = "gemeente"
    grondslag: tuple[Grondslag, ...] = ()


class Voorziening(Model):
    """Something a municipality has or has not, such as a connection to the Berichtenbox."""

    voorziening: Id
    omschrijving: Tekst


class Elders(Model):
    """Another way than this form: the desk, another service, another authority."""

    wanneer: Tekst
    uitkomst: Literal["balie", "telefoon", "post", "andere_dienst", "andere_instantie"]
    uitleg: Tekst
    dienst: Slug | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https://")] | None = None


class Ontvanger(Model):
    """Which municipality the submission is for, when an answer decides."""

    gemeente: str


class TeControleren(Model):
    """An open point: what could not be established, and where was looked."""

    punt: str = Field(min_length=5)
    gezocht: tuple[str, ...] = Field(min_length=1)
    bij: str | None = Field(None, description="De stap of vraag waar het over gaat.")


class Vanzelf(Model):
    """A row of the source that every form does by itself, without a question: a button, the login, the payment."""

    bron: Bronrijen
    soort: Literal["knop", "infotekst", "inloggen", "betaling", "blok", "afspraak"]
    hoe: str = Field(min_length=5, description="Hoe het formulier dit doet.")


class Afwijking(Model):
    """Where this differs from the source, and why. It explains a row; it does not answer for it."""

    bron: Bronrijen
    reden: str = Field(min_length=5)
    zegt: str | None = None
    wordt: str | None = None


class Wijziging(Model):
    """What changed since an earlier version, for the reader of the catalogue."""

    versie: str
    wat: Tekst


class Kop(Model):
    """What is known about a service beside its questions."""

    dienst: Slug
    naam: Tekst
    samenvatting: Tekst
    inleiding: Tekst | None = Field(None, description="Wat iemand leest voor het begin.")
    nodig: Teksten = Field((), description="Wat iemand bij de hand moet hebben.")
    talen: tuple[Taal, ...] = ("nl",)
    producten: tuple[str, ...] = Field(min_length=1, description="Uniforme productnamen.")
    levensgebeurtenis: tuple[str, ...] = ()
    thema: str | None = None
    doelgroep: tuple[str, ...] = Field(min_length=1)
    synoniemen: tuple[str, ...] = ()
    toptaak: JaNee = False
    sdg: str | None = None
    herkomst: Herkomst | None = None
    herkomst_heel: JaNee = HEEL
    grondslag: tuple[Grondslag, ...] = ()
    doelbinding: Tekst | None = None
    bewaartermijn: tuple[Bewaartermijn, ...] = Field(min_length=1)
    doorlooptijd: Doorlooptijd | None = None
    toegang: tuple[Toegang, ...] = Field(min_length=1)
    personen: tuple[Persoon, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    voorzieningen: tuple[Voorziening, ...] = ()
    kosten: tuple[Kosten, ...] = ()
    elders: tuple[Elders, ...] = ()
    ontvanger: Ontvanger | None = None
    teksten: dict[Literal["ontvangen", "in_behandeling", "wacht_op_ander", "afgehandeld", "afgewezen"], Tekst] = Field(default_factory=dict)
    te_controleren: tuple[TeControleren, ...] = ()
    vanzelf: tuple[Vanzelf, ...] = ()
    afwijkingen: tuple[Afwijking, ...] = ()
    wijzigingen: tuple[Wijziging, ...] = ()


class Dienst(Kop):
    """A service as it is written: the head and the steps. The working text carries no version."""

    vooraf: tuple[StapRegel, ...] = Field((), description="Stappen voor het inloggen: kan dit online?")
    stappen: tuple[StapRegel, ...] = Field(min_length=1)


class Blok(Model):
    """Questions that several services share."""

    blok: Slug
    naam: Tekst
    omschrijving: Tekst | None = None
    herkomst: Herkomst | None = None
    herkomst_heel: JaNee = HEEL
    doel: Tekst | None = None
    grondslag: tuple[Grondslag, ...] = ()
    velden: tuple[VeldRegel, ...] = Field(min_length=1)
    vanzelf: tuple[Vanzelf, ...] = ()
    afwijkingen: tuple[Afwijking, ...] = ()


class LijstOptie(Model):
    """One entry of a list of codes."""

    code: str
    naam: Tekst


class Waardelijst(Model):
    """A list of codes of this catalogue."""

    lijst: Slug
    naam: Tekst
    bron: str | None = None
    stand: str | None = Field(None, description="De datum van de lijst.")
    opties: tuple[LijstOptie, ...] = Field(min_length=1)


for _model in (Groep, Herhaling, AlsVelden, Stap, AlsStappen, Dienst, Blok):
    _model.model_rebuild()
