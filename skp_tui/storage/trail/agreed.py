"""Tells from the trail what an appraisal was: the targets agreed on, and when it was signed.

Nothing of it is stored twice: the trail has every change of every row.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from decimal import Decimal

from skp_tui.domain.appraisal import KOLOM_ANGKA, Kegiatan
from skp_tui.domain.kinerja import HasilKerja, Indikator, JenisHasil
from skp_tui.domain.revision import (
    KOLOM_TARGET,
    Butir,
    Sasaran,
    TempatSasaran,
    Versi,
    target_only,
)
from skp_tui.domain.ukuran import stored_ukuran
from skp_tui.record import record
from skp_tui.storage.trail import trail
from skp_tui.storage.trail.trail import Change, Step, Values

Row = dict[str, object]

_BELOW: Mapping[str, tuple[str, str]] = {
    "bagian": ("penilaian_id", "penilaian"),
    "kegiatan": ("bagian_id", "bagian"),
    "hasil_kerja": ("bagian_id", "bagian"),
    "indikator": ("hasil_kerja_id", "hasil_kerja"),
}
"""The tables that are replayed, each with the column that leads to what it belongs to."""


@record
class Pembukaan:
    """A locked appraisal was opened again: when (ISO), and in which words."""

    waktu: str
    sebab: str


@record
class Riwayat:
    """What the trail tells of an appraisal, each list oldest first.

    ``diubah`` is when (ISO) the target of a row, by place, changed last.
    """

    versi: tuple[Versi, ...] = ()
    diubah: Mapping[TempatSasaran, str] = field(default_factory=dict)
    tanda_tangan: tuple[date, ...] = ()
    pembukaan: tuple[Pembukaan, ...] = ()


def read_history(connection: sqlite3.Connection, tahun: int, nip: str) -> Riwayat:
    """Return what the trail tells of one appraisal; nothing for one that has no row yet."""
    row = connection.execute(
        "SELECT p.id FROM penilaian p JOIN periode t ON t.id = p.periode_id "
        "JOIN pegawai g ON g.id = p.pegawai_id WHERE t.tahun = ? AND g.nip = ?",
        (tahun, nip),
    ).fetchone()
    if row is None:
        return Riwayat()
    replay = _Replay()
    for step in _steps_of(connection, row[0]):
        replay.take(step)
    return replay.told()


def _steps_of(connection: sqlite3.Connection, penilaian: int) -> Iterator[Step]:
    """Return the steps that touched an appraisal, its parts and targets, with these changes."""
    keys: dict[str, list[int]] = {"penilaian": [penilaian]}
    for tabel, (column, owner) in _BELOW.items():
        keys[tabel] = _born(connection, tabel, column, keys[owner])
    return trail.steps_about(connection, keys)


def _born(
    connection: sqlite3.Connection, tabel: str, column: str, owners: Sequence[int]
) -> list[int]:
    """Return the keys of all rows that ever belonged to some others: stored ones, and removed ones.

    The trail is asked for removals only, which an index lists: reading all it tells of a table took
    most of a second in the database of a city.
    """
    marks = ", ".join("?" * len(owners))
    found = connection.execute(
        f"SELECT id FROM {tabel} WHERE {column} IN ({marks}) UNION "
        "SELECT kunci FROM jejak WHERE baru IS NULL AND tabel = ? "
        f"AND json_extract(lama, '$.{column}') IN ({marks})",
        (*owners, tabel, *owners),
    )
    return [row[0] for row in found]


@record
class _State:
    """What counts as agreed and as signed after a step."""

    versi: tuple[Versi, ...] = ()
    tanda_tangan: tuple[date, ...] = ()
    pembukaan: tuple[Pembukaan, ...] = ()


class _Replay:
    """The appraisal as it was after each step, as far as agreement and signature go."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[int, Row]] = {tabel: {} for tabel in KOLOM_TARGET}
        # parts and results that are gone keep their numbers, for the rows that were in them
        self._owners: dict[str, dict[int, Row]] = {"bagian": {}, "hasil_kerja": {}}
        self._changed: dict[TempatSasaran, str] = {}
        self._state = _State()
        self._around: dict[int, tuple[_State, _State]] = {}
        self._turns: Counter[int] = Counter()

    def take(self, step: Step) -> None:
        """Carry out a step; one that takes another back leads to the versions before that one.

        Without that, calling an agreement off and taking this back would look like a new one. The
        second step that names another repeats it, the third takes it back again, and so on.
        """
        for tabel in _BELOW:
            for change in step.changes:
                if change.tabel == tabel:
                    self._take(change, step.waktu)
        if step.membalik is not None and step.membalik in self._around:
            self._turns[step.membalik] += 1
            self._turn(step, step.membalik)
            return
        before = self._state
        self._sign_all(step)
        self._around[step.langkah] = (before, self._state)

    def _turn(self, step: Step, membalik: int) -> None:
        """Follow a step that takes another back or repeats it.

        A lock that is taken back was a signature all the same, and is opened for a reason: both
        stay, whatever is taken back after it.
        """
        before, after = self._around[membalik]
        if before.tanda_tangan != after.tanda_tangan:
            self._sign_all(step)
            return
        opened = after.pembukaan[len(before.pembukaan) :]
        kept = tuple(satu for satu in self._state.pembukaan if satu not in opened)
        repeated = self._turns[membalik] % 2 == 0
        self._state = replace(
            self._state,
            versi=(after if repeated else before).versi,
            pembukaan=(*kept, *opened) if repeated else kept,
        )

    def _sign_all(self, step: Step) -> None:
        for change in step.changes:
            if change.tabel == "penilaian":
                self._sign(change.baru or {}, step)

    def _take(self, change: Change, waktu: str) -> None:
        if change.tabel in self._owners:
            self._owners[change.tabel].setdefault(change.kunci, {}).update(change.baru or {})
        if change.tabel not in self._rows:
            return
        touches = _touches_target(change)
        if touches:
            self._note_changed(change, waktu)
        _apply(self._rows[change.tabel], change)
        if touches:
            self._note_changed(change, waktu)

    def _note_changed(self, change: Change, waktu: str) -> None:
        row = self._rows[change.tabel].get(change.kunci)
        if row is not None:
            self._changed[self._place(change.tabel, row)] = waktu

    def _sign(self, baru: Values, step: Step) -> None:
        if "disepakati" in baru:
            self._agree(baru["disepakati"])
        state = self._state
        if baru.get("dikunci"):
            signed = date.fromisoformat(str(baru["dikunci"]))
            self._state = replace(state, tanda_tangan=(*state.tanda_tangan, signed))
        elif "dikunci" in baru:
            opened = Pembukaan(step.waktu, step.sebab)
            self._state = replace(state, pembukaan=(*state.pembukaan, opened))

    def _agree(self, tanggal: object) -> None:
        """Take note of an agreement on a day, or that the last one was called off (None)."""
        versi = self._state.versi
        *earlier, last = versi or (None,)
        if tanggal is None:
            kept = [] if last is None else [*earlier, replace(last, batal=True)]
        else:
            day, now = date.fromisoformat(str(tanggal)), self._targets()
            if last is not None and not last.batal and last.sasaran == now:
                # nothing else was agreed on: the day is put right
                kept = [*earlier, replace(last, tanggal=day)]
            else:
                kept = [*versi, Versi(len(versi) + 1, day, now)]
        self._state = replace(self._state, versi=tuple(filter(None, kept)))

    def _targets(self) -> Sasaran:
        return {
            self._place(tabel, row): _TARGETS[tabel](row)
            for tabel, rows in self._rows.items()
            for row in rows.values()
        }

    def _place(self, tabel: str, row: Row) -> TempatSasaran:
        no = _number(row["no"])
        if tabel == "kegiatan":
            return self._part(row), no
        if tabel == "hasil_kerja":
            return self._part(row), no, 0
        hasil = self._owners["hasil_kerja"][_number(row["hasil_kerja_id"])]
        return self._part(hasil), _number(hasil["no"]), no

    def _part(self, row: Row) -> int:
        bagian = self._owners["bagian"].get(_number(row["bagian_id"]), {})
        return _number(bagian.get("nomor", 0))

    def told(self) -> Riwayat:
        """Return what was told up to the last step."""
        state = self._state
        return Riwayat(state.versi, self._changed, state.tanda_tangan, state.pembukaan)


