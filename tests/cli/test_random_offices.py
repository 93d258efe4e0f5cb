import csv
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction as Pecahan
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from skp_tui.domain.ukuran import is_figure
from skp_tui.exchange.kinds.kinds import Tipe, jenis_of
from tests.cli.calls import Desk, read_csv
from tests.cli.independent import below, row_of, two_decimals
from tests.cli.random_office import ORDER, Office, cell, offices
from tests.exchange.books import Cell, book_bytes

EXAMPLES = 12
NUMBERS = {Tipe.ANGKA, Tipe.BIAYA}
MEMORY = Path("/dev/shm")  # noqa: S108 - no disk to wait for


@contextmanager
def new_desk() -> Iterator[Desk]:
    folder = Path(tempfile.mkdtemp(prefix="skp-cli-", dir=MEMORY if MEMORY.is_dir() else None))
    try:
        yield Desk(folder)
    finally:
        shutil.rmtree(folder)


def files_of(desk: Desk, unit: str) -> dict[str, bytes]:
    """Export the profile data and return its files."""
    done = desk.export("--profil", "data", f"--unit={unit}", ke="data")
    if done.status == 2 and "Tidak ada pegawai" in done.err:
        return {}
    assert (done.status, done.err) == (0, "")
    paths = [Path(line) for line in done.lines]
    found = {path.name: path.read_bytes() for path in paths}
    assert [path.stem for path in paths] == [jenis for jenis in ORDER if f"{jenis}.csv" in found]
    shutil.rmtree(desk.folder / "data")
    return found


@settings(max_examples=EXAMPLES)
@given(offices())
def test_data_imported_into_an_empty_database_and_exported_again_are_the_same_to_the_byte(
    office: Office,
) -> None:
    with new_desk() as first, new_desk() as second:
        office.bring_into(first)
        office.bring(first, "pegawai", office.kemudian)
        sent = files_of(first, office.root)
        for name, content in sent.items():
            done = second.bring(name.removesuffix(".csv"), content)
            assert done.status == 0, done.said
        assert not sent or files_of(second, office.root) == sent


def as_book(bentuk: str, jenis: str, content: bytes) -> bytes:
    """Return a CSV of ours as a workbook: numbers as numbers, or as Indonesian text in an .ods."""
    rows = list(csv.reader(content.decode().splitlines()))
    tipe = [jenis_of(jenis).kolom_bernama[nama].tipe for nama in rows[0]]
    cells: list[list[Cell]] = [list(rows[0])]
    for row in rows[1:]:
        line: list[Cell] = list(row)
        for index, text in enumerate(row):
            if tipe[index] not in NUMBERS and not (tipe[index] is Tipe.UKURAN and is_figure(text)):
                continue
            line[index] = text.replace(".", ",") if bentuk == "ods" or not text else float(text)
        cells.append(line)
    return book_bytes(bentuk, cells)


@settings(max_examples=EXAMPLES // 2)
@given(offices(), st.sampled_from(("xlsx", "xls", "ods")))
def test_data_carried_over_in_workbooks_and_exported_again_are_the_same_to_the_byte(
    office: Office, bentuk: str
) -> None:
    with new_desk() as first, new_desk() as second:
        office.bring_into(first)
        sent = files_of(first, office.root)
        for name, content in sent.items():
            jenis = name.removesuffix(".csv")
            path = second.file(f"{jenis}.{bentuk}", as_book(bentuk, jenis, content))
            done = second.run("impor", jenis, path)
            assert done.status == 0, done.said
        assert not sent or files_of(second, office.root) == sent


@settings(max_examples=EXAMPLES)
@given(offices())
def test_an_office_imported_by_csv_exports_what_an_independent_calculation_finds(
    office: Office,
) -> None:
    with new_desk() as desk:
        office.bring_into(desk)
        inside = below(office, office.root)
        people = [(row_of(office, person), person) for person in office.rows["pegawai"]]
        wanted = {person["nip"]: row for row, person in people if row["kode_unit"] in inside}
        done = desk.export("--sebagian", f"--unit={office.root}")
        if not wanted:
            assert done.status == 2
            return
        statuses = [row["status"] for row in wanted.values()]
        assert done.status == ("belum_dinilai" in statuses)
        rows = read_csv(Path(done.lines[0]))
        assert {row["nip"] for row in rows} == set(wanted)
        for row in rows:
            expected = wanted[row["nip"]]
            row["kode_unit"] = row["kode_unit"].removeprefix("'")
            found = {name: row[name] for name in expected}
            assert found == expected
        recap = desk.recap(2017, f"--unit={office.root}")
        due = len(statuses) - statuses.count("dikecualikan")
        good = sum(row.get("sebutan") in {"Baik", "Sangat Baik"} for row in wanted.values())
        assert recap["persen_dari_wajib"] == (two_decimals(100 * _over(good, due)) if due else None)
        assert (recap["dinilai"], recap["minimal_baik"]) == (statuses.count("dinilai"), good)
        assert desk.run("periksa", done.lines[1]).status == 0
        assert desk.run("periksa").status == 0


def _over(part: int, whole: int) -> Pecahan:
    return Pecahan(part, whole)


def test_cells_are_written_so_that_they_are_read_as_they_are() -> None:
    assert [cell(text) for text in ("=x", "x=", "'x", "0x")] == ["'=x", "x=", "''x", "0x"]
