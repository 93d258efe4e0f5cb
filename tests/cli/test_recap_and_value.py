from fractions import Fraction

import pytest

from tests.cli.calls import Desk
from tests.cli.office import (
    BRAM,
    DEWI,
    PURNA,
    SARI,
    activity,
    conduct,
    exception,
    other_value,
    units_of,
)

RECAP = {
    "tahun": int, "unit": str, "nama_unit": str, "peraturan": str, "kebijakan_batas": str,
    "penyebut": str, "jumlah_pegawai": int, "dikecualikan": int, "wajib_dinilai": int,
    "dinilai": int, "belum_dinilai": int, "minimal_baik": int, "cakupan": str,
    "persen_dari_dinilai": str, "persen_dari_wajib": str, "realisasi": str, "target": str,
    "capaian": str, "kategori_capaian": str, "nilai_batas": int, "sebaran": dict,
    "subunit": list,
}  # fmt: skip
NULLABLE = {"cakupan", "persen_dari_dinilai", "persen_dari_wajib", "realisasi", "target",
            "capaian", "kategori_capaian"}  # fmt: skip
CATEGORIES = ["Sangat Baik", "Baik", "Cukup", "Kurang", "Buruk"]
VALUE = [
    "nip", "nama", "tahun", "peraturan", "status", "bagian", "nilai_skp", "sebutan_skp",
    "jumlah_perilaku", "rata_rata_perilaku", "nilai_prestasi_kerja", "sebutan", "batas",
    "hasil_kerja", "perilaku_kerja", "langkah", "kurang",
]  # fmt: skip


def atur(desk: Desk, nama: str, nilai: str) -> None:
    assert desk.run("atur", nama, nilai, "--tahun", 2017).status == 0


def test_the_recap_has_every_key_with_its_type_also_in_each_subunit(office: Desk) -> None:
    atur(office, "target_indikator", "96")
    for one in units_of(office.recap()):
        assert list(one) == list(RECAP)
        for name, kind in RECAP.items():
            assert type(one[name]) is kind or (name in NULLABLE and one[name] is None), name
        assert isinstance(one["sebaran"], dict)
        assert list(one["sebaran"]) == CATEGORIES


def test_the_figures_of_the_recap(office: Desk) -> None:
    atur(office, "target_indikator", "96")
    office.must("pengecualian", exception(PURNA))
    recap = office.recap()
    wanted = {
        "tahun": 2017, "unit": "1", "nama_unit": "Badan Contoh", "peraturan": "PP46",
        "kebijakan_batas": "batas-bawah", "penyebut": "semua", "jumlah_pegawai": 4,
        "dikecualikan": 1, "wajib_dinilai": 3, "dinilai": 2, "belum_dinilai": 1,
        "minimal_baik": 2, "cakupan": "66.67", "persen_dari_dinilai": "100.00",
        "persen_dari_wajib": "66.67", "realisasi": "66.67", "target": "96.00",
        "capaian": "69.44", "kategori_capaian": "Cukup Baik", "nilai_batas": 0,
        "sebaran": {"Sangat Baik": 0, "Baik": 2, "Cukup": 0, "Kurang": 0, "Buruk": 0},
    }  # fmt: skip
    assert {name: recap[name] for name in wanted} == wanted
    assert [one["unit"] for one in recap["subunit"]] == ["1.1", "1.2"]
    assert [one["unit"] for one in recap["subunit"][0]["subunit"]] == ["1.1.1"]
    assert recap["subunit"][0] == office.recap(2017, "--unit", "1.1")


def test_the_capaian_comes_from_the_unrounded_realisasi(office: Desk) -> None:
    # 2/3 of 100: 66.666…/0.07 = 952.380… and 66.67/0.07 would be 952.428…
    office.must("pengecualian", exception(PURNA))
    atur(office, "target_indikator", "7")
    assert office.recap()["capaian"] == "952.38"


def test_penyebut_chooses_the_official_figure(office: Desk) -> None:
    recap = office.recap()
    assert (recap["realisasi"], recap["persen_dari_wajib"]) == ("50.00", "50.00")
    atur(office, "penyebut", "dinilai")
    recap = office.recap()
    assert (recap["penyebut"], recap["realisasi"]) == ("dinilai", "100.00")
    assert recap["persen_dari_wajib"] == "50.00"


