"""Goes through an entry screen: from person to person, part to part, grid to grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skp_tui.ui.screens.entry.screen import EntryScreen
    from skp_tui.ui.widgets.grid.messages import PastEnd

ONE_PART = (
    "Pegawai ini tidak pindah dalam tahun ini; hanya ada satu bagian. "
    "Bila ia pindah: Esc ke daftar, lalu D."
)


class Walking:
    """Go on once all that was typed is stored."""

    def __init__(self, screen: EntryScreen) -> None:
        self._screen, self._desk, self._reading = screen, screen.desk, screen.reading

    def step(self, step: int) -> None:
        """Go to the next person, or to the one before."""
        screen, order = self._screen, self._desk.order
        place = order.index(self._desk.nip) + step
        if 0 <= place < len(order):
            screen.leave(lambda: self._reading.when_fresh(order[place], self._show_person))
        else:
            screen.skp.drop_keys()
            screen.tell("Ini pegawai terakhir." if step > 0 else "Ini pegawai pertama.")

    def _show_person(self, nip: str) -> None:
        self._desk.show_person(nip)
        self._screen.fill()
        for sheet in self._screen.sheets:
            sheet.to_edge(first=True)
        self._screen.go_to_next()
        # back in the list, the next key is meant for who was looked at last
        self._screen.skp.home.people.move_to(nip)

    def next_part(self) -> None:
        """Go to the next part of a moved person's year."""
        numbers = [part.nomor for part in self._desk.parts]
        if len(numbers) == 1:
            self._screen.tell(ONE_PART)
            return
        following = numbers[(numbers.index(self._desk.bagian.nomor) + 1) % len(numbers)]
        self._screen.leave(lambda: self._show_part(following))

    def _show_part(self, nomor: int) -> None:
        """Show another part, from its first cell on."""
        self._desk.show_part(nomor)
        self._screen.fill()
        self._screen.sheets[0].to_edge(first=True)

    def past_end(self, message: PastEnd) -> None:
        """Go to the grid below the last row, or above the first one."""
        places = list(self._screen.sheets)
        if message.grid in places:
            index = places.index(message.grid) + (1 if message.direction == "down" else -1)
            if 0 <= index < len(places):
                self._screen.focus_on(places[index])
