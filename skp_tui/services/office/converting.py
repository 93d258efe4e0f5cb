"""Puts a year under another regulation, which nothing else does: looked at first, with a reason.

A law never changes an old score, so a period keeps the regulation that it was begun under. It is
changed where it was begun under the wrong one: entered before this program knew the regulation of
that year, or begun in a year in which the office still had the former forms.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from skp_tui.domain.period import Periode
from skp_tui.domain.text import clean
from skp_tui.errors import BUKA_SEMUA, InputError, LockedError
from skp_tui.record import record
from skp_tui.rules import regulation
from skp_tui.rules.regulation import (
    Peraturan,
    governing_instead,
    peraturan_named,
    peraturan_periode,
)
from skp_tui.rules.result import Status
from skp_tui.services.signing.signing import LONGEST_REASON
from skp_tui.storage.changes.periods import set_regulation
from skp_tui.storage.reading.office_reader import read_period
from skp_tui.storage.reading.period_content import count_rows, count_sent, holds_data
from skp_tui.storage.reading.year_reader import Tahun, read_year

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

NILAI_LUAR = "nilai_luar"
DATA = "data"
DI_TEMPAT_LAIN = (
    "Di komputer lain datanya baru terbaca sesudah tahun itu diubah sama di sana "
    "(Unit dan periode, G)."
)
"""What is said of the data of a year that is not under the regulation that governs it."""
PERATURAN, ALASAN = "peraturan", "alasan"
"""The answers that a conversion needs; a refusal names the one that it is about."""


@record
class Akibat:
    """What a year would be under a regulation: who is appraised, which rows count and which rest.

    ``dipakai`` and ``istirahat`` count rows by kind. A row that rests stays stored; it counts again
    once the year is put back.
    """

    peraturan: Peraturan
    dinilai: int
    wajib: int
    dipakai: Mapping[str, int]
    istirahat: Mapping[str, int]


@record
class PerubahanPeraturan:
    """What stands, and what each other regulation would make of it.

    ``kiriman`` counts the packages that were sent under the present one, ``disepakati`` whose plan
    was agreed on under it; ``terkunci`` the signed appraisals that hold the year to it.
    """

    periode: Periode
    sekarang: Akibat
    pilihan: tuple[Akibat, ...]
    berisi: bool
    kiriman: int
    disepakati: int
    terkunci: int

    @property
    def tahun(self) -> int:
        """Return the year."""
        return self.periode.tahun

    def under(self, kode: str) -> Akibat | None:
        """Return what another regulation would make of the year."""
        return next((satu for satu in self.pilihan if satu.peraturan.kode == kode), None)


def pratinjau(connection: sqlite3.Connection, tahun: int) -> PerubahanPeraturan:
    """Return what converting a year would do; nothing is changed.

    Raises InputError where the year is not there, DatabaseError where its regulation is unknown.
    """
    periode = _stored(connection, tahun)
    present = peraturan_periode(periode)
    year, rows = read_year(connection, tahun), count_rows(connection, tahun)
    others = [masa.peraturan for masa in regulation.MASA if masa.kode != present.kode]
    everybody = year.penilaian.values()
    return PerubahanPeraturan(
        periode=periode,
        sekarang=_under(present, year, periode, rows),
        pilihan=tuple(_under(satu, year, periode, rows) for satu in others),
        berisi=holds_data(connection, tahun),
        kiriman=count_sent(connection, tahun),
        disepakati=sum(satu.disepakati is not None for satu in everybody),
        terkunci=sum(satu.terkunci for satu in everybody),
    )


def _stored(connection: sqlite3.Connection, tahun: int) -> Periode:
    periode = read_period(connection, tahun)
    if periode is None:
        raise InputError(f"Tahun {tahun} belum ada.", "Buat dahulu di Unit dan periode.")
    return periode


def _under(peraturan: Peraturan, year: Tahun, periode: Periode, rows: Mapping[str, int]) -> Akibat:
    states = [peraturan.nilai(satu, periode).status for satu in year.penilaian.values()]
    return Akibat(
        peraturan,
        dinilai=sum(satu is Status.DINILAI for satu in states),
        wajib=sum(satu is not Status.DIKECUALIKAN for satu in states),
        dipakai={nama: number for nama, number in rows.items() if _uses(peraturan, nama)},
        istirahat={nama: number for nama, number in rows.items() if not _uses(peraturan, nama)},
    )


def _uses(peraturan: Peraturan, nama: str) -> bool:
    jenis, _, sort = nama.partition(" ")
    return jenis in peraturan.isian and (jenis != NILAI_LUAR or sort in peraturan.nilai_luar)


def rows_in_words(rows: Mapping[str, int]) -> str:
    """Count rows by kind: ``3 kegiatan, 2 perilaku``."""
    return ", ".join(f"{number} {nama.replace('_', ' ')}" for nama, number in rows.items())


def export_notes(connection: sqlite3.Connection, tahun: int, profil: str) -> tuple[str, ...]:
    """Say what whoever passes files of a year on must know: another regulation, rows at rest."""
    periode = read_period(connection, tahun)
    return () if periode is None else tuple(_notes(connection, periode, profil))


def _notes(connection: sqlite3.Connection, periode: Periode, profil: str) -> Iterator[str]:
    present, governing = peraturan_periode(periode), governing_instead(periode)
    if governing is not None:
        yield f"Tahun {periode.tahun} memakai {present.nama}, bukan {governing.nama}."
    if governing is not None and profil == DATA:
        yield DI_TEMPAT_LAIN
    rows = count_rows(connection, periode.tahun)
    resting = {nama: number for nama, number in rows.items() if not _uses(present, nama)}
    if resting:
        words = rows_in_words(resting)
        yield f"Tersimpan tetapi tidak dipakai {present.nama}, jadi tidak ikut ditulis: {words}."


def convert(writer: "Writer", tahun: int, kode: str, alasan: str) -> None:
    """Put a year under another regulation in one step; nothing that is entered is removed.

    The reason stands in the trail. A year that holds nothing needs none. Raises LockedError where a
    signed appraisal holds the year to its regulation, InputError without a reason and where there
    is nothing to change, DatabaseError where the present regulation is unknown.
    """
    with writer.reading() as connection:
        periode = _stored(connection, tahun)
        berisi = holds_data(connection, tahun)
    present, wanted = peraturan_periode(periode), peraturan_named(kode)
    if wanted is None:
        raise InputError(f"Tidak ada peraturan {kode}.", "Pilih dari daftar.", PERATURAN)
    if wanted.kode == present.kode:
        raise InputError(
            f"Tahun {tahun} sudah memakai {present.nama}.", "Tidak ada yang diubah.", PERATURAN
        )
    check_free(periode)
    sebab = f"peraturan {tahun}: {present.nama} → {wanted.nama}"
    if berisi:
        sebab = f"{sebab}: {_reason(alasan)}"
    with writer.change(sebab) as work:
        set_regulation(work, tahun, wanted.kode)


def check_free(periode: Periode) -> None:
    """Refuse a period that stays under its regulation: of a newer program, or with a signature."""
    peraturan_periode(periode)
    if periode.beku:
        raise LockedError(
            f"Peraturan tahun {periode.tahun} beku, karena sudah ada penilaian yang dikunci.",
            BUKA_SEMUA,
        )


def _reason(alasan: str) -> str:
    reason = clean(alasan)
    if not reason:
        raise InputError(
            "Mengubah peraturan tahun yang sudah berisi perlu alasan.", "Tulislah.", ALASAN
        )
    if len(reason) > LONGEST_REASON:
        raise InputError(f"Alasan lebih dari {LONGEST_REASON} huruf.", "Ringkaslah.", ALASAN)
    return reason
