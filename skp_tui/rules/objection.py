"""Deadlines of an objection, in calendar days, and the order of its stages (PP 46/2011, A.5)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from skp_tui.domain.dates import shown_date
from skp_tui.domain.objection import URUTAN, Hari, Tahap, TahapTertulis
from skp_tui.errors import InputError
from skp_tui.record import record

Tahapan = Mapping[Tahap, TahapTertulis]


@record
class Tenggat:
    """A stage with its deadline, None where it has none or what it runs from is not there yet."""

    tahap: Tahap
    tertulis: TahapTertulis | None
    batas: date | None

    @property
    def terlambat(self) -> int:
        """Return how many days after its deadline the stage was taken, 0 when in time."""
        if self.tertulis is None or self.batas is None:
            return 0
        return max(0, (self.tertulis.tanggal - self.batas).days)

    def sisa(self, today: date) -> int | None:
        """Return the days left for a stage that is not taken, negative when they are over."""
        if self.tertulis is not None or self.batas is None:
            return None
        return (self.batas - today).days


def parse_days(text: str) -> Hari:
    """Read the setting ``14;14;21``."""
    first, second, third = (int(part) for part in text.split(";"))
    return Hari(first, second, third)


def received(signatures: Sequence[date], tahapan: Tahapan) -> date | None:
    """Return when the result that is objected to was received: the day of its signature.

    An appraisal that was reopened and signed again has several; an objection is against the last
    one that was not signed after it. Without an objection it is the last signature.
    """
    objection = tahapan.get(Tahap.KEBERATAN)
    if objection is None:
        return signatures[-1] if signatures else None
    before = [signed for signed in signatures if signed <= objection.tanggal]
    return max(before, default=None)


def deadlines(diterima: date | None, tahapan: Tahapan, hari: Hari) -> tuple[Tenggat, ...]:
    """Return all stages with their deadlines: each runs from the day of the stage before.

    A recommendation has no deadline.
    """
    starts = {
        Tahap.KEBERATAN: (diterima, hari.keberatan),
        Tahap.TANGGAPAN: (_day(tahapan, Tahap.KEBERATAN), hari.tanggapan),
        Tahap.KEPUTUSAN: (_day(tahapan, Tahap.TANGGAPAN), hari.keputusan),
        Tahap.REKOMENDASI: (None, 0),
    }
    return tuple(
        Tenggat(tahap, tahapan.get(tahap), start and start + timedelta(days=days))
        for tahap, (start, days) in starts.items()
    )


def _day(tahapan: Tahapan, tahap: Tahap) -> date | None:
    tertulis = tahapan.get(tahap)
    return None if tertulis is None else tertulis.tanggal


def waiting(tenggat: Sequence[Tenggat]) -> Tenggat | None:
    """Return what an objection waits for: its answer or its decision, None when there is none."""
    taken = {satu.tahap for satu in tenggat if satu.tertulis is not None}
    for satu in tenggat:
        if satu.tahap in {Tahap.TANGGAPAN, Tahap.KEPUTUSAN} and satu.tertulis is None:
            return satu if URUTAN[URUTAN.index(satu.tahap) - 1] in taken else None
    return None


def following(tahapan: Tahapan) -> Tahap | None:
    """Return the stage that comes next, None when all are there."""
    return next((tahap for tahap in URUTAN if tahap not in tahapan), None)


def check_order(diterima: date | None, tahapan: Tahapan, baru: TahapTertulis) -> None:
    """Refuse a stage without the one before it, or dated before it or after the one that follows.

    Raises InputError. A late one is not refused: it happened, and is marked.
    """
    place = URUTAN.index(baru.tahap)
    if place == 0:
        _check_receipt(diterima, baru)
    else:
        before = tahapan.get(URUTAN[place - 1])
        if before is None:
            raise InputError(
                f"{baru.tahap.capitalize()} memerlukan {URUTAN[place - 1]}.",
                f"Isi dahulu {URUTAN[place - 1]}.",
            )
        if baru.tanggal < before.tanggal:
            raise InputError(
                f"{shown_date(baru.tanggal)} sebelum {before.tahap} "
                f"({shown_date(before.tanggal)}).",
                "Periksa tanggalnya.",
            )
    after = next((tahapan[tahap] for tahap in URUTAN[place + 1 :] if tahap in tahapan), None)
    if after is not None and baru.tanggal > after.tanggal:
        raise InputError(
            f"{shown_date(baru.tanggal)} sesudah {after.tahap} ({shown_date(after.tanggal)}).",
            "Periksa tanggalnya.",
        )


def _check_receipt(diterima: date | None, baru: TahapTertulis) -> None:
    if diterima is None:
        raise InputError(
            "Keberatan diajukan atas hasil yang sudah ditandatangani.", "Kunci dahulu penilaiannya."
        )
    if baru.tanggal < diterima:
        raise InputError(
            f"{shown_date(baru.tanggal)} sebelum hasilnya diterima ({shown_date(diterima)}).",
            "Periksa tanggalnya.",
        )
