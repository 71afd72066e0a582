"""What is known of the engines on the forms of the language: where one is not run, and where it cannot do what the language says."""

from __future__ import annotations

OVER_HTTP = ("taal/per-gekozen", "taal/namen-vraag", "taal/personen", "voorbeelden/alle-soorten")
NIET_GEDRAAID = {
    "stub-http": (OVER_HTTP, "a stub is started for each form, and judges with what the engine `stub` judges with: a few forms show that it does"),
}
"""The engines that run on some forms only: on which, and why."""
FOUTEN: dict[str, dict[str, str]] = {
    "jsonforms": {"its core drops `then/` from a scope, so it finds no question or step of that name": "namen-groep namen-stap"},
    "open-formulieren": {"a number component cannot hold 2.50, which is 2.5": "decimaal-basis decimaal-gelijk soort-decimaal"},
}
NOG_FOUT = {motor: {f"taal/{naam}": reden for reden, namen in redenen.items() for naam in namen.split()} for motor, redenen in FOUTEN.items()}
"""By engine: the forms on which it still says something else than the reference, with why. What is mended must be taken out."""
