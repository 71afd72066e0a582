"""The service: serves the form, takes submissions, and says what became of them.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from dienst.bewaren import Opslag
from dienst.bezorgen import Bezorger
from dienst.invullen import ontvangst as ontvangstpagina
from dienst.invullen import vul
from dienst.inzenden import KENMERK, Balie
from dienst.omgeving import Instellingen, bekijk
from dienst.oordeel import Plan
from dienst.paginas import Paginas
from dienst.problemen import Probleem, bericht
from dienst.schema import Schema
from dienst.schil import Schil

HIER = Path(__file__).resolve().parent
CONTRACT = HIER / "contract"


def maak_app(eigen: Any, instellingen: Instellingen) -> Schil:
    """The whole service as an ASGI application."""
    data, herleiding, kop = (_lees(naam) for naam in ("plan", "herleiding", "ontvanger"))
    plan, rollen = Plan(data), list(data["toegang"])
    schemas = {rol: Schema(HIER / "schema" / _schemanaam(rol)) for rol in rollen}
    paginas = Paginas(HIER.parent / "formulier", instellingen.basis, rollen, data["talen"], instellingen.proef)
    opslag = Opslag(instellingen.opslag)
    bezorger = Bezorger(opslag, eigen.ontvang)
    balie = Balie(plan, kop["sha256"], herleiding, schemas, paginas, opslag, eigen, instellingen)

    @asynccontextmanager
    async def levensloop(_: FastAPI) -> Any:
        bezorger.start()
        yield
        bezorger.stop()
        opslag.sluit()

    app = FastAPI(lifespan=levensloop, openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    _fouten(app, balie)
    _systemen(app, balie, bezorger)
    _formulier(app, balie, bezorger)
    rond = "'self'" if instellingen.proef else "'none'"
    return Schil(app, kop["grens"], f"{kop['csp']}; frame-ancestors {rond}", instellingen.basis)


def _lees(naam: str) -> Any:
    """A file of data beside the code."""
    return json.loads((HIER / f"{naam}.json").read_text("utf-8"))


def _schemanaam(rol: str) -> str:
    return "inzending.json" if rol == "indiener" else f"inzending.{rol}.json"


# -- the interface for systems, as contract/openapi.json describes it ----------------------------------------------


def _systemen(app: FastAPI, balie: Balie, bezorger: Bezorger) -> None:
    api = APIRouter(redirect_slashes=False)

    @api.post("/inzendingen")
    async def verstuur(request: Request) -> Response:
        ontvangst, plek = await _neem_aan(
            balie, bezorger, request, "indiener", _taal(request, balie.talen), "systeem"
        )
        return JSONResponse(ontvangst, 201, plek)

    @api.post("/open-formulieren")
    async def van_open_formulieren(request: Request) -> Response:
        ontvangst, plek = await _neem_aan(balie, bezorger, request, "indiener", balie.talen[0], "open-formulieren")
        return JSONResponse(ontvangst, 201, plek)

    @api.get("/inzendingen/{kenmerk}")
    async def haal_op(kenmerk: str) -> Response:
        if not KENMERK.fullmatch(kenmerk):
            raise bericht("Een kenmerk bestaat uit 1 tot 64 letters, cijfers en streepjes.")
        stand = balie.opslag.stand(kenmerk)
        if stand is None:
            raise Probleem("niet-gevonden", "Er is geen inzending met dit kenmerk.")
        return JSONResponse({"dienst": balie.plan.dienst, **stand})

    for bestand in sorted(pad for pad in CONTRACT.rglob("*") if pad.is_file()):
        api.add_api_route(f"/{bestand.relative_to(CONTRACT).as_posix()}", _openbaar(bestand), methods=["GET", "HEAD"])
    app.mount("/v1", api)


def _openbaar(bestand: Path) -> Any:
    """A file of the contract, for every website."""
    inhoud, soort = bestand.read_bytes(), f"application/{bestand.suffix[1:]}"

    async def geef() -> Response:
        open = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
        return Response(inhoud, media_type=soort, headers=open)

    return geef


async def _neem_aan(balie: Balie, bezorger: Bezorger, request: Request, rol: str, taal: str, van: str) -> tuple[dict[str, Any], dict[str, str]]:
    """The receipt of what was posted, and the header that says where its status is."""
    if request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        raise Probleem(403, "Verstuur het formulier vanaf zijn eigen pagina.")
    ontvangst = await balie.neem_aan(request, rol, taal, van)
    bezorger.wek()
    return ontvangst, {"Location": f"{balie.instellingen.basis}/v1/inzendingen/{ontvangst['kenmerk']}"}


# -- the form ------------------------------------------------------------------------------------------------------


def _formulier(app: FastAPI, balie: Balie, bezorger: Bezorger) -> None:
    @app.post("/{pad:path}", include_in_schema=False)
    async def verstuur(pad: str, request: Request) -> Response:
        pagina = balie.paginas.paginas.get(_map(pad))
        if pagina is None:
            raise HTTPException(405 if pad in balie.paginas.bestanden else 404)
        request.state.pagina = (pagina.rol, pagina.taal)
        ontvangst, plek = await _neem_aan(balie, bezorger, request, pagina.rol, pagina.taal, "pagina")
        if not _wil_html(request):
            return JSONResponse(ontvangst, 201, plek)
        tijd = datetime.fromisoformat(ontvangst["ontvangenOp"]).strftime("%d-%m-%Y, %H:%M")
        plan = balie.paginas.plannen[pagina.rol, pagina.taal]
        html = ontvangstpagina(pagina.html, plan, ontvangst["antwoorden"], ontvangst["kenmerk"], tijd, pagina.taal)
        return HTMLResponse(html, 201, plek)

    @app.api_route("/{pad:path}", methods=["GET", "HEAD"], include_in_schema=False)
    async def haal(pad: str, request: Request) -> Response:
        pagina = balie.paginas.paginas.get(_map(pad))
        if pagina is not None:
            gezien = bekijk(request, balie.plan, balie.instellingen, balie.eigen, pagina.rol)
            return HTMLResponse(balie.paginas.met_omstandigheden(pagina, gezien))
        if _map(f"{pad}/") in balie.paginas.paginas:
            return RedirectResponse(f"{balie.instellingen.basis}/{pad}/", 308)
        bestand = balie.paginas.bestanden.get(pad)
        if bestand is None:
            raise Probleem("niet-gevonden", "Dit adres bestaat niet.")
        bewaar = "public, max-age=31536000, immutable" if bestand.blijvend else "no-cache"
        return Response(bestand.inhoud, media_type=bestand.soort, headers={"Cache-Control": bewaar})


def _map(pad: str) -> str:
    return pad.removeprefix("/").removesuffix("index.html")


# -- what goes wrong -----------------------------------------------------------------------------------------------


def _fouten(app: FastAPI, balie: Balie) -> None:
    @app.exception_handler(Probleem)
    async def probleem(request: Request, fout: Probleem) -> Response:
        if not _wil_html(request) or not hasattr(request.state, "pagina"):
            return fout.antwoord()
        post = getattr(request.state, "post", None)
        rol, taal = request.state.pagina
        pagina = balie.paginas.pagina(rol, taal)
        fouten = [{"pad": f.pad, "melding": f.melding} for f in fout.fouten] or [{"pad": "", "melding": fout.detail}]
        html = vul(pagina.html, post.items if post else [], fouten, getattr(request.state, "plekken", {}), taal, bool(post and post.bestanden))
        return HTMLResponse(html, fout.status, fout.koppen)

    @app.exception_handler(HTTPException)
    async def http(request: Request, fout: HTTPException) -> Response:
        soort = "niet-gevonden" if fout.status_code == 404 else fout.status_code
        return Probleem(soort, "Dit kan hier niet." if fout.status_code == 405 else "Dit adres bestaat niet.", koppen=fout.headers).antwoord()

    @app.exception_handler(Exception)
    async def onverwacht(request: Request, fout: Exception) -> Response:
        return Probleem(500, "Er ging iets mis. Probeer het later opnieuw.").antwoord()


def _wil_html(request: Request) -> bool:
    """Does the client like a page better than JSON? Without a word about it: JSON."""
    gewicht = {}
    for deel in request.headers.get("accept", "").lower().split(","):
        soort, *rest = (stuk.strip() for stuk in deel.split(";"))
        q = next((stuk[2:] for stuk in rest if stuk.startswith("q=")), "1")
        gewicht[soort] = float(q) if q.replace(".", "", 1).isdigit() else 0.0
    return gewicht.get("text/html", 0.0) > gewicht.get("application/json", 0.0)


def _taal(request: Request, talen: list[str]) -> str:
    """The first language that the client names and the service has."""
    namen = (deel.partition(";")[0].strip()[:2].lower() for deel in request.headers.get("accept-language", "").split(","))
    return next((naam for naam in namen if naam in talen), talen[0])
