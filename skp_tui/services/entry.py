"""What the entry screen saves: one cell or one row, each a transaction of its own."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from skp_tui.domain.appraisal import ASPEK, KOLOM_ANGKA, PERILAKU, Kegiatan, Perilaku, Tambahan
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

Isi = Kegiatan | Tambahan | Perilaku

NAMA_KOLOM: Mapping[str, str] = {
    "uraian": "uraian",
    "satuan": "satuan",
    "satuan_waktu": "satuan waktu",
    "ak": "angka kredit",
    **{f"{sort}_{aspek}": f"{sort} {aspek}" for sort in ("target", "realisasi") for aspek in ASPEK},
    **{nama: nama.replace("_", " ") for nama in PERILAKU},
}


def save(writer: "Writer", tempat: Tempat, isi: Isi, kolom: Collection[str], sebab: str) -> None:
    """Save some columns of a row, or the whole row when it is new; raises InputError.

    ``sebab`` is what the trail and undo say, e.g. ``realisasi kuantitas kegiatan 3: 12 → 10``.
    """
    for name, pesan in faults_of(isi).items():
        raise InputError(f"{NAMA_KOLOM.get(name, name).capitalize()}: {pesan}.")
    jenis, record = as_record(tempat, isi)
    with writer.change(sebab) as work:
        apply.put(work, jenis, record, frozenset(kolom))


def remove(writer: "Writer", tempat: Tempat, isi: Kegiatan | Tambahan, sebab: str) -> None:
    """Remove a row; the others keep their numbers."""
    jenis, record = as_record(tempat, isi)
    with writer.change(sebab) as work:
        apply.remove(work, jenis, [record])


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
