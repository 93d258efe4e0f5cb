"""Agreement, lock and reopening of an appraisal (design 3): with the result kept as a witness."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from skp_tui.domain.dates import shown_date
from skp_tui.domain.text import clean
from skp_tui.errors import BELUM_DAPAT_DIBUKA, InputError, LockedError
from skp_tui.rules.result import Hasil, Status
from skp_tui.services.views import Orang, appraisal
from skp_tui.storage import periods

if TYPE_CHECKING:
    from skp_tui.storage.writer import Writer

SAKSI = (
    "nilai_skp",
    "jumlah_perilaku",
    "rata_rata_perilaku",
    "nilai_prestasi_kerja",
    "sebutan",
    "hasil_kerja",
    "perilaku_kerja",
)


@dataclass(frozen=True, slots=True)
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


def agree(writer: "Writer", tahun: int, nips: Sequence[str], tanggal: date) -> None:
    """Note the day on which the targets were agreed; raises LockedError for a signed one."""
    for nip in nips:
        orang = _one(writer, tahun, nip)
        _refuse_locked(orang)
        if not orang.penilaian.bagian:
            raise InputError(f"{orang.nama} belum punya kegiatan.", "Isi targetnya dahulu.")
    with writer.change(f"disepakati {tahun}") as work:
        periods.set_dates(work, tahun, nips, {"disepakati": tanggal.isoformat()})


def lock(writer: "Writer", tahun: int, nips: Sequence[str], tanggal: date) -> None:
    """Lock complete appraisals: their snapshot and result are kept, all of them or none.

    Raises LockedError for one that is locked, InputError for one that is excepted, incomplete, or
    signed before it was agreed.
    """
    saksi: dict[str, str] = {}
    for nip in nips:
        orang = _one(writer, tahun, nip)
        _refuse_locked(orang)
        _refuse_unfinished(orang)
        agreed = orang.penilaian.disepakati
        if agreed is not None and tanggal < agreed:
            raise InputError(
                f"{orang.nama} disepakati {shown_date(agreed)}, sesudah tanggal kunci.",
                "Pakai tanggal yang sama atau sesudahnya.",
            )
        saksi[nip] = json.dumps(witness(orang.hasil), sort_keys=True, ensure_ascii=False)
    with writer.change(f"kunci {tahun}") as work:
        periods.lock(work, tahun, saksi, tanggal.isoformat())


def reopen(writer: "Writer", tahun: int, nip: str, alasan: str) -> None:
    """Open a locked appraisal again; the reason stands in the trail."""
    orang = _one(writer, tahun, nip)
    if orang.penilaian.dikunci is None:
        raise InputError(
            f"Penilaian {orang.nama} tidak terkunci.", "Langsung ubah; tidak perlu dibuka kembali."
        )
    reason = clean(alasan)
    if not reason:
        raise InputError("Membuka kembali perlu alasan.", "Tulis alasannya.")
    opened = {"dikunci": None, "saksi": None}
    with writer.change(f"buka kembali {orang.nama} {tahun}: {reason}") as work:
        periods.set_dates(work, tahun, [nip], opened)


def _one(writer: "Writer", tahun: int, nip: str) -> Orang:
    with writer.reading() as connection:
        return appraisal(connection, tahun, nip)[0]


def _refuse_locked(orang: Orang) -> None:
    if orang.penilaian.dikunci is not None:
        raise LockedError(
            f"Penilaian {orang.nama} sudah dikunci {shown_date(orang.penilaian.dikunci)}.",
            BELUM_DAPAT_DIBUKA,
        )


def _refuse_unfinished(orang: Orang) -> None:
    if orang.hasil.status is Status.DIKECUALIKAN:
        raise InputError(
            f"{orang.nama} dikecualikan, jadi tidak dikunci.",
            "Hapus dahulu pengecualiannya bila ia memang dinilai.",
        )
    if orang.hasil.status is Status.BELUM_DINILAI:
        missing = "; ".join(satu.pesan for satu in orang.hasil.kurang)
        raise InputError(f"Penilaian {orang.nama} belum lengkap: {missing}.", "Lengkapi dahulu.")
