"""What a control shows of its own: how to fill it in, and its parts."""

from __future__ import annotations

from typing import Any

from catalogue.formulier import Vraag
from catalogue.tekst import in_taal
from catalogue.voorwaarde import ALTIJD
from generator.targets.formulier import soorten
from generator.targets.formulier.hier import Hier
from generator.targets.formulier.wijzer import Wijzer

VOORBEELDEN = ("Nederland", "Nederlandse", "Utrecht")
"""An answer from a long list to show as an example, where the list has it."""
Beeld = dict[str, Any]


def hulp(vraag: Vraag, wijzer: Wijzer, t: dict[str, str]) -> str:
    """What a person should know to answer, beside the help of the question itself."""
    if vraag.vorm == "moment":
        return _bij_moment(vraag, t)
    if vraag.vorm == "bestanden":
        return _bij_bestanden(vraag.alle_maten, t)
    if soorten.is_lang(vraag):
        namen = [wijzer.optie(o) for o in vraag.opties]
        return t["lijst_hulp"].format(naam=next((n for n in VOORBEELDEN if n in namen), namen[0]))
    return f"[{t['in_te_vullen']}]" if soorten.kiest(vraag) and not vraag.opties else ""


def _bij_moment(vraag: Vraag, t: dict[str, str]) -> str:
    maten = vraag.alle_maten
    if maten["deel"] == "tijd":
        return t["tijd_voorbeeld"]
    if not maten.get("onvolledig"):
        return t["datum_voorbeeld"]
    return t["datum_geboorte" if vraag.veld.hulp else "datum_onvolledig"]


def _bij_bestanden(maten: dict[str, Any], t: dict[str, str]) -> str:
    if not maten.get("typen"):
        return ""
    typen = soorten.bestandstypen(maten["typen"], t["of"])
    sleutel = "soort_bestanden" if maten["maximum"] > 1 else "soort_bestand"
    return t[sleutel].format(typen=typen, grootte=maten.get("grootte"), maximum=maten["maximum"])


def momentdelen(vraag: Vraag, hier: Hier, t: dict[str, str]) -> list[Beeld]:
    """A box for the day, the month and the year, and for the time where that is asked too."""
    maten, eigen = vraag.alle_maten, soorten.aanvulling(vraag, bool(hier.rijen))
    verplicht, half = vraag.verplicht == ALTIJD, maten.get("onvolledig")
    delen = []
    for deel, en in (("dag", "day"), ("maand", "month"), ("jaar", "year")):
        delen.append({
            "id": hier.id if deel == "dag" else f"{hier.id}-{deel}", "naam": f"{hier.naam}.{deel}", "vraag": t[deel],
            "maat": "m4" if deel == "jaar" else "m2", "inputmode": "numeric",
            "verplicht": verplicht and (deel == "jaar" or not half), "autocomplete": f"bday-{en}" if eigen == "bday" else eigen,
        })  # fmt: skip
    if maten["deel"] == "dagtijd":
        # no keys for numbers here: a telephone shows no colon among them
        tijd = {"id": f"{hier.id}-tijd", "naam": f"{hier.naam}.tijd", "vraag": t["tijd"], "maat": "m4"}
        delen.append({**tijd, "verplicht": verplicht})
    return delen


def delen(vraag: Vraag, hier: Hier, taal: str) -> list[Beeld]:
    """The parts of an answer that has parts; each is a line."""
    return [
        {
            "vorm": "tekst", "id": f"{hier.id}-{d.id}", "naam": f"{hier.naam}.{d.id}", "vraag": in_taal(d.naam, taal),
            "verplicht": d.verplicht, "deel": True, "pad": f"{vraag.pad}.{d.id}" if hier.rijen else "",
            **soorten.deelregel(d, vraag, bool(hier.rijen)),
        }
        for d in vraag.feiten.delen
    ]  # fmt: skip
