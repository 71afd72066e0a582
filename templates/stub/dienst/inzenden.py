"""From a post to a receipt: judged, made into one message, kept, and only then said yes to.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
import uuid
from dataclasses import replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from dienst.bestanden import genoemd, mis
from dienst.bewaren import AlBewaard, Opslag, Rij
from dienst.formpost import from_form
from dienst.lezen import Post, lees
from dienst.omgeving import Gezien, Instellingen, bekijk, nu, volgens_bericht
from dienst.oordeel import Fout, Oordeel, Plan, beoordeel
from dienst.oordeel.meldingen import melding
from dienst.openformulieren import from_open_formulieren, indiener
from dienst.paginas import Paginas
from dienst.problemen import Probleem, als_json, bericht
from dienst.schema import Schema

LOG = logging.getLogger("dienst")
TYPE = "nl.samenloket.inzending"
KENMERK = re.compile(r"[A-Za-z0-9-]{1,64}")
VAN_EEN_PAGINA = ("formulier", "open-formulieren")
"""What also sends the answers to questions that do not apply."""
_SLEUTEL = re.compile(r"[\x21-\x7e]{1,255}")


class Balie:
    """Takes submissions of one service."""

    def __init__(
        self,
        plan: Plan,
        sha256: str,
        herleiding: Any,
        schemas: dict[str, Schema],
        paginas: Paginas,
        opslag: Opslag,
        eigen: Any,
        instellingen: Instellingen,
    ) -> None:
        self.plan, self.sha256, self.herleiding, self.schemas, self.paginas = plan, sha256, herleiding, schemas, paginas
        self.talen: list[str] = plan.data["talen"]
        self.opslag, self.eigen, self.instellingen = opslag, eigen, instellingen

    async def neem_aan(self, request: Request, rol: str, taal: str, van: str) -> dict[str, Any]:
        """The receipt of what was posted (`van`: a way of `lees`), once it is on disk. Raises Probleem; `request.state` holds what was filled in."""
        sleutel = request.headers.get("idempotency-key")
        if sleutel is not None and not _SLEUTEL.fullmatch(sleutel):
            raise bericht("Een Idempotency-Key is 1 tot 255 zichtbare tekens.")
        post = request.state.post = await lees(request, van)
        sleutel = sleutel or post.kop.get("public_reference") or None
        gezien, antwoorden, vervolg = self._antwoorden(request, post, rol, taal)
        rol = gezien.o.rol
        if sleutel is not None:
            sleutel = _som(sleutel, *(gezien.o.indiener or ()), gezien.nummer)
        afdruk = post.vingerafdruk(rol, vervolg)
        eerder = await self._eerder(sleutel, afdruk)
        if eerder:
            return eerder
        await self._hoort_bij(rol, vervolg)
        o = replace(gezien.o, mis=mis(antwoorden, post.bestanden)) if post.met_bytes else gezien.o
        oordeel = beoordeel(self.plan, antwoorden, o, snoei=post.soort in VAN_EEN_PAGINA)
        if oordeel.fouten:
            raise Probleem("antwoorden", _detail(oordeel), oordeel.fouten, oordeel.waarschuwingen)
        antwoorden = oordeel.antwoorden
        bestanden = {b["id"]: post.bestanden[b["id"]] for b in genoemd(antwoorden) if b["id"] in post.bestanden}
        heel = self._bericht(post, gezien, antwoorden, [b.beschrijving for b in bestanden.values()], taal, vervolg)
        rij, ontvangst = self._rij(heel, oordeel, sleutel, afdruk)
        try:
            await run_in_threadpool(self.opslag.bewaar, rij, bestanden.values())
        except AlBewaard:
            return await self._eerder(sleutel, afdruk)
        LOG.info("inzending %s bewaard", rij.kenmerk)
        return ontvangst

    # -- what was posted -------------------------------------------------------------------------------------------

    def _antwoorden(self, request: Request, post: Post, rol: str, taal: str) -> tuple[Gezien, Any, str | None]:
        """The circumstances, the answers, and the reference of what this follows."""
        if post.soort == "inzending":
            data = self._open(post.data)
            gezien = bekijk(request, self.plan, self.instellingen, self.eigen, data["rol"])
            return (
                volgens_bericht(gezien, data["indiener"], data["ingediendOp"]),
                data["antwoorden"],
                data.get("vervolgOp"),
            )
        gezien = bekijk(request, self.plan, self.instellingen, self.eigen, rol)
        vervolg = request.query_params.get("vervolgOp")
        if post.soort == "antwoorden":
            return gezien, post.data, vervolg
        plan = self.paginas.plannen[rol, taal]
        if post.soort == "open-formulieren":
            wie = indiener(self.herleiding, post.kop)
            gezien = volgens_bericht(gezien, wie, None) if wie else gezien
            return gezien, from_open_formulieren(plan, self.herleiding, post.data, post.bewaar), vervolg
        ingevuld = from_form(plan, post.items, post.velden)
        request.state.plekken = ingevuld.plekken
        return gezien, ingevuld.antwoorden, vervolg

    def _open(self, heel: Any) -> dict[str, Any]:
        """The data of a whole message. Raises Probleem when its envelope is not right."""
        data = heel.get("data") if isinstance(heel, dict) else None
        rol = data.get("rol") if isinstance(data, dict) else None
        schema = self.schemas.get(rol if isinstance(rol, str) else "") or self.schemas["indiener"]
        gebreken = schema.gebreken(heel)
        if gebreken:
            wat = [self._gebrek(pad, code, pad, pad) for pad, code in gebreken]
            raise bericht("Het bericht is geen CloudEvent van deze dienst en uitgave.", *wat)
        return data

    async def _eerder(self, sleutel: str | None, afdruk: str) -> Any:
        """The receipt of the same submission, when it was kept before. Raises Probleem for another one under this key."""
        gevonden = await run_in_threadpool(self.opslag.op_sleutel, sleutel) if sleutel else None
        if gevonden is None:
            return None
        if gevonden[0] != afdruk:
            raise Probleem("sleutel", "Onder deze Idempotency-Key is al iets anders bewaard. Kies een nieuwe.")
        return gevonden[1]

    async def _hoort_bij(self, rol: str, vervolg: str | None) -> None:
        """What another person fills in belongs to a submission that is here."""
        if rol == "indiener":
            return
        eerste = await run_in_threadpool(self.opslag.stand, vervolg) if vervolg and KENMERK.fullmatch(vervolg) else None
        if eerste is None or eerste["rol"] != "indiener":
            code = "keuze" if vervolg else "verplicht"
            namen = ("het kenmerk van de eerste inzending", "the reference of the first submission")
            wat = self._gebrek("data.vervolgOp", code, *namen)
            raise bericht("Dit hoort bij een eerdere inzending; noem daarvan het kenmerk.", wat)

    def _gebrek(self, pad: str, code: str, nl: str, en: str) -> Fout:
        """A fault in what stands round the answers."""
        return Fout(pad, code, melding(self.plan.meldingen, code, "", {"nl": nl, "en": en}))

    # -- what is kept ----------------------------------------------------------------------------------------------

    def _bericht(self, post: Post, gezien: Gezien, antwoorden: Any, bijlagen: list[Any], taal: str, vervolg: str | None) -> dict[str, Any]:
        """One CloudEvent for every way in; its id is the reference."""
        moment = nu().isoformat()
        kop = {"specversion": "1.0", "id": str(uuid.uuid4()), "source": f"urn:samenloket:dienst:{self.plan.dienst}", "type": TYPE}
        data: dict[str, Any] = {"dienst": self.plan.dienst, "versie": self.plan.versie, "sha256": self.sha256}
        gemeente = self.plan.gemeente["code"] if self.plan.gemeente else self.eigen.GEMEENTE
        data |= {"gemeente": gemeente, "taal": taal, "rol": gezien.o.rol, "ingediendOp": moment}
        if post.soort == "inzending":
            kop["source"] = post.data["source"]
            data |= post.data["data"]
        if not gezien.vertrouwd:
            data["ingediendOp"] = moment
        data |= {"indiener": _wie(gezien), "antwoorden": antwoorden}
        if bijlagen:
            data["bijlagen"] = bijlagen
        if gezien.o.rol != "indiener":
            data["vervolgOp"] = vervolg
        zonder_leeg = {naam: waarde for naam, waarde in data.items() if waarde not in (None, "")}
        heel = {**kop, "time": moment, "datacontenttype": "application/json", "data": zonder_leeg}
        if not self.schemas[gezien.o.rol].past(heel):
            LOG.warning("inzending %s: het schema is strenger dan de regels", kop["id"])
        return heel

    def _rij(self, heel: dict[str, Any], oordeel: Oordeel, sleutel: str | None, afdruk: str) -> tuple[Rij, dict[str, Any]]:
        tekst = json.dumps(heel, ensure_ascii=False, separators=(",", ":"))
        data = heel["data"]
        ontvangst = {
            "kenmerk": heel["id"],
            "ontvangenOp": heel["time"],
            "dienst": data["dienst"],
            "versie": data["versie"],
            "rol": data["rol"],
            "status": "ontvangen",
            "sha256": hashlib.sha256(tekst.encode()).hexdigest(),
            "antwoorden": data["antwoorden"],
            "bijlagen": data.get("bijlagen", []),
            "waarschuwingen": als_json(oordeel.waarschuwingen),
            "teBetalen": [regel._asdict() for regel in oordeel.te_betalen],
        }
        kopie = json.dumps(ontvangst, ensure_ascii=False)
        return Rij(heel["id"], heel["time"], data["versie"], data["rol"], tekst, kopie, sleutel, afdruk), ontvangst


def _wie(gezien: Gezien) -> dict[str, str]:
    soort, middel, niveau = gezien.o.indiener or ("burger", "geen", None)
    alles = {"soort": soort, "middel": middel, "niveau": niveau, "nummer": gezien.nummer}
    return {naam: waarde for naam, waarde in alles.items() if waarde is not None}


def _detail(oordeel: Oordeel) -> str:
    aantal = len(oordeel.fouten)
    return "Er is 1 antwoord dat niet klopt." if aantal == 1 else f"Er zijn {aantal} antwoorden die niet kloppen."


def _som(*delen: Any) -> str:
    """A key of who sent it and what they called it: nobody can ask for the receipt of another."""
    return hashlib.sha256(json.dumps(delen).encode()).hexdigest()
