"""Kirim: what is missing is named and reached by Enter, and the files say what they hold."""

import hashlib
import json
from pathlib import Path

import pytest
from textual.widgets import Static

from skp_tui.domain.number import readable_size
from skp_tui.domain.office import KOLOM_PEJABAT
from skp_tui.rules.result import Kurang
from skp_tui.services.base.editing import save_records
from skp_tui.services.office.configuring import change_setting
from skp_tui.services.sending.profiles import profile_of
from skp_tui.storage.database.looking import reading
from skp_tui.ui.screens.entry.isi import IsiScreen
from skp_tui.ui.screens.people.parts import PartsScreen
from skp_tui.ui.screens.sending.done import SentScreen
from skp_tui.ui.screens.sending.messages import NamesFound, OutlookRead, UnitSent
from skp_tui.ui.screens.sending.read import in_words, outlook
from skp_tui.ui.screens.sending.screen import SendScreen
from skp_tui.ui.screens.sending.words import profile_line
from tests.services.office import BRAM, Office
from tests.ui.conftest import Open, Program


def send_screen(program: Program) -> SendScreen:
    return next(found for found in program.app.screen_stack if isinstance(found, SendScreen))


pytestmark = pytest.mark.usefixtures("in_tmp_path")


async def go_to(program: Program, folder: str) -> None:
    """Open Kirim and type the folder."""
    await program.press("f6", "t", "ctrl+u")
    await program.type(folder)


def said(program: Program) -> str:
    """Return what the window says that stands there after sending."""
    return str(program.app.screen.query_one("VerticalScroll Static", Static).render())


async def complete(program: Program) -> None:
    """Enter what the sample office lacks, by keys alone."""
    await program.press("enter")
    await program.type("90")
    await program.press("tab")
    await program.type("12")
    await program.press("enter", "escape")


