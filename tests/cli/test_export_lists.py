"""The lists of the screens as files of a command: angka kredit, and the tables of the recap."""

from pathlib import Path

import pytest

from tests.cli.calls import Desk, read_csv
from tests.cli.office import BRAM, SARI
from tests.cli.test_pattern import rated

TAHUN = 2025


@pytest.fixture
def desk(office: Desk) -> Desk:
    """Return the office with an archivist who is rated in 2025."""
    person = {
        "nip": BRAM, "nama": "=Bram Contoh", "unit": "1.1.1", "jabatan": "Arsiparis Mahir",
        "jenis_jabatan": "fungsional_tertentu",
    }  # fmt: skip
    office.must("pegawai", person)
    office.must("evaluasi", rated(BRAM), rated(SARI, "di_bawah"))
    return office


def written(desk: Desk, profil: str, *options: object, tahun: int = TAHUN) -> list[Path]:
    """Export and return the files."""
    done = desk.export("--profil", profil, *options, tahun=tahun)
    assert (done.status, done.err) == (0, "")
    return [Path(line) for line in done.lines]


def test_angka_kredit_is_one_file_of_who_earns_it(desk: Desk) -> None:
    [path] = written(desk, "angka_kredit")
    assert path.name == "angka-kredit-1-2025.csv"
    assert path.read_bytes().endswith(b"\r\n")
    [row] = read_csv(path)
    assert (row["nip"], row["nama"]) == (BRAM, "'=Bram Contoh")
    assert [row[nama] for nama in ("jenjang", "bulan", "predikat", "angka_kredit")] == [
        "Mahir", "12", "Baik", "12.50",
    ]  # fmt: skip
    [below] = written(desk, "angka_kredit", "--unit", "1.1.1")
    assert (below.name, read_csv(below)) == ("angka-kredit-1.1.1-2025.csv", [row])
    [second] = written(desk, "angka_kredit")
    assert (second.name, read_csv(second)) == ("angka-kredit-1-2025-2.csv", [row])


def test_angka_kredit_says_why_a_year_has_none_and_writes_nothing(desk: Desk) -> None:
    done = desk.export("--profil", "angka_kredit")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "skp-tui: Predikat tahun 2017 tidak dikonversi ke angka kredit: Peraturan BKN 3/2023 "
        "berlaku sejak 2023. Pilih tahun lain.\n"
    )
    assert not (desk.folder / "keluar").exists()


def test_rekap_is_three_tables_that_agree_with_the_command_rekap(desk: Desk) -> None:
    unit, year, rater = written(desk, "rekap")
    assert [path.name for path in (unit, year, rater)] == [
        "rekap-unit-1-2025.csv", "rekap-tahun-1.csv", "rekap-penilai-1-2025.csv",
    ]  # fmt: skip
    said = desk.recap(TAHUN)
    top, *below = read_csv(unit)
    for nama in ("wajib_dinilai", "dinilai", "dikecualikan"):
        assert top[nama] == str(said[nama])
    assert len(below) > len(said["subunit"]) > 0
    assert [(row["tahun"], row["peraturan"], row["dinilai"]) for row in read_csv(year)] == [
        ("2017", "PP 46/2011", str(desk.recap(2017)["dinilai"])),
        ("2025", "PermenPANRB 6/2022", "2"),
    ]
    raters = read_csv(rater)
    assert sum(int(row["jumlah_pegawai"]) for row in raters) == int(top["jumlah_pegawai"])
    assert sum(int(row["butuh_perbaikan"]) for row in raters) == 1


def test_the_year_that_is_asked_for_stands_among_the_others(desk: Desk) -> None:
    table = read_csv(written(desk, "rekap", "--unit", "1.1", tahun=2017)[1])
    assert [row["tahun"] for row in table] == ["2017", "2025"]
    assert {row["kode_unit"] for row in table} == {"1.1"}
    assert table[0]["dinilai"] == str(desk.recap(2017, "--unit", "1.1")["dinilai"])
