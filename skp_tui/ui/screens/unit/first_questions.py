"""The questions that begin an empty database, and what comes next once they are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skp_tui.ui.screens.impor.ways import open_import
from skp_tui.ui.screens.unit.ways import add_person

if TYPE_CHECKING:
    from skp_tui.ui.screens.unit.screen import UnitScreen


class FirstQuestions:
    """Ask on the start screen where there is no unit yet, or not any more."""

    def __init__(self, screen: UnitScreen) -> None:
        self._screen = screen
        self._wait = False

    def ask(self) -> None:
        """Ask, as soon as the start screen is seen."""
        self._wait = not self._screen.is_current
        if self._wait:
            return
        from skp_tui.ui.screens.unit.start import StartScreen  # noqa: PLC0415 - in an empty database

        self._screen.app.push_screen(StartScreen())

    def seen_again(self) -> None:
        """Ask when the last unit went away while another screen was shown."""
        if self._wait:
            self.ask()

    def answered(self, tahun: int, kode: str, then: str = "") -> None:
        """Show the new unit, and go on as was asked for, or ask what comes next."""
        from skp_tui.ui.screens.frame.ask import ChooseScreen  # noqa: PLC0415 - in an empty database
        from skp_tui.ui.screens.unit.start import NEXT  # noqa: PLC0415 - in an empty database

        self._screen.tahun, self._screen.kode = tahun, kode
        self._screen.reload()
        if then:
            self._go_on(then)
            return
        # the year once more: who mistyped it sees it here
        stored = f"Unit {kode} dan tahun {tahun} tersimpan. Lalu?"
        chooser = ChooseScreen(stored, NEXT, topic="lalu")
        self._screen.app.push_screen(chooser, self._go_on)

    def _go_on(self, chosen: str | None) -> None:
        if chosen == "ketik":
            add_person(self._screen)
        elif chosen == "impor":
            open_import(self._screen)
        elif chosen == "contoh":
            self._screen.skp.see_sample()
        elif chosen == "latihan":
            self._screen.skp.practise()
