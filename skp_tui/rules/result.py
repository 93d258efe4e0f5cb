"""What every regulation returns: values as exact fractions, each with the way it came about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from itertools import count

from skp_tui.domain.number import fixed, printed, rounded


class Status(StrEnum):
    """Where a person stands in the year; an exception wins over a finished appraisal."""

    DINILAI = "dinilai"
    BELUM_DINILAI = "belum_dinilai"
    DIKECUALIKAN = "dikecualikan"


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step of the explanation: what, the formula with its numbers, its result, its article.

    ``hal`` is what is computed (``waktu``, ``Nilai SKP``); a step of an activity names it in
    ``tempat`` too, with the numbers of part and activity.
    """

    hal: str
    rumus: str
    hasil: str
    dasar: str
    tempat: str = ""
    bagian: int | None = None
    kegiatan: int | None = None

    @property
    def uraian(self) -> str:
        """Return place and matter as one phrase: ``Kegiatan 3, waktu``."""
        return f"{self.tempat}, {self.hal}" if self.tempat else self.hal


@dataclass(frozen=True, slots=True)
class Kurang:
    """One thing that is missing, in words, with the cell where it is entered.

    ``pokok``, ``rincian`` and ``tempat`` are its words (``realisasi``, ``mutu``, ``(kegiatan 3)``),
    so that what is missing in one place can be told together. ``bagian`` and ``kegiatan`` are the
    numbers of part and activity, None where not of one; ``kolom`` is the name of the column in the
    exchange files, empty where a row is missing.
    """

    pokok: str
    bagian: int | None = None
    kegiatan: int | None = None
    kolom: str = ""
    rincian: str = ""
    tempat: str = ""

    @property
    def pesan(self) -> str:
        """Return all its words: ``realisasi mutu (kegiatan 3)``."""
        return " ".join(word for word in (self.pokok, self.rincian, self.tempat) if word)


@dataclass(frozen=True, slots=True)
class HasilKegiatan:
    """The values of one activity; None is not assessed.

    ``aspek`` holds those that can be computed: one without a target or an outcome is absent.
    """

    no: int
    uraian: str
    aspek: Mapping[str, Fraction] = field(default_factory=dict)
    penghitungan: Fraction | None = None
    nilai_capaian: Fraction | None = None


@dataclass(frozen=True, slots=True)
class HasilBagian:
    """The values of one part."""

    nomor: int
    kegiatan: tuple[HasilKegiatan, ...]
    nilai_tugas_tambahan: Fraction
    nilai_kreativitas: Fraction
    nilai_skp: Fraction | None


@dataclass(frozen=True, slots=True)
class Hasil:
    """Everything that follows from an appraisal; None is "not assessed yet", never zero."""

    status: Status
    bagian: tuple[HasilBagian, ...] = ()
    nilai_skp: Fraction | None = None
    sebutan_skp: str | None = None
    jumlah_perilaku: Fraction | None = None
    rata_rata_perilaku: Fraction | None = None
    nilai_prestasi_kerja: Fraction | None = None
    sebutan: str | None = None
    batas: bool = False
    minimal_baik: bool = False
    hasil_kerja: str | None = None
    perilaku_kerja: str | None = None
    nilai_tampil: str = "–"
    nilai_skp_tampil: str = "–"
    kurang: tuple[Kurang, ...] = ()
    peringatan: tuple[str, ...] = ()
    jelaskan: Callable[[], tuple[Langkah, ...]] = field(default=tuple, repr=False, compare=False)

    @property
    def ringkas(self) -> str:
        """Return number and category as far as there are; from 2022 there is no number."""
        if self.nilai_prestasi_kerja is None:
            return self.sebutan or self.nilai_tampil
        return f"{self.nilai_tampil} {self.sebutan}"

    @property
    def langkah(self) -> tuple[Langkah, ...]:
        """Return the steps of the calculation; they are worded only when somebody asks."""
        return self.jelaskan()


@dataclass(frozen=True, slots=True)
class Ambang:
    """The lower limit of one category; ``inklusif`` when the limit itself belongs to it."""

    sebutan: str
    batas: Fraction
    inklusif: bool

    def holds(self, value: Fraction) -> bool:
        """Say whether the value reaches this category."""
        return value >= self.batas if self.inklusif else value > self.batas


def revealing(value: Fraction | None, ambang: tuple[Ambang, ...]) -> str:
    """Print a value with as many decimals as show on which side of each limit it lies.

    75,995 is below 76 and must not print as 76,00; two decimals are used wherever they do not hide
    it (regulations, preface). The search ends, since a limit has at most two decimals: a value that
    is not the limit itself differs from it in some decimal.
    """
    if value is None:
        return printed(None)
    return next(
        fixed(value, decimals, ",") for decimals in count(2) if _reveals(value, decimals, ambang)
    )


def _reveals(value: Fraction, decimals: int, ambang: tuple[Ambang, ...]) -> bool:
    near = Fraction(rounded(value, decimals), 10**decimals)
    return all(limit.holds(near) == limit.holds(value) for limit in ambang)
