"""A Formulier: a service with its blocks, lists, tariffs and what a municipality filled in worked out.

This is what every output is made from, and what a release freezes, the facts of the kinds it uses too. Every language is
kept; conditions are trees with full paths; nothing in it points to another file. Made by `uitwerken.werk_uit`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union

from pydantic import Field, PrivateAttr, model_validator

from catalogue.algemeen import ALGEMEEN, Algemeen
from catalogue.dienst import Instantie, Kop, Kosten, Persoon, Uitkomst
from catalogue.soorten import Veld
from catalogue.tekst import Tekst
from catalogue.veld.basis import MATEN, Bronnen, Grondslag, Model, Teksten
from catalogue.veld.feiten import Soort
from catalogue.voorwaarde import ALTIJD, Grens, Hoe, Voorwaarde

WERK = "werk"
LOKAAL = "lokaal"
"""The reserved step for a municipality's own questions: the national form admits it unread."""


class Keus(Model, defer_build=True):
    """An option that may be chosen while its condition holds."""

    code: str
    naam: Tekst
    hulp: Teksten = ()
    toon_als: Voorwaarde = ALTIJD
    bron: Bronnen
    in_bron: str | None = None


class Begrenzing(Model, defer_build=True):
    """A bound of a date or time: `hoe` one of vanaf, tot_en_met, na, voor."""

    hoe: Hoe
    grens: Grens


class Eis(Model, defer_build=True):
    """A rule between answers. It counts when `als` holds and every answer it names (`namen`) is known."""

    pad: str
    eis: Voorwaarde
    als: Voorwaarde = ALTIJD
    namen: tuple[str, ...]
    ernst: Literal["fout", "waarschuwing"]
    melding: Tekst


class Element(Model, defer_build=True):
    """What all elements have. `toon_als` is its own condition; what stands around it is not repeated in it.

    `uit_blok` is the shared block that it was copied from; `bron` then names rows of the source of that block.
    """

    pad: str
    toon_als: Voorwaarde = ALTIJD
    keuze_gemeente: bool = False
    uit_blok: str | None = None
    toelichting: str | None = None
    bron: Bronnen

    @property
    def id(self) -> str:
        return self.pad.rpartition(".")[2]


class Info(Element):
    """A text between the questions."""

    aard: Literal["info"] = "info"
    tekst: Tekst
    stijl: Literal["uitleg", "let_op"] = "uitleg"


class Vraag(Element):
    """A question. `veld` holds its kind, texts and measures; `verplicht` says when it must be answered, once shown.

    `open_lijst`: the options are not known here (the municipality or the running form supplies them).
    `grondslag_uit` and `doel_uit` say where law and purpose were found: vraag, stap, blok or dienst; `van_uit` is
    "regel" when the line that put the block here says whose data it asks.
    """

    aard: Literal["vraag"] = "vraag"
    veld: Veld
    verplicht: Voorwaarde = ALTIJD
    opties: tuple[Keus, ...] = ()
    lijst: str | None = None
    open_lijst: bool = False
    grenzen: tuple[Begrenzing, ...] = ()
    regels: tuple[Eis, ...] = ()
    doel: Tekst | None = None
    doel_uit: str | None = None
    grondslag: tuple[Grondslag, ...] = ()
    grondslag_uit: str | None = None
    van_uit: Literal["regel"] | None = None
    _feiten: Soort | None = PrivateAttr(default=None)

    @property
    def soort(self) -> str:
        return self.veld.soort

    @property
    def feiten(self) -> Soort:
        """The facts of its kind, as the Formulier it stands in holds them."""
        if self._feiten is None:
            raise LookupError(f"{self.pad}: de soort {self.soort} is niet gekoppeld")
        return self._feiten

    @property
    def vorm(self) -> str:
        """The shape of its answer: that of its kind, or a decimal where digits behind the comma may be."""
        return "decimaal" if getattr(self.veld, "decimalen", 0) else self.feiten.vorm

    @property
    def maten(self) -> dict[str, Any]:
        """The measures that it has of its own, worked out."""
        alle = {naam: getattr(self.veld, naam, None) for naam in MATEN}
        return {naam: waarde for naam, waarde in alle.items() if waarde is not None and waarde is not False}

    @property
    def alle_maten(self) -> dict[str, Any]:
        """The measures of its kind, with its own over them."""
        return {**self.feiten.maten, **self.maten}

    @property
    def persoon(self) -> str | None:
        """Whose data this asks: `indiener`, or the name that the service gives somebody. None: nobody says.

        A shared block calls somebody else by a name of its own, the same in every place; who that is, only the line
        can say that puts the block there.
        """
        onbekend = self.uit_blok and self.veld.van != "indiener" and self.van_uit is None
        return None if onbekend else self.veld.van


