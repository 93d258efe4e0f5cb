"""Whether an outcome reaches its target: only numbers can tell, and it decides nothing."""

import pytest

from skp_tui.domain.appraisal import Bagian, Penilaian
from skp_tui.domain.kinerja import HasilKerja, Indikator
from skp_tui.domain.office import Pegawai
from skp_tui.domain.ukuran import stored_ukuran
from skp_tui.rules.target import Terpenuhi, has_odd_outcome, odd_outcome, reaches, terpenuhi


def indikator(
    target: str | None, realisasi: str | None, aspek: str = "kuantitas", satuan: str = ""
) -> Indikator:
    return Indikator(1, "x", aspek, stored_ukuran(target), satuan, stored_ukuran(realisasi))


@pytest.mark.parametrize(
    ("target", "realisasi", "aspek", "satuan", "expected"),
    [
        ("12", "12", "kuantitas", "laporan", True),
        ("12", "11.999", "kuantitas", "laporan", False),
        ("12", "12.001", "kuantitas", "laporan", True),
        ("0.1", "0.1", "kualitas", "", True),
        ("85", "84.99", "kualitas", "%", False),
        ("12", "12", "waktu", "bulan", True),
        ("12", "11", "waktu", "bulan", True),
        ("12", "12.001", "waktu", "bulan", False),
        ("1000000", "1000001", "biaya", "rupiah", False),
        ("1000000", "0", "biaya", "rupiah", True),
        ("100", "99", "waktu", "%", False),
        ("100", "100", "waktu", " Persen ", True),
        ("12", None, "kuantitas", "", None),
        (None, None, "kuantitas", "", None),
        ("lengkap", "lengkap", "kualitas", "", None),
        ("12", "dua belas", "kuantitas", "", None),
        ("31 Desember 2025", "20 Desember 2025", "waktu", "", None),
    ],
)
def test_an_outcome_reaches_its_target(
    target: str | None, realisasi: str | None, aspek: str, satuan: str, expected: bool | None
) -> None:
    assert reaches(indikator(target, realisasi, aspek, satuan)) is expected


def test_all_parts_and_results_of_a_year_are_counted_together() -> None:
    met, missed = indikator("1", "1"), indikator("2", "1")
    open_, words = indikator("1", None), indikator("ada", "ada")
    parts = (
        Bagian(1, "1", hasil_kerja=(HasilKerja(1, "a", indikator=(met, open_)),)),
        Bagian(
            2,
            "1",
            hasil_kerja=(
                HasilKerja(1, "b", indikator=(missed, words)),
                HasilKerja(2, "c", indikator=(met,)),
                HasilKerja(3, "d"),
            ),
        ),
    )
    penilaian = Penilaian(2025, Pegawai("197306071998032907", "Sari Contoh", "1"), parts)
    assert terpenuhi(penilaian) == Terpenuhi(terpenuhi=2, terbanding=3, belum=1, semua=5)
    assert (terpenuhi(penilaian).berangka, terpenuhi(penilaian).lain) == (4, 1)
    assert not has_odd_outcome(penilaian)


def test_a_word_for_a_number_counts_among_the_targets_as_not_reached() -> None:
    met, word = indikator("1", "1"), indikator("2", "abc", satuan="laporan")
    open_, words = indikator("1", None), indikator("ada", "ada")
    results = (HasilKerja(1, "a", indikator=(met, word, open_, words)),)
    pegawai = Pegawai("197306071998032907", "Sari Contoh", "1")
    penilaian = Penilaian(2025, pegawai, (Bagian(1, "1", hasil_kerja=results),))
    found = terpenuhi(penilaian)
    assert found == Terpenuhi(terpenuhi=1, terbanding=1, belum=1, semua=4, berupa_kata=1)
    assert (found.terisi, found.berangka, found.lain) == (2, 3, 1)
    assert has_odd_outcome(penilaian)


def test_a_year_without_indicators_reaches_nothing_of_nothing() -> None:
    penilaian = Penilaian(2025, Pegawai("197306071998032907", "Sari Contoh", "1"))
    assert terpenuhi(penilaian) == Terpenuhi()


@pytest.mark.parametrize(
    ("target", "realisasi", "pesan"),
    [
        ("12", "1250", "realisasi 1.250 sedikitnya 10 kali target 12; periksa"),
        ("12", "120", "realisasi 120 sedikitnya 10 kali target 12; periksa"),
        ("0.5", "95", "realisasi 95 sedikitnya 10 kali target 0,5; periksa"),
        ("12", "119.999", None),
        ("0", "5", None),
        ("12", None, None),
        ("12", "dua belas", "realisasi bukan angka, padahal targetnya 12; periksa"),
        ("0", "k", "realisasi bukan angka, padahal targetnya 0; periksa"),
        ("lengkap", "1250", None),
        ("lengkap", "hampir lengkap", None),
        (None, "k", None),
    ],
)
def test_an_outcome_that_is_no_number_or_ten_times_its_target_is_asked_about(
    target: str, realisasi: str | None, pesan: str | None
) -> None:
    asked = odd_outcome(indikator(target, realisasi))
    assert asked == ({} if pesan is None else {"realisasi": pesan})
