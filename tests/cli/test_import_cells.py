import pytest

from tests.cli.calls import Desk, Json, table
from tests.cli.office import BRAM, LUAR, SARI, TIUR, activity, conduct


def one_person(desk: Desk, nip: str, *options: str, **cells: object) -> Json:
    row = {"nip": nip, "nama": "Orang Contoh", "unit": "1", **cells}
    return desk.plan("pegawai", row, options=options)


# -- numbers


def stored_number(desk: Desk, text: str, delimiter: str, column: str) -> str | None:
    """Return what a cell is stored as, or None where it is refused."""
    row = {**activity(BRAM, 9), column: text}
    done = desk.bring("kegiatan", table(row, delimiter=delimiter), "--json")
    if done.json["ditolak"]:
        (fault,) = done.json["ditolak"]
        assert (fault["kolom"], fault["nilai"]) == (column, text)
        return None
    assert desk.export("--profil", "data", ke="angka").status == 0
    lines = (desk.folder / "angka" / "kegiatan.csv").read_text().splitlines()
    cells = next(line.split(",") for line in lines if ",Kegiatan 9," in line)
    return cells[lines[0].split(",").index(column)]


@pytest.mark.parametrize(
    ("text", "delimiter", "kept"),
    [
        ("90", ",", "90"), ("90.50", ",", "90.5"), ("0.125", ",", "0.125"), ("007", ",", "7"),
        ("1500.0", ",", "1500"), ("1.500", ",", "1.5"), ("0.000001", ",", "0.000001"),
        ("'90", ",", "90"), (" 90 ", ",", "90"),
        ("1,500", ",", None), ("90,5", ",", None), ("1,500.25", ",", None), ("1,5,0", ",", None),
        ("0.1234567", ",", None), ("NaN", ",", None), ("inf", ",", None), ("-Infinity", ",", None),
        ("1e3", ",", None), ("1E+03", ",", None), ("٣", ",", None), ("１２", ",", None),
        ("12 bulan", ",", None), ("--1", ",", None), (".5", ",", None), ("5.", ",", None),
        ("1_000", ",", None), ("0x10", ",", None), ("½", ",", None), ("Rp 5", ",", None),
        ("90", ";", "90"), ("90,50", ";", "90.5"), ("1.500", ";", "1500"),
        ("1.500.000,25", ";", "1500000.25"), ("90.5", ";", "90.5"), ("1.5000", ";", "1.5"),
        ("0.125", ";", "0.125"), ("0,125", ";", "0.125"), ("12.75", ";", "12.75"),
        ("1.50.000", ";", None), ("1,2,3", ";", None), ("1.500,5.5", ";", None),
        ("1234.567", ";", None), ("0,1234567", ";", None), ("1e3", ";", None),
        ("1.500", "\t", "1500"), ("2,5", "\t", "2.5"), ("2.5", "\t", "2.5"),
    ],
)  # fmt: skip
def test_numbers_are_read_by_the_delimiter_of_their_file(
    office: Desk, text: str, delimiter: str, kept: str | None
) -> None:
    assert stored_number(office, text, delimiter, "target_kuantitas") == kept


def test_a_number_that_can_be_read_two_ways_shows_both(office: Desk) -> None:
    (fault,) = office.plan("kegiatan", activity(BRAM, target_kuantitas="1,500"))["ditolak"]
    assert "1500" in fault["pesan"]
    assert "1.500" in fault["pesan"]


@pytest.mark.parametrize(
    ("text", "delimiter", "kept"),
    [
        ("Rp 1500000,-", ",", "1500000"), ("Rp1500000", ",", "1500000"),
        ("1500000,-", ",", "1500000"),
        ("rp. 1500000.50", ",", "1500000.5"), ("Rp 1.500.000,-", ";", "1500000"),
        ("Rp. 1.500.000,50", ";", "1500000.5"), ("1.500.000", ";", "1500000"),
        ("Rp 1,500,000", ",", None), ("1.500.000", ",", None), ("USD 5", ",", None),
        ("Rp", ",", None), ("0", ",", None),
    ],
)  # fmt: skip
def test_rupiah_is_accepted_for_biaya(
    office: Desk, text: str, delimiter: str, kept: str | None
) -> None:
    assert stored_number(office, text, delimiter, "target_biaya") == kept


@pytest.mark.parametrize(
    "text", ["2.017", "2017,0", "17", "dua ribu", "20170", "-2017", "２０１７"]
)
def test_a_year_is_four_digits(office: Desk, text: str) -> None:
    plan = office.plan("kegiatan", activity(BRAM, 9, tahun=2017) | {"tahun": text})  # type: ignore[operator]
    assert [one["kolom"] for one in plan["ditolak"]] == ["tahun"]


