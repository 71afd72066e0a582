"""What is wrong with a specification, where, and how to mend it.

A `Diagnostic` is a value: it is collected, sorted and rendered, never raised to a user.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Ernst = Literal["fout", "waarschuwing"]


class Onbruikbaar(ValueError):
    """What somebody wrote (a specification, a release, an example) cannot be used for what is asked; the text says why.

    It is Dutch, and for where findings cannot be collected. Any other error is a mistake of the program itself.
    """


@dataclass(frozen=True, slots=True, order=True)
class Plaats:
    """A place in a file. Lines and columns count from 1; `eind` is the column after the last marked character."""

    bestand: str
    regel: int = 1
    kolom: int = 1
    eind: int = 0

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel}:{self.kolom}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: a stable code, a place, what is wrong (`melding`) and the way out (`hulp`), in Dutch."""

    code: str
    melding: str
    hulp: str
    plaats: Plaats
    ernst: Ernst = "fout"

    @property
    def volgorde(self) -> tuple[Plaats, str, str]:
        return (self.plaats, self.code, self.melding)


def render_text(diagnostics: Iterable[Diagnostic], regels: Mapping[str, list[str]]) -> str:
    """The diagnostics as a person reads them; `regels` holds the lines of every file that is named."""
    return "\n".join(_blok(d, regels.get(d.plaats.bestand, [])) for d in diagnostics)


def _blok(d: Diagnostic, regels: list[str]) -> str:
    uit = [toonbaar(f"{d.plaats}: {d.ernst} {d.code}: {d.melding}")]
    if 0 < d.plaats.regel <= len(regels):
        regel, verschoven = _venster(regels[d.plaats.regel - 1], d.plaats.kolom)
        nummer = str(d.plaats.regel)
        breedte = max(1, min(d.plaats.eind - d.plaats.kolom, len(regel) - verschoven + 1))
        uit += [
            f"{' ' * len(nummer)} |",
            f"{nummer} | {regel}",
            f"{' ' * len(nummer)} | {' ' * (verschoven - 1)}{'^' * breedte}",
        ]
    if d.hulp:
        uit.append(f"  = {toonbaar(d.hulp)}")
    return "\n".join(uit) + "\n"


def toonbaar(tekst: str) -> str:
    """A text without what a terminal would obey instead of show."""
    return "".join(t if t.isprintable() else " " for t in tekst)


def _venster(regel: str, kolom: int, breedte: int = 140) -> tuple[str, int]:
    """A part of a line that fits on a screen and holds the column, and the column within that part."""
    if len(regel) <= breedte:
        return toonbaar(regel), kolom
    begin = max(0, kolom - 1 - breedte // 2)
    return toonbaar(regel[begin : begin + breedte]), kolom - begin


def render_json(diagnostics: Iterable[Diagnostic]) -> str:
    """The diagnostics as a JSON list, for editors and scripts."""
    return json.dumps(
        [
            {
                "code": d.code,
                "ernst": d.ernst,
                "bestand": d.plaats.bestand,
                "regel": d.plaats.regel,
                "kolom": d.plaats.kolom,
                "melding": d.melding,
                "hulp": d.hulp,
            }
            for d in diagnostics
        ],
        ensure_ascii=False,
        indent=2,
    )


def render_github(diagnostics: Iterable[Diagnostic]) -> str:
    """The diagnostics as workflow commands, which GitHub shows beside the changed line."""
    soort = {"fout": "error", "waarschuwing": "warning"}
    return "\n".join(
        f"::{soort[d.ernst]} file={_eigenschap(d.plaats.bestand)},line={d.plaats.regel},col={d.plaats.kolom},"
        f"title={d.code}::{_bericht(d.melding + ' ' + d.hulp)}"
        for d in diagnostics
    )


def _bericht(tekst: str) -> str:
    return tekst.strip().replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _eigenschap(tekst: str) -> str:
    return _bericht(tekst).replace(":", "%3A").replace(",", "%2C")
