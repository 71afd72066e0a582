"""Open Formulieren: a ZIP that its import takes as it is, and what belongs beside it.

`openformulieren/<dienst>.zip` per role; `herleiding.json`, from its keys to our paths; `registratie/`, the options of three ways to
register, apart because they belong to one environment; `koppel.py`, which links the rules to their steps after an import; and
`LEESMIJ.md`, which says what to do, and what Open Formulieren does not hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from catalogue.diagnostics import Onbruikbaar
from catalogue.formulier import Formulier, Vraag, vragen
from catalogue.tekst import in_taal
from generator.plekken import bron_map
from generator.sjabloon import sjabloon
from generator.target import Artifact, Deel, Kader, Motor, Uitvoer
from generator.targets.openformulieren.herleiding import herleiding
from generator.targets.openformulieren.inpakken import als_bytes, bestanden, ingepakt
from generator.targets.openformulieren.nakijken import gebreken
from generator.targets.openformulieren.opbouw import Opbouw

INSTELLINGEN = {
    "openformulieren.digid": ("digid", "digid_oidc"),
    "openformulieren.eherkenning": ("eherkenning", "eherkenning_oidc"),
    "openformulieren.eidas": ("eidas", "eidas_oidc"),
    "openformulieren.prefill": ("haalcentraal", "geen"),
}
"""What a build may set (`--set openformulieren.digid=digid_oidc`): the plugins of an environment. The first holds unasked."""
UITVOER = Uitvoer(
    naam="openformulieren",
    titel="Open Formulieren",
    voor="gemeente met Open Formulieren",
    wat="Een ZIP die u in het beheer importeert, en een tabel voor wie de inzendingen ontvangt.",
    delen=(
        Deel(
            ("openformulieren/",),
            eerst=("openformulieren/*.zip", "openformulieren/LEESMIJ.md"),
            uitleg="openformulieren/LEESMIJ.md",
        ),
    ),
    motoren=(
        Motor(
            "openformulieren",
            "Open Formulieren",
            "Wie ontvangt, beoordeelt opnieuw. "
            "Een voorwaarde die niet te zeggen is, maakt het formulier ruimer, nooit strenger.",
            stem="openformulieren",
            overeenkomst=("open-formulieren",),
        ),
    ),
    instellingen=INSTELLINGEN,
)
MAP = "openformulieren"


def bouw(formulier: Formulier, kader: Kader) -> Iterable[Artifact]:
    """The folder `openformulieren/`. Raises Onbruikbaar for what an import would refuse, or take and do wrong."""
    opbouwen = {rol: Opbouw(formulier, rol, kader.instelling("openformulieren.prefill", INSTELLINGEN).removeprefix("geen")) for rol in formulier.rollen}
    for rol, o in opbouwen.items():
        achter = "" if rol == "indiener" else f".{rol}"
        inhoud = bestanden(o, {middel: kader.instelling(f"openformulieren.{middel}", INSTELLINGEN) for middel in ("digid", "eherkenning", "eidas")})
        fouten = gebreken(inhoud)
        if fouten:
            raise Onbruikbaar(f"Open Formulieren zou dit niet goed overnemen: {'; '.join(fouten[:5])}")
        yield Artifact(f"{MAP}/{formulier.dienst}{achter}.zip", ingepakt({naam: als_bytes(data) for naam, data in inhoud.items()}))
        yield Artifact(f"{MAP}/herleiding{achter}.json", als_bytes(herleiding(formulier, rol, o.sleutels)))
        yield from (Artifact(f"{MAP}/registratie/{naam}{achter}.json", als_bytes(data)) for naam, data in _registraties(formulier, o))
    yield Artifact(f"{MAP}/koppel.py", (bron_map("templates") / "openformulieren" / "koppel.py").read_bytes())
    grenzen = sorted({(pad.partition("#")[0], reden) for o in opbouwen.values() for pad, reden in o.grenzen.items()})
    regels = sum(len(o.regels) for o in opbouwen.values())
    tekst = sjabloon("openformulieren/LEESMIJ.md.j2").render(f=formulier, naam=in_taal(formulier.naam, "nl"), grenzen=grenzen, regels=regels, rollen=list(opbouwen))
    yield Artifact(f"{MAP}/LEESMIJ.md", tekst.encode())


def _registraties(formulier: Formulier, o: Opbouw) -> Iterator[tuple[str, dict[str, Any]]]:
    """The options of a registration backend, with a place between < and > for what only an environment knows."""
    eigen = [v for v in vragen(formulier) if v.pad in o.sleutels.van and "[]" not in v.pad]
    uploads = [v for v in eigen if v.soort == "upload"]
    yield "zgw", {
        "key": "zgw", "name": "Zaakgericht werken", "backend": "zgw-create-zaak",
        "options": {
            "zgw_api_group": "<nummer van de API-groep>", "catalogue": {"domain": "<domein>", "rsin": "<RSIN>"}, "case_type_identification": "<identificatie van het zaaktype>",
            "document_type_description": "<omschrijving van het documenttype van de inzending>",
            "property_mappings": [{"component_key": o.sleutels.van[v.pad], "eigenschap": v.veld.eigenschap} for v in eigen if v.veld.eigenschap],
            "files": [{"key": o.sleutels.van[v.pad], "titel": in_taal(v.veld.kort or v.veld.vraag, "nl")[:200]} for v in uploads],
        },
    }  # fmt: skip
    yield "objects-api", {
        "key": "objects", "name": "Objects API", "backend": "objects_api",
        "options": {
            "version": 2, "objects_api_group": "<naam van de API-groep>", "objecttype": "<uuid van het objecttype>", "objecttype_version": 1,
            "variables_mapping": [{"variable_key": o.sleutels.van[pad], "target_path": pad.split(".")} for pad in _bovenste(formulier, o)], "transform_to_list": _meerkeuzes(eigen, o),
        },
    }  # fmt: skip
    yield "json", {
        "key": "json", "name": "Generieke JSON", "backend": "json_dump",
        "options": {
            "service": "<nummer van de service>", "path": "/v1/open-formulieren", "variables": [o.sleutels.van[pad] for pad in _bovenste(formulier, o)],
            "fixed_metadata_variables": ["public_reference", "form_name", "form_version", "form_id", "registration_timestamp", "auth_type"],
            "additional_metadata_variables": ["auth_context"], "transform_to_list": [],
        },
    }  # fmt: skip


def _bovenste(formulier: Formulier, o: Opbouw) -> list[str]:
    """Every question outside a repeat, and every repeat."""
    return [pad for pad in o.sleutels.van if "[]" not in pad and pad in o.zicht.vragen and getattr(o.zicht.vragen[pad], "aard", "") in ("vraag", "herhaling")]


def _meerkeuzes(eigen: list[Vraag], o: Opbouw) -> list[str]:
    return [o.sleutels.van[v.pad] for v in eigen if v.soort == "meerkeuze" and not v.open_lijst]
