"""Shows the catalogue and the forms on this computer, with the built stubs behind the same address, and follows changes.

`/` is the site, `/proef/<slug>/` the stub of a service. A stub is started at its first request, as a process of its own
with a throw-away folder for what is sent; nothing of it outlives this command.
"""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from catalogue.catalogus import Catalogus
from generator.build import Opdracht, bouw_alles
from generator.plekken import bron_map
from generator.site import SITE, maak_site, ververs

MAX_BERICHT = 60_000_000
KOPPEN = {
    "Content-Security-Policy": "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}
"""With every page of the site: nothing from elsewhere, and never an old page after a change."""
_NIET_DOOR = {"connection", "transfer-encoding", "keep-alive", "host", "content-length"}


def start(specs: Path, uit: Path, poort: int, vandaag: date) -> None:
    """Build, serve until interrupted, and rebuild when a file changes. Prints the address. Raises ValueError for a port that cannot be used."""
    import uvicorn

    deur = _deur(poort)
    volger = Volger(specs, uit, vandaag)
    volger.bouw()
    with tempfile.TemporaryDirectory(prefix="samenloket-proef-") as map:
        proeven = Proeven(uit, Path(map))
        threading.Thread(target=volger.volg, args=(proeven.herstart,), daemon=True).start()
        print(f"De catalogus staat op http://127.0.0.1:{deur.getsockname()[1]}/  (stoppen met Ctrl+C)", flush=True)
        print("Verander een bestand in specs/ en de pagina verandert mee. Wat u bij een proef verstuurt, wordt weggegooid.", flush=True)
        try:
            uvicorn.Server(uvicorn.Config(maak_app(uit, proeven, volger), log_level="warning", access_log=False)).run([deur])
        except KeyboardInterrupt:
            pass
        finally:
            proeven.stop()


def _deur(poort: int) -> socket.socket:
    """The port, taken before the building starts: only this computer can knock."""
    try:
        return socket.create_server(("127.0.0.1", poort))
    except (OSError, OverflowError):
        raise ValueError(f"Poort {poort} is niet vrij. Kies een andere met --port, of stop wat daar draait.") from None


def maak_app(uit: Path, proeven: Proeven, volger: Volger) -> Starlette:
    """The application: the site, the trials, and the number that tells a page to look again."""

    async def stand(_: Request) -> Response:
        return JSONResponse({"stand": volger.stand}, headers={"Cache-Control": "no-store"})

    async def proef(request: Request) -> Response:
        return await proeven.antwoord(request)

    async def proef_zonder(request: Request) -> Response:
        return Response(status_code=308, headers={"Location": f"{request.url.path}/"})

    methoden = ["GET", "HEAD", "POST"]
    return Starlette(
        routes=[
            Route("/__stand", stand),
            Route("/proef/{slug}", proef_zonder),
            Route("/proef/{slug}/{rest:path}", proef, methods=methoden),
            Mount("/", _Site(directory=uit / SITE, html=True, check_dir=False)),
        ]
    )


class _Site(StaticFiles):
    """The built pages, with the headers of a careful server."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        antwoord = await super().get_response(path, scope)
        antwoord.headers.update(KOPPEN)
        return antwoord


class Volger:
    """Looks at the files of the specifications and the site, and builds again when one changed."""

    def __init__(self, specs: Path, uit: Path, vandaag: date) -> None:
        self.specs, self.uit, self.vandaag = specs, uit, vandaag
        self.stand = 0
        self.vorige = self._vingerafdruk()

    def bouw(self, daarna: Callable[[], None] | None = None) -> None:
        """Build everything. `daarna` is called once, as soon as what was changed can be seen: the page of a service comes before the
        rest of the site.

        What is wrong is printed, and the last good output stays, the pages of the site included."""
        catalogus = Catalogus(self.specs)
        verslag = bouw_alles(Opdracht(catalogus, self.vandaag, self.uit))
        for regel in verslag.mislukt:
            print(regel, file=sys.stderr, flush=True)
        if verslag.mislukt and self.stand:
            print("De pagina's blijven zoals ze waren, tot dit klopt.", file=sys.stderr, flush=True)
            return
        try:
            if daarna and ververs(catalogus, self.uit, self.vandaag):
                self._meld(daarna)
                daarna = None
            maak_site(catalogus, self.uit, self.vandaag)
        except (RuntimeError, ValueError) as fout:
            print(fout, file=sys.stderr, flush=True)
        if daarna or not self.stand:
            self._meld(daarna)

    def _meld(self, daarna: Callable[[], None] | None) -> None:
        """Let the pages that are open load again."""
        self.stand += 1
        if daarna:
            daarna()

    def volg(self, daarna: Callable[[], None]) -> None:
        """Rebuild after each change, for ever; `daarna` is called when new output stands."""
        while True:
            time.sleep(0.4)
            nu = self._vingerafdruk()
            if nu == self.vorige:
                continue
            self.vorige = nu
            begin = time.perf_counter()

            def klaar(begin: float = begin) -> None:
                daarna()
                print(f"Opnieuw gebouwd in {time.perf_counter() - begin:.1f} s.", flush=True)

            try:
                self.bouw(klaar)
            except Exception as fout:  # a broken template or half-saved file must not end the following
                print(f"Bouwen mislukt: {type(fout).__name__}: {fout}", file=sys.stderr, flush=True)

    def _vingerafdruk(self) -> tuple:
        return tuple(self._standen())

    def _standen(self) -> Iterator[tuple[str, int, int]]:
        for map in (self.specs, bron_map("site"), bron_map("templates")):
            for basis, mappen, bestanden in os.walk(map):
                mappen.sort()
                for naam in sorted(bestanden):
                    if naam.startswith(".") or naam.endswith("~"):
                        continue
                    try:
                        stand = os.stat(os.path.join(basis, naam))
                    except FileNotFoundError:
                        continue
                    yield naam, stand.st_mtime_ns, stand.st_size


class Proeven:
    """The stubs that run for a trial, one process per service."""

    def __init__(self, uit: Path, map: Path) -> None:
        self.uit, self.map = uit, map
        self._draait: dict[str, tuple[subprocess.Popen[bytes], int]] = {}
        self._slot = threading.Lock()

    async def antwoord(self, request: Request) -> Response:
        """The stub's answer to a request below /proef/<slug>/."""
        slug = request.path_params["slug"]
        stub = self.uit / "diensten" / slug / "werk" / "stub"
        if "/" in slug or slug.startswith(".") or not (stub / "dienst").is_dir():
            return PlainTextResponse("Deze dienst heeft geen proef.", 404)
        body = b""
        async for deel in request.stream():
            body += deel
            if len(body) > MAX_BERICHT:
                return PlainTextResponse("Dit bericht is te groot.", 413)
        try:
            return await run_in_threadpool(self._vraag, slug, stub, request, body)
        except OSError:
            return PlainTextResponse("De proef van deze dienst start niet. Kijk in het venster van samenloket serve.", 502)

    def _vraag(self, slug: str, stub: Path, request: Request, body: bytes) -> Response:
        poort = self._poort(slug, stub)
        verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=60)
        pad = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        koppen = {naam: waarde for naam, waarde in request.headers.items() if naam not in _NIET_DOOR}
        koppen["Host"] = request.headers.get("host", "127.0.0.1")
        verbinding.request(request.method, pad, body or None, koppen)
        antwoord = verbinding.getresponse()
        inhoud = antwoord.read()
        terug = Response(inhoud, antwoord.status)
        terug.raw_headers = [(n.lower().encode(), w.encode("latin-1")) for n, w in antwoord.getheaders() if n.lower() not in _NIET_DOOR]
        terug.raw_headers.append((b"content-length", str(len(inhoud)).encode()))
        return terug

    def _poort(self, slug: str, stub: Path) -> int:
        """The port of the stub of a service; starts it when it does not run."""
        with self._slot:
            if slug in self._draait and self._draait[slug][0].poll() is None:
                return self._draait[slug][1]
            poort = _vrije_poort()
            omgeving = os.environ | {
                "SAMENLOKET_PROEF": "1",
                "SAMENLOKET_OPSLAG": str(self.map / slug),
                "SAMENLOKET_BASIS": f"/proef/{slug}",
                "PYTHONDONTWRITEBYTECODE": "1",
            }
            opdracht = [sys.executable, "-m", "dienst", "--port", str(poort)]
            self._draait[slug] = subprocess.Popen(opdracht, cwd=stub, env=omgeving), poort
        _wacht_op(poort, self._draait[slug][0])
        return poort

    def herstart(self) -> None:
        """Stop every stub; each starts again, from the new output, when it is asked for."""
        with self._slot:
            for proces, _ in self._draait.values():
                proces.terminate()
            self._draait.clear()

    stop = herstart


def _vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def _wacht_op(poort: int, proces: subprocess.Popen[bytes]) -> None:
    """Wait until the stub answers. Raises OSError when it ends or takes longer than fifteen seconds."""
    for _ in range(150):
        if proces.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", poort), 0.2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise OSError("the stub did not start")
