"""Open Formulieren by its documented behaviour: what a person could fill in, what it shows, clears and accepts, and what it hands over.

Not the real thing: that one is tried by hand (see the page for municipalities). The rules here are those of the facts that were
found with the real import and renderer: hidden components are cleared, required counts when shown, a rule sets a property,
a step that does not apply is empty, `disable-next` holds the step.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from catalogue.oordeel import mag_inloggen
from catalogue.oordeel.proeven import elfproef, proef97
from generator.targets.formulier.plan import plan
from generator.targets.openformulieren.herleiding import herleiding
from generator.targets.openformulieren.logica import ADRESDELEN
from generator.targets.openformulieren.opbouw import Opbouw
from tests.overeenkomst.gevallen import Geval, formulier
from tests.overeenkomst.stubdeel import van_stub

NEDERLAND = ZoneInfo("Europe/Amsterdam")
LEEG: dict[str, Any] = {"number": None, "currency": None, "checkbox": False, "selectboxes": {}, "file": [], "editgrid": [], "addressNL": {}}
"""What a component that nobody filled in holds; of other types an empty text."""


class NietIntevullen(Exception):
    """Answers that nobody can give in this form."""


class Kaart(NamedTuple):
    """One form of one role, ready to judge."""

    opbouw: Opbouw
    herleiding: dict[str, Any]
    plan: dict[str, Any]


@cache
def kaart(slug: str, rol: str) -> Kaart:
    f = formulier(slug)
    o = Opbouw(f, rol, "haalcentraal")
    return Kaart(o, herleiding(f, rol, o.sleutels), plan(f, "nl", rol, volledig=True))


def oordeel(slug: str, g: Geval, anders: Kaart | None = None) -> tuple[bool, Any]:
    """Is this accepted, and if so: the answers that come out. `anders`: by this form instead of the one that is made."""
    k = anders or kaart(slug, g.o.rol)
    personen = {p.persoon: p.toegang for p in formulier(slug).personen}
    if g.o.indiener and not mag_inloggen(personen.get(g.o.rol, formulier(slug).toegang), g.o.indiener):
        return False, None
    try:
        data = _ingevuld(k, g.antwoorden)
    except NietIntevullen:
        return False, None
    staat = _Staat(k, data, g)
    if staat.fouten():
        return False, None
    om = {"vandaag": g.o.vandaag.isoformat(), "indiener": _wie(g), "voorzieningen": dict(g.o.voorzieningen), "parameters": dict(g.o.parameters)}
    return True, van_stub("openformulieren").from_open_formulieren(k.plan, k.herleiding, staat.data, om, lambda *_: {})


def ingevuld(slug: str, g: Geval) -> dict[str, Any]:
    """The data of a submission with these answers, by key. Raises NietIntevullen."""
    k = kaart(slug, g.o.rol)
    return _Staat(k, _ingevuld(k, g.antwoorden), g).data


def _wie(g: Geval) -> dict[str, Any]:
    return {"soort": g.o.indiener.soort, "middel": g.o.indiener.middel, "niveau": g.o.indiener.niveau} if g.o.indiener else {}


# -- filling in ----------------------------------------------------------------------------------------------------


def _ingevuld(k: Kaart, antwoorden: Any) -> dict[str, Any]:
    """Our answers as a person would enter them: by key, in the values of the components."""
    if not isinstance(antwoorden, dict):
        raise NietIntevullen
    bekend: set[tuple[str, ...]] = set()
    uit = {}
    for veld in k.herleiding["velden"]:
        pad = tuple(veld["pad"].split("."))
        bekend |= {pad[:i] for i in range(1, len(pad) + 1)}
        if (waarde := _bij(antwoorden, pad)) is not None:
            uit[veld["sleutel"]] = _invoer(veld, waarde)
    houders = {tuple(pad.split(".")) for pad in _houders(k.plan["stappen"], "")}
    landelijk = {naam: onder for naam, onder in antwoorden.items() if naam != "lokaal"}
    _alles_bekend(landelijk, (), bekend | houders, {tuple(v["pad"].split(".")) for v in k.herleiding["velden"]})
    return uit


def _houders(velden: list[dict[str, Any]], voor: str) -> Iterator[str]:
    for v in velden:
        if "velden" in v and v.get("soort") != "herhaling":
            yield f"{voor}{v['id']}"
            yield from _houders(v["velden"], f"{voor}{v['id']}.")


def _alles_bekend(waarde: Any, pad: tuple[str, ...], bekend: set[tuple[str, ...]], bladen: set[tuple[str, ...]]) -> None:
    if pad in bladen:
        return
    if not isinstance(waarde, dict):
        raise NietIntevullen
    for naam, onder in waarde.items():
        if (*pad, naam) not in bekend:
            raise NietIntevullen
        _alles_bekend(onder, (*pad, naam), bekend, bladen)


def _bij(waarde: Any, pad: tuple[str, ...]) -> Any:
    for deel in pad:
        if not isinstance(waarde, dict):
            raise NietIntevullen
        if deel not in waarde:
            return None
        waarde = waarde[deel]
    if waarde is None:
        raise NietIntevullen
    return waarde


def _geheel(w: Any) -> bool:
    """A whole number, also when JSON writes it as `2.0`."""
    return not isinstance(w, bool) and (isinstance(w, int) or (isinstance(w, float) and w.is_integer()))


def _moet(goed: bool) -> None:
    if not goed:
        raise NietIntevullen


def _invoer(veld: dict[str, Any], w: Any) -> Any:
    soort = veld["omzetting"]
    if soort == "herhaling":
        _moet(isinstance(w, list))
        return [_rij(veld, rij) for rij in w]
    if soort == "ja-nee":
        _moet(isinstance(w, bool))
        return "ja" if w else "nee"
    if soort == "akkoord":
        _moet(w is True)
        return True
    if soort == "codes":
        _moet(isinstance(w, list) and w != [] and all(isinstance(c, str) for c in w) and len(set(w)) == len(w))
        _moet(not veld["opties"] or set(w) <= set(veld["opties"]))
        return {**dict.fromkeys(veld["opties"], False), **dict.fromkeys(w, True)} if veld["opties"] else w
    if soort == "geheel":
        _moet(_geheel(w))
        return int(w)
    if soort == "upload":
        _moet(isinstance(w, list) and w != [] and all(isinstance(b, dict) and set(b) == {"id", "naam", "mediatype", "grootte", "sha256"} for b in w))
        return w
    if soort == "adres":
        _moet(isinstance(w, dict) and w != {} and all(isinstance(d, str) and d.strip() for d in w.values()))
        namen = {"postcode": "postcode", "huisnummer": "houseNumber", "huisletter": "houseLetter", "toevoeging": "houseNumberAddition", "straat": "streetName", "plaats": "city"}
        _moet(set(w) <= set(namen))
        return {naam: w.get(deel, "") for deel, naam in namen.items()}
    _moet(isinstance(w, str) and w != "")
    return _tekstinvoer(soort, w)


def _tekstinvoer(soort: str, w: str) -> Any:
    if soort in ("decimaal", "bedrag"):
        _moet(re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", w) is not None and (soort != "bedrag" or re.fullmatch(r"-?[0-9]+\.[0-9]{2}", w) is not None))
        _moet(soort == "bedrag" or format(float(w), "g") == w or w in (str(float(w)), str(int(float(w)))))
        return float(w)
    if soort == "tijd":
        _moet(re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", w) is not None)
        return f"{w}:00"
    if soort == "datumtijd":
        try:
            return datetime.strptime(w, "%Y-%m-%dT%H:%M").replace(tzinfo=NEDERLAND).isoformat()
        except ValueError:
            raise NietIntevullen from None
    return w


def _rij(veld: dict[str, Any], rij: Any) -> dict[str, Any]:
    _moet(isinstance(rij, dict))
    uit, bekend = {}, set()
    for kind in veld["velden"]:
        pad = tuple(kind["pad"].split("."))
        bekend |= {pad[:i] for i in range(1, len(pad) + 1)}
        if (waarde := _bij(rij, pad)) is not None:
            uit[kind["sleutel"]] = _invoer(kind, waarde)
    _alles_bekend(rij, (), bekend | {tuple(h.split(".")) for h in veld["houders"]}, {tuple(v["pad"].split(".")) for v in veld["velden"]})
    return uit


# -- what the form does with it ------------------------------------------------------------------------------------


class _Staat:
    """One submission: which components are shown, with hidden ones cleared, until nothing changes."""

    def __init__(self, k: Kaart, data: dict[str, Any], g: Geval) -> None:
        self.k, self.g, self.data = k, g, dict(data)
        self.stappen = {d["stap"].pad: d for d in k.opbouw.definities}
        self.uuids = {k.opbouw.stap_uuid(pad): pad for pad in self.stappen}
        for _ in range(60):
            vorige = dict(self.data)
            self._ronde()
            if self.data == vorige:
                break

    def _ronde(self) -> None:
        self.eigen: dict[str, dict[str, Any]] = {}
        self.houdt: set[str] = set()
        self.geldt = {pad: d["van_toepassing"] for pad, d in self.stappen.items()}
        for regel in self.k.opbouw.regels:
            if logica(regel["json_logic_trigger"], self._var, self.g.o.vandaag):
                for actie in regel["actions"]:
                    self._doe(actie)
        self.zichtbaar: dict[str, dict[str, Any]] = {}
        for pad, d in self.stappen.items():
            self._loop(d["componenten"], self.geldt[pad])

    def _doe(self, actie: dict[str, Any]) -> None:
        soort = actie["action"]["type"]
        if soort == "property":
            self.eigen.setdefault(actie["component"], {})[actie["action"]["property"]["value"]] = actie["action"]["state"]
        elif soort == "disable-next":
            self.houdt.add(self.uuids[actie["form_step_uuid"]])
        else:
            self.geldt[self.uuids[actie["form_step_uuid"]]] = soort == "step-applicable"

    def _loop(self, componenten: list[dict[str, Any]], getoond: bool) -> None:
        for c in componenten:
            c = {**c, **self.eigen.get(c["key"], {})}
            als = c["conditional"]
            zo = getoond and not c["hidden"] and (not als or _gelijk(self._var(als["when"]), als["eq"]))
            if c["type"] == "fieldset":
                self._loop(c["components"], zo)
            elif zo:
                self.zichtbaar[c["key"]] = c
            else:
                self.data.pop(c["key"], None)

    def _var(self, naam: str) -> Any:
        """A variable of a rule: a key, or a part of its value; or what the form knows by itself."""
        if naam == "auth_type":
            middel = self.g.o.indiener.middel if self.g.o.indiener else "geen"
            return {"digid": "bsn", "eherkenning": "kvk", "eidas": "pseudo"}.get(middel, "")
        if naam in self.data:
            return self.data[naam]
        kop, _, rest = naam.rpartition(".")
        houder = self.data.get(kop)
        if isinstance(houder, list):
            return houder[int(rest)] if rest.isdigit() and int(rest) < len(houder) else None
        return houder.get(rest) if isinstance(houder, dict) else None

    def fouten(self) -> list[str]:
        """What the server would refuse."""
        uit = [f"{pad}: held" for pad in self.houdt if self.geldt.get(pad)]
        for sleutel, c in self.zichtbaar.items():
            if not keurt(c, self.data.get(sleutel, LEEG.get(c["type"], "")), self):
                uit.append(sleutel)
        return uit


def _gelijk(waarde: Any, eq: Any) -> bool:
    if isinstance(waarde, dict):
        return bool(waarde.get(eq))
    return waarde == eq and isinstance(waarde, bool) == isinstance(eq, bool)


def keurt(c: dict[str, Any], w: Any, staat: Any) -> bool:
    """Does this component accept this value?"""
    regels = c.get("validate", {})
    leeg = w in (None, "", [], {}) or w is False or isinstance(w, dict) and not any(w.values())
    if leeg:
        return not regels.get("required")
    if c["type"] == "editgrid":
        return len(w) <= regels["maxLength"] and all(_keurt_rij(c, rij, staat) for rij in w)
    keur = _KEUR.get(c["type"], _tekst)
    return all(keur(c, een, regels, staat) for een in w) if c["multiple"] and c["type"] != "file" else keur(c, w, regels, staat)


def _keurt_rij(c: dict[str, Any], rij: dict[str, Any], staat: Any) -> bool:
    for kind, getoond in _getoond(c["components"], rij, True):
        if not getoond:
            rij.pop(kind["key"], None)
        elif kind["type"] != "content" and not keurt(kind, rij.get(kind["key"], LEEG.get(kind["type"], "")), staat):
            return False
    return True


def _getoond(componenten: list[dict[str, Any]], rij: dict[str, Any], rond: bool) -> Iterator[tuple[dict[str, Any], bool]]:
    """The questions of an item in order, with whether they are shown."""
    for c in componenten:
        als = c["conditional"]
        zo = rond and (not als or _gelijk(rij.get(als["when"].rpartition(".")[2]), als["eq"]))
        if c["type"] == "fieldset":
            yield from _getoond(c["components"], rij, zo)
        else:
            yield c, zo


def _tekst(c: Any, w: Any, r: Any, _: Any) -> bool:
    return len(w) <= r.get("maxLength", 10**6) and ("pattern" not in r or re.search(r["pattern"], w) is not None and not w.endswith("\n"))


def _getal(c: Any, w: Any, r: Any, _: Any) -> bool:
    return r.get("min", w) <= w <= r.get("max", w) and round(w, c["decimalLimit"]) == w


def _keuze(c: Any, w: Any, r: Any, _: Any) -> bool:
    return w in [o["value"] for o in (c.get("values") or c["data"]["values"])]


def _codes(c: Any, w: Any, r: Any, _: Any) -> bool:
    return r["minSelectedCount"] <= sum(map(bool, w.values())) <= r.get("maxSelectedCount", 10**6)


def _datum(c: Any, w: Any, r: Any, staat: Any) -> bool:
    try:
        dag = date.fromisoformat(w)
    except ValueError:
        return False
    laag, hoog = (_dag(c["openForms"].get(naam), staat) for naam in ("minDate", "maxDate"))
    return re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", w) is not None and (laag is None or dag >= laag) and (hoog is None or dag <= hoog)


def _dag(grens: Any, staat: Any) -> date | None:
    if grens is None:
        return None
    if grens["mode"] == "fixedValue":
        return date.fromisoformat(grens["date"])
    basis = staat.g.o.vandaag if grens["variable"] == "today" else staat._var(grens["variable"])
    if not basis:
        return None
    teken, d = -1 if grens["operator"] == "subtract" else 1, grens["delta"]
    try:
        dag = basis if isinstance(basis, date) else date.fromisoformat(basis)
        return plus(dag, teken * d["years"], teken * d["months"], teken * d["days"])
    except (ValueError, OverflowError):
        return None


def plus(dag: date, jaren: int, maanden: int, dagen: int) -> date:
    """A day moved, as relativedelta does: to the last day of a month that is too short."""
    maand = dag.month - 1 + maanden
    jaar, maand = dag.year + jaren + maand // 12, maand % 12 + 1
    return date(jaar, maand, min(dag.day, calendar.monthrange(jaar, maand)[1])) + timedelta(days=dagen)


def _bestanden(c: Any, w: Any, r: Any, _: Any) -> bool:
    grens = int(c["fileMaxSize"].removesuffix("B"))
    return len(w) <= c["maxNumberOfFiles"] and all(b["mediatype"] in c["file"]["type"] and _geheel(b["grootte"]) and 0 < b["grootte"] <= grens for b in w)


def _adres(c: Any, w: Any, r: Any, _: Any) -> bool:
    return re.fullmatch(r"[1-9][0-9]{3} ?[A-Za-z]{2}", w["postcode"]) is not None and w["houseNumber"] != ""


def _in_groepen(kenteken: str) -> str:
    """A number plate as it is written: in three groups."""
    n = -(-len(kenteken) // 3)
    return "-".join((kenteken[:n], kenteken[n : 2 * n], kenteken[2 * n :]))


_KEUR = {
    "number": _getal, "currency": _getal, "radio": _keuze, "select": _keuze, "selectboxes": _codes, "date": _datum, "file": _bestanden, "addressNL": _adres,
    "checkbox": lambda *_: True, "bsn": lambda c, w, r, _: elfproef(w), "iban": lambda c, w, r, _: proef97(w), "time": lambda *_: True, "datetime": lambda *_: True,
    "email": lambda c, w, r, _: len(w) <= r["maxLength"] and re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", w) is not None,
    "licenseplate": lambda c, w, r, _: re.fullmatch(r["pattern"], _in_groepen(w)) is not None,
}  # fmt: skip


def logica(regel: Any, var: Any, vandaag: date) -> Any:
    """JSON Logic, with the dates that Open Formulieren added."""
    if not isinstance(regel, dict):
        return regel
    ((naam, deel),) = regel.items()
    if naam == "var":
        return var(deel)
    if naam == "today":
        return vandaag
    delen = [logica(d, var, vandaag) for d in (deel if isinstance(deel, list) else [deel])]
    return _DOE[naam](*delen) if naam not in ("and", "or") else (all if naam == "and" else any)(map(_waar, delen))


def _waar(w: Any) -> bool:
    return bool(w)


def _als_dag(w: Any) -> Any:
    try:
        return w if isinstance(w, date) else date.fromisoformat(w)
    except (TypeError, ValueError):
        return None


def _orde(vergelijk: Any) -> Any:
    return lambda a, b: a is not None and b is not None and not isinstance(a, str) and vergelijk(a, b)


_DOE: dict[str, Any] = {
    "!": lambda a: not _waar(a), "!!": _waar, "==": lambda a, b: a == b, "!==": lambda a, b: a != b or type(a) is not type(b), "in": lambda a, b: a in b if b else False,
    "<": _orde(lambda a, b: a < b), ">": _orde(lambda a, b: a > b), "<=": _orde(lambda a, b: a <= b), ">=": _orde(lambda a, b: a >= b), "date": _als_dag,
    "rdelta": lambda j, m=0, d=0: (j, m, d), "+": lambda dag, delta: dag and plus(dag, *delta), "-": lambda dag, delta: dag and plus(dag, *(-n for n in delta)),
}  # fmt: skip


# -- what it does not hold -----------------------------------------------------------------------------------------


def houdt_niet(slug: str, g: Geval) -> Callable[[str, str], bool]:
    """Which faults (formal path, code) Open Formulieren may let pass, with the reasons of `GRENZEN`."""
    o = kaart(slug, g.o.rol).opbouw
    zwak = {re.split(r"[#:]", naam)[0] for naam in o.grenzen}
    houders = {pad for pad, e in o.zicht.vragen.items() if getattr(e, "aard", "") == "groep"} | {s.pad for s in o.sleutels.stappen}

    def mag(pad: str, code: str) -> bool:
        if code in ("verborgen", "bestand", "dubbel") or code == "verplicht" and pad in houders or code == "soort" and pad.endswith("[]"):
            return True
        if pad.rpartition(".")[2] in ADRESDELEN and code in ("lengte", "patroon", "verplicht"):
            return True
        if code in ("lengte", "patroon") and _alleen_spaties(g.antwoorden) or pad == "indiener" and code == "keuze":
            return True
        return any(pad == z or pad.startswith((f"{z}.", f"{z}[")) for z in zwak)

    return mag


def _alleen_spaties(waarde: Any) -> bool:
    if isinstance(waarde, dict | list):
        return any(_alleen_spaties(w) for w in (waarde.values() if isinstance(waarde, dict) else waarde))
    return isinstance(waarde, str) and waarde != "" and not waarde.strip()


GRENZEN = {
    "wist wat verborgen is": "A hidden component is cleared, so an answer that should not be there never arrives (clearOnHide).",
    "het bestand zelf": "What is in a file, its sum and its number are not looked at; two uploads may be the same.",
    "geheel altijd aanwezig": "A step or group is always in the data, so that it is missing cannot be seen.",
    "delen van een adres": "What a house number, letter and addition look like is judged by the component itself; that was not found out.",
    "schrijfwijze": "A postcode, number plate or telephone number may be written with spaces; the table makes it ours.",
    "alleen spaties": "A text of blanks counts as filled in.",
    "niveau van inloggen": "The level is asked of the login provider and is not part of the answers.",
    "per vraag": "What the table in LEESMIJ.md of the output names: conditions, options, bounds and rules that a component cannot say.",
}
"""Why Open Formulieren accepts what the reference refuses."""
