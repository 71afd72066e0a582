"""Questions that are answered with a number or an amount.

Whole numbers are JSON numbers. Amounts and decimals are texts (`"19.99"`): binary fractions make engines disagree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal

from pydantic import Field

from catalogue.velden.basis import Gebrek, Grensgetal, VeldBasis

_BEDRAG = r"-?(0|[1-9][0-9]{0,8})\.[0-9]{2}"
Bedraggrens = str


class GetalVeld(VeldBasis):
    """A whole number, or with `decimalen` a text such as "2.5"."""

    soort: Literal["getal"] = Field(description="Een heel getal; met `decimalen` ook cijfers achter de komma.")
    minimum: Grensgetal = Field(0, description="Het kleinste getal; een parameter als <aantal> mag.")
    maximum: Grensgetal = Field(999_999_999, description="Het grootste getal; een parameter als <aantal> mag.")
    decimalen: int = Field(0, ge=0, le=4, description="Hoeveel cijfers achter de komma mogen.")
    eenheid: str | None = Field(None, max_length=20, description="Wat er geteld wordt, bijvoorbeeld m² of personen.")

    def gebreken(self, waarde: Any) -> Iterator[Gebrek]:
        if self.decimalen:
            yield from _decimaal(waarde, rf"-?(0|[1-9][0-9]{{0,8}})(\.[0-9]{{1,{self.decimalen}}})?", self.minimum, self.maximum)
        elif isinstance(waarde, bool) or not isinstance(waarde, int | float) or waarde != waarde or waarde in (float("inf"), float("-inf")) or int(waarde) != waarde:
            yield "", "soort"
        elif isinstance(self.minimum, int) and waarde < self.minimum:
            yield "", "minimum"
        elif isinstance(self.maximum, int) and waarde > self.maximum:
            yield "", "maximum"


class BedragVeld(VeldBasis):
    """An amount in euros, as a text with two decimals: "1250.00"."""

    soort: Literal["bedrag"] = Field(description="Een bedrag in euro's.")
    minimum: Bedraggrens = Field("0.00", pattern=rf"^({_BEDRAG}|<[a-z][a-zA-Z0-9]*>)$", description='Het kleinste bedrag, als "12.50"; een parameter als <bedrag> mag.')
    maximum: Bedraggrens = Field("999999999.99", pattern=rf"^({_BEDRAG}|<[a-z][a-zA-Z0-9]*>)$", description='Het grootste bedrag, als "12.50"; een parameter als <bedrag> mag.')

    def gebreken(self, waarde: Any) -> Iterator[Gebrek]:
        yield from _decimaal(waarde, _BEDRAG, self.minimum, self.maximum)


def _decimaal(waarde: Any, patroon: str, minimum: int | str, maximum: int | str) -> Iterator[Gebrek]:
    if not isinstance(waarde, str):
        yield "", "soort"
    elif not re.fullmatch(patroon, waarde, re.ASCII) or re.fullmatch(r"-0(\.0+)?", waarde):
        yield "", "patroon"
    elif not str(minimum).startswith("<") and Decimal(waarde) < Decimal(minimum):
        yield "", "minimum"
    elif not str(maximum).startswith("<") and Decimal(waarde) > Decimal(maximum):
        yield "", "maximum"
