"""What a browser without scripts sends, as answers: names nested, dates joined, numbers and yes/no as such.

What is empty is left out, and so is what does not apply: a browser also sends the answers to questions that are hidden.
Nothing is judged here; a value that cannot be read stays as it was typed, so that the strict check can say what is wrong.
Standard library only. The plan is `formulier/plan.<taal>.json`; the twin in the page is `lezen.mjs`.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

ADRES = ("postcode", "huisnummer", "huisletter", "toevoeging", "straat", "plaats")
Items = dict[str, list[Any]]


class Ingevuld(NamedTuple):
    """The answers, and for each path of an answer the id it has in the page (rows may have moved up)."""

    antwoorden: dict[str, Any]
    plekken: dict[str, str]


def from_form(
    plan: Mapping[str, Any], items: Iterable[tuple[str, str]], files: Any = None, omstandigheden: Any = None
) -> Ingevuld:
    """Answers from the names and values of a form post.

    `files` maps the name of an upload to its files as the contract describes them ({id, naam, mediatype, grootte,
    sha256}). `omstandigheden` holds `vandaag` (YYYY-MM-DD), `indiener`, `voorzieningen` and `parameters`.
    """
    per: Items = {}
    for naam, waarde in items:
        per.setdefault(naam, []).append(waarde)
    per.update(files or {})
    plekken: dict[str, str] = {}
    antwoorden: dict[str, Any] = {}
    for stap in plan["stappen"]:
        plekken[stap["id"]] = stap["id"]
        if _vraagt_iets(stap.get("velden", [])):
            antwoorden[stap["id"]] = _groep(stap["velden"], stap["id"], stap["id"], stap["id"], per, plekken)
    snoei(plan, antwoorden, omstandigheden)
    return Ingevuld(antwoorden, plekken)


def houders(plan: Mapping[str, Any]) -> dict[str, Any]:
    """Every step and group that asks something, empty: those that do not apply are left out afterwards, by `snoei`."""

    def van(velden: list[dict[str, Any]]) -> dict[str, Any]:
        return {v["id"]: van(v["velden"]) for v in velden if v["soort"] == "groep" and _vraagt_iets(v["velden"])}

    return {stap["id"]: van(stap["velden"]) for stap in plan["stappen"] if _vraagt_iets(stap.get("velden", []))}


def snoei(plan: Mapping[str, Any], antwoorden: dict[str, Any], omstandigheden: Any) -> None:
    """Leave out, in place, every answer that does not apply."""
    _Snoei({**plan.get("omstandigheden", {}), **(omstandigheden or {})}).snoei(plan["stappen"], antwoorden, "")


# -- reading -------------------------------------------------------------------------------------------------------


def _vraagt_iets(velden: list[dict[str, Any]]) -> bool:
    return any(v["soort"] != "info" and (v["soort"] != "groep" or _vraagt_iets(v["velden"])) for v in velden)


def _groep(
    velden: list[dict[str, Any]], naam: str, pad: str, dom: str, items: Items, plekken: dict[str, str]
) -> dict[str, Any]:
    doel: dict[str, Any] = {}
    for v in velden:
        n, p, d = f"{naam}.{v['id']}", f"{pad}.{v['id']}", f"{dom}-{v['id']}"
        plekken[p] = d
        if v["soort"] == "info" or (v["soort"] == "groep" and not _vraagt_iets(v["velden"])):
            continue
        if v["soort"] == "groep":
            waarde: Any = _groep(v["velden"], n, p, d, items, plekken)
        elif v["soort"] == "herhaling":
            waarde = _rijen(v, naam, n, p, d, items, plekken)
        else:
            waarde = _waarde(v, n, items)
        if waarde is not None:
            doel[v["id"]] = waarde
    return doel


def _rijen(
    v: dict[str, Any], houder: str, naam: str, pad: str, dom: str, items: Items, plekken: dict[str, str]
) -> list[dict[str, Any]]:
    """The rows that hold something, closed up; with `per` those of the options that were chosen."""
    nummers: dict[int, bool] = {}
    for sleutel, waarden in items.items():
        match = re.match(r"([0-9]{1,3})\.", sleutel[len(naam) + 1 :]) if sleutel.startswith(f"{naam}.") else None
        if match:
            nummers[int(match[1])] = nummers.get(int(match[1]), False) or any(w not in ("", None) for w in waarden)
    if v.get("per"):
        gekozen = items.get(f"{houder}.{v['per']}", [])
        rijen = sorted(n for n in nummers if _een(items, f"{naam}.{n}.voor") in gekozen)
    else:
        rijen = sorted(n for n, gevuld in nummers.items() if gevuld)
        over = (n for n in range(v["minimum"]) if n not in rijen)
        rijen += [n for n, _ in zip(over, range(v["minimum"] - len(rijen)), strict=False)]
    uit = []
    for nummer, n in enumerate(rijen):
        plekken[f"{pad}[{nummer}]"] = f"{dom}-{n}"
        uit.append(_groep(v["velden"], f"{naam}.{n}", f"{pad}[{nummer}]", f"{dom}-{n}", items, plekken))
    return uit


def _een(items: Items, naam: str) -> str | None:
    """The first value that is not empty, without the blanks around it."""
    kaal = (w.strip() for w in items.get(naam, []) if isinstance(w, str))
    return next((w for w in kaal if w), None)


def _waarde(v: dict[str, Any], naam: str, items: Items) -> Any:
    soort = v["soort"]
    if soort == "datum":
        return _datum(items, naam)
    if soort == "datumtijd":
        dag, tijd = _datum(items, naam), _een(items, f"{naam}.tijd")
        return f"{dag or ''}T{_tijd(tijd or '')}" if dag or tijd else None
    if soort == "adres":
        delen = {d: _een(items, f"{naam}.{d}") for d in ADRES}
        return {
            d: re.sub(r"\s", "", w).upper() if d == "postcode" else w for d, w in delen.items() if w is not None
        } or None
    if soort in ("meerkeuze", "upload"):
        vorm = str if soort == "meerkeuze" else dict
        return [w for w in items.get(naam, []) if w and isinstance(w, vorm)] or None
    tekst = _een(items, naam)
    return None if tekst is None else NETJES.get(soort, lambda t, v: t)(tekst, v)


def _datum(items: Items, naam: str) -> str | None:
    dag, maand, jaar = (_een(items, f"{naam}.{deel}") or "" for deel in ("dag", "maand", "jaar"))
    if not (dag or maand or jaar):
        return None
    twee = [f"0{t}" if re.fullmatch(r"[0-9]", t) else t for t in (maand, dag)]
    return re.sub(r"-+$", "", "-".join([jaar, *twee]))


def _tijd(t: str, _: Any = None) -> str:
    match = re.fullmatch(r"([0-9]{1,2})[:.u ]([0-9]{2})", t, re.ASCII)
    return f"{match[1]:0>2}:{match[2]}" if match else t


def _komma(t: str) -> str:
    """'1.250,5', '1250,5' and '1250.5' as '1250.5'."""
    t = re.sub(r"\s", "", t)
    if "," in t:
        return t.replace(".", "").replace(",", ".", 1)
    return t.replace(".", "") if re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3})+", t) else t


def _bedrag(t: str, _: Any) -> str:
    kaal = _komma(re.sub(r",-$", "", re.sub(r"^€\s*", "", t)))
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]{1,2})?", kaal):
        return t
    heel, _punt, deel = kaal.partition(".")
    return re.sub(r"^(-?)0+(?=[0-9])", r"\1", heel) + f".{deel:0<2}"


def _getal(t: str, v: dict[str, Any]) -> Any:
    if v.get("decimalen"):
        return _komma(t)
    return int(t) if re.fullmatch(r"-?[0-9]{1,15}", t) else t


def _plat(t: str) -> str:
    kaal = "".join(c for c in unicodedata.normalize("NFD", t) if not "\u0300" <= c <= "\u036f")
    return " ".join(kaal.split()).lower()


def _code(t: str, v: dict[str, Any]) -> str:
    """A name from a long list as its code; what is not in the list stays as it was typed."""
    if not v.get("lijst") or t in v["opties"]:
        return t
    gezocht = _plat(t)
    return next((code for code, naam in zip(v["opties"], v["labels"], strict=True) if _plat(naam) == gezocht), t)


NETJES: dict[str, Callable[[str, Any], Any]] = {
    **dict.fromkeys(("bsn", "kvk"), lambda t, v: re.sub(r"[\s.-]", "", t)),
    "postcode": lambda t, v: re.sub(r"\s", "", t).upper(),
    "iban": lambda t, v: re.sub(r"[\s.-]", "", t).upper(),
    "kenteken": lambda t, v: re.sub(r"[\s-]", "", t).upper(),
    "telefoon": lambda t, v: re.sub(r"\(0\)|[\s().-]", "", t),
    "tijd": _tijd,
    "tekstvlak": lambda t, v: re.sub(r"\r\n?", "\n", t),
    "ja-nee": lambda t, v: {"ja": True, "nee": False}.get(t, t),
    "akkoord": lambda t, v: True if t == "ja" else t,
    "keuze": _code,
    "getal": _getal,
    "bedrag": _bedrag,
}
"""What a person may type, made as the registers write it."""


# -- leaving out what does not apply -------------------------------------------------------------------------------


class _Snoei:
    """One walk in written order; a condition sees the answers that are shown and stand earlier."""

    def __init__(self, omstandigheden: Mapping[str, Any]) -> None:
        self.om, self.bekend, self.rij = omstandigheden, dict[str, Any](), list[int]()

    def lees(self, pad: str) -> Any:
        if pad == "vandaag":
            return self.om.get("vandaag")
        kop, _, rest = pad.partition(".")
        soort = {"indiener": "indiener", "voorziening": "voorzieningen", "parameter": "parameters"}.get(kop)
        if soort:
            return (self.om.get(soort) or {}).get(rest)
        for nummer in self.rij:
            pad = pad.replace("[]", f"[{nummer}]", 1)
        return self.bekend.get(pad)

    def snoei(self, velden: list[dict[str, Any]], houder: dict[str, Any], pad: str) -> None:
        for v in velden:
            id, eigen = v["id"], f"{pad}.{v['id']}" if pad else v["id"]
            if id not in houder:
                continue
            if not self.waar(v.get("als", True)):
                del houder[id]
                continue
            waarde = houder[id]
            self.bekend[eigen] = waarde
            if v.get("soort") == "herhaling":
                for nummer, item in enumerate(waarde):
                    self.rij.append(nummer)
                    self.snoei(v["velden"], item, f"{eigen}[{nummer}]")
                    self.rij.pop()
            elif "velden" in v:
                self.snoei(v["velden"], waarde, eigen)
            elif v.get("soort") == "adres":
                self.bekend |= {f"{eigen}.{deel}": tekst for deel, tekst in waarde.items()}

    def waar(self, c: Any) -> bool:
        if isinstance(c, bool):
            return c
        hoe, *rest = c
        if hoe in ("en", "of"):
            return (all if hoe == "en" else any)(map(self.waar, rest))
        if hoe == "niet":
            return not self.waar(rest[0])
        waarde = self.lees(rest[0])
        if waarde is None or hoe == "beantwoord":
            return waarde is not None
        if hoe in ("is", "is_niet"):
            gekozen = waarde if isinstance(waarde, list) else [waarde]
            return any(type(a) is type(b) and a == b for a in gekozen for b in rest[1]) == (hoe == "is")
        if hoe == "minimaal_tekens":
            return len(waarde) >= rest[1]
        return self.vergelijk(hoe, waarde, *rest[1:])

    def vergelijk(self, hoe: str, waarde: Any, als: str, grens: Any) -> bool:
        """An order comparison; False when one of the two cannot be read as what it should be."""
        try:
            a, b = _maat(als, waarde), self._grens(als, grens)
        except (ValueError, TypeError, InvalidOperation):
            return False
        if b is None:
            return False
        if hoe in ("na", "meer_dan"):
            return a[0] > b[1]
        if hoe in ("voor", "minder_dan"):
            return a[1] < b[0]
        return a[1] >= b[0] if hoe == "vanaf" else a[0] <= b[1]

    def _grens(self, als: str, grens: Any) -> Any:
        if not isinstance(grens, list):
            return _maat(als, grens)
        basis = grens[0] if re.match("[0-9]", str(grens[0])) else self.lees(grens[0])
        if basis is None:
            return None
        maat = _maat(als, basis)
        return tuple((_plus(p[0], *grens[1:3]), p[1]) for p in maat) if als == "d" and grens[1] else maat


def _maat(als: str, waarde: Any) -> tuple[Any, Any]:
    """A value as its first and last: days with minutes, minutes, or a number."""
    if als == "g":
        getal = Decimal(len(waarde) if isinstance(waarde, list) else str(waarde))
        return getal, getal
    if als == "t":
        return waarde, waarde
    dag, _, tijd = waarde.partition("T")
    j, m, d = (int(x) if x else None for x in (*dag.split("-"), None, None)[:3])
    eerste = date(j or 0, m or 1, d or 1)
    laatste = eerste if d else date(j or 0, m or 12, calendar.monthrange(j or 0, m or 12)[1])
    return (eerste, tijd or "00:00"), (laatste, tijd or "23:59")


def _plus(dag: date, aantal: int, eenheid: str) -> date:
    """A day some units on. Working days step over weekends; holidays are for the strict check to see."""
    if eenheid in ("maanden", "jaren"):
        jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal * (12 if eenheid == "jaren" else 1), 12)
        return date(jaar, maand + 1, min(dag.day, calendar.monthrange(jaar, maand + 1)[1]))
    if eenheid != "werkdagen":
        return dag + timedelta(days=aantal * (7 if eenheid == "weken" else 1))
    stap = timedelta(days=1 if aantal > 0 else -1)
    while aantal:
        dag += stap
        aantal -= (dag.weekday() < 5) * stap.days
    return dag
