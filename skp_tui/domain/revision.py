"""What was agreed and what it is now: the targets of a year, compared (Perka BKN 1/2013).

From 2022 on what is agreed are the results and their indicators (regulations C).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from skp_tui.domain.appraisal import ASPEK, Bagian, Kegiatan
from skp_tui.domain.kinerja import HasilKerja, Indikator
from skp_tui.record import record

Butir = Kegiatan | HasilKerja | Indikator
"""One row that is agreed on; a result stands without its indicators, which are rows themselves."""

KOLOM_TARGET: Mapping[str, tuple[str, ...]] = {
    "kegiatan": (
        "uraian", "satuan", "satuan_waktu", "ak", *(f"target_{aspek}" for aspek in ASPEK),
    ),
    "hasil_kerja": ("uraian", "jenis", "rencana_pimpinan"),
    "indikator": ("uraian", "aspek", "target", "satuan"),
}  # fmt: skip
"""What is agreed about a row, by its table; outcomes, evidence and feedback are not."""

TempatSasaran = tuple[int, ...]
"""Part and number of an activity; part, number and 0 of a result; part, its number and its own of
an indicator. Numbers are stable."""
Sasaran = Mapping[TempatSasaran, Butir]
"""The targets of a year by place, without outcomes."""


class Perubahan(StrEnum):
    """What became of a row since it was agreed."""

    TETAP = "tetap"
    DIUBAH = "diubah"
    DITAMBAH = "ditambah"
    DIHAPUS = "dihapus"


@record
class Revisi:
    """One row as agreed and as it is now; None where it is not there."""

    tempat: TempatSasaran
    semula: Butir | None
    kini: Butir | None

    @property
    def perubahan(self) -> Perubahan:
        """Return what became of it."""
        if self.semula is None:
            return Perubahan.DITAMBAH
        if self.kini is None:
            return Perubahan.DIHAPUS
        return Perubahan.TETAP if self.semula == self.kini else Perubahan.DIUBAH


@record
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


def indicator_only(indikator: Indikator) -> Indikator:
    """Return an indicator with what is agreed on: no outcome, no evidence, no feedback."""
    return replace(indikator, realisasi=None, bukti="", umpan_balik="")


def targets(bagian: Iterable[Bagian]) -> Sasaran:
    """Return the targets of a year's parts by place."""
    return {place: butir for part in bagian for place, butir in _of_part(part)}


def _of_part(part: Bagian) -> Iterator[tuple[TempatSasaran, Butir]]:
    for kegiatan in part.kegiatan:
        yield (part.nomor, kegiatan.no), target_only(kegiatan)
    for hasil in part.hasil_kerja:
        yield (part.nomor, hasil.no, 0), replace(hasil, indikator=())
        for satu in hasil.indikator:
            yield (part.nomor, hasil.no, satu.no), indicator_only(satu)


def compare(semula: Sasaran, kini: Sasaran) -> tuple[Revisi, ...]:
    """Return every row of either side with what became of it, in the order of the form."""
    places = sorted(semula.keys() | kini.keys())
    return tuple(Revisi(place, semula.get(place), kini.get(place)) for place in places)


def changed(semula: Sasaran, kini: Sasaran) -> int:
    """Return how many rows differ from what was agreed."""
    return sum(satu.perubahan is not Perubahan.TETAP for satu in compare(semula, kini))
