"""A receiver for the tests of the form: serves the built pages, and judges what is sent with the reference."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from catalogue.beoordelen import beoordeel
from catalogue.formulier import vragen
from catalogue.oordeel import Indiener, Omstandigheden
from generator.target import Kader
from generator.targets import formulier as doel
from generator.targets.formulier.plan import omstandigheden
from tests.voorbeelden.formulieren import ROOT, VANDAAG, formulier

KENMERK = "SL-2026-000123"
_ID = "00000000-0000-4000-8000-{:012d}"


def module(naam: str) -> Any:
    """One of the files that a stub ships, as it stands."""
    spec = importlib.util.spec_from_file_location(naam, ROOT / "templates/stub" / f"{naam}.py")
    assert spec and spec.loader
    uit = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(uit)
    return uit


FORMPOST, INVULLEN = module("formpost"), module("invullen")


class Ontvanger:
    """The app; `kreeg` holds what was kept, `weiger` faults to give back whatever comes."""

    def __init__(self, map: Path) -> None:
        self.map, self.kreeg, self.weiger, self.vandaag = map, list[dict[str, Any]](), list[dict[str, Any]](), VANDAAG
        verzend = [
            Route(f"/{{naam}}/formulier/{taal}index.html", self.ontvang, methods=["POST"]) for taal in ("", "en/")
        ]
        alles_fout = Route("/{naam}/formulier/{taal}/alles-fout.html", self.alles_fout)
        self.app = Starlette(routes=[*verzend, alles_fout, Mount("/", StaticFiles(directory=map, html=True))])

    def bouw(self, naam: str) -> str:
        """The form of a service, built once; gives its address."""
        for a in () if (self.map / naam).exists() else doel.bouw(formulier(naam), Kader(VANDAAG)):
            pad = self.map / naam / a.pad
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_bytes(a.inhoud)
        return f"/{naam}/formulier/index.html"

    async def ontvang(self, request: Request) -> Response:
        naam, taal = request.path_params["naam"], "en" if "/en/" in request.url.path else "nl"
        f, data = formulier(naam), await request.form()
        wie = omstandigheden(f)["indiener"]
        om = Omstandigheden(self.vandaag, Indiener(**wie))
        items = [(k, w) for k, w in data.multi_items() if isinstance(w, str)]
        bestanden = {
            k: [w for n, w in data.multi_items() if n == k and isinstance(w, UploadFile) and w.filename] for k in data
        }
        if "antwoorden" in data:
            antwoorden = json.loads(await data["antwoorden"].read())
            oordeel = beoordeel(f, antwoorden, om)
            fouten = self.weiger or [{"pad": x.pad, "code": x.code, "melding": x.melding} for x in oordeel.fouten]
            if fouten:
                return JSONResponse({"status": 422, "fouten": fouten}, 422, media_type="application/problem+json")
            await self._bewaar(antwoorden, bestanden)
            return JSONResponse({"kenmerk": KENMERK, "ontvangenOp": "2026-11-24T10:00:00+01:00"}, 201)
        uploads = {k: [await _omschrijf(w, n) for n, w in enumerate(ws)] for k, ws in bestanden.items() if ws}
        plan = json.loads((self.map / naam / f"formulier/plan.{taal}.json").read_text("utf-8"))
        antwoorden, plekken = FORMPOST.from_form(plan, items, uploads)
        oordeel = beoordeel(f, antwoorden, om, snoei=True)
        antwoorden = oordeel.antwoorden
        fouten = self.weiger or [{"pad": x.pad, "melding": x.melding} for x in oordeel.fouten]
        html = (self.map / naam / "formulier" / ("" if taal == "nl" else taal) / "index.html").read_text("utf-8")
        if fouten:
            return HTMLResponse(INVULLEN.vul(html, items, fouten, plekken, taal, bool(uploads)), 422)
        await self._bewaar(antwoorden, bestanden)
        return HTMLResponse(
            INVULLEN.ontvangst(html, plan, antwoorden, KENMERK, "24 november 2026 om 10.00 uur", taal), 201
        )

    async def alles_fout(self, request: Request) -> Response:
        """The page as it comes back with a fault at every question (the first row of a repeat)."""
        naam, taal = request.path_params["naam"], request.path_params["taal"]
        html = (self.map / naam / "formulier/index.html").read_text("utf-8")
        fouten = [
            {"pad": v.pad.replace("[]", "[0]"), "melding": "Vul een postcode in, bijvoorbeeld 2514 JS."}
            for v in vragen(formulier(naam))
            if v.id != "voor"
        ]
        return HTMLResponse(
            INVULLEN.vul(html, [], fouten, {}, taal)
            .replace('href="', 'href="../')
            .replace('src="', 'src="../')
            .replace('data-bron="', 'data-bron="../')
            .replace('href="../#', 'href="#')
        )

    async def _bewaar(self, antwoorden: Any, bestanden: dict[str, list[UploadFile]]) -> None:
        inhoud = {k: [await w.read() for w in ws] for k, ws in bestanden.items() if k != "antwoorden"}
        self.kreeg.append({"antwoorden": antwoorden, "bestanden": inhoud})


def van_post(formulier: Any, plan: Any, items: Any, uploads: Any, o: Omstandigheden) -> Any:
    """The answers that a post without script means: read as the receiver reads it, without what does not apply."""
    gelezen = FORMPOST.from_form(plan, items, uploads)
    return beoordeel(formulier, gelezen.antwoorden, o, snoei=True).antwoorden


async def _omschrijf(bestand: UploadFile, nummer: int) -> dict[str, Any]:
    inhoud = await bestand.read()
    return {
        "id": _ID.format(nummer),
        "naam": bestand.filename,
        "mediatype": bestand.content_type,
        "grootte": len(inhoud),
        "sha256": hashlib.sha256(inhoud).hexdigest(),
    }


def items_van(plan: dict[str, Any], velden: list[dict[str, Any]], antwoorden: dict[str, Any], naam: str) -> list[tuple[str, str]]:
    """Names and values as a browser would send them for these answers: the other way round than `from_form`."""
    uit: list[tuple[str, str]] = []
    for v in velden:
        waarde, eigen = antwoorden.get(v["id"]), f"{naam}.{v['id']}"
        if waarde is None or v["soort"] in ("info", "upload"):
            continue
        if v["soort"] == "groep":
            uit += items_van(plan, v["velden"], waarde, eigen)
        elif v["soort"] == "herhaling":
            codes = [o["code"] for o in v["velden"][0].get("opties", [])] if v.get("per") else []
            for n, item in enumerate(waarde):
                uit += items_van(plan, v["velden"], item, f"{eigen}.{codes.index(item['voor']) if codes else n}")
        elif v["soort"] in ("datum", "datumtijd"):
            dag, _, tijd = waarde.partition("T")
            delen = [*dag.split("-"), "", ""][:3]
            uit += [(f"{eigen}.{deel}", t) for deel, t in zip(("jaar", "maand", "dag"), delen, strict=True)]
            uit += [(f"{eigen}.tijd", tijd)] if tijd else []
        elif v["soort"] == "adres":
            uit += [(f"{eigen}.{deel}", t) for deel, t in waarde.items()]
        elif v.get("lijst"):
            uit.append((eigen, next(o["naam"] for o in plan["lijsten"][v["lijst"]] if o["code"] == waarde).upper()))
        elif isinstance(waarde, list):
            uit += [(eigen, code) for code in waarde]
        else:
            uit.append((eigen, {True: "ja", False: "nee"}[waarde] if isinstance(waarde, bool) else str(waarde)))
    return uit
