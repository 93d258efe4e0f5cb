"""The tables as SQLModel maps them for writing; the schema itself is the SQL of the migrations.

Nothing is validated here (a SQLModel table never validates): the schema's CHECKs do it, and
``domain.validity`` says it in words before.
"""

from skp_tui.storage.mapping.table_base import Field, Record, SQLModel
from skp_tui.storage.mapping.tables_kinerja import (
    CapaianOrganisasiRow,
    EkspektasiRow,
    HasilKerjaRow,
    IndikatorRow,
    LampiranRow,
)


class UnitRow(Record, table=True):
    """An organisational unit."""

    __tablename__ = "unit"
    kode: str = Field(unique=True)
    nama: str
    induk_id: int | None = Field(default=None, foreign_key="unit.id", index=True)


class Appraisers(SQLModel):
    """The appraiser and his superior, as given; an unknown name is resolved by NIP when read."""

    penilai_nip: str | None = None
    penilai_nama: str | None = None
    penilai_golongan: str | None = None
    penilai_jabatan: str | None = None
    penilai_unit: str | None = None
    atasan_penilai_nip: str | None = None
    atasan_penilai_nama: str | None = None
    atasan_penilai_golongan: str | None = None
    atasan_penilai_jabatan: str | None = None
    atasan_penilai_unit: str | None = None


class PegawaiRow(Record, Appraisers, table=True):
    """A civil servant as he is now."""

    __tablename__ = "pegawai"
    nip: str = Field(unique=True)
    nama: str
    unit_id: int = Field(foreign_key="unit.id", index=True)
    golongan: str | None = None
    tmt_golongan: str | None = None
    jabatan: str | None = None
    jenis_jabatan: str | None = None
    eselon: str | None = None
    status: str = "PNS"
    aktif_sejak: str | None = None
    aktif_sampai: str | None = None


class PeriodeRow(Record, table=True):
    """A year with its regulation and settings."""

    __tablename__ = "periode"
    tahun: int = Field(unique=True)
    peraturan: str
    kebijakan_batas: str = "batas-bawah"
    penyebut: str = "semua"
    kuantitas_nol: str = "nol"
    target_indikator: str | None = None
    pita_capaian: str = "85;70;55"
    batas_waktu: str | None = None


class PenilaianRow(Record, table=True):
    """A person in a period, with the witness of a locked result."""

    __tablename__ = "penilaian"
    periode_id: int = Field(foreign_key="periode.id")
    pegawai_id: int = Field(foreign_key="pegawai.id")
    disepakati: str | None = None
    dikunci: str | None = None
    saksi: str | None = None


class BagianRow(Record, Appraisers, table=True):
    """A part of a year; snapshot columns are NULL while they follow pegawai."""

    __tablename__ = "bagian"
    penilaian_id: int = Field(foreign_key="penilaian.id")
    nomor: int
    mulai: str | None = None
    selesai: str | None = None
    unit_id: int | None = Field(default=None, foreign_key="unit.id")
    golongan: str | None = None
    jabatan: str | None = None
    jenis_jabatan: str | None = None


class KegiatanRow(Record, table=True):
    """An activity; amounts are exact decimal text."""

    __tablename__ = "kegiatan"
    bagian_id: int = Field(foreign_key="bagian.id")
    no: int
    uraian: str
    satuan: str | None = None
    satuan_waktu: str | None = None
    ak: str | None = None
    target_kuantitas: str | None = None
    target_kualitas: str | None = None
    target_waktu: str | None = None
    target_biaya: str | None = None
    realisasi_kuantitas: str | None = None
    realisasi_kualitas: str | None = None
    realisasi_waktu: str | None = None
    realisasi_biaya: str | None = None


class TambahanRow(Record, table=True):
    """A tugas tambahan or a kreativitas."""

    __tablename__ = "tambahan"
    bagian_id: int = Field(foreign_key="bagian.id")
    jenis: str
    no: int
    uraian: str
    tingkat: str | None = None


