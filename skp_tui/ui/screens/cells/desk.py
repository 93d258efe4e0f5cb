"""What a screen with cells holds: its rows, whose they are, what a typed text makes of one."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence

from skp_tui.domain.rows import value_of, with_values
from skp_tui.services.base.recording import Tempat
from skp_tui.services.base.views import UnitView
from skp_tui.services.entry.entry import NAMA_KOLOM, Isi
from skp_tui.ui.screens.cells import isi_input
from skp_tui.ui.screens.cells.block_plan import RowPlan
from skp_tui.ui.screens.cells.under_way import UnderWay
from skp_tui.ui.widgets.grid.messages import BlockKind


class Desk(ABC):
    """Hold the rows of a screen by their keys in ``entered``, without any widget.

    A subclass says whose rows they are and computes what follows from them. ``under_way`` knows
    what their cells hold on the disk as long as writes of them are not answered.
    """

    def __init__(self, view: UnitView) -> None:
        self.view = view
        self.entered: dict[str, Isi] = {}
        self.under_way = UnderWay()

    # Whose rows they are

    @abstractmethod
    def tempat_of(self, key: str) -> Tempat:
        """Return whose year and which part a row belongs to."""

    @abstractmethod
    def name_of(self, key: str) -> str:
        """Return the name of whom a row belongs to."""

    def only_nip(self) -> str:
        """Return the NIP of the one person whose rows they all are, empty where there are more."""
        return ""

    def is_new_row(self, key: str) -> bool:
        """Say whether a row is shown already but not stored yet."""
        del key
        return False

    @abstractmethod
    def locked_reason(self, row_key: str, column_key: str) -> str:
        """Say why a cell of ``Row.locked`` cannot be changed."""

    # One cell

    def refusal(self, row_key: str, column_key: str, text: str) -> str | None:
        """Return why a typed text cannot be stored, or None."""
        isi = self.entered.get(row_key)
        if isi is None:
            return None
        try:
            isi_input.changed(isi, column_key, text)
        except isi_input.Refusal as refusal:
            return str(refusal)
        return None

    def edit_text(self, row_key: str, column_key: str) -> str:
        """Return what editing a cell begins with."""
        isi = self.entered.get(row_key)
        return "" if isi is None else isi_input.edit_text(isi, column_key)

    def changed_row(self, key: str, before: Isi, kolom: str, text: str) -> Isi:
        """Return a row with one cell changed; raises Refusal."""
        del key
        return isi_input.changed(before, kolom, text)

    def cause_of(self, key: str, kolom: str, before: Isi, new: Isi) -> str:
        """Return what trail and undo call the change of a cell."""
        old, now = (isi_input.edit_text(isi, kolom) for isi in (before, new))
        return isi_input.cause(new, kolom, old, now, self.name_of(key))

    @abstractmethod
    def told_of(self, key: str, before: Isi, new: Isi, kolom: str) -> str:
        """Return what is said once a changed cell is stored; of most changes nothing."""

    def asked_of(self, before: Isi | None, new: Isi) -> Sequence[str]:
        """Return what is asked about a change that can hardly be, though it is stored."""
        del before, new
        return ()

    @abstractmethod
    def put_row(self, key: str, isi: Isi) -> None:
        """Take a changed row in, and compute anew."""

    def restore(self, key: str, now: Isi, stored: Isi, kolom: Collection[str]) -> Isi | None:
        """Give some columns back what is stored; None where more than that row is another now."""
        back = with_values(now, {name: value_of(stored, name) for name in kolom})
        self.put_row(key, back)
        return back

    # A block

    def where(self, row: RowPlan, column: str) -> str:
        """Name one cell of a preview."""
        return f"{self.name_of(row.key)} · {NAMA_KOLOM.get(column, column)}"

    def whose(self, rows: Sequence[RowPlan]) -> str:
        """Name all rows of a block, for the trail."""
        names = {self.name_of(row.key) for row in rows}
        return names.pop() if len(names) == 1 else f"{len(names)} pegawai"

    def minds_closed(self, key: str, kind: BlockKind) -> bool:
        """Say whether a text that meets a closed cell of a row refuses a block of some kind."""
        del key, kind
        return True

    def row_below(
        self, taken: Iterable[Isi], name: str, texts: Mapping[str, str]
    ) -> tuple[str, Isi] | None:
        """Return key and row that a pasted line past the last one begins, None where none can be.

        ``taken`` are all rows, with those begun so already; ``name`` is the grid.
        """
        del taken, name, texts
        return None

    def now_of(self, row: RowPlan) -> Isi | None:
        """Return a row as the screen counts with it now, None where it is gone."""
        return self.entered.get(row.key)

    def put_rows(self, rows: Iterable[tuple[RowPlan, Isi]]) -> None:
        """Take many rows in, and compute anew."""
        for row, isi in rows:
            self.put_row(row.key, isi)

    def take_rows(self, rows: Iterable[RowPlan]) -> None:
        """Take new rows out again, because they could not be stored; here there are none."""
        del rows
