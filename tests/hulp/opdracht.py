"""The command `samenloket`, really run, and small copies of the specifications for it to work on."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from generator.cli import app
from tests.hulp.node import ROOT

SPECS = ROOT / "specs"
VANDAAG = "2026-11-24"
ENGELS = re.compile(r"\b(usage|options?|commands?|arguments?|required|default|show|this|message|exit|error|missing|invalid|such|extra|expected|help)\b", re.I)
"""Words of the library that must not come through; --help itself is the name of an option."""


def samenloket(*woorden: object, cwd: Path = ROOT, timeout: float = 300) -> subprocess.CompletedProcess:
    """Run the command in a process of its own; the caller judges its exit code. A traceback fails the test at once."""
    omgeving = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    opdracht = [sys.executable, "-m", "generator", *map(str, woorden)]
    gedaan = subprocess.run(opdracht, cwd=cwd, env=omgeving, capture_output=True, encoding="utf-8", timeout=timeout)
    assert "Traceback" not in gedaan.stdout + gedaan.stderr, gedaan.stderr
    return gedaan


def opdracht(*woorden: object) -> Result:
    """The command in this process, for the many cases that only need what it says and how it ends."""
    gedaan = CliRunner().invoke(app, [str(woord) for woord in woorden], prog_name="samenloket")
    assert gedaan.exception is None or isinstance(gedaan.exception, SystemExit), repr(gedaan.exception)
    return gedaan


_METER = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
gebruik = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"\\n@@{gebruik.ru_utime + gebruik.ru_stime} {gebruik.ru_maxrss}", file=sys.stderr)
sys.exit(code)
"""
"""Seconds of processor and kilobytes of one process: a clock on the wall would measure who else is at work."""


def gemeten(*woorden: object, seconden: float = 3, megabytes: float = 300) -> subprocess.CompletedProcess:
    """Run the command, and fail when it takes too much of the machine, or ends in a traceback."""
    omgeving = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "80"}
    opdracht = [sys.executable, "-c", _METER, sys.executable, "-m", "generator", *map(str, woorden)]
    gedaan = subprocess.run(opdracht, cwd=ROOT, env=omgeving, capture_output=True, timeout=60)
    gedaan.stdout, fouten = gedaan.stdout.decode("utf-8"), gedaan.stderr.decode("utf-8")
    gedaan.stderr, _, getallen = fouten.rpartition("\n@@")
    assert "Traceback" not in gedaan.stdout + gedaan.stderr, gedaan.stdout + gedaan.stderr
    tijd, kilobytes = map(float, getallen.split())
    assert tijd < seconden
    assert kilobytes / 1024 < megabytes
    return gedaan


def kopie(map: Path, *slugs: str) -> Path:
    """A copy of the specifications with only these services; the blocks, lists and fillings are all there."""
    specs = map / "specs"
    for naam in ("blokken", "waardelijsten", "adopties"):
        shutil.copytree(SPECS / naam, specs / naam)
    for slug in slugs:
        shutil.copytree(SPECS / "diensten" / slug, specs / "diensten" / slug)
    return specs
