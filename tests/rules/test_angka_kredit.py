"""The predikat becomes angka kredit by jenjang and whole months (Peraturan BKN 3/2023, C)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skp_tui.domain.appraisal import Alasan, Bagian, Evaluasi, Pengecualian, Penilaian, Peringkat
from skp_tui.domain.office import JenisJabatan
from skp_tui.domain.period import Periode
from skp_tui.rules.angka_kredit import (
    KOEFISIEN,
    PERSEN,
    Jenjang,
    angka_kredit,
    bagian_kabur,
    bulan_bagian,
    isi_tanggal,
    jenjang_of,
    jumlah,
    konversi,
    masa_jenjang,
)
from skp_tui.rules.permenpanrb6 import KATEGORI, PERMENPANRB6
from tests.rules.appraisals import PEGAWAI

WHOLE_YEAR = {
    # jenjang: Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang
    "Pemula": ("5.63", "3.75", "2.81", "1.88", "0.94"),
    "Terampil": ("7.50", "5.00", "3.75", "2.50", "1.25"),
    "Mahir": ("18.75", "12.50", "9.38", "6.25", "3.13"),
    "Penyelia": ("37.50", "25.00", "18.75", "12.50", "6.25"),
    "Ahli Pertama": ("18.75", "12.50", "9.38", "6.25", "3.13"),
    "Ahli Muda": ("37.50", "25.00", "18.75", "12.50", "6.25"),
    "Ahli Madya": ("56.25", "37.50", "28.13", "18.75", "9.38"),
    "Ahli Utama": ("75.00", "50.00", "37.50", "25.00", "12.50"),
}


@pytest.mark.parametrize("jenjang", list(Jenjang))
def test_a_whole_year_of_every_jenjang_and_predikat(jenjang: Jenjang) -> None:
    found = [str(angka_kredit(predikat, jenjang, 12)) for predikat in KATEGORI]
    assert found == list(WHOLE_YEAR[jenjang])


PART_YEARS = {
    # jenjang: Baik in 1, 2, 3 ... 11 months
    "Pemula": "0.31 0.63 0.94 1.25 1.56 1.88 2.19 2.50 2.81 3.13 3.44",
    "Terampil": "0.42 0.83 1.25 1.67 2.08 2.50 2.92 3.33 3.75 4.17 4.58",
    "Mahir": "1.04 2.08 3.13 4.17 5.21 6.25 7.29 8.33 9.38 10.42 11.46",
    "Penyelia": "2.08 4.17 6.25 8.33 10.42 12.50 14.58 16.67 18.75 20.83 22.92",
    "Ahli Pertama": "1.04 2.08 3.13 4.17 5.21 6.25 7.29 8.33 9.38 10.42 11.46",
    "Ahli Muda": "2.08 4.17 6.25 8.33 10.42 12.50 14.58 16.67 18.75 20.83 22.92",
    "Ahli Madya": "3.13 6.25 9.38 12.50 15.63 18.75 21.88 25.00 28.13 31.25 34.38",
    "Ahli Utama": "4.17 8.33 12.50 16.67 20.83 25.00 29.17 33.33 37.50 41.67 45.83",
}


@pytest.mark.parametrize("jenjang", list(Jenjang))
def test_every_part_of_a_year_of_every_jenjang_at_baik(jenjang: Jenjang) -> None:
    found = " ".join(str(angka_kredit("Baik", jenjang, bulan)) for bulan in range(1, 12))
    assert found == PART_YEARS[jenjang]


SIX_AND_SEVEN = {
    # jenjang: the five predikats in 6 months, and in 7
    "Pemula": ("2.81 1.88 1.41 0.94 0.47", "3.28 2.19 1.64 1.09 0.55"),
    "Terampil": ("3.75 2.50 1.88 1.25 0.63", "4.38 2.92 2.19 1.46 0.73"),
    "Mahir": ("9.38 6.25 4.69 3.13 1.56", "10.94 7.29 5.47 3.65 1.82"),
    "Penyelia": ("18.75 12.50 9.38 6.25 3.13", "21.88 14.58 10.94 7.29 3.65"),
    "Ahli Pertama": ("9.38 6.25 4.69 3.13 1.56", "10.94 7.29 5.47 3.65 1.82"),
    "Ahli Muda": ("18.75 12.50 9.38 6.25 3.13", "21.88 14.58 10.94 7.29 3.65"),
    "Ahli Madya": ("28.13 18.75 14.06 9.38 4.69", "32.81 21.88 16.41 10.94 5.47"),
    "Ahli Utama": ("37.50 25.00 18.75 12.50 6.25", "43.75 29.17 21.88 14.58 7.29"),
}


@pytest.mark.parametrize("jenjang", list(Jenjang))
def test_part_years_of_every_predikat(jenjang: Jenjang) -> None:
    for bulan, expected in zip((6, 7), SIX_AND_SEVEN[jenjang], strict=True):
        found = " ".join(str(angka_kredit(predikat, jenjang, bulan)) for predikat in KATEGORI)
        assert found == expected


@pytest.mark.parametrize("predikat", list(PERSEN))
@pytest.mark.parametrize("jenjang", list(Jenjang))
def test_it_is_exact_and_rounded_once_half_up(predikat: str, jenjang: Jenjang) -> None:
    for bulan in range(13):
        exact = Fraction(PERSEN[predikat] * bulan, 1200) * Fraction(KOEFISIEN[jenjang])
        off = Fraction(angka_kredit(predikat, jenjang, bulan)) - exact
        assert Fraction(-1, 200) < off <= Fraction(1, 200)


def test_the_table_of_the_regulation() -> None:
    assert {str(jenjang): str(value) for jenjang, value in KOEFISIEN.items()} == {
        "Pemula": "3.75", "Terampil": "5", "Mahir": "12.5", "Penyelia": "25",
        "Ahli Pertama": "12.5", "Ahli Muda": "25", "Ahli Madya": "37.5", "Ahli Utama": "50",
    }  # fmt: skip
    assert [PERSEN[predikat] for predikat in KATEGORI] == [150, 100, 75, 50, 25]
    assert PERSEN["Cukup"] == PERSEN["Butuh Perbaikan"]


# The jenjang of a post

POSTS = (
    ("Analis SDM Aparatur Ahli Muda", "Ahli Muda"),
    ("ANALIS SDM APARATUR AHLI MUDA", "Ahli Muda"),
    ("Guru Ahli  Pertama", "Ahli Pertama"),
    ("Ahli Pertama - Guru Kelas", "Ahli Pertama"),
    ("TERAMPIL - BIDAN", "Terampil"),
    ("Analis Kebijakan Ahli Madya (Plt. Kepala Bidang)", "Ahli Madya"),
    ("Perencana Ahli Muda/Subkoordinator Program", "Ahli Muda"),
    ("Dokter Ahli Utama pada RSUD Contoh", "Ahli Utama"),
    ("Arsiparis Terampil", "Terampil"),
    ("Pranata Komputer Mahir", "Mahir"),
    ("Perawat Penyelia", "Penyelia"),
    ("Arsiparis Pemula", "Pemula"),
    ("Arsiparis Pelaksana/Terampil", "Terampil"),
    ("Pranata Komputer Pelaksana", "Terampil"),
    ("Perawat Pelaksana Lanjutan", "Mahir"),
    ("Pranata Komputer Pelaksana Pemula", "Pemula"),
    ("Analis Kepegawaian Pertama", "Ahli Pertama"),
    ("Guru Muda", "Ahli Muda"),
    ("Pengawas Sekolah Madya", "Ahli Madya"),
    ("Widyaiswara Utama", "Ahli Utama"),
    ("Pengelola Kepegawaian", None),
    ("Guru Pembina", None),
    ("Pembina Pemuda", None),
    ("Staf Ahli Bidang Hukum", None),
    ("Analis Ahli Muda/Ahli Madya", None),
    ("", None),
)


@pytest.mark.parametrize(("jabatan", "jenjang"), POSTS)
def test_the_jenjang_is_read_from_how_a_post_is_called(jabatan: str, jenjang: str | None) -> None:
    assert jenjang_of(jabatan) == jenjang


@pytest.mark.parametrize(
    ("jabatan", "jenis", "jenjang"),
    [
        ("Analis SDM Aparatur Ahli Muda", None, "Ahli Muda"),
        ("Arsiparis Terampil", None, "Terampil"),
        ("Sekretaris Utama", None, None),
        ("Sekretaris Utama", JenisJabatan.STRUKTURAL, None),
        ("Kepala Pelaksana", None, None),
        ("Pelaksana", JenisJabatan.FUNGSIONAL_UMUM, None),
        ("Arsiparis Terampil", JenisJabatan.FUNGSIONAL_UMUM, None),
    ],
)
def test_other_kinds_of_post_have_no_jenjang_however_they_end(
    jabatan: str, jenis: JenisJabatan | None, jenjang: str | None
) -> None:
    assert jenjang_of(jabatan, jenis) == jenjang


# The months of a part


def of_parts(*spans: tuple[date | None, date | None], jabatan: str = "Guru Ahli Muda") -> Penilaian:
    """Return an appraisal of 2025 at Baik, with parts that run so."""
    parts = tuple(
        Bagian(
            nomor, "1.1", jabatan=jabatan, jenis_jabatan=JenisJabatan.FUNGSIONAL_TERTENTU,
            mulai=mulai, selesai=selesai,
        )
        for nomor, (mulai, selesai) in enumerate(spans, start=1)
    )  # fmt: skip
    both = Evaluasi("tahunan", Peringkat.SESUAI, Peringkat.SESUAI)
    return Penilaian(2025, PEGAWAI, parts, evaluasi=(both,))


def day(month: int, number: int) -> date:
    """Return a day of 2025."""
    return date(2025, month, number)


MONTHS = (
    # from and to of each part, their months
    (((None, None),), (12,)),
    (((day(1, 1), day(12, 31)),), (12,)),
    (((day(1, 1), day(6, 30)), (day(7, 1), None)), (6, 6)),
    (((None, day(6, 30)), (day(7, 1), None)), (6, 6)),
    # a month that is broken by a move goes to the longer part, of two equal ones to the earlier
    (((None, day(6, 15)), (day(6, 16), None)), (6, 6)),
    (((None, day(6, 14)), (day(6, 15), None)), (5, 7)),
    (((None, day(7, 15)), (day(7, 16), None)), (6, 6)),
    (((None, day(7, 16)), (day(7, 17), None)), (7, 5)),
    (((None, day(2, 14)), (day(2, 15), None)), (2, 10)),
    # three parts in one month
    (((None, day(5, 10)), (day(5, 11), day(5, 20)), (day(5, 21), None)), (4, 0, 8)),
    # a month held for less than half counts for nobody
    (((day(3, 18), None),), (9,)),
    (((day(3, 17), None),), (9,)),
    (((day(3, 16), None),), (10,)),
    (((day(6, 16), None),), (7,)),
    (((day(6, 17), None),), (6,)),
    (((day(1, 1), day(4, 15)),), (4,)),
    (((day(1, 1), day(4, 14)),), (3,)),
    (((None, day(4, 10)), (day(8, 20), None)), (3, 4)),
    # days that lie over each other, as a file may bring them, count once
    (((day(1, 1), day(12, 31)), (day(1, 1), day(12, 31))), (12, 0)),
    (((day(1, 1), day(8, 31)), (day(5, 1), day(12, 31))), (8, 4)),
    # days outside the year count for nobody
    (((date(2024, 1, 1), day(3, 31)), (day(4, 1), date(2026, 5, 1))), (3, 9)),
    # the end before the beginning
    (((day(9, 1), day(3, 1)),), (0,)),
)


@pytest.mark.parametrize(("spans", "months"), MONTHS)
def test_the_whole_months_of_each_part(
    spans: tuple[tuple[date | None, date | None], ...], months: tuple[int, ...]
) -> None:
    assert tuple(bulan_bagian(of_parts(*spans)).values()) == months


def test_only_the_active_months_of_a_person_count() -> None:
    whole = of_parts((None, None))
    begun = replace(whole, pegawai=replace(PEGAWAI, aktif_sejak=day(3, 1)))
    assert bulan_bagian(begun) == {1: 10}
    ended = replace(of_parts((day(1, 1), None)), pegawai=replace(PEGAWAI, aktif_sampai=day(8, 31)))
    assert bulan_bagian(ended) == {1: 8}


@given(st.lists(st.integers(0, 364), max_size=5, unique=True).map(sorted))
def test_moves_inside_the_year_lose_no_month_and_double_none(cuts: list[int]) -> None:
    first = date(2025, 1, 1)
    starts = [first, *(first + timedelta(cut) for cut in cuts if cut)]
    ends = [start - timedelta(1) for start in starts[1:]] + [date(2025, 12, 31)]
    months = bulan_bagian(of_parts(*zip(starts, ends, strict=True)))
    assert sum(months.values()) == 12


DAYS = st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31))


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=4))
def test_whatever_days_are_given_a_year_has_at_most_twelve_months(
    spans: list[tuple[date | None, date | None]],
) -> None:
    months = bulan_bagian(of_parts(*spans))
    assert all(0 <= many <= 12 for many in months.values())
    assert sum(months.values()) <= 12


# The conversion of a year


def converted(penilaian: Penilaian) -> list[tuple[str, int, str]]:
    """Return jenjang, months and angka kredit of each conversion."""
    hasil = PERMENPANRB6.nilai(penilaian, Periode(penilaian.tahun, "PERMENPANRB6"))
    found = konversi(penilaian, hasil)
    return [(str(satu.jenjang), satu.bulan, str(satu.angka_kredit)) for satu in found]


def test_a_whole_year_in_one_post() -> None:
    assert converted(of_parts((None, None))) == [("Ahli Muda", 12, "25.00")]


def test_a_move_to_another_unit_costs_no_hundredth() -> None:
    moved = of_parts((None, day(5, 31)), (day(6, 1), None), jabatan="Guru Ahli Pertama")
    assert converted(moved) == [("Ahli Pertama", 12, "12.50")]
    three = of_parts(
        (None, day(4, 30)), (day(5, 1), day(8, 31)), (day(9, 1), None), jabatan="Guru Ahli Utama"
    )
    assert converted(three) == [("Ahli Utama", 12, "50.00")]


def test_a_promotion_inside_the_year_is_converted_by_each_jenjang() -> None:
    raised = of_parts((None, day(3, 31)), (day(4, 1), None))
    first, second = raised.bagian
    raised = replace(raised, bagian=(replace(first, jabatan="Guru Ahli Pertama"), second))
    assert converted(raised) == [("Ahli Pertama", 3, "3.13"), ("Ahli Muda", 9, "18.75")]
    hasil = PERMENPANRB6.nilai(raised, Periode(2025, "PERMENPANRB6"))
    assert jumlah(konversi(raised, hasil)) == Decimal("21.88")


def test_months_in_a_post_without_jenjang_earn_nothing() -> None:
    raised = of_parts((None, day(6, 30)), (day(7, 1), None))
    first, second = raised.bagian
    general = replace(first, jabatan="Kepala Seksi", jenis_jabatan=JenisJabatan.STRUKTURAL)
    assert converted(replace(raised, bagian=(general, second))) == [("Ahli Muda", 6, "12.50")]


def test_somebody_without_parts_has_the_year_in_his_present_post() -> None:
    both = Evaluasi("tahunan", Peringkat.DI_ATAS, Peringkat.DI_ATAS)
    pegawai = replace(PEGAWAI, jabatan="Arsiparis Mahir", jenis_jabatan=None)
    assert converted(Penilaian(2025, pegawai, evaluasi=(both,))) == [("Mahir", 12, "18.75")]


def test_nothing_is_converted_before_2023_without_a_predikat_or_of_who_is_excepted() -> None:
    whole = of_parts((None, None))
    assert converted(replace(whole, tahun=2022)) == []
    assert converted(replace(whole, tahun=2023)) == [("Ahli Muda", 12, "25.00")]
    assert converted(replace(whole, evaluasi=())) == []
    away = Pengecualian(Alasan.PENSIUN, day(5, 1))
    assert converted(replace(whole, pengecualian=away)) == []


# Parts whose days do not tell the months


def raised(*spans: tuple[date | None, date | None], first: str = "Guru Ahli Pertama") -> Penilaian:
    """Return somebody whose first part was served in another post."""
    whole = of_parts(*spans)
    return replace(whole, bagian=(replace(whole.bagian[0], jabatan=first), *whole.bagian[1:]))


NOBODY: tuple[None, None] = (None, None)
UNCLEAR = (
    # days of each part, the parts that are to be filled in
    ((NOBODY, NOBODY), (1, 2)),
    (((day(1, 1), None), (None, day(12, 31))), (1, 2)),
    (((day(1, 1), day(8, 31)), (day(5, 1), day(12, 31))), (1, 2)),
    (((day(1, 1), day(5, 1)), (day(5, 1), day(12, 31))), (1, 2)),
    ((NOBODY, NOBODY, NOBODY), (1, 2, 3)),
    (((None, day(3, 31)), NOBODY), ()),
    ((NOBODY, (day(4, 1), None)), ()),
    # the second and third are of one jenjang, so that it is all the same
    (((None, day(3, 31)), NOBODY, NOBODY), ()),
    # a part of which no day is left
    (((None, day(12, 31)), NOBODY), (2,)),
    (((day(9, 1), day(3, 1)), (day(9, 2), None)), (1,)),
)


@pytest.mark.parametrize(("spans", "parts"), UNCLEAR)
def test_parts_of_two_jenjang_that_lie_over_each_other_are_not_converted(
    spans: tuple[tuple[date | None, date | None], ...], parts: tuple[int, ...]
) -> None:
    found = raised(*spans)
    assert bagian_kabur(found) == parts
    assert bool(converted(found)) is not bool(parts)
    assert all((satu.bulan is None) is bool(parts) for satu in masa_jenjang(found))


def test_a_post_without_jenjang_is_told_apart_from_one_that_has_it() -> None:
    assert bagian_kabur(raised(NOBODY, NOBODY, first="Pengelola Data")) == (1, 2)


def test_parts_of_one_jenjang_need_no_days() -> None:
    assert converted(of_parts(NOBODY, NOBODY)) == [("Ahli Muda", 12, "25.00")]


def test_a_day_of_several_parts_counts_once_towards_half_a_month() -> None:
    whole = of_parts(NOBODY, NOBODY, NOBODY)
    late = replace(whole, pegawai=replace(PEGAWAI, aktif_sejak=day(6, 25)))
    assert converted(late) == [("Ahli Muda", 6, "12.50")]


@given(st.lists(st.tuples(DAYS, DAYS), min_size=2, max_size=4))
def test_where_it_is_converted_no_day_is_of_two_jenjang(
    spans: list[tuple[date | None, date | None]],
) -> None:
    found = raised(*spans)
    if not bagian_kabur(found):
        months = [satu.bulan for satu in masa_jenjang(found)]
        assert sum(many or 0 for many in months) <= 12
        assert None not in months


def test_the_parts_to_be_filled_in_are_named() -> None:
    assert isi_tanggal((2,)) == "isi dahulu tanggal bagian 2, tanpa bertumpuk"
    assert isi_tanggal((1, 2)) == "isi dahulu tanggal bagian 1 dan 2, tanpa bertumpuk"
    assert isi_tanggal((1, 2, 4)) == "isi dahulu tanggal bagian 1, 2 dan 4, tanpa bertumpuk"
