"""Random legal forms: a number in, a form out, always the same one.

A form is made as a specifier would write it, in YAML, read as such a text is read, and taken only when the check has no fault
against it and somebody can fill it in. All constructs of the language come by; a form has some three to fifteen questions.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml

from catalogue.catalogus import Catalogus
from catalogue.controle import Controle
from catalogue.dienst import Dienst
from catalogue.formulier import Formulier
from catalogue.load import laad_tekst
from catalogue.soorten import SOORTEN
from catalogue.uitwerken import werk_uit
from generator.vectoren.zoeken import Zoeker
from tests.hulp.schema import SPECS
from tests.hulp.taaldekking import vormen_van

Data = dict[str, Any]
POGINGEN = 60
"""So many forms are made of one number until the check has nothing against one."""
KOP: Data = {
    "naam": "Een willekeurig formulier",
    "samenvatting": "Een formulier dat door het toeval geschreven is.",
    "producten": ["verhuismelding"],
    "thema": "burgerzaken",
    "doelgroep": ["inwoner"],
    "synoniemen": ["nakijken", "taal", "proef"],
    "grondslag": [{"wet": "Wet basisregistratie personen", "artikel": "2.39"}],
    "doelbinding": "Software nakijken",
    "bewaartermijn": [{"selectielijst": "7.1.7", "termijn": "P5Y"}],
}
WEGEN = (
    {"soort": "burger", "middel": "digid", "niveau": "midden"},
    {"soort": "bedrijf", "middel": "eherkenning", "niveau": "substantieel"},
    {"soort": "burger", "middel": "geen"},
)
WAARDEN: dict[str, tuple[str, ...]] = {
    "tekst": ("Zeist", "Houten"), "tekstvlak": ("kort", "lang"), "getal": ("1", "2", "3"), "decimaal": ("0.5", "2", "2.50"),
    "bedrag": ("10.00", "99.95"), "ja-nee": ("ja", "nee"), "akkoord": ("ja",), "datum": ("2026-11-24", "2027-03-01"),
    "tijd": ("09:30", "17:00"), "datumtijd": ("2026-11-24T09:30", "2027-03-01T00:00"), "bsn": ("999993653", "999990019"),
    "postcode": ("2514JS", "1012AB"), "email": ("naam@voorbeeld.nl",), "telefoon": ("0612345678",), "iban": ("NL91ABNA0417164300",),
    "kenteken": ("AB12CD", "12ABC3"), "kvk": ("12345678",), "url": ("https://voorbeeld.nl",),
}  # fmt: skip
"""What a condition may compare with, by kind."""
GRENZEN = {"datum": ("vandaag", "2026-11-24"), "datumtijd": ("vandaag",), "tijd": ("09:30",)}
TERMIJNEN = ("", " + 4 weken", " - 5 dagen", " + 3 werkdagen", " - 1 jaar", " + 1 maand", " - 5 dagen met uitloop")
RAAR = ("constructor", "toString", "valueOf", "class", "list")


class Genoemd(NamedTuple):
    """Something that a condition may name here: how it is written, what it is, and its options."""

    naam: str
    soort: str
    codes: tuple[str, ...] = ()


class Geweigerd(ValueError):
    """A text that is not accepted."""


# -- a number -> a form ------------------------------------------------------------------------------------------------


@cache
def geschreven(slug: str) -> Data:
    """The text of `willekeurig/<number>`, as data. Raises Geweigerd when none was accepted."""
    nummer = slug.rpartition("/")[2]
    for poging in range(POGINGEN):
        data = _Schrijver(Random(f"{nummer}/{poging}"), f"willekeurig-{nummer}").schrijf()
        if not bezwaren(data) and Zoeker(werk(data), "indiener").zoek():
            return data
    raise Geweigerd(slug)


@cache
def formulier(slug: str) -> Formulier:
    """The form of `willekeurig/<number>`."""
    return werk(geschreven(slug))


def als_yaml(data: Data) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)


def werk(data: Data) -> Formulier:
    """A written text worked out. Raises Geweigerd when the reader or the working out has something against it."""
    gelezen = laad_tekst(als_yaml(data).encode(), "willekeurig", Dienst)
    if gelezen.model is None or gelezen.problemen:
        raise Geweigerd(str([d.melding for d in gelezen.problemen]))
    uit = werk_uit(gelezen.model, _bouwstenen())
    if uit.problemen:
        raise Geweigerd(str([p.melding for p in uit.problemen]))
    return uit.formulier


def bezwaren(data: Data) -> list[str]:
    """The faults that the check finds in a text."""
    with tempfile.TemporaryDirectory() as map:
        pad = Path(map) / "diensten" / data["dienst"] / "dienst.yaml"
        pad.parent.mkdir(parents=True)
        pad.write_text(als_yaml(data), "utf-8")
        return [f"{d.code} {d.melding}" for d in Controle(Catalogus(Path(map))).alles().bevindingen if d.ernst == "fout"]


@lru_cache(maxsize=1)
def _bouwstenen() -> Any:
    return Catalogus(SPECS).bouwstenen


# -- writing -----------------------------------------------------------------------------------------------------------


class _Schrijver:
    """Writes one form. `bereik` holds, from the step inward, what may be named there."""

    def __init__(self, kans: Random, dienst: str) -> None:
        self.kans, self.dienst = kans, dienst
        self.nummer = 0
        self.over = kans.randint(3, 15)
        self.bereik: list[list[Genoemd]] = []
        self.stappen: dict[str, list[Genoemd]] = {}
        self.parameters: list[Data] = []
        self.voorzieningen: list[Data] = []
        self.vooraf = False

    def kan(self, deel: float) -> bool:
        return self.kans.random() < deel

    def een(self, rij: Any) -> Any:
        return self.kans.choice(list(rij))

    def naam(self, kop: str) -> str:
        self.nummer += 1
        return self.een(RAAR) + str(self.nummer) * self.kan(0.5) if self.kan(0.04) else f"{kop}{self.nummer}"

    def schrijf(self) -> Data:
        toegang = self.kans.sample(WEGEN, self.kans.randint(1, 3))
        self._gemeente()
        personen = [{"persoon": "ander", "naam": "De ander", "toegang": [dict(WEGEN[0])]}] if self.kan(0.2) else []
        vooraf = self._stappen(1, vooraf=True) if self.kan(0.15) else []
        stappen = self._stappen(self.kans.randint(1, 3))
        if self.over > 0 or not stappen:
            stappen += self._stappen(1)
        if personen:
            self.stappen = {}
            stappen += self._stappen(1, door="ander")
            eerste = next((v["veld"] for v in stappen[0]["velden"] if "veld" in v), None)
            if eerste and self.kan(0.5):
                personen[0]["als"] = {f"{stappen[0]['stap']}.{eerste}": {"beantwoord": "ja"}}
        delen = {"toegang": [dict(w) for w in toegang], "personen": personen, "parameters": self.parameters, "voorzieningen": self.voorzieningen, "vooraf": vooraf}
        return {"dienst": self.dienst, **KOP, **{naam: deel for naam, deel in delen.items() if deel}, "stappen": stappen}

    def _gemeente(self) -> None:
        if self.kan(0.3):
            soort = self.een(("tekst", "getal", "bedrag", "ja-nee", "datum"))
            self.parameters.append({"parameter": "p1", "soort": soort, "omschrijving": "Wat de gemeente invult."})
        if self.kan(0.15):
            self.parameters.append({"parameter": "lijst1", "soort": "lijst", "omschrijving": "Een lijst van de gemeente."})
        if self.kan(0.25):
            self.voorzieningen.append({"voorziening": "heeft", "omschrijving": "Wat de gemeente heeft."})

    # -- steps and what holds questions ------------------------------------------------------------------------------

    def _stappen(self, aantal: int, vooraf: bool = False, door: str | None = None) -> list[Data]:
        self.vooraf = vooraf
        uit = []
        for _ in range(aantal):
            stap = self.naam("stap")
            uit.append({"stap": stap, "titel": "Vragen", **({"door": door} if door else {}), **self._als(0.25)})
            self.bereik = [[]]
            uit[-1]["velden"] = self._velden(self.kans.randint(1, 5), 0)
            self._slot(uit[-1])
            self.stappen[stap] = self.bereik[0]
            self.bereik = []
        return uit

    def _slot(self, stap: Data) -> None:
        """Rules and stops of a step, about all that stands in it."""
        if self.kan(0.2) and (eis := self.voorwaarde(1)):
            stap["regels"] = [{"eis": eis, "melding": "Dat past niet bij elkaar.", **({"als": als} if self.kan(0.4) and (als := self.voorwaarde(1)) else {})}]
        if self.kan(0.15) and (als := self.voorwaarde(1)):
            stap["stop"] = [{"stop": self.naam("stop"), "als": als, "melding": "U kunt niet verder.", "uitkomst": "balie"}]

    def _velden(self, aantal: int, diep: int) -> list[Data]:
        uit: list[Data] = []
        for nummer in range(aantal):
            if nummer and self.over <= 0:
                break
            wat = self.kans.random()
            if wat < 0.09 and diep < 2:
                uit.append(self._groep(diep))
            elif wat < 0.2 and diep < 2:
                uit += self._herhaling(diep)
            elif wat < 0.26 and diep < 2 and (als := self.voorwaarde(1)):
                uit.append({"als": als, "velden": self._velden(self.kans.randint(1, 2), diep + 1)})
            elif wat < 0.29:
                uit.append({"info": self.naam("info"), "tekst": "Een uitleg.", **self._als(0.5)})
            else:
                uit.append(self._veld(self.een(SOORTEN)))
        return uit

    def _binnen(self, aantal: int, diep: int) -> tuple[list[Data], list[Genoemd]]:
        self.bereik.append([])
        velden = self._velden(aantal, diep + 1)
        return velden, self.bereik.pop()

    def _groep(self, diep: int) -> Data:
        naam = self.naam("groep")
        uit = {"groep": naam, **self._als(0.3)}
        uit["velden"], binnen = self._binnen(self.kans.randint(1, 3), diep)
        self.bereik[-1] += [g._replace(naam=f"{naam}.{g.naam}") for g in binnen]
        return uit

    def _herhaling(self, diep: int) -> list[Data]:
        """A repeat; at times after the multiple choice that it runs over."""
        uit: list[Data] = []
        kop: Data = {"herhaling": self.naam("lijst"), "vraag": "Wie?", **self._als(0.3)}
        if self.kan(0.3):
            keuze = self._veld("meerkeuze")
            uit.append(keuze)
            kop["per"] = keuze["veld"]
        else:
            kop["minimum"] = self.een((0, 0, 1, 2))
            kop["maximum"] = self.een((2, 3, "<p1>" if any(p["soort"] == "getal" for p in self.parameters) else 4))
        self.bereik.append([Genoemd("voor", "keuze", self._codes(uit[0]))] if kop.get("per") else [])
        velden = self._velden(self.kans.randint(1, 3), diep + 1)
        self.bereik.pop()
        uniek = [v["veld"] for v in velden if "veld" in v]
        if uniek and self.kan(0.3):
            kop["uniek"] = [self.een(uniek)]
        self.bereik[-1].append(Genoemd(kop["herhaling"], "herhaling"))
        return [*uit, {**kop, "velden": velden}]

    # -- questions ---------------------------------------------------------------------------------------------------

    def _veld(self, soort: str) -> Data:
        self.over -= 1
        naam = self.naam("v")
        uit: Data = {"veld": naam, "vraag": f"Vraag {self.nummer}", "soort": soort, **self._als(0.3)}
        if self.kan(0.4):
            uit["verplicht"] = "nee"
            if self.kan(0.4) and (als := self.voorwaarde(1)):
                uit["verplicht_als"] = als
        if self.kan(0.04):
            uit["keuze_gemeente"] = "ja"
        uit |= self._eigen(soort)
        naamsoort = "decimaal" if uit.get("decimalen") else soort
        zelf = [Genoemd(naam, naamsoort, self._codes(uit))]
        if soort == "adres":
            zelf += [Genoemd(f"{naam}.{deel}", "tekst") for deel in ("postcode", "plaats")]
        self.bereik[-1] += zelf
        if self.kan(0.12) and (eis := self._over(self.een(zelf))):
            uit["regels"] = [{"eis": eis, "melding": "Dat kan niet.", **({"ernst": "waarschuwing"} if self.kan(0.3) else {})}]
        return uit

    def _eigen(self, soort: str) -> Data:
        """The measures of a kind."""
        maak: dict[str, Callable[[], Data]] = {
            "tekst": lambda: self.een(({}, {"minimum": 2, "maximum": 8}, {"patroon": "[A-Z]{2}[0-9]{1,3}"})),
            "tekstvlak": lambda: self.een(({}, {"maximum": 30})),
            "getal": lambda: self.een(({}, {"minimum": 1, "maximum": 5}, {"decimalen": 2}, {"decimalen": 1, "maximum": 10}, self._uit_parameter("getal"))),
            "bedrag": lambda: self.een(({}, {"minimum": "1.00", "maximum": "500.00"}, self._uit_parameter("bedrag"))),
            "email": lambda: self.een(({}, {"maximum": 40})),
            "keuze": lambda: {"opties": self._opties(True)},
            "meerkeuze": lambda: {"opties": self._opties(False), **self.een(({}, {"minimum": 2}, {"maximum": 2}))},
            "upload": lambda: {"typen": ["application/pdf"], "grootte": 1, "maximum": self.een((1, 3))},
            "datum": lambda: {**({"onvolledig": "ja"} if self.kan(0.3) else {}), **self._moment(soort)},
            "tijd": lambda: self._moment(soort),
            "datumtijd": lambda: self._moment(soort),
        }
        return dict(maak[soort]()) if soort in maak else {}

    def _uit_parameter(self, soort: str) -> Data:
        return {"maximum": "<p1>"} if any(p["soort"] == soort for p in self.parameters) else {}

    def _moment(self, soort: str) -> Data:
        if self.kan(0.5):
            return {}
        anderen = [g.naam for g in self.hier() if g.soort == soort]
        basis = self.een((*GRENZEN[soort], *anderen))
        return {self.een(("vanaf", "tot_en_met", "na", "voor")): basis + self._termijn(soort, basis)}

    def _termijn(self, soort: str, basis: str) -> str:
        if soort == "tijd" or basis[0].isdigit() or not self.kan(0.4):
            return ""
        return self.een(TERMIJNEN)

    def _opties(self, alleen_een: bool) -> Any:
        wat = self.kans.random()
        if wat < 0.06:
            return {"lijst": "titels"}
        if wat < 0.12:
            return {"parameter": "lijst1"} if any(p["parameter"] == "lijst1" for p in self.parameters) else {"bron": "later"}
        codes = self.kans.sample(("a", "b", "c", "d", "e", "constructor", "ja"), self.kans.randint(2, 4))
        uit: list[Any] = list(codes)
        for i in range(1, len(codes)):
            if self.kan(0.2) and (als := self.voorwaarde(1)):
                uit[i] = {"code": codes[i], "toon_als": als}
            elif self.kan(0.1):
                uit[i] = {"code": codes[i], "namelijk": {"veld": self.naam("anders"), "maximum": 20}}
        return uit

    @staticmethod
    def _codes(veld: Data) -> tuple[str, ...]:
        opties = veld.get("opties")
        return tuple(o if isinstance(o, str) else o["code"] for o in opties) if isinstance(opties, list) else ()

    # -- conditions --------------------------------------------------------------------------------------------------

    def hier(self) -> list[Genoemd]:
        """What may be named at this place."""
        dichtbij: dict[str, Genoemd] = {}
        for laag in self.bereik:
            dichtbij |= {g.naam: g for g in laag}
        elders = [g._replace(naam=f"{stap}.{g.naam}") for stap, rij in self.stappen.items() for g in rij]
        return [*dichtbij.values(), *elders]

    def _rond(self) -> list[Genoemd]:
        """The login, and what a municipality has or fills in."""
        uit = [] if self.vooraf else [Genoemd("indiener.soort", "keuze", ("burger", "bedrijf")), Genoemd("indiener.middel", "keuze", ("digid", "eherkenning", "geen"))]
        uit += [Genoemd("voorziening.heeft", "ja-nee") for _ in self.voorzieningen]
        return uit + [Genoemd(f"parameter.{p['parameter']}", p["soort"]) for p in self.parameters if p["soort"] != "lijst"]

    def _als(self, deel: float) -> Data:
        als = self.voorwaarde(self.kans.randint(1, 2)) if self.kan(deel) else None
        return {"toon_als": als} if als else {}

    def voorwaarde(self, diep: int) -> Data | None:
        """A condition on what stands earlier; None when nothing does."""
        wat = self.kans.random()
        if diep > 0 and wat < 0.15:
            return {"niet": v} if (v := self.voorwaarde(diep - 1)) else None
        if diep > 0 and wat < 0.4:
            delen = [v for v in (self.voorwaarde(diep - 1) for _ in range(self.kans.randint(2, 3))) if v]
            return {self.een(("een_van", "alle_van")): delen} if len(delen) > 1 else None
        namen = self.hier()
        rond = self._rond()
        uit: Data = {}
        for _ in range(2 if self.kan(0.2) else 1):
            rij = rond if rond and (not namen or self.kan(0.12)) else namen
            if rij:
                uit |= self._over(self.een(rij)) or {}
        return uit or None

    def _over(self, g: Genoemd) -> Data | None:
        """A comparison with one thing."""
        hoes = [hoe for hoe in vormen_van(g.soort) if hoe != "minimaal_tekens" or g.soort in ("tekst", "tekstvlak", "email")]
        hoe = self.een(hoes) if hoes else None
        if hoe is None:
            return None
        waarde = self._waarde(g, hoe)
        if waarde is None:
            return None
        kaal = hoe.removesuffix(" een van")
        return {g.naam: waarde if kaal == "is" else {"niet" if kaal == "is_niet" else kaal: waarde}}

    def _waarde(self, g: Genoemd, hoe: str) -> Any:
        if hoe == "beantwoord":
            return "ja"
        if hoe == "minimaal_tekens":
            return str(self.een((3, 6)))
        if hoe in ("is", "is_niet") or hoe.endswith(" een van"):
            kan = g.codes or WAARDEN.get(g.soort, ("a",))
            return list(self.kans.sample(kan, min(2, len(kan)))) if hoe.endswith(" een van") else self.een(kan)
        if g.soort in GRENZEN:
            basis = self.een((*GRENZEN[g.soort], *WAARDEN[g.soort], *self._zelfde(g)))
            return basis + self._termijn(g.soort, basis)
        als = "getal" if g.soort in ("herhaling", "meerkeuze", "upload") else g.soort
        return self.een((*WAARDEN[als], *self._zelfde(g._replace(soort=als)), *([f"<{p['parameter']}>" for p in self.parameters if p["soort"] == als])))

    def _zelfde(self, g: Genoemd) -> Iterator[str]:
        return (ander.naam for ander in self.hier() if ander.soort == g.soort and ander.naam != g.naam and self.kan(0.3))
