"""The steps that explain a predikat: both ratings and the matrix, then all that is told beside it.

Angka kredit, capaian organisasi, earlier periods and shares of targets decide nothing (C).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from skp_tui.domain.appraisal import SEBUTAN_PERINGKAT, TAHUNAN, Bagian, Evaluasi, Penilaian
from skp_tui.domain.evaluasi import NAMA_PERIODE
from skp_tui.domain.kinerja import (
    SEBUTAN_BERAKHLAK,
    SEBUTAN_CAPAIAN,
    CapaianOrganisasi,
    Ekspektasi,
    Indikator,
)
from skp_tui.domain.number import printed, shown
from skp_tui.domain.ukuran import shown_ukuran
from skp_tui.rules.angka_kredit import (
    DASAR_ANGKA_KREDIT,
    bagian_kabur,
    dikonversi,
    isi_tanggal,
    jumlah,
    konversi,
    masa_jenjang,
)
from skp_tui.rules.permenpanrb6_matrix import predikat_of
from skp_tui.rules.permenpanrb6_words import NAMA_PERINGKAT, PEDOMAN
from skp_tui.rules.result import Hasil, Langkah
from skp_tui.rules.sebaran import DASAR_SEBARAN, POLA
from skp_tui.rules.target import reaches

DASAR_HASIL = "PermenPANRB 6/2022, hasil kerja; keterangan bagi penilai, tidak menentukan peringkat"
DASAR_PERILAKU = "PermenPANRB 6/2022, perilaku kerja; keterangan bagi penilai"
DASAR_PERIODIK = "PermenPANRB 6/2022, evaluasi periodik; predikat ditentukan evaluasi tahunan"
DASAR_PERINGKAT = "PermenPANRB 6/2022, evaluasi kinerja pegawai"
DASAR_PREDIKAT = "PermenPANRB 6/2022, predikat kinerja pegawai"
DASAR_CAPAIAN = f"{DASAR_SEBARAN}; tidak menentukan predikat seseorang"

REACHED: Mapping[bool | None, str] = {True: "", False: "; target belum tercapai", None: ""}


def explanation(penilaian: Penilaian, hasil: Hasil) -> tuple[Langkah, ...]:
    """Return every step, what decides first; what was not chosen yet has a dash as result."""
    earlier = (satu for satu in penilaian.evaluasi if satu.periode != TAHUNAN)
    return (
        *_of_ratings(penilaian.evaluasi_tahunan, hasil),
        *_of_angka_kredit(penilaian, hasil),
        *_of_capaian(penilaian.capaian, penilaian.unit_capaian),
        *(_of_periode(satu) for satu in earlier),
        *_of_hasil_kerja(penilaian),
        *(_of_ekspektasi(satu) for satu in penilaian.ekspektasi),
    )


# What decides


def _of_ratings(evaluasi: Evaluasi, hasil: Hasil) -> Iterator[Langkah]:
    for kolom, nama in NAMA_PERINGKAT.items():
        given = evaluasi.peringkat(kolom)
        if given is None:
            yield Langkah(nama.capitalize(), "belum dipilih", printed(None), DASAR_PERINGKAT)
        else:
            why = f"dipilih pejabat penilai: {PEDOMAN[kolom][given]}"
            yield Langkah(nama.capitalize(), why, SEBUTAN_PERINGKAT[given], DASAR_PERINGKAT)
    yield Langkah("Predikat", _both(evaluasi), hasil.sebutan or printed(None), DASAR_PREDIKAT)


def _both(evaluasi: Evaluasi) -> str:
    """Return both ratings as the two sides of the matrix."""
    pairs = ((nama, evaluasi.peringkat(kolom)) for kolom, nama in NAMA_PERINGKAT.items())
    return " dan ".join(
        f"{nama} {printed(None) if given is None else SEBUTAN_PERINGKAT[given]}"
        for nama, given in pairs
    )


# What follows


def _of_capaian(capaian: CapaianOrganisasi | None, unit: str) -> Iterator[Langkah]:
    """Yield what the capaian lets expect, and of which unit: not always the person's own."""
    if capaian is None:
        return
    rules = "; ".join(aturan.uraian for aturan in POLA[capaian])
    rumus = f"diharapkan di {unit}: {rules}"
    yield Langkah("Capaian organisasi", rumus, SEBUTAN_CAPAIAN[capaian], DASAR_CAPAIAN)


