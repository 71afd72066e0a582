"""The long lists of a form (countries, municipalities ...): each once, in a file of its own that the script fetches.

A list is `{"codes": [...], "labels": [...]}`. Two questions with the same options share it. Without the script a name is
typed in full; the form door turns it into its code.
"""

from __future__ import annotations

import hashlib
import json

from catalogue.formulier import Formulier, Vraag, vragen
from catalogue.tekst import in_taal
from generator.targets.formulier.soorten import is_lang


def inhoud(vraag: Vraag, taal: str) -> bytes:
    """The file of the list that a question chooses from."""
    lijst = {"codes": [o.code for o in vraag.opties], "labels": [in_taal(o.naam, taal) for o in vraag.opties]}
    return json.dumps(lijst, ensure_ascii=False, separators=(",", ":")).encode()


def naam(vraag: Vraag, taal: str) -> str:
    """The name of that file: of the list, and of what is in it."""
    return f"lijst.{vraag.lijst or vraag.id}.{hashlib.sha256(inhoud(vraag, taal)).hexdigest()[:10]}.json"


def id_van(naam: str) -> str:
    """The id of the list in the page."""
    return naam.removesuffix(".json").replace(".", "-")


def lijsten(formulier: Formulier, taal: str, rol: str | None = None) -> dict[str, bytes]:
    """Every long list of a form, or of what one role fills in, by the name of its file."""
    eigen = {s.pad for s in (formulier.stappen_van(rol) if rol else formulier.stappen)}
    return {
        naam(v, taal): inhoud(v, taal) for v in vragen(formulier) if is_lang(v) and v.pad.partition(".")[0] in eigen
    }
