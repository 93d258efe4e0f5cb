"""What ``impor`` advises where it cannot do what was asked: the very command, not only a reason."""

import pytest

from tests.cli.calls import Desk, call, table
from tests.cli.office import BRAM, PEOPLE, SARI, UNITS, activity, conduct

UNKNOWN = "198001012005011001"


def last(err: str) -> str:
    return err.splitlines()[-1]


def test_on_an_empty_database_the_files_beside_are_named_in_their_order(desk: Desk) -> None:
    unit = desk.file("unit.csv", table(*UNITS))
    people = desk.file("pegawai.csv", table(*PEOPLE))
    done = desk.rows("kegiatan", activity(BRAM))
    begin = f"skp-tui --db {desk.db} impor"
    assert last(done.err) == (
        f"Belum diimpor? Dahulu: {begin} unit {unit}; lalu: {begin} pegawai {people}; "
        "lalu ulangi perintah ini."
    )
    for words in ("unit", unit), ("pegawai", people):
        assert desk.run("impor", *words).status == 0
    again = desk.rows("kegiatan", activity(BRAM))
    assert (again.status, again.err) == (0, "")


def test_only_what_is_missing_is_named_once_there_is_a_database(office: Desk) -> None:
    office.file("unit.csv", table(*UNITS))
    people = office.file("pegawai-2.csv", table({**PEOPLE[1], "nip": UNKNOWN}))
    path = office.file("kegiatan-2.csv", table(activity(BRAM), activity(UNKNOWN)))
    done = office.run("impor", "kegiatan", path)
    assert done.status == 1
    call_first = f"skp-tui --db {office.db} impor pegawai {people}"
    assert last(done.err) == f"Belum diimpor? Dahulu: {call_first}; lalu ulangi perintah ini."


def test_a_single_wrong_nip_is_no_reason_to_import_anything_first(office: Desk) -> None:
    done = office.rows("kegiatan", activity(BRAM), activity(UNKNOWN))
    assert "Belum diimpor?" not in done.err


def test_a_file_that_is_not_there_is_left_to_be_filled_in(office: Desk) -> None:
    done = office.rows("bagian", {"tahun": 2017, "nip": BRAM, "bagian": 1, "unit": "9"})
    assert "impor unit BERKAS; lalu ulangi" in last(done.err)  # fmt: skip


def test_a_file_of_another_kind_in_the_same_call_is_told_its_own_command(office: Desk) -> None:
    people = office.file("orang kantor.csv", table(*PEOPLE))
    done = office.run("impor", "kegiatan", office.file("k.csv", table(activity(BRAM))), people)
    assert done.status == 2
    assert done.err.rstrip().endswith(
        "Tampaknya isinya pegawai; satu panggilan satu jenis, jadi tersendiri: "
        f'skp-tui --db {office.db} impor pegawai "{people}"'
    )


def test_the_command_leaves_out_a_database_that_the_call_did_not_name(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SKP_TUI_DB", str(desk.db))
    path = desk.file("perilaku.csv", table(conduct(BRAM)))
    assert call("impor", "unit", path).err.rstrip().endswith(f": skp-tui impor perilaku {path}")


@pytest.fixture
def sent(office: Desk) -> Desk:
    """Return an office that wrote its results in every profile."""
    office.must("perilaku", conduct(BRAM), conduct(SARI))
    office.must("kegiatan", activity(BRAM), activity(SARI))
    for profile in ("bkd", "excel", "siasn"):
        options = ("--tahun", 2017, "--unit", "1.1", "--profil", profile, "--ke", office.folder)
        assert office.run("ekspor", *options).status == 0
    return office


@pytest.mark.parametrize("jenis", ["kegiatan", "pegawai"])
@pytest.mark.parametrize(
    "name", ["skp-1.1-2017.csv", "skp-1.1-2017.xlsx", "siasn-1.1-2017-asli.csv"]
)
def test_results_are_called_what_they_are_and_never_taken_for_a_list(
    sent: Desk, name: str, jenis: str
) -> None:
    done = sent.run("impor", jenis, sent.folder / name)
    assert done.status == 2
    assert "Ini hasil penilaian (paket BKD, Excel atau SIASN), bukan isian" in done.err
    check = f"skp-tui periksa {sent.folder / 'skp-1.1-2017.datapackage.json'}"
    assert (check in done.err) == name.startswith("skp")


def test_a_descriptor_is_told_the_command_that_examines_it(sent: Desk) -> None:
    path = sent.folder / "skp-1.1-2017.datapackage.json"
    done = sent.run("impor", "kegiatan", path)
    assert done.status == 2
    assert done.err.rstrip().endswith(f"Paketnya diperiksa dengan: skp-tui periksa {path}")
    assert sent.run("periksa", path).status == 0


def test_of_two_exports_into_one_folder_the_later_one_is_named(office: Desk) -> None:
    first = office.file("kegiatan.csv", table(activity(BRAM, 1), activity(BRAM, 2)))
    later = office.file("kegiatan-2.csv", table(activity(BRAM, 1, ak=2), activity(BRAM, 2)))
    done = office.run("impor", "kegiatan", first, later)
    assert done.status == 1
    call_later = f"skp-tui --db {office.db} impor kegiatan {later}"
    assert last(done.err) == (
        f"Menurut nomornya kegiatan-2.csv lebih baru. Dari PC yang sama? Cukup: {call_later}"
    )


def test_the_summary_counts_the_people_whom_the_refused_rows_are_about(office: Desk) -> None:
    odd = [activity(BRAM, no, target_kualitas=101) for no in (1, 2, 3)]
    done = office.rows("kegiatan", *odd, activity(SARI, 1, target_kualitas=101))
    assert done.lines[-1].endswith("0 sama, 4 ditolak (dari 2 pegawai).")
    alone = office.rows("kegiatan", odd[0])
    assert alone.lines[-1].endswith("0 sama, 1 ditolak.")
