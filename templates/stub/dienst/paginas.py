"""The pages of the form as they were generated, with what only the running service knows put in.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urljoin

from dienst.omgeving import Gezien

SOORTEN = {".css": "text/css", ".mjs": "text/javascript", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
_VERWIJZING = re.compile(r'\b(href|src|data-bron)="(?!#|/|[a-z]+:)([^"]*)"')
_PLAN = re.compile(r'(<script type="application/json" id="plan">)(.*?)(</script>)', re.S)
_HASH = re.compile(r"\.[0-9a-f]{10}\.")
PROEF = {
    "nl": "Dit is een proef. Wat u invult, gaat niet naar een gemeente.",
    "en": "This is a trial. What you fill in does not go to a municipality.",
}


class Pagina(NamedTuple):
    """The form for one role and language."""

    rol: str
    taal: str
    html: str


class Bestand(NamedTuple):
    """A file of the form: its bytes, its kind, and whether it can be kept for ever."""

    inhoud: bytes
    soort: str
    blijvend: bool


class Paginas:
    """Everything below `formulier/`, read once. Links are made absolute, so that a page may come from any address."""

    def __init__(self, map: Path, basis: str, rollen: list[str], talen: list[str], proef: bool) -> None:
        self.bestanden: dict[str, Bestand] = {}
        self.paginas: dict[str, Pagina] = {}
        self.plannen: dict[tuple[str, str], dict[str, Any]] = {}
        for pad in sorted(p for p in map.rglob("*") if p.is_file()):
            naam = pad.relative_to(map).as_posix()
            delen = naam.split("/")[:-1]
            rol = delen[0] if delen and delen[0] in rollen else "indiener"
            if pad.name == "index.html":
                taal = delen[-1] if delen and delen[-1] in talen else talen[0]
                html = self._klaar(pad.read_text("utf-8"), f"{basis}/{naam}", taal if proef else None)
                self.paginas[naam.removesuffix("index.html")] = Pagina(rol, taal, html)
            elif plan := re.fullmatch(r"plan\.([a-z]+)\.json", pad.name):
                self.plannen[rol, plan[1]] = json.loads(pad.read_text("utf-8"))
            elif pad.suffix in SOORTEN:
                self.bestanden[naam] = Bestand(pad.read_bytes(), SOORTEN[pad.suffix], bool(_HASH.search(pad.name)))

    @staticmethod
    def _klaar(html: str, adres: str, proef: str | None) -> str:
        html = _VERWIJZING.sub(lambda m: f'{m[1]}="{escape(urljoin(adres, m[2]).removesuffix("index.html"))}"', html)
        if proef:
            tekst = escape(PROEF.get(proef, PROEF["nl"]))
            balk = f'<div class="utrecht-alert utrecht-alert--warning" id="proef"><div class="utrecht-alert__message"><p class="utrecht-paragraph">{tekst}</p></div></div>'
            html = html.replace("<main", f"{balk}\n<main", 1)
        return html

    def pagina(self, rol: str, taal: str) -> Pagina:
        """The page of a role in a language, or in the first language when there is none."""
        eigen = [p for p in self.paginas.values() if p.rol == rol]
        return next((p for p in eigen if p.taal == taal), eigen[0])

    @staticmethod
    def met_omstandigheden(pagina: Pagina, gezien: Gezien) -> str:
        """The page, with what its script must know: today, the way in, and what this municipality has."""
        o = gezien.o
        soort, middel, niveau = o.indiener or ("burger", "geen", None)
        wie = {"soort": soort, "middel": middel, **({"niveau": niveau} if niveau else {})}
        eigen = {"vandaag": o.vandaag.isoformat(), "indiener": wie, "voorzieningen": o.voorzieningen, "parameters": o.parameters}

        def vul(m: re.Match[str]) -> str:
            plan = json.loads(m[2])
            plan["omstandigheden"] = {**plan.get("omstandigheden", {}), **eigen}
            tekst = json.dumps(plan, ensure_ascii=False, separators=(",", ":"))
            veilig = tekst.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
            return m[1] + veilig + m[3]

        return _PLAN.sub(vul, pagina.html, count=1)
