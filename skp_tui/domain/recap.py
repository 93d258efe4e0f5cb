"""The unit indicator with its three figures (regulations D, exchange 5); results come as input."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from skp_tui.domain.office import Unit, children
from skp_tui.domain.period import Penyebut, Periode
from skp_tui.errors import InputError
from skp_tui.record import record

KATEGORI_CAPAIAN = ("Sangat Baik", "Baik", "Cukup Baik", "Kurang")
TINGKAT_TERBANYAK = 200
"""How deep a tree of units may be; offices have ten levels, a faulty list may have thousands."""


@record
class Terhitung:
    """One person as the recap counts him: in which unit, with which outcome.

    ``sebutan`` is None unless appraised; someone with an exception is ``dikecualikan`` whatever
    was entered.
    """

    unit: str
    dikecualikan: bool = False
    sebutan: str | None = None
    minimal_baik: bool = False
    batas: bool = False


@record
class Rekap:
    """The counts and percentages of one unit with everything below it.

    Percentages are exact fractions of 100; a percentage of nothing is None.
    """

    unit: str
    nama_unit: str
    jumlah_pegawai: int
    dikecualikan: int
    dinilai: int
    minimal_baik: int
    nilai_batas: int
    sebaran: Mapping[str, int]
    periode: Periode
    subunit: tuple["Rekap", ...] = ()

    @property
    def wajib_dinilai(self) -> int:
        """Return how many are due: everybody of the year minus the exceptions."""
        return self.jumlah_pegawai - self.dikecualikan

    @property
    def belum_dinilai(self) -> int:
        """Return how many are due and not yet appraised."""
        return self.wajib_dinilai - self.dinilai

    @property
    def cakupan(self) -> Fraction | None:
        """Return the coverage: appraised of all due."""
        return percent(self.dinilai, self.wajib_dinilai)

    @property
    def persen_dari_dinilai(self) -> Fraction | None:
        """Return the share at baik or better of those appraised."""
        return percent(self.minimal_baik, self.dinilai)

    @property
    def persen_dari_wajib(self) -> Fraction | None:
        """Return the share at baik or better of all due; who is not appraised has not reached."""
        return percent(self.minimal_baik, self.wajib_dinilai)

    @property
    def realisasi(self) -> Fraction | None:
        """Return the official figure, by the setting ``penyebut``."""
        if self.periode.penyebut is Penyebut.DINILAI:
            return self.persen_dari_dinilai
        return self.persen_dari_wajib

    @property
    def target(self) -> Fraction | None:
        """Return the target of the indicator in percent."""
        target = self.periode.target_indikator
        return None if target is None else Fraction(target)

    @property
    def capaian(self) -> Fraction | None:
        """Return realisasi / target × 100, from the unrounded realisasi; None for a target of 0."""
        if self.realisasi is None or not self.target:
            return None
        return self.realisasi / self.target * 100

    @property
    def kategori_capaian(self) -> str | None:
        """Return the category of the capaian; the bands are lower bounds."""
        if self.capaian is None:
            return None
        bands = zip(KATEGORI_CAPAIAN, self.periode.pita_capaian, strict=False)
        return next(
            (nama for nama, bound in bands if self.capaian >= Fraction(bound)), KATEGORI_CAPAIAN[-1]
        )


def percent(part: int, whole: int) -> Fraction | None:
    """Return part of whole in percent; a percentage of nothing is None."""
    return Fraction(part * 100, whole) if whole else None


def rekap(
    units: Mapping[str, Unit],
    root: str,
    orang: Iterable[Terhitung],
    periode: Periode,
    kategori: Sequence[str],
) -> Rekap:
    """Count the unit and everything below it, each child unit with its own recap.

    Raises InputError for a tree deeper than ``TINGKAT_TERBANYAK``: a recap is walked by recursion.
    """
    by_unit: dict[str, list[Terhitung]] = {}
    for satu in orang:
        by_unit.setdefault(satu.unit, []).append(satu)
    # each unit has one induk, so a circle can only come back to the root: nothing leads there
    below = children(unit for unit in units.values() if unit.kode != root)
    _refuse_too_deep(below, root)
    return _of_unit(units, root, by_unit, below, periode, kategori)


def levels(induk: Mapping[str, str | None]) -> dict[str, int]:
    """Return the level of each unit by its code, 1 for a topmost one; ``induk`` has who is above.

    A unit in a circle, or below one, is counted up to where the circle closes.
    """
    found: dict[str, int] = {}
    for start in induk:
        way: dict[str, None] = {}
        kode: str | None = start
        while kode is not None and kode in induk and kode not in found and kode not in way:
            way[kode] = None
            kode = induk[kode]
        above = found.get(kode or "", 0)
        found.update((one, above + place) for place, one in enumerate(reversed(way), 1))
    return found


def _refuse_too_deep(below: Mapping[str | None, list[str]], root: str) -> None:
    level = [root]
    for _ in range(TINGKAT_TERBANYAK):
        level = [child for kode in level for child in below.get(kode, ())]
    if level:
        raise InputError("Susunan unit terlalu dalam.", "Periksa kolom induk pada data unit.")


def _of_unit(
    units: Mapping[str, Unit],
    kode: str,
    by_unit: Mapping[str, list[Terhitung]],
    below: Mapping[str | None, list[str]],
    periode: Periode,
    kategori: Sequence[str],
) -> Rekap:
    parts = tuple(
        _of_unit(units, child, by_unit, below, periode, kategori) for child in below.get(kode, ())
    )
    own = by_unit.get(kode, [])
    excepted = [satu for satu in own if satu.dikecualikan]
    assessed = [satu for satu in own if not satu.dikecualikan and satu.sebutan is not None]
    sebaran = {
        nama: sum(satu.sebutan == nama for satu in assessed)
        + sum(part.sebaran[nama] for part in parts)
        for nama in kategori
    }
    return Rekap(
        unit=kode,
        nama_unit=units[kode].nama,
        jumlah_pegawai=len(own) + sum(part.jumlah_pegawai for part in parts),
        dikecualikan=len(excepted) + sum(part.dikecualikan for part in parts),
        dinilai=len(assessed) + sum(part.dinilai for part in parts),
        minimal_baik=sum(satu.minimal_baik for satu in assessed)
        + sum(part.minimal_baik for part in parts),
        nilai_batas=sum(satu.batas for satu in assessed) + sum(part.nilai_batas for part in parts),
        sebaran=sebaran,
        periode=periode,
        subunit=parts,
    )
