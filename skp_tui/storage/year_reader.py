"""Reads a year of an office as domain values: a city in a few queries, never one per person."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from skp_tui.domain.appraisal import (
    KOLOM_ANGKA,
    PERILAKU,
    Alasan,
    Bagian,
    Evaluasi,
    JenisTambahan,
    Kegiatan,
    NilaiLuar,
    Pengecualian,
    Penilaian,
    Perilaku,
    Peringkat,
    Tambahan,
    Tingkat,
)
from skp_tui.domain.office import KOLOM_PEJABAT, JenisJabatan, Pegawai, Pejabat
from skp_tui.domain.period import Periode
from skp_tui.domain.snapshot import Snapshot, followed, resolved, with_appraisers
from skp_tui.storage.office_reader import (
    ATASAN,
    PENILAI,
    Kantor,
    as_date,
    as_decimal,
    read_office,
    read_period,
)

FEW = 500

_Luar = tuple[str, str, int]
"""NIP, kind and part of a value from elsewhere; part 0 is the whole year."""


@dataclass(frozen=True, slots=True)
class Tahun:
    """One year of an office: the period (None before its first row) and everybody's appraisal.

    ``penilaian`` has, by NIP, everybody who belongs to the year, also those without any entry.
    """

    tahun: int
    kantor: Kantor
    periode: Periode | None
    penilaian: Mapping[str, Penilaian]


def read_year(
    connection: sqlite3.Connection, tahun: int, nips: Collection[str] | None = None
) -> Tahun:
    """Return a year with everybody who belongs to it, or with some people only."""
    kantor = read_office(connection)
    scope = _Scope(tahun, nips)
    kegiatan = _read_kegiatan(connection, scope)
    tambahan = _read_tambahan(connection, scope)
    luar = _read_nilai_luar(connection, scope)
    parts = _read_bagian(connection, scope, kantor, kegiatan, tambahan, luar)
    perilaku = _read_perilaku(connection, scope)
    evaluasi = _read_evaluasi(connection, scope)
    exceptions = _read_pengecualian(connection, scope)
    dates = _read_dates(connection, scope)
    notes = _read_note_counts(connection, scope)
    found: dict[str, Penilaian] = {}
    for pegawai in _of_year(kantor, tahun, nips):
        nip = pegawai.nip
        disepakati, dikunci = dates.get(nip, (None, None))
        found[nip] = Penilaian(
            tahun=tahun,
            pegawai=with_appraisers(pegawai, kantor.people, kantor.units),
            bagian=tuple(parts.get(nip, ())),
            perilaku=perilaku.get(nip, Perilaku()),
            akademik=luar.get((nip, "akademik", 0)),
            akhir=luar.get((nip, "akhir", 0)),
            evaluasi=tuple(evaluasi.get(nip, ())),
            pengecualian=exceptions.get(nip),
            disepakati=disepakati,
            dikunci=dikunci,
            catatan_perilaku=notes.get(nip, 0),
        )
    return Tahun(tahun, kantor, read_period(connection, tahun), found)


def _of_year(kantor: Kantor, tahun: int, nips: Collection[str] | None) -> Iterator[Pegawai]:
    named = kantor.people if nips is None else (nip for nip in nips if nip in kantor.people)
    return (kantor.people[nip] for nip in named if kantor.people[nip].belongs_to(tahun))


class _Scope:
    """The condition that limits a query to one year and perhaps to some people."""

    def __init__(self, tahun: int, nips: Collection[str] | None) -> None:
        few = nips is not None and len(nips) <= FEW
        some = list(nips) if nips is not None and few else []
        limit = f" AND g.nip IN ({', '.join('?' * len(some))})" if few else ""
        self.where = f"WHERE t.tahun = ?{limit}"
        self.parameters: tuple[object, ...] = (tahun, *some)

    def rows(
        self, connection: sqlite3.Connection, columns: str, join: str, order: str
    ) -> sqlite3.Cursor:
        """Run one query of penilaian (``p``) with person (``g``) and period (``t``)."""
        return connection.execute(
            f"SELECT g.nip, {columns} FROM penilaian p JOIN periode t ON t.id = p.periode_id "
            f"JOIN pegawai g ON g.id = p.pegawai_id {join} {self.where} ORDER BY {order}",
            self.parameters,
        )


_AMOUNTS = ", ".join(f"k.{name}" for name in KOLOM_ANGKA)


def _read_kegiatan(
    connection: sqlite3.Connection, scope: _Scope
) -> Mapping[tuple[str, int], list[Kegiatan]]:
    found: defaultdict[tuple[str, int], list[Kegiatan]] = defaultdict(list)
    rows = scope.rows(
        connection,
        f"b.nomor, k.no, k.uraian, k.satuan, k.satuan_waktu, k.ak, {_AMOUNTS}",
        "JOIN bagian b ON b.penilaian_id = p.id JOIN kegiatan k ON k.bagian_id = b.id",
        "k.no",
    )
    for nip, nomor, no, uraian, satuan, satuan_waktu, *amounts in rows:
        exact = [None if text is None else Decimal(text) for text in amounts]
        found[nip, nomor].append(
            Kegiatan(no, uraian, satuan or "", satuan_waktu or "bulan", *exact)
        )
    return found


def _read_tambahan(
    connection: sqlite3.Connection, scope: _Scope
) -> Mapping[tuple[str, int], list[Tambahan]]:
    found: defaultdict[tuple[str, int], list[Tambahan]] = defaultdict(list)
    rows = scope.rows(
        connection,
        "b.nomor, x.jenis, x.no, x.uraian, x.tingkat",
        "JOIN bagian b ON b.penilaian_id = p.id JOIN tambahan x ON x.bagian_id = b.id",
        "x.jenis DESC, x.no",
    )
    for nip, nomor, jenis, no, uraian, tingkat in rows:
        level = Tingkat(tingkat) if tingkat else None
        found[nip, nomor].append(Tambahan(JenisTambahan(jenis), no, uraian, level))
    return found


def _read_nilai_luar(connection: sqlite3.Connection, scope: _Scope) -> Mapping[_Luar, NilaiLuar]:
    rows = scope.rows(
        connection,
        "n.jenis, n.bagian, n.nilai, n.sumber, n.ide_baru",
        "JOIN nilai_luar n ON n.penilaian_id = p.id",
        "n.bagian",
    )
    return {
        (nip, jenis, bagian): NilaiLuar(Decimal(nilai), sumber, ide_baru == "ya")
        for nip, jenis, bagian, nilai, sumber, ide_baru in rows
    }


def _read_bagian(
    connection: sqlite3.Connection,
    scope: _Scope,
    kantor: Kantor,
    kegiatan: Mapping[tuple[str, int], list[Kegiatan]],
    tambahan: Mapping[tuple[str, int], list[Tambahan]],
    luar: Mapping[_Luar, NilaiLuar],
) -> Mapping[str, list[Bagian]]:
    rows = scope.rows(
        connection,
        "b.nomor, b.mulai, b.selesai, u.kode, b.golongan, b.jabatan, b.jenis_jabatan, "
        f"{PENILAI.format('b')}, {ATASAN.format('b')}",
        "JOIN bagian b ON b.penilaian_id = p.id LEFT JOIN unit u ON u.id = b.unit_id",
        "b.nomor",
    )
    found: defaultdict[str, list[Bagian]] = defaultdict(list)
    for row in rows:
        nip, nomor, mulai, selesai, *stored = row
        place = (nip, nomor)
        snapshot = read_snapshot(stored, kantor.people[nip], kantor)
        found[nip].append(
            Bagian(
                nomor=nomor,
                unit=snapshot.unit,
                golongan=snapshot.golongan,
                jabatan=snapshot.jabatan,
                jenis_jabatan=snapshot.jenis_jabatan,
                penilai=snapshot.penilai,
                atasan_penilai=snapshot.atasan_penilai,
                mulai=as_date(mulai),
                selesai=as_date(selesai),
                kegiatan=tuple(kegiatan.get(place, ())),
                tambahan=tuple(tambahan.get(place, ())),
                nilai_luar=luar.get((nip, "skp", nomor)),
            )
        )
    return found


def read_snapshot(stored: Sequence[str | None], pegawai: Pegawai, kantor: Kantor) -> Snapshot:
    """Return what a part prints: given fields as given, the others as the person is now.

    ``stored`` are unit code, golongan, jabatan, jenis_jabatan and five fields of each appraiser.
    """
    unit, golongan, jabatan, jenis = stored[:4]
    kind = pegawai.jenis_jabatan if jenis is None else (JenisJabatan(jenis) if jenis else None)
    return Snapshot(
        unit=pegawai.unit if unit is None else unit,
        golongan=pegawai.golongan if golongan is None else golongan,
        jabatan=pegawai.jabatan if jabatan is None else jabatan,
        jenis_jabatan=kind,
        penilai=_appraiser(stored[4:9], pegawai.penilai, kantor),
        atasan_penilai=_appraiser(stored[9:14], pegawai.atasan_penilai, kantor),
    )


def _appraiser(stored: Sequence[str | None], current: Pejabat, kantor: Kantor) -> Pejabat:
    """Return an appraiser of a part; what was given as empty is not filled from his NIP again."""
    given = dict(zip(KOLOM_PEJABAT, stored, strict=True))
    found = resolved(followed(given, current), kantor.people, kantor.units)
    return replace(found, **{name: text for name, text in given.items() if text is not None})


def _read_perilaku(connection: sqlite3.Connection, scope: _Scope) -> Mapping[str, Perilaku]:
    columns = ", ".join(PERILAKU)
    rows = scope.rows(connection, columns, "JOIN perilaku r ON r.penilaian_id = p.id", "r.id")
    return {nip: Perilaku(*(as_decimal(text) for text in aspek)) for nip, *aspek in rows}


def _read_evaluasi(connection: sqlite3.Connection, scope: _Scope) -> Mapping[str, list[Evaluasi]]:
    rows = scope.rows(
        connection,
        "v.periode, v.hasil_kerja, v.perilaku_kerja",
        "JOIN evaluasi v ON v.penilaian_id = p.id",
        "v.periode",
    )
    found: defaultdict[str, list[Evaluasi]] = defaultdict(list)
    for nip, periode, hasil_kerja, perilaku_kerja in rows:
        ratings = (
            None if text is None else Peringkat(text) for text in (hasil_kerja, perilaku_kerja)
        )
        found[nip].append(Evaluasi(periode, *ratings))
    return found


def _read_pengecualian(connection: sqlite3.Connection, scope: _Scope) -> Mapping[str, Pengecualian]:
    rows = connection.execute(
        "SELECT g.nip, e.alasan, e.tanggal, e.keterangan FROM pengecualian e JOIN periode t "
        f"ON t.id = e.periode_id JOIN pegawai g ON g.id = e.pegawai_id {scope.where}",
        scope.parameters,
    )
    return {
        nip: Pengecualian(Alasan(alasan), date.fromisoformat(tanggal), keterangan or "")
        for nip, alasan, tanggal, keterangan in rows
    }


def _read_dates(
    connection: sqlite3.Connection, scope: _Scope
) -> Mapping[str, tuple[date | None, date | None]]:
    rows = scope.rows(connection, "p.disepakati, p.dikunci", "", "p.id")
    return {nip: (as_date(agreed), as_date(locked)) for nip, agreed, locked in rows}


def _read_note_counts(connection: sqlite3.Connection, scope: _Scope) -> Mapping[str, int]:
    join = "JOIN catatan c ON c.penilaian_id = p.id AND c.kegiatan_id IS NULL"
    found: defaultdict[str, int] = defaultdict(int)
    for nip, _ in scope.rows(connection, "c.id", join, "p.id"):
        found[nip] += 1
    return found