async def test_f6_counts_who_is_complete_missing_and_not_due(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("f6")
        assert "40 lengkap   1 belum lengkap   1 dikecualikan (pensiun)" in program.screen_text()
        assert "realisasi mutu, waktu (kegiatan 3)" in program.screen_text()
        assert 'akan ditandai "sebagian"' in program.screen_text()


async def test_enter_jumps_to_the_very_cell_and_esc_comes_back(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("f6", "enter")
        assert isinstance(program.app.screen, IsiScreen)
        sheet = program.isi.sheet("kegiatan")
        assert sheet.has_focus
        assert sheet.cursor_column == "realisasi_kualitas"
        assert (sheet.cursor_row or "").endswith("3")
        await program.press("escape")
        assert isinstance(program.app.screen, SendScreen)


async def test_what_is_completed_leaves_the_list(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("f6")
        await complete(program)
        assert "41 lengkap   0 belum lengkap" in program.screen_text()
        assert "Semua yang wajib dinilai sudah lengkap" in program.screen_text()
        assert "sebagian" not in program.screen_text()


async def test_f6_again_writes_the_package_and_names_number_size_and_hash(
    open_program: Open, tmp_path: Path
) -> None:
    folder = tmp_path / "kirim"
    async with open_program(size=(120, 40)) as program:
        await go_to(program, "kirim")
        await program.press("f6", "y")
        assert isinstance(program.app.screen, SentScreen)
        shown = program.screen_text()
    csv = (folder / "skp-1-2017.csv").read_bytes()
    doc = json.loads((folder / "skp-1-2017.datapackage.json").read_text())
    assert "Kiriman ke-1 ditulis (sebagian)" in shown
    assert hashlib.sha256(csv).hexdigest() in shown
    sizes = {path.name: readable_size(path.stat().st_size) for path in folder.iterdir()}
    assert len(sizes) == 2
    assert all(f"{name}   {size}" in shown for name, size in sizes.items())
    assert "Serahkan kedua berkas ini ke BKD" in shown
    assert "Jangan simpan CSV-nya dari Excel" in shown
    assert doc["skp"]["kiriman"] == 1
    assert doc["skp"]["sebagian"] is True


async def test_a_second_package_gets_the_next_number_and_name(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await go_to(program, "b")
        await program.press("f6", "y", "escape")
        assert "skp-1-2017-2.csv + .datapackage.json" in program.screen_text()
        await program.press("f6", "y")
        assert "Kiriman ke-2" in program.screen_text()
        assert (tmp_path / "b" / "skp-1-2017-2.csv").exists()


async def test_a_complete_unit_is_sent_without_the_mark(open_program: Open, tmp_path: Path) -> None:
    async with open_program() as program:
        await program.press("f6")
        await complete(program)
        await program.press("t", "ctrl+u")
        await program.type("a")
        await program.press("f6", "y")
        assert "Kiriman ke-1 ditulis" in program.screen_text()
        assert "(sebagian)" not in program.screen_text()
    doc = json.loads((tmp_path / "a" / "skp-1-2017.datapackage.json").read_text())
    assert doc["skp"]["sebagian"] is False
    assert doc["skp"]["rekap"]["dinilai"] == 41


async def test_what_was_changed_meanwhile_is_in_the_package(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await go_to(program, "b")
        nip = program.nip_of("Bram")
        row = {"nip": nip, "nama": "Bram Berganti", "unit": "1.1.2"}
        program.write(lambda writer: save_records(writer, "pegawai", [row], "ubah"))
        await program.press("f6", "y")
    assert "Bram Berganti" in (tmp_path / "b" / "skp-1-2017.csv").read_text()


async def test_the_profile_data_writes_a_file_each_kind_and_no_number(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await program.press("f6", "p")
        assert "(o) Data" in program.screen_text()
        await program.press("t", "ctrl+u")
        await program.type("data")
        await program.press("f6", "y")
        assert "Data ditulis" in program.screen_text()
        with program.sitting.reading() as connection:
            assert connection.execute("SELECT count(*) FROM kiriman").fetchone() == (0,)
    assert {path.name for path in (tmp_path / "data").iterdir()} >= {"unit.csv", "kegiatan.csv"}


async def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(
    open_program: Open, tmp_path: Path
) -> None:
    (tmp_path / "berkas").write_text("x")
    async with open_program() as program:
        await go_to(program, "berkas")
        await program.press("f6", "y")
        assert isinstance(program.app.screen, SendScreen)
        assert any("Tidak dapat menulis ke" in toast for toast in program.toasts())
        assert not program.app.saving.failed
        with program.sitting.reading() as connection:
            assert connection.execute("SELECT count(*) FROM kiriman").fetchone() == (0,)


async def test_a_folder_that_is_not_there_is_asked_about_as_a_mistyped_stick_looks_like_one(
    open_program: Open, tmp_path: Path
) -> None:
    (tmp_path / "stik").mkdir()
    async with open_program(size=(200, 24)) as program:
        await program.press("f6")
        await complete(program)
        await program.press("t", "ctrl+u")
        await program.type("stikk")
        await program.press("f6")
        assert "Buat map baru?" in program.screen_text()
        asked = str(program.app.screen.query_one(".window-text", Static).render())
        assert asked == f"Map {tmp_path / 'stikk'} belum ada; ia akan dibuat."
        await program.press("escape", "backspace", "f6")
        assert "Kiriman ke-1 ditulis" in program.screen_text()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("stik")] == ["stik"]


async def test_with_somebody_incomplete_one_question_names_the_new_folder_too(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program(size=(200, 24)) as program:
        await go_to(program, "baru")
        await program.press("f6")
        assert "Kirim sebagian?" in program.screen_text()
        asked = str(program.app.screen.query_one(".window-text", Static).render())
        assert f"Map {tmp_path / 'baru'} belum ada" in asked
        assert "1 pegawai belum lengkap" in asked
        await program.press("y")
        assert "Kiriman ke-1 ditulis (sebagian)" in program.screen_text()


async def test_a_typed_folder_is_kept_for_the_sitting_when_nothing_was_sent(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program(size=(200, 24)) as program:
        await go_to(program, "stik")
        await program.press("escape", "escape")
        assert program.at(program.unit)
        await program.press("f6")
        assert send_screen(program).place == str(tmp_path / "stik")
        await program.press("t", "ctrl+u", "escape", "escape", "f6")
        assert send_screen(program).place == str(tmp_path / "stik"), "an empty one is none"


async def test_a_place_that_cannot_be_one_is_told_when_it_is_sent_to(open_program: Open) -> None:
    async with open_program() as program:
        await go_to(program, "~abc-tidak-ada/kirim")
        assert program.toasts() == []
        assert program.line("send-names") == "Nama     –"
        await program.press("f6", "y")
        assert "map pemakai yang tidak dikenal" in program.toasts()[-1]
        assert isinstance(program.app.screen, SendScreen)
        with program.sitting.reading() as connection:
            assert connection.execute("SELECT count(*) FROM kiriman").fetchone() == (0,)
        await program.press("t", "ctrl+u")
        await program.type("stik")
        assert program.line("send-names").startswith("Nama     skp-1-2017.csv")
        await program.press("f6", "y")
        assert isinstance(program.app.screen, SentScreen)


async def test_the_folder_is_remembered_for_the_sitting(open_program: Open, tmp_path: Path) -> None:
    # wide, for where the tests run the path may be long
    async with open_program(size=(200, 24)) as program:
        await go_to(program, "stik")
        await program.press("f6", "y", "escape", "escape")
        if isinstance(program.app.screen, SendScreen):
            await program.press("escape")
        await program.press("f6")
        assert str(tmp_path / "stik") in program.screen_text()


async def test_the_sample_office_sends_to_a_place_beside_its_copy_and_says_that_it_goes(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program(contoh=True) as program:
        place = program.sitting.path.parent / "kiriman"
        await program.press("f6", "f6", "y")
        shown = said(program)
        assert (place / "skp-1-2017.csv").is_file()
        assert "jangan diserahkan. Map ini hilang bersama kantor contoh saat ditutup." in shown
        assert "Serahkan" not in shown
        await program.press("escape", "t", "ctrl+u")
        await program.type("lain")
        await program.press("f6", "y")
        assert (place / "lain" / "skp-1-2017.csv").is_file()
    assert not list(tmp_path.glob("lain*"))


async def test_a_place_named_whole_keeps_what_the_sample_office_sends(
    open_program: Open, tmp_path: Path
) -> None:
    kept = tmp_path / "simpan"
    async with open_program(contoh=True) as program:
        await go_to(program, str(kept))
        await program.press("f6", "y")
        shown = said(program)
        assert "semua rekaan: jangan diserahkan." in shown
        assert "hilang" not in shown
    assert {path.name for path in kept.iterdir()} == {
        "skp-1-2017.csv",
        "skp-1-2017.datapackage.json",
    }


async def test_undo_never_takes_a_package_back(open_program: Open) -> None:
    async with open_program() as program:
        await go_to(program, "b")
        await program.press("f6", "y", "escape", "escape", "escape", "ctrl+z")
        with program.sitting.reading() as connection:
            assert connection.execute("SELECT count(*) FROM kiriman").fetchone() == (1,)


@pytest.mark.parametrize(
    ("times", "name", "title"),
    [
        (2, "skp-1-2017.xlsx", "Excel ditulis (sebagian)"),
        (3, "siasn-1-2017-asli.csv", "SIASN ditulis"),
    ],
)
async def test_the_other_profiles_write_their_file_and_no_number(
    open_program: Open, tmp_path: Path, times: int, name: str, title: str
) -> None:
    async with open_program() as program:
        await program.press("f6", *["p"] * times, "t", "ctrl+u")
        await program.type("lain")
        assert program.line("send-names") == f"Nama     {name}"
        await program.press("f6", "y")
        assert title in program.screen_text()
        with program.sitting.reading() as connection:
            assert connection.execute("SELECT count(*) FROM kiriman").fetchone() == (0,)
    assert [path.name for path in (tmp_path / "lain").iterdir()] == [name]


async def test_p_goes_round_through_the_four_profiles(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("f6")
        for mark in ("(o) Data", "(o) Excel", "(o) SIASN", "(o) BKD"):
            await program.press("p")
            assert mark in program.line("send-profile")


async def test_siasn_says_which_values_it_writes_and_who_is_left_out(open_program: Open) -> None:
    async with open_program() as program:
        program.write(lambda writer: change_setting(writer, "siasn_nilai", "berbobot", None))
        await program.press("f6", "p", "p", "p")
        assert "nilai berbobot" in program.line("send-profile")
        assert "siasn-1-2017-berbobot.csv" in program.line("send-names")
        assert "1 pegawai belum lengkap tidak ikut" in program.line("send-warning")


async def test_reading_answers_with_a_message_and_so_does_sending(open_program: Open) -> None:
    told: list[object] = []
    async with open_program() as program:
        await program.press("f6")
        screen = send_screen(program)
        real = screen.post_message

        def note(message: object) -> bool:
            told.append(message)
            return real(message)  # type: ignore[arg-type]  # a message, handed on

        screen.post_message = note  # type: ignore[method-assign]  # listens only
        await program.press("t", "ctrl+u", "c", "f6", "y")
        await program.press("escape")
    assert any(isinstance(message, NamesFound) for message in told)
    assert any(isinstance(message, OutlookRead) for message in told)
    assert sum(isinstance(message, UnitSent) for message in told) == 1


def test_what_is_missing_in_one_place_becomes_one_phrase() -> None:
    place = "(kegiatan 3, bagian 2)"
    found = [
        Kurang("realisasi", 2, 3, "realisasi_kualitas", "mutu", place),
        Kurang("realisasi", 2, 3, "realisasi_waktu", "waktu", place),
    ]
    assert in_words(found) == "realisasi mutu, waktu (kegiatan 3, bagian 2)"
    assert in_words(found[:1]) == "realisasi mutu (kegiatan 3, bagian 2)"


def test_sizes_are_readable() -> None:
    assert [readable_size(size) for size in (12, 12_840, 3_400_000)] == [
        "12 byte", "12,8 kB", "3,4 MB",
    ]  # fmt: skip


async def test_a_partial_package_is_asked_about_so_that_a_bouncing_key_sends_nothing(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        await go_to(program, "b")
        await program.press("f6")
        assert "1 pegawai belum lengkap" in program.screen_text()
        await program.press("f6")
        assert "Y atau Enter Kirim   Esc Kembali" in program.screen_text()
        await program.press("escape")
        assert isinstance(program.app.screen, SendScreen)
    assert not (tmp_path / "b").exists()


async def test_who_has_no_appraiser_is_listed_asked_about_and_mended_by_enter(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        nip = program.nip_of("Bram")
        key = {"tahun": "2017", "nip": nip, "bagian": "1"}
        part = {**key, **dict.fromkeys((f"penilai_{nama}" for nama in KOLOM_PEJABAT), "")}
        program.write(lambda writer: save_records(writer, "bagian", [part], "ubah"))
        await go_to(program, "b")
        await program.press("enter")
        assert "1 perlu diperiksa" in program.screen_text()
        assert "pejabat penilai belum ditetapkan" in program.screen_text()
        await program.press("f6")
        assert "1 pegawai tanpa pejabat penilai" in program.screen_text()
        await program.press("escape")
        assert not (tmp_path / "b").exists()
        send_screen(program).listed.move_to(f"{nip}|periksa 0")
        send_screen(program).listed.focus()
        await program.press("enter")
        # the part has appraisers of its own, so it is not the list of employees that mends it
        assert isinstance(program.app.screen, PartsScreen)
        assert program.app.screen.nip == nip


async def test_in_a_low_window_what_has_the_keyboard_is_seen(open_program: Open) -> None:
    async with open_program(size=(40, 10)) as program:
        await program.press("f6")
        for name in ("missing-list", "folder", "complete", "go"):
            place = program.app.screen.query_one(f"#{name}")
            assert place.has_focus
            assert 0 < place.region.y < place.region.bottom <= 9, name
            await program.press("tab")


def test_kirim_warns_of_structural_posts_whose_kind_is_empty(tmp_path: Path) -> None:
    office = Office.filled(tmp_path)
    row = f"nip,nama,unit,jabatan,jenis_jabatan\n{BRAM},Bram Contoh,1.1,Kepala Seksi Mutasi,-\n"
    assert office.impor("pegawai", row).status == 0
    told = {}
    for nama in ("bkd", "data"):
        with reading(office.path) as connection:
            told[nama] = " ".join(outlook(connection, 2017, "1", profile_of(nama)).catatan)
    assert "1 pegawai jabatannya tampak struktural" in told["bkd"]
    assert "struktural" not in told["data"]


@pytest.mark.parametrize(
    ("nama", "width", "ending"),
    [
        ("bkd", 58, "( ) SIASN"),
        ("bkd", 78, "paket untuk BKD"),
        ("data", 58, "( ) SIASN"),
        ("data", 78, "untuk digabung di komputer…"),
        ("siasn", 78, "layanan BKN; nilai sebutan"),
    ],
)
def test_what_a_profile_is_for_stands_there_only_where_most_of_it_has_room(
    nama: str, width: int, ending: str
) -> None:
    assert profile_line(profile_of(nama), "sebutan", width).plain.endswith(ending)
