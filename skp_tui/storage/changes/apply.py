"""Writes records of the exchange into the tables; the one way in for files and for screens."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from skp_tui.domain.records import Isian, Pemetik
from skp_tui.errors import InputError
from skp_tui.storage.changes.apply_office import write_people, write_units
from skp_tui.storage.changes.apply_year import find, write_of_year
from skp_tui.storage.changes.capaian import find_capaian, write_capaian
from skp_tui.storage.changes.indicators import remove_of_results
from skp_tui.storage.changes.keys import Keys
from skp_tui.storage.changes.notes import remove_of_activities
from skp_tui.storage.changes.settle import settle
from skp_tui.storage.reading.kinerja_reader import CAPAIAN
from skp_tui.storage.transactions.edit import Edit

if TYPE_CHECKING:
    from skp_tui.storage.transactions.work import Work

REOPEN: Final = "Buka lagi untuk melihat isi kini."
_OFFICE = {"unit": write_units, "pegawai": write_people, CAPAIAN: write_capaian}
_OF_EVERYBODY = frozenset({"perilaku", "evaluasi", "ekspektasi"})
_TAKING_ALONG = {"kegiatan": remove_of_activities, "hasil_kerja": remove_of_results}


def write(work: "Work", jenis: str, baru: Sequence[Isian], ubah: Sequence[Edit] = ()) -> None:
    """Add and change records of one kind, with the periods, appraisals and parts they imply.

    A record of kind ``bagian`` holds None for a snapshot field that follows the person and an empty
    text for one that was given as empty.
    """
    if jenis in _OFFICE:
        _OFFICE[jenis](work, Keys(work, [] if jenis == CAPAIAN else None), baru, ubah)
        return
    keys = Keys(work, _nips([*baru, *(edit.rekaman for edit in ubah)]))
    write_of_year(work, keys, jenis, baru, ubah)
    settle(work)


def put(work: "Work", jenis: str, satu: Isian, kolom: frozenset[str], *, baru: bool) -> None:
    """Change some columns of a record of a year, or add a new one whole; raises as ``put_all``."""
    put_all(work, jenis, [Edit(satu, kolom)] if not baru else [], [satu] if baru else [])


def put_all(work: "Work", jenis: str, edits: Sequence[Edit], baru: Sequence[Isian] = ()) -> None:
    """Change some columns of records of a year, and add new ones whole.

    A row that everybody has, shown before it is stored, is added where it is not there yet: his
    perilaku, the evaluasi of a period, the ekspektasi of a value. Raises InputError where another
    row that shall change is gone, or one has the number of a new one already: who typed it saw
    something else.
    """
    changed = [edit.rekaman for edit in edits]
    found = _find(work, jenis, [*changed, *baru])
    if any(key is not None for key in found[len(edits) :]):
        raise InputError("Nomor barisnya sudah terpakai.", REOPEN)
    new = [satu for satu, key in zip(changed, found, strict=False) if key is None]
    if new and jenis not in _OF_EVERYBODY:
        raise InputError("Barisnya sudah tidak ada.", REOPEN)
    there = [edit for edit, key in zip(edits, found, strict=False) if key is not None]
    write(work, jenis, [*new, *baru], there)


def remove(work: "Work", jenis: str, rekaman: Iterable[Isian]) -> None:
    """Remove records of a year by their keys; the numbers of the others stay as they are.

    A kegiatan takes its dated notes along, a hasil kerja its indicators, so that undo brings all of
    them back. Raises InputError where one is not there any more.
    """
    records = list(rekaman)
    found = _find(work, jenis, records)
    there = [key for key in found if key is not None]
    if len(there) < len(found):
        raise InputError("Yang akan dihapus sudah tidak ada.", REOPEN)
    if jenis in _TAKING_ALONG:
        _TAKING_ALONG[jenis](work, there)
    work.delete(jenis, there)


def _find(work: "Work", jenis: str, records: Sequence[Isian]) -> list[int | None]:
    if jenis == CAPAIAN:
        return find_capaian(work, records)
    return find(work, Keys(work, _nips(records)), jenis, records)


def _nips(records: Sequence[Isian]) -> set[str]:
    (nips,) = Pemetik(("nip",)).columns_of(records)
    return {nip or "" for nip in set(nips)}
