"""The catalogue as a website: Markdown pages from the catalogue and the build, and MkDocs to make a site of them.

Plain Markdown with HTML tables, one theme, no macros, so that another builder of MkDocs sites can take it over.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path

from catalogue import register
from catalogue.catalogus import Catalogus
from catalogue.diagnostics import Onbruikbaar
from generator.plekken import bron_map
from generator.site.blokken import vaste_blokken
from generator.site.bulk import zet_bulk
from generator.site.bundel import Bundel, bundels, zet_neer
from generator.site.conformiteit import NAAM as CONFORMITEIT
from generator.site.conformiteit import conformiteitspagina, download
from generator.site.dienstpagina import Dienstpagina
from generator.site.gemeenten import voorbeeldgemeenten
from generator.site.ingangen import ingangen
from generator.site.kenmerken.pagina import kenmerkenpagina
from generator.site.uitvoer import uitvoerpagina
from generator.sjabloon import sjabloon

DOCS = ".docs"
SITE = "site"
Gebouwd = dict[str, Bundel]


def maak_site(catalogus: Catalogus, uit: Path, vandaag: date) -> Path:
    """Write the pages to `uit/.docs`, build them to `uit/site`, put what was built beside them, and give that folder.

    The site that was there stays until the new one is whole."""
    gebouwd = bundels(uit)
    paginas = _dienstpaginas(catalogus, catalogus.slugs, gebouwd, vandaag)
    schrijf_paginas(catalogus, paginas, gebouwd, uit / DOCS)
    nieuw, site = uit / ".site", uit / SITE
    _mkdocs(uit / DOCS, nieuw)
    zet_neer(gebouwd, nieuw)
    zet_bulk((p.bundel(p.over_te_nemen) for p in paginas), nieuw)
    (nieuw / CONFORMITEIT).write_bytes(download())
    oud = uit / ".site-oud"
    shutil.rmtree(oud, ignore_errors=True)
    if site.exists():
        site.rename(oud)
    nieuw.rename(site)
    shutil.rmtree(oud, ignore_errors=True)
    return site


def ververs(catalogus: Catalogus, slugs: Collection[str], uit: Path, vandaag: date) -> bool:
    """The pages of these services alone, in a site that is there: for who is writing. Says whether there was a site; what else
    follows from the change (lists, search, links that are checked) comes with `maak_site`."""
    index = uit / SITE / "search" / "search_index.json"
    if not index.is_file():
        return False
    zoeken = index.read_bytes()
    gebouwd = bundels(uit)
    paginas = _dienstpaginas(catalogus, slugs, gebouwd, vandaag)
    for pagina in paginas:
        _schrijf(uit / DOCS / _pad(pagina), _markdown(pagina))
    _mkdocs(uit / DOCS, uit / SITE, alleen_nieuwer=True)
    index.write_bytes(zoeken)
    zet_neer({map: b for map, b in gebouwd.items() if map.split("/")[1] in slugs}, uit / SITE)
    return True


def _dienstpaginas(catalogus: Catalogus, slugs: Iterable[str], gebouwd: Gebouwd, vandaag: date) -> list[Dienstpagina]:
    return [p for slug in slugs if (p := Dienstpagina.van(catalogus, slug, gebouwd, vandaag))]


def schrijf_paginas(catalogus: Catalogus, paginas: list[Dienstpagina], gebouwd: Gebouwd, docs: Path) -> None:
    """The Markdown of the whole site: the hand-written pages, and those of the catalogue; only what changed."""
    vorige = {p for p in docs.rglob("*") if p.is_file()} if docs.is_dir() else set()
    nieuw: set[Path] = set()
    for pad, inhoud in [*_handgeschreven(), *_uit_catalogus(catalogus, paginas, gebouwd)]:
        nieuw.add(docs / pad)
        _schrijf(docs / pad, inhoud)
    for weg in vorige - nieuw:
        weg.unlink()


def _schrijf(doel: Path, inhoud: bytes) -> None:
    if not doel.is_file() or doel.read_bytes() != inhoud:
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(inhoud)


def _handgeschreven() -> Iterator[tuple[str, bytes]]:
    basis = bron_map("site") / "docs"
    for pad in sorted(basis.rglob("*")):
        if pad.is_file():
            yield str(pad.relative_to(basis)), pad.read_bytes()


def _uit_catalogus(catalogus: Catalogus, paginas: list[Dienstpagina], gebouwd: Gebouwd) -> Iterator[tuple[str, bytes]]:
    for pagina in paginas:
        yield _pad(pagina), _markdown(pagina)
    yield from ingangen(paginas)
    yield from kenmerkenpagina(catalogus, paginas)
    yield from uitvoerpagina()
    yield from conformiteitspagina()
    yield "vaste-blokken.md", vaste_blokken(catalogus, paginas)
    yield "voorbeeldgemeenten.md", voorbeeldgemeenten(catalogus, gebouwd)
    yield "regels.md", _regels()
    yield "bronnen.md", _bronnen()


def _pad(pagina: Dienstpagina) -> str:
    return f"diensten/{pagina.slug}.md"


def _markdown(pagina: Dienstpagina) -> bytes:
    return sjabloon("site/dienst.md.j2").render(d=pagina.gegevens()).encode()


def _regels() -> bytes:
    """The documentation of every code, from the rules themselves."""
    from catalogue.regels.uitleg import codes, uitleg

    delen = ["---\ntitle: Regels\n---\n# Regels\n\nWat `samenloket check` nakijkt, met de reden en de uitweg.\n"]
    delen += [f"\n{uitleg(code)}\n" for code in codes()]
    return "".join(delen).encode()


def _bronnen() -> bytes:
    rijen = "".join(f"| {naam} | {bron} | {stand or 'onbekend'} |\n" for naam, bron, stand in register.verantwoording())
    return f"---\ntitle: Bronnen\n---\n# Bronnen\n\nWaar de gegevens van de catalogus vandaan komen.\n\n| Gegevens | Bron | Stand |\n| --- | --- | --- |\n{rijen}".encode()


def _mkdocs(docs: Path, site: Path, alleen_nieuwer: bool = False) -> None:
    """Build the site. Raises Onbruikbaar with what MkDocs warned of: a broken link is a fault. With `alleen_nieuwer` only the
    pages whose Markdown is newer, and nothing is said of the rest."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    meldingen = _Meldingen(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(meldingen)
    logger.propagate = False
    try:
        config = load_config(str(bron_map("site") / "mkdocs.yml"), docs_dir=str(docs.resolve()), site_dir=str(site.resolve()))
        build(config, dirty=alleen_nieuwer)
    finally:
        logger.removeHandler(meldingen)
    if meldingen.regels and not alleen_nieuwer:
        raise Onbruikbaar("\n".join(meldingen.regels))


class _Meldingen(logging.Handler):
    """Collects what MkDocs warns of."""

    def __init__(self, niveau: int) -> None:
        super().__init__(niveau)
        self.regels: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.regels.append(record.getMessage())
