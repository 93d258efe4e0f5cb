"""The book of notes on a person's perilaku (Buku Catatan Penilaian Perilaku), and what any note is.

The number of a note is its place in the book, by date; it is computed, never stored.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from skp_tui.domain.appraisal import Penilaian
from skp_tui.domain.dates import DateError, parse_date, shown_date
from skp_tui.domain.number import NumberError, canonical, parse_number
from skp_tui.domain.office import Pejabat
from skp_tui.domain.progress import Catatan, Rentang, rentang_bagian, setahun
from skp_tui.domain.text import PARAGRAPH, clean
from skp_tui.errors import Problem, not_of_year
from skp_tui.record import record
from skp_tui.rules.regulation import check_isian
from skp_tui.services.base.editing import Tersimpan
from skp_tui.services.base.views import regulation_of
from skp_tui.storage.changes import notes
from skp_tui.storage.reading.year_reader import read_year

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

Jawaban = Mapping[str, str]
"""What a form brings, as typed: tanggal, jumlah, isi, bukti."""
LONGEST: Final = {"isi": PARAGRAPH, "bukti": 300}
"""Signs that an answer may have: what is stored once stands in the trail for ever."""


@record
class Buku:
    """The notes of one person in one year, oldest first, with the appraisal they belong to."""

    penilaian: Penilaian
    catatan: tuple[Catatan, ...]

    @property
    def rentang(self) -> Rentang:
        """Return the days in which a note may lie."""
        return setahun(self.penilaian.tahun)

    def penilai(self, tanggal: date) -> Pejabat:
        """Return who appraised the person on that day, whose name and paraf the book wants."""
        for part in self.penilaian.bagian:
            if rentang_bagian(self.penilaian, part.nomor).memuat(tanggal):
                return part.penilai
        return self.penilaian.penilai


def read_book(connection: sqlite3.Connection, tahun: int, nip: str) -> Buku:
    """Return a person's notes; raises InputError for who is not of that year."""
    penilaian = appraisal_of(connection, tahun, nip)
    return Buku(penilaian, notes.read_notes(connection, tahun, nip).get(None, ()))


def appraisal_of(connection: sqlite3.Connection, tahun: int, nip: str) -> Penilaian:
    """Return what was entered for a person; raises InputError for who is not of that year."""
    year = read_year(connection, tahun, [nip])
    check_isian(regulation_of(year), tahun, "kegiatan")
    found = year.penilaian.get(nip)
    if found is None:
        raise not_of_year(nip, tahun, known=False)
    return found


def save_note(
    writer: "Writer", tahun: int, nip: str, nomor: int | None, jawaban: Jawaban
) -> Tersimpan:
    """Store a new note on perilaku, or change one; nothing is stored where an answer is refused."""
    with writer.reading() as connection:
        nama = appraisal_of(connection, tahun, nip).pegawai.nama
    values, ditolak = judged(jawaban, setahun(tahun), f"tahun {tahun}")
    if ditolak:
        return Tersimpan(ditolak)
    apa = "ubah catatan" if nomor is not None else "catatan"
    store(writer, (tahun, nip, None), nomor, values, f"{apa} perilaku {nama}, {on(values)}")
    return Tersimpan()


def remove_note(writer: "Writer", nama: str, catatan: Catatan, apa: str = "perilaku") -> None:
    """Remove a note; undoable. Raises InputError where it is gone, LockedError where signed."""
    with writer.change(f"hapus catatan {apa} {nama}, {shown_date(catatan.tanggal)}") as work:
        notes.remove(work, catatan.nomor)


# What every kind of note has in common

Nilai = dict[str, str | None]


def judged(jawaban: Jawaban, rentang: Rentang, masa: str) -> tuple[Nilai, tuple[Problem, ...]]:
    """Return a note as it is stored, and what is wrong with the answers.

    ``masa`` names the days in which the date must lie.
    """
    values: Nilai = {}
    ditolak: list[Problem] = []
    try:
        values["tanggal"] = _day(jawaban.get("tanggal", ""), rentang, masa).isoformat()
    except DateError as fault:
        ditolak.append(Problem(str(fault), kolom="tanggal", nilai=jawaban.get("tanggal")))
    if "jumlah" in jawaban:
        try:
            amount = _amount(jawaban["jumlah"])
            values["jumlah"] = None if amount is None else canonical(amount)
        except NumberError as fault:
            ditolak.append(Problem(str(fault), kolom="jumlah", nilai=jawaban["jumlah"]))
    values["isi"] = clean(jawaban.get("isi", ""))
    if "bukti" in jawaban:
        values["bukti"] = clean(jawaban["bukti"]) or None
    ditolak.extend(_wrong_lengths(values))
    # a refused amount is no missing one
    without_amount = "jumlah" not in jawaban or values.get("jumlah", "") is None
    if not values["isi"] and without_amount:
        words = "isi jumlah atau catatannya" if "jumlah" in jawaban else "isi uraiannya"
        ditolak.append(Problem(words, kolom="isi"))
    return values, tuple(ditolak)


def _wrong_lengths(values: Nilai) -> Iterator[Problem]:
    for kolom, longest in LONGEST.items():
        signs = len(values.get(kolom) or "")
        if signs > longest:
            yield Problem(f"{signs} huruf; paling banyak {longest}, ringkaslah", kolom=kolom)


def _day(text: str, rentang: Rentang, masa: str) -> date:
    day = parse_date(text)
    if not rentang.memuat(day):
        first, last = shown_date(rentang.mulai), shown_date(rentang.selesai)
        raise DateError(f"di luar {masa}; tulis tanggal {first} s.d. {last}")
    return day


def _amount(text: str) -> Decimal | None:
    if not text.strip():
        return None
    value = parse_number(text, ",")
    if value <= 0:
        raise NumberError("jumlah harus lebih dari 0; kosongkan bila hanya catatan")
    return value


def store(
    writer: "Writer", tempat: notes.Tempat, nomor: int | None, values: Nilai, sebab: str
) -> None:
    """Add a note, or change the one with that number, as one step."""
    with writer.change(sebab) as work:
        if nomor is None:
            notes.add(work, tempat, values)
        else:
            notes.change(work, tempat, nomor, values)


def on(values: Nilai) -> str:
    """Return the day of a note in words, for the trail."""
    return shown_date(date.fromisoformat(values["tanggal"] or ""))
