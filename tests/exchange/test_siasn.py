"""The profile siasn: BKN's field names, its codes and dates, and what asli and berbobot mean."""

import csv
import io
import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from skp_tui.domain.appraisal import Alasan, Evaluasi, Pengecualian, Penilaian, Peringkat
from skp_tui.domain.nip import StatusPegawai
from skp_tui.domain.office import JenisJabatan, Pegawai, Pejabat
from skp_tui.domain.period import Periode
from skp_tui.errors import InputError
from skp_tui.exchange.package.siasn import (
    ASLI,
    BERBOBOT,
    KOLOM_EVALUASI,
    check_served,
    siasn_csv,
    siasn_name,
    siasn_row,
)
from skp_tui.rules.permenpanrb6 import PERMENPANRB6
from skp_tui.rules.pp30 import PP30
from skp_tui.rules.pp46 import PP46
from skp_tui.rules.regulation import peraturan_of
from skp_tui.rules.result import Hasil
from tests.exchange.packages import PERIODE, penilaian
from tests.exchange.samples import BRAM, RETNO, SARI

NAMES = (
    "tahun, pnsDinilaiOrang, jenisJabatan, nilaiSkp, orientasiPelayanan, integritas, komitmen, "
    "disiplin, kerjasama, kepemimpinan, jumlah, nilairatarata, nilaiPerilakuKerja, "
    "nilaiPrestasiKerja, penilaiNipNrp, penilaiNama, penilaiJabatan, penilaiGolongan, "
    "penilaiTmtGolongan, penilaiUnorNama, statusPenilai, atasanPenilaiNipNrp, atasanPenilaiNama, "
    "atasanPenilaiJabatan, atasanPenilaiGolongan, atasanPenilaiTmtGolongan, "
    "atasanPenilaiUnorNama, statusAtasanPenilai"
)
FIELDS = NAMES.split(", ")
KEPALA = Pegawai(BRAM, "Bram Contoh", "1", "IV/a", tmt_golongan=date(2012, 4, 1))
PEJABAT = Pejabat(BRAM, "Bram Contoh", "IV/a", "Sekretaris", "Sekretariat")


def assessed(nip: str, unit: str = "1.1", /, **parts: object) -> tuple[Penilaian, Hasil]:
    """Return an appraisal of 88.67 and 90 with its result; the part may be changed."""
    found = penilaian(nip, "Orang Contoh", unit)
    (bagian,) = found.bagian
    found = replace(found, bagian=(replace(bagian, penilai=PEJABAT, **parts),))  # type: ignore[arg-type]
    return found, peraturan_of(2017).nilai(found, PERIODE)


def row(
    nilai: str = ASLI, people: dict[str, Pegawai] | None = None, **parts: object
) -> dict[str, str]:
    return siasn_row(*assessed(SARI, "1.1", **parts), people or {}, nilai)


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_the_fields_are_those_of_skp_save_in_their_order() -> None:
    content = siasn_csv([assessed(SARI)], {}, ASLI, PP46)
    assert content.decode().split("\r\n")[0].split(",") == FIELDS


VALUES = ("nilaiSkp", "jumlah", "nilairatarata", "nilaiPerilakuKerja", "nilaiPrestasiKerja")


def test_asli_writes_the_values_of_0_to_100() -> None:
    # 266/3 + 1 tambahan, and five times 90,5
    found = row(ASLI)
    assert [found[name] for name in VALUES] == ["89.67", "452.50", "90.50", "90.50", "90.00"]


def test_berbobot_writes_the_shares_that_add_up_to_the_final_value() -> None:
    plain, weighted = row(ASLI), row(BERBOBOT)
    assert [weighted[name] for name in VALUES] == ["53.80", "452.50", "90.50", "36.20", "90.00"]
    differing = {name for name in FIELDS if plain[name] != weighted[name]}
    assert differing == {"nilaiSkp", "nilaiPerilakuKerja"}


def test_a_share_is_taken_of_the_exact_value_and_rounded_once() -> None:
    found, hasil = assessed(SARI)
    # 60 % of it is 48,004992; of its two decimals 80,01 it would be 48,006
    exact = replace(hasil, nilai_skp=Fraction("80.00832"))
    assert siasn_row(found, exact, {}, BERBOBOT)["nilaiSkp"] == "48.00"


@pytest.mark.parametrize(
    ("jenis", "kode"),
    [
        (JenisJabatan.STRUKTURAL, "1"),
        (JenisJabatan.FUNGSIONAL_TERTENTU, "2"),
        (JenisJabatan.FUNGSIONAL_UMUM, "4"),
        (None, ""),
    ],
)
def test_the_kind_of_post_is_bkn_s_code(jenis: JenisJabatan | None, kode: str) -> None:
    assert row(jenis_jabatan=jenis)["jenisJabatan"] == kode


def test_kepemimpinan_that_does_not_apply_is_empty_and_never_0() -> None:
    assert row()["kepemimpinan"] == ""


