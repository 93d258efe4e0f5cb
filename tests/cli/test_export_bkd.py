import csv
import hashlib
import json
import re
import warnings
from datetime import datetime
from pathlib import Path

import pytest

import skp_tui
from tests.cli.calls import Desk, Json, read_csv
from tests.cli.office import BRAM, DEWI, PURNA, SARI, activity, conduct, exception

NAMES = (
    "tahun, peraturan, kode_unit, unit_kerja, nip, nama, golongan, jabatan, jenis_jabatan, "
    "status_pegawai, status, nilai_skp, orientasi_pelayanan, integritas, komitmen, disiplin, "
    "kerja_sama, kepemimpinan, jumlah_perilaku, rata_rata_perilaku, nilai_prestasi_kerja, "
    "sebutan, batas, hasil_kerja, perilaku_kerja, penilai_nip, penilai_nama, "
    "atasan_penilai_nip, atasan_penilai_nama, keterangan"
)
COLUMNS = NAMES.split(", ")
SCORES = COLUMNS[COLUMNS.index("nilai_skp") : COLUMNS.index("penilai_nip")]


def send(desk: Desk, *options: str, ke: str = "keluar") -> tuple[Path, Json]:
    """Export and return the CSV with its descriptor."""
    done = desk.export("--sebagian", *options, ke=ke)
    assert done.status in {0, 1}, done.said
    table, descriptor = map(Path, done.lines)
    document: Json = json.loads(descriptor.read_text(encoding="utf-8"))
    return table, document


def rows_of(desk: Desk, *options: str) -> dict[str, dict[str, str]]:
    table, _ = send(desk, *options, ke=f"baris-{len(desk.names())}")
    return {row["nip"]: row for row in read_csv(table)}


def test_the_thirty_columns_stand_in_their_order(office: Desk) -> None:
    table, document = send(office)
    assert len(COLUMNS) == 30
    assert table.read_bytes().decode().split("\r\n")[0].split(",") == COLUMNS
    fields = document["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields] == COLUMNS


def test_it_is_utf_8_without_bom_with_crlf_and_quotes_only_where_needed(office: Desk) -> None:
    office.must("unit", {"kode": "1.2", "nama": 'Bidang "Ñ", Mutasi', "induk": "1"})
    content = send(office)[0].read_bytes()
    text = content.decode("utf-8")
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert text.count("\n") == text.count("\r\n") == text.count("\r") == 5
    rows = list(csv.reader(text.split("\r\n")[:-1]))
    expected = [
        ",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' if set(cell) & {",", '"'} else cell
                 for cell in row)
        for row in rows
    ]  # fmt: skip
    assert text.split("\r\n")[:-1] == expected


def test_the_names_are_those_of_unit_and_year(office: Desk) -> None:
    office.must("unit", {"kode": "A/Ü 1", "nama": "Dinas"})
    office.must("pegawai", {"nip": DEWI, "nama": "Dewi", "unit": "A/Ü 1"})
    table, document = send(office, "--unit", "A/Ü 1")
    assert table.name == "skp-A___1-2017.csv"
    assert document["name"] == document["resources"][0]["name"] == "skp-a___1-2017"
    assert document["resources"][0]["path"] == table.name
    assert document["skp"]["unit"] == "A/Ü 1"


def test_there_is_one_row_for_everybody_of_the_year_by_unit_then_nip(office: Desk) -> None:
    office.must("unit", {"kode": "1.10", "nama": "B", "induk": "1"})
    office.must("pegawai", {"nip": PURNA, "nama": "Purna Contoh", "unit": "1.10"})
    rows = [(row["kode_unit"], row["nip"]) for row in read_csv(send(office)[0])]
    assert rows == [("1.1", SARI), ("1.1.1", BRAM), ("1.10", PURNA), ("1.2", DEWI)]


def test_only_the_unit_and_everything_below_it_is_exported(office: Desk) -> None:
    assert set(rows_of(office, "--unit", "1.1")) == {SARI, BRAM}


def test_a_row_says_what_the_contract_promises(office: Desk) -> None:
    row = rows_of(office)[BRAM]
    assert row == {
        **dict.fromkeys(COLUMNS, ""),
        "tahun": "2017", "peraturan": "PP46", "kode_unit": "1.1.1",
        "unit_kerja": "Subbagian Umum", "nip": BRAM, "nama": "Bram Contoh", "golongan": "III/b",
        "jabatan": "Analis", "jenis_jabatan": "fungsional_umum", "status_pegawai": "PNS",
        "status": "dinilai", "nilai_skp": "88.67", "orientasi_pelayanan": "90",
        "integritas": "90", "komitmen": "90", "disiplin": "90", "kerja_sama": "90",
        "jumlah_perilaku": "450.00", "rata_rata_perilaku": "90.00",
        "nilai_prestasi_kerja": "89.20", "sebutan": "Baik", "penilai_nip": SARI,
        "penilai_nama": "Sari Contoh, S.Sos.",
    }  # fmt: skip


