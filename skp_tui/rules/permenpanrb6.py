"""PermenPANRB 6/2022: the predikat kinerja follows from two ratings, without a number (C)."""

from collections.abc import Iterator, Mapping

from skp_tui.domain.appraisal import SEBUTAN_PERINGKAT, Evaluasi, Penilaian, Peringkat
from skp_tui.domain.period import Periode
from skp_tui.rules.result import Hasil, Kurang, Langkah, Status

KATEGORI = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")
MINIMAL_BAIK = frozenset({"Sangat Baik", "Baik"})

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

NAMA_PERINGKAT = {"hasil_kerja": "hasil kerja", "perilaku_kerja": "perilaku kerja"}
DASAR_PERINGKAT = "PermenPANRB 6/2022, evaluasi kinerja pegawai"
DASAR_PREDIKAT = "PermenPANRB 6/2022, predikat kinerja pegawai"


def predikat(hasil_kerja: Peringkat, perilaku_kerja: Peringkat) -> str:
    """Return the predikat of two ratings (C)."""
    return MATRIKS[hasil_kerja, perilaku_kerja]


def _missing(evaluasi: Evaluasi) -> Iterator[Kurang]:
    for kolom, nama in NAMA_PERINGKAT.items():
        if evaluasi.peringkat(kolom) is None:
            yield Kurang("evaluasi", kolom=kolom, rincian=nama)


def _steps(evaluasi: Evaluasi, disebut: str | None) -> Iterator[Langkah]:
    words: list[str] = []
    for kolom, nama in NAMA_PERINGKAT.items():
        given = evaluasi.peringkat(kolom)
        word = "–" if given is None else SEBUTAN_PERINGKAT[given]
        words.append(f"{nama} {word}")
        how = "dipilih pejabat penilai" if given else "belum dipilih"
        yield Langkah(nama.capitalize(), how, word, DASAR_PERINGKAT)
    yield Langkah("Predikat", " dan ".join(words), disebut or "–", DASAR_PREDIKAT)


class _Permenpanrb6:
    """PermenPANRB 6/2022 behind the face that all regulations share."""

    kode = "PERMENPANRB6"
    nama = "PermenPANRB 6/2022"
    kategori = KATEGORI
    minimal_baik = MINIMAL_BAIK
    isian = frozenset({"bagian", "evaluasi", "pengecualian"})
    diisi = "evaluasi: peringkat hasil kerja dan perilaku kerja"
    nilai_luar: frozenset[str] = frozenset()

    def nilai(self, penilaian: Penilaian, periode: Periode) -> Hasil:
        """Return the predikat of the yearly evaluation; there is no number (C)."""
        del periode  # none of its settings touches the matrix
        evaluasi = penilaian.evaluasi_tahunan
        hasil_kerja, perilaku_kerja = evaluasi.hasil_kerja, evaluasi.perilaku_kerja
        disebut = None
        if hasil_kerja is not None and perilaku_kerja is not None:
            disebut = predikat(hasil_kerja, perilaku_kerja)
        status = Status.BELUM_DINILAI if disebut is None else Status.DINILAI
        if penilaian.pengecualian is not None:
            status = Status.DIKECUALIKAN
        return Hasil(
            status=status,
            sebutan=disebut,
            minimal_baik=disebut in MINIMAL_BAIK,
            hasil_kerja=hasil_kerja,
            perilaku_kerja=perilaku_kerja,
            kurang=tuple(_missing(evaluasi)) if status is Status.BELUM_DINILAI else (),
            jelaskan=lambda: tuple(_steps(evaluasi, disebut)),
        )


PERMENPANRB6 = _Permenpanrb6()
