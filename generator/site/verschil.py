"""What changed in the questions between two versions of a service, in the words of the data table."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.formulier import Formulier
from generator.targets.pagina import gegevens

_WOORD = {"vraag": "de vraag", "soort": "de soort", "verplicht": "verplicht of niet", "toonAls": "wanneer zij verschijnt", "opties": "de keuzes", "doel": "het doel", "grondslag": "de wet"}


@dataclass(frozen=True, slots=True)
class Verschil:
    """Questions that came, went and changed; each as (name in the data, what to say of it)."""

    nieuw: list[tuple[str, str]]
    weg: list[tuple[str, str]]
    anders: list[tuple[str, str]]
    gelijk: bool

    def zin(self) -> str:
        """The difference in one line."""
        if self.gelijk:
            return "Er is niets veranderd."
        delen = [f"{len(deel)} {woord}" for deel, woord in ((self.nieuw, "nieuw"), (self.weg, "weg"), (self.anders, "anders")) if deel]
        return f"Vragen: {', '.join(delen)}." if delen else "De vragen zijn gelijk; teksten of regels eromheen zijn anders."


def verschil(oud: Formulier, nieuw: Formulier) -> Verschil:
    """From the one version to the other, question by question."""
    van, naar = ({r["pad"]: r for r in gegevens(f)} for f in (oud, nieuw))
    anders = []
    for pad in naar:
        if pad in van:
            delen = [woord for sleutel, woord in _WOORD.items() if van[pad][sleutel] != naar[pad][sleutel]]
            if delen:
                anders.append((pad, ", ".join(delen)))
    return Verschil(
        nieuw=[(pad, r["vraag"]) for pad, r in naar.items() if pad not in van],
        weg=[(pad, r["vraag"]) for pad, r in van.items() if pad not in naar],
        anders=anders,
        gelijk=_zonder_versie(oud) == _zonder_versie(nieuw),
    )


def _zonder_versie(f: Formulier) -> Formulier:
    return f.model_copy(update={"versie": "", "te_controleren": (), "wijzigingen": ()})
