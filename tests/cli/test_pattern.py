"""What the commands say from 2022 on: the steps of a predikat, and a unit off its pattern."""

import pytest

from tests.cli.calls import Desk, Row
from tests.cli.office import BRAM, DEWI, RETNO, SARI, TIUR

TAHUN = 2025


def rated(nip: str, hasil_kerja: str = "sesuai", perilaku_kerja: str = "sesuai") -> Row:
    """Return the yearly ratings of somebody."""
    return {
        "tahun": TAHUN, "nip": nip, "periode": "tahunan",
        "hasil_kerja": hasil_kerja, "perilaku_kerja": perilaku_kerja,
    }  # fmt: skip


@pytest.fixture
def desk(office: Desk) -> Desk:
    """Return the office with everybody of 2025 at Baik, and a unit that did well."""
    office.must("evaluasi", *(rated(nip) for nip in (BRAM, DEWI, SARI, RETNO, TIUR)))
    recap = office.recap(TAHUN)
    assert recap["dinilai"] == recap["wajib_dinilai"] == 5
    office.must("capaian_organisasi", {"tahun": TAHUN, "unit": "1", "capaian": "baik"})
    return office


def test_a_unit_off_its_pattern_is_warned_beside_the_text_and_not_in_the_json(
    desk: Desk,
) -> None:
    done = desk.run("rekap", "--tahun", TAHUN)
    assert done.status == 0
    assert done.err == (
        "peringatan: Di luar pola capaian organisasi Baik: Baik paling banyak 70 % (lebih 2 "
        "orang); ada Butuh Perbaikan atau Kurang (kurang 1 orang)\n"
    )
    silent = desk.run("rekap", "--tahun", TAHUN, "--json")
    assert (silent.status, silent.err) == (0, "")
    assert "capaian_organisasi" not in silent.json


def test_a_unit_in_its_pattern_or_without_a_capaian_is_not_warned(desk: Desk) -> None:
    desk.must("evaluasi", rated(BRAM, "di_bawah"), rated(SARI, "di_bawah"))
    assert desk.run("rekap", "--tahun", TAHUN).err == ""
    assert desk.run("rekap", "--tahun", TAHUN, "--unit", "1.1").err == ""


def test_nilai_explains_a_predikat_step_by_step(desk: Desk) -> None:
    desk.must("hasil_kerja", {"tahun": TAHUN, "nip": BRAM, "no": 1, "uraian": "Berkas tertata"})
    desk.must(
        "indikator",
        {
            "tahun": TAHUN, "nip": BRAM, "no_hasil": 1, "no": 1, "uraian": "Jumlah berkas",
            "target": 8, "satuan": "berkas", "realisasi": 10, "umpan_balik": "Pertahankan.",
        },
    )  # fmt: skip
    lines = desk.run("nilai", "--tahun", TAHUN, "--nip", BRAM).lines
    assert [line.split(":")[0] for line in lines[1:]] == [
        "Hasil kerja", "Perilaku kerja", "Predikat", "Capaian organisasi",
        "Hasil kerja 1, indikator 1", "Hasil kerja 1, umpan balik",
    ]  # fmt: skip
    assert lines[3].startswith(
        "Predikat: hasil kerja sesuai ekspektasi dan perilaku kerja sesuai ekspektasi = Baik  ["
    )
    assert "Jumlah berkas (kuantitas): 10 / 8 berkas × 100 = 125,00 %  [" in lines[5]
    assert lines[6].startswith("Hasil kerja 1, umpan balik: Pertahankan.  [")
    steps = desk.value(BRAM, TAHUN)["langkah"]
    assert [list(step) for step in steps] == [["uraian", "rumus", "hasil", "dasar"]] * 6
    assert steps[5]["hasil"] == ""


def test_nilai_tells_the_angka_kredit_of_a_jabatan_fungsional(desk: Desk) -> None:
    desk.must(
        "pegawai",
        {"nip": BRAM, "nama": "Bram Contoh", "unit": "1.1.1", "jabatan": "Arsiparis Mahir",
         "jenis_jabatan": "fungsional_tertentu"},
    )  # fmt: skip
    [step] = [
        step for step in desk.value(BRAM, TAHUN)["langkah"] if step["uraian"] == "Angka kredit"
    ]
    assert step["rumus"] == "100 % × koefisien Mahir 12,5 × 12 / 12 bulan"
    assert step["hasil"] == "12,50"
