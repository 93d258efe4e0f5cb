"""Whether a text is one that somebody is looking for: the same rule in every list."""

from collections.abc import Iterable


def searchable(*texts: str | None) -> str:
    """Return the texts of a row as one that can be searched in without regard to capitals."""
    return "\n".join(text for text in texts if text).casefold()


def words_of(typed: str) -> tuple[str, ...]:
    """Return the words that were typed; blanks only part them, so a NIP may be typed in groups."""
    return tuple(typed.casefold().split())


def fits(words: Iterable[str], text: str) -> bool:
    """Say whether a searchable text holds every word, in whatever order they were typed."""
    return all(word in text for word in words)


def begins(words: Iterable[str], text: str) -> bool:
    """Say whether every word begins a word of a searchable text; who types a name means that."""
    parts = text.split()
    return all(any(part.startswith(word) for part in parts) for word in words)
