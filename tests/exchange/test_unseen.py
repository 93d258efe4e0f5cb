"""What nobody sees in a list is told: columns without a heading, rows that a filter hides."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlwt

from skp_tui.exchange.columns.unseen import count_gathered, gathered
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.plan import plan
from skp_tui.exchange.reading.tables import read_tables
from tests.exchange.samples import BRAM, SARI, STOK, rencana, words
from tests.exchange.sheets import WRITERS, Rows

HIDDEN = "yang tersembunyi"
TITLE = "kolom ini tidak berjudul"
LIST: Rows = [
    ["Daftar pegawai"],
    ["nip", "nama", None, "unit"],
    [SARI, "Sari Contoh", None, "1.1"],
    [BRAM, "Bram Contoh", "S.Sos., M.Si.", "1.1"],
]


def said(path: Path) -> str:
    return words(plan(jenis_of("pegawai"), read_tables(path), STOK).peringatan)


@pytest.mark.parametrize("akhiran", sorted(WRITERS))
def test_a_column_without_a_heading_is_named_by_its_letter_with_what_it_holds(
    tmp_path: Path, akhiran: str
) -> None:
    path = tmp_path / f"daftar.{akhiran}"
    WRITERS[akhiran](path, {"Pegawai": LIST})
    assert f'baris 4, kolom C: "S.Sos., M.Si.": {TITLE}' in said(path)


def test_what_an_unquoted_comma_cuts_off_is_not_lost_in_silence(tmp_path: Path) -> None:
    text = f"nip,unit,nama,\n{SARI},1.1,Sari Contoh, S.Sos.\n"
    assert f'baris 2, kolom D: "S.Sos.": {TITLE}' in words(
        rencana(tmp_path, "pegawai", text).peringatan
    )


@pytest.mark.parametrize("isi", ["", " ", "\u00a0", "\u200b"])
def test_a_column_that_only_looks_filled_is_worth_no_word(tmp_path: Path, isi: str) -> None:
    text = f"nip;nama;;unit;;\n{SARI};Sari;{isi};1.1;;\n"
    assert TITLE not in words(rencana(tmp_path, "pegawai", text).peringatan)


def test_a_column_that_only_counts_the_rows_needs_no_heading(tmp_path: Path) -> None:
    counted = f";nip;nama;unit\n1.;{SARI};Sari;1.1\n2.;{BRAM};Bram;1.1\n"
    assert TITLE not in words(rencana(tmp_path, "pegawai", counted).peringatan)
    other = counted.replace("2.;", "7.;")
    assert f'kolom A: "1.": {TITLE}' in words(rencana(tmp_path, "pegawai", other).peringatan)


def test_the_unread_columns_of_a_list_are_one_line_that_names_them(tmp_path: Path) -> None:
    unknown = [f"lain {number}" for number in range(25)]
    header = ["nip", "nama", "unit", *unknown, "", ""]
    row = [SARI, "Sari Contoh", "1.1", *("x" for _ in unknown), "dr.", "Sp.A"]
    hasil = rencana(tmp_path, "pegawai", f"{';'.join(header)}\n{';'.join(row)}\n")
    untitled, unheard = gathered(hasil.peringatan)
    assert count_gathered(hasil.peringatan) == 2
    assert untitled.kalimat() == (
        "berkas.csv, baris 2: 2 kolom ini tidak berjudul, jadi isinya tidak dibaca; "
        "beri judul bila seharusnya dibaca: AC, AD"
    )
    assert unheard.kalimat() == (
        "berkas.csv, baris 1: 25 kolom tidak dikenal, diabaikan; "
        f"periksa judulnya bila seharusnya dibaca: {', '.join(unknown)}"
    )
    # a script looks at the column of each
    assert [satu.kolom for satu in hasil.peringatan] == ["AC", "AD", *unknown]


def test_unread_columns_of_two_lists_are_told_apart(tmp_path: Path) -> None:
    paths = [tmp_path / nama for nama in ("a.csv", "b.csv")]
    for path in paths:
        path.write_text(f"nip;nama;unit;warna;cuaca\n{SARI};Sari Contoh;1.1;x;y\n")
    tables = [tabel for path in paths for tabel in read_tables(path)]
    found = gathered(plan(jenis_of("pegawai"), tables, STOK).peringatan)
    assert [satu.berkas for satu in found] == ["a.csv", "b.csv"]
    assert all(satu.pesan.endswith(": warna, cuaca") for satu in found)


def test_rows_that_a_filter_hides_come_in_and_it_is_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in LIST:
        sheet.append(row)
    sheet.row_dimensions[1].hidden = True
    book.save(tmp_path / "judul.xlsx")
    assert HIDDEN not in said(tmp_path / "judul.xlsx")
    sheet.row_dimensions[4].hidden = True
    book.save(tmp_path / "daftar.xlsx")
    found = plan(jenis_of("pegawai"), read_tables(tmp_path / "daftar.xlsx"), STOK)
    assert len(found.baru) == 2
    assert f"baris 4: 1 baris {HIDDEN}" in words(found.peringatan)


def test_hidden_rows_of_old_workbooks_are_told_too(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Pegawai")
    for number, row in enumerate(LIST):
        for column, text in enumerate(row):
            sheet.write(number, column, text)
    sheet.row(2).hidden = True
    sheet.row(3).hidden = True
    book.save(str(tmp_path / "daftar.xls"))
    assert f"baris 3: 2 baris {HIDDEN}" in said(tmp_path / "daftar.xls")


@pytest.mark.parametrize("how", ["filter", "collapse"])
def test_hidden_rows_of_open_workbooks_are_told_too(tmp_path: Path, how: str) -> None:
    path = tmp_path / "daftar.ods"
    WRITERS["ods"](path, {"Pegawai": LIST})
    assert HIDDEN not in said(path)
    _rewrite(path, f'<table:table-row table:visibility="{how}">'.encode())
    assert f"baris 4: 1 baris {HIDDEN}" in said(path)


def _rewrite(path: Path, last_row: bytes) -> None:
    """Give the last row of an OpenDocument workbook another beginning."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    before, sign, after = parts["content.xml"].rpartition(b"<table:table-row>")
    assert sign
    parts["content.xml"] = before + last_row + after
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
