"""What a browser without scripts sends, as answers: names nested, dates joined, numbers and yes/no as such, typed text made clean.

What is empty is left out. Nothing is judged here: what does not apply is left out by the judge (`snoei`), and a value that cannot
be read stays as it was typed, so that the judge can say what is wrong. How a kind is made clean stands in the plan (`schoon`,
`teken`), by the rules at `Schoon` in catalogue/veld/feiten.py. Standard library only. The plan is `formulier/plan.<taal>.json`; the
twin in the page is `lezen.mjs`: the same vectors test both.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

Data = Mapping[str, Any]
Items = dict[str, list[Any]]
_WAAR = {"ja": True, "nee": False}
_LIJSTEN = {"keuzes": str, "bestanden": dict}


class Ingevuld(NamedTuple):
    """The answers, and for each path of an answer the id it has in the page (rows may have moved up)."""

    antwoorden: dict[str, Any]
    plekken: dict[str, str]


def from_form(plan: Data, items: Iterable[tuple[str, str]], files: Data | None = None) -> Ingevuld:
    """Answers from the names and values of a form post.

    `files` maps the name of an upload to its files as the contract describes them ({id, naam, mediatype, grootte, sha256}).
    """
    per: Items = {}
    for naam, waarde in items:
        per.setdefault(naam, []).append(waarde)
    per.update(files or {})
    lezer = _Lezer(plan, per)
    antwoorden = {}
    for stap in plan["stappen"]:
        if vraagt_iets(stap.get("velden", ())):
            lezer.plekken[stap["id"]] = stap["id"]
            antwoorden[stap["id"]] = lezer.groep(stap["velden"], stap["id"], stap["id"], stap["id"])
    return Ingevuld(antwoorden, lezer.plekken)


def houders(plan: Data) -> dict[str, Any]:
    """Every step and group that asks something, empty: the judge leaves out those that do not apply."""

    def van(velden: Iterable[Data]) -> dict[str, Any]:
        return {v["id"]: van(v["velden"]) for v in velden if v["soort"] == "groep" and vraagt_iets(v["velden"])}

    return {stap["id"]: van(stap["velden"]) for stap in plan["stappen"] if vraagt_iets(stap.get("velden", ()))}


def vraagt_iets(velden: Iterable[Data]) -> bool:
    """Does anything in these parts have an answer?"""
    return any(v["soort"] != "info" and (v["soort"] != "groep" or vraagt_iets(v["velden"])) for v in velden)


class _Lezer:
    """Reads the items of one post with one plan."""

    def __init__(self, plan: Data, items: Items) -> None:
        self.plan, self.items = plan, items
        self.plekken: dict[str, str] = {}
        self.schoon = Schoonmaker(plan["tekens"])

    def groep(self, velden: Iterable[Data], naam: str, pad: str, dom: str) -> dict[str, Any]:
        doel: dict[str, Any] = {}
        for v in velden:
            n, p, d = f"{naam}.{v['id']}", f"{pad}.{v['id']}", f"{dom}-{v['id']}"
            self.plekken[p] = d
            waarde = self.deel(v, naam, n, p, d) if vraagt_iets([v]) else None
            if waarde is not None:
                doel[v["id"]] = waarde
        return doel

    def deel(self, v: Data, houder: str, naam: str, pad: str, dom: str) -> Any:
        if v["soort"] == "groep":
            return self.groep(v["velden"], naam, pad, dom)
        if v["soort"] == "herhaling":
            return self.rijen(v, houder, naam, pad, dom)
        return self.waarde({**self.plan["soorten"][v["soort"]], **v}, naam)

    def rijen(self, v: Data, houder: str, naam: str, pad: str, dom: str) -> list[dict[str, Any]]:
        """The rows that hold something, closed up; with `per` those of the options that were chosen."""
        gevuld: dict[int, bool] = {}
        for nummer, waarden in self._met_nummer(naam):
            gevuld[nummer] = gevuld.get(nummer, False) or any(w not in ("", None) for w in waarden)
        if v.get("per"):
            gekozen = self.items.get(f"{houder}.{v['per']}", [])
            nummers = sorted(n for n in gevuld if self.items.get(f"{naam}.{n}.voor", [None])[0] in gekozen)
        else:
            nummers = sorted(n for n, vol in gevuld.items() if vol)
            over = (n for n in range(v["minimum"]) if n not in nummers)
            nummers += [n for n, _ in zip(over, range(v["minimum"] - len(nummers)), strict=False)]
        uit = []
        for i, n in enumerate(nummers):
            self.plekken[f"{pad}[{i}]"] = f"{dom}-{n}"
            uit.append(self.groep(v["velden"], f"{naam}.{n}", f"{pad}[{i}]", f"{dom}-{n}"))
        return uit

    def _met_nummer(self, naam: str) -> Iterator[tuple[int, list[Any]]]:
        for sleutel, waarden in self.items.items():
            match = re.match(r"([0-9]{1,3})\.", sleutel[len(naam) + 1 :]) if sleutel.startswith(f"{naam}.") else None
            if match:
                yield int(match[1]), waarden

    def een(self, naam: str, maten: Data) -> str | None:
        """The first text of a name that is not empty, without the blanks around it."""
        netjes = (self.schoon.netjes(w, maten) for w in self.items.get(naam, []) if isinstance(w, str))
        return next((w for w in netjes if w), None)

    def waarde(self, m: Data, naam: str) -> Any:
        if m.get("deel") == "dag":
            return self.datum(naam)
        if m.get("deel") == "dagtijd":
            dag, uur = self.datum(naam), self.een(f"{naam}.tijd", {})
            return f"{dag or ''}T{tijd(uur or '')}" if dag or uur else None
        if m["vorm"] == "delen":
            delen = {deel["id"]: self.een(f"{naam}.{deel['id']}", {}) for deel in m["delen"]}
            schoon = ((deel, delen[deel["id"]]) for deel in m["delen"])
            return {deel["id"]: self.schoon.tekst(w, deel) for deel, w in schoon if w is not None} or None
        if m["vorm"] in _LIJSTEN:
            return [w for w in self.items.get(naam, []) if w and isinstance(w, _LIJSTEN[m["vorm"]])] or None
        tekst = self.een(naam, m)
        if tekst is None:
            return None
        if m["vorm"] == "keuze":
            return self.code(tekst, m)
        return self.schoon.vormen[m["vorm"]](tekst, m)

    def datum(self, naam: str) -> str | None:
        dag, maand, jaar = (self.een(f"{naam}.{deel}", {}) or "" for deel in ("dag", "maand", "jaar"))
        if not (dag or maand or jaar):
            return None
        twee = [f"0{t}" if re.fullmatch(r"[0-9]", t) else t for t in (maand, dag)]
        return re.sub(r"-+$", "", "-".join([jaar, *twee]))

    def code(self, tekst: str, m: Data) -> str:
        """The name of an option as its code, the first that is called so; what is no name stays as it was typed."""
        opties = m.get("opties") or self.plan.get("lijsten", {}).get(m.get("lijst"), ())
        if any(optie["code"] == tekst for optie in opties):
            return tekst
        gezocht = _plat(tekst)
        return next((o["code"] for o in opties if o.get("naam") and _plat(o["naam"]) == gezocht), tekst)


class Schoonmaker:
    """Makes typed text as the contract has it, by the shape of the answer."""

    def __init__(self, tekens: Data) -> None:
        leeg = tekens["leeg"]
        self._rand = re.compile(rf"\A[{leeg}]+|[{leeg}]+\Z")
        self._leeg, self._regel = re.compile(f"[{leeg}]"), re.compile(f"[{tekens['regel']}]")
        self.vormen: dict[str, Callable[[str, Data], Any]] = {
            "tekst": self.tekst,
            "getal": lambda t, m: int(t) if re.fullmatch(r"-?[0-9]{1,15}", t) else t,
            "decimaal": self.decimaal,
            "moment": lambda t, m: tijd(t),
            "waar": lambda t, m: _WAAR.get(t, t),
        }

    def netjes(self, t: str, m: Data) -> str:
        """A text as it is meant: composed, one kind of line end and only where lines may be, no blanks round it."""
        heel = unicodedata.normalize("NFC", re.sub(r"\r\n?", "\n", t))
        return self._rand.sub("", heel if m.get("regels") else self._regel.sub(" ", heel))

    def tekst(self, t: str, m: Data) -> str:
        """A text as a register writes it: what `schoon` names taken out."""
        kaal, schoon = self.netjes(t, m), m.get("schoon")
        if schoon is None:
            return kaal
        kaal = self._leeg.sub("", kaal)
        for stuk in (*schoon.get("weg_woord", ()), *schoon.get("weg", "")):
            kaal = kaal.replace(stuk, "")
        return kaal.upper() if schoon.get("hoofdletters") else kaal

    def decimaal(self, t: str, m: Data) -> str:
        """'€ 1.250,5' as '1250.50', with the digits that the kind has at least; what is no number stays as it was."""
        kaal = self._leeg.sub("", t).removeprefix(m.get("teken", ""))
        gevonden = re.fullmatch(r"(-?)0*([0-9]+)(?:\.([0-9]+))?", _komma(re.sub(r",-$", "", kaal)))
        if gevonden is None:
            return t
        teken, heel, achter = gevonden.groups()
        cijfers = (achter or "").ljust(m.get("decimalen_minstens", 0), "0")
        return f"{teken}{heel}.{cijfers}" if cijfers else teken + heel


def tijd(t: str) -> str:
    """'9:30', '9.30' and '9u30' as '09:30'."""
    gevonden = re.fullmatch(r"([0-9]{1,2})[:.u ]([0-9]{2})", t)
    return f"{gevonden[1]:0>2}:{gevonden[2]}" if gevonden else t


def _komma(t: str) -> str:
    """'1.250,5', '1250,5' and '1250.5' as '1250.5'."""
    if "," in t:
        return t.replace(".", "").replace(",", ".", 1)
    return t.replace(".", "") if re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3})+", t) else t


def _plat(t: str) -> str:
    """A name without accents, capitals and double blanks, to look it up by."""
    kaal = "".join(c for c in unicodedata.normalize("NFD", t) if not "\u0300" <= c <= "\u036f")
    return " ".join(kaal.split()).lower()
