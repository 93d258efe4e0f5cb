"""The stored records of a kind, each read when it is asked for: there may be 200,000 of them."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

from skp_tui.domain.appraisal import KOLOM_ANGKA, PERILAKU
from skp_tui.domain.records import Larik, Persediaan, Texts, letak_of
from skp_tui.record import record
from skp_tui.storage.reading.joins import BAGIAN, PENILAIAN

Kunci = tuple[str, ...]

_PARTS = f"SELECT CAST(t.tahun AS TEXT), g.nip, CAST(b.nomor AS TEXT), b.id FROM {BAGIAN}"
_APPRAISALS = f"SELECT CAST(t.tahun AS TEXT), g.nip, p.id FROM {PENILAIAN}"


@record
class _Tempat:
    """Where the records of a kind lie: their owners with names and key, and what is within one."""

    owners: str
    owner: tuple[str, ...]
    milik: str
    dalam: tuple[str, ...]
    rest: tuple[str, ...]


_BY_PART: Final = (_PARTS, ("tahun", "nip", "bagian"), "bagian_id")
_TEMPAT: Mapping[str, _Tempat] = {
    "kegiatan": _Tempat(
        *_BY_PART, ("no",), ("uraian", "ak", "satuan", "satuan_waktu", *KOLOM_ANGKA)
    ),
    "tambahan": _Tempat(*_BY_PART, ("jenis", "no"), ("uraian", "tingkat")),
    "perilaku": _Tempat(_APPRAISALS, ("tahun", "nip"), "penilaian_id", (), PERILAKU),
}
BERTAHAP: Final = frozenset(_TEMPAT)
"""The kinds of which there are many records."""


_MUKA: Final = 16
"""Records of one owner that are read at once: most have fewer."""
_TERBANYAK: Final = 4096


class LarikTersimpan(Persediaan[Larik]):
    """The records of one of ``BERTAHAP`` by their key, as export writes them; it holds a few.

    An import of a whole office looks every record up once. The connection must stay in the
    transaction in which it is.
    """

    def __init__(self, connection: sqlite3.Connection, jenis: str) -> None:
        tempat = self._tempat = _TEMPAT[jenis]
        self._connection = connection
        self._jenis = jenis
        self._owners: dict[Kunci, int] = {
            row[:-1]: row[-1] for row in connection.execute(tempat.owners)
        }
        self._width = len(tempat.owner)
        dalam = [f"CAST({name} AS TEXT)" if name == "no" else name for name in tempat.dalam]
        self._dalam = ", ".join(dalam)
        self._letak = letak_of((*tempat.owner, *tempat.dalam, *tempat.rest))
        order = ", ".join(tempat.dalam)
        marks = ", ".join("?" * len(tempat.dalam))
        onwards = f"AND ({order}) >= ({marks}) ORDER BY {order} LIMIT {_MUKA}" if order else ""
        self._some = (
            f"SELECT {', '.join((*dalam, *tempat.rest))} FROM {jenis} "
            f"WHERE {tempat.milik} = ? {onwards}"
        )
        near = "AND no BETWEEN ? AND ?" if "no" in tempat.dalam else ""
        self._number = len(tempat.owner) + tempat.dalam.index("no") if near else None
        self._many = (
            f"SELECT {', '.join((tempat.milik, *dalam, *tempat.rest))} FROM {jenis} WHERE "
            f"{tempat.milik} IN (SELECT value FROM json_each(?)) {near} LIMIT {_TERBANYAK}"
        )
        # one cursor for all: to make one for each look takes as long as the look
        self._cursor = connection.cursor()
        self._ahead: dict[Kunci, Texts] = {}

    def __getitem__(self, kunci: Kunci) -> Larik:
        """Return the record of a key, and keep the next ones at hand: files are in order too."""
        found: Larik | None = self.get(kunci)
        if found is None:
            raise KeyError(kunci)
        return found

    def get(self, kunci: Kunci, default: Any = None) -> Any:  # noqa: ANN401 - as of any mapping
        """Return the record of a key, the default for one that there is not."""
        # most keys of a big import are not there, and to say so by an error takes longer
        texts = self._ahead.pop(kunci, None) or self._read(kunci)
        return default if texts is None else Larik(self._letak, texts)

    def of_all(self, keys: Sequence[Kunci]) -> list[Larik | None]:
        """Return the record of each key, None for one that there is not: read at once.

        What is read is only kept while it is not too much: other records of their owners may come
        with it.
        """
        owner = itemgetter(slice(self._width))
        owners = {self._owners[some]: some for some in set(map(owner, keys)) & self._owners.keys()}
        if not owners:
            return [None] * len(keys)
        self._look_ahead(keys, owners)
        return list(map(self.get, keys))

    def _look_ahead(self, keys: Sequence[Kunci], owners: Mapping[int, Kunci]) -> None:
        numbers = [int(key[self._number]) for key in keys] if self._number is not None else []
        between = (min(numbers), max(numbers)) if numbers else ()
        rows = self._cursor.execute(self._many, (json.dumps(list(owners)), *between)).fetchall()
        depth = len(self._tempat.dalam)
        self._ahead = {
            owners[row[0]] + row[1 : 1 + depth]: owners[row[0]] + row[1:] for row in rows
        }

    def _read(self, kunci: Kunci) -> Texts | None:
        owner, rest = kunci[: self._width], kunci[self._width :]
        key = self._owners.get(owner)
        if key is None:
            return None
        if len(self._ahead) > _TERBANYAK:
            self._ahead.clear()
        depth = len(rest)
        for row in self._cursor.execute(self._some, (key, *rest)).fetchall():
            self._ahead[owner + row[:depth]] = owner + row
        return self._ahead.pop(kunci, None)

    def __iter__(self) -> Iterator[Kunci]:
        """Go through the keys."""
        owners = {key: owner for owner, key in self._owners.items()}
        columns = ", ".join(filter(None, (self._tempat.milik, self._dalam)))
        for key, *dalam in self._connection.execute(f"SELECT {columns} FROM {self._jenis}"):
            yield (*owners[key], *dalam)

    def __len__(self) -> int:
        """Count the records."""
        row = self._connection.execute(f"SELECT count(*) FROM {self._jenis}").fetchone()
        return int(row[0])
