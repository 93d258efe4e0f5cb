"""A list in which rows are marked: what there is, what a filter leaves of it, what is marked."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


class MarkedList(Generic[T]):
    """Keep items with their marks, by key; a mark stays on what a filter hides."""

    def __init__(self, key_of: Callable[[T], str]) -> None:
        self._key_of = key_of
        self.items: tuple[T, ...] = ()
        self.shown: tuple[T, ...] = ()
        self.marked: set[str] = set()

    def take(self, items: Iterable[T]) -> None:
        """Take what was read; marks of what is not there any more are forgotten."""
        self.items = tuple(items)
        self.marked &= self._keys(self.items)

    def is_marked(self, item: T) -> bool:
        """Say whether an item is marked."""
        return self._key_of(item) in self.marked

    @property
    def chosen(self) -> tuple[T, ...]:
        """Return what is marked, shown or not, in the order of the list."""
        return tuple(item for item in self.items if self.is_marked(item))

    @property
    def hidden(self) -> int:
        """Return how many are marked that the filter hides."""
        return len(self.marked - self._keys(self.shown))

    def turn(self, item: T) -> None:
        """Mark an item, or take its mark away."""
        self.marked ^= {self._key_of(item)}

    def turn_shown(self, but: Callable[[T], object] | None = None) -> None:
        """Mark all that are shown, or none of them when they all are; ``but`` leaves some out."""
        keys = self._keys(item for item in self.shown if but is None or not but(item))
        self.marked = self.marked - keys if keys <= self.marked else self.marked | keys

    def at(self, key: str | None) -> T | None:
        """Return the item of a row that is shown."""
        return next((item for item in self.shown if self._key_of(item) == key), None)

    def _keys(self, items: Iterable[T]) -> set[str]:
        return {self._key_of(item) for item in items}
