import csv
from datetime import date
from pathlib import Path

import pytest

from skp_tui.cli.output import now
from skp_tui.services.base.database import writing
from skp_tui.services.signing import signing
from tests.cli.calls import Desk, Row, read_csv, spawn
from tests.cli.office import (
    BRAM,
    DEWI,
    SARI,
    activity,
    conduct,
    exception,
    other_value,
)

MIXED = 'kode;nama;catatan\n1;A;satu\n;"B ""dua""; tiga";  ruang  \n3;;=1+2\n'


def test_refused_rows_are_written_beside_the_input_cells_verbatim(desk: Desk) -> None:
    assert desk.bring("unit", MIXED).status == 1
    rows = read_csv(desk.folder / "unit.ditolak.csv", ";")
    assert list(rows[0]) == ["kode", "nama", "catatan", "alasan_ditolak"]
    assert [(row["kode"], row["nama"], row["catatan"]) for row in rows] == [
        ("", 'B "dua"; tiga', "  ruang  "),
        ("3", "", "=1+2"),
    ]
    assert "kode" in rows[0]["alasan_ditolak"]
    assert "nama" in rows[1]["alasan_ditolak"]


def test_every_reason_of_a_row_is_written(office: Desk) -> None:
    office.rows("kegiatan", activity(BRAM, target_waktu=0, target_kualitas=101))
    (row,) = read_csv(office.folder / "kegiatan.ditolak.csv")
    assert "target_waktu" in row["alasan_ditolak"]
    assert "target_kualitas" in row["alasan_ditolak"]


def test_nothing_is_written_when_nothing_is_refused(desk: Desk) -> None:
    desk.must("unit", {"kode": "1", "nama": "A"})
    assert not [name for name in desk.names() if "ditolak" in name]


@pytest.mark.parametrize("option", ["--periksa", "--utuh"])
def test_a_plan_and_a_whole_refusal_write_no_such_file(desk: Desk, option: str) -> None:
    desk.bring("unit", MIXED, option)
    assert not [name for name in desk.names() if "ditolak" in name]


def test_it_is_never_overwritten(desk: Desk) -> None:
    for _ in range(3):
        desk.bring("unit", MIXED)
    first, second = desk.folder / "unit.ditolak.csv", desk.folder / "unit.ditolak-2.csv"
    assert first.read_bytes() == second.read_bytes()
    assert (desk.folder / "unit.ditolak-3.csv").exists()
    assert not [name for name in desk.names() if name.endswith(".part")]


def test_it_keeps_the_delimiter_and_is_utf_8(desk: Desk) -> None:
    for delimiter in ",;\t":
        text = f"kode{delimiter}nama{delimiter}induk\n9{delimiter}{delimiter}Ñé\n"
        desk.file("asal.csv", text.encode("cp1252"))
        desk.run("impor", "unit", desk.folder / "asal.csv")
        target = desk.folder / "asal.ditolak.csv"
        assert read_csv(target, delimiter)[0]["induk"] == "Ñé"
        assert not target.read_bytes().startswith(b"\xef\xbb\xbf")
        target.unlink()


def test_the_mended_file_is_imported_alone_and_its_reasons_are_skipped_silently(
    desk: Desk,
) -> None:
    desk.bring("unit", MIXED)
    refused = desk.folder / "unit.ditolak.csv"
    rows = read_csv(refused, ";")
    rows[0]["kode"], rows[1]["nama"] = "2", "C"
    with refused.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    done = desk.run("impor", "unit", refused, "--json")
    assert (done.status, done.json["baru"]) == (0, 2)
    assert [one["kolom"] for one in done.json["peringatan"]] == ["catatan"]
    assert desk.recap(2017, "--unit", "2")["nama_unit"] == 'B "dua"; tiga'


def test_an_unmended_file_is_refused_again_with_one_column_of_reasons(desk: Desk) -> None:
    desk.bring("unit", MIXED)
    assert desk.run("impor", "unit", desk.folder / "unit.ditolak.csv").status == 2
    again = desk.folder / "unit.ditolak.ditolak.csv"
    assert list(read_csv(again, ";")[0]) == ["kode", "nama", "catatan", "alasan_ditolak"]


def test_a_row_with_too_many_cells_keeps_them_all(desk: Desk) -> None:
    desk.bring("unit", "kode,nama\n1,A,B,C\n")
    lines = (desk.folder / "unit.ditolak.csv").read_text().splitlines()
    assert lines[1].endswith(",1,A,B,C")


def test_each_file_of_a_call_gets_its_own(desk: Desk) -> None:
    other = desk.folder / "lain"
    other.mkdir()
    one, two = desk.file("unit.csv", "kode,nama\n1,\n"), other / "unit.csv"
    two.write_text("kode,nama\n2,\n3,C\n")
    assert desk.run("impor", "unit", one, two).status == 1
    assert read_csv(desk.folder / "unit.ditolak.csv")[0]["kode"] == "1"
    assert read_csv(other / "unit.ditolak.csv")[0]["kode"] == "2"


