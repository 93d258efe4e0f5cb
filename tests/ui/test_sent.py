"""Kirim knows what was sent: what differs since, all packages, and the values of one."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from skp_tui.domain.appraisal import TAHUNAN, Evaluasi
from skp_tui.services.base.editing import save_records
from skp_tui.services.office.configuring import change_setting
from skp_tui.storage.changes.sent import Paket
from skp_tui.ui.screens.entry.isi import IsiScreen
from skp_tui.ui.screens.sending.done import SentScreen
from skp_tui.ui.screens.sending.screen import SendScreen
from skp_tui.ui.screens.sending.sent_list import SentListScreen
from skp_tui.ui.screens.sending.sent_package import SentPackageScreen
from skp_tui.ui.widgets.lines import Lines
from tests.ui.conftest import Open, Program
from tests.ui.rated import ATAS, SESUAI, open_2025, store

AGAIN = "kirim lagi"


pytestmark = pytest.mark.usefixtures("in_tmp_path")


async def send(program: Program) -> None:
    """Send the unit as it is, by keys alone, and stay on Kirim."""
    await program.press("f6", "t", "ctrl+u")
    await program.type("kirim")
    await program.press("f6", "y", "escape")
    assert isinstance(program.app.screen, SendScreen)


def rows(program: Program, name: str = "missing-list") -> list[tuple[str, ...]]:
    """Return the cells of the list."""
    return [row.cells for row in program.app.screen.query_one(f"#{name}").rows]  # type: ignore[attr-defined]


async def complete_wayan(program: Program) -> None:
    """Enter from Kirim what is missing."""
    await program.press("enter")
    await program.type("90")
    await program.press("tab")
    await program.type("12")
    await program.press("enter", "escape")


async def test_kirim_says_that_nothing_was_sent_yet(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("f6")
        assert program.line("send-since") == "Belum pernah dikirim ke BKD."
        await program.press("u")
        assert "Belum pernah dikirim ke BKD." in program.toasts()
        await program.press("r")
        assert isinstance(program.app.screen, SentListScreen)
        assert "Belum pernah dikirim ke BKD; berkas Data, Excel" in program.screen_text()
        await program.press("enter")
        assert isinstance(program.app.screen, SentListScreen)


async def test_right_after_sending_nothing_has_changed(open_program: Open) -> None:
    async with open_program() as program:
        await send(program)
        assert program.line("send-since").startswith(
            "Yang dikirim tidak berubah sejak kiriman ke-1"
        )
        await program.press("escape")
        assert AGAIN not in program.line("to-do")


async def test_behind_what_was_written_kirim_knows_of_it_and_the_next_names_at_once(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        program.app.last_folder = tmp_path
        await program.press("f6", "f6", "y")
        assert isinstance(program.app.screen, SentScreen)
        kirim = program.app.screen_stack[-2]
        assert isinstance(kirim, SendScreen)
        since = str(kirim.query_one("#send-since", Lines).render())
        assert since.startswith("Yang dikirim tidak berubah sejak kiriman ke-1")
        assert "skp-1-2017-2.csv" in str(kirim.query_one("#send-names", Lines).render())
        await program.press("escape", "r")
        assert isinstance(program.app.screen, SentListScreen)


async def test_who_was_completed_after_sending_is_told_and_sent_again_with_the_next_number(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await send(program)
        await complete_wayan(program)
        assert "1 pegawai berubah sejak kiriman ke-1" in program.line("send-since")
        [(name, change)] = rows(program)
        assert name.startswith("Wayan")
        assert change.startswith("belum dinilai → ")
        await program.press("escape")
        assert AGAIN in program.line("to-do")
        await program.press("f6", "f6")
        assert isinstance(program.app.screen, SentScreen)
        assert "Kiriman ke-2 ditulis" in program.screen_text()
        await program.press("escape", "escape")
        assert AGAIN not in program.line("to-do")
    assert (tmp_path / "kirim" / "skp-1-2017-2.csv").exists()


async def test_the_cursors_change_is_told_whole_where_the_list_has_no_room(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await send(program)
        await program.press("escape")
        await program.open("bram")
        await program.type("1")
        await program.press("enter", "escape", "f6", "u")
        [(name, change)] = rows(program)
        assert "90,56 Baik → " in change
        assert "SKP 92,60 → " in change
        assert change not in program.screen_text(), "the list has no room for it"
        told = " ".join(program.line("send-row").split())
        assert told == f"{name}: {change.replace('   ', '; ')}"
        await program.press("u")
        assert program.line("send-row") == "", "what fits is not told twice"


async def test_u_changes_between_what_is_missing_and_what_changed(open_program: Open) -> None:
    async with open_program() as program:
        await send(program)
        await program.press("escape")
        nip = program.nip_of("Bram")
        row = {"nip": nip, "nama": "Bram Berganti", "unit": "1.1.2"}
        program.write(lambda writer: save_records(writer, "pegawai", [row], "ubah"))
        program.write(lambda writer: change_setting(writer, "target_indikator", "97,5", 2017))
        await program.press("f6")
        assert rows(program)[0][0].startswith("Wayan")
        assert program.line("send-since") == (
            "1 pegawai dan 1 pengaturan berubah sejak kiriman ke-1. U menampilkannya."
        )
        await program.press("u")
        assert program.line("send-since").endswith("kiriman ke-1. U: yang belum lengkap.")
        assert rows(program) == [
            ("Pengaturan", "target minimal Baik: 96 → 97,5"),
            ("Bram Berganti", "Nama Bram Contoh → Bram Berganti"),
        ]
        await program.press("enter")
        assert "Tidak ada isian untuk baris ini." in program.toasts()
        await program.press("down", "enter")
        assert isinstance(program.app.screen, IsiScreen)
        assert "Bram Berganti" in program.line("headline")
        await program.press("escape", "u")
        assert rows(program)[0][0].startswith("Wayan")


async def test_enter_means_what_footer_and_cursor_say_where_the_keyboard_is(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await send(program)
        await complete_wayan(program)
        await program.press("escape", "f6")
        assert "kiriman ke-1." in program.line("send-since")
        assert "U: yang belum lengkap" not in program.line("send-since"), "nobody is"
        assert "Enter Ke selnya" in program.line("keys")
        text = program.screen_text()
        assert (text.count("> Wayan"), text.count(">[ Kirim ]")) == (1, 0)
        await program.press("tab")
        assert program.app.focused is program.app.screen.query_one("#folder")
        assert "Enter Ke tombol" in program.line("keys")
        assert "P Profil" not in program.line("keys"), "a letter goes into the folder"
        await program.press("enter")
        assert program.app.focused is program.app.screen.query_one("#go")
        assert "Enter Kirim" in program.line("keys")
        assert "Ke selnya" not in program.line("keys")
        text = program.screen_text()
        assert (text.count("> Wayan"), text.count("* Wayan"), text.count(">[ Kirim ]")) == (0, 1, 1)
        await program.press("shift+tab", "shift+tab", "enter")
        assert isinstance(program.app.screen, IsiScreen)


async def test_u_without_another_list_says_so(open_program: Open) -> None:
    async with open_program() as program:
        await send(program)
        await complete_wayan(program)
        assert "U Berubah" not in program.line("keys")
        await program.press("u")
        assert "Tidak ada yang belum lengkap." in program.toasts()
        assert rows(program)[0][0].startswith("Wayan")


async def test_who_came_and_who_went_is_told(open_program: Open) -> None:
    async with open_program() as program:
        await send(program)
        await program.press("escape")
        bram = program.nip_of("Bram")
        new = {"nip": "199001012015031001", "nama": "Orang Baru", "unit": "1.1.2"}
        gone = {"nip": bram, "nama": "Bram Contoh", "unit": "1.1.2", "aktif_sampai": "2016-12-31"}
        program.write(lambda writer: save_records(writer, "pegawai", [new, gone], "ubah"))
        await program.press("f6", "u")
        found = {name: change for name, change in rows(program)}  # noqa: C416 - two cells each
        assert found["Orang Baru"] == "baru: belum dinilai"
        assert found["Bram Contoh"] == "tidak ada lagi; dikirim 90,56 Baik"


async def test_the_same_is_not_sent_again_without_a_question(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await program.press("f6")
        await complete_wayan(program)
        await program.press("t", "ctrl+u")
        await program.type("kirim")
        await program.press("f6", "y", "escape", "f6")
        assert "Kirim lagi yang sama?" in program.screen_text()
        asked = " ".join(program.screen_text().replace("│", "").split())
        assert "target dan realisasi tidak ikut dikirim" in asked
        assert "yang ini menjadi ke-2" in asked
        await program.press("escape", "escape")
    assert len(list((tmp_path / "kirim").iterdir())) == 2


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_all_settings_of_a_package_are_read_whole(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as program:
        await send(program)
        await program.press("r", "enter")
        head = program.line("sent-head").splitlines()
        assert len(head) <= 4
        words = " ".join(head[1:])
        assert "kebijakan batas: batas-bawah; penyebut: semua; kuantitas nol: nol; " in words
        assert words.endswith("batas waktu: 31 Januari 2018")
        screen = program.screen_text().splitlines()
        assert [text.strip() for text in screen[1 : 1 + len(head)]] == head


async def test_r_lists_the_packages_and_enter_shows_their_values(open_program: Open) -> None:
    async with open_program(size=(120, 40)) as program:
        await send(program)
        await complete_wayan(program)
        await program.press("f6", "escape", "r")
        assert [cells[0] for cells in rows(program, "packages")] == ["2", "1"]
        assert rows(program, "packages")[1][2:] == ("sebagian", "40 dari 41", "skp-1-2017.csv")
        assert "42 pegawai, 1 dikecualikan, 41 dari 41 dinilai" in program.line("packages-foot")
        await program.press("down", "enter")
        assert isinstance(program.app.screen, SentPackageScreen)
        assert "Kiriman ke-1" in program.line("headline")
        assert "kebijakan batas: batas-bawah; " in program.line("sent-head")
        await program.press("slash")
        await program.type("wayan")
        [cells] = rows(program, "sent-people")
        assert cells[-1] == "belum dinilai"
        await program.press("escape", "escape")
        assert isinstance(program.app.screen, SentListScreen)
        await program.press("up", "enter", "slash")
        await program.type("wayan")
        [cells] = rows(program, "sent-people")
        assert cells[-1] == "Baik"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_who_was_sent_with_ratings_is_listed_with_them_and_no_empty_numbers(
    open_program: Open, size: tuple[int, int]
) -> None:
    async with open_program(size=size) as program:
        await open_2025(program)
        await store(program, Sari=Evaluasi(TAHUNAN, SESUAI, ATAS))
        await send(program)
        await program.press("r", "enter", "slash")
        await program.type("sari")
        [cells] = rows(program, "sent-people")
        assert cells[-3:] == ("sesuai", "di atas", "Baik")
        text = program.screen_text()
        assert "Predikat" in text
        assert "SKP  " not in text


async def test_two_packages_of_one_name_are_told_apart_by_their_folders(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program(size=(160, 24)) as program:
        await send(program)
        await program.press("t", "ctrl+u")
        await program.type("lain")
        await program.press("f6", "y", "escape", "r")
        assert [cells[0] for cells in rows(program, "packages")] == ["2", "1"]
        assert {cells[-1] for cells in rows(program, "packages")} == {"skp-1-2017.csv"}
        assert f"Di {tmp_path / 'lain'}" in program.line("packages-foot")
        await program.press("down")
        assert f"Di {tmp_path / 'kirim'}" in program.line("packages-foot")


@pytest.mark.parametrize(
    ("stored", "nama", "folder"),
    [
        ("/media/usb/skp-1-2017.csv", "skp-1-2017.csv", "/media/usb"),
        ("/skp-1-2017.csv", "skp-1-2017.csv", "/"),
        ("E:\\kirim\\skp-1-2017.csv", "skp-1-2017.csv", "E:\\kirim"),
        ("E:\\skp-1-2017.csv", "skp-1-2017.csv", "E:\\"),
        ("skp-1-2017.csv", "skp-1-2017.csv", ""),
    ],
)
def test_a_package_knows_name_and_folder_whatever_system_wrote_it(
    stored: str, nama: str, folder: str
) -> None:
    moment = datetime(2018, 1, 19, tzinfo=UTC)
    paket = Paket(1, moment, "bkd", stored, "", sebagian=False, hitungan=None)
    assert (paket.nama, paket.map) == (nama, folder)


async def test_what_an_older_version_sent_is_listed_without_values(open_program: Open) -> None:
    async with open_program() as program:
        await send(program)
        program.write(_forget_values)
        await program.press("escape", "f6")
        assert program.line("send-since").endswith("dari versi lama: nilainya tidak tersimpan.")
        await program.press("r")
        assert "nilainya tidak tersimpan" in program.line("packages-foot")
        await program.press("enter")
        assert isinstance(program.app.screen, SentListScreen)
        assert any("skp-tui yang lebih lama" in toast for toast in program.toasts())


async def test_values_changed_outside_are_told_and_not_shown(open_program: Open) -> None:
    async with open_program() as program:
        await send(program)
        program.write(_spoil_values)
        await program.press("escape", "f6")
        assert "tidak cocok dengan sha256" in program.line("send-since")
        await program.press("r", "enter")
        assert isinstance(program.app.screen, SentListScreen)
        assert any("tidak cocok dengan sha256" in toast for toast in program.toasts())
        await program.press("escape")
        assert isinstance(program.app.screen, SendScreen)


async def test_the_sign_on_unit_follows_undo_and_another_year(open_program: Open) -> None:
    async with open_program() as program:
        await send(program)
        await program.press("escape")
        await program.open("bram")
        await program.type("1")
        await program.press("enter", "escape", "escape")
        assert AGAIN in program.line("to-do")
        await program.press("ctrl+z")
        assert AGAIN not in program.line("to-do")
        await program.press("ctrl+y")
        assert AGAIN in program.line("to-do")
        program.unit.tahun = 2016
        program.unit.reload()
        await program.settle()
        assert AGAIN not in program.line("to-do")


def _forget_values(writer: object) -> None:
    columns = ("pegawai", "dikecualikan", "dinilai", "pengaturan", "isi")
    with writer.change("seperti versi lama") as work:  # type: ignore[attr-defined]
        work.update("kiriman", {1: dict.fromkeys(columns)})


def _spoil_values(writer: object) -> None:
    with writer.change("rusak") as work:  # type: ignore[attr-defined]
        work.update("kiriman", {1: {"isi": "AAAA"}})
