"""Rencana impor: what would come in and what not, asked once, applied in one step."""

from datetime import date
from pathlib import Path

import pytest

from skp_tui.services.signing import signing
from skp_tui.ui.screens.frame.ask import ChooseScreen
from skp_tui.ui.screens.plan.stage import Tahap
from skp_tui.ui.screens.plan.words import WAY_OUT
from tests.ui.conftest import TAHUN, Open
from tests.ui.plan_files import (
    BRAM,
    BROKEN,
    HEAD,
    KEGIATAN,
    activity,
    cells,
    nip,
    orders,
    person,
    show,
    stage,
    steps,
    write,
)

FORBIDDEN = ("\x1b", "\x07", "\u202e", "\u200f", "\x9b")
HOSTILE = "Siti \x1b]0,judul\x07\x1b[2J\u202e[@click=app.quit]itiS[/] [/] [red"


# What is shown


async def test_the_counts_come_first_and_the_refused_on_top(
    open_program: Open, mixed: Path
) -> None:
    async with open_program() as program:
        await show(program, orders(pegawai=mixed))
        about = program.line("plan-about")
        assert about == "B 2 baru   U 1 berubah   S 0 sama   D 2 ditolak   P 0 peringatan"
        assert cells(program, "keadaan") == ["ditolak", "ditolak", "berubah", "baru", "baru"]
        assert cells(program, "tempat") == ["3", "5", "4", "2", "6"]
        assert "Rencana impor · pegawai.csv · pegawai" in program.line("headline")
        assert "belum diterapkan" in program.line("headline")


async def test_a_refused_row_names_file_row_column_value_and_what_to_do(
    open_program: Open, mixed: Path
) -> None:
    async with open_program(size=(120, 40)) as program:
        await show(program, orders(pegawai=mixed))
        assert cells(program, "kolom")[:2] == ["nip", "golongan"]
        assert cells(program, "siapa")[:2] == ["Rusak Contoh", "Salah Contoh"]
        assert cells(program, "isi")[1] == '"III e": golongan itu tidak ada; maksudnya III/d?'
        foot = program.line("plan-foot")
        assert "pegawai.csv, baris 3 · Rusak Contoh" in foot
        assert 'nip: "1,96704E+17": NIP ini berbentuk notasi ilmiah (E+17)' in foot
        assert "format kolomnya sebagai Teks" in foot.replace("\n", " ")


async def test_a_total_that_is_passed_over_is_shown_with_its_row(
    open_program: Open, tmp_path: Path
) -> None:
    file = write(tmp_path / "pegawai.csv", HEAD, person(1), person(2), "JUMLAH;2;;;")
    async with open_program() as program:
        await show(program, orders(pegawai=file))
        assert cells(program, "keadaan") == ["peringatan", "baru", "baru"]
        assert cells(program, "tempat") == ["4", "2", "3"]
        assert "pegawai.csv, baris 4" in program.line("plan-foot")


async def test_what_changes_is_told_old_and_new_field_by_field(
    open_program: Open, tmp_path: Path
) -> None:
    file = write(tmp_path / "kegiatan.csv", KEGIATAN, activity(BRAM, 1))
    async with open_program(size=(120, 40)) as program:
        await show(program, orders(kegiatan=file))
        await program.press("u")
        told = dict(zip(cells(program, "kolom"), cells(program, "isi"), strict=True))
        assert told["uraian"].endswith(" → Menyusun laporan 1")
        assert told["target_kuantitas"].endswith(" → 12,5")
        assert set(cells(program, "siapa")) == {"Bram Contoh no 1"}
        assert "Bram Contoh 2017 no 1" in program.line("plan-foot")


