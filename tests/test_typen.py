"""Types for vendors: they compile, take every right answer, and the validators beside them give all faults in one round."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from catalogue.beoordelen import beoordeel
from catalogue.dienst import Dienst
from catalogue.formulier import Formulier
from catalogue.oordeel import Omstandigheden
from catalogue.uitwerken import werk_uit
from catalogue.voorbeelden import Voorbeeld, omstandigheden_uit
from generator.oordeel_json import als_json
from generator.targets.typen.boom import boom
from generator.targets.vectoren import bouw as vectoren
from tests.hulp import goud
from tests.hulp.node import ROOT, commando, run
from tests.hulp.schema import VANDAAG, catalogus, diensten
from tests.hulp.typen import KADER, geladen, geschreven, schrijf
from tests.overeenkomst.typen import model, omstandigheden
from tests.voorbeelden import formulieren

DIENSTEN = diensten()
DIENST = "verhuizing-doorgeven"
VAN_HET_TYPE = {"soort", "onbekend"}
"""Faults that the types themselves refuse, whatever the other answers are."""


def formulier(slug: str) -> Formulier:
    return namen_die_in_de_weg_zitten() if slug == "lastige-namen" else formulieren.formulier(slug)


def gevallen(slug: str) -> list[tuple[Voorbeeld, Omstandigheden]]:
    return [(v, omstandigheden_uit(v.omstandigheden, formulier(slug), VANDAAG)) for v in catalogus().voorbeelden(slug)]


@cache
def namen_die_in_de_weg_zitten() -> Formulier:
    """Questions and steps that are called as a word of Python, a method of pydantic, a shared type, or each other's path."""

    def veld(naam: str, soort: str = "ja-nee", **meer: Any) -> dict[str, Any]:
        return {"veld": naam, "vraag": f'Zeg "{naam}" \\ of */ """ niet?', "soort": soort, **meer}

    stappen = [
        {"stap": "adres", "titel": "Adres", "velden": [veld("class"), veld("json", "tekst"), veld("list"), veld("str", "tekst", verplicht=False), veld("int"), veld("lokaal"), veld("adres", "adres")]},
        {"stap": "none", "titel": "Niets", "velden": [{"groep": "bC", "velden": [veld("import", verplicht=False), veld("x")]}]},
        {"stap": "noneB", "titel": "Nog niets", "velden": [{"groep": "c", "velden": [veld("dict", "datum")]}]},
    ]
    kop = {"dienst": "lastige-namen", "naam": "Lastige namen", "samenvatting": "Om te proberen.", "producten": ["x"], "doelgroep": ["inwoner"]}
    data = {**kop, "bewaartermijn": [{"selectielijst": "7.1.7", "termijn": "P5Y"}], "toegang": [{"middel": "geen"}], "stappen": stappen}
    uit = werk_uit(Dienst.model_validate(data), catalogus().bouwstenen)
    assert not uit.problemen, uit.problemen
    return uit.formulier


# -- what every service gets -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", DIENSTEN)
def test_the_python_package_judges_every_example_as_the_reference_does(slug: str) -> None:
    pakket = geladen(geschreven(formulier, slug))
    for v, o in gevallen(slug):
        verwacht = als_json(beoordeel(formulier(slug), v.antwoorden, o))
        fouten = pakket.valideer(v.antwoorden, **omstandigheden(o))
        assert [f._asdict() | _tekst(f.melding) for f in fouten] == [f | _tekst(f["melding"]) for f in verwacht["fouten"]], v.naam
        oordeel = pakket.beoordeel(v.antwoorden, **omstandigheden(o))
        gekregen = [list(oordeel.zichtbaar), list(oordeel.verplicht), [regel._asdict() for regel in oordeel.te_betalen]]
        assert gekregen == [verwacht[naam] for naam in ("zichtbaar", "verplicht", "teBetalen")], v.naam


def _tekst(melding: dict[str, str]) -> dict[str, Any]:
    """The text of a fault, but for the places in it that are filled in later: each engine has its own words for those."""
    return {"melding": {taal: re.sub(r"<[^>]*>|\[[^\]]*\]", "...", zin) for taal, zin in melding.items()}}


