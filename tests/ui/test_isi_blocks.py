"""Blocks on the entry screen: filled, cleared, copied and pasted in one step, or not at all."""

from decimal import Decimal

import pytest
from textual import events

from skp_tui.domain.appraisal import JenisTambahan, Kegiatan, Tingkat
from skp_tui.errors import DatabaseError
from skp_tui.services.signing import signing
from skp_tui.ui.screens.cells import block_saving
from skp_tui.ui.screens.cells.block_preview import BlockPreview
from tests.ui.conftest import TAHUN, TODAY, Open, Program
from tests.ui.test_screens_isi import burst, of, slow_disk

OUTCOMES = ("kuantitas", "kualitas", "waktu")


def rows(program: Program, name: str = "Wayan") -> tuple[Kegiatan, ...]:
    return of(program, name).penilaian.bagian[0].kegiatan


def outcomes(program: Program, aspek: str) -> list[Decimal | None]:
    return [satu.realisasi(aspek) for satu in rows(program)]


def content(program: Program) -> object:
    """Return all that is entered for everybody."""
    return [satu.penilaian for satu in program.stored().orang]


async def at(program: Program, no: int, column: str, sheet: str = "kegiatan") -> None:
    """Open Wayan with the cursor on a cell."""
    await program.open("wayan")
    grid = program.isi.sheet(sheet)
    program.isi.focus_on(grid)
    grid.move_to(grid.rows[no - 1].key, column)
    await program.settle()


def preview(program: Program) -> BlockPreview:
    screen = program.app.screen
    assert isinstance(screen, BlockPreview)
    return screen


def changes(program: Program) -> list[tuple[str, str, str]]:
    """Return what the preview shows."""
    return [(line.where, line.old, line.new) for line in preview(program).lines]


async def test_a_value_typed_into_marked_cells_goes_into_all_of_them(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 1, "realisasi_kualitas")
        before = content(program)
        await program.press("ctrl+b", "down", "down")
        await program.type("81")
        await program.press("enter")
        assert outcomes(program, "kualitas")[:4] == [Decimal(81)] * 3 + [
            outcomes(program, "kualitas")[3]
        ]
        assert "3 sel diisi" in program.toasts()[-1]
        await program.press("ctrl+z")
        assert content(program) == before


async def test_a_refused_text_is_replaced_by_what_is_typed_next(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 1, "realisasi_kualitas")
        await program.type("101")
        await program.press("enter")
        assert program.isi.sheet("kegiatan").edit_open
        await program.type("82")
        await program.press("enter")
        assert outcomes(program, "kualitas")[0] == Decimal(82)


async def test_a_column_is_filled_in_one_step_that_undo_takes_back(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 1, "realisasi_kualitas")
        before = content(program)
        await program.press("ctrl+b", *("down",) * 5, "ctrl+d")
        assert outcomes(program, "kualitas") == [Decimal(90)] * 6
        assert program.toasts()[-1] == "Isian dari atas: 5 sel diisi. Ctrl+Z membatalkan."
        assert not program.isi.waits_for_answer()
        await program.press("ctrl+z")
        assert content(program) == before
        key = program.isi.sheet("kegiatan").rows[3].key
        assert program.isi.sheet("kegiatan").cell_text(key, "realisasi_kualitas") == "86"


async def test_one_cell_is_filled_from_above(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 3, "realisasi_kualitas")
        await program.press("ctrl+d")
        assert outcomes(program, "kualitas")[2] == Decimal(88)


async def test_a_filled_time_takes_its_unit_along(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 2, "target_waktu")
        await program.type("6 minggu")
        await program.press("enter", "up", "ctrl+b", "down", "down", "ctrl+d")
        assert {(satu.target_waktu, satu.satuan_waktu) for satu in rows(program)[1:4]} == {
            (Decimal(6), "minggu")
        }
        await program.press("ctrl+home", "ctrl+b", "down", "ctrl+d")
        assert (rows(program)[1].target_waktu, rows(program)[1].satuan_waktu) == (
            Decimal(12),
            "bulan",
        )


