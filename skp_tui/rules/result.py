"""What every regulation returns: values as exact fractions, each with the way it came about."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import field
from enum import StrEnum
from fractions import Fraction
from itertools import count
from typing import Final, Protocol

from skp_tui.domain.appraisal import Evaluasi, Penilaian
from skp_tui.domain.number import fixed, printed, rounded
from skp_tui.record import record

TENTANG_TAMBAHAN: Final = "tambahan"
TENTANG_PERILAKU: Final = "perilaku"


class Status(StrEnum):
    """Where a person stands in the year; an exception wins over a finished appraisal."""

    DINILAI = "dinilai"
    BELUM_DINILAI = "belum_dinilai"
    DIKECUALIKAN = "dikecualikan"


@record
class Langkah:
    """One step of the explanation: what, the formula with its numbers, its result, its article.

    ``hal`` is what is computed (``waktu``, ``Nilai SKP``); a step of an activity, or from 2022 of a
    hasil kerja, names it in ``tempat`` and its text in ``nama``, with the numbers of part and
    activity; a step of another row that is entered names its kind, or what of it there is one
    only, in ``perihal``. A step that only tells something has no result.
    """

    hal: str
    rumus: str
    hasil: str
    dasar: str
    tempat: str = ""
    bagian: int | None = None
    kegiatan: int | None = None
    nama: str = ""
    perihal: str = ""

    @property
    def uraian(self) -> str:
        """Return place and matter as one phrase: ``Kegiatan 3, waktu``."""
        return f"{self.tempat}, {self.hal}" if self.tempat else self.hal


@record
class Kurang:
    """One thing that is missing, in words, with the cell where it is entered.

    ``pokok``, ``rincian`` and ``tempat`` are its words (``realisasi``, ``mutu``, ``(kegiatan 3)``),
    so that what is missing in one place can be told together. ``bagian`` and ``kegiatan`` are the
    numbers of part and activity, None where not of one; from 2022 ``kegiatan`` is that of a result,
    and ``indikator`` that of its indicator. ``kolom`` is the name of the column in the exchange
    files, empty where a row is missing.
    """

    pokok: str
    bagian: int | None = None
    kegiatan: int | None = None
    kolom: str = ""
    rincian: str = ""
    tempat: str = ""
    indikator: int | None = None

    @property
    def pesan(self) -> str:
        """Return all its words: ``realisasi mutu (kegiatan 3)``."""
        return " ".join(word for word in (self.pokok, self.rincian, self.tempat) if word)


@record
class HasilKegiatan:
    """The values of one activity; None is not assessed.

    ``aspek`` holds those that can be computed: one without a target or an outcome is absent.
    """

    no: int
    uraian: str
    aspek: Mapping[str, Fraction] = field(default_factory=dict)
    penghitungan: Fraction | None = None
    nilai_capaian: Fraction | None = None


@record
class HasilBagian:
    """The values of one part."""

    nomor: int
    kegiatan: tuple[HasilKegiatan, ...]
    nilai_tugas_tambahan: Fraction
    nilai_kreativitas: Fraction
    nilai_skp: Fraction | None


@record
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


@record
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
    return _reached(near, ambang) is _reached(value, ambang)


def _reached(value: Fraction, ambang: tuple[Ambang, ...]) -> Ambang | None:
    """Return the best category that the value reaches; the limits stand best first."""
    return next((limit for limit in ambang if limit.holds(value)), None)


class Berkategori(Protocol):
    """What of a regulation tells whether a category is good enough for the indicator."""

    @property
    def minimal_baik(self) -> Collection[str]:
        """Return the categories that count as "baik" or better."""


class PeraturanDasar:
    """What a regulation says of itself unless it says otherwise: none of what only some have."""

    isian: Collection[str] = ()
    nilai_luar: Collection[str] = ()
    punya_pita = False
    konversi_ak = False

    @property
    def berperingkat(self) -> bool:
        """Say whether each period of the year is rated, instead of perilaku being scored."""
        return "evaluasi" in self.isian

    def predikat_of(self, evaluasi: Evaluasi) -> str | None:
        """Return the predikat that the ratings of one period make, None where they make none."""
        del evaluasi
        return None


def status_of(penilaian: Penilaian, sebutan: str | None) -> Status:
    """Return where somebody stands whose category is known, or None while it is not."""
    if penilaian.pengecualian is not None:
        return Status.DIKECUALIKAN
    return Status.BELUM_DINILAI if sebutan is None else Status.DINILAI


def categorised(
    peraturan: Berkategori,
    penilaian: Penilaian,
    sebutan: str | None,
    kurang: Collection[Kurang] = (),
    jelaskan: Callable[[], tuple[Langkah, ...]] = tuple,
) -> Hasil:
    """Return the result of somebody whose category is known, or None while it is not.

    What is missing is told only of those who are due and not yet appraised.
    """
    status = status_of(penilaian, sebutan)
    return Hasil(
        status=status,
        sebutan=sebutan,
        minimal_baik=sebutan in peraturan.minimal_baik,
        kurang=tuple(kurang) if status is Status.BELUM_DINILAI else (),
        jelaskan=jelaskan,
    )