@pytest.mark.parametrize("slug", DIENSTEN)
def test_the_models_take_every_right_example_and_refuse_what_is_of_another_kind(slug: str) -> None:
    pakket = geladen(geschreven(formulier, slug))
    for v, o in gevallen(slug):
        van_rol = model(pakket, o.rol)
        if v.goed:
            antwoorden = van_rol.model_validate(v.antwoorden)
            assert antwoorden.als_json() == v.antwoorden
            assert pakket.valideer(antwoorden, **omstandigheden(o)) == [], "a model is judged as its data"
        elif {code for _, code in v.fouten} <= VAN_HET_TYPE:
            with pytest.raises(ValidationError):
                van_rol.model_validate(v.antwoorden)


@pytest.mark.parametrize("slug", DIENSTEN)
def test_the_module_of_typescript_judges_every_example_with_a_text_in_each_language(slug: str, node) -> None:
    map = geschreven(formulier, slug) / "typescript"
    rij = gevallen(slug)
    uit = json.loads(node(ROOT / "tests/js/typen.mjs", map, input=json.dumps([[v.antwoorden, formulieren.als_json(o)] for v, o in rij])))
    for (v, o), fouten in zip(rij, uit, strict=True):
        assert [(pad, code) for pad, code, _ in fouten] == list(v.fouten), v.naam
        assert fouten == [[f.pad, f.code, f.melding] for f in beoordeel(formulier(slug), v.antwoorden, o).fouten], v.naam
        for _, code, melding in fouten:
            assert set(formulier(slug).talen) <= set(melding)
            assert all(tekst and "{" not in tekst and "‘’" not in tekst for tekst in melding.values()), (v.naam, code, melding)


# -- types that compile ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def gecompileerd(tmp_path_factory) -> dict[tuple[str, int], str]:
    """What tsc says of every example of every service, by file and line: one run, all packages installed beside each other."""
    map = tmp_path_factory.mktemp("tsc")
    for slug in [*DIENSTEN, formulieren.ALLE_SOORTEN, "lastige-namen"]:
        shutil.copytree(geschreven(formulier, slug) / "typescript", map / "node_modules" / slug)
        (map / f"{slug}.ts").write_text(_als_code(slug), "utf-8")
    (map / "package.json").write_text('{"type": "module"}')
    opties = {"strict": True, "noEmit": True, "module": "nodenext", "target": "es2022", "types": [], "exactOptionalPropertyTypes": True, "noUnusedLocals": True}
    (map / "tsconfig.json").write_text(json.dumps({"compilerOptions": opties, "include": ["*.ts", "node_modules/*/*.ts"], "exclude": []}))
    gezegd = commando("tsc", "-p", map, "--pretty", "false").stdout
    regels = [re.match(r"(?:.*/)?([a-z.-]+)\.ts\((\d+),\d+\): (.*)", regel) for regel in gezegd.splitlines() if not regel.startswith(" ")]
    assert all(regels), gezegd
    return {(m[1], int(m[2])): m[3] for m in regels if m}


def _als_code(slug: str) -> str:
    """Every example as a constant of its type, on a line of its own: line 2 is the first."""
    rij = gevallen(slug) if slug in DIENSTEN else []
    waarden = [f'export const v{n}: AntwoordenPerRol["{o.rol}"] = {json.dumps(v.antwoorden)};' for n, (v, o) in enumerate(rij)]
    return "\n".join([f'import type {{ AntwoordenPerRol }} from "{slug}";', *waarden, 'export type Heel = AntwoordenPerRol["indiener"];', ""])


def test_tsc_takes_every_right_example_and_refuses_what_is_of_another_kind(gecompileerd) -> None:
    mag = set()
    for slug in DIENSTEN:
        for regel, (v, _) in enumerate(gevallen(slug), 2):
            fout = gecompileerd.get((slug, regel))
            if v.goed:
                assert fout is None, (slug, v.naam, fout)
                continue
            mag.add((slug, regel))
            half = re.search(r": \d+\.\d", json.dumps(v.antwoorden))  # a number is a number in TypeScript
            assert fout or half or not {code for _, code in v.fouten} <= VAN_HET_TYPE, (slug, v.naam)
    assert gecompileerd.keys() <= mag, "the packages themselves are clean"


def test_the_types_refuse_much_of_what_depends_on_another_answer(gecompileerd) -> None:
    """The unions earn their place: dozens of conditional faults are seen while typing."""
    voorwaardelijk = [fout for (slug, regel), fout in gecompileerd.items() if {c for _, c in gevallen(slug)[regel - 2][0].fouten} <= {"verborgen", "verplicht"}]
    assert len(voorwaardelijk) > 100


