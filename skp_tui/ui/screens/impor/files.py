"""Impor: choose files of any folder, see what each of them is, and go on to the plan."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

from rich.text import Text
from textual.app import ComposeResult

from skp_tui.errors import InputError
from skp_tui.exchange.kinds.kinds import JENIS
from skp_tui.paths import typed_file, typed_path
from skp_tui.services.imports.choosing import Sekitar, batch, surroundings
from skp_tui.services.imports.folders import first_folder, places
from skp_tui.services.imports.templates import write_template
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.frame.ask import AskScreen, Choice, ChooseScreen, TextScreen
from skp_tui.ui.screens.impor import foot as import_foot
from skp_tui.ui.screens.impor.choosing import Choosing
from skp_tui.ui.screens.impor.kind_words import kind_choices
from skp_tui.ui.screens.impor.messages import PlacesFound, SurroundingsRead, TemplateWritten
from skp_tui.ui.screens.lists.around_list import is_low
from skp_tui.ui.screens.unit.read import indented, year_words, years_to_choose
from skp_tui.ui.widgets.lines import Lines, line, titled

LONGEST: Final = 500
LEAVING: Final = "{} berkas yang dipilih dilepas; pasangan kolomnya diingat sampai program ditutup."
NOTHING: Final = "Pilih dahulu berkasnya: Enter pada berkas, atau Spasi pada map."


class ImportScreen(Choosing):
    """Choose files; nothing is stored before the plan that follows was seen and accepted.

    Year and unit stand in where a file has no such column.
    """

    room = Room.IMPOR
    BINDINGS = bindings_of(Room.IMPOR)

    def __init__(self, tahun: int | None, unit: str | None) -> None:
        super().__init__(first_folder())
        self.tahun, self.kode = tahun, unit
        self.sekitar = Sekitar({}, {})

    def content(self) -> ComposeResult:
        """Yield where one is, the list, and what is at the cursor and chosen."""
        yield Lines(self._head, id="import-head")
        yield from self.list_widgets()
        yield Lines(self._foot, id="import-foot")

    def on_mount(self) -> None:
        """Read the folder, and which units and years there are."""
        self.focus_on(self.listed)
        self.skp.read(self, surroundings, SurroundingsRead, group="sekitar")
        self.folder = self.skp.import_folder or self.folder
        self.open_folder(self.folder)

    def reload(self) -> None:
        """Read anew which units and years there are: an import may have brought some."""
        self.skp.read(self, surroundings, SurroundingsRead, group="sekitar")

    def on_surroundings_read(self, message: SurroundingsRead) -> None:
        """Take the only unit where none was given."""
        self.sekitar = message.sekitar
        if self.kode not in self.sekitar.units:
            self.kode = self.sekitar.sole_root()
        self.refresh_lines()

    def title_text(self) -> Text:
        """Name the screen."""
        return titled("Impor")

    def help_topics(self) -> tuple[str, ...]:
        """Name what the cursor is on."""
        entri = self.at_cursor()
        return ("map",) if entri is None or entri.is_map else ("berkas",)

    # What stands in for absent columns

    @property
    def given(self) -> Mapping[str, str]:
        """Return what stands in for absent columns, by column and in words."""
        tahun = {} if self.tahun is None else {"tahun": self.year_words}
        return tahun if self.kode is None else {**tahun, "unit": self.unit_words}

    @property
    def year_words(self) -> str:
        """Return the year in words."""
        return "tahun belum ditentukan" if self.tahun is None else str(self.tahun)

    @property
    def unit_words(self) -> str:
        """Return the unit in words."""
        unit = self.sekitar.units.get(self.kode or "")
        return "unit belum ditentukan" if unit is None else f"{unit.nama} ({unit.kode})"

    def action_choose_year(self) -> None:
        """Choose the year for files without one."""
        today = self.skp.today
        years = years_to_choose(self.sekitar.tahun, self.tahun or today.year, today)
        choices = [Choice(str(year), line(year_words(year, self.sekitar.tahun))) for year in years]
        title = "Tahun bagi berkas tanpa kolom tahun"
        chooser = ChooseScreen(title, choices, str(self.tahun or ""), topic="tahun")
        self.app.push_screen(chooser, self._take_year)

    def _take_year(self, year: str | None) -> None:
        if year is not None:
            self.tahun = int(year)
            self.refresh_lines()

    def action_choose_unit(self) -> None:
        """Choose the unit for files without one."""
        units = indented(self.sekitar.units)
        choices = [
            Choice(unit.kode, line(f"{'  ' * depth}{unit.nama}  ({unit.kode})"))
            for unit, depth in units
        ]
        if choices:
            title = "Unit bagi berkas tanpa kolom unit"
            chooser = ChooseScreen(title, choices, self.kode or "", topic="unit")
            self.app.push_screen(chooser, self._take_unit)
        else:
            self.tell("Belum ada unit; impor dahulu daftar unitnya.")

    def _take_unit(self, kode: str | None) -> None:
        if kode is not None:
            self.kode = kode
            self.refresh_lines()

    # What is said

    def _head(self, width: int) -> Text:
        if self.shows_chosen:
            first = line("Berkas yang dipilih, dari semua map. Tab kembali ke map.", "bold")
        else:
            hidden = 0 if self.isi is None else self.isi.lain
            first = import_foot.place_line(str(self.folder), hidden, width)
        given = import_foot.given_line(self.year_words, self.unit_words, width)
        return Text("\n", end="").join([first, given])

    def _foot(self, width: int) -> Text:
        about = import_foot.about_lines(self, self.year_words, self.unit_words, width)
        chosen = import_foot.next_line(self, width)
        if is_low(self):
            return chosen
        return Text("\n", end="").join([*about, chosen])

    def keys_text(self, width: int) -> Text:
        """Name the keys, the one for the cursor's row by what it does there."""
        if self.bar.is_typed:
            return super().keys_text(width)
        return import_foot.keys_line(self, width)

    # Going elsewhere

    def action_parent_folder(self) -> None:
        """Go to the folder above; from the top to the drives."""
        if self.folder.parent == self.folder:
            self.action_choose_drive()
        else:
            self.open_folder(self.folder.parent)

    def action_type_folder(self) -> None:
        """Ask for the name of a folder or a file."""
        asked = TextScreen(
            "Map atau berkas mana?",
            "Tulis tempatnya, misalnya E:\\ atau E:\\DUK 2017.xlsx. Berkas langsung dipilih.",
            str(self.folder),
            LONGEST,
            "buka",
            topic="tempat",
        )
        self.app.push_screen(asked, self._go_to)

    def _go_to(self, text: str | None) -> None:
        if not text:
            return
        try:
            place = typed_path(text, self.folder)
        except InputError as error:
            self.tell(error.kalimat(), "error")
            return
        self.open_folder(place)

    def folder_has(self, path: Path) -> None:
        """Choose the file that was typed."""
        entri = self.at_cursor()
        if entri is not None and entri.path == path and path not in self.chosen:
            self.choose(entri)

    def action_choose_drive(self) -> None:
        """Offer drives, sticks and the user's own folders."""
        self.hold("ask")
        self.skp.work(self, places, PlacesFound, group="pilih")

    def on_places_found(self, message: PlacesFound) -> None:
        """Let one be chosen."""
        choices = [Choice(str(place), line(str(place))) for place in message.places]
        chooser = ChooseScreen("Ke mana?", choices, str(self.folder), topic="drive")
        self.app.push_screen(chooser, self._go_to)
        self.let_go("ask")

    def action_show_chosen(self) -> None:
        """Show what is chosen, wherever it lies, or the folder again."""
        self.shows_chosen = not self.shows_chosen
        self.bar.close()
        self.fill()
        self.focus_on(self.listed)

    # Templates

    def action_make_template(self) -> None:
        """Ask of which kind an empty file is wanted."""
        chooser = ChooseScreen(
            "Berkas kosong untuk apa?", kind_choices(JENIS), "pegawai", topic="templat"
        )
        self.app.push_screen(chooser, self._name_template)

    def _name_template(self, nama: str | None) -> None:
        if nama is None:
            return
        asked = TextScreen(
            "Nama berkas kosongnya",
            "Yang sudah ada tidak ditimpa. Akhiran .xlsx memberi buku kerja dengan pilihan dan "
            "keterangan, .csv teks biasa.",
            str(self.folder / f"{nama}.xlsx"),
            LONGEST,
            topic="templat_berkas",
        )
        self.app.push_screen(asked, partial(self._write_template, nama))

    def _write_template(self, nama: str, text: str | None) -> None:
        if not text:
            return
        folder = self.folder

        def write() -> Path:
            return write_template(JENIS[nama], typed_file(text, folder, f"{nama}.xlsx"))

        self.hold("ask")
        self.skp.work(self, write, TemplateWritten, group="pilih")

    def on_template_written(self, message: TemplateWritten) -> None:
        """Say where it lies, and show it."""
        self.let_go("ask")
        self.tell(f"Templat siap diisi: {message.path}")
        self._wanted = message.path
        self.open_folder(message.path.parent)

    # The plan

    def action_show_plan(self) -> None:
        """Show what the chosen files would change; with none chosen, the one at the cursor."""
        entri = self.at_cursor()
        if self.chosen:
            self._plan()
        elif entri is None or entri.is_map:
            self.tell(NOTHING, "warning")
        else:
            self.choose(entri, partial(self._plan, entri.path))

    def _plan(self, lone: Path | None = None) -> None:
        from skp_tui.ui.screens.plan.screen import PlanScreen  # noqa: PLC0415 - when it is asked for

        self.lone = lone
        borongan = batch(self.chosen.values(), self.tahun, self.kode)
        below = self.app.screen_stack[self.app.screen_stack.index(self) - 1]
        self._plan_shown = plan = PlanScreen(borongan, below)
        plan.matching.chooser = self
        self.app.push_screen(plan, self.plan_left)

    # Leaving

    def action_go_back(self) -> None:
        """Return to the folder from the chosen ones, else leave; ask where pairs would be lost."""
        if self.stop_looking():
            return
        if self.shows_chosen:
            self.action_show_chosen()
        elif self.loses_pairs:
            count = len(self.chosen) + len(self.aside)
            question = AskScreen("Tinggalkan impor?", LEAVING.format(count), "Tinggalkan")
            self.app.push_screen(question, self._leave_if)
        else:
            self.dismiss()

    def lost_words(self) -> str:
        """Say which pairs of columns go when this is left."""
        if not self.loses_pairs:
            return ""
        count = len(self.chosen) + len(self.aside)
        return f"{count} berkas yang dipilih, dengan pasangan kolomnya, dilepas."

    def _leave_if(self, sure: bool | None) -> None:  # noqa: FBT001 - an answer
        if sure:
            self.dismiss()
