"""Texts in one or more languages, and the places in them that are filled in later.

A text is a mapping of language to words: `{"nl": "Waar?", "en": "Where?"}`; a bare text is Dutch. `<naam>` in a text is
a placeholder for a parameter of the municipality or for the answer to an earlier question (language.md, b17).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints

TAALCODES = ("nl", "en", "de", "fr", "fy", "pap", "tr", "pl", "uk", "ar")
_PLAATSHOUDER = re.compile(r"<([a-zA-Z][a-zA-Z0-9.\[\]]*)>")


def _als_map(waarde: Any) -> Any:
    return {"nl": waarde} if isinstance(waarde, str) else waarde


Taal = Annotated[str, StringConstraints(pattern=r"^(" + "|".join(TAALCODES) + r")$")]
Zin = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Tekst = Annotated[dict[Taal, Zin], BeforeValidator(_als_map)]


def in_taal(tekst: dict[str, str] | None, taal: str) -> str:
    """The text in a language, or in Dutch where it was not translated; "" when there is no text."""
    if not tekst:
        return ""
    return tekst.get(taal) or tekst.get("nl") or next(iter(tekst.values()))


def plaatshouders(tekst: dict[str, str]) -> list[str]:
    """The names between angle brackets, in order, each once."""
    namen = (n for zin in tekst.values() for n in _PLAATSHOUDER.findall(zin))
    return list(dict.fromkeys(namen))


def vervang(tekst: dict[str, str], waarde: Callable[[str, str], str | None]) -> dict[str, str]:
    """Every placeholder replaced by `waarde(naam, taal)`; None leaves it as it stands."""
    if not any("<" in zin for zin in tekst.values()):
        return tekst

    def in_zin(zin: str, taal: str) -> str:
        def een(match: re.Match[str]) -> str:
            nieuw = waarde(match[1], taal)
            return match[0] if nieuw is None else nieuw

        return _PLAATSHOUDER.sub(een, zin)

    return {taal: in_zin(zin, taal) for taal, zin in tekst.items()}
