"""The catalogue as a website: Markdown pages from the catalogue and the build, and MkDocs to make a site of them.

Plain Markdown with HTML tables, one theme, no macros, so that another builder of MkDocs sites can take it over.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from markupsafe import Markup

from catalogue import register
from catalogue.catalogus import Catalogus
from catalogue.invulling import DienstInvulling
from catalogue.tekst import in_taal
from generator.plekken import bron_map
from generator.site.bundel import Bundel, bundels, zet_neer
from generator.site.dienstpagina import Dienstpagina
from generator.site.opweg import hints
from generator.sjabloon import sjabloon

DOCS = ".docs"
SITE = "site"
Gebouwd = dict[str, Bundel]


def maak_site(catalogus: Catalogus, uit: Path, vandaag: date) -> Path:
    """Write the pages to `uit/.docs`, build them to `uit/site`, put what was built beside them, and give that folder."""
    gebouwd = bundels(uit)
    schrijf_paginas(catalogus, gebouwd, uit / DOCS, vandaag)
    _mkdocs(uit / DOCS, uit / SITE)
    zet_neer(gebouwd, uit / SITE)
    return uit / SITE


def schrijf_paginas(catalogus: Catalogus, gebouwd: Gebouwd, docs: Path, vandaag: date) -> None:
    """The Markdown of the whole site: the hand-written pages, and those of the catalogue; only what changed."""
    vorige = {p for p in docs.rglob("*") if p.is_file()} if docs.is_dir() else set()
    nieuw: set[Path] = set()
    for pad, inhoud in [*_handgeschreven(), *_uit_catalogus(catalogus, gebouwd, vandaag)]:
        doel = docs / pad
        nieuw.add(doel)
        if doel.is_file() and doel.read_bytes() == inhoud:
            continue
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(inhoud)
    for weg in vorige - nieuw:
        weg.unlink()


def _handgeschreven() -> Iterator[tuple[str, bytes]]:
    basis = bron_map("site") / "docs"
    for pad in sorted(basis.rglob("*")):
        if pad.is_file():
            yield str(pad.relative_to(basis)), pad.read_bytes()


def _uit_catalogus(catalogus: Catalogus, gebouwd: Gebouwd, vandaag: date) -> Iterator[tuple[str, bytes]]:
    paginas = [p for slug in catalogus.slugs if (p := Dienstpagina.van(catalogus, slug, gebouwd, vandaag))]
    for pagina in paginas:
        yield f"diensten/{pagina.slug}.md", sjabloon("site/dienst.md.j2").render(d=pagina.gegevens()).encode()
    yield "index.md", _index(paginas)
    yield "a-z.md", _lijst("A tot Z", "Alle diensten op naam, met de woorden waaronder mensen ze zoeken.", _op_letter(paginas))
    yield "levensgebeurtenissen.md", _lijst("Levensgebeurtenissen", "Diensten bij wat er in een leven gebeurt.", _groepen(paginas, "levensgebeurtenis"))
    yield "themas.md", _lijst("Thema's", "Diensten per onderwerp.", _groepen(paginas, "thema"))
    yield "doelgroepen.md", _lijst("Doelgroepen", "Diensten per groep mensen.", _groepen(paginas, "doelgroep"))
    yield "voorbeeldgemeenten.md", _gemeenten(catalogus, gebouwd)
    yield "regels.md", _regels()
    yield "bronnen.md", _bronnen()


def _index(paginas: list[Dienstpagina]) -> bytes:
    index = [
        {"naam": p.naam, "url": f"diensten/{p.slug}/", "woorden": [p.naam, p.samenvatting, *p.formulier.synoniemen, *p.formulier.producten]}
        for p in sorted(paginas, key=lambda p: not p.formulier.toptaak)
    ]
    tekst = Markup(json.dumps(index, ensure_ascii=False).replace("<", "\\u003c"))
    groepen = _groepen(paginas, "levensgebeurtenis", "diensten/")
    rest = [p for p in paginas if not p.formulier.levensgebeurtenis]
    if rest:
        groepen.append({"naam": "Altijd nodig", "diensten": [_verwijzing(p, "diensten/") for p in rest]})
    zoekwoorden = hints(p.formulier for p in paginas)
    voorbeelden = sum(1 for p in paginas for _ in p.catalogus.voorbeelden(p.slug))
    return sjabloon("site/index.md.j2").render(groepen=groepen, index=tekst, hints=zoekwoorden, voorbeelden=voorbeelden).encode()


def _verwijzing(pagina: Dienstpagina, basis: str = "../diensten/", extra: str = "") -> dict[str, str]:
    return {"url": f"{basis}{pagina.slug}/", "naam": pagina.naam, "samenvatting": pagina.samenvatting, "extra": extra}


def _groepen(paginas: list[Dienstpagina], soort: str, basis: str = "../diensten/") -> list[dict]:
    """The services per life event, theme or group, in the order of the register."""
    tabel = {"levensgebeurtenis": register.levensgebeurtenissen, "thema": register.themas, "doelgroep": register.doelgroepen}[soort]()
    uit = []
    for code, ingang in tabel.items():
        leden = [p for p in paginas if code in p.codes(soort)]
        if leden:
            uit.append({"naam": in_taal(dict(ingang.label), "nl"), "diensten": [_verwijzing(p, basis) for p in leden]})
    return uit


def _op_letter(paginas: list[Dienstpagina]) -> list[dict]:
    regels = [(p.naam, p, "") for p in paginas]
    regels += [(s, p, f"zie {p.naam}") for p in paginas for s in p.formulier.synoniemen]
    groepen: dict[str, list[dict[str, str]]] = {}
    for naam, pagina, extra in sorted(regels, key=lambda r: (r[0].casefold(), r[1].slug)):
        groepen.setdefault(naam[0].upper(), []).append({**_verwijzing(pagina, extra=extra), "naam": naam})
    return [{"naam": letter, "diensten": diensten} for letter, diensten in groepen.items()]


def _lijst(titel: str, uitleg: str, groepen: list[dict]) -> bytes:
    return sjabloon("site/lijst.md.j2").render(titel=titel, titel_yaml=json.dumps(titel), uitleg=uitleg, groepen=groepen).encode()


def _gemeenten(catalogus: Catalogus, gebouwd: Gebouwd) -> bytes:
    """Each municipality that filled something in, with its forms and downloads."""
    gemeenten = []
    for code, gelezen in catalogus.adopties.items():
        if gelezen.model is None:
            continue
        mappen = {slug: bundel for slug in gelezen.model.diensten if (bundel := gebouwd.get(f"gemeenten/{code}/{slug}"))}
        diensten = [_van_gemeente(catalogus, slug, code, bundel, gelezen.model.diensten[slug]) for slug, bundel in mappen.items()]
        gemeenten.append({"naam": f"{gelezen.model.naam} ({code})", "diensten": diensten, "open": [t.punt for t in gelezen.model.te_controleren]})
    return sjabloon("site/voorbeeldgemeenten.md.j2").render(gemeenten=gemeenten).encode()


def _van_gemeente(catalogus: Catalogus, slug: str, code: str, bundel: Bundel, vul: DienstInvulling) -> dict[str, str]:
    model = catalogus.dienst(slug).model
    versie = vul.uitgave or (catalogus.uitgaven(slug) or ("werkbestand",))[-1]
    delen = [(len(vul.parameters), "waarden"), (len(vul.lijsten), "lijsten"), (len(vul.uit), "uitgezet"), (len(vul.verplicht), "verplicht gemaakt"), (len(vul.lokaal), "eigen vragen")]
    basis = f"../{bundel.map}"
    return {
        "url": f"{basis}/formulier/index.html", "naam": in_taal(model.naam, "nl") if model else slug, "versie": versie,
        "wat": ", ".join(f"{aantal} {wat}" for aantal, wat in delen if aantal), "zip": f"{basis}/{bundel.zip_naam}", "kb": bundel.kb(),
    }  # fmt: skip


def _regels() -> bytes:
    """The documentation of every code, from the rules themselves."""
    from catalogue.regels.uitleg import codes, uitleg

    delen = ["---\ntitle: Regels\n---\n# Regels\n\nWat `samenloket check` nakijkt, met de reden en de uitweg.\n"]
    delen += [f"\n{uitleg(code)}\n" for code in codes()]
    return "".join(delen).encode()


def _bronnen() -> bytes:
    rijen = "".join(f"| {naam} | {bron} | {stand or 'onbekend'} |\n" for naam, bron, stand in register.verantwoording())
    return f"---\ntitle: Bronnen\n---\n# Bronnen\n\nWaar de gegevens van de catalogus vandaan komen.\n\n| Gegevens | Bron | Stand |\n| --- | --- | --- |\n{rijen}".encode()


def _mkdocs(docs: Path, site: Path) -> None:
    """Build the site. Raises RuntimeError with what MkDocs warned of: a broken link is a fault."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    meldingen = _Meldingen(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(meldingen)
    logger.propagate = False
    try:
        config = load_config(str(bron_map("site") / "mkdocs.yml"), docs_dir=str(docs.resolve()), site_dir=str(site.resolve()))
        build(config)
    finally:
        logger.removeHandler(meldingen)
    if meldingen.regels:
        raise RuntimeError("\n".join(meldingen.regels))


class _Meldingen(logging.Handler):
    """Collects what MkDocs warns of."""

    def __init__(self, niveau: int) -> None:
        super().__init__(niveau)
        self.regels: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.regels.append(record.getMessage())
