"""The catalogue as a site, really built, once for all workers; and what its HTML points at."""

import fcntl
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.hulp.node import ROOT

VANDAAG = "2026-11-24"
HAALT_OP = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src", "object": "data", "embed": "src"}
"""What a browser fetches by itself, and by which attribute. A `link` may also only say something: see `_ZEGT_ALLEEN`."""
_ZEGT_ALLEEN = {"canonical", "prev", "next", "alternate", "license"}


def samenloket(*woorden: object, cwd: Path = ROOT) -> subprocess.CompletedProcess:
    """Run the command in a process of its own; the caller judges its exit code."""
    omgeving = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    opdracht = [sys.executable, "-m", "generator", *map(str, woorden)]
    return subprocess.run(opdracht, cwd=cwd, env=omgeving, capture_output=True, encoding="utf-8", timeout=900)


def bouw(uit: Path, *woorden: object) -> str:
    """`samenloket build` into a folder; gives what it printed. Fails when it does."""
    gedaan = samenloket("build", *woorden, "--out", uit, "--today", VANDAAG)
    assert gedaan.returncode == 0, gedaan.stdout + gedaan.stderr
    return gedaan.stdout


def alles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of one whole build, shared by all workers of this run: the first one makes it, the others wait."""
    basis = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        basis = basis.parent
    uit, klaar = basis / "catalogus", basis / "catalogus.klaar"
    with (basis / "catalogus.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        if not klaar.exists():
            bouw(uit)
            klaar.touch()
    return uit


@dataclass
class Bladzijde(HTMLParser):
    """One page: its anchors, where it links to, and what it fetches."""

    pad: Path
    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    haalt: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.pad.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {naam: waarde or "" for naam, waarde in attrs}
        self.ids |= {a[n] for n in ("id", "name") if n in a}
        if tag in ("a", "area") and "href" in a:
            self.links.append(a["href"])
        if tag in HAALT_OP and HAALT_OP[tag] in a and not set(a.get("rel", "").split()) & _ZEGT_ALLEEN:
            self.haalt.append(a[HAALT_OP[tag]])
        self.haalt += [deel.split()[0] for deel in a.get("srcset", "").split(",") if deel.strip()]
        self.haalt += re.findall(r"url\(\s*['\"]?([^'\")]+)", a.get("style", ""))


@dataclass
class Site:
    """All pages of a built site."""

    map: Path
    bladzijden: dict[Path, Bladzijde] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.map = self.map.resolve()
        self.bladzijden = {p: Bladzijde(p) for p in sorted(self.map.rglob("*.html"))}

    def doel(self, van: Path, verwijzing: str) -> tuple[Path, str] | None:
        """The file and anchor that a reference in a page means; None when it leaves the site."""
        delen = urlsplit(verwijzing)
        if delen.scheme or delen.netloc:
            return None
        pad = unquote(delen.path)
        doel = self.map / pad.lstrip("/") if pad.startswith("/") else van.parent / pad if pad else van
        doel = Path(os.path.normpath(doel))
        if pad.endswith("/") or doel.is_dir():
            doel /= "index.html"
        return doel, unquote(delen.fragment)

    def dood(self, van: Path, verwijzing: str) -> bool:
        """Does this reference point inside the site at what is not there?"""
        gevonden = self.doel(van, verwijzing)
        if gevonden is None:
            return False
        doel, anker = gevonden
        if not doel.is_file() or not doel.is_relative_to(self.map):
            return True
        return bool(anker) and doel in self.bladzijden and anker not in self.bladzijden[doel].ids

    def dode(self) -> list[str]:
        """Every dead reference. A trial is only there while `samenloket serve` runs; the page shows its links only then."""
        alle = ((pad, v) for pad, b in self.bladzijden.items() for v in (*b.links, *b.haalt))
        return [f"{pad.relative_to(self.map)}: {v}" for pad, v in alle if not v.startswith("/proef/") and self.dood(pad, v)]

    def klikken(self, van: Path) -> Iterator[Path]:
        """The pages one click away."""
        for verwijzing in self.bladzijden[van].links:
            gevonden = self.doel(van, verwijzing)
            if gevonden and gevonden[0] in self.bladzijden:
                yield gevonden[0]
