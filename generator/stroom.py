"""The flow of a service as a picture: its steps from top to bottom, when each is shown, who fills it in, where one leaves it.

SVG with text, a title and a description; the same facts stand in words in the data table beside it.
"""

from __future__ import annotations

import textwrap

from markupsafe import escape

from catalogue.formulier import Formulier, Stap, elementen
from catalogue.tekst import in_taal
from catalogue.voorwaarde import ALTIJD
from generator.dialect.nederlands import zin
from generator.targets.formulier.pagina import teksten
from generator.targets.formulier.wijzer import Wijzer

BREED, MIDDEN, REGEL = 760, 250, 18
VAK = 300
_UITKOMST = {
    "online": "verder online", "balie": "naar de balie", "andere_dienst": "andere dienst",
    "andere_instantie": "andere instantie", "geen_recht": "kan niet",
}  # fmt: skip


def stroom_svg(formulier: Formulier, taal: str = "nl") -> str:
    """The picture, as the text of an SVG file."""
    wijzer = Wijzer(formulier, taal, teksten(taal))
    delen: list[str] = []
    y = 20
    y = _rond(delen, y, "Begin")
    for stap in formulier.stappen:
        y = _stap(delen, y, stap, wijzer, taal)
        if stap.vooraf and not _volgende_vooraf(formulier, stap):
            y = _rond(delen, y, "Inloggen")
    y = _rond(delen, y, "Controleren en versturen", laatste=True)
    naam = escape(in_taal(formulier.naam, taal))
    stappen = escape(", ".join(in_taal(s.titel, taal) for s in formulier.stappen))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREED} {y + 10}" width="{BREED}" height="{y + 10}" '
        f'font-family="system-ui, sans-serif" font-size="14" role="img" aria-labelledby="t d">'
        f'<title id="t">De stappen van {naam}</title><desc id="d">Van boven naar beneden: {stappen}.</desc>'
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(delen)}</svg>\n'
    )


def _volgende_vooraf(formulier: Formulier, stap: Stap) -> bool:
    volgende = formulier.stappen[formulier.stappen.index(stap) + 1 :]
    return bool(volgende) and volgende[0].vooraf


def _rond(delen: list[str], y: int, tekst: str, laatste: bool = False) -> int:
    delen.append(f'<rect x="{MIDDEN - 110}" y="{y}" width="220" height="36" rx="18" fill="#154273"/>')
    delen.append(f'<text x="{MIDDEN}" y="{y + 23}" text-anchor="middle" fill="#fff">{escape(tekst)}</text>')
    if not laatste:
        _pijl(delen, y + 36)
    return y + 36 + (0 if laatste else 26)


def _pijl(delen: list[str], y: int) -> None:
    delen.append(f'<path d="M{MIDDEN} {y}v20m-5 -7l5 7l5 -7" fill="none" stroke="#154273" stroke-width="2"/>')


def _stap(delen: list[str], y: int, stap: Stap, wijzer: Wijzer, taal: str) -> int:
    aantal = sum(e.aard == "vraag" for e in elementen(stap.inhoud))
    regels = textwrap.wrap(in_taal(stap.titel, taal), 36)
    onder = [f"{aantal} {'vraag' if aantal == 1 else 'vragen'}" + (f" · door de {stap.door}" if stap.door else "")]
    hoog = 16 + REGEL * (len(regels) + len(onder))
    rechts = _rechts(stap, wijzer, taal)
    streep = ' stroke-dasharray="6 4"' if stap.toon_als != ALTIJD else ""
    delen.append(f'<rect x="{MIDDEN - VAK // 2}" y="{y}" width="{VAK}" height="{hoog}" rx="4" fill="#eef3f8" stroke="#154273"{streep}/>')
    for i, regel in enumerate((*regels, *onder)):
        dik = ' font-weight="600"' if i < len(regels) else ' fill="#444"'
        delen.append(f'<text x="{MIDDEN}" y="{y + 22 + i * REGEL}" text-anchor="middle"{dik}>{escape(regel)}</text>')
    x = MIDDEN + VAK // 2
    for i, (tekst, kleur) in enumerate(rechts):
        delen.append(f'<text x="{x + 24}" y="{y + 18 + i * 16}" font-size="12" fill="{kleur}">{escape(tekst)}</text>')
    if rechts:
        delen.append(f'<path d="M{x} {y + 14}h18" stroke="#888" fill="none"/>')
    eind = y + max(hoog, 16 * len(rechts) + 8)
    delen.append(f'<path d="M{MIDDEN} {y + hoog}v{eind - y - hoog}" stroke="#154273" stroke-width="2"/>')
    _pijl(delen, eind)
    return eind + 26


def _rechts(stap: Stap, wijzer: Wijzer, taal: str) -> list[tuple[str, str]]:
    """What is said beside a step: its condition, and the ways out."""
    uit: list[tuple[str, str]] = []
    if stap.toon_als != ALTIJD:
        uit += [(regel, "#444") for regel in textwrap.wrap("Alleen " + zin(stap.toon_als, wijzer.noem, taal), 48, max_lines=4, placeholder=" …")]
    for stop in stap.stop:
        tekst = f"→ {_UITKOMST[stop.uitkomst]}: {zin(stop.als, wijzer.noem, taal)}"
        uit += [(regel, "#a02018") for regel in textwrap.wrap(tekst, 48, max_lines=3, placeholder=" …")]
    return uit
