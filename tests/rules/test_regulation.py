"""A year is appraised under the regulation that was in force for it, for ever."""

from datetime import date
from itertools import pairwise

import pytest

from skp_tui.domain.period import TAHUN_PERTAMA, TAHUN_TERAKHIR, Periode, batas_waktu
from skp_tui.errors import DatabaseError, InputError
from skp_tui.rules.permenpanrb6 import PERMENPANRB6
from skp_tui.rules.pp30 import PP30
from skp_tui.rules.pp46 import PP46
from skp_tui.rules.regulation import (
    MASA,
    check_isian,
    masa_of,
    nama_peraturan,
    peraturan_named,
    peraturan_of,
    peraturan_periode,
    peraturan_stored,
)


@pytest.mark.parametrize(
    ("tahun", "kode"),
    [
        (2014, "PP46"),
        (2017, "PP46"),
        (2020, "PP46"),
        (2021, "PP30"),
        (2022, "PERMENPANRB6"),
        (2099, "PERMENPANRB6"),
    ],
)
def test_the_regulation_follows_the_year(tahun: int, kode: str) -> None:
    assert masa_of(tahun).kode == kode


@pytest.mark.parametrize("tahun", [2014, 2020])
def test_a_year_of_pp46_is_scored_by_it(tahun: int) -> None:
    assert peraturan_of(tahun) is PP46
    assert (PP46.kode, PP46.nama) == (masa_of(tahun).kode, masa_of(tahun).nama)


def test_later_years_have_regulations_of_their_own() -> None:
    assert peraturan_of(2021) is PP30
    assert peraturan_of(2022) is peraturan_of(2099) is PERMENPANRB6


@pytest.mark.parametrize(
    ("tahun", "isian", "nama"),
    [(2020, "evaluasi", "PP 46/2011"), (2021, "kegiatan", "PP 30/2019"),
     (2022, "perilaku", "PermenPANRB 6/2022")],
)  # fmt: skip
def test_what_a_regulation_does_not_know_is_refused_by_its_name(
    tahun: int, isian: str, nama: str
) -> None:
    with pytest.raises(InputError, match=f"{nama}, yang tidak memakai {isian}"):
        check_isian(peraturan_of(tahun), tahun, isian)


@pytest.mark.parametrize("tahun", [2013, 1999, 0, -1])
def test_a_year_before_2014_is_refused(tahun: int) -> None:
    with pytest.raises(InputError) as refused:
        masa_of(tahun)
    assert refused.value.kalimat() == (
        f"Tahun {tahun} belum memakai SKP; penilaian dimulai tahun 2014. "
        "Pilih tahun 2014 atau sesudahnya."
    )


@pytest.mark.parametrize("tahun", [9999, 20199, 10**30])
def test_a_year_whose_deadline_is_no_date_is_refused(tahun: int) -> None:
    with pytest.raises(InputError, match=f"Tahun {tahun} terlalu jauh"):
        masa_of(tahun)
    assert batas_waktu(TAHUN_TERAKHIR) == date(9999, 1, 31)


def test_a_period_keeps_its_regulation_whatever_governs_its_year() -> None:
    assert peraturan_periode(Periode(2025, "PP46")) is PP46
    assert peraturan_stored(2025, "PP46") is PP46
    assert peraturan_stored(2025, None) is PERMENPANRB6


def test_a_regulation_of_a_newer_program_is_named_and_nothing_is_guessed() -> None:
    assert peraturan_named("KELAK") is None
    assert nama_peraturan("KELAK") == "KELAK"
    assert nama_peraturan("PP30") == "PP 30/2019"
    with pytest.raises(DatabaseError) as refused:
        peraturan_periode(Periode(2027, "KELAK"))
    assert refused.value.kalimat() == (
        "Tahun 2027 memakai peraturan KELAK, yang belum dikenal program ini. "
        "Pasang skp-tui yang terbaru; isinya tidak disentuh."
    )


def test_each_year_has_one_regulation_without_gap_or_overlap() -> None:
    assert MASA[0].dari == TAHUN_PERTAMA
    for earlier, later in pairwise(MASA):
        assert earlier.sampai is not None
        assert earlier.sampai + 1 == later.dari
    assert MASA[-1].sampai is None


def test_baik_or_better_are_the_two_best_categories() -> None:
    assert PP46.kategori == ("Sangat Baik", "Baik", "Cukup", "Kurang", "Buruk")
    assert PP30.kategori == ("Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang")
    best = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")
    assert PERMENPANRB6.kategori == best
    for peraturan in (PP46, PP30, PERMENPANRB6):
        assert set(peraturan.minimal_baik) == set(peraturan.kategori[:2])
