"""What we write, LibreOffice opens as we meant it, and gives back so that import reads it."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from skp_tui.exchange.kinds.kinds import JENIS
from skp_tui.exchange.package.excel import excel_bytes
from skp_tui.exchange.plan.plan import plan
from skp_tui.exchange.plan.rejected import write_rejected
from skp_tui.exchange.plan.stock import Stok
from skp_tui.exchange.reading.tables import read_tables
from skp_tui.exchange.templates.book import template_book
from skp_tui.exchange.templates.examples import examples
from tests.cli.libreoffice import saved_as
from tests.exchange.office_books import FORMATS, Lembar, office_book
from tests.exchange.packages import BRAM_2017, RETNO_2017, SARI_2017, recap
from tests.exchange.samples import BRAM, SARI, STOK
from tests.exchange.test_excel import rows

pytestmark = pytest.mark.office

ALIVE: Lembar = {
    "A": [["nip", "nama", "unit"], [SARI, "=1+2", "9"], [BRAM, '=HYPERLINK("http://x")', "9"]]
}


@pytest.mark.parametrize("bentuk", FORMATS)
def test_refused_rows_are_texts_for_it_too(tmp_path: Path, bentuk: str) -> None:
    path = tmp_path / f"p.{bentuk}"
    path.write_bytes(office_book(bentuk, ALIVE))
    pegawai = JENIS["pegawai"]
    (refused,) = write_rejected(plan(pegawai, read_tables(path), STOK), tmp_path)
    (saved,) = saved_as("csv", tmp_path / "jadi", refused)
    with saved.open(encoding="utf-8", newline="") as file:
        table = list(csv.reader(file))
    assert [row[:3] for row in table] == [
        ["nip", "nama", "unit"],
        [SARI, "=1+2", "9"],
        [BRAM, '=HYPERLINK("http://x")', "9"],
    ]


@pytest.mark.parametrize("bentuk", FORMATS)
def test_a_template_filled_and_saved_there_is_read(tmp_path: Path, bentuk: str) -> None:
    unit = JENIS["unit"]
    path = tmp_path / "t.xlsx"
    path.write_bytes(template_book(unit))
    book = openpyxl.load_workbook(path)
    for row in examples(unit):
        book["unit"].append([row.get(nama) for nama in unit.nama_kolom])
    book.save(path)
    (saved,) = saved_as(bentuk, tmp_path / "jadi", path)
    hasil = plan(unit, read_tables(saved), Stok())
    assert [baris.rekaman["kode"] for baris in hasil.baru] == ["1", "1.1", "1.1.2"]
    assert (hasil.ditolak, hasil.peringatan) == ((), ())


def test_its_drop_downs_survive_there(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(template_book(JENIS["pegawai"]))
    (saved,) = saved_as("xlsx", tmp_path / "jadi", path)
    sheet = openpyxl.load_workbook(saved).worksheets[0]
    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert '"PNS,CPNS,PPPK"' in {rule.formula1 for rule in lists}


def test_the_profile_excel_opens_there_with_its_nips_and_numbers(tmp_path: Path) -> None:
    path = tmp_path / "e.xlsx"
    rekap = recap(SARI_2017, RETNO_2017, BRAM_2017)
    path.write_bytes(excel_bytes(rows(), rekap, datetime(2018, 1, 20, tzinfo=UTC)))
    (saved,) = saved_as("xlsx", tmp_path / "jadi", path)
    sheet = openpyxl.load_workbook(saved).worksheets[0]
    assert [cell.value for cell in sheet["E"][1:]] == [row["nip"] for row in rows()]
    assert sheet["L4"].value == 89.67
    assert sheet.auto_filter.ref == "A1:AD4"
