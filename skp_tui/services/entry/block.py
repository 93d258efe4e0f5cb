"""Saves many cells at once: a block that was filled, cleared or pasted is one change or none."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from skp_tui.domain.parts import Isi
from skp_tui.errors import InputError
from skp_tui.record import record
from skp_tui.services.base.recording import Tempat, record_of
from skp_tui.services.entry.entry import NAMA_KOLOM, check_used, faults_of
from skp_tui.storage.changes import apply
from skp_tui.storage.transactions.edit import Edit

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer


@record
class Ubahan:
    """One row as it shall be and which of its columns change; a new one is stored whole."""

    tempat: Tempat
    isi: Isi
    kolom: frozenset[str]
    baru: bool = False


def save_block(writer: "Writer", ubahan: Sequence[Ubahan], sebab: str) -> None:
    """Save cells of many rows, of one person or many, in one transaction and one step of undo.

    Raises InputError that names the first fault when any row cannot be stored as it is or is of a
    kind that its year does not use, and LockedError when any appraisal is signed; then nothing of
    the block is stored.
    """
    faults = [fault for satu in ubahan for fault in _faults(satu)]
    if faults:
        more = f" Dan {len(faults) - 1} lagi." if len(faults) > 1 else ""
        raise InputError(f"{faults[0]}.{more}")
    records = [(*record_of(satu.tempat, satu.isi), satu) for satu in ubahan]
    records.sort(key=lambda record: record[0])
    with writer.change(sebab) as work:
        for tahun, jenis in sorted({(satu.tempat.tahun, jenis) for jenis, _, satu in records}):
            check_used(work.raw, tahun, jenis)
        for jenis, of_kind in groupby(records, key=lambda record: record[0]):
            some = [(rekaman, satu) for _, rekaman, satu in of_kind]
            edits = [Edit(rekaman, satu.kolom) for rekaman, satu in some if not satu.baru]
            apply.put_all(work, jenis, edits, [rekaman for rekaman, satu in some if satu.baru])


def _faults(ubahan: Ubahan) -> Iterator[str]:
    for name, pesan in faults_of(ubahan.isi).items():
        yield f"{NAMA_KOLOM.get(name, name).capitalize()}: {pesan}"
