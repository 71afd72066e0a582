"""The classes of one role as types of TypeScript, in one file that stands alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from catalogue.formulier import Herhaling, Vraag
from generator.targets.schema.waarde import tekst
from generator.targets.typen.boom import Boom, Codes, Klasse, Lid, codes
from generator.targets.typen.keuzes import Keuze, Tak, keuzes, moet_in_tak

VORMEN = {
    "Adres": (
        "Een adres in Nederland. Straat en plaats volgen uit postcode en huisnummer.",
        "{ readonly postcode: Postcode; readonly huisnummer: string; readonly huisletter?: string; readonly toevoeging?: string; "
        "readonly straat?: string; readonly plaats?: string }",
    ),
    "Bedrag": ("Euro's, met twee cijfers achter de punt: `1250.00`.", "string"),
    "Bestand<Mediatype extends string = string>": (
        "Een bestand dat wordt meegestuurd; de bytes gaan naast de antwoorden mee. `grootte` is in bytes.",
        "{ readonly id: string; readonly naam: string; readonly mediatype: Mediatype; readonly grootte: number; readonly sha256: string }",
    ),
    "Bsn": ("Een burgerservicenummer: negen cijfers, met de 11-proef.", "string"),
    "Code": ("Een code uit een lijst die de gemeente of het formulier geeft.", "string"),
    "Datum": ("Een dag: `JJJJ-MM-DD`.", "string"),
    "DatumOnvolledig": ("Een dag, of alleen de maand of het jaar: `JJJJ-MM-DD`, `JJJJ-MM` of `JJJJ`.", "string"),
    "Datumtijd": ("Een dag en een tijd in Nederland: `JJJJ-MM-DDTUU:MM`.", "string"),
    "Email": ("Een e-mailadres.", "string"),
    "Iban": ("Een rekeningnummer (IBAN), in hoofdletters en zonder spaties.", "string"),
    "Kenteken": ("Een kenteken: zes letters en cijfers, zonder streepjes.", "string"),
    "Kvk": ("Een KVK-nummer: acht cijfers.", "string"),
    "Postcode": ("Een postcode zonder spatie: `2514JS`.", "string"),
    "Telefoon": ("Een telefoonnummer: alleen cijfers, met of zonder een + ervoor.", "string"),
    "Tijd": ("Een tijd in Nederland: `UU:MM`.", "string"),
}
"""What answers share, by name: what it is, and its type."""
_SOORT = {
    "ja-nee": "boolean", "akkoord": "true", "adres": "Adres", "bedrag": "Bedrag", "tekst": "string", "tekstvlak": "string", "email": "Email",
    "datum": "Datum", "tijd": "Tijd", "datumtijd": "Datumtijd", "bsn": "Bsn", "postcode": "Postcode", "telefoon": "Telefoon", "iban": "Iban",
    "kenteken": "Kenteken", "kvk": "Kvk",
}  # fmt: skip


def interfaces(boom: Boom) -> str:
    """The file with the types of one role."""
    schrijver = _Schrijver(boom)
    lijsten = [_lijst(naam, codes) for naam, codes in boom.lijsten.items()]
    klassen = [schrijver.klasse(k) for k in boom.klassen]
    lijf = "\n\n".join([*lijsten, *klassen])
    vormen = "\n\n".join(f"{_doc([uitleg])}\nexport type {naam} = {soort};" for naam, (uitleg, soort) in VORMEN.items() if _gebruikt(naam, lijf))
    return f"{_kop(boom)}\n" + "\n\n".join(deel for deel in (vormen, lijf) if deel) + "\n"


def _gebruikt(naam: str, lijf: str) -> bool:
    """Is this shared type used in the code? A postcode is in every address."""
    code = re.sub(r'/\*\*.*?\*/|//[^\n]*|"(?:[^"\\\n]|\\.)*"', "", lijf, flags=re.S)
    kaal = naam.partition("<")[0]
    return any(re.search(rf"\b{woord}\b", code) for woord in ((kaal, "Adres") if kaal == "Postcode" else (kaal,)))


def _kop(boom: Boom) -> str:
    wie = "de indiener" if boom.rol == "indiener" else f"de rol {boom.rol}"
    return (
        f"// De antwoorden van {wie} bij {boom.dienst} ({boom.versie}). Gegenereerd: wijzig hier niets.\n"
        "// Wat een type zegt, geldt altijd. Wat van andere antwoorden, de dag of het inloggen afhangt, zegt `valideer`.\n"
        "// SPDX-License-Identifier: EUPL-1.2\n"
    )


class _Schrijver:
    def __init__(self, boom: Boom) -> None:
        self.boom = boom

    def klasse(self, k: Klasse) -> str:
        kiest = keuzes(k)
        kop = f"{_doc([k.titel])}\n" if k.titel else ""
        hangt = {lid.id for keuze in kiest for lid in keuze.hangt}
        regels = [regel for lid in k.leden if lid.id not in hangt for regel in self.lid(lid, lid.moet, "  ")]
        if k.lokaal:
            regels += ["  /** Vragen van een gemeente zelf; deze landelijke typen lezen ze niet. */", "  readonly lokaal?: unknown;"]
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
        veld: Any = v.veld
        match v.soort:
            case "keuze":
                return self.keuze(v)
            case "meerkeuze":
                keuze = self.keuze(v)
                return f"readonly ({keuze})[]" if "|" in keuze else f"readonly {keuze}[]"
            case "upload":
                return f"readonly Bestand<{' | '.join(_ts(t) for t in veld.typen)}>[]" if veld.typen else "readonly Bestand[]"
            case "getal":
                return "string" if veld.decimalen else "number"
            case "datum" if veld.onvolledig:
                return "DatumOnvolledig"
        return _SOORT[v.soort]

    def keuze(self, v: Vraag) -> str:
        if v.open_lijst or not v.opties:
            return "Code"
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
    return "\n".join([f"{in_}/**", f"{in_} * {schoon[0]}", f"{in_} *", *(f"{in_} * {regel}" for regel in schoon[1:]), f"{in_} */"])
