"""The rows of the profile ``bkd``: one for every employee of the unit in the year, 30 columns."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from skp_tui.domain.appraisal import PERILAKU, SEBUTAN_ALASAN, Penilaian
from skp_tui.domain.nip import StatusPegawai
from skp_tui.domain.number import canonical, fixed
from skp_tui.domain.office import JenisJabatan, Unit
from skp_tui.exchange.writing.csvout import text_csv
from skp_tui.record import record
from skp_tui.rules.regulation import Peraturan
from skp_tui.rules.result import Hasil, Status

Baris = dict[str, str]

_PERINGKAT = ("di_atas", "sesuai", "di_bawah")
_NIP = "[0-9]{18}"


@record
class KolomBkd:
    """One column of the package: its type in the table schema, what binds it, and its meaning."""

    nama: str
    judul: str
    tipe: str = "string"
    wajib: bool = False
    pilihan: tuple[str, ...] = ()
    pola: str = ""
    terkecil: int | None = None
    terbesar: int | None = None
    teks: bool = False


def _score(nama: str, judul: str, *, terbesar: int | None = None) -> KolomBkd:
    terkecil = None if terbesar is None else 0
    return KolomBkd(nama, judul, "number", terkecil=terkecil, terbesar=terbesar)


KOLOM: tuple[KolomBkd, ...] = (
    KolomBkd("tahun", "Tahun", "integer", wajib=True, terkecil=2014, terbesar=9999),
    KolomBkd("peraturan", "Peraturan", wajib=True, pilihan=("PP46", "PP30", "PERMENPANRB6")),
    KolomBkd("kode_unit", "Kode unit", wajib=True, teks=True),
    KolomBkd("unit_kerja", "Unit kerja", wajib=True, teks=True),
    KolomBkd("nip", "NIP", wajib=True, pola=_NIP),
    KolomBkd("nama", "Nama", wajib=True, teks=True),
    KolomBkd("golongan", "Golongan/ruang"),
    KolomBkd("jabatan", "Jabatan", teks=True),
    KolomBkd("jenis_jabatan", "Jenis jabatan", pilihan=tuple(JenisJabatan)),
    KolomBkd("status_pegawai", "Status pegawai", wajib=True, pilihan=tuple(StatusPegawai)),
    KolomBkd("status", "Status penilaian", wajib=True, pilihan=tuple(Status)),
    _score("nilai_skp", "Nilai SKP"),
    *(_score(nama, nama.replace("_", " ").capitalize(), terbesar=100) for nama in PERILAKU),
    _score("jumlah_perilaku", "Jumlah perilaku", terbesar=600),
    _score("rata_rata_perilaku", "Rata-rata perilaku", terbesar=100),
    _score("nilai_prestasi_kerja", "Nilai prestasi kerja"),
    KolomBkd("sebutan", "Sebutan atau predikat"),
    KolomBkd("batas", "Nilai di antara dua pita", pilihan=("ya",)),
    KolomBkd("hasil_kerja", "Hasil kerja", pilihan=_PERINGKAT),
    KolomBkd("perilaku_kerja", "Perilaku kerja", pilihan=_PERINGKAT),
    KolomBkd("penilai_nip", "NIP pejabat penilai", pola=_NIP),
    KolomBkd("penilai_nama", "Nama pejabat penilai", teks=True),
    KolomBkd("atasan_penilai_nip", "NIP atasan pejabat penilai", pola=_NIP),
    KolomBkd("atasan_penilai_nama", "Nama atasan pejabat penilai", teks=True),
    KolomBkd("keterangan", "Keterangan", teks=True),
)
NAMA_KOLOM = tuple(kolom.nama for kolom in KOLOM)
KOLOM_TEKS = frozenset(kolom.nama for kolom in KOLOM if kolom.teks)


def columns_under(peraturan: str) -> tuple[KolomBkd, ...]:
    """Return the columns of a package; they name its regulation beside those of version 1."""
    return tuple(
        kolom
        if kolom.nama != "peraturan" or peraturan in kolom.pilihan
        else replace(kolom, pilihan=(*kolom.pilihan, peraturan))
        for kolom in KOLOM
    )


_KOSONG: Mapping[str, str] = dict.fromkeys(NAMA_KOLOM, "")


def bkd_rows(
    dinilai: Iterable[tuple[Penilaian, Hasil]], units: Mapping[str, Unit], peraturan: Peraturan
) -> list[Baris]:
    """Return the rows by unit code, then NIP, both by code point; scores only where assessed."""
    rows = [_row(penilaian, hasil, units, peraturan) for penilaian, hasil in dinilai]
    return sorted(rows, key=lambda row: (row["kode_unit"], row["nip"]))


def bkd_csv(rows: Iterable[Mapping[str, str]]) -> bytes:
    """Write the rows in the CSV form of exchange 4."""
    return text_csv(NAMA_KOLOM, rows, KOLOM_TEKS)


def _row(
    penilaian: Penilaian, hasil: Hasil, units: Mapping[str, Unit], peraturan: Peraturan
) -> Baris:
    kode = penilaian.unit
    row = {
        **_KOSONG,
        "tahun": str(penilaian.tahun),
        "peraturan": peraturan.kode,
        "kode_unit": kode,
        "unit_kerja": units[kode].nama if kode in units else kode,
        "nip": penilaian.pegawai.nip,
        "nama": penilaian.pegawai.nama,
        "status_pegawai": str(penilaian.pegawai.status),
        "status": str(hasil.status),
        "keterangan": _keterangan(penilaian, hasil),
        **_snapshot(penilaian),
    }
    if hasil.status is not Status.DINILAI:
        return row
    return {**row, **_aspek(penilaian, peraturan), **_scores(hasil)}


def _snapshot(penilaian: Penilaian) -> Baris:
    penilai, atasan = penilaian.penilai, penilaian.atasan_penilai
    return {
        "golongan": penilaian.golongan,
        "jabatan": penilaian.jabatan,
        "jenis_jabatan": str(penilaian.jenis_jabatan or ""),
        "penilai_nip": penilai.nip,
        "penilai_nama": penilai.nama,
        "atasan_penilai_nip": atasan.nip,
        "atasan_penilai_nama": atasan.nama,
    }


def _aspek(penilaian: Penilaian, peraturan: Peraturan) -> Baris:
    """Return the aspects of perilaku, none under a regulation that does not judge by them."""
    if "perilaku" not in peraturan.isian:
        return {}
    aspek = {nama: penilaian.perilaku.aspek(nama) for nama in PERILAKU}
    return {nama: "" if value is None else canonical(value) for nama, value in aspek.items()}


def _scores(hasil: Hasil) -> Baris:
    return {
        "nilai_skp": _computed(hasil.nilai_skp),
        "jumlah_perilaku": _computed(hasil.jumlah_perilaku),
        "rata_rata_perilaku": _computed(hasil.rata_rata_perilaku),
        "nilai_prestasi_kerja": _computed(hasil.nilai_prestasi_kerja),
        "sebutan": hasil.sebutan or "",
        "batas": "ya" if hasil.batas else "",
        "hasil_kerja": hasil.hasil_kerja or "",
        "perilaku_kerja": hasil.perilaku_kerja or "",
    }


def _computed(value: Fraction | None) -> str:
    return "" if value is None else fixed(value)


def _keterangan(penilaian: Penilaian, hasil: Hasil) -> str:
    """Return the reason of an exception, or what is missing, in words."""
    pengecualian = penilaian.pengecualian
    if pengecualian is not None:
        words = (SEBUTAN_ALASAN[pengecualian.alasan], pengecualian.keterangan)
        return ": ".join(word for word in words if word)
    return "" if hasil.status is Status.DINILAI else "; ".join(satu.pesan for satu in hasil.kurang)
