"""A measure is an exact number or a text, and one canonical text tells which."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from skp_tui.domain.number import DecimalSign, NumberError
from skp_tui.domain.ukuran import (
    canonical_ukuran,
    editable_ukuran,
    has_lost_figure,
    is_figure,
    parse_ukuran,
    shown_ukuran,
    stored_ukuran,
    with_unit,
)

SIGNS: tuple[DecimalSign, DecimalSign] = (".", ",")


@pytest.mark.parametrize(
    ("text", "titik", "koma"),
    [
        ("12", "12", "12"),
        ("0", "0", "0"),
        ("012", "12", "12"),
        ("1.5", "1.5", "1.5"),
        ("0.125", "0.125", "0.125"),
        ("1.500", "1.5", "1500"),
        ("1.500,50", None, "1500.5"),
        ("1,5", None, "1.5"),
        ("-5", "-5", "-5"),
        ("1,2,3", None, None),
        ("1.2.3", None, None),
        ("31.12.2025", None, None),
        (".", None, None),
        (",", None, None),
        ("+5", None, None),
        ("1e5", None, None),
        ("٣", None, None),
        ("1234567890123456", None, None),
        ("0.1234567", None, None),
        ("1 000", None, None),
        ("1\u00a0000\u202f000,5", None, None),
        ("31 12 2025", None, None),
    ],
)
def test_what_has_the_signs_of_a_number_only_is_one_or_refused(
    text: str, titik: str | None, koma: str | None
) -> None:
    assert is_figure(text)
    for sign, wanted in zip(SIGNS, (titik, koma), strict=True):
        if wanted is None:
            with pytest.raises(NumberError):
                parse_ukuran(text, sign)
        else:
            found = parse_ukuran(text, sign)
            assert (found, canonical_ukuran(found)) == (Decimal(wanted), wanted)


def test_a_refusal_says_how_a_text_is_written() -> None:
    with pytest.raises(NumberError, match="bila maksudnya teks, tulis dengan kata"):
        parse_ukuran("31.12.2025", ",")


@pytest.mark.parametrize("text", ["1 000", "1\u00a0000", "1\u2009000"])
def test_thousands_that_stand_apart_are_refused_with_the_number_to_write(text: str) -> None:
    for sign in SIGNS:
        with pytest.raises(NumberError, match=r"^angkanya berspasi; tulis 1000; bila maksudnya"):
            parse_ukuran(text, sign)
    with pytest.raises(NumberError, match=r"^angkanya berspasi; tulis tanpa spasi; bila maksudnya"):
        parse_ukuran("12 5", ",")


@pytest.mark.parametrize(
    "text",
    ["tepat waktu", "12 laporan", "100%", "31-12-2025", "08:00", "NaN", "Infinity", "3²", "12-"],
)
def test_anything_else_is_a_text_as_it_stands(text: str) -> None:
    assert not is_figure(text)
    for sign in SIGNS:
        assert parse_ukuran(f" {text} ", sign) == text
    assert stored_ukuran(text) == canonical_ukuran(text) == text
    assert (shown_ukuran(text, "kali"), editable_ukuran(text)) == (text, text)


@given(st.decimals(0, 10**14, places=6, allow_nan=False))
def test_a_number_comes_back_from_its_canonical_text_exactly(angka: Decimal) -> None:
    text = canonical_ukuran(angka)
    assert text is not None
    assert (stored_ukuran(text), parse_ukuran(text, ".")) == (angka, angka)
    assert parse_ukuran(editable_ukuran(angka), ",") == angka


@given(st.text(max_size=12))
@example("0")
def test_a_canonical_text_is_read_as_what_was_written(text: str) -> None:
    try:
        found = parse_ukuran(text, ",")
    except NumberError:
        assert is_figure(text.strip())
        return
    assert stored_ukuran(canonical_ukuran(found)) == (None if found == "" else found)


def test_nothing_is_not_yet() -> None:
    assert stored_ukuran(None) is stored_ukuran("") is canonical_ukuran(None) is None
    assert (shown_ukuran(None, "berkas", "–"), editable_ukuran(None)) == ("–", "")


def test_a_number_is_shown_with_what_it_counts() -> None:
    assert shown_ukuran(Decimal("1250.5"), "laporan") == "1.250,5 laporan"
    assert shown_ukuran(Decimal(12)) == "12"
    assert editable_ukuran(Decimal("1250.5")) == "1250,5"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("12 laporan", ("12", "laporan")),
        ("100%", ("100", "%")),
        ("3 hari kerja", ("3", "hari kerja")),
        ("1.500,5 m2", None),
        ("1.500,5 meter", ("1.500,5", "meter")),
        ("Rp5.000.000,-", ("5.000.000", "rupiah")),
        ("rp. 500", ("500", "rupiah")),
        ("31 Desember 2025", None),
        ("31-12-2025", None),
        ("A 12", None),
        ("12", None),
        ("", None),
        ("laporan", None),
        ("3²", None),
        ("3² meter", None),
        ("3½ hari", None),
        ("12-", None),
        ("12 - selesai", None),
        ("12 (", None),
        ("12?", None),
        ("12 (dua belas) laporan", ("12", "(dua belas) laporan")),
        ("500 €", ("500", "€")),
        ("36 °C", ("36", "°C")),
        ("1 000 laporan", ("1 000", "laporan")),
        ("Rp 5\u00a0000\u00a0000,-", ("5\u00a0000\u00a0000", "rupiah")),
        ("12 2025 laporan", None),
    ],
)
def test_a_number_and_its_unit_in_one_text_are_told_apart(
    text: str, wanted: tuple[str, str] | None
) -> None:
    assert with_unit(text) == wanted


@pytest.mark.parametrize(
    ("ukuran", "lost"),
    [
        ("laporan12 lapran", True),
        ("12 laporan per 3 bulan", True),
        ("12 laporan 2025", True),
        ("minimal 90%", True),
        ("12/25 berkas", True),
        ("120252025", True),
        ("tepat waktu", False),
        ("31 Desember 2025", False),
        ("Terbit sebelum 1 Mei 2025", False),
        ("akhir Des 2025", False),
        ("31-12-2025", False),
        ("paling lambat 2025-12-31", False),
        ("Triwulan IV 2025", False),
        ("paling lambat tanggal 10 bulan berikutnya", False),
        ("selalu sebelum tgl. 5", False),
        ("hari kerja ke-3, pukul 08.00", False),
        ("sebelum 5 Januari", False),
        ("sesuai Pasal 12 ayat 3", False),
        ("tanggal 10, 12 laporan", True),
        ("toko 5 buah", True),
        ("5 mesin", True),
        ("10 marka", True),
        ("8 jam", True),
        (Decimal(12), False),
        (None, False),
    ],
)
def test_a_text_that_hides_a_number_is_told_from_a_date(
    ukuran: Decimal | str | None, lost: bool
) -> None:
    assert has_lost_figure(ukuran) is lost
