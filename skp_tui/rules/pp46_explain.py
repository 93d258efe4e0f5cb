"""The steps that explain a value under PP 46, with the numbers filled in and their article."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from skp_tui.domain.appraisal import ASPEK, ASPEK_WAJIB, PERILAKU, Bagian, Kegiatan, Penilaian
from skp_tui.domain.number import printed, shown
from skp_tui.domain.period import Periode
from skp_tui.rules.operands import operands
from skp_tui.rules.pp46_activity import BATAS_EFISIENSI, HEMAT, efisiensi, is_not_done
from skp_tui.rules.pp46_total import mean, weighted
from skp_tui.rules.result import (
    TENTANG_PERILAKU,
    TENTANG_TAMBAHAN,
    Ambang,
    Hasil,
    HasilBagian,
    HasilKegiatan,
    Langkah,
    revealing,
)

DASAR_KEGIATAN = "Perka BKN 1/2013, Lampiran (penilaian SKP)"
DASAR_TAMBAHAN = "Perka BKN 1/2013, Lampiran (tugas tambahan dan kreativitas)"
DASAR_MUTASI = "Perka BKN 1/2013, Lampiran (PNS yang pindah)"
DASAR_AKADEMIK = "Perka BKN 1/2013, Lampiran (PNS tugas belajar)"
DASAR_PERILAKU = "PP 46/2011 Pasal 12"
DASAR_BOBOT = "PP 46/2011 Pasal 15"
DASAR_SEBUTAN = "PP 46/2011 Pasal 17"

NOT_DONE = "tidak dikerjakan (realisasi kuantitas 0): semua aspek 0, kuantitas_nol = nol"
COUNTED = ", kuantitas_nol = hitung"


def explanation(
    hasil: Hasil, penilaian: Penilaian, periode: Periode, ambang: tuple[Ambang, ...]
) -> tuple[Langkah, ...]:
    """Return the steps that lead to a result; what is not assessed yet has a dash as result."""
    return (
        *_of_skp(hasil, penilaian, periode),
        *_of_perilaku(hasil, penilaian),
        *_of_total(hasil, periode, ambang),
    )


def _step(hal: str, rumus: str, hasil: Fraction | None, dasar: str) -> Langkah:
    return Langkah(hal, rumus, printed(hasil), dasar)


def _of_skp(hasil: Hasil, penilaian: Penilaian, periode: Periode) -> Iterator[Langkah]:
    if penilaian.akademik is not None:
        luar = penilaian.akademik
        rumus = f"nilai akademik {shown(luar.nilai)} (sumber: {luar.sumber})"
        yield Langkah("Nilai SKP", rumus, hasil.nilai_skp_tampil, DASAR_AKADEMIK)
        return
    if len(hasil.bagian) == 1:
        yield from _of_activities("Kegiatan", penilaian.bagian[0], hasil.bagian[0], periode)
        rumus, dasar = _of_bagian(penilaian.bagian[0], hasil.bagian[0])
        skp = Langkah("Nilai SKP", rumus, hasil.nilai_skp_tampil, dasar)
        yield replace(skp, bagian=hasil.bagian[0].nomor, perihal=TENTANG_TAMBAHAN)
        return
    for bagian, nilai in zip(penilaian.bagian, hasil.bagian, strict=True):
        yield from _of_activities(f"Bagian {bagian.nomor}, kegiatan", bagian, nilai, periode)
        rumus, dasar = _of_bagian(bagian, nilai)
        skp = _step(f"SKP bagian {bagian.nomor}", rumus, nilai.nilai_skp, dasar)
        yield replace(skp, bagian=bagian.nomor, perihal=TENTANG_TAMBAHAN)
    yield Langkah("Nilai SKP", _mean_of_parts(hasil), hasil.nilai_skp_tampil, DASAR_MUTASI)


def _of_activities(
    place: str, bagian: Bagian, nilai: HasilBagian, periode: Periode
) -> Iterator[Langkah]:
    if bagian.nilai_luar is not None:
        return
    for kegiatan, satu in zip(bagian.kegiatan, nilai.kegiatan, strict=True):
        for step in _of_kegiatan(kegiatan, satu, periode):
            yield replace(
                step,
                tempat=f"{place} {kegiatan.no}",
                nama=kegiatan.uraian,
                bagian=bagian.nomor,
                kegiatan=kegiatan.no,
            )


def _of_kegiatan(kegiatan: Kegiatan, nilai: HasilKegiatan, periode: Periode) -> Iterator[Langkah]:
    not_done = is_not_done(kegiatan, periode.kuantitas_nol)
    for aspek in ASPEK:
        value = nilai.aspek.get(aspek)
        if aspek not in ASPEK_WAJIB and kegiatan.target(aspek) is None:
            continue
        rumus = NOT_DONE if not_done and value is not None else _formula(aspek, kegiatan)
        if aspek == "kuantitas" and kegiatan.realisasi_kuantitas == 0 and not not_done:
            rumus += COUNTED
        yield _step(aspek, rumus, value, DASAR_KEGIATAN)
    rumus = "belum lengkap" if nilai.nilai_capaian is None else _mean(nilai.aspek.values())
    yield _step("capaian", rumus, nilai.nilai_capaian, DASAR_KEGIATAN)


def _formula(aspek: str, kegiatan: Kegiatan) -> str:
    target, realisasi = kegiatan.target(aspek), kegiatan.realisasi(aspek)
    if target is None or target <= 0:
        return "target belum diisi"
    if realisasi is None:
        return "realisasi belum diisi"
    tujuan, capai = shown(target), shown(realisasi)
    if aspek not in HEMAT:
        return f"{capai} / {tujuan} × 100"
    hemat = efisiensi(target, realisasi)
    dasar = f"(1,76 × {tujuan} − {capai}) / {tujuan} × 100"
    if hemat > BATAS_EFISIENSI:
        return f"efisiensi {_percent(hemat)} %, lebih dari 24 %: 76 − ({dasar} − 100)"
    return f"efisiensi {_percent(hemat)} %, paling banyak 24 %: {dasar}"


def _percent(hemat: Fraction) -> str:
    if hemat.denominator == 1:
        return str(hemat)
    return revealing(hemat, (Ambang("", BATAS_EFISIENSI, inklusif=False),))


def _of_bagian(bagian: Bagian, nilai: HasilBagian) -> tuple[str, str]:
    if bagian.nilai_luar is not None:
        luar = bagian.nilai_luar
        rumus = f"dinilai di tempat lain: {shown(luar.nilai)} (sumber: {luar.sumber})"
        return rumus, DASAR_KEGIATAN
    if not nilai.kegiatan:
        return "belum ada kegiatan", DASAR_KEGIATAN
    extra = (nilai.nilai_tugas_tambahan or 0) + (nilai.nilai_kreativitas or 0)
    rumus = _mean((satu.nilai_capaian for satu in nilai.kegiatan), extra)
    if nilai.nilai_tugas_tambahan:
        rumus += f" + {_number(nilai.nilai_tugas_tambahan)} tugas tambahan"
    if nilai.nilai_kreativitas:
        rumus += f" + {_number(nilai.nilai_kreativitas)} kreativitas"
    extras = nilai.nilai_tugas_tambahan or nilai.nilai_kreativitas
    return rumus, DASAR_TAMBAHAN if extras else DASAR_KEGIATAN


def _mean_of_parts(hasil: Hasil) -> str:
    if not hasil.bagian:
        return "belum ada kegiatan"
    return f"{_mean(satu.nilai_skp for satu in hasil.bagian)}, tanpa bobot bulan"


def _mean(values: Iterable[Fraction | None], extra: Fraction | int = 0) -> str:
    """Write the mean of values to which ``extra`` is added; one that is not there yet is a dash."""
    known = list(values)
    there = [value for value in known if value is not None]
    if len(there) == len(known):
        texts = operands(there, lambda some: mean(some) + extra)
    else:
        texts = list(map(printed, known))
    return f"({' + '.join(texts)}) / {len(known)}"


def _of_perilaku(hasil: Hasil, penilaian: Penilaian) -> Iterator[Langkah]:
    filled = [value for nama in PERILAKU if (value := penilaian.perilaku.aspek(nama)) is not None]
    values = " + ".join(shown(value) for value in filled)
    complete = hasil.rata_rata_perilaku is not None
    rumus = f"({values}) / {len(filled)}" if complete else "belum lengkap"
    mean_of = _step("Rata-rata perilaku", rumus, hasil.rata_rata_perilaku, DASAR_PERILAKU)
    yield replace(mean_of, perihal=TENTANG_PERILAKU)


def _of_total(hasil: Hasil, periode: Periode, ambang: tuple[Ambang, ...]) -> Iterator[Langkah]:
    skp, perilaku = hasil.nilai_skp_tampil, printed(hasil.rata_rata_perilaku)
    if hasil.nilai_skp is not None and hasil.rata_rata_perilaku is not None:
        both = operands((hasil.nilai_skp, hasil.rata_rata_perilaku), lambda some: weighted(*some))
        # what shows on which side of a bound the value lies says no less
        skp, perilaku = max(skp, both[0], key=len), both[1]
    rumus = f"60 % × {skp} + 40 % × {perilaku}"
    yield Langkah("Nilai prestasi kerja", rumus, hasil.nilai_tampil, DASAR_BOBOT)
    sebutan = hasil.sebutan or printed(None)
    yield Langkah("Sebutan", _band(hasil, periode, ambang), sebutan, DASAR_SEBUTAN)


def _band(hasil: Hasil, periode: Periode, ambang: tuple[Ambang, ...]) -> str:
    kebijakan = f"kebijakan {periode.kebijakan_batas}"
    nilai = hasil.nilai_prestasi_kerja
    if nilai is None:
        return f"belum ada nilai, {kebijakan}"
    low = next((limit for limit in ambang if limit.holds(nilai)), None)
    high = next((limit for limit in reversed(ambang) if not limit.holds(nilai)), None)
    body = hasil.nilai_tampil
    if low is not None:
        body = f"{_number(low.batas)} {'≤' if low.inklusif else '<'} {body}"
    if high is not None:
        body = f"{body} {'<' if high.inklusif else '≤'} {_number(high.batas)}"
    return f"{body}, {kebijakan}" + (", nilai batas" if hasil.batas else "")


def _number(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else printed(value)