async def test_letters_filter_and_the_same_letter_a_or_esc_bring_all_back(
    open_program: Open, mixed: Path
) -> None:
    async with open_program() as program:
        screen = await show(program, orders(pegawai=mixed))
        for letter, states in {"d": {"ditolak"}, "u": {"berubah"}, "B": {"baru"}}.items():
            for back in (letter, "a", "escape"):
                await program.press(letter)
                assert set(cells(program, "keadaan")) == states
                await program.press(back)
                assert len(cells(program, "keadaan")) == 5
        await program.press("d")
        assert "Hanya: ditolak · 2 dari 5   Esc semua lagi" in program.screen_text()
        await program.press("escape", "escape")
        assert not program.at(screen)


async def test_s_tells_how_many_are_the_same(open_program: Open, tmp_path: Path) -> None:
    file = write(tmp_path / "pegawai.csv", HEAD, f"{BRAM};Bram Contoh;;;", person(1))
    async with open_program() as program:
        await show(program, orders(pegawai=file))
        await program.press("s")
        assert cells(program, "keadaan") == []
        assert "1 baris sama dengan yang tersimpan." in program.screen_text()


async def test_typed_words_are_looked_for_in_name_value_and_reason(
    open_program: Open, mixed: Path
) -> None:
    async with open_program() as program:
        await show(program, orders(pegawai=mixed))
        await program.press("slash", *"ke-2")
        assert cells(program, "tempat") == ["6"]
        await program.press("escape", "slash", *"maksudnya")
        assert cells(program, "tempat") == ["5"]
        await program.type("zz")
        assert "Tidak ada yang cocok. Esc menampilkan semua." in program.screen_text()
        await program.press("escape")
        assert len(cells(program, "tempat")) == 5


async def test_where_two_files_disagree_both_rows_stand_together_on_top(
    open_program: Open, tmp_path: Path
) -> None:
    one = write(tmp_path / "pc1" / "pegawai.csv", HEAD, BROKEN, person(1), person(2))
    two = write(tmp_path / "pc2" / "pegawai.csv", HEAD, person(2, "Analis"), person(1, "Arsiparis"))
    async with open_program(size=(120, 40)) as program:
        await show(program, orders(pegawai=(one, two)))
        assert cells(program, "keadaan") == [*["berselisih"] * 4, "ditolak"]
        assert cells(program, "tempat")[:4] == [
            "pc1/pegawai.csv 3", "pc2/pegawai.csv 3", "pc1/pegawai.csv 4", "pc2/pegawai.csv 2",
        ]  # fmt: skip
        values = [text.partition(":")[0] for text in cells(program, "isi")]
        assert values[:4] == ['"Pengelola"', '"Arsiparis"', '"Pengelola"', '"Analis"']
        about = program.line("plan-about")
        assert "Antar berkas berselisih: 4 baris tentang 2 data" in about
        assert about.count(WAY_OUT) == 1
        assert WAY_OUT in program.screen_text(), "it is read whole at 80 columns"
        foot = program.line("plan-foot").replace("\n", "")
        assert f"berbeda dari {two} baris 3" in foot.replace(" ", "").replace(
            "berbedadari", "berbeda dari "
        ).replace("baris", " baris ")
        await program.press("d")
        assert len(cells(program, "keadaan")) == 5


async def test_before_it_is_applied_no_key_of_the_plan_takes_an_earlier_change_back(
    open_program: Open, tmp_path: Path
) -> None:
    file = write(tmp_path / "pegawai.csv", HEAD, person(1))
    async with open_program() as program:
        before = steps(program)
        await show(program, orders(pegawai=file))
        assert "Ctrl+Z" not in program.line("keys")
        await program.press("ctrl+z")
        assert any("Rencana ini belum diterapkan" in words for words in program.toasts())
        assert steps(program) == before


async def test_columns_that_nobody_reads_are_told_with_the_way_to_match_them(
    open_program: Open, tmp_path: Path
) -> None:
    file = write(tmp_path / "pegawai.csv", f"{HEAD};Nama Penilai;Kode Pos", f"{person(1)};Sari;1")
    async with open_program() as program:
        await show(program, orders(pegawai=file))
        wanted = "K mencocokkan 2 kolom yang tidak dibaca: Nama Penilai (mungkin sama), Kode Pos."
        assert wanted in " ".join(program.line("plan-about").split())
        assert "Tidak ada kolom unit" not in program.screen_text()


