"""The JSON documents are those of the contract, name by name."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import NilaiLuar
from skp_tui.exchange.package.documents import (
    dump_json,
    nilai_document,
    rekap_document,
    rencana_document,
)
from skp_tui.rules.pp46 import PP46
from tests.exchange.packages import BRAM_2017, RETNO_2017, SARI_2017, nilai, recap
from tests.exchange.samples import SARI, again, rencana


def test_the_recap_is_that_of_section_5() -> None:
    doc = rekap_document(recap(SARI_2017, RETNO_2017, BRAM_2017))
    assert isinstance(doc["subunit"], list)
    sub = doc.pop("subunit")
    assert doc == {
        "tahun": 2017,
        "unit": "1",
        "nama_unit": "Badan, Kota",
        "peraturan": "PP46",
        "kebijakan_batas": "batas-bawah",
        "penyebut": "semua",
        "jumlah_pegawai": 3,
        "dikecualikan": 1,
        "wajib_dinilai": 2,
        "dinilai": 1,
        "belum_dinilai": 1,
        "minimal_baik": 1,
        "cakupan": "50.00",
        "persen_dari_dinilai": "100.00",
        "persen_dari_wajib": "50.00",
        "realisasi": "50.00",
        "target": "96.50",
        "capaian": "51.81",
        "kategori_capaian": "Kurang",
        "nilai_batas": 0,
        "sebaran": {"Sangat Baik": 0, "Baik": 1, "Cukup": 0, "Kurang": 0, "Buruk": 0},
    }
    assert isinstance(sub, list)
    assert [list(satu) for satu in sub] == [[*doc, "subunit"]]


def test_a_percentage_of_nothing_is_null() -> None:
    doc = rekap_document(recap())
    assert [doc[nama] for nama in ("cakupan", "realisasi", "capaian", "kategori_capaian")] == [
        *(None, None, None, None)
    ]
    assert doc["target"] == "96.50"


def test_an_appraisal_is_that_of_section_6() -> None:
    doc = nilai_document(SARI_2017, nilai(SARI_2017), PP46)
    assert list(doc) == [
        *("nip", "nama", "tahun", "peraturan", "status", "bagian", "nilai_skp", "sebutan_skp"),
        *("jumlah_perilaku", "rata_rata_perilaku", "nilai_prestasi_kerja", "sebutan", "batas"),
        *("hasil_kerja", "perilaku_kerja", "langkah", "kurang"),
    ]
    assert doc["bagian"] == [
        {
            "bagian": 1,
            "mulai": "2017-01-01",
            "selesai": None,
            "unit": "1.1",
            "kegiatan": [
                {
                    "no": 1,
                    "uraian": "Menyusun",
                    "kuantitas": "100.00",
                    "kualitas": "90.00",
                    "waktu": "76.00",
                    "biaya": None,
                    "penghitungan": "266.00",
                    "nilai_capaian": "88.67",
                }
            ],
            "nilai_tugas_tambahan": "1.00",
            "nilai_kreativitas": "0.00",
            "nilai_skp": "89.67",
        }
    ]
    assert (doc["status"], doc["batas"], doc["kurang"]) == ("dinilai", False, [])
    assert (doc["peraturan"], doc["nilai_prestasi_kerja"]) == ("PP46", "90.00")
    assert json.loads(dump_json(doc), parse_float=pytest.fail) == doc


def test_what_is_not_assessed_is_null_and_what_is_missing_is_listed() -> None:
    doc = nilai_document(BRAM_2017, nilai(BRAM_2017), PP46)
    assert (doc["status"], doc["nilai_skp"], doc["sebutan"]) == ("belum_dinilai", None, None)
    assert doc["kurang"] == ["realisasi kuantitas (kegiatan 1)"]
    assert doc["rata_rata_perilaku"] == "90.50"


def test_a_value_from_elsewhere_has_no_activities() -> None:
    bagian = replace(
        SARI_2017.bagian[0], kegiatan=(), nilai_luar=NilaiLuar(Decimal(80), "SKP lama")
    )
    satu = replace(SARI_2017, bagian=(bagian,))
    doc = json.loads(dump_json(nilai_document(satu, nilai(satu), PP46)))
    (part,) = doc["bagian"]
    assert (part["kegiatan"], part["nilai_skp"]) == ([], "80.00")


def test_a_plan_is_printed_as_section_3_says(tmp_path: Path) -> None:
    first = rencana(tmp_path, "perilaku", f"tahun,nip,disiplin\n2016,{SARI},90\n")
    text = f"tahun,nip,disiplin,integritas,x\n2016,{SARI},-,80.50,\n2017,{SARI},101,-1,\n"
    hasil = rencana(tmp_path, "perilaku", text, again(first))
    kunci = {"tahun": "2016", "nip": SARI}
    tempat = {"berkas": "berkas.csv", "lembar": None}
    assert rencana_document(hasil, diterapkan=True) == {
        "jenis": "perilaku",
        "baru": 0,
        "berubah": [
            {"kunci": kunci, "kolom": "integritas", "lama": None, "baru": "80.5"},
            {"kunci": kunci, "kolom": "disiplin", "lama": "90", "baru": None},
        ],
        "sama": 0,
        "ditolak": [
            {
                **tempat,
                "baris": 3,
                "kolom": "integritas",
                "nilai": "-1",
                "pesan": "nilai perilaku antara 0 dan 100, bukan -1",
            },
            {
                **tempat,
                "baris": 3,
                "kolom": "disiplin",
                "nilai": "101",
                "pesan": "nilai perilaku antara 0 dan 100, bukan 101",
            },
        ],
        "peringatan": [
            {
                **tempat,
                "baris": 1,
                "kolom": "x",
                "nilai": None,
                "pesan": "kolom tidak dikenal, diabaikan; periksa judulnya bila seharusnya dibaca",
            },
            {
                **tempat,
                "baris": 2,
                "kolom": "kepemimpinan",
                "nilai": None,
                "pesan": "kepemimpinan kosong, padahal jabatannya struktural",
            },
        ],
        "periode_baru": [],
        "diterapkan": True,
    }
    assert rencana_document(first, diterapkan=False)["periode_baru"] == [2016]
