"""Both ratings of many people side by side, for one period of the year (regulations C)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from skp_tui.domain.appraisal import PERIODE_EVALUASI, TAHUNAN
from skp_tui.domain.evaluasi import evaluasi_of, periods_before
from skp_tui.domain.kinerja import CapaianOrganisasi
from skp_tui.record import record
from skp_tui.rules.permenpanrb6_words import NAMA_PERINGKAT
from skp_tui.rules.regulation import Peraturan
from skp_tui.rules.result import Status
from skp_tui.rules.sebaran import Syarat, pola
from skp_tui.services.base.views import Orang

PERINGKAT = tuple(NAMA_PERINGKAT)
"""The columns of both ratings, in the order in which they are given."""


def predikat_of(orang: Orang, periode: str) -> str | None:
    """Return somebody's predikat of a period, None while a rating that it needs is missing."""
    return orang.peraturan.predikat_of(evaluasi_of(orang.penilaian, periode))


def is_due(orang: Orang) -> bool:
    """Say whether somebody counts: whoever is excepted is not due (regulations D)."""
    return orang.hasil.status is not Status.DIKECUALIKAN


def is_open(orang: Orang) -> bool:
    """Say whether somebody may be rated: not where the appraisal is signed."""
    return not orang.penilaian.terkunci


def is_rated(orang: Orang, periode: str) -> bool:
    """Say whether somebody has both ratings of a period."""
    return predikat_of(orang, periode) is not None


def first_unrated(
    people: Iterable[Orang], periode: str, columns: Sequence[str] = PERINGKAT
) -> tuple[str, str] | None:
    """Return where rating goes on, one column after the other: NIP and column, None when done."""
    listed = tuple(satu for satu in people if is_open(satu))
    lacking = (
        (satu.nip, kolom)
        for kolom, satu in product(columns, listed)
        if evaluasi_of(satu.penilaian, periode).peringkat(kolom) is None
    )
    return next(lacking, None)


def rated_before(orang: Orang, periode: str) -> tuple[tuple[str, str], ...]:
    """Return the periods of the year that are over by then, each with its predikat, oldest first.

    A month or a quarter that was not rated is left out.
    """
    given = {satu.periode: predikat_of(orang, satu.periode) for satu in orang.penilaian.evaluasi}
    found = ((nama, given.get(nama)) for nama in periods_before(periode))
    return tuple((nama, sebutan) for nama, sebutan in found if sebutan is not None)


def counted_by_period(people: Iterable[Orang]) -> dict[str, int]:
    """Count who is rated in each period, those with nobody too, in the order of the files."""
    counted = dict.fromkeys(PERIODE_EVALUASI, 0)
    for orang in people:
        for satu in orang.penilaian.evaluasi:
            counted[satu.periode] += is_rated(orang, satu.periode)
    return counted


@record
class SebaranPeriode:
    """How many of those who are due have each predikat of a period, and who has none yet."""

    periode: str
    jumlah: Mapping[str, int]
    belum: int

    @property
    def dinilai(self) -> int:
        """Count those who have a predikat."""
        return sum(self.jumlah.values())

    def moved(self, before: Orang, after: Orang) -> "SebaranPeriode":
        """Return the same with one person rated anew; the others need not be counted again."""
        if not is_due(after):
            return self
        old, new = (predikat_of(satu, self.periode) for satu in (before, after))
        found: dict[str | None, int] = {None: self.belum}
        found.update(self.jumlah.items())
        found[old] -= 1
        found[new] += 1
        return SebaranPeriode(
            self.periode, {nama: found[nama] for nama in self.jumlah}, found[None]
        )

    def syarat(self, capaian: CapaianOrganisasi | None) -> tuple[Syarat, ...]:
        """Return the rules of the expected distribution, which are of the yearly predikat alone."""
        if capaian is None or self.periode != TAHUNAN:
            return ()
        return pola(capaian, self.jumlah, self.belum)


def sebaran_of(people: Iterable[Orang], periode: str, peraturan: Peraturan) -> SebaranPeriode:
    """Count the predikats of a period among those who are due."""
    found = Counter(predikat_of(satu, periode) for satu in people if is_due(satu))
    return SebaranPeriode(periode, {nama: found[nama] for nama in peraturan.kategori}, found[None])
