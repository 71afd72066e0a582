"""Places in answers. A formal path (`stap.lijst[].veld`) means every row; a place is a row of keys and numbers."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

Plek = tuple[str | int, ...]
WEG = object()
"""In the place of a value: there is none."""


def als_pad(pad: str) -> Plek:
    """`stap.lijst[0].veld` as keys."""
    uit: list[str | int] = []
    for deel in pad.split("."):
        naam, *nummers = deel.replace("]", "").split("[")
        uit += [naam, *(int(n) for n in nummers)]
    return tuple(uit)


def vormelijk(pad: str) -> str:
    """`lijst[0].veld` -> `lijst[].veld`."""
    return "".join(deel if i % 2 == 0 else "[]" for i, deel in enumerate(pad.replace("]", "[").split("[")))


def plekken(pad: str, antwoorden: Any) -> Iterator[Plek]:
    """The places in these answers that a formal path means, at most two."""
    gevonden: list[Plek] = [()]
    for i, deel in enumerate(pad.split("[].")):
        namen = tuple(deel.split("."))
        if i:
            gevonden = [(*p, n) for p in gevonden for n in range(_lengte(bij(antwoorden, p)))]
        gevonden = [(*p, *namen) for p in gevonden]
    yield from gevonden[:2]


def _lengte(lijst: Any) -> int:
    return len(lijst) if isinstance(lijst, list) else 0


def bij(antwoorden: Any, pad: Plek) -> Any:
    """The value at a place, or WEG."""
    for deel in pad:
        try:
            antwoorden = antwoorden[deel]
        except (KeyError, IndexError, TypeError):
            return WEG
    return antwoorden


def met(antwoorden: Any, pad: Plek, waarde: Any) -> Any:
    """The answers with another value at one place; WEG takes it away."""
    if not pad:
        return waarde
    uit = copy.deepcopy(antwoorden)
    houder = uit
    for deel in pad[:-1]:
        houder = houder[deel]
    if waarde is WEG:
        del houder[pad[-1]]
    else:
        houder[pad[-1]] = waarde
    return uit


def plat(antwoorden: Any, pad: str = "") -> dict[str, Any]:
    """Every value in answers by its path, containers and parts of an address too."""
    uit: dict[str, Any] = {pad: antwoorden} if pad else {}
    if isinstance(antwoorden, dict):
        for sleutel, waarde in antwoorden.items():
            uit |= plat(waarde, f"{pad}.{sleutel}" if pad else sleutel)
    elif isinstance(antwoorden, list) and antwoorden and isinstance(antwoorden[0], dict):
        for i, deel in enumerate(antwoorden):
            uit |= plat(deel, f"{pad}[{i}]")
    return uit
