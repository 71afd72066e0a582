"""The named checks of catalogue/proeven.py."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.oordeel import proeven
from catalogue.oordeel.proeven import PROEVEN, elfproef, is_kenteken, proef97

ALLE = (*PROEVEN.values(), is_kenteken, proeven.is_kvk_nummer, proeven.is_vestigingsnummer)


@pytest.mark.parametrize("bsn", ["999993653", "111222333", "123456782", "000000012"])
def test_numbers_that_pass_the_elfproef(bsn):
    assert elfproef(bsn)


@pytest.mark.parametrize(
    "bsn",
    ["999993654", "000000000", "99999365", "9999936530", "999993653\n", " 999993653", "", "99999365a",
     "٩٩٩٩٩٣٦٥٣", "123456789", "-99999365"],
)  # fmt: skip
def test_numbers_that_do_not(bsn):
    assert not elfproef(bsn)


@given(st.integers(1, 99_999_999))
def test_the_last_digit_follows_from_the_others(begin):
    """The control digit is the weighted sum modulo 11; with a sum of ten there is no such number."""
    begin = f"{begin:08}"
    rest = sum((9 - i) * int(c) for i, c in enumerate(begin)) % 11
    goed = [c for c in "0123456789" if elfproef(begin + c)]
    assert goed == ([] if rest == 10 else [str(rest)])


@given(st.from_regex(r"[0-9]{9}", fullmatch=True), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(bsn, plaats, erbij):
    fout = bsn[:plaats] + str((int(bsn[plaats]) + erbij) % 10) + bsn[plaats + 1 :]
    assert not (elfproef(bsn) and elfproef(fout))


# Examples of the IBAN registry and of central banks.
GOEDE_IBANS = """
    NL91ABNA0417164300 GB29NWBK60161331926819 DE89370400440532013000 BE68539007547034 NO9386011117947
    MT84MALT011000012345MTLCAST001S SA0380000000608010167519
"""


@pytest.mark.parametrize("iban", GOEDE_IBANS.split())
def test_ibans(iban):
    assert proef97(iban)
    assert not proef97(iban.lower())
    assert not proef97(f"{iban[:4]} {iban[4:]}")


@pytest.mark.parametrize("iban", GOEDE_IBANS.split())
def test_an_iban_with_two_signs_changed_about_is_refused(iban):
    for i in range(4, len(iban) - 1):
        fout = iban[:i] + iban[i + 1] + iban[i] + iban[i + 2 :]
        assert proef97(fout) is (fout == iban)


def met_controlegetal(land: str, rekening: str) -> str:
    """An IBAN as a bank makes it: 98 minus the remainder with check digits 00 (ISO 13616)."""
    getal = int("".join(str(int(t, 36)) for t in f"{rekening}{land}00"))
    return f"{land}{98 - getal % 97:02}{rekening}"


@given(st.from_regex(r"[A-Z]{4}[0-9]{10}", fullmatch=True))
def test_a_dutch_iban_has_eighteen_signs(rekening):
    assert proef97(met_controlegetal("NL", rekening))
    assert not proef97(met_controlegetal("NL", rekening + "0"))
    assert not proef97(met_controlegetal("NL", rekening[:-1]))


@pytest.mark.parametrize("soort", ["00", "01", "99"])
def test_check_digits_that_a_bank_never_makes(soort):
    """98, 97 and 02 have the same remainder as 01, 00 and 99; only the first are given out."""
    for nummer in range(10_000):
        iban = f"NL{soort}ABNA{nummer:010}"
        assert not proef97(iban)


@pytest.mark.parametrize(
    "kenteken",
    ["AB1234", "1234AB", "12AB34", "AB12CD", "ABCD12", "12ABCD", "12ABC3",
     "1ABC23", "AB123C", "A123BC", "ABC12D", "A12BCD", "1AB234", "123AB4"],
)  # fmt: skip
def test_each_sidecode_is_known(kenteken):
    assert is_kenteken(kenteken)


@pytest.mark.parametrize(
    "kenteken", ["", "123456", "ABCDEF", "A1B2C3", "12-ABC-3", "12abc3", "12ABC3\n", "ABC1234", "1٢AB34"]
)
def test_what_is_no_number_plate(kenteken):
    assert not is_kenteken(kenteken)


def test_numbers_of_the_handelsregister():
    assert proeven.is_kvk_nummer("01234567")
    assert not any(map(proeven.is_kvk_nummer, ("1234567", "123456789", "1234567a", "١٢٣٤٥٦٧٨")))
    assert proeven.is_vestigingsnummer("000012345678")
    assert not any(map(proeven.is_vestigingsnummer, ("12345678901", "0000123456789", "")))


@given(st.text(max_size=40) | st.from_regex(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{0,40}"))
def test_no_text_makes_a_check_fall_over(tekst):
    for proef in ALLE:
        assert proef(tekst) in (True, False)
