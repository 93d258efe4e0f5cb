"""What the screen of sending shows: who is incomplete, what changed since, and which files."""

from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from skp_tui.domain.text import clean
from skp_tui.paths import here
from skp_tui.services.base.views import Orang, UnitView
from skp_tui.services.sending.attention import Patut, attention_of
from skp_tui.services.sending.profiles import PROFIL
from skp_tui.ui.screens.form.press import Press
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.screens.lists.two_lists import OneOfTwo
from skp_tui.ui.screens.sending.elsewhere import open_elsewhere
from skp_tui.ui.screens.sending.messages import NamesFound, OutlookRead
from skp_tui.ui.screens.sending.read import Findings, Outlook, free_names, outlook
from skp_tui.ui.screens.sending.words import (
    change_columns,
    change_rows,
    files_line,
    list_columns,
    patut_words,
    profile_line,
    since_words,
    warning_words,
    whole_row,
)
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.grid.grid import Row
from skp_tui.ui.widgets.grid.paint import wrap
from skp_tui.ui.widgets.lines import Lines, cut, joined, line, titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skp_tui.rules.result import Kurang

COMPLETE = "Semua yang wajib dinilai sudah lengkap. F6 mengirim."
NOBODY = "Belum ada yang wajib dinilai di unit ini. Esc kembali, lalu Ctrl+N menambah pegawai."
WARNING_LINES, ROW_LINES = 4, 3
NONE_LACKING = "Tidak ada yang belum lengkap."
GONE = "Tidak ada isian untuk baris ini."
ENTER = {"go": "press_send", "folder": "leave_place"}
"""What Enter does, by what has the keyboard; elsewhere it leads to the cursor's row."""
TYPED = {"choose_profile", "choose_place", "show_changes", "open_history"}
"""The actions whose keys are letters, which belong to the folder while it is typed."""
FILL_IN, LOOK_AT = "Lengkapi dahulu", "Periksa dahulu"


