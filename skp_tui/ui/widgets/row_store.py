"""The lines of a long list, kept with what can be searched in them."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from skp_tui.domain.search import fits, words_of
from skp_tui.ui.widgets.grid.model import Row

T = TypeVar("T")


class RowStore(Generic[T]):
    """Keep lines and texts, so that a key writes only those anew that look different now.

    Five thousand lines take a quarter of a second to write, which nobody waits for at every key.
    """

    def __init__(
        self,
        key_of: Callable[[T], str],
        text_of: Callable[[T], str],
        make: Callable[..., Row],
    ) -> None:
        self._key_of, self._text_of, self._make = key_of, text_of, make
        self._rows: dict[str, tuple[T, tuple[Hashable, ...], Row]] = {}
        self._texts: dict[str, tuple[T, str]] = {}

    def row(self, item: T, *look: Hashable) -> Row:
        """Return the line of an item; ``look`` is all else that the line depends on."""
        key = self._key_of(item)
        known = self._rows.get(key)
        if known is not None and known[0] is item and known[1] == look:
            return known[2]
        row = self._make(item, *look)
        self._rows[key] = (item, look, row)
        return row

    def matching(self, items: Iterable[T], typed: str) -> tuple[T, ...]:
        """Return the items whose text holds every typed word."""
        words = words_of(typed)
        if not words:
            return tuple(items)
        return tuple(item for item in items if fits(words, self._text(item)))

    def _text(self, item: T) -> str:
        key = self._key_of(item)
        known = self._texts.get(key)
        if known is not None and known[0] is item:
            return known[1]
        text = self._text_of(item)
        self._texts[key] = (item, text)
        return text


class NumberedRows(Generic[T]):
    """The lines of a list in which all keep their numbers, whatever a filter leaves of it."""

    def __init__(
        self,
        items: Sequence[T],
        key_of: Callable[[T], str],
        text_of: Callable[[T], str],
        make: Callable[..., Row],
    ) -> None:
        self.items, self._key_of = items, key_of
        self._numbers = {key_of(item): place for place, item in enumerate(items, 1)}
        self._lines = RowStore(key_of, text_of, make)

    def matching(self, typed: str) -> tuple[T, ...]:
        """Return the items whose text holds every typed word."""
        return self._lines.matching(self.items, typed)

    def numbered(self, item: T, *look: Hashable) -> Row:
        """Return the line of an item; ``look`` is all else that it depends on."""
        return self._lines.row(item, self._numbers[self._key_of(item)], *look)
