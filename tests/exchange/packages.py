"""A small sent package: three people in two units, one of them excepted, one not yet assessed."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from skp_tui.domain.appraisal import (
    Alasan,
    Bagian,
    JenisTambahan,
    Kegiatan,
    Pengecualian,
    Penilaian,
    Perilaku,
    Tambahan,
)
from skp_tui.domain.office import JenisJabatan, Pegawai, Unit
from skp_tui.domain.period import Periode, batas_waktu
from skp_tui.domain.recap import Rekap, Terhitung, rekap
from skp_tui.exchange.package.bkd import bkd_csv, bkd_rows
from skp_tui.exchange.package.documents import dump_json
from skp_tui.exchange.package.package import Kiriman, descriptor, package_names, sidik
from skp_tui.exchange.writing.publishing import write_atomically
from skp_tui.rules.pp46 import PP46
from skp_tui.rules.regulation import peraturan_of
from skp_tui.rules.result import Hasil, Status
from tests.exchange.samples import BRAM, PENILAI, RETNO, SARI

UNITS = {"1": Unit("1", "Badan, Kota"), "1.1": Unit("1.1", "=Sekretariat", "1")}
PERIODE = Periode(2017, "PP46", target_indikator=Decimal("96.50"), batas_waktu=batas_waktu(2017))
TUGAS = Tambahan(JenisTambahan.TUGAS_TAMBAHAN, 1, "Menjadi panitia")


def kegiatan(realisasi: str | None = "12") -> Kegiatan:
    """Return an activity that is on time, 90 of 100 in quality: 88.67 when all is done."""
    done = None if realisasi is None else Decimal(realisasi)
    return Kegiatan(
        1,
        "Menyusun",
        target_kuantitas=Decimal(12),
        target_kualitas=Decimal(100),
        target_waktu=Decimal(12),
        realisasi_kuantitas=done,
        realisasi_kualitas=Decimal(90),
        realisasi_waktu=Decimal(12),
    )


def penilaian(nip: str, nama: str, unit: str, realisasi: str | None = "12") -> Penilaian:
    """Return a person with one part and full perilaku."""
    pegawai = Pegawai(nip, nama, "1", "III/d", jabatan="Lama", penilai=PENILAI)
    bagian = Bagian(
        1,
        unit,
        "III/c",
        "-Analis",
        JenisJabatan.FUNGSIONAL_UMUM,
        PENILAI,
        mulai=date(2017, 1, 1),
        kegiatan=(kegiatan(realisasi),),
        tambahan=(TUGAS,),
    )
    nilai = Decimal("90.50")
    return Penilaian(2017, pegawai, (bagian,), Perilaku(nilai, nilai, nilai, nilai, nilai))


SARI_2017 = penilaian(SARI, "Sari Contoh, S.Sos.", "1.1")
BRAM_2017 = penilaian(BRAM, "Bram Contoh", "1", None)
RETNO_2017 = replace(
    Penilaian(2017, Pegawai(RETNO, "Retno Contoh", "1")),
    pengecualian=Pengecualian(Alasan.MUTASI_KELUAR, date(2017, 3, 1), "ke provinsi"),
)


def nilai(satu: Penilaian) -> Hasil:
    """Return the result of one appraisal."""
    return peraturan_of(satu.tahun).nilai(satu, PERIODE)


def recap(*orang: Penilaian) -> Rekap:
    """Return the recap of some people of the two units."""
    counted = [
        Terhitung(
            satu.unit,
            hasil.status is Status.DIKECUALIKAN,
            hasil.sebutan,
            minimal_baik=hasil.minimal_baik,
            batas=hasil.batas,
        )
        for satu in orang
        for hasil in [nilai(satu)]
    ]
    return rekap(UNITS, "1", counted, PERIODE, peraturan_of(2017).kategori)


def send(folder: Path, akhiran: str = "") -> Path:
    """Write the package of the three people and return its descriptor."""
    orang = (SARI_2017, RETNO_2017, BRAM_2017)
    csv = bkd_csv(bkd_rows([(satu, nilai(satu)) for satu in orang], UNITS, PP46))
    kiriman = Kiriman(
        unit=UNITS["1"],
        rekap=recap(*orang),
        nomor=3,
        sebagian=True,
        program="skp-tui 0.1.0",
        waktu=datetime(2018, 1, 31, 8, 0, tzinfo=UTC),
    )
    doc = descriptor(csv, kiriman, akhiran)
    names = [replace(nama, pangkal=nama.pangkal + akhiran) for nama in package_names("1", 2017)]
    contents = (csv, dump_json(doc).encode())
    return write_atomically(folder, dict(zip(names, contents, strict=True)))[1]


def tamper(path: Path, change: Callable[[dict[str, Any]], object], *, resign: bool) -> None:
    """Change a descriptor, and with ``resign`` also its fingerprint."""
    doc = json.loads(path.read_text())
    change(doc)
    if resign:
        doc["skp"]["sidik"] = sidik(doc)
    path.write_text(dump_json(doc))
