"""Reads and writes dated notes: the progress of a kegiatan, and a person's perilaku."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from skp_tui.domain.progress import Catatan
from skp_tui.errors import InputError
from skp_tui.storage.changes.apply_year import find
from skp_tui.storage.changes.keys import Keys
from skp_tui.storage.changes.settle import settle
from skp_tui.storage.reading.office_reader import as_decimal

if TYPE_CHECKING:
    from skp_tui.domain.records import Rekaman
    from skp_tui.storage.trail.trail import Values
    from skp_tui.storage.transactions.work import Work

Milik = tuple[int, int] | None
"""What a note is about: number of the part and of the kegiatan, or None for perilaku."""

Tempat = tuple[int, str, Milik]
"""Year and NIP, and what it is about there."""

GONE: Final = "Catatan itu sudah tidak ada."
_AGAIN: Final = "Buka lagi untuk melihat isi kini."
_CHUNK = 500


def read_notes(
    connection: sqlite3.Connection, tahun: int, nip: str
) -> Mapping[Milik, tuple[Catatan, ...]]:
    """Return a person's notes of a year by what they are about, oldest first."""
    rows = connection.execute(
        "SELECT b.nomor, k.no, c.id, c.tanggal, c.isi, c.jumlah, c.bukti FROM catatan c "
        "JOIN penilaian p ON p.id = c.penilaian_id JOIN periode t ON t.id = p.periode_id "
        "JOIN pegawai g ON g.id = p.pegawai_id LEFT JOIN kegiatan k ON k.id = c.kegiatan_id "
        "LEFT JOIN bagian b ON b.id = k.bagian_id WHERE t.tahun = ? AND g.nip = ? "
        "ORDER BY c.tanggal, c.id",
        (tahun, nip),
    )
    found: defaultdict[Milik, list[Catatan]] = defaultdict(list)
    for bagian, no, key, tanggal, isi, jumlah, bukti in rows:
        note = Catatan(key, date.fromisoformat(tanggal), isi, as_decimal(jumlah), bukti or "")
        found[None if no is None else (bagian, no)].append(note)
    return {about: tuple(notes) for about, notes in found.items()}


def add(work: "Work", tempat: Tempat, values: "Values") -> int:
    """Add a note and return its key; raises InputError where its kegiatan is gone."""
    tahun, nip, milik = tempat
    keys = Keys(work, [nip])
    kegiatan = None if milik is None else _kegiatan(work, keys, tahun, nip, milik)
    keys.ensure_penilaian([(tahun, nip)])
    place = {"penilaian_id": keys.penilaian[tahun, nip], "kegiatan_id": kegiatan}
    [key] = work.insert("catatan", [{**place, **values}])
    settle(work)
    return key


def _kegiatan(work: "Work", keys: Keys, tahun: int, nip: str, milik: tuple[int, int]) -> int:
    bagian, no = milik
    record: Rekaman = {"tahun": str(tahun), "nip": nip, "bagian": str(bagian), "no": str(no)}
    [key] = find(work, keys, "kegiatan", [record])
    if key is None:
        raise InputError(f"Kegiatan {no} sudah tidak ada.", _AGAIN)
    return key


def change(work: "Work", tempat: Tempat, key: int, values: "Values") -> None:
    """Change fields of a note; raises InputError where it is gone, or is about something else."""
    tahun, nip, milik = tempat
    if key not in {note.nomor for note in read_notes(work.raw, tahun, nip).get(milik, ())}:
        raise InputError(GONE, _AGAIN)
    work.update("catatan", {key: values})


def remove(work: "Work", key: int) -> None:
    """Remove a note; raises InputError where it is gone."""
    if not work.rows("catatan", [key]):
        raise InputError(GONE, _AGAIN)
    work.delete("catatan", [key])


def remove_of_activities(work: "Work", kegiatan: Sequence[int]) -> None:
    """Remove the notes of some kegiatan, which are about to be removed themselves."""
    for start in range(0, len(kegiatan), _CHUNK):
        some = kegiatan[start : start + _CHUNK]
        marks = ", ".join("?" * len(some))
        rows = work.raw.execute(
            f"SELECT id FROM catatan WHERE kegiatan_id IN ({marks}) ORDER BY id", tuple(some)
        )
        work.delete("catatan", [row[0] for row in rows.fetchall()])
