"""The facts of a kind of question, as data: everything about it that is the same in every service.

A Formulier holds the facts of the kinds it uses, so a release freezes them: what stands here in code decides about working
texts only. What truly belongs to one output (a component of Open Formulieren) stands in the table of that output.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from catalogue.tekst import Tekst
from catalogue.veld.basis import Model

Vorm = Literal["tekst", "getal", "decimaal", "moment", "waar", "keuze", "keuzes", "bestanden", "delen"]
"""The few shapes an answer can have; every judge knows these and nothing of kinds.

| shape | answer | measures |
|---|---|---|
| tekst | a text | minimum, maximum (characters), patroon, proef, meer_regels (more than one line may) |
| getal | a whole number | minimum, maximum |
| decimaal | a number as text, "2.5" | minimum, maximum, decimalen (at most), decimalen_minstens |
| moment | a day, time or both as text | deel (dag, tijd, dagtijd), onvolledig |
| waar | true or false | waarden (what may be) |
| keuze | a code | patroon (of a code in an open list) |
| keuzes | a list of codes | minimum, maximum (how many), patroon |
| bestanden | a list of descriptions of files | minimum, maximum (how many), typen, grootte (of one, in MB), mb, naamlengte (its longest), vormen |
| delen | an object of texts | delen: id, verplicht, maximum, patroon |
"""
Als = Literal["tekst", "getal", "decimaal", "dag", "tijd", "waar", "code", "codes", "bestanden", "delen"]
"""How an answer compares: what a condition or bound may ask of it."""


class Schoon(Model):
    """How a typed text is made as the contract has it: what is taken out, and capitals.

    Both readers of a form (`lezen.mjs`, `formpost.py`) do the same. First, with every text: `\\r\\n` and `\\r` become `\\n`;
    where lines may not be (no `meer_regels`) a tab or line end becomes a space; NFC; blanks (`tekens.leeg`) go from both ends;
    what is empty then is no answer. Then by the shape of the answer:

    | shape | what is made of it |
    |---|---|
    | tekst, a part of delen | with `schoon`: blanks out, each `weg_woord` out, each character of `weg` out, capitals; without: as it is |
    | getal | 1 to 15 digits, perhaps with a minus, become a number |
    | decimaal | blanks out, `teken` off the front, `,-` off the end, "1.250,5" as "1250.5", no zeros in front, `decimalen_minstens` |
    | moment | parts joined with two digits; "9.30", "9u30" and "9 30" as "09:30" |
    | waar | "ja" and "nee" become true and false |
    | keuze | the name of an option becomes its code: the first that is called so, without accents, capitals or double blanks |
    | keuzes, bestanden | what is not empty |

    What cannot be read stays as it was typed, so that the judge can say what is wrong.
    """

    weg: str = Field("", description="Characters to take out, beside white space.")
    weg_woord: tuple[str, ...] = ()
    hoofdletters: bool = False


class Invoer(Model):
    """How a kind stands on a screen: its control (a macro of the form), keyboard, width, and what a browser may fill in."""

    bouwsteen: str = "tekst"
    type: str = "text"
    toetsenbord: str = ""
    maat: str = ""
    aanvullen: str = ""
    naar_gegeven: bool = False
    """Does what a browser may fill in follow from the registered datum that the question asks?"""


class Papier(Model):
    """The room on paper: boxes in groups, or a line of a length."""

    hokjes: tuple[int, ...] = ()
    regel: str = ""


class Type(Model):
    """The type in Python and TypeScript that the answers of this kind share, and what it says."""

    naam: str
    uitleg: str = ""


class Deel(Model):
    """A part of an answer that has parts; each is a text."""

    id: str
    verplicht: bool
    maximum: int
    patroon: str | None = None
    naam: Tekst
    schoon: Schoon | None = None
    rij: int = 0
    """On which line it stands, on a screen and on paper."""
    maat: str = ""
    voor: str = " "
    """What stands before it when the answer is read as one line."""
    soort: str = "tekst"
    """The kind of question that would ask it by itself."""
    type: Type | None = None
    """The type that it shares with such a question."""


class Soort(Model, defer_build=True):
    """One kind of question."""

    soort: str
    vorm: Vorm
    als: Als
    maten: dict[str, Any] = Field(default_factory=dict)
    delen: tuple[Deel, ...] = ()
    woord: Tekst
    schoon: Schoon | None = None
    invoer: Invoer = Invoer()
    papier: Papier = Papier()
    type: Type | None = None
    geheim: bool = False
    """Does a draft keep nothing of it?"""
    teken: str = ""
    """What stands before the answer where people read or write it, as the € of an amount."""
    parameter: str = ""
    """What a municipality may fill in as a value of this kind, as an example; empty where it cannot."""
    meldingen: dict[str, Tekst] = Field(default_factory=dict)
    codes: tuple[str, ...] = ()
    """The faults that somebody can make by filling in a form."""
    goed: tuple[Any, ...] = ()
    fout: tuple[tuple[str, Any], ...] = ()

    @property
    def oordeel(self) -> dict[str, Any]:
        """What a judge needs to know: the shape, its measures, and its parts."""
        delen = [d.model_dump(include={"id", "verplicht", "maximum", "patroon"}, exclude_none=True) for d in self.delen]
        return {"vorm": self.vorm, **self.maten, **({"delen": delen} if delen else {})}
