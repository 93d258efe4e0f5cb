"""What an entry screen consists of under one regulation: its grids, and the rows in each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from skp_tui.domain.appraisal import Bagian, Penilaian
from skp_tui.services.base.views import Orang
from skp_tui.services.entry.entry import Isi
from skp_tui.ui.widgets.grid.grid import Column, Row
from skp_tui.ui.widgets.grid.messages import BlockKind


class Sections(Protocol):
    """Say which rows of an appraisal stand in which grid, and how each of them is shown.

    Without any widget, so that the screen of a regulation is the shared one with other sections.
    """

    @property
    def names(self) -> Sequence[str]:
        """Return the names of the grids from top to bottom."""

    def columns(self, name: str, bagian: Bagian) -> tuple[Column, ...]:
        """Return the columns of a grid for a part."""

    def rows(self, penilaian: Penilaian, bagian: Bagian, draft: Isi | None) -> Iterable[Isi]:
        """Yield all rows in the order of the screen, with one that is begun but not stored."""

    def grid_of(self, isi: Isi) -> str:
        """Return the name of the grid in which a row stands."""

    def key_of(self, nip: str, nomor: int, isi: Isi) -> str:
        """Return the key of a row, different for every person, so that no mark is mixed up."""

    def line(
        self, key: str, isi: Isi, orang: Orang, bagian: Bagian, columns: tuple[Column, ...]
    ) -> Row:
        """Return the line of a row; a dash where nothing was entered or computed yet."""

    def numbers(self, bagian: Bagian, isi: Isi) -> Sequence[int]:
        """Return the numbers that a new row of this kind must not have."""

    def begun_below(self, rows: Iterable[Isi], name: str, texts: Mapping[str, str]) -> Isi | None:
        """Return the row that a pasted line past the last one begins, None where there is none."""

    # What cells mean

    def fills_along(self, isi: Isi) -> bool:
        """Say whether Enter goes on in a row that is stored already, instead of down."""

    def locked_reason(self, isi: Isi | None, kolom: str) -> str:
        """Say why a cell of an open appraisal is closed."""

    def told(self, before: Isi, new: Isi, kolom: str) -> str:
        """Return what is said once a changed cell is stored; of most changes nothing."""

    def minds_closed(self, kind: BlockKind) -> bool:
        """Say whether a text that meets a closed cell refuses a block of some kind."""