def test_all_score_columns_are_empty_unless_appraised(office: Desk) -> None:
    office.must("pengecualian", exception(BRAM, keterangan="cuti sampai Mei"))
    office.must("perilaku", conduct(DEWI))
    office.must("kegiatan", activity(DEWI, realisasi_waktu=""))
    rows = rows_of(office)
    assert [rows[nip]["status"] for nip in (BRAM, DEWI)] == ["dikecualikan", "belum_dinilai"]
    for nip in (BRAM, DEWI):
        assert {rows[nip][name] for name in SCORES} == {""}
    assert rows[BRAM]["keterangan"] == "cuti di luar tanggungan negara: cuti sampai Mei"
    assert rows[DEWI]["keterangan"] == "realisasi waktu (kegiatan 1)"
    assert rows[SARI]["keterangan"] == ""


def test_numbers_are_canonical_or_have_two_decimals(office: Desk) -> None:
    office.must("perilaku", conduct(BRAM, disiplin="80.50", integritas="90.0"))
    row = rows_of(office)[BRAM]
    assert (row["disiplin"], row["integritas"]) == ("80.5", "90")
    assert (row["jumlah_perilaku"], row["rata_rata_perilaku"]) == ("440.50", "88.10")


def test_values_round_half_away_from_zero_and_never_to_minus_zero(office: Desk) -> None:
    # waktu far beyond 1.76 × target makes the value negative: 100 + 100 + (176 - r/t*100)
    cells = {"realisasi_kualitas": 100, "realisasi_kuantitas": 12}
    office.must("kegiatan", activity(BRAM, **cells, realisasi_waktu="45.12"))
    office.must("kegiatan", activity(BRAM, 2, **cells, realisasi_waktu="45.1218"))
    parts = office.value(BRAM)["bagian"][0]["kegiatan"]
    assert [one["nilai_capaian"] for one in parts] == ["0.00", "-0.01"]  # 0 and -0.005
    office.must("kegiatan", activity(BRAM, 2, **cells, realisasi_waktu="45.1212"))
    assert office.value(BRAM)["bagian"][0]["kegiatan"][1]["nilai_capaian"] == "0.00"
    assert rows_of(office)[BRAM]["nilai_skp"] == "0.00"


def test_a_boundary_value_says_ya(office: Desk) -> None:
    office.must("kegiatan", activity(BRAM, realisasi_kualitas=50),
                activity(BRAM, 2, realisasi_kualitas=51))  # fmt: skip
    office.must(
        "perilaku",
        {
            "tahun": 2017,
            "nip": BRAM,
            **dict.fromkeys(
                ("orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerja_sama"), 76
            ),
        },
    )
    row = rows_of(office)[BRAM]
    assert row["nilai_prestasi_kerja"] == "75.70"
    assert (row["batas"], row["sebutan"]) == ("ya", "Cukup")
    office.run("atur", "kebijakan_batas", "lembar-bkn", "--tahun", 2017)
    assert rows_of(office)[BRAM]["sebutan"] == "Baik"


def test_text_that_a_spreadsheet_would_take_for_a_formula_gets_an_apostrophe(
    office: Desk,
) -> None:
    office.must("unit", {"kode": "'-1", "nama": "'=Dinas"})
    office.must(
        "pegawai",
        {"nip": BRAM, "nama": "'+Bram", "unit": "'-1", "jabatan": "'@Analis",
         "penilai_nip": "-", "penilai_nama": "''Wali"},
    )  # fmt: skip
    row = read_csv(send(office, "--unit=-1")[0])[0]
    names = ("kode_unit", "unit_kerja", "nama", "jabatan", "penilai_nama")
    assert [row[name] for name in names] == ["'-1", "'=Dinas", "'+Bram", "'@Analis", "''Wali"]


def test_negative_numbers_get_no_apostrophe(office: Desk) -> None:
    office.must("kegiatan", *(activity(BRAM, no, realisasi_waktu=1000) for no in (1, 2)))
    assert re.fullmatch(r"-\d+\.\d\d", rows_of(office)[BRAM]["nilai_skp"])


def test_a_second_export_gets_the_next_suffix_for_both_files(office: Desk) -> None:
    folder = office.folder / "keluar"
    names = []
    for _ in range(3):
        table, document = send(office)
        assert document["resources"][0]["path"] == table.name
        assert document["name"] == table.stem
        names.append(table.name)
    assert names == ["skp-1-2017.csv", "skp-1-2017-2.csv", "skp-1-2017-3.csv"]
    (folder / "skp-1-2017.csv").unlink()
    (folder / "skp-1-2017-2.datapackage.json").unlink()
    assert send(office)[0].name == "skp-1-2017-4.csv"
    assert len(list(folder.iterdir())) == 6


