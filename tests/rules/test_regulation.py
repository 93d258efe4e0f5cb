"""A year is appraised under the regulation that was in force for it, for ever."""

from itertools import pairwise

import pytest

from skp_tui.errors import InputError
from skp_tui.rules.pp46 import PP46
from skp_tui.rules.regulation import MASA, masa_of, peraturan_of


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


@pytest.mark.parametrize(("tahun", "nama"), [(2021, "PP 30/2019"), (2022, "PermenPANRB 6/2022")])
def test_a_regulation_that_is_not_built_yet_is_refused_by_name(tahun: int, nama: str) -> None:
    with pytest.raises(InputError) as refused:
        peraturan_of(tahun)
    assert refused.value.kalimat() == (
        f"Tahun {tahun} diatur {nama}, yang belum tersedia di versi ini. "
        "Pakai tahun 2014 sampai 2020 (PP 46/2011)."
    )


@pytest.mark.parametrize("tahun", [2013, 1999, 0, -1])
def test_a_year_before_2014_is_refused(tahun: int) -> None:
    with pytest.raises(InputError) as refused:
        masa_of(tahun)
    assert refused.value.kalimat() == (
        f"Tahun {tahun} belum memakai SKP; penilaian dimulai tahun 2014. "
        "Pilih tahun 2014 atau sesudahnya."
    )


def test_each_year_has_one_regulation_without_gap_or_overlap() -> None:
    for earlier, later in pairwise(MASA):
        assert earlier.sampai is not None
        assert earlier.sampai + 1 == later.dari
    assert MASA[-1].sampai is None


def test_baik_or_better_are_the_two_best_categories() -> None:
    assert PP46.kategori == ("Sangat Baik", "Baik", "Cukup", "Kurang", "Buruk")
    assert set(PP46.minimal_baik) == set(PP46.kategori[:2])
