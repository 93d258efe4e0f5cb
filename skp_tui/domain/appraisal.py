"""What was entered for one person and year; entered values are Decimal, None is "not yet"."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from skp_tui.domain.kinerja import CapaianOrganisasi, Ekspektasi, HasilKerja, Lampiran
from skp_tui.domain.office import JenisJabatan, Pegawai, Pejabat
from skp_tui.domain.rank import PANGKAT
from skp_tui.record import record

ASPEK = ("kuantitas", "kualitas", "waktu", "biaya")
ASPEK_WAJIB = ("kuantitas", "kualitas", "waktu")
PERILAKU = (
    "orientasi_pelayanan",
    "integritas",
    "komitmen",
    "disiplin",
    "kerja_sama",
    "kepemimpinan",
)
KOLOM_ANGKA = tuple(f"{sort}_{aspek}" for sort in ("target", "realisasi") for aspek in ASPEK)
"""The amounts of an activity, in the order of its fields."""
PERILAKU_WAJIB = PERILAKU[:5]
SEBUTAN_ASPEK: Mapping[str, str] = {
    "kuantitas": "kuantitas",
    "kualitas": "mutu",
    "waktu": "waktu",
    "biaya": "biaya",
}


class JenisTambahan(StrEnum):
    """The two kinds of extra that add to the SKP value."""

    TUGAS_TAMBAHAN = "tugas_tambahan"
    KREATIVITAS = "kreativitas"


class Tingkat(StrEnum):
    """The highest level that a creation served."""

    UNIT = "unit"
    ORGANISASI = "organisasi"
    NEGARA = "negara"


class Peringkat(StrEnum):
    """A rating under PermenPANRB 6/2022, against what was expected (regulations C)."""

    DI_ATAS = "di_atas"
    SESUAI = "sesuai"
    DI_BAWAH = "di_bawah"


SEBUTAN_PERINGKAT: Mapping[Peringkat, str] = {
    Peringkat.DI_ATAS: "di atas ekspektasi",
    Peringkat.SESUAI: "sesuai ekspektasi",
    Peringkat.DI_BAWAH: "di bawah ekspektasi",
}

TAHUNAN = "tahunan"
PERIODE_EVALUASI = (
    TAHUNAN,
    *(f"triwulan-{nomor}" for nomor in range(1, 5)),
    *(f"bulan-{nomor:02}" for nomor in range(1, 13)),
)
"""The periods of an evaluation; the yearly one decides the predikat (exchange 3)."""


class Alasan(StrEnum):
    """Why a person leaves the denominator of the indicator (regulations D)."""

    PENSIUN = "pensiun"
    MENINGGAL = "meninggal"
    MUTASI_KELUAR = "mutasi_keluar"
    CLTN = "cltn"
    DIBERHENTIKAN_SEMENTARA = "diberhentikan_sementara"
    TUGAS_BELAJAR = "tugas_belajar"
    DIPEKERJAKAN = "dipekerjakan"
    LAINNYA = "lainnya"


SEBUTAN_ALASAN: Mapping[Alasan, str] = {
    Alasan.PENSIUN: "pensiun",
    Alasan.MENINGGAL: "meninggal",
    Alasan.MUTASI_KELUAR: "mutasi keluar",
    Alasan.CLTN: "cuti di luar tanggungan negara",
    Alasan.DIBERHENTIKAN_SEMENTARA: "diberhentikan sementara",
    Alasan.TUGAS_BELAJAR: "tugas belajar",
    Alasan.DIPEKERJAKAN: "dipekerjakan di luar",
    Alasan.LAINNYA: "lainnya",
}


@record
class Kegiatan:
    """One kegiatan tugas jabatan with target and realisasi of up to four aspects.

    kuantitas counts ``satuan``, kualitas runs 0-100, waktu counts ``satuan_waktu`` (normally
    bulan), biaya is rupiah; ``ak`` is the angka kredit of one unit and enters no score.
    """

    no: int
    uraian: str
    satuan: str = ""
    satuan_waktu: str = "bulan"
    ak: Decimal | None = None
    target_kuantitas: Decimal | None = None
    target_kualitas: Decimal | None = None
    target_waktu: Decimal | None = None
    target_biaya: Decimal | None = None
    realisasi_kuantitas: Decimal | None = None
    realisasi_kualitas: Decimal | None = None
    realisasi_waktu: Decimal | None = None
    realisasi_biaya: Decimal | None = None

    def target(self, aspek: str) -> Decimal | None:
        """Return the target of one of the four aspects."""
        value: Decimal | None = getattr(self, f"target_{aspek}")
        return value

    def realisasi(self, aspek: str) -> Decimal | None:
        """Return the outcome of one of the four aspects."""
        value: Decimal | None = getattr(self, f"realisasi_{aspek}")
        return value


@record
class Tambahan:
    """A tugas tambahan, or a kreativitas with its level."""

    jenis: JenisTambahan
    no: int
    uraian: str
    tingkat: Tingkat | None = None


@record
class Perilaku:
    """The six aspects of perilaku kerja, 0-100; kepemimpinan None where not applicable."""

    orientasi_pelayanan: Decimal | None = None
    integritas: Decimal | None = None
    komitmen: Decimal | None = None
    disiplin: Decimal | None = None
    kerja_sama: Decimal | None = None
    kepemimpinan: Decimal | None = None

    def aspek(self, nama: str) -> Decimal | None:
        """Return one aspect by its column name."""
        value: Decimal | None = getattr(self, nama)
        return value


@record
class NilaiLuar:
    """A value that was not computed here, with its source.

    ``ide_baru`` says of the final value of 2021 that a new idea stands behind it (regulations B).
    """

    nilai: Decimal
    sumber: str
    ide_baru: bool = False


@record
class Evaluasi:
    """The two ratings of a period of the year; None is not chosen yet."""

    periode: str = TAHUNAN
    hasil_kerja: Peringkat | None = None
    perilaku_kerja: Peringkat | None = None

    def peringkat(self, kolom: str) -> Peringkat | None:
        """Return one of the two ratings by its column name."""
        value: Peringkat | None = getattr(self, kolom)
        return value


@record
class Pengecualian:
    """The recorded reason why the person is not due in the year."""

    alasan: Alasan
    tanggal: date
    keterangan: str = ""


@record
class Bagian:
    """The part of a year that was served in one post, with the snapshot that forms print."""

    nomor: int
    unit: str
    golongan: str = ""
    jabatan: str = ""
    jenis_jabatan: JenisJabatan | None = None
    penilai: Pejabat = Pejabat()
    atasan_penilai: Pejabat = Pejabat()
    mulai: date | None = None
    selesai: date | None = None
    kegiatan: tuple[Kegiatan, ...] = ()
    tambahan: tuple[Tambahan, ...] = ()
    nilai_luar: NilaiLuar | None = None
    hasil_kerja: tuple[HasilKerja, ...] = ()


@record
class Penilaian:
    """Everything entered for one person in one year; without parts nothing was entered yet.

    ``capaian`` is how well the unit did, or the nearest above of which that is known, which
    ``unit_capaian`` names;
    ``catatan_perilaku`` counts the dated notes, which a supervisor wants to know of while judging.
    """

    tahun: int
    pegawai: Pegawai
    bagian: tuple[Bagian, ...] = ()
    perilaku: Perilaku = Perilaku()
    akademik: NilaiLuar | None = None
    akhir: NilaiLuar | None = None
    evaluasi: tuple[Evaluasi, ...] = ()
    ekspektasi: tuple[Ekspektasi, ...] = ()
    lampiran: tuple[Lampiran, ...] = ()
    capaian: CapaianOrganisasi | None = None
    unit_capaian: str = ""
    pengecualian: Pengecualian | None = None
    disepakati: date | None = None
    dikunci: date | None = None
    catatan_perilaku: int = 0

    @property
    def terkunci(self) -> bool:
        """Say whether the appraisal is signed, and so can only be read."""
        return self.dikunci is not None

    @property
    def bagian_terakhir(self) -> Bagian | None:
        """Return the last part, which is the one with the highest number (exchange 3)."""
        return max(self.bagian, key=lambda bagian: bagian.nomor, default=None)

    @property
    def evaluasi_tahunan(self) -> Evaluasi:
        """Return the evaluation of the year, an empty one where nothing was chosen yet."""
        return next((satu for satu in self.evaluasi if satu.periode == TAHUNAN), Evaluasi())

    @property
    def unit(self) -> str:
        """Return the code of the unit that counts the person: of his last part, else his own."""
        return (self.bagian_terakhir or self.pegawai).unit

    @property
    def golongan(self) -> str:
        """Return the rank in that year: of the last part, else the present one."""
        return (self.bagian_terakhir or self.pegawai).golongan

    @property
    def jabatan(self) -> str:
        """Return the post in that year: of the last part, else the present one."""
        return (self.bagian_terakhir or self.pegawai).jabatan

    @property
    def jenis_jabatan(self) -> JenisJabatan | None:
        """Return the kind of post of the last part, on which kepemimpinan depends."""
        return (self.bagian_terakhir or self.pegawai).jenis_jabatan

    @property
    def penilai(self) -> Pejabat:
        """Return who signs for the year, which may be nobody: of the last part (A.2)."""
        return (self.bagian_terakhir or self.pegawai).penilai

    @property
    def atasan_penilai(self) -> Pejabat:
        """Return the superior of who signs for the year, as the form names him."""
        return (self.bagian_terakhir or self.pegawai).atasan_penilai


_RANKS = {golongan: -place for place, golongan in enumerate(PANGKAT)}


def list_place(penilaian: Penilaian) -> tuple[str, int, str, str]:
    """Return the place in every list: by unit, then rank from the top, then name and NIP."""
    pegawai = penilaian.pegawai
    return penilaian.unit, _RANKS.get(penilaian.golongan, 1), pegawai.nama, pegawai.nip
