"""From each row of the source form to the question that answers for it, and back; and the notes for who builds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from catalogue import register
from catalogue.formulier import Formulier, Vraag, elementen
from generator.spoor import Spoor, van_dienst

Rij = dict[str, Any]
_KOP: Spoor = {"rij": None, "pad": None, "soort": "de kop"}
"""What an explanation of a whole block is about: its heading."""


def herleiding(formulier: Formulier, namen: dict[str, str], rijen: set[str]) -> dict[str, Any] | None:
    """The trace of a service, when it was made from a source form row by row.

    `namen` says how a path is called, `rijen` which have a row on the page.
    """
    if not formulier.herkomst or not formulier.herkomst_heel:
        return None
    return tabel(van_dienst(formulier), formulier.herkomst, formulier.afwijkingen, namen, rijen)


def tabel(sporen: Iterable[Spoor], herkomst: str, afwijkingen: Iterable[Any], namen: dict[str, str], getoond: Iterable[str] = ()) -> dict[str, Any]:
    """The rows of the source in order, then what has no row there. An explanation stands at the first of its rows."""
    bron, ankers = register.bronformulier(herkomst), set(getoond)
    uitleg = _uitleg(afwijkingen)
    rijen = [_rij(s, bron, uitleg.get(s["rij"] or "", []), namen, ankers) for s in sporen]
    koppen = [{**_rij(_KOP, bron, wat, namen, ankers), "rij": f"blok {blok}"} for blok, wat in uitleg.items() if blok not in bron.rijen]
    met = [*koppen, *(r for r in rijen if r["rij"])]
    return {
        "titel": bron.titel, "stand": bron.stand, "bron": bron.bron, "aantal": len(bron.rijen), "rijen": met, "zonder": [r for r in rijen if not r["rij"]],
        "verschillen": sum(bool(r["afwijkingen"]) for r in met),
    }  # fmt: skip


def _uitleg(afwijkingen: Iterable[Any]) -> dict[str, list[Rij]]:
    """The explanations by row: whole at the first of their rows, a reference at the others."""
    uit: dict[str, list[Rij]] = {}
    for a in afwijkingen:
        eerste, *rest = a.bron
        uit.setdefault(eerste, []).append({"zegt": a.zegt or "", "wordt": a.wordt or "", "reden": a.reden, "zie": ""})
        for rij in rest:
            uit.setdefault(rij, []).append({"zegt": "", "wordt": "", "reden": "", "zie": eerste})
    return uit


def _rij(s: Spoor, bron: Any, afwijkingen: list[Rij], namen: dict[str, str], getoond: set[str]) -> Rij:
    rij = bron.rijen[s["rij"]] if s["rij"] else None
    pad = s["pad"] or ""
    return {
        "rij": s["rij"] or "", "zegt": rij.omschrijving if rij else "", "pad": pad, "anker": anker(pad, getoond), "naam": namen.get(pad, ""), "soort": s["soort"] or "", "afwijkingen": afwijkingen,
    }  # fmt: skip


def aanwijzingen(formulier: Formulier, naam_van: Any) -> list[Rij]:
    """The notes for a municipality and who builds, at questions, groups, repeats and texts."""
    uit = []
    for stap in formulier.stappen:
        for e in (stap, *elementen(stap.inhoud)):
            wat = e.veld.toelichting if isinstance(e, Vraag) else e.toelichting
            if wat:
                uit.append({"pad": e.pad, "naam": naam_van(e), "wat": wat})
    return uit


def anker(pad: str, rijen: set[str] | None = None) -> str:
    """How a row of the data table is called in an address: that of the path itself, else of its step, when these have one."""
    for kandidaat in (pad, pad.partition(".")[0]):
        if kandidaat and (rijen is None or kandidaat in rijen):
            return f"vraag-{kandidaat.replace('[]', '')}"
    return ""
