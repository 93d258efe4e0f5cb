"""What one unit of work has changed so far, kept small: an import adds 200,000 records at once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, repeat
from operator import itemgetter
from typing import Final, cast

from skp_tui.record import record
from skp_tui.storage.trail.trail import Change, Lines, as_json, to_json

Column = Sequence[object]
"""What records hold in one column, from the first record to the last."""

_BLOCK: Final = 1000
"""Records that are written column by column at a time."""


@record
class Added:
    """Records that were added together: their keys, and a row each under the same columns.

    None is an empty field.
    """

    tabel: str
    kunci: Sequence[int]
    kolom: tuple[str, ...]
    columns: Sequence[Column]

    def changes(self) -> Iterator[Change]:
        """Return one change for each record."""
        for kunci, *row in zip(self.kunci, *self.columns, strict=True):
            pairs = zip(self.kolom, row, strict=True)
            yield Change(
                self.tabel, kunci, None, {n: text for n, text in pairs if text is not None}
            )

    def lines(self) -> Iterator[Lines]:
        """Return the lines of the trail for the records, without a dict for any of them."""
        for some in _blocks(len(self.kunci)):
            keys, columns = self.kunci[some], [column[some] for column in self.columns]
            baru = json_of_columns(self.kolom, columns, len(keys))
            yield Lines(self.tabel, keys, None, list(baru))


@record
class Altered:
    """Records that were changed in the same columns: their keys, and what was and is in these."""

    tabel: str
    kunci: Sequence[int]
    kolom: tuple[str, ...]
    lama: Sequence[Column]
    baru: Sequence[Column]

    def changes(self) -> Iterator[Change]:
        """Return one change for each record."""
        rows = (zip(*columns, strict=True) for columns in (self.lama, self.baru))
        for kunci, *both in zip(self.kunci, *rows, strict=True):
            old, new = (dict(zip(self.kolom, row, strict=True)) for row in both)
            yield Change(self.tabel, kunci, old, new)

    def lines(self) -> Iterator[Lines]:
        """Return the lines of the trail for the records, without a dict for any of them."""
        for some in _blocks(len(self.kunci)):
            keys = self.kunci[some]
            lama, baru = (
                list(
                    json_of_columns(
                        self.kolom, [cells[some] for cells in columns], len(keys), empty=True
                    )
                )
                for columns in (self.lama, self.baru)
            )
            yield Lines(self.tabel, keys, lama, baru)


Noted = Added | Altered | Change


def changes_of(noted: Iterable[Noted]) -> list[Change]:
    """Return everything that was noted, one change for each record."""
    return [
        change
        for one in _one_for_each(noted)
        for change in ((one,) if isinstance(one, Change) else one.changes())
    ]


def lines_of(noted: Iterable[Noted]) -> Iterator[Lines]:
    """Yield the lines of the trail, one for each record, together what is written alike."""
    single: list[Change] = []
    for one in _one_for_each(noted):
        if single and (not isinstance(one, Change) or _shape(one) != _shape(single[0])):
            yield from _lines(single)
            single = []
        if isinstance(one, Change):
            single.append(one)
        else:
            yield from one.lines()
    if single:
        yield from _lines(single)


def _shape(one: Change) -> tuple[str, bool, bool]:
    return one.tabel, one.lama is None, one.baru is None


def _lines(changes: Sequence[Change]) -> Iterator[Lines]:
    """Yield the lines of changes of one table that have the same of before and after."""
    for some in _blocks(len(changes)):
        keys = [one.kunci for one in changes[some]]
        lama = [to_json(one.lama) for one in changes[some] if one.lama is not None]
        baru = [to_json(one.baru) for one in changes[some] if one.baru is not None]
        yield Lines(changes[0].tabel, keys, lama or None, baru or None)


def _blocks(count: int) -> Iterator[slice]:
    return (slice(start, start + _BLOCK) for start in range(0, count, _BLOCK))


def json_of_columns(
    kolom: Sequence[str], columns: Sequence[Column], count: int, *, empty: bool = False
) -> Iterator[str]:
    """Write records, given column by column, as ``to_json`` writes each.

    Empty fields are written where ``empty``, else left out. A column mostly holds texts that stand
    in JSON as they are, some hold whole numbers, some any value in every record, few in some only.
    """
    template, given = "", list[Column]()
    for name, cells in sorted(zip(kolom, columns, strict=True), key=itemgetter(0)):
        head = f",{as_json(name)}:"
        if _are_plain(cells):
            template += head.replace("%", "%%") + '"%s"'
            given.append(cells)
        elif set(map(type, cells)) == {int}:
            template += head.replace("%", "%%") + "%d"
            given.append(cells)
        elif empty or None not in cells:
            template += head.replace("%", "%%") + "%s"
            given.append(list(map(as_json, cells)))
        elif any(cell is not None for cell in cells):
            template += "%s"
            given.append(["" if cell is None else head + as_json(cell) for cell in cells])
    if not given:
        return repeat("{}", count)
    if template.startswith(","):
        return map(f"{{{template[1:]}}}".__mod__, zip(*given, strict=True))
    return (f"{{{fields[1:]}}}" for fields in map(template.__mod__, zip(*given, strict=True)))


def _are_plain(cells: Column) -> bool:
    """Say whether all cells are texts that JSON holds as they are."""
    try:
        whole = "".join(cast("Sequence[str]", cells))
    except TypeError:
        return False
    return whole.isprintable() and '"' not in whole and "\\" not in whole


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
    spans = sorted((min(some), max(some)) for some in keys if some)
    if all(before[1] < after[0] for before, after in pairwise(spans)):
        # as with what an import adds: no set of all its keys is needed to see it
        return twice
    for some in keys:
        twice.update(seen.intersection(some))
        seen.update(some)
    return twice
