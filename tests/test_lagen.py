"""The house: imports run one way, nobody waits for nobody, and what is light stays light.

An arrow inside a function counts too: a lazy import changes when a module is loaded, not what it knows about.
"""

import ast
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# A part (a module, or a folder of them) may import the parts before it, never one after it.
ORDE = {
    "catalogue": (
        "diagnostics", "source", "register", "tekst", "oordeel", "moment", "veld", "soorten", "namen", "voorwaarde", "conditie",
        "dienst", "invulling", "meldingen", "algemeen", "formulier", "weergave", "uitwerken", "planvoorwaarde", "plan", "beoordelen",
        "load", "voorbeelden", "uitgave", "catalogus", "herleiding", "regels", "controle",
    ),
    "generator": (
        "plekken", "stand", "opdrachtregel", "gegeven", "oordeel_json", "sjabloon", "dialect", "target", "vectoren", "targets", "stroom", "spoor", "write", "programmafout", "verslag", "werkers", "taken", "build", "nieuw",
        "taalschema", "site", "serve", "cli", "__main__",
    ),
}  # fmt: skip
# The picture of the flow leans on a target, and a target shows it: the two are one part.
PART_OF = {"generator.stroom": "targets"}

# What only a command that needs it may load; the model of a service lives without.
HEAVY = ("jinja2", "fastapi", "uvicorn", "mkdocs", "typer", "jsonschema", "jsonschema_rs", "textstat")


def modules() -> dict[str, Path]:
    """Every module of the two packages by its dotted name."""
    found = {}
    for path in sorted(p for top in ORDE for p in (ROOT / top).rglob("*.py") if "_data" not in p.parts):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(name: str, source: str, is_package: bool, known: set[str]) -> set[str]:
    """The modules of ours that a module's text names in an import statement, anywhere in it."""
    package = name.split(".") if is_package else name.split(".")[:-1]
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            # `from a import b` names the module a.b where there is one, and a where b stands in it.
            names |= {f"{base}.{alias.name}" if f"{base}.{alias.name}" in known else base for alias in node.names}
    return (names & known) - {name}


def graph() -> dict[str, set[str]]:
    known = modules()
    return {
        name: imported(name, path.read_text("utf-8"), path.name == "__init__.py", set(known))
        for name, path in known.items()
    }


def part(name: str) -> str:
    """The part of the house that a module belongs to: the second word of its name."""
    top, _, rest = name.partition(".")
    return PART_OF.get(f"{top}.{rest.split('.')[0]}", rest.split(".")[0])


def backward(arrows: dict[str, set[str]]) -> list[str]:
    """Every import that runs against the order, as `from -> to`."""
    wrong = []
    for name, targets in arrows.items():
        top = name.split(".")[0]
        for target in targets:
            if target.split(".")[0] != top:
                against = top == "catalogue"
            elif not part(name) or not part(target):
                against = not part(name)  # the package itself: its __init__ imports none of its parts
            else:
                against = ORDE[top].index(part(target)) > ORDE[top].index(part(name))
            if against:
                wrong.append(f"{name} -> {target}")
    return sorted(wrong)


def cycle(arrows: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as found:
        return found.args[1]
    return []


def test_every_part_has_its_place():
    parts = {(name.split(".")[0], part(name)) for name in modules() if part(name)}
    new = sorted(f"{top}/{rest}" for top, rest in parts if rest not in ORDE[top])
    assert not new, f"give these a place in ORDE, tests/test_lagen.py: {', '.join(new)}"


def test_imports_run_one_way():
    assert backward(graph()) == []


def test_no_cycle():
    assert cycle(graph()) == []


def test_the_walk_sees_an_arrow_that_runs_back():
    known = {"catalogue.tekst", "catalogue.dienst", "catalogue.regels.taal", "generator.cli"}
    lazy = "def f():\n    from . import dienst\n    from generator.cli import main\n"
    arrows = {"catalogue.tekst": imported("catalogue.tekst", lazy, False, known)}
    assert backward(arrows) == ["catalogue.tekst -> catalogue.dienst", "catalogue.tekst -> generator.cli"]
    up = imported("catalogue.regels.taal", "from ..dienst import Dienst", False, known)
    assert up == {"catalogue.dienst"}
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"a"}})


def test_importing_a_module_of_the_catalogue_loads_nothing_heavy():
    light = sorted(name for name in modules() if name.startswith("catalogue") and ".regels" not in name)
    loads = f"import sys, {', '.join(light)}; print(*sorted(sys.modules.keys() & set({HEAVY!r})))"
    assert python(loads) == ""


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_asking_for_help_loads_no_model(word):
    code = (
        "import sys; from generator.__main__ import main\n"
        f"sys.argv = ['samenloket', {word!r}]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print('LOADED', *sorted(sys.modules.keys() & {'pydantic', 'jinja2', 'fastapi', 'mkdocs', 'rich'}))"
    )
    assert python(code).rpartition("LOADED")[2] == ""


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", cwd=ROOT, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_judge_needs_nothing_but_the_standard_library():
    """It travels as files with the receiver and the typed package: every import is its own, relative, or Python's."""
    own = [path for name, path in modules().items() if name.startswith("catalogue.oordeel")]
    assert len(own) > 8
    for path in own:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                assert all(alias.name.split(".")[0] in sys.stdlib_module_names for alias in node.names), path
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 1 or str(node.module).split(".")[0] in sys.stdlib_module_names, path