def test_a_percentage_of_nothing_is_null(office: Desk) -> None:
    atur(office, "target_indikator", "96")
    office.must("pengecualian", *(exception(nip) for nip in (SARI, BRAM, DEWI, PURNA)))
    recap = office.recap()
    assert (recap["wajib_dinilai"], recap["target"]) == (0, "96.00")
    for name in NULLABLE - {"target"}:
        assert recap[name] is None, name


def test_without_a_target_there_is_no_capaian(office: Desk) -> None:
    recap = office.recap()
    assert (recap["target"], recap["capaian"], recap["kategori_capaian"]) == (None, None, None)
    assert recap["realisasi"] == "50.00"


def test_with_penyebut_dinilai_and_nobody_appraised_there_is_no_realisasi(office: Desk) -> None:
    atur(office, "penyebut", "dinilai")
    atur(office, "target_indikator", "96")
    recap = office.recap(2017, "--unit", "1.2")
    assert (recap["cakupan"], recap["realisasi"], recap["capaian"]) == ("0.00", None, None)


def test_a_year_without_rows_has_the_default_settings(office: Desk) -> None:
    recap = office.recap(2015)
    assert (recap["kebijakan_batas"], recap["penyebut"], recap["target"]) == (
        "batas-bawah", "semua", None,
    )  # fmt: skip
    assert (recap["cakupan"], recap["persen_dari_dinilai"]) == ("0.00", None)
    assert office.recap(2015) == recap


@pytest.mark.parametrize(
    ("target", "category"),
    [("58.82", "Sangat Baik"), ("58.83", "Baik"), ("71.42", "Baik"), ("71.43", "Cukup Baik"),
     ("90.90", "Cukup Baik"), ("90.91", "Kurang")],
)  # fmt: skip
def test_the_bands_of_the_capaian_are_lower_bounds(
    office: Desk, target: str, category: str
) -> None:
    atur(office, "target_indikator", target)
    assert office.recap()["kategori_capaian"] == category


def test_the_bands_can_be_set(office: Desk) -> None:
    atur(office, "target_indikator", "100")
    atur(office, "pita_capaian", "50;40;30")
    assert office.recap()["kategori_capaian"] == "Sangat Baik"


def test_the_recap_as_text_names_every_unit(office: Desk) -> None:
    done = office.run("rekap", "--tahun", 2017)
    for words in ("Badan Contoh", "Sekretariat", "Subbagian Umum", "Bidang Mutasi", "50,00 %"):
        assert words in done.out


# -- one appraisal


def test_an_appraisal_has_every_key_with_its_type(office: Desk) -> None:
    office.must("bagian", {"tahun": 2017, "nip": BRAM, "bagian": 2, "unit": "1.2",
                           "mulai": "2017-07-01", "selesai": "2017-12-31"})  # fmt: skip
    office.must("kegiatan", activity(BRAM, 1, bagian=2))
    office.must("kegiatan", {"tahun": 2017, "nip": BRAM, "no": 2, "uraian": "B", "bagian": 2,
                             "target_kuantitas": 4, "realisasi_kuantitas": 3,
                             "target_biaya": 100})  # fmt: skip
    value = office.value(BRAM)
    assert list(value) == VALUE
    assert (value["nip"], value["nama"], value["tahun"]) == (BRAM, "Bram Contoh", 2017)
    assert (value["peraturan"], value["batas"]) == ("PP46", False)
    assert (value["hasil_kerja"], value["perilaku_kerja"]) == (None, None)
    first, second = value["bagian"]
    assert list(first) == [
        "bagian", "mulai", "selesai", "unit", "kegiatan", "nilai_tugas_tambahan",
        "nilai_kreativitas", "nilai_skp",
    ]  # fmt: skip
    assert (first["bagian"], first["mulai"], first["selesai"]) == (1, None, None)
    assert (second["mulai"], second["selesai"]) == ("2017-07-01", "2017-12-31")
    assert (first["unit"], second["unit"]) == ("1.1.1", "1.2")
    assert (first["nilai_tugas_tambahan"], first["nilai_kreativitas"]) == ("0.00", "0.00")
    assert (first["nilai_skp"], second["nilai_skp"]) == ("88.67", None)
    assert second["kegiatan"] == [
        {"no": 1, "uraian": "Kegiatan 1", "kuantitas": "100.00", "kualitas": "90.00",
         "waktu": "76.00", "biaya": None, "penghitungan": "266.00", "nilai_capaian": "88.67"},
        {"no": 2, "uraian": "B", "kuantitas": "75.00", "kualitas": None, "waktu": None,
         "biaya": None, "penghitungan": None, "nilai_capaian": None},
    ]  # fmt: skip
    assert value["kurang"] == [
        "target mutu (kegiatan 2, bagian 2)", "target waktu (kegiatan 2, bagian 2)",
        "realisasi mutu (kegiatan 2, bagian 2)", "realisasi waktu (kegiatan 2, bagian 2)",
        "realisasi biaya (kegiatan 2, bagian 2)",
    ]  # fmt: skip


