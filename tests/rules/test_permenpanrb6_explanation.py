"""Mengapa predikat ini? From 2022 the plan, both ratings, the matrix and what follows (C)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from skp_tui.domain.appraisal import Bagian, Evaluasi, Penilaian, Peringkat
from skp_tui.domain.kinerja import (
    CapaianOrganisasi,
    Ekspektasi,
    HasilKerja,
    Indikator,
    NilaiBerakhlak,
    Ukuran,
)
from skp_tui.domain.period import Periode
from skp_tui.rules.permenpanrb6 import PERMENPANRB6
from tests.rules.appraisals import PEGAWAI

PERIODE = Periode(2025, "PERMENPANRB6")
YEARLY = Evaluasi("tahunan", Peringkat.SESUAI, Peringkat.SESUAI)


def steps(penilaian: Penilaian) -> list[tuple[str, str, str]]:
    """Return each step with its formula and result."""
    hasil = PERMENPANRB6.nilai(penilaian, PERIODE)
    return [(step.uraian, step.rumus, step.hasil) for step in hasil.langkah]


def told(penilaian: Penilaian) -> list[tuple[str, str, str]]:
    """Return what is told after both ratings and the predikat, which decide."""
    first, second, third, *rest = steps(penilaian)
    assert [first[0], second[0], third[0]] == ["Hasil kerja", "Perilaku kerja", "Predikat"]
    return rest


def planned(*indikator: Indikator) -> Penilaian:
    """Return an appraisal of 2025 with one hasil kerja."""
    hasil_kerja = HasilKerja(1, "Tersusunnya laporan bulanan", indikator=indikator)
    return Penilaian(2025, PEGAWAI, (Bagian(1, "1.1", hasil_kerja=(hasil_kerja,)),))


SHARES = (
    # aspect, target, unit, outcome, formula, share
    ("kuantitas", Decimal(12), "laporan", Decimal(12), "12 / 12 laporan × 100", "100,00 %"),
    ("kuantitas", Decimal(1250), "", Decimal("1500.5"), "1.500,5 / 1.250 × 100", "120,04 %"),
    (
        "kuantitas", Decimal(3), "laporan", Decimal(1),
        "1 / 3 laporan × 100; target belum tercapai", "33,33 %",
    ),
    ("kuantitas", Decimal(3), "", Decimal(0), "0 / 3 × 100; target belum tercapai", "0,00 %"),
    ("biaya", Decimal(100), "juta", Decimal(80), "80 / 100 juta × 100", "80,00 %"),
    ("waktu", Decimal(6), "bulan", Decimal(7),
     "7 / 6 bulan × 100; target belum tercapai", "116,67 %"),
    ("kualitas", "sesuai SOP", "", "sesuai", "target sesuai SOP, realisasi sesuai", "–"),
    ("kualitas", Decimal(90), "%", "baik", "target 90 %, realisasi baik", "–"),
    ("kuantitas", Decimal(0), "aduan", Decimal(2), "target 0 aduan, realisasi 2 aduan", "–"),
    ("kuantitas", Decimal(12), "laporan", None, "target 12 laporan, realisasi belum diisi", "–"),
    ("kuantitas", None, "", None, "target belum diisi", "–"),
)  # fmt: skip


@pytest.mark.parametrize(("aspek", "target", "satuan", "realisasi", "rumus", "hasil"), SHARES)
def test_an_indicator_tells_target_outcome_and_share_where_both_are_numbers(
    aspek: str, target: Ukuran | None, satuan: str, realisasi: Ukuran | None, rumus: str, hasil: str
) -> None:
    indikator = Indikator(1, "Jumlah", aspek, target, satuan, realisasi)
    assert told(planned(indikator))[0] == (
        "Hasil kerja 1, indikator 1", f"Jumlah ({aspek}): {rumus}", hasil
    )  # fmt: skip


def test_evidence_and_feedback_stand_below_their_indicator_without_a_result() -> None:
    satu = Indikator(1, "Jumlah", bukti="map B-12", umpan_balik="Tepat waktu, lanjutkan.")
    dua = Indikator(2, "Mutu", "kualitas", "baik", umpan_balik="Cantumkan sumber data.")
    assert told(planned(satu, dua)) == [
        ("Hasil kerja 1, indikator 1", "Jumlah (kuantitas): target belum diisi", "–"),
        ("Hasil kerja 1, bukti", "map B-12", ""),
        ("Hasil kerja 1, umpan balik", "Tepat waktu, lanjutkan.", ""),
        ("Hasil kerja 1, indikator 2", "Mutu (kualitas): target baik, realisasi belum diisi", "–"),
        ("Hasil kerja 1, umpan balik", "Cantumkan sumber data.", ""),
    ]


def test_a_result_without_an_indicator_says_so() -> None:
    assert told(planned()) == [("Hasil kerja 1, indikator", "belum ada indikator", "–")]


def test_a_step_of_a_result_names_it_and_its_place() -> None:
    first = planned(Indikator(1, "Jumlah"))
    [part] = first.bagian
    moved = replace(first, bagian=(part, replace(part, nomor=2)))
    for appraisal, place in ((first, "Hasil kerja 1"), (moved, "Bagian 1, hasil kerja 1")):
        step = PERMENPANRB6.nilai(appraisal, PERIODE).langkah[3]
        assert (step.tempat, step.nama) == (place, "Tersusunnya laporan bulanan")
        assert (step.bagian, step.kegiatan) == (1, 1)


def test_both_ratings_come_with_their_guiding_text_and_the_matrix() -> None:
    rated = Penilaian(2025, PEGAWAI, evaluasi=(Evaluasi(hasil_kerja=Peringkat.DI_ATAS),))
    hasil_kerja, perilaku_kerja, predikat = steps(rated)
    assert hasil_kerja[0] == "Hasil kerja"
    assert hasil_kerja[1].startswith("dipilih pejabat penilai: Sebagian besar atau semua hasil")
    assert hasil_kerja[2] == "di atas ekspektasi"
    assert perilaku_kerja == ("Perilaku kerja", "belum dipilih", "–")
    assert predikat == ("Predikat", "hasil kerja di atas ekspektasi dan perilaku kerja –", "–")


def test_earlier_periods_come_before_the_plan_and_expected_conduct_after_it() -> None:
    conduct = Ekspektasi(NilaiBerakhlak.LOYAL, "Menjaga rahasia", "Sudah baik")
    only_feedback = Ekspektasi(NilaiBerakhlak.ADAPTIF, umpan_balik="Lebih cepat")
    quarter = Evaluasi("triwulan-1", Peringkat.SESUAI, Peringkat.DI_BAWAH)
    half = Evaluasi("bulan-05", Peringkat.SESUAI)
    whole = replace(
        planned(Indikator(1, "Jumlah")),
        evaluasi=(YEARLY, quarter, half),
        ekspektasi=(conduct, only_feedback),
    )
    assert told(whole) == [
        (
            "Evaluasi periodik, Triwulan I",
            "hasil kerja sesuai ekspektasi dan perilaku kerja di bawah ekspektasi", "Kurang",
        ),
        ("Evaluasi periodik, Mei", "hasil kerja sesuai ekspektasi dan perilaku kerja –", "–"),
        ("Hasil kerja 1, indikator 1", "Jumlah (kuantitas): target belum diisi", "–"),
        ("Perilaku kerja, Loyal", "Menjaga rahasia; umpan balik: Sudah baik", ""),
        ("Perilaku kerja, Adaptif", "umpan balik: Lebih cepat", ""),
    ]  # fmt: skip


def test_the_capaian_organisasi_says_what_it_lets_expect() -> None:
    pattern = "Butuh Perbaikan paling sedikit 60 %; Sangat Baik paling banyak 10 %"
    whole = Penilaian(
        2025,
        PEGAWAI,
        evaluasi=(YEARLY,),
        capaian=CapaianOrganisasi.BUTUH_PERBAIKAN,
        unit_capaian="Dinas Contoh",
    )
    assert told(whole) == [
        ("Capaian organisasi", f"diharapkan di Dinas Contoh: {pattern}", "Butuh Perbaikan")
    ]


def test_neither_shares_nor_capaian_nor_earlier_periods_decide() -> None:
    worst = replace(
        planned(Indikator(1, "Jumlah", target=Decimal(10), realisasi=Decimal(0))),
        evaluasi=(YEARLY, Evaluasi("bulan-12", Peringkat.DI_BAWAH, Peringkat.DI_BAWAH)),
        capaian=CapaianOrganisasi.SANGAT_KURANG,
    )
    assert PERMENPANRB6.nilai(worst, PERIODE).sebutan == "Baik"


def test_the_angka_kredit_is_explained_by_its_factors() -> None:
    pegawai = replace(PEGAWAI, jabatan="Analis SDM Aparatur Ahli Muda")
    assert told(Penilaian(2025, pegawai, evaluasi=(YEARLY,))) == [
        ("Angka kredit", "100 % × koefisien Ahli Muda 25 × 12 / 12 bulan", "25,00")
    ]


def test_two_jenjang_in_a_year_are_added_up() -> None:
    early = Bagian(1, "1.1", jabatan="Guru Ahli Pertama", selesai=date(2025, 3, 31))
    late = Bagian(2, "1.1", jabatan="Guru Ahli Muda", mulai=date(2025, 4, 1))
    whole = Penilaian(2025, PEGAWAI, (early, late), evaluasi=(YEARLY,))
    assert [step[1:] for step in told(whole)] == [
        ("100 % × koefisien Ahli Pertama 12,5 × 3 / 12 bulan", "3,13"),
        ("100 % × koefisien Ahli Muda 25 × 9 / 12 bulan", "18,75"),
        ("3,13 + 18,75", "21,88"),
    ]


def test_parts_without_days_are_told_to_be_filled_in_and_earn_nothing() -> None:
    early = Bagian(1, "1.1", jabatan="Guru Ahli Pertama")
    late = Bagian(2, "1.1", jabatan="Guru Ahli Muda")
    whole = Penilaian(2025, PEGAWAI, (early, late), evaluasi=(YEARLY,))
    assert told(whole) == [
        ("Angka kredit", "isi dahulu tanggal bagian 1 dan 2, tanpa bertumpuk", "–")
    ]
    assert told(replace(whole, tahun=2022)) == []
    without = replace(whole, bagian=(replace(early, jabatan="Kepala Seksi"),))
    assert told(without) == []


def test_every_step_has_an_article() -> None:
    whole = replace(
        planned(Indikator(1, "Jumlah", umpan_balik="Baik")),
        evaluasi=(YEARLY, Evaluasi("bulan-12")),
        ekspektasi=(Ekspektasi(NilaiBerakhlak.LOYAL, "Menjaga rahasia"),),
        capaian=CapaianOrganisasi.BAIK,
        pegawai=replace(PEGAWAI, jabatan="Guru Ahli Muda"),
    )
    assert all(step.dasar for step in PERMENPANRB6.nilai(whole, PERIODE).langkah)
