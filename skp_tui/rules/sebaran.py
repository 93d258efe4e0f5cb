"""The distribution of predikats that the capaian organisasi lets expect (PermenPANRB 6/2022, C).

A unit off its pattern is warned and never blocked.

- Counted are all who are due, with everybody below the unit. A rule is broken only when those who
  have no predikat yet can no longer mend it; until then it is open.
- A share holds as it is written: of nine people at most 70 % are six, since seven are 77,78 %, and
  at least 60 % are six.
- "Mostly" (*sebagian besar*) asks that no other predikat has more people; that it must be more than
  half is not written.
- "Some" asks for one person.
- Fewer than four people are not compared: nobody can spread them as the pattern wants.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from skp_tui.domain.kinerja import SEBUTAN_CAPAIAN, CapaianOrganisasi
from skp_tui.domain.recap import percent
from skp_tui.record import record

DASAR_SEBARAN = "PermenPANRB 6/2022, pola distribusi predikat kinerja"

SANGAT_BAIK, BAIK = "Sangat Baik", "Baik"
BUTUH, KURANG, SANGAT_KURANG = "Butuh Perbaikan", "Kurang", "Sangat Kurang"

SERATUS = 100
TERBANYAK = 70
CUKUP_ORANG = 4
"""The fewest people who are compared with a pattern."""


class Macam(StrEnum):
    """How a rule limits the people of its predikats."""

    PALING_BANYAK = "paling banyak"
    PALING_SEDIKIT = "paling sedikit"
    TERBANYAK = "terbanyak"
    ADA = "harus ada"
    TIDAK_ADA = "tidak ada"


class Keadaan(StrEnum):
    """How a rule stands: those who are not rated yet can still bring an open one about."""

    SESUAI = "sesuai"
    TERBUKA = "belum tentu"
    DI_LUAR = "di luar pola"


@record
class Aturan:
    """One rule of a pattern; ``persen`` only where the regulation names a share."""

    macam: Macam
    predikat: tuple[str, ...]
    persen: int = 0

    @property
    def uraian(self) -> str:
        """Return the rule in words: ``Sangat Baik paling banyak 70 %``."""
        names = " atau ".join(self.predikat)
        if self.persen:
            return f"{names} {self.macam} {self.persen} %"
        if self.macam is Macam.TERBANYAK:
            return f"{names} predikat {self.macam}"
        return f"{self.macam} {names}" if self.macam is Macam.TIDAK_ADA else f"ada {names}"


def _most(persen: int, *predikat: str) -> Aturan:
    return Aturan(Macam.PALING_BANYAK, predikat, persen)


def _least(persen: int, *predikat: str) -> Aturan:
    return Aturan(Macam.PALING_SEDIKIT, predikat, persen)


POLA: Mapping[CapaianOrganisasi, tuple[Aturan, ...]] = {
    CapaianOrganisasi.ISTIMEWA: (
        Aturan(Macam.TERBANYAK, (SANGAT_BAIK,)),
        _most(TERBANYAK, SANGAT_BAIK),
    ),
    CapaianOrganisasi.BAIK: (_most(TERBANYAK, BAIK), Aturan(Macam.ADA, (BUTUH, KURANG))),
    CapaianOrganisasi.BUTUH_PERBAIKAN: (_least(60, BUTUH), _most(10, SANGAT_BAIK)),
    CapaianOrganisasi.KURANG: (_least(60, KURANG), _least(10, BUTUH), _most(10, SANGAT_BAIK)),
    CapaianOrganisasi.SANGAT_KURANG: (
        _least(60, SANGAT_KURANG),
        _least(10, KURANG, BUTUH),
        Aturan(Macam.TIDAK_ADA, (SANGAT_BAIK,)),
    ),
}
"""The rules of each capaian organisasi (regulations C)."""


@record
class Syarat:
    """One rule as a unit stands to it.

    ``batas`` is the limit in people, ``jumlah`` how many there are of ``dari`` who are due, of whom
    ``belum`` have no predikat yet; ``selisih`` is by how many people it is off now, 0 where it is
    met, and ``pasti`` by how many whatever the others get.
    """

    aturan: Aturan
    batas: int
    jumlah: int
    dari: int
    belum: int
    selisih: int
    pasti: int

    @property
    def uraian(self) -> str:
        """Return the rule in words."""
        return self.aturan.uraian

    @property
    def predikat(self) -> tuple[str, ...]:
        """Return the predikats that the rule counts together."""
        return self.aturan.predikat

    @property
    def bagian(self) -> Fraction | None:
        """Return the actual share in percent of all who are due; None of nobody."""
        return percent(self.jumlah, self.dari)

    @property
    def terpenuhi(self) -> bool:
        """Say whether the rule is met as the unit stands now."""
        return not self.selisih

    @property
    def keadaan(self) -> Keadaan:
        """Return how the rule stands, before everybody is rated and after."""
        if self.terpenuhi:
            return Keadaan.SESUAI
        return Keadaan.DI_LUAR if self.pasti else Keadaan.TERBUKA

    @property
    def membatasi(self) -> bool:
        """Say whether the rule forbids too many; the others ask for enough."""
        return self.aturan.macam in {Macam.PALING_BANYAK, Macam.TIDAK_ADA}


def pola(
    capaian: CapaianOrganisasi, sebaran: Mapping[str, int], belum: int = 0
) -> tuple[Syarat, ...]:
    """Return each rule of the pattern against the people of each predikat.

    ``belum`` are those who are due and have no predikat yet. Of too few people there is no rule.
    """
    if not is_compared(sum(sebaran.values()) + belum):
        return ()
    return tuple(_met(aturan, sebaran, belum) for aturan in POLA[capaian])


def is_compared(wajib_dinilai: int) -> bool:
    """Say whether so many people who are due are enough for a pattern."""
    return wajib_dinilai >= CUKUP_ORANG


def _met(aturan: Aturan, sebaran: Mapping[str, int], belum: int) -> Syarat:
    dari = sum(sebaran.values()) + belum
    jumlah = sum(sebaran.get(nama, 0) for nama in aturan.predikat)
    others = [many for nama, many in sebaran.items() if nama not in aturan.predikat]
    batas = _limit(aturan, dari, max(others, default=0))
    if aturan.macam is Macam.TERBANYAK:
        selisih, pasti = _to_the_top(jumlah, others), _to_the_top(jumlah + belum, others)
    elif aturan.macam in {Macam.PALING_BANYAK, Macam.TIDAK_ADA}:
        selisih = pasti = max(0, jumlah - batas)
    else:
        selisih, pasti = max(0, batas - jumlah), max(0, batas - jumlah - belum)
    return Syarat(aturan, batas, jumlah, dari, belum, selisih, pasti)


def _limit(aturan: Aturan, dari: int, largest: int) -> int:
    """Return the most, or the fewest, people whose share of all is still what is written."""
    if aturan.macam is Macam.PALING_BANYAK:
        return aturan.persen * dari // SERATUS
    if aturan.macam is Macam.PALING_SEDIKIT:
        return -(-aturan.persen * dari // SERATUS)
    if aturan.macam is Macam.TERBANYAK:
        return largest
    return 1 if aturan.macam is Macam.ADA else 0


def _to_the_top(jumlah: int, others: Sequence[int]) -> int:
    """Return how few people must change so that no other group is larger than ``jumlah``.

    Each of them leaves a larger group for this one, so that with k of them the others together may
    exceed jumlah + k by k people.
    """
    return bisect_left(
        range(sum(others)),
        0,
        key=lambda k: k - sum(max(0, other - jumlah - k) for other in others),
    )


def di_luar(syarat: Iterable[Syarat]) -> tuple[Syarat, ...]:
    """Return the rules that are broken whatever those get who have no predikat yet."""
    return tuple(satu for satu in syarat if satu.keadaan is Keadaan.DI_LUAR)


def selisih_words(satu: Syarat) -> str:
    """Say by how many people a rule is off: ``lebih 2 orang``, or that it is met."""
    if satu.terpenuhi:
        return "sesuai"
    return f"{'lebih' if satu.membatasi else 'kurang'} {satu.selisih} orang"


_SHORT: Mapping[Macam, str] = {
    Macam.PALING_BANYAK: "maks. {}",
    Macam.PALING_SEDIKIT: "min. {}",
    Macam.TERBANYAK: "bukan terbanyak",
    Macam.ADA: "min. {}",
    Macam.TIDAK_ADA: "maks. {}",
}


def ringkas(satu: Syarat) -> str:
    """Return a rule in people, for a line with little room: ``Baik 9 (maks. 7)``."""
    limit = _SHORT[satu.aturan.macam].format(satu.batas)
    return f"{'/'.join(satu.predikat)} {satu.jumlah} ({limit})"


def peringatan(
    capaian: CapaianOrganisasi | None, sebaran: Mapping[str, int], belum: int = 0
) -> str:
    """Return the warning of a unit off its pattern in one line, empty where there is none."""
    if capaian is None:
        return ""
    broken = di_luar(pola(capaian, sebaran, belum))
    if not broken:
        return ""
    words = "; ".join(f"{satu.uraian} ({selisih_words(satu)})" for satu in broken)
    return f"Di luar pola capaian organisasi {SEBUTAN_CAPAIAN[capaian]}: {words}"