def test_what_a_vendor_writes_against_the_types_compiles(tmp_path) -> None:
    """The uses in tests/js/typen_gebruik.ts, and the example of the README."""
    shutil.copytree(geschreven(formulier, DIENST) / "typescript", tmp_path / "node_modules" / DIENST)
    shutil.copy(ROOT / "tests/js/typen_gebruik.ts", tmp_path)
    (tmp_path / "leesmij.ts").write_text(_voorbeeld("typescript", "ts") + "declare const data: unknown;\n", "utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}')
    bronnen = [tmp_path / naam for naam in ("typen_gebruik.ts", "leesmij.ts")]
    klaar = commando("tsc", "--strict", "--noEmit", "--module", "nodenext", "--types", "", "--lib", "es2022,dom", "--ignoreConfig", *bronnen)
    assert klaar.returncode == 0, klaar.stdout


def _voorbeeld(taal: str, blok: str) -> str:
    """The example of a README: five lines."""
    tekst = (geschreven(formulier, DIENST) / taal / "README.md").read_text("utf-8")
    code = tekst.split(f"```{blok}\n")[1].split("```")[0]
    assert len([regel for regel in code.splitlines() if regel]) == 5
    return code


# -- all in one round --------------------------------------------------------------------------------------------------


def test_faults_of_the_type_and_of_a_condition_come_in_one_round(node) -> None:
    """A fault that pydantic would see, one that it would only see afterwards, and one of another step: together, in order."""
    v, o = next((v, o) for v, o in gevallen(DIENST) if v.goed and o.rol == "indiener" and "gezin" not in v.antwoorden)
    antwoorden = json.loads(json.dumps(v.antwoorden))
    antwoorden["woning"] = {"inwoning": True, "aantalBewoners": "2", "vorigeBewoners": "niemand"}
    antwoorden["afronden"] = {"naarWaarheid": True, "vreemd": 1}
    pakket = geladen(geschreven(formulier, DIENST))
    fouten = [(f.pad, f.code) for f in pakket.valideer(antwoorden, **omstandigheden(o))]
    assert fouten == [(f.pad, f.code) for f in beoordeel(formulier(DIENST), antwoorden, o).fouten]
    assert {("woning.aantalBewoners", "soort"), ("woning.bewoner", "verplicht"), ("woning.vorigeBewoners", "verborgen"), ("afronden.vreemd", "onbekend")} <= set(fouten)
    map = geschreven(formulier, DIENST) / "typescript"
    (uit,) = json.loads(node(ROOT / "tests/js/typen.mjs", map, input=json.dumps([[antwoorden, formulieren.als_json(o)]])))
    assert [(pad, code) for pad, code, _ in uit] == fouten


def test_a_role_that_the_service_does_not_have_is_a_mistake_of_the_program(node) -> None:
    pakket = geladen(geschreven(formulier, DIENST))
    with pytest.raises(ValueError, match="hoofdbewoner"):
        pakket.valideer({}, vandaag=VANDAAG, rol="buurman")
    map = geschreven(formulier, DIENST) / "typescript"
    klaar = run(_node_met(f"import {{ valideer }} from '{map.as_uri()}/index.js'; valideer({{}}, {{ vandaag: '2026-11-24', rol: 'buurman' }});"), input=None, timeout=60, check=False)
    assert klaar.returncode and "hoofdbewoner" in klaar.stderr


def _node_met(code: str) -> list[str]:
    return [str(Path(sys.prefix) / "bin" / "node"), "--input-type=module", "-e", code]


# -- packages ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", [formulieren.ALLE_SOORTEN, "lastige-namen", "melding-openbare-ruimte"])
def test_the_packages_run_the_test_vectors_by_themselves(slug: str, tmp_path) -> None:
    """As the README says; and they fail when a vector says something else."""
    map = schrijf(formulier(slug), tmp_path)
    (artifact,) = vectoren(formulier(slug), KADER)
    anders = json.loads(artifact.inhoud)
    anders["vectoren"][0]["fouten"] = [{"pad": "x", "code": "stop"}]
    for naam, inhoud, fout in (("vectoren.json", artifact.inhoud, 0), ("anders.json", json.dumps(anders).encode(), 1)):
        (tmp_path / naam).write_bytes(inhoud)
        for taal, woorden in (("python", [sys.executable, "-m", slug.replace("-", "_")]), ("typescript", [str(Path(sys.prefix) / "bin" / "node"), "vectoren.js"])):
            klaar = run([*woorden, f"../../{naam}"], input=None, timeout=60, check=False, cwd=map / taal)
            aantal = len(anders["vectoren"])
            assert (klaar.returncode, klaar.stdout.splitlines()[-1]) == (fout, f"{aantal} vectoren, {fout} anders"), (taal, klaar.stdout[-500:], klaar.stderr)


def test_the_python_package_installs_and_does_what_the_readme_says(tmp_path) -> None:
    """Really installed by pip, in a folder of its own; then the example of the README, in a process that has nothing of ours."""
    map, doel = geschreven(formulier, DIENST) / "python", tmp_path / "doel"
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--no-index", "--target", doel]
    run([*pip, shutil.copytree(map, tmp_path / "bron")], input=None, timeout=120, check=True)
    v, o = next((v, o) for v, o in gevallen(DIENST) if v.goed and o.rol == "indiener")
    code = (
        f"import json, sys\ndata = json.loads({json.dumps(v.antwoorden)!r})\n"
        + _voorbeeld("python", "python").replace("date.today()", f"date.fromisoformat({o.vandaag.isoformat()!r})")
        + "assert not fouten and antwoorden.als_json() == data, fouten\n"
        + "print(valideer.__module__, *sorted(m for m in sys.modules if m.split('.')[0] in ('catalogue', 'generator', 'dienst')))\n"
    )
    klaar = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env={"PYTHONPATH": str(doel)}, capture_output=True, encoding="utf-8", timeout=60)
    assert klaar.stdout.split() == ["verhuizing_doorgeven.valideer"], klaar.stderr


