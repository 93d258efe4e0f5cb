"""Which part of a grid is seen, and where a cell, its field and a sentence under it lie there."""

from rich.cells import cell_len
from textual.geometry import Region, Size

from skp_tui.record import record
from skp_tui.ui.widgets.grid.layout import Layout
from skp_tui.ui.widgets.grid.notice import Notice, Sentence, place
from skp_tui.ui.widgets.grid.table import Cell


@record
class Window:
    """See the lines of a grid from a scroll position on: titles first, which stay, then rows.

    ``height`` counts all lines, ``header`` those of the titles; ``x`` and ``y`` are what is
    scrolled away, in cells and rows.
    """

    layout: Layout
    header: int
    x: int
    y: int
    height: int

    @property
    def rows(self) -> int:
        """Count the rows that there is room for, one at least."""
        return max(1, self.height - self.header)

    def region(self, cell: Cell) -> Region:
        """Return where a cell lies; an empty region for one that is hidden sideways."""
        y = self.header + cell[0] - self.y
        for piece in self.layout.pieces(self.x):
            if piece.slot.index == cell[1]:
                return Region(piece.x, y, piece.end - piece.x, 1)
        return Region(0, y, 0, 0)

    def row_at(self, y: int) -> int:
        """Return the row on a line, counted past the last one too; below 0 in the titles."""
        return y - self.header + self.y if y >= self.header else -1

    def column_at(self, x: int) -> int | None:
        """Return the column under a point of a line, None beside all columns."""
        pieces = self.layout.pieces(self.x)
        return next((piece.slot.index for piece in pieces if x < piece.end), None)

    def follow(self, cell: Cell, below: int) -> int:
        """Return the first row to show so that a cell is in view, and the lines below it too."""
        row = cell[0]
        if row < self.y:
            return row
        return max(self.y, row + (below if self.rows > 1 else 0) - self.rows + 1)

    def shows(self, region: Region) -> bool:
        """Say whether the line of a cell is neither scrolled away nor behind the titles."""
        return self.header <= region.y < self.height

    def field(self, cell: Region, text: str) -> Region:
        """Return where the field over a cell lies; a long text widens it to the right."""
        room = max(1, self.layout.width)
        needed = cell_len(text) + 2
        width = min(max(cell.width, min(needed, room - cell.x)), room)
        x = max(0, min(cell.x, room - width))
        start, end = self.layout.cover(self.x, x, x + width)
        # the blank before the text stays uncovered, as beside the cursor
        start = min(start + 1, end - 1)
        return Region(start, cell.y, end - start, 1)

    def notice(self, sentence: Sentence, cell: Region, ellipsis: str) -> Notice | None:
        """Place a sentence beside a cell, hiding no other one by half; None where no room is."""
        notice = place(sentence, cell, Size(self.layout.width, self.height), ellipsis)
        if notice is None:
            return None
        return notice.widened(*self.layout.cover(self.x, notice.x, notice.end))