class PerilakuRow(Record, table=True):
    """The six aspects of perilaku kerja."""

    __tablename__ = "perilaku"
    penilaian_id: int = Field(foreign_key="penilaian.id", unique=True)
    orientasi_pelayanan: str | None = None
    integritas: str | None = None
    komitmen: str | None = None
    disiplin: str | None = None
    kerja_sama: str | None = None
    kepemimpinan: str | None = None


class EvaluasiRow(Record, table=True):
    """The two ratings of a period under PermenPANRB 6/2022."""

    __tablename__ = "evaluasi"
    penilaian_id: int = Field(foreign_key="penilaian.id")
    periode: str
    hasil_kerja: str | None = None
    perilaku_kerja: str | None = None


class NilaiLuarRow(Record, table=True):
    """A value from elsewhere; ``bagian`` 0 is of the whole year."""

    __tablename__ = "nilai_luar"
    penilaian_id: int = Field(foreign_key="penilaian.id")
    jenis: str
    bagian: int
    nilai: str
    sumber: str
    ide_baru: str | None = None


class KeberatanRow(Record, table=True):
    """One stage of an objection."""

    __tablename__ = "keberatan"
    penilaian_id: int = Field(foreign_key="penilaian.id")
    tahap: str
    tanggal: str
    isi: str


class CatatanRow(Record, table=True):
    """A dated note or a step of progress."""

    __tablename__ = "catatan"
    penilaian_id: int = Field(foreign_key="penilaian.id", index=True)
    kegiatan_id: int | None = Field(default=None, foreign_key="kegiatan.id", index=True)
    tanggal: str
    isi: str
    jumlah: str | None = None
    bukti: str | None = None


class PengecualianRow(Record, table=True):
    """Why a person is not due in a period."""

    __tablename__ = "pengecualian"
    periode_id: int = Field(foreign_key="periode.id")
    pegawai_id: int = Field(foreign_key="pegawai.id")
    alasan: str
    tanggal: str
    keterangan: str | None = None


class KirimanRow(Record, table=True):
    """What was sent when, with the hash of the file; its values since version 4 of the schema."""

    __tablename__ = "kiriman"
    unit_id: int = Field(foreign_key="unit.id")
    periode_id: int = Field(foreign_key="periode.id")
    nomor: int
    waktu: str
    profil: str
    berkas: str
    sha256: str
    sebagian: int
    pegawai: int | None = None
    dikecualikan: int | None = None
    dinilai: int | None = None
    pengaturan: str | None = None
    isi: str | None = None


class PengaturanRow(Record, table=True):
    """A setting of the program that differs from its default."""

    __tablename__ = "pengaturan"
    nama: str = Field(unique=True)
    nilai: str


class JejakRow(SQLModel, table=True):
    """One line of the trail: append only, each line hashed onto the one before."""

    __tablename__ = "jejak"
    seq: int | None = Field(default=None, primary_key=True)
    langkah: int = Field(index=True)
    waktu: str
    tabel: str
    kunci: int
    lama: str | None = None
    baru: str | None = None
    sebab: str
    membalik: int | None = None
    sidik: str


ROWS: dict[str, type[Record]] = {
    "unit": UnitRow,
    "pegawai": PegawaiRow,
    "periode": PeriodeRow,
    "penilaian": PenilaianRow,
    "bagian": BagianRow,
    "kegiatan": KegiatanRow,
    "tambahan": TambahanRow,
    "perilaku": PerilakuRow,
    "evaluasi": EvaluasiRow,
    "hasil_kerja": HasilKerjaRow,
    "indikator": IndikatorRow,
    "ekspektasi": EkspektasiRow,
    "lampiran": LampiranRow,
    "capaian_organisasi": CapaianOrganisasiRow,
    "nilai_luar": NilaiLuarRow,
    "keberatan": KeberatanRow,
    "catatan": CatatanRow,
    "pengecualian": PengecualianRow,
    "kiriman": KirimanRow,
    "pengaturan": PengaturanRow,
}
