"""What the command line says by itself (`--help`, wrong use), in Dutch: typer has these words in English only."""

from __future__ import annotations

import re
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_UITLEG = {
    "Usage: ": "Gebruik: ",
    "\nArguments:\n": "\nArgumenten:\n",
    "\nOptions:\n": "\nOpties:\n",
    "\nCommands:\n": "\nOpdrachten:\n",
    "Show this message and exit.": "Toon deze uitleg.",
    "[required]": "[verplicht]",
    "[default: ": "[anders ",
}
_MELDINGEN = (
    (r"No such command '(.*?)'\.?", r"De opdracht ‘\1’ bestaat niet."),
    (r"No such option: (\S+)", r"De optie ‘\1’ bestaat niet."),
    (r"Missing argument '(.*?)'\.", r"Er ontbreekt iets achter de opdracht: \1."),
    (r"Missing option '(.*?)'\.", r"De optie \1 is nodig."),
    (r"Got unexpected extra argument\(s\) \((.*)\)", r"Dit staat er te veel: \1."),
    (r"Option '(.*?)' requires an argument\.", r"Achter \1 hoort een waarde."),
    (r"Option '(.*?)' does not take a value\.", r"Achter \1 hoort geen waarde."),
    (r"Invalid value for '(.*?)': '(.*?)' is not a valid int\.", r"Achter \1 hoort een getal, en ‘\2’ is er geen."),
    (r"Did you mean (.*)\?", r"Bedoelde u \1?"),
    (r"\(Possible options: (.*)\)", r"Bedoelde u \1?"),
)


class Opdracht(TyperCommand):
    """A command with its help in Dutch."""

    def get_help(self, ctx: Any) -> str:
        return uitleg(super().get_help(ctx))


class Opdrachten(TyperGroup):
    """The commands together; what is wrong with what was typed is said here, and ends the program with 2."""

    def get_help(self, ctx: Any) -> str:
        return uitleg(super().get_help(ctx))

    def main(self, *args: Any, standalone_mode: bool = True, **rest: Any) -> Any:
        if not standalone_mode:
            return super().main(*args, standalone_mode=False, **rest)
        try:
            code = super().main(*args, standalone_mode=False, **rest)
        except typer.TyperException as fout:
            typer.echo(_fout(fout), err=True)
            code = 2
        except OSError as fout:
            typer.echo(f"{fout.filename or 'Een bestand'} is niet te lezen of te schrijven ({fout.strerror}).", err=True)
            code = 2
        sys.exit(code or 0)


def uitleg(tekst: str) -> str:
    """A help text with its fixed words in Dutch."""
    for engels, nederlands in _UITLEG.items():
        tekst = tekst.replace(engels, nederlands)
    return tekst


def _fout(fout: typer.TyperException) -> str:
    """What is wrong, below how the command is used. Typed without anything, a command only shows its help."""
    tekst = fout.format_message()
    if tekst.startswith(_UITLEG["Usage: "]):
        return tekst
    for engels, nederlands in _MELDINGEN:
        tekst = re.sub(engels, nederlands, tekst)
    ctx = getattr(fout, "ctx", None)
    return f"{uitleg(ctx.get_usage())}\nMeer uitleg: {ctx.command_path} --help\n\n{tekst}" if ctx else tekst
