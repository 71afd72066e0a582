"""The room to write in on paper, by the kind of the question: boxes for what has a fixed form, lines for the rest."""

from __future__ import annotations

from typing import Any

from catalogue.formulier import Vraag
from catalogue.tekst import in_taal
from catalogue.velden.adres import DELEN
from catalogue.soorten.keuze import KeuzeVeld
from generator.targets.formulier.beeld import VOORBEELDEN

Vak = dict[str, Any]
HOKJES = {"bsn": (9,), "kvk": (8,), "postcode": (4, 2), "kenteken": (6,), "iban": (4, 4, 4, 4, 2), "telefoon": (15,)}
"""So many boxes, in groups."""
DATUM = (2, 2, 4)
KOLOMMEN, LANG = 10, 40
"""More options than this stand in columns; more than that are written down."""
_KORT, _HALF = 12, 40
_ADRES = (("straat",), ("huisnummer", "huisletter", "toevoeging"), ("postcode", "plaats"))
_MAAT = {"straat": "heel", "plaats": "naast", "postcode": "kort", "huisnummer": "kort", "huisletter": "mini", "toevoeging": "mini"}


def regel(maat: str, voor: str = "", na: str = "") -> Vak:
    """A line to write on: heel, half, kort or mini."""
    return {"vorm": "regel", "maat": maat, "voor": voor, "na": na}


def hokjes(*groepen: int, namen: tuple[str, ...] = ()) -> Vak:
    """A box for each character, in groups that may have names."""
    return {"vorm": "hokjes", "groepen": groepen, "namen": namen}


def datum(t: dict[str, str], *meer: int, namen: tuple[str, ...] = ()) -> Vak:
    """Boxes for a day."""
    return hokjes(*DATUM, *meer, namen=(t["dag"], t["maand"], t["jaar"], *namen))


def kruisjes(*opties: Vak, naast: bool = False) -> Vak:
    """A box for each option: beside each other, below each other, or in columns when they are many."""
    return {"vorm": "kruisjes", "opties": opties, "klasse": "naast" if naast else "kolommen" if len(opties) > KOLOMMEN else ""}


def optie(naam: str, als: str = "", hulp: str = "") -> Vak:
    """An option to tick."""
    return {"naam": naam, "als": als, "hulp": hulp}


def vak(vraag: Vraag, opties: list[Vak], taal: str, t: dict[str, str]) -> Vak:
    """The room for one answer: `vorm` names what the template draws; `opties` are those of a choice."""
    soort, veld = vraag.soort, vraag.veld
    klok = (t["uur"], t["minuut"])
    vast: dict[str, Vak] = {
        "datum": datum(t), "datumtijd": datum(t, 2, 2, namen=klok), "tijd": hokjes(2, 2, namen=klok), "ja-nee": kruisjes(optie(t["ja"]), optie(t["nee"]), naast=True),
        "akkoord": kruisjes(optie(t["akkoord"])), "upload": kruisjes(optie(t["bijlage"])), "bedrag": regel("kort", voor="€"),
        "adres": {"vorm": "adres", "rijen": [[_deel(naam, taal) for naam in rij] for rij in _ADRES]},
    }  # fmt: skip
    if soort in vast:
        return vast[soort]
    if soort in HOKJES:
        return hokjes(*HOKJES[soort])
    if soort in ("keuze", "meerkeuze"):
        return kruisjes(*opties) if 0 < len(opties) <= LANG and not vraag.open_lijst else regel("heel")
    if soort == "tekstvlak":
        return {"vorm": "regels", "aantal": 8 if veld.maximum > 1500 else 5}  # type: ignore[attr-defined]
    return regel(_maat(vraag), na=getattr(veld, "eenheid", None) or "")


def _maat(vraag: Vraag) -> str:
    if vraag.soort == "getal":
        return "kort"
    maximum = getattr(vraag.veld, "maximum", 200)
    return "kort" if maximum <= _KORT else "half" if maximum <= _HALF else "heel"


def _deel(naam: str, taal: str) -> dict[str, str]:
    deel = next(d for d in DELEN if d.naam == naam)
    return {"naam": deel.en if taal == "en" else deel.nl, "maat": _MAAT[naam]}


def aanwijzing(vraag: Vraag, taal: str, t: dict[str, str]) -> str:
    """What one should know to answer this on paper, beside the help of the question itself."""
    veld: Any = vraag.veld
    if vraag.soort == "meerkeuze" and veld.maximum != 1:
        return t["meer_kruisjes"] if veld.maximum is None else t["hooguit_kruisjes"].format(n=veld.maximum)
    if isinstance(veld, KeuzeVeld) and (vraag.open_lijst or not vraag.opties):
        return t["keuze_gemeente"]
    if vraag.soort == "keuze" and len(vraag.opties) > LANG:
        namen = [in_taal(keus.naam, taal) for keus in vraag.opties]
        return t["keuze_schrijf"].format(naam=next((naam for naam in VOORBEELDEN if naam in namen), namen[0]))
    if vraag.soort == "upload":
        return t["bijlagen"].format(n=veld.maximum) if veld.maximum > 1 else t["een_bijlage"]
    if vraag.soort == "datum" and veld.onvolledig:
        return t["onvolledig"]
    return ""
