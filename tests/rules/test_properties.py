"""What holds for every appraisal, whatever was entered."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import count

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from skp_tui.domain.appraisal import ASPEK, Bagian, Kegiatan, Penilaian, Tingkat
from skp_tui.domain.period import KebijakanBatas, KuantitasNol, Periode
from skp_tui.rules.pp46 import (
    KATEGORI,
    MINIMAL_BAIK,
    PP46,
    ambang,
    is_batas,
    nilai_bagian,
    nilai_kreativitas,
    sebutan,
)
from skp_tui.rules.pp46_activity import nilai_aspek, nilai_kegiatan
from skp_tui.rules.result import Status, revealing
from tests.rules.appraisals import (
    PERIODE,
    POSITIVE,
    activities,
    appraisals,
    kegiatan,
    penilaian,
    periode,
    satu_bagian,
    tambahan,
)

LIMITS = [(kebijakan, limit) for kebijakan in KebijakanBatas for limit in ambang(kebijakan)]
GAP_ENDS = (50, 51, 60, 61, 75, 76, 90, 91)
EDGES = sorted({limit.batas for _, limit in LIMITS} | {Fraction(end) for end in GAP_ENDS})
NEAR_AN_EDGE = st.builds(
    lambda edge, sign, power, part: edge + sign * Fraction(1, 10**power) / part,
    st.sampled_from(EDGES),
    st.sampled_from((-1, 0, 1)),
    st.integers(0, 30),
    st.integers(1, 9),
)
VALUES = NEAR_AN_EDGE | st.fractions(-200, 300)
KEBIJAKAN = st.sampled_from(KebijakanBatas)


def leaves(value: object) -> Iterator[object]:
    """Walk everything that a result holds."""
    if is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            yield from leaves(getattr(value, part.name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from leaves(key)
            yield from leaves(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from leaves(item)
    else:
        yield value


def nilai_of(satu: Kegiatan, kuantitas_nol: KuantitasNol = KuantitasNol.NOL) -> Fraction:
    nilai = nilai_kegiatan(satu, kuantitas_nol).nilai_capaian
    assert nilai is not None
    return nilai


# --- an independent calculation: ratios instead of the printed formulas, one sum instead of steps


def ratio(satu: Kegiatan, aspek: str) -> Fraction:
    target, realisasi = satu.target(aspek), satu.realisasi(aspek)
    assert target is not None
    return Fraction(realisasi or Decimal(0)) / Fraction(target)


def own_aspect(aspek: str, part: Fraction) -> Fraction:
    """Less than 76 % used is worth its percentage; otherwise what is left of 176 %."""
    if aspek in {"kuantitas", "kualitas"} or part < Fraction(19, 25):
        return 100 * part
    return 176 - 100 * part


def own_activity(satu: Kegiatan, kuantitas_nol: KuantitasNol) -> Fraction:
    asked = [aspek for aspek in ASPEK if satu.target(aspek) is not None]
    if satu.realisasi_kuantitas == 0 and kuantitas_nol is KuantitasNol.NOL:
        return Fraction(0)
    return sum((own_aspect(aspek, ratio(satu, aspek)) for aspek in asked), Fraction(0)) / len(asked)


def own_part(bagian: Bagian, kuantitas_nol: KuantitasNol) -> Fraction:
    if bagian.nilai_luar is not None:
        return Fraction(bagian.nilai_luar.nilai)
    tugas = sum(satu.tingkat is None for satu in bagian.tambahan)
    levels = {satu.tingkat for satu in bagian.tambahan}
    total = sum((own_activity(satu, kuantitas_nol) for satu in bagian.kegiatan), Fraction(0))
    extra = (tugas > 0) + (tugas > 3) + (tugas > 6)
    points = ((Tingkat.NEGARA, 12), (Tingkat.ORGANISASI, 6), (Tingkat.UNIT, 3))
    extra += next((worth for level, worth in points if level in levels), 0)
    return total / len(bagian.kegiatan) + extra


def own_value(appraisal: Penilaian, kuantitas_nol: KuantitasNol) -> Fraction:
    parts = [own_part(bagian, kuantitas_nol) for bagian in appraisal.bagian]
    skp = sum(parts, Fraction(0)) / len(parts)
    if appraisal.akademik is not None:
        skp = Fraction(appraisal.akademik.nilai)
    p = appraisal.perilaku
    aspects = (p.orientasi_pelayanan, p.integritas, p.komitmen, p.disiplin, p.kerja_sama)
    five = sum((Fraction(value or 0) for value in aspects), Fraction(0))
    behaviour = five / 5 if p.kepemimpinan is None else (five + Fraction(p.kepemimpinan)) / 6
    return (3 * skp + 2 * behaviour) / 5


@given(appraisals(), PERIODE)
def test_an_independent_calculation_gives_the_same_value(
    appraisal: Penilaian, period: Periode
) -> None:
    hasil = PP46.nilai(appraisal, period)
    assert hasil.nilai_prestasi_kerja == own_value(appraisal, period.kuantitas_nol)
    assert hasil.status is Status.DINILAI
    assert hasil.kurang == ()


@given(appraisals(complete=False), PERIODE)
def test_no_float_is_anywhere_in_a_result(appraisal: Penilaian, period: Periode) -> None:
    hasil = PP46.nilai(appraisal, period)
    told = replace(hasil, jelaskan=tuple)
    kinds = {type(leaf) for leaf in (*leaves(told), *leaves(hasil.langkah)) if leaf is not tuple}
    assert kinds <= {Fraction, int, str, bool, type(None), Status}


@given(appraisals(complete=False), PERIODE)
def test_a_result_is_never_half_assessed(appraisal: Penilaian, period: Periode) -> None:
    hasil = PP46.nilai(appraisal, period)
    assessed = hasil.status is Status.DINILAI
    assert assessed == (hasil.nilai_prestasi_kerja is not None) == (not hasil.kurang)
    assert assessed == (hasil.sebutan is not None) == (hasil.nilai_tampil != "–")
    assert (hasil.nilai_skp is None) == (hasil.sebutan_skp is None)
    assert hasil.minimal_baik == (hasil.sebutan in MINIMAL_BAIK)


@given(st.data(), appraisals(), PERIODE)
def test_the_order_of_activities_parts_and_extras_does_not_matter(
    data: st.DataObject, appraisal: Penilaian, period: Periode
) -> None:
    parts = tuple(
        replace(
            bagian,
            kegiatan=tuple(data.draw(st.permutations(bagian.kegiatan))),
            tambahan=tuple(data.draw(st.permutations(bagian.tambahan))),
        )
        for bagian in data.draw(st.permutations(appraisal.bagian))
    )
    turned = replace(appraisal, bagian=parts)
    one, other = PP46.nilai(appraisal, period), PP46.nilai(turned, period)
    assert one.nilai_prestasi_kerja == other.nilai_prestasi_kerja
    assert one.nilai_skp == other.nilai_skp


@given(activities(), POSITIVE, POSITIVE, st.sampled_from(KuantitasNol))
def test_more_output_never_lowers_the_value(
    satu: Kegiatan, one: Decimal, other: Decimal, kuantitas_nol: KuantitasNol
) -> None:
    assume(one != other)
    less, more = sorted((one, other))
    low = nilai_of(replace(satu, realisasi_kuantitas=less), kuantitas_nol)
    high = nilai_of(replace(satu, realisasi_kuantitas=more), kuantitas_nol)
    assert low < high


@given(POSITIVE, st.sampled_from(["waktu", "biaya"]), st.fractions(0, 4))
def test_time_and_cost_are_worth_most_at_24_percent_exactly(
    target: Decimal, aspek: str, part: Fraction
) -> None:
    best = nilai_aspek(aspek, target, target * Decimal("0.76"))
    assert best == 100
    realisasi = target * Decimal(part.numerator) / Decimal(part.denominator)
    assert nilai_aspek(aspek, target, realisasi) <= best


@pytest.mark.parametrize(
    ("realisasi", "nilai"),
    [("75", 75), ("50", 50), ("76", 100), ("75.999999", Fraction("75.999999")), ("100", 76)],
)
def test_just_above_24_percent_the_value_falls_back(realisasi: str, nilai: int | Fraction) -> None:
    assert nilai_aspek("waktu", Decimal(100), Decimal(realisasi)) == nilai


@given(VALUES, KEBIJAKAN)
def test_every_value_has_exactly_one_category(value: Fraction, kebijakan: KebijakanBatas) -> None:
    limits = ambang(kebijakan)
    held = [limit.sebutan for limit in limits if limit.holds(value)]
    own = KATEGORI[len(limits) - len(held)]
    assert held == list(KATEGORI[len(limits) - len(held) : len(limits)])  # no band is skipped
    assert sebutan(value, kebijakan) == own


@given(VALUES, VALUES, KEBIJAKAN)
def test_a_higher_value_never_has_a_lower_category(
    one: Fraction, other: Fraction, kebijakan: KebijakanBatas
) -> None:
    low, high = sorted((one, other))
    rank = {nama: place for place, nama in enumerate(KATEGORI)}
    assert rank[sebutan(low, kebijakan)] >= rank[sebutan(high, kebijakan)]


EDGE_TABLE = [
    (KebijakanBatas.BATAS_BAWAH, "91", "Baik", "Sangat Baik", "Sangat Baik"),
    (KebijakanBatas.BATAS_BAWAH, "76", "Cukup", "Baik", "Baik"),
    (KebijakanBatas.BATAS_BAWAH, "61", "Kurang", "Cukup", "Cukup"),
    (KebijakanBatas.BATAS_BAWAH, "51", "Buruk", "Kurang", "Kurang"),
    (KebijakanBatas.LEMBAR_BKN, "90.99", "Baik", "Baik", "Sangat Baik"),
    (KebijakanBatas.LEMBAR_BKN, "75", "Cukup", "Cukup", "Baik"),
    (KebijakanBatas.LEMBAR_BKN, "60", "Kurang", "Kurang", "Cukup"),
    (KebijakanBatas.LEMBAR_BKN, "50", "Buruk", "Buruk", "Kurang"),
]


@pytest.mark.parametrize(("kebijakan", "batas", "below", "at", "above"), EDGE_TABLE)
def test_a_limit_is_decided_just_below_at_and_just_above_it(
    kebijakan: KebijakanBatas, batas: str, below: str, at: str, above: str
) -> None:
    edge, hair = Fraction(batas), Fraction(1, 10**30)
    found = [sebutan(edge + step, kebijakan) for step in (-hair, Fraction(0), hair)]
    assert found == [below, at, above]


def test_the_table_of_limits_is_complete() -> None:
    assert {(row[0], Fraction(row[1])) for row in EDGE_TABLE} == {
        (kebijakan, limit.batas) for kebijakan, limit in LIMITS
    }


@pytest.mark.parametrize("low", [50, 60, 75, 90])
def test_a_value_between_two_printed_bands_is_a_boundary_value_ends_excluded(low: int) -> None:
    hair = Fraction(1, 10**30)
    assert [is_batas(Fraction(end)) for end in (low, low + 1)] == [False, False]
    inside = (low + hair, low + Fraction(1, 2), low + 1 - hair)
    assert [is_batas(value) for value in inside] == [True, True, True]
    assert [is_batas(value) for value in (low - hair, low + 1 + hair)] == [False, False]


@given(VALUES, KEBIJAKAN)
def test_a_printed_value_is_never_on_the_wrong_side_of_a_limit(
    value: Fraction, kebijakan: KebijakanBatas
) -> None:
    text = revealing(value, ambang(kebijakan))
    near = Fraction(text.replace(",", "."))
    assert sebutan(near, kebijakan) == sebutan(value, kebijakan)
    decimals = len(text.partition(",")[2])
    assert abs(near - value) <= Fraction(1, 2 * 10**decimals)
    fewest = next(
        places
        for places in count(2)
        if sebutan(half_up(value, places), kebijakan) == sebutan(value, kebijakan)
    )
    assert decimals == fewest


def half_up(value: Fraction, places: int) -> Fraction:
    whole, rest = divmod(abs(value) * 10**places, 1)
    near = Fraction(whole + (rest >= Fraction(1, 2)), 10**places)
    return -near if value < 0 else near


def test_the_skp_value_too_prints_the_decimal_that_decides() -> None:
    satu = kegiatan(1, (100, 100, 12, None), ("61.99", 90, 12, None))
    hasil = PP46.nilai(penilaian(satu_bagian(satu)), periode())
    assert hasil.nilai_skp == Fraction(22799, 300)
    assert (hasil.nilai_skp_tampil, hasil.sebutan_skp) == ("75,997", "Cukup")
    assert "75,997" in [step.hasil for step in hasil.langkah if step.uraian == "Nilai SKP"]


@pytest.mark.parametrize(
    ("tingkat", "nilai"),
    [
        ((), 0),
        ((Tingkat.UNIT,), 3),
        ((Tingkat.ORGANISASI,), 6),
        ((Tingkat.NEGARA,), 12),
        ((Tingkat.UNIT, Tingkat.NEGARA, Tingkat.ORGANISASI), 12),
        ((Tingkat.UNIT, Tingkat.UNIT), 3),
    ],
)
def test_only_the_highest_creation_counts(tingkat: tuple[Tingkat, ...], nilai: int) -> None:
    assert nilai_kreativitas(tingkat) == nilai
    bagian = replace(satu_bagian(kegiatan()), tambahan=tambahan(0, tingkat))
    assert nilai_bagian(bagian, KuantitasNol.NOL).nilai_kreativitas == nilai
