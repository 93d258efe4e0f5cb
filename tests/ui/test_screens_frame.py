"""What all screens share: keys from one registry, help, menu, palette, and being told."""

import subprocess
import sys
from pathlib import Path

import pytest

from skp_tui.ui.actions.registry import Room, actions_of, bindings_of, footer_of
from skp_tui.ui.manual import pages as manual
from skp_tui.ui.screens.copying.from_one import SourceScreen
from skp_tui.ui.screens.copying.new_year import BeginYearScreen
from skp_tui.ui.screens.copying.to_many import ManyPreviewScreen, PeopleToScreen
from skp_tui.ui.screens.entry.isi import IsiScreen
from skp_tui.ui.screens.entry.kinerja import KinerjaScreen
from skp_tui.ui.screens.finding.help import HelpScreen
from skp_tui.ui.screens.finding.menu import MenuScreen
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.screens.impor.columns import ColumnsScreen
from skp_tui.ui.screens.impor.files import ImportScreen
from skp_tui.ui.screens.judging.evaluasi import EvaluasiScreen
from skp_tui.ui.screens.judging.perilaku import PerilakuScreen
from skp_tui.ui.screens.mengapa.screen import MengapaScreen
from skp_tui.ui.screens.notes.notes import NotesScreen
from skp_tui.ui.screens.notes.progress import ProgressScreen
from skp_tui.ui.screens.people.outside import OutsideScreen
from skp_tui.ui.screens.people.parts import PartsScreen
from skp_tui.ui.screens.people.people import PeopleScreen
from skp_tui.ui.screens.plan.screen import PlanScreen
from skp_tui.ui.screens.rekap.angka_kredit import CreditsScreen
from skp_tui.ui.screens.rekap.screen import RekapScreen
from skp_tui.ui.screens.rekap.sebaran import SebaranScreen
from skp_tui.ui.screens.sending.screen import SendScreen
from skp_tui.ui.screens.sending.sent_list import SentListScreen
from skp_tui.ui.screens.sending.sent_package import SentPackageScreen
from skp_tui.ui.screens.signing.sheet import SheetScreen
from skp_tui.ui.screens.signing.sheets import SheetsScreen
from skp_tui.ui.screens.support.keys import KeysScreen
from skp_tui.ui.screens.support.screen import SupportScreen
from skp_tui.ui.screens.trail.screen import TrailScreen
from skp_tui.ui.screens.unit.screen import UnitScreen
from tests.ui.conftest import Open

SCREENS: dict[Room, type[Frame]] = {
    Room.UNIT: UnitScreen,
    Room.ISI: IsiScreen,
    Room.KINERJA: KinerjaScreen,
    Room.MENGAPA: MengapaScreen,
    Room.JEJAK: TrailScreen,
    Room.KIRIM: SendScreen,
    Room.KIRIMAN: SentListScreen,
    Room.KIRIMAN_ISI: SentPackageScreen,
    Room.KEMAJUAN: ProgressScreen,
    Room.CATATAN: NotesScreen,
    Room.SALIN: SourceScreen,
    Room.SALIN_PILIH: PeopleToScreen,
    Room.SALIN_PRATINJAU: ManyPreviewScreen,
    Room.TAHUN_BARU: BeginYearScreen,
    Room.BAGIAN: PartsScreen,
    Room.LUAR: OutsideScreen,
    Room.LEMBAR: SheetScreen,
    Room.SEPAKAT: SheetsScreen,
    Room.PERILAKU: PerilakuScreen,
    Room.EVALUASI: EvaluasiScreen,
    Room.IMPOR: ImportScreen,
    Room.KOLOM: ColumnsScreen,
    Room.RENCANA: PlanScreen,
    Room.REKAP: RekapScreen,
    Room.SEBARAN: SebaranScreen,
    Room.ANGKA_KREDIT: CreditsScreen,
    Room.TOMBOL: KeysScreen,
    Room.DUKUNGAN: SupportScreen,
}
HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "markdown_it"}


@pytest.mark.parametrize("room", SCREENS)
def test_every_key_of_a_room_does_something(room: Room) -> None:
    for action in actions_of(room):
        named = action.bound or action.letter
        assert not named or hasattr(SCREENS[room], f"action_{action.id}"), action.id


@pytest.mark.parametrize("room", SCREENS)
def test_every_way_that_a_screen_names_has_a_key_or_a_letter_there(room: Room) -> None:
    named = {name for kind in SCREENS[room].__mro__ for name in vars(kind).get("ways", {})}
    assert named <= {action.id for action in actions_of(room) if action.runs}


@pytest.mark.parametrize("screen", [UnitScreen, PeopleScreen, PlanScreen])
def test_the_screens_with_the_most_ways_stand_on_few_classes(screen: type[Frame]) -> None:
    own = [kind for kind in screen.__mro__ if kind.__module__.startswith("skp_tui.")]
    assert len(own) <= 5, [kind.__name__ for kind in own]