# -- dates


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("2018-01-01", False), ("2017-12-31", True), ("01-01-2018", False), ("31-12-2017", True),
        ("1/1/2018", False), ("31/12/2017", True),
        ("12/31/2017", None), ("2017-13-01", None), ("30-02-2017", None), ("31.12.2017", None),
        ("2017", None), ("31 Desember 2017", None), ("43100", None), ("31-12-17", None),
        ("31/12-2017", None), ("29-02-2017", None), ("٣١-١٢-٢٠١٧", None),
        ("2017-12-31T00:00", None),
    ],
)  # fmt: skip
def test_dates_are_iso_or_day_first(office: Desk, text: str, belongs: bool | None) -> None:
    plan = one_person(office, LUAR, aktif_sejak=text)
    if belongs is None:
        assert [(one["kolom"], one["nilai"]) for one in plan["ditolak"]] == [("aktif_sejak", text)]
    else:
        assert plan["ditolak"] == []
        assert (office.run("nilai", "--tahun", 2017, "--nip", LUAR).status != 2) is belongs


# -- Excel


@pytest.mark.parametrize(
    "nip",
    ["1.96001E+17", "1,96001E+17", "1.96001e+17", "196001011985031000", "'196001011985031000"],
)
def test_a_nip_destroyed_by_excel_is_refused_with_the_remedy(office: Desk, nip: str) -> None:
    (fault,) = one_person(office, nip)["ditolak"]
    assert (fault["kolom"], fault["nilai"]) == ("nip", nip)
    assert "Excel" in fault["pesan"]
    assert "Teks" in fault["pesan"]


def test_a_destroyed_nip_of_an_appraiser_is_refused_too(office: Desk) -> None:
    plan = one_person(
        office, LUAR, penilai_nip="1.96704E+17", atasan_penilai_nip="1960010119850310"
    )
    assert [one["kolom"] for one in plan["ditolak"]] == ["penilai_nip", "atasan_penilai_nip"]


@pytest.mark.parametrize("error", ["#DIV/0!", "#VALUE!", "#N/A", "#n/a"])
def test_errors_of_a_spreadsheet_count_as_empty_and_are_reported(office: Desk, error: str) -> None:
    plan = office.plan("kegiatan", activity(BRAM, realisasi_kualitas=error))
    assert (plan["sama"], plan["ditolak"]) == (1, [])
    assert [(one["kolom"], one["nilai"]) for one in plan["peringatan"]] == [
        ("realisasi_kualitas", error)
    ]


@pytest.mark.parametrize(
    "nip",
    ["19600101 198503 1 002", "19600101 198503 1002", "NIP. 196001011985031002",
     "nip:196001011985031002",
     "'196001011985031002", "\u00a0196001011985031002"],
)  # fmt: skip
def test_a_nip_may_be_written_in_blocks_and_with_its_prefix(office: Desk, nip: str) -> None:
    assert one_person(office, nip)["ditolak"] == []
    assert office.value(LUAR)["nip"] == LUAR


@pytest.mark.parametrize(
    "nip",
    ["19600101198503100", "1960010119850310022", "196013011985031002", "196002301985031002",
     "196001011985033002", "196001011985131002", "196001011985001002", "19600101198503100A",
     "１９６００１０１１９８５０３１００２", "-"],
)  # fmt: skip
def test_what_is_no_nip_is_refused(office: Desk, nip: str) -> None:
    assert [one["kolom"] for one in one_person(office, nip)["ditolak"]] == ["nip"]


def test_the_middle_block_of_a_pppk_is_a_warning_only(office: Desk) -> None:
    row = {"nip": TIUR.replace("1007", "1008"), "nama": "A", "unit": "1"}
    assert office.plan("pegawai", {**row, "status": "PNS"})["ditolak"]
    assert office.plan("pegawai", {**row, "status": "CPNS"})["ditolak"]
    plan = office.plan("pegawai", {**row, "status": "PPPK"})
    assert (plan["baru"], [one["kolom"] for one in plan["peringatan"]]) == (1, ["nip"])


def test_who_was_appointed_as_a_child_is_a_warning_only(office: Desk) -> None:
    plan = one_person(office, "199001012000012009")
    assert (plan["baru"], len(plan["peringatan"])) == (1, 1)


@pytest.mark.parametrize(
    ("written", "kept"),
    [("III d", "III/d"), ("(III/d)", "III/d"), ("iii-D", "III/d"), ("34", "III/d"),
     ("Penata Tk. I/ III/d", "III/d"), ("Penata Tk. I", "III/d"), ("Penata TK-1", "III/d"),
     ("Penata", "III/c"), ("45", "IV/e"), ("IX", "IX")],
)  # fmt: skip
def test_golongan_is_read_in_the_spellings_of_the_field(
    office: Desk, written: str, kept: str
) -> None:
    assert one_person(office, LUAR, golongan=written)["ditolak"] == []
    assert one_person(office, LUAR, golongan=kept)["sama"] == 1


def test_more_than_ten_activities_are_a_warning(office: Desk) -> None:
    plan = office.plan("kegiatan", *(activity(SARI, no) for no in range(1, 12)))
    assert plan["ditolak"] == []
    assert len(plan["peringatan"]) == 1


def test_kepemimpinan_against_the_post_is_a_warning(office: Desk) -> None:
    plan = office.plan("perilaku", conduct(BRAM, kepemimpinan=80), conduct(SARI, kepemimpinan="-"))
    assert [(one["baris"], one["kolom"]) for one in plan["peringatan"]] == [
        (2, "kepemimpinan"),
        (3, "kepemimpinan"),
    ]
    assert plan["ditolak"] == []
