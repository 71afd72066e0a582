"""The documentation of every code, in Markdown: for `samenloket explain` and for a page of the site."""

from __future__ import annotations

import textwrap
from importlib import import_module

from catalogue.regels import REGELS
from catalogue.regels.lezen import UITLEG


def codes() -> list[str]:
    """Every code that a diagnostic can have, in order."""
    return sorted({*UITLEG, *REGELS})


def uitleg(code: str) -> str | None:
    """What a code means, why, an example and what to write instead; None when there is no such code."""
    if code in REGELS:
        titel, _, rest = (import_module(f"catalogue.regels.{REGELS[code]}").__doc__ or "").partition("\n")
        return f"## {code}: {titel.strip()}\n{textwrap.dedent(rest).rstrip()}\n"
    if code not in UITLEG:
        return None
    titel, wat, waarom, voorbeeld, anders = UITLEG[code]
    blok = {naam: textwrap.indent(tekst, "    ") for naam, tekst in (("Voorbeeld", voorbeeld), ("In plaats daarvan", anders))}
    delen = [f"## {code}: {titel}", f"Wat: {wat}", f"Waarom: {waarom}"]
    return "\n\n".join([*delen, *(f"{naam}:\n\n{tekst}" for naam, tekst in blok.items())]) + "\n"
