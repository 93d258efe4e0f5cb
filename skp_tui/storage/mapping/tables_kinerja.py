"""The tables of the SKP from 2022 on, as SQLModel maps them for writing (regulations C)."""

from skp_tui.storage.mapping.table_base import Field, Record


class HasilKerjaRow(Record, table=True):
    """A planned result, and the superior's result that it serves."""

    __tablename__ = "hasil_kerja"
    bagian_id: int = Field(foreign_key="bagian.id")
    no: int
    jenis: str = "utama"
    uraian: str
    rencana_pimpinan: str | None = None


class IndikatorRow(Record, table=True):
    """An indicator of a result; a measure is exact decimal text, or a text of its own."""

    __tablename__ = "indikator"
    hasil_kerja_id: int = Field(foreign_key="hasil_kerja.id")
    no: int
    aspek: str = "kuantitas"
    uraian: str
    target: str | None = None
    satuan: str | None = None
    realisasi: str | None = None
    bukti: str | None = None
    umpan_balik: str | None = None


class EkspektasiRow(Record, table=True):
    """What the leader expects of one of the seven values."""

    __tablename__ = "ekspektasi"
    penilaian_id: int = Field(foreign_key="penilaian.id")
    perilaku: str
    ekspektasi: str | None = None
    umpan_balik: str | None = None


class LampiranRow(Record, table=True):
    """A line of the attachment."""

    __tablename__ = "lampiran"
    penilaian_id: int = Field(foreign_key="penilaian.id")
    jenis: str
    no: int
    uraian: str


class CapaianOrganisasiRow(Record, table=True):
    """How well a unit did in a year."""

    __tablename__ = "capaian_organisasi"
    periode_id: int = Field(foreign_key="periode.id")
    unit_id: int = Field(foreign_key="unit.id")
    capaian: str
