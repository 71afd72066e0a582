"""The texts of a form as Open Formulieren has them."""

from __future__ import annotations

from typing import Any

from catalogue.formulier import Formulier
from catalogue.weergave import vul_in

TALEN = ("nl", "en")


class Teksten:
    """The texts of one form as Open Formulieren has them: Dutch in the component, the other languages beside it."""

    def __init__(self, formulier: Formulier) -> None:
        self.f = formulier
        self.datums: dict[str, str] = {}
        """The key of every question that a bound may be relative to: a `date` component outside a repeat."""
        self.talen = [t for t in formulier.talen if t in TALEN and t != "nl"]

    def in_taal(self, tekst: Any, taal: str = "nl") -> str:
        return vul_in(self.f, tekst, lambda _: None, taal) if tekst else ""

    def hulp(self, hulp: Any, taal: str = "nl") -> str:
        return " ".join(self.in_taal(t, taal) for t in hulp)
