"""The page of a form: HTML for one language and one role, whole without its script."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

from catalogue.formulier import Formulier
from catalogue.tekst import in_taal
from generator.targets.formulier import tekst_html
from generator.targets.formulier.beeld import Tekenaar
from generator.targets.formulier.bestanden import MAP, gedeeld
from generator.targets.formulier.lijsten import id_van, lijsten
from generator.targets.formulier.plan import plan

CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'"
)
"""What the page allows itself. A server sends it as a header too, with `frame-ancestors` as it sees fit."""

SCRIPT_TEKSTEN = (
    "fout", "een_fout", "fouten", "klopt_niet", "verstuur", "volgende", "vorige", "naar_controle", "bezig", "stap_van", "controle",
    "controle_uitleg", "wijzig", "leeg", "geen_vragen", "wis", "wis_zeker", "concept", "concept_uitleg", "ga_verder", "opnieuw",
    "verwijder", "verwijderd", "niet_gelukt", "niet_gelukt_uitleg", "ontvangen", "ontvangen_op", "kenmerk", "bewaar", "afdrukken", "kopie",
)  # fmt: skip
_NAMEN = {"nl": "Nederlands", "en": "English"}


@lru_cache(maxsize=1)
def _omgeving() -> Environment:
    return Environment(
        loader=FileSystemLoader(MAP), autoescape=True, auto_reload=False
    )  # fmt: skip


@lru_cache(maxsize=1)
def _teksten() -> dict[str, dict[str, str]]:
    return json.loads((MAP / "teksten.json").read_text("utf-8"))


def teksten(taal: str) -> dict[str, str]:
    """The words of the form itself (buttons, headings); Dutch for a language without words of its own."""
    alle = _teksten()
    return alle.get(taal, alle["nl"])


def render(
    formulier: Formulier,
    taal: str,
    *,
    rol: str = "indiener",
    map_op: str = "",
    voorwaarden: str | None = None,
    talen: dict[str, str] | None = None,
    actie: str = "",
) -> str:
    """The page. `map_op` leads to the shared files ("../"), `voorwaarden` to the style sheet of this form,
    `talen` maps the other languages to their pages. Deterministic: nothing here looks at a clock.
    """
    t = teksten(taal)
    tekenaar = Tekenaar(formulier, taal, t)
    stijl, huis, script = (map_op + naam for naam in gedeeld())
    html = _omgeving().get_template("pagina.html.j2").render(
        taal=taal, t=t, naam=in_taal(formulier.naam, taal), csp=CSP, css=[stijl, huis], script=script, voorwaarden=voorwaarden,
        instantie=formulier.gemeente.naam if formulier.gemeente else t["instantie"], actie=actie,
        logo=in_taal(formulier.logo.van, taal) if formulier.logo else "",
        talen=[{"taal": code, "naam": _NAMEN.get(code, code), "adres": adres} for code, adres in (talen or {}).items()],
        inleiding=_inleiding(formulier, taal, t) if rol == "indiener" else "", voet=_voet(formulier, taal, t),
        lijsten={id_van(naam): map_op + naam for naam in lijsten(formulier, taal, rol)},
        stappen=[tekenaar.stap(s) for s in formulier.stappen_van(rol)],
        plan=Markup(_json({**plan(formulier, taal, rol), "teksten": {k: t[k] for k in SCRIPT_TEKSTEN}, "hulplijn": _hulplijn(formulier, t)})),
    )  # fmt: skip
    return "\n".join(regel.rstrip() for regel in html.splitlines() if regel.strip()) + "\n"


def _json(gegevens: Any) -> str:
    """JSON that is safe inside a script element."""
    tekst = json.dumps(gegevens, ensure_ascii=False, separators=(",", ":"))
    return tekst.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _geen_plek(_: str) -> None:
    return None


def _inleiding(formulier: Formulier, taal: str, t: dict[str, str]) -> Markup:
    """What it is for, what to have at hand, and where to go when it cannot be done here."""
    delen = [tekst_html.blok([formulier.samenvatting, formulier.inleiding], taal, _geen_plek)]
    if formulier.nodig:
        punten = Markup("").join(
            Markup("<li>{}</li>").format(tekst_html.zin(n, taal, _geen_plek)) for n in formulier.nodig
        )
        delen.append(Markup('<p class="utrecht-paragraph">{}</p><ul>{}</ul>').format(t["nodig"], punten))
    punten = Markup("").join(_elders(e, taal) for e in formulier.elders)
    contact = _hulplijn(formulier, t)
    delen.append(
        Markup('<details class="meer"><summary>{}</summary>{}<p class="utrecht-paragraph">{}</p></details>').format(
            t["elders"], Markup("<ul>{}</ul>").format(punten) if punten else "", contact
        )
    )
    return Markup("\n").join(delen)


def _elders(e: Any, taal: str) -> Markup:
    wanneer, uitleg = (tekst_html.zin(tekst, taal, _geen_plek) for tekst in (e.wanneer, e.uitleg))
    adres = Markup(' <a class="utrecht-link utrecht-link--html-a" href="{0}">{0}</a>').format(e.url) if e.url else ""
    return Markup("<li><strong>{}</strong> {}{}</li>").format(wanneer, uitleg, adres)


def _hulplijn(formulier: Formulier, t: dict[str, str]) -> str:
    """How to reach the municipality; an open place while the form belongs to none."""
    if formulier.gemeente is None:
        return f"{t['contact']} [{t['in_te_vullen']}]"
    waarden = [str(w) for w in formulier.gemeente.contact.values()]
    return f"{t['contact']} {formulier.gemeente.naam}. {', '.join(waarden)}".strip()


def _voet(formulier: Formulier, taal: str, t: dict[str, str]) -> Markup:
    """Why this is asked: the purpose and the law."""
    doel = in_taal(formulier.doelbinding, taal)
    wetten = dict.fromkeys(f"{g.wet}{', artikel ' + g.artikel if g.artikel else ''}" for g in formulier.grondslag)
    if not doel and not wetten:
        return Markup("")
    tekst = ". ".join(x.rstrip(".") for x in (doel, "; ".join(wetten)) if x)
    return Markup("<p><strong>{}</strong> {}.</p>").format(t["wettelijk"], escape(tekst))
