"""Changes of periods, of settings, and of the state of appraisals."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from skp_tui.storage.changes.keys import Keys
from skp_tui.storage.changes.settle import freeze_parts

if TYPE_CHECKING:
    from skp_tui.storage.trail.trail import Values
    from skp_tui.storage.transactions.work import Work


PERATURAN = "peraturan"


def set_program(work: "Work", nama: str, nilai: str | None) -> None:
    """Store a setting of the program; None goes back to its default."""
    row = work.raw.execute("SELECT id FROM pengaturan WHERE nama = ?", (nama,)).fetchone()
    if nilai is None:
        work.delete("pengaturan", row or ())
    elif row is None:
        work.insert("pengaturan", [{"nama": nama, "nilai": nilai}])
    else:
        work.update("pengaturan", {row[0]: {"nilai": nilai}})


def set_period(work: "Work", tahun: int, values: "Values") -> None:
    """Store settings of a period, which is created where it is missing; never its regulation."""
    if PERATURAN in values:
        raise KeyError(PERATURAN)
    keys = Keys(work, [])
    keys.ensure_periods([tahun])
    work.update("periode", {keys.periode[tahun]: values})


def set_regulation(work: "Work", tahun: int, kode: str) -> None:
    """Put a period under another regulation: for ``services.office.converting`` alone."""
    work.update("periode", {Keys(work, []).periode[tahun]: {PERATURAN: kode}})


def set_dates(work: "Work", tahun: int, nips: Collection[str], values: "Values") -> None:
    """Change dates of appraisals."""
    keys = Keys(work, nips)
    keys.ensure_penilaian((tahun, nip) for nip in nips)
    work.update("penilaian", {keys.penilaian[tahun, nip]: values for nip in nips})


def confirm_dates(work: "Work", tahun: int, nips: Collection[str], values: "Values") -> None:
    """Note that dates of appraisals were given again as they are stored."""
    stored = Keys(work, nips).penilaian
    work.confirm("penilaian", {stored[tahun, nip]: values for nip in nips})


def lock(work: "Work", tahun: int, saksi: Mapping[str, str], tanggal: str) -> None:
    """Lock appraisals with their witness, by NIP; their parts stop following the person."""
    keys = Keys(work, saksi)
    # a part to keep the snapshot in, also for who has nothing but an academic value
    keys.ensure_first_part((tahun, nip) for nip in saksi)
    locked = {keys.penilaian[tahun, nip]: text for nip, text in saksi.items()}
    freeze_parts(work, list(locked))
    signed = {key: {"dikunci": tanggal, "saksi": text} for key, text in locked.items()}
    work.update("penilaian", signed)
