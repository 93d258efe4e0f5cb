"""Writes the records of a year: parts, activities, extras, perilaku, values, exceptions."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from skp_tui.domain.appraisal import KOLOM_ANGKA, PERILAKU
from skp_tui.domain.office import KOLOM_PEJABAT, PEJABAT
from skp_tui.domain.records import Rekaman
from skp_tui.errors import InputError
from skp_tui.storage.apply_office import with_unit
from skp_tui.storage.edit import Edit
from skp_tui.storage.keys import Keys

if TYPE_CHECKING:
    from skp_tui.storage.trail import Values
    from skp_tui.storage.work import Work

SNAPSHOT = (
    "unit", "golongan", "jabatan", "jenis_jabatan",
    *(f"{who}_{name}" for who in PEJABAT for name in KOLOM_PEJABAT),
)  # fmt: skip

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "bagian": ("mulai", "selesai", *SNAPSHOT),
    "kegiatan": ("no", "uraian", "satuan", "satuan_waktu", "ak", *KOLOM_ANGKA),
    "tambahan": ("jenis", "no", "uraian", "tingkat"),
    "perilaku": PERILAKU,
    "nilai_luar": ("jenis", "nilai", "sumber", "ide_baru"),
    "pengecualian": ("alasan", "tanggal", "keterangan"),
}  # fmt: skip

# by what a record is found again: columns of its table that hold its key
_IDENTITY: Mapping[str, tuple[str, ...]] = {
    "bagian": ("penilaian_id", "nomor"),
    "kegiatan": ("bagian_id", "no"),
    "tambahan": ("bagian_id", "jenis", "no"),
    "perilaku": ("penilaian_id",),
    "nilai_luar": ("penilaian_id", "jenis", "bagian"),
    "pengecualian": ("pegawai_id", "periode_id"),
}
_IN_PART = frozenset({"kegiatan", "tambahan"})
_CHUNK = 500


def write_of_year(
    work: "Work", keys: Keys, jenis: str, baru: Sequence[Rekaman], ubah: Sequence[Edit]
) -> None:
    """Add and change records of one kind, with whatever row they imply."""
    _imply(keys, jenis, baru)
    rows = [{**_values(keys, jenis, satu), **_place(keys, jenis, satu)} for satu in baru]
    work.insert(jenis, rows)
    found = find(work, keys, jenis, [edit.rekaman for edit in ubah])
    changed: dict[int, Values] = {}
    for key, edit in zip(found, ubah, strict=True):
        if key is None:
            raise InputError("Yang akan diubah sudah tidak ada.", "Buka lagi, lalu ulangi.")
        changed[key] = _values(keys, jenis, edit.rekaman, edit.kolom)
    work.update(jenis, changed)


def _imply(keys: Keys, jenis: str, baru: Sequence[Rekaman]) -> None:
    years = [_year(satu) for satu in baru]
    if jenis == "pengecualian":
        keys.ensure_periods(tahun for tahun, _ in years)
        return
    keys.ensure_penilaian(years)
    implies: Mapping[str, Callable[[Rekaman], bool]] = {
        "kegiatan": lambda satu: _part(satu) == 1,
        "tambahan": lambda satu: _part(satu) == 1,
        "perilaku": lambda _: True,
        "nilai_luar": lambda satu: satu["jenis"] == "skp" and _part(satu) == 1,
    }
    if jenis in implies:
        keys.ensure_first_part(_year(satu) for satu in baru if implies[jenis](satu))


def _values(
    keys: Keys, jenis: str, satu: Rekaman, kolom: frozenset[str] | None = None
) -> dict[str, object]:
    names = [name for name in _COLUMNS[jenis] if kolom is None or name in kolom]
    values: dict[str, object] = {name: satu.get(name) for name in names}
    if "no" in values:
        values["no"] = int(satu["no"] or 0)
    return dict(with_unit(keys, values, "unit")) if jenis == "bagian" else values


def _place(keys: Keys, jenis: str, satu: Rekaman) -> dict[str, object]:
    tahun, nip = _year(satu)
    if jenis == "pengecualian":
        return {"pegawai_id": keys.person(nip), "periode_id": keys.periode[tahun]}
    if jenis in _IN_PART:
        return {"bagian_id": keys.part(tahun, nip, _part(satu))}
    place: dict[str, object] = {"penilaian_id": keys.penilaian[tahun, nip]}
    if jenis == "bagian":
        place["nomor"] = _part(satu)
    if jenis == "nilai_luar":
        place["bagian"] = _part(satu) if satu["jenis"] == "skp" else 0
    return place


def find(work: "Work", keys: Keys, jenis: str, records: Sequence[Rekaman]) -> list[int | None]:
    """Return the keys of records, in the order given; None for one that is not stored."""
    columns = _IDENTITY[jenis]
    wanted = [_identity(keys, jenis, satu) for satu in records]
    owners = sorted({owner for owner, *_ in filter(None, wanted) if isinstance(owner, int)})
    stored: dict[tuple[object, ...], int] = {}
    for start in range(0, len(owners), _CHUNK):
        some = owners[start : start + _CHUNK]
        rows = work.raw.execute(
            f"SELECT id, {', '.join(columns)} FROM {jenis} "
            f"WHERE {columns[0]} IN ({', '.join('?' * len(some))})",
            some,
        )
        stored.update((tuple(identity), key) for key, *identity in rows)
    return [None if identity is None else stored.get(identity) for identity in wanted]


def _identity(keys: Keys, jenis: str, satu: Rekaman) -> tuple[object, ...] | None:
    """Return what finds a record; None where not even what it belongs to is there."""
    if not _has_place(keys, jenis, satu):
        return None
    row = {**_values(keys, jenis, satu), **_place(keys, jenis, satu)}
    return tuple(row[name] for name in _IDENTITY[jenis])


def _has_place(keys: Keys, jenis: str, satu: Rekaman) -> bool:
    tahun, nip = _year(satu)
    if jenis == "pengecualian":
        return nip in keys.pegawai and tahun in keys.periode
    if jenis in _IN_PART:
        return (tahun, nip, _part(satu)) in keys.bagian
    return (tahun, nip) in keys.penilaian


def _year(rekaman: Rekaman) -> tuple[int, str]:
    return int(rekaman["tahun"] or 0), rekaman["nip"] or ""


def _part(rekaman: Rekaman) -> int:
    return int(rekaman.get("bagian") or 1)