async def test_target_and_outcome_are_cleared_together(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 1, "target_kuantitas")
        await program.press("ctrl+b", "down", "end", "delete")
        first, second, third, *_ = rows(program)
        for satu in (first, second):
            assert [satu.target(nama) for nama in OUTCOMES] == [None] * 3
            assert [satu.realisasi(nama) for nama in OUTCOMES] == [None] * 3
            assert satu.uraian
        assert third.target_kuantitas == Decimal(500)
        assert program.toasts()[-1] == "Pengosongan: 14 sel dikosongkan. Ctrl+Z membatalkan."


async def test_a_block_that_would_leave_outcomes_without_targets_is_refused_whole(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await at(program, 1, "target_kuantitas")
        before = content(program)
        await program.press("ctrl+b", "down", "right", "delete")
        screen = program.screen_text()
        assert "Pengosongan ditolak: 2 sel" in screen
        stands = "realisasi kuantitas masih 1; kosongkan dahulu, atau biarkan targetnya"
        assert stands in " ".join(screen.split())
        await program.press("enter")
        assert preview(program).refused
        await program.press("escape")
        assert program.at(program.isi)
        assert content(program) == before


@pytest.mark.parametrize("sheet", ["kegiatan", "tambahan", "perilaku"])
@pytest.mark.parametrize("name", ["Wayan", "Sari"])
async def test_copying_all_cells_and_pasting_them_back_changes_nothing(
    open_program: Open, sheet: str, name: str
) -> None:
    async with open_program() as program:
        await program.open(name.lower())
        grid = program.isi.sheet(sheet)
        program.isi.focus_on(grid)
        before = content(program)
        if not grid.rows:
            return
        for _ in range(2):
            await program.press("ctrl+home", "home", "ctrl+b", "ctrl+end", "end", "ctrl+c")
            await program.press("ctrl+home", "home", "ctrl+v")
            assert program.toasts()[-1] == "Tidak ada yang berubah; isinya sudah sama."
        await program.press("ctrl+home", "home")
        await program.paste(program.app.clipboard)
        assert program.at(program.isi)
        assert content(program) == before


async def test_a_copied_block_stands_between_tabs_with_decimal_commas(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 3, "target_waktu")
        program.isi.sheet("kegiatan").move_to(program.isi.sheet("kegiatan").rows[2].key)
        await program.press("right", "ctrl+b", "right", "right", "down", "ctrl+c")
        assert program.app.clipboard == "\t480\t\n\t12\t86\n"
        await program.press("escape")
        await at(program, 1, "realisasi_kualitas")
        await program.type("90,5")
        await program.press("enter", "up", "ctrl+c")
        assert program.app.clipboard == "90,5"


async def test_one_pasted_value_is_put_in_the_cell(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 3, "realisasi_kualitas")
        await program.paste("87,5\r\n")
        assert outcomes(program, "kualitas")[2] == Decimal("87.5")


async def test_one_pasted_value_fills_the_marked_cells_without_a_question(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await at(program, 2, "realisasi_kualitas")
        await program.press("ctrl+b", "down", "down")
        await program.paste("77")
        assert outcomes(program, "kualitas")[1:4] == [Decimal(77)] * 3
        assert program.toasts()[-1] == "Tempelan: 3 sel diisi. Ctrl+Z membatalkan."


async def test_odd_cells_of_one_block_are_told_with_what_was_done(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 2, "realisasi_kuantitas")
        await program.press("ctrl+b", "down", "down")
        await program.paste("99999")
        (told,) = program.toasts()
        assert told == (
            "Tempelan: 3 sel diisi. 3 isian patut diperiksa. Yang pertama: Kegiatan 2: "
            "kuantitas 99.999 lebih dari 3 kali target 22; periksa. Ctrl+Z membatalkan."
        )


async def test_one_pasted_value_that_cannot_be_stays_open_with_the_reason(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await at(program, 3, "realisasi_kualitas")
        await program.paste("101")
        assert "paling tinggi 100" in program.screen_text()
        assert program.isi.sheet("kegiatan").edit_open


EXCEL = (
    "Menata gudang\t1.250\tberkas\t100\t12\tRp 1.250.000,-\r\n"
    '"Menyusun laporan, ""triwulan"""\t4\tlaporan\t100\t30 hari\t\r\n'
)


async def test_lines_pasted_past_the_last_row_are_shown_first_and_then_added(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await at(program, 6, "uraian")
        old = rows(program)[5].uraian
        await program.paste(f"{old}\t43\n{EXCEL}")
        assert program.stored().of(program.isi.desk.nip) == program.isi.orang
        assert changes(program)[0] == ("Kegiatan 6 · target kuantitas", "42", "43")
        assert ("Kegiatan 7 · target biaya", "–", "1.250.000") in changes(program)
        assert ("Kegiatan 8 · target waktu", "–", "30 hari") in changes(program)
        assert "1 sel diisi, 2 baris baru." in program.screen_text()
        await program.press("enter")
        six, seven, eight = rows(program)[5:]
        assert six.target_kuantitas == Decimal(43)
        assert (seven.no, seven.uraian, seven.target_kuantitas) == (
            7,
            "Menata gudang",
            Decimal(1250),
        )
        assert (eight.uraian, eight.satuan_waktu) == ('Menyusun laporan, "triwulan"', "hari")
        assert len(program.isi.sheet("kegiatan").rows) == 8
        await program.press("ctrl+z")
        assert len(rows(program)) == 6
        assert rows(program)[5].target_kuantitas == Decimal(42)


async def test_escape_leaves_everything_as_it_was(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 6, "uraian")
        before = content(program)
        await program.paste(EXCEL)
        await program.press("escape")
        assert program.at(program.isi)
        assert content(program) == before
        assert len(program.isi.sheet("kegiatan").rows) == 6


async def test_every_refused_cell_is_named_and_nothing_is_changed(open_program: Open) -> None:
    async with open_program(size=(120, 40)) as program:
        await at(program, 5, "realisasi_kuantitas")
        before = content(program)
        await program.paste("70\t101\tx\n-1\t90\t2\n5\t5\t5\n")
        assert [(line.where, line.note) for line in preview(program).lines] == [
            (
                "Kegiatan 5 · realisasi kualitas",
                "realisasi kualitas (mutu) paling tinggi 100, bukan 101",
            ),
            (
                "Kegiatan 5 · realisasi waktu",
                "bukan angka; tulis angka saja, misalnya 12 atau 87,5",
            ),
            ("Kegiatan 6 · realisasi kuantitas", "realisasi kuantitas tidak boleh negatif"),
            (
                "Kegiatan 7 · realisasi kuantitas",
                "realisasi kuantitas tanpa target; isi dahulu target kuantitas",
            ),
            (
                "Kegiatan 7 · realisasi kualitas",
                "realisasi kualitas tanpa target; isi dahulu target kualitas",
            ),
            (
                "Kegiatan 7 · realisasi waktu",
                "realisasi waktu tanpa target; isi dahulu target waktu",
            ),
        ]
        await program.press("enter", "escape")
        assert content(program) == before


async def test_a_new_row_without_its_words_is_refused(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 6, "target_kuantitas")
        await program.paste("42\n5\n")
        (line,) = preview(program).lines
        assert line.where == "Kegiatan 7 · uraian"
        assert "sertakan kolomnya" in line.note


async def test_a_block_pasted_into_a_row_just_begun_fills_it(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+n")
        await program.paste(EXCEL)
        await program.press("enter")
        assert [satu.uraian for satu in rows(program)[6:]] == [
            "Menata gudang",
            'Menyusun laporan, "triwulan"',
        ]
        assert program.isi.desk.draft is None


async def test_a_row_just_begun_goes_when_its_paste_is_given_up(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+n")
        await program.paste(EXCEL)
        await program.press("escape")
        assert len(program.isi.sheet("kegiatan").rows) == 6
        assert program.isi.desk.draft is None


async def test_a_row_just_begun_waits_for_its_refused_paste_to_be_mended(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+n")
        await program.paste(EXCEL.replace("\t100\t", "\t101\t"))
        assert "ditolak" in program.screen_text()
        await program.press("escape")
        assert len(program.isi.sheet("kegiatan").rows) == 7
        assert program.isi.sheet("kegiatan").edit_open
        await program.paste(EXCEL)
        await program.press("enter")
        assert len(rows(program)) == 8
        assert program.isi.desk.draft is None


async def test_somebody_without_any_entry_gets_all_activities_by_one_paste(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("t", "up", "enter")
        await program.press("enter")
        assert "Belum ada kegiatan" in program.screen_text()
        await program.paste(EXCEL)
        await program.press("enter")
        (part,) = program.stored(2018).orang[0].penilaian.bagian
        assert [satu.no for satu in part.kegiatan] == [1, 2]


async def test_a_dash_clears_a_pasted_cell_and_an_empty_one_too(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 1, "realisasi_kuantitas")
        await program.paste("-\t\n")
        assert changes(program) == [
            ("Kegiatan 1 · realisasi kuantitas", "1", "–"),
            ("Kegiatan 1 · realisasi kualitas", "90", "–"),
        ]
        await program.press("enter")
        assert rows(program)[0].realisasi_kuantitas is None
        assert program.toasts()[-1] == "Tempelan: 2 sel dikosongkan. Ctrl+Z membatalkan."


async def test_a_block_pasted_a_column_too_early_is_asked_about(open_program: Open) -> None:
    async with open_program(size=(120, 40)) as program:
        await at(program, 5, "satuan")
        await program.paste("118\t95\n")
        assert [line.note for line in preview(program).lines][:1] == [
            "satuan 118 berupa angka, bukan nama satuan; periksa kolomnya"
        ]


async def test_an_odd_outcome_is_asked_about_before_and_stored_all_the_same(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await at(program, 1, "realisasi_kualitas")
        await program.paste("90\t150\n")
        assert "waktu 150 dari target 12 bulan memberi nilai negatif; periksa" in (
            program.screen_text()
        )
        await program.press("enter")
        assert rows(program)[0].realisasi_waktu == Decimal(150)


async def test_an_odd_outcome_that_is_typed_is_asked_about_once(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 1, "realisasi_waktu")
        await program.type("150")
        await program.press("enter")
        asked = "Kegiatan 1: waktu 150 dari target 12 bulan memberi nilai negatif; periksa."
        assert program.toasts().count(asked) == 1
        await program.type("12")
        await program.press("enter")
        assert program.toasts().count(asked) == 1
        assert rows(program)[0].realisasi_waktu == Decimal(150)


async def test_extras_are_pasted_as_rows_of_their_kind(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 2, "uraian", "tambahan")
        old = program.isi.sheet("tambahan").rows[1].cells[2]
        await program.paste(f"{old}\t\nPanitia upacara\t\nAplikasi arsip\torganisasi\n")
        await program.press("enter")
        extras = of(program).penilaian.bagian[0].tambahan
        assert [(satu.jenis, satu.no, satu.tingkat) for satu in extras[2:]] == [
            (JenisTambahan.TUGAS_TAMBAHAN, 3, None),
            (JenisTambahan.KREATIVITAS, 1, Tingkat.ORGANISASI),
        ]


async def test_a_tugas_tambahan_gets_no_level_by_a_block(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 1, "tingkat", "tambahan")
        await program.paste("unit\nunit\n")
        assert {line.note for line in preview(program).lines} == {
            "hanya kreativitas yang bertingkat"
        }


async def test_perilaku_takes_a_pasted_line_and_no_second_one(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 1, "orientasi_pelayanan", "perilaku")
        await program.paste("90\t91\n80\t81\n")
        assert "1 baris melewati baris terakhir" in preview(program).lines[0].note
        await program.press("escape")
        await program.paste("90;91\n")
        assert changes(program)[0] == ("Orientasi pelayanan", "85", "90")
        await program.press("enter")
        perilaku = of(program).penilaian.perilaku
        assert (perilaku.orientasi_pelayanan, perilaku.integritas) == (Decimal(90), Decimal(91))


async def test_a_locked_appraisal_takes_no_block(open_program: Open) -> None:
    async with open_program() as program:
        nip = program.nip_of("Sari")
        program.write(lambda writer: signing.lock(writer, TAHUN, [nip], TODAY))
        program.unit.reload()
        await program.settle()
        await program.open("sari")
        before = content(program)
        for keys in (("ctrl+b", "down", "delete"), ("ctrl+b", "down", "ctrl+d"), ("ctrl+t",)):
            await program.press(*keys)
            assert "sudah dikunci" in program.toasts()[-1]
        await program.paste("1\t2\n")
        assert program.at(program.isi)
        assert content(program) == before


def failing_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no block be stored."""

    def refuse(*_: object) -> None:
        raise DatabaseError("Cakram penuh.", "Kosongkan tempat.")

    monkeypatch.setattr(block_saving, "save_block", refuse)


async def test_a_block_that_is_not_stored_is_put_back_with_the_reason(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        await at(program, 6, "uraian")
        shown = program.isi.orang
        failing_blocks(monkeypatch)
        await program.paste(f"lain\t43\n{EXCEL}")
        await program.press("enter")
        assert program.toasts()[-1] == "Tempelan tidak tersimpan. Cakram penuh. Kosongkan tempat."
        assert program.isi.orang == shown
        assert len(program.isi.sheet("kegiatan").rows) == 6
        assert not program.isi.waits_for_answer()
        assert "GAGAL" not in program.line("headline")


async def test_a_cell_typed_after_a_block_that_fails_keeps_its_text(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        await at(program, 1, "realisasi_kualitas")
        failing_blocks(monkeypatch)
        with slow_disk(program):
            burst(program, "ctrl+b", "down", "down", "delete")
            burst(program, "7", "7", "enter")
            for _ in range(30):
                await program.pilot.pause()
            sheet = program.isi.sheet("kegiatan")
            assert sheet.waits
            assert "· " in sheet.render_line(2).text or "·" in sheet.render_line(2).text
        await program.settle()
        assert outcomes(program, "kualitas")[:3] == [Decimal(90), Decimal(88), Decimal(77)]
        assert [satu.realisasi_kualitas for satu in program.isi.desk.bagian.kegiatan[:3]] == [
            Decimal(90),
            Decimal(88),
            Decimal(77),
        ]


async def test_what_the_terminal_pastes_waits_for_the_keys_before_it(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        first = program.isi.desk.nip
        with slow_disk(program):
            burst(program, "9", "0", "f4")
            program.app.post_message(events.Paste("1\t2\n3\t4\n"))
            for _ in range(8):
                await program.pilot.pause()
            assert program.at(program.isi)
        await program.settle()
        assert program.isi.desk.nip != first
        assert isinstance(program.app.screen, BlockPreview)


async def test_the_footer_names_what_a_marked_block_can_do(open_program: Open) -> None:
    async with open_program() as program:
        await at(program, 1, "realisasi_kualitas")
        await program.press("ctrl+b", "down", "right")
        assert program.line("keys").split("  ") == [
            " 2×2 sel", " Ctrl+D Isi turun", "Delete Kosongkan", "Ctrl+C Salin", "Esc Lepas",
        ]  # fmt: skip
        await program.press("escape")
        assert "F1 Bantuan" in program.line("keys")


@pytest.mark.parametrize("size", [(40, 8), (80, 24), (120, 40), (20, 4)])
async def test_the_preview_fits_every_window(open_program: Open, size: tuple[int, int]) -> None:
    async with open_program(size=size) as program:
        await at(program, 1, "uraian")
        await program.paste("[red]" + "x" * 60 + "\t101\n" * 1 + "b\t5\n" * 30)
        assert isinstance(program.app.screen, BlockPreview)
        await program.press("down", "pagedown", "end")
        assert all(len(line) <= size[0] for line in program.screen_text().splitlines())
        await program.press("escape")
        assert program.at(program.isi)
