"""What is around a request: settings, who is logged in, and what day it is in the Netherlands.

Who is logged in comes from the municipality's own login proxy, in headers that the proxy sets and that it removes from
what comes from outside: Login-Soort, Login-Middel, Login-Niveau, Login-Nummer. A system that the proxy knows (by its
certificate, say) gets Login-Systeem: its messages say themselves who applied, and when.

SPDX-License-Identifier: EUPL-1.2
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from starlette.requests import Request

from dienst.oordeel import Indiener, Omstandigheden, Plan
from dienst.problemen import bericht

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_WOORD = re.compile(r"[a-z][a-z0-9]{0,30}")
_NUMMER = re.compile(r"[A-Za-z0-9/+=._-]{1,256}")


@dataclass(frozen=True)
class Instellingen:
    """From the environment: a trial or not, where to keep what comes in, and the path this is served under."""

    proef: bool
    opslag: Path
    basis: str

    @classmethod
    def uit_omgeving(cls) -> Instellingen:
        basis = "/" + os.environ.get("SAMENLOKET_BASIS", "").strip("/")
        opslag = os.environ.get("SAMENLOKET_OPSLAG") or "opslag"
        return cls(os.environ.get("SAMENLOKET_PROEF") == "1", Path(opslag), "" if basis == "/" else basis)


@dataclass(frozen=True)
class Gezien:
    """Who sends: the circumstances to judge by, the number of the person or company, and whether a message is believed."""

    o: Omstandigheden
    nummer: str | None
    vertrouwd: bool


def nu() -> datetime:
    """The present moment in the Netherlands, in whole seconds."""
    return datetime.now(AMSTERDAM).replace(microsecond=0)


def bekijk(request: Request, plan: Plan, instellingen: Instellingen, eigen: Any, rol: str) -> Gezien:
    """The circumstances of a request. Raises Probleem for login headers that are not of their form."""
    k = request.headers
    middel = k.get("login-middel")
    if middel is not None:
        wie = Indiener(k.get("login-soort", "burger"), middel, k.get("login-niveau"))
        if not all(_WOORD.fullmatch(w) for w in wie if w) or not _NUMMER.fullmatch(k.get("login-nummer", "0")):
            raise bericht("De kopregels van het inloggen zijn niet van hun vorm.")
    else:
        wie = _niet_ingelogd(plan, rol, instellingen.proef)
    o = Omstandigheden(
        nu().date(), wie, rol, voorzieningen=dict(eigen.VOORZIENINGEN), parameters=dict(eigen.PARAMETERS)
    )
    if instellingen.proef and "proef-omstandigheden" in k:
        o = _zoals_gevraagd(o, k["proef-omstandigheden"])
    vertrouwd = "login-systeem" in k or (instellingen.proef and middel is None)
    return Gezien(o, k.get("login-nummer"), vertrouwd)


def _niet_ingelogd(plan: Plan, rol: str, proef: bool) -> Indiener:
    """Nobody logged in: the way in that asks no login; in a trial the first way in, at its lowest level."""
    wegen = plan.toegang.get(rol) or plan.toegang["indiener"]
    soort, middel, niveaus = next((w for w in wegen if proef or w[1] == "geen"), ("burger", "geen", None))
    return Indiener(soort, middel, niveaus[0] if niveaus else None)


def _zoals_gevraagd(o: Omstandigheden, tekst: str) -> Omstandigheden:
    """Only in a trial: other circumstances, as JSON like those of an example."""
    try:
        data = json.loads(tekst)
        wie = data.get("indiener")
        return replace(
            o,
            vandaag=date.fromisoformat(data["vandaag"]) if "vandaag" in data else o.vandaag,
            indiener=Indiener(wie["soort"], wie["middel"], wie.get("niveau")) if wie else o.indiener,
            voorzieningen=dict(data.get("voorzieningen", o.voorzieningen)),
            parameters=dict(data.get("parameters", o.parameters)),
            aangeboden={pad: list(codes) for pad, codes in data.get("aangeboden", {}).items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise bericht("De kopregel Proef-Omstandigheden is geen JSON zoals in een voorbeeld.") from None


def volgens_bericht(gezien: Gezien, wie: dict[str, Any], moment: str | None) -> Gezien:
    """A believed system says in its message who applied, and when: that day is today for the rules."""
    if not gezien.vertrouwd:
        return gezien
    dag = datetime.fromisoformat(moment).astimezone(AMSTERDAM).date() if moment else gezien.o.vandaag
    o = replace(gezien.o, indiener=Indiener(wie["soort"], wie["middel"], wie.get("niveau")), vandaag=dag)
    return Gezien(o, wie.get("nummer"), True)
