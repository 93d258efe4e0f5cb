"""2021: PP 30/2019 with PermenPANRB 8/2021; the final value is typed, the predikat follows (B).

The year mixes two methods and is integrated by BKN's own application, so nothing is computed here
but on which side of each band the value lies.
"""

from dataclasses import replace
from fractions import Fraction

from skp_tui.domain.appraisal import NilaiLuar, Penilaian
from skp_tui.domain.number import shown
from skp_tui.domain.period import Periode
from skp_tui.domain.validity import NILAI_AKHIR_TERTINGGI
from skp_tui.rules.result import (
    Ambang,
    Hasil,
    Kurang,
    Langkah,
    PeraturanDasar,
    categorised,
    revealing,
)

KATEGORI = ("Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang")
MINIMAL_BAIK = frozenset({"Sangat Baik", "Baik"})

SANGAT_BAIK = Ambang("Sangat Baik", Fraction(110), inklusif=True)
AMBANG = (
    Ambang("Baik", Fraction(90), inklusif=True),
    Ambang("Cukup", Fraction(70), inklusif=True),
    Ambang("Kurang", Fraction(50), inklusif=True),
)

DASAR_NILAI = "PermenPANRB 8/2021, nilai kinerja terintegrasi tahun 2021"
DASAR_PREDIKAT = "PermenPANRB 8/2021, predikat kinerja"


def predikat(nilai: Fraction, *, ide_baru: bool) -> str:
    """Return the predikat of a value, 0-120: half-open bands, the best one needs a new idea (B)."""
    limits = (SANGAT_BAIK, *AMBANG) if ide_baru else AMBANG
    return next((limit.sebutan for limit in limits if limit.holds(nilai)), KATEGORI[-1])


def _steps(akhir: NilaiLuar | None, disebut: str | None) -> tuple[Langkah, ...]:
    if akhir is None:
        return (
            Langkah("Nilai akhir", "belum diisi", "–", DASAR_NILAI),
            Langkah("Predikat", "belum ada nilai", "–", DASAR_PREDIKAT),
        )
    tampil = revealing(Fraction(akhir.nilai), (SANGAT_BAIK, *AMBANG))
    rumus = f"diketik dari sumbernya: {shown(akhir.nilai)} ({akhir.sumber})"
    return (
        Langkah("Nilai akhir", rumus, tampil, DASAR_NILAI),
        Langkah("Predikat", _band(akhir, tampil), disebut or "–", DASAR_PREDIKAT),
    )


def _band(akhir: NilaiLuar, tampil: str) -> str:
    nilai = Fraction(akhir.nilai)
    if SANGAT_BAIK.holds(nilai):
        idea = "dengan ide baru" if akhir.ide_baru else "tanpa ide baru, jadi bukan Sangat Baik"
        return f"{SANGAT_BAIK.batas} ≤ {tampil} ≤ {shown(NILAI_AKHIR_TERTINGGI)}, {idea}"
    low = next((limit for limit in AMBANG if limit.holds(nilai)), None)
    if low is None:
        return f"{tampil} < {AMBANG[-1].batas}"
    place = AMBANG.index(low)
    above = AMBANG[place - 1] if place else SANGAT_BAIK
    return f"{low.batas} ≤ {tampil} < {above.batas}"


class _Pp30(PeraturanDasar):
    """PP 30/2019 behind the face that all regulations share."""

    kode = "PP30"
    nama = "PP 30/2019"
    kategori = KATEGORI
    minimal_baik = MINIMAL_BAIK
    isian = frozenset({"bagian", "nilai_luar", "pengecualian"})
    diisi = "nilai akhir dengan sumbernya (nilai_luar jenis akhir)"
    nilai_luar = frozenset({"akhir"})

    def nilai(self, penilaian: Penilaian, periode: Periode) -> Hasil:
        """Return the typed value with its predikat (regulations B)."""
        del periode  # none of its settings touches a typed value
        akhir = penilaian.akhir
        nilai = None if akhir is None else Fraction(akhir.nilai)
        disebut = None
        if akhir is not None and nilai is not None:
            disebut = predikat(nilai, ide_baru=akhir.ide_baru)
        missing = (Kurang("nilai akhir", kolom="nilai"),)
        found = categorised(self, penilaian, disebut, missing, lambda: _steps(akhir, disebut))
        tampil = revealing(nilai, (SANGAT_BAIK, *AMBANG))
        return replace(found, nilai_prestasi_kerja=nilai, nilai_tampil=tampil)


PP30 = _Pp30()
