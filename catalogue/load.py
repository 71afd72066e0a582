"""A YAML file -> a model of the language, or diagnostics: all of them, in the words of a specifier.

No rules here: only the shape. Codes SL1xx.
"""

from __future__ import annotations

import difflib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from catalogue.diagnostics import Diagnostic
from catalogue.soorten import SOORTEN
from catalogue.source import MAX_BYTES, MEESTE, Bron, Pad, lees
from catalogue.veld.basis import Model

M = TypeVar("M", bound=Model)


@dataclass(slots=True)
class Gelezen(Generic[M]):
    """A file as it was read: its text with places, the model (None when the shape is wrong), and what is wrong."""

    bron: Bron
    model: M | None
    problemen: list[Diagnostic]


def laad(pad: Path, soort: type[M], naam: str | None = None) -> Gelezen[M]:
    """Read one file as a model. `naam` is how the file is called in messages."""
    try:
        inhoud = inhoud_van(pad)
    except OSError as fout:
        reden = {FileNotFoundError: "dit bestand bestaat niet", IsADirectoryError: "dit is een map"}.get(type(fout), "dit bestand is niet te lezen")
        return onleesbaar(naam or str(pad), reden, "Kijk of de naam klopt.")
    return laad_tekst(inhoud, naam or str(pad), soort)


def onleesbaar(naam: str, reden: str, hulp: str) -> Gelezen[Any]:
    """A file of which nothing is read."""
    bron = Bron(naam, "")
    return Gelezen(bron, None, [Diagnostic("SL001", reden, hulp, bron.plaats(()))])


def inhoud_van(pad: Path) -> bytes:
    """The bytes of a file, of a large one just more than may be. Raises OSError, also for what has no end or waits for a writer."""
    soort = os.stat(pad).st_mode
    if not stat.S_ISREG(soort) and not stat.S_ISDIR(soort):
        raise OSError(f"not a plain file: {pad}")
    with pad.open("rb") as bestand:
        return bestand.read(MAX_BYTES + 1)


def laad_tekst(inhoud: bytes, naam: str, soort: type[M]) -> Gelezen[M]:
    """Read bytes as a model; never raises for what is in them."""
    bron = lees(inhoud, naam)
    if bron.data is None:
        return Gelezen(bron, None, bron.problemen)
    try:
        return Gelezen(bron, soort.model_validate(bron.data), bron.problemen)
    except ValidationError as fout:
        vertaald = [_diagnostic(bron, e, soort) for e in _oorzaken(fout.errors(include_url=False)[:MEESTE])]
        return Gelezen(bron, None, bron.problemen + list(dict.fromkeys(vertaald)))


def _oorzaken(fouten: list[Any]) -> list[Any]:
    """The errors without those that only follow: a list too short because its items are wrong, a key that is misspelt."""
    plekken = [f["loc"] for f in fouten]
    vreemd = [f["loc"] for f in fouten if f["type"] == "extra_forbidden"]

    def volgt(f: Any) -> bool:
        loc = f["loc"]
        if f["type"] == "too_short":
            return any(p[: len(loc)] == loc and p != loc for p in plekken)
        namen = [str(v[-1]) for v in vreemd if v[:-1] == loc[:-1]]
        return f["type"] == "missing" and bool(difflib.get_close_matches(str(loc[-1]), namen, n=1, cutoff=0.6))

    return [f for f in fouten if not volgt(f)]


def _diagnostic(bron: Bron, fout: Any, soort: type[Model]) -> Diagnostic:
    pad, laatste = _yaml_pad(bron.data, fout["loc"])
    soortfout, ctx = fout["type"], fout.get("ctx", {})
    if soortfout == "extra_forbidden":
        sleutel = str(fout["loc"][-1])
        bekend = _sleutels(fout["loc"], soort)
        return Diagnostic("SL102", f"de sleutel ‘{sleutel}’ bestaat hier niet", _bedoelde(sleutel, bekend), bron.plaats(pad, sleutel=True))
    if soortfout == "missing":
        return Diagnostic("SL101", f"hier ontbreekt ‘{laatste}’", f"Schrijf een regel `{laatste}: ...` erbij.", bron.plaats(pad, sleutel=False))
    if soortfout == "soort_onbekend":
        waarde = fout["input"].get("soort") if isinstance(fout["input"], dict) else None
        if waarde is None:
            return Diagnostic("SL101", "hier ontbreekt ‘soort’", f"Kies uit: {', '.join(SOORTEN)}.", bron.plaats(pad))
        return Diagnostic("SL103", f"‘{waarde}’ is geen soort vraag", _bedoelde(str(waarde), list(SOORTEN), len(SOORTEN)), bron.plaats((*pad, "soort")))
    if soortfout == "regel_onbekend":
        return Diagnostic("SL104", "deze regel begint niet met een bekend woord", f"Begin met een van: {', '.join(fout['msg'].split())}.", bron.plaats(pad))
    melding, hulp = _waarde_fout(soortfout, ctx, fout)
    return Diagnostic("SL105", melding, hulp, bron.plaats(pad))


def _yaml_pad(data: Any, loc: tuple[Any, ...]) -> tuple[Pad, Any]:
    """The path in the YAML of a pydantic location: without tags of unions, as deep as the data goes; and the last part."""
    pad: list[str | int] = []
    for deel in loc:
        if isinstance(data, dict) and deel in data:
            pad.append(deel)
            data = data[deel]
        elif isinstance(data, list) and isinstance(deel, int) and deel < len(data):
            pad.append(deel)
            data = data[deel]
    return tuple(pad), loc[-1] if loc else ""


