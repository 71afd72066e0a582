"""What holds for every form and every kind of question: frozen with a release, as the facts of kinds are."""

from __future__ import annotations

from catalogue.meldingen import ALGEMEEN as _MELDINGEN
from catalogue.oordeel.tekens import BESTURING, LEEG, REGEL
from catalogue.oordeel.werkdagen import GELIJKGESTELD
from catalogue.tekst import Tekst
from catalogue.veld.basis import Model


class Algemeen(Model):
    """`feestdagen`: days that a decree equates with a holiday; `tekens`: see `oordeel.tekens`; `meldingen`: by code."""

    feestdagen: tuple[str, ...]
    tekens: dict[str, str]
    meldingen: dict[str, Tekst]


ALGEMEEN = Algemeen.model_construct(
    feestdagen=tuple(sorted(dag.isoformat() for dag in GELIJKGESTELD)),
    tekens={"leeg": LEEG, "besturing": BESTURING, "regel": REGEL},
    meldingen=_MELDINGEN,
)
