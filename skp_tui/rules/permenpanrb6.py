"""PermenPANRB 6/2022: the predikat kinerja follows from two ratings, without a number (C)."""

from collections.abc import Iterator
from dataclasses import replace

from skp_tui.domain.appraisal import Evaluasi, Penilaian
from skp_tui.domain.period import Periode
from skp_tui.rules.permenpanrb6_matrix import KATEGORI, MATRIKS, predikat, predikat_of
from skp_tui.rules.permenpanrb6_words import NAMA_PERINGKAT
from skp_tui.rules.result import Hasil, Kurang, Langkah, PeraturanDasar, Status, categorised

__all__ = ["KATEGORI", "MATRIKS", "MINIMAL_BAIK", "NAMA_PERINGKAT", "PERMENPANRB6", "predikat"]

MINIMAL_BAIK = frozenset({"Sangat Baik", "Baik"})
TANPA_HASIL_KERJA = "belum ada hasil kerja"


def _missing(evaluasi: Evaluasi) -> Iterator[Kurang]:
    for kolom, nama in NAMA_PERINGKAT.items():
        if evaluasi.peringkat(kolom) is None:
            yield Kurang("evaluasi", kolom=kolom, rincian=nama)


def _odd(penilaian: Penilaian, hasil: Hasil) -> tuple[str, ...]:
    """Return what looks odd beside the ratings; it hinders nothing, for they alone decide."""
    planned = any(bagian.hasil_kerja for bagian in penilaian.bagian)
    return () if planned or hasil.status is Status.DIKECUALIKAN else (TANPA_HASIL_KERJA,)


class _Permenpanrb6(PeraturanDasar):
    """PermenPANRB 6/2022 behind the face that all regulations share."""

    kode = "PERMENPANRB6"
    nama = "PermenPANRB 6/2022"
    kategori = KATEGORI
    minimal_baik = MINIMAL_BAIK
    isian = frozenset(
        {
            "bagian", "hasil_kerja", "indikator", "ekspektasi", "lampiran", "evaluasi",
            "capaian_organisasi", "pengecualian",
        }
    )  # fmt: skip
    diisi = "hasil kerja, indikator, ekspektasi, lampiran, dan evaluasi dengan kedua peringkatnya"
    konversi_ak = True

    def predikat_of(self, evaluasi: Evaluasi) -> str | None:
        """Return what the matrix says of both ratings, None while one is missing (C)."""
        return predikat_of(evaluasi)

    def nilai(self, penilaian: Penilaian, periode: Periode) -> Hasil:
        """Return the predikat of the yearly evaluation; there is no number (C)."""
        del periode  # none of its settings touches the matrix
        evaluasi = penilaian.evaluasi_tahunan
        disebut = predikat_of(evaluasi)

        def steps() -> tuple[Langkah, ...]:
            from skp_tui.rules.permenpanrb6_explain import explanation  # noqa: PLC0415 - when asked

            return explanation(penilaian, found)

        rated = categorised(self, penilaian, disebut, tuple(_missing(evaluasi)), steps)
        found = replace(
            rated,
            peringatan=_odd(penilaian, rated),
            hasil_kerja=evaluasi.hasil_kerja,
            perilaku_kerja=evaluasi.perilaku_kerja,
        )
        return found


PERMENPANRB6 = _Permenpanrb6()
