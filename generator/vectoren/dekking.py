"""What a set of vectors does not reach: measured on the form, not on how the vectors were made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from catalogue.beoordelen import Weger
from catalogue.formulier import Eis, Formulier, Groep, Herhaling, Info, Stap, Vraag
from catalogue.oordeel import Omstandigheden
from catalogue.voorbeelden import omstandigheden_uit
from catalogue.voorwaarde import ALTIJD, NOOIT, Vast
from generator.vectoren.document import Geval
from generator.vectoren.genoemd import Genoemd
from generator.vectoren.maken import LANG
from generator.vectoren.paden import plat
from generator.vectoren.zoeken import VANDAAG


def gemist(formulier: Formulier, gevallen: Iterable[Geval]) -> list[str]:
    """What no vector reaches, each as a line: a condition one way, an option, a number of items, a stop, a rule that is broken."""
    doelen = dict.fromkeys(_doelen(formulier), False)
    for g in gevallen:
        o = omstandigheden_uit(g.omstandigheden, formulier, VANDAAG)
        kijker = _Kijker(formulier, o, g.antwoorden)
        if all(code == "stop" for _, code in g.fouten):
            doelen |= dict.fromkeys(kijker.geraakt(), True)
        elif [code for _, code in g.fouten] == ["vergelijking"]:
            doelen |= dict.fromkeys((doel for doel in kijker.geraakt() if doel.endswith("geschonden")), True)
        doelen |= {f"{pad}: stopt": True for pad, code in g.fouten if code == "stop"}
    return [doel for doel, geraakt in doelen.items() if not geraakt]


def _doelen(formulier: Formulier) -> Iterator[str]:
    lijsten: set[str] = set()
    for stap in formulier.stappen:
        yield from _twee(stap.pad, "getoond", stap.toon_als)
        yield from _van(stap.inhoud, lijsten, _altijd(stap))
        yield from (_geschonden(eis, nummer) for nummer, eis in _eisen(stap))
        yield from (f"{stop.pad}: stopt" for stop in stap.stop)


def _altijd(stap: Stap) -> set[str]:
    """The questions that right answers to this step always answer."""
    return {e.pad for e in stap.inhoud if isinstance(e, Vraag) and e.toon_als == e.verplicht == ALTIJD}


def _van(inhoud: tuple[Any, ...], lijsten: set[str], altijd: set[str]) -> Iterator[str]:
    for e in inhoud:
        per_antwoord = isinstance(e, Herhaling) and e.per in altijd
        yield from () if per_antwoord else _twee(e.pad, "getoond", e.toon_als)
        if isinstance(e, Vraag):
            yield f"{e.pad}: beantwoord"
            yield from _twee(e.pad, "verplicht", e.verplicht)
            if len(e.opties) <= LANG or e.lijst not in lijsten:
                yield from (f"{e.pad}: keuze {keus.code}" for keus in e.opties if not e.pad.endswith("[].voor"))
            lijsten.add(e.lijst or "")
            yield from (_geschonden(eis, nummer) for nummer, eis in _eisen(e))
        elif isinstance(e, Herhaling) and not e.per:
            yield from (f"{e.pad}: {n} keer" for n in dict.fromkeys((e.minimum, max(1, e.minimum), e.maximum)))
        if isinstance(e, Groep | Herhaling):
            yield from _van(e.inhoud, lijsten, altijd)


def _eisen(houder: Stap | Vraag) -> Iterator[tuple[int, Eis]]:
    """The rules that make answers wrong, each with its number."""
    return ((nummer, eis) for nummer, eis in enumerate(houder.regels, 1) if eis.ernst == "fout" and eis.als != NOOIT)


def _geschonden(eis: Eis, nummer: int) -> str:
    return f"{eis.pad}: regel {nummer} geschonden"


def _twee(pad: str, wat: str, v: Any) -> Iterator[str]:
    if not isinstance(v, Vast):
        yield from (f"{pad}: {wat}", f"{pad}: niet {wat}")
    elif v == NOOIT and wat == "getoond":
        yield f"{pad}: {wat}"


class _Kijker:
    """What one set of right answers reaches."""

    def __init__(self, formulier: Formulier, o: Omstandigheden, antwoorden: Any) -> None:
        self.f, self.o = formulier, o
        self.bekend = plat(antwoorden)
        self.genoemd = Genoemd(formulier)
        self.context = self.genoemd.context(o)
        self.rij: list[int] = []
        self._waar = Weger(self._lees, o.vandaag).waar

    def geraakt(self) -> Iterator[str]:
        for stap in self.f.stappen_van(self.o.rol):
            yield from self._zicht(stap)
            if self._getoond(stap):
                yield from self._in(stap.inhoud)
                yield from self._regels(stap)

    def _hier(self, pad: str) -> str:
        for nummer in self.rij:
            pad = pad.replace("[]", f"[{nummer}]", 1)
        return pad

    def _lees(self, pad: str) -> Any:
        return self.context[pad] if pad in self.context else self.bekend.get(self._hier(pad))

    def _getoond(self, e: Any) -> bool:
        """Is it shown? Of what hangs on an open value the answers say so (rule 30)."""
        return self._lees(e.pad) is not None if self._open(e.toon_als) else self._waar(e.toon_als)

    def _open(self, v: Any) -> bool:
        return v != ALTIJD and self.genoemd.is_open(v, self.context)

    def _zicht(self, e: Any) -> Iterator[str]:
        yield from () if self._open(e.toon_als) else self._weeg(e.pad, "getoond", e.toon_als)

    def _weeg(self, pad: str, wat: str, v: Any) -> Iterator[str]:
        yield f"{pad}: {wat}" if v == ALTIJD or self._waar(v) else f"{pad}: niet {wat}"

    def _regels(self, houder: Stap | Vraag) -> Iterator[str]:
        for nummer, eis in _eisen(houder):
            if all(self._lees(naam) is not None for naam in eis.namen) and self._waar(eis.als) and not self._waar(eis.eis):
                yield _geschonden(eis, nummer)

    def _in(self, inhoud: tuple[Any, ...]) -> Iterator[str]:
        for e in inhoud:
            yield from self._zicht(e)
            if isinstance(e, Info) or not self._getoond(e):
                continue
            waarde = self._lees(e.pad)
            if isinstance(e, Vraag):
                yield from () if self._open(e.verplicht) else self._weeg(e.pad, "verplicht", e.verplicht)
                if waarde is not None:
                    yield f"{e.pad}: beantwoord"
                    yield from self._regels(e)
                yield from (f"{e.pad}: keuze {code}" for code in (waarde if isinstance(waarde, list) else [waarde]) if isinstance(code, str))
            elif isinstance(e, Groep):
                yield from self._in(e.inhoud)
            elif isinstance(e, Herhaling):
                yield f"{e.pad}: {len(waarde or ())} keer"
                for i in range(len(waarde or ())):
                    self.rij.append(i)
                    yield from self._in(e.inhoud)
                    self.rij.pop()
