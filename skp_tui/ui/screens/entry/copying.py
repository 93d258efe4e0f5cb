"""Rows that come into an entry screen from last year or from somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skp_tui.services.base.views import Orang
    from skp_tui.ui.screens.copying.from_one import SourceScreen
    from skp_tui.ui.screens.entry.screen import EntryScreen


class Copying:
    """List where rows can come from; once they are there, go to what is typed next."""

    def __init__(self, screen: EntryScreen) -> None:
        self._screen, self._desk = screen, screen.desk
        self._copied = False

    def sources(self, orang: Orang) -> SourceScreen:
        """Return the screen that lists where the rows of the part can come from."""
        from skp_tui.services.entry.target_rows import KEGIATAN, jenis_rencana  # noqa: PLC0415 - here only
        from skp_tui.ui.screens.copying.from_one import SourceScreen  # noqa: PLC0415 - here only

        desk = self._desk
        jenis = jenis_rencana(desk.view.peraturan) or KEGIATAN
        return SourceScreen(
            self._screen, self._after, desk.tempat, orang.nama, desk.bagian.jabatan, jenis
        )

    def give_up(self) -> None:
        """Go nowhere after all: the reading that would show the rows did not succeed."""
        self._copied = False

    def _after(self) -> None:
        self._copied = True
        self._screen.hold("read")

    def shown(self, orang: Orang) -> None:
        """Go on, if the person who is shown anew is the one for whom rows were copied."""
        if self._copied and orang.nip == self._desk.nip:
            self._copied = False
            self._screen.call_after_refresh(self._go)

    def _go(self) -> None:
        self._screen.go_to_next()
        self._screen.let_go("read")
