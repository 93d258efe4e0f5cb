import codecs

import pytest

from tests.cli.calls import Desk, table
from tests.cli.office import BRAM, LUAR, PEOPLE, SARI, UNITS, activity, conduct

NAME = "Ñurul “Contoh” – é, M.Si."


# -- text


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("cp1252", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_encoding_is_told_by_content_and_the_delimiter_by_the_header(
    desk: Desk, encoding: str, bom: bytes, delimiter: str
) -> None:
    text = table({"kode": "1", "nama": NAME, "induk": ""}, delimiter=delimiter)
    assert desk.bring("unit", bom + text.encode(encoding)).status == 0
    assert desk.recap()["nama_unit"] == NAME


@pytest.mark.parametrize("sep", [",", ";", "\t"])
@pytest.mark.parametrize("line", ["sep={}", '"sep={}"', "SEP={}"])
def test_a_first_line_sep_is_obeyed_and_counted(desk: Desk, sep: str, line: str) -> None:
    text = f"{line.format(sep)}\r\nkode{sep}nama\r\n1{sep}A\r\n{sep}B\r\n"
    plan = desk.bring("unit", text, "--json").json
    assert plan["baru"] == 1
    assert [one["baris"] for one in plan["ditolak"]] == [4]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(desk: Desk, end: str) -> None:
    assert desk.bring("unit", f"kode,nama{end}1,A{end}1.1,B").status == 0


def test_the_delimiter_in_a_title_does_not_mislead(desk: Desk) -> None:
    text = "Daftar unit; keadaan 1,5 tahun\nkode,nama\n1,A\n"
    assert desk.bring("unit", text).status == 0


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("A\u200bB", "AB"),
        ("A\u00adB", "AB"),
        ("\u202eA", "A"),
        ("\x1b[31mA", "A"),
        ("A\x07", "A"),
        ("\x1b]0;x\x07A", "A"),
        ("A\nB", "A B"),
        ("A\tB", "A B"),
        ("\u2066A\u2069", "A"),
        ("\ufeffA", "A"),
    ],
)
def test_signs_that_move_a_terminal_are_removed_and_reported(
    desk: Desk, raw: str, kept: str
) -> None:
    plan = desk.plan("unit", {"kode": "1", "nama": raw})
    assert [one["kolom"] for one in plan["peringatan"]] == ["nama"]
    assert desk.recap()["nama_unit"] == kept


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("'=A", "=A"),
        ("'+A", "+A"),
        ("'-A", "-A"),
        ("'@A", "@A"),
        ("''A", "'A"),
        ("'1A", "1A"),
        ("'-", "-"),
        ("'A", "'A"),
        ("'", "'"),
        ("''", "'"),
        ("'''A", "''A"),
        ("=A", "=A"),
        ("=1+2", "=1+2"),
        ("a,b", "a,b"),
        ('"A" B', '"A" B'),
    ],
)
def test_exactly_one_leading_apostrophe_is_removed(desk: Desk, raw: str, kept: str) -> None:
    desk.must("unit", {"kode": "1", "nama": raw})
    assert desk.recap()["nama_unit"] == kept


def test_a_cell_holds_500_characters(desk: Desk) -> None:
    plan = desk.plan("unit", {"kode": "1", "nama": "a" * 500}, {"kode": "2", "nama": "a" * 501})
    assert [(one["baris"], one["kolom"]) for one in plan["ditolak"]] == [(3, "nama")]
    assert "500" in plan["ditolak"][0]["pesan"]


def test_a_row_with_more_cells_than_the_header_is_refused(desk: Desk) -> None:
    plan = desk.bring("unit", "kode,nama\n1,A,B\n2,C,\n", "--json").json
    assert [one["baris"] for one in plan["ditolak"]] == [2]


def test_a_row_with_fewer_cells_leaves_the_rest(office: Desk) -> None:
    text = f"nip,nama,unit,golongan,jabatan\n{SARI},Sari Contoh; S.Sos.,1.1\n"
    plan = office.bring("pegawai", text, "--json").json
    assert [one["kolom"] for one in plan["berubah"]] == ["nama"]


@pytest.mark.parametrize("size", [200_001])
def test_a_file_holds_200_000_rows(desk: Desk, size: int) -> None:
    done = desk.bring("unit", "kode,nama\n" + "1,A\n" * size)
    assert (done.status, done.out) == (2, "")
    assert "200.000" in done.err
    assert not desk.db.exists()


