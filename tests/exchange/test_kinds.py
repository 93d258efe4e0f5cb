"""The table of kinds is the table of the contract."""

import pytest

from skp_tui.errors import InputError
from skp_tui.exchange.csvout import records_csv
from skp_tui.exchange.kinds import JENIS, jenis_of
from skp_tui.exchange.templates import template_bytes

PEJABAT = [
    f"{who}_{what}"
    for who in ("penilai", "atasan_penilai")
    for what in ("nip", "nama", "golongan", "jabatan", "unit")
]
KOLOM = {
    "unit": ["kode", "nama", "induk"],
    "pegawai": [
        *("nip", "nama", "unit", "golongan", "tmt_golongan", "jabatan", "jenis_jabatan"),
        *("eselon", "status", *PEJABAT, "aktif_sejak", "aktif_sampai"),
    ],
    "bagian": [
        *("tahun", "nip", "bagian", "mulai", "selesai", "unit", "golongan", "jabatan"),
        *("jenis_jabatan", *PEJABAT),
    ],
    "kegiatan": [
        *("tahun", "nip", "no", "uraian", "ak", "target_kuantitas", "satuan"),
        *("target_kualitas", "target_waktu", "satuan_waktu", "target_biaya"),
        *("realisasi_kuantitas", "realisasi_kualitas", "realisasi_waktu", "realisasi_biaya"),
        "bagian",
    ],
    "tambahan": ["tahun", "nip", "no", "jenis", "uraian", "tingkat", "bagian"],
    "perilaku": [
        *("tahun", "nip", "orientasi_pelayanan", "integritas", "komitmen", "disiplin"),
        *("kerja_sama", "kepemimpinan"),
    ],
    "nilai_luar": ["tahun", "nip", "jenis", "nilai", "sumber", "ide_baru", "bagian"],
    "pengecualian": ["tahun", "nip", "alasan", "tanggal", "keterangan"],
    "evaluasi": ["tahun", "nip", "periode", "hasil_kerja", "perilaku_kerja"],
}
WAJIB = {
    "unit": {"kode", "nama"},
    "pegawai": {"nip", "nama", "unit"},
    "bagian": {"tahun", "nip", "bagian"},
    "kegiatan": {"tahun", "nip", "no", "uraian"},
    "tambahan": {"tahun", "nip", "no", "jenis", "uraian"},
    "perilaku": {"tahun", "nip"},
    "nilai_luar": {"tahun", "nip", "jenis", "nilai", "sumber"},
    "pengecualian": {"tahun", "nip", "alasan", "tanggal"},
    "evaluasi": {"tahun", "nip", "periode"},
}


def test_kinds_and_columns_stand_in_the_order_of_the_contract() -> None:
    assert {nama: list(jenis.nama_kolom) for nama, jenis in JENIS.items()} == KOLOM
    assert list(JENIS) == list(KOLOM)


def test_the_required_columns_are_those_in_bold_print() -> None:
    assert {
        nama: {kolom.nama for kolom in jenis.kolom if kolom.wajib} for nama, jenis in JENIS.items()
    } == WAJIB


def test_an_unknown_kind_is_refused_with_the_list_of_kinds() -> None:
    with pytest.raises(InputError) as caught:
        jenis_of("gaji")
    assert "gaji" in caught.value.kalimat()
    assert "unit, pegawai, bagian" in caught.value.kalimat()


@pytest.mark.parametrize("nama", list(JENIS))
def test_a_template_is_the_header_alone(nama: str) -> None:
    assert template_bytes(jenis_of(nama)) == f"{','.join(KOLOM[nama])}\r\n".encode()
    assert template_bytes(jenis_of(nama)) == records_csv(jenis_of(nama), [])
