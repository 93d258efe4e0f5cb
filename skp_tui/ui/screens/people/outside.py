"""Nilai dari luar: what takes the place of a computed value, and whether the person is due."""

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on

from skp_tui.services.base.editing import remove_exception
from skp_tui.services.office.outside import AKADEMIK, AKHIR, DariLuar, outside, remove_value
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.frame.ask import AskScreen
from skp_tui.ui.screens.lists.of_person import OfPerson
from skp_tui.ui.screens.office.forms import ExceptionScreen
from skp_tui.ui.screens.people.final_form import FinalForm
from skp_tui.ui.screens.people.outside_form import OutsideForm
from skp_tui.ui.screens.people.outside_rows import PENGECUALIAN, columns_for, rows_of, state_words
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.grid.grid import Column, Row

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

DUE_FIRST = "Ia punya nilai akademik, jadi wajib dinilai; hapus dahulu nilai akademiknya."


class OutsideScreen(OfPerson[DariLuar]):
    """List the values that can come from elsewhere, and the exception, of one person and year."""

    room = Room.LUAR
    BINDINGS = bindings_of(Room.LUAR)
    NAME = "Nilai dari luar"

    def read_one(self, connection: sqlite3.Connection) -> DariLuar:
        """Read the values."""
        return outside(connection, self.tahun, self.nip)

    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a width."""
        return columns_for(width)

    def rows(self, found: DariLuar, width: int) -> list[Row]:
        """Return a line for each value, and one for the exception."""
        return rows_of(found, width)

    def about(self, found: DariLuar) -> Sequence[str]:
        """Say what counts now."""
        return (state_words(found),)

    # Forms

    @on(grid_messages.RowChosen)
    def action_open_record(self) -> None:
        """Fill in or change what the cursor stands on."""
        key, luar = self.listed.cursor_row, self.open_to_change()
        if luar is None or key is None:
            return
        if key == PENGECUALIAN:
            self._open_exception(luar)
            return
        satu = luar.of(key)
        if satu is None:
            return
        if satu.tempat.jenis == AKADEMIK and luar.menghalangi:
            self.tell(luar.menghalangi, "warning")
        elif satu.tempat.jenis == AKHIR:
            self.app.push_screen(FinalForm(luar.orang, ()))
        else:
            self.app.push_screen(OutsideForm(luar.orang, satu))

    def _open_exception(self, luar: DariLuar) -> None:
        if luar.orang.penilaian.akademik is not None:
            self.tell(DUE_FIRST, "warning")
            return
        stored = luar.orang.penilaian.pengecualian is not None
        key = f"{self.tahun}|{self.nip}" if stored else None
        self.app.push_screen(ExceptionScreen(luar.kantor, key, self.tahun, self.nip))

    # Removing

    def action_remove_record(self) -> None:
        """Ask before a value or the exception is removed."""
        key, luar = self.listed.cursor_row, self.open_to_change()
        if luar is None or key is None:
            return
        words, there = self._named(luar, key)
        if not there:
            self.tell("Baris ini belum diisi.")
            return
        question = AskScreen(f"Hapus {words}?", "Ctrl+Z mengembalikan.", "Hapus")
        self.app.push_screen(
            question, lambda sure: self._remove(luar, key, words) if sure else None
        )

    def _named(self, luar: DariLuar, key: str) -> tuple[str, bool]:
        if key == PENGECUALIAN:
            return "pengecualian", luar.orang.penilaian.pengecualian is not None
        satu = luar.of(key)
        return ("", False) if satu is None else (satu.tempat.sebutan, satu.nilai is not None)

    def _remove(self, luar: DariLuar, key: str, words: str) -> None:
        satu, nama, tahun, nip = luar.of(key), luar.orang.nama, self.tahun, self.nip

        def remove(writer: "Writer") -> str:
            if satu is None:
                remove_exception(writer, tahun, nip, nama)
            else:
                remove_value(writer, tahun, nip, satu.tempat)
            return f"{words.capitalize()} dihapus. Ctrl+Z mengembalikan."

        self.change(remove)
