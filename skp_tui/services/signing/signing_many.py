"""Agreement and lock of many people at once: who takes part, and who is left out and why."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from skp_tui.domain.dates import shown_date
from skp_tui.record import record
from skp_tui.rules.permenpanrb6 import TANPA_HASIL_KERJA
from skp_tui.rules.target import without_outcome
from skp_tui.services.base.refusal import Halangan
from skp_tui.services.base.views import Orang
from skp_tui.services.signing import signing

if TYPE_CHECKING:
    from skp_tui.storage.transactions.writer import Writer

TANPA_REALISASI = "realisasinya belum lengkap"


class Tindakan(StrEnum):
    """What is done to many."""

    SEPAKATI = "sepakati"
    KUNCI = "kunci"


@record
class RencanaTetap:
    """Who takes part, and who is left out with the reason, in the order of the list."""

    tindakan: Tindakan
    ikut: tuple[Orang, ...]
    tidak: tuple[tuple[Orang, str], ...]

    @property
    def nips(self) -> tuple[str, ...]:
        """Return the NIPs of those who take part."""
        return tuple(orang.nip for orang in self.ikut)


def plan(people: Iterable[Orang], tindakan: Tindakan, tanggal: date | None) -> RencanaTetap:
    """Judge the people who were chosen, one by one.

    A day on which some cannot be done leaves them out too, so that all others can.
    """
    ikut: list[Orang] = []
    tidak: list[tuple[Orang, str]] = []
    for orang in people:
        halangan = refusal(orang, tindakan, tanggal)
        if halangan is None:
            ikut.append(orang)
        else:
            tidak.append((orang, halangan.alasan))
    return RencanaTetap(tindakan, tuple(ikut), tuple(tidak))


def refusal(orang: Orang, tindakan: Tindakan, tanggal: date | None) -> Halangan | None:
    """Return why something cannot be done to a person, None where it can."""
    if tindakan is Tindakan.KUNCI:
        return signing.not_locked(orang, tanggal)
    agreed = orang.penilaian.disepakati
    if agreed is not None and not orang.penilaian.terkunci:
        # a new day for many would be the end of the agreed versions of those who meant none
        return Halangan(f"sudah disepakati {shown_date(agreed)}")
    return signing.not_agreed(orang)


def lacks(orang: Orang) -> str:
    """Say what somebody would be signed without, plan or outcomes: allowed, the ratings decide."""
    if TANPA_HASIL_KERJA in orang.hasil.peringatan:
        return TANPA_HASIL_KERJA
    empty, _ = without_outcome(orang.penilaian)
    return TANPA_REALISASI if empty else ""


def odd_day(tindakan: Tindakan, tahun: int, tanggal: date, today: date) -> str:
    """Say what looks odd in the day of an agreement or a signature."""
    odd = signing.odd_lock if tindakan is Tindakan.KUNCI else signing.odd_agreement
    return odd(tahun, tanggal, today)


def carry_out(writer: "Writer", tahun: int, rencana: RencanaTetap, tanggal: date) -> int:
    """Do it to all who take part in one step, and return how many they are."""
    do = signing.lock if rencana.tindakan is Tindakan.KUNCI else signing.agree
    do(writer, tahun, rencana.nips, tanggal)
    return len(rencana.ikut)
