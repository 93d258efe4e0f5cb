"""A stored value obeys the same rules whoever brings it, and is refused with the same words."""

from decimal import Decimal

import pytest

from skp_tui.domain.appraisal import PERILAKU
from skp_tui.domain.office import JenisJabatan
from skp_tui.domain.validity import (
    fault_of_nilai_luar,
    faults_of_kegiatan,
    faults_of_perilaku,
    faults_of_tambahan,
    many_kegiatan,
    odd_kepemimpinan,
)

LENGKAP: dict[str, Decimal | None] = {
    "ak": None,
    "target_kuantitas": Decimal(10),
    "target_kualitas": Decimal(100),
    "target_waktu": Decimal(12),
    "target_biaya": None,
    "realisasi_kuantitas": Decimal(0),
    "realisasi_kualitas": Decimal(100),
    "realisasi_waktu": Decimal(0),
    "realisasi_biaya": None,
}


def with_values(**values: str | None) -> dict[str, Decimal | None]:
    return LENGKAP | {
        kolom: None if value is None else Decimal(value) for kolom, value in values.items()
    }


def test_a_good_or_an_empty_activity_has_no_fault() -> None:
    assert faults_of_kegiatan(LENGKAP) == {}
    assert faults_of_kegiatan({}) == {}
    assert faults_of_kegiatan(with_values(target_biaya="1", realisasi_biaya="0", ak="0")) == {}
    assert faults_of_kegiatan(with_values(realisasi_kuantitas="25", realisasi_waktu="99")) == {}
    assert faults_of_kegiatan(with_values(target_kualitas="0.000001")) == {}


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        (
            {"target_kuantitas": "0"},
            {
                "target_kuantitas": (
                    "target kuantitas harus lebih dari 0; isi target yang sebenarnya"
                )
            },
        ),
        (
            {"target_waktu": "-1"},
            {"target_waktu": "target waktu harus lebih dari 0; isi target yang sebenarnya"},
        ),
        (
            {"target_biaya": "0"},
            {"target_biaya": "target biaya harus lebih dari 0; kosongkan bila tanpa biaya"},
        ),
        (
            {"target_kualitas": "100.000001"},
            {"target_kualitas": "target kualitas (mutu) paling tinggi 100, bukan 100,000001"},
        ),
        (
            {"realisasi_kualitas": "1234.5"},
            {"realisasi_kualitas": "realisasi kualitas (mutu) paling tinggi 100, bukan 1.234,5"},
        ),
        (
            {"realisasi_waktu": "-0.5"},
            {"realisasi_waktu": "realisasi waktu tidak boleh negatif"},
        ),
        (
            {"realisasi_biaya": "5"},
            {"realisasi_biaya": "realisasi biaya tanpa target; isi dahulu target biaya"},
        ),
        (
            {"target_kuantitas": None},
            {
                "realisasi_kuantitas": (
                    "realisasi kuantitas tanpa target; isi dahulu target kuantitas"
                )
            },
        ),
        ({"ak": "-0.1"}, {"ak": "angka kredit tidak boleh negatif"}),
    ],
)
def test_each_fault_of_an_activity_names_its_column(
    values: dict[str, str | None], faults: dict[str, str]
) -> None:
    assert faults_of_kegiatan(with_values(**values)) == faults


def test_all_faults_of_an_activity_are_named_at_once() -> None:
    values = with_values(target_kuantitas="0", realisasi_kualitas="101", ak="-1")
    assert list(faults_of_kegiatan(values)) == ["target_kuantitas", "realisasi_kualitas", "ak"]


@pytest.mark.parametrize("nama", PERILAKU)
@pytest.mark.parametrize(("value", "words"), [("-0.01", "-0,01"), ("100.01", "100,01")])
def test_perilaku_outside_0_to_100_is_refused(nama: str, value: str, words: str) -> None:
    assert faults_of_perilaku({nama: Decimal(value)}) == {
        nama: f"nilai perilaku antara 0 dan 100, bukan {words}"
    }


def test_perilaku_may_be_0_or_100_or_empty() -> None:
    assert faults_of_perilaku({"integritas": Decimal(0), "disiplin": Decimal(100)}) == {}
    assert faults_of_perilaku(dict.fromkeys(PERILAKU)) == {}
    assert faults_of_perilaku({}) == {}


@pytest.mark.parametrize(
    ("jenis", "tingkat", "faults"),
    [
        ("kreativitas", "unit", {}),
        ("tugas_tambahan", None, {}),
        ("tugas_tambahan", "", {}),
        (None, None, {}),
        (
            "kreativitas",
            None,
            {"tingkat": "kreativitas perlu tingkat: unit, organisasi atau negara"},
        ),
        (
            "kreativitas",
            "",
            {"tingkat": "kreativitas perlu tingkat: unit, organisasi atau negara"},
        ),
        (
            "tugas_tambahan",
            "unit",
            {"tingkat": "tugas tambahan tidak bertingkat; kosongkan kolom ini"},
        ),
    ],
)
def test_only_a_creation_has_a_level_and_it_needs_one(
    jenis: str | None, tingkat: str | None, faults: dict[str, str]
) -> None:
    assert faults_of_tambahan(jenis, tingkat) == faults


@pytest.mark.parametrize(
    ("jenis", "nilai", "fault"),
    [
        ("akademik", "0", None),
        ("akademik", "100", None),
        ("akademik", "100.5", "nilai akademik antara 0 dan 100, bukan 100,5"),
        ("akademik", "-1", "nilai tidak boleh negatif"),
        ("skp", "112.5", None),
        ("skp", "-1", "nilai tidak boleh negatif"),
    ],
)
def test_a_value_from_elsewhere_has_its_bounds(jenis: str, nilai: str, fault: str | None) -> None:
    assert fault_of_nilai_luar(jenis, Decimal(nilai)) == fault


@pytest.mark.parametrize(
    ("jenis", "filled", "said"),
    [
        (None, True, None),
        (None, False, None),
        (JenisJabatan.STRUKTURAL, True, None),
        (JenisJabatan.STRUKTURAL, False, "kepemimpinan kosong, padahal jabatannya struktural"),
        (JenisJabatan.FUNGSIONAL_UMUM, False, None),
        (
            JenisJabatan.FUNGSIONAL_UMUM,
            True,
            "kepemimpinan diisi, padahal jabatannya bukan struktural",
        ),
    ],
)
def test_kepemimpinan_that_does_not_fit_the_post_is_pointed_out(
    jenis: JenisJabatan | None, filled: bool, said: str | None
) -> None:
    assert odd_kepemimpinan(jenis, filled=filled) == said


def test_more_than_ten_activities_are_pointed_out() -> None:
    assert many_kegiatan(1, 10) is None
    assert many_kegiatan(2, 11) == (
        "bagian 2 berisi 11 kegiatan; petunjuk pengisian menyarankan paling banyak 10"
    )
