"""The small contract of every output.

A target is a module `generator/targets/<naam>.py` with a function `bouw(formulier, kader) -> Iterable[Artifact]`: a pure
function of one Formulier and what the build hands it. Same input, same bytes. It may have `ontbreekt() -> str`: what this machine
lacks to make it, in a line for the user; "" when nothing does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Kader:
    """What a build hands every target: the build date, the examples of the service, the sha256 of its release, and settings."""

    vandaag: date
    voorbeelden: tuple[Any, ...] = ()
    sha256: str = ""
    instellingen: tuple[tuple[str, str], ...] = ()
    _gemaakt: dict[tuple[str, int], tuple[Formulier, tuple[Artifact, ...]]] = field(default_factory=dict, repr=False, compare=False)

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

    def bouw(self, formulier: Formulier, kader: Kader) -> Iterable[Artifact]: ...
