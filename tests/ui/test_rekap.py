"""Rekap: units, years and appraisers side by side, and the ways into them."""

import shutil
import threading
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from textual.widgets import OptionList

from skp_tui.services.base.editing import save_records
from skp_tui.services.base.views import Orang, UnitView
from skp_tui.services.keeping.sample import TARGET, fill_with_sample
from skp_tui.services.keeping.sitting import sitting
from skp_tui.services.recap.raters import Penilai, raters
from skp_tui.services.recap.tren import stored_years
from skp_tui.services.sending.sending import export
from skp_tui.ui.screens.entry.isi import IsiScreen
from skp_tui.ui.screens.frame.ask import ChooseScreen
from skp_tui.ui.screens.rekap import desk as rekap_desk
from skp_tui.ui.screens.rekap.desk import RekapDesk
from skp_tui.ui.screens.rekap.screen import RekapScreen
from skp_tui.ui.screens.rekap.words import names as names_line
from skp_tui.ui.screens.unit.screen import UnitScreen
from tests.ui.conftest import TODAY, Heard, Open, Program, clock

DUE = date(2026, 1, 19)


@pytest.fixture(scope="session")
def whole_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample office with all its years once."""
    path = tmp_path_factory.mktemp("tahun") / "contoh.db"
    fill_with_sample(path, clock, tuple(TARGET))
    return path


@pytest.fixture
def open_whole(
    open_program: Open, whole_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Open:
    """Open the program on all years, when the newest is due, where a short file name is enough."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(whole_file, tmp_path / "skp.db")
    return partial(open_program, today=DUE)


def rekap(program: Program) -> RekapScreen:
    screen = program.app.screen
    assert isinstance(screen, RekapScreen)
    return screen


def cells(program: Program) -> list[tuple[str, ...]]:
    return [row.cells for row in rekap(program).listed.rows]


def names(program: Program) -> list[str]:
    return [row[0] for row in cells(program)]


def chosen(program: Program) -> str:
    """Return the highlighted entry of the list that asks."""
    options = program.app.screen.query_one(OptionList)
    option = options.highlighted_option
    return "" if option is None else str(option.prompt)


async def to_2017(program: Program) -> None:
    """Choose 2017 on Unit."""
    await program.press("t", "end")
    while "2017" not in chosen(program):
        await program.press("up")
    await program.press("enter")
    assert program.unit.tahun == 2017


# ── units ────────────────────────────────────────────────────────────────────────────────────────


