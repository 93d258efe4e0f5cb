"""The same appraiser for many people, and years side by side, by keys alone."""

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.services.base.recording import Tempat
from skp_tui.services.base.views import unit_view
from skp_tui.services.entry import entry
from skp_tui.services.office.listing import people_list
from skp_tui.ui.screens.people.people import PeopleScreen
from skp_tui.ui.screens.people.person_many import ManyScreen
from tests.ui.conftest import TAHUN, Open, Program
from tests.ui.test_parts import field

SARI = "197306071998032907"
BRAM = "198105062006041921"


def raters(program: Program) -> dict[str, str | None]:
    with program.sitting.reading() as connection:
        found = people_list(connection).pegawai
    return {nip: satu["penilai_nip"] for nip, satu in found.items()}


async def give_all(program: Program, name: str) -> None:
    """Mark everybody of the list and name their appraiser by the list."""
    await program.press("p", "plus", "p")
    assert isinstance(program.app.screen, ManyScreen)
    await program.press("f2")
    await program.type(name)
    await program.press("enter", "ctrl+s")
    assert isinstance(program.app.screen, PeopleScreen)


async def test_everybody_gets_the_appraiser_but_he_himself_and_one_undo_takes_it_back(
    open_program: Open,
) -> None:
    async with open_program() as program:
        before = raters(program)
        await give_all(program, "sari contoh")
        after = raters(program)
        above = before[SARI]
        assert above is not None
        # who is above the new appraiser came along as the superior, and keeps his own
        assert after.pop(above) == before[above]
        assert after.pop(SARI) == above
        assert set(after.values()) == {SARI}
        assert any("ia tidak menilai dirinya sendiri" in toast for toast in program.toasts())
        await program.press("ctrl+z")
        assert raters(program) == before


async def test_an_earlier_year_keeps_who_appraised_then(open_program: Open) -> None:
    async with open_program() as program:
        program.write(
            lambda writer: entry.save(
                writer, Tempat(2018, BRAM), Kegiatan(1, "Menyusun"), (), "kegiatan 1", baru=True
            )
        )
        old = program.stored().of(BRAM)
        assert old is not None
        await give_all(program, "deetje")
        now = program.stored().of(BRAM)
        assert now is not None
        assert now.penilaian.bagian == old.penilaian.bagian
        assert now.penilaian.pegawai.penilai.nama == "Deetje Contoh, S.E."
        with program.sitting.reading() as connection:
            later = unit_view(connection, 2018, "1").of(BRAM)
        assert later is not None
        assert later.penilaian.bagian[0].penilai.nama == "Deetje Contoh, S.E."


async def test_years_stand_side_by_side_each_with_its_target_and_deadline(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("o", "tab", "ctrl+n")
        await program.type("2018")
        await program.press("ctrl+s", "enter", "ctrl+u")
        await program.type("96,5")
        await field(program, "batas_waktu")
        await program.press("ctrl+u")
        await program.type("15-02-2019")
        await program.press("ctrl+s")
        text = program.screen_text()
        assert "96,5 %" in text
        assert "15 Feb 2019" in text
        assert "96 %" in text
        assert "31 Jan 2018" in text
        await program.press("escape")
        assert f" {TAHUN} " in program.line("headline")
        assert "Target 96,00 %" in program.line("head")
        await program.press("t")
        await program.press("up", "enter")
        assert " 2018 " in program.line("headline")
        assert "Target 96,50 %" in program.line("head")
