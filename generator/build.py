"""Tasks x targets -> files. What is wrong with a specification is reported, and its last good output stays where it is.
A mistake of the program costs one output of one service, and all the others are built."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from catalogue.catalogus import Onbekend
from catalogue.controle import Controle
from catalogue.diagnostics import Onbruikbaar
from catalogue.formulier import WERK, Formulier
from generator.plekken import bron_map
from generator.programmafout import Programmafouten
from generator.stand import OVERGESLAGEN
from generator.taken import Opdracht, Taak, alle_uitgaven, taken
from generator.target import Artifact, Kader
from generator.targets import TARGETS, target, uitvoer, vanzelf
from generator.verslag import Verslag
from generator.werkers import Belofte, Werkers
from generator.write import Schrijver, op_plek

Voortgang = Callable[[int, int, str], None]
VOORUIT = 24
"""So many jobs are begun before the first must be whole: enough work for every core, and not more in memory."""


def bouw_alles(opdracht: Opdracht, voortgang: Voortgang | None = None) -> Verslag:
    """Build, write, clean up. Raises Onbekend for a service, target, release or municipality that does not exist."""
    for naam in opdracht.targets:
        if naam not in TARGETS:
            raise Onbekend(f"Er is geen uitvoer ‘{naam}’. Kies uit: {', '.join(TARGETS)}.")
    _keur_instellingen(opdracht.instellingen)
    verslag = Verslag(Programmafouten(opdracht.uit))
    schrijver = Schrijver(opdracht.uit)
    alle = list(taken(opdracht))
    if opdracht.versie and not alle:
        bekend = ", ".join(alle_uitgaven(opdracht.catalogus)) or "nog geen"
        raise Onbekend(f"Geen enkele dienst heeft uitgave {opdracht.versie}. Bekend zijn: {bekend}.")
    with Werkers() as werkers:
        bouw = _Bouw(opdracht, schrijver, verslag, werkers)
        bouw.kijk_na(dict.fromkeys(taak.slug for taak in alle if taak.versie == WERK))
        for nummer, (taak, nieuw) in enumerate(_vooruit(alle, bouw.begin)):
            if voortgang:
                voortgang(nummer, len(alle), taak.map)
            bouw.rond_af(taak, nieuw)
    if voortgang:
        voortgang(len(alle), len(alle), "")
    if opdracht.alles:
        _onleesbare_invullingen(opdracht, schrijver, verslag)
        verslag.fouten.ruim_op()
    schrijver.sluit_af({"vandaag": opdracht.vandaag.isoformat()}, alles=opdracht.alles)
    verslag.geschreven, verslag.verwijderd = schrijver.geschreven, schrijver.verwijderd
    opdracht.uit.joinpath(OVERGESLAGEN).unlink(missing_ok=True)
    if verslag.overgeslagen:
        opdracht.uit.joinpath(OVERGESLAGEN).write_text("\n".join(verslag.overgeslagen), "utf-8")
    return verslag


def _keur_instellingen(instellingen: tuple[tuple[str, str], ...]) -> None:
    """Raises Onbekend for a setting, or a value of one, that no output has."""
    if not instellingen:
        return
    mogelijk: dict[str, tuple[str, ...]] = {}
    for naam in TARGETS:
        mogelijk |= uitvoer(naam).instellingen
    for naam, waarde in instellingen:
        if naam not in mogelijk:
            raise Onbekend(f"Er is geen instelling ‘{naam}’. Kies uit: {', '.join(sorted(mogelijk))}.")
        if waarde not in mogelijk[naam]:
            raise Onbekend(f"De instelling {naam} kan niet ‘{waarde}’ zijn. Kies uit: {', '.join(mogelijk[naam])}.")


def _onleesbare_invullingen(opdracht: Opdracht, schrijver: Schrijver, verslag: Verslag) -> None:
    """What was made for a municipality stays when its filling cannot be read: only the file name says whose it is."""
    for gelezen in opdracht.catalogus.adopties.values():
        if gelezen.model is None:
            eerste = gelezen.problemen[0]
            verslag.mislukt.append(f"{eerste.plaats}: {eerste.code}: {eerste.melding} (draai samenloket check)")
            schrijver.behoud(f"gemeenten/{Path(gelezen.bron.bestand).stem.partition('-')[0]}")


Nieuw = tuple[str, dict[str, Belofte]]
"""Of one job: the key of what it is made from, and the promise of the files of each output that is made anew."""


def _vooruit(taken: Iterable[Taak], begin: Callable[[Taak], Nieuw | None]) -> Iterator[tuple[Taak, Nieuw | None]]:
    """Each job, in order, with what was begun for it some jobs before: by then other processes may have made it."""
    rij: deque[tuple[Taak, Nieuw | None]] = deque()
    for taak in taken:
        rij.append((taak, begin(taak)))
        if len(rij) > VOORUIT:
            yield rij.popleft()
    yield from rij


@dataclass(frozen=True, slots=True)
class _Bouw:
    """One build at work. `fout`: the services whose working text is not built."""

    opdracht: Opdracht
    schrijver: Schrijver
    verslag: Verslag
    werkers: Werkers
    fout: set[str] = field(default_factory=set)

    def kijk_na(self, slugs: Iterable[str]) -> None:
        """Find the services whose working text has faults."""
        for slug in slugs:
            self.fout.add(slug)
            with self.verslag.fouten.bij(f"Het nakijken van {slug}", f"{slug}-{WERK}-nakijken"):
                if not self._heeft_fouten(slug):
                    self.fout.remove(slug)

    def _heeft_fouten(self, slug: str) -> bool:
        controle = Controle(self.opdracht.catalogus).diensten([slug])
        if controle.fouten:
            eerste = next(d for d in controle.bevindingen if d.ernst == "fout")
            meer = f"({controle.fouten} fouten in {slug}; draai samenloket check {slug})"
            self.verslag.mislukt.append(f"{eerste.plaats}: {eerste.code}: {eerste.melding} {meer}")
        return bool(controle.fouten)

    def begin(self, taak: Taak) -> Nieuw | None:
        """Make what is not as it was; None when what was there stays."""
        nieuw = None
        if taak.versie != WERK or taak.slug not in self.fout:
            try:
                with self.verslag.fouten.bij(f"Het uitwerken van {taak.naam}", _bestand(taak, "uitwerken")):
                    nieuw = self._maak(taak)
            except (Onbekend, Onbruikbaar, BrokenExecutor) as reden:
                self._mislukt(taak, reden)
        if nieuw is None:
            self.schrijver.behoud(taak.map)
        return nieuw

    def _maak(self, taak: Taak) -> Nieuw:
        catalogus = self.opdracht.catalogus
        formulier = catalogus.formulier(taak.slug, taak.versie, taak.gemeente)
        voorbeelden = tuple(catalogus.voorbeelden(taak.slug, taak.versie))
        kader = Kader(self.opdracht.vandaag, voorbeelden, _sha(formulier), self.opdracht.instellingen)
        sleutel = hashlib.sha256(f"{kader!r}{programma()}".encode()).hexdigest()
        delen: dict[str, Belofte] = {}
        for naam in self.opdracht.targets or vanzelf(taak.versie, taak.gemeente):
            if not self.schrijver.ongewijzigd(f"{taak.map}#{naam}", sleutel) and self._kan(naam):
                lang = uitvoer(naam).alleen_uitgave
                vraag = self.werkers.vraag if lang else self.werkers.meteen
                delen[naam] = vraag(naam, formulier, kader)
        return sleutel, delen

    def _kan(self, naam: str) -> bool:
        """Can this machine make an output? What it lacks is said once."""
        reden = getattr(target(naam), "ontbreekt", str)()
        regels = self.verslag.mislukt if self.opdracht.targets else self.verslag.overgeslagen
        if reden and reden not in regels:
            regels.append(reden)
        return not reden

    def rond_af(self, taak: Taak, nieuw: Nieuw | None) -> None:
        """Write what was made: nothing when the specification is in the way of a part, the rest when the program is."""
        if nieuw is None:
            return
        sleutel, delen = nieuw
        klaar: dict[str, dict[str, Artifact]] = {}
        try:
            for naam, belofte in delen.items():
                with self.verslag.fouten.bij(f"De uitvoer {naam} van {taak.naam}", _bestand(taak, naam)):
                    klaar[naam] = op_plek(taak.map, belofte.result())
        except (Onbekend, Onbruikbaar, BrokenExecutor) as reden:
            self._mislukt(taak, reden)
            self.schrijver.behoud(taak.map)
            return
        for naam in delen:
            if naam in klaar:
                self.schrijver.schrijf(f"{taak.map}#{naam}", sleutel, klaar[naam])
            else:
                self.schrijver.behoud_taak(f"{taak.map}#{naam}")
        self.verslag.gemaakt += bool(delen)
        self.verslag.behouden += not delen

    def _mislukt(self, taak: Taak, reden: Exception) -> None:
        gestopt = "een proces dat meehielp is gestopt. Was er genoeg geheugen? Probeer het opnieuw."
        self.verslag.mislukt.append(f"{taak.map}: {gestopt if isinstance(reden, BrokenExecutor) else reden}")


def _bestand(taak: Taak, naam: str) -> str:
    """How what went wrong in one output is called: a release that stands at two addresses goes wrong once."""
    return "-".join(filter(None, (taak.gemeente, taak.slug, taak.versie, naam)))


def _sha(formulier: Formulier) -> str:
    return hashlib.sha256(formulier.model_dump_json(exclude_none=True).encode()).hexdigest()


@cache
def programma() -> str:
    """A fingerprint of the program and its templates: what is built follows them too."""
    som = hashlib.sha256()
    for map in (Path(__file__).parent, Path(__file__).parent.parent / "catalogue", bron_map("templates")):
        for pad in sorted(map.rglob("*")):
            if pad.is_file() and "__pycache__" not in pad.parts:
                stand = pad.stat()
                som.update(f"{pad}{stand.st_size}{stand.st_mtime_ns}".encode())
    return som.hexdigest()