def test_the_steps_have_the_numbers_filled_in_and_say_what_they_rest_on(office: Desk) -> None:
    steps = office.value(BRAM)["langkah"]
    assert all(list(step) == ["uraian", "rumus", "hasil", "dasar"] for step in steps)
    assert all(isinstance(text, str) and text for step in steps for text in step.values())
    last = {step["uraian"]: step for step in steps}
    total = last["Nilai prestasi kerja"]
    assert (total["rumus"], total["hasil"]) == ("60 % × 88,67 + 40 % × 90,00", "89,20")
    assert total["dasar"] == "PP 46/2011 Pasal 15"
    assert last["Sebutan"]["hasil"] == "Baik"


def test_an_appraised_one_lacks_nothing(office: Desk) -> None:
    value = office.value(BRAM)
    assert (value["kurang"], value["sebutan_skp"], value["sebutan"]) == ([], "Baik", "Baik")
    assert value["jumlah_perilaku"] == "450.00"


def test_of_an_excepted_one_nothing_is_missing(office: Desk) -> None:
    office.must("pengecualian", exception(DEWI))
    value = office.value(DEWI)
    assert (value["status"], value["kurang"], value["bagian"]) == ("dikecualikan", [], [])


def test_batas_is_a_boolean(office: Desk) -> None:
    office.must("nilai_luar", other_value(BRAM, "akademik", "60.5"))
    marks = {name: "60.5" for name, mark in conduct(BRAM).items() if mark == 90}
    office.must("perilaku", {**conduct(BRAM), **marks})
    value = office.value(BRAM)
    assert (value["batas"], value["sebutan"]) == (True, "Kurang")
    assert office.recap()["nilai_batas"] == 1


@pytest.mark.parametrize(
    ("setting", "skp"),
    [("nol", Fraction(0)), ("hitung", Fraction(0 + 90 + 76, 3))],
)
def test_kuantitas_nol_decides_what_was_not_done(office: Desk, setting: str, skp: Fraction) -> None:
    atur(office, "kuantitas_nol", setting)
    for no in (1, 2):
        office.must("kegiatan", activity(BRAM, no, realisasi_kuantitas=0))
    assert office.value(BRAM)["nilai_skp"] == f"{float(skp):.2f}"


def test_what_was_not_done_needs_no_other_outcome_with_nol_only(office: Desk) -> None:
    for no in (1, 2):
        office.must("kegiatan", activity(BRAM, no, realisasi_kuantitas=0, realisasi_kualitas="-",
                                         realisasi_waktu="-"))  # fmt: skip
    assert office.value(BRAM)["status"] == "dinilai"
    atur(office, "kuantitas_nol", "hitung")
    value = office.value(BRAM)
    assert (value["status"], len(value["kurang"])) == ("belum_dinilai", 4)


def test_an_appraisal_as_text_shows_every_step(office: Desk) -> None:
    done = office.run("nilai", "--tahun", 2017, "--nip", f"NIP. {BRAM[:8]} {BRAM[8:]}")
    assert done.status == 0
    assert "60 % × 88,67 + 40 % × 90,00 = 89,20" in done.out
