"""Changes of periods, of settings, and of the state of appraisals."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skp_tui.storage.keys import Keys
from skp_tui.storage.settle import freeze_parts

if TYPE_CHECKING:
    from skp_tui.storage.trail import Values
    from skp_tui.storage.work import Work


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent: profile, file name, hash, and whether people were missing."""

    profil: str
    berkas: str
    sha256: str
    sebagian: bool


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
    """Store settings of a period, which is created where it is missing."""
    keys = Keys(work, [])
    keys.ensure_periods([tahun])
    work.update("periode", {keys.periode[tahun]: values})


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


def next_number(work: "Work", kode: str, tahun: int) -> int:
    """Return the next number of a unit's packages in a year, counted from 1."""
    row = work.raw.execute(
        "SELECT max(k.nomor) FROM kiriman k JOIN unit u ON u.id = k.unit_id "
        "JOIN periode t ON t.id = k.periode_id WHERE u.kode = ? AND t.tahun = ?",
        (kode, tahun),
    ).fetchone()
    return (row[0] or 0) + 1


def keep_sent(work: "Work", kode: str, tahun: int, nomor: int, sent: Sent) -> None:
    """Note what was sent under a number."""
    keys = Keys(work, [])
    keys.ensure_periods([tahun])
    row = {
        "unit_id": keys.unit[kode],
        "periode_id": keys.periode[tahun],
        "nomor": nomor,
        "waktu": work.waktu.isoformat(timespec="seconds"),
        "profil": sent.profil,
        "berkas": sent.berkas,
        "sha256": sent.sha256,
        "sebagian": int(sent.sebagian),
    }
    work.insert("kiriman", [row])
