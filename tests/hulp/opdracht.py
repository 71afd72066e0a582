"""The command `samenloket`, really run, and small copies of the specifications for it to work on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.hulp.node import ROOT

SPECS = ROOT / "specs"
VANDAAG = "2026-11-24"


def samenloket(*woorden: object, cwd: Path = ROOT, timeout: float = 300) -> subprocess.CompletedProcess:
    """Run the command in a process of its own; the caller judges its exit code. A traceback fails the test at once."""
    omgeving = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    opdracht = [sys.executable, "-m", "generator", *map(str, woorden)]
    gedaan = subprocess.run(opdracht, cwd=cwd, env=omgeving, capture_output=True, encoding="utf-8", timeout=timeout)
    assert "Traceback" not in gedaan.stdout + gedaan.stderr, gedaan.stderr
    return gedaan


def kopie(map: Path, *slugs: str) -> Path:
    """A copy of the specifications with only these services; the blocks, lists and fillings are all there."""
    specs = map / "specs"
    for naam in ("blokken", "waardelijsten", "adopties"):
        shutil.copytree(SPECS / naam, specs / naam)
    for slug in slugs:
        shutil.copytree(SPECS / "diensten" / slug, specs / "diensten" / slug)
    return specs
