"""The classes of one role as strict pydantic models."""

from __future__ import annotations

import json
import keyword
import re
from typing import Any

from pydantic import BaseModel

from catalogue.formulier import Herhaling, Vraag
from generator.targets.schema.waarde import tekst
from generator.targets.typen.boom import Boom, Codes, Klasse, Lid, codes

_NUMMERS = {"bsn": "Bsn", "postcode": "Postcode", "email": "Email", "telefoon": "Telefoon", "iban": "Iban", "kenteken": "Kenteken", "kvk": "Kvk"}
_MOMENTEN = {"datum": "Datum", "tijd": "Tijd", "datumtijd": "Datumtijd"}
_EIGEN = {"bool", "int", "str", "list", "lokaal"}
"""Names that the text of a model uses itself."""
_GEDEELD = re.compile(r"\b(?:Adres|Bedrag|Bestand|Bsn|Code|DatumOnvolledig|Datumtijd|Datum|Deel|Email|Geheel|Iban|Kenteken|Kvk|Postcode|Tekst|Telefoon|Tijd)\b")


def modellen(boom: Boom) -> str:
    """The module with the models of one role."""
    schrijver = _Schrijver(boom)
    lijsten = [_lijst(naam, codes) for naam, codes in boom.lijsten.items()]
    klassen = [f"\n{schrijver.klasse(k)}" for k in boom.klassen]
    lijf = "\n\n".join([*lijsten, *klassen])
    return f"{_kop(boom)}\n{_imports(lijf)}\n\n{lijf}\n"


def _lijst(naam: str, codes: Codes) -> str:
    return "\n".join([f"{naam} = Literal[", *(f"    {_py(code)},  # {zin}" for code, zin in codes), "]"])


def _kop(boom: Boom) -> str:
    wie = "de indiener" if boom.rol == "indiener" else f"de rol {boom.rol}"
    zin = f"De antwoorden van {wie} bij {boom.dienst} ({boom.versie}). Gegenereerd: wijzig hier niets."
    return f'"""{zin}\n\nWat een model zegt, geldt altijd. Wat van andere antwoorden of van de dag afhangt, zegt `valideer`.\n\nSPDX-License-Identifier: EUPL-1.2\n"""\n'


def _imports(lijf: str) -> str:
    """Only what is used: nothing else stands in a file that people read."""
    code = _zonder_tekst(lijf)
    namen = [naam for naam in ("Annotated", "Any", "Literal") if re.search(rf"\b{naam}\b", code)]
    typing = [f"from typing import {', '.join(namen)}", ""] if namen else []
    veld = ["from pydantic import Field", ""] if "Field(" in code else []
    vormen = sorted(set(_GEDEELD.findall(code)))
    return "\n".join([*typing, *veld, f"from .vormen import {', '.join(vormen)}"])