def _of_angka_kredit(penilaian: Penilaian, hasil: Hasil) -> Iterator[Langkah]:
    conversions = konversi(penilaian, hasil)
    unclear = bagian_kabur(penilaian)
    if unclear and dikonversi(penilaian, hasil) and masa_jenjang(penilaian):
        waits = isi_tanggal(unclear)
        yield Langkah("Angka kredit", waits, printed(None), DASAR_ANGKA_KREDIT)
    for satu in conversions:
        rumus = (
            f"{satu.persen} % × koefisien {satu.jenjang} {shown(satu.koefisien)} "
            f"× {satu.bulan} / 12 bulan"
        )
        yield _credit("Angka kredit", rumus, satu.angka_kredit)
    if len(conversions) > 1:
        parts = " + ".join(printed(Fraction(satu.angka_kredit)) for satu in conversions)
        yield _credit("Angka kredit setahun", parts, jumlah(conversions))


def _credit(hal: str, rumus: str, value: Decimal) -> Langkah:
    return Langkah(hal, rumus, printed(Fraction(value)), DASAR_ANGKA_KREDIT)


# What is told beside it


def _of_periode(evaluasi: Evaluasi) -> Langkah:
    disebut = predikat_of(evaluasi) or printed(None)
    nama, place = NAMA_PERIODE[evaluasi.periode], "Evaluasi periodik"
    words = _both(evaluasi)
    return Langkah(nama, words, disebut, DASAR_PERIODIK, place, perihal=evaluasi.periode)


def _of_hasil_kerja(penilaian: Penilaian) -> Iterator[Langkah]:
    for bagian in penilaian.bagian:
        several = len(penilaian.bagian) > 1
        place = f"Bagian {bagian.nomor}, hasil kerja" if several else "Hasil kerja"
        yield from _of_bagian(place, bagian)


def _of_bagian(place: str, bagian: Bagian) -> Iterator[Langkah]:
    for hasil_kerja in bagian.hasil_kerja:
        for step in _of_indicators(hasil_kerja.indikator):
            yield replace(
                step,
                tempat=f"{place} {hasil_kerja.no}",
                nama=hasil_kerja.uraian,
                bagian=bagian.nomor,
                kegiatan=hasil_kerja.no,
            )


def _of_indicators(indicators: tuple[Indikator, ...]) -> Iterator[Langkah]:
    if not indicators:
        yield Langkah("indikator", "belum ada indikator", printed(None), DASAR_HASIL)
    for indikator in indicators:
        yield from _of_indikator(indikator)


def _of_indikator(indikator: Indikator) -> Iterator[Langkah]:
    rumus, hasil = _share(indikator)
    head = f"{indikator.uraian} ({indikator.aspek})"
    yield Langkah(f"indikator {indikator.no}", f"{head}: {rumus}", hasil, DASAR_HASIL)
    if indikator.bukti:
        yield Langkah("bukti", indikator.bukti, "", DASAR_HASIL)
    if indikator.umpan_balik:
        yield Langkah("umpan balik", indikator.umpan_balik, "", DASAR_HASIL)


def _share(indikator: Indikator) -> tuple[str, str]:
    """Return formula and share where both are numbers; of a text only what it says."""
    target, realisasi, satuan = indikator.target, indikator.realisasi, indikator.satuan
    if target is None:
        return "target belum diisi", printed(None)
    if realisasi is None:
        return f"target {shown_ukuran(target, satuan)}, realisasi belum diisi", printed(None)
    if isinstance(target, Decimal) and isinstance(realisasi, Decimal) and target > 0:
        unit = f" {satuan}" if satuan else ""
        rumus = f"{shown(realisasi)} / {shown(target)}{unit} × 100{REACHED[reaches(indikator)]}"
        return rumus, f"{printed(Fraction(realisasi) / Fraction(target) * 100)} %"
    tujuan, capai = shown_ukuran(target, satuan), shown_ukuran(realisasi, satuan)
    return f"target {tujuan}, realisasi {capai}", printed(None)


def _of_ekspektasi(satu: Ekspektasi) -> Langkah:
    words = [satu.ekspektasi] if satu.ekspektasi else []
    if satu.umpan_balik:
        words.append(f"umpan balik: {satu.umpan_balik}")
    name = SEBUTAN_BERAKHLAK[satu.nilai]
    place, said = "Perilaku kerja", "; ".join(words)
    return Langkah(name, said, "", DASAR_PERILAKU, place, perihal=satu.nilai)
