"""What the cells of the entry screen hold on the disk, as long as writes of them are under way."""

from skp_tui.services.entry.entry import Isi


class UnderWay:
    """Count the unanswered writes of every cell, and keep the row that is stored meanwhile.

    Only the last of several writes of a cell may bring its old value back, and that value is the
    one stored last, not the one that stood on the screen before.
    """

    def __init__(self) -> None:
        self._cells: dict[str, tuple[Isi, int]] = {}

    def begin(self, place: str, before: Isi) -> None:
        """Count one more write of a cell."""
        stored, number = self._cells.get(place, (before, 0))
        self._cells[place] = (stored, number + 1)

    def stored(self, place: str, new: Isi) -> None:
        """Answer one write: the cell holds on the disk what this row says."""
        if self._answered(place) is None:
            self._cells[place] = (new, self._cells[place][1])

    def failed(self, place: str) -> Isi | None:
        """Answer one write: return the row that is stored, or None while a later one goes on."""
        return self._answered(place)

    def waits(self, row_key: str) -> bool:
        """Say whether any cell of a row has a write that nobody has answered yet."""
        return any(place.startswith(f"{row_key}|") for place in self._cells)

    def _answered(self, place: str) -> Isi | None:
        stored, number = self._cells.pop(place)
        if number > 1:
            self._cells[place] = (stored, number - 1)
            return None
        return stored
