"""Years side by side across regulations, and appraisers side by side."""

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from skp_tui.domain.period import Periode
from skp_tui.domain.recap import Rekap
from skp_tui.services.base.list_file import save_list
from skp_tui.services.base.views import UnitView, unit_view
from skp_tui.services.keeping.sample import TARGET, fill_with_sample
from skp_tui.services.recap.raters import BELUM_ADA, raters
from skp_tui.services.recap.recap_file import lines_csv, rater_lines, unit_lines, year_lines
from skp_tui.services.recap.tren import Setahun, read_trend_year, trend, unfolded, year_of
from skp_tui.storage.database.looking import reading
from tests.services.office import BRAM, KEPALA, SARI, Office

PP46, PERMENPANRB6 = "PP 46/2011", "PermenPANRB 6/2022"


def rekap(tahun: int, wajib: int, minimal_baik: int, unit: str = "1") -> Rekap:
    return Rekap(unit, "Badan", wajib, 0, wajib, minimal_baik, 0, {}, Periode(tahun, "PP46"))


def setahun(tahun: int, peraturan: str, *own: Rekap) -> Setahun:
    return Setahun(tahun, peraturan, {satu.unit: satu for satu in own})


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contoh") / "contoh.db"
    fill_with_sample(path, lambda: datetime(2026, 1, 19, tzinfo=UTC), tuple(TARGET))
    return path


def view_of(path: Path, tahun: int, kode: str = "1") -> UnitView:
    with reading(path) as connection:
        return unit_view(connection, tahun, kode)


# ── years ────────────────────────────────────────────────────────────────────────────────────────


def test_years_come_oldest_first_with_their_change_since_the_one_before() -> None:
    years = {
        2018: setahun(2018, PP46, rekap(2018, 8, 7)),
        2017: setahun(2017, PP46, rekap(2017, 3, 2)),
    }
    first, second = trend(years, "1")
    assert (first.dari, first.tahun_sebelum, first.selisih) == (2017, None, None)
    assert (second.dari, second.tahun_sebelum) == (2018, 2017)
    assert second.selisih == Fraction(700, 8) - Fraction(200, 3)
    assert first.sebelum == second.sebelum == ""


def test_a_year_under_another_law_is_marked_with_the_name_of_the_former() -> None:
    years = {
        2021: setahun(2021, PP46, rekap(2021, 4, 4)),
        2022: setahun(2022, PERMENPANRB6, rekap(2022, 4, 3)),
        2023: setahun(2023, PERMENPANRB6, rekap(2023, 4, 3)),
    }
    assert [satu.sebelum for satu in trend(years, "1")] == ["", PP46, ""]


def test_years_without_data_stand_between_the_others_as_one_line() -> None:
    years = {
        2014: setahun(2014, PP46, rekap(2014, 4, 4)),
        2016: setahun(2016, PP46, rekap(2016, 4, 4)),
        2020: setahun(2020, PP46, rekap(2020, 4, 4)),
    }
    spans = [(satu.dari, satu.sampai, satu.rekap is None) for satu in trend(years, "1")]
    assert spans == [
        (2014, 2014, False),
        (2015, 2015, True),
        (2016, 2016, False),
        (2017, 2019, True),
        (2020, 2020, False),
    ]


def test_a_unit_that_a_year_does_not_know_and_one_without_people_have_no_figures() -> None:
    years = {
        2017: setahun(2017, PP46, rekap(2017, 4, 4)),
        2018: setahun(2018, PP46, rekap(2018, 4, 4), rekap(2018, 0, 0, "1.1")),
        2019: setahun(2019, PP46, rekap(2019, 4, 4), rekap(2019, 2, 1, "1.1")),
    }
    unknown, empty, there = trend(years, "1.1")
    assert unknown.rekap is None
    assert empty.rekap is not None
    assert empty.rekap.persen_dari_wajib is None
    assert (empty.selisih, there.selisih) == (None, None)


def test_no_year_is_no_line() -> None:
    assert trend({}, "1") == ()


def test_the_sample_shows_three_laws_in_one_trend(whole: Path) -> None:
    with reading(whole) as connection:
        years = {2017: read_trend_year(connection, 2017, "1")}
    for tahun in (2021, 2025):
        with reading(whole) as connection:
            years[tahun] = read_trend_year(connection, tahun, "1")
    points = [satu for satu in trend(years, "1") if satu.rekap is not None]
    assert [(satu.dari, satu.peraturan, satu.sebelum) for satu in points] == [
        (2017, "PP 46/2011", ""),
        (2021, "PP 30/2019", "PP 46/2011"),
        (2025, "PermenPANRB 6/2022", "PP 30/2019"),
    ]
    shares = [satu.rekap.persen_dari_wajib for satu in points if satu.rekap]
    assert shares == [Fraction(3600, 41), Fraction(3700, 41), Fraction(3500, 41)]
    leaf = [satu.rekap for satu in trend(years, "1.1.2") if satu.rekap]
    assert [(satu.wajib_dinilai, satu.minimal_baik) for satu in leaf] == [(7, 5), (7, 6), (6, 4)]


