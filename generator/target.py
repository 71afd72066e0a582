"""The small contract of every output.

A target is a module `generator/targets/<naam>.py` with `UITVOER`, what it is and for whom, and a function
`bouw(formulier, kader) -> Iterable[Artifact]`: a pure function of one Formulier and what the build hands it.
Same input, same bytes. It may have `ontbreekt() -> str`: what this machine lacks to make it, in a line for the user; ""
when nothing does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol

from pydantic_core import to_json

from catalogue.formulier import Formulier


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to write: its path below the folder of this service and version, and its bytes.

    `van_hen`: a start for the user's own code; it is written once, and never touched again.
    """

    pad: str
    inhoud: bytes
    van_hen: bool = False


STEMMEN = {
    "python": "de rechter in Python",
    "javascript": "de rechter in JavaScript",
    "jsonschema": "JSON Schema",
    "openformulieren": "Open Formulieren",
    "jsonforms": "de regels van JSON Forms",
    "verhalen": "de verhalen die mensen schreven",
}
"""The voices that can disagree about answers. Engines with one voice share a judge: that they agree proves nothing."""


@dataclass(frozen=True, slots=True)
class Motor:
    """A part of an output that shows or judges answers: a row in the table of engines.

    `stem`: with whose voice it speaks, of STEMMEN; "" when it only shows, and no agreement hears it.
    `overeenkomst`: its names in the agreement, where the same engine may run more than once.
    """

    sleutel: str
    naam: str
    zin: str
    stem: str = ""
    overeenkomst: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deel:
    """Files of an output that belong together, as a reader meets them. What it does not say of itself, its output says.

    `paden`: how their paths begin. `eerst`: the files to show first, with `*` for what differs (else all).
    `rest`: are the others shown too, behind a line that opens? Otherwise they are only counted.
    `uitleg`: the file that says how to use them.
    """

    paden: tuple[str, ...]
    titel: str = ""
    voor: str = ""
    wat: str = ""
    eerst: tuple[str, ...] = ()
    rest: bool = True
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class Uitvoer:
    """What an output is, said once, by its own module: every page and list that names it follows from this.

    `voor`: who uses it; `wat`: one sentence or two, in plain Dutch.
    `instellingen`: what a build may set (`--set NAAM=WAARDE`); of each the first value holds unasked.
    `alleen_uitgave`: takes seconds, so it is made of national releases, which never change, and otherwise when asked for.
    """

    naam: str
    titel: str
    voor: str
    wat: str
    delen: tuple[Deel, ...]
    motoren: tuple[Motor, ...] = ()
    instellingen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alleen_uitgave: bool = False

    def __post_init__(self) -> None:
        """Each part has a title, a reader and a sentence: its own, or those of the output."""
        for naam in ("titel", "voor", "wat"):
            heel = [d if getattr(d, naam) else replace(d, **{naam: getattr(self, naam)}) for d in self.delen]
            object.__setattr__(self, "delen", tuple(heel))


@dataclass(frozen=True, slots=True)
class Kader:
    """What a build hands a target: the build date, the examples of the service, the sha256 of its release, settings."""

    vandaag: date
    voorbeelden: tuple[Any, ...] = ()
    sha256: str = ""
    instellingen: tuple[tuple[str, str], ...] = ()
    _gemaakt: dict[tuple[str, int], tuple[Formulier, tuple[Artifact, ...]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def van(self, target: Target, formulier: Formulier) -> tuple[Artifact, ...]:
        """The files of a target, made once: another target may hold them too."""
        sleutel = (target.__name__, id(formulier))
        if sleutel not in self._gemaakt:
            self._gemaakt[sleutel] = (formulier, tuple(target.bouw(formulier, self)))
        return self._gemaakt[sleutel][1]

    def instelling(self, naam: str, mogelijk: Mapping[str, tuple[str, ...]]) -> str:
        """A setting of this build (`--set NAAM=WAARDE`), or the first of what is possible."""
        return dict(self.instellingen).get(naam, mogelijk[naam][0])


def json_bytes(data: Any, indent: int = 1) -> bytes:
    """Data as a JSON file: what `json.dumps(data, indent=..., ensure_ascii=False)` gives, ten times as fast."""
    return to_json(data, indent=indent) + b"\n"


class Target(Protocol):
    """What a module under `generator/targets/` offers."""

    __name__: str
    UITVOER: Uitvoer

    def bouw(self, formulier: Formulier, kader: Kader) -> Iterable[Artifact]: ...
