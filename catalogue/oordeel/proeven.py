"""Named checks on the text of an answer that no pattern can do.

Each takes a text as the registers write it (no spaces, capitals) and says whether it can be right;
none says that the number has been given out. Any text is allowed in, none raises. Only the ASCII
digits and letters count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from operator import mul
from types import MappingProxyType

_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_NULLEN = sum(_GEWICHTEN) * ord("0")
"""What the 11-proef counts too much when a digit is taken as its byte."""
_NEGEN = re.compile(r"[0-9]{9}")
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
_IN_CIJFERS = {teken: str(int(teken, 36)) for teken in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
"""A digit as it is, a letter as 10 to 35."""
_KVK = re.compile(r"[0-9]{8}")
_VESTIGING = re.compile(r"[0-9]{12}")

# Length of an IBAN by country in the SEPA area (ISO 13616, IBAN registry of SWIFT). Elsewhere 15 to 34.
IBAN_LENGTE: Mapping[str, int] = MappingProxyType(
    dict(
        AD=24, AT=20, BE=16, BG=22, CH=21, CY=28, CZ=24, DE=22, DK=18, EE=20, ES=24, FI=18, FR=27,
        GB=22, GI=23, GR=27, HR=21, HU=28, IE=22, IS=26, IT=27, LI=21, LT=20, LU=20, LV=21, MC=27,
        MT=31, NL=18, NO=15, PL=28, PT=25, RO=24, SE=24, SI=19, SK=24, SM=27, VA=22,
    )
)  # fmt: skip

# Number plates, dashes left out, by sidecode 1 to 14; A is a letter, 9 a digit (Regeling kentekens
# en kentekenplaten as changed by Stcrt. 2014, 9002; series before it as RDW has given them out).
SIDECODES = (
    "AA9999", "9999AA", "99AA99", "AA99AA", "AAAA99", "99AAAA", "99AAA9",
    "9AAA99", "AA999A", "A999AA", "AAA99A", "A99AAA", "9AA999", "999AA9",
)  # fmt: skip
_KENTEKEN = re.compile("|".join(SIDECODES).replace("A", "[A-Z]").replace("9", "[0-9]"))


def elfproef(tekst: str) -> bool:
    """The 11-proef of a burgerservicenummer: nine digits, not all zero, and 9a+8b+...+2h-i is a multiple of 11.

    Source: Logisch Ontwerp BRP, element 01.20. A RSIN passes the same check.
    """
    if not _NEGEN.fullmatch(tekst) or tekst == "000000000":
        return False
    return (sum(map(mul, _GEWICHTEN, tekst.encode())) - _NULLEN) % 11 == 0


def proef97(tekst: str) -> bool:
    """The check digits (modulus 97) and the length of an IBAN, in capitals without spaces (ISO 13616)."""
    if not _IBAN.fullmatch(tekst) or not "02" <= tekst[2:4] <= "98":
        return False
    if len(tekst) != IBAN_LENGTE.get(tekst[:2], len(tekst)):
        return False
    return int("".join(map(_IN_CIJFERS.__getitem__, tekst[4:] + tekst[:4]))) % 97 == 1


def is_kenteken(tekst: str) -> bool:
    """Six letters and digits in the order of one of the sidecodes of the RDW, without dashes."""
    return _KENTEKEN.fullmatch(tekst) is not None


def is_kvk_nummer(tekst: str) -> bool:
    """Eight digits; a number of the Handelsregister has no check digit."""
    return _KVK.fullmatch(tekst) is not None


def is_vestigingsnummer(tekst: str) -> bool:
    """Twelve digits; a vestigingsnummer of the Handelsregister has no check digit."""
    return _VESTIGING.fullmatch(tekst) is not None


PROEVEN: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {"11-proef": elfproef, "97-proef": proef97}
)
"""The checks that JSON Schema cannot say and that a form and a receiver must do by name."""
