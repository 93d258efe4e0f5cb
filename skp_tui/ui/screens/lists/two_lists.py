"""One of two lists on a screen: without colour too one sees which of them has the keyboard."""

from collections.abc import Sequence

from skp_tui.ui.screens.lists.table import PeopleGrid
from skp_tui.ui.widgets.grid.grid import Column, Signs


class OneOfTwo(PeopleGrid):
    """A list whose cursor points only while keys move it; ``away`` marks the row that was left."""

    def __init__(
        self,
        columns: Sequence[Column],
        away: str,
        empty: str,
        *,
        id: str,  # noqa: A002 - Textual's own name for it
    ) -> None:
        self._away = Signs(cursor=away)
        super().__init__(columns, cursor="row", signs=self._away, empty=empty, id=id)

    def on_focus(self) -> None:
        """Point with the cursor."""
        self._take_signs(Signs())

    def on_blur(self) -> None:
        """Only mark the row."""
        self._take_signs(self._away)

    def to_last(self) -> None:
        """Put the cursor on the last row, which is the newest."""
        if self.rows:
            self.move_to(self.rows[-1].key)
