"""What was agreed and what it is now: the targets of a year, compared (Perka BKN 1/2013)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from skp_tui.domain.appraisal import ASPEK, Bagian, Kegiatan

TEKS_TARGET = ("uraian", "satuan", "satuan_waktu", "ak")
KOLOM_TARGET = (*TEKS_TARGET, *(f"target_{aspek}" for aspek in ASPEK))
"""What is agreed about an activity; its outcomes are not."""

TempatSasaran = tuple[int, int]
"""Part and number of an activity; numbers are stable."""
Sasaran = Mapping[TempatSasaran, Kegiatan]
"""The targets of a year by place, without outcomes."""


class Perubahan(StrEnum):
    """What became of an activity since its target was agreed."""

    TETAP = "tetap"
    DIUBAH = "diubah"
    DITAMBAH = "ditambah"
    DIHAPUS = "dihapus"


@dataclass(frozen=True, slots=True)
class Revisi:
    """One activity as agreed and as it is now; None where it is not there."""

    tempat: TempatSasaran
    semula: Kegiatan | None
    kini: Kegiatan | None

    @property
    def perubahan(self) -> Perubahan:
        """Return what became of it."""
        if self.semula is None:
            return Perubahan.DITAMBAH
        if self.kini is None:
            return Perubahan.DIHAPUS
        return Perubahan.TETAP if self.semula == self.kini else Perubahan.DIUBAH


@dataclass(frozen=True, slots=True)
class Versi:
    """Targets as agreed on a day, counted from 1; ``batal`` when that agreement was called off."""

    nomor: int
    tanggal: date
    sasaran: Sasaran
    batal: bool = False


def in_force(versi: Sequence[Versi]) -> Versi | None:
    """Return the version that is agreed on now, None where there is none or it was called off."""
    last = versi[-1] if versi else None
    return None if last is None or last.batal else last


def target_only(kegiatan: Kegiatan) -> Kegiatan:
    """Return an activity without its outcomes, which nobody agrees on beforehand."""
    return replace(
        kegiatan,
        realisasi_kuantitas=None,
        realisasi_kualitas=None,
        realisasi_waktu=None,
        realisasi_biaya=None,
    )


def targets(bagian: Iterable[Bagian]) -> Sasaran:
    """Return the targets of a year's parts by place."""
    return {(part.nomor, satu.no): target_only(satu) for part in bagian for satu in part.kegiatan}


def compare(semula: Sasaran, kini: Sasaran) -> tuple[Revisi, ...]:
    """Return every activity of either side with what became of it, in the order of the form."""
    places = sorted(semula.keys() | kini.keys())
    return tuple(Revisi(place, semula.get(place), kini.get(place)) for place in places)


def changed(semula: Sasaran, kini: Sasaran) -> int:
    """Return how many activities differ from what was agreed."""
    return sum(satu.perubahan is not Perubahan.TETAP for satu in compare(semula, kini))
