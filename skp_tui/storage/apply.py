"""Writes records of the exchange into the tables; the one way in for files and for screens."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from skp_tui.domain.records import Rekaman
from skp_tui.errors import InputError
from skp_tui.storage.apply_office import write_people, write_units
from skp_tui.storage.apply_year import find, write_of_year
from skp_tui.storage.edit import Edit
from skp_tui.storage.keys import Keys
from skp_tui.storage.settle import settle

if TYPE_CHECKING:
    from skp_tui.storage.work import Work

_OFFICE = {"unit": write_units, "pegawai": write_people}


def write(work: "Work", jenis: str, baru: Sequence[Rekaman], ubah: Sequence[Edit] = ()) -> None:
    """Add and change records of one kind, with the periods, appraisals and parts they imply.

    A record of kind ``bagian`` holds None for a snapshot field that follows the person and an empty
    text for one that was given as empty.
    """
    if jenis in _OFFICE:
        _OFFICE[jenis](work, Keys(work), baru, ubah)
        return
    keys = Keys(work, _nips([*baru, *(edit.rekaman for edit in ubah)]))
    write_of_year(work, keys, jenis, baru, ubah)
    settle(work)


def put(work: "Work", jenis: str, satu: Rekaman, kolom: frozenset[str]) -> None:
    """Change some columns of a record of a year, or add it whole when there is none yet."""
    if find(work, Keys(work, _nips([satu])), jenis, [satu]) == [None]:
        write(work, jenis, [satu])
    else:
        write(work, jenis, [], [Edit(satu, kolom)])


def remove(work: "Work", jenis: str, rekaman: Iterable[Rekaman]) -> None:
    """Remove records of a year by their keys; the numbers of the others stay as they are.

    Raises InputError where one is not there any more.
    """
    records = list(rekaman)
    found = find(work, Keys(work, _nips(records)), jenis, records)
    there = [key for key in found if key is not None]
    if len(there) < len(found):
        raise InputError("Yang akan dihapus sudah tidak ada.", "Buka lagi untuk melihat isi kini.")
    work.delete(jenis, there)


def _nips(records: Iterable[Rekaman]) -> set[str]:
    return {rekaman["nip"] or "" for rekaman in records}
