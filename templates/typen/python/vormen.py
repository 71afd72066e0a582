"""What the models of the answers share: strict, closed and frozen; texts of one form, and answers with parts.

What stands below the line is generated from the facts of the kinds of question that this form asks.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class Deel(BaseModel):
    """A part of the answers. `None` says: not answered; in JSON such an answer is absent."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, validate_by_name=True, validate_by_alias=True)

    def als_json(self) -> dict[str, Any]:
        """The answers as the contract has them: plain data, without what was not answered."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


def _heel(patroon: str, lengte: int) -> Any:
    """A text that follows a pattern from its first to its last character."""
    return Field(min_length=1, max_length=lengte, pattern=f"^(?:{patroon})$")


def _zichtbaar(lengte: int) -> Any:
    """A text with something to see in it."""
    return Field(min_length=1, max_length=lengte, pattern=r"[^ \t\r\n]")


def _geheel(waarde: Any) -> Any:
    """2.0 is the whole number 2 in JSON."""
    return int(waarde) if isinstance(waarde, float) and waarde.is_integer() else waarde


Tekst = Annotated[str, Field(min_length=1, pattern=r"[^ \t\r\n]")]
Geheel = Annotated[int, BeforeValidator(_geheel)]
Mediatype = TypeVar("Mediatype", bound=str)
__all__ = ["Deel", "Geheel", "Generic", "Mediatype", "Tekst"]
# ----------------------------------------------------------------------------------------------------------------------
