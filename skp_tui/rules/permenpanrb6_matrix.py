"""The matrix of PermenPANRB 6/2022: two ratings make a predikat, without a number (C)."""

from collections.abc import Mapping

from skp_tui.domain.appraisal import Evaluasi, Peringkat

KATEGORI = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")

_ATAS, _SESUAI, _BAWAH = Peringkat.DI_ATAS, Peringkat.SESUAI, Peringkat.DI_BAWAH
MATRIKS: Mapping[tuple[Peringkat, Peringkat], str] = {
    (_ATAS, _ATAS): "Sangat Baik",
    (_ATAS, _SESUAI): "Baik",
    (_ATAS, _BAWAH): "Kurang",
    (_SESUAI, _ATAS): "Baik",
    (_SESUAI, _SESUAI): "Baik",
    (_SESUAI, _BAWAH): "Kurang",
    (_BAWAH, _ATAS): "Butuh Perbaikan",
    (_BAWAH, _SESUAI): "Butuh Perbaikan",
    (_BAWAH, _BAWAH): "Sangat Kurang",
}
"""The predikat of each pair of ratings: hasil kerja first, then perilaku kerja (C)."""


def predikat(hasil_kerja: Peringkat, perilaku_kerja: Peringkat) -> str:
    """Return the predikat of two ratings (C)."""
    return MATRIKS[hasil_kerja, perilaku_kerja]


def predikat_of(evaluasi: Evaluasi) -> str | None:
    """Return the predikat of one evaluation, None while one of its ratings is missing (C)."""
    if evaluasi.hasil_kerja is None or evaluasi.perilaku_kerja is None:
        return None
    return predikat(evaluasi.hasil_kerja, evaluasi.perilaku_kerja)
