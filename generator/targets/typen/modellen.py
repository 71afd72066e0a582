"""The classes of one role as strict pydantic models."""

from __future__ import annotations

import json
import keyword
import re
from typing import Any

from pydantic import BaseModel

from catalogue.formulier import Herhaling, Vraag
from generator.targets.schema.waarde import tekst
from generator.targets.typen.boom import ONVOLLEDIG, Boom, Codes, Klasse, Lid, codes

_EIGEN = {"bool", "int", "str", "list", "lokaal"}
"""Names that the text of a model uses itself."""


def modellen(boom: Boom) -> str:
    """The module with the models of one role."""
    schrijver = _Schrijver(boom)
    lijsten = [_lijst(naam, codes) for naam, codes in boom.lijsten.items()]
    klassen = [f"\n{schrijver.klasse(k)}" for k in boom.klassen]
    lijf = "\n\n".join([*lijsten, *klassen])
    return f"{_kop(boom)}\n{_imports(lijf, schrijver.vormen)}\n\n{lijf}\n"


def _lijst(naam: str, codes: Codes) -> str:
    return "\n".join([f"{naam} = Literal[", *(f"    {_py(code)},  # {zin}" for code, zin in codes), "]"])


def _kop(boom: Boom) -> str:
    wie = "de indiener" if boom.rol == "indiener" else f"de rol {boom.rol}"
    zin = f"De antwoorden van {wie} bij {boom.dienst} ({boom.versie}). Gegenereerd: wijzig hier niets."
    meer = "Wat een model zegt, geldt altijd. Wat van andere antwoorden of van de dag afhangt, zegt `valideer`."
    return f'"""{zin}\n\n{meer}\n\nSPDX-License-Identifier: EUPL-1.2\n"""\n'


def _imports(lijf: str, vormen: set[str]) -> str:
    """Only what is used: nothing else stands in a file that people read. `vormen`: the shared types."""
    code = _zonder_tekst(lijf)
    namen = [naam for naam in ("Annotated", "Any", "Literal") if re.search(rf"\b{naam}\b", code)]
    typing = [f"from typing import {', '.join(namen)}", ""] if namen else []
    veld = ["from pydantic import Field", ""] if "Field(" in code else []
    return "\n".join([*typing, *veld, f"from .vormen import {', '.join(sorted(vormen))}"])


def _zonder_tekst(lijf: str) -> str:
    """The code without docstrings, texts and comments: what is said there is no use of a name."""
    return re.sub(r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*', "", lijf)


class _Schrijver:
    def __init__(self, boom: Boom) -> None:
        self.boom = boom
        self.vormen = {"Deel"}

    def vorm(self, naam: str) -> str:
        """A shared type; it is imported."""
        self.vormen.add(naam)
        return naam

    def klasse(self, k: Klasse) -> str:
        regels = [f"class {k.naam}(Deel):", f"    {_doc(k.titel)}", ""] if k.titel else [f"class {k.naam}(Deel):"]
        for lid in k.leden:
            regels += self.lid(lid)
        if k.lokaal:
            uitleg = '    """Vragen van een gemeente zelf; deze landelijke modellen lezen ze niet."""'
            regels += ["    lokaal: Any = None", uitleg]
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
        maten = v.alle_maten
        match v.vorm:
            case "waar":
                return "Literal[True]" if maten["waarden"] == [True] else "bool"
            case "keuze":
                return self.keuze(v)
            case "keuzes":
                return _met(f"list[{self.keuze(v)}]", min_length=maten["minimum"], max_length=maten.get("maximum"))
            case "bestanden":
                typen = ", ".join(_py(t) for t in maten.get("typen", ()))
                mediatype = f"Literal[{typen}]" if typen else "str"
                stuk = self.vorm("Bestand")
                return _met(f"list[{stuk}[{mediatype}]]", min_length=maten["minimum"], max_length=maten["maximum"])
            case "getal":
                grenzen = {"ge": maten["minimum"], "le": maten["maximum"]}
                return _met(self.vorm("Geheel"), **{hoe: maat for hoe, maat in grenzen.items() if isinstance(maat, int)})
            case "decimaal":
                return self.naam(v) if v.feiten.type else _met("str", pattern=_decimalen(maten))
            case "tekst":
                return self.tekst(v)
            case "moment" if maten.get("onvolledig"):
                return self.naam(v, ONVOLLEDIG)
        return self.naam(v)

    def naam(self, v: Vraag, achter: str = "") -> str:
        """The type that answers of its kind share, or a plain one where they share none."""
        if v.feiten.type is None:
            return "dict[str, str]" if v.vorm == "delen" else "str"
        return self.vorm(v.feiten.type.naam + achter)

    def tekst(self, v: Vraag) -> str:
        """A text: of the form of its kind, with the measures that the question has of its own."""
        vast = v.feiten.maten if v.feiten.type else {}
        eigen = {naam: maat for naam, maat in v.alle_maten.items() if vast.get(naam) != maat}
        patroon = f"^(?:{eigen['patroon']})$" if "patroon" in eigen else None
        basis = self.naam(v) if v.feiten.type else self.vorm("Tekst")
        return _met(basis, min_length=eigen.get("minimum"), max_length=eigen.get("maximum"), pattern=patroon)

    def keuze(self, v: Vraag) -> str:
        if v.open_lijst or not v.opties:
            return self.vorm("Code")
        return self.boom.lijst(v) or f"Literal[{', '.join(_py(o.code) for o in v.opties)}]"


def _decimalen(maten: dict[str, Any]) -> str:
    """A number as text, with so many digits behind the point at least and at most."""
    minstens, meest = maten.get("decimalen_minstens", 0), maten["decimalen"]
    achter = rf"\.[0-9]{{{minstens},{meest}}}" if minstens else rf"(\.[0-9]{{1,{meest}}})?"
    return rf"^-?(0|[1-9][0-9]{{0,8}}){achter}$"


def _met(soort: str, **maten: Any) -> str:
    """A type with its measures; those of `Tekst` and of a list that may be empty are left out."""
    vanzelf = (None, 0, 1) if soort == "Tekst" else (None, 0)
    over = {naam: maat for naam, maat in maten.items() if maat not in (vanzelf if naam == "min_length" else (None,))}
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
    regels = (" ".join(deel.split()) for deel in (zin, *punten))
    schoon = [regel.replace("\\", "\\\\").replace('"""', '\\"\\"\\"') for regel in regels]
    if not punten:
        return f'"""{schoon[0]}{" " if schoon[0].endswith(chr(34)) else ""}"""'
    return f'"""{schoon[0]}\n\n' + "".join(f"    {p}\n" for p in schoon[1:]) + '    """'
