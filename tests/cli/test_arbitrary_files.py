"""Whatever a file holds, whatever its name: a status, a sentence, and no half of anything."""

import csv
import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skp_tui.errors import InputError
from tests.broken.sentences import FOLDER, planned
from tests.cli.calls import Call, Desk
from tests.cli.test_bad_input import GOOD
from tests.exchange.books import Cell, Rows, book_bytes
from tests.exchange.test_hostile import NASTY

MEMORY = Path("/dev/shm")  # noqa: S108 - no disk to wait for
ENDINGS = ("csv", "xlsx", "xls", "ods", "xlsm", "txt", "CSV", "pdf", "")
MAGIC = (
    *(b"", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\x09\x08\x10\x00"),
    *(b"sep=", b"kode,nama\n", b"kode;nama\n"),
)
WHOLE = ("sebenarnya-xlsx.xls", "sebenarnya-xls.ods", "makro.ods", "banyak-lembar.xlsx",
         "tautan-luar.xlsx", "angka-sel.xlsx")  # fmt: skip

cells: st.SearchStrategy[Cell] = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=8),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.none(),
)


@contextmanager
def copy_of(office: Path) -> Iterator[Desk]:
    """Give a desk of its own in memory, with a copy of the small office."""
    folder = Path(tempfile.mkdtemp(prefix="skp-cli-", dir=MEMORY if MEMORY.is_dir() else None))
    try:
        desk = Desk(folder)
        shutil.copyfile(office, desk.db)
        yield desk
    finally:
        shutil.rmtree(folder)


def brought(desk: Desk, jenis: str, name: str, content: bytes) -> Call:
    """Import a file and hold what must be true whatever was in it."""
    before = desk.stored()
    done = desk.run("impor", jenis, desk.file(name, content), "--json")
    assert done.status in {0, 1, 2}, done.said
    assert "Traceback" not in done.said
    assert "kesalahan dalam program" not in done.said
    assert done.json["diterapkan"] is (done.status != 2)
    assert done.status == 0 or done.json["ditolak"] or done.json["peringatan"]
    if done.status == 2:
        assert desk.stored() == before
    assert desk.run("periksa").status == 0
    assert not [entry for entry in desk.names() if entry.endswith(".part")]
    return done


@settings(max_examples=60)
@given(
    jenis=st.sampled_from(sorted(GOOD)),
    ending=st.sampled_from(ENDINGS),
    magic=st.sampled_from(MAGIC),
    rest=st.binary(max_size=600),
)
def test_arbitrary_bytes_under_every_extension(
    filled: Path, jenis: str, ending: str, magic: bytes, rest: bytes
) -> None:
    with copy_of(filled) as desk:
        brought(desk, jenis, f"berkas.{ending}".rstrip("."), magic + rest)


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, Rows]:
    """Draw a kind and a table of it: good rows, and rows with arbitrary cells among them."""
    jenis = draw(st.sampled_from(sorted(GOOD)))
    columns = list(GOOD[jenis])
    rows: list[list[Cell]] = []
    for _ in range(draw(st.integers(0, 4))):
        row: list[Cell] = [str(value) for value in GOOD[jenis].values()]
        for _ in range(draw(st.integers(0, 3))):
            row[draw(st.integers(0, len(row) - 1))] = draw(cells)
        rows.append(row[: draw(st.integers(1, 2 * len(row)))])
    above: Rows = draw(st.lists(st.lists(cells, max_size=3), max_size=2))
    return jenis, [
        *above,
        draw(st.permutations(columns)) if draw(st.booleans()) else columns,
        *rows,
    ]


@settings(max_examples=60)
@given(table=tables(), bentuk=st.sampled_from(("csv", "xlsx", "xls", "ods")))
def test_arbitrary_tables_of_every_kind(filled: Path, table: tuple[str, Rows], bentuk: str) -> None:
    jenis, rows = table
    if bentuk == "csv":
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=";").writerows(rows)
        content = text.getvalue().encode()
    else:
        content = book_bytes(bentuk, rows)
    with copy_of(filled) as desk:
        brought(desk, jenis, f"{jenis}.{bentuk}", content)


def damaged(data: st.DataObject, content: bytes) -> bytes:
    """Change some bytes: of the file, or of one part inside an archive that is then sound again."""
    if content.startswith(b"PK") and data.draw(st.booleans()):
        file = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
            victim = data.draw(st.sampled_from(old.namelist()))
            for part in old.namelist():
                isi = old.read(part)
                new.writestr(part, changed(data, isi) if part == victim else isi)
        return file.getvalue()
    return changed(data, content)


def changed(data: st.DataObject, content: bytes) -> bytes:
    """Change, drop or double a stretch of bytes."""
    found = bytearray(content)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, max(len(found) - 1, 0)))
        size = data.draw(st.sampled_from((1, 1, 2, 8, 64)))
        new = data.draw(st.binary(max_size=size) | st.just(bytes(found[start : start + size]) * 2))
        found[start : start + size] = new
    return bytes(found)


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=60)
@given(data=st.data())
def test_a_damaged_workbook_is_read_or_refused_in_a_sentence(
    name: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / f"rusak{Path(name).suffix}"
    path.write_bytes(damaged(data, (FOLDER / name).read_bytes()))
    with suppress(InputError):
        for problem in planned(path, "unit").ditolak:
            assert problem.kalimat().isprintable()
