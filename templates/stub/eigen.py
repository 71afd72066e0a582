"""HERE YOUR OWN CODE GOES. This file is yours: it is made once, and making the service again never touches it.

Hier komt de eigen code van de gemeente. Dit bestand is van u: opnieuw maken van de dienst verandert het nooit.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

GEMEENTE = ""
"""Your CBS code, for example "0344"; it goes into each submission."""

VOORZIENINGEN: dict[str, bool] = {}
"""What you have: {"berichtenbox": True}. The names are in the specification of the service."""

PARAMETERS: dict[str, Any] = {}
"""Values that you set: {"kostenOnline": "12.00"}. The names are in the specification of the service."""


def ontvang(inzending: dict[str, Any], bijlagen: list[Any]) -> None:
    """Hand a submission to your own systems. It is on disk already, and the sender has had a receipt.

    `inzending` is a CloudEvent: `inzending["id"]` is the reference, `inzending["data"]["antwoorden"]` the answers.
    Each of `bijlagen` has id, naam, mediatype, grootte, sha256 and inhoud (bytes).
    Return when it is done. Raise when it is not: it comes again later. After a crash the same submission may come
    twice, so look at the reference. Never log what stands in it: it holds BSNs.

    As it stands this puts each submission in a folder of its own.
    """
    plek = Path(os.environ.get("SAMENLOKET_OPSLAG") or "opslag") / "ontvangen" / inzending["id"]
    plek.mkdir(parents=True, exist_ok=True, mode=0o700)
    for bijlage in bijlagen:
        (plek / bijlage.id).write_bytes(bijlage.inhoud)
    (plek / "inzending.json").write_text(json.dumps(inzending, ensure_ascii=False, indent=2), encoding="utf-8")
