"""The page with the shared blocks: their questions, who uses them, and the source each row comes from."""

from __future__ import annotations

from typing import Any

from catalogue.catalogus import Catalogus
from catalogue.formulier import WERK, Vraag, elementen
from catalogue.herleiding import blok_als_formulier
from catalogue.tekst import in_taal
from generator.site.dienstpagina import Dienstpagina
from generator.site.herkomst import aanwijzingen, tabel
from generator.sjabloon import sjabloon
from generator.spoor import van_blok
from generator.targets.pagina import gegevens


def vaste_blokken(catalogus: Catalogus, paginas: list[Dienstpagina]) -> bytes:
    """Every block that can be read, by name."""
    gelezen = [(slug, g.model) for slug, g in sorted(catalogus.blokken.items()) if g.model]
    return (
        sjabloon("site/blokken.md.j2")
        .render(blokken=[_blok(catalogus, slug, blok, paginas) for slug, blok in gelezen])
        .encode()
    )


def _blok(catalogus: Catalogus, slug: str, blok: Any, paginas: list[Dienstpagina]) -> dict[str, Any]:
    formulier = blok_als_formulier(blok, catalogus.bouwstenen).formulier
    rijen = [{**rij, "pad": rij["pad"].removeprefix("blok.")} for rij in gegevens(formulier)]
    dingen = [e for stap in formulier.stappen for e in elementen(stap.inhoud)]
    namen = {e.pad.removeprefix("blok."): in_taal(e.veld.vraag, "nl") for e in dingen if isinstance(e, Vraag)}
    spoor = (
        tabel(van_blok(catalogus, blok, WERK), blok.herkomst, blok.afwijkingen, namen)
        if blok.herkomst and blok.herkomst_heel
        else None
    )
    return {
        "slug": slug, "naam": in_taal(blok.naam, "nl"), "omschrijving": in_taal(blok.omschrijving, "nl"), "rijen": rijen, "herleiding": spoor,
        "aanwijzingen": aanwijzingen(formulier, lambda e: namen.get(e.pad.removeprefix("blok."), e.id)),
        "diensten": [{"naam": p.naam, "url": f"../diensten/{p.slug}/"} for p in paginas if _gebruikt(p, slug)],
    }  # fmt: skip


def _gebruikt(pagina: Dienstpagina, slug: str) -> bool:
    return any(
        stap.blok == slug or any(e.uit_blok == slug for e in elementen(stap.inhoud))
        for stap in pagina.formulier.stappen
    )
