"""Agreement, lock and reopening of an appraisal (design 3): with the result kept as a witness.

What is refused for many is refused for one in the same words, and a preview asks the same rules.
"""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from skp_tui.domain.dates import shown_date
from skp_tui.domain.revision import changed, in_force, targets
from skp_tui.domain.text import clean
from skp_tui.errors import InputError
from skp_tui.record import record
from skp_tui.rules.result import Hasil, Status
from skp_tui.services.base.refusal import PENILAIAN, Halangan, refuse_locked, signed
from skp_tui.services.base.views import Orang, appraisals
from skp_tui.services.entry.target_rows import SEBUTAN, butir_of, jenis_rencana
from skp_tui.storage.changes import periods
from skp_tui.storage.trail.agreed import read_history

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

SAKSI = (
    "nilai_skp",
    "jumlah_perilaku",
    "rata_rata_perilaku",
    "nilai_prestasi_kerja",
    "sebutan",
    "hasil_kerja",
    "perilaku_kerja",
)
LONGEST_REASON = 120
"""Signs that the reason of a reopening may be long: a line."""
REOPENED = "buka kembali "
LOCKED = "kunci "
TANPA_PENGECUALIAN = "Hapus dahulu pengecualiannya bila ia memang dinilai."


@record
class Beda:
    """One field in which a witness and today's calculation disagree."""

    nama: str
    saksi: str | None
    kini: str | None


def witness(hasil: Hasil) -> dict[str, str | None]:
    """Return what a locked appraisal was signed with, exact values as fractions."""
    return {nama: _exact(getattr(hasil, nama)) for nama in SAKSI}


def _exact(value: Fraction | str | None) -> str | None:
    return None if value is None else str(value)


def differences(saksi: str, hasil: Hasil) -> tuple[Beda, ...]:
    """Return in which fields the stored witness differs from the result computed now."""
    kept, now = json.loads(saksi), witness(hasil)
    return tuple(
        Beda(nama, kept.get(nama), now[nama]) for nama in SAKSI if kept.get(nama) != now[nama]
    )


# What is refused, and what only looks odd


def not_agreed(orang: Orang) -> Halangan | None:
    """Return why the targets of a person cannot be agreed on, None where they can."""
    if orang.penilaian.dikunci is not None:
        return signed(orang.penilaian.dikunci)
    if orang.hasil.status is Status.DIKECUALIKAN:
        return Halangan("dikecualikan, jadi tidak perlu disepakati", TANPA_PENGECUALIAN)
    jenis = jenis_rencana(orang.peraturan)
    if jenis is None:
        return Halangan("tidak mempunyai target: tahun ini hanya nilai akhirnya yang diisi")
    if not any(butir_of(bagian, jenis) for bagian in orang.penilaian.bagian):
        return Halangan(f"belum punya {SEBUTAN[jenis]}", "Isi targetnya dahulu.")
    return None


def not_locked(orang: Orang, tanggal: date | None = None) -> Halangan | None:
    """Return why an appraisal cannot be locked (on a day), None where it can."""
    if orang.penilaian.dikunci is not None:
        return signed(orang.penilaian.dikunci)
    if orang.hasil.status is Status.DIKECUALIKAN:
        return Halangan("dikecualikan, jadi tidak dikunci", TANPA_PENGECUALIAN)
    if orang.hasil.status is Status.BELUM_DINILAI:
        missing = "; ".join(satu.pesan for satu in orang.hasil.kurang)
        return Halangan(f"belum lengkap: {missing}", "Lengkapi dahulu.", PENILAIAN)
    agreed = orang.penilaian.disepakati
    if agreed is not None and tanggal is not None and tanggal < agreed:
        return Halangan(
            f"disepakati {shown_date(agreed)}, sesudah tanggal kunci",
            "Pakai tanggal yang sama atau sesudahnya.",
        )
    return None


def odd_agreement(tahun: int, tanggal: date, today: date) -> str:
    """Say what looks odd in the day of an agreement: targets are set in their year (A.5)."""
    if tanggal > today:
        return f"{shown_date(tanggal)} belum tiba"
    # what is set at the start of January is often agreed on in the December before
    if not date(tahun - 1, 12, 1) <= tanggal <= date(tahun, 12, 31):
        return f"{shown_date(tanggal)} di luar tahun {tahun}"
    return ""


def odd_lock(tahun: int, tanggal: date, today: date) -> str:
    """Say what looks odd in the day of a signature: it comes at the end of the year (A.5)."""
    if tanggal > today:
        return f"{shown_date(tanggal)} belum tiba"
    if tanggal < date(tahun, 12, 1):
        return f"{shown_date(tanggal)} sebelum akhir tahun {tahun}"
    # a late one comes in the year after; years later it is more likely today's date left as it was
    if tanggal > date(tahun + 1, 12, 31):
        return f"{shown_date(tanggal)} lama sesudah tahun {tahun} berakhir"
    return ""


# What is written