def test_a_file_that_is_named_twice_is_judged_and_written_once(desk: Desk) -> None:
    other = desk.folder / "lain"
    other.mkdir()
    one, two = desk.file("unit.csv", "kode,nama\n1,\n"), other / "unit.csv"
    two.write_text("kode,nama\n2,\n3,C\n")
    done = desk.run("impor", "unit", one, two, other / ".." / "unit.csv", one, "--json")
    assert [satu["baris"] for satu in done.json["ditolak"]] == [2, 2]
    assert (done.json["baru"], done.json["sama"]) == (1, 0)
    assert [name for name in desk.names() if "ditolak" in name] == ["unit.ditolak.csv"]


def test_the_place_is_told(desk: Desk) -> None:
    assert str(desk.folder / "unit.ditolak.csv") in desk.bring("unit", MIXED).err


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs a directory of the kernel")
@pytest.mark.parametrize("writable", [True, False])
def test_where_the_directory_is_not_writable_it_goes_to_the_current_one(
    desk: Desk, writable: bool
) -> None:
    desk.file("unit.csv", MIXED)
    here = desk.folder / "sini"
    here.mkdir()
    command = f'exec 9< "{desk.folder}/unit.csv"; exec "$@"'
    import subprocess  # noqa: PLC0415 - only here
    import sys  # noqa: PLC0415

    arguments = [sys.executable, "-m", "skp_tui", "--db", str(desk.db), "impor", "unit"]
    done = subprocess.run(
        ["bash", "-c", command, "bash", *arguments, "/proc/self/fd/9"],
        cwd=here if writable else "/proc",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert [path.name for path in here.iterdir()] == (["9.ditolak"] if writable else [])
    assert desk.recap(2017, "--unit", "1")["nama_unit"] == "A"
    assert writable or "tidak dapat ditulis" in done.stderr


# -- locked appraisals


def lock(desk: Desk, nip: str, tahun: int = 2017) -> None:
    """Lock an appraisal as the program does."""
    with writing(desk.db, now, "kunci") as writer:
        signing.lock(writer, tahun, [nip], date(tahun, 12, 31))


LOCKED: tuple[tuple[str, Row], ...] = (
    ("kegiatan", activity(BRAM, 3)),
    ("kegiatan", activity(BRAM)),
    ("bagian", {"tahun": 2017, "nip": BRAM, "bagian": 2}),
    ("bagian", {"tahun": 2017, "nip": BRAM, "bagian": 1, "jabatan": "Lain"}),
    ("tambahan", {"tahun": 2017, "nip": BRAM, "no": 1, "jenis": "tugas_tambahan", "uraian": "A"}),
    ("perilaku", conduct(BRAM, disiplin=1)),
    ("nilai_luar", other_value(BRAM, "skp", 50)),
    ("pengecualian", exception(BRAM)),
)


@pytest.mark.parametrize(("jenis", "row"), LOCKED)
def test_a_row_of_a_locked_appraisal_is_refused(office: Desk, jenis: str, row: Row) -> None:
    lock(office, BRAM)
    before = office.stored()
    (fault,) = office.plan(jenis, row)["ditolak"]
    assert (fault["kolom"], fault["nilai"]) == ("nip", BRAM)
    assert "dikunci" in fault["pesan"]
    assert office.stored() == before


def test_other_people_and_years_of_a_locked_one_go_on(office: Desk) -> None:
    lock(office, BRAM)
    office.must("kegiatan", activity(DEWI), activity(BRAM, 1, 2018), activity(SARI, 2))


def test_a_locked_part_no_longer_follows_the_person(office: Desk) -> None:
    lock(office, BRAM)
    office.must("pegawai", {"nip": BRAM, "nama": "Bram Contoh", "unit": "1.2"})
    assert office.value(BRAM)["bagian"][0]["unit"] == "1.1.1"
    assert office.run("periksa").status == 0


@pytest.mark.parametrize(
    ("nama", "nilai"), [("kebijakan_batas", "lembar-bkn"), ("kuantitas_nol", "hitung")]
)
def test_settings_that_touch_a_value_freeze_with_the_first_lock(
    office: Desk, nama: str, nilai: str
) -> None:
    before = office.run("atur", nama, "--tahun", 2017).out
    lock(office, SARI)
    done = office.run("atur", nama, nilai, "--tahun", 2017)
    assert (done.status, done.out) == (2, "")
    assert nama in done.err
    assert office.run("atur", nama, "--tahun", 2017).out == before
    assert office.run("atur", nama, nilai, "--tahun", 2018).status == 0


@pytest.mark.parametrize(
    ("nama", "nilai"),
    [("penyebut", "dinilai"), ("target_indikator", "90"), ("pita_capaian", "9;8;7")],
)
def test_other_settings_do_not_freeze(office: Desk, nama: str, nilai: str) -> None:
    lock(office, SARI)
    assert office.run("atur", nama, nilai, "--tahun", 2017).status == 0


def test_a_lock_does_not_keep_anybody_from_looking(office: Desk) -> None:
    lock(office, BRAM)
    assert office.value(BRAM)["status"] == "dinilai"
    assert spawn("--db", office.db, "rekap", "--tahun", 2017).status == 0
