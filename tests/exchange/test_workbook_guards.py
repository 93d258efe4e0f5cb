"""Workbooks made to harm, locked or broken: refused in one sentence before they cost anything."""

import random
import struct
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from skp_tui.errors import InputError
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.plan import plan
from skp_tui.exchange.plan.stock import Stok
from skp_tui.exchange.reading.ole import Ole, container
from skp_tui.exchange.reading.tables import read_tables
from skp_tui.exchange.reading.xls import survey
from tests.exchange.samples import words
from tests.exchange.sheets import WRITERS, Rows, archive, ods_of, raw_xlsx, xls, xlsx

ROWS = {"S": [["kode", "nama"], ["1", "Badan"]]}
HEAD = "<row r='1'><c r='A1' t='inlineStr'><is><t>kode</t></is></c></row>"
HEAD_NAMA = "<c r='B1' t='inlineStr'><is><t>nama</t></is></c></row>"
MEGABYTE = 1 << 20


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_tables(path)
    assert path.name in caught.value.pesan
    assert caught.value.saran
    return caught.value.pesan


def test_a_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    new = tmp_path / "baru.xlsx"
    new.write_bytes(container("EncryptedPackage", bytes(5000)))
    assert "dikunci dengan kata sandi" in refusal(new)
    old = tmp_path / "lama.xls"
    beginning = struct.pack("<HHHH12x", 0x0809, 16, 0x0600, 5) + struct.pack("<HH6x", 0x002F, 6)
    old.write_bytes(container("Workbook", beginning))
    assert "dikunci dengan kata sandi" in refusal(old)
    open_document = ods_of(tmp_path / "buka.ods", "", manifest="<manifest:encryption-data/>")
    assert "dikunci dengan kata sandi" in refusal(open_document)


