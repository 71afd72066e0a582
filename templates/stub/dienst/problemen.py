"""What goes wrong, as problem+json (RFC 9457). No value that somebody sent stands in one, only paths, codes and advice.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from starlette.responses import JSONResponse

SOORTEN = {
    "antwoorden": (400, "De antwoorden kloppen niet"),
    "bericht": (400, "Het bericht is niet te lezen"),
    "niet-gevonden": (404, "Niet gevonden"),
    "sleutel": (409, "Deze Idempotency-Key is al gebruikt"),
    "te-groot": (413, "Het bericht is te groot"),
    "mediatype": (415, "Dit soort bericht wordt niet gelezen"),
}


class Probleem(Exception):
    """Something that stops a request. `fouten` and `waarschuwingen` are faults as the judge gives them."""

    def __init__(self, soort: str | int, detail: str, fouten: Any = (), waarschuwingen: Any = (), koppen: Any = None) -> None:
        super().__init__(soort)
        self.soort, self.detail, self.koppen = soort, detail, koppen
        self.fouten, self.waarschuwingen = list(fouten), list(waarschuwingen)

    @property
    def status(self) -> int:
        return self.soort if isinstance(self.soort, int) else SOORTEN[self.soort][0]

    def antwoord(self) -> JSONResponse:
        """The answer to send."""
        if isinstance(self.soort, int):
            kop = {"type": "about:blank", "title": HTTPStatus(self.soort).phrase}
        else:
            kop = {"type": f"urn:samenloket:fout:{self.soort}", "title": SOORTEN[self.soort][1]}
        inhoud = {**kop, "status": self.status, "detail": self.detail}
        if self.fouten:
            inhoud["fouten"] = als_json(self.fouten)
        if self.waarschuwingen:
            inhoud["waarschuwingen"] = als_json(self.waarschuwingen)
        return JSONResponse(inhoud, self.status, self.koppen, media_type="application/problem+json")


def als_json(fouten: Any) -> list[dict[str, Any]]:
    """Faults or warnings as the contract writes them."""
    return [{"pad": f.pad, "code": f.code, "melding": f.melding} for f in fouten]


def bericht(detail: str, *fouten: Any) -> Probleem:
    """The message itself is not right, whatever the answers."""
    return Probleem("bericht", detail, fouten)
