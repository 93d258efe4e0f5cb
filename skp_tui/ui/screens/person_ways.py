"""The ways from the person of the cursor to the screens about him, of Unit and of Isi."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from skp_tui.ui.screens.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from skp_tui.services.views import Orang

NOBODY_HERE = "Tidak ada pegawai pada kursor. Esc menampilkan semua, Ctrl+N menambah."


class PersonWays(Frame):
    """Open a screen about one person, after what is being typed is stored."""

    @abstractmethod
    def cursor_person(self) -> Orang | None:
        """Return the person whom the cursor is on."""

    def open_for_person(self, make: Callable[[Orang], Screen[Any]]) -> None:
        """Open a screen about the cursor's person, as he stands once all is stored."""
        if self.cursor_person() is None:
            self.tell(NOBODY_HERE, "warning")
            return

        def go() -> None:
            orang = self.cursor_person()
            if orang is not None:
                self.app.push_screen(make(orang))

        self.leave(go)

    def action_open_parts(self) -> None:
        """Open the parts of the person's year, where a move is entered."""
        from skp_tui.ui.screens.parts import PartsScreen  # noqa: PLC0415 - not for the first frame

        self.open_for_person(lambda orang: PartsScreen(orang.penilaian.tahun, orang.nip))

    def action_open_outside(self) -> None:
        """Open the person's values from elsewhere and his exception."""
        from skp_tui.ui.screens.outside import OutsideScreen  # noqa: PLC0415 - not at first

        self.open_for_person(lambda orang: OutsideScreen(orang.penilaian.tahun, orang.nip))

    def action_open_trail(self) -> None:
        """Show what was changed of the cursor's person, or of anything where there is nobody."""
        from skp_tui.ui.screens.trail import TrailScreen  # noqa: PLC0415 - where used

        orang = self.cursor_person()
        asked = TrailScreen() if orang is None else TrailScreen(orang.nip, orang.nama)
        self.leave(lambda: self.app.push_screen(asked))

    def action_open_progress(self) -> None:
        """Show the progress of the cursor's person through the year."""
        from skp_tui.ui.screens.progress import ProgressScreen  # noqa: PLC0415 - where used

        self._open_of_year(ProgressScreen, "kegiatan")

    def action_open_notes(self) -> None:
        """Show the notes on the perilaku of the cursor's person."""
        from skp_tui.ui.screens.notes import NotesScreen  # noqa: PLC0415 - where used

        self._open_of_year(NotesScreen, "perilaku")

    def _open_of_year(self, make: Callable[[Orang], Screen[Any]], isian: str) -> None:
        """Open a screen in which something is entered, which not every year takes."""
        orang = self.cursor_person()
        if orang is None or self.takes(orang.peraturan, orang.penilaian.tahun, isian):
            self.open_for_person(make)

    def action_open_sheet(self) -> None:
        """Open the sheet of the cursor's person: agreement, lock, objection."""

        def make(orang: Orang) -> Screen[Any]:
            from skp_tui.ui.screens.sheet import SheetScreen  # noqa: PLC0415 - when asked for

            return SheetScreen(orang.penilaian.tahun, orang.nip, orang.nama)

        self._open_of_year(make, "pengecualian")