def test_no_part_is_left_and_the_files_are_their_owners(office: Desk) -> None:
    table, _ = send(office)
    files = list(table.parent.iterdir())
    assert sorted(path.name for path in files) == ["skp-1-2017.csv", "skp-1-2017.datapackage.json"]
    assert [oct(path.stat().st_mode & 0o777) for path in files] == ["0o600"] * 2


def test_kiriman_counts_from_1_per_unit_and_year(office: Desk) -> None:
    office.must("kegiatan", activity(BRAM, 1, 2018))

    def number(*options: str, tahun: int = 2017) -> int:
        done = office.export("--sebagian", *options, tahun=tahun)
        kiriman: int = json.loads(Path(done.lines[1]).read_text())["skp"]["kiriman"]
        return kiriman

    assert [number(), number(), number("--unit", "1.1"), number()] == [1, 2, 1, 3]
    assert [number(tahun=2018), number("--unit", "1.1")] == [1, 2]


def test_an_export_that_is_refused_keeps_no_number(office: Desk) -> None:
    assert office.export().status == 2
    assert office.export("--profil", "data", ke="data").status == 0
    assert send(office)[1]["skp"]["kiriman"] == 1


def test_sebagian_says_whether_somebody_is_missing(office: Desk) -> None:
    assert send(office)[1]["skp"]["sebagian"] is True
    office.must("pengecualian", exception(DEWI), exception(PURNA))
    done = office.export("--sebagian", ke="lengkap")
    assert done.status == 0
    assert json.loads(Path(done.lines[1]).read_text())["skp"]["sebagian"] is False


def test_bytes_hash_and_sidik_can_be_computed_by_anybody(office: Desk) -> None:
    table, document = send(office)
    content = table.read_bytes()
    resource, skp = document["resources"][0], document["skp"]
    assert resource["bytes"] == len(content)
    assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
    sidik = skp.pop("sidik")
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert sidik == hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_the_descriptor_carries_what_is_promised(office: Desk) -> None:
    office.run("atur", "target_indikator", "96,5", "--tahun", 2017)
    _, document = send(office)
    skp = document["skp"]
    assert set(skp) == {
        "versi", "unit", "nama_unit", "tahun", "peraturan", "kiriman", "sebagian", "pengaturan",
        "rekap", "program", "waktu", "sidik",
    }  # fmt: skip
    assert (skp["versi"], skp["unit"], skp["nama_unit"]) == (1, "1", "Badan Contoh")
    assert (skp["tahun"], skp["peraturan"]) == (2017, "PP46")
    assert type(skp["versi"]) is type(skp["tahun"]) is type(skp["kiriman"]) is int
    assert skp["pengaturan"] == {
        "kebijakan_batas": "batas-bawah",
        "penyebut": "semua",
        "kuantitas_nol": "nol",
        "target_indikator": "96.5",
        "pita_capaian": "85;70;55",
        "batas_waktu": "2018-01-31",
    }
    assert skp["rekap"] == office.recap()
    assert skp["program"] == f"skp-tui {skp_tui.__version__}"
    assert datetime.fromisoformat(skp["waktu"]).utcoffset() is not None
    assert document["profile"] == "tabular-data-package"


def test_there_is_no_float_in_the_descriptor(office: Desk) -> None:
    done = office.export("--sebagian")
    text = Path(done.lines[1]).read_text()

    def refuse(number: str) -> float:
        raise AssertionError(number)

    json.loads(text, parse_float=refuse, parse_constant=refuse)


def test_what_was_exported_passes_periksa_of_the_program(office: Desk) -> None:
    send(office)
    done = office.run("periksa", office.folder / "keluar" / "skp-1-2017.datapackage.json")
    assert (done.status, done.out) == (0, "")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_frictionless_accepts_the_package(office: Desk) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import Package  # noqa: PLC0415 - slow, and needed here only

        office.must("pegawai", {"nip": DEWI, "nama": '\'=Dewi, "D"', "unit": "1.2"})
        office.must("perilaku", conduct(BRAM, disiplin="80.5"))
        send(office)
        path = office.folder / "keluar" / "skp-1-2017.datapackage.json"
        report = Package(str(path)).validate()
        assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
        assert report.tasks[0].stats["rows"] == 4
        table = office.folder / "keluar" / "skp-1-2017.csv"
        table.write_bytes(table.read_bytes().replace(b"PP46", b"PP47", 1))
        assert not Package(str(path)).validate().valid
