"""Where specifications, templates and the site are: in the clone one stands in, or in the installed package."""

from __future__ import annotations

from pathlib import Path

_PAKKET = Path(__file__).resolve().parent


def bron_map(naam: str) -> Path:
    """The folder `specs`, `templates` or `site`: beside the working directory, beside the package, or inside it."""
    for basis in (Path.cwd(), _PAKKET.parent, _PAKKET / "_data"):
        if (basis / naam).is_dir():
            return basis / naam
    return Path.cwd() / naam
