"""Reads what is stored as records of the exchange: canonical text by column, None for empty."""

import sqlite3
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict

from skp_tui.domain.appraisal import KOLOM_ANGKA, PERILAKU
from skp_tui.domain.office import KOLOM_PEJABAT, Pejabat, Unit
from skp_tui.domain.records import Rekaman
from skp_tui.domain.snapshot import Snapshot, resolved
from skp_tui.storage.office_reader import ATASAN, PENILAI, Kantor, read_office
from skp_tui.storage.year_reader import FEW, read_snapshot

__all__ = [
    "GIVEN_AS_EMPTY", "Rekaman", "pejabat_texts", "read_records", "snapshot_texts",
    "with_ancestors",
]  # fmt: skip

GIVEN_AS_EMPTY = ""
_KEGIATAN = ("no", "uraian", "ak", "satuan", "satuan_waktu", *KOLOM_ANGKA)
_OF_PART = "JOIN bagian b ON b.id = x.bagian_id JOIN penilaian p ON p.id = b.penilaian_id"
_OF_YEAR = "JOIN penilaian p ON p.id = x.penilaian_id"

# kind: the table, how it reaches the person's year (p), and its columns as the exchange names them
_SIMPLE: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "kegiatan": (
        "kegiatan", _OF_PART, ("b.nomor AS bagian", *(f"x.{name}" for name in _KEGIATAN)),
    ),
    "tambahan": (
        "tambahan", _OF_PART,
        ("b.nomor AS bagian", "x.jenis", "x.no", "x.uraian", "x.tingkat"),
    ),
    "perilaku": ("perilaku", _OF_YEAR, tuple(f"x.{name}" for name in PERILAKU)),
    "nilai_luar": (
        "nilai_luar", _OF_YEAR,
        ("x.jenis", "NULLIF(x.bagian, 0) AS bagian", "x.nilai", "x.sumber", "x.ide_baru"),
    ),
    "pengecualian": (
        "pengecualian", "JOIN (SELECT NULL) q", ("x.alasan", "x.tanggal", "x.keterangan"),
    ),
}  # fmt: skip


def read_records(
    connection: sqlite3.Connection,
    jenis: str,
    tahun: Collection[int] = (),
    nips: Collection[str] | None = None,
) -> list[Rekaman]:
    """Return the stored records of one kind, for some years and all or some people.

    In a record of kind ``bagian`` an empty text, not None, stands where a field was given as empty
    and would otherwise have a value to follow.
    """
    special: Mapping[str, Callable[[], list[Rekaman]]] = {
        "unit": lambda: _units(read_office(connection)),
        "pegawai": lambda: _people(read_office(connection), nips),
        "bagian": lambda: _parts(connection, tahun, nips),
    }
    if jenis in special:
        return special[jenis]()
    return _simple(connection, jenis, tahun, nips)


def _units(kantor: Kantor) -> list[Rekaman]:
    return [dict(asdict(unit)) for unit in kantor.units.values()]


def _people(kantor: Kantor, nips: Collection[str] | None) -> list[Rekaman]:
    wanted = kantor.people.values() if nips is None else map(kantor.people.__getitem__, nips)
    return [
        {
            "nip": pegawai.nip,
            "nama": pegawai.nama,
            "unit": pegawai.unit,
            "golongan": pegawai.golongan or None,
            "tmt_golongan": _iso(pegawai.tmt_golongan),
            "jabatan": pegawai.jabatan or None,
            "jenis_jabatan": pegawai.jenis_jabatan,
            "eselon": pegawai.eselon or None,
            "status": pegawai.status,
            **pejabat_texts("penilai", resolved(pegawai.penilai, kantor.people, kantor.units)),
            **pejabat_texts(
                "atasan_penilai", resolved(pegawai.atasan_penilai, kantor.people, kantor.units)
            ),
            "aktif_sejak": _iso(pegawai.aktif_sejak),
            "aktif_sampai": _iso(pegawai.aktif_sampai),
        }
        for pegawai in wanted
    ]