class Blokregel(Model, defer_build=True):
    """A line that put the questions of a shared block here; it answers for rows of the service's own source."""

    blok: str
    toon_als: Voorwaarde = ALTIJD
    bron: Bronnen


class Groep(Element):
    """Questions one level deeper. `pagina`: shown as a page of its own within a repeat."""

    aard: Literal["groep"] = "groep"
    vraag: Tekst | None = None
    hulp: Teksten = ()
    pagina: bool = False
    blokregels: tuple[Blokregel, ...] = ()
    inhoud: tuple[Inhoud, ...]


class Herhaling(Element):
    """A list of items with the same questions; paths inside are `pad[]....`. `per` is the path of the meerkeuze."""

    aard: Literal["herhaling"] = "herhaling"
    vraag: Tekst
    item: Tekst | None = None
    nog_een: Tekst | None = None
    hulp: Teksten = ()
    minimum: int
    maximum: int
    per: str | None = None
    uniek: tuple[str, ...] = ()
    kies_uit: str | None = None
    blokregels: tuple[Blokregel, ...] = ()
    inhoud: tuple[Inhoud, ...]


Inhoud = Annotated[Union[Vraag, Groep, Herhaling, Info], Field(discriminator="aard")]  # noqa: UP007 - forward references


class Stop(Model, defer_build=True):
    """A condition under which one cannot go on. Its fault has path `pad` and code `stop`."""

    pad: str
    als: Voorwaarde
    melding: Tekst
    uitkomst: Uitkomst
    dienst: str | None = None
    instantie: Instantie | None = None
    grondslag: tuple[Grondslag, ...] = ()
    bron: Bronnen


class Stap(Element):
    """A step; its path is its id. `door` is a person, or None for the one who applies; `blok` the block that fills it whole."""

    titel: Tekst
    inleiding: Tekst | None = None
    door: str | None = None
    vooraf: bool = False
    blok: str | None = None
    blokregels: tuple[Blokregel, ...] = ()
    inhoud: tuple[Inhoud, ...]
    stop: tuple[Stop, ...] = ()
    regels: tuple[Eis, ...] = ()


class PersoonUit(Persoon, defer_build=True):
    """Another person; `als` worked out, about the answers of the one who applies."""

    als: Voorwaarde = ALTIJD  # type: ignore[assignment]


class KostenUit(Kosten, defer_build=True):
    """A line to pay; `als` and `aantal` worked out. `bedragen` holds a national tariff by its first day."""

    als: Voorwaarde = ALTIJD  # type: ignore[assignment]
    bedragen: dict[str, str | None] = Field(default_factory=dict)


class Gemeente(Model, defer_build=True):
    """For whom the form was filled in."""

    code: str
    naam: str
    contact: dict[str, str] = Field(default_factory=dict)


class Formulier(Kop):
    """A service worked out. `versie` is x.y.z, or "werk" for the working text."""

    versie: str = WERK
    gemeente: Gemeente | None = None
    personen: tuple[PersoonUit, ...] = ()  # type: ignore[assignment]
    kosten: tuple[KostenUit, ...] = ()  # type: ignore[assignment]
    parameterwaarden: dict[str, Any] = Field(default_factory=dict)
    soorten: dict[str, Soort] = Field(default_factory=dict)
    algemeen: Algemeen = ALGEMEEN
    stappen: tuple[Stap, ...]
    _plan: dict[str, Any] | None = PrivateAttr(default=None)
    """The plan that was frozen with it, of a release."""

    @model_validator(mode="after")
    def koppel(self) -> Formulier:
        """Give every question the facts of its kind: those of this Formulier, also when it was frozen years ago."""
        for vraag in vragen(self):
            vraag._feiten = self.soorten.get(vraag.soort)
        return self

    def stappen_van(self, rol: str = "indiener") -> list[Stap]:
        """The steps that a role fills in, in order."""
        return [s for s in self.stappen if (s.door or "indiener") == rol]

    @property
    def rollen(self) -> list[str]:
        """The roles that fill in a step: always `indiener`, then the other persons."""
        return ["indiener", *(p.persoon for p in self.personen)]


def elementen(inhoud: tuple[Any, ...]) -> Iterator[Any]:
    """Every element below, in written order, containers before what they hold."""
    for element in inhoud:
        yield element
        if isinstance(element, Groep | Herhaling):
            yield from elementen(element.inhoud)


def vragen(formulier: Formulier) -> Iterator[Vraag]:
    """Every question of the form, in written order."""
    for stap in formulier.stappen:
        for element in elementen(stap.inhoud):
            if isinstance(element, Vraag):
                yield element