def _touches_target(change: Change) -> bool:
    owner, _ = _BELOW[change.tabel]
    target = {owner, "no", *KOLOM_TARGET[change.tabel]}
    return bool(target & (change.baru or change.lama or {}).keys())


def _apply(rows: dict[int, Row], change: Change) -> None:
    if change.baru is None:
        rows.pop(change.kunci, None)
    else:
        rows.setdefault(change.kunci, {}).update(change.baru)


def _activity(row: Row) -> Kegiatan:
    """Return an activity of the trail as the reader of a year returns it, without outcomes."""
    ak, *amounts = (
        None if row.get(name) is None else Decimal(str(row[name])) for name in ("ak", *KOLOM_ANGKA)
    )
    return target_only(
        Kegiatan(
            _number(row["no"]),
            str(row["uraian"]),
            str(row.get("satuan") or ""),
            str(row.get("satuan_waktu") or "bulan"),
            ak,
            *amounts,
        )
    )


def _result(row: Row) -> HasilKerja:
    return HasilKerja(
        _number(row["no"]),
        str(row["uraian"]),
        JenisHasil(str(row["jenis"])),
        str(row.get("rencana_pimpinan") or ""),
    )


def _indicator(row: Row) -> Indikator:
    target = row.get("target")
    return Indikator(
        _number(row["no"]),
        str(row["uraian"]),
        str(row["aspek"]),
        None if target is None else stored_ukuran(str(target)),
        str(row.get("satuan") or ""),
    )


_TARGETS: Mapping[str, Callable[[Row], Butir]] = {
    "kegiatan": _activity,
    "hasil_kerja": _result,
    "indikator": _indicator,
}


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("a number of the trail is an integer")
    return value
