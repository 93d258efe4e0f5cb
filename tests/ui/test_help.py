"""F1: the page of the screen at the cell, field or window that was asked about."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from textual.widgets import Static

from skp_tui.domain.office import PEJABAT
from skp_tui.settings import SETELAN
from skp_tui.ui.actions.model import Room
from skp_tui.ui.manual import pages as manual
from skp_tui.ui.manual.pages import Section
from skp_tui.ui.manual.text import section_of
from skp_tui.ui.screens.entry.screen import EntryScreen
from skp_tui.ui.screens.finding.help import HelpScreen
from skp_tui.ui.screens.finding.menu import MenuScreen
from skp_tui.ui.screens.form.field import Entry
from skp_tui.ui.screens.form.form import FormScreen
from skp_tui.ui.screens.frame.ask import ChooseScreen, TextScreen
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.screens.frame.helped import Helped
from skp_tui.ui.widgets.grid.grid import Grid
from tests.ui.conftest import Open, Program
from tests.ui.rated import open_2025
from tests.ui.visits import home, walk

UI = Path(__file__).parents[2] / "skp_tui" / "ui"
NAMED = {"Column", "Field"}
ASKING = {"ChooseScreen", "TextScreen"}
FORMS = (
    ("p", "enter"), ("p", "n"), ("p", "plus", "p"), ("p", "ctrl+n"),
    ("o", "ctrl+n"), ("o", "tab", "enter"), ("o", "tab", "ctrl+n"), ("o", "tab", "g"),
    ("o", "tab", "tab", "ctrl+n"), ("a",), ("d", "ctrl+n"), ("d", "enter"),
    ("v", "enter"), ("m", "ctrl+n"), ("c", "ctrl+n"), ("l", "k", "enter", "enter", "o"),
)  # fmt: skip
"""Forms by the keys that lead to them from the Unit screen."""


def exampled(name: str) -> set[str]:
    """Return what a page explains with an example."""
    return {topic for satu in manual.page(name).sections if satu.example for topic in satu.topics}


ANYWHERE = {topic.rpartition(".")[2] for name in manual.names() for topic in exampled(name)}


def calls() -> Iterator[tuple[Path, ast.Call, str]]:
    """Yield every call in the screens by the name of what is called."""
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                yield path, node, node.func.id


def test_every_column_and_field_is_explained_with_an_example() -> None:
    named = {
        (path.name, call.args[0].value)
        for path, call, name in calls()
        if name in NAMED and call.args and isinstance(call.args[0], ast.Constant)
    }
    assert len(named) > 100
    ignored = {"sign", "where", "old", "new"}  # the columns of a preview: its window explains them
    missing = {one for one in named if one[1] not in ANYWHERE | ignored}
    assert not missing


def test_every_setting_is_explained_with_an_example() -> None:
    known = exampled(Room.PENGATURAN) | exampled(Room.UNIT_PERIODE)
    assert not set(SETELAN) - known
    for nama, satu in SETELAN.items():
        pages = (Room.PENGATURAN, Room.UNIT_PERIODE)
        about = next(filter(None, (manual.page(page).about([nama]) for page in pages)))
        for pilihan in satu.pilihan:
            assert pilihan in " ".join(about.text), f"{nama}: {pilihan}"
    for prefix in PEJABAT:
        assert f"{prefix}_nip" in exampled(Room.FORM)


def test_every_window_that_asks_something_says_where_it_is_explained() -> None:
    asked = [(path, call) for path, call, name in calls() if name in ASKING]
    assert len(asked) > 20
    for path, call in asked:
        topic = next((one.value for one in call.keywords if one.arg == "topic"), None)
        assert isinstance(topic, ast.Constant), f"{path.name}:{call.lineno} has no topic"
        assert topic.value in ANYWHERE, f"{path.name}:{call.lineno} {topic.value!r}"


def test_every_window_that_shows_something_says_where_it_is_explained() -> None:
    topics = {
        node.value.value
        for path in sorted(UI.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Attribute)
        and node.targets[0].attr == "topic"
        and isinstance(node.value, ast.Constant)
    }
    assert len(topics) > 3
    assert not topics - ANYWHERE


@dataclass
class Watching(Program):
    """The program, noting of everything that is shown whether F1 would explain it."""

    seen: set[str] = field(default_factory=set)
    unexplained: set[str] = field(default_factory=set)

    async def press(self, *keys: str) -> None:
        """Press keys, then look at what is there."""
        await super().press(*keys)
        if self.app.is_running:
            self._look()

    def _look(self) -> None:
        top = self.app.screen
        if isinstance(top, Frame):
            for grid in top.query(Grid):
                for column in grid.columns:
                    self._note(top, f"{grid.id}.{column.key}", f"daftar.{column.key}", column.key)
        elif isinstance(top, ChooseScreen | TextScreen) and not isinstance(top, MenuScreen):
            self._note(self._below(), top.topic or f"{top._title} without a topic")

    def _below(self) -> Frame:
        return next(one for one in reversed(self.app.screen_stack) if isinstance(one, Frame))

    def _note(self, screen: Frame, *topics: str) -> None:
        if topics[-1].isdigit():
            return  # the columns of a file of the user's
        self.seen.add(f"{screen.room} {topics[-1]}")
        found = section_of(screen.help_pages(), topics)
        if found is None or not found.example:
            self.unexplained.add(f"{screen.room} {topics[-1]}")


async def test_f1_explains_every_column_and_window_where_it_is_shown(open_program: Open) -> None:
    async with open_program(size=(160, 50)) as program:
        watching = Watching(program.app, program.pilot, program.sitting, program.log)
        await walk(watching)
        assert len(watching.seen) > 150
        assert not watching.unexplained


def first_line(program: Program) -> str:
    """Return what the help begins with."""
    assert isinstance(program.app.screen, HelpScreen), program.screen_text()
    shown = str(program.app.screen.query_one("#help-text", Static).content).splitlines()[0]
    assert shown in program.screen_text()
    return shown


def explained(screen: Frame, topics: tuple[str, ...]) -> Section:
    found = section_of(screen.help_pages(), topics)
    assert found is not None, (type(screen).__name__, topics)
    assert found.example, (type(screen).__name__, topics)
    columns = {topic for topic in found.topics if topic.startswith("daftar.")}
    assert not columns, f"{topics} is explained as a column of the list"
    return found


@pytest.mark.parametrize("keys", FORMS, ids="-".join)
async def test_f1_on_a_form_explains_each_question_with_an_example(
    open_program: Open, keys: tuple[str, ...]
) -> None:
    async with open_program(size=(100, 40)) as program:
        await program.press(*keys)
        form = program.app.screen
        assert isinstance(form, FormScreen), program.screen_text()
        entry = form.focused
        assert isinstance(entry, Entry)
        await program.press("f1")
        here = explained(form, form.help_topics())
        assert first_line(program) == here.title
        await program.press("escape")
        assert program.at(form)
        for nama in form.rows:
            explained(form, (f"{form.KIND}.{nama}", nama)) if nama != "tanpa" else None


async def test_the_first_questions_explain_themselves(open_program: Open) -> None:
    async with open_program(empty=True) as program:
        await program.press("f1")
        assert first_line(program) == "Nama unit"
        assert "Contoh: Subbagian Umum" in program.screen_text()


async def test_f1_while_a_cell_is_typed_explains_the_cell_and_keeps_what_was_typed(
    open_program: Open,
) -> None:
    async with open_program() as program:
        await program.open("wayan")
        screen = program.app.screen
        assert isinstance(screen, EntryScreen)
        await program.type("9")
        await program.press("f1")
        assert first_line(program) == "Mutu"
        await program.press("escape")
        await program.type("0")
        await program.press("enter")
        assert "90" in program.screen_text()


async def test_the_extra_tasks_have_a_text_of_their_own(open_program: Open) -> None:
    async with open_program(size=(120, 40)) as program:
        await program.press("enter")
        for grid, title in (("tambahan", "Tugas tambahan dan kreativitas"), ("perilaku", None)):
            program.isi.set_focus(program.isi.sheet(grid))
            await program.press("f1")
            assert first_line(program) == (title or "Perilaku kerja")
            await program.press("escape")


async def test_a_window_is_explained_and_stays_open_below_the_help(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("t", "f1")
        assert first_line(program) == "Memilih tahun"
        await program.press("escape")
        assert isinstance(program.app.screen, Helped)


async def test_f1_on_the_folder_above_begins_with_folders(
    open_program: Open, tmp_path: Path
) -> None:
    async with open_program() as program:
        program.app.import_folder = tmp_path
        await program.press("f5", "f1")
        assert first_line(program) == "Map"
        shown = str(program.app.screen.query_one("#help-text", Static).content)
        assert "Enter pada .. atau Backspace naik ke map di atasnya" in " ".join(shown.split())


async def test_the_place_of_a_package_is_explained_while_it_is_typed(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("f6", "t", "f1")
        assert first_line(program) == "Tempat"


async def test_other_pages_are_found_by_chapter_and_by_what_they_say(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("f1", "d")
        assert "Memulai · Unit" in program.screen_text()
        await program.press("down", "enter")
        assert first_line(program) == "Formulir"
        await program.press("slash")
        await program.type("kenaikan gaji")
        await program.press("enter")
        assert first_line(program) == "Kegiatan"
        await program.press("backspace")
        assert first_line(program) == "Formulir"
        await program.press("backspace", "backspace")
        assert first_line(program) == "Unit"
        await program.press("escape")
        assert program.at(program.unit)


async def test_the_printed_manual_and_the_card_are_saved_from_the_help(
    open_program: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "cetak"
    folder.mkdir()
    monkeypatch.chdir(folder)
    async with open_program() as program:
        await program.press("f1", "p", "f1")
        assert first_line(program) == "Petunjuk tercetak"
        await program.press("escape", "enter")
        await program.press("p", "enter")
        assert "petunjuk-2.pdf" in program.toasts()[-1]
    names = {path.name for path in folder.iterdir()}
    assert names == {"petunjuk.pdf", "petunjuk-2.pdf", "kartu-tombol.pdf", "kartu-tombol-2.pdf"}
    assert all(path.read_bytes().startswith(b"%PDF-1.") for path in folder.iterdir())


async def test_a_place_that_cannot_be_written_is_told_and_the_help_stays(
    open_program: Open, tmp_path: Path
) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    async with open_program() as program:
        await program.press("f1", "p", "ctrl+u")
        await program.type(str(tmp_path / "berkas" / "a.pdf"))
        await program.press("enter")
        assert "Tidak dapat menulis" in program.toasts()[-1]
        assert first_line(program) == "Unit"


async def test_nothing_found_and_leaving_the_contents_keep_the_page(open_program: Open) -> None:
    async with open_program(size=(40, 12)) as program:
        await program.press("f1", "slash")
        await program.type("zzz")
        assert "Tidak ada yang cocok" in program.screen_text()
        await program.press("enter", "f1")
        assert isinstance(program.app.screen, HelpScreen)
        await program.press("f1")
        await home(program)


async def test_the_screens_since_2022_explain_their_cells(open_program: Open) -> None:
    async with open_program() as program:
        await open_2025(program)
        await program.press("home", "enter", "f1")
        assert first_line(program) == "Hasil kerja dan indikator"
