"""Every case of tests/golden/pp46.json holds exactly, as fractions."""

import json
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from skp_tui.domain.appraisal import ASPEK, Bagian, Kegiatan, Penilaian, Perilaku, Tingkat
from skp_tui.domain.number import printed
from skp_tui.domain.period import KebijakanBatas, KuantitasNol
from skp_tui.rules.pp46 import PP46, nilai_tugas_tambahan, sebutan
from skp_tui.rules.pp46_activity import nilai_aspek, nilai_kegiatan
from skp_tui.rules.result import HasilKegiatan, Status
from tests.rules.appraisals import Angka, dec, kegiatan, penilaian, periode, tambahan

Case = dict[str, Any]

FILE = Path(__file__).parents[1] / "golden" / "pp46.json"
GOLDEN: Case = json.loads(FILE.read_text(encoding="utf-8"), parse_float=Decimal)
SECTIONS = ("activities", "time_or_cost", "sebutan", "tugas_tambahan", "full", "exact")
FULL_KEGIATAN = [
    pytest.param(satu, id=f"{full['id']}-{satu['id']}")
    for full in GOLDEN["full"]
    for satu in full["kegiatan"]
]


def cases(section: str, key: str = "id") -> list[Any]:
    return [pytest.param(case, id=str(case[key])) for case in GOLDEN[section]]


