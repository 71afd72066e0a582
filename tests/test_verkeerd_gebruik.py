"""Wrong use of the commands: told in Dutch on stderr, with the way out, exit 2, and never a traceback."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.hulp.node import ROOT
from tests.hulp.opdracht import ENGELS, SPECS, opdracht

SLUG = "hond-aan-of-afmelden"
GOED = sorted((SPECS / "diensten" / SLUG / "voorbeelden/werk/goed").glob("*.json"))[0]
VERKEERD = [
    (["chek"], "De opdracht ‘chek’ bestaat niet. Bedoelde u 'check'"),
    (["check", "bestaat-niet"], "‘bestaat-niet’ is geen dienst en geen bestand van een dienst."),
    (["check", "--format", "xml"], "--format xml bestaat niet; kies text, json of github."),
    (["check", "--specs", "/bestaat/niet"], "De map /bestaat/niet is er niet."),
    (["check", "--streng"], "De optie ‘--streng’ bestaat niet."),
    (["check", "--format"], "Achter --format hoort een waarde."),
    (["validate"], "Er ontbreekt iets achter de opdracht: dienst."),
    (["validate", SLUG], "Er ontbreekt iets achter de opdracht: ANTWOORDEN.json."),
    (["validate", "bestaat-niet", GOED], "Er is geen dienst ‘bestaat-niet’. Bekend zijn: "),
    (["validate", SLUG, "/bestaat/niet.json"], "/bestaat/niet.json is er niet."),
    (["validate", SLUG, ROOT], f"{ROOT} is een map."),
    (["validate", SLUG, ROOT / "Makefile"], "Makefile is geen JSON; kijk bij regel 1, teken 1."),
    (["validate", SLUG, GOED, "--format", "xml"], "--format xml bestaat niet; kies text of json."),
    (["validate", SLUG, GOED, "--today", "gisteren"], "‘gisteren’ is geen datum; schrijf JJJJ-MM-DD."),
    (["validate", SLUG, GOED, "--today", "2026-02-30"], "‘2026-02-30’ is geen datum; schrijf JJJJ-MM-DD."),
    (["validate", SLUG, GOED, "--release", "9.9.9"], "heeft geen uitgave 9.9.9. Er zijn: 1.0.0."),
    (["validate", SLUG, GOED, "--gemeente", "0000"], "Er is geen leesbare invulling van gemeente 0000. Bekend zijn: "),
    (["validate", SLUG, GOED, "--context", "/bestaat/niet.json"], "/bestaat/niet.json is er niet."),
    (["validate", "bestaat-niet", GOED, "--release", "1.0.0"], "Er is geen dienst ‘bestaat-niet’. Bekend zijn: "),
    (["release", SLUG], "Er ontbreekt iets achter de opdracht: X.Y.Z."),
    (["release", SLUG, "9.0.0", "--tekst", "/bestaat/niet.yaml"], "/bestaat/niet.yaml is er niet."),
    (["explain", "SL999"], "De code SL999 bestaat niet. Alle codes staan op de site onder Regels."),
    (["explain", "SL301", "SL302"], "Dit staat er te veel: SL302."),
    (["schema", "--out", ROOT], "is niet te schrijven"),
    (["new", "Hond"], "‘Hond’ kan geen naam zijn. Gebruik kleine letters en minstens één streepje"),
    (["trace", "bestaat-niet"], "Er is geen dienst ‘bestaat-niet’. Bekend zijn: "),
    (["trace", SLUG, "--release", "9.9.9"], "heeft geen uitgave 9.9.9. Er zijn: 1.0.0."),
    (["trace", SLUG, "--format", "xml"], "--format xml bestaat niet; kies text of json."),
    (["serve", "--port", "tachtig"], "Achter --port hoort een getal, en ‘tachtig’ is er geen."),
    (["serve", "--specs", "/bestaat/niet"], "De map /bestaat/niet is er niet."),
    (["copy", SLUG, GOED, "--reference", "K1"], "De optie --out is nodig."),
    (["copy", SLUG, GOED, "--reference", "K1", "--out", "/dev/null", "--received", "gisteren"], "‘gisteren’ is geen moment; schrijf JJJJ-MM-DDTUU:MM."),
    (["copy", SLUG, GOED, "--reference", "K1", "--out", "/dev/null", "--language", "fr"], "Deze dienst is er niet in de taal ‘fr’. Kies uit: nl"),
]  # fmt: skip


@pytest.mark.parametrize(("woorden", "melding"), VERKEERD, ids=[" ".join(str(w) for w in woorden if len(str(w)) < 20) for woorden, _ in VERKEERD])
def test_wrong_use_is_told_in_dutch(woorden: list[object], melding: str) -> None:
    gedaan = opdracht(*woorden)
    assert gedaan.exit_code == 2
    assert gedaan.stdout == ""
    assert melding in gedaan.stderr
    assert ENGELS.findall(re.sub(r"--\w+|'check'|\([^)]*\)", "", gedaan.stderr)) == []


OMSTANDIGHEDEN = [5, [], "x", {"rol": ["a"]}, {"rol": "burgemeester"}, {"vandaag": 5}, {"vandaag": "gisteren"}, {"indiener": "x"}, {"indiener": {"soort": "burger"}},
                  {"parameters": [1]}, {"voorzieningen": "abc"}, {"aangeboden": {"a": 5}}, {"gemeente": []}]  # fmt: skip


@pytest.mark.parametrize("omstandigheden", OMSTANDIGHEDEN, ids=str)
def test_circumstances_that_are_none_are_told(omstandigheden: object, tmp_path: Path) -> None:
    (voorbeeld := tmp_path / "voorbeeld.json").write_text(json.dumps({"verhaal": "x", "omstandigheden": omstandigheden, "antwoorden": {}}))
    (context := tmp_path / "context.json").write_text(json.dumps(omstandigheden))
    for woorden in ([voorbeeld], [GOED, "--context", context]):
        gedaan = opdracht("validate", SLUG, *woorden)
        assert gedaan.exit_code == 2
        assert re.match(r"(De omstandighe|Bij de indiener ontbreekt|‘burgemeester’ vult in deze dienst niets in)", gedaan.stderr)