def agree(writer: "Writer", tahun: int, nips: Sequence[str], tanggal: date) -> None:
    """Note the day on which the targets were agreed, of all of them or none.

    Where a target was changed since, it becomes the agreed one, also on the same day; the trail
    keeps the one before. Raises LockedError for a signed one, InputError for an excepted one, one
    without a target, and where nothing is new.
    """
    people = _people(writer, tahun, nips)
    for orang in people:
        _refuse(not_agreed(orang), orang)
    again = [orang for orang in people if orang.penilaian.disepakati == tanggal]
    with writer.reading() as connection:
        revised = [orang.nip for orang in again if _is_revised(connection, orang)]
    day = {"disepakati": tanggal.isoformat()}
    with writer.change(f"sepakat {_whose(people)} {tahun}: {shown_date(tanggal)}") as work:
        periods.set_dates(work, tahun, nips, day)
        periods.confirm_dates(work, tahun, revised, day)
        if not work.changes:
            raise InputError(
                f"Sudah tercatat disepakati {shown_date(tanggal)}, dan target belum berubah sejak "
                "itu.",
                "Tanggal yang lain membetulkan tanggalnya.",
            )


def _is_revised(connection: sqlite3.Connection, orang: Orang) -> bool:
    """Say whether a target is not the one that was agreed on."""
    versi = in_force(read_history(connection, orang.penilaian.tahun, orang.nip).versi)
    return versi is not None and changed(versi.sasaran, targets(orang.penilaian.bagian)) > 0


def disagree(writer: "Writer", tahun: int, nip: str) -> None:
    """Call an agreement off; what had been agreed on stays in the trail."""
    [orang] = people = _people(writer, tahun, [nip])
    refuse_locked(orang)
    if orang.penilaian.disepakati is None:
        raise InputError(f"Target {orang.nama} belum disepakati.", "Tidak ada yang dibatalkan.")
    with writer.change(f"batal sepakat {_whose(people)} {tahun}") as work:
        periods.set_dates(work, tahun, [nip], {"disepakati": None})


def lock(writer: "Writer", tahun: int, nips: Sequence[str], tanggal: date) -> None:
    """Lock complete appraisals: their snapshot and result are kept, all of them or none.

    Raises LockedError for one that is locked, InputError for one that is excepted, incomplete, or
    signed before it was agreed.
    """
    people = _people(writer, tahun, nips)
    for orang in people:
        _refuse(not_locked(orang, tanggal), orang)
    saksi = {
        orang.nip: json.dumps(witness(orang.hasil), sort_keys=True, ensure_ascii=False)
        for orang in people
    }
    with writer.change(f"{LOCKED}{_whose(people)} {tahun}: {shown_date(tanggal)}") as work:
        periods.lock(work, tahun, saksi, tanggal.isoformat())


def reopen(writer: "Writer", tahun: int, nip: str, alasan: str) -> None:
    """Open a locked appraisal again; the reason stands in the trail."""
    [orang] = _people(writer, tahun, [nip])
    if not orang.penilaian.terkunci:
        raise InputError(
            f"Penilaian {orang.nama} tidak terkunci.", "Langsung ubah; tidak perlu dibuka kembali."
        )
    reason = _reason(alasan)
    opened = {"dikunci": None, "saksi": None}
    with writer.change(reopening(orang.nama, tahun, reason)) as work:
        periods.set_dates(work, tahun, [nip], opened)


def reopening(nama: str, tahun: int, alasan: str) -> str:
    """Return what the trail says of a reopening: whose, of which year, and why."""
    return f"{REOPENED}{nama} {tahun}: {alasan}"


def lock_taken_back(sebab: str, alasan: str) -> str:
    """Return what the trail says of a lock that is taken back: a reopening like any other.

    Raises InputError for a reason that is none.
    """
    locked = sebab.removeprefix(LOCKED).rpartition(": ")[0]
    return f"{REOPENED}{locked}: {_reason(alasan)}"


def _reason(alasan: str) -> str:
    reason = clean(alasan)
    if not reason:
        raise InputError("Membuka kembali perlu alasan.", "Tulis alasannya.")
    if len(reason) > LONGEST_REASON:
        raise InputError(f"Alasan lebih dari {LONGEST_REASON} huruf.", "Ringkaslah.")
    return reason


def reason_in(sebab: str, tahun: int) -> str:
    """Return the reason out of what the trail says of a reopening, whatever the name is now."""
    before, found, alasan = sebab.partition(f" {tahun}: ")
    return alasan if found and before.startswith(REOPENED) else sebab


def _people(writer: "Writer", tahun: int, nips: Sequence[str]) -> list[Orang]:
    with writer.reading() as connection:
        return appraisals(connection, tahun, nips)


def _whose(people: Sequence[Orang]) -> str:
    return people[0].nama if len(people) == 1 else f"{len(people)} penilaian"


def _refuse(halangan: Halangan | None, orang: Orang) -> None:
    if halangan is not None:
        raise halangan.error(orang.nama)
