"""Services x versions x targets -> files. A broken specification is reported; the others are built, and its last good
output stays where it was."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from catalogue.catalogus import Catalogus, Onbekend
from catalogue.controle import Controle
from catalogue.formulier import WERK, Formulier
from catalogue.uitgave import UitgaveFout, lees_uitgave
from generator.plekken import bron_map
from generator.stand import OVERGESLAGEN
from generator.target import Artifact, Kader
from generator.targets import TARGETS, target, uitvoer, vanzelf
from generator.werkers import Belofte, Werkers
from generator.write import Schrijver

Voortgang = Callable[[int, int, str], None]
ACTUEEL = "actueel"
VOORUIT = 24
"""So many jobs are begun before the first must be whole: enough work for every core, and no more in memory than that."""


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What to build: empty `diensten` and `targets` mean all of them; without `versie` the working text and every release."""

    catalogus: Catalogus
    vandaag: date
    uit: Path
    diensten: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    versie: str | None = None
    gemeente: str | None = None
    instellingen: tuple[tuple[str, str], ...] = ()

    @property
    def alles(self) -> bool:
        """Is this a build of everything, the site included?"""
        return not (self.diensten or self.targets or self.versie or self.gemeente)


@dataclass(frozen=True, slots=True)
class Taak:
    """One service in one version, nationally or for one municipality, and where its files go."""

    slug: str
    versie: str
    gemeente: str | None
    map: str


@dataclass(slots=True)
class Verslag:
    """What a build did, to tell the user."""

    gemaakt: int = 0
    behouden: int = 0
    geschreven: int = 0
    verwijderd: int = 0
    mislukt: list[str] = field(default_factory=list)
    overgeslagen: list[str] = field(default_factory=list)
    site: str | None = None

    def regels(self) -> list[str]:
        """The report in a few lines, in Dutch."""
        uit = [*self.mislukt, *self.overgeslagen]
        uit.append(
            f"{self.gemaakt + self.behouden} keer dienst en versie: {self.gemaakt} gemaakt, {self.behouden} waren al goed; "
            f"{self.geschreven} bestanden geschreven, {self.verwijderd} weggehaald."
        )
        if self.site:
            uit.append(f"De catalogus staat in {self.site}.")
        return uit


def bouw_alles(opdracht: Opdracht, voortgang: Voortgang | None = None) -> Verslag:
    """Build, write, clean up. Raises Onbekend for a service, target, release or municipality that does not exist."""
    for naam in opdracht.targets:
        if naam not in TARGETS:
            raise Onbekend(f"Er is geen uitvoer ‘{naam}’. Kies uit: {', '.join(TARGETS)}.")
    _keur_instellingen(opdracht.instellingen)
    verslag = Verslag()
    schrijver = Schrijver(opdracht.uit)
    alle = list(taken(opdracht))
    if opdracht.versie and not alle:
        raise Onbekend(f"Geen enkele dienst heeft uitgave {opdracht.versie}. Bekend zijn: {', '.join(_alle_uitgaven(opdracht.catalogus)) or 'nog geen'}.")
    fout = {slug for slug in dict.fromkeys(t.slug for t in alle if t.versie == WERK) if _is_fout(opdracht.catalogus, slug, verslag)}
    with Werkers() as werkers:
        bouw = _Bouw(opdracht, schrijver, verslag, werkers, fout)
        for nummer, (taak, nieuw) in enumerate(_vooruit(alle, bouw.begin)):
            if voortgang:
                voortgang(nummer, len(alle), taak.map)
            bouw.rond_af(taak, nieuw)
    if voortgang:
        voortgang(len(alle), len(alle), "")
    _onleesbare_invullingen(opdracht, schrijver, verslag)
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


def taken(opdracht: Opdracht) -> Iterator[Taak]:
    """What there is to build, in order. Raises Onbekend."""
    catalogus = opdracht.catalogus
    for slug in opdracht.diensten:
        catalogus.dienst(slug)
    for slug in opdracht.diensten or catalogus.slugs:
        uitgaven = catalogus.uitgaven(slug)
        if opdracht.versie and opdracht.versie not in uitgaven:
            if opdracht.diensten:
                catalogus.formulier(slug, opdracht.versie)
            continue
        if opdracht.gemeente:
            yield _voor_gemeente(catalogus, slug, opdracht.gemeente, opdracht.versie)
            continue
        basis = f"diensten/{slug}"
        for versie in [opdracht.versie] if opdracht.versie else [WERK, *uitgaven]:
            yield Taak(slug, versie, None, f"{basis}/{versie}")
        nieuwste = actueel(catalogus, slug, opdracht.vandaag)
        if nieuwste and not opdracht.versie:
            yield Taak(slug, nieuwste, None, f"{basis}/{ACTUEEL}")
    if not opdracht.diensten and not opdracht.versie and not opdracht.gemeente:
        for code, gelezen in catalogus.adopties.items():
            for slug in gelezen.model.diensten if gelezen.model else ():
                if slug in catalogus.slugs:
                    yield _voor_gemeente(catalogus, slug, code, None)


def _alle_uitgaven(catalogus: Catalogus) -> list[str]:
    return sorted({versie for slug in catalogus.slugs for versie in catalogus.uitgaven(slug)})


