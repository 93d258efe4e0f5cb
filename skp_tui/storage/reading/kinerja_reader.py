"""Reads what an SKP holds from 2022 on: results, indicators, ratings, conduct, attachment."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Final

from skp_tui.domain.appraisal import Evaluasi, Peringkat
from skp_tui.domain.kinerja import (
    CapaianOrganisasi,
    Ekspektasi,
    HasilKerja,
    Indikator,
    JenisHasil,
    JenisLampiran,
    Lampiran,
    NilaiBerakhlak,
)
from skp_tui.domain.records import Rekaman
from skp_tui.domain.ukuran import stored_ukuran
from skp_tui.storage.reading.year_scope import Scope

CAPAIAN: Final = "capaian_organisasi"
CAPAIAN_OF: Final = (
    "FROM capaian_organisasi c JOIN periode t ON t.id = c.periode_id "
    "JOIN unit u ON u.id = c.unit_id"
)

_Part = tuple[str, int]
"""NIP and number of a part."""
_RESULT = "JOIN bagian b ON b.penilaian_id = p.id JOIN hasil_kerja h ON h.bagian_id = b.id"
_NILAI = tuple(NilaiBerakhlak)
_LAMPIRAN = tuple(JenisLampiran)


def read_hasil_kerja(
    connection: sqlite3.Connection, scope: Scope
) -> Mapping[_Part, list[HasilKerja]]:
    """Return the results with their indicators, by person and part."""
    indikator = _read_indikator(connection, scope)
    found: defaultdict[_Part, list[HasilKerja]] = defaultdict(list)
    rows = scope.rows(
        connection, "b.nomor, h.id, h.no, h.uraian, h.jenis, h.rencana_pimpinan", _RESULT, "h.no"
    )
    for nip, nomor, key, no, uraian, jenis, rencana in rows:
        own = tuple(indikator.get(key, ()))
        found[nip, nomor].append(HasilKerja(no, uraian, JenisHasil(jenis), rencana or "", own))
    return found


def _read_indikator(connection: sqlite3.Connection, scope: Scope) -> Mapping[int, list[Indikator]]:
    """Return the indicators by the key of their result."""
    found: defaultdict[int, list[Indikator]] = defaultdict(list)
    rows = scope.rows(
        connection,
        "h.id, i.no, i.uraian, i.aspek, i.target, i.satuan, i.realisasi, i.bukti, i.umpan_balik",
        f"{_RESULT} JOIN indikator i ON i.hasil_kerja_id = h.id",
        "i.no",
    )
    for _, hasil, no, uraian, aspek, target, satuan, realisasi, bukti, umpan_balik in rows:
        found[hasil].append(
            Indikator(
                no, uraian, aspek, stored_ukuran(target), satuan or "", stored_ukuran(realisasi),
                bukti or "", umpan_balik or "",
            )
        )  # fmt: skip
    return found


def read_evaluasi(connection: sqlite3.Connection, scope: Scope) -> Mapping[str, list[Evaluasi]]:
    """Return the ratings by person."""
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


def read_ekspektasi(connection: sqlite3.Connection, scope: Scope) -> Mapping[str, list[Ekspektasi]]:
    """Return what the leader expects, by person, in the order of the form."""
    rows = scope.rows(
        connection,
        "e.perilaku, e.ekspektasi, e.umpan_balik",
        "JOIN ekspektasi e ON e.penilaian_id = p.id",
        "e.id",
    )
    found: defaultdict[str, list[Ekspektasi]] = defaultdict(list)
    for nip, perilaku, ekspektasi, umpan_balik in rows:
        nilai = NilaiBerakhlak(perilaku)
        found[nip].append(Ekspektasi(nilai, ekspektasi or "", umpan_balik or ""))
    for some in found.values():
        some.sort(key=lambda satu: _NILAI.index(satu.nilai))
    return found


def read_lampiran(connection: sqlite3.Connection, scope: Scope) -> Mapping[str, list[Lampiran]]:
    """Return the attachments, by person, in the order of the form."""
    rows = scope.rows(
        connection,
        "l.jenis, l.no, l.uraian",
        "JOIN lampiran l ON l.penilaian_id = p.id",
        "l.no",
    )
    found: defaultdict[str, list[Lampiran]] = defaultdict(list)
    for nip, jenis, no, uraian in rows:
        found[nip].append(Lampiran(JenisLampiran(jenis), no, uraian))
    for some in found.values():
        some.sort(key=lambda satu: _LAMPIRAN.index(satu.jenis))
    return found


def read_capaian(connection: sqlite3.Connection, tahun: int) -> Mapping[str, CapaianOrganisasi]:
    """Return what was given for a year, by the code of the unit."""
    rows = connection.execute(f"SELECT u.kode, c.capaian {CAPAIAN_OF} WHERE t.tahun = ?", (tahun,))
    return {kode: CapaianOrganisasi(capaian) for kode, capaian in rows}


def capaian_records(connection: sqlite3.Connection, tahun: Collection[int]) -> list[Rekaman]:
    """Return what was given for some years, as records of the exchange."""
    rows = connection.execute(
        f"SELECT t.tahun, u.kode, c.capaian {CAPAIAN_OF} "
        f"WHERE t.tahun IN ({', '.join('?' * len(tahun))})",
        tuple(tahun),
    )
    return [{"tahun": str(year), "unit": kode, "capaian": capaian} for year, kode, capaian in rows]
