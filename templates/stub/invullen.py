"""Puts answers and faults in the page of a form, for people whose browser runs no scripts.

The page is `formulier/index.html` as it was generated; this reads it once and writes it again with the values filled in,
the rows that were used opened, each fault at its question, and a list of the faults above the form. And it makes the
receipt, which shows exactly what was kept. Standard library only; everything that comes in is escaped.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from html.parser import HTMLParser
from typing import Any

TEKST = {
    "nl": {"fout": "Fout", "een": "Er is 1 antwoord dat niet klopt", "meer": "Er zijn {n} antwoorden die niet kloppen",
           "ontvangen": "Wij hebben uw formulier ontvangen", "op": "Ontvangen op {tijd}.", "kenmerk": "Uw kenmerk:",
           "bewaar": "Bewaar dit kenmerk. U hebt het nodig als u ons belt of schrijft. U kunt deze pagina afdrukken of bewaren.",
           "kopie": "Dit hebt u verstuurd", "bestanden": "Kies uw bestanden opnieuw: een browser kan ze niet onthouden.", True: "Ja", False: "Nee"},
    "en": {"fout": "Error", "een": "There is 1 answer that is not right", "meer": "There are {n} answers that are not right",
           "ontvangen": "We have received your form", "op": "Received on {tijd}.", "kenmerk": "Your reference:",
           "bewaar": "Keep this reference. You need it when you call or write to us. You can print or save this page.",
           "kopie": "This is what you sent", "bestanden": "Choose your files again: a browser cannot remember them.", True: "Yes", False: "No"},
}  # fmt: skip
"""The words of the faults above the form and of the receipt."""
LEEG = {"input", "meta", "link", "br", "hr", "img"}


def vul(
    html: str,
    items: Iterable[tuple[str, str]],
    fouten: Iterable[Mapping[str, Any]] = (),
    plekken: Mapping[str, str] | None = None,
    taal: str = "nl",
    opnieuw_bestanden: bool = False,
) -> str:
    """The page with values and faults in it.

    `items` are the names and values as the browser sent them; `fouten` are `{pad, melding}` with the words in one
    language or per language; `plekken` says where each path stands in the page (`formpost.from_form` gives it).
    `opnieuw_bestanden`: files were sent too, and must be chosen again.
    """
    waarden: dict[str, list[str]] = {}
    for naam, waarde in items:
        waarden.setdefault(naam, []).append(waarde)
    return _Invuller(html, waarden, fouten, plekken or {}, taal, opnieuw_bestanden).pagina


def ontvangst(
    html: str, plan: Mapping[str, Any], antwoorden: Mapping[str, Any], kenmerk: str, tijd: str, taal: str = "nl"
) -> str:
    """The receipt, in the frame of the page: reference, time, what happens next, and every answer that was kept."""
    t = TEKST.get(taal, TEKST["nl"])
    delen = [
        f'<main id="inhoud"><h1 class="utrecht-heading-1">{escape(t["ontvangen"])}</h1>',
        f'<div class="utrecht-alert utrecht-alert--ok"><div class="utrecht-alert__message">{_p(plan["naam"] + ". " + t["op"].format(tijd=tijd))}',
        f'<p class="utrecht-paragraph">{escape(t["kenmerk"])} <strong id="kenmerk">{escape(kenmerk)}</strong></p></div></div>',
        *(_p(regel) for regel in plan.get("ontvangen", ())),
        _p(t["bewaar"]),
        f'<h2 class="utrecht-heading-2">{escape(t["kopie"])}</h2>',
    ]
    for stap in plan["stappen"]:
        if stap["id"] in antwoorden:
            delen += [
                f'<h3 class="utrecht-heading-3">{escape(stap.get("naam", stap["id"]))}</h3>',
                _lijst(stap["velden"], antwoorden[stap["id"]], t, plan["lijsten"]),
            ]
    kop, _, rest = html.partition("<main")
    kop = re.sub(r'<script type="module".*?</script>\n?', "", kop)
    kop = re.sub(
        r"<title>.*?</title>",
        lambda _: f"<title>{escape(t['ontvangen'])} - {escape(plan['naam'])}</title>",
        kop,
        count=1,
        flags=re.S,
    )
    staart = re.sub(r'<script type="application/json".*?</script>\n?', "", rest.partition("</main>")[2], flags=re.S)
    return kop + "".join(delen) + "</main>" + staart


def _p(tekst: str) -> str:
    return f'<p class="utrecht-paragraph">{escape(tekst)}</p>'


def _lijst(velden: list[dict[str, Any]], antwoorden: Mapping[str, Any], t: dict[Any, str], lijsten: Mapping[str, Any]) -> str:
    """The answers of a step, group or row, in the order of the form."""
    regels, onder = "", ""
    for v in velden:
        if v["id"] not in antwoorden:
            continue
        waarde = antwoorden[v["id"]]
        if v["soort"] == "groep":
            onder += f"<h4>{escape(v.get('naam', ''))}</h4>{_lijst(v['velden'], waarde, t, lijsten)}"
        elif v["soort"] == "herhaling":
            onder += "".join(
                f"<h4>{escape(v.get('item', v.get('naam', '')))} {n}</h4>{_lijst(v['velden'], item, t, lijsten)}"
                for n, item in enumerate(waarde, 1)
            )
        else:
            regels += f"<div><dt>{escape(v.get('naam', v['id']))}</dt><dd>{escape(_tekst(v, waarde, t, lijsten))}</dd></div>"
    return (f'<dl class="overzicht">{regels}</dl>' if regels else "") + onder


def _tekst(v: dict[str, Any], waarde: Any, t: dict[Any, str], lijsten: Mapping[str, Any]) -> str:
    """An answer as somebody reads it."""
    if isinstance(waarde, bool):
        return t[waarde]
    if isinstance(waarde, dict):
        return " ".join(str(w) for w in waarde.values())
    if isinstance(waarde, list):
        return "\n".join(w["naam"] if isinstance(w, dict) else _tekst(v, w, t, lijsten) for w in waarde)
    opties = v.get("opties") or lijsten.get(v.get("lijst", ""), ())
    naam = next((optie["naam"] for optie in opties if optie["code"] == waarde), None)
    if naam is not None:
        return str(naam)
    dag = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9:]+))?", str(waarde))
    return f"{dag[3]}-{dag[2]}-{dag[1]}{' ' + dag[4] if dag[4] else ''}" if dag else str(waarde)


class _Invuller(HTMLParser):
    """Reads the page and writes it again, changed where it must be. It knows the markup of vragen.html.j2."""

    def __init__(
        self,
        html: str,
        waarden: dict[str, list[str]],
        fouten: Iterable[Mapping[str, Any]],
        plekken: Mapping[str, str],
        taal: str,
        bestanden: bool,
    ) -> None:
        super().__init__(convert_charrefs=False)
        self.waarden, self.t, self.bestanden = waarden, TEKST.get(taal, TEKST["nl"]), bestanden
        self.ids = set(re.findall(r'\bid="([^"]+)"', html))
        self.rijen = iter(re.findall(r'<details class="nog"><summary>.*?id="v-([^"]+)"', html, re.S))
        self.uit: list[str] = []
        self.stapel: list[tuple[str, str]] = []
        self.keuze: str | None = None
        self.fouten = [(self._houder(_id(f["pad"], plekken)), _woorden(f["melding"], taal)) for f in fouten]
        self.bij = {id: tekst for id, tekst in reversed(self.fouten) if id}
        self.gezet: set[str] = set()
        self.drager: dict[str, str] = {}
        self.feed(html)
        self.close()
        self.pagina = "".join(self.uit)

    def _houder(self, id: str) -> str:
        """The question that a fault is about: its own place in the page, or the nearest around it; "" for none."""
        while id and f"v-{id}" not in self.ids:
            id = id.rpartition("-")[0]
        return id

    @property
    def vraag(self) -> str:
        """The question that we are in and that has a fault, or ""."""
        binnen = next((veld for _, veld in reversed(self.stapel) if veld.startswith("v-")), "")[2:]
        return binnen if binnen in self.bij else ""

    # -- the page, piece by piece ----------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a: dict[str, str | None] = dict(attrs)
        id, klassen = a.get("id") or "", (a.get("class") or "").split()
        if tag == "form" and self.fouten:
            self.uit.append(self._samenvatting())
        if tag == "label" and "optie" in klassen:
            self._zet_fout()
        nieuw = dict(a)
        if tag not in LEEG:
            self.stapel.append((tag, id if "veld" in klassen or id.startswith("t-") else ""))
            if "veld" in klassen and id[2:] in self.bij:
                nieuw["class"] = f"{a['class']} utrecht-form-field--invalid"
        if tag == "details" and "nog" in klassen and self._is_open(next(self.rijen, "")):
            nieuw["open"] = None
        self._vul_waarde(tag, a, nieuw)
        self._wijs_aan(tag, a, nieuw)
        self.uit.append(str(self.get_starttag_text()) if nieuw == a else _tag(tag, nieuw))
        if tag == "textarea":
            self.uit.append(escape("\n" + "".join(self.waarden.get(a.get("name") or "", [])[:1]), quote=False))

    def handle_endtag(self, tag: str) -> None:
        vraag, wat = self.vraag, self.stapel.pop()[1] if self.stapel else ""
        self.uit.append(f"</{tag}>")
        if vraag and (wat == f"t-{vraag}" or (tag in ("label", "legend", "h3") and f"t-{vraag}" not in self.ids)):
            self._zet_fout(vraag)
        if tag == "select":
            self.keuze = None

    def handle_data(self, data: str) -> None:
        titel = self.fouten and self.stapel and self.stapel[-1][0] == "title"
        self.uit.append(f"{self.t['fout']}: {data}" if titel else data)

    def handle_decl(self, decl: str) -> None:
        self.uit.append(f"<!{decl}>")

    def handle_entityref(self, name: str) -> None:
        self.uit.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.uit.append(f"&#{name};")

    # -- what changes ----------------------------------------------------------------------------------------------

    def _is_open(self, rij: str) -> bool:
        """Is this spare row, or one after it, filled in?"""
        basis, _, nummer = rij.rpartition("-")
        naam = f"{basis.replace('-', '.')}."
        gevuld = (
            n[len(naam) :].partition(".")[0]
            for n, w in self.waarden.items()
            if n.startswith(naam) and any(w) and not n.endswith(".voor")
        )
        return any(n.isdigit() and int(n) >= int(nummer or 0) for n in gevuld)

    def _vul_waarde(self, tag: str, a: dict[str, str | None], nieuw: dict[str, str | None]) -> None:
        waarden = self.waarden.get(a.get("name") or "", [])
        if tag == "select":
            self.keuze = a.get("name") or ""
        elif tag == "option" and self.keuze is not None:
            if a.get("value") in self.waarden.get(self.keuze, []) and a.get("value"):
                nieuw["selected"] = None
        elif tag == "input" and a.get("type") in ("radio", "checkbox"):
            if a.get("value") in waarden:
                nieuw["checked"] = None
        elif tag == "input" and a.get("type") not in ("file", "hidden") and waarden and waarden[0]:
            nieuw["value"] = waarden[0]

    def _wijs_aan(self, tag: str, a: dict[str, str | None], nieuw: dict[str, str | None]) -> None:
        """aria-describedby on what carries the question, aria-invalid on what is to be mended."""
        vraag = self.vraag
        if not vraag:
            return
        eerste = vraag not in self.drager and (tag == "fieldset" or (a.get("id") == vraag and tag != "fieldset"))
        if eerste:
            self.drager[vraag] = a.get("role") or tag
            nieuw["aria-describedby"] = " ".join(filter(None, (a.get("aria-describedby"), f"f-{vraag}")))
        los = self.drager.get(vraag) == "fieldset" and tag == "input" and a.get("type") != "hidden"
        if los or (eerste and (tag in ("input", "select", "textarea") or a.get("role") == "radiogroup")):
            nieuw["aria-invalid"] = "true"

    def _zet_fout(self, vraag: str | None = None) -> None:
        vraag = vraag or self.vraag
        if not vraag or vraag in self.gezet:
            return
        self.gezet.add(vraag)
        self.uit.append(
            f'<p class="utrecht-form-field-error-message" id="f-{vraag}">{escape(self.t["fout"])}: {escape(self.bij[vraag])}</p>'
        )

    def _samenvatting(self) -> str:
        """The list of faults above the form; each line leads to its question."""
        regels = ""
        for id, tekst in self.fouten:
            doel = id if id in self.ids else f"v-{id}"
            regels += (
                f'<li><a class="utrecht-link utrecht-link--html-a" href="#{doel}">{escape(tekst)}</a></li>'
                if id
                else f"<li>{escape(tekst)}</li>"
            )
        kop = self.t["een"] if len(self.fouten) == 1 else self.t["meer"].format(n=len(self.fouten))
        bestanden = _p(self.t["bestanden"]) if self.bestanden else ""
        return (
            '<div id="fouten" class="utrecht-alert utrecht-alert--error" role="group" tabindex="-1" aria-labelledby="l-fouten">'
            f'<div class="utrecht-alert__message"><h2 class="utrecht-heading-2" id="l-fouten">{escape(kop)}</h2><ul>{regels}</ul>{bestanden}</div></div>\n'
        )


def _id(pad: str, plekken: Mapping[str, str]) -> str:
    return plekken.get(pad) or re.sub(r"[.\[]", "-", pad).replace("]", "")


def _woorden(melding: Any, taal: str) -> str:
    return str(melding.get(taal) or melding.get("nl", "")) if isinstance(melding, Mapping) else str(melding)


def _tag(tag: str, attributen: Mapping[str, str | None]) -> str:
    delen = (k if w is None else f'{k}="{escape(w)}"' for k, w in attributen.items())
    return f"<{' '.join((tag, *delen))}>"
