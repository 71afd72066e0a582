"""Runs JavaScript, and the checkers that are written in it or in Java, in the project's own environment."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = ROOT / "node_modules"


def node(script: str | Path, *args: object, input: str | None = None, timeout: float = 120, check: bool = True) -> str:
    """Run a JavaScript file in Node and return what it printed on standard output.

    `script` is a path, or a package's own file as `html-validate/bin/html-validate.mjs`, looked up in node_modules.
    `require()` finds the packages of package.json from any folder; an ES module (.mjs) finds them only when it
    stands inside the project. With `check` a non-zero exit fails the test and shows both outputs.
    """
    path = Path(script)
    if not path.exists() and (MODULES / path).exists():
        path = MODULES / path
    return run([_node(), path, *args], input=input, timeout=timeout, check=check).stdout


def commando(name: str, *args: object, input: str | None = None, timeout: float = 120) -> subprocess.CompletedProcess:
    """Run a command of node_modules/.bin (`redocly`, `spectral`, `html-validate`); the caller judges its exit code."""
    command = MODULES / ".bin" / name
    if not command.exists():
        pytest.fail(f"node_modules/.bin/{name} is missing: run `make test`, which installs it", pytrace=False)
    return run([_node(), command.resolve(), *args], input=input, timeout=timeout, check=False)


def vnu(*files: object, timeout: float = 180) -> str:
    """What the Nu Html Checker has against these HTML, CSS or SVG files, a line per finding; "" when they are clean."""
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    java = shutil.which("java")
    if not java or not jar.exists():
        what = "java is not on PATH" if not java else "node_modules/vnu-jar is missing"
        pytest.fail(f"{what}: run `make test`, which installs it", pytrace=False)
    done = run([java, "-jar", jar, "--exit-zero-always", *files], input=None, timeout=timeout, check=True)
    return done.stderr.strip()


def run(
    command: list, *, input: str | None, timeout: float, check: bool, cwd: Path | None = None
) -> subprocess.CompletedProcess:
    """Run a command as text, without telemetry or colours, with NODE_PATH set to the project's packages."""
    words = [str(word) for word in command]
    environment = {
        **os.environ,
        "NODE_PATH": str(MODULES),
        "NO_COLOR": "1",
        "REDOCLY_TELEMETRY": "off",
        "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true",
    }
    environment.pop("FORCE_COLOR", None)
    try:
        done = subprocess.run(
            words, input=input, capture_output=True, encoding="utf-8", timeout=timeout, env=environment, cwd=cwd
        )
    except subprocess.TimeoutExpired:
        pytest.fail(f"not ready within {timeout} s: {' '.join(words)}", pytrace=False)
    if check and done.returncode:
        pytest.fail(f"exit {done.returncode}: {' '.join(words)}\n{done.stdout}\n{done.stderr}", pytrace=False)
    return done


def _node() -> str:
    beside = Path(sys.prefix) / "bin" / "node"
    found = str(beside) if beside.exists() else shutil.which("node")
    if not found:
        pytest.fail("node is not in .venv/bin nor on PATH: run `make test`, which installs it", pytrace=False)
    if not MODULES.is_dir():
        pytest.fail("node_modules is missing: run `make test`, or `npm ci`", pytrace=False)
    return found
