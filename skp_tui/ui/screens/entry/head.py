"""What an entry screen says of who is shown: how far he is, which part, what must be known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from skp_tui.ui.screens.entry import isi_words
from skp_tui.ui.screens.unit.head import state_of
from skp_tui.ui.widgets.lines import cut, line

if TYPE_CHECKING:
    from skp_tui.ui.screens.entry.screen import EntryScreen

KEPT: Final = 24
"""Signs of a name that stay in a narrow window; a longer one is cut there."""


class EntryHead:
    """Say it in the lines of the screen, with what was agreed on."""

    def __init__(self, screen: EntryScreen) -> None:
        self._desk, self._agreed = screen.desk, screen.agreed

    def title(self) -> Text:
        """Name the person, with rank and post."""
        return isi_words.who(self._desk.orang.penilaian, self._desk.bagian)

    def title_kept(self) -> int:
        """Keep the name, as far as most names go."""
        return min(KEPT, len(self._desk.orang.nama))

    def state(self) -> str:
        """Say which of how many, and how far the appraisal is."""
        desk = self._desk
        place = f"{desk.order.index(desk.nip) + 1} dari {len(desk.order)}"
        hasil = desk.orang.hasil
        state = state_of(hasil.status, len(hasil.kurang), locked=desk.locked)
        return f"{place} · {self._agreed.state(desk.orang, state)}"

    def part(self, width: int) -> Text:
        """Name the part of a moved person."""
        desk = self._desk
        if len(desk.parts) == 1:
            return Text("", end="")
        return cut(
            isi_words.which_part(desk.orang.penilaian, desk.bagian, desk.parts, desk.view.units),
            width,
        )

    def notes(self, width: int) -> Text:
        """Say what must be known beside the numbers."""
        orang = self._desk.orang
        found = isi_words.notes(orang.penilaian, self._desk.bagian, orang.hasil)
        found = [*self._agreed.notes(orang), *found]
        return Text("\n", end="").join(cut(line(note), width) for note in found)
