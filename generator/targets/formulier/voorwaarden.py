"""The style sheet of one form: which questions stand in view without the script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalogue.formulier import Formulier, Groep, Herhaling, Info, Stap, Vraag
from catalogue.voorwaarde import ALTIJD, Vergelijk, en
from generator.dialect.css import Doel, Knoppen, regels
from generator.targets.formulier import soorten


def voorwaarden_css(formulier: Formulier, rol: str = "indiener") -> tuple[str, list[str]]:
    """The style sheet, and the elements whose condition CSS cannot say: those stay in view with a sentence."""
    knoppen: dict[str, Knoppen] = {}
    doelen: list[Doel] = []
    for stap in formulier.stappen_van(rol):
        doelen += _stap(stap, knoppen)
    return regels((d for d in doelen if d.als != ALTIJD), knoppen.get, _wortel)


def _wortel(scope: str) -> str:
    """The element that a test looks inside: the form, or each row of a repeat."""
    houder = f"#{_id(scope)}"
    return f":is({houder}>.rij,{houder} .nog>.rij)" if scope else "#f"


def _id(pad: str) -> str:
    return pad.replace("[]", "").replace(".", "-")


def _stap(stap: Stap, knoppen: dict[str, Knoppen]) -> Iterator[Doel]:
    yield Doel(f"#v-{stap.pad}", f"#v-{stap.pad}>.als", stap.toon_als)
    yield from _inhoud(stap.inhoud, stap.toon_als, "", knoppen)
    for stop in stap.stop:
        wrapper = f"#v-{_id(stop.pad)}"
        yield Doel(wrapper, f"{wrapper} .als", stop.als)


def _inhoud(inhoud: tuple[Any, ...], rond: Any, scope: str, knoppen: dict[str, Knoppen]) -> Iterator[Doel]:
    for element in inhoud:
        zichtbaar = en(rond, element.toon_als)
        wrapper = _wrapper(element.pad, scope)
        yield Doel(wrapper, wrapper + _zin(element), element.toon_als, scope)
        if isinstance(element, Groep):
            yield from _inhoud(element.inhoud, zichtbaar, scope, knoppen)
        elif isinstance(element, Herhaling):
            binnen = f"{element.pad}[]"
            if element.per and not scope:
                knoppen[f"{binnen}.voor"] = Knoppen(lambda code: f'>[value="{code}"]', ">[value]", ALTIJD, binnen)
                yield from _rijen(element)
            yield from _inhoud(
                element.inhoud, ALTIJD if not scope else zichtbaar, binnen if not scope else "?", knoppen
            )
        elif isinstance(element, Vraag):
            gevonden = _knoppen(element, zichtbaar, scope)
            if gevonden and element.pad not in knoppen:
                knoppen[element.pad] = gevonden
            yield from _opties(element, scope)


def _rijen(herhaling: Herhaling) -> Iterator[Doel]:
    """The rows of a repeat with one for each option: shown when the option is chosen."""
    voor: Any = herhaling.inhoud[0]
    for nummer, optie in enumerate(voor.opties):
        rij = f"#v-{_id(herhaling.pad)}-{nummer}"
        gekozen = Vergelijk(pad=herhaling.per or "", soort="meerkeuze", hoe="is", waarden=(optie.code,))
        yield Doel(rij, f"{rij}>legend>.als", gekozen)


def _wrapper(pad: str, scope: str) -> str:
    return f'[data-pad="{pad}"]' if scope else f"#v-{_id(pad)}"


def _zin(element: Any) -> str:
    """From the wrapper of an element to the sentence that says when it counts."""
    if isinstance(element, Info):
        return " .als"
    if isinstance(element, Herhaling):
        return ">div>h3>.als"
    vorm = soorten.vorm(element) if isinstance(element, Vraag) else "groep"
    if vorm == "akkoord":
        return ">label>span>.als"
    return ">fieldset>legend>.als" if vorm in ("rondjes", "vinkjes", "delen", "groep") else ">label>.als"


def _opties(vraag: Vraag, scope: str) -> Iterator[Doel]:
    if scope:
        return
    wrapper, vorm = _wrapper(vraag.pad, scope), soorten.vorm(vraag)
    for o in vraag.opties:
        if vorm == "lijst":
            optie = f'{wrapper} [value="{o.code}"]'
            yield Doel(optie, f"{optie} .als", o.toon_als)
        else:
            optie = f'{wrapper} label:has([value="{o.code}"])'
            yield Doel(optie, f"{optie} .als", o.toon_als)


def _waarde(code: Any) -> str:
    return ("ja" if code else "nee") if isinstance(code, bool) else str(code)


def _knoppen(vraag: Vraag, zichtbaar: Any, scope: str) -> Knoppen | None:
    """How the answers of a question are seen by CSS; None for what is typed."""
    vorm = soorten.vorm(vraag)
    if vorm not in ("rondjes", "vinkjes", "lijst", "akkoord") or scope == "?":
        return None
    binnen = _wrapper(vraag.pad, scope)
    alle = f'{binnen} option:checked:not([value=""])' if vorm == "lijst" else f"{binnen} :checked"

    def kies(code: bool | int | str) -> str:
        if vorm == "akkoord":
            return f"{binnen} :checked"
        return f'{binnen} [value="{_waarde(code)}"]:checked'

    return Knoppen(kies, alle, zichtbaar, scope)