async def test_several_kinds_are_counted_each_and_one_can_be_chosen(
    open_program: Open, tmp_path: Path
) -> None:
    pegawai = write(tmp_path / "pegawai.csv", HEAD, person(1))
    kegiatan = write(tmp_path / "kegiatan.csv", KEGIATAN, activity(nip(1), 1, 2019))
    async with open_program() as program:
        await show(program, orders(kegiatan=kegiatan, pegawai=pegawai))
        lines = program.line("plan-about").splitlines()
        assert lines[0].split() == [
            *("B", "baru", "U", "berubah", "S", "sama", "D", "ditolak", "P", "peringatan")
        ]
        assert [line.split() for line in lines[1:3]] == [
            ["pegawai", "1", "0", "0", "0", "0"],
            ["kegiatan", "1", "0", "0", "0", "0"],
        ]
        assert lines[3] == "Periode baru: 2019 (PP 46/2011)."
        # the name is known although the person is not stored yet
        assert cells(program, "siapa") == ["Orang ke-1 Contoh", "Orang ke-1 Contoh no 1"]
        await program.press("j")
        assert isinstance(program.app.screen, ChooseScreen)
        await program.press("down", "down", "enter")
        assert cells(program, "siapa") == ["Orang ke-1 Contoh no 1"]
        assert "Hanya: kegiatan" in program.screen_text()
        await program.press("escape")
        assert len(cells(program, "siapa")) == 2


async def test_a_locked_appraisal_refuses_its_row_in_one_sentence(
    open_program: Open, tmp_path: Path
) -> None:
    file = write(tmp_path / "kegiatan.csv", KEGIATAN, activity(BRAM, 1))
    async with open_program() as program:
        program.write(lambda writer: signing.lock(writer, TAHUN, [BRAM], date(2018, 1, 10)))
        await show(program, orders(kegiatan=file))
        assert cells(program, "keadaan") == ["ditolak"]
        assert "sudah dikunci; buka kembali dahulu" in cells(program, "isi")[0]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 10), (20, 5), (5, 2)])
async def test_hostile_cells_and_names_are_text_at_every_size(
    open_program: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    rows = (
        f"{nip(1)};{HOSTILE};1;III/a;{HOSTILE}",
        f"{HOSTILE};{HOSTILE};{HOSTILE};{HOSTILE};{HOSTILE}",
        f"{BRAM};{HOSTILE};;;{'x' * 400}",
    )
    file = write(tmp_path / "[@click=app.quit]a[red].csv", f"{HEAD};{HOSTILE}", *rows)
    async with open_program(size=size) as program:
        await show(program, orders(pegawai=file))
        views = [program.screen_text()]
        for keys in (("d",), ("u",), ("b",), ("p",), ("escape",), ("slash", "s"), ("escape",),
                     ("end",), ("f1",), ("escape",), ("f10",), ("escape",), ("enter",),
                     ("enter",)):  # fmt: skip
            await program.press(*keys)
            assert program.app.is_running
            views.append(program.screen_text())
        assert stage(program) is Tahap.SELESAI
        assert not any(sign in view for view in views for sign in FORBIDDEN)
        if size == (80, 24):
            assert "Siti [@click=app" in views[0]


async def test_a_window_that_changes_its_size_keeps_the_cursor_and_the_filter(
    open_program: Open, mixed: Path
) -> None:
    async with open_program() as program:
        await show(program, orders(pegawai=mixed))
        await program.press("b", "down")
        for width, height in ((120, 40), (20, 5), (80, 24)):
            await program.pilot.resize_terminal(width, height)
        await program.settle()
        assert cells(program, "tempat") == ["2", "6"]
        assert "pegawai.csv, baris 6" in program.line("plan-foot")
