"""Pindah tugas: the parts of a person's year, each with its own post, appraiser and activities."""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on

from skp_tui.domain.appraisal import Bagian
from skp_tui.services.office.moving import Tugas, posts
from skp_tui.services.office.part_removal import Sebelumnya, part_before, remove_last_part
from skp_tui.ui.actions.registry import Room, bindings_of
from skp_tui.ui.screens.frame.ask import AskScreen, Choice, ChooseScreen
from skp_tui.ui.screens.lists.of_person import OfPerson
from skp_tui.ui.screens.people.parts_form import MoveScreen, PartScreen
from skp_tui.ui.screens.people.parts_rows import (
    MANY,
    ONE,
    columns_for,
    content_words,
    rows_of,
    value_words,
)
from skp_tui.ui.widgets.grid import messages as grid_messages
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.lines import line

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

PINDAHKAN, HAPUS = "p", "h"
"""What becomes of the entries of a part that is removed."""
KEMBALI, BIARKAN = "k", "b"
"""What becomes of the person's record then."""


class PartsScreen(OfPerson[Tugas]):
    """List the parts of one person's year; forms begin the next one and change one."""

    room = Room.BAGIAN
    BINDINGS = bindings_of(Room.BAGIAN)
    NAME = "Pindah tugas"

    def read_one(self, connection: sqlite3.Connection) -> Tugas:
        """Read the parts."""
        return posts(connection, self.tahun, self.nip)

    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a width."""
        return columns_for(width, self.found)

    def rows(self, found: Tugas, width: int) -> list[Row]:
        """Return a line for each part."""
        del width
        return rows_of(found)

    def about(self, found: Tugas) -> Sequence[str]:
        """Say how the value of the year comes about, and what the keys do."""
        return value_words(found), ONE if len(found.bagian) == 1 else MANY

    def at_cursor(self, tugas: Tugas) -> Bagian | None:
        """Return the part of the cursor's row."""
        row = self.listed.cursor_row
        return next((part for part in tugas.bagian if str(part.nomor) == row), None)

    # Forms

    def action_new_part(self) -> None:
        """End the last part and begin the next one."""
        tugas = self.open_to_change()
        if tugas is not None:
            self.app.push_screen(MoveScreen(tugas, self.listed.point_at))

    @on(grid_messages.RowChosen)
    def action_open_record(self) -> None:
        """Change the part of the cursor."""
        tugas = self.open_to_change()
        part = None if tugas is None else self.at_cursor(tugas)
        if tugas is not None and part is not None:
            self.app.push_screen(PartScreen(tugas, part))

    # Removing

    def action_remove_record(self) -> None:
        """Ask what becomes of the last part's entries and of the person's record, then remove."""
        tugas = self.open_to_change()
        part = None if tugas is None else self.at_cursor(tugas)
        if tugas is None or part is None:
            return
        last = tugas.bagian[-1]
        if len(tugas.bagian) == 1:
            self.tell("Ini satu-satunya bagian; yang dihapus hanya bagian hasil pindah tugas.")
        elif part != last:
            self.tell(f"Hanya bagian terakhir (bagian {last.nomor}) yang dapat dihapus.")
        else:
            self._ask(tugas, part, part_before(tugas))

    def _ask(self, tugas: Tugas, part: Bagian, before: Sebelumnya) -> None:
        title, words = f"Hapus bagian {part.nomor}?", content_words(part)
        go_on = partial(self._ask_record, tugas, part, before)
        if words:
            moved = f"P  Pindahkan isinya ke bagian {before.bagian.nomor}"
            if part.nilai_luar is not None:
                moved += "; nilai dari luarnya dihapus"
            choices = (
                Choice(PINDAHKAN, line(moved), PINDAHKAN),
                Choice(HAPUS, line("H  Hapus semuanya"), HAPUS),
            )
            chooser = ChooseScreen(f"{title} Isinya {words}.", choices, topic="hapus")
            self.app.push_screen(chooser, go_on)
        elif before.dapat_kembali:
            go_on(HAPUS)
        else:
            text = f"{_stays(before)} Ctrl+Z mengembalikan."
            question = AskScreen(title, text, "Hapus")
            self.app.push_screen(question, lambda sure: go_on(HAPUS) if sure else None)

    def _ask_record(
        self, tugas: Tugas, part: Bagian, before: Sebelumnya, entries: str | None
    ) -> None:
        """Ask whether the person goes back too, where his record says what the removed part says.

        With a later year his record is about that one, so it stays unless one chooses otherwise.
        """
        if entries is None:
            return
        if not before.dapat_kembali:
            self._remove(part, before, entries, BIARKAN)
            return
        choices = (
            Choice(KEMBALI, _below("K  Kembalikan ke tugas lama", before.dulu), KEMBALI),
            Choice(BIARKAN, _below("B  Biarkan di tugas baru", before.kini), BIARKAN),
        )
        title = f"Hapus bagian {part.nomor}? Data pegawainya:"
        self.app.push_screen(
            ChooseScreen(title, choices, BIARKAN if tugas.lanjut else KEMBALI, topic="kembali"),
            partial(self._remove, part, before, entries),
        )

    def _remove(self, part: Bagian, before: Sebelumnya, entries: str, record: str | None) -> None:
        if record is None:
            return
        tahun, nip, nomor = self.tahun, self.nip, part.nomor
        keep, kembali = entries == PINDAHKAN, record == KEMBALI
        done = f"Bagian {nomor} dihapus{'; isinya dipindahkan' if keep else ''}."
        if kembali:
            done += " Data Pegawai kembali ke tugas lama."
        elif before.kini:
            done += f" Data Pegawai tetap {before.kini[0]}; ubah di daftar Pegawai."

        def remove(writer: "Writer") -> str:
            remove_last_part(writer, tahun, nip, nomor, keep_content=keep, kembali=kembali)
            return f"{done} Ctrl+Z mengembalikan."

        self.change(remove)


def _stays(before: Sebelumnya) -> str:
    """Say what counts after the removal."""
    nomor = before.bagian.nomor
    words = f"Bagian {nomor} menjadi yang terakhir"
    words += " dan berlaku sampai akhir tahun." if before.terbuka else "; tanggalnya tetap."
    return f"{words} Data Pegawai tetap {'; '.join(before.kini)}." if before.kini else words


def _below(words: str, differences: Iterable[str]) -> Text:
    """Return a choice with what it means below it, a line for each difference."""
    return Text("\n   ", end="").join(line(text) for text in (words, *differences))