def fraction(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def by_aspect(case: Case, no: int = 1) -> Kegiatan:
    target, realisasi = case["target"], case["realisasi"]
    return kegiatan(no, [target[nama] for nama in ASPEK], [realisasi[nama] for nama in ASPEK])


def by_column(row: Case, no: int) -> Kegiatan:
    return kegiatan(
        no,
        [row[f"target_{nama}"] for nama in ASPEK],
        [row[f"realisasi_{nama}"] for nama in ASPEK],
    )


def of_perilaku(values: dict[str, Angka]) -> Perilaku:
    return Perilaku(**{nama: dec(value) for nama, value in values.items()})


def parts_of(case: Case) -> tuple[Bagian, ...]:
    rows = list(enumerate(case["kegiatan"], start=1))
    extras = tambahan(case["tugas_tambahan"], [Tingkat(nama) for nama in case["kreativitas"]])
    return tuple(
        Bagian(
            nomor,
            "1.1",
            kegiatan=tuple(by_column(row, no) for no, row in rows if row["bagian"] == nomor),
            tambahan=extras,
        )
        for nomor in sorted({row["bagian"] for _, row in rows})
    )


def exact_appraisal(case: Case) -> Penilaian:
    return penilaian(*parts_of(case), nilai_perilaku=of_perilaku(case["perilaku"]))


def assert_activity(found: HasilKegiatan, expected: Case) -> None:
    aspects = {nama: Fraction(expected[nama]) for nama in ASPEK if nama in expected}
    assert found.aspek == aspects
    assert found.penghitungan == Fraction(expected["penghitungan"])
    assert found.nilai_capaian == Fraction(expected["nilai_capaian"])
    assert printed(found.nilai_capaian) == expected["printed"]


@pytest.mark.parametrize("case", [*cases("activities"), *FULL_KEGIATAN])
def test_an_activity_scores_exactly_what_the_published_case_says(case: Case) -> None:
    assert_activity(nilai_kegiatan(by_aspect(case), KuantitasNol.NOL), case["expected"])


@pytest.mark.parametrize("aspek", ["waktu", "biaya"])
@pytest.mark.parametrize("case", cases("time_or_cost"))
def test_time_and_cost_score_exactly_up_to_and_above_24_percent(case: Case, aspek: str) -> None:
    target, realisasi = Decimal(case["target"]), Decimal(case["realisasi"])
    expected = Fraction(case["expected"])
    if realisasi == 0:  # nothing spent scores 0 by the formula itself, no special case
        assert expected == 0
    assert nilai_aspek(aspek, target, realisasi) == expected


@pytest.mark.parametrize("kebijakan", KebijakanBatas)
@pytest.mark.parametrize("case", cases("sebutan", "nilai"))
def test_the_sebutan_follows_the_policy(case: Case, kebijakan: KebijakanBatas) -> None:
    assert sebutan(Fraction(case["nilai"]), kebijakan) == case[kebijakan.value]


@pytest.mark.parametrize("case", cases("tugas_tambahan", "jumlah"))
def test_extra_tasks_add_by_their_number(case: Case) -> None:
    assert nilai_tugas_tambahan(case["jumlah"]) == case["nilai"]


@pytest.mark.parametrize("case", cases("full"))
def test_a_published_appraisal_holds_in_every_figure(case: Case) -> None:
    isi = tuple(by_aspect(row, no) for no, row in enumerate(case["kegiatan"], start=1))
    assert case["kreativitas"] is None
    bagian = Bagian(1, "1.1", kegiatan=isi, tambahan=tambahan(case["tugas_tambahan"]))
    hasil = PP46.nilai(penilaian(bagian, nilai_perilaku=of_perilaku(case["perilaku"])), periode())
    expected = case["expected"]
    assert hasil.nilai_skp is not None
    assert hasil.rata_rata_perilaku is not None
    assert hasil.nilai_skp == Fraction(expected["nilai_skp"])
    assert hasil.sebutan_skp == expected["sebutan_skp"]
    assert hasil.jumlah_perilaku == Fraction(expected["jumlah_perilaku"])
    assert hasil.rata_rata_perilaku == Fraction(expected["rata_perilaku"])
    assert hasil.nilai_skp * Fraction(3, 5) == Fraction(expected["skp_60"])
    assert hasil.rata_rata_perilaku * Fraction(2, 5) == Fraction(expected["perilaku_40"])
    assert hasil.nilai_prestasi_kerja == Fraction(expected["nilai_prestasi_kerja"])
    assert hasil.sebutan == expected["sebutan"]
    assert hasil.status is Status.DINILAI
    assert printed(hasil.nilai_prestasi_kerja) == hasil.nilai_tampil == expected["printed"]


@pytest.mark.parametrize("case", cases("exact"))
def test_a_case_computed_by_the_rule_holds_in_every_figure(case: Case) -> None:
    hasil = PP46.nilai(exact_appraisal(case), periode())
    expected = case["expected"]
    capaian = [satu.nilai_capaian for bagian in hasil.bagian for satu in bagian.kegiatan]
    assert capaian == [fraction(text) for text in expected["nilai_capaian"]]
    assert hasil.nilai_skp == fraction(expected["nilai_skp"])
    assert hasil.rata_rata_perilaku == fraction(expected["rata_perilaku"])
    assert hasil.nilai_prestasi_kerja == fraction(expected["nilai_prestasi_kerja"])
    assert hasil.sebutan == expected["sebutan"]
    assert hasil.batas is expected["batas"]
    assert printed(hasil.nilai_prestasi_kerja) == (expected["printed"] or "–")


def test_an_activity_not_done_keeps_quality_and_time_when_the_period_counts_them() -> None:
    [case] = [case for case in GOLDEN["exact"] if case["id"] == "EXACT-NOT-DONE"]
    hasil = PP46.nilai(exact_appraisal(case), periode(kuantitas_nol=KuantitasNol.HITUNG))
    assert hasil.bagian[0].kegiatan[0].nilai_capaian == 52


def test_the_hidden_edge_prints_the_decimal_that_decides() -> None:
    [case] = [case for case in GOLDEN["exact"] if case["id"] == "EXACT-HIDDEN-EDGE"]
    hasil = PP46.nilai(exact_appraisal(case), periode())
    assert printed(hasil.nilai_prestasi_kerja) == "76,00"
    assert hasil.nilai_tampil == "75,995"
    assert [step.hasil for step in hasil.langkah[-2:]] == ["75,995", "Cukup"]


def test_no_case_of_the_file_is_left_unused() -> None:
    assert set(GOLDEN) == {"about", *SECTIONS}
    assert all(GOLDEN[section] for section in SECTIONS)
    assert len(FULL_KEGIATAN) == sum(len(full["kegiatan"]) for full in GOLDEN["full"])
    ids = [case["id"] for section in SECTIONS for case in GOLDEN[section] if "id" in case]
    assert len(ids) == len(set(ids)) == len(list(walk_ids())) - len(FULL_KEGIATAN)


def walk_ids() -> Iterator[str]:
    waiting: list[Any] = [GOLDEN]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
            if "id" in value:
                yield value["id"]
        elif isinstance(value, list):
            waiting.extend(value)


# What the tests above read; a field that the file gains must be read as well.
READ = {
    "activities": {"kuantitas", "kualitas", "waktu", "biaya", "penghitungan", "nilai_capaian"}
    | {"printed"},
    "full": {"nilai_skp", "sebutan_skp", "jumlah_perilaku", "rata_perilaku", "skp_60"}
    | {"perilaku_40", "nilai_prestasi_kerja", "sebutan", "printed"},
    "exact": {"nilai_capaian", "nilai_skp", "rata_perilaku", "nilai_prestasi_kerja", "sebutan"}
    | {"batas", "printed"},
}


@pytest.mark.parametrize("section", READ)
def test_no_expected_figure_of_the_file_is_left_unread(section: str) -> None:
    named = {field for case in GOLDEN[section] for field in case["expected"]}
    assert named == READ[section]


def test_every_sebutan_case_names_both_policies() -> None:
    for case in GOLDEN["sebutan"]:
        assert set(case) == {"nilai", *KebijakanBatas}
