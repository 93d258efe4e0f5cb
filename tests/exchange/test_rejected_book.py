"""Refused rows of a workbook stay a workbook, each cell a text, each sheet under its name."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import load_workbook

from skp_tui.exchange.columns.headers import Peta
from skp_tui.exchange.kinds.kinds import jenis_of
from skp_tui.exchange.plan.model import BarisDitolak, Rencana, TabelDitolak
from skp_tui.exchange.plan.plan import Petakan, Sumber, plan, plan_read, read_heads
from skp_tui.exchange.plan.rejected import rejected_file, rejected_places, write_rejected
from skp_tui.exchange.reading.table_model import Bentuk, Tabel
from skp_tui.exchange.reading.tables import read_tables
from tests.exchange.office_books import FORMATS, Lembar, cells_of, office_book
from tests.exchange.samples import BRAM, SARI, STOK, table
from tests.exchange.sheets import ods_of, raw_xlsx

DAFTAR: Lembar = {
    "DUK 2017": [
        ["DAFTAR PEGAWAI"],
        [],
        ["No", "NIP Baru", "Nama", "OPD", "Gol/Ruang", "Catatan"],
        [1, "1,96704E+17", " Sari ", "1.1", "III/d", "=1+2"],
        [2, BRAM, "Bram", "1.1", "II/c", ""],
        [3, BRAM[:-1], "Wayan", "9", "III e", Decimal("87.5")],
    ],
    "Bersih": [["nip", "nama", "unit"], [SARI, "Sari", "1.1"]],
    "Lain": [["nip", "nama", "unit", "tmt_golongan"], ["x", "Tiur", "1.2", date(2015, 4, 1)]],
}


def planned(path: Path, bentuk: str, sheets: Lembar = DAFTAR) -> Rencana:
    path.write_bytes(office_book(bentuk, sheets))
    return plan(jenis_of("pegawai"), read_tables(path), STOK)


@pytest.mark.parametrize("bentuk", FORMATS)
def test_sheets_with_refused_rows_come_back_in_one_workbook_of_the_same_kind(
    tmp_path: Path, bentuk: str
) -> None:
    hasil = planned(tmp_path / f"pegawai.{bentuk}", bentuk)
    (path,) = write_rejected(hasil, tmp_path)
    assert path == tmp_path / f"pegawai.ditolak.{bentuk}"
    assert Bentuk(bentuk) is read_tables(path)[0].bentuk
    duk, lain = cells_of(path).values()
    assert list(cells_of(path)) == ["DUK 2017", "Lain"]
    assert [row[:-1] for row in duk] == [
        ["No", "NIP Baru", "Nama", "OPD", "Gol/Ruang", "Catatan"],
        ["1", "1,96704E+17", " Sari ", "1.1", "III/d", "=1+2"],
        ["3", BRAM[:-1], "Wayan", "9", "III e", "87,5"],
    ]
    assert duk[0][-1] == "alasan_ditolak"
    assert str(duk[2][-1]).startswith("nip: NIP harus 18 angka, di sini 17")
    assert "golongan: golongan itu tidak ada" in str(duk[2][-1])
    assert lain[1][:4] == ["x", "Tiur", "1.2", "2015-04-01"]


@pytest.mark.parametrize("bentuk", FORMATS)
def test_a_second_one_gets_a_suffix_and_the_same_bytes(tmp_path: Path, bentuk: str) -> None:
    hasil = planned(tmp_path / f"p.{bentuk}", bentuk)
    (first,), (second,) = write_rejected(hasil, tmp_path), write_rejected(hasil, tmp_path)
    assert second.name == f"p.ditolak-2.{bentuk}"
    assert first.read_bytes() == second.read_bytes()


def test_an_owner_keeps_his_capital_letters_and_loses_his_macros(tmp_path: Path) -> None:
    (path,) = write_rejected(planned(tmp_path / "P.XLSX", "xlsx"), tmp_path)
    assert path.name == "P.ditolak.XLSX"
    hasil = planned(tmp_path / "p.xlsx", "xlsx")
    macros = replace(hasil.tabel_ditolak[0].tabel, path=tmp_path / "p.xlsm")
    (path,) = write_rejected(
        replace(hasil, tabel_ditolak=(replace(hasil.tabel_ditolak[0], tabel=macros),)), tmp_path
    )
    assert path.name == "p.ditolak.xlsx"


def refused(bentuk: Bentuk, judul: tuple[str, ...], *rows: tuple[str, ...]) -> TabelDitolak:
    """Return refused rows as a plan holds them."""
    tabel = Tabel(Path(f"p.{bentuk}"), lembar="A", isi=(), bentuk=bentuk)
    return TabelDitolak(tabel, ";", judul, tuple(BarisDitolak(2, sel, "salah") for sel in rows))


def test_an_xls_without_room_for_the_reasons_becomes_an_xlsx(tmp_path: Path) -> None:
    kolom = ["nip", "nama", "unit", *(f"k{nomor}" for nomor in range(253))]
    rows: Lembar = {"A": [kolom, ["x", "Sari", "1", *["isi"] * 253]]}
    hasil = planned(tmp_path / "p.xls", "xls", rows)
    (path,) = write_rejected(hasil, tmp_path)
    assert path.name == "p.ditolak.xlsx"
    (cells,) = cells_of(path).values()
    assert (cells[0][255:], cells[1][255]) == (["k252", "alasan_ditolak"], "isi")
    narrower: Lembar = {"A": [row[:-1] for row in rows["A"]]}
    (path,) = write_rejected(planned(tmp_path / "s.xls", "xls", narrower), tmp_path)
    assert path.name == "s.ditolak.xls"


def test_the_place_that_is_named_beforehand_is_where_it_goes(tmp_path: Path) -> None:
    for bentuk in FORMATS:
        hasil = planned(tmp_path / f"p.{bentuk}", bentuk)
        for _ in range(3):
            places = rejected_places(hasil, tmp_path)
            assert places == write_rejected(hasil, tmp_path)


def test_the_place_is_named_in_the_current_directory_where_it_must_go_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasil = planned(tmp_path / "p.xls", "xls")
    monkeypatch.setattr("os.access", lambda *_: False)
    assert rejected_places(hasil, tmp_path / "kerja") == (tmp_path / "kerja" / "p.ditolak.xls",)


@pytest.mark.parametrize("bentuk", Bentuk)
@given(sel=st.lists(st.text(st.characters(exclude_categories=["C"]), max_size=9), max_size=6))
def test_cells_stay_verbatim_however_many_they_are(bentuk: Bentuk, sel: list[str]) -> None:
    if bentuk is Bentuk.CSV:
        return
    judul = ("nip", "alasan_ditolak", "nama")
    isi = rejected_file([refused(bentuk, judul, tuple(sel))])
    header, row = load_workbook(io.BytesIO(isi)).get_sheet_by_index(0).to_python()
    # a reason of an earlier round goes
    kept = [teks for index, teks in enumerate(sel) if index != 1]
    kept += [""] * (2 - len(kept))
    first = len(sel) > len(judul)
    wanted = ["salah", *kept] if first else [*kept, "salah"]
    # the end of a sheet is where its last cell stands
    assert [*row, *[""] * (len(wanted) - len(row))] == wanted
    assert [teks for teks in header if teks] == (
        ["alasan_ditolak", "nip", "nama"] if first else ["nip", "nama", "alasan_ditolak"]
    )


def test_the_header_of_an_xlsx_stays_in_view_and_its_columns_are_text(tmp_path: Path) -> None:
    (path,) = write_rejected(planned(tmp_path / "p.xlsx", "xlsx"), tmp_path)
    for sheet in openpyxl.load_workbook(path):
        assert sheet.freeze_panes == "A2"
        columns = sheet.column_dimensions.values()
        assert {column.number_format for column in columns} == {"@"}
        assert max(column.max for column in columns) >= sheet.max_column


def test_texts_and_workbooks_of_one_call_each_get_their_own(tmp_path: Path) -> None:
    book = tmp_path / "p.ods"
    book.write_bytes(office_book("ods", DAFTAR))
    tables = [
        table(tmp_path, f"nip;nama;unit\n{SARI};;1.1\n", "a.csv"),
        *read_tables(book),
        table(tmp_path, "nip,nama,unit\n1,B,1.1\n", "b.csv"),
    ]
    hasil = plan(jenis_of("pegawai"), tables, STOK)
    names = [path.name for path in write_rejected(hasil, tmp_path)]
    assert names == ["a.ditolak.csv", "p.ditolak.ods", "b.ditolak.csv"]


def test_where_the_place_is_not_writable_a_workbook_goes_to_the_current_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasil = planned(tmp_path / "p.xls", "xls")
    monkeypatch.setattr("os.access", lambda *_: False)
    (path,) = write_rejected(hasil, tmp_path / "kerja")
    assert path == tmp_path / "kerja" / "p.ditolak.xls"


@pytest.mark.parametrize("bentuk", FORMATS)
def test_columns_that_the_user_pointed_out_need_no_pointing_out_again(
    tmp_path: Path, bentuk: str
) -> None:
    path = tmp_path / f"p.{bentuk}"
    rows: Lembar = {
        "A": [["Nomor induk", "Nama", "Nama resmi", "Tempat"], ["x", "Ari", "Sari", "1.1"]]
    }
    path.write_bytes(office_book(bentuk, rows))
    peta: Petakan = {(path, "A"): Peta(1, {"nip": 0, "nama": 2, "unit": 3})}
    pegawai = jenis_of("pegawai")
    hasil = plan_read(pegawai, read_heads(pegawai, [Sumber(read_tables(path), peta=peta)]), STOK)
    (refused,) = write_rejected(hasil, tmp_path)
    (cells,) = cells_of(refused).values()
    assert cells[0] == ["nip", "Nama (tidak dibaca)", "nama", "unit", "alasan_ditolak"]
    mended: Lembar = {"A": [[str(sel).replace("x", SARI) for sel in row] for row in cells]}
    refused.write_bytes(office_book(bentuk, mended))
    again = plan(pegawai, read_tables(refused), STOK)
    assert [baris.rekaman["nama"] for baris in again.baru] == ["Sari"]
    assert not again.ditolak


@pytest.mark.parametrize("bentuk", FORMATS)
def test_an_unread_column_keeps_the_heading_above_the_row_that_was_pointed_out(
    tmp_path: Path, bentuk: str
) -> None:
    path = tmp_path / f"p.{bentuk}"
    upper = ["Induk", "Panggilan", "Nama", None, "Tempat"]
    lower = [None, None, "resmi", "pendek", None]
    rows: Lembar = {"A": [upper, lower, ["x", "Ari", "Sari", "Sa", "1.1"]]}
    path.write_bytes(office_book(bentuk, rows))
    peta: Petakan = {(path, "A"): Peta(2, {"nip": 0, "nama": 2, "unit": 4})}
    pegawai = jenis_of("pegawai")
    hasil = plan_read(pegawai, read_heads(pegawai, [Sumber(read_tables(path), peta=peta)]), STOK)
    (cells,) = cells_of(write_rejected(hasil, tmp_path)[0]).values()
    assert cells[0] == ["nip", "Panggilan", "nama", "pendek", "unit", "alasan_ditolak"]


@pytest.mark.parametrize("bentuk", FORMATS)
def test_a_last_heading_that_reaches_over_both_rows_belongs_to_its_column(
    tmp_path: Path, bentuk: str
) -> None:
    path = tmp_path / f"p.{bentuk}"
    upper = ["Tempat", "Identitas", None, "Ket."]
    lower = [None, "Nama / Gelar", "NIP", None]
    rows: Lembar = {"A": [upper, lower, ["9", "Sari", SARI, "cuti besar"], ["9", "Bram", BRAM]]}
    path.write_bytes(office_book(bentuk, rows))
    peta: Petakan = {(path, "A"): Peta(2, {"unit": 0, "nama": 1, "nip": 2})}
    pegawai = jenis_of("pegawai")
    hasil = plan_read(pegawai, read_heads(pegawai, [Sumber(read_tables(path), peta=peta)]), STOK)
    assert not [satu for satu in hasil.peringatan if "di kanan judul" in satu.pesan]
    (cells,) = cells_of(write_rejected(hasil, tmp_path)[0]).values()
    assert [row[3] for row in cells] == ["Ket.", "cuti besar", ""]


BEYOND: Lembar = {
    "A": [
        ["nip", "nama", "unit"],
        [SARI, "Sari", "9", None, "catatan di kanan", 7],
        [BRAM, "Bram", "9"],
    ]
}


@pytest.mark.parametrize("bentuk", FORMATS)
def test_cells_right_of_the_header_come_back_with_their_row(tmp_path: Path, bentuk: str) -> None:
    hasil = planned(tmp_path / f"p.{bentuk}", bentuk, BEYOND)
    assert [satu.baris for satu in hasil.peringatan] == [2]
    (path,) = write_rejected(hasil, tmp_path)
    (rows,) = cells_of(path).values()
    assert [row[1:] for row in rows] == [
        ["nip", "nama", "unit", "", "", ""],
        [SARI, "Sari", "9", "", "catatan di kanan", "7"],
        [BRAM, "Bram", "9", "", "", ""],
    ]
    mended = [["1.1" if sel == "9" else str(sel) for sel in row] for row in rows]
    path.write_bytes(office_book(bentuk, {"A": mended}))
    again = plan(jenis_of("pegawai"), read_tables(path), STOK)
    assert (again.ditolak, [baris.kunci[0] for baris in again.baru]) == ((), [SARI, BRAM])


def test_a_refused_xls_with_a_cell_in_its_last_column_becomes_an_xlsx(tmp_path: Path) -> None:
    rows: Lembar = {"A": [["nip", "nama", "unit"], ["x", "Sari", "1", *[""] * 252, "ujung"]]}
    (path,) = write_rejected(planned(tmp_path / "p.xls", "xls", rows), tmp_path)
    assert path.name == "p.ditolak.xlsx"
    (cells,) = cells_of(path).values()
    assert cells[1][256] == "ujung"


def test_what_cannot_stand_in_the_refused_file_is_told_beside_the_reason(tmp_path: Path) -> None:
    cells = "".join(
        f'<c r="{tempat}" t="inlineStr"><is><t>{teks}</t></is></c>'
        for tempat, teks in (("A2", "x"), ("B2", "Sari"), ("C2", "1.1"))
    )
    judul = "".join(
        f'<c r="{tempat}1" t="inlineStr"><is><t>{teks}</t></is></c>'
        for tempat, teks in zip(
            "ABCDE", ("nip", "nama", "unit", "jabatan", "golongan"), strict=True
        )
    )
    odd = '<c r="D2"><f>A1</f></c><c r="E2" t="e"><v>#DIV/0!</v></c>'
    far = '<c r="IX2" t="inlineStr"><is><t>jauh</t></is></c>'
    path = raw_xlsx(
        tmp_path / "p.xlsx", f'<row r="1">{judul}</row><row r="2">{cells}{odd}{far}</row>'
    )
    (rejected,) = write_rejected(plan(jenis_of("pegawai"), read_tables(path), STOK), tmp_path)
    (rows,) = cells_of(rejected).values()
    assert rows[1][:5] == ["x", "Sari", "1.1", "", "#DIV/0!"]
    alasan = str(rows[1][5]).split("; ")
    assert alasan[0].startswith("nip: ")
    assert "jabatan: rumus ini tidak punya hasil tersimpan, dianggap kosong" in alasan
    assert alasan[-1] == "sel di kanan kolom IV tidak ikut tersalin ke berkas ini"


def test_an_error_of_libreoffice_comes_back_as_the_error_that_it_is(tmp_path: Path) -> None:
    galat = 'calcext:value-type="error"><text:p>Err:502</text:p></table:table-cell>'
    rows = [["nip", "nama", "unit", "jabatan"], ["x", "Sari", "1.1"]]
    kind = 'office:value-type="string"'
    head, body = (
        "".join(
            f"<table:table-cell {kind}><text:p>{sel}</text:p></table:table-cell>" for sel in row
        )
        for row in rows
    )
    path = ods_of(
        tmp_path / "p.ods",
        f'<table:table table:name="A"><table:table-row>{head}</table:table-row>'
        f"<table:table-row>{body}<table:table-cell {kind} {galat}</table:table-row></table:table>",
    )
    pegawai = jenis_of("pegawai")
    (rejected,) = write_rejected(plan(pegawai, read_tables(path), STOK), tmp_path)
    (cells,) = cells_of(rejected).values()
    assert cells[1][3] == "Err:502"
    mended: Lembar = {"A": [[SARI if sel == "x" else str(sel) for sel in row] for row in cells]}
    rejected.write_bytes(office_book("ods", mended))
    again = plan(pegawai, read_tables(rejected), STOK)
    assert not again.ditolak
    assert [satu.pesan for satu in again.peringatan] == [
        "galat Err:502 dianggap kosong; perbaiki rumusnya"
    ]
