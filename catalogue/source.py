"""YAML 1.2 text -> plain data, with a place for every value.

Every scalar stays the text that was written (an empty one, `~` and `null` become None): the kind of the question
decides what a value means, not the look of it. So `no`, `17:38` and `2.10` are just text. Aliases, anchors, tags,
merge keys and duplicate keys are refused, and so are files that are too large or nested too deep; the text is read
event by event, so that a hostile file costs no more than its first pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from catalogue.diagnostics import Diagnostic, Plaats

Pad = tuple[str | int, ...]
MAX_BYTES = 1_000_000
MAX_DIEPTE = 60
MAX_WAARDEN = 50_000
MEESTE = 100
"""Of a file that is wrong throughout no more faults are told: what follows would take minutes, and nobody reads it."""

_UITLEG = {
    "mapping values are not allowed": (
        "hier staat een dubbele punt die YAML als begin van een nieuwe waarde leest",
        'Zet een tekst met een dubbele punt tussen aanhalingstekens: melding: "Let op: ...".',
    ),
    "cannot start any token": (
        "dit teken mag hier niet aan het begin staan (vaak een tab, een @ of een %)",
        "Gebruik spaties om in te springen, en zet een tekst die met een bijzonder teken begint tussen aanhalingstekens.",
    ),
    "found unexpected end of stream": (
        "de tekst houdt op terwijl er nog iets open staat",
        "Kijk of elk aanhalingsteken en elke { of [ weer wordt gesloten.",
    ),
    "did not find expected key": (
        "hier werd een sleutel verwacht",
        "Kijk of deze regel even ver inspringt als de regels eromheen, en of een tekst met aanhalingstekens is gesloten.",
    ),
    "could not find expected ':'": (
        "achter deze sleutel ontbreekt een dubbele punt",
        "Schrijf `sleutel: waarde`, of zet een tekst van meer regels achter `>-`.",
    ),
    "did not find expected ',' or": (
        "binnen { } of [ ] klopt de opsomming niet",
        'Zet een tekst binnen { } tussen aanhalingstekens: {nl: "Waar, en wanneer?"}.',
    ),
    "did not find expected '-' indicator": (
        "hier werd een streepje van de lijst verwacht",
        "Laat alle streepjes van een lijst even ver inspringen.",
    ),
}


@dataclass(slots=True)
class Bron:
    """A YAML file as data: `data` (None when it cannot be read), the place of every value and key, and what is wrong."""

    bestand: str
    tekst: str
    data: Any = None
    waarden: dict[Pad, Any] = field(default_factory=dict)
    sleutels: dict[Pad, Any] = field(default_factory=dict)
    problemen: list[Diagnostic] = field(default_factory=list)

    @property
    def regels(self) -> list[str]:
        return self.tekst.split("\n")

    def plaats(self, pad: Pad, *, sleutel: bool = False) -> Plaats:
        """The place of the value at `pad` (or of its key), or of the nearest thing around it."""
        while pad:
            for tabel in (self.sleutels, self.waarden) if sleutel else (self.waarden, self.sleutels):
                if pad in tabel:
                    return _plaats(self.bestand, *tabel[pad])
            pad = pad[:-1]
        return Plaats(self.bestand)


def _plaats(bestand: str, begin: Any, eind: Any) -> Plaats:
    einde = eind.column + 1 if eind.line == begin.line else 0
    return Plaats(bestand, begin.line + 1, begin.column + 1, einde)


def lees(inhoud: bytes, bestand: str) -> Bron:
    """Read the bytes of a YAML file. Never raises for what is in it: `problemen` says what is wrong."""
    if len(inhoud) > MAX_BYTES:
        return _onleesbaar(bestand, f"dit bestand is groter dan {MAX_BYTES // 1000} kB",
                           "Is dit wel een specificatie?")
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        kolom = fout.start - inhoud.rfind(b"\n", 0, fout.start)
        return _onleesbaar(bestand, "dit bestand is geen tekst in UTF-8", "Sla het bestand op als UTF-8.", regel, kolom)
    return _Lezer(Bron(bestand, tekst)).lees()


def _onleesbaar(bestand: str, melding: str, hulp: str, regel: int = 1, kolom: int = 1) -> Bron:
    bron = Bron(bestand, "")
    bron.problemen.append(Diagnostic("SL001", melding, hulp, Plaats(bestand, regel, kolom)))
    return bron


class _Stop(Exception):
    """The text cannot be read further."""


class _Lezer:
    """Builds data from YAML events. One use."""

    def __init__(self, bron: Bron) -> None:
        self.bron = bron
        self.volgende = yaml.CSafeLoader(bron.tekst).get_event

    def lees(self) -> Bron:
        bron = self.bron
        try:
            self._document()
        except _Stop:
            bron.data = None
        except yaml.YAMLError as fout:
            bron.data = None
            self._yaml_fout(fout)
        return bron

    def _document(self) -> None:
        documenten = 0
        while (event := self.volgende()) is not None:
            if isinstance(event, yaml.DocumentStartEvent):
                documenten += 1
                if documenten > 1:
                    self._meld("SL001", "dit bestand heeft meer dan één document (`---`)", "Zet elke specificatie in een eigen bestand.", event)
                    raise _Stop
                self.bron.data = self._waarde(self.volgende(), (), 0, False)
        if not isinstance(self.bron.data, dict):
            self.bron.problemen.append(
                Diagnostic("SL001", "dit bestand is leeg of begint niet met sleutels", "Begin met een regel als `dienst: mijn-dienst`.", Plaats(self.bron.bestand))
            )
            raise _Stop

    def _waarde(self, event: Any, pad: Pad, diepte: int, in_flow: bool) -> Any:
        if event.anchor:
            self._meld("SL003", "verwijzingen met & en * worden niet gebruikt", "Schrijf de tekst uit, of maak er een blok van.", event)
            raise _Stop
        if event.tag:
            self._meld("SL003", f"een tag ({str(event.tag)[:40]}) mag hier niet staan", "Haal de tag met het uitroepteken weg.", event)
            raise _Stop
        if diepte > MAX_DIEPTE:
            self._meld("SL003", f"dit bestand is dieper genest dan {MAX_DIEPTE} niveaus", "Is dit wel een specificatie?", event)
            raise _Stop
        if len(self.bron.waarden) >= MAX_WAARDEN:
            self._meld("SL001", f"dit bestand heeft meer dan {MAX_WAARDEN} waarden", "Is dit wel een specificatie?", event)
            raise _Stop
        self.bron.waarden[pad] = (event.start_mark, event.end_mark)
        if isinstance(event, yaml.ScalarEvent):
            return event.value if event.style else self._kaal(event, in_flow)
        if isinstance(event, yaml.MappingStartEvent):
            return self._map(pad, diepte + 1, bool(event.flow_style))
        return self._lijst(pad, diepte + 1, bool(event.flow_style))

    def _lijst(self, pad: Pad, diepte: int, flow: bool) -> list[Any]:
        uit: list[Any] = []
        while not isinstance(kind := self.volgende(), yaml.SequenceEndEvent):
            uit.append(self._waarde(kind, (*pad, len(uit)), diepte, flow))
        return uit

    def _map(self, pad: Pad, diepte: int, flow: bool) -> dict[str, Any]:
        uit: dict[str, Any] = {}
        sleutels = self.bron.sleutels
        while not isinstance(sleutel := self.volgende(), yaml.MappingEndEvent):
            if not isinstance(sleutel, yaml.ScalarEvent):
                self._meld("SL003", "een sleutel is altijd een woord", "Zet tekst met { of [ tussen aanhalingstekens.", sleutel)
                raise _Stop
            naam, waarde = sleutel.value, self.volgende()
            if flow and isinstance(waarde, yaml.ScalarEvent) and waarde.value == "" and not waarde.style:
                self._meld("SL002", f"‘{naam}’ staat los binnen {{ }}: een komma breekt de tekst ervoor af",
                           "Zet een tekst met een komma binnen { } tussen aanhalingstekens.", sleutel)
            onder = (*pad, naam)
            if naam in uit:
                eerste = sleutels[onder][0].line + 1
                self._meld("SL004", f"de sleutel ‘{naam}’ staat hier twee keer (de eerste op regel {eerste})",
                           "Haal er een weg, of voeg ze samen.", sleutel)
            sleutels[onder] = (sleutel.start_mark, sleutel.end_mark)
            uit[naam] = self._waarde(waarde, onder, diepte, flow)
        return uit

    def _kaal(self, event: Any, in_flow: bool) -> str | None:
        """A scalar without quotes."""
        tekst = event.value
        if tekst in ("", "~", "null"):
            return None
        if in_flow and "?" in tekst:
            self._meld("SL002", "een tekst met een vraagteken binnen { } of [ ] wordt niet door elke YAML-lezer begrepen",
                       'Zet de tekst tussen aanhalingstekens: {nl: "Waar?"}.', event)
        return tekst

    def _meld(self, code: str, melding: str, hulp: str, event: Any) -> None:
        self.bron.problemen.append(Diagnostic(code, melding, hulp, _plaats(self.bron.bestand, event.start_mark, event.end_mark)))
        if len(self.bron.problemen) >= MEESTE:
            raise _Stop

    def _yaml_fout(self, fout: yaml.YAMLError) -> None:
        probleem = str(getattr(fout, "problem", "") or getattr(fout, "reason", "") or fout)
        mark = getattr(fout, "problem_mark", None) or getattr(fout, "context_mark", None)
        plaats = Plaats(self.bron.bestand, mark.line + 1, mark.column + 1) if mark else Plaats(self.bron.bestand)
        melding, hulp = next(
            (uitleg for deel, uitleg in _UITLEG.items() if deel in probleem),
            ("dit is geen geldige YAML", "Kijk naar het inspringen, de aanhalingstekens en de dubbele punten rond deze plaats."),
        )
        self.bron.problemen.append(Diagnostic("SL002", melding, hulp, plaats))