async def test_the_tree_shows_the_three_figures_of_every_unit(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("h")
        lines = cells(program)
        assert lines[0] == ("Kepala Badan", "41", "40", "97,56 %", "87,80 %", "90,00 %")
        assert lines[3] == ("    Subbagian Umum", "7", "6", "85,71 %", "71,43 %", "83,33 %")
        assert len(lines) == 16
        foot = program.line("recap-foot").splitlines()
        assert foot[0] == (
            "Kepala Badan: 42 pegawai, 1 dikecualikan, 1 belum dinilai, 36 minimal Baik"
        )
        assert foot[1:] == program.unit.query_one("#head").render().plain.splitlines()  # type: ignore[union-attr]
        await program.press("down", "down", "down")
        assert program.line("recap-foot").startswith("Subbagian Umum: 7 pegawai, 1 belum dinilai")
        assert "│     Sekretariat" not in program.screen_text()
        assert "\n    Sekretariat " in program.screen_text()


async def test_enter_goes_into_a_unit_and_esc_back_to_where_one_came_from(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("h", "down", "enter")
        assert names(program) == [
            "Sekretariat", "  Subbagian Program dan Keuangan", "  Subbagian Umum",
        ]  # fmt: skip
        assert "Rekap · Sekretariat · 2017" in program.screen_text()
        await program.press("down", "down", "enter")
        assert names(program) == ["Subbagian Umum"]
        await program.press("escape")
        assert rekap(program).listed.cursor_row == "1.1.2"
        await program.press("escape")
        assert rekap(program).listed.cursor_row == "1.1"
        assert len(names(program)) == 16
        await program.press("escape")
        assert program.at(program.unit)


async def test_p_and_enter_on_the_top_row_show_the_people_of_a_unit(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("h", "down", "down", "down", "p")
        assert program.at(program.unit)
        assert (program.unit.kode, len(program.unit.people.rows)) == ("1.1.2", 7)
        await program.press("h", "enter")
        assert program.at(program.unit)
        assert program.unit.kode == "1.1.2"


async def test_the_filter_leaves_units_in_their_place_in_the_tree(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("h", "slash")
        await program.type("mutasi")
        assert names(program) == [
            "  Bidang Mutasi", "    Subbidang Mutasi Umum", "    Subbidang Mutasi Jabatan",
        ]  # fmt: skip
        assert "3 dari 16" in program.screen_text()
        await program.press("down", "down", "enter")
        assert "Rekap · Subbidang Mutasi Umum" in program.screen_text()
        await program.press("escape", "slash")
        await program.type("zzz")
        assert "Tidak ada yang cocok. Esc menampilkan semua." in program.screen_text()
        await program.press("escape")
        assert len(names(program)) == 16
        assert program.at(rekap(program))


# ── years ────────────────────────────────────────────────────────────────────────────────────────


async def test_years_stand_side_by_side_with_a_mark_where_the_law_changed(
    open_whole: Open,
) -> None:
    async with open_whole() as program:
        await program.press("h", "tab")
        assert cells(program) == [
            ("2017", "  PP 46/2011", "41", "97,56 %", "87,80 %", "90,00 %", "########--"),
            ("2018-2020", "  belum ada data", "", "", "", "", ""),
            ("2021", "* PP 30/2019", "41", "97,56 %", "90,24 %", "92,50 %", "#########-"),
            ("2022-2024", "  belum ada data", "", "", "", "", ""),
            ("2025", "* PermenPANRB 6/2022", "41", "95,12 %", "85,37 %", "89,74 %", "########--"),
        ]
        assert rekap(program).listed.cursor_row == "2025"
        assert (
            program.line("recap-foot").splitlines()[0]
            == (
                "2025 · PermenPANRB 6/2022, menggantikan PP 30/2019: tidak sebanding langsung "
                "dengan 2021"
            )[:77]
            + "…"
        )
        await program.press("home")
        assert "2017 · PP 46/2011 · tahun pertama yang tersimpan" in program.line("recap-foot")
        await program.press("down", "enter")
        assert "Tahun itu belum ada datanya." in program.toasts()
        assert program.line("recap-foot") == "2018-2020: belum ada data."


async def test_the_trend_is_of_the_unit_that_one_went_into(open_whole: Open) -> None:
    async with open_whole() as program:
        await program.press("h", "down", "down", "down", "enter", "tab")
        shares = [(row[0], row[2], row[4]) for row in cells(program) if row[2]]
        assert shares == [
            ("2017", "7", "71,43 %"), ("2021", "7", "85,71 %"), ("2025", "6", "66,67 %"),
        ]  # fmt: skip
        await program.press("escape")
        assert ("2017", "41") in [(row[0], row[2]) for row in cells(program)]


async def test_enter_on_a_year_goes_there_and_its_people_are_one_key_away(
    open_whole: Open,
) -> None:
    async with open_whole() as program:
        await program.press("h", "tab", "up", "up", "enter")
        assert "Rekap · Kepala Badan · 2021 · PP 30/2019" in program.screen_text()
        assert cells(program)[0] == ("Kepala Badan", "41", "40", "97,56 %", "90,24 %", "92,50 %")
        await program.press("p")
        assert program.at(program.unit)
        assert program.unit.view is not None
        assert (program.unit.view.tahun, len(program.unit.people.rows)) == (2021, 43)
        await program.press("h", "tab", "end", "p")
        assert program.unit.view.tahun == 2025


async def test_a_list_of_an_old_year_names_ranks_and_posts_of_that_year(
    open_whole: Open,
) -> None:
    async with open_whole(size=(150, 40)) as program:
        wayan = program.nip_of("Wayan")
        row = next(row for row in program.unit.people.rows if row.key == wayan)
        assert (row.cells[2], row.cells[-1]) == ("III/b", "Pengolah Data dan Informasi")
        await to_2017(program)
        row = next(row for row in program.unit.people.rows if row.key == wayan)
        assert (row.cells[2], row.cells[-1]) == ("II/d", "Pengelola Kepegawaian")


async def test_one_year_is_a_trend_of_one_line(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("h", "shift+tab", "shift+tab")
        assert [row[:2] for row in cells(program)] == [("2017", "  PP 46/2011")]


# ── appraisers ───────────────────────────────────────────────────────────────────────────────────


async def test_appraisers_stand_side_by_side_with_their_categories(open_whole: Open) -> None:
    async with open_whole(size=(120, 40)) as program:
        await program.press("h", "shift+tab")
        titles = [column.title for column in rekap(program).listed.columns]
        assert titles[-5:] == ["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
        asep = next(row for row in cells(program) if row[0].startswith("Asep"))
        assert asep == (
            "Asep Contoh, S.IP., M.Si.", "10", "9", "88,89 %", "–", "1", "7", "0", "1", "0",
        )  # fmt: skip
        await program.pilot.resize_terminal(80, 24)
        await program.settle()
        titles = [column.title for column in rekap(program).listed.columns]
        assert titles[-5:] == ["S.Baik", "Baik", "B.Perb.", "Kurang", "S.Kurang"]


async def test_somebody_is_opened_from_his_appraiser_and_counted_anew_afterwards(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.press("h", "tab", "tab", "slash")
        await program.type("sari")
        await program.press("enter", "enter")
        assert isinstance(program.app.screen, ChooseScreen)
        assert "Dinilai Sari Contoh, S.Sos." in program.screen_text()
        await program.press("down")
        while "Wayan" not in chosen(program):
            await program.press("down")
        await program.press("enter")
        assert isinstance(program.app.screen, IsiScreen)
        await program.type("90")
        await program.press("tab")
        await program.type("12")
        await program.press("enter", "escape")
        sari = next(row for row in cells(program) if row[0].startswith("Sari"))
        assert sari[1:3] == ("6", "6")
        await program.press("tab")
        assert cells(program)[0][1:3] == ("41", "41")
        await program.press("escape")
        assert program.unit.view is not None
        assert program.unit.view.rekap.dinilai == 41


async def test_a_unit_without_people_says_so(open_program: Open) -> None:
    async with open_program() as program:
        unit = {"kode": "1.5", "nama": "Bidang Baru", "induk": "1"}
        program.write(lambda writer: save_records(writer, "unit", [unit], "unit baru"))
        program.unit.look_at(2017, "1.5")
        await program.settle()
        await program.press("h")
        assert cells(program) == [("Bidang Baru", "0", "0", "–", "–", "–")]
        await program.press("tab")
        assert cells(program)[0] == ("2017", "  PP 46/2011", "0", "–", "–", "–", "-" * 10)
        await program.press("tab")
        assert "Belum ada pegawai yang wajib dinilai di unit ini." in program.screen_text()
        await program.press("enter", "p")
        assert rekap(program).listed.rows == ()


async def test_appraisers_are_counted_in_a_thread_and_never_while_painting(
    open_program: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    painting: list[bool] = []

    def watched(view: UnitView, orang: Iterable[Orang]) -> tuple[Penilai, ...]:
        painting.append(threading.current_thread() is threading.main_thread())
        return raters(view, orang)

    monkeypatch.setattr(rekap_desk, "raters", watched)
    async with open_program() as program:
        await program.press("h")
        whole = program.line("recap-names")
        await program.press("down", "enter")
        assert program.line("recap-names") != whole
        await program.press("shift+tab")
        assert len(cells(program)) > 1
        await program.press("tab", "escape")
        assert program.line("recap-names") == whole
        assert painting == [False] * 3


async def test_a_unit_whose_appraisers_are_still_counted_says_so(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("h")
        desk = RekapDesk(rekap(program).desk.view)
        assert names_line(desk.shown, desk.count, 80).plain.split("Penilai")[1].strip() == "…"
        desk.turn(-1)
        assert (desk.rows(80), desk.when_empty()) == ([], "Menghitung…")
        earlier = desk.place
        desk.enter("1.1")
        assert not desk.take_raters(earlier, earlier.raters())
        assert desk.rows(80) == []
        assert desk.take_raters(desk.place, desk.place.raters())
        assert len(desk.rows(80)) == desk.count("penilai")
        assert len(desk.rows(80)) > 1


# ── reading anew, and the file ───────────────────────────────────────────────────────────────────


async def test_nothing_is_read_again_while_nothing_was_written(open_whole: Open) -> None:
    async with open_whole() as program:
        await program.press("h")
        desk = rekap(program).desk
        view, years = desk.view, desk.points
        await program.press("f1", "escape", "f10", "escape")
        assert rekap(program).desk.view is view
        with program.sitting.reading() as connection:
            assert desk.missing(stored_years(connection)) == []
        assert all(old.rekap is new.rekap for old, new in zip(years, desk.points, strict=True))


async def test_what_was_written_meanwhile_is_read_in_every_year(open_whole: Open) -> None:
    async with open_whole() as program:
        await program.press("h", "tab")
        usat = program.nip_of("Usat")
        row = {
            "tahun": "2021", "nip": usat, "jenis": "akhir", "nilai": "95", "sumber": "e-Kinerja",
        }  # fmt: skip
        program.write(lambda writer: save_records(writer, "nilai_luar", [row], "nilai 2021"))
        program.app.reload_screens()
        await program.settle()
        assert cells(program)[2][3] == "100,00 %"


async def test_each_list_is_saved_as_csv_under_a_name_of_its_own(
    open_whole: Open, tmp_path: Path
) -> None:
    async with open_whole() as program:
        await program.press("h", "s", "enter")
        await program.press("tab", "s", "enter")
        await program.press("tab", "s", "enter", "s", "enter")
        found = {path.name: path for path in tmp_path.glob("rekap*.csv")}
        assert set(found) == {
            "rekap-unit-1-2025.csv", "rekap-tahun-1.csv", "rekap-penilai-1-2025.csv",
            "rekap-penilai-1-2025-2.csv",
        }  # fmt: skip
        lines = found["rekap-tahun-1.csv"].read_text(encoding="utf-8").splitlines()
        assert [line.split(",")[0] for line in lines] == ["tahun", "2017", "2021", "2025"]
        assert len(found["rekap-unit-1-2025.csv"].read_text(encoding="utf-8").splitlines()) == 17
        assert any(text.startswith("Tersimpan: ") for text in program.toasts())
        folder = tmp_path / "perintah"
        _, sent = export(program.sitting.path, 2025, None, folder, "rekap", clock, sebagian=False)
        assert sent is not None
        assert {path.name: path.read_bytes() for path in sent.berkas} == {
            name: path.read_bytes() for name, path in found.items() if not name.endswith("-2.csv")
        }


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 10), (20, 5)])
async def test_every_list_stands_in_every_window(open_whole: Open, size: tuple[int, int]) -> None:
    async with open_whole(size=size) as program:
        await program.press("h")
        for _ in range(3):
            await program.press("down", "right", "end", "home", "tab")
            assert rekap(program).listed.cursor_row is not None
            width = max(len(line) for line in program.screen_text().splitlines())
            assert width <= size[0]


async def test_years_that_are_still_to_be_read_have_their_line_already(
    open_whole: Open,
) -> None:
    async with open_whole() as program:
        await program.press("h", "tab")
        with program.sitting.reading() as connection:
            stored = stored_years(connection)
        desk = RekapDesk(rekap(program).desk.view)
        desk.turn(1)
        assert desk.missing(stored) == [2021, 2017]
        lines = [row.cells for row in desk.rows(80)]
        assert lines[0] == ("2017", "  PP 46/2011", "…", "…", "…", "…", "…")
        assert [line[:2] for line in lines] == [row[:2] for row in cells(program)]


# ── the sample office opens on its first year ────────────────────────────────────────────────────


async def test_the_sample_office_opens_on_2017_and_knows_the_later_years(
    whole_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "contoh.db"
    shutil.copy(whole_file, path)
    with sitting(path, clock, hanya_kini=True) as own:
        app = Heard(own, {}, today=TODAY, log=tmp_path / "galat.log")
        app.contoh = True
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            program = Program(app, pilot, own, tmp_path / "galat.log")
            await program.settle()
            assert isinstance(app.screen, UnitScreen)
            assert app.screen.view is not None
            assert (app.screen.view.tahun, len(app.screen.people.rows)) == (2017, 42)
            await program.press("t", "up")
            assert "2021" in program.screen_text()
