"""The shell around the service: a limit on what comes in, safe headers on what goes out, and no values in the log.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import logging
import traceback
from typing import Any

from starlette.datastructures import Headers, MutableHeaders

from dienst.problemen import Probleem

LOG = logging.getLogger("dienst")
API_VERSIE = "1.0.0"
JSON_GRENS = 2_000_000
BASE64 = 4 / 3
"""How much larger files are in the JSON of Open Formulieren."""
"""Bytes of a message without files."""
_VAST = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "API-Version": API_VERSIE,
}


class Schil:
    """The outermost ASGI layer. `grens`: bytes of a message with files; `csp`: what a page may do; `basis`: the path that it is
    served below, which a proxy may take off or leave."""

    def __init__(self, app: Any, grens: int, csp: str, basis: str) -> None:
        self.app, self.grens, self.basis = app, grens, basis
        self.csp = csp.encode("ascii", "replace").decode()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope = {**scope, "root_path": self.basis}
        koppen = Headers(scope=scope)
        grens = self._grens(scope["path"], koppen.get("content-type", ""))
        try:
            await self.app(scope, _begrensd(receive, grens, koppen.get("content-length", "")), self._veilig(send))
        except Exception as fout:
            meld_fout("een verzoek", fout)

    def _grens(self, pad: str, soort: str) -> int:
        if pad.endswith("/v1/open-formulieren"):
            return int(self.grens * BASE64)
        return self.grens if soort.startswith("multipart/") else JSON_GRENS

    def _veilig(self, send: Any) -> Any:
        async def veilig(bericht: Any) -> None:
            if bericht["type"] == "http.response.start":
                koppen = MutableHeaders(scope=bericht)
                is_pagina = koppen.get("content-type", "").startswith("text/html")
                for naam, waarde in _VAST.items():
                    koppen.setdefault(naam, waarde)
                koppen.setdefault("Cache-Control", "no-store")
                koppen.setdefault("Cross-Origin-Resource-Policy", "same-origin")
                koppen.setdefault("Content-Security-Policy", self.csp if is_pagina else "default-src 'none'; frame-ancestors 'none'")
            await send(bericht)

        return veilig


def _begrensd(receive: Any, grens: int, gezegd: str) -> Any:
    """What comes in, counted while it comes; more than the limit raises Probleem."""
    teller = 0

    async def ontvang() -> Any:
        nonlocal teller
        if gezegd.isdigit() and int(gezegd[:18]) > grens:
            raise te_groot(grens)
        bericht = await receive()
        teller += len(bericht.get("body", b""))
        if teller > grens:
            raise te_groot(grens)
        return bericht

    return ontvang


def te_groot(grens: int) -> Probleem:
    return Probleem("te-groot", f"Stuur hooguit {grens // 1_000_000} MB in één bericht.")


def meld_fout(waarbij: str, fout: BaseException) -> None:
    """Where it went wrong, without the message of the exception: an answer may stand in that."""
    plekken = "".join(traceback.format_tb(fout.__traceback__))
    LOG.error("fout bij %s: %s\n%s", waarbij, type(fout).__name__, plekken)
