"""What can hardly be is asked about; nothing is refused for it (regulations A.1)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from skp_tui.domain.appraisal import Bagian, Kegiatan, Penilaian
from skp_tui.domain.office import Pegawai
from skp_tui.rules.pp46_odd import is_odd, odd_amounts, odd_outcomes

KEGIATAN = Kegiatan(
    1,
    "x",
    target_kuantitas=Decimal(10),
    target_waktu=Decimal(12),
    target_biaya=Decimal(1000),
)


@pytest.mark.parametrize(
    ("column", "value", "asked"),
    [
        ("realisasi_waktu", "21.12", None),
        ("realisasi_waktu", "21.13", "waktu 21,13 dari target 12 bulan memberi nilai negatif"),
        ("realisasi_waktu", "0", None),
        ("realisasi_biaya", "1760", None),
        ("realisasi_biaya", "1761", "biaya 1.761 dari target 1.000 memberi nilai negatif"),
        ("realisasi_kuantitas", "30", None),
        ("realisasi_kuantitas", "31", "kuantitas 31 lebih dari 3 kali target 10"),
    ],
)
def test_an_outcome_far_from_its_target_is_asked_about(
    column: str, value: str, asked: str | None
) -> None:
    kegiatan = replace(KEGIATAN, **{column: Decimal(value)})  # type: ignore[arg-type]
    expected = {} if asked is None else {column: f"{asked}; periksa"}
    assert odd_outcomes(kegiatan) == expected


def test_what_was_not_done_and_what_has_no_target_is_not_asked_about() -> None:
    not_done = replace(KEGIATAN, realisasi_kuantitas=Decimal(0), realisasi_waktu=Decimal(99))
    assert odd_outcomes(not_done) == {}
    assert odd_outcomes(Kegiatan(1, "x", realisasi_waktu=Decimal(9))) == {}


@pytest.mark.parametrize(
    ("waktu", "satuan", "most"),
    [
        ("12", "bulan", None), ("12.01", "bulan", "12"), ("15", "Bulan", "12"),
        ("53", "minggu", None), ("54", "minggu", "53"), ("366", "hari", None),
        ("367", "hari", "366"), ("1", "tahun", None), ("1.5", "tahun", "1"),
        ("5", "triwulan", "4"), ("3", "semester", "2"), ("9999", "jam", None),
    ],
)  # fmt: skip
def test_a_time_that_a_year_has_no_room_for_is_asked_about_as_target_and_as_outcome(
    waktu: str, satuan: str, most: str | None
) -> None:
    both = Decimal(waktu)
    kegiatan = Kegiatan(1, "x", satuan_waktu=satuan, target_waktu=both, realisasi_waktu=both)
    asked = odd_amounts(kegiatan)
    if most is None:
        assert asked == {}
        return
    assert list(asked) == ["target_waktu", "realisasi_waktu"]
    assert asked["realisasi_waktu"].startswith("realisasi waktu ")
    assert asked["target_waktu"].endswith(
        f" {satuan} lebih lama dari setahun ({most} {satuan}); periksa"
    )


@pytest.mark.parametrize(
    ("satuan", "asked"),
    [("118", True), ("0", True), ("", False), ("berkas", False), ("rim A4", False), ("A4", False)],
)
def test_a_number_where_the_name_of_a_unit_belongs_is_asked_about(
    satuan: str,
    asked: bool,
) -> None:
    found = odd_amounts(replace(KEGIATAN, satuan=satuan))
    assert ("satuan" in found) == asked
    assert not asked or f"satuan {satuan} berupa angka" in found["satuan"]


def test_of_a_time_that_turns_negative_that_is_said() -> None:
    late = replace(KEGIATAN, realisasi_waktu=Decimal(24))
    assert odd_amounts(late) == odd_outcomes(late)
    assert "memberi nilai negatif" in odd_amounts(late)["realisasi_waktu"]


def test_a_target_longer_than_a_year_is_asked_about_also_where_nothing_was_done() -> None:
    not_done = replace(
        KEGIATAN,
        target_waktu=Decimal(24),
        realisasi_kuantitas=Decimal(0),
        realisasi_waktu=Decimal(24),
    )
    assert list(odd_amounts(not_done)) == ["target_waktu"]


def test_one_activity_that_can_hardly_be_is_enough_to_look_at_a_person() -> None:
    def person(waktu: int) -> Penilaian:
        kegiatan = replace(KEGIATAN, realisasi_waktu=Decimal(waktu))
        bagian = Bagian(1, "1", kegiatan=(kegiatan,))
        return Penilaian(2017, Pegawai("196704101990031001", "Tiur Rekaan", "1"), (bagian,))

    assert is_odd(person(15))
    assert not is_odd(person(12))
