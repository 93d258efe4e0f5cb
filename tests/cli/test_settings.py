from datetime import date

import pytest

from skp_tui.domain.period import pengaturan_periode
from skp_tui.services.base.views import unit_view
from skp_tui.settings import setelan
from skp_tui.storage.database.looking import reading
from skp_tui.storage.reading.office_reader import read_period
from tests.cli.calls import Desk

OF_PERIOD = {
    "kebijakan_batas": "batas-bawah",
    "penyebut": "semua",
    "kuantitas_nol": "nol",
    "target_indikator": "-",
    "pita_capaian": "85;70;55",
    "batas_waktu": "2018-01-31",
}
OF_PROGRAM = ("keberatan_hari", "siasn_nilai", "tempat", "kop_surat", "lambang", "tema", "hemat",
              "ascii", "cadangan_dir")  # fmt: skip


def shown(desk: Desk, *arguments: object) -> dict[str, str]:
    done = desk.run("atur", *arguments)
    assert done.status == 0, done.said
    pairs = [line.split("\t") for line in done.lines]
    assert all(len(pair) == 2 for pair in pairs)
    return dict(pairs)


def test_atur_shows_name_tab_value(desk: Desk) -> None:
    values = shown(desk, "--tahun", 2017)
    assert {name: values[name] for name in OF_PERIOD} == OF_PERIOD
    assert set(values) == {*OF_PERIOD, *OF_PROGRAM}
    assert (values["keberatan_hari"], values["siasn_nilai"]) == ("14;14;21", "asli")


def test_without_a_year_only_those_of_the_program_are_shown(desk: Desk) -> None:
    assert tuple(shown(desk)) == OF_PROGRAM


@pytest.mark.parametrize("nama", OF_PERIOD)
def test_a_setting_of_a_period_needs_its_year(desk: Desk, nama: str) -> None:
    for arguments in ((nama,), (nama, "-")):
        done = desk.run("atur", *arguments)
        assert (done.status, done.out) == (2, "")
        assert "--tahun" in done.err


@pytest.mark.parametrize(
    ("nama", "nilai", "kept"),
    [
        ("kebijakan_batas", "lembar-bkn", "lembar-bkn"), ("penyebut", "Dinilai", "dinilai"),
        ("kuantitas_nol", "hitung", "hitung"), ("target_indikator", "96,5", "96.5"),
        ("target_indikator", "96.50", "96.5"), ("target_indikator", "100", "100"),
        ("target_indikator", "96 %", "96"), ("pita_capaian", "90;80,5;60.25", "90;80.5;60.25"),
        ("batas_waktu", "15-02-2018", "2018-02-15"), ("batas_waktu", "2018-02-15", "2018-02-15"),
    ],
)  # fmt: skip
def test_a_setting_of_a_period_is_stored_canonically_and_creates_the_period(
    desk: Desk, nama: str, nilai: str, kept: str
) -> None:
    assert shown(desk, nama, nilai, "--tahun", 2017) == {nama: kept}
    assert shown(desk, nama, "--tahun", 2017) == {nama: kept}
    assert shown(desk, "--tahun", 2017) == {**shown(desk, "--tahun", 2017), nama: kept}
    untouched = shown(desk, nama, "--tahun", 2016)[nama]
    assert untouched == OF_PERIOD[nama].replace("2018", "2017")


@pytest.mark.parametrize("nama", OF_PERIOD)
def test_a_dash_sets_none_so_that_the_default_holds(desk: Desk, nama: str) -> None:
    values = {
        "kebijakan_batas": "lembar-bkn",
        "penyebut": "dinilai",
        "kuantitas_nol": "hitung",
        "target_indikator": "90",
        "pita_capaian": "3;2;1",
        "batas_waktu": "2018-03-01",
    }
    desk.run("atur", nama, values[nama], "--tahun", 2017)
    assert shown(desk, nama, "-", "--tahun", 2017) == {nama: OF_PERIOD[nama]}


