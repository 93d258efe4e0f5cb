"""Completion of an uraian while it is typed: one suggestion, and Right takes it."""

from decimal import Decimal

from skp_tui.domain.appraisal import Kegiatan
from skp_tui.services.signing import signing
from tests.ui.conftest import TAHUN, TODAY, Open, Program


def last(program: Program, name: str) -> Kegiatan:
    orang = program.stored().of(program.nip_of(name))
    assert orang is not None
    return orang.penilaian.bagian[-1].kegiatan[-1]


def driving(program: Program) -> Kegiatan:
    """Return what only the driver of the sample office does."""
    orang = program.stored().of(program.nip_of("Ambo"))
    assert orang is not None
    found = orang.penilaian.bagian[0].kegiatan
    return next(satu for satu in found if satu.uraian.startswith("Mengemudikan"))


async def test_what_was_typed_before_stands_under_the_cell_with_the_key_that_takes_it(
    open_program: Open,
) -> None:
    async with open_program(size=(120, 40)) as program:
        usual = driving(program)
        await program.open("tiur")
        await program.press("ctrl+n")
        await program.type("mengemu")
        text = " ".join(program.screen_text().split())
        assert f"→ {usual.uraian}" in text
        assert "(panah kanan memakai)" in text
        await program.press("escape")
        assert "panah kanan" not in program.screen_text()


async def test_right_takes_it_and_the_new_row_gets_unit_quality_and_time_in_one_step(
    open_program: Open,
) -> None:
    async with open_program() as program:
        usual, before = driving(program), last(program, "Tiur")
        await program.open("tiur")
        await program.press("ctrl+n")
        await program.type("mengemu")
        await program.press("right", "enter")
        new = last(program, "Tiur")
        assert new == Kegiatan(
            before.no + 1, usual.uraian, usual.satuan, usual.satuan_waktu,
            target_kualitas=usual.target_kualitas, target_waktu=usual.target_waktu,
        )  # fmt: skip
        assert program.isi.sheet("kegiatan").cursor_column == "target_kuantitas"
        await program.press("ctrl+z")
        assert last(program, "Tiur") == before


async def test_typing_on_or_editing_what_was_taken_stores_only_the_text(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("tiur")
        await program.press("ctrl+n")
        await program.type("mengemu")
        await program.press("right")
        await program.type(" wali kota")
        await program.press("enter")
        new = last(program, "Tiur")
        assert new.uraian == f"{driving(program).uraian} wali kota"
        assert (new.satuan, new.target_kualitas, new.target_waktu) == ("", None, None)


async def test_enter_without_right_stores_what_was_typed_and_nothing_else(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("tiur")
        await program.press("ctrl+n")
        await program.type("mengemu")
        await program.press("enter")
        new = last(program, "Tiur")
        assert (new.uraian, new.satuan, new.target_waktu) == ("mengemu", "", None)


async def test_an_existing_row_gets_the_text_and_keeps_its_targets(open_program: Open) -> None:
    async with open_program() as program:
        before = last(program, "Tiur")
        await program.open("tiur")
        sheet = program.isi.sheet("kegiatan")
        sheet.move_to(sheet.rows[-1].key, "uraian")
        await program.type("mengemu")
        await program.press("right", "enter")
        after = last(program, "Tiur")
        assert after.uraian == driving(program).uraian
        assert (after.satuan, after.target_waktu) == (before.satuan, before.target_waktu)


async def test_right_inside_the_text_moves_and_takes_nothing(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("tiur")
        await program.press("ctrl+n")
        await program.type("mengemu")
        await program.press("left", "right")
        assert program.isi.sheet("kegiatan")._editor.value == "mengemu"
        await program.press("right")
        assert program.isi.sheet("kegiatan")._editor.value == driving(program).uraian


async def test_keys_typed_faster_than_the_screen_take_what_is_meant_by_all_of_them(
    open_program: Open,
) -> None:
    async with open_program() as program:
        usual = driving(program)
        await program.open("tiur")
        await program.press("ctrl+n", *"mengemu", "right", "enter", "7", "enter")
        assert last(program, "Tiur").uraian == usual.uraian
        assert last(program, "Tiur").target_kuantitas == Decimal(7)


async def test_what_is_typed_for_one_person_is_offered_for_the_next(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("tiur")
        await program.press("ctrl+n")
        await program.type("Zakat dihitung")
        await program.press("enter", "f4", "ctrl+n")
        await program.type("zak")
        assert "→ Zakat dihitung" in program.screen_text()


async def test_a_pasted_activity_is_offered_for_the_next_person_at_once(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("tiur")
        sheet = program.isi.sheet("kegiatan")
        sheet.move_to(sheet.rows[-1].key, "uraian")
        await program.paste(f"{last(program, 'Tiur').uraian}\nZakat dihitung\n")
        await program.press("enter")
        assert last(program, "Tiur").uraian == "Zakat dihitung"
        await program.press("f4", "ctrl+n")
        await program.type("zak")
        assert "→ Zakat dihitung" in program.screen_text()


async def test_what_could_not_be_stored_is_never_offered(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("tiur")
        nip = program.isi.desk.nip
        program.write(lambda writer: signing.lock(writer, TAHUN, [nip], TODAY))
        sheet = program.isi.sheet("kegiatan")
        sheet.move_to(sheet.rows[-1].key, "uraian")
        await program.paste(f"{last(program, 'Tiur').uraian}\nZakat ditempel\n")
        await program.press("enter")
        assert "tidak tersimpan" in program.toasts()[-1]
        await program.press("ctrl+n")
        await program.type("Zakat diketik")
        # one by one: the refused text comes back into its cell when the writer has answered
        await program.press("enter")
        await program.press("escape")
        await program.press("f4", "ctrl+n")
        assert not program.isi.orang.nama.startswith("Tiur")
        await program.type("zak")
        assert "panah kanan" not in program.screen_text()


async def test_what_was_undone_is_offered_no_more_and_offered_again_when_redone(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("tiur")
        await program.press("ctrl+n")
        await program.type("Zakat dihitung")
        await program.press("enter", "ctrl+z", "ctrl+n")
        await program.type("zak")
        assert "panah kanan" not in program.screen_text()
        await program.press("escape", "ctrl+y", "f4", "ctrl+n")
        await program.type("zak")
        assert "→ Zakat dihitung" in program.screen_text()


async def test_a_text_that_was_corrected_or_removed_is_offered_no_more(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("tiur")
        await program.press("ctrl+n")
        await program.type("Zakat dihitugn")
        await program.press("enter", "left")
        await program.type("Zakat dibagi")
        await program.press("enter", "f4", "ctrl+n")
        await program.type("zakat dih")
        assert "panah kanan" not in program.screen_text()
        await program.press("escape", "f3", "ctrl+end", "f8", "f4", "ctrl+n")
        await program.type("zakat")
        assert "panah kanan" not in program.screen_text()


async def test_what_others_still_do_is_offered_though_one_row_of_it_was_removed(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("tiur")
        for _ in range(2):
            await program.press("ctrl+n")
            await program.type("Zakat dihitung")
            await program.press("enter")
        await program.press("f8", "f4", "ctrl+n")
        await program.type("zak")
        assert "→ Zakat dihitung" in program.screen_text()


async def test_other_cells_are_not_completed(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("tiur")
        sheet = program.isi.sheet("kegiatan")
        sheet.move_to(sheet.rows[0].key, "satuan")
        await program.type("mengemu")
        assert "panah kanan" not in program.screen_text()
        await program.press("escape")
