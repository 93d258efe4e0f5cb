"""BKN workbooks that are filled in part, or headed otherwise: nothing is lost without a word."""

from dataclasses import replace
from pathlib import Path

import pytest

from skp_tui.exchange.bkn.appraisal import Buku as Terbaca
from skp_tui.exchange.bkn.appraisal import read_bkn
from tests.exchange.bkn_books import KEGIATAN, PERILAKU, Buku, write
from tests.exchange.bkn_writers import Sheets

UNFILLED = replace(KEGIATAN[0], r_kuantitas=None, r_kualitas=None, r_waktu=None, r_biaya=None)


def read(folder: Path, buku: Buku) -> Terbaca:
    return read_bkn(write(folder / "skp.xlsx", buku), "skp.xlsx")


def said(buku: Terbaca) -> str:
    return "\n".join(satu.kalimat() for satu in buku.catatan)


@pytest.mark.parametrize(
    ("satuan", "satuan_waktu"), [("laporan", "bln"), ("Laporan ", "Bulan"), ("laporan", "hari")]
)
def test_units_without_amounts_are_outcomes_that_are_not_there_yet(
    tmp_path: Path, satuan: str, satuan_waktu: str
) -> None:
    def with_other_units(sheets: Sheets) -> None:
        sheets["PENGUKURAN"].update({(7, 11): satuan, (7, 14): satuan_waktu})

    buku = read(tmp_path, Buku(kegiatan=(UNFILLED, KEGIATAN[1]), ubah=with_other_units))
    isi = {nama: sel.teks for nama, sel in buku.kegiatan[0].isi.items()}
    assert not any(nama.startswith("realisasi_") for nama in isi)
    assert (isi["satuan"], isi["satuan_waktu"]) == ("laporan", "bulan")
    assert (isi["target_kuantitas"], isi["target_waktu"]) == ("12", "12")
    assert buku.kegiatan[1].isi["realisasi_kuantitas"].teks == "118"


def test_a_word_that_is_no_unit_of_the_target_stays_where_the_amount_belongs(
    tmp_path: Path,
) -> None:
    satu = replace(UNFILLED, r_kuantitas="selesai")
    isi = read(tmp_path, Buku(kegiatan=(satu, KEGIATAN[1]))).kegiatan[0].isi
    assert isi["realisasi_kuantitas"].teks == "selesai"


def test_an_outcome_in_another_unit_of_time_than_its_target_is_pointed_out(tmp_path: Path) -> None:
    def in_days(sheets: Sheets) -> None:
        sheets["PENGUKURAN"][7, 14] = "hari"

    notes = said(read(tmp_path, Buku(ubah=in_days)))
    assert 'baris 8, kolom realisasi_waktu: "12 hari": satuan waktunya lain' in notes
    for same in ("bulan", "Bln", "BL"):

        def as_before(sheets: Sheets, same: str = same) -> None:
            sheets["PENGUKURAN"][7, 14] = same

        assert "satuan waktunya" not in said(read(tmp_path, Buku(ubah=as_before)))


@pytest.mark.parametrize("judul", ["KEGIATAN TUGAS POKOK JABATAN", "Kegiatan Tugas Pokok"])
def test_activities_are_found_under_either_of_their_headings(tmp_path: Path, judul: str) -> None:
    def headed(sheets: Sheets) -> None:
        sheets["SKP"][9, 1] = f"III. {judul}"
        sheets["PENGUKURAN"][4, 1] = f"I. {judul}"

    buku = read(tmp_path, Buku(ubah=headed))
    assert [satu.nomor for satu in buku.kegiatan] == [1, 2, 3]
    assert buku.catatan == ()


def test_a_sheet_that_is_not_known_as_a_form_is_named(tmp_path: Path) -> None:
    def headed(sheets: Sheets) -> None:
        sheets["SKP"][9, 1] = "III. URAIAN"
        sheets["PENGUKURAN"][4, 1] = "I. URAIAN"

    buku = read(tmp_path, Buku(ubah=headed))
    assert buku.kegiatan == ()
    assert said(buku) == (
        "skp.xlsx: lembar SKP dan PENGUKURAN tidak ditemukan, kegiatan dan realisasinya tidak "
        "diimpor; sertakan lembar itu bila sudah diisi; lembar lain tidak dikenali sebagai "
        'formulir: "SKP", "PENGUKURAN"'
    )


def test_perilaku_in_words_only_is_not_lost_in_silence(tmp_path: Path) -> None:
    words = {**PERILAKU, "Disiplin": "Baik", "Kerjasama": "Cukup"}
    buku = read(tmp_path, Buku(perilaku=words))
    assert list(buku.perilaku) == ["orientasi_pelayanan", "integritas", "komitmen", "kepemimpinan"]
    assert 'kolom disiplin: "Baik": perilaku ini hanya bersebutan, tanpa angka' in said(buku)
    assert "(disiplin, kerja sama)" in said(buku)


def test_a_sebutan_beside_an_empty_kepemimpinan_is_worth_no_word(tmp_path: Path) -> None:
    words = {**PERILAKU, "Kepemimpinan": "Buruk"}
    assert read(tmp_path, Buku(perilaku=words)).catatan == ()


def test_a_form_of_one_activity_without_any_outcome_is_the_start_of_a_year(tmp_path: Path) -> None:
    buku = read(tmp_path, Buku(kegiatan=(replace(UNFILLED, biaya=1_500_000),)))
    (satu,) = buku.kegiatan
    assert satu.isi["target_biaya"].teks == "1500000"
    assert not any(nama.startswith("realisasi_") for nama in satu.isi)
