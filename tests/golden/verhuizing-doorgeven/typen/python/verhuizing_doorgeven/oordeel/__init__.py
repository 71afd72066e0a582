"""The judge in Python: what a valid set of answers is. Standard library only; it travels with what we make.

`beoordeel` walks a compiled plan once, in written order. A shown, valid answer becomes known; a hidden, invalid or missing one
stays unknown, and conditions see only what is known. Nothing here reads a clock, a file or a network.

SPDX-License-Identifier: EUPL-1.2
"""

from .betalen import Betaalregel, tarief_op
from .gang import Fout, Oordeel, beoordeel
from .meldingen import CODES, Melding
from .omstandigheden import Indiener, Omstandigheden, mag_inloggen
from .plan import Plan

__all__ = [
    "CODES",
    "Betaalregel",
    "Fout",
    "Indiener",
    "Melding",
    "Omstandigheden",
    "Oordeel",
    "Plan",
    "beoordeel",
    "mag_inloggen",
    "tarief_op",
]
