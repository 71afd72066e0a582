"""The `samenloket` command. What can be answered without importing the rest of it is answered here, at once."""

from __future__ import annotations

import gc
import os
import sys

from generator import __version__


def main() -> None:
    """Run the command line. The commands themselves are in `generator.cli`."""
    woorden = sys.argv[1:]
    if woorden == ["--help"]:
        sys.stdout.write(overzicht())
    elif woorden == ["--version"]:
        sys.stdout.write(f"samenloket {__version__}\n")
    elif woorden[:1] == ["build"] and "--help" not in woorden:
        _bouw(woorden[1:])
    else:
        _voer_uit()


def overzicht() -> str:
    """The text of `--help`, kept beside this file; a test holds it to what `generator.cli` says."""
    with open(os.path.join(os.path.dirname(__file__), "overzicht.txt"), encoding="utf-8") as bestand:
        return bestand.read()


def _bouw(woorden: list[str]) -> None:
    """A build, unless everything still is as the last good build left it."""
    from generator.stand import Stand

    stand = Stand(woorden)
    if stand.gelijk():
        sys.stdout.write(f"Er is niets veranderd; alles in {stand.uit} is nog goed.\n")
        return
    try:
        _voer_uit()
    except SystemExit as einde:
        if einde.code == 0:
            stand.noteer()
        raise


def _voer_uit() -> None:
    # Nearly everything that a command makes stays until it ends: looking for rubbish costs a check a seventh of its time
    # and gives a build of everything 8 MB back. Only `serve` goes on long enough to need it.
    if sys.argv[1:2] != ["serve"]:
        gc.disable()
    from generator.cli import app

    app(prog_name="samenloket")


if __name__ == "__main__":
    sys.exit(main())
