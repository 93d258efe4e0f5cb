"""What one unit of work has changed so far, kept small: an import adds 200,000 records at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring

from skp_tui.storage.trail import Change, Values, as_json, to_json

Line = tuple[str, int, str | None, str | None]
"""Table, key, and the fields before and after, as the trail writes them."""


@dataclass(frozen=True, slots=True)
class Added:
    """Records that were added together: their keys, and a row each under the same columns.

    The columns are in alphabetical order, as the trail writes them; None is an empty field.
    """

    tabel: str
    kunci: Sequence[int]
    kolom: tuple[str, ...]
    rows: Sequence[tuple[object, ...]]

    def changes(self) -> Iterator[Change]:
        """Return one change for each record."""
        for kunci, row in zip(self.kunci, self.rows, strict=True):
            pairs = zip(self.kolom, row, strict=True)
            yield Change(
                self.tabel, kunci, None, {n: text for n, text in pairs if text is not None}
            )

    def lines(self) -> Iterator[Line]:
        """Return one line of the trail for each record, without a dict for any of them."""
        heads = [f"{as_json(name)}:" for name in self.kolom]
        for kunci, row in zip(self.kunci, self.rows, strict=True):
            fields = ",".join(
                [
                    head + (encode_basestring(value) if type(value) is str else as_json(value))
                    for head, value in zip(heads, row, strict=True)
                    if value is not None
                ]
            )
            yield self.tabel, kunci, None, f"{{{fields}}}"


Noted = Added | Change


def changes_of(noted: Iterable[Noted]) -> list[Change]:
    """Return everything that was noted, one change for each record."""
    return [
        change
        for one in _one_for_each(noted)
        for change in (one.changes() if isinstance(one, Added) else (one,))
    ]


def lines_of(noted: Iterable[Noted]) -> Iterator[Line]:
    """Yield the lines of the trail, one for each record."""
    for one in _one_for_each(noted):
        if isinstance(one, Added):
            yield from one.lines()
        else:
            yield one.tabel, one.kunci, _json(one.lama), _json(one.baru)


def _json(values: Values | None) -> str | None:
    return None if values is None else to_json(values)


def _one_for_each(noted: Iterable[Noted]) -> Iterable[Noted]:
    """Return what was noted with one change for each record, in the order in which they began.

    What was added together stays together, unless the same step touched one of it again.
    """
    found: dict[tuple[str, int], Noted] = {}
    for number, one in enumerate(_apart(list(noted))):
        if isinstance(one, Added):
            found["", number] = one
            continue
        place = one.tabel, one.kunci
        before = found.get(place)
        together = before.then(one) if isinstance(before, Change) else one
        if together is None:
            del found[place]
        else:
            found[place] = together
    return found.values()


def _apart(noted: Sequence[Noted]) -> Iterator[Noted]:
    """Take apart what was added together and then touched again."""
    touched: dict[str, set[int]] = {}
    for one in noted:
        if isinstance(one, Change):
            touched.setdefault(one.tabel, set()).add(one.kunci)
    for one in noted:
        if isinstance(one, Added) and not touched.get(one.tabel, set()).isdisjoint(one.kunci):
            yield from one.changes()
        else:
            yield one
