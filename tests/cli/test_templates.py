"""Templates on the command line: what they are called, and that what is filled in comes in."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from skp_tui.domain.dates import parse_date
from skp_tui.domain.number import parse_number
from skp_tui.domain.ukuran import is_figure
from skp_tui.exchange.kinds.kinds import JENIS, Kolom, Tipe
from skp_tui.exchange.templates.book import template_book
from skp_tui.exchange.templates.examples import examples
from tests.cli.calls import Desk

NAMES = list(JENIS)
NUMBERS = {Tipe.TAHUN, Tipe.NOMOR, Tipe.ANGKA, Tipe.BIAYA}


@pytest.mark.parametrize("jenis", NAMES)
def test_templat_writes_a_workbook_where_the_name_ends_so(desk: Desk, jenis: str) -> None:
    target = desk.folder / "baru" / "Isi.XLSX"
    done = desk.run("templat", jenis, "--ke", target)
    assert (done.status, done.out) == (0, f"{target}\n")
    assert target.read_bytes() == template_book(JENIS[jenis])
    assert not desk.db.exists()


def test_a_second_workbook_gets_a_suffix(desk: Desk) -> None:
    for name in ("t.xlsx", "t-2.xlsx"):
        done = desk.run("templat", "unit", "--ke", desk.folder / "t.xlsx")
        assert done.lines == [str(desk.folder / name)]


def test_another_kind_of_workbook_is_refused_with_what_to_do(desk: Desk) -> None:
    done = desk.run("templat", "unit", "--ke", desk.folder / "t.ods")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert ".xlsx" in done.err
    assert not list(desk.folder.iterdir())


def test_an_empty_template_brings_nothing_and_says_so_once(desk: Desk) -> None:
    desk.must("unit", {"kode": "1", "nama": "Badan"})
    path = desk.file("pegawai.xlsx", template_book(JENIS["pegawai"]))
    done = desk.run("impor", "pegawai", path, "--json")
    assert [(one["lembar"], one["pesan"]) for one in done.json["peringatan"]] == [
        ("pegawai", "tidak ada baris di bawah judul; isi dahulu")
    ]
    assert (done.json["baru"], done.json["ditolak"]) == (0, [])


def typed(teks: str, kolom: Kolom) -> str | Decimal | date:
    """Return what a spreadsheet makes of a text that is typed into a column."""
    if kolom.tipe in NUMBERS or (kolom.tipe is Tipe.UKURAN and is_figure(teks)):
        return parse_number(teks, ",")
    return parse_date(teks) if kolom.tipe is Tipe.TANGGAL else teks


def filled(desk: Desk, jenis: str, *, as_text: bool) -> Path:
    """Write the template of a kind with its examples typed in."""
    kind = JENIS[jenis]
    path = desk.file(f"{jenis}.xlsx", template_book(kind))
    book = openpyxl.load_workbook(path)
    sheet = book[jenis]
    for baris, row in enumerate(examples(kind), 2):
        for index, kolom in enumerate(kind.kolom, 1):
            teks = row.get(kolom.nama)
            if teks:
                sheet.cell(baris, index).value = teks if as_text else typed(teks, kolom)
    book.save(path)
    return path


@pytest.mark.parametrize("as_text", [True, False], ids=["teks", "sel"])
def test_the_examples_of_all_kinds_fill_an_empty_database_without_a_word(
    desk: Desk, *, as_text: bool
) -> None:
    for jenis in NAMES:
        path = filled(desk, jenis, as_text=as_text)
        done = desk.run("impor", jenis, path, "--json")
        assert (done.status, done.json["ditolak"], done.json["peringatan"]) == (0, [], []), jenis
        assert done.json["baru"] + len(done.json["berubah"]) >= len(examples(JENIS[jenis]))
        again = desk.run("impor", jenis, path, "--json")
        assert (again.json["baru"], again.json["berubah"]) == (0, [])
    rina, dimas = (row["nip"] for row in examples(JENIS["perilaku"]))
    assert desk.value(rina)["nilai_skp"] == "88.40"
    assert desk.value(dimas)["status"] == "dinilai"
    assert len(desk.value(dimas)["bagian"]) == 2


def test_a_year_for_the_whole_call_does_not_turn_the_legend_into_rows(desk: Desk) -> None:
    for jenis in ("unit", "pegawai"):
        desk.run("impor", jenis, filled(desk, jenis, as_text=True))
    path = filled(desk, "perilaku", as_text=True)
    book = openpyxl.load_workbook(path)
    book["perilaku"].delete_cols(1)
    book.save(path)
    done = desk.run("impor", "perilaku", path, "--tahun", 2017, "--json")
    assert (done.status, done.json["baru"], done.json["peringatan"]) == (0, 2, [])