def test_a_zip_bomb_is_refused_by_its_directory_alone(tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/workbook.xml", "<workbook/>")
        with arsip.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(501):
                part.write(bytes(MEGABYTE))
    assert path.stat().st_size < MEGABYTE
    begun = time.monotonic()
    assert "isinya 501 MB setelah dibuka; paling banyak 500 MB" in refusal(path)
    assert time.monotonic() - begun < 1


def test_a_directory_that_understates_its_parts_unpacks_no_more_than_it_states(
    tmp_path: Path,
) -> None:
    content = raw_xlsx(tmp_path / "u.xlsx", HEAD + " " * MEGABYTE).read_bytes()
    size = struct.pack("<I", len(HEAD))
    with zipfile.ZipFile(tmp_path / "u.xlsx") as arsip:
        true = struct.pack("<I", arsip.getinfo("xl/worksheets/sheet1.xml").file_size)
    assert true in content
    (tmp_path / "u.xlsx").write_bytes(content.replace(true, size))
    assert "rusak atau terpotong" in refusal(tmp_path / "u.xlsx")


@pytest.mark.parametrize("akhiran", WRITERS)
def test_a_cell_in_the_last_corner_costs_nothing(tmp_path: Path, akhiran: str) -> None:
    corner = {"xlsx": (1_048_575, "XFD"), "ods": (1_048_575, "XFD"), "xls": (65_535, "IV")}
    last = corner[akhiran][0]
    path = tmp_path / f"jauh.{akhiran}"
    if akhiran == "xls":
        blank: Rows = [[]] * (last - 1)
        rows: Rows = [["kode", "nama"], *blank, [*[None] * 255, "x"]]
        assert "sel terisi sampai jauh di luar daftar" in refusal(xls(path, {"S": rows}))
        return
    if akhiran == "xlsx":
        text = "<c r='{}' t='inlineStr'><is><t>x</t></is></c>"
        raw_xlsx(path, f"{HEAD}<row r='1048576'>{text.format('XFD1048576')}</row>")
    else:
        cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
        rows_xml = (
            f"<table:table-row>{cell}</table:table-row>"
            f'<table:table-row table:number-rows-repeated="{last - 1}"><table:table-cell/>'
            "</table:table-row><table:table-row><table:table-cell "
            f'table:number-columns-repeated="16383"/>{cell}</table:table-row>'
        )
        ods_of(path, f'<table:table table:name="S">{rows_xml}</table:table>')
    begun = time.monotonic()
    (tabel,) = read_tables(path)
    assert [mentah.baris for mentah in tabel.isi or ()] == [1, last + 1]
    assert time.monotonic() - begun < 1


def test_rows_without_anything_in_them_are_no_rows(tmp_path: Path) -> None:
    rows = HEAD + "".join(f'<row r="{i}"><c r="A{i}" s="0"/></row>' for i in range(2, 300_001))
    path = raw_xlsx(tmp_path / "kosong.xlsx", rows)
    (tabel,) = read_tables(path)
    assert len(tabel.isi or ()) == 1


def test_cells_repeated_without_end_are_refused(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell table:number-columns-repeated="{}" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell>"
    )
    row = '<table:table-row table:number-rows-repeated="{}">{}</table:table-row>'
    table = '<table:table table:name="S">{}</table:table>'
    wide = table.format(row.format(1, cell.format(900_000_000)))
    assert "terlalu besar untuk sebuah daftar" in refusal(ods_of(tmp_path / "lebar.ods", wide))
    long = table.format(row.format(900_000_000, cell.format(1)))
    assert "lebih dari 200.000 baris" in refusal(ods_of(tmp_path / "panjang.ods", long))


WIDE = {
    "xlsx": (
        "<row r='{0}'><c r='A{0}'><v>{0}</v></c><c r='B{0}' t='inlineStr'><is><t>Seksi</t></is></c>"
        "<c r='C{0}' s='0'/><c r='XFD{0}' t='inlineStr'><is><t>x</t></is></c></row>"
    ),
    "ods": (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>{0}</text:p>'
        '</table:table-cell><table:table-cell office:value-type="string"><text:p>Seksi</text:p>'
        '</table:table-cell><table:table-cell table:number-columns-repeated="16381"/>'
        '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
        "</table:table-row>"
    ),
}


@pytest.mark.parametrize("akhiran", WIDE)
def test_of_a_row_that_reaches_far_only_the_list_is_kept(tmp_path: Path, akhiran: str) -> None:
    rows = "".join(map(WIDE[akhiran].format, range(2, 3000)))
    path = tmp_path / f"lebar.{akhiran}"
    if akhiran == "xlsx":
        raw_xlsx(path, HEAD.replace("</row>", HEAD_NAMA) + rows)
    else:
        head = WIDE["ods"].format("kode").replace("Seksi", "nama").replace(">x<", "><")
        ods_of(path, f'<table:table table:name="S">{head}{rows}</table:table>')
    begun = time.monotonic()
    (tabel,) = read_tables(path)
    assert time.monotonic() - begun < 5
    assert {len(mentah.sel) for mentah in tabel.isi or ()} <= {2}
    hasil = plan(jenis_of("unit"), [tabel], Stok())
    assert (len(hasil.baru), hasil.ditolak) == (2998, ())
    assert "sel di kanan judul yang terakhir tidak dibaca" in words(hasil.peringatan)


@pytest.mark.parametrize("akhiran", ["xlsx", "ods"])
def test_every_cell_up_to_the_256th_column_is_read(tmp_path: Path, akhiran: str) -> None:
    cells = [str(number) for number in range(300)]
    (tabel,) = read_tables(WRITERS[akhiran](tmp_path / f"penuh.{akhiran}", {"S": [cells]}))
    (mentah,) = tabel.isi or ()
    assert mentah.sel == tuple(cells[:256])
    assert mentah.lebih


def test_more_cells_than_any_list_has_are_refused(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
    row = '<table:table-row table:number-rows-repeated="1">{}</table:table-row>'
    wide = cell.format(' table:number-columns-repeated="256"', "x")
    rows = (row.format(wide) for _ in range(12_000_000 // 256 + 1))
    path = ods_of(
        tmp_path / "penuh.ods", f'<table:table table:name="S">{"".join(rows)}</table:table>'
    )
    assert "terlalu besar untuk sebuah daftar" in refusal(path)


@pytest.mark.parametrize("akhiran", ["xlsx", "ods"])
def test_the_name_of_a_sheet_is_read_as_it_is_shown(tmp_path: Path, akhiran: str) -> None:
    named = "Bag. &#65;&#x42; &amp;#65; &lt;&#8238;&#9;x"
    if akhiran == "xlsx":
        path = raw_xlsx(tmp_path / "n.xlsx", HEAD)
        with zipfile.ZipFile(path) as arsip:
            parts = {name: arsip.read(name) for name in arsip.namelist()}
        before = parts["xl/workbook.xml"]
        parts["xl/workbook.xml"] = before.replace(b'"Lembar"', f'"{named}"'.encode())
        path.write_bytes(archive(parts))
    else:
        cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
        row = f"<table:table-row>{cell}</table:table-row>"
        path = ods_of(tmp_path / "n.ods", f'<table:table table:name="{named}">{row}</table:table>')
    assert [tabel.lembar for tabel in read_tables(path)] == ["Bag. AB &#65; < x"]


def test_macros_of_an_ods_are_told_and_its_empty_library_is_not(tmp_path: Path) -> None:
    path = WRITERS["ods"](tmp_path / "m.ods", ROWS)
    with zipfile.ZipFile(path, "a") as arsip:
        arsip.writestr("Basic/script-lc.xml", "<x/>")
        arsip.writestr("Basic/Standard/script-lb.xml", "<x/>")
    assert words(plan(jenis_of("unit"), read_tables(path), Stok()).peringatan) == ""
    with zipfile.ZipFile(path, "a") as arsip:
        arsip.writestr("Basic/Standard/Modul.xml", "<x/>")
    hasil = plan(jenis_of("unit"), read_tables(path), Stok())
    assert "makronya tidak dijalankan" in words(hasil.peringatan)


def test_a_cell_that_stands_in_another_row_than_it_says_is_damage(tmp_path: Path) -> None:
    cell = "<c r='{}' t='inlineStr'><is><t>x</t></is></c>"
    rows = f"<row r='1'>{cell.format('XFD1048576')}{cell.format('A1')}</row>"
    assert "rusak" in refusal(raw_xlsx(tmp_path / "u.xlsx", rows))


def test_a_document_type_is_never_expanded(tmp_path: Path) -> None:
    parts = {
        "xl/workbook.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><workbook/>',
        "[Content_Types].xml": b"<Types/>",
    }
    path = tmp_path / "dtd.xlsx"
    path.write_bytes(archive(parts))
    assert "rusak" in refusal(path)


@pytest.mark.parametrize(
    ("parts", "kata"),
    [
        ({"word/document.xml": b""}, "dokumen Word (docx)"),
        ({"ppt/presentation.xml": b""}, "presentasi (pptx)"),
        ({"xl/workbook.bin": b""}, "buku kerja biner (xlsb)"),
        (
            {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""},
            "bukan buku",
        ),
        ({"a.txt": b""}, "arsip zip"),
    ],
)
def test_what_only_pretends_to_be_a_workbook_is_called_by_its_name(
    tmp_path: Path, parts: dict[str, bytes], kata: str
) -> None:
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(archive(parts))
    assert kata in refusal(path)


def test_an_old_word_document_and_a_pdf_are_called_by_their_names(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xls"
    path.write_bytes(container("WordDocument", bytes(100)))
    assert "dokumen Word lama (doc)" in refusal(path)
    path.write_bytes(b"%PDF-1.4\n")
    assert "melainkan PDF" in refusal(path)


def test_an_empty_workbook_says_so(tmp_path: Path) -> None:
    assert "tidak ada isi di lembar yang tampak" in refusal(xlsx(tmp_path / "k.xlsx", {"S": []}))


def test_macros_and_links_are_left_alone_and_told(tmp_path: Path) -> None:
    rows = HEAD.replace("</row>", "<c r='B1' t='inlineStr'><is><t>nama</t></is></c></row>") + (
        "<row r='2'><c r='A2'><v>1</v></c><c r='B2' t='str'><f>[1]Lain!A1</f><v>Badan</v></c></row>"
    )
    more = {"xl/vbaProject.bin": b"macro", "xl/externalLinks/externalLink1.xml": b"<x/>"}
    path = raw_xlsx(tmp_path / "makro.xlsm", rows, more=more)
    hasil = plan(jenis_of("unit"), read_tables(path), Stok())
    assert [baris.rekaman["nama"] for baris in hasil.baru] == ["Badan"]
    assert "makronya tidak dijalankan" in words(hasil.peringatan)
    assert "rujukannya tidak diikuti" in words(hasil.peringatan)


@pytest.mark.parametrize("akhiran", WRITERS)
def test_damaged_bytes_are_a_table_or_one_sentence(
    tmp_path: Path, akhiran: str, capfd: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(4)  # noqa: S311 - the same damage every time
    sound = WRITERS[akhiran](tmp_path / f"utuh.{akhiran}", ROWS).read_bytes()
    path = tmp_path / f"rusak.{akhiran}"
    for _ in range(150):
        content = bytearray(sound)
        for _ in range(chance.choice([1, 2, 10])):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content[: chance.choice([len(content), chance.randrange(len(content))])])
        # whatever else is raised fails the test
        with suppress(InputError):
            read_tables(path)
    assert "panicked" not in capfd.readouterr().err


@pytest.mark.parametrize("size", [10, 5000, 5_000_000])
def test_a_compound_file_is_read_as_it_was_written(size: int) -> None:
    content = random.Random(size).randbytes(size)  # noqa: S311 - any bytes
    assert Ole(container("Workbook", content)).read("Workbook")[:size] == content


def test_formulas_of_an_old_workbook_leave_their_results_only(tmp_path: Path) -> None:
    path = xls(tmp_path / "u.xls", ROWS)
    _, clean = survey(Ole(path.read_bytes()).read("Workbook"))
    kinds, at = set(), 0
    while at + 4 <= len(clean):
        kind, length = struct.unpack_from("<HH", clean, at)
        kinds.add(kind)
        at += 4 + length
    assert not kinds & {0x0006, 0x0018, 0x01AE, 0x00EC}
