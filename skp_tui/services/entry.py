"""What the entry screen saves: one cell or one row, each a transaction of its own."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from skp_tui.domain import parts
from skp_tui.domain.appraisal import ASPEK, KOLOM_ANGKA, PERILAKU, Kegiatan, Tambahan
from skp_tui.domain.records import Rekaman
from skp_tui.domain.validity import (
    faults_of_kegiatan,
    faults_of_perilaku,
    faults_of_tambahan,
)
from skp_tui.errors import InputError
from skp_tui.services.recording import (
    Tempat,
    kegiatan_record,
    perilaku_record,
    tambahan_record,
)
from skp_tui.storage import apply

if TYPE_CHECKING:
    from skp_tui.storage.writer import Writer

Isi = parts.Isi

NAMA_KOLOM: Mapping[str, str] = {
    "uraian": "uraian",
    "satuan": "satuan",
    "satuan_waktu": "satuan waktu",
    "ak": "angka kredit",
    **{f"{sort}_{aspek}": f"{sort} {aspek}" for sort in ("target", "realisasi") for aspek in ASPEK},
    **{nama: nama.replace("_", " ") for nama in PERILAKU},
}


def save(
    writer: "Writer",
    tempat: Tempat,
    isi: Isi,
    kolom: Collection[str],
    sebab: str,
    *,
    baru: bool = False,
) -> None:
    """Save some columns of a row, or the whole row when it is new.

    Raises InputError when it cannot be so, when the row is gone or its number taken: what is typed
    into a row that was taken back must not bring all of it to life again. ``sebab`` is what the
    trail and undo say, e.g. ``realisasi kuantitas kegiatan 3: 12 → 10``.
    """
    for name, pesan in faults_of(isi).items():
        raise InputError(f"{NAMA_KOLOM.get(name, name).capitalize()}: {pesan}.")
    jenis, record = as_record(tempat, isi)
    with writer.change(sebab) as work:
        apply.put(work, jenis, record, frozenset(kolom), baru=baru)


def remove(writer: "Writer", tempat: Tempat, isi: Kegiatan | Tambahan, sebab: str) -> int:
    """Remove a row and return how many dated notes went with it; the others keep their numbers."""
    jenis, record = as_record(tempat, isi)
    with writer.change(sebab) as work:
        apply.remove(work, jenis, [record])
        return sum(change.tabel == "catatan" for change in work.changes)


def faults_of(isi: Isi) -> dict[str, str]:
    """Return why a row cannot be stored as it is, by column."""
    if isinstance(isi, Kegiatan):
        return faults_of_kegiatan({name: getattr(isi, name) for name in (*KOLOM_ANGKA, "ak")})
    if isinstance(isi, Tambahan):
        return faults_of_tambahan(isi.jenis, isi.tingkat)
    return faults_of_perilaku({nama: isi.aspek(nama) for nama in PERILAKU})


def as_record(tempat: Tempat, isi: Isi) -> tuple[str, Rekaman]:
    """Return the kind and the record of a row."""
    if isinstance(isi, Kegiatan):
        return "kegiatan", kegiatan_record(tempat, isi)
    if isinstance(isi, Tambahan):
        return "tambahan", tambahan_record(tempat, isi)
    return "perilaku", perilaku_record(tempat, isi)


def next_number(numbers: Collection[int]) -> int:
    """Return the number of a new row: after the highest, since numbers are stable."""
    return max(numbers, default=0) + 1
