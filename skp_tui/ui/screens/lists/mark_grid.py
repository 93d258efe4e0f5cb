"""The list in which rows are marked: people, files, whom a plan goes to."""

from skp_tui.ui.screens.lists.table import PeopleGrid

MARK = "*"


class MarkGrid(PeopleGrid):
    """A list in which a key marks a row and goes on."""

    def step_down(self) -> None:
        """Go to the next row, if there is one."""
        self._move("down")