def test_an_official_has_bkn_s_code_of_his_golongan_and_the_day_first() -> None:
    found = row(people={BRAM: KEPALA})
    assert found["penilaiNipNrp"] == BRAM
    assert found["penilaiGolongan"] == "41"
    assert found["penilaiTmtGolongan"] == "01-04-2012"
    assert (found["penilaiJabatan"], found["penilaiUnorNama"]) == ("Sekretaris", "Sekretariat")
    assert found["statusPenilai"] == "PNS"


def test_the_date_of_another_golongan_than_that_of_the_year_is_not_written() -> None:
    risen = replace(KEPALA, golongan="IV/b", tmt_golongan=date(2019, 4, 1))
    found = row(people={BRAM: risen})
    assert (found["penilaiGolongan"], found["penilaiTmtGolongan"]) == ("41", "")


@pytest.mark.parametrize(
    ("pejabat", "people", "status"),
    [
        (Pejabat(BRAM, "Bram"), {}, "PNS"),
        (Pejabat(nama="Kolonel Contoh"), {}, "NON PNS"),
        (Pejabat(BRAM, "Bram"), {BRAM: replace(KEPALA, status=StatusPegawai.PPPK)}, "NON PNS"),
        (Pejabat(), {}, ""),
    ],
)
def test_an_official_without_a_nip_is_no_civil_servant(
    pejabat: Pejabat, people: dict[str, Pegawai], status: str
) -> None:
    found = row(people=people, atasan_penilai=pejabat)
    assert found["statusAtasanPenilai"] == status


def test_only_assessed_people_are_written_by_unit_then_nip() -> None:
    waiting = penilaian(RETNO, "Retno", "1.1", None)
    pairs = [
        assessed(SARI, "1.1"),
        (waiting, peraturan_of(2017).nilai(waiting, PERIODE)),
        assessed(BRAM, "1.1"),
        assessed(RETNO, "1"),
    ]
    found = rows_of(siasn_csv(pairs, {}, ASLI, PP46))
    assert [row["pnsDinilaiOrang"] for row in found] == [RETNO, SARI, BRAM]


def test_somebody_excepted_is_not_written() -> None:
    found, _ = assessed(SARI)
    found = replace(found, pengecualian=Pengecualian(Alasan.PENSIUN, date(2017, 5, 1)))
    content = siasn_csv([(found, peraturan_of(2017).nilai(found, PERIODE))], {}, ASLI, PP46)
    assert rows_of(content) == []


def test_text_that_a_spreadsheet_takes_for_a_formula_is_protected_and_codes_are_not() -> None:
    pair = assessed(SARI)
    (bagian,) = pair[0].bagian
    wali = Pejabat(nama="=Wali", jabatan="-", unit="@Kota")
    changed = replace(pair[0], bagian=(replace(bagian, penilai=wali),))
    (found,) = rows_of(siasn_csv([(changed, pair[1])], {}, ASLI, PP46))
    assert (found["penilaiNama"], found["penilaiUnorNama"]) == ("'=Wali", "'@Kota")
    assert found["penilaiJabatan"] == "'-"


def test_2021_which_no_service_takes_is_refused_in_words() -> None:
    with pytest.raises(InputError, match=re.escape("2021 (PP 30/2019)")):
        check_served(2021, PP30)
    for tahun in (2014, 2020, 2022, 2030):
        check_served(tahun, peraturan_of(tahun))


RATED = (
    ("di_atas", "di_atas", ("1", "1", "1")),
    ("sesuai", "sesuai", ("2", "2", "2")),
    ("di_bawah", "sesuai", ("3", "2", "3")),
    ("sesuai", "di_bawah", ("2", "3", "4")),
    ("di_bawah", "di_bawah", ("3", "3", "5")),
)


@pytest.mark.parametrize(("hasil_kerja", "perilaku_kerja", "codes"), RATED)
def test_from_2022_ratings_and_predikat_are_numbered_from_the_best(
    hasil_kerja: str, perilaku_kerja: str, codes: tuple[str, str, str]
) -> None:
    found, _ = assessed(SARI)
    rated = Evaluasi("tahunan", Peringkat(hasil_kerja), Peringkat(perilaku_kerja))
    found = replace(found, tahun=2025, evaluasi=(rated,))
    hasil = peraturan_of(2025).nilai(found, Periode(2025, "PERMENPANRB6"))
    (row,) = rows_of(siasn_csv([(found, hasil)], {}, ASLI, PERMENPANRB6))
    assert tuple(row) == KOLOM_EVALUASI
    assert row["pnsDinilaiOrang"] == SARI
    fields = ("hasilKinerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai")
    assert tuple(row[nama] for nama in fields) == codes


def test_the_name_says_which_values_are_in_the_file() -> None:
    names = {siasn_name("A/1", 2017, nilai).dengan("") for nilai in (ASLI, BERBOBOT)}
    assert names == {"siasn-A_1-2017-asli.csv", "siasn-A_1-2017-berbobot.csv"}
