"""Where specifications, templates and the site are: in the clone one stands in, or in the installed package."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

PAKKET = os.path.dirname(os.path.abspath(__file__))


def plek(naam: str) -> str:
    """The folder `specs`, `templates` or `site`: beside the working directory, beside the package, or inside it."""
    hier = os.getcwd()
    for basis in (hier, os.path.dirname(PAKKET), f"{PAKKET}/_data"):
        if os.path.isdir(f"{basis}/{naam}"):
            return f"{basis}/{naam}"
    return f"{hier}/{naam}"


def bron_map(naam: str) -> Path:
    """The same folder, as a path."""
    from pathlib import Path

    return Path(plek(naam))
