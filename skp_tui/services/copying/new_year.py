"""Begins a year from the one before: its settings, and everybody's targets where they are wanted.

People carry over by themselves, since they belong to a year by their active dates (exchange 1).
"""

import sqlite3
from dataclasses import field, replace
from typing import TYPE_CHECKING

from skp_tui.domain.appraisal import SEBUTAN_ALASAN, Alasan, Penilaian, list_place
from skp_tui.domain.office import Pegawai
from skp_tui.domain.period import Periode, batas_waktu, pengaturan_periode
from skp_tui.errors import InputError
from skp_tui.record import record
from skp_tui.rules.regulation import peraturan_of
from skp_tui.services.base.views import period_or_default, regulation_of
from skp_tui.services.copying.copying import (
    PesananSalin,
    RencanaSalin,
    check,
    obstacle,
    plan_in,
    write_rows,
)
from skp_tui.services.entry.target_rows import (
    KEGIATAN,
    SEBUTAN,
    Butir,
    butir_of,
    jenis_rencana,
    pelengkap_of,
    without_outcomes,
)
from skp_tui.services.office.configuring import canonical_value
from skp_tui.settings import TANPA
from skp_tui.storage.changes.periods import set_period
from skp_tui.storage.reading.office_reader import read_period
from skp_tui.storage.reading.year_reader import Tahun, read_year

if TYPE_CHECKING:
    from skp_tui.storage.trail.trail import Values
    from skp_tui.storage.transactions.writer import Writer

TARGET = "target_indikator"
DIBAWA = ("kebijakan_batas", "penyebut", "kuantitas_nol", "pita_capaian")
"""The settings that a year takes over; its target and its deadline are its own."""

TIDAK_KEMBALI = frozenset({Alasan.PENSIUN, Alasan.MENINGGAL, Alasan.MUTASI_KELUAR})


@record
class Tinggal:
    """Somebody of the last year who gets no targets in the new one, and why."""

    pegawai: Pegawai
    alasan: str


@record
class TahunBaru:
    """What beginning a year would do.

    ``periode`` is the new one with the settings taken over, or the one that ``sudah_ada`` already.
    ``pegawai`` counts who belongs to it. ``rencana`` copies the targets of those who are to get
    some; ``tinggal`` are the others of the last year, and why.
    """

    dari: int
    periode: Periode
    sudah_ada: bool
    pegawai: int
    rencana: RencanaSalin
    tinggal: tuple[Tinggal, ...] = field(default=())

    @property
    def tahun(self) -> int:
        """Return the new year."""
        return self.periode.tahun

    def only(self, nips: frozenset[str]) -> "TahunBaru":
        """Return the plan with the targets of some people."""
        return replace(self, rencana=self.rencana.only(nips))

    @property
    def kosong(self) -> bool:
        """Say whether nothing would be changed."""
        return self.sudah_ada and not self.rencana.jumlah


def plan_year(connection: sqlite3.Connection, dari: int) -> TahunBaru:
    """Return what beginning the year after another would do; raises InputError where it cannot."""
    tahun = dari + 1
    peraturan_of(tahun)
    last, new = read_year(connection, dari), read_year(connection, tahun)
    stored = read_period(connection, tahun)
    pesanan = _order(last, new)
    return TahunBaru(
        dari=dari,
        periode=stored or _like(period_or_default(connection, dari), tahun),
        sudah_ada=stored is not None,
        pegawai=len(new.penilaian),
        rencana=plan_in(new, pesanan),
        tinggal=tuple(
            Tinggal(satu.pegawai, _reason(satu, new))
            for satu in sorted(last.penilaian.values(), key=list_place)
            if satu.pegawai.nip not in pesanan.sumber
        ),
    )


def _like(periode: Periode, tahun: int) -> Periode:
    return replace(
        periode,
        tahun=tahun,
        peraturan=peraturan_of(tahun).kode,
        target_indikator=None,
        batas_waktu=batas_waktu(tahun),
        beku=False,
    )


def _order(last: Tahun, new: Tahun) -> PesananSalin:
    """Return whose plans are to be copied, by unit, rank and name as in every list."""
    jenis = jenis_rencana(regulation_of(new)) or KEGIATAN
    listed = sorted(last.penilaian.values(), key=list_place)
    wanted = [satu for satu in listed if not _reason(satu, new)]
    along = {satu.pegawai.nip: pelengkap_of(satu, jenis) for satu in wanted}
    return PesananSalin(
        tahun=new.tahun,
        sumber={satu.pegawai.nip: without_outcomes(_rows(satu, jenis)) for satu in wanted},
        hanya_kosong=True,
        jenis=jenis,
        pelengkap=along if jenis != KEGIATAN else {},
    )


def _rows(penilaian: Penilaian, jenis: str) -> tuple[Butir, ...]:
    return butir_of(penilaian.bagian_terakhir, jenis)


def _reason(satu: Penilaian, new: Tahun) -> str:
    """Return why nobody expects the targets of a person in the new year."""
    jenis = jenis_rencana(regulation_of(new))
    if jenis is None:
        return f"tahun {new.tahun} tidak memakai {SEBUTAN[KEGIATAN]}"
    found = new.penilaian.get(satu.pegawai.nip)
    if alasan := obstacle(satu.pegawai, found, new.tahun, jenis):
        return alasan
    if satu.pengecualian is not None and satu.pengecualian.alasan in TIDAK_KEMBALI:
        return f"{SEBUTAN_ALASAN[satu.pengecualian.alasan]} {satu.tahun}"
    if found is not None and _rows(found, jenis):
        return f"sudah punya {SEBUTAN[jenis]} {new.tahun}"
    return "" if _rows(satu, jenis) else f"tidak punya {SEBUTAN[jenis]} {satu.tahun}"


def checked_target(text: str) -> str | None:
    """Return the target of the indicator as it is stored, None for none; raises InputError."""
    return canonical_value(TARGET, text.strip() or TANPA)


def begin_year(writer: "Writer", rencana: TahunBaru, target: str | None) -> int:
    """Make the year with its settings, and copy the targets, in one step.

    Returns how many rows came in. Raises InputError when nothing would be changed, or when
    what is stored is no longer what the plan was made from.
    """
    tahun = rencana.tahun
    if rencana.kosong:
        raise InputError(f"Tahun {tahun} sudah ada, dan tidak ada target untuk disalin.")
    with writer.reading() as connection:
        there = read_period(connection, tahun) is not None
    if there is not rencana.sudah_ada:
        raise InputError("Tahun berubah sejak pratinjau ini dibuat.", "Esc, lalu ulangi.")
    if rencana.rencana.jumlah:
        check(writer, rencana.rencana)
    with writer.change(f"tahun {tahun} dari {rencana.dari}") as work:
        if not rencana.sudah_ada:
            set_period(work, tahun, _settings(rencana.periode, target))
        if rencana.rencana.jumlah:
            write_rows(work, rencana.rencana)
    return rencana.rencana.jumlah


def _settings(periode: Periode, target: str | None) -> "Values":
    every = pengaturan_periode(periode)
    return {**{nama: every[nama] for nama in DIBAWA}, TARGET: target}