def test_nothing_of_ours_is_imported() -> None:
    map = geschreven(formulier, DIENST)
    for pad in map.rglob("*"):
        if pad.suffix in (".py", ".js", ".mjs", ".ts"):
            tekst = pad.read_text("utf-8")
            assert not re.search(r"^\s*(?:from|import) (?:catalogue|generator|dienst)\b", tekst, re.M), pad.name
            assert all(bron.startswith(("./", "node:")) for bron in re.findall(r'^(?:import|export)\b.* from "([^"]+)";', tekst, re.M)), pad.name


def test_names_that_are_in_the_way_get_another_name_and_stay_the_same_in_the_data() -> None:
    namen = [k.naam for k in boom(formulier("lastige-namen"), "indiener").klassen]
    assert len(set(namen)) == len(namen)
    assert {"AdresStap", "NoneStap", "NoneBC", "NoneBCGroep"} <= set(namen)
    pakket = geladen(geschreven(formulier, "lastige-namen"))
    adres = {"class": True, "json": "x", "list": False, "int": True, "lokaal": False, "adres": {"postcode": "2514JS", "huisnummer": "1"}}
    antwoorden = {"adres": adres, "none": {"bC": {"x": True}}, "noneB": {"c": {"dict": "2026-01-31"}}}
    assert pakket.valideer(antwoorden, vandaag=VANDAAG) == []
    gelezen = pakket.Antwoorden.model_validate(antwoorden)
    assert (gelezen.adres.class_, gelezen.adres.json_, gelezen.noneB.c.dict_) == (True, "x", "2026-01-31")
    assert gelezen.als_json() == antwoorden


def test_the_form_of_a_municipality_has_types_too() -> None:
    """Its own questions are known, so `lokaal` is no longer whatever it likes."""
    gemeente, slug = next((code, slug) for code, gelezen in catalogus().adopties.items() for slug in gelezen.model.diensten)
    landelijk, eigen = (next(a.inhoud.decode() for a in _artifacts(f) if a.pad == f"typen/typescript/{slug}.ts") for f in (formulier(slug), catalogus().formulier(slug, gemeente=gemeente)))
    assert "lokaal?: unknown" in landelijk and "lokaal?: unknown" not in eigen


def _artifacts(f: Formulier) -> list[Any]:
    from generator.targets import typen

    return list(typen.bouw(f, KADER))


def test_the_same_form_gives_the_same_bytes() -> None:
    assert _artifacts(formulier(DIENST)) == _artifacts(formulier(DIENST))


def test_golden_output_of_verhuizing_doorgeven() -> None:
    """What people read: the types and the files about them. The rest is shipped as it is, and run above."""
    gemaakt = 0
    for a in _artifacts(formulier(DIENST)):
        if "/oordeel/" not in a.pad and Path(a.pad).name.startswith(("antwoorden", "__init__", "README", "package", "pyproject", "index.d", DIENST)):
            goud.vergelijk(f"{DIENST}/{a.pad}", a.inhoud)
            gemaakt += 1
    assert gemaakt == 10
