"""Reads what is stored as records of the exchange: canonical text by column, None for empty."""

import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict

from skp_tui.domain.appraisal import KOLOM_ANGKA, PERILAKU
from skp_tui.domain.office import KOLOM_PEJABAT, Pegawai, Pejabat, Unit
from skp_tui.domain.records import Isian, Larik, Rekaman, Sekali, letak_of
from skp_tui.domain.snapshot import Snapshot, resolved
from skp_tui.storage.reading.kinerja_reader import CAPAIAN, capaian_records
from skp_tui.storage.reading.office_reader import ATASAN, PENILAI, Kantor, read_office
from skp_tui.storage.reading.year_reader import read_snapshot
from skp_tui.storage.reading.year_scope import FEW

__all__ = [
    "GIVEN_AS_EMPTY", "Rekaman", "pejabat_texts", "read_records", "snapshot_texts",
    "unit_records", "with_ancestors",
]  # fmt: skip

GIVEN_AS_EMPTY = ""
_BAGIAN = "CAST(b.nomor AS TEXT) AS bagian"
_NO = "CAST(x.no AS TEXT) AS no"
_PART_OF_VALUE = "CAST(NULLIF(x.bagian, 0) AS TEXT) AS bagian"
_KEGIATAN = ("uraian", "ak", "satuan", "satuan_waktu", *KOLOM_ANGKA)
_INDIKATOR = ("aspek", "uraian", "target", "satuan", "realisasi", "bukti", "umpan_balik")
_OF_PART = "JOIN bagian b ON b.id = x.bagian_id JOIN penilaian p ON p.id = b.penilaian_id"
_OF_RESULT = "JOIN bagian b ON b.id = h.bagian_id JOIN penilaian p ON p.id = b.penilaian_id"
_OF_YEAR = "JOIN penilaian p ON p.id = x.penilaian_id"

# kind: the table, how it reaches the person's year (p), and its columns as the exchange names them
_SIMPLE: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "kegiatan": (
        "kegiatan", _OF_PART, (_BAGIAN, _NO, *(f"x.{name}" for name in _KEGIATAN)),
    ),
    "tambahan": (
        "tambahan", _OF_PART,
        (_BAGIAN, _NO, "x.jenis", "x.uraian", "x.tingkat"),
    ),
    "perilaku": ("perilaku", _OF_YEAR, tuple(f"x.{name}" for name in PERILAKU)),
    "nilai_luar": (
        "nilai_luar", _OF_YEAR,
        ("x.jenis", _PART_OF_VALUE, "x.nilai", "x.sumber", "x.ide_baru"),
    ),
    "evaluasi": ("evaluasi", _OF_YEAR, ("x.periode", "x.hasil_kerja", "x.perilaku_kerja")),
    "hasil_kerja": (
        "hasil_kerja", _OF_PART, (_BAGIAN, _NO, "x.jenis", "x.uraian", "x.rencana_pimpinan"),
    ),
    "indikator": (
        "indikator", f"JOIN hasil_kerja h ON h.id = x.hasil_kerja_id {_OF_RESULT}",
        (_BAGIAN, "CAST(h.no AS TEXT) AS no_hasil", _NO, *(f"x.{name}" for name in _INDIKATOR)),
    ),
    "ekspektasi": ("ekspektasi", _OF_YEAR, ("x.perilaku", "x.ekspektasi", "x.umpan_balik")),
    "lampiran": ("lampiran", _OF_YEAR, ("x.jenis", _NO, "x.uraian")),
    "pengecualian": (
        "pengecualian", "JOIN (SELECT NULL) q", ("x.alasan", "x.tanggal", "x.keterangan"),
    ),
}  # fmt: skip


