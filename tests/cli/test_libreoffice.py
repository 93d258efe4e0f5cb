"""What LibreOffice opened and saved comes in as it went out, or is refused with the reason."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.cli.calls import Desk, Row, table
from tests.cli.libreoffice import AS_IT_COMES, TEXT, saved_as
from tests.cli.office import (
    BRAM,
    DEWI,
    LUAR,
    PEOPLE,
    RETNO,
    SARI,
    UNITS,
    activity,
    conduct,
    exception,
    other_value,
)  # fmt: skip
from tests.cli.random_office import ORDER

pytestmark = pytest.mark.office

# texts that a spreadsheet likes to turn into something else
TEMPTING = ("'=1+1", "'+62 811", "'-", "'@nama", "''kutip", "007", "1/2", "1.2", "1E5", "TRUE",
            "2017-12-31", "31/12/2017", "196704101990031005", "Ñurul “Contoh”, M.Si.; é", "12,5",
            "50%", "#N/A saja", "  ganda  spasi", "12:30", "Rp 5", "(5)", "🌺")  # fmt: skip
ALL_TEXT = (TEXT,) * 21
NUMBERS_BEHIND = (TEXT,) * 4 + (AS_IT_COMES,) * 12


def nip_of(n: int) -> str:
    """Return the NIP of whoever bears the tempting text of that number."""
    return f"19{70 + n}0101201503100{n % 9 + 1}"


def fill(desk: Desk) -> None:
    """Bring in an office with texts that a spreadsheet likes to change."""
    units: list[Row] = [
        {"kode": f"1.{n}", "nama": text, "induk": "1"} for n, text in enumerate(TEMPTING, 3)
    ]
    desk.must("unit", *UNITS, *units)
    people: list[Row] = [
        {"nip": nip_of(n), "nama": f"Orang {text}".replace("'", ""),
         "unit": f"1.{n + 3}", "jabatan": text, "golongan": "III/d", "tmt_golongan": "2015-04-01",
         "penilai_nip": LUAR, "penilai_nama": "Wali Contoh"}
        for n, text in enumerate(TEMPTING)
    ]  # fmt: skip
    desk.must("pegawai", *PEOPLE, *people)
    part: Row = {"tahun": 2017, "nip": BRAM}
    desk.must(
        "bagian",
        {**part, "bagian": 1, "selesai": "2017-06-30"},
        {**part, "bagian": 2, "mulai": "2017-07-01", "jabatan": "1/2"},
    )
    desk.must(
        "kegiatan",
        activity(SARI),
        *(activity(nip_of(n), uraian=text) for n, text in enumerate(TEMPTING)),
        activity(BRAM, 1, target_kuantitas="1500", target_biaya="2500000.75", ak="0.5"),
        activity(BRAM, 1, bagian=2, realisasi_kuantitas="0.25"),
    )
    desk.must("tambahan", {"tahun": 2017, "nip": SARI, "no": 1, "jenis": "kreativitas",
                           "uraian": "1/2", "tingkat": "unit"})  # fmt: skip
    desk.must("perilaku", conduct(SARI, kepemimpinan="90.25"), conduct(BRAM))
    desk.must("nilai_luar", other_value(BRAM, "skp", "87.5", bagian=2))
    desk.must("pengecualian", exception(DEWI, keterangan="1E5"), exception(RETNO, 2018))


def sent(desk: Desk, ke: str) -> dict[str, bytes]:
    """Export the data of both years and return what came out, by year and file."""
    found: dict[str, bytes] = {}
    for tahun in (2017, 2018):
        done = desk.export("--profil", "data", "--unit", "1", tahun=tahun, ke=f"{ke}-{tahun}")
        assert done.status == 0, done.said
        found |= {f"{tahun} {Path(line).name}": Path(line).read_bytes() for line in done.lines}
    return found


def brought(folder: Path, files: list[Path]) -> Desk:
    """Import files of all kinds into an empty database, in table order."""
    folder.mkdir()
    desk = Desk(folder)
    for path in sorted(files, key=lambda path: ORDER.index(path.stem)):
        done = desk.run("impor", path.stem, path, "--json")
        assert (done.status, done.json["peringatan"]) == (0, []), (path, done.said)
    return desk


@pytest.mark.long
def test_the_data_of_an_office_survive_every_format_of_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "asal").mkdir()
    first = Desk(tmp_path / "asal")
    fill(first)
    data = {name: text for name, text in sent(first, "data").items() if name.startswith("2017")}
    folder = tmp_path / "asal" / "data-2017"
    numbers = [folder / "kegiatan.csv", folder / "perilaku.csv"]
    texts = [path for path in folder.glob("*.csv") if path not in numbers]
    files = [*saved_as("xlsx", tmp_path / "satu", *texts, columns=ALL_TEXT),
             *saved_as("xlsx", tmp_path / "satu", *numbers, columns=NUMBERS_BEHIND)]  # fmt: skip
    for step, ekstensi in enumerate(("xlsx", "ods", "xls", "xlsx")):
        if step:
            files = saved_as(ekstensi, tmp_path / f"langkah{step}", *files)
        second = brought(tmp_path / f"kantor{step}", files)
        again = {n: text for n, text in sent(second, "data").items() if n.startswith("2017")}
        assert again == data, ekstensi


@pytest.fixture
def listed(desk: Desk) -> Path:
    """Return a list of people as a CSV, beside a database that knows their units."""
    desk.must("unit", *UNITS)
    rows = ({**person, "jabatan": text} for person, text in zip(PEOPLE, TEMPTING, strict=False))
    return desk.file("pegawai.csv", table(*rows))


def test_a_nip_that_libreoffice_took_for_a_number_is_refused_with_the_reason(
    desk: Desk, listed: Path
) -> None:
    (taken,) = saved_as("xls", desk.folder / "angka", listed)
    before = desk.stored()
    done = desk.run("impor", "pegawai", taken, "--json")
    assert (done.status, desk.stored()) == (2, before)
    refused = [one for one in done.json["ditolak"] if one["kolom"] == "nip"]
    assert len(refused) == len(PEOPLE)
    assert all("dirusak Excel" in one["pesan"] for one in refused)


def test_a_nip_that_libreoffice_was_told_to_take_as_text_survives(desk: Desk, listed: Path) -> None:
    (kept,) = saved_as("ods", desk.folder / "teks", listed, columns=ALL_TEXT)
    assert desk.run("impor", "pegawai", kept, "--json").json["baru"] == len(PEOPLE)
    assert desk.run("impor", "pegawai", listed, "--json").json["sama"] == len(PEOPLE)


@pytest.mark.long
def test_templates_filled_in_and_saved_by_libreoffice_come_in_without_a_word(
    tmp_path: Path,
) -> None:
    rows: dict[str, Row] = {
        "unit": {"kode": "1.10", "nama": "Badan Contoh"},
        "pegawai": {"nip": SARI, "nama": "Sari Contoh", "unit": "1.10", "golongan": "III/d"},
        "bagian": {"tahun": "2017", "nip": SARI, "bagian": "1", "mulai": "2017-01-01"},
        "kegiatan": dict(activity(SARI)),
        "tambahan": {"tahun": 2017, "nip": SARI, "no": 1, "jenis": "tugas_tambahan", "uraian": "A"},
        "perilaku": dict(conduct(SARI)),
        "nilai_luar": other_value(SARI, "skp", "87,5"),
    }
    (tmp_path / "isi").mkdir()
    for jenis, row in rows.items():
        path = tmp_path / "isi" / f"{jenis}.xlsx"
        assert Desk(tmp_path).run("templat", jenis, "--ke", path).status == 0
        book = openpyxl.load_workbook(path)
        sheet = book[jenis]
        column_of = {cell.value: cell.column for cell in sheet[1]}
        for column, value in row.items():
            sheet.cell(2, column_of[column]).value = value
        book.save(path)
    files = sorted((tmp_path / "isi").iterdir())
    for ekstensi in ("xlsx", "ods", "xls"):
        saved = saved_as(ekstensi, tmp_path / ekstensi, *files)
        desk = brought(tmp_path / f"kantor-{ekstensi}", saved)
        assert desk.value(SARI)["nilai_skp"] == "87.50"
        shutil.rmtree(desk.folder)
