"""Files that come with a submission: their real size, sum and kind, found here and not believed from the sender.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

SLEUTELS = frozenset({"id", "naam", "mediatype", "grootte", "sha256"})
"""What describes a file in the answers, and nothing else."""

BEGIN = {
    "application/pdf": (b"%PDF-",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
}
"""The first bytes of the kinds that can be told by them."""
STUK = 1 << 16


@dataclass(frozen=True)
class Bestand:
    """A file that came in. `klopt`: its first bytes are of the kind that was said."""

    id: str
    naam: str
    mediatype: str
    grootte: int
    sha256: str
    klopt: bool
    bron: BinaryIO

    @property
    def beschrijving(self) -> dict[str, Any]:
        """As the contract writes a file."""
        return {"id": self.id, "naam": self.naam, "mediatype": self.mediatype, "grootte": self.grootte, "sha256": self.sha256}


def bekijk(bron: BinaryIO, id: str, naam: str, mediatype: str) -> Bestand:
    """Read a file once, from the start: its size, its sum, and whether it is what it says."""
    bron.seek(0)
    begin, grootte, som = b"", 0, hashlib.sha256()
    while stuk := bron.read(STUK):
        begin = begin or stuk[:16]
        grootte += len(stuk)
        som.update(stuk)
    return Bestand(id, naam, mediatype, grootte, som.hexdigest(), _klopt(begin, mediatype), bron)


def _klopt(begin: bytes, mediatype: str) -> bool:
    werkelijk = next((soort for soort, tekens in BEGIN.items() if begin.startswith(tekens)), None)
    return werkelijk == mediatype if werkelijk or mediatype in BEGIN else True


def genoemd(antwoorden: Any) -> Iterator[dict[str, Any]]:
    """Every file that the answers describe."""
    if isinstance(antwoorden, dict):
        if antwoorden.keys() == SLEUTELS and isinstance(antwoorden["id"], str):
            yield antwoorden
        else:
            for deel in antwoorden.values():
                yield from genoemd(deel)
    elif isinstance(antwoorden, list):
        for deel in antwoorden:
            yield from genoemd(deel)


def mis(antwoorden: Any, bestanden: dict[str, Bestand]) -> frozenset[str]:
    """The ids of files that are described and did not come, came otherwise than described, or are not what they say."""
    uit = set()
    for beschreven in genoemd(antwoorden):
        gekomen = bestanden.get(beschreven["id"])
        if gekomen is None or not gekomen.klopt:
            uit.add(beschreven["id"])
        elif any(beschreven[k] != getattr(gekomen, k) for k in ("mediatype", "grootte", "sha256")):
            uit.add(beschreven["id"])
    return frozenset(uit)
