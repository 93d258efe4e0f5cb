"""Values that were not computed here, and exceptions: what stands, and what it takes the place of.

The academic value of a tugas belajar is the SKP of the year; the SKP of a part that another office
scored on paper is the part's whole SKP; in 2021 the final value is all there is (exchange 1).
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from skp_tui.domain.appraisal import NilaiLuar
from skp_tui.domain.dates import shown_date
from skp_tui.domain.number import shown
from skp_tui.domain.parts import days_of, parts_of
from skp_tui.errors import Problem
from skp_tui.record import record
from skp_tui.services.base.editing import Isian, Tersimpan, plan_of_form
from skp_tui.services.base.importing import apply_plan
from skp_tui.services.base.refusal import refuse_locked
from skp_tui.services.base.views import Orang, appraisal
from skp_tui.services.office.listing import DataKantor, office
from skp_tui.storage.changes.apply import remove

if TYPE_CHECKING:
    from skp_tui.domain.period import Periode
    from skp_tui.domain.records import Rekaman
    from skp_tui.storage.transactions.writer import Writer

AKADEMIK = "akademik"
SKP = "skp"
AKHIR = "akhir"


@record
class TempatNilai:
    """Which value it is: the academic or the final one of the year, or the SKP of one part."""

    jenis: str
    bagian: int | None = None

    @property
    def kunci(self) -> str:
        """Return what tells it apart from the others."""
        return self.jenis if self.bagian is None else f"{self.jenis} {self.bagian}"

    @property
    def sebutan(self) -> str:
        """Return its name."""
        if self.bagian is None:
            return f"nilai {self.jenis}"
        return f"nilai SKP bagian {self.bagian}"


@record
class Luar:
    """One value from elsewhere: stored or not yet, and what is computed without it and of what."""

    tempat: TempatNilai
    nilai: NilaiLuar | None
    tanpa: Fraction | None
    dari: str
    masa: str = ""


@record
class DariLuar:
    """What can stand in the place of a computed value for one person and year."""

    orang: Orang
    nilai: tuple[Luar, ...]
    kantor: DataKantor

    def of(self, kunci: str) -> Luar | None:
        """Return one of the values by what tells it apart."""
        return next((satu for satu in self.nilai if satu.tempat.kunci == kunci), None)

    @property
    def menghalangi(self) -> str:
        """Return why no academic value may be given, in words; empty where one may."""
        if self.orang.penilaian.pengecualian is None:
            return ""
        return "Ia dikecualikan; hapus dahulu pengecualiannya, atau biarkan tanpa nilai akademik."


def outside(connection: sqlite3.Connection, tahun: int, nip: str) -> DariLuar:
    """Return the values from elsewhere; raises InputError when the person is not of that year."""
    orang, periode = appraisal(connection, tahun, nip)
    return DariLuar(orang, tuple(_values(orang, periode)), office(connection))


def _values(orang: Orang, periode: "Periode") -> Iterator[Luar]:
    penilaian = orang.penilaian
    peraturan = orang.peraturan
    if AKHIR in peraturan.nilai_luar:
        yield Luar(TempatNilai(AKHIR), penilaian.akhir, None, "")
    if AKADEMIK not in peraturan.nilai_luar:
        return
    parts = parts_of(penilaian)
    of_year = peraturan.nilai(replace(penilaian, akademik=None), periode).nilai_skp
    yield Luar(TempatNilai(AKADEMIK), penilaian.akademik, of_year, f"{len(parts)} bagian")
    computed = replace(
        penilaian, akademik=None, bagian=tuple(replace(part, nilai_luar=None) for part in parts)
    )
    values = {satu.nomor: satu.nilai_skp for satu in peraturan.nilai(computed, periode).bagian}
    for part in parts:
        first, last = days_of(parts, part.nomor, penilaian.pegawai, penilaian.tahun)
        yield Luar(
            TempatNilai(SKP, part.nomor),
            part.nilai_luar,
            values[part.nomor],
            f"{len(part.kegiatan)} kegiatan",
            f"{shown_date(first)} s.d. {shown_date(last)}",
        )


def save_value(
    writer: "Writer", tahun: int, nip: str, tempat: TempatNilai, isian: Isian
) -> Tersimpan:
    """Store a value from elsewhere; ``isian`` has ``nilai``, ``sumber`` and perhaps ``ide_baru``.

    An academic value beside an exception is refused. Raises LockedError for a signed appraisal.
    """
    orang = _open(writer, tahun, nip)
    row = {"tahun": str(tahun), "nip": nip, "jenis": tempat.jenis, **isian}
    if tempat.bagian is not None:
        row["bagian"] = str(tempat.bagian)
    rencana = plan_of_form(writer, "nilai_luar", [row])
    if rencana.ditolak:
        return Tersimpan(tuple(_at_value(satu) for satu in rencana.ditolak))
    if rencana.baru or rencana.berubah:
        record = next(iter((*rencana.baru, *rencana.berubah))).rekaman
        value = shown(Decimal(record["nilai"] or "0"))
        apply_plan(writer, rencana, f"{tempat.sebutan} {orang.nama} {tahun}: {value}")
    return Tersimpan(peringatan=rencana.peringatan)


def _at_value(problem: Problem) -> Problem:
    """Show a fault of the key beside the value: the form does not ask for a key."""
    asked = {"nilai", "sumber", "ide_baru"}
    return problem if problem.kolom in asked else replace(problem, kolom="nilai")


def remove_value(writer: "Writer", tahun: int, nip: str, tempat: TempatNilai) -> None:
    """Remove a value from elsewhere: what is entered counts again.

    Raises LockedError for a signed appraisal, InputError where there is no value.
    """
    orang = _open(writer, tahun, nip)
    key: Rekaman = {"tahun": str(tahun), "nip": nip, "jenis": tempat.jenis}
    key["bagian"] = None if tempat.bagian is None else str(tempat.bagian)
    with writer.change(f"hapus {tempat.sebutan} {orang.nama} {tahun}") as work:
        remove(work, "nilai_luar", [key])


def _open(writer: "Writer", tahun: int, nip: str) -> Orang:
    with writer.reading() as connection:
        orang, _ = appraisal(connection, tahun, nip)
    refuse_locked(orang)
    return orang
