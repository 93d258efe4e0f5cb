"""Riwayat kiriman: all packages of a unit and year, and the values of one of them."""

import sqlite3

from rich.text import Text
from textual import on
from textual.app import ComposeResult

from skp_tui.domain.office import Unit
from skp_tui.services.sending.sent import IsiPaket, package
from skp_tui.storage.changes.sent import Paket, sent_packages
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.frame.frame import Frame
from skp_tui.ui.screens.lists.table import PeopleGrid
from skp_tui.ui.screens.sending.sent_package import SentPackageScreen
from skp_tui.ui.screens.sending.sent_rows import PACKAGES, counts_of, package_foot, package_row
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.lines import Lines, titled
from skp_tui.ui.workers import calling

NONE = (
    "Belum pernah dikirim ke BKD; berkas Data, Excel dan SIASN tidak dicatat di sini. Esc kembali, "
    "lalu F6 mengirim."
)


class SentListScreen(Frame):
    """List what was sent of a unit and year, the newest first."""

    READS_ANEW = True
    room = Room.KIRIMAN
    BINDINGS = bindings_of(Room.KIRIMAN)

    def __init__(self, unit: Unit, tahun: int) -> None:
        super().__init__()
        self.unit, self.tahun = unit, tahun
        self._packages: dict[str, Paket] = {}
        self.hold("read")

    def content(self) -> ComposeResult:
        """Yield the list and the cursor's package whole."""
        yield PeopleGrid(PACKAGES, cursor="row", empty="Membaca…", id="packages")
        yield Lines(self._foot, id="packages-foot")

    @property
    def listed(self) -> PeopleGrid:
        """Return the list."""
        return self.query_one("#packages", PeopleGrid)

    def on_mount(self) -> None:
        """Let the arrows choose."""
        self.focus_on(self.listed)

    def title_text(self) -> Text:
        """Name unit and year."""
        return titled("Riwayat kiriman", self.unit.nama, str(self.tahun))

    def reload(self) -> None:
        """Read the packages anew."""
        self.hold("read")
        kode, tahun = self.unit.kode, self.tahun

        def read(connection: sqlite3.Connection) -> tuple[Paket, ...]:
            return sent_packages(connection, kode, tahun)

        self.skp.read(self, read, calling(self._show_packages), group="riwayat")

    def _show_packages(self, packages: tuple[Paket, ...]) -> None:
        """Show them."""
        self._packages = {str(satu.nomor): satu for satu in packages}
        self.listed.say_when_empty(NONE)
        self.listed.show(PACKAGES, [package_row(satu) for satu in packages])
        self.query_one("#packages-foot", Lines).refresh(layout=True)
        self.let_go("read")

    def _foot(self, width: int) -> Text:
        return package_foot(self._packages.get(self.listed.cursor_row or ""), width)

    @on(grid_messages.CursorMoved)
    def follow_cursor(self) -> None:
        """Tell the cursor's package whole."""
        self.query_one("#packages-foot", Lines).refresh()

    @on(grid_messages.RowChosen)
    def action_open_sent(self) -> None:
        """Read the values of the cursor's package."""
        paket = self._packages.get(self.listed.cursor_row or "")
        if paket is None:
            return
        if paket.hitungan is None:
            self.tell(counts_of(paket))
            return
        kode, tahun, nomor = self.unit.kode, self.tahun, paket.nomor
        self.hold("open")
        self.skp.read(
            self,
            lambda connection: package(connection, kode, tahun, nomor),
            calling(self._show_package),
            group="isi",
        )

    def _show_package(self, isi: IsiPaket) -> None:
        """Show them on a screen of their own."""
        self.app.push_screen(SentPackageScreen(isi))
        self.let_go("open")
