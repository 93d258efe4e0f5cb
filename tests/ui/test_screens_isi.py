"""The entry screen: every committed cell is stored, and the value follows it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import pytest
from textual import events

from skp_tui.domain.appraisal import JenisTambahan, Kegiatan, Tingkat
from skp_tui.errors import DatabaseError
from skp_tui.services.base.views import Orang
from skp_tui.services.entry import entry
from skp_tui.ui.screens.cells.isi_input import Refusal, changed, split_waktu
from skp_tui.ui.screens.cells.screen import NOT_STORED
from skp_tui.ui.screens.cells.sheet import Sheet
from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.mengapa.screen import MengapaScreen
from tests.ui.conftest import Open, Program


def of(program: Program, name: str = "Wayan") -> Orang:
    return next(satu for satu in program.stored().orang if satu.nama.startswith(name))


def kegiatan(program: Program, no: int, name: str = "Wayan") -> Kegiatan:
    rows = of(program, name).penilaian.bagian[-1].kegiatan
    return next(satu for satu in rows if satu.no == no)


async def test_the_cursor_begins_where_something_is_missing(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        sheet = program.isi.sheet("kegiatan")
        assert sheet.has_focus
        assert (sheet.cursor_row or "").endswith("/3")
        assert sheet.cursor_column == "realisasi_kualitas"
        assert program.line("missing") == (
            "Kurang: realisasi mutu (kegiatan 3); realisasi waktu (kegiatan 3)"
        )


async def test_a_committed_cell_is_stored_and_the_value_follows(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.type("90")
        await program.press("tab")
        assert kegiatan(program, 3).realisasi_kualitas == Decimal(90)
        await program.type("12")
        await program.press("enter")
        assert kegiatan(program, 3).realisasi_waktu == Decimal(12)
        assert "NILAI  86," in program.line("total")
        assert "lengkap · tersimpan 10.42.07" in program.line("headline")
        assert not program.isi.sheet("kegiatan").waits
        assert of(program).hasil.nilai_tampil in program.line("total")


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ("abc", "bukan angka"),
        ("101", "paling tinggi 100"),
        ("-5", "tidak boleh negatif"),
        ("1,2,3", "bukan angka"),
    ],
)
async def test_a_refused_text_stays_in_its_cell_with_the_reason_under_it(
    open_program: Open, keys: str, reason: str
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.type(keys)
        await program.press("enter")
        assert reason in program.screen_text()
        assert program.isi.sheet("kegiatan").edit_open
        assert kegiatan(program, 3).realisasi_kualitas is None
        await program.press("escape")
        assert reason not in program.screen_text()


async def test_while_a_text_is_refused_nothing_says_that_all_is_stored(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        before, keys = program.line("headline"), program.line("keys")
        assert before.endswith("· tersimpan")
        await program.press(*"101", "enter")
        assert program.line("headline").endswith(NOT_STORED)
        assert program.line("keys") == "F1 Bantuan  Enter Simpan  Esc Nilai lama"
        await program.press("escape")
        assert program.line("headline") == before
        assert program.line("keys") == keys
        await program.press(*"101", "enter", *"90", "enter")
        assert program.line("headline").endswith("tersimpan 10.42.07")


async def test_what_is_being_typed_is_not_said_to_be_stored(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        before = program.line("headline")
        await program.press("f2")
        assert program.line("headline") == before, "the open cell holds what is stored"
        await program.press("9")
        assert program.line("headline").endswith("· belum disimpan")
        await program.press("backspace")
        assert program.line("headline") == before
        await program.press("9", "escape")
        assert program.line("headline") == before
        await program.press("9", "enter")
        assert program.line("headline").endswith("tersimpan 10.42.07")
        await program.press("up", "8")
        assert program.line("headline").endswith("· belum disimpan")
        await program.press("ctrl+z")
        assert program.line("headline").endswith("tersimpan 10.42.07")


async def test_a_refused_text_of_a_new_row_goes_with_its_row(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        before = len(program.isi.sheet("kegiatan").rows)
        await program.press("ctrl+n", "enter")
        assert program.line("headline").endswith(NOT_STORED)
        assert program.line("keys").endswith("Esc Buang baris")
        await program.press("escape")
        assert len(program.isi.sheet("kegiatan").rows) == before
        assert program.line("headline").endswith("tersimpan")
        assert NOT_STORED not in program.line("headline")


async def test_a_target_cannot_go_while_its_outcome_stands(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        program.isi.sheet("kegiatan").move_to(
            program.isi.sheet("kegiatan").rows[0].key, "target_kuantitas"
        )
        await program.press("delete")
        stands = "kuantitas masih 1; kosongkan dahulu, atau biarkan targetnya"
        assert stands in program.screen_text()
        assert kegiatan(program, 1).target_kuantitas is not None


async def test_a_new_row_begins_with_its_words_and_is_then_stored(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+n", "right", "tab")
        assert "uraian tidak boleh kosong" in program.screen_text()
        await program.type("menata gudang")
        await program.press("enter")
        assert kegiatan(program, 7).uraian == "menata gudang"
        assert program.isi.sheet("kegiatan").cursor_column == "target_kuantitas"
        await program.type("5")
        await program.press("tab")
        assert kegiatan(program, 7).target_kuantitas == Decimal(5)


async def test_a_new_row_that_is_given_up_leaves_nothing(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+n", "escape")
        assert len(program.isi.sheet("kegiatan").rows) == 6
        await program.press("escape")
        assert program.at(program.unit)


async def test_other_cells_of_a_new_row_wait_for_its_words(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+n")
        draft = program.isi.desk.draft
        assert draft is not None
        assert "uraian" in (program.isi.desk.refusal(draft[0], "target_kuantitas", "5") or "")


async def test_a_removed_row_comes_back_with_undo(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("f8")
        assert [satu.no for satu in of(program).penilaian.bagian[0].kegiatan] == [1, 2, 4, 5, 6]
        assert "Ctrl+Z mengembalikannya" in program.toasts()[-1]
        assert "lengkap" in program.line("headline")
        await program.press("ctrl+z")
        assert [satu.no for satu in of(program).penilaian.bagian[0].kegiatan] == [1, 2, 3, 4, 5, 6]
        assert len(program.isi.sheet("kegiatan").rows) == 6
        assert program.toasts()[-1].startswith("Penghapusan kegiatan 3 Wayan Contoh")
        assert program.toasts()[-1].endswith("dibatalkan.")


async def test_undo_takes_back_the_cell_that_was_stored_last(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.type("90")
        await program.press("tab", "ctrl+z")
        assert kegiatan(program, 3).realisasi_kualitas is None
        assert program.toasts()[-1] == (
            "Realisasi kualitas kegiatan 3 Wayan Contoh, A.Md.: kosong → 90 — dibatalkan."
        )
        assert "realisasi mutu (kegiatan 3)" in program.line("missing")


async def test_tab_leaves_the_grid_for_the_extras_and_then_for_perilaku(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+end", "end", "tab")
        assert program.isi.sheet("tambahan").has_focus
        await program.press("tab", "tab")
        assert program.isi.sheet("perilaku").has_focus
        assert program.isi.sheet("perilaku").cursor_column == "orientasi_pelayanan"
        await program.press("shift+tab")
        assert program.isi.sheet("tambahan").has_focus


async def test_enter_walks_through_the_aspects_of_perilaku(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        program.isi.focus_on(program.isi.sheet("perilaku"))
        await program.type("80")
        await program.press("enter")
        await program.type("81")
        await program.press("enter")
        perilaku = of(program).penilaian.perilaku
        assert (perilaku.orientasi_pelayanan, perilaku.integritas) == (Decimal(80), Decimal(81))
        assert program.isi.sheet("perilaku").cursor_column == "komitmen"


async def test_kepemimpinan_of_another_post_is_a_warning(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        sheet = program.isi.sheet("perilaku")
        program.isi.focus_on(sheet)
        sheet.move_to(sheet.rows[0].key, "kepemimpinan")
        await program.type("80")
        await program.press("enter")
        assert "kepemimpinan diisi, padahal jabatannya bukan struktural" in program.screen_text()


@pytest.mark.parametrize(
    ("chosen", "stops"),
    [((), ["orientasi_pelayanan"]), (("down",), ["tingkat", "orientasi_pelayanan"])],
)
async def test_enter_goes_on_from_a_new_extra_as_from_a_new_activity(
    open_program: Open, chosen: tuple[str, ...], stops: list[str]
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        program.isi.focus_on(program.isi.sheet("tambahan"))
        await program.press("ctrl+n", *chosen, "enter")
        await program.type("panitia")
        for stop in stops:
            await program.press("enter")
            assert isinstance(program.isi.focused, Sheet)
            assert program.isi.focused.cursor_column == stop
        assert program.isi.sheet("perilaku").has_focus


async def test_enter_stays_on_an_extra_that_is_stored_already(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        sheet = program.isi.sheet("tambahan")
        program.isi.focus_on(sheet)
        sheet.move_to(sheet.rows[-1].key, "uraian")
        await program.press("enter")
        assert (sheet.has_focus, sheet.cursor_column) == (True, "uraian")


async def test_a_creation_is_chosen_with_its_level(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        program.isi.focus_on(program.isi.sheet("tambahan"))
        await program.press("ctrl+n", "down", "down", "enter")
        await program.type("aplikasi arsip")
        await program.press("enter")
        (made,) = (
            satu
            for satu in of(program).penilaian.bagian[0].tambahan
            if satu.jenis is JenisTambahan.KREATIVITAS
        )
        assert (made.uraian, made.tingkat) == ("aplikasi arsip", Tingkat.ORGANISASI)
        assert "Kreativitas 1 → +6,00" in program.line("extras")
        await program.press("ctrl+z")
        assert "Kreativitas –" in program.line("extras")


async def test_f3_and_f4_store_the_open_cell_and_go_on(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.type("90")
        await program.press("f4")
        assert kegiatan(program, 3).realisasi_kualitas == Decimal(90)
        assert "10 dari 42" in program.line("headline")
        await program.press("f3")
        assert "9 dari 42" in program.line("headline")


async def test_the_list_points_at_who_was_looked_at_last(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("f4", "escape")
        assert program.unit.people.cursor_row == program.nip_of("Bram")
        await program.press("enter", "f3", "escape")
        assert program.unit.people.cursor_row == program.nip_of("Wayan")


async def test_f4_stays_where_the_open_cell_is_not_valid(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.type("xyz")
        await program.press("f4")
        assert "9 dari 42" in program.line("headline")
        assert program.isi.sheet("kegiatan").edit_open


def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DatabaseError("Cakram penuh.", "Kosongkan tempat.")

    monkeypatch.setattr(entry, "save", refuse)


async def test_a_write_that_fails_puts_the_text_back_with_the_reason(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        failing(monkeypatch)
        await program.type("90")
        await program.press("enter")
        assert "Cakram penuh. Kosongkan tempat." in program.screen_text()
        assert "GAGAL disimpan: 1" in program.line("headline")
        assert "realisasi mutu (kegiatan 3)" in program.line("missing")
        monkeypatch.undo()
        await program.press("enter")
        assert kegiatan(program, 3).realisasi_kualitas == Decimal(90)
        assert "GAGAL" not in program.line("headline")


async def test_a_failed_text_that_is_given_up_no_longer_counts(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        failing(monkeypatch)
        await program.type("90")
        await program.press("enter")
        await program.press("escape")
        assert "GAGAL" not in program.line("headline")


async def test_a_new_row_that_cannot_be_stored_stays_as_it_was_typed(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        failing(monkeypatch)
        await program.press("ctrl+n")
        await program.type("gudang")
        await program.press("enter")
        assert "Cakram penuh" in program.screen_text()
        assert len(of(program).penilaian.bagian[0].kegiatan) == 6
        monkeypatch.undo()
        await program.press("enter")
        assert kegiatan(program, 7).uraian == "gudang"


async def test_a_row_that_cannot_be_removed_comes_back(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DatabaseError("Cakram penuh.")

    async with open_program() as program:
        await program.open("wayan")
        monkeypatch.setattr(entry, "remove", refuse)
        await program.press("f8")
        assert len(program.isi.sheet("kegiatan").rows) == 6
        assert program.toasts()[-1] == "Cakram penuh."
        assert "GAGAL" not in program.line("headline")


async def test_quitting_waits_until_all_is_stored(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        with slow_disk(program):
            burst(program, "9", "0", "ctrl+q")
            while not isinstance(program.app.screen, AskScreen):
                await program.pilot.pause()
            await program.pilot.pause()
            shown = program.screen_text()
        while program.app.is_running:
            await program.pilot.pause()
        assert "Menyimpan 1 perubahan" in shown
    async with open_program() as again:
        assert kegiatan(again, 3).realisasi_kualitas == Decimal(90)


async def test_quitting_asks_about_a_text_that_is_not_valid(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.type("xyz")
        await program.press("ctrl+q")
        assert "Isian yang terbuka belum sah" in program.screen_text()
        await program.press("escape")
        assert program.at(program.isi)
        assert program.isi.sheet("kegiatan").edit_open
        await program.pilot.press("ctrl+q", "y")
        while program.app.is_running:
            await program.pilot.pause()


async def test_a_moved_person_has_his_parts_one_after_the_other(open_program: Open) -> None:
    async with open_program() as program:
        (moved,) = (satu for satu in program.stored().orang if len(satu.penilaian.bagian) > 1)
        await program.open(moved.nama.split()[0])
        program.unit.open_person(moved.nip)
        await program.settle()
        assert "Bagian 1 dari 2 (Ctrl+G ganti)" in program.line("part")
        await program.press("ctrl+g")
        assert "Bagian 2 dari 2" in program.line("part")
        assert "s.d. 31 Desember 2017" in program.line("part")


async def test_one_who_did_not_move_has_one_part(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.press("ctrl+g")
        assert "hanya ada satu bagian" in program.toasts()[-1]


async def test_f9_explains_what_is_entered_so_far(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        await program.type("90")
        await program.press("f9")
        assert isinstance(program.app.screen, MengapaScreen)
        assert "Mengapa belum ada nilai?" in program.screen_text()
        assert "realisasi waktu (kegiatan 3)" in program.app.screen.text()
        await program.press("escape")
        assert program.at(program.isi)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("12", "12", None),
        ("12 bln", "12", "bulan"),
        ("6 minggu", "6", "minggu"),
        ("30hr", "30", "hari"),
        ("1 thn.", "1", "tahun"),
    ],
)
def test_a_target_of_time_may_name_its_unit(text: str, number: str, unit: str | None) -> None:
    assert split_waktu(text) == (number, unit)


@pytest.mark.parametrize("text", ["abc", "bulan", " hari ", "12 " + "x" * 21])
def test_a_word_without_its_number_does_not_clear_a_target_of_time(text: str) -> None:
    row = Kegiatan(1, "x", target_waktu=Decimal(12))
    with pytest.raises(Refusal, match="tulis misalnya 12, 12 bln atau 30 hari"):
        changed(row, "target_waktu", text)


@pytest.mark.parametrize("text", ["", "-"])
def test_a_target_of_time_is_cleared_by_nothing_or_a_dash(text: str) -> None:
    row = changed(Kegiatan(1, "x", target_waktu=Decimal(12)), "target_waktu", text)
    assert isinstance(row, Kegiatan)
    assert row.target_waktu is None


def test_money_is_read_as_people_write_it() -> None:
    row = changed(Kegiatan(1, "x"), "target_biaya", "Rp 1.250.000,-")
    assert isinstance(row, Kegiatan)
    assert row.target_biaya == Decimal(1250000)


def test_an_empty_description_is_refused() -> None:
    with pytest.raises(Refusal):
        changed(Kegiatan(1, "x"), "uraian", "")


async def test_a_cost_widens_its_column(open_program: Open) -> None:
    async with open_program(size=(120, 40)) as program:
        await program.open("wayan")
        sheet = program.isi.sheet("kegiatan")
        sheet.move_to(sheet.rows[0].key, "target_biaya")
        await program.type("12500000")
        await program.press("enter")
        assert "12.500.000" in program.screen_text()
        assert "Kurang: realisasi biaya (kegiatan 1)" in program.line("missing")


async def test_someone_without_any_entry_begins_with_a_new_row(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("t", "up", "enter")
        await program.press("enter")
        assert "Belum ada kegiatan. Ctrl+N menambah baris." in program.screen_text()
        await program.press("ctrl+n")
        await program.type("menyusun laporan")
        await program.press("enter")
        first = program.stored(2018).orang[0]
        assert first.penilaian.bagian[0].kegiatan[0].uraian == "menyusun laporan"


@contextmanager
def slow_disk(program: Program) -> Iterator[None]:
    """Keep every write from ending until the block is left."""
    gate = threading.Event()
    held = program.sitting.submit(lambda _: gate.wait())
    try:
        yield
    finally:
        gate.set()
        held.result()


def burst(program: Program, *keys: str) -> None:
    """Let keys arrive all at once."""
    for key in keys:
        program.app.post_message(events.Key(key, key if len(key) == 1 else None))


async def test_keys_that_arrive_in_a_burst_do_not_overtake_each_other(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        with slow_disk(program):
            burst(program, "9", "0", "f4", "7", "7", "enter", "f3", "1", "2", "f4")
            await program.pilot.pause()
            waiting = program.line("headline")
        await program.settle()
        assert "9 dari 42" in waiting
        assert "10 dari 42" in program.line("headline")
        assert kegiatan(program, 3).realisasi_kualitas == Decimal(90)
        assert kegiatan(program, 1, "Bram").realisasi_kuantitas == Decimal(77)
        assert kegiatan(program, 3).realisasi_waktu == Decimal(12)


async def test_keys_typed_ahead_are_forgotten_where_the_way_is_barred(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        burst(program, "x", "f4", "8", "8", "enter")
        await program.settle()
        assert "9 dari 42" in program.line("headline")
        assert kegiatan(program, 3).realisasi_kualitas is None
        assert program.isi.sheet("kegiatan").edit_open


async def test_quitting_stores_what_was_typed_just_before(open_program: Open) -> None:
    async with open_program() as program:
        await program.open("wayan")
        burst(program, "8", "8", "ctrl+q")
        while program.app.is_running:
            await program.pilot.pause()
    async with open_program() as again:
        assert kegiatan(again, 3).realisasi_kualitas == Decimal(88)


async def test_enter_on_the_last_row_goes_on_at_the_top_of_the_next_column(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("tiur")
        sheet = program.isi.sheet("kegiatan")
        assert sheet.cursor_column == "realisasi_kuantitas"
        await program.press("enter", "enter", "enter", "enter")
        assert (sheet.cursor_row, sheet.cursor_column) == (
            sheet.rows[0].key,
            "realisasi_kualitas",
        )


async def test_undo_while_typing_gives_up_the_typing_and_nothing_that_is_stored(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("tiur")
        await program.type("1600")
        await program.press("enter")
        await program.type("1100")
        await program.press("ctrl+z")
        assert not program.isi.sheet("kegiatan").edit_open
        assert kegiatan(program, 1, "Tiur").realisasi_kuantitas == Decimal(1600)
        await program.press("ctrl+z")
        assert kegiatan(program, 1, "Tiur").realisasi_kuantitas == Decimal(1575)
