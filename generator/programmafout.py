"""The border round each part of a build: a mistake of the program itself costs that part, and nothing else.

It is said in one Dutch line; the traceback, for who mends it, goes to a file in the output folder. What is wrong with a
specification is no such mistake: that is Onbruikbaar or Onbekend, and says itself what to do.
"""

from __future__ import annotations

import errno
import platform
import traceback
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

from catalogue.catalogus import Onbekend
from catalogue.diagnostics import Onbruikbaar
from generator import __version__

MAP = "fouten"
KOP = f"Een fout in Samenloket {__version__}"
VAN_DE_MACHINE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EMFILE, errno.ENFILE}
"""No room, no right to write, too many open files: nobody's mistake, and the command says so itself."""
HOOGSTE = 10
"""So many are said in full; a mistake that every service meets would fill the screen."""


class Programmafout(Exception):
    """A mistake of the program. Its text is the traceback, so that it goes whole from one process to another."""


@contextmanager
def grens() -> Iterator[None]:
    """What goes wrong in this block leaves it as a Programmafout, unless somebody else can mend it."""
    try:
        yield
    except (Onbekend, Onbruikbaar, BrokenExecutor, Programmafout):
        raise
    except Exception as fout:
        if isinstance(fout, OSError) and fout.errno in VAN_DE_MACHINE:
            raise
        raise Programmafout(traceback.format_exc()) from None


class Programmafouten:
    """The mistakes that one build of an output folder met, by the part that they cost."""

    def __init__(self, uit: Path) -> None:
        self.map = uit / MAP
        self.gemeld: dict[str, str] = {}

    @contextmanager
    def bij(self, wat: str, naam: str) -> Iterator[None]:
        """This block makes one part. A mistake in it is noted under `naam`, and what comes after the block goes on."""
        try:
            with grens():
                yield
        except Programmafout as fout:
            self._meld(wat, naam, fout)
        else:
            self._vergeet(self.map / f"{naam}.txt")

    def regels(self) -> list[str]:
        """What to tell the user."""
        alle = list(self.gemeld.values())
        over = len(alle) - HOOGSTE
        meer = [f"En nog {over} keer: zie de andere bestanden in {self.map}."] if over > 0 else []
        slot = ["Zo’n fout houdt niets anders tegen. Van wat misging, blijft staan wat er al was."] if alle else []
        return [*alle[:HOOGSTE], *meer, *slot]

    def ruim_op(self) -> None:
        """After a build of everything: what an earlier build met, and this one did not, is over."""
        for pad in self.map.glob("*.txt"):
            if pad.stem not in self.gemeld and pad.read_bytes().startswith(KOP.encode()):
                self._vergeet(pad)

    def _meld(self, wat: str, naam: str, fout: Programmafout) -> None:
        pad = self.map / f"{naam}.txt"
        pad.parent.mkdir(parents=True, exist_ok=True)
        tekst = f"{KOP}, met Python {platform.python_version()}\n{wat}\n\n{fout}"
        pad.write_text(tekst, "utf-8", errors="backslashreplace")
        self.gemeld[naam] = f"{wat} ging mis; dat is een fout in Samenloket. Wat er misging, staat in {pad}."

    def _vergeet(self, pad: Path) -> None:
        pad.unlink(missing_ok=True)
        with suppress(OSError):
            self.map.rmdir()
