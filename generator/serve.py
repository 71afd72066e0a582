"""Shows the catalogue and the forms on this computer, with the built stubs behind the same address, and follows changes.

`/` is the site, `/proef/<slug>/` the stub of a service. A stub is started at its first request, as a process of its own
with a throw-away folder for what is sent; nothing of it outlives this command.
"""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Collection, Iterable
from datetime import date
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from catalogue.catalogus import Catalogus, Onbekend
from catalogue.diagnostics import Onbruikbaar
from generator.build import bouw_alles
from generator.plekken import bron_map
from generator.programmafout import Programmafouten
from generator.site import SITE, maak_site, ververs
from generator.taken import Opdracht

MAX_BERICHT = 60_000_000
KOPPEN = {
    "Content-Security-Policy": "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}
"""With every page of the site: nothing from elsewhere, and never an old page after a change."""
Standen = dict[str, tuple[int, int]]
_NIET_DOOR = {"connection", "transfer-encoding", "keep-alive", "host", "content-length"}


def start(specs: Path, uit: Path, poort: int, vandaag: date, gebouwd: bool = False) -> None:
    """Build (unless that was just done), serve until interrupted, and rebuild when a file changes. Prints the address. Raises
    ValueError for a port that cannot be used."""
    import uvicorn

    deur = _deur(poort)
    # The server hands a signal on when it is done: as Ctrl+C, so that the trials end too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    volger = Volger(specs, uit, vandaag, gebouwd)
    if not gebouwd:
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
    """The application: the site, the trials, and the numbers that tell a page to look again."""

    async def stand(_: Request) -> Response:
        return JSONResponse(volger.stand, headers={"Cache-Control": "no-store"})

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

    def file_response(self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200) -> Response:
        """A page goes out at once: it may be written anew, and then what was promised of a stream is not what comes."""
        antwoord = super().file_response(full_path, stat_result, scope, status_code)
        if not isinstance(antwoord, FileResponse) or not str(full_path).endswith(".html"):
            return antwoord
        return HTMLResponse(Path(full_path).read_bytes(), status_code, {naam: antwoord.headers[naam] for naam in ("etag", "last-modified")})


class Volger:
    """Looks at the files of the specifications and the site, and builds again when one changed."""

    def __init__(self, specs: Path, uit: Path, vandaag: date, gebouwd: bool = False) -> None:
        self.specs, self.uit, self.vandaag = specs, uit, vandaag
        self.stand = {"dienst": 0, "site": int(gebouwd)}
        self.vorige = self._standen()

    def bouw(self, gewijzigd: Collection[str] = (), daarna: Callable[[], None] | None = None) -> None:
        """Build everything; the services that changed, and their pages, before the rest. `daarna` is called once, as soon as what
        was changed can be seen.

        What is wrong is printed, and the last good output stays, the pages of the site included."""
        catalogus = Catalogus(self.specs)
        eerst = [slug for slug in catalogus.slugs if slug in gewijzigd]
        if eerst and not self._maak(catalogus, eerst):
            return
        if eerst and self._pagina(lambda: ververs(catalogus, eerst, self.uit, self.vandaag)):
            self._meld("dienst", daarna)
            daarna = None
        if not self._maak(catalogus):
            return
        self._pagina(lambda: maak_site(catalogus, self.uit, self.vandaag))
        self._meld("site")
        if daarna:
            self._meld("dienst", daarna)

    def _maak(self, catalogus: Catalogus, slugs: Iterable[str] = ()) -> bool:
        """Everything but the pages, of some services or of all. Says whether pages can be made of it."""
        verslag = bouw_alles(Opdracht(catalogus, self.vandaag, self.uit, tuple(slugs)))
        _zeg(*verslag.mislukt, *verslag.fouten.regels())
        blijft = bool(verslag.mislukt) and self.stand["site"] > 0
        if blijft:
            _zeg("De pagina's blijven zoals ze waren, tot dit klopt.")
        return not blijft

    def _pagina(self, maak: Callable[[], object]) -> bool:
        """Make pages. Says whether that went well; what went wrong is printed."""
        fouten = Programmafouten(self.uit)
        gelukt = False
        try:
            with fouten.bij("De site", "site"):
                gelukt = bool(maak())
        except (Onbekend, Onbruikbaar) as fout:
            _zeg(str(fout))
        _zeg(*fouten.regels())
        return gelukt

    def _meld(self, wat: str, daarna: Callable[[], None] | None = None) -> None:
        """Let the pages that are open load again: those of a `dienst`, or those of all the `site`."""
        self.stand = self.stand | {wat: self.stand[wat] + 1}
        if daarna:
            daarna()

    def volg(self, daarna: Callable[[], None]) -> None:
        """Rebuild after each change, for ever; `daarna` is called when new output stands."""
        while True:
            time.sleep(0.4)
            nu = self._standen()
            if nu == self.vorige:
                continue
            gewijzigd = self._diensten(nu)
            self.vorige = nu
            begin = time.perf_counter()

            def klaar(begin: float = begin) -> None:
                daarna()
                print(f"Opnieuw gebouwd in {time.perf_counter() - begin:.1f} s.", flush=True)

            try:
                self.bouw(gewijzigd, klaar)
            except Exception as fout:  # a broken template or half-saved file must not end the following
                _zeg(f"Bouwen mislukt: {type(fout).__name__}: {fout}")

    def _diensten(self, nu: Standen) -> set[str]:
        """The services of which a file changed, came or went; none when something else changed too, which may show everywhere."""
        anders = [os.path.relpath(pad, self.specs).split(os.sep) for pad, _ in self.vorige.items() ^ nu.items()]
        return {delen[1] for delen in anders} if all(delen[0] == "diensten" and len(delen) > 2 for delen in anders) else set()

    def _standen(self) -> Standen:
        """Every file that decides what is built, with its time and size."""
        uit = {}
        for map in (self.specs, bron_map("site"), bron_map("templates")):
            for basis, _, bestanden in os.walk(map):
                for naam in bestanden:
                    if naam.startswith(".") or naam.endswith("~"):
                        continue
                    pad = os.path.join(basis, naam)
                    try:
                        stand = os.stat(pad)
                    except FileNotFoundError:
                        continue
                    uit[pad] = stand.st_mtime_ns, stand.st_size
        return uit


def _zeg(*regels: str) -> None:
    """Tell who started this what is wrong."""
    for regel in regels:
        print(regel, file=sys.stderr, flush=True)


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
            proces = subprocess.Popen(opdracht, cwd=stub, env=omgeving, stderr=subprocess.PIPE)
            threading.Thread(target=_zeg_na, args=(proces.stderr,), daemon=True).start()
            self._draait[slug] = proces, poort
        _wacht_op(poort, self._draait[slug][0])
        return poort

    def herstart(self) -> None:
        """Stop every stub; each starts again, from the new output, when it is asked for."""
        with self._slot:
            for proces, _ in self._draait.values():
                proces.terminate()
            self._draait.clear()

    stop = herstart


def _zeg_na(regels: Iterable[bytes]) -> None:
    """What a stub says, but for how its server starts and stops, at an address that is only for this command."""
    for regel in regels:
        if not regel.startswith(b"INFO: "):
            sys.stderr.buffer.write(regel)
            sys.stderr.buffer.flush()


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
