"""Workbooks hold what was given as text, nothing in them is alive, and they are always the same."""

import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import load_workbook

from skp_tui.errors import InputError
from skp_tui.exchange.writing.ods_out import ods_bytes
from skp_tui.exchange.writing.workbook_out import (
    SEL_TERPANJANG,
    LembarTeks,
    put_number,
    sheet_names,
    workbook,
    xlsx_bytes,
)
from skp_tui.exchange.writing.xls_out import xls_bytes

Tulis = Callable[[Sequence[LembarTeks]], bytes]

WRITERS = {"xlsx": xlsx_bytes, "xls": xls_bytes, "ods": ods_bytes}
BERBAHAYA = (
    "=1+2",
    '=HYPERLINK("http://contoh.invalid";"klik")',
    "+62",
    "-",
    "@SUM(A1)",
    "'=1",
    "http://contoh.invalid",
    "mailto:a@contoh.invalid",
    "196704101990031005",
    "1,5",
    "007",
    "2017-01-31",
    "TRUE",
    "#DIV/0!",
    "<r><t>x</t></r>",
    "<r>&</r>",
    "&amp; <b>",
    "_x0041_",
    " di tepi ",
    "dua  blank   tiga",
    "baris\nbaru\n\nlagi",
    "tab\ttengah",
    "𝕏 é \u200f",
    "[red]merah[/]",
)


def read_back(isi: bytes, nomor: int = 0) -> list[list[object]]:
    """Return a sheet as another library reads it."""
    with load_workbook(io.BytesIO(isi)) as book:
        return [list(row) for row in book.get_sheet_by_index(nomor).to_python()]


def parts(isi: bytes) -> dict[str, str]:
    """Return the files inside of an .xlsx or .ods."""
    with zipfile.ZipFile(io.BytesIO(isi)) as archive:
        return {nama: archive.read(nama).decode() for nama in archive.namelist()}


@pytest.mark.parametrize("tulis", WRITERS.values(), ids=WRITERS)
def test_whatever_a_text_looks_like_it_comes_back_as_that_text(tulis: Tulis) -> None:
    rows = [["judul"], *([teks] for teks in BERBAHAYA)]
    assert read_back(tulis([LembarTeks("A", rows)])) == rows


SIGNS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
CELLS = st.one_of(st.text(SIGNS, max_size=20), st.sampled_from(BERBAHAYA))


@pytest.mark.parametrize("tulis", WRITERS.values(), ids=WRITERS)
@given(rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5))
def test_any_table_of_texts_comes_back(tulis: Tulis, rows: list[list[str]]) -> None:
    table = [["x", "x", "x"], *rows, ["x", "x", "x"]]
    assert read_back(tulis([LembarTeks("A", table)])) == table


def test_nothing_in_an_xlsx_is_a_formula_or_a_link() -> None:
    isi = xlsx_bytes([LembarTeks("A", [["judul"], *([teks] for teks in BERBAHAYA)])])
    sheet = parts(isi)["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    cells = [row[0] for row in openpyxl.load_workbook(io.BytesIO(isi)).active.iter_rows()]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}


def test_what_is_typed_into_the_columns_later_stays_text() -> None:
    sheet = LembarTeks("A", [["nip", "nama"]], (21, 30))
    columns = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([sheet]))).active.column_dimensions
    assert [columns[nama].number_format for nama in "AB"] == ["@", "@"]
    assert 'table:default-cell-style-name="teks"' in parts(ods_bytes([sheet]))["content.xml"]


@pytest.mark.parametrize("tulis", WRITERS.values(), ids=WRITERS)
def test_half_signs_and_what_xml_cannot_hold_break_nothing(tulis: Tulis) -> None:
    ((text,),) = read_back(tulis([LembarTeks("A", [["a\ud800b\uffffc"]])]))
    assert text == "a\ufffdb\ufffdc"
    assert read_back(tulis([LembarTeks("A", [["bel\x07"]])]))[0][0] in {"bel\x07", "bel\ufffd"}


@pytest.mark.parametrize("tulis", [xlsx_bytes, xls_bytes])
def test_a_text_longer_than_a_cell_can_be_is_cut_there(tulis: Tulis) -> None:
    ((text,),) = read_back(tulis([LembarTeks("A", [["x" * 40_000]])]))
    assert text == "x" * SEL_TERPANJANG


@pytest.mark.parametrize("tulis", WRITERS.values(), ids=WRITERS)
def test_the_same_sheets_give_the_same_bytes(tulis: Tulis) -> None:
    sheets = [LembarTeks("Satu", [["a"], ["b"]], (9,)), LembarTeks("Dua", [["c"]])]
    assert tulis(sheets) == tulis(sheets)


@pytest.mark.parametrize("tulis", WRITERS.values(), ids=WRITERS)
def test_sheets_keep_order_and_name(tulis: Tulis) -> None:
    isi = tulis([LembarTeks("DUK 2017", [["a"]]), LembarTeks("A & <B>", [["b"]])])
    assert load_workbook(io.BytesIO(isi)).sheet_names == ["DUK 2017", "A & <B>"]
    assert read_back(isi, 1) == [["b"]]


def test_a_name_that_no_sheet_may_have_is_mended() -> None:
    assert sheet_names(["a/b[1]", "", "Sama", "SAMA", "'kutip'", "x" * 40, "x" * 41]) == [
        "a_b_1_",
        "Lembar2",
        "Sama",
        "SAMA (2)",
        "kutip",
        "x" * 31,
        f"{'x' * 27} (2)",
    ]


@given(nama=st.lists(st.text(max_size=40), min_size=1, max_size=6))
def test_any_names_make_a_workbook(nama: list[str]) -> None:
    sheets = [LembarTeks(satu, [["a"]]) for satu in nama]
    for tulis in WRITERS.values():
        names = load_workbook(io.BytesIO(tulis(sheets))).sheet_names
        assert len({satu.casefold() for satu in names}) == len(nama)


def test_numbers_stand_exactly_as_they_were_computed() -> None:
    angka = ("87.60", "0.000001", "123456789012345", "90.5")
    with workbook() as (book, buffer):
        sheet = book.add_worksheet()
        for baris, satu in enumerate(angka):
            put_number(sheet, baris, 0, satu)
    xml = parts(buffer.getvalue())["xl/worksheets/sheet1.xml"]
    assert re.findall(r"<v>(.*?)</v>", xml) == list(angka)


def test_the_moment_comes_from_outside() -> None:
    with workbook("Judul", datetime(2018, 1, 20, 9, 5, tzinfo=UTC)) as (book, buffer):
        book.add_worksheet()
    core = parts(buffer.getvalue())["docProps/core.xml"]
    assert core.count("2018-01-20T09:05:00Z") == 2


def test_temporary_files_go_even_when_something_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(ZeroDivisionError), workbook() as (book, _):
        book.add_worksheet().write_string(0, 0, str(1 // 0))
    xlsx_bytes([LembarTeks("A", [["a"]])])
    assert not list(tmp_path.iterdir())


def test_no_room_for_temporary_files_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tidak-ada"))
    with pytest.raises(InputError, match="tidak dapat disusun"):
        xlsx_bytes([LembarTeks("A", [["a"]])])
