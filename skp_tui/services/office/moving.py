"""Moves in the course of a year: ending one part and starting the next (regulations A.2)."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from skp_tui.domain.appraisal import Bagian, Penilaian
from skp_tui.domain.dates import DateError, editable_date, parse_date, shown_date
from skp_tui.domain.office import SNAPSHOT, Unit
from skp_tui.domain.parts import SEHARI, faults_of_days, first_day, last_day, parts_of
from skp_tui.domain.snapshot import Snapshot
from skp_tui.errors import InputError, Problem
from skp_tui.exchange.plan.plan import Rencana
from skp_tui.record import record
from skp_tui.services.base.editing import Isian, Tersimpan, plan_of_form
from skp_tui.services.base.importing import write_plan
from skp_tui.services.base.refusal import refuse_locked
from skp_tui.services.base.views import Orang, appraisal
from skp_tui.services.office.appraisers import bare, changed_answers
from skp_tui.services.office.listing import Daftar, people_list
from skp_tui.storage.changes import parts
from skp_tui.storage.reading.records import snapshot_texts

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

LAMA_MULAI = "lama_mulai"
"""The question about the first day of the part that the move ends."""
NO_DAY = "tugas lama tidak mempunyai satu hari pun; pilih tanggal yang lebih kemudian"


@record
class Tugas:
    """The posts of a person in a year, and who and what can be chosen for the next one.

    ``lanjut`` when he has a row of a later year: his post of today is not the one of this year.
    """

    orang: Orang
    daftar: Daftar
    lanjut: bool

    @property
    def units(self) -> Mapping[str, Unit]:
        """Return the units by code."""
        return self.daftar.units

    @property
    def bagian(self) -> tuple[Bagian, ...]:
        """Return the parts; somebody without any entry has the one that his first row makes."""
        return parts_of(self.orang.penilaian)

    @property
    def tersimpan(self) -> bool:
        """Say whether anything is stored of the year."""
        return bool(self.orang.penilaian.bagian)


def posts(connection: sqlite3.Connection, tahun: int, nip: str) -> Tugas:
    """Return the posts of a person; raises InputError when he is not of that year."""
    orang, _ = appraisal(connection, tahun, nip)
    return Tugas(orang, people_list(connection), parts.has_later_year(connection, nip, tahun))


def snapshot_answers(bagian: Bagian) -> dict[str, str]:
    """Return unit, rank, post and appraisers of a part as a form asks for them."""
    snapshot = Snapshot(
        bagian.unit, bagian.golongan, bagian.jabatan, bagian.jenis_jabatan, bagian.penilai,
        bagian.atasan_penilai,
    )  # fmt: skip
    return {nama: text or "" for nama, text in snapshot_texts(snapshot).items()}


def move(writer: "Writer", tahun: int, nip: str, isian: Isian, *, ikut: bool) -> Tersimpan:
    """End the last part of the year and start the next one, in one step.

    ``isian`` has ``mulai``, the first day in the new post, ``lama_mulai``, that of the old one, and
    the new post by column. The old part keeps what it printed until now. With ``ikut`` the person
    himself belongs to the new post from now on, and the new part follows him; without it the new
    part alone says where he was. Raises LockedError for a signed appraisal.
    """
    tugas = open_posts(writer, tahun, nip)
    faults = list(_faults_of_post(tugas, isian))
    plans = _plans(writer, tugas, isian, ikut=ikut)
    faults += [problem for rencana in plans for problem in rencana.ditolak]
    faults += _faults_of_move(tugas.orang.penilaian, isian)
    if faults:
        return Tersimpan(_first_of_each(faults))
    mulai = shown_date(_first_day(plans[-1]))
    with writer.change(f"pindah tugas {tugas.orang.nama}, mulai {mulai}") as work:
        # the old part takes its copy before the person changes, the new one follows after
        for rencana in plans:
            write_plan(work, rencana)
    return Tersimpan(peringatan=tuple(note for rencana in plans for note in rencana.peringatan))


def _faults_of_post(tugas: Tugas, isian: Isian) -> Iterator[Problem]:
    if not isian["mulai"].strip():
        yield Problem("isi dahulu", kolom="mulai")
    if not _differs(tugas.bagian[-1], isian):
        words = "sama dengan tugas lama; ubah unit, jabatan, golongan atau penilainya"
        yield Problem(words, kolom="unit")


def _plans(writer: "Writer", tugas: Tugas, isian: Isian, *, ikut: bool) -> list[Rencana]:
    """Return the plans of a move in the order of writing: old part, person, new part."""
    given, old = _given(tugas, isian), tugas.bagian[-1]
    key = {"tahun": str(tugas.orang.penilaian.tahun), "nip": tugas.orang.nip}
    own = {"mulai": isian["mulai"], **({} if ikut else given)}
    new = plan_of_form(writer, "bagian", [{**key, "bagian": str(old.nomor + 1), **own}])
    ended = _ended(old, isian, _day(isian["mulai"]))
    ending = plan_of_form(writer, "bagian", [{**key, "bagian": str(old.nomor), **ended}])
    ending = replace(ending, ditolak=tuple(_renamed(satu) for satu in ending.ditolak))
    return [ending, *person_plans(writer, tugas, given if ikut else {}), new]


def open_posts(writer: "Writer", tahun: int, nip: str) -> Tugas:
    """Return the posts of a person as they are stored now; raises LockedError when signed."""
    with writer.reading() as connection:
        tugas = posts(connection, tahun, nip)
    refuse_locked(tugas.orang)
    return tugas


def _given(tugas: Tugas, isian: Isian) -> dict[str, str]:
    """Return in what the new post differs from what the person's record says now."""
    record = tugas.daftar.pegawai[tugas.orang.nip]
    before = {nama: record[nama] or "" for nama in SNAPSHOT}
    answers = {nama: isian[nama] for nama in SNAPSHOT if nama in isian}
    return changed_answers(answers, tugas.daftar, before=before)