def _waarde_fout(soort: str, ctx: dict[str, Any], fout: Any) -> tuple[str, str]:
    """A wrong value in words: what is wrong, and how to mend it."""
    gekregen = f"‘{fout['input']}’" if isinstance(fout["input"], str) else "wat hier staat"
    if isinstance(fout["input"], str) and len(fout["input"]) > 60:
        gekregen = "deze tekst"
    if fout["input"] is None:
        return "hier staat niets", "Vul een waarde in, of haal de sleutel weg."
    if soort == "literal_error":
        keuzes = [k.strip("' ") for k in str(ctx.get("expected", "")).replace(" or ", ", ").split(",")]
        return f"{gekregen} kan hier niet", _bedoelde(str(fout["input"]), keuzes)
    if soort == "string_pattern_mismatch":
        return f"{gekregen} heeft niet de goede vorm", _VORMEN.get(str(ctx.get("pattern")), "Kijk naar een ander voorbeeld in de catalogus.")
    if soort == "patroon":
        return str(fout["msg"]), 'Bijvoorbeeld: patroon: "[0-9]{12}".'
    if soort.startswith("bool"):
        return f"{gekregen} is geen ja of nee", "Schrijf ja of nee."
    if soort.startswith("int"):
        return f"{gekregen} is geen heel getal", "Schrijf een getal, bijvoorbeeld 5."
    if soort in ("string_too_long", "string_too_short", "too_short", "too_long"):
        return f"{gekregen} is te {'lang' if soort.endswith('long') else 'kort of leeg'}", f"Hier past {ctx.get('max_length', ctx.get('min_length', ''))} {'hooguit' if soort.endswith('long') else 'of meer'}."
    if soort in ("greater_than_equal", "less_than_equal"):
        return f"{gekregen} is te {'klein' if soort.startswith('greater') else 'groot'}", f"De grens is {ctx.get('ge', ctx.get('le'))}."
    if soort in ("tuple_type", "list_type"):
        return "hier hoort een lijst", "Zet elk deel op een eigen regel met een streepje ervoor."
    if soort in ("dict_type", "model_type", "model_attributes_type"):
        return "hier horen sleutels met waarden", "Schrijf bijvoorbeeld {nl: \"...\", en: \"...\"} voor een tekst, of sleutel: waarde op eigen regels."
    if soort == "string_type":
        return "hier hoort een tekst", "Zet de tekst achter de dubbele punt; begint hij met { of [, zet hem dan tussen aanhalingstekens."
    return f"{gekregen} kan hier niet", "Kijk in de uitleg van de taal wat hier mag staan."


_VORMEN = {
    r"^[a-z][a-zA-Z0-9]*$": "Een naam is één woord zonder spaties of streepjes en begint met een kleine letter: geboorteDatum.",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "Gebruik kleine letters, cijfers en streepjes: verhuizing-doorgeven.",
    r"^https://": "Een adres begint met https:// en staat tussen aanhalingstekens.",
    r"^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$": "Een termijn schrijft u als P5D (5 dagen), P6W, P3M of P7Y.",
    r"^(0|[1-9][0-9]{0,8})\.[0-9]{2}$": 'Een bedrag schrijft u als "12.50", met een punt en twee cijfers.',
    r"^[0-9]{4}$": 'Een gemeentecode heeft vier cijfers tussen aanhalingstekens: "0344".',
    r"^[A-Za-z0-9][A-Za-z0-9_.-]*$": "Een code bestaat uit letters, cijfers, streepjes en punten, zonder spaties.",
    r"^[a-z]+/[a-z0-9.+-]+$": "Een bestandstype schrijft u als application/pdf of image/jpeg.",
    r"^[A-Za-z][A-Za-z0-9_]*$": "Letters en cijfers, hooguit 20, zonder spaties.",
}


def _bedoelde(naam: str, bekend: list[str], meeste: int = 16) -> str:
    dichtbij = difflib.get_close_matches(naam, bekend, n=1, cutoff=0.6)
    if dichtbij:
        return f"Bedoelde u ‘{dichtbij[0]}’?"
    return f"Hier kan: {', '.join(bekend[:meeste])}." if bekend else "Haal de sleutel weg."


def _sleutels(loc: tuple[Any, ...], soort: type[Model]) -> list[str]:
    """The keys that may stand where an unknown one stood: walk the model along the location."""
    huidig: Any = soort
    for deel in loc[:-1]:
        huidig = _stap_in(huidig, deel)
        if huidig is None:
            return []
    return list(huidig.model_fields) if isinstance(huidig, type) and issubclass(huidig, Model) else []


def _stap_in(huidig: Any, deel: Any) -> Any:
    """Follow one part of a location through the annotations of the models."""
    import typing

    if isinstance(huidig, type) and issubclass(huidig, Model):
        veld = huidig.model_fields.get(str(deel))
        return veld.annotation if veld else None
    if isinstance(deel, str) and deel.startswith("@"):
        for lid in _leden(huidig):
            for merk in getattr(lid, "__metadata__", ()):
                if getattr(merk, "tag", None) == deel:
                    return typing.get_args(lid)[0]
    if isinstance(deel, int):
        for lid in (huidig, *_leden(huidig)):
            if typing.get_origin(lid) is tuple:
                return typing.get_args(lid)[0]
    for lid in _leden(huidig):
        if isinstance(lid, type) and issubclass(lid, Model) and lid.__name__ == deel:
            return lid
    return next((lid for lid in _leden(huidig) if isinstance(lid, type) and issubclass(lid, Model)), None)


def _leden(soort: Any) -> list[Any]:
    """The members of a union, through `Annotated`."""
    import typing

    while typing.get_origin(soort) is typing.Annotated:
        soort = typing.get_args(soort)[0]
    if isinstance(soort, typing.ForwardRef):
        return []
    return list(typing.get_args(soort)) if typing.get_origin(soort) is not tuple else [soort]