def pejabat_texts(prefix: str, pejabat: Pejabat) -> Rekaman:
    """Return the five columns of an appraiser."""
    return {f"{prefix}_{name}": getattr(pejabat, name) or None for name in KOLOM_PEJABAT}


def snapshot_texts(snapshot: Snapshot) -> Rekaman:
    """Return the fourteen columns of a part's snapshot."""
    return {
        "unit": snapshot.unit,
        "golongan": snapshot.golongan or None,
        "jabatan": snapshot.jabatan or None,
        "jenis_jabatan": snapshot.jenis_jabatan,
        **pejabat_texts("penilai", snapshot.penilai),
        **pejabat_texts("atasan_penilai", snapshot.atasan_penilai),
    }


def _parts(
    connection: sqlite3.Connection, tahun: Collection[int], nips: Collection[str] | None
) -> list[Rekaman]:
    kantor = read_office(connection)
    rows = connection.execute(
        "SELECT t.tahun, g.nip, b.nomor, b.mulai, b.selesai, u.kode, b.golongan, b.jabatan, "
        f"b.jenis_jabatan, {PENILAI.format('b')}, {ATASAN.format('b')} FROM bagian b "
        "JOIN penilaian p ON p.id = b.penilaian_id JOIN periode t ON t.id = p.periode_id "
        "JOIN pegawai g ON g.id = p.pegawai_id LEFT JOIN unit u ON u.id = b.unit_id "
        f"WHERE {_limit(tahun, nips)}",
        (*tahun, *_few(nips)),
    )
    found: list[Rekaman] = []
    for year, nip, nomor, mulai, selesai, *stored in rows:
        if nips is not None and nip not in nips:
            continue
        pegawai = kantor.people[nip]
        printed = snapshot_texts(read_snapshot(stored, pegawai, kantor))
        not_empty = [text or None for text in stored]
        to_follow = snapshot_texts(read_snapshot(not_empty, pegawai, kantor))
        texts = {
            name: GIVEN_AS_EMPTY if text is None and to_follow[name] is not None else text
            for name, text in printed.items()
        }
        key = {"tahun": str(year), "nip": nip, "bagian": str(nomor)}
        found.append({**key, "mulai": mulai, "selesai": selesai, **texts})
    return found


def _simple(
    connection: sqlite3.Connection,
    jenis: str,
    tahun: Collection[int],
    nips: Collection[str] | None,
) -> list[Rekaman]:
    tabel, join, columns = _SIMPLE[jenis]
    owner = "x" if jenis == "pengecualian" else "p"
    cursor = connection.execute(
        f"SELECT t.tahun AS tahun, g.nip AS nip, {', '.join(columns)} FROM {tabel} x {join} "
        f"JOIN periode t ON t.id = {owner}.periode_id "
        f"JOIN pegawai g ON g.id = {owner}.pegawai_id WHERE {_limit(tahun, nips)}",
        (*tahun, *_few(nips)),
    )
    names = [description[0] for description in cursor.description]
    return [
        {
            name: None if value is None else str(value)
            for name, value in zip(names, row, strict=True)
        }
        for row in cursor
        if nips is None or row[1] in nips
    ]


def _few(nips: Collection[str] | None) -> Collection[str]:
    return nips if nips is not None and len(nips) <= FEW else ()


def _limit(tahun: Collection[int], nips: Collection[str] | None) -> str:
    years = f"t.tahun IN ({', '.join('?' * len(tahun))})"
    few = _few(nips)
    return f"{years} AND g.nip IN ({', '.join('?' * len(few))})" if few else years


def _iso(value: object) -> str | None:
    return None if value is None else str(value)


def with_ancestors(units: Mapping[str, Unit], named: Collection[str]) -> set[str]:
    """Return the named units and everything above them."""
    found: set[str] = set()
    for kode in named:
        current: str | None = kode
        while current is not None and current in units and current not in found:
            found.add(current)
            current = units[current].induk
    return found
