"""Where typing goes in a list that nothing is written into: to the entry that begins so."""

from collections.abc import Iterator, Sequence


class TypeAhead:
    """Remembers what was typed so far, as long as some entry fits it and nobody moved on."""

    def __init__(self) -> None:
        self._typed = ""
        self._at: int | None = None

    def place(self, sign: str, texts: Sequence[str], at: int | None) -> int | None:
        """Return which text a typed sign leads to, None where none fits; ``at`` is where one is.

        What was typed so far and the sign lead to the first text with it. A sign alone leads to the
        next one below ``at``, so that the same letter walks through all that begin with it.
        """
        # whoever moves on by an arrow begins a word of his own next
        before = self._typed if at == self._at else ""
        below = 0 if at is None else at + 1
        for typed, start in ((before + sign, 0 if before else below), (sign, below)):
            found = next(_fitting(typed, texts, start), None)
            if found is not None:
                self._typed, self._at = typed, found
                return found
        return None


def _fitting(typed: str, texts: Sequence[str], start: int) -> Iterator[int]:
    """Yield the texts that begin so, then those with another word that does, ``start`` first."""
    order = (*range(start, len(texts)), *range(start))
    words, folded = typed.casefold(), [text.strip().casefold() for text in texts]
    yield from (index for index in order if folded[index].startswith(words))
    yield from (index for index in order if f" {words}" in folded[index])
