"""The files of the sample office as they are read with the standard library alone."""

import csv
import io
import re
from functools import cache
from itertools import groupby
from pathlib import Path

CONTOH = Path(__file__).parent.parent / "data" / "contoh"
TAHUN = "2017"

UNIT = {
    # kode: nama, induk, eselon of its head
    "1": ("Kepala Badan", "", "II.b"),
    "1.1": ("Sekretariat", "1", "III.a"),
    "1.1.1": ("Subbagian Program dan Keuangan", "1.1", "IV.a"),
    "1.1.2": ("Subbagian Umum", "1.1", "IV.a"),
    "1.2": ("Bidang Pengembangan, Pendidikan dan Pelatihan", "1", "III.b"),
    "1.2.1": ("Subbidang Pengembangan ASN", "1.2", "IV.a"),
    "1.2.2": ("Subbidang Pendidikan dan Pelatihan", "1.2", "IV.a"),
    "1.2.3": ("Subbidang Kompetensi dan Kinerja", "1.2", "IV.a"),
    "1.3": ("Bidang Mutasi", "1", "III.b"),
    "1.3.1": ("Subbidang Perencanaan dan Pengadaan ASN", "1.3", "IV.a"),
    "1.3.2": ("Subbidang Mutasi Umum", "1.3", "IV.a"),
    "1.3.3": ("Subbidang Mutasi Jabatan", "1.3", "IV.a"),
    "1.4": ("Bidang Pembinaan dan Informasi ASN", "1", "III.b"),
    "1.4.1": ("Subbidang Pembinaan ASN", "1.4", "IV.a"),
    "1.4.2": ("Subbidang Pengolahan Data dan Sistem Informasi", "1.4", "IV.a"),
    "1.4.3": ("Subbidang Pengelolaan Dokumen Kepegawaian", "1.4", "IV.a"),
}
GOLONGAN = {
    "I/d": 1,
    "II/b": 4,
    "II/c": 8,
    "II/d": 4,
    "III/a": 7,
    "III/b": 5,
    "III/c": 3,
    "III/d": 3,
    "IV/a": 5,
    "IV/b": 1,
    "IV/c": 1,
}
JENIS_KELAMIN = {"1": 23, "2": 19}
ESELON = {"II.b": 1, "III.a": 1, "III.b": 3, "IV.a": 11}
SEBARAN = {"Sangat Baik": 2, "Baik": 34, "Cukup": 3, "Kurang": 1}

PEJABAT = ["nip", "nama", "golongan", "jabatan", "unit"]
PENILAI = [f"{siapa}_{kolom}" for siapa in ("penilai", "atasan_penilai") for kolom in PEJABAT]
PERILAKU = [
    "orientasi_pelayanan",
    "integritas",
    "komitmen",
    "disiplin",
    "kerja_sama",
    "kepemimpinan",
]
KOLOM = {
    "unit": ["kode", "nama", "induk"],
    "pegawai": [
        *("nip", "nama", "unit", "golongan", "tmt_golongan", "jabatan", "jenis_jabatan"),
        *("eselon", "status", *PENILAI, "aktif_sejak", "aktif_sampai"),
    ],
    "bagian": [
        *("tahun", "nip", "bagian", "mulai", "selesai", "unit", "golongan", "jabatan"),
        *("jenis_jabatan", *PENILAI),
    ],
    "kegiatan": [
        *("tahun", "nip", "no", "uraian", "ak", "target_kuantitas", "satuan", "target_kualitas"),
        *("target_waktu", "satuan_waktu", "target_biaya", "realisasi_kuantitas"),
        *("realisasi_kualitas", "realisasi_waktu", "realisasi_biaya", "bagian"),
    ],
    "tambahan": ["tahun", "nip", "no", "jenis", "uraian", "tingkat", "bagian"],
    "perilaku": ["tahun", "nip", *PERILAKU],
    "pengecualian": ["tahun", "nip", "alasan", "tanggal", "keterangan"],
}
KUNCI = {
    "unit": ["kode"],
    "pegawai": ["nip"],
    "bagian": ["tahun", "nip", "bagian"],
    "kegiatan": ["tahun", "nip", "bagian", "no"],
    "tambahan": ["tahun", "nip", "bagian", "jenis", "no"],
    "perilaku": ["tahun", "nip"],
    "pengecualian": ["tahun", "nip"],
}
KOLOM_ANGKA = re.compile(r"ak|no|bagian|tahun|(target|realisasi)_.*|" + "|".join(PERILAKU))
ANGKA_BAKU = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]{0,5}[1-9])?")
NAMA_CONTOH = re.compile(r"(Dr[as]{1,2}\. |Hj?\. )?[A-Z][a-z]+ Contoh(, .+)?")

Row = dict[str, str]


@cache
def rows(jenis: str) -> list[Row]:
    text = (CONTOH / f"{jenis}.csv").read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@cache
def by_person(jenis: str) -> dict[str, list[Row]]:
    return {nip: list(own) for nip, own in groupby(rows(jenis), key=lambda row: row["nip"])}


@cache
def people() -> dict[str, Row]:
    return {row["nip"]: row for row in rows("pegawai")}


@cache
def heads() -> dict[str, Row]:
    return {row["unit"]: row for row in rows("pegawai") if row["eselon"]}
