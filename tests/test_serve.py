"""`samenloket serve`, started as its user starts it: a process on this computer that follows what is changed."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from generator.serve import _Site
from tests.hulp.node import ROOT
from tests.hulp.opdracht import VANDAAG, kopie, samenloket

SLUG = "hond-aan-of-afmelden"
PAGINA = f"/diensten/{SLUG}/"
GEDULD = 90
"""Seconds within which a new page comes, also where others use the processor; on a quiet machine it takes two."""


class Draaiend:
    """The command at work in a folder, with what it printed."""

    def __init__(self, hier: Path) -> None:
        self.map, self.specs = hier, kopie(hier, SLUG)
        for pad in (self.specs / "adopties").iterdir():
            pad.unlink()  # of services that are not in this copy
        self.yaml = self.specs / "diensten" / SLUG / "dienst.yaml"
        self.goed = self.yaml.read_text("utf-8")
        woorden = ["serve", "--port", "0", "--specs", self.specs, "--out", hier / "uit", "--today", VANDAAG]
        omgeving = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
        with (hier / "log.txt").open("wb") as log:
            self.proces = subprocess.Popen([sys.executable, "-m", "generator", *map(str, woorden)], cwd=ROOT, env=omgeving, stdout=log, stderr=log)
        self.wacht(lambda: "staat op" in self.log or self.proces.poll() is not None)
        self.poort = int(re.search(r"http://127\.0\.0\.1:(\d+)/", self.log)[1])
        self.adres = f"http://127.0.0.1:{self.poort}"
        self.wacht(lambda: self.haal("/").status_code == 200)

    @property
    def log(self) -> str:
        return (self.map / "log.txt").read_text("utf-8")

    def haal(self, pad: str) -> httpx.Response:
        return httpx.get(f"{self.adres}{pad}", timeout=GEDULD)

    def schrijf(self, tekst: str) -> None:
        """Change the specification in one go, as an editor does."""
        nieuw = self.yaml.with_name(".nieuw")
        nieuw.write_text(tekst, "utf-8")
        nieuw.replace(self.yaml)

    def stand(self, wat: str) -> int:
        return self.standen()[wat]

    def standen(self) -> dict[str, int]:
        """What tells the pages that are open to load again."""
        return self.haal("/__stand").json()

    def wacht_na(self, eerder: dict[str, int]) -> None:
        """Wait until the page of the service, and then all of the site, were made anew."""
        self.wacht(lambda: all(self.stand(wat) > nummer for wat, nummer in eerder.items()))

    def wacht(self, klaar: Callable[[], bool]) -> None:
        einde = time.monotonic() + GEDULD
        while not klaar():
            assert time.monotonic() < einde, f"not within {GEDULD} s:\n{self.log}"
            time.sleep(0.1)


@pytest.fixture(scope="module")
def loket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Draaiend]:
    draaiend = Draaiend(tmp_path_factory.mktemp("serve"))
    yield draaiend
    if draaiend.proces.poll() is None:
        draaiend.proces.kill()
        draaiend.proces.wait(10)


def ruw(poort: int, regel: str) -> bytes:
    """What comes back for a request line that no client would send."""
    with socket.create_connection(("127.0.0.1", poort), 10) as s:
        s.sendall(f"{regel} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        uit = b""
        while deel := s.recv(65536):
            uit += deel
    return uit


def test_the_pages_come_with_a_policy_that_allows_nothing_from_elsewhere(loket: Draaiend) -> None:
    for pad in ("/", PAGINA, f"{PAGINA}werk/formulier/", "/is-er-niet/"):
        antwoord = loket.haal(pad)
        assert antwoord.status_code == (404 if "niet" in pad else 200), pad
        beleid = antwoord.headers["content-security-policy"]
        assert "default-src 'self'" in beleid and "frame-ancestors 'self'" in beleid and "http" not in beleid
        assert antwoord.headers["x-content-type-options"] == "nosniff"
    assert "Hond aan- of afmelden" in loket.haal(PAGINA).text


@pytest.mark.parametrize(
    "pad",
    ["/../manifest.json", "/../../../../../../etc/passwd", "/%2e%2e/manifest.json", "/..%2fmanifest.json", "/..%5cmanifest.json", "//etc/passwd", "/%00",
     "/proef/%2e%2e/", "/proef/..%2f..%2fx/", f"/proef/{SLUG}%2f..%2f{SLUG}/", f"/proef/{SLUG}/../../../manifest.json", "/" + "../" * 500 + "etc/passwd"],
)  # fmt: skip
def test_nothing_outside_the_site_is_served(pad: str, loket: Draaiend) -> None:
    assert loket.haal("/").status_code == 200
    antwoord = ruw(loket.poort, f"GET {pad}")
    assert re.match(rb"HTTP/1\.1 (400|404|307|308)", antwoord), antwoord[:100]
    assert b"root:" not in antwoord and b"taken" not in antwoord


def test_only_this_computer_can_ask(loket: Draaiend) -> None:
    """The kernel's own list of sockets: the port is open on 127.0.0.1, and on no other address."""
    luisterend = {regel.split()[1] for naam in ("tcp", "tcp6") for regel in Path(f"/proc/net/{naam}").read_text().splitlines()[1:] if regel.split()[3] == "0A"}
    assert {plek for plek in luisterend if int(plek.rpartition(":")[2], 16) == loket.poort} == {f"0100007F:{loket.poort:04X}"}


