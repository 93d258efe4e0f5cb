"""What one unit of work has changed so far, kept small: an import adds 200,000 records at once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from json.encoder import encode_basestring
from typing import Final

from skp_tui.record import record
from skp_tui.storage.trail import Change, Values, as_json, to_json

Line = tuple[str, int, str | None, str | None]
"""Table, key, and the fields before and after, as the trail writes them."""

_BLOCK: Final = 1000
"""Records that are written column by column at a time."""


@record
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
        for start in range(0, len(self.rows), _BLOCK):
            texts = json_of_rows(self.kolom, self.rows[start : start + _BLOCK])
            keys = self.kunci[start : start + _BLOCK]
            yield from zip(repeat(self.tabel), keys, repeat(None), texts)


@record
class Altered:
    """Records that were changed in the same columns: their keys, and what was and is in these."""

    tabel: str
    kunci: Sequence[int]
    kolom: tuple[str, ...]
    lama: Sequence[tuple[object, ...]]
    baru: Sequence[tuple[object, ...]]

    def changes(self) -> Iterator[Change]:
        """Return one change for each record."""
        for kunci, lama, baru in zip(self.kunci, self.lama, self.baru, strict=True):
            old, new = (dict(zip(self.kolom, row, strict=True)) for row in (lama, baru))
            yield Change(self.tabel, kunci, old, new)

    def lines(self) -> Iterator[Line]:
        """Return one line of the trail for each record, without a dict for any of them."""
        for start in range(0, len(self.kunci), _BLOCK):
            some = slice(start, start + _BLOCK)
            lama, baru = (
                json_of_rows(self.kolom, rows[some], empty=True) for rows in (self.lama, self.baru)
            )
            yield from zip(repeat(self.tabel), self.kunci[some], lama, baru)


Noted = Added | Altered | Change


def changes_of(noted: Iterable[Noted]) -> list[Change]:
    """Return everything that was noted, one change for each record."""
    return [
        change
        for one in _one_for_each(noted)
        for change in ((one,) if isinstance(one, Change) else one.changes())
    ]


def lines_of(noted: Iterable[Noted]) -> Iterator[Line]:
    """Yield the lines of the trail, one for each record."""
    for one in _one_for_each(noted):
        if isinstance(one, Change):
            yield one.tabel, one.kunci, _json(one.lama), _json(one.baru)
        else:
            yield from one.lines()


def json_of_rows(
    kolom: Sequence[str], rows: Sequence[tuple[object, ...]], *, empty: bool = False
) -> Iterator[str]:
    """Write rows under the same columns as ``to_json`` writes each, with or without what is empty.

    Column by column, since nearly all columns hold a text in every row, or in none.
    """
    template, given = "", []
    columns = dict(zip(kolom, zip(*rows, strict=True), strict=True))
    for name in sorted(columns):
        cells = columns[name]
        head, kinds = f",{as_json(name)}:", set(map(type, cells))
        if type(None) in kinds and not empty:
            if len(kinds) == 1:
                continue
            template += "%s"
            given.append(["" if cell is None else head + as_json(cell) for cell in cells])
        else:
            template += head.replace("%", "%%") + "%s"
            given.append(list(map(encode_basestring if kinds == {str} else as_json, cells)))
    if not given:
        return repeat("{}", len(rows))
    if template.startswith(","):
        return map(f"{{{template[1:]}}}".__mod__, zip(*given, strict=True))
    return (f"{{{fields[1:]}}}" for fields in map(template.__mod__, zip(*given, strict=True)))


def _json(values: Values | None) -> str | None:
    return None if values is None else to_json(values)


def _one_for_each(noted: Iterable[Noted]) -> Iterable[Noted]:
    """Return what was noted with one change for each record, in the order in which they began.

    What was added together stays together, unless the same step touched one of it again.
    """
    found: dict[tuple[str, int], Noted] = {}
    for number, one in enumerate(_apart(list(noted))):
        if not isinstance(one, Change):
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
    """Take apart what was added or changed together and touched by something else as well."""
    by_table: dict[str, list[Sequence[int]]] = {}
    for one in noted:
        keys = (one.kunci,) if isinstance(one, Change) else one.kunci
        by_table.setdefault(one.tabel, []).append(keys)
    twice = {tabel: _twice(keys) for tabel, keys in by_table.items()}
    for one in noted:
        if isinstance(one, Change) or twice[one.tabel].isdisjoint(one.kunci):
            yield one
        else:
            yield from one.changes()


def _twice(keys: Sequence[Sequence[int]]) -> set[int]:
    seen: set[int] = set()
    twice: set[int] = set()
    for some in keys if len(keys) > 1 else ():
        twice.update(seen.intersection(some))
        seen.update(some)
    return twice