@pytest.mark.parametrize("room", SCREENS)
def test_no_key_and_no_letter_means_two_things(room: Room) -> None:
    keys = [key for action in actions_of(room) if action.bound for key in action.keys]
    letters = [action.letter for action in actions_of(room) if action.letter]
    assert len(keys) == len(set(keys))
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize("room", SCREENS)
def test_every_binding_has_its_id_its_word_and_its_tooltip(room: Room) -> None:
    for binding in bindings_of(room):
        assert not isinstance(binding, tuple)
        assert binding.id
        assert binding.description
        assert binding.tooltip.endswith(".")


@pytest.mark.parametrize("room", SCREENS)
@pytest.mark.parametrize("width", [78, 118, 38, 1])
def test_the_footer_fits_and_always_names_the_menu(room: Room, width: int) -> None:
    shown = footer_of(room, width)
    assert shown[-1].id == "menu"
    words = "  ".join(f"{action.label} {action.word}" for action in shown)
    assert len(words) <= width or len(shown) == 1


@pytest.mark.parametrize("room", [room for room in Room if room not in {Room.UNIT, Room.AWAL}])
@pytest.mark.parametrize("width", [78, 118, 38])
def test_the_way_back_stands_beside_the_menu_on_every_screen_below_unit(
    room: Room, width: int
) -> None:
    named = [action.id for action in footer_of(room, width)]
    assert named[0] == "help"
    assert named[-2:] == ["go_back", "menu"]


@pytest.mark.parametrize("width", [78, 118])
def test_the_list_of_employees_always_names_the_key_that_adds_one(width: int) -> None:
    assert "new_person" in [action.id for action in footer_of(Room.PEGAWAI, width)]


def test_what_means_nothing_at_present_is_not_named_and_leaves_its_room() -> None:
    idle = {"import_files", "remove_record", "next_list"}
    named = [action.id for action in footer_of(Room.UNIT_PERIODE, 78, idle)]
    assert not idle & set(named)
    assert "begin_year" in named


@pytest.mark.parametrize("room", SCREENS)
def test_every_screen_has_its_page_of_the_manual(room: Room) -> None:
    assert manual.page(room).intro


@pytest.mark.parametrize("key", ["f1", "question_mark"])
async def test_help_explains_screen_and_cell(open_program: Open, key: str) -> None:
    async with open_program() as program:
        await program.press(key)
        assert isinstance(program.app.screen, HelpScreen)
        assert "seberapa jauh unit" in program.screen_text()
        await program.press("escape")
        await program.open("wayan")
        await program.press(key)
        assert program.screen_text().splitlines()[2].strip(" │┌─").startswith("Mutu ")
        await program.press("escape")
        assert program.at(program.isi)


async def test_the_menu_does_what_its_letter_says(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("f10")
        assert isinstance(program.app.screen, MenuScreen)
        await program.press("9")
        assert isinstance(program.app.screen, MengapaScreen)


async def test_the_palette_finds_a_person_from_any_screen(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("enter", "ctrl+p")
        await program.type("wayan")
        await program.press("down", "enter")
        assert "Wayan Contoh" in program.line("headline")
        assert len([s for s in program.app.screen_stack if isinstance(s, IsiScreen)]) == 1


async def test_the_palette_runs_an_action(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("ctrl+p")
        await program.type("mengapa")
        await program.press("enter", "enter")
        assert isinstance(program.app.screen, MengapaScreen)


async def test_ctrl_s_says_that_all_is_saved_and_since_when(open_program: Open) -> None:
    async with open_program() as program:
        await program.press("ctrl+s")
        assert "Belum ada perubahan" in program.toasts()[-1]
        await program.open("wayan")
        await program.type("90")
        await program.press("ctrl+s")
        assert "Semua sudah tersimpan sejak 10.42.07" in program.toasts()[-1]


async def test_quitting_ends_the_program(open_program: Open) -> None:
    async with open_program() as program:
        await program.pilot.press("ctrl+q")
        while program.app.is_running:
            await program.pilot.pause()
        assert program.app.return_code == 0


async def test_the_explanation_is_copied_and_saved_without_overwriting(
    open_program: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "kerja"
    folder.mkdir()
    monkeypatch.chdir(folder)
    async with open_program() as program:
        await program.press("f9", "ctrl+c")
        assert "Nilai prestasi kerja" in program.app.clipboard
        await program.press("s", "enter", "s", "enter")
    first, second = sorted(folder.iterdir(), key=lambda path: len(path.name))
    assert second.stem == f"{first.stem}-2"
    assert "Mengapa 88,64 (Baik)?" in first.read_text(encoding="utf-8")


def test_importing_the_screens_brings_nothing_heavy_along() -> None:
    script = (
        "import sys, skp_tui.ui.app, skp_tui.ui.screens.entry.isi\n"
        "import skp_tui.ui.screens.mengapa.screen\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert not HEAVY & set(done.stdout.split())