def test_a_port_that_is_taken_is_said_at_once(loket: Draaiend) -> None:
    for poort in (loket.poort, 70000):
        gedaan = samenloket("serve", "--port", poort, "--specs", loket.specs, "--out", loket.map / "ander")
        assert (gedaan.returncode, gedaan.stdout) == (2, "")
        assert f"Poort {poort} is niet vrij" in gedaan.stderr
    assert not (loket.map / "ander").exists()


def test_a_trial_takes_what_is_sent_and_keeps_it_out_of_the_output(loket: Draaiend) -> None:
    antwoord = loket.haal(f"/proef/{SLUG}/")
    assert (antwoord.status_code, antwoord.headers["cache-control"]) == (200, "no-store")
    assert "<form" in antwoord.text
    assert loket.haal("/proef/is-er-niet/").status_code == 404
    assert not (loket.map / "uit/diensten" / SLUG / "werk/stub/opslag").exists()


def test_a_trial_names_no_address_of_its_own_and_says_what_came_in(loket: Draaiend) -> None:
    antwoord = loket.haal(f"/proef/{SLUG}/v1/inzendingen/0")
    assert antwoord.status_code == 404
    assert re.findall(r"http://[\d.:]+", loket.log) == [loket.adres] and "INFO:" not in loket.log


def test_a_page_can_be_asked_for_while_it_is_made(loket: Draaiend) -> None:
    """It always comes, and nothing in the console breaks off."""
    eerst = loket.standen()
    loket.schrijf(loket.goed.replace("naam: Hond aan- of afmelden", "naam: Poes aan- of afmelden", 1))
    while loket.stand("dienst") == eerst["dienst"]:
        pagina = loket.haal(PAGINA)
        assert pagina.status_code == 200 and pagina.headers["content-type"].startswith("text/html")
    loket.wacht_na(eerst)
    laatste = loket.standen()
    loket.schrijf(loket.goed)
    loket.wacht_na(laatste)
    assert "Traceback" not in loket.log


def test_a_page_that_grew_since_it_was_looked_up_is_sent_as_long_as_it_is(tmp_path: Path) -> None:
    """A stream promises the length of before, and breaks off."""
    pagina = tmp_path / "index.html"
    pagina.write_text("kort")
    eerder = os.stat(pagina)
    pagina.write_text("een stuk langer dan het was")
    antwoord = _Site(directory=tmp_path).file_response(pagina, eerder, {"type": "http", "method": "GET", "headers": []})
    assert antwoord.body == pagina.read_bytes() and antwoord.headers["content-length"] == str(len(antwoord.body))