def _voor_gemeente(catalogus: Catalogus, slug: str, code: str, versie: str | None) -> Taak:
    gelezen = catalogus.adopties.get(code)
    if gelezen is None or gelezen.model is None:
        raise Onbekend(f"Er is geen leesbare invulling van gemeente {code}. Bekend zijn: {', '.join(catalogus.adopties) or 'nog geen'}.")
    vul = gelezen.model.diensten.get(slug)
    gekozen = versie or (vul.uitgave if vul else None) or (catalogus.uitgaven(slug) or (WERK,))[-1]
    return Taak(slug, gekozen, code, f"gemeenten/{code}/{slug}")


def actueel(catalogus: Catalogus, slug: str, dag: date) -> str | None:
    """The newest release that is valid on a day. One that cannot be read counts: building it says what is wrong with it."""
    for versie in reversed(catalogus.uitgaven(slug)):
        try:
            data = lees_uitgave(catalogus.map_van(slug), versie)
        except UitgaveFout:
            return versie
        if data["geldig_van"] <= dag.isoformat() and (data["geldig_tot"] is None or dag.isoformat() <= data["geldig_tot"]):
            return versie
    return None


def _onleesbare_invullingen(opdracht: Opdracht, schrijver: Schrijver, verslag: Verslag) -> None:
    """What was made for a municipality stays when its filling cannot be read: only the name of the file says whose it is."""
    for gelezen in opdracht.catalogus.adopties.values() if opdracht.alles else ():
        if gelezen.model is None:
            eerste = gelezen.problemen[0]
            verslag.mislukt.append(f"{eerste.plaats}: {eerste.code}: {eerste.melding} (draai samenloket check)")
            schrijver.behoud(f"gemeenten/{Path(gelezen.bron.bestand).stem.partition('-')[0]}")


def _is_fout(catalogus: Catalogus, slug: str, verslag: Verslag) -> bool:
    controle = Controle(catalogus).diensten([slug])
    if controle.fouten:
        eerste = next(d for d in controle.bevindingen if d.ernst == "fout")
        verslag.mislukt.append(f"{eerste.plaats}: {eerste.code}: {eerste.melding} ({controle.fouten} fouten in {slug}; draai samenloket check {slug})")
    return bool(controle.fouten)


Nieuw = tuple[str, dict[str, tuple[Artifact, ...] | Belofte]]
"""Of one job: the key of what it is made from, and per part that is made anew its files, or the promise of them."""


def _vooruit(taken: Iterable[Taak], begin: Callable[[Taak], Nieuw | None]) -> Iterator[tuple[Taak, Nieuw | None]]:
    """Each job, in order, with what was begun for it some jobs before: by then other processes may have made their part."""
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
    fout: set[str]

    def begin(self, taak: Taak) -> Nieuw | None:
        """Make what is not as it was; None when what was there stays."""
        if taak.versie == WERK and taak.slug in self.fout:
            self.schrijver.behoud(taak.map)
            return None
        try:
            return self._maak(taak)
        except (Onbekend, ValueError, BrokenExecutor) as reden:
            return self._mislukt(taak, reden)

    def _maak(self, taak: Taak) -> Nieuw:
        catalogus = self.opdracht.catalogus
        formulier = catalogus.formulier(taak.slug, taak.versie, taak.gemeente)
        kader = Kader(self.opdracht.vandaag, tuple(catalogus.voorbeelden(taak.slug, taak.versie)), _sha(formulier), self.opdracht.instellingen)
        sleutel = hashlib.sha256(f"{kader!r}{programma()}".encode()).hexdigest()
        delen: dict[str, tuple[Artifact, ...] | Belofte] = {}
        for naam in self.opdracht.targets or vanzelf(taak.versie, taak.gemeente):
            deel = f"{taak.map}#{naam}"
            if not self.schrijver.ongewijzigd(deel, sleutel):
                reden = getattr(target(naam), "ontbreekt", str)()
                if reden:
                    regels = self.verslag.mislukt if self.opdracht.targets else self.verslag.overgeslagen
                    regels += [] if reden in regels else [reden]
                    continue
                lang = uitvoer(naam).alleen_uitgave
                delen[deel] = self.werkers.vraag(naam, formulier, kader) if lang else kader.van(target(naam), formulier)
        return sleutel, delen

    def rond_af(self, taak: Taak, nieuw: Nieuw | None) -> None:
        """Write what was made, only when all of it could be."""
        if nieuw is None:
            return
        sleutel, delen = nieuw
        try:
            klaar = {deel: wat.result() if isinstance(wat, Future) else wat for deel, wat in delen.items()}
            for deel, artifacts in klaar.items():
                self.schrijver.schrijf(deel, sleutel, taak.map, artifacts)
        except (ValueError, BrokenExecutor) as reden:
            self._mislukt(taak, reden)
            return
        self.verslag.gemaakt += bool(delen)
        self.verslag.behouden += not delen

    def _mislukt(self, taak: Taak, reden: Exception) -> None:
        wat = "een proces dat meehielp is gestopt. Was er genoeg geheugen? Probeer het opnieuw." if isinstance(reden, BrokenExecutor) else reden
        self.verslag.mislukt.append(f"{taak.map}: {wat}")
        self.schrijver.behoud(taak.map)


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
