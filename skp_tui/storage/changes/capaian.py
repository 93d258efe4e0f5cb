"""Writes how well the organisation did, unit by unit (regulations C)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from skp_tui.domain.kinerja import CapaianOrganisasi
from skp_tui.domain.records import Isian
from skp_tui.errors import InputError
from skp_tui.storage.changes.keys import Keys
from skp_tui.storage.reading.kinerja_reader import CAPAIAN, CAPAIAN_OF
from skp_tui.storage.transactions.edit import Edit

if TYPE_CHECKING:
    from skp_tui.storage.trail.trail import Values
    from skp_tui.storage.transactions.work import Work


def set_capaian(work: "Work", tahun: int, unit: str, capaian: CapaianOrganisasi | None) -> None:
    """Store how well a unit did in a year; None for "not known yet"."""
    satu = {"tahun": str(tahun), "unit": unit, "capaian": None if capaian is None else str(capaian)}
    keys = Keys(work, [])
    _check_units(keys, [satu])
    [key] = find_capaian(work, [satu])
    if capaian is None:
        work.delete(CAPAIAN, [] if key is None else [key])
    elif key is None:
        write_capaian(work, keys, [satu], [])
    else:
        work.update(CAPAIAN, {key: {"capaian": str(capaian)}})


def find_capaian(work: "Work", records: Sequence[Isian]) -> list[int | None]:
    """Return the keys of records, in the order given; None for one that is not stored."""
    stored = {
        (str(tahun), kode): key
        for tahun, kode, key in work.raw.execute(f"SELECT t.tahun, u.kode, c.id {CAPAIAN_OF}")
    }
    return [stored.get((satu["tahun"] or "", satu["unit"] or "")) for satu in records]


def write_capaian(work: "Work", keys: Keys, baru: Sequence[Isian], ubah: Sequence[Edit]) -> None:
    """Add and change records, with the periods that they imply; raises InputError."""
    _check_units(keys, baru)
    keys.ensure_periods(int(satu["tahun"] or 0) for satu in baru)
    rows = [
        {
            "periode_id": keys.periode[int(satu["tahun"] or 0)],
            "unit_id": keys.unit[satu["unit"] or ""],
            "capaian": satu["capaian"],
        }
        for satu in baru
    ]
    work.insert(CAPAIAN, rows)
    changed: dict[int, Values] = {}
    found = find_capaian(work, [edit.rekaman for edit in ubah])
    for key, edit in zip(found, ubah, strict=True):
        if key is None:
            raise InputError("Yang akan diubah sudah tidak ada.", "Buka lagi, lalu ulangi.")
        changed[key] = {"capaian": edit.rekaman["capaian"]}
    work.update(CAPAIAN, changed)


def _check_units(keys: Keys, records: Sequence[Isian]) -> None:
    for satu in records:
        if satu["unit"] not in keys.unit:
            raise InputError(f"Unit {satu['unit']} tidak ada.", "Periksa kodenya.")
