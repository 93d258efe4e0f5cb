"""A tiny office, and the way from a text to a plan, for the tests of files."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from skp_tui.domain.nip import StatusPegawai
from skp_tui.domain.office import JenisJabatan, Pegawai, Pejabat, Unit
from skp_tui.errors import Problem
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.model import Rencana
from skp_tui.exchange.plan.plan import plan
from skp_tui.exchange.plan.stock import Stok
from skp_tui.exchange.reading.table_model import Tabel
from skp_tui.exchange.reading.tables import read_tables
from skp_tui.rules.regulation import peraturan_of

SARI = "196704101990031005"
BRAM = "197508172000122003"
TIUR = "198001012023211007"  # PPPK: the middle block is no month
RETNO = "198203052008012004"  # active from 2018 on
ASING = "196001011985031002"  # known to nobody

UNITS = {
    "1": Unit("1", "Badan"),
    "1.1": Unit("1.1", "Sekretariat", "1"),
    "1.2": Unit("1.2", "Bidang Mutasi", "1"),
    "1.2.1": Unit("1.2.1", "Seksi Umum", "1.2"),
    "1.3": Unit("1.3", "Seksi Umum", "1"),
}
STOK = Stok(
    units=UNITS,
    pegawai={
        SARI: Pegawai(SARI, "Sari Contoh", "1.1", jenis_jabatan=JenisJabatan.STRUKTURAL),
        BRAM: Pegawai(BRAM, "Bram Contoh", "1.1", jenis_jabatan=JenisJabatan.FUNGSIONAL_UMUM),
        TIUR: Pegawai(TIUR, "Tiur Contoh", "1.2", status=StatusPegawai.PPPK),
        RETNO: Pegawai(RETNO, "Retno Contoh", "1.2", aktif_sejak=date(2018, 1, 1)),
    },
    peraturan={2017: "PP46"},
)
PENILAI = Pejabat(BRAM, "Bram Contoh", "IV/a", "Sekretaris", "Sekretariat")


def table(folder: Path, text: str, name: str = "berkas.csv") -> Tabel:
    """Write a text to a real file and read it as a table."""
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    (tabel,) = read_tables(path)
    return tabel


def rencana(folder: Path, jenis: str, text: str, stok: Stok = STOK) -> Rencana:
    """Plan one file of a kind."""
    return plan(jenis_of(jenis), [table(folder, text)], stok)


def again(hasil: Rencana, stok: Stok = STOK) -> Stok:
    """Return the stock as it stands once the plan is carried out."""
    stored = {baris.kunci: dict(baris.rekaman) for baris in (*hasil.baru, *hasil.berubah)}
    years = {tahun: peraturan_of(tahun).kode for tahun in hasil.periode_baru}
    return replace(stok, rekaman={**stok.rekaman, **stored}, peraturan={**stok.peraturan, **years})


def faults(hasil: Rencana) -> list[tuple[int | None, str | None]]:
    """Return place and column of every fault."""
    return [(problem.baris, problem.kolom) for problem in hasil.ditolak]


def words(problems: tuple[Problem, ...]) -> str:
    """Return all sentences as one text, to look for words in."""
    return "\n".join(problem.kalimat() for problem in problems)
