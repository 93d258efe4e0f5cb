"""What a screen holds in which many people are judged: what is entered, who has it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from skp_tui.domain.dates import shown_date
from skp_tui.domain.parts import with_row
from skp_tui.services.base.recording import Tempat
from skp_tui.services.base.views import valued
from skp_tui.services.entry import judging
from skp_tui.ui.screens.cells.desk import Desk
from skp_tui.ui.screens.judging.model import WIDE
from skp_tui.ui.screens.lists.table import numbered
from skp_tui.ui.widgets.lines import cut, line
from skp_tui.ui.widgets.row_store import RowStore

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from skp_tui.services.base.views import Orang, UnitView
    from skp_tui.services.entry.entry import Isi
    from skp_tui.ui.screens.judging.model import Judging
    from skp_tui.ui.widgets.grid.grid import Column, Row
    from skp_tui.ui.widgets.grid.messages import BlockKind

FEW_SIGNS = 12
"""Signs that are left of a name below the grid, where it stands in full, before words go."""


class JudgeDesk(Desk):
    """Hold what is judged of everybody who is listed, one row each by NIP.

    ``changed`` hears of every person who is counted otherwise by now.
    """

    def __init__(
        self,
        view: UnitView,
        listed: Sequence[Orang],
        judged: Judging,
        changed: Callable[[Orang], None],
    ) -> None:
        super().__init__(view)
        self.judged, self._changed = judged, changed
        self.take_view(view)
        self._rows = _row_store(judged)
        self.order = tuple(satu.nip for satu in listed)
        self.take_people(judging.those_due(listed))

    def take_view(self, view: UnitView) -> None:
        """Take the unit as it is now, with everybody's number in its list."""
        self.view, self._numbers = view, numbered(view.orang)

    def take_people(self, people: Sequence[Orang]) -> None:
        """Take everybody in as he is."""
        self.people = {satu.nip: satu for satu in people}
        self.entered = {satu.nip: self.judged.isi(satu) for satu in people}
        self._done = {satu.nip for satu in people if self.judged.is_done(satu)}

    def judge(self, judged: Judging) -> None:
        """Judge something else of the same people from now on."""
        self.judged, self._rows = judged, _row_store(judged)
        self.take_people(tuple(self.people.values()))

    # What is entered

    def tempat_of(self, key: str) -> Tempat:
        """Return whose year it is; what is judged is of no part."""
        return Tempat(self.view.tahun, key)

    def name_of(self, key: str) -> str:
        """Return the name of whom a row belongs to."""
        return self.people[key].nama

    def locked_reason(self, row_key: str, column_key: str) -> str:
        """Say why a cell cannot be changed."""
        return self.judged.closed(self.people[row_key], column_key)

    def minds_closed(self, key: str, kind: BlockKind) -> bool:
        """Leave what somebody's post has not out of a block over people of all kinds."""
        del kind
        return self.people[key].penilaian.terkunci

    def told_of(self, key: str, before: Isi, new: Isi, kolom: str) -> str:
        """Return what is said of a changed cell, by name: the cursor stands elsewhere by then."""
        return self.judged.told(before, new, kolom, self.name_of(key))

    def is_asked(self, row_key: str, column_key: str) -> bool:
        """Say whether Enter and Tab stop at a cell."""
        orang = self.people.get(row_key)
        return orang is not None and self.judged.is_asked(orang, column_key)

    def put_row(self, key: str, isi: Isi) -> None:
        """Take what is judged in, and compute that person anew."""
        penilaian = with_row(self.people[key].penilaian, 1, isi)
        orang = valued(penilaian, self.view.periode)
        self.people[key], self.entered[key] = orang, isi
        if self.judged.is_done(orang):
            self._done.add(key)
        else:
            self._done.discard(key)
        self._changed(orang)

    # What is shown

    def columns(self, width: int) -> tuple[Column, ...]:
        """Return the columns for a width."""
        return self.judged.columns(width, tuple(self.people.values()), len(self.view.orang))

    def lines(self, width: int) -> list[Row]:
        """Return the lines of everybody; only what changed is written anew."""
        return [self.line(orang, width) for orang in self.people.values()]

    def line(self, orang: Orang, width: int) -> Row:
        """Return the line of one person; where there is room it says more."""
        return self._rows.row(orang, self._numbers.get(orang.nip, 0), width >= WIDE)

    def state(self) -> str:
        """Say how many have all that everybody needs."""
        return f"{len(self._done)} dari {len(self.people)} lengkap"

    def note(self, only: str, width: int) -> Text:
        """Say who of the list is here, else how one goes on."""
        parts = [f"Hanya: {only}"] if only else []
        if any(satu.penilaian.terkunci for satu in self.people.values()):
            parts.append("= terkunci, hanya dibaca")
        if left_out := len(self.order) - len(self.people):
            parts.append(f"{left_out} dikecualikan tidak ditanyakan")
        return cut(line(" · ".join(parts or [self.judged.hint])), width)

    def words(self, orang: Orang, column: str, width: int) -> Text:
        """Name a cell in full; the person's name gives way to what must be read."""
        locked = orang.penilaian.dikunci
        words = [f"terkunci sejak {shown_date(locked)}; hanya dibaca"]
        if locked is None:
            words = list(self.judged.words(orang, column))
        name = min(len(orang.nama), FEW_SIGNS)
        while len(words) > 1 and name + sum(len(part) + 3 for part in words) > width:
            words.pop()
        rest = line("".join(f" · {part}" for part in words))
        who = cut(line(orang.nama, "bold"), max(8, width - rest.cell_len))
        return cut(Text.assemble(who, rest, end="", no_wrap=True), width)


def _row_store(judged: Judging) -> RowStore[Orang]:
    """Return the lines of a grid; each depends on its number and on whether it is wide."""
    return RowStore(lambda satu: satu.nip, lambda satu: satu.nama, judged.row)
