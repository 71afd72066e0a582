"""What the templates need to draw the questions: a Formulier as plain dicts, for one language and one role.

Ids are the path with dashes (`stap-rij-0-veld`), names with dots (`stap.rij.0.veld`). Around each id stand `v-` (the
wrapper), `t-` (hint), `f-` (fault) and for a step or a repeat `l-` (its heading). The first control has the id itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from catalogue.formulier import Eis, Formulier, Groep, Herhaling, Info, Stap, Vraag, elementen
from catalogue.voorwaarde import ALTIJD, NOOIT, vervang
from generator.dialect import nederlands
from generator.targets.formulier import invulvak, soorten, tekst_html
from generator.targets.formulier.hier import Hier
from generator.targets.formulier.lijsten import id_van
from generator.targets.formulier.lijsten import naam as lijstnaam
from generator.targets.formulier.wijzer import Wijzer

RESERVE = 3
"""Spare rows in the page for those without the script, and more where they are short. Beyond that they weigh more than
they help: whoever needs more is told where to turn. With the script rows come as they are asked for."""
KORT = 40
"""The questions that the spare rows of a repeat may hold together; three rows are always there."""
Beeld = dict[str, Any]


def kan(v: Any) -> bool:
    """Can a condition come true in this page? What a municipality has not said is never true; its own form knows."""
    onbekend = ("parameter.", "voorziening.")
    return vervang(v, lambda w: NOOIT if w.pad.startswith(onbekend) else w) != NOOIT


class Tekenaar:
    """Makes the dicts of one form in one language."""

    def __init__(self, formulier: Formulier, taal: str, teksten: dict[str, str]) -> None:
        self.formulier, self.taal, self.t = formulier, taal, teksten
        self.wijzer = Wijzer(formulier, taal, teksten)

    def stap(self, stap: Stap) -> Beeld:
        hier = Hier(stap.pad, stap.pad)
        return {
            "id": stap.pad,
            "titel": self._zin(stap.titel, hier),
            "als": self._als(stap.toon_als, "stap_als"),
            "inleiding": self._blok([stap.inleiding], hier),
            "velden": [
                *self.velden(stap.inhoud, hier),
                *self._waarschuwingen(stap.regels, hier),
                *(
                    self._melding(s.pad, s.als, s.melding, "warning", hier.daal(s.pad.rpartition(".")[2]))
                    for s in stap.stop
                    if kan(s.als)
                ),
            ],
        }

    def velden(self, inhoud: tuple[Any, ...], hier: Hier) -> list[Beeld]:
        uit: list[Beeld] = []
        for element in inhoud:
            daar = hier.daal(element.id)
            if isinstance(element, Info):
                if not kan(element.toon_als):
                    continue
                uit.append(self._info(element, daar))
            elif isinstance(element, Groep):
                uit.append(self._groep(element, daar))
            elif isinstance(element, Herhaling):
                uit.append(self._herhaling(element, daar))
            else:
                uit.append(self._vraag(element, daar))
                uit += self._waarschuwingen(element.regels, daar)
        return uit

    # ---- texts --------------------------------------------------------------------------------
    def _plek(self, hier: Hier) -> tekst_html.Plek:
        def zoek(naam: str) -> tekst_html.Gat | None:
            if naam.startswith("parameter."):
                return tekst_html.Gat("", self.t["in_te_vullen"])
            gevonden = self.wijzer.zoek(naam)
            if gevonden is None:
                return None
            bekend = hier.voor if naam.endswith("[].voor") else ""
            return tekst_html.Gat("" if bekend else hier.pad(gevonden.pad), self.wijzer.kort(gevonden), bekend)

        return zoek

    def _zin(self, tekst: dict[str, str] | None, hier: Hier) -> Markup:
        return tekst_html.zin(tekst, self.taal, self._plek(hier))

    def _blok(self, teksten: Any, hier: Hier) -> Markup:
        return tekst_html.blok(teksten, self.taal, self._plek(hier))

    def _hulp(self, teksten: Any, hier: Hier) -> Markup:
        return tekst_html.blok(teksten, self.taal, self._plek(hier), klasse="")

    def _als(self, v: Any, hoe: str) -> str:
        """The sentence for those without the script: when a question, a step or an option counts."""
        if v == ALTIJD:
            return ""
        als = nederlands.zin(v, self.wijzer.noem, self.taal)
        return self.t[hoe].format(als=als)

    # ---- elements -----------------------------------------------------------------------------
    def _basis(self, element: Any, hier: Hier) -> Beeld:
        return {
            "id": hier.id,
            "naam": hier.naam,
            "pad": element.pad if hier.rijen else "",
            "als": self._als(element.toon_als, "alleen_als"),
        }

    def _info(self, info: Info, hier: Hier) -> Beeld:
        let_op = {"vorm": "melding", "ernst": "warning"} if info.stijl == "let_op" else {"vorm": "info"}
        return {
            **self._basis(info, hier),
            **let_op,
            "als": self._als(info.toon_als, "geldt_als"),
            "tekst": self._blok([info.tekst], hier),
        }

    def _melding(self, pad: str, als: Any, tekst: dict[str, str], ernst: str, hier: Hier) -> Beeld:
        return {
            "vorm": "melding", "ernst": ernst, "id": hier.id, "pad": pad if hier.rijen else "",
            "als": self._als(als, "geldt_als"), "tekst": self._blok([tekst], hier),
        }  # fmt: skip

    def _waarschuwingen(self, regels: tuple[Eis, ...], hier: Hier) -> Iterator[Beeld]:
        """Warnings are only shown by the script: that something is so is seldom for CSS to see."""
        for nummer, regel in enumerate(regels):
            if regel.ernst == "waarschuwing":
                yield {
                    **self._melding(regel.pad, ALTIJD, regel.melding, "warning", hier.daal(f"w{nummer}")),
                    "verborgen": True,
                }

    def _groep(self, groep: Groep, hier: Hier) -> Beeld:
        vraag = groep.vraag or {self.taal: ""}
        return {
            **self._basis(groep, hier), "vorm": "groep", "verplicht": True, "vraag": self._zin(vraag, hier),
            "hulp": self._hulp(groep.hulp, hier), "velden": self.velden(groep.inhoud, hier),
        }  # fmt: skip

    def _herhaling(self, herhaling: Herhaling, hier: Hier) -> Beeld:
        beeld = {
            **self._basis(herhaling, hier), "vorm": "herhaling", "verplicht": True,
            "vraag": self._zin(herhaling.vraag, hier), "hulp": self._hulp(herhaling.hulp, hier),
            "nog_een": self.nog_een(herhaling),
        }  # fmt: skip
        if herhaling.per:
            opties = self.wijzer.vraag(herhaling.per).opties
            return {
                **beeld,
                "rijen": [self._rij(herhaling, hier.rij(i, self.wijzer.optie(o)), o) for i, o in enumerate(opties)],
                "reserve": [],
            }
        vast = herhaling.minimum
        vragen = sum(isinstance(e, Vraag) for e in elementen(herhaling.inhoud))
        aantal = min(herhaling.maximum, vast + (1 if hier.rijen else max(RESERVE, KORT // max(vragen, 1))))
        rijen = [self._rij(herhaling, hier.rij(i)) for i in range(max(aantal, 1))]
        meer = self.t["meer_rijen"].format(n=aantal) if aantal < herhaling.maximum else ""
        return {**beeld, "rijen": rijen[:vast], "reserve": rijen[vast:], "meer": meer}

    def nog_een(self, herhaling: Herhaling) -> str:
        """The words on the button that adds a row."""
        return tekst_html.kaal(herhaling.nog_een, self.taal, self._plek(Hier("", ""))) or self.t["nog_een"]

    def _rij(self, herhaling: Herhaling, hier: Hier, optie: Any = None) -> Beeld:
        naam = self._zin(herhaling.item or herhaling.vraag, hier)
        if optie is not None:
            vraag: Any = self.wijzer.optie(optie)
        else:
            vraag = Markup('{} <span class="nr">{}</span>').format(naam, hier.rijen[-1] + 1)
        inhoud = tuple(e for e in herhaling.inhoud if not (herhaling.per and e.id == "voor"))
        return {
            "id": hier.id, "naam": hier.naam, "vraag": vraag, "voor": optie.code if optie else "",
            "als": self.t["rij_als"] if optie else "", "velden": self.velden(inhoud, hier),
        }  # fmt: skip

    def _vraag(self, vraag: Vraag, hier: Hier) -> Beeld:
        vorm = soorten.vorm(vraag)
        verplicht_als = vraag.verplicht not in (ALTIJD, NOOIT)
        beeld = {
            **self._basis(vraag, hier), "vorm": vorm, "vraag": self._zin(vraag.veld.vraag, hier),
            "verplicht": vraag.verplicht == ALTIJD,
            "verplicht_als": nederlands.zin(vraag.verplicht, self.wijzer.noem, self.taal) if verplicht_als else "",
            "hulp": self._hulp(vraag.veld.hulp, hier) + _alinea(invulvak.hulp(vraag, self.wijzer, self.t)),
        }  # fmt: skip
        if vorm == "tekst":
            beeld |= soorten.regel(vraag, bool(hier.rijen)) | (
                {"lijst": id_van(lijstnaam(vraag, self.taal))} if soorten.is_lang(vraag) else {}
            )
        elif vorm in ("rondjes", "vinkjes", "lijst"):
            beeld |= {"opties": list(self._opties(vraag, hier))}
        elif vorm == "delen":
            beeld["delen"] = invulvak.momentdelen(vraag, hier, self.t)
        elif vorm == "groep":
            beeld["velden"] = invulvak.delen(vraag, hier, self.taal)
        elif vorm == "bestand":
            maten = vraag.alle_maten
            beeld |= {"accept": ",".join(maten.get("typen", ())), "meer": maten["maximum"] > 1}
        return beeld

    def _opties(self, vraag: Vraag, hier: Hier) -> Iterator[Beeld]:
        if vraag.vorm == "waar":
            for code in ("ja", "nee"):
                yield {"code": code, "label": self.t[code]}
            return
        for o in vraag.opties:
            als = self._als(o.toon_als, "optie_als")
            hulp = " ".join(tekst_html.kaal(h, self.taal, self._plek(hier)) for h in o.hulp)
            yield {"code": o.code, "label": self.wijzer.optie(o), "als": als, "hulp": hulp}


def _alinea(zin: str) -> Markup:
    return Markup("<p>{}</p>").format(zin) if zin else Markup("")
