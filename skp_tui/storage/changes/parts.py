"""Removes a part of a year, and lets the part before it follow the person again."""

import sqlite3
from typing import TYPE_CHECKING, Any

from skp_tui.domain.office import PEJABAT, SNAPSHOT
from skp_tui.storage.changes.indicators import remove_of_results
from skp_tui.storage.changes.keys import Keys
from skp_tui.storage.changes.notes import remove_of_activities
from skp_tui.storage.reading.office_reader import read_office
from skp_tui.storage.reading.records import snapshot_texts
from skp_tui.storage.reading.year_reader import read_snapshot

if TYPE_CHECKING:
    from skp_tui.storage.trail.trail import Values
    from skp_tui.storage.transactions.work import Work

# by what the rows of a part are numbered, beside the part itself
_NUMBERED = {"kegiatan": "''", "tambahan": "jenis", "hasil_kerja": "''"}


def has_later_year(connection: sqlite3.Connection, nip: str, tahun: int) -> bool:
    """Say whether the person has a row of a later year, so that his post of today is not this."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM penilaian p JOIN periode t ON t.id = p.periode_id "
        "JOIN pegawai g ON g.id = p.pegawai_id WHERE g.nip = ?1 AND t.tahun > ?2) OR "
        "EXISTS (SELECT 1 FROM pengecualian p JOIN periode t ON t.id = p.periode_id "
        "JOIN pegawai g ON g.id = p.pegawai_id WHERE g.nip = ?1 AND t.tahun > ?2)",
        (nip, tahun),
    ).fetchone()
    return bool(row[0])


def remove_part(
    work: "Work", tahun: int, nip: str, nomor: int, *, to: int | None, open_end: int | None
) -> None:
    """Remove a part; what was entered in it goes to the part ``to``, or with it where that is None.

    An SKP value from elsewhere goes in any case: it is the value of this part and of no other one.
    The part ``open_end`` has no last day any more, because nothing follows it.
    """
    keys = Keys(work, [nip])
    part, penilaian = keys.part(tahun, nip, nomor), keys.penilaian[tahun, nip]
    if to is None:
        _remove_content(work, part)
    else:
        target = keys.part(tahun, nip, to)
        for tabel in _NUMBERED:
            work.update(tabel, _moved(work, tabel, part, target))
    luar = _keys(work, "nilai_luar", "penilaian_id = ? AND bagian = ?", penilaian, nomor)
    work.delete("nilai_luar", luar)
    work.delete("bagian", [part])
    if open_end is not None:
        work.update("bagian", {keys.part(tahun, nip, open_end): {"selesai": None}})


def follow_again(work: "Work", tahun: int, nip: str, nomor: int) -> None:
    """Let a part follow the person wherever it prints what his record says.

    It prints the same afterwards; an appraiser of whom the record names another one stays whole.
    """
    key = Keys(work, [nip]).part(tahun, nip, nomor)
    kantor = read_office(work.raw)
    nothing = (None,) * len(SNAPSHOT)
    now = snapshot_texts(read_snapshot(nothing, kantor.people[nip], kantor))
    stored = work.rows("bagian", [key])[key]
    units: dict[object, str] = dict(_rows(work, "SELECT id, kode FROM unit"))
    texts = {nama: stored.get(nama) or None for nama in SNAPSHOT}
    texts["unit"] = units.get(stored["unit_id"])
    others = tuple(
        f"{awalan}_" for awalan in PEJABAT if texts[f"{awalan}_nip"] != now[f"{awalan}_nip"]
    )
    same = [nama for nama in SNAPSHOT if texts[nama] == now[nama] and not nama.startswith(others)]
    columns = ["unit_id" if nama == "unit" else nama for nama in same]
    work.update("bagian", {key: dict.fromkeys(columns)})


def _remove_content(work: "Work", part: int) -> None:
    remove_of_activities(work, _keys(work, "kegiatan", "bagian_id = ?", part))
    remove_of_results(work, _keys(work, "hasil_kerja", "bagian_id = ?", part))
    for tabel in _NUMBERED:
        work.delete(tabel, _keys(work, tabel, "bagian_id = ?", part))


def _moved(work: "Work", tabel: str, part: int, target: int) -> dict[int, "Values"]:
    """Return the rows of one part as they follow those of another, numbered on from its highest."""
    sort = _NUMBERED[tabel]
    highest: dict[str, int] = dict(
        _rows(work, f"SELECT {sort}, max(no) FROM {tabel} WHERE bagian_id = ? GROUP BY 1", target)
    )
    found: dict[int, Values] = {}
    for key, kind in _rows(
        work, f"SELECT id, {sort} FROM {tabel} WHERE bagian_id = ? ORDER BY no", part
    ):
        highest[kind] = highest.get(kind, 0) + 1
        found[key] = {"bagian_id": target, "no": highest[kind]}
    return found


def _keys(work: "Work", tabel: str, where: str, *parameters: int) -> list[int]:
    return [key for (key,) in _rows(work, f"SELECT id FROM {tabel} WHERE {where}", *parameters)]


def _rows(work: "Work", statement: str, *parameters: int) -> list[tuple[Any, ...]]:
    return work.raw.execute(statement, parameters).fetchall()
