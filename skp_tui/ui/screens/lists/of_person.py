"""What the lists about one person and year share: reading, the headline, and refusing when signed.

He may not be of that year, or not any more after an undo; then the screen says so and closes.
"""

import sqlite3
from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic, Protocol, TypeVar

from rich.text import Text
from textual.app import ComposeResult

from skp_tui.domain.dates import shown_date
from skp_tui.errors import InputError
from skp_tui.services.base.views import Orang
from skp_tui.ui.screens.frame.changing import Changing
from skp_tui.ui.screens.lists.around_list import sentences
from skp_tui.ui.screens.lists.table import PeopleGrid
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.lines import Lines, line, titled
from skp_tui.ui.workers import calling

EMPTY = "Membaca…"
WIDTH = 80
ABOUT_LINES = 3
"""Lines that one sentence below the list may take."""


class AboutOne(Protocol):
    """Whatever is read about one person."""

    @property
    def orang(self) -> Orang:
        """Return the person with his appraisal."""


T = TypeVar("T", bound=AboutOne)


class OfPerson(Changing, Generic[T]):
    """List something of one person and year, with words below; keys act on the cursor's row."""

    READS_ANEW = True

    NAME: ClassVar[str]

    def __init__(self, tahun: int, nip: str) -> None:
        super().__init__()
        self.tahun, self.nip = tahun, nip
        self.found: T | None = None
        self.hold("read")

    # What a subclass says

    @abstractmethod
    def read_one(self, connection: sqlite3.Connection) -> T:
        """Read, in a thread; raises InputError when the person is not of that year."""

    @abstractmethod
    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a width."""

    @abstractmethod
    def rows(self, found: T, width: int) -> list[Row]:
        """Return the lines for a width."""

    @abstractmethod
    def about(self, found: T) -> Sequence[str]:
        """Return the lines below the list."""

    # The frame

    def content(self) -> ComposeResult:
        """Yield the list and the words below it."""
        yield PeopleGrid(self.columns(WIDTH), cursor="row", empty=EMPTY, id="of-person")
        yield Lines(self._about, id="of-person-about")

    @property
    def listed(self) -> PeopleGrid:
        """Return the list."""
        return self.query_one("#of-person", PeopleGrid)

    def on_mount(self) -> None:
        """Begin on the list."""
        self.focus_on(self.listed)

    def on_resize(self) -> None:
        """Choose the columns for another width."""
        self._fill()

    def title_text(self) -> Text:
        """Name the person."""
        name = "" if self.found is None else self.found.orang.nama
        return titled(self.NAME, name, str(self.tahun))

    def state_text(self) -> str:
        """Say whether the appraisal is signed."""
        locked = self.found is not None and self.found.orang.penilaian.terkunci
        return "terkunci" if locked else ""

    def undoes_of(self) -> str:
        """Return his NIP."""
        return self.nip

    # The list

    def reload(self) -> None:
        """Read anew."""
        self.hold("read")

        def read(connection: sqlite3.Connection) -> T | InputError:
            try:
                return self.read_one(connection)
            except InputError as error:
                return error

        self.skp.read(self, read, calling(self._show), group="seorang")

    def _show(self, found: T | InputError) -> None:
        """Show it; leave where the person is not of this year."""
        if isinstance(found, InputError):
            self.skp.tell(found.kalimat())
            self.let_go("read")
            if self.is_current:
                self.dismiss()
            return
        self.found = found
        self._fill()
        self.let_go("read")

    def _fill(self) -> None:
        if self.found is None:
            return
        width = self.size.width
        self.listed.show(self.columns(width), self.rows(self.found, width))
        self.query_one("#of-person-about", Lines).refresh(layout=True)
        self.update_headline()

    def _about(self, width: int) -> Text:
        words = () if self.found is None else self.about(self.found)
        lines = sentences(self, words, width, ABOUT_LINES)
        return Text("\n", end="", no_wrap=True).join(map(line, lines))

    def open_to_change(self) -> T | None:
        """Return what was read when it may be changed; otherwise say why not."""
        if self.found is None:
            return None
        since = self.found.orang.penilaian.dikunci
        if since is not None:
            self.tell(f"Sudah dikunci {shown_date(since)}; buka kembali dahulu.", "warning")
            return None
        return self.found
