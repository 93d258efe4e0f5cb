"""Writes the records of a year: parts, activities, extras, perilaku, values, exceptions."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, TypeVar, cast

from skp_tui.domain.appraisal import KOLOM_ANGKA, PERILAKU
from skp_tui.domain.office import SNAPSHOT
from skp_tui.domain.records import Isian, Pemetik, Texts
from skp_tui.errors import InputError
from skp_tui.storage.changes.keys import Keys
from skp_tui.storage.transactions.edit import Edit

if TYPE_CHECKING:
    from skp_tui.storage.trail.trail import Values
    from skp_tui.storage.transactions.touched import Column
    from skp_tui.storage.transactions.work import Work

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "bagian": ("mulai", "selesai", *SNAPSHOT),
    "kegiatan": ("no", "uraian", "satuan", "satuan_waktu", "ak", *KOLOM_ANGKA),
    "tambahan": ("jenis", "no", "uraian", "tingkat"),
    "perilaku": PERILAKU,
    "nilai_luar": ("jenis", "nilai", "sumber", "ide_baru"),
    "evaluasi": ("periode", "hasil_kerja", "perilaku_kerja"),
    "hasil_kerja": ("no", "jenis", "uraian", "rencana_pimpinan"),
    "indikator": (
        "no", "aspek", "uraian", "target", "satuan", "realisasi", "bukti", "umpan_balik",
    ),
    "ekspektasi": ("perilaku", "ekspektasi", "umpan_balik"),
    "lampiran": ("jenis", "no", "uraian"),
    "pengecualian": ("alasan", "tanggal", "keterangan"),
}  # fmt: skip

# what a record belongs to: columns of its table that hold keys of others, or a number
_PLACE: Mapping[str, tuple[str, ...]] = {
    "bagian": ("penilaian_id", "nomor"),
    "kegiatan": ("bagian_id",),
    "tambahan": ("bagian_id",),
    "perilaku": ("penilaian_id",),
    "nilai_luar": ("penilaian_id", "bagian"),
    "evaluasi": ("penilaian_id",),
    "hasil_kerja": ("bagian_id",),
    "indikator": ("hasil_kerja_id",),
    "ekspektasi": ("penilaian_id",),
    "lampiran": ("penilaian_id",),
    "pengecualian": ("pegawai_id", "periode_id"),
}
# what tells it apart from the others of that place
_WITHIN: Mapping[str, tuple[str, ...]] = {
    "kegiatan": ("no",), "tambahan": ("jenis", "no"), "nilai_luar": ("jenis",),
    "evaluasi": ("periode",), "hasil_kerja": ("no",), "indikator": ("no",),
    "ekspektasi": ("perilaku",), "lampiran": ("jenis", "no"),
}  # fmt: skip
_IN_PART = frozenset({"kegiatan", "tambahan", "hasil_kerja"})
_CHUNK = 500
_HIGHEST = 2**63 - 1
"""The highest number that SQLite stores."""
_BATCH = 5000
"""So many records are written at a time: what finds them takes more memory than they do."""

_OWNER = ("tahun", "nip", "bagian", "jenis", "no_hasil")
Owner = Texts
"""Year, NIP, part, sort and result of a record: the same few for many records."""
Place = tuple[int, ...]
_Identity = tuple[Place, tuple[object, ...]]
Filling = Callable[[Sequence[Isian]], "list[Column]"]
_Some = TypeVar("_Some", Isian, Edit)


def write_of_year(
    work: "Work", keys: Keys, jenis: str, baru: Sequence[Isian], ubah: Sequence[Edit]
) -> None:
    """Add and change records of one kind, with whatever row they imply."""
    fields, place = _filling(keys, jenis, (*_OWNER, *_COLUMNS[jenis])), _placing(keys, jenis)
    kolom = (*_PLACE[jenis], *map(_stored_name, _COLUMNS[jenis]))
    for some in _batches(baru):
        columns = fields(some)
        owners = list(zip(*columns[: len(_OWNER)], strict=True))
        _imply(keys, jenis, set(owners))
        places = zip(*map(place, owners), strict=True)
        work.insert_all(jenis, kolom, [*places, *columns[len(_OWNER) :]])
    for edits in _batches(ubah):
        _change(work, keys, jenis, edits)


def _batches(records: Sequence[_Some]) -> Iterator[Sequence[_Some]]:
    return (records[start : start + _BATCH] for start in range(0, len(records), _BATCH))


def _change(work: "Work", keys: Keys, jenis: str, ubah: Sequence[Edit]) -> None:
    found = find(work, keys, jenis, [edit.rekaman for edit in ubah])
    if None in found:
        raise InputError("Yang akan diubah sudah tidak ada.", "Buka lagi, lalu ulangi.")
    alike: dict[frozenset[str], list[int]] = {}
    for number, edit in enumerate(ubah):
        alike.setdefault(edit.kolom, []).append(number)
    values: dict[int, Values] = {}
    for kolom, numbers in alike.items():
        names = [name for name in _COLUMNS[jenis] if name in kolom]
        columns = _filling(keys, jenis, names)([ubah[number].rekaman for number in numbers])
        rows = zip(*columns, strict=True) if names else repeat((), len(numbers))
        stored = list(map(_stored_name, names))
        values.update(
            (n, dict(zip(stored, row, strict=True))) for n, row in zip(numbers, rows, strict=True)
        )
    work.update(jenis, {key: values[n] for n, key in enumerate(found) if key is not None})


def _imply(keys: Keys, jenis: str, owners: Iterable[Owner]) -> None:
    years = [(*_year(owner), owner) for owner in owners]
    if jenis == "pengecualian":
        keys.ensure_periods(tahun for tahun, _, _ in years)
        return
    if jenis == "indikator":
        return  # what it belongs to is there, or it is refused
    keys.ensure_penilaian((tahun, nip) for tahun, nip, _ in years)
    implies: Mapping[str, Callable[[Owner], bool]] = {
        "kegiatan": lambda owner: _part(owner) == 1,
        "tambahan": lambda owner: _part(owner) == 1,
        "hasil_kerja": lambda owner: _part(owner) == 1,
        "perilaku": lambda _: True,
        "nilai_luar": lambda owner: owner[3] == "skp" and _part(owner) == 1,
    }
    if jenis in implies:
        firsts = (found for found in years if implies[jenis](found[2]))
        keys.ensure_first_part((tahun, nip) for tahun, nip, _ in firsts)


def _filling(keys: Keys, jenis: str, names: Sequence[str]) -> Filling:
    """Return what reads columns of records as they are stored: texts, a number, a key of a unit."""
    texts = Pemetik(names)

    def stored(name: str, column: Texts) -> "Column":
        if name == "no":
            return [int(no or 0) for no in column]
        if name == "unit" and jenis == "bagian":
            return [keys.unit[kode] if kode else None for kode in column]
        return column

    return lambda some: list(map(stored, names, texts.columns_of(some)))


def _stored_name(name: str) -> str:
    return "unit_id" if name == "unit" else name


def _placing(keys: Keys, jenis: str) -> Callable[[Owner], Place]:
    """Return what finds where a record belongs; raises InputError where there is no such place."""

    @cache
    def place(owner: Owner) -> Place:
        tahun, nip = _year(owner)
        if jenis == "pengecualian":
            return keys.person(nip), keys.periode[tahun]
        if jenis in _IN_PART:
            return (keys.part(tahun, nip, _part(owner)),)
        if jenis == "indikator":
            return (keys.result(tahun, nip, _part(owner), _result(owner)),)
        penilaian = keys.penilaian[tahun, nip]
        if jenis == "bagian":
            return penilaian, _part(owner)
        if jenis == "nilai_luar":
            return penilaian, _part(owner) if owner[3] == "skp" else 0
        return (penilaian,)

    return place


def find(work: "Work", keys: Keys, jenis: str, records: Sequence[Isian]) -> list[int | None]:
    """Return the keys of records, in the order given; None for one that is not stored."""
    within = _WITHIN.get(jenis, ())
    columns = (*_PLACE[jenis], *within)
    width = 1 + len(_PLACE[jenis])
    wanted = _identities(keys, jenis, records)
    there = [identity for identity in wanted if identity is not None]
    owners = sorted({place[0] for place, _ in there})
    near, between = "", tuple[object, ...]()
    if there and "no" in within:
        # somebody may have far more records than are asked for
        numbers = [cast("int", fields[within.index("no")]) for _, fields in there]
        near = "AND no BETWEEN ? AND ?"
        between = tuple(min(some, _HIGHEST) for some in (min(numbers), max(numbers)))
    stored: dict[_Identity, int] = {}
    for start in range(0, len(owners), _CHUNK):
        some = owners[start : start + _CHUNK]
        rows = work.raw.execute(
            f"SELECT id, {', '.join(columns)} FROM {jenis} "
            f"WHERE {columns[0]} IN ({', '.join('?' * len(some))}) {near}",
            (*some, *between),
        )
        stored.update(((row[1:width], row[width:]), row[0]) for row in rows)
    return [None if identity is None else stored.get(identity) for identity in wanted]


def _identities(keys: Keys, jenis: str, records: Sequence[Isian]) -> list[_Identity | None]:
    """Return what finds each record; None where not even what it belongs to is there."""
    place = _placing(keys, jenis)
    names = _WITHIN.get(jenis, ())
    columns = _filling(keys, jenis, names)(records)
    fields = zip(*columns, strict=True) if names else repeat((), len(records))
    owners = Pemetik(_OWNER).of_all(records)
    there = {owner for owner in set(owners) if _has_place(keys, jenis, owner)}
    return [
        (place(owner), within) if owner in there else None
        for owner, within in zip(owners, fields, strict=True)
    ]


def _has_place(keys: Keys, jenis: str, owner: Owner) -> bool:
    tahun, nip = _year(owner)
    if jenis == "pengecualian":
        return nip in keys.pegawai and tahun in keys.periode
    if jenis in _IN_PART:
        return (tahun, nip, _part(owner)) in keys.bagian
    if jenis == "indikator":
        return (tahun, nip, _part(owner), _result(owner)) in keys.hasil_kerja
    return (tahun, nip) in keys.penilaian


def _year(owner: Owner) -> tuple[int, str]:
    return int(owner[0] or 0), owner[1] or ""


def _part(owner: Owner) -> int:
    return int(owner[2] or 1)


def _result(owner: Owner) -> int:
    return int(owner[4] or 0)
