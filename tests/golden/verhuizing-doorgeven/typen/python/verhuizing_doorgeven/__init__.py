"""De antwoorden bij verhuizing-doorgeven (werktekst): typen, en een controle die alle fouten in één keer geeft.

SPDX-License-Identifier: EUPL-1.2
"""

from .antwoorden import Antwoorden
from .antwoorden_hoofdbewoner import Antwoorden as AntwoordenHoofdbewoner
from .oordeel import Oordeel
from .valideer import Fout, Indiener, beoordeel, valideer

DIENST = "verhuizing-doorgeven"
VERSIE = "werk"
__all__ = ["Antwoorden", "AntwoordenHoofdbewoner", "DIENST", "Fout", "Indiener", "Oordeel", "VERSIE", "beoordeel", "valideer"]