class SendDesk(Frame):
    """List what is missing or what changed since the last package, and what would be written."""

    READS_ANEW = True

    def __init__(self, view: UnitView) -> None:
        super().__init__()
        self.outlook = Outlook(view)
        self.profil = PROFIL["bkd"]
        self._names: tuple[str, ...] = ()
        self._changes = False
        """Whether the list shows what changed instead of what is missing."""
        self._first = True
        self.hold("read")

    def content(self) -> ComposeResult:
        """Yield the counts, the list, and what is about to be written."""
        yield Lines(self._counts, id="send-counts")
        yield Lines(self._since, id="send-since")
        columns = list_columns(missing=True, patut=False)
        yield OneOfTwo(columns, "*", "Membaca…", id="missing-list")
        yield Lines(self._row, id="send-row")
        yield Lines(self._profile, id="send-profile")
        with Horizontal(id="send-place"):
            yield Lines(lambda _: line("Tempat   "), id="send-place-word")
            yield Input(
                str(self.skp.typed_folder or self.skp.writing_folder),
                id="folder", select_on_focus=False, max_length=500, compact=True,
            )  # fmt: skip
        yield Lines(self._files, id="send-names")
        yield Lines(self._warning, id="send-warning")
        with Horizontal(id="send-keys"):
            yield Press(FILL_IN, id="complete")
            yield Press("Kirim", id="go")

    def help_topics(self) -> tuple[str, ...]:
        """Name the place while it is typed."""
        return ("tempat",) if isinstance(self.focused, Input) else ()

    @property
    def view(self) -> UnitView:
        """Return the unit as it was read last."""
        return self.outlook.view

    @property
    def listed(self) -> OneOfTwo:
        """Return the list of what is missing; it points only while Enter leads to its row."""
        return self.query_one("#missing-list", OneOfTwo)

    @property
    def place(self) -> str:
        """Return the place as it was typed."""
        return clean(self.query_one("#folder", Input).value)

    @property
    def around(self) -> Path:
        """Return the folder in which a place is meant that was not typed whole."""
        return self.skp.sample_place or here()

    def on_mount(self) -> None:
        """Begin on the list; what it shows is being read."""
        self.query_one("#folder", Input).cursor_blink = False
        self.query_one("#complete").display = False
        self.focus_on(self.listed)

    def title_text(self) -> Text:
        """Name unit and year."""
        return titled("Kirim", self.view.unit.nama, str(self.view.tahun))

    # Reading

    def reload(self) -> None:
        """Read what would be sent now."""
        tahun, kode = self.view.tahun, self.view.unit.kode
        profil = self.profil
        self.hold("read")
        self.skp.read(
            self,
            lambda connection: outlook(connection, tahun, kode, profil),
            OutlookRead,
            group="kirim",
        )

    def on_outlook_read(self, message: OutlookRead) -> None:
        """Show it; where there is nothing to look at, the next key sends."""
        self.outlook = message.result
        nothing = self.outlook.found == Findings()
        self._changes = bool(change_rows(self.outlook.sejak)) and (self._changes or nothing)
        if self._first and nothing and not self._changes:
            self.focus_on(self.query_one("#go"))
        self._first = False
        self._list()
        self.look_for_names()
        if self.is_current:
            # behind a window keys wait for what is read when it is closed
            self.let_go("read")

    def _list(self) -> None:
        self.listed.say_when_empty(COMPLETE if self.view.rekap.wajib_dinilai else NOBODY)
        found, sejak = self.outlook.found, self.outlook.sejak
        rows = [Row(key, (one.orang.nama, one.pesan)) for key, one in found.by_row.items()]
        if self._changes and sejak is not None:
            self.listed.show(change_columns(sejak.paket.nomor), change_rows(sejak))
        else:
            columns = list_columns(missing=bool(found.missing), patut=bool(found.patut))
            self.listed.show(columns, rows)
        first = self.query_one("#complete", Press)
        first.say(FILL_IN if found.missing else LOOK_AT)
        first.display = bool(rows) and not self._changes

    def action_show_changes(self) -> None:
        """List what changed since the last package, or again what is missing."""
        if not change_rows(self.outlook.sejak):
            self.tell(since_words(self.outlook.sejak, shown=False, lacking=False))
            return
        if self._changes and not self.outlook.found.by_row:
            self.tell(NONE_LACKING)
            return
        self._changes = not self._changes
        self._list()
        self.focus_on(self.listed)
        self._draw()

    def look_for_names(self) -> None:
        """See which names are free in the folder; it may be a stick, and slow."""
        place, around, wanted = self.place, self.around, self.outlook.wanted
        self.skp.work(self, lambda: free_names(place, around, wanted), NamesFound, group="nama")

    def on_names_found(self, message: NamesFound) -> None:
        """Show them with everything else."""
        self._names = message.names
        self._draw()

    # What the keys mean where the keyboard is

    def idle_keys(self) -> set[str]:
        """Leave out what Enter does not do here, letters while one types, and U without two lists.

        What has the keyboard is told alike by cursor, footer and Enter.
        """
        idle = {"open_missing", "press_send", "leave_place"} - {self._enter()}
        if isinstance(self.focused, Input):
            return idle | TYPED
        two = bool(change_rows(self.outlook.sejak)) and bool(self.outlook.found.by_row)
        return idle if two else {*idle, "show_changes"}

    def _enter(self) -> str:
        """Return the id of what Enter does where the keyboard is, empty where it does nothing."""
        at = "" if self.focused is None else self.focused.id or ""
        return ENTER.get(at, "open_missing" if self.listed.rows else "")

    def on_descendant_focus(self) -> None:
        """Name the keys anew; in a low window the list gives way to what has the keyboard."""
        self.set_class(self.focused is not self.listed, "-below-list")
        self.query_one("#keys", Lines).refresh()

    # Where a row leads

    @on(Press.Pressed, "#complete")
    def action_open_missing(self) -> None:
        """Open the entry screen on the very cell, or on the person who changed."""
        key = self.listed.cursor_row
        if key is None:
            return
        if self._changes:
            self._open(self.view.orang, key)
            return
        one = self.outlook.found.by_row[key]
        at = one.at
        if isinstance(one, Patut) and at is None:
            open_elsewhere(self, self.view, one)
            return
        cell = at if at is not None and (at.kolom or at.bagian) else None
        self._open(self.outlook.found.people_with(one), one.orang.nip, cell)

    def _open(self, people: "Sequence[Orang]", nip: str, at: "Kurang | None" = None) -> None:
        if self.view.of(nip) is None:
            self.tell(GONE)
            return
        from skp_tui.ui.screens.unit.ways import entry_screen  # noqa: PLC0415 - here only

        self.app.push_screen(entry_screen(self.view, people, nip, at))

    @on(grid_messages.RowChosen)
    def _chosen(self) -> None:
        self.action_open_missing()

    # What is written around the list

    def _draw(self) -> None:
        for lines in self.query(Lines):
            lines.refresh(layout=True)

    def _counts(self, width: int) -> Text:
        return cut(line(self.outlook.counted, "bold"), width)

    def _since(self, width: int) -> Text:
        sejak = self.outlook.sejak
        lacking = bool(self.outlook.found.by_row)
        words = "" if self._first else since_words(sejak, shown=self._changes, lacking=lacking)
        usang = sejak is not None and sejak.usang
        return cut(line(words, "bold" if usang else ""), width)

    def _row(self, width: int) -> Text:
        """Say whole what the cursor's row has no room for."""
        at = self.listed.cursor_row
        row = next((one for one in self.listed.rows if one.key == at), None)
        lines = wrap(whole_row(row, width), width, ROW_LINES, "…")
        return joined([line(one) for one in lines], "\n")

    @on(grid_messages.CursorMoved)
    def _follow_cursor(self) -> None:
        self.query_one("#send-row", Lines).redraw()

    def _profile(self, width: int) -> Text:
        return profile_line(self.profil, self.outlook.siasn, width)

    def _files(self, width: int) -> Text:
        return files_line(self._names, width)

    def _warning(self, width: int) -> Text:
        warning, patut = warning_words(self.profil, self.incomplete), patut_words(self.sent_as_is)
        words = " ".join((warning, patut, *self.outlook.catatan)).strip()
        lines = wrap(words, width, 1 if self.has_class("-low") else WARNING_LINES, "…")
        return joined([line(one, "bold") for one in lines], "\n")

    @property
    def sent_as_is(self) -> tuple[Patut, ...]:
        """Return what should be looked at in what the profile writes."""
        return attention_of(self.profil, self.outlook.found.patut)

    @property
    def is_read(self) -> bool:
        """Say whether it is known what is missing."""
        return not self._first

    @property
    def incomplete(self) -> int:
        """Count the people of whom something is missing."""
        return self.outlook.found.incomplete
