"""Reads what was posted: a whole submission, bare answers with files, or a plain form.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import hashlib
import io
import json
import uuid
from dataclasses import dataclass, field
from typing import Any

from python_multipart.exceptions import FormParserError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from dienst.bestanden import Bestand, bekijk, genoemd
from dienst.problemen import Probleem, bericht

JSON_SOORTEN = ("application/json", "application/cloudevents+json")
SOORTEN = {
    "systeem": (*JSON_SOORTEN, "multipart/form-data"),
    "pagina": ("multipart/form-data", "application/x-www-form-urlencoded"),
    "open-formulieren": ("application/json",),
}
"""What is read, by where it comes from."""
MEESTE_BESTANDEN, MEESTE_VELDEN, DEEL = 200, 5000, 1_000_000


@dataclass
class Post:
    """`soort` says which it is: `inzending` (the whole message), `antwoorden` (bare), `formulier` (names and values), or
    `open-formulieren` (the values of Open Formulieren by key; the files in it, in base64, become `bestanden` when it is read).

    `bestanden` are the files by id; `velden` those of a plain form by the name of their question. `met_bytes`: the
    files came along, so each that is described must be there. `kop`: what Open Formulieren says about its submission.
    """

    soort: str
    data: Any = None
    items: list[tuple[str, str]] = field(default_factory=list)
    bestanden: dict[str, Bestand] = field(default_factory=dict)
    velden: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    met_bytes: bool = False
    kop: dict[str, Any] = field(default_factory=dict)

    def bewaar(self, naam: str, mediatype: str, inhoud: bytes) -> dict[str, Any]:
        """Take in a file that stood in the message itself; gives its description."""
        b = bekijk(io.BytesIO(inhoud), str(uuid.uuid4()), naam, mediatype)
        self.bestanden[b.id] = b
        return b.beschrijving

    def vingerafdruk(self, *erbij: Any) -> str:
        """The same for the same content sent again; the ids that a plain form's files get here do not count."""
        eigen = [self.soort, self.data, self.items, sorted(b.sha256 for b in self.bestanden.values()), erbij]
        return hashlib.sha256(json.dumps(eigen, sort_keys=True).encode()).hexdigest()


async def lees(request: Request, van: str) -> Post:
    """Read the body, from a `pagina` of the form, a `systeem` or `open-formulieren`. Raises Probleem when it cannot be read."""
    soorten = SOORTEN[van]
    soort = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.headers.get("content-encoding", "identity") != "identity":
        raise Probleem("mediatype", "Stuur het bericht zonder Content-Encoding.")
    if soort not in soorten:
        raise Probleem("mediatype", f"Stuur {', '.join(soorten)}.")
    if soort in JSON_SOORTEN:
        data = lees_json(await request.body())
        return _van_open_formulieren(data) if van == "open-formulieren" else Post("inzending", data)
    try:
        form = await request.form(max_files=MEESTE_BESTANDEN, max_fields=MEESTE_VELDEN, max_part_size=DEEL)
    except (MultiPartException, FormParserError, HTTPException, ValueError):
        raise bericht("Dit is geen formulier dat te lezen is, of het heeft te veel delen.") from None
    delen = form.multi_items()
    namen = [naam for naam, _ in delen]
    for naam in ("inzending", "antwoorden"):
        if naam in namen:
            return await _met_json(naam, delen)
    if van == "systeem":
        raise bericht("Er is geen deel ‘inzending’ en geen deel ‘antwoorden’.")
    return await _plat(delen)


def lees_json(ruw: bytes | str) -> Any:
    """JSON, strictly: no NaN, no numbers beyond a double, only whole characters. Raises Probleem."""
    try:
        data = json.loads(ruw, parse_constant=_weiger)
        json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        raise bericht("Dit is geen JSON, of het is te diep.") from None
    return data


def _weiger(woord: str) -> Any:
    raise ValueError(woord)


def _van_open_formulieren(data: Any) -> Post:
    """The message of its generic JSON registration: `values` by key, and `metadata`."""
    waarden, kop = (data.get("values"), data.get("metadata", {})) if isinstance(data, dict) else (None, None)
    if not isinstance(waarden, dict) or not isinstance(kop, dict):
        raise bericht("Dit is geen bericht van Open Formulieren: ‘values’ of ‘metadata’ is er niet.")
    return Post("open-formulieren", waarden, met_bytes=True, kop=kop)


async def _met_json(naam: str, delen: list[tuple[str, Any]]) -> Post:
    """A JSON part and the files that it describes, each in a part that is called by the file's id."""
    if sum(n == naam for n, _ in delen) > 1:
        raise bericht(f"Er is meer dan één deel ‘{naam}’.")
    ruw = next(waarde for n, waarde in delen if n == naam)
    data = lees_json(await ruw.read() if isinstance(ruw, UploadFile) else ruw)
    beschreven = {b["id"]: b for b in genoemd(data)}
    post = Post(naam, data, met_bytes=True)
    for id, waarde in delen:
        if id == naam:
            continue
        if not isinstance(waarde, UploadFile) or id not in beschreven or id in post.bestanden:
            raise bericht("Er is een deel dat niet bij een bestand uit de antwoorden hoort.")
        b = beschreven[id]
        post.bestanden[id] = await run_in_threadpool(bekijk, waarde.file, id, str(b["naam"]), str(b["mediatype"]))
    return post


async def _plat(delen: list[tuple[str, Any]]) -> Post:
    """A plain form: names and values; a file gets its id here."""
    post = Post("formulier", met_bytes=True)
    for naam, waarde in delen:
        if not isinstance(waarde, UploadFile):
            post.items.append((naam, waarde.encode("utf-8", "replace").decode()))
        elif waarde.filename:
            soort = (waarde.content_type or "").partition(";")[0].strip().lower()
            bestandsnaam = waarde.filename.replace("\\", "/").rpartition("/")[2]
            b = await run_in_threadpool(bekijk, waarde.file, str(uuid.uuid4()), bestandsnaam, soort)
            post.bestanden[b.id] = b
            post.velden.setdefault(naam, []).append(b.beschrijving)
    return post