def test_a_file_holds_50_megabytes(desk: Desk) -> None:
    path = desk.file("besar.csv", "kode,nama\n1,A\n")
    with path.open("r+b") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    done = desk.run("impor", "unit", path)
    assert (done.status, done.out) == (2, "")
    assert "50 MB" in done.err


# -- headers


@pytest.mark.parametrize(
    ("column", "written"),
    [
        ("nip", "NIP"), ("nip", " n.I_p "), ("nip", "NIP Baru"), ("nip", "NIP/NRP"),
        ("nama", "Nama Pegawai"), ("nama", "NAMA LENGKAP"),
        ("unit", "Unit Kerja"), ("unit", "kode_unit"), ("unit", "OPD"), ("unit", "SKPD"),
        ("golongan", "Gol"), ("golongan", "Gol/Ruang"), ("golongan", "Gol. Ruang"),
        ("golongan", "Pangkat/Gol"), ("golongan", "Pangkat/Golongan"),
        ("golongan", "Pangkat/Gol. Ruang"), ("jabatan", "Nama Jabatan"),
        ("status", "Status Pegawai"), ("jenis_jabatan", "Jenis Jabatan"),
        ("aktif_sejak", "AKTIF.SEJAK"), ("penilai_nip", "Penilai / NIP"),
    ],
)  # fmt: skip
def test_headers_of_pegawai_match_freely_and_by_alias(
    office: Desk, column: str, written: str
) -> None:
    row = {**PEOPLE[1], "status": "PNS", "aktif_sejak": ""}
    renamed = {written if name == column else name: value for name, value in row.items()}
    plan = office.plan("pegawai", renamed)
    assert (plan["sama"], plan["ditolak"], plan["peringatan"]) == (1, [], [])


@pytest.mark.parametrize(
    ("jenis", "column", "written"),
    [
        *(("perilaku", "orientasi_pelayanan", one) for one in ("OPL", "Pelayanan", "orientasi")),
        ("perilaku", "integritas", "INT"), ("perilaku", "komitmen", "kom"),
        ("perilaku", "disiplin", "Dis"), ("perilaku", "kerja_sama", "Kerjasama"),
        ("perilaku", "kerja_sama", "KSM"), ("perilaku", "kepemimpinan", "KPM"),
        *(("kegiatan", "uraian", one)
          for one in ("Kegiatan", "Kegiatan Tugas Jabatan", "Uraian Kegiatan")),
        ("kegiatan", "satuan", "Output"), ("kegiatan", "satuan", "Satuan Output"),
        ("kegiatan", "ak", "Angka Kredit"), ("kegiatan", "target_waktu", "Target Waktu"),
    ],
)  # fmt: skip
def test_headers_of_yearly_kinds_match_by_alias(
    office: Desk, jenis: str, column: str, written: str
) -> None:
    row = (
        conduct(SARI, kepemimpinan=90) if jenis == "perilaku" else activity(BRAM, satuan="", ak="")
    )
    renamed = {written if name == column else name: value for name, value in row.items()}
    plan = office.plan(jenis, renamed)
    assert (plan["sama"], plan["ditolak"], plan["peringatan"]) == (1, [], [])


def test_exact_names_come_before_aliases(office: Desk) -> None:
    row = {**PEOPLE[1], "Unit Kerja": "Bukan unit ini"}
    plan = office.plan("pegawai", row)
    assert plan["ditolak"] == []
    assert [one["kolom"] for one in plan["peringatan"]] == ["Unit Kerja"]


def test_two_aliases_of_one_column_are_refused(office: Desk) -> None:
    done = office.bring("pegawai", f"nip,nama,opd,skpd\n{LUAR},A,1,1\n")
    assert (done.status, done.out) == (2, "")
    assert "unit" in done.err


def test_only_the_closed_list_of_aliases_is_known(office: Desk) -> None:
    done = office.bring("pegawai", f"nip,nama,satker\n{LUAR},A,1\n")
    assert done.status == 2
    assert "unit" in done.err


def test_units_keep_codes_of_any_sign(desk: Desk) -> None:
    codes = ("00", "1/A", "-x", "=y", "Ünit", "a b")
    rows = [{"kode": f"'{kode}" if kode[0] in "-=0" else kode, "nama": "A"} for kode in codes]
    desk.must("unit", *rows)
    assert len(UNITS) == 4
    for kode in codes:
        assert desk.recap(2017, f"--unit={kode}")["unit"] == kode