def read_records(
    connection: sqlite3.Connection,
    jenis: str,
    tahun: Collection[int] = (),
    nips: Collection[str] | None = None,
    kantor: Kantor | None = None,
) -> Sequence[Isian]:
    """Return the stored records of one kind, for some years and all or some people.

    ``kantor`` are the units and people, where these were read in the same look.

    In a record of kind ``bagian`` an empty text, not None, stands where a field was given as empty
    and would otherwise have a value to follow. What is not of a person comes for all units.
    """
    special: Mapping[str, Callable[[], Sequence[Isian]]] = {
        "unit": lambda: unit_records(kantor or read_office(connection)),
        "pegawai": lambda: _people(kantor or read_office(connection), nips),
        "bagian": lambda: _parts(connection, kantor or read_office(connection), tahun, nips),
        CAPAIAN: lambda: capaian_records(connection, tahun),
    }
    if jenis in special:
        return special[jenis]()
    return _simple(connection, jenis, tahun, nips)


def has_records(
    connection: sqlite3.Connection, jenis: str, tahun: Collection[int], nips: Collection[str]
) -> bool:
    """Say whether some people have any record of a kind in some years; no further row is read."""
    rows = connection.execute(
        f"SELECT g.nip {_from(jenis)} WHERE {_limit(tahun, nips)}", (*tahun, *_few(nips))
    )
    some = frozenset(nips)
    return bool(some) and any(nip in some for (nip,) in rows)


def unit_records(kantor: Kantor) -> list[Rekaman]:
    """Return the records of the units."""
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
    connection: sqlite3.Connection,
    kantor: Kantor,
    tahun: Collection[int],
    nips: Collection[str] | None,
) -> list[Rekaman]:
    rows = connection.execute(
        "SELECT t.tahun, g.nip, b.nomor, b.mulai, b.selesai, u.kode, b.golongan, b.jabatan, "
        f"b.jenis_jabatan, {PENILAI.format('b')}, {ATASAN.format('b')} FROM bagian b "
        "JOIN penilaian p ON p.id = b.penilaian_id JOIN periode t ON t.id = p.periode_id "
        "JOIN pegawai g ON g.id = p.pegawai_id LEFT JOIN unit u ON u.id = b.unit_id "
        f"WHERE {_limit(tahun, nips)}",
        (*tahun, *_few(nips)),
    )
    some = None if nips is None else frozenset(nips)
    return [
        _part(row, kantor.people[row[1]], kantor) for row in rows if some is None or row[1] in some
    ]


def _part(row: Sequence[str | None], pegawai: Pegawai, kantor: Kantor) -> Rekaman:
    tahun, nip, nomor, mulai, selesai, *stored = row
    printed = snapshot_texts(read_snapshot(stored, pegawai, kantor))
    key = {"tahun": str(tahun), "nip": nip, "bagian": str(nomor), "mulai": mulai}
    if "" not in stored:
        return {**key, "selesai": selesai, **printed}
    to_follow = snapshot_texts(read_snapshot([text or None for text in stored], pegawai, kantor))
    texts = {
        name: GIVEN_AS_EMPTY if text is None and to_follow[name] is not None else text
        for name, text in printed.items()
    }
    return {**key, "selesai": selesai, **texts}


def _simple(
    connection: sqlite3.Connection,
    jenis: str,
    tahun: Collection[int],
    nips: Collection[str] | None,
) -> list[Larik]:
    _, _, columns = _SIMPLE[jenis]
    cursor = connection.execute(
        f"SELECT CAST(t.tahun AS TEXT) AS tahun, g.nip AS nip, {', '.join(columns)} "
        f"{_from(jenis)} WHERE {_limit(tahun, nips)}",
        (*tahun, *_few(nips)),
    )
    letak = letak_of(tuple(description[0] for description in cursor.description))
    some = None if nips is None else frozenset(nips)
    wanted = cursor if some is None else (row for row in cursor if row[1] in some)
    # the same few texts fill most cells: shared, they take a fraction of the memory
    once = Sekali[str | None]().__getitem__
    return [Larik(letak, tuple(map(once, row))) for row in wanted]


def _from(jenis: str) -> str:
    tabel, join = ("bagian", _OF_YEAR) if jenis == "bagian" else _SIMPLE[jenis][:2]
    owner = "x" if jenis == "pengecualian" else "p"
    return (
        f"FROM {tabel} x {join} JOIN periode t ON t.id = {owner}.periode_id "
        f"JOIN pegawai g ON g.id = {owner}.pegawai_id"
    )


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