def _differs(old: Bagian, isian: Isian) -> bool:
    stored = snapshot_answers(old)
    return any(_plain(nama, isian[nama]) != stored[nama] for nama in SNAPSHOT if nama in isian)


def _plain(nama: str, text: str) -> str:
    return bare(text) if nama.endswith("_nip") else text


def _ended(old: Bagian, isian: Isian, mulai: date | None) -> dict[str, str]:
    """Return the days of the old part: it ends the day before, unless it ended earlier."""
    days = {"mulai": isian[LAMA_MULAI]} if LAMA_MULAI in isian else {}
    if mulai is not None:
        ends = mulai - SEHARI
        days["selesai"] = editable_date(min(ends, old.selesai or ends))
    return days


def _faults_of_move(penilaian: Penilaian, isian: Isian) -> Iterator[Problem]:
    """Yield why the days cannot be; those that are no dates are refused by the plans."""
    before, old = parts_of(penilaian)[:-1], parts_of(penilaian)[-1]
    mulai = _day(isian["mulai"])
    ended = _with_days(old, _ended(old, isian, mulai))
    if mulai is None or ended is None:
        return
    begun = replace(old, nomor=old.nomor + 1, mulai=mulai, selesai=None)
    together = (*before, ended, begun)
    pegawai, tahun = penilaian.pegawai, penilaian.tahun
    starts = faults_of_days(together, begun.nomor, pegawai, tahun)
    if starts:
        yield Problem(starts["mulai"], kolom="mulai")
        return
    ends = faults_of_days(together, old.nomor, pegawai, tahun)
    if "mulai" in ends:
        yield Problem(ends["mulai"], kolom=LAMA_MULAI)
    elif "selesai" in ends:
        yield Problem(NO_DAY, kolom="mulai")


