from pathlib import Path

from tests.cli.calls import Desk, read_csv
from tests.cli.office import BRAM, DEWI, LUAR, RETNO, SARI, activity, conduct, exception
from tests.cli.random_office import ORDER


def send(desk: Desk, *options: str, tahun: int = 2017) -> dict[str, list[dict[str, str]]]:
    """Export and return the rows of each file."""
    done = desk.export("--profil", "data", *options, tahun=tahun, ke=f"data-{len(desk.names())}")
    assert (done.status, done.err) == (0, "")
    return {Path(line).stem: read_csv(Path(line)) for line in done.lines}


def test_there_is_one_file_for_each_kind_that_has_rows_in_table_order(office: Desk) -> None:
    assert list(send(office)) == ["unit", "pegawai", "bagian", "kegiatan", "perilaku"]
    assert list(send(office, tahun=2015)) == ["unit", "pegawai"]
    office.must("pengecualian", exception(DEWI))
    office.must("tambahan", {"tahun": 2017, "nip": BRAM, "no": 1, "jenis": "tugas_tambahan",
                             "uraian": "A"})  # fmt: skip
    office.must("nilai_luar", {"tahun": 2017, "nip": SARI, "jenis": "akademik", "nilai": 80,
                               "sumber": "KHS"})  # fmt: skip
    assert tuple(send(office)) == ORDER


def test_units_are_the_subtree_those_that_a_row_names_and_all_their_ancestors(
    office: Desk,
) -> None:
    office.must("unit", {"kode": "9", "nama": "Dinas"}, {"kode": "9.1", "nama": "B", "induk": "9"},
                {"kode": "9.2", "nama": "C", "induk": "9"})  # fmt: skip
    office.must("bagian", {"tahun": 2017, "nip": BRAM, "bagian": 1, "unit": "9.1"},
                {"tahun": 2017, "nip": BRAM, "bagian": 2, "unit": "1.1.1"})  # fmt: skip
    kode = [row["kode"] for row in send(office, "--unit", "1.1")["unit"]]
    assert kode == ["1", "1.1", "1.1.1", "9", "9.1"]


def test_only_people_and_rows_of_the_unit_and_year_travel(office: Desk) -> None:
    office.must("kegiatan", activity(BRAM, 1, 2018), activity(DEWI))
    sent = send(office, "--unit", "1.1")
    assert [row["nip"] for row in sent["pegawai"]] == [SARI, BRAM]
    assert {(row["tahun"], row["nip"]) for row in sent["kegiatan"]} == {
        ("2017", SARI), ("2017", BRAM),
    }  # fmt: skip
    assert {row["nip"] for row in send(office, tahun=2018)["pegawai"]} >= {RETNO, DEWI}


def test_an_appraiser_is_written_as_he_is_known(office: Desk) -> None:
    row = next(row for row in send(office)["pegawai"] if row["nip"] == BRAM)
    wanted = {"nip": SARI, "nama": "Sari Contoh, S.Sos.", "golongan": "IV/a",
              "jabatan": "Sekretaris", "unit": "Sekretariat"}  # fmt: skip
    assert {name: row[f"penilai_{name}"] for name in wanted} == wanted
    row = next(row for row in send(office)["pegawai"] if row["nip"] == SARI)
    assert (row["penilai_nip"], row["penilai_nama"]) == (LUAR, "Wali Contoh")


def test_rows_are_sorted_by_key_by_code_point(office: Desk) -> None:
    office.must("kegiatan", activity(BRAM, 10), activity(SARI, 3))
    rows = [(row["nip"], row["no"]) for row in send(office)["kegiatan"]]
    assert rows == [(SARI, "1"), (SARI, "3"), (BRAM, "1"), (BRAM, "10"), (BRAM, "2")]


def test_entered_numbers_are_canonical(office: Desk) -> None:
    office.must("kegiatan", activity(SARI, target_kuantitas="1500.500", realisasi_kuantitas="012",
                                     realisasi_kualitas="90.00", ak="0.10"))  # fmt: skip
    row = send(office)["kegiatan"][0]
    names = ("target_kuantitas", "realisasi_kuantitas", "realisasi_kualitas", "ak")
    assert [row[name] for name in names] == ["1500.5", "12", "90", "0.1"]


def test_an_apostrophe_stands_before_text_only(office: Desk) -> None:
    office.must("pegawai", {"nip": DEWI, "nama": "'-Dewi", "unit": "1.2", "jabatan": "''a"})
    row = next(row for row in send(office)["pegawai"] if row["nip"] == DEWI)
    assert (row["nama"], row["jabatan"]) == ("'-Dewi", "''a")


def test_all_files_share_the_first_suffix_that_is_free_for_every_one(office: Desk) -> None:
    folder = office.folder / "data"
    folder.mkdir()
    (folder / "kegiatan.csv").write_text("milik saya")
    (folder / "unit-2.csv").write_text("milik saya")
    done = office.export("--profil", "data", ke="data")
    assert [Path(line).name for line in done.lines] == [
        f"{jenis}-3.csv" for jenis in ("unit", "pegawai", "bagian", "kegiatan", "perilaku")
    ]
    assert (folder / "kegiatan.csv").read_text() == "milik saya"
    assert len(list(folder.iterdir())) == 7


def test_settings_do_not_travel(office: Desk, tmp_path: Path) -> None:
    office.run("atur", "target_indikator", "90", "--tahun", 2017)
    other = Desk(tmp_path / "lain")
    other.folder.mkdir()
    for line in office.export("--profil", "data").lines:
        path = Path(line)
        assert other.run("impor", path.stem, path).status == 0
    assert office.recap()["target"] == "90.00"
    assert other.recap()["target"] is None
    assert other.recap()["dinilai"] == office.recap()["dinilai"]


def test_databases_of_several_appraisers_are_merged(office: Desk, tmp_path: Path) -> None:
    other = Desk(tmp_path / "lain")
    other.folder.mkdir()
    for kode in ("1.1", "1.2"):
        for line in office.export("--profil", "data", "--unit", kode, ke=f"data-{kode}").lines:
            path = Path(line)
            assert other.run("impor", path.stem, path).status == 0
    assert other.recap() == office.recap()


def test_a_data_export_leaves_nothing_in_the_database(office: Desk) -> None:
    office.must("perilaku", conduct(DEWI))
    before = office.stored()
    send(office)
    assert office.stored() == before
