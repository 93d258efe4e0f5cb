"""Numbers are read exactly as written or refused, and written the same way everywhere."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.number import (
    DecimalSign,
    NumberError,
    canonical,
    editable,
    fixed,
    parse_computed,
    parse_number,
    printed,
    rounded,
    shown,
    total,
)

ENTERED = st.decimals(Decimal(-999999999999999), Decimal(999999999999999), places=6) | st.integers(
    -(10**15) + 1, 10**15 - 1
).map(Decimal)
SIGN: st.SearchStrategy[DecimalSign] = st.sampled_from((".", ","))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("12", "12"),
        ("-3", "-3"),
        ("12.5", "12.5"),
        ("0.125", "0.125"),
        ("1.500", "1.5"),
        ("1234.567", "1234.567"),
        ("90.50", "90.5"),
        ("0.000001", "0.000001"),
        ("1.0000000", "1"),
        ("007", "7"),
        ("-0", "0"),
        ("  87.5\t", "87.5"),
        ("999999999999999", "999999999999999"),
    ],
)
def test_in_a_comma_separated_file_the_dot_is_the_decimal_sign(text: str, value: str) -> None:
    assert canonical(parse_number(text, ".")) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("12", "12"),
        ("-3", "-3"),
        ("87,5", "87.5"),
        ("87,50", "87.5"),
        ("0,125", "0.125"),
        ("1.500", "1500"),
        ("1.500,25", "1500.25"),
        ("12.345.678", "12345678"),
        ("-1.500", "-1500"),
        ("12.5", "12.5"),
        ("12.25", "12.25"),
        ("1.5000", "1.5"),
        ("0.125", "0.125"),
        ("0.500", "0.5"),
        ("00.125", "0.125"),
        ("012.345", "12.345"),
        ("-0.125", "-0.125"),
        ("0,000001", "0.000001"),
    ],
)
def test_elsewhere_the_comma_is_and_a_dot_groups_thousands(text: str, value: str) -> None:
    assert canonical(parse_number(text, ",")) == value


NOT_A_NUMBER = "bukan angka; tulis angka saja, misalnya 12 atau 87{}5"
TOO_LONG = "lebih dari 6 angka di belakang koma; bulatkan dahulu"


@pytest.mark.parametrize(
    ("text", "pesan"),
    [
        (
            "1,500",
            "dapat dibaca 1500 atau 1.500; tulis desimal dengan titik, tanpa pemisah ribuan",
        ),
        (
            "-1,500",
            "dapat dibaca -1500 atau -1.500; tulis desimal dengan titik, tanpa pemisah ribuan",
        ),
        ("87,5", "berisi koma; tulis 87.5"),
        ("1,5000", "berisi koma; tulis 1.5000"),
        ("0,125", "berisi koma; tulis 0.125"),
        ("1,500,000", "berisi pemisah ribuan; tulis 1500000"),
        ("1,500,000.5", "berisi pemisah ribuan; tulis 1500000.5"),
        ("1.500,00", "berisi pemisah ribuan; tulis 1500.00"),
        ("1.500.000", "berisi pemisah ribuan; tulis 1500000"),
        ("1 500", "berisi pemisah ribuan; tulis 1500"),
        ("1,50,000", "berisi koma; tulis desimal dengan titik, tanpa pemisah ribuan"),
        ("0.1234567", TOO_LONG),
    ],
)
def test_in_a_comma_separated_file_a_comma_is_refused_with_what_to_write(
    text: str, pesan: str
) -> None:
    with pytest.raises(NumberError) as refused:
        parse_number(text, ".")
    assert str(refused.value) == pesan


@pytest.mark.parametrize(
    ("text", "pesan"),
    [
        ("1234.567", "dapat dibaca 1234567 atau 1234,567; tulis desimal dengan koma"),
        ("1.50.000", NOT_A_NUMBER.format(",")),
        ("1.500.00", NOT_A_NUMBER.format(",")),
        ("1,500,000", "berisi pemisah ribuan; tulis 1500000"),
        ("1,500.25", "berisi pemisah ribuan; tulis 1500,25"),
        ("12,5.5", NOT_A_NUMBER.format(",")),
        ("0,1234567", TOO_LONG),
        ("1.2345678", TOO_LONG),
    ],
)
def test_elsewhere_a_number_that_fits_no_form_is_refused(text: str, pesan: str) -> None:
    with pytest.raises(NumberError) as refused:
        parse_number(text, ",")
    assert str(refused.value) == pesan


@pytest.mark.parametrize("decimal", [".", ","])
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "–",
        "NaN",
        "nan",
        "inf",
        "-Infinity",
        "∞",
        "٣",  # Arabic-Indic 3
        "١٢٫٥",
        "１２",  # full width
        "२",
        "½",
        "³",
        "+5",
        "−5",  # a minus that is no hyphen
        "5-",
        "--5",
        "1_000",
        "0x10",
        ".5",
        ",5",
        "5.",
        "5,",
        "dua belas",
        "12 bulan",
        "12%",
        "#DIV/0!",
        "1\n2",
    ],
)
def test_what_is_no_number_is_refused_with_an_example(text: str, decimal: DecimalSign) -> None:
    with pytest.raises(NumberError) as refused:
        parse_number(text, decimal)
    assert str(refused.value) in {
        NOT_A_NUMBER.format(decimal),
        "berisi koma; tulis desimal dengan titik, tanpa pemisah ribuan",
    }


@pytest.mark.parametrize("decimal", [".", ","])
@pytest.mark.parametrize("text", ["1e5", "1E+17", "1.96704E+17", "1,96704E+17", "-2e-3", "0e0"])
def test_an_exponent_is_refused_as_such(text: str, decimal: DecimalSign) -> None:
    with pytest.raises(NumberError, match=r"^ditulis dengan pangkat \(E\); tulis angkanya lengkap"):
        parse_number(text, decimal)


@pytest.mark.parametrize("decimal", [".", ","])
@pytest.mark.parametrize("text", ["1000000000000000", "-1000000000000000", "9" * 400])
def test_a_huge_number_is_refused(text: str, decimal: DecimalSign) -> None:
    with pytest.raises(NumberError, match=r"^lebih dari 15 angka; periksa lagi$"):
        parse_number(text, decimal)


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("Rp 1.500.000,-", ",", "1500000"),
        ("Rp1.500.000", ",", "1500000"),
        ("rp. 1.500.000,00", ",", "1500000"),
        ("1.500.000,-", ",", "1500000"),
        ("RP 1.500.000,--", ",", "1500000"),
        ("Rp 1500000,-", ".", "1500000"),
        ("1500000", ".", "1500000"),
        ("Rp 750,5", ",", "750.5"),
    ],
)
def test_an_amount_of_money_may_carry_rp_and_a_dash(
    text: str, decimal: DecimalSign, value: str
) -> None:
    assert canonical(parse_number(text, decimal, money=True)) == value


@pytest.mark.parametrize("text", ["Rp 12", "12,-", "Rp"])
def test_rp_and_the_dash_are_for_money_only(text: str) -> None:
    with pytest.raises(NumberError):
        parse_number(text, ",")


@pytest.mark.parametrize("text", ["Rp", "Rp ,-", "Rp Rp 5", "5 Rp", "USD 5"])
def test_an_amount_without_a_number_is_refused(text: str) -> None:
    with pytest.raises(NumberError):
        parse_number(text, ",", money=True)


@given(ENTERED)
def test_what_is_written_canonically_is_read_back_from_a_comma_separated_file(
    value: Decimal,
) -> None:
    assert parse_number(canonical(value), ".") == value


@given(ENTERED)
def test_what_is_written_for_typing_is_read_back_from_the_screen(value: Decimal) -> None:
    assert parse_number(editable(value), ",") == value


@given(ENTERED)
def test_what_is_shown_with_groups_is_read_back_from_the_screen(value: Decimal) -> None:
    assert parse_number(shown(value), ",") == value


@given(ENTERED, SIGN)
def test_reading_normalises_to_one_form(value: Decimal, sign: DecimalSign) -> None:
    text = canonical(value) if sign == "." else editable(value)
    found = parse_number(f" {text} ", sign)
    assert canonical(found) == canonical(value)
    assert str(found) == canonical(value)


@given(st.text(alphabet="0123456789.,-eE RpNa", max_size=12), SIGN, st.booleans())
def test_reading_gives_a_bounded_number_or_a_refusal_and_nothing_else(
    text: str, sign: DecimalSign, money: bool
) -> None:
    try:
        found = parse_number(text, sign, money=money)
    except NumberError:
        return
    assert abs(found) < 10**15
    assert found * 10**6 == int(found * 10**6)


@pytest.mark.parametrize(
    ("value", "written", "screen"),
    [
        ("90", "90", "90"),
        ("90.50", "90.5", "90,5"),
        ("1E+3", "1000", "1.000"),
        ("0", "0", "0"),
        ("-0", "0", "0"),
        ("-0.00", "0", "0"),
        ("0.10", "0.1", "0,1"),
        ("-1234567.5", "-1234567.5", "-1.234.567,5"),
        ("1E-6", "0.000001", "0,000001"),
        ("100", "100", "100"),
    ],
)
def test_an_entered_number_has_one_canonical_and_one_shown_form(
    value: str, written: str, screen: str
) -> None:
    assert canonical(Decimal(value)) == written
    assert shown(Decimal(value)) == screen
    assert editable(Decimal(value)) == written.replace(".", ",")


def test_nothing_is_shown_as_nothing_or_as_the_sign_asked_for() -> None:
    assert (shown(None), shown(None, "–"), editable(None)) == ("", "–", "")
    assert (printed(None), printed(None, "")) == ("–", "")


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("553/6", 2, "92.17"),
        ("1/200", 2, "0.01"),
        ("-1/200", 2, "-0.01"),
        ("-1/201", 2, "0.00"),
        ("15199/200", 2, "76.00"),
        ("15199/200", 3, "75.995"),
        ("175/2", 0, "88"),
        ("-175/2", 0, "-88"),
        ("0", 2, "0.00"),
        ("-202/5", 2, "-40.40"),
        ("1/3", 5, "0.33333"),
    ],
)
def test_a_computed_value_is_rounded_half_away_from_zero(
    value: str, decimals: int, text: str
) -> None:
    assert fixed(Fraction(value), decimals) == text
    assert fixed(Fraction(value), decimals, ",") == text.replace(".", ",")


# halves of the last place are drawn on purpose: they are where roundings differ
HALVES = st.integers(-(10**9), 10**9).map(lambda units: Fraction(units, 2000))
SMALL = st.fractions(-(10**6), 10**6, max_denominator=10**6)


@given(HALVES | SMALL, st.integers(0, 6))
def test_rounding_agrees_with_an_independent_decimal_calculation(
    value: Fraction, decimals: int
) -> None:
    with localcontext() as context:
        context.prec = 100
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        own = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = fixed(value, decimals)
    assert Decimal(text) == own
    assert text == (f"{own:f}" if own else f"{abs(own):f}")
    assert rounded(value, decimals) == int(own.scaleb(decimals))


@given(HALVES | SMALL, st.integers(0, 6), SIGN)
def test_zero_is_never_written_with_a_minus(
    value: Fraction, decimals: int, sign: DecimalSign
) -> None:
    text = fixed(value, decimals, sign)
    assert not text.startswith("-") or text.strip("-0.,")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("88,74444444444444", Fraction("88.74444444444444")),
        ("88.74444444444444", Fraction("88.74444444444444")),
        ("1.087,60", Fraction("1087.6")),
        ("1.200", Fraction(1200)),
        ("-0,5", Fraction(-1, 2)),
        ("1,2,3", None),
        ("12 laporan", None),
        ("", None),
    ],
)
def test_a_computed_number_is_read_by_the_same_signs_at_any_length(
    text: str, value: Fraction | None
) -> None:
    assert parse_computed(text, ",") == value


@given(ENTERED, SIGN)
def test_what_is_entered_reads_the_same_as_what_is_computed(
    value: Decimal, sign: DecimalSign
) -> None:
    text = canonical(value).replace(".", sign)
    assert parse_computed(text, sign) == Fraction(parse_number(text, sign))


@given(st.lists(st.fractions(), max_size=9))
def test_a_total_is_the_exact_sum_in_any_order(values: list[Fraction]) -> None:
    assert total(values) == total(reversed(values)) == sum(values, Fraction(0))
