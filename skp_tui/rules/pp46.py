"""PP 46/2011 with Perka BKN 1/2013: nilai prestasi kerja and its sebutan (regulations A)."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial

from skp_tui.domain.appraisal import (
    PERILAKU,
    PERILAKU_WAJIB,
    Bagian,
    JenisTambahan,
    Penilaian,
    Tingkat,
)
from skp_tui.domain.appraisal import Perilaku as PerilakuKerja
from skp_tui.domain.number import total
from skp_tui.domain.period import KebijakanBatas, KuantitasNol, Periode
from skp_tui.rules import pp46_missing as missing
from skp_tui.rules.pp46_activity import nilai_kegiatan
from skp_tui.rules.pp46_total import mean, weighted
from skp_tui.rules.result import (
    Ambang,
    Hasil,
    HasilBagian,
    Langkah,
    PeraturanDasar,
    revealing,
    status_of,
)

KATEGORI = ("Sangat Baik", "Baik", "Cukup", "Kurang", "Buruk")
MINIMAL_BAIK = frozenset({"Sangat Baik", "Baik"})

_AMBANG: dict[KebijakanBatas, tuple[Ambang, ...]] = {
    KebijakanBatas.BATAS_BAWAH: (
        Ambang("Sangat Baik", Fraction(91), inklusif=True),
        Ambang("Baik", Fraction(76), inklusif=True),
        Ambang("Cukup", Fraction(61), inklusif=True),
        Ambang("Kurang", Fraction(51), inklusif=True),
    ),
    KebijakanBatas.LEMBAR_BKN: (
        Ambang("Sangat Baik", Fraction(9099, 100), inklusif=False),
        Ambang("Baik", Fraction(75), inklusif=False),
        Ambang("Cukup", Fraction(60), inklusif=False),
        Ambang("Kurang", Fraction(50), inklusif=False),
    ),
}
_CELAH = ((50, 51), (60, 61), (75, 76), (90, 91))
_TUGAS_TAMBAHAN = ((7, 3), (4, 2), (1, 1), (0, 0))
_KREATIVITAS = {Tingkat.UNIT: 3, Tingkat.ORGANISASI: 6, Tingkat.NEGARA: 12}


def ambang(kebijakan: KebijakanBatas) -> tuple[Ambang, ...]:
    """Return the limits of the categories, best first; below the last one it is Buruk."""
    return _AMBANG[kebijakan]


def sebutan(nilai: Fraction, kebijakan: KebijakanBatas) -> str:
    """Return the category of an unrounded value (A.4, Pasal 17)."""
    reached = (limit.sebutan for limit in ambang(kebijakan) if limit.holds(nilai))
    return next(reached, KATEGORI[-1])


def is_batas(nilai: Fraction) -> bool:
    """Say whether the value lies in a gap between two printed bands, ends excluded (A.4)."""
    return any(low < nilai < high for low, high in _CELAH)


def nilai_tugas_tambahan(jumlah: int) -> Fraction:
    """Return what so many extra tasks add: 0, 1-3, 4-6, 7 or more give 0, 1, 2, 3 (A.2)."""
    return Fraction(
        next(nilai for paling_sedikit, nilai in _TUGAS_TAMBAHAN if jumlah >= paling_sedikit)
    )


def nilai_kreativitas(tingkat: Sequence[Tingkat]) -> Fraction:
    """Return what the highest creation adds: unit 3, organisasi 6, negara 12 (A.2)."""
    return Fraction(max((_KREATIVITAS[satu] for satu in tingkat), default=0))


def nilai_bagian(bagian: Bagian, kuantitas_nol: KuantitasNol) -> HasilBagian:
    """Return the SKP of one part: mean of its activities plus its own extras (A.2)."""
    kegiatan = tuple(nilai_kegiatan(satu, kuantitas_nol) for satu in bagian.kegiatan)
    tugas = [satu for satu in bagian.tambahan if satu.jenis is JenisTambahan.TUGAS_TAMBAHAN]
    kreativitas = [satu for satu in bagian.tambahan if satu.jenis is JenisTambahan.KREATIVITAS]
    tingkat = [satu.tingkat for satu in kreativitas if satu.tingkat is not None]
    tambah, kreasi = nilai_tugas_tambahan(len(tugas)), nilai_kreativitas(tingkat)
    capaian = [satu.nilai_capaian for satu in kegiatan if satu.nilai_capaian is not None]
    skp: Fraction | None = None
    if bagian.nilai_luar is not None:
        skp = Fraction(bagian.nilai_luar.nilai)
    elif capaian and len(capaian) == len(kegiatan):
        skp = mean(capaian) + tambah + kreasi
    return HasilBagian(
        nomor=bagian.nomor,
        kegiatan=kegiatan,
        nilai_tugas_tambahan=tambah,
        nilai_kreativitas=kreasi,
        nilai_skp=skp,
    )


def nilai_skp(penilaian: Penilaian, bagian: Sequence[HasilBagian]) -> Fraction | None:
    """Return the SKP of the year: the academic value, else the plain mean of the parts (A.2)."""
    if penilaian.akademik is not None:
        return Fraction(penilaian.akademik.nilai)
    parts = [satu.nilai_skp for satu in bagian if satu.nilai_skp is not None]
    return mean(parts) if parts and len(parts) == len(bagian) else None


def jumlah_perilaku(perilaku: PerilakuKerja) -> tuple[Fraction, int] | None:
    """Return the sum and the divisor, 5 or with kepemimpinan 6; None while one is missing (A.3)."""
    if any(perilaku.aspek(nama) is None for nama in PERILAKU_WAJIB):
        return None
    filled = [value for nama in PERILAKU if (value := perilaku.aspek(nama)) is not None]
    return total(Fraction(value) for value in filled), len(filled)


def _perilaku(perilaku: PerilakuKerja) -> tuple[Fraction | None, Fraction | None]:
    counted = jumlah_perilaku(perilaku)
    return (None, None) if counted is None else (counted[0], counted[0] / counted[1])


def _nilai_prestasi_kerja(skp: Fraction | None, rata: Fraction | None) -> Fraction | None:
    return None if skp is None or rata is None else weighted(skp, rata)


def _sebutan(nilai: Fraction | None, kebijakan: KebijakanBatas) -> str | None:
    return None if nilai is None else sebutan(nilai, kebijakan)


def _explained(
    hasil: Hasil, penilaian: Penilaian, periode: Periode, ambang: tuple[Ambang, ...]
) -> tuple[Langkah, ...]:
    from skp_tui.rules.pp46_explain import explanation  # noqa: PLC0415 - when asked

    return explanation(hasil, penilaian, periode, ambang)


class _Pp46(PeraturanDasar):
    """PP 46/2011 behind the face that all regulations share."""

    kode = "PP46"
    nama = "PP 46/2011"
    kategori = KATEGORI
    minimal_baik = MINIMAL_BAIK
    isian = frozenset({"bagian", "kegiatan", "tambahan", "perilaku", "nilai_luar", "pengecualian"})
    diisi = "kegiatan, tambahan dan perilaku"
    nilai_luar = frozenset({"akademik", "skp"})
    punya_pita = True

    def nilai(self, penilaian: Penilaian, periode: Periode) -> Hasil:
        """Return SKP, perilaku, nilai prestasi kerja and sebutan with every step (A.1-A.4)."""
        limits = ambang(periode.kebijakan_batas)
        bagian = tuple(nilai_bagian(satu, periode.kuantitas_nol) for satu in penilaian.bagian)
        skp = nilai_skp(penilaian, bagian)
        jumlah, rata = _perilaku(penilaian.perilaku)
        nilai = _nilai_prestasi_kerja(skp, rata)
        disebut = _sebutan(nilai, periode.kebijakan_batas)
        hasil = Hasil(
            status=status_of(penilaian, disebut),
            bagian=bagian,
            nilai_skp=skp,
            sebutan_skp=_sebutan(skp, periode.kebijakan_batas),
            jumlah_perilaku=jumlah,
            rata_rata_perilaku=rata,
            nilai_prestasi_kerja=nilai,
            sebutan=disebut,
            batas=nilai is not None and is_batas(nilai),
            minimal_baik=disebut in MINIMAL_BAIK,
            nilai_tampil=revealing(nilai, limits),
            nilai_skp_tampil=revealing(skp, limits),
            kurang=missing.kurang(penilaian, periode),
            peringatan=missing.peringatan(penilaian),
        )
        return replace(hasil, jelaskan=partial(_explained, hasil, penilaian, periode, limits))


PP46 = _Pp46()
