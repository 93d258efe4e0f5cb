"""Kirim names who is not locked, or has no plan, where others of the unit are or have (screens)."""

from collections.abc import Collection
from datetime import date
from functools import partial

import pytest
from textual.widgets import Static

from skp_tui.domain.appraisal import Evaluasi
from skp_tui.rules.result import Status
from skp_tui.services.signing import signing
from skp_tui.ui.screens.signing.sheet import SheetScreen
from tests.ui.conftest import Open, Program
from tests.ui.office_2025 import PLAN, keys, kinerja, person
from tests.ui.rated import SESUAI, store
from tests.ui.test_send import send_screen

pytestmark = pytest.mark.usefixtures("in_tmp_path")
SIGNED = date(2018, 1, 19)
RATED = Evaluasi(hasil_kerja=SESUAI, perilaku_kerja=SESUAI)


def lock_all(program: Program, tahun: int, but: Collection[str] = ()) -> None:
    """Lock whoever can be locked, and open those again who shall not stay so."""
    rated = [
        satu.nip for satu in program.stored(tahun).orang if satu.hasil.status is Status.DINILAI
    ]
    program.write(lambda writer: signing.lock(writer, tahun, rated, SIGNED))
    for nip in but:
        program.write(partial(signing.reopen, tahun=tahun, nip=nip, alasan="Salah ketik"))


def listed(program: Program) -> list[tuple[str, ...]]:
    """Return the rows of the list."""
    return [row.cells for row in send_screen(program).listed.rows]


def warning(program: Program) -> str:
    """Return what stands below the list as a warning, in one line."""
    return " ".join(program.line("send-warning").split())


def asked(program: Program) -> str:
    """Return the question before sending."""
    return str(program.app.screen.query_one(".window-text", Static).render())


async def test_who_was_reopened_and_not_locked_again_is_named_counted_and_locked_from_there(
    open_program: Open,
) -> None:
    async with open_program() as program:
        nip = program.nip_of("Bram")
        lock_all(program, 2017, but=[nip])
        await program.press("f6")
        name = next(satu.nama for satu in program.stored().orang if satu.nip == nip)
        told = (name, "belum dikunci, padahal 39 pegawai lain sudah")
        assert [cells for cells in listed(program) if "dikunci" in cells[1]] == [told]
        assert "1 pegawai belum dikunci: Enter pada barisnya membetulkan." in warning(program)
        await program.press("f6")
        assert asked(program).endswith("1 pegawai belum dikunci.")
        await program.press("escape", *["down"] * listed(program).index(told), "enter")
        sheet = program.app.screen
        assert isinstance(sheet, SheetScreen)
        assert sheet.nip == nip
        await program.press("k", "enter", "escape")
        assert "dikunci" not in warning(program)
        assert not [cells for cells in listed(program) if "dikunci" in cells[1]]


@pytest.mark.parametrize("locked", [False, True])
async def test_where_nobody_or_everybody_is_locked_sending_has_no_word_about_it(
    open_program: Open, locked: bool
) -> None:
    async with open_program() as program:
        if locked:
            lock_all(program, 2017)
        await program.press("f6")
        assert "dikunci" not in program.screen_text()
        await program.press("f6")
        assert "dikunci" not in asked(program)


async def test_who_is_not_locked_is_named_from_2022_too_and_who_is_incomplete_only_as_that(
    open_2025: Open,
) -> None:
    async with open_2025() as program:
        # the first two are rated, of whom the first is signed; all others lack their ratings
        await store(program, Arum=RATED, Bagus=RATED)
        nip = person(program).nip
        program.write(lambda writer: signing.lock(writer, 2025, [nip], date(2025, 12, 31)))
        await keys(program, "f6")
        found = [cells for cells in listed(program) if "dikunci" in cells[1]]
        assert found == [("Bagus Rekaan", "belum dikunci, padahal 1 pegawai lain sudah")]


async def test_who_has_no_plan_is_named_and_asked_about_where_others_have_one(
    open_2025: Open,
) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN, "escape", "f6")
        without = [cells for cells in listed(program) if cells[1] == "belum ada hasil kerja"]
        assert len(without) == 11
        assert "11 pegawai tanpa hasil kerja" in warning(program)
        assert "Perhatikan" not in warning(program), "it is said once"
        await keys(program, "f6")
        assert asked(program).endswith("11 pegawai tanpa hasil kerja.")
        await keys(program, "escape")
        await keys(program, *["down"] * listed(program).index(without[0]), "enter")
        assert (kinerja(program).desk.orang.nama, without[0][0]) == ("Bagus Rekaan",) * 2
        assert kinerja(program).sheet("hasil").has_focus


async def test_an_office_that_only_enters_ratings_is_told_so_in_one_line(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "f6")
        assert warning(program).endswith("Perhatikan: 12 pegawai belum ada hasil kerja.")
        assert not [cells for cells in listed(program) if "belum ada" in cells[1]]
        await keys(program, "f6")
        assert "hasil kerja" not in asked(program)