def _zonder_tekst(lijf: str) -> str:
    """The code without docstrings, texts and comments: what is said there is no use of a name."""
    return re.sub(r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*', "", lijf)


class _Schrijver:
    def __init__(self, boom: Boom) -> None:
        self.boom = boom

    def klasse(self, k: Klasse) -> str:
        regels = [f"class {k.naam}(Deel):", f"    {_doc(k.titel)}", ""] if k.titel else [f"class {k.naam}(Deel):"]
        for lid in k.leden:
            regels += self.lid(lid)
        if k.lokaal:
            regels += ["    lokaal: Any = None", '    """Vragen van een gemeente zelf; deze landelijke modellen lezen ze niet."""']
        return "\n".join(regels)

    def lid(self, lid: Lid) -> list[str]:
        soort, naam = self.soort(lid), lid.id
        alias = ""
        if keyword.iskeyword(naam) or naam in _EIGEN or hasattr(BaseModel, naam):
            naam, alias = f"{naam}_", f"alias={_py(naam)}"
        standaard = [] if lid.moet else ["default=None"] if alias else ["None"]
        waarde = f" = Field({', '.join([*standaard, alias])})" if alias else f" = {standaard[0]}" if standaard else ""
        return [f"    {naam}: {soort}{'' if lid.moet else ' | None'}{waarde}", *self.uitleg(lid)]

    def uitleg(self, lid: Lid) -> list[str]:
        if not isinstance(lid.element, Vraag):
            return []
        zin = tekst(lid.element.veld.vraag)
        punten = [f"- `{code}`: {naam}" for code, naam in codes(lid.element)]
        return [f"    {_doc(zin, *punten)}"]

    def soort(self, lid: Lid) -> str:
        if lid.klasse is None:
            return self.vraag(lid.element)
        if isinstance(lid.element, Herhaling):
            h = lid.element
            return _met(f"list[{lid.klasse.naam}]", min_length=0 if h.per else h.minimum, max_length=h.maximum)
        return lid.klasse.naam

    def vraag(self, v: Vraag) -> str:
        veld: Any = v.veld
        match v.soort:
            case "ja-nee":
                return "bool"
            case "akkoord":
                return "Literal[True]"
            case "keuze":
                return self.keuze(v)
            case "meerkeuze":
                return _met(f"list[{self.keuze(v)}]", min_length=veld.minimum, max_length=veld.maximum)
            case "upload":
                typen = f"[Literal[{', '.join(_py(t) for t in veld.typen)}]]" if veld.typen else "[str]"
                return _met(f"list[Bestand{typen}]", min_length=veld.minimum, max_length=veld.maximum)
            case "adres":
                return "Adres"
            case "bedrag":
                return "Bedrag"
            case "getal":
                return self.getal(veld)
            case "tekst" | "tekstvlak":
                patroon = getattr(veld, "patroon", None)
                return _met("Tekst", min_length=veld.minimum, max_length=veld.maximum, pattern=f"^(?:{patroon})$" if patroon else None)
            case "email":
                return _met("Email", max_length=None if veld.maximum == 254 else veld.maximum)
            case "datum" if veld.onvolledig:
                return "DatumOnvolledig"
        return _MOMENTEN.get(v.soort) or _NUMMERS[v.soort]

    def keuze(self, v: Vraag) -> str:
        if v.open_lijst or not v.opties:
            return "Code"
        return self.boom.lijst(v) or f"Literal[{', '.join(_py(o.code) for o in v.opties)}]"

    def getal(self, veld: Any) -> str:
        if veld.decimalen:
            return _met("str", pattern=rf"^-?(0|[1-9][0-9]{{0,8}})(\.[0-9]{{1,{veld.decimalen}}})?$")
        grenzen = {naam: maat for naam, maat in (("ge", veld.minimum), ("le", veld.maximum)) if isinstance(maat, int)}
        return _met("Geheel", **grenzen)


def _met(soort: str, **maten: Any) -> str:
    """A type with its measures; those of `Tekst` and of a list that may be empty are left out."""
    over = {naam: maat for naam, maat in maten.items() if maat is not None and (naam, maat) != ("min_length", 0) and not (soort == "Tekst" and (naam, maat) == ("min_length", 1))}
    if not over:
        return soort
    return f"Annotated[{soort}, Field({', '.join(f'{naam}={_rauw(maat)}' for naam, maat in over.items())})]"


def _rauw(maat: Any) -> str:
    """A value as Python has it; a pattern as a raw text, so that it can be read."""
    if not isinstance(maat, str):
        return repr(maat)
    return f'r"{maat}"' if '"' not in maat and not maat.endswith("\\") else repr(maat)


def _py(tekst: str) -> str:
    return json.dumps(tekst, ensure_ascii=False)


def _doc(zin: str, *punten: str) -> str:
    """A docstring: the sentence, and a list below it."""
    schoon = [deel.replace("\\", "\\\\").replace('"""', '\\"\\"\\"') for deel in (" ".join(zin.split()), *(" ".join(p.split()) for p in punten))]
    if not punten:
        return f'"""{schoon[0]}{" " if schoon[0].endswith(chr(34)) else ""}"""'
    return f'"""{schoon[0]}\n\n' + "".join(f"    {p}\n" for p in schoon[1:]) + '    """'
