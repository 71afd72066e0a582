"""Answers from a file, bare or in an example, read as strictly as the stub reads a message."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

MAX_BYTES = 10_000_000


def lees_antwoorden(pad: Path, context: Path | None) -> tuple[Any, dict[str, Any]]:
    """The answers, and the circumstances beside them. Raises ValueError, in Dutch."""
    data, omstandigheden = lees_json(pad), {}
    if isinstance(data, dict) and {"antwoorden", "verhaal"} <= data.keys():
        omstandigheden, data = data.get("omstandigheden", {}), data["antwoorden"]
    erbij = lees_json(context) if context else {}
    if not isinstance(omstandigheden, dict) or not isinstance(erbij, dict):
        raise ValueError('De omstandigheden zijn namen met waarden, zoals {"rol": "indiener"}.')
    return data, {**omstandigheden, **erbij}


def lees_json(pad: Path) -> Any:
    """What stands in a JSON file: no NaN, no numbers beyond a double, only whole characters. Raises ValueError, in Dutch."""
    try:
        with pad.open("rb") as bestand:
            ruw = bestand.read(MAX_BYTES + 1)
    except OSError as fout:
        reden = {FileNotFoundError: "is er niet", IsADirectoryError: "is een map"}.get(type(fout), "is niet te lezen")
        raise ValueError(f"{pad} {reden}.") from None
    if len(ruw) > MAX_BYTES:
        raise ValueError(f"{pad} is groter dan {MAX_BYTES // 1_000_000} MB.")
    try:
        data = json.loads(ruw.decode("utf-8-sig"), parse_constant=_weiger)
        json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
    except json.JSONDecodeError as fout:
        reden = f"is geen JSON; kijk bij regel {fout.lineno}, teken {fout.colno}"
    except UnicodeDecodeError:
        reden = "is geen tekst in UTF-8"
    except UnicodeEncodeError:
        reden = "bevat een half teken: een surrogaat zonder het andere"
    except RecursionError:
        reden = "is te diep genest"
    except ValueError:
        reden = "bevat een getal dat niet bestaat of te groot is"
    else:
        return data
    raise ValueError(f"{pad} {reden}.")


def _weiger(woord: str) -> Any:
    raise ValueError(woord)
