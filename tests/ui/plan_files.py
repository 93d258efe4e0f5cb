"""Small files to import into the sample office, and the screen that shows their plan."""

from collections.abc import Sequence
from pathlib import Path

from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.services.base.editing import save_records
from skp_tui.services.imports.import_many import Borongan, Pesanan
from skp_tui.services.office.listing import people_list
from skp_tui.ui.screens.plan.screen import PlanScreen
from skp_tui.ui.screens.plan.stage import Tahap
from tests.ui.conftest import Program

BRAM = "198105062006041921"
HEAD = "nip;nama;unit;golongan;jabatan"
KEGIATAN = "tahun;nip;no;uraian;target_kuantitas;satuan;target_kualitas;target_waktu"

BROKEN = "1,96704E+17;Rusak Contoh;1;III/a;Pengelola"
ODD_RANK = "198001012005011099;Salah Contoh;1;III e;Pengelola"
MOVED = f"{BRAM};Bram Contoh;;;Pengelola Kepegawaian"


def nip(number: int) -> str:
    """Return an invented NIP."""
    return f"198001012005011{number:03}"


def person(number: int, jabatan: str = "Pengelola", golongan: str = "III/a") -> str:
    """Return the row of an invented person."""
    return f"{nip(number)};Orang ke-{number} Contoh;1;{golongan};{jabatan}"


def activity(of: str, no: int, tahun: int = 2017, kuantitas: str = "12,5") -> str:
    """Return the row of an activity."""
    return f"{tahun};{of};{no};Menyusun laporan {no};{kuantitas};dokumen;100;12"


def write(path: Path, head: str, *rows: str) -> Path:
    """Write a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join((head, *rows, "")), encoding="utf-8")
    return path


def mixed_file(folder: Path) -> Path:
    """Write two new people, one who changes, and two refused rows."""
    rows = (person(1), BROKEN, MOVED, ODD_RANK, person(2))
    return write(folder / "asal" / "pegawai.csv", HEAD, *rows)


def orders(**files: Path | Sequence[Path]) -> Borongan:
    """Order files by their kinds."""
    return Borongan(
        tuple(
            Pesanan(jenis_of(jenis), (some,) if isinstance(some, Path) else tuple(some))
            for jenis, some in files.items()
        )
    )


async def show(program: Program, borongan: Borongan) -> PlanScreen:
    """Open the plan and wait until it is there."""
    screen = PlanScreen(borongan)
    program.app.push_screen(screen)
    await program.settle()
    return screen


def cells(program: Program, column: str) -> list[str]:
    """Return what stands in a column of the list."""
    screen = program.app.screen
    assert isinstance(screen, PlanScreen)
    place = [found.key for found in screen.listed.columns].index(column)
    return [row.cells[place] for row in screen.listed.rows]


def stage(program: Program) -> Tahap:
    """Return how far the import is."""
    screen = program.app.screen
    assert isinstance(screen, PlanScreen)
    return screen.tahap


def change_post(program: Program) -> None:
    """Change behind the plan's back what it would change."""
    with program.sitting.reading() as connection:
        stored = people_list(connection).pegawai[BRAM]
    isian = {nama: stored[nama] or "" for nama in ("nip", "nama", "unit")}
    isian["jabatan"] = "Pengelola Kepegawaian"
    done = program.write(lambda writer: save_records(writer, "pegawai", [isian], "ubah jabatan"))
    assert not done.ditolak


def people(program: Program) -> set[str]:
    """Return who is stored."""
    with program.sitting.reading() as connection:
        return set(people_list(connection).pegawai)


def steps(program: Program) -> int:
    """Count the steps of the trail."""
    with program.sitting.reading() as connection:
        found: int = connection.execute("SELECT count(DISTINCT langkah) FROM jejak").fetchone()[0]
        return found
