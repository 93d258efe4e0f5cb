"""What can be done to the rows of an SKP from 2022 on: every kind added, changed, removed."""

from collections.abc import Callable
from decimal import Decimal

from skp_tui.domain.appraisal import Evaluasi, Penilaian, Peringkat
from skp_tui.domain.kinerja import (
    BarisIndikator,
    CapaianOrganisasi,
    Ekspektasi,
    HasilKerja,
    Indikator,
    JenisHasil,
    JenisLampiran,
    Lampiran,
    NilaiBerakhlak,
)
from skp_tui.domain.parts import Isi, Terhapus
from skp_tui.services.base import editing
from skp_tui.services.entry import entry
from skp_tui.storage.changes.capaian import set_capaian
from skp_tui.storage.transactions.writer import Writer
from tests.services.kinerja import TAHUN
from tests.services.office import BRAM, Office, tempat

HERE = tempat(BRAM, 1, TAHUN)
NEW: tuple[Isi, ...] = (
    HasilKerja(3, "Arsip digital tersedia", JenisHasil.UTAMA, "Arsip tertib"),
    BarisIndikator(2, Indikator(2, "Anggaran terserap", "biaya", Decimal(2500000), "rupiah")),
    BarisIndikator(2, Indikator(7, "Berita acara", target="ada", realisasi="ada", bukti="BA 7")),
    Ekspektasi(NilaiBerakhlak.LOYAL, "Jaga rahasia jabatan"),
    Lampiran(JenisLampiran.SKEMA, 1, "Laporan setiap Jumat"),
    Evaluasi("bulan-07", Peringkat.SESUAI),
)
CHANGED: tuple[tuple[Isi, str], ...] = (
    (HasilKerja(1, "Berkas tertata semua", rencana_pimpinan="Layanan membaik"), "uraian"),
    (BarisIndikator(1, Indikator(1, "Jumlah berkas", target="semua")), "target satuan realisasi"),
    (Ekspektasi(NilaiBerakhlak.AKUNTABEL, "Catat tiap hari", "Baik"), "ekspektasi"),
    (Lampiran(JenisLampiran.KONSEKUENSI, 1, "Teguran"), "uraian"),
    (Evaluasi("tahunan", Peringkat.DI_ATAS, Peringkat.SESUAI), "hasil_kerja"),
)


def kind(isi: object) -> str:
    return type(isi).__name__ if not isinstance(isi, str) else isi.replace(" ", "+")


def own(office: Office) -> Penilaian:
    return office.penilaian(BRAM, TAHUN)


def add(isi: Isi) -> Callable[[Office, Writer], object]:
    return lambda _, writer: entry.save(writer, HERE, isi, [], "baru", baru=True)


def change(isi: Isi, kolom: str) -> Callable[[Office, Writer], object]:
    return lambda _, writer: entry.save(writer, HERE, isi, kolom.split(), "ubah")


def remove(isi: Terhapus) -> Callable[[Office, Writer], object]:
    return lambda _, writer: entry.remove(writer, HERE, isi, "hapus")


def remove_everybody(_: Office, writer: Writer) -> None:
    editing.remove_person(writer, BRAM, "Bram Contoh")


def remove_unit(_: Office, writer: Writer) -> None:
    editing.remove_unit(writer, "1.2")


def judge(unit: str, capaian: CapaianOrganisasi | None) -> Callable[[Office, Writer], None]:
    def act(_: Office, writer: Writer) -> None:
        with writer.change("capaian organisasi") as work:
            set_capaian(work, TAHUN, unit, capaian)

    return act


STEPS: dict[str, Callable[[Office, Writer], object]] = {
    **{f"baru {place}": add(isi) for place, isi in enumerate(NEW)},
    **{f"ubah {place}": change(*satu) for place, satu in enumerate(CHANGED)},
    "hapus hasil kerja": remove(HasilKerja(1, "")),
    "hapus indikator": remove(BarisIndikator(1, Indikator(2, ""))),
    "hapus ekspektasi": remove(Ekspektasi(NilaiBerakhlak.AKUNTABEL)),
    "hapus lampiran": remove(Lampiran(JenisLampiran.DUKUNGAN, 1, "")),
    "hapus evaluasi": remove(Evaluasi("triwulan-1")),
    "hapus pegawai": remove_everybody,
    "hapus unit": remove_unit,
    "capaian baru": judge("1", CapaianOrganisasi.ISTIMEWA),
    "capaian ubah": judge("1.1", CapaianOrganisasi.KURANG),
    "capaian hapus": judge("1.1", None),
}
