"""The entry screen from 2022 on: every cell is stored, Enter goes where typing goes on (C)."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from skp_tui.domain.kinerja import (
    BarisIndikator,
    Ekspektasi,
    HasilKerja,
    Indikator,
    JenisHasil,
    JenisLampiran,
    Lampiran,
    NilaiBerakhlak,
)
from skp_tui.errors import DatabaseError
from skp_tui.services.base.recording import Tempat
from skp_tui.services.entry import entry
from skp_tui.services.signing import signing
from skp_tui.ui.actions.model import Room
from skp_tui.ui.manual.text import help_text
from skp_tui.ui.screens.mengapa.screen import MengapaScreen
from tests.ui.conftest import Open, Program
from tests.ui.office_2025 import PLAN, TAHUN, keys, kinerja, person, results
from tests.ui.test_screens_hostile import FORBIDDEN
from tests.ui.test_screens_hostile import NAMES as HOSTILE
from tests.ui.test_send import send_screen


async def test_a_result_its_indicator_target_and_outcome_are_typed_with_enter_alone(
    open_2025: Open,
) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN)
        (hasil,) = results(program)
        assert (hasil.uraian, hasil.jenis) == ("Layanan tepat waktu", JenisHasil.UTAMA)
        assert hasil.indikator == (
            Indikator(1, "Berkas selesai", "kuantitas", Decimal(120), "berkas", Decimal(118)),
        )
        assert kinerja(program).sheet("hasil").cursor_column == "bukti"
        text = program.screen_text()
        assert "120 berkas    118" in text
        assert "realisasi 118 berkas · target belum tercapai" in text
        assert "Target tercapai 0/1" in program.line("total")


async def test_the_second_new_row_asks_whether_it_is_an_indicator_or_a_result(
    open_2025: Open,
) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN, "ctrl+n")
        assert "Indikator untuk hasil kerja 1" in program.screen_text()
        await keys(program, "enter", '"Keluhan', "enter", '"Tidak ada keluhan', "enter")
        await keys(program, "ctrl+n", "down", "down", "enter", '"Panitia', "tab", "tab")
        await keys(program, '"Tata kelola dinas', "tab")
        first, second = results(program)
        assert first.indikator[1] == Indikator(2, "Keluhan", target="Tidak ada keluhan")
        assert second == HasilKerja(2, "Panitia", JenisHasil.TAMBAHAN, "Tata kelola dinas")


async def test_a_new_indicator_stands_below_its_own_result(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN, "ctrl+n", "down", "enter", '"Arsip', "enter", "escape")
        await keys(program, "ctrl+home", "ctrl+n", "enter", '"Kepuasan', "enter")
        shown = [row.cells[0] for row in kinerja(program).sheet("hasil").rows]
        assert shown == ["1", "1.1", "1.2", "2"]
        assert results(program)[0].indikator[1].uraian == "Kepuasan"


@pytest.mark.parametrize(
    ("typed", "target", "satuan"),
    [
        ("12 laporan", Decimal(12), "laporan"),
        ("1.250,5 kg", Decimal("1250.5"), "kg"),
        ("90", Decimal(90), "berkas"),
        ("100 %", Decimal(100), "%"),
        ("3²", "3²", ""),
        ("Terbit sebelum 31 Desember 2025", "Terbit sebelum 31 Desember 2025", ""),
    ],
)
async def test_a_target_is_a_number_with_its_unit_or_a_text(
    open_2025: Open, typed: str, target: Decimal | str, satuan: str
) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN[:-2], "left", f'"{typed}', "enter")
        found = results(program)[0].indikator[0]
        assert (found.target, found.satuan) == (target, satuan)


async def test_a_text_that_hides_a_number_is_stored_and_told_once(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN[:-2], "left", '"laporan12 lapran', "enter")
        told = (
            'Indikator 1.1: target "laporan12 lapran" disimpan sebagai teks; supaya dapat dihitung '
            "tulis angkanya, lalu satuannya, misalnya 12 laporan."
        )
        assert program.toasts() == [told]
        assert results(program)[0].indikator[0].target == "laporan12 lapran"
        sheet = kinerja(program).sheet("hasil")
        sheet.move_to(sheet.rows[1].key, "bukti")
        await keys(program, '"Arsip', "enter")
        sheet.move_to(sheet.rows[1].key, "target")
        await keys(program, '"12 laporan', "enter")
        sheet.move_to(sheet.rows[1].key, "realisasi")
        await keys(program, '"baru 11 selesai', "enter")
        also = (
            'Indikator 1.1: realisasi "baru 11 selesai" disimpan sebagai teks; '
            "supaya dapat dihitung tulis angkanya saja."
        )
        assert program.toasts() == [told, also]


async def test_an_outcome_with_a_digit_too_many_is_stored_and_asked_about(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN)
        sheet = kinerja(program).sheet("hasil")
        sheet.move_to(sheet.rows[1].key, "realisasi")
        await keys(program, '"1180', "enter")
        assert program.toasts() == []
        sheet.move_to(sheet.rows[1].key, "realisasi")
        await keys(program, '"11800', "enter")
        assert program.toasts() == [
            "Indikator 1.1: realisasi 11.800 sedikitnya 10 kali target 120; periksa."
        ]
        assert results(program)[0].indikator[0].realisasi == Decimal(11800)


def warned(program: Program) -> str:
    """Return the last sentence of what the screen of sending warns of."""
    said = " ".join(program.line("send-warning").split())
    return said[said.index("Perhatikan") :]


async def test_whoever_has_no_result_is_told_of_in_entry_explanation_and_sending(
    open_2025: Open,
) -> None:
    async with open_2025() as program:
        await keys(program, "f6")
        assert warned(program) == "Perhatikan: 12 pegawai belum ada hasil kerja."
        await keys(program, "escape", "enter")
        assert program.line("notes") == "Perhatikan: belum ada hasil kerja."
        missing = [satu.pesan for satu in person(program).hasil.kurang]
        assert missing == ["evaluasi hasil kerja", "evaluasi perilaku kerja"]
        await keys(program, "f9", "end")
        assert program.screen_text().count("belum ada hasil kerja") == 1
        await keys(program, "escape", *PLAN)
        assert "Perhatikan" not in program.screen_text()
        await keys(program, "escape", "f6")
        assert "11 pegawai tanpa hasil kerja" in " ".join(program.line("send-warning").split())


@pytest.mark.parametrize(
    ("column", "typed", "words"),
    [
        ("realisasi", "118 orang", "targetnya dalam berkas; tulis angkanya saja"),
        ("realisasi", "-3", "tidak boleh negatif"),
        ("target", "1,2,3", "bukan angka"),
        ("target", "1 000", "angkanya berspasi; tulis 1000"),
        ("target", "1 000 laporan", "angkanya berspasi; tulis 1000"),
        ("target", "-", "realisasi masih 118; kosongkan dahulu, atau biarkan targetnya"),
        ("uraian", "", "uraian tidak boleh kosong"),
    ],
)
async def test_what_cannot_be_stays_in_its_cell_with_the_reason_and_is_not_stored(
    open_2025: Open, column: str, typed: str, words: str
) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN)
        before = results(program)
        sheet = kinerja(program).sheet("hasil")
        sheet.move_to(sheet.rows[1].key, column)
        if typed:
            await keys(program, f'"{typed}', "enter")
        else:
            await keys(program, "f2", *["backspace"] * 20, "enter")
        assert words in " ".join(program.screen_text().split())
        assert sheet.edit_open
        assert results(program) == before
        await keys(program, "escape")
        assert not sheet.edit_open


async def test_the_outcome_of_a_counted_target_may_repeat_its_unit(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN[:-2], '"119 Berkas', "enter")
        assert results(program)[0].indikator[0].realisasi == Decimal(119)


async def test_one_key_chooses_aspect_and_kind(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN)
        sheet = kinerja(program).sheet("hasil")
        sheet.move_to(sheet.rows[1].key, "aspek")
        await keys(program, "w")
        assert results(program)[0].indikator[0].aspek == "waktu"
        sheet.move_to(sheet.rows[0].key, "aspek")
        await keys(program, "2")
        assert results(program)[0].jenis is JenisHasil.TAMBAHAN
        await keys(program, "ctrl+z", "ctrl+z")
        (hasil,) = results(program)
        assert (hasil.jenis, hasil.indikator[0].aspek) == (JenisHasil.UTAMA, "kuantitas")


async def test_an_aspect_typed_out_becomes_the_aspect_and_nothing_of_it_the_target(
    open_2025: Open,
) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN, "ctrl+n", "enter", '"Mutu berkas', "tab")
        await keys(program, '"kualitas', "enter", '"90 persen', "enter")
        new = results(program)[0].indikator[1]
        assert (new.aspek, new.target, new.satuan) == ("kualitas", Decimal(90), "persen")
        await keys(program, "ctrl+z", "ctrl+z")
        assert results(program)[0].indikator[1].aspek == "kuantitas"
        assert results(program)[0].indikator[1].target is None


async def test_enter_goes_down_past_rows_that_lack_the_cell(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN, "ctrl+n", "down", "enter", '"Arsip', "enter")
        await keys(program, '"Boks tertata', "enter", '"5 boks', "enter")
        sheet = kinerja(program).sheet("hasil")
        sheet.move_to(sheet.rows[1].key, "realisasi")
        await keys(program, '"121', "enter")
        assert sheet.cursor_row == sheet.rows[3].key
        assert sheet.cursor_column == "realisasi"


async def test_enter_passes_an_outcome_whose_target_is_not_there(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN, "ctrl+n", "enter", '"Boks tertata', "enter")
        sheet = kinerja(program).sheet("hasil")
        await keys(program, "enter")
        assert (sheet.cursor_row, sheet.cursor_column) == (sheet.rows[2].key, "bukti")
        sheet.move_to(sheet.rows[1].key, "realisasi")
        await keys(program, "enter")
        assert kinerja(program).sheet("evaluasi").has_focus


async def test_a_removed_result_takes_its_indicators_along_and_undo_brings_all_back(
    open_2025: Open,
) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN)
        before = results(program)
        await keys(program, "ctrl+home", "f8")
        assert results(program) == ()
        assert program.toasts()[-1].startswith("Hasil kerja 1 dihapus, dengan 1 indikatornya.")
        await keys(program, "ctrl+z")
        assert results(program) == before
        assert len(kinerja(program).sheet("hasil").rows) == 2


async def test_a_result_that_cannot_be_stored_comes_back_to_be_typed_again(
    open_2025: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DatabaseError("Cakram penuh.")

    async with open_2025() as program:
        await keys(program, "enter")
        monkeypatch.setattr(entry, "save", refuse)
        await keys(program, *PLAN[:3])
        assert "Cakram penuh" in program.screen_text()
        assert results(program) == ()
        assert kinerja(program).sheet("hasil").edit_open
        monkeypatch.undo()
        await keys(program, "enter", *PLAN[3:])
        (hasil,) = results(program)
        assert (hasil.uraian, hasil.indikator[0].uraian) == (
            "Layanan tepat waktu",
            "Berkas selesai",
        )
        assert "GAGAL" not in program.line("headline")


async def test_help_explains_the_cell_of_the_cursor(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN, "left", "f1")
        assert "Dihitung dalam satuan targetnya" in " ".join(program.screen_text().split())
        assert "ekspektasi, lampiran. Setiap sel" in help_text(Room.KINERJA).plain
        await keys(program, "escape", "ctrl+end", "down", "f1")
        assert "Tekan 1 di atas, 2 sesuai, 3 di bawah" in program.screen_text()


async def test_a_signed_appraisal_is_only_read(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN, "ctrl+end", "end", "tab", "1", "2", "escape")
        nip = person(program).nip
        program.write(lambda writer: signing.lock(writer, TAHUN, [nip], date(2026, 1, 5)))
        program.unit.reload()
        await program.settle()
        await keys(program, "enter", '"9')
        assert "sudah dikunci" in program.toasts()[-1]
        assert not kinerja(program).sheet("hasil").edit_open
        for key in ("ctrl+n", "f8", "ctrl+t"):
            await keys(program, key)
            assert "sudah dikunci" in program.toasts()[-1]
        await keys(program, "ctrl+end", "down", "3")
        assert person(program).hasil.sebutan == "Baik"


async def test_f9_explains_beginning_at_the_result_of_the_cursor(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN, "f9")
        assert isinstance(program.app.screen, MengapaScreen)
        assert "118 / 120 berkas × 100" in " ".join(program.app.screen.text().split())
        await keys(program, "escape")
        assert program.at(kinerja(program))


async def test_the_cursor_begins_at_a_missing_target_then_outcome_then_rating(
    open_2025: Open,
) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN[:4], "enter", "f4", "f3")
        sheet = kinerja(program).sheet("hasil")
        assert sheet.cursor_column == "target"
        await keys(program, '"12 laporan', "tab", "f4", "f3")
        assert sheet.cursor_column == "realisasi"
        await keys(program, '"12', "tab", "f4", "f3")
        assert kinerja(program).sheet("evaluasi").has_focus
        assert kinerja(program).sheet("evaluasi").cursor_column == "hasil_kerja"


async def test_a_begun_row_that_is_given_up_leaves_nothing(open_2025: Open) -> None:
    async with open_2025() as program:
        await keys(program, "enter", "ctrl+n", "escape")
        assert kinerja(program).sheet("hasil").rows == ()
        await keys(program, "ctrl+n", "f8", *PLAN, "ctrl+n", "enter", "f8")
        assert len(kinerja(program).sheet("hasil").rows) == 2
        assert len(results(program)[0].indikator) == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 15), (20, 5)])
async def test_the_grid_that_has_the_keyboard_is_open_at_every_size(
    open_2025: Open, size: tuple[int, int]
) -> None:
    async with open_2025(size=size) as program:
        await keys(program, "enter", *PLAN, "ctrl+end", "end", "tab")
        for name in ("evaluasi", "ekspektasi"):
            sheet = kinerja(program).sheet(name)
            assert sheet.has_focus
            assert sheet.size.height >= 2
            await keys(program, "1", "2", "tab")


@pytest.mark.parametrize("text", [*HOSTILE, "y" * 5_000], ids=range(len(HOSTILE) + 1))
async def test_a_hostile_text_is_text_in_every_grid(open_2025: Open, text: str) -> None:
    async with open_2025() as program:
        nip = person(program).nip
        rows = (
            HasilKerja(1, text, rencana_pimpinan=text),
            BarisIndikator(1, Indikator(1, text, target=text, realisasi=text, bukti=text)),
            Ekspektasi(NilaiBerakhlak.HARMONIS, text, text),
            Lampiran(JenisLampiran.DUKUNGAN, 1, text),
        )
        for row in rows:
            program.write(partial(entry.save, tempat=Tempat(TAHUN, nip), isi=row, kolom=(),
                                  sebab=text[:100], baru=True))  # fmt: skip
        program.unit.reload()
        await program.settle()
        for step in (("enter",), ("down",), ("end",), ("ctrl+end", "down"), ("tab", "tab", "tab")):
            await keys(program, *step)
            shown = program.screen_text()
            assert not any(sign in shown for sign in FORBIDDEN)
        await keys(program, "ctrl+z")
        assert program.app.is_running


async def test_who_is_rated_before_the_outcomes_are_in_is_named_before_sending_with_the_cell(
    open_2025: Open,
) -> None:
    async with open_2025() as program:
        await keys(program, "enter", *PLAN[:4], "enter", '"12 laporan', "tab", "escape", "escape")
        await keys(program, "f6")
        assert "dinilai sebelum" not in program.line("send-warning"), "nobody is rated yet"
        await keys(program, "escape", "r", "2", "ctrl+home", "right", "2", "escape")
        assert program.unit.people.rows[0].cells[-1] == "penilai, realisasi"
        await keys(program, "f6")
        warning = " ".join(program.line("send-warning").split())
        assert "1 pegawai dinilai sebelum realisasinya lengkap" in warning
        found = [row.cells for row in send_screen(program).listed.rows]
        at = found.index((person(program).nama, "realisasi belum diisi: 1 dari 1 indikator"))
        await keys(program, *["down"] * at, "enter")
        assert kinerja(program).desk.nip == person(program).nip
        assert kinerja(program).sheet("hasil").cursor_column == "realisasi"
        await keys(program, '"12', "enter", "escape")
        assert "dinilai sebelum" not in program.line("send-warning")
