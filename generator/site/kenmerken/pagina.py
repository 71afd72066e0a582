"""The page with the features of the source forms: how the language says each, in real lines, and where it is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from catalogue.catalogus import Catalogus
from catalogue.formulier import WERK
from generator.plekken import bron_map
from generator.site.dienstpagina import Dienstpagina
from generator.site.herkomst import anker
from generator.site.kenmerken import THEMAS, Kenmerk, Plek, fragment_van, vind
from generator.sjabloon import sjabloon

EERST = 3
"""So many places are shown; the others are counted."""


def kenmerkenpagina(catalogus: Catalogus, paginas: Iterable[Dienstpagina]) -> Iterator[tuple[str, bytes]]:
    """The page, and the small specifications that it points to."""
    per_slug = {p.slug: p for p in paginas}
    plekken = vind(catalogus)
    klein = {pad.parent.name: pad for pad in sorted((bron_map("tests") / "kenmerken").glob("*/dienst.yaml"))}
    themas = [
        {"naam": naam, "kenmerken": [_een(k, plekken[k.code], per_slug, k.code in klein) for k in lijst]}
        for naam, lijst in THEMAS.items()
    ]
    met_plek = sum(bool(plekken[k.code]) for lijst in THEMAS.values() for k in lijst)
    yield (
        "kenmerken.md",
        sjabloon("site/kenmerken.md.j2").render(themas=themas, aantal=len(plekken), met_plek=met_plek).encode(),
    )
    yield from ((f"kenmerken/{code}.yaml", Path(pad).read_bytes()) for code, pad in klein.items())


def _een(kenmerk: Kenmerk, plekken: list[Plek], per_slug: dict[str, Dienstpagina], klein: bool) -> dict[str, Any]:
    samen = _samen(plekken)
    eerste = list(samen.items())[:EERST]
    return {
        "code": kenmerk.code,
        "naam": kenmerk.naam,
        "hoe": _met_code(kenmerk.hoe),
        "vanzelf": kenmerk.vanzelf,
        "aantal": kenmerk.aantal,
        "voorbeeld": _in_bron(kenmerk.voorbeeld),
        "fragment": fragment_van(kenmerk, plekken),
        "plekken": [_plek(slug, pad, versies, per_slug.get(slug)) for (slug, pad), versies in eerste],
        "meer": max(0, len(samen) - EERST),
        "diensten": len({slug for slug, _ in samen}),
        "klein": f"{kenmerk.code}.yaml" if klein else "",
    }


def _samen(plekken: list[Plek]) -> dict[tuple[str, str], list[str]]:
    """The same path in several versions of a service is one place. First a place of each service, to show more of them."""
    per_plek: dict[tuple[str, str], list[str]] = {}
    for p in plekken:
        versies = per_plek.setdefault((p.slug, p.pad), [])
        if p.versie not in versies:
            versies.append(p.versie)
    eerst: dict[str, tuple[str, str]] = {}
    for sleutel in per_plek:
        eerst.setdefault(sleutel[0], sleutel)
    return {sleutel: per_plek[sleutel] for sleutel in dict.fromkeys((*eerst.values(), *per_plek))}


def _plek(slug: str, pad: str, versies: list[str], pagina: Dienstpagina | None) -> dict[str, Any]:
    namen = ["werkbestand" if v == WERK else v for v in sorted(versies, key=lambda v: (v != WERK, v))]
    return {
        "naam": pagina.naam if pagina else slug,
        "url": _url(pad, versies, pagina) if pagina else "",
        "pad": pad,
        "versies": ", ".join(namen),
    }


def _url(pad: str, versies: list[str], pagina: Dienstpagina) -> str:
    """The row in the data table of the service, its step, or the versions when the page shows another."""
    if pagina.versie not in versies:
        return f"../diensten/{pagina.slug}/#versies"
    rij = anker(pad, pagina.paden)
    return f"../diensten/{pagina.slug}/" + (f"#{rij}" if rij else "")


def _met_code(tekst: str) -> Markup:
    """A sentence in which words between backticks are words of the language."""
    delen = [
        Markup("<code>{}</code>").format(deel) if i % 2 else escape(deel) for i, deel in enumerate(tekst.split("`"))
    ]
    return Markup("").join(delen)


def _in_bron(voorbeeld: str) -> str:
    """The source's own example, in words."""
    vorm, _, rij = voorbeeld.partition(" ")
    blok, _, nummer = rij.partition(".")
    return vorm + (f", blok {blok}" if blok else "") + (f", rij {nummer}" if nummer else "")