def test_a_cleared_deadline_is_the_default_wherever_it_is_read(office: Desk) -> None:
    shown(office, "batas_waktu", "15-02-2018", "--tahun", 2017)
    shown(office, "batas_waktu", "-", "--tahun", 2017)
    with reading(office.db) as connection:
        periode = read_period(connection, 2017)
        view = unit_view(connection, 2017)
    assert periode is not None
    assert periode.batas_waktu == view.periode.batas_waktu == date(2018, 1, 31)
    assert pengaturan_periode(view.periode)["batas_waktu"] == "2018-01-31"


@pytest.mark.parametrize(
    ("nama", "nilai"),
    [("tempat", "Balikpapan"), ("siasn_nilai", "berbobot"), ("keberatan_hari", "7;7;7"),
     ("tema", "terang"), ("cadangan_dir", "/mnt/cadangan"), ("ascii", "ya")],
)  # fmt: skip
def test_a_setting_of_the_program_is_stored_and_a_dash_clears_it(
    desk: Desk, nama: str, nilai: str
) -> None:
    before = shown(desk, nama)
    assert shown(desk, nama, nilai) == shown(desk, nama) == {nama: nilai}
    assert shown(desk, nama, "-") == before


def test_what_nothing_reads_yet_is_kept_and_said_to_be_for_later(desk: Desk) -> None:
    assert [nama for nama in OF_PROGRAM if setelan(nama).kelak] == [
        "tempat",
        "kop_surat",
        "lambang",
    ]
    later = "Disimpan untuk kelak, belum dipakai di versi ini"
    for arguments in (("lambang", "kota.png"), ("lambang",)):
        done = desk.run("atur", *arguments)
        assert (done.status, done.out) == (0, "lambang\tkota.png\n")
        assert done.err == f"{later}: lambang.\n"
    assert desk.run("atur").err == f"{later}: tempat, kop_surat, lambang.\n"
    assert desk.run("atur", "tema").err == ""


REFUSED = (
    ("kebijakan_batas", "tengah"), ("penyebut", ""), ("kuantitas_nol", "0"),
    *(("target_indikator", text)
      for text in ("0", "-5", "101", "sembilan", "1e2", "NaN", "96,5.0", "", "９６", "96.1234567")),
    *(("pita_capaian", text)
      for text in ("85", "85;70", "70;85;55", "85;85;55", "85;70;55;40", "a;b;c", "85;70;-1",
                   "85;70;0", "101;70;55", ";;")),
    *(("batas_waktu", text) for text in ("besok", "31-02-2018", "2018", "")),
    *(("keberatan_hari", text) for text in ("14", "14;14", "a;b;c", "14;14;-1", "1.5;2;3", "")),
    ("siasn_nilai", "separuh"), ("tema", "ungu"), ("hemat", "mungkin"), ("ascii", "1"),
    ("tempat", ""), ("kop_surat", " "), ("tempat", "\u200b"),
)  # fmt: skip


@pytest.mark.parametrize(("nama", "nilai"), REFUSED)
def test_a_wrong_value_is_refused_and_nothing_is_changed(
    office: Desk, nama: str, nilai: str
) -> None:
    before = office.stored()
    year = ("--tahun", 2017) if nama in OF_PERIOD else ()
    done = office.run("atur", *year, "--", nama, nilai)
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert nama in done.err
    assert office.stored() == before


def test_a_wrong_value_creates_no_database(desk: Desk) -> None:
    assert desk.run("atur", "penyebut", "separuh", "--tahun", 2017).status == 2
    assert desk.names() == set()


def test_a_value_stays_on_one_line(desk: Desk) -> None:
    assert shown(desk, "kop_surat", "Pemerintah\tKota\nBalikpapan\x1b[31m") == {
        "kop_surat": "Pemerintah Kota Balikpapan"
    }


def test_setting_what_is_set_already_changes_nothing(office: Desk) -> None:
    office.run("atur", "penyebut", "dinilai", "--tahun", 2017)
    before = office.stored()
    assert office.run("atur", "penyebut", "dinilai", "--tahun", 2017).status == 0
    assert office.stored() == before
