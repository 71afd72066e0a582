"""What questions about a day or a time have in common: bounds, judged with the form as they may name other answers."""

from __future__ import annotations

from pydantic import Field

from catalogue.veld.basis import VeldBasis

GRENZEN = ("vanaf", "tot_en_met", "na", "voor")


class MomentVeld(VeldBasis):
    """Bounds, inclusive (`vanaf`, `tot_en_met`) or exclusive (`na`, `voor`)."""

    vanaf: str | None = Field(
        None, description="Niet eerder dan: een datum, vandaag of een eerdere vraag, ± een aantal dagen."
    )
    tot_en_met: str | None = Field(None, description="Niet later dan dit moment.")
    na: str | None = Field(None, description="Later dan dit moment, niet op dezelfde dag.")
    voor: str | None = Field(None, description="Eerder dan dit moment, niet op dezelfde dag.")
