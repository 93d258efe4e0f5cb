"""Filled BKN workbooks, as offices have them: the three official forms, built from the layout.

A ``Buku`` is the content; ``sheets`` lays it out in cells; ``write`` makes a real file of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.exchange.bkn_writers import WRITERS, Cells, Sheets

SARI = "196704101990031005"
BRAM = "197508172000122003"
KEPALA = "196001011985031002"

Values = tuple[object, ...]


@dataclass(frozen=True)
class Orang:
    """One of the three people of the forms, as printed."""

    nama: str
    nip: object
    pangkat: str
    jabatan: str
    unit: object


YANG_DINILAI = Orang(
    "Wayan Contoh, A.Md.", "19800615 200501 1 004", "Penata Tk. I / III/d", "Analis", "Sekretariat"
)
PENILAI = Orang("Sari Contoh", f"NIP. {SARI}", "Pembina (IV/a)", "Sekretaris", "Sekretariat")
ATASAN = Orang("Kepala Contoh", KEPALA, "Pembina Tk. I, IV/b", "Kepala Badan", "Badan")
NIP = "198006152005011004"


@dataclass(frozen=True)
class Kegiatan:
    """One row: AK of the whole quantity, four targets, AK and four outcomes; units between."""

    uraian: object
    kuantitas: object = 12
    satuan: object = "laporan"
    kualitas: object = 100
    waktu: object = 12
    satuan_waktu: object = "bln"
    biaya: object = "-"
    r_kuantitas: object = 12
    r_kualitas: object = 90
    r_waktu: object = 12
    r_biaya: object = "-"
    ak: object = "-"
    no: object = None


KEGIATAN = (
    Kegiatan("Menyusun laporan kinerja"),
    Kegiatan("Memproses kenaikan gaji berkala", 120, "berkas", r_kuantitas=118, r_kualitas=88),
    Kegiatan("Mengelola arsip", 4, "kali", 95, 6, biaya=1_500_000, r_kuantitas=4, r_kualitas=85.5,
             r_waktu=6, r_biaya=1_400_000),
)  # fmt: skip
PERILAKU: Mapping[str, object] = {
    "Orientasi Pelayanan": 85,
    "Integritas": 84,
    "Komitmen": 84,
    "Disiplin": 83,
    "Kerjasama": 84,
    "Kepemimpinan": "-",
}


@dataclass(frozen=True)
class Buku:
    """What one workbook says; a form that is left out has no sheet."""

    dinilai: Orang = YANG_DINILAI
    penilai: Orang = PENILAI
    atasan: Orang = ATASAN
    masa: str = "02 Januari s.d. 31 Desember 2017"
    kegiatan: tuple[Kegiatan, ...] = KEGIATAN
    tambahan: tuple[Values, ...] = ((1, "Tugas tambahan: Panitia lelang"),)
    perilaku: Mapping[str, object] = field(default_factory=lambda: PERILAKU)
    skp: object = None
    nilai: object = None
    sebutan: str = "(Baik)"
    tanpa: frozenset[str] = frozenset()
    turun: int = 0
    geser: int = 0
    nama: tuple[str, str, str] = ("SKP", "PENGUKURAN", "PENILAIAN")
    ubah: Callable[[Sheets], None] | None = None

    def but(self, **changed: Any) -> "Buku":  # noqa: ANN401 - any of its fields
        """Return it with something else in it."""
        return replace(self, **changed)


def write(path: Path, buku: Buku | None = None) -> Path:
    """Write a workbook in the format that its name says."""
    buku = buku or Buku()
    sheets = {
        name: cells
        for name, cells in zip(buku.nama, _forms(buku), strict=True)
        if name not in buku.tanpa
    }
    if buku.ubah is not None:
        buku.ubah(sheets)
    WRITERS[path.suffix.lower()](path, sheets)
    return path


def _forms(buku: Buku) -> tuple[Cells, Cells, Cells]:
    forms = (_target(buku), _outcomes(buku), _final(buku))
    return tuple(  # type: ignore[return-value]  # three of them
        {(row + buku.turun, column + buku.geser): value for (row, column), value in cells.items()}
        for cells in forms
    )


def _target(buku: Buku) -> Cells:
    cells: Cells = {
        (0, 0): "FORMULIR SASARAN KERJA",
        (1, 0): "PEGAWAI NEGERI SIPIL",
        (3, 0): "NO",
        (3, 1): "I. PEJABAT PENILAI",
        (3, 4): "NO",
        (3, 5): "II. PEGAWAI NEGERI SIPIL YANG DINILAI",
    }
    labels = ("Nama", "NIP", "Pangkat/Gol.Ruang", "Jabatan", "Unit Kerja")
    for index, label in enumerate(labels):
        row = 4 + index
        left, right = _fields(buku.penilai)[index], _fields(buku.dinilai)[index]
        cells.update({(row, 0): index + 1, (row, 1): label, (row, 2): left})
        cells.update({(row, 4): index + 1, (row, 5): label, (row, 8): right})
    cells.update(
        {
            (9, 0): "NO",
            (9, 1): "III. KEGIATAN TUGAS JABATAN",
            (9, 3): "AK",
            (9, 4): "TARGET",
            (10, 4): "KUANT/OUTPUT",
            (10, 6): "KUAL/MUTU",
            (10, 7): "WAKTU",
            (10, 9): "BIAYA",
        }
    )
    for index, satu in enumerate(buku.kegiatan):
        row = 11 + index
        cells.update({(row, 0): satu.no or index + 1, (row, 1): satu.uraian, (row, 3): satu.ak})
        cells.update(_amounts(row, 4, satu))
    row = 12 + len(buku.kegiatan)
    cells.update({(row, 5): "Contoh, 2 Januari 2017", (row + 1, 1): "Pejabat Penilai,"})
    cells.update({(row + 1, 5): "Pegawai Negeri Sipil Yang Dinilai"})
    cells.update({(row + 5, 1): buku.penilai.nama, (row + 6, 1): f"NIP. {buku.penilai.nip}"})
    cells.update({(row + 8, 0): "Catatan:"})
    cells.update({(row + 9, 1): "* AK bagi PNS yang memangku jabatan fungsional tertentu"})
    return cells


def _amounts(row: int, first: int, satu: Kegiatan) -> Cells:
    values = (
        satu.kuantitas, satu.satuan, satu.kualitas, satu.waktu, satu.satuan_waktu, satu.biaya,
    )  # fmt: skip
    return {(row, first + index): value for index, value in enumerate(values)}


def _fields(orang: Orang) -> tuple[object, ...]:
    return orang.nama, orang.nip, orang.pangkat, orang.jabatan, orang.unit


def _outcomes(buku: Buku) -> Cells:
    cells: Cells = {
        (0, 0): "PENILAIAN CAPAIAN SASARAN KERJA",
        (1, 0): "PEGAWAI NEGERI SIPIL",
        (3, 0): f"Jangka Waktu Penilaian {buku.masa}",
        (4, 0): "NO",
        (4, 1): "I. KEGIATAN TUGAS JABATAN",
        (4, 2): "AK",
        (4, 3): "TARGET",
        (4, 9): "AK",
        (4, 10): "REALISASI",
        (4, 16): "PENGHITUNGAN",
        (4, 17): "NILAI CAPAIAN SKP",
    }
    for first in (3, 10):
        heads = ("Kuant/Output", "", "Kual/Mutu", "Waktu", "", "Biaya")
        cells.update({(5, first + index): text for index, text in enumerate(heads) if text})
    columns = (0, 1, 2, 3, 5, 6, 8, 9, 10, 12, 13, 15, 16, 17)
    cells.update({(6, column): number for number, column in enumerate(columns, 1)})
    for index, satu in enumerate(buku.kegiatan):
        row = 7 + index
        cells.update({(row, 0): satu.no or index + 1, (row, 1): satu.uraian, (row, 2): satu.ak})
        cells.update(_amounts(row, 3, satu))
        cells.update({(row, 9): satu.ak})
        cells.update(_amounts(row, 10, _outcome(satu)))
        cells.update({(row, 16): 266, (row, 17): 88.67})
    row = 7 + len(buku.kegiatan)
    cells[row, 1] = "II. TUGAS TAMBAHAN DAN KREATIVITAS/UNSUR PENUNJANG :"
    for index, (no, text, *value) in enumerate(buku.tambahan, 1):
        cells.update({(row + index, 0): no, (row + index, 1): text})
        if value:
            cells[row + index, 17] = value[0]
    row += len(buku.tambahan) + 1
    cells.update({(row, 1): "Nilai Capaian SKP", (row, 17): buku.skp, (row + 1, 17): buku.sebutan})
    cells.update({(row + 3, 12): "Contoh, 31 Desember 2017", (row + 4, 12): "Pejabat Penilai,"})
    return cells


def _outcome(satu: Kegiatan) -> Kegiatan:
    return replace(
        satu,
        kuantitas=satu.r_kuantitas,
        kualitas=satu.r_kualitas,
        waktu=satu.r_waktu,
        biaya=satu.r_biaya,
    )


def _final(buku: Buku) -> Cells:
    cells: Cells = {
        (0, 0): "PENILAIAN PRESTASI KERJA",
        (1, 0): "PEGAWAI NEGERI SIPIL",
        (3, 0): "PEMERINTAH KABUPATEN CONTOH",
        (3, 6): "JANGKA WAKTU PENILAIAN",
        (4, 6): f"BULAN : {buku.masa}",
    }
    heads = ("YANG DINILAI", "PEJABAT PENILAI", "ATASAN PEJABAT PENILAI")
    labels = (
        "a. Nama",
        "b. N I P",
        "c. Pangkat, Golongan Ruang, TMT",
        "d. Jabatan/Pekerjaan",
        "e. Unit Organisasi",
    )
    row = 6
    people = (buku.dinilai, buku.penilai, buku.atasan)
    for number, (head, orang) in enumerate(zip(heads, people, strict=True), 1):
        cells.update({(row, 0): f"{number}.", (row, 1): head})
        for index, (label, value) in enumerate(zip(labels, _fields(orang), strict=True), 1):
            cells.update({(row + index, 1): label, (row + index, 3): ":", (row + index, 4): value})
        row += 6
    cells.update({(row, 0): "4.", (row, 1): "UNSUR YANG DINILAI", (row, 8): "Jumlah"})
    cells.update({(row + 1, 1): "a. Sasaran Kerja Pegawai (SKP)", (row + 1, 5): buku.skp})
    cells.update({(row + 1, 6): "x 60%"})
    for index, (name, value) in enumerate(buku.perilaku.items(), 1):
        at = row + 1 + index
        words = {} if value in ("-", None) else {(at, 6): "(Baik)"}
        cells.update({(at, 3): f"{index}. {name}", (at, 5): value, **words})
    cells[row + 2, 1] = "b. Perilaku Kerja"
    at = row + 2 + len(buku.perilaku)
    cells.update({(at, 3): "7. Jumlah", (at, 5): 420, (at + 1, 3): "8. Nilai rata - rata"})
    cells.update({(at + 1, 5): 84, (at + 1, 6): "(Baik)", (at + 2, 3): "9. Nilai Perilaku Kerja"})
    cells.update({(at + 2, 5): 84, (at + 2, 6): "x 40%", (at + 2, 8): 33.6})
    cells.update({(at + 3, 1): "NILAI PRESTASI KERJA", (at + 3, 8): buku.nilai})
    cells[at + 4, 8] = buku.sebutan
    cells[at + 6, 0] = "5. KEBERATAN DARI PEGAWAI NEGERI SIPIL YANG DINILAI (APABILA ADA)"
    return cells
