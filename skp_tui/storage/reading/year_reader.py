"""Reads a year of an office as domain values: a city in a few queries, never one per person."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from skp_tui.domain.appraisal import (
    KOLOM_ANGKA,
    PERILAKU,
    Alasan,
    Bagian,
    JenisTambahan,
    Kegiatan,
    NilaiLuar,
    Pengecualian,
    Penilaian,
    Perilaku,
    Tambahan,
    Tingkat,
)
from skp_tui.domain.kinerja import CapaianOrganisasi
from skp_tui.domain.office import KOLOM_PEJABAT, JenisJabatan, Pegawai, Pejabat, upwards
from skp_tui.domain.period import Periode
from skp_tui.domain.snapshot import Snapshot, followed, resolved, with_appraisers
from skp_tui.record import record
from skp_tui.storage.reading.kinerja_reader import (
    read_capaian,
    read_ekspektasi,
    read_evaluasi,
    read_hasil_kerja,
    read_lampiran,
)
from skp_tui.storage.reading.office_reader import (
    ATASAN,
    PENILAI,
    Kantor,
    as_date,
    as_decimal,
    read_office,
    read_period,
)
from skp_tui.storage.reading.year_scope import Scope

_Luar = tuple[str, str, int]
"""NIP, kind and part of a value from elsewhere; part 0 is the whole year."""


@record
class Tahun:
    """One year of an office: the period (None before its first row) and everybody's appraisal.

    ``penilaian`` has, by NIP, everybody who belongs to the year, also those without any entry;
    ``capaian``, by unit code, how well an organisation did, where that was given.
    """

    tahun: int
    kantor: Kantor
    periode: Periode | None
    penilaian: Mapping[str, Penilaian]
    capaian: Mapping[str, CapaianOrganisasi]


def read_year(
    connection: sqlite3.Connection,
    tahun: int,
    nips: Collection[str] | None = None,
    *,
    with_rows: bool = True,
) -> Tahun:
    """Return a year with everybody who belongs to it, or with some people only.

    Without rows the parts come without activities and results: enough to know who is there.
    """
    kantor = read_office(connection)
    scope = Scope(tahun, nips, with_rows=with_rows)
    found = _read_appraisals(connection, scope, kantor, _of_year(kantor, tahun, nips))
    periode, capaian = read_period(connection, tahun), read_capaian(connection, tahun)
    if capaian:
        found = {nip: _in_unit(satu, kantor, capaian) for nip, satu in found.items()}
    return Tahun(tahun, kantor, periode, found, capaian)


def _in_unit(
    penilaian: Penilaian, kantor: Kantor, capaian: Mapping[str, CapaianOrganisasi]
) -> Penilaian:
    """Return an appraisal with how well its unit did, or the nearest above that has it."""
    above = upwards(kantor.units, penilaian.unit)
    nearest = next((kode for kode in above if kode in capaian), None)
    if nearest is None:
        return penilaian
    return replace(penilaian, capaian=capaian[nearest], unit_capaian=kantor.units[nearest].nama)


def _read_appraisals(
    connection: sqlite3.Connection, scope: Scope, kantor: Kantor, people: Iterable[Pegawai]
) -> dict[str, Penilaian]:
    luar = _read_nilai_luar(connection, scope)
    parts = _read_bagian(connection, scope, kantor, luar)
    perilaku = _read_perilaku(connection, scope)
    evaluasi = read_evaluasi(connection, scope)
    ekspektasi = read_ekspektasi(connection, scope)
    lampiran = read_lampiran(connection, scope)
    exceptions = _read_pengecualian(connection, scope)
    dates = _read_dates(connection, scope)
    notes = _read_note_counts(connection, scope)
    found: dict[str, Penilaian] = {}
    for pegawai in people:
        nip = pegawai.nip
        disepakati, dikunci = dates.get(nip, (None, None))
        found[nip] = Penilaian(
            tahun=scope.tahun,
            pegawai=with_appraisers(pegawai, kantor.people, kantor.units),
            bagian=tuple(parts.get(nip, ())),
            perilaku=perilaku.get(nip, Perilaku()),
            akademik=luar.get((nip, "akademik", 0)),
            akhir=luar.get((nip, "akhir", 0)),
            evaluasi=tuple(evaluasi.get(nip, ())),
            ekspektasi=tuple(ekspektasi.get(nip, ())),
            lampiran=tuple(lampiran.get(nip, ())),
            pengecualian=exceptions.get(nip),
            disepakati=disepakati,
            dikunci=dikunci,
            catatan_perilaku=notes.get(nip, 0),
        )
    return found


def _of_year(kantor: Kantor, tahun: int, nips: Collection[str] | None) -> Iterator[Pegawai]:
    named = kantor.people if nips is None else (nip for nip in nips if nip in kantor.people)
    return (kantor.people[nip] for nip in named if kantor.people[nip].belongs_to(tahun))


_AMOUNTS = ", ".join(f"k.{name}" for name in KOLOM_ANGKA)


def _read_kegiatan(
    connection: sqlite3.Connection, scope: Scope
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
    connection: sqlite3.Connection, scope: Scope
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


def _read_nilai_luar(connection: sqlite3.Connection, scope: Scope) -> Mapping[_Luar, NilaiLuar]:
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
    scope: Scope,
    kantor: Kantor,
    luar: Mapping[_Luar, NilaiLuar],
) -> Mapping[str, list[Bagian]]:
    kegiatan = _read_kegiatan(connection, scope) if scope.with_rows else {}
    tambahan = _read_tambahan(connection, scope) if scope.with_rows else {}
    hasil_kerja = read_hasil_kerja(connection, scope) if scope.with_rows else {}
    found: defaultdict[str, list[Bagian]] = defaultdict(list)
    for nip, nomor, mulai, selesai, *stored in _part_rows(connection, scope):
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
                hasil_kerja=tuple(hasil_kerja.get(place, ())),
            )
        )
    return found


def _part_rows(connection: sqlite3.Connection, scope: Scope) -> sqlite3.Cursor:
    return scope.rows(
        connection,
        "b.nomor, b.mulai, b.selesai, u.kode, b.golongan, b.jabatan, b.jenis_jabatan, "
        f"{PENILAI.format('b')}, {ATASAN.format('b')}",
        "JOIN bagian b ON b.penilaian_id = p.id LEFT JOIN unit u ON u.id = b.unit_id",
        "b.nomor",
    )


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


_FOLLOWING = [None] * len(KOLOM_PEJABAT)


def _appraiser(stored: Sequence[str | None], current: Pejabat, kantor: Kantor) -> Pejabat:
    """Return an appraiser of a part; what was given as empty is not filled from his NIP again."""
    if stored == _FOLLOWING:
        return resolved(current, kantor.people, kantor.units)
    given = dict(zip(KOLOM_PEJABAT, stored, strict=True))
    found = resolved(followed(given, current), kantor.people, kantor.units)
    return replace(found, **{name: text for name, text in given.items() if text is not None})


def _read_perilaku(connection: sqlite3.Connection, scope: Scope) -> Mapping[str, Perilaku]:
    columns = ", ".join(PERILAKU)
    rows = scope.rows(connection, columns, "JOIN perilaku r ON r.penilaian_id = p.id", "r.id")
    return {nip: Perilaku(*(as_decimal(text) for text in aspek)) for nip, *aspek in rows}


def _read_pengecualian(connection: sqlite3.Connection, scope: Scope) -> Mapping[str, Pengecualian]:
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
    connection: sqlite3.Connection, scope: Scope
) -> Mapping[str, tuple[date | None, date | None]]:
    rows = scope.rows(connection, "p.disepakati, p.dikunci", "", "p.id")
    return {nip: (as_date(agreed), as_date(locked)) for nip, agreed, locked in rows}


def _read_note_counts(connection: sqlite3.Connection, scope: Scope) -> Mapping[str, int]:
    join = "JOIN catatan c ON c.penilaian_id = p.id AND c.kegiatan_id IS NULL"
    found: defaultdict[str, int] = defaultdict(int)
    for nip, _ in scope.rows(connection, "c.id", join, "p.id"):
        found[nip] += 1
    return found