def test_a_change_makes_a_new_page_and_an_error_leaves_it(loket: Draaiend) -> None:
    eerst = loket.standen()
    loket.schrijf(loket.goed.replace("naam: Hond aan- of afmelden", "naam: Kat aan- of afmelden", 1))
    loket.wacht_na(eerst)
    pagina = loket.haal(PAGINA).text
    assert "Kat aan- of afmelden" in pagina

    loket.schrijf(loket.goed.replace("naam: Hond aan- of afmelden", "naaam: Vis aan- of afmelden", 1))
    loket.wacht(lambda: "blijven zoals ze waren" in loket.log)
    assert re.search(r"dienst\.yaml:\d+:1: SL102: de sleutel ‘naaam’ bestaat hier niet", loket.log)
    assert loket.haal(PAGINA).text == pagina

    laatste = loket.standen()
    loket.schrijf(loket.goed)
    loket.wacht_na(laatste)
    assert "Kat aan- of afmelden" not in loket.haal(PAGINA).text


def test_a_page_that_is_open_loads_again_when_its_own_text_is_new(loket: Draaiend) -> None:
    """The page of a service before the rest; the home page, which names the service too, when all of the site is there."""
    eerst = loket.standen()
    loket.schrijf(loket.goed.replace("naam: Hond aan- of afmelden", "naam: Hamster aan- of afmelden", 1))
    loket.wacht(lambda: loket.stand("dienst") > eerst["dienst"])
    assert loket.stand("site") == eerst["site"] and "Hamster aan- of afmelden" in loket.haal(PAGINA).text
    loket.wacht_na(eerst)
    assert "Hamster aan- of afmelden" in loket.haal("/").text


def test_a_change_outside_a_service_is_there_when_the_page_loads_again(loket: Draaiend) -> None:
    eerst = loket.standen()
    invulling = loket.specs / "adopties" / "9998-proefdam.yaml"
    invulling.write_text(f'gemeente: "9998"\nnaam: Proefdam\ncontact:\n  website: https://proefdam.example\ndiensten:\n  {SLUG}: {{}}\n', "utf-8")
    loket.wacht_na(eerst)
    assert "Proefdam" in loket.haal("/voorbeeldgemeenten/").text


def test_what_was_just_built_is_shown_at_once(loket: Draaiend, tmp_path: Path) -> None:
    """`make catalogue` builds and then serves: the second does not do the work of the first again."""
    wat = ["--specs", loket.specs, "--out", tmp_path / "uit", "--today", VANDAAG]
    assert samenloket("build", *wat).returncode == 0
    voor = {pad: pad.stat().st_mtime_ns for pad in (tmp_path / "uit").rglob("*")}
    woorden = [sys.executable, "-m", "generator", "serve", "--port", "0", *map(str, wat)]
    with subprocess.Popen(woorden, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"}, stdout=subprocess.PIPE, encoding="utf-8") as proces:
        adres = re.search(r"http://[\d.:]+", proces.stdout.readline())[0]
        assert voor == {pad: pad.stat().st_mtime_ns for pad in (tmp_path / "uit").rglob("*")}
        assert httpx.get(f"{adres}/proef/{SLUG}/", timeout=GEDULD).status_code == 200 and _werkend_in(tmp_path / "uit")
        proces.terminate()
        assert proces.wait(30) == 0
    loket.wacht(lambda: not _werkend_in(tmp_path / "uit"))


def test_ctrl_c_ends_it_and_its_trials(loket: Draaiend) -> None:
    loket.haal(f"/proef/{SLUG}/")
    assert _werkend_in(loket.map / "uit")
    loket.proces.send_signal(signal.SIGINT)
    assert loket.proces.wait(30) == 0, loket.log
    assert "Traceback" not in loket.log
    with pytest.raises(httpx.ConnectError):
        loket.haal("/")
    loket.wacht(lambda: not _werkend_in(loket.map / "uit"))


def _werkend_in(map: Path) -> list[str]:
    """The processes that stand in a folder: each trial stands in its stub."""
    uit = []
    for schakel in Path("/proc").glob("[0-9]*/cwd"):
        try:
            uit += [schakel.parent.name] if Path(os.readlink(schakel)).is_relative_to(map) else []
        except OSError:
            continue
    return uit