def person_plans(writer: "Writer", tugas: Tugas, changed: Mapping[str, str]) -> list[Rencana]:
    """Return the plan that changes the person's own record; none where nothing changes."""
    if not changed:
        return []
    record = tugas.daftar.pegawai[tugas.orang.nip]
    must = {nama: record[nama] or "" for nama in ("nip", "nama", "unit")}
    return [plan_of_form(writer, "pegawai", [{**must, **changed}])]


def _renamed(problem: Problem) -> Problem:
    """Name the question of the form that a fault of the old part belongs to."""
    if problem.kolom == "selesai":
        return Problem(NO_DAY, kolom="mulai")
    return replace(problem, kolom=LAMA_MULAI) if problem.kolom == "mulai" else problem


def _record(rencana: Rencana) -> Mapping[str, str | None]:
    """Return the one record that a form's plan is about; empty where it stays as it is."""
    return next((satu.rekaman for satu in (*rencana.baru, *rencana.berubah)), {})


def _with_days(part: Bagian, days: Isian) -> Bagian | None:
    """Return the part with the days that a form gives it; None where one of them is no date."""
    given = {kolom: _day(text) for kolom, text in days.items()}
    if any(given[kolom] is None and text.strip() for kolom, text in days.items()):
        return None
    mulai, selesai = given.get("mulai", part.mulai), given.get("selesai", part.selesai)
    return replace(part, mulai=mulai, selesai=selesai)


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except DateError:
        return None


def _first_of_each(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return one problem of each question: the first that was found."""
    return tuple({satu.kolom: satu for satu in reversed(list(problems))}.values())[::-1]


def _first_day(rencana: Rencana) -> date:
    return parse_date(_record(rencana)["mulai"] or "")


def change_part(writer: "Writer", tahun: int, nip: str, nomor: int, isian: Isian) -> Tersimpan:
    """Change one part, and nothing else: days, unit, post, rank or appraisers.

    ``isian`` is the whole form: ``mulai``, ``selesai`` and the post by column. Raises LockedError
    for a signed appraisal.
    """
    tugas = open_posts(writer, tahun, nip)
    found = {part.nomor: part for part in tugas.bagian}
    if nomor not in found:
        raise InputError(f"Bagian {nomor} sudah tidak ada.", "Buka lagi untuk melihat isi kini.")
    key = {"tahun": str(tahun), "nip": nip, "bagian": str(nomor)}
    before = snapshot_answers(found[nomor])
    days = {kolom: isian[kolom] for kolom in ("mulai", "selesai")}
    post = {nama: isian[nama] for nama in before}
    given = changed_answers(post, tugas.daftar, before=before)
    rencana = plan_of_form(writer, "bagian", [{**key, **days, **given}])
    changes = bool(rencana.baru or rencana.berubah)
    faults = list(rencana.ditolak)
    asked = _with_days(found[nomor], days)
    if asked is not None and (changes or faults):
        found[nomor] = asked
        pegawai = tugas.orang.penilaian.pegawai
        of_days = faults_of_days(list(found.values()), nomor, pegawai, tahun)
        faults += [Problem(words, kolom=nama) for nama, words in of_days.items()]
    if faults:
        return Tersimpan(_first_of_each(faults))
    if changes:
        with writer.change(f"ubah bagian {nomor} {tugas.orang.nama} {tahun}") as work:
            write_plan(work, rencana)
    return Tersimpan(peringatan=rencana.peringatan)


def suggested_days(tugas: Tugas) -> tuple[date | None, date]:
    """Return what the form of a move begins with: the new post's first day, the old one's.

    The first day in the new post is known where the old part has an end already.
    """
    old = tugas.bagian[-1]
    pegawai, tahun = tugas.orang.penilaian.pegawai, tugas.orang.penilaian.tahun
    follows = old.selesai is not None and old.selesai < last_day(pegawai, tahun)
    new = old.selesai + SEHARI if old.selesai is not None and follows else None
    earlier = [part.selesai for part in tugas.bagian[:-1] if part.selesai is not None]
    start = max(earlier) + SEHARI if earlier else first_day(pegawai, tahun)
    return new, old.mulai or start
