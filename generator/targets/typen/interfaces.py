"""The classes of one role as types of TypeScript, in one file that stands alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from catalogue.formulier import Herhaling, Vraag
from generator.targets.schema.waarde import tekst
from generator.targets.typen.boom import ONVOLLEDIG, Boom, Codes, Klasse, Lid, codes
from generator.targets.typen.keuzes import Keuze, Tak, keuzes, moet_in_tak

BESTAND = (
    "{ readonly id: string; readonly naam: string; readonly mediatype: Mediatype; "
    "readonly grootte: number; readonly sha256: string }"
)
CODE = "Een code uit een lijst die de gemeente of het formulier geeft."
DAG_ONVOLLEDIG = "Een dag, of alleen de maand of het jaar: `JJJJ-MM-DD`, `JJJJ-MM` of `JJJJ`."


def interfaces(boom: Boom) -> str:
    """The file with the types of one role."""
    schrijver = _Schrijver(boom)
    lijsten = [_lijst(naam, codes) for naam, codes in boom.lijsten.items()]
    klassen = [schrijver.klasse(k) for k in boom.klassen]
    lijf = "\n\n".join([*lijsten, *klassen])
    gedeeld = sorted(schrijver.gedeeld.items())
    vormen = [f"{_doc([uitleg])}\nexport type {naam} = {soort};" for naam, (uitleg, soort) in gedeeld]
    return f"{_kop(boom)}\n" + "\n\n".join([*vormen, lijf]) + "\n"


def _kop(boom: Boom) -> str:
    wie = "de indiener" if boom.rol == "indiener" else f"de rol {boom.rol}"
    return (
        f"// De antwoorden van {wie} bij {boom.dienst} ({boom.versie}). Gegenereerd: wijzig hier niets.\n"
        "// Wat een type zegt, geldt altijd. "
        "Wat van andere antwoorden, de dag of het inloggen afhangt, zegt `valideer`.\n"
        "// SPDX-License-Identifier: EUPL-1.2\n"
    )


class _Schrijver:
    def __init__(self, boom: Boom) -> None:
        self.boom = boom
        self.gedeeld: dict[str, tuple[str, str]] = {}
        """What answers share, by name: what it is, and its type."""

    def deel(self, naam: str, uitleg: str, soort: str = "string", maat: str = "") -> str:
        """A shared type; it stands in the file. `maat` is what it can be made of."""
        self.gedeeld[naam + maat] = (uitleg, soort)
        return naam

    def klasse(self, k: Klasse) -> str:
        kiest = keuzes(k)
        kop = f"{_doc([k.titel])}\n" if k.titel else ""
        hangt = {lid.id for keuze in kiest for lid in keuze.hangt}
        regels = [regel for lid in k.leden if lid.id not in hangt for regel in self.lid(lid, lid.moet, "  ")]
        if k.lokaal:
            uitleg = "  /** Vragen van een gemeente zelf; deze landelijke typen lezen ze niet. */"
            regels += [uitleg, "  readonly lokaal?: unknown;"]
        if not kiest:
            return f"{kop}export interface {k.naam} {{\n{_regels(regels)}\n}}"
        takken = "".join(f" & (\n{_regels(self.takken(keuze))}\n)" for keuze in kiest)
        return f"{kop}export type {k.naam} = {{\n{_regels(regels)}\n}}{takken};"

    def takken(self, keuze: Keuze) -> Iterator[str]:
        for tak in keuze.takken:
            yield "  | {"
            yield from self.tak(keuze, tak)
            yield "    }"

    def tak(self, keuze: Keuze, tak: Tak) -> Iterator[str]:
        """The deciding answer, what is there then, and what is not."""
        waarden = " | ".join(_ts(w) for w in tak.waarden)
        yield f"      readonly {keuze.lid.id}: {waarden};" if waarden else f"      readonly {keuze.lid.id}?: never;"
        er_zijn = {lid.id for lid in tak.er_zijn}
        for lid in keuze.hangt:
            if lid.id in er_zijn:
                yield from self.lid(lid, moet_in_tak(lid), "      ")
            else:
                yield f"      readonly {lid.id}?: never;"

    def lid(self, lid: Lid, moet: bool, in_: str) -> Iterator[str]:
        uitleg = self.uitleg(lid)
        if uitleg:
            yield _doc(uitleg, in_)
        yield f"{in_}readonly {lid.id}{'' if moet else '?'}: {self.soort(lid)};"

    def uitleg(self, lid: Lid) -> list[str]:
        if isinstance(lid.element, Vraag):
            return [tekst(lid.element.veld.vraag), *(f"- `{code}`: {naam}" for code, naam in codes(lid.element))]
        return []

    def soort(self, lid: Lid) -> str:
        if lid.klasse is None:
            return self.vraag(lid.element)
        return f"readonly {lid.klasse.naam}[]" if isinstance(lid.element, Herhaling) else lid.klasse.naam

    def vraag(self, v: Vraag) -> str:
        maten = v.alle_maten
        match v.vorm:
            case "waar":
                return "true" if maten["waarden"] == [True] else "boolean"
            case "getal":
                return "number"
            case "keuze":
                return self.keuze(v)
            case "keuzes":
                keuze = self.keuze(v)
                return f"readonly ({keuze})[]" if "|" in keuze else f"readonly {keuze}[]"
            case "bestanden":
                stuk = self.naam(v, BESTAND, "<Mediatype extends string = string>")
                typen = " | ".join(_ts(t) for t in maten.get("typen", ()))
                return f"readonly {stuk}<{typen}>[]" if typen else f"readonly {stuk}[]"
            case "delen":
                return self.naam(v, self.delen(v))
            case "moment" if maten.get("onvolledig") and v.feiten.type:
                return self.deel(v.feiten.type.naam + ONVOLLEDIG, DAG_ONVOLLEDIG)
        return self.naam(v, "string")

    def naam(self, v: Vraag, soort: str, maat: str = "") -> str:
        """The type that answers of its kind share, or what it stands for where they share none."""
        eigen = v.feiten.type
        return self.deel(eigen.naam, eigen.uitleg, soort, maat) if eigen else soort

    def delen(self, v: Vraag) -> str:
        """An answer with parts; a part may have a type that it shares with a question."""
        leden = []
        for d in v.feiten.delen:
            soort = self.deel(d.type.naam, d.type.uitleg) if d.type else "string"
            leden.append(f"readonly {d.id}{'' if d.verplicht else '?'}: {soort}")
        return f"{{ {'; '.join(leden)} }}"

    def keuze(self, v: Vraag) -> str:
        if v.open_lijst or not v.opties:
            return self.deel("Code", CODE)
        return self.boom.lijst(v) or " | ".join(_ts(o.code) for o in v.opties)


def _lijst(naam: str, codes: Codes) -> str:
    return "\n".join([f"export type {naam} =", *(f"  | {_ts(code)} // {zin}" for code, zin in codes), "  ;"])


def _regels(regels: Iterable[str]) -> str:
    return "\n".join(regels)


def _ts(waarde: bool | str) -> str:
    return json.dumps(waarde, ensure_ascii=False)


def _doc(regels: list[str], in_: str = "") -> str:
    """JSDoc: one line, or a sentence with a list below it."""
    schoon = [" ".join(regel.split()).replace("*/", "*\u200b/") for regel in regels]
    if len(schoon) == 1:
        return f"{in_}/** {schoon[0]} */"
    punten = [f"{in_} * {regel}" for regel in schoon[1:]]
    return "\n".join([f"{in_}/**", f"{in_} * {schoon[0]}", f"{in_} *", *punten, f"{in_} */"])
