"""A small office in a real file, for the tests of storage and services."""

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

from skp_tui.domain.appraisal import Kegiatan, Penilaian
from skp_tui.domain.records import Isian
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.plan import Rencana
from skp_tui.services.base.database import prepare
from skp_tui.services.base.recording import Tempat
from skp_tui.services.base.views import Orang, appraisal
from skp_tui.services.imports.import_many import Borongan, Pesanan, run_many
from skp_tui.services.keeping import checking
from skp_tui.storage.database.looking import reading
from skp_tui.storage.reading.records import read_records
from skp_tui.storage.trail import trail
from skp_tui.storage.transactions.writer import Writer

NOW = datetime(2018, 1, 5, 9, 30, tzinfo=UTC)

KEPALA = "196001011985031002"
SARI = "196704101990031005"
BRAM = "197508172000122003"
UNKNOWN = "196502021990031009"

UNIT = "kode,nama,induk\n1,Badan,\n1.1,Sekretariat,1\n1.2,Bidang Mutasi,1\n"
PEGAWAI = f"""nip,nama,unit,golongan,jabatan,jenis_jabatan,penilai_nip,atasan_penilai_nip
{KEPALA},Kepala Contoh,1,IV/b,Kepala Badan,struktural,,
{SARI},Sari Contoh,1.1,III/d,Sekretaris,struktural,{KEPALA},
{BRAM},Bram Contoh,1.1,III/a,Analis,fungsional_umum,{SARI},{KEPALA}
"""
KEGIATAN = (
    "tahun,nip,no,uraian,target_kuantitas,satuan,target_kualitas,target_waktu,"
    "realisasi_kuantitas,realisasi_kualitas,realisasi_waktu\n"
    f"2017,{SARI},1,Menyusun,12,laporan,100,12,11,90,12\n"
    f"2017,{BRAM},1,Mencatat,50,berkas,100,12,48,88,12\n"
    f"2017,{BRAM},2,Menata,5,berkas,100,6,5,90,6\n"
)
PERILAKU = (
    "tahun,nip,orientasi_pelayanan,integritas,komitmen,disiplin,kerja_sama,kepemimpinan\n"
    f"2017,{SARI},85,86,87,88,89,90\n2017,{BRAM},80,81,82,83,84,\n"
)

Isi = dict[str, dict[int, dict[str, object]]]


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of importing one text: its plan, and the exit status of the command."""

    rencana: Rencana
    status: int


def clock() -> datetime:
    """Return the time at which all tests happen."""
    return NOW


class Office:
    """One database file, and short ways to change it and look at it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        prepare(path)

    @classmethod
    def filled(cls, folder: Path) -> "Office":
        """Return an office of three people; the appraisals of two of them are complete."""
        path = folder / "skp.db"
        path.touch(mode=0o600)
        path.write_bytes(_filled())
        return cls(path)

    def impor(self, jenis: str, text: str) -> Imported:
        """Import a text as a file."""
        file = self.path.with_name(f"{jenis}.csv")
        file.write_text(text, encoding="utf-8")
        borongan = Borongan((Pesanan(jenis_of(jenis), (file,)),))
        done = run_many(self.path, borongan, clock, wait=0)
        (rencana,) = done.gladi.rencana
        return Imported(rencana, done.status)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Open the writer, as a sitting does."""
        with Writer(self.path, clock) as writer:
            yield writer

    def orang(self, nip: str, tahun: int = 2017) -> Orang:
        """Return one appraisal with its result."""
        with reading(self.path) as connection:
            return appraisal(connection, tahun, nip)[0]

    def penilaian(self, nip: str, tahun: int = 2017) -> Penilaian:
        """Return one appraisal."""
        return self.orang(nip, tahun).penilaian

    def records(self, jenis: str, tahun: int = 2017) -> Sequence[Isian]:
        """Return the stored records of a kind."""
        with reading(self.path) as connection:
            return read_records(connection, jenis, [tahun])

    def content(self) -> Isi:
        """Return every row of every table but the trail."""
        with reading(self.path) as connection:
            return {tabel: trail.stored(connection, tabel) for tabel in trail.tables_of(connection)}

    def lines(self) -> list[tuple[object, ...]]:
        """Return the trail, line by line."""
        with reading(self.path) as connection:
            return connection.execute("SELECT * FROM jejak ORDER BY seq").fetchall()

    def findings(self) -> list[str]:
        """Return what ``periksa`` says."""
        return [satu.kalimat() for satu in checking.check_database(self.path)]

    def raw(self, *statements: str) -> list[tuple[object, ...]]:
        """Carry out statements as somebody outside the program would."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            return [row for text in statements for row in connection.execute(text).fetchall()]


@cache
def _filled() -> bytes:
    """Import the office once for all tests; each works on a copy of its own."""
    with tempfile.TemporaryDirectory(prefix="skp-uji-") as folder:
        office = Office(Path(folder) / "skp.db")
        for jenis, text in (
            ("unit", UNIT),
            ("pegawai", PEGAWAI),
            ("kegiatan", KEGIATAN),
            ("perilaku", PERILAKU),
        ):
            assert office.impor(jenis, text).status == 0
        return office.path.read_bytes()


def last_step(writer: Writer) -> int:
    """Return the number of the last step of the trail."""
    with writer.reading() as connection:
        return trail.head(connection)[0]


def tempat(nip: str = BRAM, bagian: int = 1, tahun: int = 2017) -> Tempat:
    """Return a place of the grid."""
    return Tempat(tahun, nip, bagian)


def kegiatan(
    office: Office, no: int = 1, nip: str = BRAM, **changed: Decimal | str | None
) -> Kegiatan:
    """Return a stored activity with some fields changed."""
    stored = next(satu for satu in office.penilaian(nip).bagian[0].kegiatan if satu.no == no)
    return replace(stored, **changed)  # type: ignore[arg-type]  # by name
