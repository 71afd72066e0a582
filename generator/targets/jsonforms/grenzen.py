"""What JSON Forms, or its ui schema, does not hold: per path what it concerns, and why. Weakened, never strengthened."""

from __future__ import annotations

from typing import Any

WAT: dict[str, tuple[str, str]] = {
    "zichtbaar": ("Dit kan te zien zijn als het niet geldt.", "This may be shown where it does not apply."),
    "verplicht": ("Dit heeft geen sterretje; het schema vraagt er wel om als het moet.", "This has no asterisk; the schema does demand it when it must be there."),
    "keuze": ("Deze keuze staat er altijd; het schema weigert haar als ze niet mag.", "This option is always there; the schema refuses it when it may not be chosen."),
    "melding": ("Deze melding kan ontbreken waar zij wel geldt.", "This message may be missing where it does apply."),
    "aantal": ("Het formulier maakt niet vanzelf één regel per keuze; het schema telt ze wel.", "The form does not make one row per choice by itself; the schema does count them."),
    "bestand": ("Een bestand kiezen kan JSON Forms niet; hier hoort een eigen onderdeel.", "JSON Forms cannot choose a file; this needs a renderer of your own."),
}  # fmt: skip
REDEN: dict[str, tuple[str, str]] = {
    "gemeente": ("Het hangt af van wat de gemeente heeft ingevuld.", "It depends on what the municipality filled in."),
    "vandaag": ("Het hangt af van de dag van vandaag.", "It depends on today."),
    "vergelijking": ("Het vergelijkt twee antwoorden met elkaar.", "It compares two answers."),
    "herhaling": ("Binnen een herhaling kan een regel alleen die ene regel van de lijst zien.", "Inside a repeat a rule sees that one item only."),
    "regel": ("Een onderdeel heeft maar één regel, en die gaat over tonen.", "An element has one rule, and that is about showing."),
    "soort": ("JSON Forms heeft hier geen eigen onderdeel voor.", "JSON Forms has no renderer for this."),
}  # fmt: skip


def grens(pad: str, wat: str, reden: str) -> dict[str, Any]:
    """One entry; two entries of one place may differ in reason."""
    uitleg = {taal: f"{WAT[wat][i]} {REDEN[reden][i]}" for i, taal in enumerate(("nl", "en"))}
    return {"pad": pad, "wat": wat, "reden": reden, "uitleg": uitleg}
