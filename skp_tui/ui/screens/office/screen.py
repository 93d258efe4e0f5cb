"""Unit dan periode: the units, the years with their settings, and who is not due."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.app import ComposeResult

from skp_tui.errors import InputError
from skp_tui.rules.regulation import peraturan_of
from skp_tui.services.base.editing import remove_exception, remove_unit
from skp_tui.services.office.listing import DataKantor, Tahunan, office
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.copying.new_year import BeginYearScreen
from skp_tui.ui.screens.form.far_year import far_year
from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.frame.changing import Changing
from skp_tui.ui.screens.impor.ways import TO_IMPORT
from skp_tui.ui.screens.lists.table import PeopleGrid
from skp_tui.ui.screens.office.forms import ExceptionScreen, OfficeUnitScreen
from skp_tui.ui.screens.office.rows import (
    ABOUT_UNITS,
    COLUMNS,
    EMPTY,
    IDLE,
    NAMES,
    about_year,
    count_of,
    rows_of,
)
from skp_tui.ui.screens.office.years import NewYearScreen, YearScreen
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.lines import Lines, cut, line, titled
from skp_tui.ui.workers import calling

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from skp_tui.storage.transactions.writer import Writer
    from skp_tui.ui.screens.form.form import FormScreen


class OfficeScreen(Changing):
    """Show one of three lists at a time; forms add and change what is in it."""

    READS_ANEW = True
    room = Room.UNIT_PERIODE
    BINDINGS = bindings_of(Room.UNIT_PERIODE)
    ways = TO_IMPORT

    def __init__(self, tahun: int | None) -> None:
        super().__init__()
        self.tahun = tahun
        self.kantor: DataKantor | None = None
        self.shown = "unit"
        self._at: dict[str, str] = {}
        self._made: dict[str, str] = {}
        """The unit above the one that was made last, until the cursor leaves that one."""
        self.hold("read")

    def content(self) -> ComposeResult:
        """Yield the names of the lists and the one that is shown."""
        yield Lines(self._names, id="office-names")
        yield PeopleGrid(COLUMNS["unit"], cursor="row", empty="Membaca…", id="office-list")
        yield Lines(self._about, id="office-about")

    @property
    def listed(self) -> PeopleGrid:
        """Return the list."""
        return self.query_one("#office-list", PeopleGrid)

    def on_mount(self) -> None:
        """Begin on the list."""
        self.focus_on(self.listed)

    def title_text(self) -> Text:
        """Name the screen."""
        return titled("Unit dan periode")

    def help_topics(self) -> tuple[str, ...]:
        """Name the list."""
        return (self.shown,)

    # The lists

    def reload(self) -> None:
        """Read everything anew."""
        self.hold("read")
        self.skp.read(self, office, calling(self._show_office), group="kantor")

    def _show_office(self, kantor: DataKantor) -> None:
        """Show it."""
        self.kantor = kantor
        self._fill()
        self.let_go("read")

    def _fill(self) -> None:
        if self.kantor is None:
            return
        self.listed.say_when_empty(EMPTY[self.shown])
        self.listed.show(COLUMNS[self.shown], rows_of(self.shown, self.kantor))
        for lines in self.query(Lines):
            lines.refresh()

    def idle_keys(self) -> "Collection[str]":
        """Name the keys of the other lists."""
        return IDLE[self.shown]

    def _names(self, width: int) -> Text:
        text = Text(end="", no_wrap=True)
        for nama, words in NAMES.items():
            here = nama == self.shown
            text.append(
                f"[{words}]" if here else f" {words} ", style="bold reverse" if here else ""
            )
            text.append(f" {self._count(nama)}   ")
        return cut(text, width)

    def _count(self, nama: str) -> str:
        return "" if self.kantor is None else str(count_of(nama, self.kantor))

    def _about(self, width: int) -> Text:
        words = {
            "unit": ABOUT_UNITS,
            "tahun": about_year(self._year()),
            "pengecualian": "Yang dikecualikan tidak wajib dinilai pada tahun itu.",
        }
        return cut(line(words[self.shown]), width)

    def _year(self) -> Tahunan | None:
        key = self.listed.cursor_row
        return None if self.kantor is None or key is None else self.kantor.year(key)

    @on(grid_messages.CursorMoved)
    def _follow(self) -> None:
        if self.listed.cursor_row not in self._made:
            self._made = {}
        self.query_one("#office-about", Lines).refresh()

    def action_next_list(self) -> None:
        """Show the next list."""
        self._turn(1)

    def action_previous_list(self) -> None:
        """Show the list before."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        row = self.listed.cursor_row
        if row is not None:
            self._at[self.shown] = row
        names = list(NAMES)
        self.shown = names[(names.index(self.shown) + step) % len(names)]
        self._fill()
        self.listed.move_to(self._at.get(self.shown) or self._first_row())

    def _first_row(self) -> str:
        rows = self.listed.rows
        return rows[0].key if rows else ""

    # Forms

    def action_new_record(self) -> None:
        """Add to the list that is shown."""
        if self.kantor is None:
            return
        kantor, tahun, listed = self.kantor, self.tahun, self.listed
        forms: Mapping[str, Callable[[], FormScreen]] = {
            "unit": lambda: OfficeUnitScreen(kantor, None, self._offered_parent(), self._show_unit),
            "tahun": lambda: NewYearScreen(listed.point_at),
            "pengecualian": lambda: ExceptionScreen(kantor, None, tahun),
        }
        if self.shown == "pengecualian" and not (kantor.tahun and kantor.daftar.pegawai):
            self.tell("Tambahkan tahun dan pegawai dahulu.", "warning")
            return
        self.app.push_screen(forms[self.shown]())

    @on(grid_messages.RowChosen)
    def action_open_record(self) -> None:
        """Change what the cursor stands on."""
        key = self.listed.cursor_row
        if self.kantor is None or key is None:
            return
        kantor = self.kantor
        forms: Mapping[str, Callable[[], FormScreen]] = {
            "unit": lambda: OfficeUnitScreen(
                kantor, key, None, lambda kode, _: self.listed.point_at(kode)
            ),
            "tahun": lambda: YearScreen(int(key)),
            "pengecualian": lambda: ExceptionScreen(kantor, key, None),
        }
        self.app.push_screen(forms[self.shown]())

    def _offered_parent(self) -> str | None:
        """Return the unit that is offered as the one above: where one was just made, its own."""
        at = self.listed.cursor_row
        return self._made.get(at, at) if at is not None else None

    def _show_unit(self, kode: str, induk: str) -> None:
        self._made = {kode: induk}
        self.listed.point_at(kode)

    def action_begin_year(self) -> None:
        """Look at a new year that takes over from the year of the cursor, else from the newest."""
        if self.kantor is None:
            return
        if not self.kantor.tahun:
            self.tell("Belum ada tahun yang dapat dilanjutkan; Ctrl+N membuat yang pertama.")
            return
        at = self.listed.cursor_row if self.shown == "tahun" else None
        dari = int(at) if at is not None else self.kantor.tahun[0].periode.tahun
        try:
            peraturan_of(dari + 1)
        except InputError as error:
            self.tell(error.kalimat(), "warning")
            return
        asked = far_year(str(dari + 1), self.skp.today)
        if asked is None:
            self._begin_after(dari)
        else:
            self.app.push_screen(asked, lambda sure: self._begin_after(dari) if sure else None)

    def _begin_after(self, dari: int) -> None:
        self.app.push_screen(BeginYearScreen(self, dari, self._show_year))

    def _show_year(self, tahun: str) -> None:
        """Go to the people of a year that was begun, where work on it goes on."""
        home = self.skp.home
        if home.kode is None:
            self.listed.point_at(tahun)
            return
        home.look_at(int(tahun), home.kode)
        self.dismiss()

    def action_change_regulation(self) -> None:
        """Look at what another regulation would make of the year of the cursor."""
        tahunan = self._year() if self.shown == "tahun" else None
        if tahunan is None:
            self.tell("Peraturan dipilih untuk sebuah tahun: Tab ke daftar Tahun dahulu.")
            return
        if tahunan.terikat:
            self.tell(tahunan.terikat, "warning")
            return
        from skp_tui.ui.screens.office.regulation import (  # noqa: PLC0415 - rarely asked for
            RegulationScreen,
        )

        self.app.push_screen(RegulationScreen(tahunan.periode.tahun))

    # Removing

    def action_remove_record(self) -> None:
        """Ask before a unit or an exception is removed."""
        key = self.listed.cursor_row
        if self.kantor is None or key is None:
            return
        if self.shown == "tahun":
            self.tell("Tahun tidak dihapus; Ctrl+Z membatalkan tahun yang baru dibuat.")
            return
        name = self._name_of(key)
        question = AskScreen(f"Hapus {self.shown}?", f"{name}. Ctrl+Z mengembalikan.", "Hapus")
        self.app.push_screen(question, lambda sure: self._remove(key, name) if sure else None)

    def _name_of(self, key: str) -> str:
        row = next(row for row in self.listed.rows if row.key == key)
        return row.cells[0].strip() if self.shown == "unit" else row.cells[1]

    def _remove(self, key: str, name: str) -> None:
        shown = self.shown

        def remove(writer: "Writer") -> str:
            if shown == "unit":
                remove_unit(writer, key)
            else:
                tahun, nip = key.split("|")
                remove_exception(writer, int(tahun), nip, name)
            return f"{name} dihapus dari {NAMES[shown].lower()}. Ctrl+Z mengembalikan."

        self.change(remove)