def test_a_year_is_reckoned_as_the_start_screen_reckons_it(whole: Path) -> None:
    view = view_of(whole, 2025)
    with reading(whole) as connection:
        assert read_trend_year(connection, 2025, "1") == year_of(view)
    tree = [(satu.unit, depth) for satu, depth in unfolded(view.rekap)]
    assert tree[:4] == [("1", 0), ("1.1", 1), ("1.1.1", 2), ("1.1.2", 2)]
    assert len(tree) == len(view.units) == 16


def test_a_year_under_a_law_of_a_newer_program_is_named_without_figures(tmp_path: Path) -> None:
    office = Office.filled(tmp_path)
    office.raw("UPDATE periode SET peraturan = 'PERMEN99' WHERE tahun = 2017")
    with reading(office.path) as connection:
        assert read_trend_year(connection, 2017, "1") == Setahun(2017, "PERMEN99", {})


# ── appraisers ───────────────────────────────────────────────────────────────────────────────────


def test_everybody_is_counted_once_with_the_appraiser_of_his_last_part(whole: Path) -> None:
    view = view_of(whole, 2025)
    found = {satu.pejabat.nama: satu for satu in raters(view, view.orang)}
    assert sum(len(satu.orang) for satu in found.values()) == len(view.orang)
    asep = found["Asep Contoh, S.IP., M.Si."]
    assert "Galuh Contoh, A.Md." in {satu.nama for satu in asep.orang}
    assert (asep.rekap.jumlah_pegawai, asep.rekap.dikecualikan, asep.rekap.dinilai) == (10, 1, 9)
    assert asep.rekap.sebaran["Sangat Baik"] == 1
    assert asep.rekap.sebaran["Kurang"] == 1
    total = {
        nama: sum(s.rekap.sebaran[nama] for s in found.values()) for nama in view.rekap.sebaran
    }
    assert total == view.rekap.sebaran


def test_the_mean_of_an_appraiser_is_exact_and_absent_where_there_are_no_numbers(
    whole: Path,
) -> None:
    view = view_of(whole, 2017)
    sari = next(s for s in raters(view, view.orang) if s.pejabat.nama == "Sari Contoh, S.Sos.")
    values = [s.hasil.nilai_prestasi_kerja for s in sari.orang if s.hasil.sebutan]
    known = [value for value in values if value is not None]
    assert len(known) == sari.rekap.dinilai == 5
    assert sari.rata_rata == sum(known, Fraction(0)) / 5
    later = view_of(whole, 2025)
    assert {satu.rata_rata for satu in raters(later, later.orang)} == {None}


def test_who_has_no_appraiser_is_listed_under_nobody(tmp_path: Path) -> None:
    office = Office.filled(tmp_path)
    view = view_of(office.path, 2017)
    found = {satu.pejabat.nama: [s.nip for s in satu.orang] for satu in raters(view, view.orang)}
    assert found == {
        BELUM_ADA.nama: [KEPALA],
        "Kepala Contoh": [SARI],
        "Sari Contoh": [BRAM],
    }


# ── the file ─────────────────────────────────────────────────────────────────────────────────────


def test_lists_are_written_with_dot_decimals_and_every_category(
    whole: Path, tmp_path: Path
) -> None:
    years = {}
    for tahun in TARGET:
        with reading(whole) as connection:
            years[tahun] = read_trend_year(connection, tahun, "1")
    path = save_list(lines_csv(year_lines(trend(years, "1"))), tmp_path / "tren.csv")
    header, *lines = path.read_bytes().decode("utf-8").split("\r\n")
    assert header == (
        "tahun,peraturan,kode_unit,unit_kerja,jumlah_pegawai,dikecualikan,wajib_dinilai,dinilai,"
        "belum_dinilai,minimal_baik,cakupan,persen_dari_dinilai,persen_dari_wajib,target,capaian,"
        "sangat_baik,baik,cukup,kurang,buruk,sangat_kurang,butuh_perbaikan"
    )
    assert [line.split(",", 4)[4] for line in lines if line] == [
        "42,1,41,40,1,36,97.56,90.00,87.80,96.00,91.46,2,34,3,1,0,,",
        "43,2,41,40,1,37,97.56,92.50,90.24,98.00,92.09,3,34,2,1,,0,",
        "44,3,41,39,2,35,95.12,89.74,85.37,92.00,92.79,5,30,,1,,0,3",
    ]
    assert lines[2].startswith("2025,PermenPANRB 6/2022,1,Kepala Badan,")
    assert lines[3:] == [""]


def test_another_file_is_never_overwritten(whole: Path, tmp_path: Path) -> None:
    view = view_of(whole, 2025, "1.1")
    lines = unit_lines(view.rekap, view.peraturan.nama)
    first, second = (save_list(lines_csv(lines), tmp_path / "unit.csv") for _ in range(2))
    assert (first.name, second.name) == ("unit.csv", "unit-2.csv")
    assert first.read_bytes() == second.read_bytes()
    assert first.read_text(encoding="utf-8").count("\n") == 1 + 3


def test_a_name_that_a_spreadsheet_would_run_is_protected(tmp_path: Path) -> None:
    office = Office.filled(tmp_path)
    office.raw(f"UPDATE pegawai SET nama = '=1+2' WHERE nip = '{SARI}'")
    view = view_of(office.path, 2017)
    lines = rater_lines(raters(view, view.orang), view.peraturan.nama)
    assert b",'=1+2," in lines_csv(lines)
