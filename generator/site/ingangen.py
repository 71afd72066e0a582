"""The ways into the catalogue: the home page, A to Z, and the lists by life event, theme and group of people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from catalogue import register
from catalogue.tekst import in_taal
from generator.site.dienstpagina import Dienstpagina
from generator.site.opweg import hints
from generator.sjabloon import sjabloon
from generator.target import STEMMEN

Paginas = list[Dienstpagina]
Groep = dict[str, Any]


def ingangen(paginas: Paginas) -> Iterator[tuple[str, bytes]]:
    """Each page with its path."""
    yield "index.md", _index(paginas)
    yield (
        "a-z.md",
        _lijst(
            "A tot Z",
            "Alle diensten op naam, met de woorden waaronder mensen ze zoeken.",
            _op_letter(paginas),
            letters=True,
        ),
    )
    yield (
        "levensgebeurtenissen.md",
        _lijst(
            "Levensgebeurtenissen", "Diensten bij wat er in een leven gebeurt.", _groepen(paginas, "levensgebeurtenis")
        ),
    )
    yield "themas.md", _lijst("Thema's", "Diensten per onderwerp.", _groepen(paginas, "thema"))
    yield "doelgroepen.md", _lijst("Doelgroepen", "Diensten per groep mensen.", _groepen(paginas, "doelgroep"))


def _index(paginas: Paginas) -> bytes:
    voorop = _toptaken_eerst(paginas)
    index = [
        {
            "naam": p.naam,
            "url": f"diensten/{p.slug}/",
            "woorden": [p.naam, p.samenvatting, *p.formulier.synoniemen, *p.formulier.producten],
        }
        for p in voorop
    ]
    elders = [p for p in voorop if not p.formulier.levensgebeurtenis]
    return (
        sjabloon("site/index.md.j2")
        .render(
            index=Markup(json.dumps(index, ensure_ascii=False).replace("<", "\\u003c")),
            hints=hints(p.formulier for p in voorop),
            aantal=len(paginas),
            toptaken=[_verwijzing(p, "diensten/") for p in voorop if p.formulier.toptaak],
            groepen=_groepen(voorop, "levensgebeurtenis", "diensten/"),
            elders=_groepen(elders, "thema", "diensten/", rest="Andere diensten"),
            voorbeelden=sum(1 for p in paginas for _ in p.catalogus.voorbeelden(p.slug)),
            stemmen=len(STEMMEN),
        )
        .encode()
    )


def _toptaken_eerst(paginas: Paginas) -> Paginas:
    return sorted(paginas, key=lambda p: (not p.formulier.toptaak, p.naam.casefold()))


def _verwijzing(pagina: Dienstpagina, basis: str = "../diensten/", extra: str = "") -> dict[str, str]:
    return {"url": f"{basis}{pagina.slug}/", "naam": pagina.naam, "samenvatting": pagina.samenvatting, "extra": extra}


def _groepen(paginas: Paginas, soort: str, basis: str = "../diensten/", rest: str = "") -> list[Groep]:
    """The services per life event, theme or group, in the order of the register; top tasks first."""
    tabel = {
        "levensgebeurtenis": register.levensgebeurtenissen,
        "thema": register.themas,
        "doelgroep": register.doelgroepen,
    }[soort]()
    voorop = _toptaken_eerst(paginas)
    uit = [
        {"naam": in_taal(dict(ingang.label), "nl"), "leden": [p for p in voorop if code in p.codes(soort)]}
        for code, ingang in tabel.items()
    ]
    if rest:
        uit.append({"naam": rest, "leden": [p for p in voorop if not set(p.codes(soort)) & set(tabel)]})
    return [
        {"naam": groep["naam"], "diensten": [_verwijzing(p, basis) for p in groep["leden"]]}
        for groep in uit
        if groep["leden"]
    ]


def _op_letter(paginas: Paginas) -> list[Groep]:
    regels = [(p.naam, p, "") for p in paginas]
    regels += [(s, p, f"zie {p.naam}") for p in paginas for s in p.formulier.synoniemen]
    groepen: dict[str, list[dict[str, str]]] = {}
    for naam, pagina, extra in sorted(regels, key=lambda r: (r[0].casefold(), r[1].slug)):
        groepen.setdefault(naam[0].upper(), []).append({**_verwijzing(pagina, extra=extra), "naam": naam})
    return [{"naam": letter, "diensten": diensten} for letter, diensten in groepen.items()]


def _lijst(titel: str, uitleg: str, groepen: list[Groep], letters: bool = False) -> bytes:
    return (
        sjabloon("site/lijst.md.j2")
        .render(titel=titel, titel_yaml=json.dumps(titel), uitleg=uitleg, groepen=groepen, letters=letters)
        .encode()
    )
