"""The page with what municipalities filled in: their forms and downloads."""

from __future__ import annotations

from catalogue.catalogus import Catalogus
from catalogue.invulling import DienstInvulling
from catalogue.tekst import in_taal
from generator.site.bundel import Bundel
from generator.sjabloon import sjabloon


def voorbeeldgemeenten(catalogus: Catalogus, gebouwd: dict[str, Bundel]) -> bytes:
    """Each municipality that filled something in."""
    gemeenten = []
    for code, gelezen in catalogus.adopties.items():
        if gelezen.model is None:
            continue
        mappen = {
            slug: bundel for slug in gelezen.model.diensten if (bundel := gebouwd.get(f"gemeenten/{code}/{slug}"))
        }
        diensten = [
            _van_gemeente(catalogus, slug, bundel, gelezen.model.diensten[slug]) for slug, bundel in mappen.items()
        ]
        gemeenten.append(
            {
                "naam": f"{gelezen.model.naam} ({code})",
                "diensten": diensten,
                "open": [t.punt for t in gelezen.model.te_controleren],
            }
        )
    return sjabloon("site/voorbeeldgemeenten.md.j2").render(gemeenten=gemeenten).encode()


def _van_gemeente(catalogus: Catalogus, slug: str, bundel: Bundel, vul: DienstInvulling) -> dict[str, str]:
    model = catalogus.dienst(slug).model
    versie = vul.uitgave or (catalogus.uitgaven(slug) or ("werkbestand",))[-1]
    delen = [
        (len(vul.parameters), "waarden"),
        (len(vul.lijsten), "lijsten"),
        (len(vul.uit), "uitgezet"),
        (len(vul.verplicht), "verplicht gemaakt"),
        (len(vul.lokaal), "eigen vragen"),
    ]
    basis = f"../{bundel.map}"
    return {
        "url": f"{basis}/formulier/index.html", "naam": in_taal(model.naam, "nl") if model else slug, "versie": versie,
        "wat": ", ".join(f"{aantal} {wat}" for aantal, wat in delen if aantal), "zip": f"{basis}/{bundel.zip_naam}", "kb": bundel.kb(),
    }  # fmt: skip
