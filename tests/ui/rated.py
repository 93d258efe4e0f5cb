"""The sample office in 2025, and the grid in which everybody's ratings are chosen, for tests."""

from skp_tui.domain.appraisal import TAHUNAN, Evaluasi, Peringkat
from skp_tui.domain.evaluasi import evaluasi_of
from skp_tui.services.base.recording import Tempat
from skp_tui.services.base.views import Orang, UnitView
from skp_tui.services.entry.block import Ubahan, save_block
from skp_tui.ui.screens.judging.evaluasi import EvaluasiScreen
from skp_tui.ui.screens.judging.model import JudgeSheet
from tests.ui.conftest import Program

TAHUN = 2025
BOTH = frozenset({"hasil_kerja", "perilaku_kerja"})
ATAS, SESUAI, BAWAH = Peringkat.DI_ATAS, Peringkat.SESUAI, Peringkat.DI_BAWAH


async def open_2025(program: Program) -> None:
    """Make the year, and choose it on the start screen, by keys alone."""
    await program.press("o", "tab", "ctrl+n")
    await program.type(str(TAHUN))
    await program.press("ctrl+s", "y")
    await program.press("escape")
    await program.press("t", "home", "enter")
    assert program.unit.tahun == TAHUN, program.screen_text()


async def rate_all(program: Program) -> EvaluasiScreen:
    """Open the grid on everybody of 2025."""
    await open_2025(program)
    await program.press("r")
    return here(program)


def here(program: Program) -> EvaluasiScreen:
    """Return the grid's screen, which is on top."""
    screen = program.app.screen
    assert isinstance(screen, EvaluasiScreen)
    return screen


def grid(program: Program) -> JudgeSheet:
    """Return the grid."""
    return here(program).sheet


def cell(program: Program) -> tuple[str, str]:
    """Return the name and the column of the cursor's cell."""
    sheet = grid(program)
    return here(program).people[sheet.cursor_row or ""].nama, sheet.cursor_column or ""


def view(program: Program) -> UnitView:
    """Return the year as it is stored."""
    return program.stored(TAHUN)


def person(program: Program, name: str) -> Orang:
    """Return somebody as he is stored."""
    return next(satu for satu in view(program).orang if satu.nama.startswith(name))


def evaluasi(program: Program, name: str, periode: str = TAHUNAN) -> Evaluasi:
    """Return what is stored of somebody for a period."""
    return evaluasi_of(person(program, name).penilaian, periode)


async def store(program: Program, **ratings: Evaluasi) -> None:
    """Store evaluations by the first name of whom they are of, and read the start screen anew."""
    changes = [
        Ubahan(Tempat(TAHUN, program.nip_of(name)), given, BOTH) for name, given in ratings.items()
    ]
    program.write(lambda writer: save_block(writer, changes, "evaluasi dari luar"))
    program.unit.reload()
    await program.settle()
