"""Questions about a day or a time. Bounds are judged with the form: they may name today or another answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from catalogue.moment import lees_datum, lees_datumtijd, lees_tijd
from catalogue.velden.basis import Gebrek, JaNee, VeldBasis
from catalogue.velden.patroon import past

JAAR, MAAND, DAG = r"[0-9]{4}", r"[0-9]{4}-[0-9]{2}", r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
TIJD, DATUMTIJD = r"[0-9]{2}:[0-9]{2}", r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}"


class MomentVeld(VeldBasis):
    """What the three have in common: bounds, inclusive (`vanaf`, `tot_en_met`) or exclusive (`na`, `voor`)."""

    vanaf: str | None = Field(None, description="Niet eerder dan: een datum, vandaag of een eerdere vraag, ± een aantal dagen.")
    tot_en_met: str | None = Field(None, description="Niet later dan dit moment.")
    na: str | None = Field(None, description="Later dan dit moment, niet op dezelfde dag.")
    voor: str | None = Field(None, description="Eerder dan dit moment, niet op dezelfde dag.")

    def _vorm(self, waarde: str) -> bool:
        raise TypeError(type(self).__name__)

    def _bestaat(self, waarde: str) -> Any:
        raise TypeError(type(self).__name__)

    def gebreken(self, waarde: Any) -> Iterator[Gebrek]:
        if not isinstance(waarde, str):
            yield "", "soort"
        elif not self._vorm(waarde):
            yield "", "patroon"
        else:
            try:
                self._bestaat(waarde)
            except ValueError:
                yield "", "datum"


class DatumVeld(MomentVeld):
    """A day, `YYYY-MM-DD`; with `onvolledig` also `YYYY-MM` or `YYYY`."""

    soort: Literal["datum"] = Field(description="Een dag. Met `onvolledig` mag de dag, of dag en maand, onbekend zijn.")
    onvolledig: JaNee = Field(False, description="Mogen dag, of dag en maand, onbekend zijn?")

    def _vorm(self, waarde: str) -> bool:
        return past(DAG, waarde) or (self.onvolledig and (past(MAAND, waarde) or past(JAAR, waarde)))

    def _bestaat(self, waarde: str) -> Any:
        return lees_datum(waarde)


class TijdVeld(MomentVeld):
    """A time of the day, `HH:MM`, in the Netherlands."""

    soort: Literal["tijd"] = Field(description="Een tijd van de dag, zoals 09:30.")

    def _vorm(self, waarde: str) -> bool:
        return past(TIJD, waarde)

    def _bestaat(self, waarde: str) -> Any:
        return lees_tijd(waarde)


class DatumtijdVeld(MomentVeld):
    """A day and a time, `YYYY-MM-DDTHH:MM`, in the Netherlands."""

    soort: Literal["datumtijd"] = Field(description="Een dag met een tijd.")

    def _vorm(self, waarde: str) -> bool:
        return past(DATUMTIJD, waarde)

    def _bestaat(self, waarde: str) -> Any:
        return lees_datumtijd(waarde)
