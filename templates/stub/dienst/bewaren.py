"""Keeps submissions: one SQLite file, one transaction for the message and the bytes of its files, on disk before it says yes.

The same row is the outbox: what was not handed over yet has no `overgedragen`.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dienst.bestanden import STUK, Bestand

_TABELLEN = """
CREATE TABLE IF NOT EXISTS inzending (
  kenmerk TEXT PRIMARY KEY, ontvangen_op TEXT NOT NULL, versie TEXT NOT NULL, rol TEXT NOT NULL, status TEXT NOT NULL,
  bericht TEXT NOT NULL, ontvangst TEXT NOT NULL, sleutel TEXT UNIQUE, vingerafdruk TEXT NOT NULL,
  overgedragen TEXT, pogingen INTEGER NOT NULL DEFAULT 0, niet_voor REAL NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS te_doen ON inzending (niet_voor) WHERE overgedragen IS NULL;
CREATE TABLE IF NOT EXISTS bijlage (
  kenmerk TEXT NOT NULL REFERENCES inzending, id TEXT NOT NULL, naam TEXT NOT NULL, mediatype TEXT NOT NULL,
  grootte INTEGER NOT NULL, sha256 TEXT NOT NULL, inhoud BLOB NOT NULL, PRIMARY KEY (kenmerk, id)
);
"""


@dataclass(frozen=True)
class Rij:
    """A submission to keep. `sleutel` is unique where it is there."""

    kenmerk: str
    ontvangen_op: str
    versie: str
    rol: str
    bericht: str
    ontvangst: str
    sleutel: str | None
    vingerafdruk: str


class AlBewaard(Exception):
    """There is a submission with this key already."""


class Opslag:
    """The file with all that came in. Safe to use from several threads, and from several processes on one machine."""

    def __init__(self, map: Path) -> None:
        map.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._slot = threading.Lock()
        self._db = sqlite3.connect(map / "inzendingen.sqlite", check_same_thread=False, isolation_level=None, timeout=30)
        self._db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;" + _TABELLEN)
        self._beurt = sqlite3.connect(map / "beurt.sqlite", check_same_thread=False, isolation_level=None, timeout=0)

    def sluit(self) -> None:
        with self._slot:
            self._db.close()
            self._beurt.close()

    @contextmanager
    def _transactie(self) -> Iterator[sqlite3.Connection]:
        with self._slot:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                self._db.execute("ROLLBACK")
                raise

    def bewaar(self, rij: Rij, bestanden: Iterable[Bestand]) -> None:
        """Keep it, or raise AlBewaard. When this returns it is on disk."""
        waarden = (rij.kenmerk, rij.ontvangen_op, rij.versie, rij.rol, rij.bericht, rij.ontvangst, rij.sleutel, rij.vingerafdruk)
        try:
            with self._transactie() as db:
                db.execute(
                    "INSERT INTO inzending (kenmerk, ontvangen_op, versie, rol, status, bericht, ontvangst, sleutel, vingerafdruk)"
                    " VALUES (?, ?, ?, ?, 'ontvangen', ?, ?, ?, ?)",
                    waarden,
                )
                for b in bestanden:
                    self._bewaar_bytes(db, rij.kenmerk, b)
        except sqlite3.IntegrityError:
            raise AlBewaard from None

    @staticmethod
    def _bewaar_bytes(db: sqlite3.Connection, kenmerk: str, b: Bestand) -> None:
        waarden = (kenmerk, b.id, b.naam, b.mediatype, b.grootte, b.sha256, b.grootte)
        cursor = db.execute("INSERT INTO bijlage VALUES (?, ?, ?, ?, ?, ?, zeroblob(?))", waarden)
        b.bron.seek(0)
        with db.blobopen("bijlage", "inhoud", cursor.lastrowid) as blob:
            while stuk := b.bron.read(STUK):
                blob.write(stuk)

    def _een(self, vraag: str, *waarden: Any) -> Any:
        with self._slot:
            return self._db.execute(vraag, waarden).fetchone()

    def op_sleutel(self, sleutel: str) -> tuple[str, dict[str, Any]] | None:
        """The fingerprint and the receipt of what was kept under a key."""
        rij = self._een("SELECT vingerafdruk, ontvangst FROM inzending WHERE sleutel = ?", sleutel)
        return (rij[0], json.loads(rij[1])) if rij else None

    def stand(self, kenmerk: str) -> dict[str, Any] | None:
        """What anybody with the reference may know: no answers."""
        rij = self._een("SELECT kenmerk, ontvangen_op, versie, rol, status FROM inzending WHERE kenmerk = ?", kenmerk)
        return dict(zip(("kenmerk", "ontvangenOp", "versie", "rol", "status"), rij, strict=True)) if rij else None

    # -- the outbox ------------------------------------------------------------------------------------------------

    def heeft_beurt(self) -> bool:
        """Whether this process is the one that hands over; it keeps the turn until it ends.

        The turn is a lock of SQLite on a file of its own: the system lets go of it when the process dies, however it dies.
        """
        if not self._beurt.in_transaction:
            try:
                self._beurt.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                return False
        return True

    def volgende(self, nu: float) -> tuple[str, int] | None:
        """The next one that is due: (reference, attempts before). None when there is none. Ask only who has the turn."""
        return self._een(
            "SELECT kenmerk, pogingen FROM inzending WHERE overgedragen IS NULL AND niet_voor <= ? ORDER BY niet_voor, rowid LIMIT 1", nu
        )

    def inhoud(self, kenmerk: str) -> tuple[dict[str, Any], list[tuple[str, str, str, int, str, bytes]]]:
        """The message and its files with their bytes."""
        bericht = self._een("SELECT bericht FROM inzending WHERE kenmerk = ?", kenmerk)[0]
        with self._slot:
            vraag = "SELECT id, naam, mediatype, grootte, sha256, inhoud FROM bijlage WHERE kenmerk = ? ORDER BY rowid"
            return json.loads(bericht), self._db.execute(vraag, (kenmerk,)).fetchall()

    def overgedragen(self, kenmerk: str, op: str) -> None:
        with self._transactie() as db:
            db.execute("UPDATE inzending SET overgedragen = ? WHERE kenmerk = ?", (op, kenmerk))

    def later(self, kenmerk: str, niet_voor: float) -> None:
        with self._transactie() as db:
            db.execute("UPDATE inzending SET niet_voor = ?, pogingen = pogingen + 1 WHERE kenmerk = ?", (niet_voor, kenmerk))
